# SPDX-License-Identifier: LGPL-2.1-or-later
"""The tables that random counts are drawn from are those of exact fractions, to the last bit: each
limit is the chance of a count or less, times 2^64, to the nearest whole number, less 1. The tables
are printed by tests/unit/kernel/random.c."""
import os
import subprocess
import unittest
from fractions import Fraction

import tap

PROGRAM = os.path.join(os.environ["KKR_BUILD"], "tests", "unit", "kernel-random")
HIGHEST = (1 << 64) - 1


def limits_of(chances):
    """The first count and the limits of the chances of 0, 1, 2 ... whose sum is 1 as nearly as
    matters."""
    limits, first, part = [], 0, Fraction(0)
    for chance in chances:
        part += chance
        limit = int(part * (1 << 64) + Fraction(1, 2)) - 1
        if limit < 0:
            first += 1
            continue
        limits.append(limit)
        if limit == HIGHEST:
            return [first, *limits]
    return [first, *limits]


def print_tables(distribution, value):
    text = subprocess.run([PROGRAM, distribution, value], check=True, stdout=subprocess.PIPE,
                          text=True).stdout
    return [[int(word) for word in line.split()] for line in text.splitlines()]


def binomial(n, chance):
    """As whole numbers over a common denominator: fractions in lowest terms would take long."""
    taken, whole = chance.numerator, chance.denominator
    weight = (whole - taken) ** n
    for count in range(n + 1):
        yield Fraction(weight, whole ** n)
        weight = weight * (n - count) * taken // ((count + 1) * (whole - taken))


def poisson(mean):
    """The sum of mean^k / k! up to k = 1200 stands for e^mean: what it lacks is below 10^-500."""
    num, den = mean.numerator, mean.denominator
    bits = 600
    terms = [1 << bits]
    for count in range(1, 1200):
        terms.append(terms[-1] * num // (count * den))
    whole = sum(terms)
    return (Fraction(term, whole) for term in terms)


class Tables(unittest.TestCase):
    def test_binomial(self):
        for text in ("1/2", "1/3", "2/7", "1/1000", "999/1000", "1/10000000", "0.15"):
            tables = print_tables("--binomial", text)
            self.assertEqual(len(tables), 256)
            for n in (*range(0, 40), 63, 64, 100, 127, 200, 254, 255):
                self.assertEqual(tables[n], limits_of(binomial(n, Fraction(text))), (text, n))

    def test_poisson(self):
        for text in ("0.000001", "0.1", "1", "2.5", "7", "12.333333", "31.4159", "64", "127.999999",
                     "128"):
            (n_pieces, *table), = print_tables("--poisson", text)
            self.assertEqual(n_pieces, 1)
            self.assertEqual(table, limits_of(poisson(Fraction(text))), text)

    def test_pieces(self):
        for text, pieces in (("128.000001", 2), ("256", 2), ("300", 3), ("100000", 782)):
            (n_pieces, *table), = print_tables("--poisson", text)
            self.assertEqual(n_pieces, pieces)
            self.assertEqual(table, limits_of(poisson(Fraction(text) / pieces)), text)


if __name__ == "__main__":
    unittest.main()
