// SPDX-License-Identifier: LGPL-2.1-or-later
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

// 1 January 2024 is day 19.723.
const FIRST = 19723;

function pack(numbers) {
    return new GLib.Bytes(new Uint8Array(numbers.buffer));
}

function placements(places, from, to) {
    const builder = Kkr.TableBuilder.new('placements', 'Placeringer', 'Placements');
    builder.add_bytes('place', 'Plads', 'Place', Kkr.ColumnKind.INT64, Kkr.Unit.NONE,
        pack(new BigInt64Array(places)));
    builder.add_bytes('from', 'Fra og med', 'From', Kkr.ColumnKind.DATE, Kkr.Unit.NONE,
        pack(new Int32Array(from)));
    builder.add_bytes('to', 'Til og med', 'To', Kkr.ColumnKind.DATE, Kkr.Unit.NONE,
        pack(new Int32Array(to)));
    return builder.end();
}

test('typed arrays in, days out', () => {
    const table = placements([2n, 1n, 1n], [FIRST, FIRST, FIRST + 30],
        [FIRST + 59, FIRST + 30, -2147483648]);
    const days = table.place_days('place', 'from', 'to', null, '2024-01-01', '2024-12-31', -1,
        null);
    assertEqual(days.get_column('place').get_strings(), ['1', '2']);
    assertEqual(days.get_column('occupied').get_strings(), ['366', '60']);
    assertEqual(days.get_column('vacant').get_strings(), ['0', '306']);
    assertEqual(days.get_column('placement-days').get_strings(), ['367', '60']);
});

test('a place that opens in March', () => {
    const table = placements([1n], [FIRST + 60], [FIRST + 60]);
    const openings = placements([1n], [FIRST + 60], [-2147483648]);
    const days = table.place_days('place', 'from', 'to', openings, '2024-01-01', '2024-12-31', 1,
        null);
    assertEqual(days.get_column('days').get_strings(), ['306']);
    assertEqual(days.get_column('vacant').get_strings(), ['305']);
});

test('what is refused', () => {
    const error = assertThrows(() => placements([7n], [FIRST + 1], [FIRST]).place_days('place',
        'from', 'to', null, '2024-01-01', '2024-12-31', 1, null));
    assertIncludes(error.message, 'row 1, place "7": ends before it begins: 2024-01-02 to ' +
        '2024-01-01 found');
});

test('bills from texts', () => {
    const billing = new Kkr.PlaceBilling({first_day: '2024-01-01', last_day: '2024-12-31',
        notice_rule: Kkr.NoticeRule.END_OF_MONTH});
    billing.set_from_string('placements', 'placement;municipality;from;to;notice\n' +
        'P1;Rebild;2024-02-01;2024-02-10;2024-02-05\n');
    billing.set_from_string('tariffs', 'tariff\n2.000,00\n');
    const table = billing.run(null).get_table();
    assertEqual(table.get_column('days').get_strings(), ['29']);
    assertEqual(table.get_column('amount').get_strings(), ['58000.00']);
});
