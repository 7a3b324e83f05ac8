// SPDX-License-Identifier: LGPL-2.1-or-later
// Many scenarios at once give what each gives alone, in JavaScript and with classes written in it.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertRejects, assertThrows, test}
    from '../lib/tap.js';

Gio._promisify(Kkr.Calculator.prototype, 'run_table_async', 'run_table_finish');

const Halves = GObject.registerClass({
    Properties: {
        budget: Kkr.ParamFlags.add_to(Kkr.ParamFlags.REQUIRED | Kkr.ParamFlags.AMOUNT,
            GObject.ParamSpec.int64('budget', 'Budget|Budget', '', GObject.ParamFlags.READWRITE,
                Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0)),
    },
}, class RunTableHalves extends Kkr.Calculator {
    vfunc_check() {
        if (this.budget < 0)
            this.report('budget', Kkr.CalcError.OUT_OF_RANGE, `${this.budget} found, 0 expected`);
    }

    vfunc_compute(_cancellable) {
        const builder = Kkr.TableBuilder.new('halves', 'Halve', 'Halves');
        builder.add_text('place', 'Sted', 'Place', ['Nord', 'Syd']);
        builder.add_int64('amount', 'Beløb', 'Amount', Kkr.Unit.AMOUNT, Kkr.apportion(this.budget,
            [1, 1], Kkr.ApportionMethod.LARGEST_REMAINDER, 1));
        builder.set_key(['place']);
        return Kkr.Result.new(this, [builder.end()], []);
    }
});

function financing(inputs) {
    return new Kkr.ObjectiveFinancing({register: Kkr.Register.new_packaged(),
        arrangement: 'socialtilsyn-nord', ...inputs});
}

function budgets(...values) {
    const builder = Kkr.TableBuilder.new('scenarios', 'Scenarier', 'Scenarios');
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    builder.add_bytes('budget', 'Budget', 'Budget', Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
        new GLib.Bytes(bytes));
    return builder.end();
}

function amounts(result) {
    const column = result.get_table().get_column('amount');
    return Array.from(new BigInt64Array(column.get_bytes().toArray().slice().buffer), Number);
}

test('the amounts are those of each scenario alone', () => {
    const values = [100000000, 1915605800, 0];
    const result = financing({year: 2024}).run_table(budgets(...values), null, null);
    const expected = values.flatMap(budget => amounts(financing({year: 2024, budget}).run(null)));
    assertEqual(amounts(result).join(), expected.join());
    assertEqual(result.get_scenarios().get_n_rows(), 3);
    assertIncludes(result.to_string(), 'som scenarierne angiver');
});

test('a row is explained by the number of its scenario and its key', () => {
    const result = financing({year: 2024}).run_table(budgets(100, 1915605800), ['amount'], null);
    assertEqual(result.explain_key('amount', '1/Rebild').get_value(), '115202800');
});

test('a class in JavaScript is run scenario by scenario', () => {
    const result = new Halves().run_table(budgets(3, 10), null, null);
    assertEqual(amounts(result).join(), '2,1,5,5');
    assertEqual(result.get_table().get_column('place').get_strings().join(), 'Nord,Syd,Nord,Syd');
    assertEqual(result.get_table().dup_row_key(2), '1/Nord');
});

test('what is wrong with scenarios is one error', () => {
    const error = assertThrows(() => new Halves().run_table(budgets(1, -5, -6), null, null));
    assert(error.matches(Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE));
    assertIncludes(error.message, '2 of 3 scenarios');
    assertIncludes(error.message, 'scenario 1: budget: -5 found, 0 expected');
});

test('scenarios without the caller waiting', async () => {
    for (const calculator of [financing({year: 2024}), new Halves()]) {
        let progress = 0;
        calculator.connect('notify::progress', () => {
            progress = calculator.get_progress();
        });
        // eslint-disable-next-line no-await-in-loop
        const result = await calculator.run_table_async(budgets(100, 200, 300), null, null);
        assertEqual(result.get_table().get_column('scenario').get_int64(
            result.get_table().get_n_rows() - 1), 2);
        assertEqual(progress, 1);
    }
});

test('scenarios that are cancelled', async () => {
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    const error = await assertRejects(new Halves().run_table_async(budgets(1), null, cancellable));
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
});
