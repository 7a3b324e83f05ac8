# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whole numbers behind printed percentages, against trying all of them."""
import itertools
import random
import unittest
from fractions import Fraction
from math import ceil, floor

import tap

Kkr = tap.kkr()

ROUND = {
    Kkr.RoundingMode.HALF_AWAY: lambda x: floor(x + Fraction(1, 2)),
    Kkr.RoundingMode.HALF_EVEN: round,
    Kkr.RoundingMode.FLOOR: floor,
    Kkr.RoundingMode.CEILING: ceil,
    Kkr.RoundingMode.TOWARD_ZERO: floor,
    Kkr.RoundingMode.AWAY_FROM_ZERO: ceil,
}


def run(percentages, first=1, last=98, rounding=Kkr.RoundingMode.HALF_AWAY):
    return Kkr.PercentageBase(percentages=percentages, first=first, last=last,
                              rounding=rounding).run()


def column(result, name, table="bases"):
    return [str(text).replace(".", "") for text in
            result.get_table_named(table).get_column(name).get_strings()]


def numbers(result, name, table="bases"):
    cells = result.get_table_named(table).get_column(name)
    return [cells.get_int64(i) for i in range(cells.get_length())]


class Enquiries(unittest.TestCase):
    """"90 unikke kommuner" with 27,8, 25,3, 20,3, 13,9 and 12,7 per cent in the regions."""

    PERCENTAGES = "27,8; 25,3; 20,3; 13,9; 12,7"

    def test_seventy_nine_alone(self):
        result = run(self.PERCENTAGES)
        self.assertEqual(numbers(result, "base"), [79])
        self.assertEqual(column(result, "counts"), ["22; 20; 16; 11; 10"])
        self.assertEqual(numbers(result, "lowest"), [79])
        self.assertEqual(numbers(result, "highest"), [79])
        self.assertEqual(column(result, "whole"), ["yes"])
        self.assertEqual(numbers(result, "from", "counts"), [22, 20, 16, 11, 10])
        self.assertEqual([note.get_danish() for note in result.dup_notes()],
                         ["Af de 98 tal, der er prøvet, kan kun 79 være grundtallet."])

    def test_many(self):
        result = run("22; 20; 16; 11; 10", 1, 1000)
        n = len(numbers(result, "base"))
        self.assertEqual([note.get_danish() for note in result.dup_notes()],
                         [f"Af de 1.000 tal, der er prøvet, kan {n} være grundtallet; det mindste "
                          "er 79."])

    def test_not_ninety(self):
        result = run(self.PERCENTAGES, 90, 90)
        self.assertEqual(numbers(result, "base"), [])
        self.assertEqual(len(result.dup_notes()), 1)

    def test_explanations(self):
        result = run("50,0; 33,3 pct.\n16,7", 1, 40)
        for table in result.dup_tables():
            for cells in table.dup_columns():
                for row in range(table.get_n_rows()):
                    result.explain(f"{table.get_name()}.{cells.get_name()}", row)
        self.assertIn("22", run(self.PERCENTAGES).explain("base", 0).to_string())


class Oracle(unittest.TestCase):
    def test_every_number(self):
        chance = random.Random(3)
        for mode, decimals in itertools.product(ROUND, (0, 1)):
            for _ in range(6):
                base = chance.randint(2, 60)
                counts = [chance.randint(0, base) for _ in range(chance.randint(1, 4))]
                scale = 10 ** decimals
                printed = [ROUND[mode](Fraction(100 * scale * count, base)) for count in counts]
                texts = [f"{number // scale},{number % scale}" if decimals else str(number)
                         for number in printed]
                result = run("; ".join(texts), 1, 70, mode)
                expected = {}
                for tried in range(1, 71):
                    behind = [[count for count in range(tried + 1)
                               if ROUND[mode](Fraction(100 * scale * count, tried)) == number]
                              for number in printed]
                    if all(behind):
                        expected[tried] = [edge for one in behind for edge in (one[0], one[-1])]
                self.assertIn(base, expected)
                self.assertEqual(numbers(result, "base"), list(expected), (mode, texts))
                found = [edge for pair in zip(numbers(result, "from", "counts"),
                                              numbers(result, "to", "counts")) for edge in pair]
                self.assertEqual(found, list(itertools.chain(*expected.values())))


class Faults(unittest.TestCase):
    def test_messages(self):
        for percentages, first, last, message in [
                ("", 1, 98, "no percentages found"),
                ("101", 1, 98, "no percentage of a whole: \"101\" found"),
                ("-1", 1, 98, "no percentage of a whole: \"-1\" found"),
                ("33," + "3" * 34, 1, 98, "the interval of the figure does not fit"),
                ("5 kr.", 1, 98, "no percentage of a whole: \"5 kr.\" found"),
                ("x", 1, 98, "a percentage that cannot be read: \"x\" found"),
                ("5", 0, 98, "no span of whole numbers: 0 to 98 found"),
                ("5", 9, 8, "no span of whole numbers: 9 to 8 found"),
                ("5", 1, 2000000, "no span of whole numbers: 1 to 2000000 found"),
                ("5; 6; 7", 1, 1000000, "too much to try: 1000000 numbers for 3 percentages")]:
            with self.assertRaises(Exception) as caught:
                run(percentages, first, last)
            self.assertIn(message, str(caught.exception))

    def test_long_numbers(self):
        self.assertEqual(numbers(run("33,3333333333333333333333333333", 1, 10), "base"), [3, 6, 9])
        self.assertEqual(numbers(run("33,3333333333333333333333333334", 1, 10), "base"), [])


if __name__ == "__main__":
    unittest.main()
