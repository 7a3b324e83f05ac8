// SPDX-License-Identifier: LGPL-2.1-or-later
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const {CalcError, Unit} = Kkr;

function pack(numbers) {
    return new GLib.Bytes(new Uint8Array(numbers.buffer));
}

function read(table, name) {
    return [...new BigInt64Array(table.get_column(name).get_bytes().toArray().slice().buffer)];
}

const KEYS = pack(new Int16Array([851, 740, 851, 860]));
const VALUES = pack(new BigInt64Array([9007199254740993n, 50n, -1n, 7n]));

test('sums that no number of JavaScript holds', () => {
    const table = Kkr.group_sum(KEYS, VALUES, null, Unit.AMOUNT, -1, null);
    assertEqual(read(table, 'key').map(Number), [740, 851, 860]);
    assert(read(table, 'sum')[1] === 9007199254740992n);
    assertEqual(read(table, 'rows').map(Number), [1, 2, 1]);
    assertEqual(table.get_column('sum').dup_total(), '9007199254741049');
});

test('statuses', () => {
    const statuses = new GLib.Bytes(new Uint8Array([1, 0, 0, 3]));
    const table = Kkr.group_sum(KEYS, VALUES, statuses, Unit.COUNT, 2, null);
    assertEqual(table.get_column('sum').get_strings(), ['50', '', '.']);
    assertEqual(table.get_column('known-sum').get_strings(), ['50', '-1', '.']);
});

test('columns of a table', () => {
    const builder = Kkr.TableBuilder.new('tariffs', 'Takster', 'Tariffs');
    builder.add_text('municipality', 'Kommune', 'Municipality', ['Rebild', 'Læsø', 'Rebild']);
    builder.add_int64('tariff', 'Takst', 'Tariff', Unit.AMOUNT, [100, 200, 300]);
    const table = builder.end();
    const sums = table.group_sum('municipality', 'tariff', 1, null);
    assertEqual(sums.get_column('municipality').get_strings(), ['Læsø', 'Rebild']);
    assertEqual(sums.get_column('sum').get_strings(), ['2.00', '4.00']);
    assertEqual(sums.title, 'Sum af takst efter kommune');
    const error = assertThrows(() => table.group_sum('municipality', 'takst', 1, null), CalcError,
        CalcError.NO_DATA);
    assertIncludes(error.message, 'one of municipality, tariff expected');
});

test('refusals', () => {
    const refused = (code, ...args) => assertThrows(() => Kkr.group_sum(...args, null), CalcError,
        code);
    refused(CalcError.INCONSISTENT, new GLib.Bytes(new Uint8Array(12)), VALUES, null, Unit.AMOUNT,
        1);
    refused(CalcError.OUT_OF_RANGE, KEYS, VALUES, null, Unit.AMOUNT, 0);
    refused(CalcError.OUT_OF_RANGE, KEYS, VALUES, null, Unit.ORE, 1);
    const largest = pack(new BigInt64Array([2n ** 63n - 1n, 1n]));
    assertIncludes(refused(CalcError.OVERFLOW, pack(new Int16Array([851, 851])), largest, null,
        Unit.AMOUNT, 1).message, 'the sum of key "851" does not fit');
});

test('without waiting', () => {
    const loop = new GLib.MainLoop(null, false);
    const progress = new Kkr.Progress();
    let sums = null;
    Kkr.group_sum_async(KEYS, VALUES, null, Unit.AMOUNT, 1, progress, null, (_, result) => {
        sums = Kkr.group_sum_finish(result);
        loop.quit();
    });
    loop.run();
    assertEqual(sums.n_rows, 3);
    assertEqual(progress.fraction, 1);
});
