# SPDX-License-Identifier: LGPL-2.1-or-later
"""Claims about printed figures: the deviation of a budget, and random claims against trying all."""
import itertools
import random
import re
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()

RELATIONS = {"=": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
             "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}


def run(figures, claims, whole=None):
    calculator = Kkr.Claims(figures=figures, claims=claims)
    if whole is not None:
        calculator.props.whole = whole
    return calculator.run()


def cells(result, column, table="claims"):
    return result.get_table_named(table).get_column(column).get_strings()


def exacts(result, column, table):
    cell = result.get_table_named(table).get_column(column)
    return [None if cell.get_cell_status(i) != Kkr.CellStatus.VALUE else Fraction(cell.dup_exact(i))
            for i in range(cell.get_length())]


def value(formula, names):
    """The formula in fractions; ZeroDivisionError where it divides by zero."""
    text = re.sub(r"\d+(?:\.\d+)?", lambda number: f"Fraction('{number[0]}')", formula)
    return eval(text, {"Fraction": Fraction, "min": min, "max": max, **names})


def holds(claim, names):
    left, relation, right = re.split(r"(<=|>=|=|<|>)", claim)
    try:
        return RELATIONS[relation](value(left.strip(), names), value(right.strip(), names))
    except ZeroDivisionError:
        return False


class Witness(unittest.TestCase):
    def test_nothing_is_rounded(self):
        """1/59 and 100/3 have decimals without end; 0,125 and -2,7 have not."""
        result = run("a = ?; b = 59; c = -2,7; d = ?",
                     "b / b / 59 = a; 8 * a = 1; c < 0.5; d * 3 = 100")
        self.assertEqual(cells(result, "witness"),
                         ["a = 1/59; b = 59", "a = 0,125", "c = -2,7", "d = 100/3"])


class Deviation(unittest.TestCase):
    """Accounts 6,3 mia. kr., a deviation of 6 per cent or 0,3 mia. kr. (KL's document, 2024)."""

    FIGURES = "a = 6,3; p = 6; dev = 0,3; b = ?"

    def test_overspending_of_the_budget(self):
        """Possible with 5,5 to 5,93 per cent and 0,326 or more: 35/59 and 6,25 - 6,25/1,055."""
        result = run(self.FIGURES, "b = a - dev; dev = p / 100 * b")
        self.assertEqual(cells(result, "verdict", "together"), ["possible"])
        lower = exacts(result, "remains-lower", "figures")
        upper = exacts(result, "remains-upper", "figures")
        self.assertEqual((lower[1], upper[1]), (Fraction(11, 2), Fraction(350, 59)))
        least = Fraction(25, 4) - Fraction(25, 4) / Fraction("1.055")
        self.assertLessEqual(lower[2], least)
        self.assertEqual((round(lower[2], 5), round(least, 5)), (Fraction("0.32583"),) * 2)
        self.assertEqual(upper[2], Fraction(7, 20))

    def test_overspending_without_a_name_for_the_budget(self):
        result = run("a = 6,3; p = 6; dev = 0,3", "dev = a - a / (1 + p / 100)")
        self.assertEqual(cells(result, "verdict"), ["possible"])
        self.assertEqual(exacts(result, "right-lower", "claims"),
                         [Fraction(25, 4) - Fraction(25, 4) / Fraction("1.055")])

    def test_share_of_the_accounts(self):
        result = run("a = 6,3; p = 6; dev = 0,3", "dev = p / 100 * a")
        self.assertEqual(cells(result, "verdict"), ["possible"])
        self.assertEqual(exacts(result, "remains-upper", "figures")[1], Fraction("5.6"))

    def test_underspending(self):
        """At least 0,3638, and 0,35 is no longer printed as 0,3."""
        result = run("a = 6,3; p = 6; dev = 0,3", "dev = a / (1 - p / 100) - a")
        self.assertEqual(cells(result, "verdict"), ["impossible"])
        self.assertEqual(exacts(result, "right-lower", "claims"),
                         [Fraction(25, 4) / Fraction("0.945") - Fraction(25, 4)])
        self.assertIn("umulig", result.explain("verdict", 0).to_string())


class Printed(unittest.TestCase):
    def test_children_of_the_document(self):
        """87 and 13 per cent of 23.873, and 74,6 that became 98,5 per 1.000: 32 per cent more."""
        result = run("n = 23.873; f = 20.770; g = 3.103; u = 74,6; v = 98,5; p = 32; q = 87",
                     "n = f + g; q = 100 * f / n; p = 100 * (v - u) / u", "n f g")
        self.assertEqual(cells(result, "verdict"), ["exact", "possible", "possible"])
        self.assertEqual(cells(result, "verdict", "together"), ["possible"])
        self.assertEqual(exacts(result, "right-lower", "claims")[2],
                         100 * (Fraction("98.45") - Fraction("74.65")) / Fraction("74.65"))

    def test_qualifiers(self):
        result = run("n = mere end 180.000; m = højst 180.000", "n > m; n = m")
        self.assertEqual(cells(result, "verdict"), ["possible", "impossible"])

    def test_each_possible_and_together_not(self):
        result = run("a = 5; b = 5; c = 10", "a + b = 10,5; a < 5,2; b < 5,2; c = 10")
        self.assertEqual(cells(result, "verdict"), ["possible", "exact", "exact", "exact"])
        self.assertEqual(cells(result, "verdict", "together"), ["impossible"])
        self.assertEqual(cells(result, "conflict", "together"), ["a + b = 10,5; a < 5,2; b < 5,2"])

    def test_a_single_claim_that_is_impossible_is_the_conflict(self):
        result = run("a = 5; b = 6", "a < b; a > b")
        self.assertEqual(cells(result, "conflict", "together"), ["a > b"])

    def test_explanations(self):
        result = run("a = 6,3; p = 6; dev = 0,3; n = 79", "dev = p / 100 * a; n > a; 2 * n = 158",
                     "n")
        for table in result.dup_tables():
            for column in table.dup_columns():
                for row in range(table.get_n_rows()):
                    if column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                        result.explain(f"{table.get_name()}.{column.get_name()}", row)


class Faults(unittest.TestCase):
    def test_messages(self):
        for figures, claims, whole, message in [
                ("a = 1; a = 2", "a = 1", "", "figures: the same name twice: \"a\" found"),
                ("a = ti", "a = 1", "", "figures: a: a figure that cannot be read: \"ti\" found"),
                ("6,3", "a = 1", "", "figures: a figure without a name: \"6,3\" found"),
                ("Å = 1", "a = 1", "", "figures: a name that formulas cannot use: \"Å\" found"),
                ("a = 1", "a < c", "", "a name without a figure at character 1"),
                ("a = 1", "a + 1", "", "0 relations found"),
                ("a = 1", "1 < a < 2", "", "2 relations found"),
                ("a = 1", "", "", "claims: no claim"),
                ("a = 1", "a = 1/0", "", "a division by zero found in \"1/0\""),
                ("a = 1", "a = 1.234", "", "a number that can be read in two ways: \"1.234\""),
                ("a = 1", "a = (", "", "wrong formula at character"),
                ("a = 1", "a = 1; a = 1", "", "the same claim twice"),
                ("a = 1", "a = 1", "b", "whole: a whole number without a figure: \"b\" found"),
                ("a = 6,3", "a = 1", "a", "a: no whole number is printed as \"6,3\""),
                ("a = " + "1" * 50, "a = 1", "", "more digits than the library computes with")]:
            with self.assertRaises(Exception) as caught:
                run(figures, claims, whole)
            self.assertIn(message, str(caught.exception))

    def test_long_numbers(self):
        """What does not fit into the numbers can still be known to be above zero."""
        long = "123456789012345678901234567890"
        result = run(f"a = {long}; b = {long}", "a * b = a * a; a = b; a * a * a < 0")
        self.assertEqual(cells(result, "verdict")[1:], ["exact", "impossible"])
        self.assertIn(cells(result, "verdict")[0], ("possible", "undecided"))

    def test_hundreds_of_figures(self):
        figures = "; ".join(f"x{i} = 10" for i in range(600))
        total = " + ".join(f"x{i}" for i in range(600))
        result = run(figures, f"{total} = 6000; {total} = 6290; {total} = 6300; {total} < 5700")
        self.assertEqual(cells(result, "verdict"),
                         ["exact", "possible", "impossible", "impossible"])

    def test_root(self):
        """No fraction is the root of 2, and yet there is one: that is for nobody to call impossible."""
        for text in ("?", "1", "1,4142136", "1,4142135623731"):
            self.assertEqual(cells(run(f"x = {text}", "x * x = 2"), "verdict"), ["undecided"])
        self.assertEqual(cells(run("x = 1,5", "x * x = 2"), "verdict"), ["impossible"])

    def test_work_is_bounded(self):
        """A claim on which the search cannot come to an end says so."""
        figures = "; ".join(f"x{i} = 1" for i in range(12))
        square = " + ".join(f"x{i} * x{i}" for i in range(12))
        cube = " + ".join(f"x{i} * x{i} * x{i}" for i in range(12))
        result = run(figures, f"{square} = 12; {cube} = 12; {cube} * {square} = 143,999")
        self.assertIn(cells(result, "verdict", "together")[0], ("impossible", "undecided"))


class Oracle(unittest.TestCase):
    """Random claims over few numbers, where a program can try all or many."""

    def formula(self, chance, names, depth):
        if depth == 0 or chance.random() < 0.25:
            return chance.choice(names) if chance.random() < 0.75 else str(chance.randint(1, 4))
        left = self.formula(chance, names, depth - 1)
        right = self.formula(chance, names, depth - 1)
        if chance.random() < 0.12:
            return f"{chance.choice(['min', 'max'])}({left}, {right})"
        return f"({left} {chance.choice('++--**/')} {right})"

    def claims(self, chance, names, n):
        return list(dict.fromkeys(
            f"{self.formula(chance, names, 2)} {chance.choice(list(RELATIONS))} "
            f"{self.formula(chance, names, 1)}" for _ in range(n)))

    def test_whole_numbers(self):
        """Three whole numbers from 0 to 4: what holds for none is impossible, and the reverse."""
        chance, names, decided = random.Random(5), ["a", "b", "c"], 0
        bounds = "; ".join(f"{name} <= 4" for name in names)
        for _ in range(100):
            claims = self.claims(chance, names, chance.randint(1, 3))
            try:
                result = run("; ".join(f"{name} = mindst 0" for name in names),
                             f"{bounds}; {'; '.join(claims)}", "a b c")
            except Exception as error:
                self.assertIn("division by zero", str(error))
                continue
            found = [point for point in itertools.product(map(Fraction, range(5)), repeat=3)
                     if all(holds(claim, dict(zip(names, point))) for claim in claims)]
            verdict = cells(result, "verdict", "together")[0]
            decided += verdict != "undecided"
            if verdict != "undecided":
                self.assertEqual(verdict in ("exact", "possible"), bool(found), claims)
            if found:
                lower = exacts(result, "remains-lower", "figures")
                upper = exacts(result, "remains-upper", "figures")
                for point in found:
                    for i, number in enumerate(point):
                        self.assertTrue(lower[i] is None or lower[i] <= number, claims)
                        self.assertTrue(upper[i] is None or number <= upper[i], claims)
            self.witness(result, claims, names)
        self.assertGreaterEqual(decided, 90)

    def witness(self, result, claims, names):
        point = exacts(result, "witness", "figures")
        if point[0] is not None:
            for claim in claims:
                self.assertTrue(holds(claim, dict(zip(names, point))), (claims, point))

    def test_rounded_numbers(self):
        """Points between the ends: a claim that one fulfils is not impossible, and no side of it
        goes beyond its range."""
        chance, names, undecided = random.Random(7), ["a", "b"], 0
        for _ in range(300):
            printed = [chance.choice(["2", "3", "0,5", "1,5", "-2", "0"]) for _ in names]
            claims = self.claims(chance, names, 1)
            try:
                result = run("; ".join(f"{name} = {text}" for name, text in zip(names, printed)),
                             claims[0])
            except Exception as error:
                self.assertIn("division by zero", str(error))
                continue
            verdict = cells(result, "verdict")[0]
            undecided += verdict == "undecided"
            self.witness(result, claims, names)
            self.grid(result, claims[0], verdict)
        self.assertLessEqual(undecided, 15)

    def grid(self, result, claim, verdict):
        lower = exacts(result, "lower", "figures")
        upper = exacts(result, "upper", "figures")
        points = [[low + (high - low) * Fraction(i, 12) for i in range(1, 12)]
                  for low, high in zip(lower, upper)]
        left = re.split(r"<=|>=|=|<|>", claim)[0].strip()
        low, high = (exacts(result, f"left-{end}", "claims")[0] for end in ("lower", "upper"))
        for point in itertools.product(*points):
            names = dict(zip("ab", point))
            if holds(claim, names):
                self.assertNotEqual(verdict, "impossible", (claim, point))
            try:
                number = value(left, names)
            except ZeroDivisionError:
                continue
            self.assertTrue(low is None or low <= number, (claim, point))
            self.assertTrue(high is None or number <= high, (claim, point))


if __name__ == "__main__":
    unittest.main()
