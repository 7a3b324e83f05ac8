# SPDX-License-Identifier: LGPL-2.1-or-later
"""The need of secured places, worked by hand and against a recursion of its own in fractions."""
import itertools
import random
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
START = "dom-type;secured;waiting;open\n1;20;;\n2;40;;10\n"
INFLOW = "dom-type;persons\n1;2\n2;10\n"
STAYS = "dom-type;length;to-open;open-length\n1;10;;\n2;4;50;5\n"
KEY = "municipality;weight\nRebild;30\nAalborg;210\nLæsø;2\n"
USERS = "municipality;days\nAalborg;366\nRebild;100\n"


def capacity(start=START, inflow=INFLOW, stays=STAYS, steps=None, users=None, key=None, **inputs):
    given = {"first_year": 2025, "last_year": 2026, "secured_places": 60, **inputs}
    calc = Kkr.SecuredCapacity(**{name: value for name, value in given.items()
                                  if value is not None})
    for name, text in (("start", start), ("inflow", inflow), ("stays", stays), ("steps", steps),
                       ("users", users), ("key", key)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def cells(result, table, column):
    """What each cell is, exactly: numbers as texts, words as they stand."""
    table = result.get_table_named(table)
    column = table.get_column(column)
    words = column.get_kind() == Kkr.ColumnKind.TEXT
    return [column.dup_text(row) if words else column.dup_exact(row) for row in range(len(table))]


def numbers(result, table, column):
    return [Fraction(cell) for cell in cells(result, table, column)]


def notes(result):
    return "\n".join(note.to_string_in("en") for note in result.dup_notes())


class ByHand(unittest.TestCase):
    def test_two_years(self):
        """2025: 2 of type 1 and 10 of type 2 leave, 5 of these to open places, which 2 left.
        2026: 2.6 leave the 13 in open places, and 0.4 of the 5 who could move wait."""
        result = capacity(open_places=15).run()
        self.assertEqual(numbers(result, "years", "need"), [60, Fraction(302, 5)])
        self.assertEqual(numbers(result, "years", "shortfall"), [0, Fraction(2, 5)])
        self.assertEqual(numbers(result, "years", "discharged"), [5, Fraction(48, 5)])
        self.assertEqual(numbers(result, "years", "need-before"), [65, 70])
        self.assertEqual(numbers(result, "groups", "ended"), [2, 10, 2, 10])
        # 15 places: 10 - 2 + 5 = 13; then 13 - 2.6 = 10.4, and 4.6 of the 5 find one.
        self.assertEqual(numbers(result, "groups", "moved"), [0, 5, 0, Fraction(23, 5)])
        self.assertEqual(numbers(result, "years", "open"), [13, 15])
        self.assertEqual(numbers(result, "years", "waiting"), [0, Fraction(2, 5)])
        self.assertIn("Open places lack from 2026 on", notes(result))

    def test_without_bound(self):
        result = capacity().run()
        self.assertEqual(numbers(result, "years", "open"), [13, Fraction(77, 5)])
        self.assertIn("Open places are not given", notes(result))
        status = result.get_table().get_column("open-places").get_status()
        self.assertEqual(set(status.get_data()), {int(Kkr.CellStatus.MISSING)})

    def test_rounding_to_a_millionth(self):
        """10 / 3 = 3.333333 leave; of the 6.666667 that stay, 2.222222 (2.22222233)."""
        for mode, first, second in ((Kkr.RoundingMode.HALF_EVEN, 3333333, 2222222),
                                    (Kkr.RoundingMode.CEILING, 3333334, 2222222)):
            result = capacity("dom-type;secured\n1;10\n", "dom-type;persons\n1;0\n",
                              "dom-type;length\n1;3\n", rounding=mode).run()
            self.assertEqual(numbers(result, "groups", "ended"),
                             [Fraction(first, 10**6), Fraction(second, 10**6)], mode)

    def test_inflow_grows(self):
        result = capacity(inflow="dom-type;year;persons;change;open-persons;open-change\n"
                                 "1;;2;0,5;;\n1;2027;7;;1;2\n2;2020;3;-0,1;;\n", last_year=2028).run()
        # From 2020: 3 - 0.1 * 5 in 2025.
        self.assertEqual(numbers(result, "groups", "inflow"),
                         [2, Fraction(5, 2), Fraction(5, 2), Fraction(12, 5),
                          7, Fraction(23, 10), 7, Fraction(11, 5)])
        self.assertEqual(numbers(result, "groups", "open-inflow"), [0, 0, 0, 0, 1, 0, 3, 0])

    def test_less_than_a_year(self):
        """40 a year who stay a quarter of one are ten at any time."""
        result = capacity("dom-type;secured\nvaretægtssurrogat;10\n", "dom-type;persons\nremand;40\n",
                          "dom-type;length\nvaretægt;0,25\n").run()
        self.assertEqual(numbers(result, "years", "need"), [10, 10])
        self.assertIn("a stay lasts less than a year", notes(result))

    def test_ended_is_a_share_a_year(self):
        one = capacity(stays="dom-type;length;to-open;open-length\n1;10;;\n2;4;50;5\n").run()
        other = capacity(stays="dom-type;ended;to-open;open-ended\n1;10;;\n2;25;50;20\n").run()
        for name in "need", "open", "waiting":
            self.assertEqual(cells(one, "years", name), cells(other, "years", name))

    def test_waiting_at_the_start(self):
        result = capacity("dom-type;secured;waiting;open\n2;40;8;10\n", "dom-type;persons\n2;10\n",
                          "dom-type;length;to-open\n2;4;50\n", open_places=12, last_year=2025).run()
        # 32 / 4 = 8 stays end, 4 are to move; 8 + 4 wait for two places; nobody leaves those.
        self.assertEqual(numbers(result, "groups", "moved"), [2])
        self.assertEqual(numbers(result, "years", "waiting"), [10])
        self.assertEqual(numbers(result, "years", "need"), [44])
        self.assertIn("nobody leaves them", notes(result))

    def test_open_places_go_to_the_lower_type_first(self):
        result = capacity("dom-type;secured\n3;10\n2;10\n", "dom-type;persons\n2;0\n",
                          "dom-type;length;to-open\n2;1;100\n3;1;100\n", open_places=12,
                          last_year=2025).run()
        self.assertEqual(numbers(result, "groups", "moved"), [10, 2])
        self.assertEqual(numbers(result, "groups", "waiting"), [0, 8])

    def test_judgements_to_open_places_come_first(self):
        """Six open places, five arrivals: one is left for those who could move."""
        result = capacity("dom-type;secured\n2;10\n", "dom-type;persons;open-persons\n2;0;5\n",
                          "dom-type;length;to-open\n2;2;100\n", open_places=6, last_year=2025).run()
        self.assertEqual(numbers(result, "groups", "moved"), [1])
        # More arrive than there are places: they are there all the same.
        result = capacity("dom-type;secured\n2;10\n", "dom-type;persons;open-persons\n2;0;9\n",
                          "dom-type;length;to-open\n2;2;100\n", open_places=6, last_year=2025).run()
        self.assertEqual(numbers(result, "groups", "moved"), [0])
        self.assertEqual(numbers(result, "years", "open"), [9])
        self.assertIn("In 2025 more are in open places than there are places: 3 lack",
                      notes(result))


class Takeover(unittest.TestCase):
    START = "dom-type;secured\n1;20\nvaretægt;9\n"
    INFLOW = "dom-type;persons\n1;2\nvaretægt;6\n"
    STAYS = "dom-type;length\n1;10\nvaretægt;3\n"

    def run_with(self, **inputs):
        return capacity(self.START, self.INFLOW, self.STAYS, last_year=2027, **inputs).run()

    def test_without(self):
        # 9 - 3 + 6 = 12; 12 - 4 + 6 = 14; 14 - 4.666667 + 6 = 15.333333.
        self.assertEqual(numbers(self.run_with(), "years", "need"),
                         [32, 34, Fraction(35333333, 10**6)])

    def test_all(self):
        result = self.run_with(state_takes_remand=2026)
        self.assertEqual(numbers(result, "years", "need"), [32, 20, 20])
        self.assertEqual(numbers(result, "years", "remand-removed"),
                         [0, 14, Fraction(15333333, 10**6)])
        self.assertEqual(numbers(result, "groups", "removed"), [0, 0, 0, 12, 0, 0])
        self.assertIn("those who are there too", notes(result))

    def test_arrivals_only(self):
        result = self.run_with(state_takes_remand=2026,
                               remand_takeover=Kkr.RemandTakeover.ARRIVALS)
        # 12 - 4 = 8; 8 - 2.666667.
        self.assertEqual(numbers(result, "years", "need"), [32, 28, Fraction(25333333, 10**6)])
        self.assertEqual(numbers(result, "years", "remand-removed"), [0, 6, 10])
        self.assertIn("stay on", notes(result))


class Steps(unittest.TestCase):
    STEPS = ("step;year;secured-places;open-places;cost\n"
             "Trin 1;2026;3;;9.000.000\ntrin 1;2027;2;;6.000.000\nTrin 2;2026;;10;4.000.000\n")
    STAYS = STAYS[:-1].replace("open-length\n", "open-length;step\n").replace("1;10;;", "1;10;;;") \
        + ";\n2;;80;;TRIN 1\n"

    def test_a_step_that_makes_it_worse_says_why(self):
        """10 stays end a year and 5 open places stand, taken in the first year: with the half to
        open places 5 more wait each year after it, with all of them 10, less the places that grow."""
        def told(places, open_places):
            calculator = Kkr.SecuredCapacity(first_year=2025, last_year=2027, secured_places=40,
                                             open_places=5)
            calculator.set_from_string("start", "dom-type;secured;open\n2;40;0\n")
            calculator.set_from_string("inflow", "dom-type;persons\n2;10\n")
            calculator.set_from_string("stays", "dom-type;length;to-open;open-length;step\n"
                                                "2;4;50;;\n2;;100;;trin 1\n")
            calculator.set_from_string("steps", "step;year;secured-places;open-places\n"
                                                f"trin 1;2026;{places};{open_places}\n")
            return notes(calculator.run())

        worse = "With “trin 1” the largest shortfall grows: more are to be discharged"
        self.assertIn(worse, told(1, ""))
        self.assertNotIn(worse, told(1, 100))
        self.assertNotIn(worse, told(1000, ""))

    def test_step_by_step(self):
        result = capacity(stays=self.STAYS, steps=self.STEPS, open_places=15, last_year=2028).run()
        self.assertEqual(cells(result, "steps", "secured-places"), ["60", "65", "65"])
        self.assertEqual(cells(result, "steps", "open-places"), ["15", "15", "25"])
        self.assertEqual(cells(result, "steps", "cost"), ["0", "1500000000", "1900000000"])
        self.assertEqual(cells(result, "years", "secured-places"), ["60", "63", "65", "65"])
        # 15.000.000 kr. for five places, 4.000.000 kr. for ten.
        self.assertEqual(cells(result, "steps", "place-cost")[1:], ["3000000", "400000"])
        # Step 1 lets 8 instead of 5 of the 10 move, which waits for the places of step 2.
        self.assertEqual(numbers(result, "groups", "to-open")[3], 8)
        with_one = capacity(stays=self.STAYS, steps=self.STEPS.split("Trin 2")[0], open_places=15,
                            last_year=2028).run()
        self.assertEqual(numbers(with_one, "steps", "largest")[1],
                         numbers(result, "steps", "largest")[1])
        self.assertEqual(max(numbers(with_one, "years", "shortfall")),
                         numbers(result, "steps", "largest")[1])

    def test_each_row_is_a_run_of_its_own(self):
        """Row n of the table of steps is the last row of a run with n steps."""
        steps = self.STEPS.splitlines(True)
        stays = ["".join(line for line in self.STAYS.splitlines(True) if "TRIN" not in line),
                 self.STAYS, self.STAYS]
        whole = capacity(stays=self.STAYS, steps=self.STEPS, open_places=12, last_year=2030).run()
        for n, rows in enumerate(([], steps[1:3], steps[1:])):
            part = capacity(stays=stays[n], steps="".join(steps[:1] + rows) if rows else None,
                            open_places=12, last_year=2030).run()
            shortfall = numbers(part, "years", "shortfall")
            self.assertEqual(numbers(whole, "steps", "largest")[n], max(shortfall))
            first = [2025 + year for year, lack in enumerate(shortfall) if lack > 0]
            self.assertEqual(cells(whole, "steps", "first-year")[n],
                             str(first[0]) if first else None)
            self.assertEqual(cells(whole, "steps", "sufficient")[n] in ("ja", "yes", "1"),
                             not first)

    def test_the_offer_in_the_west(self):
        """40 places for 200 to 250 million kroner: 5.00 to 6.25 million a place."""
        result = capacity(register=REGISTER, western_year=2030, last_year=None).run()
        self.assertEqual(cells(result, "steps", "secured-places"), ["60", "100"])
        self.assertEqual(cells(result, "steps", "cost")[1], str(200 * 10**6 * 100))
        self.assertEqual(cells(result, "steps", "cost-high")[1], str(250 * 10**6 * 100))
        self.assertEqual(cells(result, "steps", "place-cost")[1], "5000000")
        self.assertEqual(cells(result, "steps", "place-cost-high")[1], "6250000")
        self.assertIn("not recommended", notes(result))

    def test_the_plan_reaches_2035(self):
        result = capacity(register=REGISTER, last_year=None).run()
        self.assertEqual(cells(result, "years", "year")[-1], "2035")
        longer = capacity(register=REGISTER, last_year=2040, secured_places=59).run()
        self.assertIn("The plan reaches 2035", notes(longer))
        self.assertEqual(cells(longer, "years", "year")[-1], "2040")

    def test_only_years_after_the_plan(self):
        result = capacity(register=REGISTER, first_year=2040, last_year=2042,
                          secured_places=40).run()
        self.assertEqual(cells(result, "steps", "largest"), [None])
        self.assertEqual(cells(result, "steps", "sufficient"), [""])
        self.assertIn("That is after 2035", notes(result))

    def test_years_that_are_not_computed_do_not_suffice(self):
        """A plan that reaches 2035 is not found good by its first two years; bad it may be."""
        result = capacity(horizon=2035, secured_places=61).run()
        self.assertEqual(cells(result, "steps", "sufficient"), [""])
        self.assertIn("the years up to 2026 alone are computed", notes(result))
        result = capacity(horizon=2035, secured_places=59).run()
        self.assertEqual(result.get_table_named("steps")["sufficient"].get_strings(), ["no"])
        self.assertIn("The largest shortfall up to 2026 is 1.", notes(result))

    def test_a_little_is_not_told_as_nothing(self):
        """60 - 20 + 20.000001 in 60 places."""
        result = capacity("dom-type;secured\n1;60\n", "dom-type;persons\n1;20,000001\n",
                          "dom-type;length\n1;3\n", last_year=2025).run()
        self.assertIn("for the first time in 2025: 0.000001.", notes(result))

    def test_places_after_the_last_year_cost_what_they_cost(self):
        """Two times 10 places for 50 million kroner: 5 million a place, whatever year is last."""
        steps = ("step;year;secured-places;cost\ntrin 1;2026;10;50.000.000\n"
                 "trin 1;2034;10;50.000.000\n")
        for last in (2025, 2026, 2034):
            result = capacity(steps=steps, last_year=last).run()
            self.assertEqual(cells(result, "steps", "place-cost"), [None, "5000000"])

    def test_later_years_do_not_decide(self):
        """Lack after the horizon is shown, and the plan suffices all the same."""
        inflow = "dom-type;year;persons\n1;;2\n2;;10\n1;2028;5\n"
        result = capacity(inflow=inflow, last_year=2030, horizon=2027).run()
        self.assertEqual(cells(result, "steps", "first-year"), ["2028"])
        self.assertEqual(numbers(result, "steps", "largest"), [0])
        self.assertIn("Places lack for the first time in 2028", notes(result))


def recursion(groups, places, n_years):
    """The model again: fractions, rounded half to even to a millionth."""
    def part(stock, share):
        return Fraction(round(stock * share * 10**6), 10**6)

    stocks = [[Fraction(g["running"]), Fraction(g["waiting"]), Fraction(g["open"])] for g in groups]
    for year in range(n_years):
        for group, stock in zip(groups, stocks):
            ended = part(stock[0], Fraction(1, 1) / max(group["length"], 1))
            stock[0] += part(group["persons"], min(group["length"], 1)) - ended
            stock[1] += part(ended, group["to_open"] / 100)
            stock[2] += part(group["open_persons"], 1) - part(stock[2], 1 / group["open_length"])
        free = max(0, places - sum(stock[2] for stock in stocks))
        for stock in stocks:
            moved = min(stock[1], free)
            free -= moved
            stock[1] -= moved
            stock[2] += moved
        yield [tuple(stock) for stock in stocks]


class Recursion(unittest.TestCase):
    def group(self, rng, name):
        secured = rng.randint(0, 60)
        length = Fraction(rng.randint(1, 120), 10)
        return {"name": name, "secured": secured, "waiting": rng.randint(0, secured),
                "open": rng.randint(0, 30), "length": length,
                "persons": Fraction(rng.randint(0, 3000), 100),
                "open_persons": Fraction(rng.randint(0, 500), 100),
                "to_open": Fraction(rng.randint(0, 1000), 10) if length >= 1 else Fraction(0),
                "open_length": Fraction(rng.randint(10, 90), 10)}

    def test_random(self):
        rng = random.Random(20241122)
        for _ in range(200):
            names = rng.sample(["1", "2", "3", "4", "5", "varetægt"], rng.randint(1, 6))
            groups = [self.group(rng, name) for name in sorted(names)]
            places = rng.randint(0, 80)
            lines = {name: "\n".join(";".join(str(value).replace(".", ",") for value in row)
                                     for row in rows) + "\n" for name, rows in {
                "start": [("dom-type", "secured", "waiting", "open")] + [
                    (g["name"], g["secured"], g["waiting"], g["open"]) for g in groups],
                "inflow": [("dom-type", "persons", "open-persons")] + [
                    (g["name"], g["persons"], g["open_persons"]) for g in groups],
                "stays": [("dom-type", "length", "to-open", "open-length")] + [
                    (g["name"], g["length"], g["to_open"], g["open_length"]) for g in groups],
            }.items()}
            result = capacity(**lines, last_year=2034, open_places=places).run()
            for group in groups:
                group["running"] = group["secured"] - group["waiting"]
            expected = [stock for stocks in recursion(groups, places, 10) for stock in stocks]
            found = list(zip(*(numbers(result, "groups", name)
                               for name in ("running", "waiting", "open"))))
            self.assertEqual(found, expected)

    def test_identity_of_the_report(self):
        """shortfall = need before - (places before + added) - discharged - taken over."""
        result = capacity(Takeover.START + "2;50\n", Takeover.INFLOW + "2;12\n",
                          "dom-type;length;to-open;open-length\n1;10;;\nvaretægt;3;;\n2;5;40;4\n",
                          "step;year;secured-places;open-places\nA;2027;7;3\n", open_places=11,
                          last_year=2032, state_takes_remand=2028).run()
        before, discharged, removed, places, shortfall = (
            numbers(result, "years", name) for name in (
                "need-before", "discharged", "remand-removed", "secured-places", "shortfall"))
        for row, lack in enumerate(shortfall):
            self.assertEqual(lack, before[row] - (60 + places[row] - 60) - discharged[row]
                             - removed[row])

    def test_twice_as_many(self):
        """Lengths that divide everything exactly: twice the persons and places need twice."""
        def of(n):
            return capacity(f"dom-type;secured;open\n2;{64 * n};{8 * n}\n",
                            f"dom-type;persons\n2;{16 * n}\n",
                            "dom-type;length;to-open;open-length\n2;4;50;2\n",
                            open_places=10 * n, last_year=2030).run()
        for name in "need", "waiting", "open":
            self.assertEqual([2 * value for value in numbers(of(1), "years", name)],
                             numbers(of(2), "years", name))

    def test_order_of_rows_does_not_matter(self):
        one = capacity(open_places=12).run()
        turned = [text.splitlines(True) for text in (START, INFLOW, STAYS)]
        other = capacity(*(rows[0] + "".join(reversed(rows[1:])) for rows in turned),
                         open_places=12).run()
        for name in "need", "waiting", "open":
            self.assertEqual(cells(one, "years", name), cells(other, "years", name))


class Bills(unittest.TestCase):
    def test_tariff(self):
        """466 days at 5.000,00 kr.: 2.330.000 kr., of which Rebild 30/242 as long as all share."""
        result = capacity(users=USERS, key=KEY, tariff=500000).run()
        self.assertEqual(cells(result, "bills", "municipality"), ["Aalborg", "Læsø", "Rebild"])
        # 2.330.000,00 * 210 / 242 = 2.021.900,8264; * 2 = 19.256,1983; * 30 = 288.842,9752.
        self.assertEqual(cells(result, "bills", "before"), ["202190083", "1925620", "28884297"])
        self.assertEqual(cells(result, "bills", "after"), ["183000000", "0", "50000000"])
        self.assertEqual(cells(result, "bills", "difference"), ["-19190083", "-1925620", "21115703"])
        table = result.get_table_named("bills")
        self.assertEqual(table.get_column("before").dup_total(), "233000000")
        self.assertEqual(table.get_column("after").dup_total(), "233000000")
        self.assertEqual(table.get_column("difference").dup_total(), "0")

    def test_budget(self):
        result = capacity(users=USERS, key=KEY, budget=100000 * 100).run()
        # 100.000 * 366 / 466 = 78.540,7725.
        self.assertEqual(cells(result, "bills", "after"), ["7854077", "0", "2145923"])
        self.assertEqual(result.get_table_named("bills").get_column("before").dup_total(),
                         "10000000")

    def test_sums_are_equal_to_the_last_unit(self):
        rng = random.Random(2035)
        names = [m.get_name() for m in REGISTER.dup_municipalities()]
        for method in (Kkr.ApportionMethod.LARGEST_REMAINDER, Kkr.ApportionMethod.DHONDT,
                       Kkr.ApportionMethod.SAINTE_LAGUE, Kkr.ApportionMethod.CUMULATIVE):
            key = "municipality;weight\n" + "".join(
                f"{name};{rng.randint(1, 600000)}\n" for name in names)
            users = "municipality;days\n" + "".join(
                f"{name};{rng.randint(0, 900)}\n" for name in rng.sample(names, 40))
            calc = capacity(users=users, key=key, register=REGISTER, method=method,
                            **({"tariff": rng.randint(1, 900000)} if rng.random() < 0.5
                               else {"budget": rng.randint(1, 10**12)}))
            result = calc.run()
            before, after = (sum(map(int, cells(result, "bills", name)))
                             for name in ("before", "after"))
            self.assertEqual(before, after)

    def test_names_as_the_register_knows_them(self):
        result = capacity(users="municipality;days\nVesthimmerlands;10\n820;5\n",
                          key="municipality;weight\nVesthimmerland;1\nRebild Kommune;1\n",
                          tariff=100, register=REGISTER).run()
        days = dict(zip(result.get_table_named("bills").get_column("municipality").get_strings(),
                        cells(result, "bills", "days")))
        self.assertEqual(days["Vesthimmerland"], "15")
        self.assertEqual(sorted(days.values()), ["0", "15"])

    def test_not_in_the_key(self):
        result = capacity(users="municipality;days\nThisted;10\n", key=KEY, tariff=100).run()
        self.assertIn("Not in the key, so nothing is paid in objective financing by: Thisted",
                      notes(result))

    def test_key_of_the_register(self):
        with self.assertRaises(GLib.Error) as caught:
            capacity(users=USERS, key_series="population", key_day="2024-01-01", tariff=100,
                     register=REGISTER).run()
        self.assertIn("population: København: ", caught.exception.message)


class Refusals(unittest.TestCase):
    def refuse(self, *texts, code=None, **inputs):
        with self.assertRaises(GLib.Error) as caught:
            capacity(**inputs).run()
        for text in texts:
            self.assertIn(text, caught.exception.message)
        if code is not None:
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code))

    def test_rows(self):
        self.refuse("start: ", "dom-type: \"7\" found", start="dom-type;secured\n7;3\n")
        self.refuse("start: row 1, in secured places: dom-type 1: no such number of persons: -3 "
                    "found", start="dom-type;secured\n1;-3\n")
        self.refuse("dom-type 1: no such number of persons: 4 found, 0 to 3 expected",
                    start="dom-type;secured;waiting\n1;3;4\n")
        self.refuse("row 2, dom-type: dom-type 1 is there already: the same as row 1 found",
                    start="dom-type;secured\n1;3\ndomstype 1;4\n")
        self.refuse("dom-type 2 is there already", inflow="dom-type;year;persons\n2;2025;1\n"
                                                          "2;2025;2\n")
        self.refuse("dom-type 2: no length of a stay: -1 years found", "row 2",
                    stays="dom-type;length\n1;4\n2;-1\n")
        self.refuse("dom-type 2: no length of a stay: 0 years found",
                    stays="dom-type;length\n1;4\n2;0\n")
        # So many decimals that the part of the year would not fit beside the persons.
        self.refuse("dom-type 1: no length of a stay: 0.123457 years found",
                    stays="dom-type;length\n1;0,123456789012\n2;4\n")
        self.refuse("dom-type 2: no part of a whole: 101 per cent found",
                    stays="dom-type;length;to-open\n1;4;\n2;4;101\n")
        self.refuse("dom-type 2: a length and a share found",
                    stays="dom-type;length;ended\n1;4;\n2;4;20\n")
        self.refuse("dom-type 1: a stay in an open place that is too short",
                    stays="dom-type;length;open-length\n1;4;0,5\n2;4;\n")
        self.refuse("no such step: \"trin 9\" found", stays="dom-type;length;step\n1;4;\n2;4;\n"
                                                            "2;5;trin 9\n")

    def test_between_rows(self):
        # The step begins in 2026, so both rows hold from then.
        self.refuse("dom-type 2 is there already: the same as row 2 found",
                    stays="dom-type;year;length;to-open;step\n1;;4;;\n2;2026;;80;A\n2;;4;60;A\n"
                          "2;;4;;\n", steps="step;year;secured-places\nA;2026;2\n")
        self.refuse("dom-type 2 in 2025: no length of stay found", stays="dom-type;length\n1;4\n")
        self.refuse("dom-type 2 in 2025: no length of stay found",
                    stays="dom-type;year;length\n1;;4\n2;2026;4\n")
        self.refuse("dom-type 1 in 2026: no such inflow: -1 persons found",
                    inflow="dom-type;persons;change\n1;2;-3\n2;10;\n")
        self.refuse("dom-type 2 in 2025: a stay too short to be discharged from: 0.5 years found",
                    stays="dom-type;length;to-open\n1;4;\n2;0,5;20\n")
        self.refuse("fewer places than none in 2026 after 1 steps: -3 found",
                    steps="step;year;secured-places\nLukning;2026;-63\n")
        self.refuse("\"A\": no places found", steps="step;year;cost\nA;2026;5\n")
        self.refuse("a highest cost below the lowest",
                    steps="step;year;secured-places;cost;cost-high\nA;2026;1;5;4\n")

    def test_years(self):
        self.refuse("the years end before they begin: 2024 found, 2025 or later expected",
                    last_year=2024)
        self.refuse("too many years: 2025 to 2125 found, 100 years at most", last_year=2125)
        self.refuse("no such year: 25 found", first_year=25)
        self.refuse("last-year", "missing", last_year=None, code=Kkr.CalcError.MISSING_INPUT)
        self.refuse("western-year and no register found", western_year=2030)
        self.refuse("no such number of places: -1 found", secured_places=-1)

    def test_bills(self):
        self.refuse("users and neither tariff nor budget found", users=USERS, key=KEY)
        self.refuse("users and neither key nor key-series found", users=USERS, tariff=1)
        self.refuse("given twice: tariff and budget found", users=USERS, key=KEY, tariff=1, budget=1)
        self.refuse("\"Rebild\": fewer days than none: -1 found", key=KEY, tariff=1,
                    users="municipality;days\nRebild;-1\n")
        self.refuse("\"Rebild\": a negative weight: -2 found", users=USERS, tariff=1,
                    key="municipality;weight\nRebild;-2\n")
        self.refuse("a municipality that is there already: Rebild of row 1 found", users=USERS, tariff=1,
                    key="municipality;weight\nRebild;2\nREBILD;3\n")
        self.refuse("key: ", users=USERS, tariff=1, key="municipality;weight\nRebild;0\n")
        self.refuse("users: ", budget=1, key=KEY, users="municipality;days\nRebild;0\n")
        self.refuse("independent found", users=USERS, key=KEY, tariff=1,
                    method=Kkr.ApportionMethod.INDEPENDENT)

    def test_each_subset_of_inputs(self):
        """Nothing but an error or a result, whatever is missing."""
        tables = {"start": START, "inflow": INFLOW, "stays": STAYS, "users": USERS, "key": KEY,
                  "steps": "step;year;secured-places\nA;2026;3\n"}
        numbers_given = {"first-year": 2025, "last-year": 2027, "secured-places": 50,
                         "open-places": 9, "tariff": 100, "state-takes-remand": 2026}
        ran = 0
        for chosen in itertools.product((False, True), repeat=len(tables)):
            for scalars in itertools.product((False, True), repeat=len(numbers_given)):
                calc = Kkr.SecuredCapacity()
                for (name, text), take in zip(tables.items(), chosen):
                    if take:
                        calc.set_from_string(name, text)
                for (name, value), take in zip(numbers_given.items(), scalars):
                    if take:
                        calc.set_property(name, value)
                try:
                    calc.run()
                    ran += 1
                except GLib.Error as error:
                    self.assertNotIn("FAILED", error.message)
                    self.assertFalse(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.FAILED),
                                     error.message)
        # Complete: the five that are required; users then need both key and tariff.
        self.assertEqual(ran, 2 * 4 * (4 + 1))

    def test_nobody(self):
        """No offers and no persons: an honest empty result."""
        result = capacity("dom-type;secured\n", "dom-type;persons\n", "dom-type;length\n").run()
        self.assertEqual(numbers(result, "years", "need"), [0, 0])
        self.assertEqual(len(result.get_table_named("groups")), 0)
        self.assertEqual(numbers(result, "years", "shortfall"), [-60, -60])


