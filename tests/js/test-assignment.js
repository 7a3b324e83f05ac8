// SPDX-License-Identifier: LGPL-2.1-or-later
// The best joint assignment from JavaScript: bytes in and out, what is refused, progress.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assertEqual, assertThrows, test} from '../lib/tap.js';

const {CalcError} = Kkr;
const NEVER = 2n ** 63n - 1n;

const pack = numbers => GLib.Bytes.new(new Uint8Array(
    BigInt64Array.from(numbers, n => BigInt(n)).buffer));

function unpack(columns) {
    const bytes = columns.toArray();
    return Array.from(new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
}

const assign = (numbers, nColumns) => unpack(Kkr.assign(pack(numbers), nColumns, null));

test('by hand', () => {
    assertEqual(assign([1, 2, 2, 9], 2), [1, 0]);
    assertEqual(assign([1, 100, 1, NEVER], 2), [1, 0]);
    assertEqual(assign([5, 3, 4], 1), [-1, 0, -1]);
    assertEqual(assign([7, 3, 5, -2, 9, 8, 7, 6], 4), [3, 2]);
    assertEqual(assign([], 3), []);
});

test('numbers above 2^53', () => {
    const large = 2n ** 62n;
    assertEqual(assign([large, large + 1n, large + 1n, large + 3n], 2), [1, 0]);
    assertEqual(assign([large, large + 1n, large + 1n, large + 1n], 2), [0, 1]);
});

test('refused', () => {
    const refuse = (costs, nColumns) =>
        assertThrows(() => Kkr.assign(costs, nColumns, null), CalcError, CalcError.OUT_OF_RANGE);
    assertEqual(refuse(pack([1, 2, 3]), 2).message, 'costs: not whole rows of 2 64-bit numbers: ' +
        '24 bytes found, a multiple of 16 expected');
    assertEqual(refuse(pack([1, 2, -(2n ** 63n), 4]), 2).message,
        'costs: row 1, column 0: no value found, a whole number expected');
});

test('progress', async () => {
    const n = 300;
    const costs = [];
    for (let row = 0; row < n; row++) {
        for (let column = 0; column < n; column++)
            costs.push(row * column);
    }
    const progress = new Kkr.Progress();
    const told = [];
    progress.connect('notify::fraction', () => told.push(progress.fraction));
    const columns = await new Promise((resolve, reject) => {
        Kkr.assign_async(pack(costs), n, progress, null, (_source, result) => {
            try {
                resolve(Kkr.assign_finish(result));
            } catch (error) {
                reject(error);
            }
        });
    });
    assertEqual(unpack(columns), Array.from({length: n}, (_, row) => n - 1 - row));
    assertEqual(told.at(-1), 1);
});

test('cancelled', () => {
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    assertThrows(() => Kkr.assign(pack([1]), 1, cancellable), Gio.IOErrorEnum,
        Gio.IOErrorEnum.CANCELLED);
});
