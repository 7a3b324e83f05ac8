// SPDX-License-Identifier: LGPL-2.1-or-later
// Shares of columns from JavaScript: bytes in and out, what is refused, progress and cancellation.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const {ApportionMethod, CalcError, TieRule} = Kkr;
const CHILDREN = [21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978];
const MANY = 40000;

const pack = numbers => GLib.Bytes.new(new Uint8Array(
    BigInt64Array.from(numbers, n => BigInt(n)).buffer));
const many = value => pack(new Array(MANY).fill(value));

function unpack(shares) {
    const bytes = shares.toArray();
    return Array.from(new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8), Number);
}

function share(totals, weights, nWeights, {method = ApportionMethod.LARGEST_REMAINDER, unit = 1,
    tieRule = TieRule.FIRST, nThreads = -1, cancellable = null} = {}) {
    return Kkr.apportion_columns(totals, weights, nWeights, method, unit, tieRule, nThreads,
        cancellable);
}

function assertRefused(code, message, ...given) {
    assertEqual(assertThrows(() => share(...given), CalcError, code).message, message);
}

test('each as by itself', () => {
    const totals = [19156058, -19156058, 0, 47];
    for (const method of [ApportionMethod.LARGEST_REMAINDER, ApportionMethod.DHONDT]) {
        const alone = totals.flatMap(total => Kkr.apportion(total, CHILDREN, method, 1));
        assertEqual(unpack(share(pack(totals), pack(CHILDREN), 11, {method})), alone);
        const weights = totals.flatMap(() => CHILDREN);
        assertEqual(unpack(share(pack(totals), pack(weights), 11, {method})), alone);
    }
});

test('numbers above 2^53', () => {
    const shares = share(pack([2n ** 63n - 1n]), pack([1, 1]), 2).toArray();
    const [first, second] = new BigInt64Array(shares.buffer, shares.byteOffset, 2);
    assert(first === 2n ** 62n && second === 2n ** 62n - 1n);
});

test('lengths and places', () => {
    assertRefused(CalcError.INCONSISTENT, 'weights: neither a row for all totals nor one for ' +
        'each: 3 found, 2 or 2 times 2 expected', pack([1, 2]), pack([1, 2, 3]), 2);
    assertRefused(CalcError.OUT_OF_RANGE, 'no weights: 0 found, 1 or more expected', pack([1]),
        pack([]), 0);
    assertRefused(CalcError.OUT_OF_RANGE, 'totals: not a row of 64-bit numbers: 3 bytes found, a ' +
        'multiple of 8 expected', GLib.Bytes.new(new Uint8Array(3)), pack([1]), 1);
    assertRefused(CalcError.OUT_OF_RANGE, 'totals: not on a boundary of 8 bytes: bytes found ' +
        'that begin 4 bytes past one, 0 expected', pack([1, 2, 3]).new_from_bytes(4, 16),
    pack([1]), 1);
});

test('nothing', () => {
    assertThrows(() => share(null, pack([1]), 1));
    assertThrows(() => share(pack([1]), null, 1));
});

test('rules', () => {
    for (const nThreads of [0, -5, 1000]) {
        assertRefused(CalcError.OUT_OF_RANGE, `no such number of threads: ${nThreads} found, 1 ` +
            'to 256 expected, or -1 for all cores', pack([1]), pack([1]), 1, {nThreads});
    }
    assertRefused(CalcError.OVERFLOW, 'sum of the weights does not fit: 9223372036854775808 ' +
        'found, at most 9223372036854775807 expected', pack([1]), pack([2n ** 62n, 2n ** 62n]), 2);
    const error = assertThrows(() => share(pack([1]), pack([1]), 1,
        {method: ApportionMethod.D_HONDT ?? 0}), CalcError, CalcError.OUT_OF_RANGE);
    assertIncludes(error.message, 'no such apportionment method: 0 found');
});

test('bad rows', () => {
    for (const rows of [[0], [MANY / 2], [MANY - 1], [0, 7, MANY - 1]]) {
        const totals = new Array(MANY).fill(100);
        rows.forEach(row => {
            totals[row] = 150;
        });
        const told = rows.map(row => `\ntotal ${row}: total is not a multiple of the unit: 150 ` +
            'with the rest 50 found, a multiple of 100 expected');
        assertRefused(CalcError.OUT_OF_RANGE, `${rows.length} of ${MANY} totals, counted from 0, ` +
            `cannot be shared:${told.join('')}`, pack(totals), pack([1, 2]), 2, {unit: 100});
    }
    const {message} = assertThrows(() => share(many(1), pack([2]), 1, {unit: 2}), CalcError,
        CalcError.OUT_OF_RANGE);
    assertEqual(message.split('\n').length, 12);
    assert(message.endsWith(`\nand ${MANY - 10} more`));
});

test('cancelled', () => {
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    assertThrows(() => share(pack([1]), pack([1]), 1, {cancellable}), Gio.IOErrorEnum,
        Gio.IOErrorEnum.CANCELLED);
});

test('progress', async () => {
    const progress = new Kkr.Progress();
    let notified = 0;
    progress.connect('notify::fraction', () => notified++);
    const shares = await new Promise((resolve, reject) => {
        Kkr.apportion_columns_async(many(5), pack(CHILDREN), 11, ApportionMethod.DHONDT, 1,
            TieRule.FIRST, 2, progress, null, (_source, result) => {
                try {
                    resolve(Kkr.apportion_columns_finish(result));
                } catch (error) {
                    reject(error);
                }
            });
    });
    assertEqual(shares.get_size(), MANY * 11 * 8);
    assertEqual(progress.fraction, 1);
    assert(notified > 1);
});

test('cancelled while it runs', async () => {
    const progress = new Kkr.Progress();
    const cancellable = new Gio.Cancellable();
    progress.connect('notify::fraction', () => cancellable.cancel());
    const error = await new Promise(resolve => {
        Kkr.apportion_columns_async(many(5), pack(CHILDREN), 11, ApportionMethod.DHONDT, 1,
            TieRule.FIRST, 2, progress, cancellable, (_source, result) => {
                try {
                    resolve(Kkr.apportion_columns_finish(result));
                } catch (caught) {
                    resolve(caught);
                }
            });
    });
    assert(error.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
});
