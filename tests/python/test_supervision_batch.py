# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables of scenarios of supervision tariffs: each cell and message is that of a single run."""
import os
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
SERVICES = ["supervision", "approval", "significant-change", "intensified-supervision"]
GROUPS = ["1-7 pladser", "8-24 pladser", "25-49 pladser", "50 pladser og derover"]
# As many random tables; each has up to 10 scenarios.
N_TABLES = min(max(int(os.environ.get("KKR_TEST_CASES", 30000)) // 100, 20), 10000)

AMOUNTS = ["budget", "other-income", "printed-1", "printed-2", "printed-3", "printed-4"]
NUMBERS = ["year", "places", "offers-1", "offers-2", "offers-3", "offers-4"]
WORDS = {
    "arrangement": ["socialtilsyn-nord", "socialtilsyn-nord", "socialtilsyn-nrod"],
    "known-on": ["2023-08-20", "2024-01-01", "2020-01-01", "i går"],
    "price-level": ["nominal", "2024", "2023", "faste"],
    "zero-places": ["refuse", "lowest-group"],
    "base-tariff": ["43.851,6", "42884,2", "-1"],
    "hourly-price": ["672", "635,5"],
    "hours-supervision": ["13", "0"],
    "hours-approval": ["36", "36,5"],
}


def amount(name):
    if name.startswith("printed"):
        weight = [10, 12, 20, 30][int(name[-1]) - 1]
        return random.choice([40000 * weight // 10 * 100] * 9 + [4385200, 50])
    return random.choice([0, 1, 5700000000, random.randrange(10**11), 2**62, -1])


def number(name):
    if name == "year":
        return random.choice([2019, 2020, 2021, 2022, 2023, 2024, 2024, 2030, 1])
    return random.choice([0, 1, 7, 8, random.randrange(400), 2**31 - 1, -1])


def column(name, n):
    """What stands in the rows: None, a number, or a text."""
    if name in WORDS:
        cells = [random.choice(WORDS[name][:1] * 4 + WORDS[name]) for _ in range(n)]
    else:
        cells = [(amount if name in AMOUNTS else number)(name) for _ in range(n)]
    rare = random.random() < 0.7
    return [None if not rare and random.random() < 0.3 else cell for cell in cells]


def scenarios(columns, rows):
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    for name, cells in columns.items():
        kept = [cells[row] for row in rows]
        if name in WORDS:
            builder.add_text(name, name, name, [cell or "" for cell in kept])
        else:
            unit = Kkr.Unit.AMOUNT if name in AMOUNTS else Kkr.Unit.NONE
            builder.add_int64(name, name, name, unit, [cell or 0 for cell in kept])
        for row, cell in enumerate(kept):
            if cell is None:
                builder.set_status(name, row, Kkr.CellStatus.MISSING)
    return builder.end()


def alone(calculator, columns, row):
    """The calculator in one scenario."""
    one = calculator.dup()
    for name, cells in columns.items():
        if cells[row] is None:
            one.unset(name)
        elif name in WORDS:
            one.set_from_string(name, cells[row])
        else:
            one.set_property(name, cells[row])
    return one


def cells(table, first=0, n=None):
    tariff = table["tariff"]
    return [(tariff.get_cell_status(row), tariff.get_int64(row))
            for row in range(first, first + (len(table) if n is None else n))]


def calculator():
    made = Kkr.SupervisionTariff()
    if random.random() < 0.7:
        made.props.register = REGISTER
        made.props.arrangement = "socialtilsyn-nord"
        made.props.year = 2024
    if random.random() < 0.4:
        made.set_property("offers-1", 350)
        made.set_property("offers-3", 60)
    if random.random() < 0.2:
        made.props.budget = 5700000000
    return made


def names():
    """Mostly those of one way to the base."""
    ways = [["budget", "other-income", "offers-1", "offers-2", "offers-3", "offers-4"],
            AMOUNTS[2:], ["base-tariff"], []]
    others = ["arrangement", "known-on", "price-level", "zero-places", "year", "hourly-price",
              "hours-supervision", "hours-approval", "places"]
    picked = random.choice(ways) + random.sample(others, random.randrange(4))
    return [name for name in picked if random.random() < 0.8] or ["zero-places"]


class Random(unittest.TestCase):
    def outcomes(self, base, columns, n):
        """Of each scenario its table and message, and whether its inputs were accepted."""
        for row in range(n):
            one = alone(base, columns, row)
            accepted = one.validate() == []
            try:
                yield one.run(None).get_table(), None, accepted
            except GLib.Error as error:
                yield None, error.message, accepted

    def check(self, base, columns, n):
        found = list(self.outcomes(base, columns, n))
        refused = [row for row in range(n) if not found[row][2]]
        failed = [row for row in range(n) if found[row][0] is None]
        if failed:
            with self.assertRaises(GLib.Error) as caught:
                base.run_table(scenarios(columns, range(n)), None, None)
            message = caught.exception.message
            told = [row for row in range(n) if f"scenario {row}: " in message]
            # What the inputs of all refuse is told before what the register lacks for some.
            self.assertEqual(told, refused or [row for row in told if row in failed], message)
            self.assertNotEqual(told, [], message)
            for row in told:
                self.assertIn(f"scenario {row}: {found[row][1]}", message)
        good = [row for row in range(n) if found[row][0] is not None]
        table = base.run_table(scenarios(columns, good), None, None).get_table()
        first = 0
        for number_of, row in enumerate(good):
            single = found[row][0]
            self.assertEqual(cells(table, first, len(single)), cells(single))
            for at in range(len(single)):
                self.assertEqual(table["scenario"].get_int64(first + at), number_of)
                self.assertEqual(table.dup_row_key(first + at),
                                 f"{number_of}/{single.dup_row_key(at)}")
            first += len(single)
        self.assertEqual(first, len(table))
        return len(good)

    def test_tables(self):
        random.seed(11)
        n_good = 0
        for _ in range(N_TABLES):
            n = random.randrange(1, 11)
            n_good += self.check(calculator(), {name: column(name, n) for name in names()}, n)
        self.assertGreater(n_good, N_TABLES)


class Given(unittest.TestCase):
    def test_printed_of_four_years(self):
        """Report 2022, table 8; DAS Social 21 August 2023: intensified supervision of 50 places."""
        printed = {2020: [35129, 42155, 70258, 105387], 2022: [36896, 44275, 73792, 110689],
                   2024: [43852, 52622, 87703, 131555]}
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        for group in range(4):
            builder.add_int64(f"printed-{group + 1}", "Trykt", "Printed", Kkr.Unit.AMOUNT,
                              [tariffs[group] * 100 for tariffs in printed.values()])
        res = Kkr.SupervisionTariff().run_table(builder.end(), None, None)
        table = res.get_table()
        tariff = table["tariff"]
        for scenario, tariffs in enumerate(printed.values()):
            for group, expected in zip(GROUPS, tariffs):
                row = table.find_row(f"{scenario}/supervision/{group}")
                self.assertEqual(tariff.get_int64(row), expected * 100)
        wanted = [f"{scenario}/intensified-supervision/{GROUPS[3]}" for scenario in range(3)]
        rows = [table.find_row(key) for key in wanted]
        self.assertEqual([tariff.get_int64(row) for row in rows[:2]], [1053900, 1106900])
        self.assertEqual(tariff.get_cell_status(rows[2]), Kkr.CellStatus.MISSING)
        notes = [note.get_english() for note in res.dup_notes()]
        self.assertEqual(len(notes), 1, notes)
        self.assertIn("do not determine", notes[0])

    def test_read_from_a_file(self):
        text = ("budget;other-income;offers-1;offers-2\n57.000.000;;1000;\n57.000.000;1 mio.;;1000\n"
                ";;1;\n")
        calc = Kkr.SupervisionTariff(register=REGISTER, arrangement="socialtilsyn-nord", year=2024)
        table = calc.run_table(calc.read_scenarios_bytes(GLib.Bytes.new(text.encode()), None, None),
                               None, None).get_table()
        tariff = table["tariff"]
        # 57.000.000 / 1.000; 56.000.000 / 1.200 = 46.666,67; and the register's budget for offers.
        budget = REGISTER.lookup("socialtilsyn-nord/budget/offers", "2024-01-01", None).get_amount()
        for scenario, expected in enumerate([5700000, 4666700, budget]):
            row = table.find_row(f"{scenario}/supervision/1-7 pladser")
            self.assertEqual(tariff.get_int64(row), expected)

    def test_what_is_wrong_in_a_file_has_its_line(self):
        text = b"budget;offers-1\n57 mio.;350\n\n-1;350\n57 mio.;0\n"
        calc = Kkr.SupervisionTariff()
        table = calc.read_scenarios_bytes(GLib.Bytes.new(text), "b.csv", None)
        with self.assertRaises(GLib.Error) as caught:
            calc.run_table(table, None, None)
        self.assertIn("b.csv:4: budget: a negative amount", caught.exception.message)
        self.assertIn("b.csv:5: offers-1: nobody to pay", caught.exception.message)


if __name__ == "__main__":
    unittest.main()
