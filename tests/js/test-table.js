// SPDX-License-Identifier: LGPL-2.1-or-later
import Kkr from 'gi://Kkr?version=1';
import System from 'system';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

// Three rows of "Udviklingen i objektiv finansiering 2023-2024" (DAS Social, 21 August 2023).
function financing() {
    const builder = Kkr.TableBuilder.new('financing', 'Objektiv finansiering',
        'Objective financing');
    builder.add_text('municipality', 'Kommune', 'Municipality', ['Læsø', 'Rebild', 'Aalborg']);
    builder.add_date('due', 'Forfald', 'Due', [19723, -1, 0]);
    builder.add_ratio('share', 'Andel', 'Share', Kkr.Unit.SHARE,
        ['218/121668', '7317/121668', '39978/121668']);
    builder.add_int64('amount', 'Beløb', 'Amount', Kkr.Unit.AMOUNT,
        [3432300, 115202700, 629434900]);
    builder.set_status('amount', 0, Kkr.CellStatus.SUPPRESSED);
    builder.set_total('amount', '1915605800');
    builder.set_key(['municipality']);
    return builder.end();
}

function values(column) {
    return new globalThis[column.typed_array](column.get_bytes().toArray().buffer);
}

test('columns iterate', () => {
    const names = [];
    for (const column of financing().dup_columns())
        names.push(column.name);
    assertEqual(names, ['municipality', 'due', 'share', 'amount']);
});

test('typed arrays', () => {
    const table = financing();
    assertEqual(values(table.get_column('municipality')), Int32Array.of(0, 1, 2));
    assertEqual(values(table.get_column('due')), Int32Array.of(19723, -1, 0));
    assertEqual(values(table.get_column('share')),
        Float64Array.of(218 / 121668, 7317 / 121668, 39978 / 121668));
    assertEqual(values(table.get_column('amount')),
        BigInt64Array.of(-(2n ** 63n), 115202700n, 629434900n));
    assertEqual(table.get_column('amount').get_status().toArray(), Uint8Array.of(2, 0, 0));
});

test('bytes outlive everything', () => {
    let column = financing().get_column('amount');
    System.gc();
    assertEqual(column.get_int64(2), 629434900);
    const bytes = column.get_bytes();
    column = null;
    System.gc();
    assertEqual(new BigInt64Array(bytes.toArray().buffer)[2], 629434900n);
});

test('strings', () => {
    const table = financing();
    assertEqual(table.get_column('municipality').get_strings(), ['Læsø', 'Rebild', 'Aalborg']);
    assertEqual(table.get_column('due').get_strings(), ['2024-01-01', '1969-12-31', '1970-01-01']);
    assertEqual(table.get_column('amount').get_strings(), ['..', '1152027.00', '6294349.00']);
    assertEqual(table.get_column('amount').labels, []);
});

test('rows', () => {
    const table = financing();
    assertEqual(table.n_rows, 3);
    assertEqual(table.find_row('rebild'), 1);
    assertEqual(table.dup_row_key(2), 'Aalborg');
    const error = assertThrows(() => table.find_row('Rebel'), Kkr.CalcError, Kkr.CalcError.NO_DATA);
    assertIncludes(error.message, '"Rebild"');
    assertEqual(table.get_column('shares'), null);
});

test('texts', () => {
    const table = financing();
    assertIncludes(table.to_string(), '1.152.027');
    assertIncludes(table.to_string_in('en'), '1,152,027');
    const json = JSON.parse(table.to_json());
    assertEqual(json.columns[3].values, [null, 115202700, 629434900]);
    assertEqual(json.columns[3].total, 1915605800);
    assert(table.to_csv().startsWith('municipality,due,share,amount\r\n'));
});

test('first fault', () => {
    const builder = Kkr.TableBuilder.new('t', 'T', 'T');
    builder.add_int64('n', 'N', 'N', Kkr.Unit.COUNT, [1, 2]);
    builder.add_text('n', 'N', 'N', ['a', 'b']);
    assertThrows(() => builder.end(), Kkr.CalcError, Kkr.CalcError.INCONSISTENT);
});
