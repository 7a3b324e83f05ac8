// SPDX-License-Identifier: LGPL-2.1-or-later
// The border between JavaScript and the library: bad input is an error that names the thing, and
// what was taken out of an object lives on without it.
import GLib from 'gi://GLib';
import Gio from 'gi://Gio';
import Kkr from 'gi://Kkr?version=1';
import System from 'system';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const data = Kkr.Register.new_packaged();
const {ApportionMethod: Method, CalcError, LoadError} = Kkr;

/** The bill of Socialtilsyn Nord for 2024, with other inputs. */
function financing(inputs = {}) {
    return new Kkr.ObjectiveFinancing({
        register: data, arrangement: 'socialtilsyn-nord', year: 2024, ...inputs,
    });
}

function refused(domain, code, parts, body) {
    const error = assertThrows(body, domain, code);
    for (const part of parts)
        assertIncludes(error.message, part);
}

function refusedRun(code, parts, calculator) {
    refused(CalcError, code, parts, () => calculator.run(null));
}

const amounts = result => new BigInt64Array(
    result.get_table().get_column('amount').get_bytes().toArray().slice().buffer);
const sum = numbers => numbers.reduce((a, b) => a + b, 0n);

test('unknown arrangement', () => {
    refusedRun(CalcError.NO_DATA, ['"socialtilsyn-syd"', 'near it: socialtilsyn-nord'],
        financing({arrangement: 'socialtilsyn-syd'}));
});

test('year without data', () => {
    refusedRun(CalcError.NO_DATA,
        ['socialtilsyn-nord/budget/foster-families', '1999-01-01', '2023, 2024'],
        financing({year: 1999}));
    refusedRun(CalcError.NO_DATA, ['known-on 2020-01-01 found', '2023-08-21'],
        financing({known_on: '2020-01-01'}));
});

test('an input never given', () => {
    refusedRun(CalcError.MISSING_INPUT,
        ['register: missing', 'arrangement: missing', 'year: missing'],
        new Kkr.ObjectiveFinancing());
    assertEqual(new Kkr.ObjectiveFinancing().validate().map(problem => problem.get_input()),
        ['register', 'arrangement', 'year']);
    refusedRun(CalcError.MISSING_INPUT, ['base-tariff'], new Kkr.SupervisionTariff());
});

test('negative budget without settlement', () => {
    refusedRun(CalcError.OUT_OF_RANGE, ['budget', 'DKK -1.00 found', 'settlement'],
        financing({budget: -100}));
    assertEqual(sum(amounts(financing({budget: -108500000, settlement: true}).run(null))),
        -108500000n);
});

test('enum that is unset', () => {
    refusedRun(CalcError.OUT_OF_RANGE, ['method: no such choice: unset'],
        financing({method: Method.UNSET}));
    refusedRun(CalcError.OUT_OF_RANGE, ['zero-places: no such choice'],
        new Kkr.SupervisionTariff({base_tariff: 100, zero_places: Kkr.ZeroPlaces.UNSET}));
});

test('enum member that is misspelt', () => {
    assertEqual(Method.LARGST_REMAINDER, undefined);
    assertThrows(() => financing({method: Method.LARGST_REMAINDER}));
    const calculator = financing();
    calculator.method = Method.LARGST_REMAINDER;
    refusedRun(CalcError.OUT_OF_RANGE, ['method: no such choice: unset'], calculator);
    refused(CalcError, CalcError.OUT_OF_RANGE, ['apportionment method', '0 found'],
        () => Kkr.apportion(100, [1, 2], Method.LARGST_REMAINDER, 1));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['tie rule', '0 found'],
        () => Kkr.apportion_full(100, [1, 2], Method.DHONDT, 1, Kkr.TieRule.FRIST));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['rounding mode'],
        () => Kkr.round_ratio(1, 1, 2, Kkr.RoundingMode.HALF_AWY, 1));
    assertThrows(() => financing({method: 99}));
});

test('amount that is no multiple of the unit', () => {
    refusedRun(CalcError.OUT_OF_RANGE,
        ['budget', '1.50 found', 'a multiple of DKK 1.00', 'DKK 0.50 is left over'],
        financing({budget: 150}));
    refusedRun(CalcError.OUT_OF_RANGE, ['unit'], financing({unit: 0}));
});

test('what cannot be read', () => {
    refusedRun(CalcError.OUT_OF_RANGE, ['known-on', '"i går"'], financing({known_on: 'i går'}));
    refusedRun(CalcError.OUT_OF_RANGE, ['price-level', '"dyr"'], financing({price_level: 'dyr'}));
    for (const [name, text] of [['year', 'to tusind'], ['budget', '12,500'],
        ['method', 'largest']]) {
        refused(CalcError, CalcError.OUT_OF_RANGE, [name, `"${text}"`],
            () => financing().set_from_string(name, text));
    }
    refused(CalcError, CalcError.OUT_OF_RANGE, ['"yeer"', 'year'],
        () => financing().set_from_string('yeer', '2024'));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['"financing"', 'objective-financing'],
        () => Kkr.Calculator.new_by_name('financing'));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['"abc"'], () => Kkr.amount_from_string('abc'));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['"2023-13"'],
        () => Kkr.Period.new_from_string('2023-13'));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['"cirka"'],
        () => Kkr.Figure.new_from_string('cirka'));
});

