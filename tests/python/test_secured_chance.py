# SPDX-License-Identifier: LGPL-2.1-or-later
"""What chance does to the need of secured places: against paths drawn one by one in another
language, by hand where nothing is left to chance, and against what has to hold of any paths."""
import itertools
import math
import os
import unittest
from fractions import Fraction

import checker
import tap
from cohort_paths import draw_paths

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

START = "dom-type;secured;waiting;open\n1;30;;\n2;25;2;10\n"
INFLOW = "dom-type;persons;open-persons\n1;4,5;\n2;9;1,5\n"
STAYS = "dom-type;length;to-open;open-length\n1;5;;\n2;2,5;60;4\n"
PERCENTS = (5, 25, 50, 75, 95)


def capacity(start=START, inflow=INFLOW, stays=STAYS, steps=None, **inputs):
    given = {"first_year": 2025, "last_year": 2030, "secured_places": 60, "paths": 200, **inputs}
    calculator = Kkr.SecuredCapacity(**given)
    for name, text in (("start", start), ("inflow", inflow), ("stays", stays), ("steps", steps)):
        if text is not None:
            calculator.set_from_string(name, text)
    return calculator


def numbers(result, table, column):
    table = result.get_table_named(table)
    cells = [table[column].dup_exact(row) for row in range(len(table))]
    return [Fraction(cell) if cell is not None else None for cell in cells]


def notes(result, language):
    return "\n".join(note.to_string_in(language) for note in result.dup_notes())


def refusal(calculator):
    try:
        calculator.run(None)
    except GLib.Error as error:
        return error
    raise AssertionError("nothing was refused")


def percentile(counter, percent):
    """The least value that so many per cent of the paths do not exceed."""
    ordered = sorted(counter.elements())
    return ordered[max(math.ceil(Fraction(percent * len(ordered), 100)), 1) - 1]


class PathByPath(unittest.TestCase):
    """The same model in the numbers of the kernel: places by year, shares by group."""

    def setUp(self):
        zero = {"open": 0, "to_open": (0, 1), "leaves_open": (0, 1), "removed": False}
        self.model = {
            "seed": 2035, "n_paths": 200, "start": [[30, 0, 0], [23, 2, 10]],
            "cells": [{**zero, "secured": 4500000, "ends": (1, 5)},
                      {"secured": 9000000, "open": 1500000, "ends": (2, 5), "to_open": (3, 5),
                       "leaves_open": (1, 4), "removed": False}] * 6,
            "secured_places": [56, 56, 58, 58, 58, 58], "open_places": [22, 22, 25, 25, 25, 25]}
        self.result = capacity(
            seed=2035, secured_places=56, open_places=22,
            steps="step;year;secured-places;open-places\nTrin 1;2027;2;3\n").run(None)
        self.counts = draw_paths(self.model)

    def test_bands(self):
        for year in range(6):
            need = self.counts["need", year]
            mean = Fraction(sum(need.elements()), 200)
            squares = Fraction(sum(value * value for value in need.elements()), 200)
            above = sum(n for value, n in need.items()
                        if value > self.model["secured_places"][year])
            found = {column: numbers(self.result, "bands", column)[year]
                     for column in ("mean", "variance", "chance", "secured-places")}
            self.assertEqual(found, {"mean": mean, "variance": squares - mean ** 2,
                                     "chance": Fraction(above, 200),
                                     "secured-places": self.model["secured_places"][year]})
            for percent in PERCENTS:
                self.assertEqual(numbers(self.result, "bands", f"p{percent}")[year],
                                 percentile(need, percent))

    def test_exceeded(self):
        total = 0
        for year in range(6):
            first = self.counts["first", year]
            count = sum(first.values())
            total += count
            self.assertEqual(numbers(self.result, "exceeded", "paths")[year], count)
            self.assertEqual(numbers(self.result, "exceeded", "first")[year], Fraction(count, 200))
            self.assertEqual(numbers(self.result, "exceeded", "until")[year], Fraction(total, 200))
            lack = Fraction(sum(first.elements()), count) if count else None
            self.assertEqual(numbers(self.result, "exceeded", "lack")[year], lack)
            for percent in PERCENTS:
                self.assertEqual(numbers(self.result, "exceeded", f"lack-p{percent}")[year],
                                 percentile(first, percent) if count else None)

    def test_reserve(self):
        largest = [percentile(self.counts["worst", 0], percent) for percent in PERCENTS]
        self.assertEqual(numbers(self.result, "reserve", "percent"), list(PERCENTS))
        self.assertEqual(numbers(self.result, "reserve", "largest"), largest)
        self.assertEqual(numbers(self.result, "reserve", "more-places"),
                         [max(0, lack) for lack in largest])

    def test_roots(self):
        """The nearest hundredth of a person, and the nearest ten thousandth."""
        variances = numbers(self.result, "bands", "variance")
        for column, scale, paths in (("deviation", 100, 1), ("error", 10000, 200)):
            for variance, root in zip(variances, numbers(self.result, "bands", column)):
                root *= scale
                square = variance * scale ** 2 / paths
                self.assertEqual(root.denominator, 1)
                self.assertLessEqual((root - Fraction(1, 2)) ** 2, square)
                self.assertLess(square, (root + Fraction(1, 2)) ** 2)


