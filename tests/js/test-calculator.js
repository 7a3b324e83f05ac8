// SPDX-License-Identifier: LGPL-2.1-or-later
// A calculator that is written in JavaScript is a calculator like any other.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Kkr from 'gi://Kkr?version=1';
import System from 'system';

import {assert, assertEqual, assertIncludes, assertRejects, assertThrows, test}
    from '../lib/tap.js';

const INPUT = GObject.ParamFlags.READWRITE;
const KEYS = ['Nord', 'Syd', 'Vest'];
const WEIGHTS = [1, 1, 1];

// Shares a budget into three equal parts of whole kroner.
const EqualParts = GObject.registerClass({
    Properties: {
        budget: Kkr.ParamFlags.add_to(Kkr.ParamFlags.REQUIRED | Kkr.ParamFlags.AMOUNT,
            GObject.ParamSpec.int64('budget', 'Budget|Budget', 'Det der deles|What is shared',
                INPUT, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0)),
        year: Kkr.ParamFlags.add_to(Kkr.ParamFlags.REQUIRED,
            GObject.ParamSpec.int('year', 'År|Year', '', INPUT, 0, 9999, 0)),
        price: Kkr.ParamFlags.add_to(Kkr.ParamFlags.RATE,
            GObject.ParamSpec.double('price', '', '', INPUT, -1e300, 1e300, 3.2)),
        fault: GObject.ParamSpec.string('fault', '', '', INPUT, null),
        method: GObject.ParamSpec.enum('method', '', '', INPUT, Kkr.ApportionMethod,
            Kkr.ApportionMethod.LARGEST_REMAINDER),
        'is-settled': GObject.ParamSpec.boolean('is-settled', '', '', INPUT, false),
    },
}, class EqualParts extends Kkr.Calculator {
    vfunc_check() {
        if (this.is_assigned('budget') && this.budget < 0) {
            this.report('budget', Kkr.CalcError.OUT_OF_RANGE,
                `negative: ${this.budget} found, 0 or more expected`);
        }
        if (this.is_settled && this.is_assigned('price'))
            this.report(null, Kkr.CalcError.INCONSISTENT, 'settled and a price found');
    }

    vfunc_compute(_cancellable) {
        if (this.fault === 'nothing')
            return null;
        if (this.fault === 'error')
            throw new GLib.Error(Kkr.CalcError, Kkr.CalcError.NO_DATA, 'no such year');
        if (this.fault === 'exception')
            throw new TypeError('a mistake');
        const builder = Kkr.TableBuilder.new('parts', 'Dele', 'Parts');
        builder.add_text('area', 'Område', 'Area', KEYS);
        builder.add_int64('amount', 'Beløb', 'Amount', Kkr.Unit.AMOUNT, this.parts());
        builder.set_total('amount', `${this.budget}`);
        builder.set_key(['area']);
        this.set_progress(0.5);
        const note = Kkr.Note.new(Kkr.NoteKind.REMARK, 'Lige dele.', 'Equal parts.');
        return Kkr.Result.new(this, [builder.end()], [note]);
    }

    vfunc_derive(result, column, row) {
        if (column !== 'amount')
            return null;
        const builder = Kkr.DerivationBuilder.new(column, row < 0 ? 'I alt' : KEYS[row]);
        builder.set_title('Beløb', 'Amount');
        builder.add_amount('budget', 'Budget', 'Budget',
            this.budget + (this.fault === 'derives' ? 100 : 0));
        if (row >= 0) {
            builder.add_apportionment('part', 'Delen', 'The part', 'budget', KEYS,
                WEIGHTS.map(weight => `${weight}`), this.method, Kkr.TieRule.FIRST, '100', row,
                `${this.parts()[row]}`);
        }
        return builder.end();
    }

    parts() {
        return Kkr.apportion(this.budget, WEIGHTS, this.method, 100);
    }
});

const Bare = GObject.registerClass(class KkrTestBare extends Kkr.Calculator {});

const good = () => new EqualParts({budget: 10000, year: 2024});

function amounts(result) {
    const column = result.get_table().get_column('amount');
    return [0, 1, 2].map(row => column.get_int64(row));
}

function assertRefused(code, text, body) {
    assertIncludes(assertThrows(body, Kkr.CalcError, code).message, text);
}

function runAsync(calculator, cancellable = null) {
    return new Promise((resolve, reject) => {
        calculator.run_async(cancellable, (source, answer) => {
            try {
                resolve(source.run_finish(answer));
            } catch (error) {
                reject(error);
            }
        });
    });
}

test('names of inputs', () => {
    assertEqual(new EqualParts().dup_input_names(),
        ['budget', 'year', 'price', 'fault', 'method', 'is-settled', 'known-on', 'price-level']);
});

test('name and title', () => {
    assertEqual(new EqualParts().get_name(), 'equal-parts');
    assertEqual(new EqualParts().get_title(), 'equal-parts');
});