test('shares that cannot be', () => {
    const {OUT_OF_RANGE} = CalcError;
    refused(CalcError, OUT_OF_RANGE, ['no weights'],
        () => Kkr.apportion(100, [], Method.DHONDT, 1));
    refused(CalcError, OUT_OF_RANGE, ['weight of row 1', '-2 found'],
        () => Kkr.apportion(100, [1, -2], Method.DHONDT, 1));
    refused(CalcError, OUT_OF_RANGE, ['150 with the rest 50', 'a multiple of 100'],
        () => Kkr.apportion(150, [1, 2], Method.DHONDT, 100));
    refused(CalcError, OUT_OF_RANGE, ['weight of row 1', 'nan found'],
        () => Kkr.apportion_decimals(150, [1, NaN], Method.DHONDT, 1));
    refused(CalcError, OUT_OF_RANGE, ['finite number'],
        () => Kkr.round_rate(NaN, 1, Kkr.RoundingMode.HALF_AWAY, 1));
});

test('what JavaScript does to numbers', () => {
    // As design.md has it: cut or turned into 0 without a word.
    assertEqual(Kkr.apportion(100.9, [1, 2], Method.LARGEST_REMAINDER, 1), [33, 67]);
    assertEqual(Kkr.apportion(NaN, [1, 2], Method.LARGEST_REMAINDER, 1), [0, 0]);
    assertEqual(financing({budget: 2 ** 53 + 1}).budget, 2 ** 53);
    refusedRun(CalcError.OUT_OF_RANGE, ['year', '0 found'], financing({year: NaN}));
    refusedRun(CalcError.OUT_OF_RANGE, ['base-tariff'],
        new Kkr.SupervisionTariff({base_tariff: NaN}));
});

test('a cut input shows in the result', () => {
    assert(/Budget: +100,00 kr\.\n/.test(financing({budget: 10000.9}).run(null).to_string()));
    assert(/Budget: +0,00 kr\.\n/.test(financing({budget: NaN}).run(null).to_string()));
});

test('misspelt properties', () => {
    assertThrows(() => financing({budgte: 100}));
    // An assignment is lost, and the result says which budget it used.
    const calculator = financing();
    calculator.budgte = 100;
    assertEqual(sum(amounts(calculator.run(null))), 1915605800n);
    assert(!calculator.is_assigned('budget'));
});

test('unknown cells', () => {
    const result = financing().run(null);
    refused(CalcError, CalcError.NO_DATA, ['"Atlantis"'],
        () => result.explain_key('amount', 'Atlantis'));
    refused(CalcError, CalcError.NO_DATA, ['"belob"', 'amount'],
        () => result.explain_key('belob', 'Rebild'));
    refused(CalcError, CalcError.OUT_OF_RANGE, ['11', '0 to 10'],
        () => result.explain('amount', 11));
    assertEqual(result.get_table().get_column('x'), null);
    assertThrows(() => result.explain_key(null, 'Rebild'));
    assertThrows(() => result.explain_key('amount'));
});

test('look-ups', () => {
    refused(CalcError, CalcError.NO_DATA, ['"Rebil"', 'near it: Rebild'],
        () => data.find_municipality('Rebil'));
    refused(CalcError, CalcError.NO_DATA, ['"Region Vest"'], () => data.find_region('Region Vest'));
    refused(CalcError, CalcError.NO_DATA, ['children-0-17/840', '1999-06-01', '2022K2, 2023K2'],
        () => data.lookup('children-0-17/840', '1999-06-01', null));
    refused(CalcError, CalcError.NO_DATA, ['children-0-17/840', '2020-01-01', '2023-08-21'],
        () => data.lookup('children-0-17/840', '2023-04-01', '2020-01-01'));
});

const opening = '<register format="1" version="1">';
const register = `${opening}
  <source id="das" title="Møde" publisher="DAS Social" date="2023-08-21"/>
  <series key="budget" unit="amount" price-level="nominal" source="das" section="3"
      known="2023-08-21">
    <fact valid="2024" value="19156058"/>
  </series>
</register>`;

function read(text, limits = {}) {
    const reader = new Kkr.RegisterReader(limits);
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text);
    return {reader, read: () => reader.read_bytes(new GLib.Bytes(bytes), 'x.xml', null)};
}

function broken(code, rule, text, limits = {}) {
    const attempt = read(text, limits);
    refused(LoadError, code, ['x.xml:'], attempt.read);
    const rules = attempt.reader.dup_problems().map(problem => problem.get_rule());
    assertIncludes(rules.join(' '), rule);
}