class Certain(unittest.TestCase):
    def test_by_hand(self):
        """All 10 stays end in the first year, all are to move, 4 find a place; one waits for each
        that leaves in the years after: none does."""
        result = capacity("dom-type;secured\n3;10\n", "dom-type;persons\n3;0\n",
                          "dom-type;length;to-open\n3;1;100\n", secured_places=5, open_places=4,
                          last_year=2026, percentiles="50 1, 99").run(None)
        for column, cells in {"without-chance": [6, 6], "mean": [6, 6], "variance": [0, 0],
                              "deviation": [0, 0], "error": [0, 0], "p1": [6, 6], "p50": [6, 6],
                              "p99": [6, 6], "chance": [1, 1]}.items():
            self.assertEqual(numbers(result, "bands", column), cells, column)
        self.assertEqual(numbers(result, "exceeded", "first"), [1, 0])
        self.assertEqual(numbers(result, "exceeded", "until"), [1, 1])
        self.assertEqual(numbers(result, "exceeded", "lack"), [1, None])
        self.assertEqual(numbers(result, "reserve", "more-places"), [1, 1, 1])
        self.assertIn("In 100.00% of the paths secured places lack in some year from 2025 to 2026, "
                      "in half of the paths no later than 2025.", notes(result, "en"))
        self.assertIn("I 100,00 pct. af forløbene", notes(result, "da"))

    def test_never(self):
        result = capacity(secured_places=500).run(None)
        self.assertIn("In no path do secured places lack from 2025 to 2030.", notes(result, "en"))
        self.assertEqual(set(numbers(result, "reserve", "more-places")), {0})

    def test_no_paths(self):
        result = capacity(paths=0).run(None)
        for table in ("bands", "exceeded", "reserve"):
            self.assertIsNone(result.get_table_named(table))
        self.assertNotIn("Chance", notes(result, "en"))


