// SPDX-License-Identifier: LGPL-2.1-or-later
// The shares of columns have the same bytes in JavaScript as in C: the workload is that of
// tests/unit/kernel/columns-hash.c, which prints its digests.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assertEqual, test} from '../lib/tap.js';

const {ApportionMethod, TieRule} = Kkr;
const SHAPES = [
    {nTotals: 1500, nWeights: 98, perTotal: false, unit: 1n, tieRule: TieRule.FIRST},
    {nTotals: 700, nWeights: 11, perTotal: true, unit: 100n, tieRule: TieRule.LAST},
    {nTotals: 300, nWeights: 5, perTotal: false, unit: 7n, tieRule: TieRule.LARGEST_WEIGHT},
];

function* random(state) {
    const wrap = x => BigInt.asUintN(64, x);
    for (;;) {
        state = wrap(state + 0x9e3779b97f4a7c15n);
        let x = state;
        x = wrap((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n);
        x = wrap((x ^ (x >> 27n)) * 0x94d049bb133111ebn);
        yield x ^ (x >> 31n);
    }
}

function makeWorkload(method, number) {
    const {nTotals, nWeights, perTotal, unit} = SHAPES[number];
    const numbers = random(BigInt(method * SHAPES.length + number));
    const weights = new BigInt64Array(nWeights * (perTotal ? nTotals : 1));
    const totals = new BigInt64Array(nTotals);
    for (let i = 0; i < weights.length; i++) {
        const r = numbers.next().value;
        weights[i] = 1n + [r % 60000n, r >> 61n, r >> 4n][number];
    }
    for (let i = 0; i < nTotals; i++) {
        const r = numbers.next().value;
        const small = i % 4 === 3 && method !== ApportionMethod.RESIDUAL_TO_LARGEST;
        const units = small ? r >> 57n : (r >> 24n) + (1n << 34n);
        totals[i] = (r & 1n ? -units : units) * unit;
    }
    return [totals, weights];
}

const pack = numbers => GLib.Bytes.new(new Uint8Array(numbers.buffer));

function makeDigests(nThreads) {
    let lines = '';
    for (let method = 1; method <= 7; method++) {
        for (let number = 0; number < SHAPES.length; number++) {
            const {nWeights, unit, tieRule} = SHAPES[number];
            const [totals, weights] = makeWorkload(method, number);
            const shares = Kkr.apportion_columns(pack(totals), pack(weights), nWeights, method,
                Number(unit), tieRule, nThreads, null);
            const sha256 = GLib.compute_checksum_for_bytes(GLib.ChecksumType.SHA256, shares);
            lines += `${ApportionMethod.to_string(method)} ${number} ${sha256}\n`;
        }
    }
    return lines;
}

test('as in C', () => {
    const program = GLib.build_filenamev([GLib.getenv('KKR_BUILD'), 'tests', 'unit',
        'kernel-columns-hash']);
    const child = Gio.Subprocess.new([program, '--digests'], Gio.SubprocessFlags.STDOUT_PIPE);
    const [, expected] = child.communicate_utf8(null, null);
    assertEqual(expected.split('\n').length, 22);
    for (const nThreads of [1, 2, 4, -1])
        assertEqual(makeDigests(nThreads), expected);
});
