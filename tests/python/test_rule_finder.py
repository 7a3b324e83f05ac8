# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules that were tried by hand on the shares of Socialtilsyn Nord, and bases behind tariffs."""
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()

KEYS = ("Silkeborg;Brønderslev;Frederikshavn;Jammerbugt;Læsø;Mariagerfjord;Morsø;Rebild;Thisted;"
        "Vesthimmerland;Aalborg")
WEIGHTS = {
    2023: "21.502;7.769;10.101;7.652;225;7.853;3.656;7.265;8.379;7.066;39.632",
    2024: "21.872;7.775;10.035;7.556;218;7.870;3.643;7.317;8.398;7.006;39.978",
}
PRINTED = {
    2023: "3.274.133;1.182.994;1.538.090;1.165.178;34.261;1.195.785;556.703;1.106.250;1.275.880;"
          "1.075.948;6.034.808",
    2024: "3.443.644;1.224.137;1.579.964;1.189.657;34.323;1.239.095;573.573;1.152.027;1.322.226;"
          "1.103.062;6.294.349",
}
TOTAL = {2023: "18.440.030", 2024: "19.156.058"}

# The rule, and for each year the rows that differ and the sum: 004 L199-210, worked out without the library.
TRIED = {
    "each-half-away": ((0, 18440030), (0, 19156057)),
    "each-half-even": ((0, 18440030), (0, 19156057)),
    "each-floor": ((5, 18440025), (5, 19156052)),
    "each-ceiling": ((6, 18440036), (6, 19156063)),
    "largest-remainder": ((0, 18440030), (1, 19156058)),
    "residual-to-largest": ((0, 18440030), (1, 19156058)),
    "residual-to-last": ((0, 18440030), (1, 19156058)),
    "cumulative": ((2, 18440030), (3, 19156058)),
    "share-1-decimals": ((11, 18421590), (11, 19175214)),
    "share-2-decimals": ((11, 18441875), (11, 19156058)),
    "share-4-decimals": ((11, 18440031), (11, 19156059)),
    "share-6-decimals": ((1, 18440029), (1, 19156058)),
    "rate-2-decimals": ((10, 18439898), (11, 19156627)),
    "rate-4-decimals": ((0, 18440030), (1, 19156056)),
    "rate-5-decimals": ((0, 18440030), (0, 19156057)),
}

# Tariffs of 004 L225-228 and 002 L2510-2534: printed, and the interval of the base as printed there
# to four decimals.
BASES = {
    "43.852;52.622;87.703;131.555": ("43851.5", "43851.75"),
    "42.884;51.461;85.768;128.653": (Fraction(257305, 6), "42884.25"),
}


def run(**inputs):
    return Kkr.RuleFinder(**inputs).run()


def shares(year):
    return run(weights=WEIGHTS[year], printed=PRINTED[year], total=TOTAL[year], keys=KEYS)


def column(result, name, table="rules"):
    return result.get_table_named(table).get_column(name)


class Shares(unittest.TestCase):
    def test_rules_that_were_tried_by_hand(self):
        for place, year in enumerate((2023, 2024)):
            result = shares(year)
            rules = column(result, "rule").get_strings()
            for rule, expected in TRIED.items():
                row = rules.index(rule)
                found = (column(result, "differ").get_int64(row),
                         Fraction(column(result, "sum").dup_exact(row)))
                self.assertEqual(found, expected[place], (rule, year))
                self.assertEqual(column(result, "reproduces").get_strings()[row],
                                 "no" if expected[place][0] else "yes")

    def test_rows_that_differ(self):
        """In 2024 the largest remainders move Rebild alone, the residual Aalborg alone."""
        result = shares(2024)
        rules = column(result, "rule", "values").get_strings()
        keys = column(result, "key", "values").get_strings()
        differences = column(result, "difference", "values")
        moved = {(rules[i], keys[i]): differences.dup_exact(i) for i in range(len(rules))
                 if differences.dup_exact(i) != "0"}
        for rule, key in [("largest-remainder", "Rebild"), ("residual-to-largest", "Aalborg"),
                          ("residual-to-last", "Aalborg")]:
            self.assertEqual([(k, moved[r, k]) for r, k in moved if r == rule], [(key, "1")])

    def test_explanations(self):
        result = shares(2024)
        for table in result.dup_tables():
            for cells in table.dup_columns():
                for row in range(table.get_n_rows()):
                    result.explain(f"{table.get_name()}.{cells.get_name()}", row)