class Any(unittest.TestCase):
    def test_mean_without_bound(self):
        """Where no bound binds, the need without chance is the mean: these paths come within four
        standard errors of it, and their variance to what the flows say."""
        result = capacity(paths=100000, seed=1).run(None)
        variances = [Fraction(0), Fraction(0)]
        means = [Fraction(30), Fraction(23)]
        flows = ((Fraction(9, 2), Fraction(1, 5)), (Fraction(9), Fraction(2, 5)))
        rows = zip(*(numbers(result, "bands", column)
                     for column in ("without-chance", "mean", "error", "variance")))
        for expected, mean, error, variance in rows:
            for i, (arrive, ends) in enumerate(flows):
                variances[i] = ((1 - ends) ** 2 * variances[i] + ends * (1 - ends) * means[i]
                                + arrive)
                means[i] = means[i] * (1 - ends) + arrive
            self.assertLessEqual(abs(mean - expected), 4 * error)
            # The variance of a variance of so many paths is about 2 v^2 / paths.
            self.assertLess((variance / sum(variances) - 1) ** 2, 16 * Fraction(2, 100000))
        self.assertNotIn("open places have a bound", notes(result, "en"))

    def test_bound_raises_mean(self):
        """Too few open places in some paths are not made up for by too many in others."""
        result = capacity(paths=20000, open_places=28).run(None)
        pairs = list(zip(numbers(result, "bands", "mean"),
                         numbers(result, "bands", "without-chance")))
        self.assertTrue(all(mean > expected for mean, expected in pairs[2:]))
        self.assertIn("The open places have a bound", notes(result, "en"))
        self.assertIn("De åbne pladser har en grænse", notes(result, "da"))
        self.assertRegex(notes(result, "en"), r"where the mean is \d+\.\d\d persons higher\.")
        self.assertRegex(notes(result, "da"), r"hvor snittet er \d+,\d\d personer højere\.")

    def test_bound_lowers_mean(self):
        """Open places that are over-full on average discharge nobody without chance, but somebody
        in the paths in which one becomes free."""
        result = capacity(start="dom-type;secured;open\n2;40;17\n", last_year=2025, paths=20000,
                          inflow="dom-type;persons;open-persons\n2;10;2\n", open_places=15,
                          stays="dom-type;length;to-open;open-length\n2;4;50;8,5\n").run(None)
        # 17 - 17 / 8.5 + 2 = 17 in 15 places: none is free, and 40 - 10 + 10 + 5 stay.
        self.assertEqual(numbers(result, "bands", "without-chance"), [40 - 10 + 10 + 5])
        mean, = numbers(result, "bands", "mean")
        self.assertLess(mean, 45)
        self.assertRegex(notes(result, "en"),
                         r"differs most in 2025, where the mean is \d+\.\d\d persons lower\.")
        self.assertRegex(notes(result, "da"),
                         r"størst i 2025, hvor snittet er \d+,\d\d personer lavere\.")

    def test_a_bound_that_nobody_meets_is_not_told(self):
        """Some hundred persons never fill 5.000 places: what differs is chance alone."""
        self.assertNotIn("The open places have a bound", notes(capacity(open_places=5000).run(),
                                                               "en"))

    def test_seed(self):
        cores = os.sched_getaffinity(0)
        texts = []
        for seed, n in ((1, len(cores)), (1, 1), (2, 1), (-1, 1)):
            os.sched_setaffinity(0, set(sorted(cores)[:n]))
            table = capacity(paths=5000, seed=seed).run(None).get_table_named("bands")
            texts.append(table.to_string())
        os.sched_setaffinity(0, cores)
        self.assertEqual(texts[0], texts[1])
        self.assertEqual(len(set(texts)), 3)

    def test_more_places(self):
        """Places bind nobody in secured offers: more of them change what lacks, and nothing else;
        with the reserve of 75 per cent at most a quarter of the paths lack any."""
        before = capacity(paths=4000, secured_places=50).run(None)
        more = int(numbers(before, "reserve", "more-places")[3])
        after = capacity(paths=4000, secured_places=50 + more).run(None)
        for column in ("mean", "variance", "p5", "p95"):
            self.assertEqual(numbers(before, "bands", column), numbers(after, "bands", column))
        for low, high in zip(numbers(after, "bands", "chance"), numbers(before, "bands", "chance")):
            self.assertLessEqual(low, high)
        self.assertGreater(more, 0)
        self.assertLessEqual(numbers(after, "exceeded", "until")[-1], Fraction(1, 4))
        fewer = capacity(paths=4000, secured_places=50 + more - 1).run(None)
        self.assertGreater(numbers(fewer, "exceeded", "until")[-1], Fraction(1, 4))

    def test_order(self):
        result = capacity(paths=333, open_places=20).run(None)
        bands = [numbers(result, "bands", f"p{percent}") for percent in PERCENTS]
        for lower, higher in itertools.pairwise(bands):
            self.assertTrue(all(low <= high for low, high in zip(lower, higher)))
        until = numbers(result, "exceeded", "until")
        self.assertEqual(until, list(itertools.accumulate(numbers(result, "exceeded", "first"))))