class Tables(unittest.TestCase):
    def test_run_table(self):
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_int64("secured-places", "Pladser", "Places", Kkr.Unit.PLACES, [50, 70])
        table = capacity().run_table(builder.end(), None, None).get_table()
        column = table.get_column("shortfall")
        self.assertEqual([column.dup_exact(row) for row in range(len(table))],
                         ["10", "10", "-10", "-10"])

    def test_every_cell_explains_itself(self):
        result = capacity(
            Takeover.START + "2;50\n", Takeover.INFLOW + "2;12\n",
            "dom-type;length;to-open;open-length\n1;10;;\nvaretægt;0,5;;\n2;5;40;4\n",
            "step;year;secured-places;open-places;cost\nA;2027;7;3;5\n", open_places=11,
            last_year=2030, state_takes_remand=2028, users=USERS, key=KEY, tariff=100,
            register=REGISTER, western_year=2029).run()
        for table in result.dup_tables():
            for column in table.dup_columns():
                if column.get_name() in ("dom-type", "municipality", "step", "sufficient"):
                    continue
                for row in range(len(table)):
                    if column.get_status().get_data()[row] != int(Kkr.CellStatus.VALUE):
                        continue
                    derivation = result.explain(f"{table.get_name()}.{column.get_name()}", row) \
                        if table.get_name() != "years" else result.explain(column.get_name(), row)
                    self.assertEqual(derivation.get_value(), column.dup_exact(row))


if __name__ == "__main__":
    unittest.main()
