# SPDX-License-Identifier: LGPL-2.1-or-later
"""Days on which places are taken, against sets of days."""
import datetime
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

Code = Kkr.CalcError
EPOCH = datetime.date(1970, 1, 1)
COUNTS = ("days", "occupied", "vacant", "outside", "placement-days")


def day(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


def as_day(text):
    return -2**31 if text is None else day(text)


def table_of(rows, texts=False, numbers=False):
    """Rows of (place, from, to); None is an empty cell."""
    builder = Kkr.TableBuilder.new("placements", "Placeringer", "Placements")
    if numbers:
        builder.add_int64("place", "Plads", "Place", Kkr.Unit.NONE, [row[0] for row in rows])
    else:
        labels = sorted({row[0] for row in rows if row[0] is not None}, reverse=True)
        builder.add_codes("place", "Plads", "Place",
                          [0 if row[0] is None else labels.index(row[0]) for row in rows], labels)
        for at, row in enumerate(rows):
            if row[0] is None:
                builder.set_status("place", at, Kkr.CellStatus.MISSING)
    for at, name in ((1, "from"), (2, "to")):
        if texts:
            builder.add_text(name, name, name, [row[at] or "" for row in rows])
        else:
            builder.add_date(name, name, name, [as_day(row[at]) for row in rows])
    return builder.end()


def count(rows, first, last, openings=None, threads=1, **kind):
    return table_of(rows, **kind).place_days(
        "place", "from", "to", None if openings is None else table_of(openings, **kind), first,
        last, threads, None)


def rows_of(table):
    columns = [table[name].get_strings() for name in ("place", "year", *COUNTS)]
    return [(place, int(year), *map(int, counts)) for place, year, *counts in zip(*columns)]


def days_of(rows, place, first, last):
    """Each day of each row, one by one."""
    return [number for name, begin, end in rows if name == place
            for number in range(max(day(begin), first),
                                min(last, day(end) if end else last) + 1)]


def naively(rows, first, last, openings=None):
    first, last = day(first), day(last)
    years = {}
    for number in range(first, last + 1):
        years.setdefault((EPOCH + datetime.timedelta(number)).year, set()).add(number)
    found = []
    for place in sorted({row[0] for row in rows + (openings or [])}):
        stays = days_of(rows, place, first, last)
        taken = set(stays)
        is_open = None if openings is None else set(days_of(openings, place, first, last))
        for year, days in years.items():
            open_days = days if is_open is None else days & is_open
            found.append((place, year, len(open_days), len(open_days & taken),
                          len(open_days - taken), len(days & taken - open_days),
                          sum(number in days for number in stays)))
    return found


class Days(unittest.TestCase):
    def test_by_hand(self):
        # 2024 is a leap year: 366 days, of which 1 January to 1 March are 61.
        table = count([("A1", "2023-12-31", "2024-03-01"), ("A2", "2024-02-29", "2024-02-29")],
                      "2023-01-01", "2024-12-31")
        self.assertEqual(rows_of(table), [("A1", 2023, 365, 1, 364, 0, 1),
                                          ("A1", 2024, 366, 61, 305, 0, 61),
                                          ("A2", 2023, 365, 0, 365, 0, 0),
                                          ("A2", 2024, 366, 1, 365, 0, 1)])
        self.assertEqual(table["vacant"].dup_total(), "1399")
        self.assertEqual(table.get_title(), "Pladsdøgn")
        self.assertEqual(table.find_row("A2/2024"), 3)

    def test_same_day_moves_are_one_day(self):
        # Out on the 10th, in on the 10th: ten days and ten days, nineteen of them different.
        table = count([("A", "2024-01-01", "2024-01-10"), ("A", "2024-01-10", "2024-01-19")],
                      "2024-01-01", "2024-01-31")
        self.assertEqual(rows_of(table), [("A", 2024, 31, 19, 12, 0, 20)])

    def test_placements_that_still_last(self):
        table = count([("A", "2024-12-30", None)], "2024-01-01", "2026-01-01")
        self.assertEqual(rows_of(table), [("A", 2024, 366, 2, 364, 0, 2),
                                          ("A", 2025, 365, 365, 0, 0, 365),
                                          ("A", 2026, 1, 1, 0, 0, 1)])

    def test_openings(self):
        # Open from 1 February: the last of January is outside, and B has never been taken.
        table = count([("A", "2024-01-31", "2024-02-02")], "2024-01-01", "2024-02-29",
                      [("A", "2024-02-01", None), ("B", "2024-01-01", "2024-01-10")])
        self.assertEqual(rows_of(table), [("A", 2024, 29, 2, 27, 1, 3),
                                          ("B", 2024, 10, 0, 10, 0, 0)])

    def test_a_place_outside_the_days_is_there(self):
        table = count([("A", "2020-01-01", "2020-05-05")], "2024-01-01", "2024-12-31")
        self.assertEqual(rows_of(table), [("A", 2024, 366, 0, 366, 0, 0)])
        self.assertEqual(rows_of(count([], "2024-01-01", "2024-12-31")), [])

    def test_the_window_of_the_guarantee(self):
        # Three calendar years from 1 February 2022 are 1.096 days, from 1 March 2024 1.095.
        for first, last, days in (("2022-02-01", "2025-01-31", 1096),
                                  ("2024-03-01", "2027-02-28", 1095)):
            table = count([("A", "1990-01-01", "1990-01-01")], first, last)
            self.assertEqual(table["vacant"].dup_total(), str(days))


class Random(unittest.TestCase):
    def test_against_sets_of_days(self):
        source = random.Random(6)
        for turn in range(200):
            first = EPOCH + datetime.timedelta(source.randrange(-20000, 30000))
            last = first + datetime.timedelta(source.randrange(0, 900))
            rows = self.make_rows(source, first, 25, turn % 3 == 2)
            openings = self.make_rows(source, first, 12, turn % 3 == 2) if turn % 2 else None
            if openings is not None:
                known = {row[0] for row in openings}
                rows = [row for row in rows if row[0] in known]
            expected = naively(rows, first.isoformat(), last.isoformat(), openings)
            table = count(rows, first.isoformat(), last.isoformat(), openings,
                          threads=source.choice((1, 2, -1)), texts=turn % 3 == 1,
                          numbers=turn % 3 == 2)
            self.assertEqual([(str(row[0]), *row[1:]) for row in expected], rows_of(table))

    @staticmethod
    def make_rows(source, first, most, numbers):
        names = [source.choice((7, -3, 12, 5 * 10**12)) if numbers else source.choice("ÅBæ ")
                 for _ in range(source.randrange(most))]
        rows = []
        for name in names:
            begin = first + datetime.timedelta(source.randrange(-100, 900))
            end = begin + datetime.timedelta(source.choice((0, 1, 30, 400)))
            rows.append((name, begin.isoformat(),
                         None if source.randrange(9) == 0 else end.isoformat()))
        return rows

    def test_neither_order_nor_names_nor_threads_show(self):
        source = random.Random(7)
        first = datetime.date(2020, 1, 1)
        rows = [(f"P{source.randrange(700)}", *row[1:])
                for _ in range(60) for row in self.make_rows(source, first, 60, False)]
        before = count(rows, "2020-01-01", "2022-12-31")
        source.shuffle(rows)
        self.assertEqual(count(rows, "2020-01-01", "2022-12-31", threads=2).to_csv(),
                         before.to_csv())
        # Another name for each place: the same figures under it.
        renamed = count([("Q" + row[0], *row[1:]) for row in rows], "2020-01-01", "2022-12-31")
        self.assertEqual(renamed.to_csv().replace("\nQ", "\n"), before.to_csv())

    def test_a_taken_day_more_is_an_empty_one_less(self):
        rows = [("A", "2024-01-01", "2024-01-31")]
        before = rows_of(count(rows, "2024-01-01", "2024-12-31"))[0]
        after = rows_of(count(rows + [("A", "2024-06-01", "2024-06-01")], "2024-01-01",
                              "2024-12-31"))[0]
        self.assertEqual((after[3] - before[3], after[4] - before[4]), (1, -1))


class Refusals(unittest.TestCase):
    def refuse(self, code, message, *arguments, **others):
        with self.assertRaises(GLib.Error) as caught:
            count(*arguments, **others)
        self.assertTrue(caught.exception.matches(Code.quark(), code),
                        caught.exception)
        self.assertEqual(caught.exception.message, message)

    def test_rows(self):
        good = ("A", "2024-01-01", None)
        self.refuse(Code.INCONSISTENT,
                    'row 2, place "B": ends before it begins: 2024-03-02 to 2024-03-01 found, a '
                    "last day on or after the first expected",
                    [good, ("B", "2024-03-02", "2024-03-01")], "2024-01-01", "2024-12-31")
        self.refuse(Code.INCONSISTENT,
                    'row 1, place "A": no first day: none to 2024-03-01 found, a first day '
                    "expected", [("A", None, "2024-03-01"), good], "2024-01-01", "2024-12-31")
        self.refuse(Code.INCONSISTENT,
                    "row 2: no place: an empty cell found, the name of a place expected",
                    [good, (None, "2024-01-01", None)], "2024-01-01", "2024-12-31")
        self.refuse(Code.INCONSISTENT,
                    'openings: row 1, place "A": ends before it begins: 2024-01-02 to 2024-01-01 '
                    "found, a last day on or after the first expected", [good], "2024-01-01",
                    "2024-12-31", [("A", "2024-01-02", "2024-01-01")])
        self.refuse(Code.INCONSISTENT,
                    'row 1: no such place: "A" found, one of the places of the openings expected',
                    [good], "2024-01-01", "2024-12-31", [("B", "2024-01-01", None)])
        self.refuse(Code.OUT_OF_RANGE,
                    'column "from": not a date: "2024-02-30" found, a day such as 2023-08-21 '
                    "expected", [("A", "2024-02-30", None)], "2024-01-01", "2024-12-31", texts=True)

    def test_days(self):
        rows = [("A", "2024-01-01", None)]
        self.refuse(Code.OUT_OF_RANGE,
                    'not a date: "2023-02-29" found, a day such as 2023-08-21 expected', rows,
                    "2023-02-29", "2024-12-31")
        self.refuse(Code.INCONSISTENT,
                    "the days end before they begin: 2024-01-02 to 2024-01-01 found, a last day on "
                    "or after the first expected", rows, "2024-01-02", "2024-01-01")
        self.refuse(Code.OUT_OF_RANGE, "too many years: 101 found, 100 at most expected", rows,
                    "1924-12-31", "2024-01-01")
        self.refuse(Code.OUT_OF_RANGE,
                    "no such number of threads: 0 found, 1 to 256 expected, or -1 for all cores",
                    rows, "2024-01-01", "2024-12-31", threads=0)

    def test_columns(self):
        table = table_of([("A", "2024-01-01", None)])
        for begin, message in (
                ("start", '"start" found, one of place, from, to expected'),
                ("from", 'column "from" has no places: kind date found, text or whole numbers')):
            with self.assertRaises(GLib.Error) as caught:
                table.place_days("from" if begin == "from" else "place", begin, "to", None,
                                 "2024-01-01", "2024-12-31", 1, None)
            self.assertIn(message, caught.exception.message)
        numbers = table_of([(1, "2024-01-01", None)], numbers=True)
        with self.assertRaises(GLib.Error) as caught:
            table.place_days("place", "from", "to", numbers, "2024-01-01", "2024-12-31", 1, None)
        self.assertEqual(caught.exception.message,
                         "the places of the openings are not those of the placements: kind int64 "
                         "found, text expected")

    def test_a_day_kept_back_is_none(self):
        builder = Kkr.TableBuilder.new("placements", "Placeringer", "Placements")
        builder.add_text("place", "Plads", "Place", ["A"])
        builder.add_date("from", "Fra", "From", [day("2024-01-01")])
        builder.add_date("to", "Til", "To", [-2**31])
        builder.set_status("to", 0, Kkr.CellStatus.SUPPRESSED)
        with self.assertRaises(GLib.Error) as caught:
            builder.end().place_days("place", "from", "to", None, "2024-01-01", "2024-12-31", 1,
                                     None)
        self.assertEqual(caught.exception.message,
                         'row 1: column "to": a day that is kept back found, a day or none '
                         "expected")

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            table_of([("A", "2024-01-01", None)]).place_days(
                "place", "from", "to", None, "2024-01-01", "2024-12-31", 1, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


if __name__ == "__main__":
    unittest.main()