test('describe', () => {
    const table = new EqualParts().describe();
    const row = Number(table.find_row('budget'));
    assertEqual(['label', 'kind', 'required', 'default', 'description'].map(
        name => table.get_column(name).get_strings()[row]),
    ['Budget', 'beløb', 'ja', '', 'Det der deles']);
    assertEqual(table.get_column('label').get_strings()[2], 'price');
    assertEqual(table.get_column('default').get_strings()[2], '3,2 kr.');
    assertEqual(table.get_n_rows(), 8);
});

test('assigned', () => {
    const calculator = new EqualParts({budget: 0});
    assert(calculator.is_assigned('budget'));
    assert(!calculator.is_assigned('year'));
    calculator.year = 2024;
    assert(calculator.is_assigned('year'));
    calculator.fault = 'x';
    assert(calculator.is_assigned('fault'));
    calculator.fault = null;
    assert(!calculator.is_assigned('fault'));
});

test('unset', () => {
    const calculator = new EqualParts({budget: 100, year: 2024, price: 1.5});
    assert(calculator.unset('price'));
    assert(calculator.unset('year'));
    assertEqual([calculator.price, calculator.year], [3.2, 0]);
    assert(!calculator.is_assigned('price'));
    assertRefused(Kkr.CalcError.MISSING_INPUT, 'year: missing', () => calculator.run(null));
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'no such input: "yaer" found, one of budget, year',
        () => calculator.unset('yaer'));
});

test('set from string', () => {
    const calculator = new EqualParts();
    for (const [name, text, value, shown] of [
        ['budget', '1.000,50 kr.', 100050, '1.000,50 kr.'],
        ['year', '2024', 2024, '2024'],
        ['price', '43.851,6', 43851.6, '43.851,6 kr.'],
        ['fault', 'æøå', 'æøå', 'æøå'],
        ['method', 'dhondt', Kkr.ApportionMethod.DHONDT, 'dhondt'],
        ['is-settled', 'ja', true, 'ja'],
    ]) {
        assert(calculator.set_from_string(name, text));
        assertEqual(calculator[name.replace('-', '_')], value, name);
        assertEqual(calculator.dup_input_text(name), shown, name);
        assert(calculator.is_assigned(name), name);
    }
});

test('set from a bad string', () => {
    const calculator = new EqualParts();
    for (const [name, text, part] of [
        ['budget', 'meget', 'budget: '], ['year', '2024,5', 'year: '],
        ['price', 'nan', 'price: '], ['is-settled', 'måske', 'ja or nej'],
        ['method', 'unset', 'one of largest-remainder, dhondt'],
        ['yaer', '2024', 'no such input'],
    ]) {
        assertRefused(Kkr.CalcError.OUT_OF_RANGE, part,
            () => calculator.set_from_string(name, text));
        assert(!calculator.is_assigned(name), name);
    }
});

test('validate', () => {
    const problems = new EqualParts({budget: -1, is_settled: true, price: 1}).validate();
    assertEqual(problems.map(problem => problem.get_input()), ['year', 'budget', null]);
    assertEqual(problems.map(problem => problem.get_rule()),
        ['input-missing', 'input-out-of-range', 'input-inconsistent']);
});

test('all problems in one error', () => {
    assertRefused(Kkr.CalcError.MISSING_INPUT,
        'year: missing: no value found, one expected; budget: negative: -1 found, 0 or more ' +
        'expected; settled and a price found',
        () => new EqualParts({budget: -1, is_settled: true, price: 1}).run(null));
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'budget: negative',
        () => new EqualParts({budget: -1, year: 2024}).run(null));
    assertRefused(Kkr.CalcError.INCONSISTENT, 'settled and a price',
        () => new EqualParts({budget: 1, year: 1, is_settled: true, price: 1}).run(null));
});

test('misspelt enum member, NaN', () => {
    const method = Kkr.ApportionMethod.LARGEST_REMINDER;
    assertThrows(() => new EqualParts({budget: 10000, year: 2024, method}));
    const calculator = good();
    calculator.method = Kkr.ApportionMethod.UNSET;
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'method: no such choice: unset',
        () => calculator.run(null));
    calculator.unset('method');
    calculator.price = NaN;
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'price: not a number',
        () => calculator.run(null));
});

test('clocks', () => {
    const calculator = good();
    calculator.known_on = 'i går';
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'known-on: no such day: "i går"',
        () => calculator.run(null));
    calculator.known_on = '2024-02-29';
    calculator.price_level = 'reel';
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'price-level: no such price level: "reel"',
        () => calculator.run(null));
});

test('the library keeps what it refuses', () => {
    const calculator = new Kkr.ObjectiveFinancing();
    calculator.equal_percent = NaN;
    calculator.method = Kkr.ApportionMethod.LARGEST_REMINDER;
    assertRefused(Kkr.CalcError.MISSING_INPUT, 'equal-percent: not a number: NaN or infinity found',
        () => calculator.run(null));
    assertRefused(Kkr.CalcError.MISSING_INPUT, 'method: no such choice: unset found',
        () => calculator.run(null));
});