test('broken and hostile XML', () => {
    assertEqual(read(register).read().get_n_facts(), 1);
    for (const size of [0, 1, 20, 40, 100, 200, register.length - 5])
        broken(LoadError.SYNTAX, 'not-well-formed', register.slice(0, size));
    broken(LoadError.SYNTAX, 'not-utf8', `<?xml version="1.0" encoding="ISO-8859-1"?>${register}`);
    broken(LoadError.SYNTAX, 'not-utf8', [0x3c, 0x72, 0xf8, 0x3e]);
    broken(LoadError.LIMIT, 'doctype', `<!DOCTYPE register [<!ENTITY a "b">]>${register}`);
    broken(LoadError.SCHEMA, 'too-deep', opening + '<series>'.repeat(10000));
    broken(LoadError.LIMIT, 'too-deep', register, {max_depth: 1});
    broken(LoadError.LIMIT, 'too-many-bytes', opening + ' '.repeat(1 << 20), {max_bytes: 1 << 19});
    broken(LoadError.LIMIT, 'too-many-elements', register, {max_elements: 2});
    broken(LoadError.VERSION, 'newer-format', register.replace('"1"', '"9"'));
});

test('files that are not there', () => {
    refused(Gio.IOErrorEnum, Gio.IOErrorEnum.NOT_FOUND, ['/no/such/register.xml'],
        () => new Kkr.RegisterReader().read_files(['/no/such/register.xml'], null));
    refused(Gio.IOErrorEnum, Gio.IOErrorEnum.INVALID_ARGUMENT, ['no files'],
        () => new Kkr.RegisterReader().read_files([], null));
});

/** What `take` gives, once nothing else of what it made is held and memory was used again. */
function alone(take) {
    const child = take();
    System.gc();
    for (let i = 0; i < 3; i++)
        financing({budget: 77700}).run(null).to_json();
    System.gc();
    return child;
}

const fresh = () => Kkr.Register.new_packaged();
const result = () => new Kkr.ObjectiveFinancing({
    register: fresh(), arrangement: 'socialtilsyn-nord', year: 2024,
}).run(null);
const amount = () => result().get_table().get_column('amount');
const fact = () => fresh().lookup('children-0-17/840', '2023-04-01', null);

test('children of a register live on', () => {
    assertEqual(alone(() => fresh().find_municipality('840')).get_name(), 'Rebild');
    assertEqual(alone(() => fresh().find_municipality('840').get_region()).get_name(),
        'Region Nordjylland');
    assertEqual(alone(() => fresh().get_municipalities()).get_n_items(), 98);
    assertEqual(alone(() => fresh().dup_municipalities()[0]).get_code(), 101);
    assertEqual(alone(() => fresh().get_arrangements().get_item(0)).get_weight_key(),
        'children-0-17');
    assertEqual(alone(() => fresh().find_arrangement('socialtilsyn-nord').dup_municipalities_on('2024-01-01'))
        .map(payer => payer.get_name())[7], 'Rebild');
    assertEqual(alone(fact).dup_value(), '7317');
    assertEqual(alone(() => fact().get_source()).get_id(), 'das-social-2023-08');
    assertEqual(alone(() => fact().dup_valid()).get_start(), '2023-04-01');
    assertEqual(alone(() => fact().dup_figure()).dup_lower(), '14633/2');
    assertEqual(alone(() => fresh().dup_facts('children-0-17/840')).map(each => each.dup_value())
        .sort(), ['7265', '7317']);
});

test('children of a result live on', () => {
    assertEqual(sum(amounts(alone(result))), 1915605800n);
    assertEqual(alone(() => result().get_table()).get_n_rows(), 11);
    assertEqual(alone(amount).get_int64(7), 115202800);
    const bytes = alone(() => amount().get_bytes());
    assertEqual(new BigInt64Array(bytes.toArray().slice().buffer)[7], 115202800n);
    const view = alone(() => amount().get_bytes().toArray());
    assertEqual(new BigInt64Array(view.slice().buffer)[7], 115202800n);
    assertEqual(alone(() => amount().get_status().toArray()).length, 11);
    assertEqual(alone(() => result().get_table().get_column('municipality').get_labels())[7],
        'Rebild');
    assertEqual(alone(() => result().get_table().get_columns()).get_item(4).get_name(), 'amount');
    assertEqual(alone(() => result().get_table().dup_columns()[4]).get_int64(10), 629434900);
    assertIncludes(alone(() => result().dup_notes()[0]).get_danish(), 'Rebild');
    assertIncludes(alone(() => result().get_notes().get_item(0)).to_string(), 'Rebild');
    assertEqual(sum(amounts(alone(() => result().dup_calculator()).run(null))), 1915605800n);
    assertEqual(alone(() => result().explain_key('amount', 'Rebild')).get_value(), '115202800');
});

test('children of others live on', () => {
    assertEqual(alone(() => Kkr.apportion_full(100, [1, 2], Method.LARGEST_REMAINDER, 1,
        Kkr.TieRule.FIRST).get_shares()), [33, 67]);
    assertEqual(alone(() => new Kkr.ObjectiveFinancing().validate()[0]).get_input(), 'register');
    assertEqual(alone(() => {
        const attempt = read('<register/>');
        assertThrows(attempt.read);
        return attempt.reader.get_problems();
    }).get_item(0).get_uri(), 'x.xml');
});
