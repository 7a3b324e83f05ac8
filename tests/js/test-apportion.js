// SPDX-License-Identifier: LGPL-2.1-or-later
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const {ApportionMethod, CalcError, TieRule} = Kkr;
const CHILDREN = [21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978];
const PRINTED = [3443644, 1224137, 1579964, 1189657, 34323, 1239095, 573573, 1152027, 1322226,
    1103062, 6294349];

test('printed table', () => {
    assertEqual(Kkr.apportion(19156058, CHILDREN, ApportionMethod.INDEPENDENT, 1), PRINTED);
    const shares = Kkr.apportion(19156058, CHILDREN, ApportionMethod.LARGEST_REMAINDER, 1);
    assertEqual(shares, PRINTED.map((share, row) => row === 7 ? 1152028 : share));
});

test('ties', () => {
    const result = Kkr.apportion_full(2, [2, 1, 1], ApportionMethod.DHONDT, 1, TieRule.LAST);
    assertEqual(result.get_shares(), [1, 0, 1]);
    assertEqual(result.get_tied_rows(), [0, 1, 2]);
    assert(result.has_ties());
    assertEqual(result.gap, 0);
});

test('decimals', () => {
    assertEqual(Kkr.apportion_decimals(5, [0.1, 0.2, 0.7], ApportionMethod.LARGEST_REMAINDER, 1),
        [1, 1, 3]);
});

test('refusals', () => {
    const method = ApportionMethod.DHONDT;
    const refused = (code, ...args) => assertThrows(() => Kkr.apportion(...args), CalcError, code);

    refused(CalcError.OUT_OF_RANGE, 1, [], method, 1);
    refused(CalcError.OUT_OF_RANGE, 1, [0, 0], method, 1);
    refused(CalcError.OUT_OF_RANGE, 1, [1], method, 0);
    refused(CalcError.OVERFLOW, 1, [2 ** 62, 2 ** 62], method, 1);
    assertIncludes(refused(CalcError.OUT_OF_RANGE, 1050, [1], method, 100).message, 'rest 50');
    assertThrows(() => Kkr.apportion_full(1, [1, 1], method, 1, TieRule.REFUSE), CalcError,
        CalcError.UNSUPPORTED);
    assertThrows(() => Kkr.apportion_decimals(1, [NaN, 1], method, 1), CalcError,
        CalcError.OUT_OF_RANGE);
});

test('a misspelt method is none', () => {
    const error = assertThrows(() => Kkr.apportion(1, [1], ApportionMethod.D_HONDT, 1), CalcError,
        CalcError.OUT_OF_RANGE);
    assertIncludes(error.message, 'no such apportionment method: 0 found');
});
