// SPDX-License-Identifier: LGPL-2.1-or-later
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const {CalcError} = Kkr;
const even = (total, n) =>
    Kkr.apportion(total, Array(n).fill(1), Kkr.ApportionMethod.LARGEST_REMAINDER, 1);
const sum = values => values.reduce((a, b) => a + b, 0);

test('places by municipality and intake', () => {
    const [rows, columns] = [even(75, 29), even(75, 4)];
    assertEqual(columns, [19, 19, 19, 18]);
    const places = Kkr.apportion_table(rows, columns, null, 1, null);
    assertEqual(places.length, 29 * 4);
    assertEqual(rows.map((_, i) => sum(places.slice(4 * i, 4 * i + 4))), rows);
    assertEqual(columns.map((_, j) => sum(places.filter((_each, i) => i % 4 === j))), columns);
    assertEqual(Math.max(...places), 1);
});

test('weights and corrections', () => {
    assertEqual(Kkr.apportion_table([4, 3], [3, 4], [1, 1, 1, 0], 1, null), [0, 4, 3, 0]);
    assertEqual(Kkr.apportion_table([-600, -400], [-500, -500], [], 100, null),
        [-300, -300, -200, -200]);
});

test('refusals', () => {
    const refused = (code, ...args) =>
        assertThrows(() => Kkr.apportion_table(...args), CalcError, code);

    refused(CalcError.OUT_OF_RANGE, [], [1], null, 1, null);
    refused(CalcError.OUT_OF_RANGE, [1], [1], [1, 1], 1, null);
    refused(CalcError.OUT_OF_RANGE, [1, -1], [0], null, 1, null);
    assertIncludes(refused(CalcError.INCONSISTENT, [75], [74], null, 1, null).message, '75 and 74');
    assertIncludes(refused(CalcError.INCONSISTENT, [2, 1], [2, 1], [0, 1, 1, 1], 1, null).message,
        'rows 0 have weights only in columns 1');
});

test('later', () => {
    const loop = new GLib.MainLoop(null, false);
    const progress = new Kkr.Progress();
    let shares = null, failure = null;

    Kkr.apportion_table_async([4, 3], [3, 4], [1, 1, 1, 0], 1, progress, null, (_, task) => {
        shares = Kkr.apportion_table_finish(task);
        const cancellable = new Gio.Cancellable();
        cancellable.cancel();
        Kkr.apportion_table_async([1, 1], [1, 1], null, 1, null, cancellable, (_none, cancelled) => {
            try {
                Kkr.apportion_table_finish(cancelled);
            } catch (error) {
                failure = error;
            }
            loop.quit();
        });
    });
    loop.run();
    assertEqual(shares, [0, 4, 3, 0]);
    assertEqual(progress.get_fraction(), 1);
    assert(failure.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
});
