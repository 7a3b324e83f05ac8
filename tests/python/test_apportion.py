# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shares from Python, and against the definitions of the methods in Python's own whole numbers."""
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

Method = Kkr.ApportionMethod
Rule = Kkr.TieRule
CHILDREN = [21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978]
PRINTED = [3443644, 1224137, 1579964, 1189657, 34323, 1239095, 573573, 1152027, 1322226, 1103062,
           6294349]
LARGEST = 2**63 - 1


class Apportion(unittest.TestCase):
    def refused(self, code, function, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            function(*arguments)
        self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), code), caught.exception)
        return caught.exception.message

    def test_printed_table(self):
        self.assertEqual(Kkr.apportion(19156058, CHILDREN, Method.INDEPENDENT, 1), PRINTED)
        shares = Kkr.apportion(1915605800, CHILDREN, Method.LARGEST_REMAINDER, 100)
        self.assertEqual(shares[7], 115202800)
        self.assertEqual([share for i, share in enumerate(shares) if i != 7],
                         [100 * share for i, share in enumerate(PRINTED) if i != 7])

    def test_full(self):
        result = Kkr.apportion_full(2, [2, 1, 1], Method.DHONDT, 1, Rule.LAST)
        self.assertEqual(result.get_shares(), [1, 0, 1])
        self.assertEqual(result.get_tied_rows(), [0, 1, 2])
        self.assertTrue(result.has_ties())
        self.assertEqual(result.get_gap(), 0)

    def test_decimals(self):
        self.assertEqual(Kkr.apportion_decimals(5, [0.1, 0.2, 0.7], Method.LARGEST_REMAINDER, 1),
                         [1, 1, 3])
        self.assertEqual(Kkr.apportion_decimals(-47, [0.1, 0.25, 2], Method.SAINTE_LAGUE, 1),
                         [-2, -5, -40])

    def test_refusals(self):
        out_of_range = Kkr.CalcError.OUT_OF_RANGE
        self.refused(out_of_range, Kkr.apportion, 1, [], Method.DHONDT, 1)
        self.refused(out_of_range, Kkr.apportion, 1, [0, 0], Method.DHONDT, 1)
        self.refused(out_of_range, Kkr.apportion, 1, [1], Method.UNSET, 1)
        self.refused(out_of_range, Kkr.apportion, 1, [1], Method.DHONDT, 0)
        self.refused(out_of_range, Kkr.apportion_full, 1, [1], Method.DHONDT, 1, Rule.UNSET)
        self.refused(out_of_range, Kkr.apportion_decimals, 1, [float("nan")], Method.DHONDT, 1)
        self.refused(Kkr.CalcError.OVERFLOW, Kkr.apportion, -2**63, [1], Method.DHONDT, 1)
        self.refused(Kkr.CalcError.OVERFLOW, Kkr.apportion, 1, [LARGEST, 1], Method.DHONDT, 1)
        self.refused(Kkr.CalcError.UNSUPPORTED, Kkr.apportion_full, 1, [1, 1], Method.DHONDT, 1,
                     Rule.REFUSE)
        self.refused(Kkr.CalcError.INCONSISTENT, Kkr.apportion, 3, [1] * 6,
                     Method.RESIDUAL_TO_LARGEST, 1)
        self.assertIn("rest 50", self.refused(out_of_range, Kkr.apportion, 1050, [1],
                                              Method.DHONDT, 100))
        self.assertIn("row 1", self.refused(out_of_range, Kkr.apportion, 1, [1, -7],
                                            Method.DHONDT, 1))


def half_away(top, bottom):
    return (2 * top + bottom) // (2 * bottom)


# The square of what a unit's claim is divided by, for a row that has so many.
DIVISORS = {
    Method.DHONDT: lambda given: (given + 1)**2,
    Method.SAINTE_LAGUE: lambda given: (2 * given + 1)**2,
    Method.HUNTINGTON_HILL: lambda given: given * (given + 1),
}


class Definitions(unittest.TestCase):
    """Random cases of up to 63 bits; what holds of the outcome, said in whole numbers of any size."""

    def cases(self, number=400):
        rand = random.Random(1)
        for _ in range(number):
            bits = rand.randrange(1, 60)
            weights = [rand.getrandbits(rand.randrange(1, bits + 1))
                       for _ in range(rand.randrange(1, 9))]
            weights[rand.randrange(len(weights))] += 1
            yield rand.getrandbits(rand.randrange(1, 64)), weights, sum(weights)

    def test_largest_remainder(self):
        for total, weights, whole in self.cases():
            shares = Kkr.apportion(total, weights, Method.LARGEST_REMAINDER, 1)
            self.assertEqual(sum(shares), total)
            more = [total * w % whole for w, s in zip(weights, shares) if s > total * w // whole]
            less = [total * w % whole for w, s in zip(weights, shares) if s == total * w // whole]
            self.assertEqual(len(more) + len(less), len(weights))
            self.assertGreaterEqual(min(more, default=whole), max(less, default=0))

    def test_highest_averages(self):
        for method, divisor in DIVISORS.items():
            for total, weights, _ in self.cases():
                shares = Kkr.apportion(total, weights, method, 1)
                self.assertEqual(sum(shares), total)
                met = [(w * w, divisor(s - 1)) for w, s in zip(weights, shares) if s > 0]
                unmet = [(w * w, divisor(s)) for w, s in zip(weights, shares) if w > 0]
                for top, bottom in met:
                    for other_top, other_bottom in unmet:
                        self.assertGreaterEqual(top * other_bottom, other_top * bottom)

    def test_rounded(self):
        for total, weights, whole in self.cases():
            rounded = [half_away(total * w, whole) for w in weights]
            self.assertEqual(Kkr.apportion(total, weights, Method.INDEPENDENT, 1), rounded)
            sums = [half_away(total * sum(weights[:i]), whole) for i in range(len(weights) + 1)]
            self.assertEqual(Kkr.apportion(-total, weights, Method.CUMULATIVE, 1),
                             [before - after for before, after in zip(sums, sums[1:])])
            row = weights.index(max(weights))
            rounded[row] += total - sum(rounded)
            if rounded[row] >= 0:
                self.assertEqual(Kkr.apportion(total, weights, Method.RESIDUAL_TO_LARGEST, 1),
                                 rounded)


if __name__ == "__main__":
    unittest.main()
