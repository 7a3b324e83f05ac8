// SPDX-License-Identifier: LGPL-2.1-or-later
// Tables of the documents, and a text that is no table.
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertThrows, test} from '../lib/tap.js';

const folder = GLib.build_filenamev([GLib.getenv('KKR_SOURCE'), 'tests', 'golden', 'oddities']);

function read(name) {
    const [, bytes] = GLib.file_get_contents(GLib.build_filenamev([folder, `${name}.txt`]));
    return Kkr.Reconciliation.new_from_bytes(new GLib.Bytes(bytes));
}

function failing(result) {
    const table = result.get_table();
    const places = table.get_column('place').get_strings();
    return table.get_column('verdict').get_strings()
        .map((verdict, row) => [verdict, places[row]])
        .filter(([verdict]) => verdict === 'impossible')
        .map(([, place]) => place);
}

test('a row that is one short', () => {
    const result = read('002-tabel16').run(null);
    assertEqual(failing(result).sort(), ['I alt / Besøg i alt',
        'Tilbudsområdet, Driftsorienterede tilsynsbesøg / Besøg i alt']);
    const repairs = result.get_table_named('repairs');
    assertEqual(repairs.get_column('printed').get_strings(), ['734']);
    assertEqual(repairs.get_column('could-be').get_strings(), ['735']);
});

test('a krone that rounding explains', () => {
    const calculator = read('004-objective-financing');
    assertEqual(failing(calculator.run(null)), []);
    calculator.figures = Kkr.FigureReading.COUNTS;
    assert(failing(calculator.run(null)).includes('I alt / Beløb 2024'));
});

test('a figure says why', () => {
    const result = read('002-whistleblow').run(null);
    const text = result.explain('computed', 0).to_string();
    for (const part of ['22', '47', '127', '132', '15', '343'])
        assert(text.includes(part), text);
});

test('a text that is no table', () => {
    assertThrows(() => new Kkr.Reconciliation({text: 'Rebild'}).run(null), Kkr.CalcError,
        Kkr.CalcError.OUT_OF_RANGE);
    assertThrows(() => Kkr.Reconciliation.new_from_bytes(new GLib.Bytes([0, 1])), Kkr.LoadError,
        Kkr.LoadError.SYNTAX);
});