class Bases(unittest.TestCase):
    WEIGHTS = "1; 1,2; 2; 3"

    def test_intervals(self):
        for printed, (lower, upper) in BASES.items():
            result = run(weights=self.WEIGHTS, printed=printed)
            self.assertEqual(column(result, "rounding", "base").get_strings()[0], "half-away")
            self.assertEqual(Fraction(column(result, "lower", "base").dup_exact(0)),
                             Fraction(lower))
            self.assertEqual(Fraction(column(result, "upper", "base").dup_exact(0)),
                             Fraction(upper))
            self.assertEqual(column(result, "reproduces").get_strings()[0], "yes")
            for row in range(6):
                for name in ("lower", "upper"):
                    result.explain(f"base.{name}", row)
            for row in range(24):
                result.explain("values.value", row)

    def test_contradiction(self):
        """The base of the first row, 43.852, would give 131.556 for the last."""
        result = run(weights="1; 3", printed="43.852; 131.560", keys="a; d")
        self.assertEqual(column(result, "verdict", "base").get_strings()[0], "impossible")
        self.assertEqual(column(result, "row-a", "base").get_strings()[0], "d")
        self.assertEqual(column(result, "row-b", "base").get_strings()[0], "a")
        self.assertEqual(column(result, "differ").get_int64(0), 1)

    def test_whole_numbers_behind_ninths(self):
        """Municipalities of 9, printed in per cent, follow one base: 100/9."""
        result = run(weights="1; 2; 4", printed="11; 22; 44")
        self.assertEqual(column(result, "interval", "base").dup_text(0), "fra 10,875 til under 11,125")


class Faults(unittest.TestCase):
    def test_messages(self):
        for inputs, message in [
                ({"weights": "1; 2", "printed": "1"},
                 "as many printed rows as weights expected: 1 and 2 found"),
                ({"weights": "1", "printed": "1; 2"},
                 "as many printed rows as weights expected: 2 and 1 found"),
                ({"weights": "", "printed": "1"}, "weights: 0 rows found"),
                ({"weights": "0", "printed": "0"}, "no weights above 0 found"),
                ({"weights": "-1; 2", "printed": "1; 2"}, "row 1: a negative weight: \"-1\" found"),
                ({"weights": "x", "printed": "1"}, "row 1: a weight that cannot be read"),
                ({"weights": "1", "printed": "x"}, "row 1: a printed figure that cannot be read"),
                ({"weights": "1", "printed": "1", "total": "x"}, "a total that cannot be read"),
                ({"weights": "1; 2", "printed": "1; 2", "keys": "a; a"},
                 "the same key twice: \"a\" found"),
                ({"weights": "1; 2", "printed": "1; 2", "keys": "a"},
                 "as many keys as weights expected: 1 and 2 found")]:
            with self.assertRaises(Exception) as caught:
                run(**inputs)
            self.assertIn(message, str(caught.exception))

    def test_long_numbers(self):
        long = "123456789012345678901234567890"
        result = run(weights=f"{long}; 1", printed=f"{long}; 1", total=long)
        self.assertNotIn("each-half-away", column(result, "rule").get_strings())
        self.assertIn("hver række afrundet", result.dup_notes()[0].to_string())

    def test_total_that_is_no_multiple_of_the_unit(self):
        result = run(weights="1; 1", printed="1; 1", total="2,5")
        self.assertNotIn("largest-remainder", column(result, "rule").get_strings())
        self.assertIn("største brøks metode", result.dup_notes()[0].to_string())


if __name__ == "__main__":
    unittest.main()