test('run', () => {
    const result = good().run(null);
    // 100 kr. in three: 33 1/3 kr. each, and the krone that is left goes to the first.
    assertEqual(amounts(result), [3400, 3300, 3300]);
    assertEqual(result.dup_notes().map(note => note.get_english()), ['Equal parts.']);
    assert(result.to_string().startsWith('equal-parts\n  Budget:'));
});

test('explain', () => {
    const result = good().run(null);
    assertEqual(result.explain_key('amount', 'Nord').get_value(), '3400');
    assertEqual(result.explain('amount', 2).get_value(), '3300');
    assertEqual(result.explain_key('amount', 'I alt').get_value(), '10000');
    assertEqual(result.explain_key('area', 'Syd').get_value(), 'Syd');
    assertIncludes(result.explain('amount', 0).to_string(), 'Delen');
    const document = result.explain('amount', 2).to_json();
    const again = Kkr.Derivation.new_from_json(document);
    assertEqual(again.check(), true);
    assertEqual(again.to_json(), document);
    assertRefused(Kkr.CalcError.NO_DATA, 'Øst', () => result.explain_key('amount', 'Øst'));
    assertRefused(Kkr.CalcError.OUT_OF_RANGE, 'no such row: 3', () => result.explain('amount', 3));
});

test('a derivation must agree', () => {
    const calculator = good();
    calculator.fault = 'derives';
    const result = calculator.run(null);
    assertRefused(Kkr.CalcError.FAILED, 'the table holds 10000',
        () => result.explain('amount', -1));
});

test('a result keeps its inputs', () => {
    const calculator = good();
    const result = calculator.run(null);
    calculator.budget = 30000;
    assertEqual(result.explain('amount', 0).get_value(), '3400');
    const copy = result.dup_calculator();
    assertEqual(copy.budget, 10000);
    copy.budget = 30000;
    assertEqual(amounts(copy.run(null)), [10000, 10000, 10000]);
});

test('dup', () => {
    const calculator = good();
    const copy = calculator.dup();
    assert(copy instanceof EqualParts);
    assertEqual([copy.budget, copy.year], [10000, 2024]);
    assert(copy.is_assigned('budget'));
    assert(!copy.is_assigned('price'));
    copy.budget = 5;
    assertEqual(calculator.budget, 10000);
});

test('compute fails', () => {
    const calculator = good();
    calculator.fault = 'nothing';
    assertRefused(Kkr.CalcError.FAILED, 'neither a result nor an error',
        () => calculator.run(null));
    calculator.fault = 'error';
    assertRefused(Kkr.CalcError.NO_DATA, 'no such year', () => calculator.run(null));
    calculator.fault = 'exception';
    assertEqual(assertThrows(() => calculator.run(null)).message, 'a mistake');
    assertRefused(Kkr.CalcError.FAILED, 'the class has no compute', () => new Bare().run(null));
});

test('a copy outlives a collection of garbage', () => {
    const result = good().run(null);
    System.gc();
    assertEqual(result.explain('amount', 0).get_value(), '3400');
    const copy = good().dup();
    System.gc();
    assertEqual(copy.budget, 10000);
});

test('run async', async () => {
    const calculator = good();
    const seen = [];
    calculator.connect('notify::progress', () => seen.push(calculator.get_progress()));
    const promise = runAsync(calculator);
    calculator.budget = 300;
    System.gc();
    assertEqual(amounts(await promise), [3400, 3300, 3300]);
    assertEqual(seen, [0.5]);
});

test('run async, and it fails', async () => {
    await assertRejects(runAsync(new EqualParts({budget: 1})), Kkr.CalcError,
        Kkr.CalcError.MISSING_INPUT);
    await assertRejects(runAsync(new EqualParts({budget: 100, year: 1, fault: 'error'})),
        Kkr.CalcError, Kkr.CalcError.NO_DATA);
});

test('cancel', async () => {
    const cancellable = new Gio.Cancellable();
    const promise = runAsync(good(), cancellable);
    cancellable.cancel();
    await assertRejects(promise, Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
    assertThrows(() => good().run(cancellable), Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED);
});

test('by name', () => {
    for (const gtype of Kkr.Calculator.dup_types()) {
        const name = GObject.Object.new(gtype).get_name();
        assertEqual(Kkr.Calculator.new_by_name(name).get_name(), name);
    }
    assertEqual(Kkr.Calculator.new_by_name('objective-financing').get_name(),
        'objective-financing');
    assertRefused(Kkr.CalcError.OUT_OF_RANGE,
        'no such calculator: "rutsjebane" found, one of ',
        () => Kkr.Calculator.new_by_name('rutsjebane'));
});