class Why(unittest.TestCase):
    def test_all_cells(self):
        result = capacity(paths=50, open_places=20).run(None)
        for table in ("bands", "exceeded", "reserve"):
            cells = result.get_table_named(table)
            for column, row in itertools.product(cells.dup_columns(),
                                                 range(len(cells))):
                name = f"{table}.{column.props.name}"
                document = result.explain(name, row).to_json()
                shown = checker.check(document)
                if column.dup_exact(row) is not None:
                    self.assertEqual(shown, column.dup_exact(row), (name, row))

    def test_mean(self):
        text = capacity(paths=50).run(None).explain("bands.mean", 0).to_string_in("en")
        self.assertIn("Seed: 1", text)
        self.assertIn("Paths drawn: 50", text)
        self.assertIn("The need added up over all paths", text)


class Refused(unittest.TestCase):
    def test_paths(self):
        for paths in (-1, 10000001, 2**31 - 1):
            error = refusal(capacity(paths=paths))
            self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.OUT_OF_RANGE))
            self.assertIn(f"paths: no such number of paths: {paths} found, 0 to 10000000 expected",
                          error.message)

    def test_percentiles(self):
        many = "; ".join(map(str, range(1, 21)))
        for text, found in (("0", "0"), ("100", "100"), ("5; 2.5", "2.5"), ("-5", "-5"),
                            ("median", "median"), ("007", "007"), ("", ""), (" ; ", " ; "),
                            (many, "20")):
            error = refusal(capacity(percentiles=text))
            self.assertIn("percentiles: no percentiles: ", error.message)
            self.assertIn(f"{found}", error.message)
            self.assertIn("1 to 19 whole numbers from 1 to 99 expected", error.message)
        result = capacity(percentiles="95;5, 95").run(None)
        self.assertEqual(numbers(result, "reserve", "percent"), [5, 95])

    def test_too_large(self):
        for inputs, message in (
                ({"start": "dom-type;secured;open\n1;5;\n2;100001;\n"},
                 "persons at the start, row 2, in secured places: dom-type 2: too many persons for "
                 "paths: 100001 found, at most 100000 expected"),
                ({"inflow": "dom-type;persons;change\n1;5;\n2;9999;0,5\n"},
                 "inflow, row 2, persons a year: dom-type 2, 2028: too many persons a year for "
                 "paths: 10,000.5 found, at most 10000 expected")):
            error = refusal(capacity(**inputs))
            self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.UNSUPPORTED))
            self.assertEqual(error.message, message)
            capacity(**inputs, paths=0).run(None)

    def test_too_many_shares(self):
        rows = [f"{kind};{2025 + year};{(100 * year + kind) / 100:.2f}".replace(".", ",")
                for kind in range(1, 6) for year in range(90)]
        for to_open, refused in (("50", False), ("{}", True)):
            stays = ["dom-type;year;ended;to-open"]
            for i, row in enumerate(rows):
                stays.append(f"{row};{to_open.format(f'{50 + i // 100},{i % 100:02}')}")
            calculator = capacity("dom-type;secured\n1;1\n2;1\n3;1\n4;1\n5;1\n",
                                  "dom-type;persons\n1;1\n2;1\n3;1\n4;1\n5;1\n",
                                  "\n".join(stays), last_year=2124, horizon=2030, paths=1)
            if refused:
                error = refusal(calculator)
                self.assertEqual(error.message, "stays: too many different shares to be drawn: more "
                                                "than 512 found, fewer expected")
            else:
                calculator.run(None)

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            capacity(paths=1000000).run(cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_progress(self):
        calculator, loop, seen = capacity(paths=300000), GLib.MainLoop(), []
        calculator.connect("notify::progress", lambda *_: seen.append(calculator.props.progress))
        results = []

        def done(source, task):
            results.append(source.run_finish(task))
            loop.quit()

        calculator.run_async(None, done)
        loop.run()
        self.assertEqual(seen[-1], 1.0)
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(numbers(results[0], "bands", "mean"),
                         numbers(calculator.run(None), "bands", "mean"))


if __name__ == "__main__":
    unittest.main()
