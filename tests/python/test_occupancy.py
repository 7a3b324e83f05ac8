# SPDX-License-Identifier: LGPL-2.1-or-later
"""Occupancy, vacant places, refusals and the chance of them, worked by hand."""
import datetime
import fractions
import itertools
import random
import unittest

import refusals
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

Code = Kkr.CalcError
Count = Kkr.OccupancyCount
Fraction = fractions.Fraction
YEAR = {"first_day": "2024-01-01", "last_day": "2024-12-31"}
SPECIAL = """offer;places;used
Hovedstaden;32;12
Sjælland;7;7
Syddanmark;15;8
Midtjylland;21;9
Nordjylland;8;4
"""


def calculator(tables, **inputs):
    calc = Kkr.Occupancy(**inputs)
    for name, text in tables.items():
        calc.set_from_string(name, text)
    return calc


def run(tables, **inputs):
    return calculator(tables, **inputs).run(None)


def lists(places, placements, **inputs):
    return run({"places": "place;offer;from;to;tariff\n" + places,
                "placements": "person;place;offer;from;to;municipality;kept-tariff\n"
                              + placements}, **{**YEAR, **inputs})


def exact(table, column):
    return [Fraction(table[column].dup_exact(row)) for row in range(len(table))]


def texts(table, *columns):
    return list(zip(*(table[column].get_strings() for column in columns)))


class SpecialPlaces(unittest.TestCase):
    """Table 1 of 15 October 2018."""

    def test_vacant_places_and_occupancy(self):
        table = run({"counts": SPECIAL}).get_table()
        self.assertEqual(exact(table, "vacant"), [20, 0, 7, 12, 4])
        self.assertEqual(exact(table, "occupancy"),
                         [Fraction(12, 32), 1, Fraction(8, 15), Fraction(9, 21), Fraction(1, 2)])
        self.assertEqual([table[name].dup_total() for name in ("places", "used", "vacant")],
                         ["83", "40", "43"])
        self.assertEqual(table["occupancy"].dup_total(), "40/83")

    def test_cost_of_a_year(self):
        """43 places of 1,9 million kroner; 20 of them in the capital region."""
        table = run({"counts": SPECIAL}, tariff=190_000_000,
                    tariff_unit=Kkr.TariffUnit.YEAR).get_table()
        self.assertEqual(table["cost"].dup_exact(0), str(38_000_000 * 100))
        self.assertEqual(table["cost"].dup_total(), str(81_700_000 * 100))

    def test_double_cost(self):
        """Tariff of one place, a tenth of the vacancy and 2.000 kr. a day kept."""
        bills = run({"counts": SPECIAL,
                     "municipalities": "municipality;weight;used;kept-tariff\n"
                                       "Rebild;1;1;2.000\nAalborg;9;;\n"},
                    tariff=190_000_000, tariff_unit=Kkr.TariffUnit.YEAR).get_table_named("bills")
        self.assertEqual(texts(bills, "municipality", "vacancy", "use", "kept", "total"), [
            ("Rebild", "8170000.00", "1900000.00", "730000.00", "10800000.00"),
            ("Aalborg", "73530000.00", "0.00", "0.00", "73530000.00")])


class Answers(unittest.TestCase):
    """The three offers of the report of 2023."""

    def test_occupancy_without_places(self):
        table = run({"counts": "offer;occupancy\nVoksenbøgen;100\nHammer Bakker;\n"
                               "Sødisbakke;97,5\n"}).get_table()
        self.assertEqual(table["occupancy"].dup_exact(2), "39/40")
        self.assertEqual(table["occupancy"].get_cell_status(1), Kkr.CellStatus.MISSING)
        self.assertEqual(table["vacant"].get_cell_status(0), Kkr.CellStatus.MISSING)
        self.assertFalse(table["occupancy"].has_total())

    def test_vacant_places_of_an_occupancy(self):
        """97,5 per cent of 92 places leave 2,3."""
        table = run({"counts": "offer;places;occupancy\nSødisbakke;92;97,5\n"}).get_table()
        self.assertEqual(exact(table, "vacant"), [Fraction(23, 10)])

    def test_refusals(self):
        table = run({"refusals": "offer;reason;count\nVoksenbøgen;manglende match;15\n"
                                 "Voksenbøgen;ingen ledig plads;\nHammer Bakker;no-match;\n"
                                 "Sødisbakke;manglende match;10\n"}).get_table_named("refusals")
        match = table["no-match"]
        self.assertEqual([match.get_cell_status(row) for row in range(3)],
                         [Kkr.CellStatus.VALUE, Kkr.CellStatus.MISSING, Kkr.CellStatus.VALUE])
        self.assertEqual(match.dup_total(), "25")
        self.assertIn("mindst 25", table.to_string())
        self.assertFalse(table["other"].has_total())
        self.assertEqual(table["no-vacancy"].get_cell_status(2), Kkr.CellStatus.MISSING)


class Lists(unittest.TestCase):
    def test_by_hand(self):
        """A1 is open all of 2024 and taken from 15 January on, by both on 10 March; A2 is open
        from 1 March, taken from then on, and by two in December."""
        result = lists("A1;Bakken;;2024-06-30;2.000\nA1;Bakken;2024-07-01;;2.100\n"
                       "A2;Bakken;2024-03-01;;1.000\n",
                       "P1;A1;;2024-01-15;2024-03-10;Rebild;1.500\n"
                       "P2;a1;;2024-03-10;;Aalborg;\nP3;A2;;2024-02-20;;Aalborg;\n"
                       "P4;A2;;2024-12-01;;Aalborg;\nP5;;Bakken;2024-12-25;;Rebild;\n",
                       tariff=99_900)
        table = result.get_table()
        self.assertEqual(exact(table, "place-days"), [366 + 306])
        self.assertEqual(exact(table, "vacant-days"), [14])
        self.assertEqual(exact(table, "used-days"),
                         [56 + 297 + 306 + 10 + 31 + 7])
        self.assertEqual(exact(table, "extra"), [Fraction(1 + 10 + 31 + 7, 366)])
        self.assertEqual(exact(table, "occupancy"), [Fraction(707, 672)])
        self.assertEqual(texts(table, "above", "cost"), [("yes", "28000.00")])
        self.assertEqual(texts(result.get_table_named("places"), "place", "from", "days",
                               "taken-days", "person-days"), [
            ("A1", "2024-01-01", "182", "168", "169"), ("A1", "2024-07-01", "184", "184", "184"),
            ("A2", "2024-03-01", "306", "306", "337"), ("A2", "2024-02-20", "0", "0", "10"),
            ("(uden plads)", "2024-12-25", "0", "0", "7")])

    def test_bills_of_lists(self):
        """56 days at 2.000 kr. and 7 at 999 kr.; 56 of 1.500 kr. kept beside them."""
        result = run({"places": "place;offer;tariff\nA1;Bakken;2.000\n",
                      "placements": "place;offer;from;to;municipality;kept-tariff\n"
                                    "A1;;2024-01-15;2024-03-10;Rebild;1.500\n"
                                    ";Bakken;2024-12-25;;851;\n",
                      "municipalities": "municipality;weight\nRebild;1\nThisted;2\n"},
                     tariff=99_900, register=Kkr.Register.new_packaged(), **YEAR)
        # 310 vacant days of 2.000 kr. are 620.000 kr.
        self.assertEqual(texts(result.get_table_named("bills"), "municipality", "vacancy", "use",
                               "kept", "total"), [
            ("Rebild", "206666.67", "112000.00", "84000.00", "402666.67"),
            ("Thisted", "413333.33", "0.00", "0.00", "413333.33"),
            ("Aalborg", "0.00", "6993.00", "0.00", "6993.00")])
        self.assertTrue(any("Aalborg" in note.get_english() for note in result.dup_notes()))

    def test_own_days_are_the_key(self):
        result = lists("A1;Bakken;;;100\nA2;Bakken;;;100\n",
                       "P1;A1;;2024-01-01;2024-01-30;Rebild;\n"
                       "P2;A2;;2024-01-01;2024-01-10;Thisted;\n",
                       key=Kkr.GuaranteeKey.USAGE)
        # 336 and 356 vacant days, of which three quarters.
        self.assertEqual(texts(result.get_table_named("bills"), "municipality", "vacancy"), [
            ("Rebild", "51900.00"), ("Thisted", "17300.00")])

    def test_day_of_moving_out(self):
        places, stays = "A1;Bakken;;;\n", ("P1;A1;;2024-01-01;2024-03-10;;\n"
                                           "P2;A1;;2024-03-10;2024-12-31;;\n"
                                           "P3;A1;;2024-12-31;2024-12-31;;\n")
        both = lists(places, stays).get_table()
        self.assertEqual(exact(both, "used-days"), [368])
        one = lists(places, stays, count_last_day=False).get_table()
        self.assertEqual(exact(one, "used-days"), [365])
        self.assertEqual(exact(one, "vacant-days"), [1])
        days = lists(places, stays, count_by=Count.PLACES).get_table()
        self.assertEqual(exact(days, "occupancy"), [1])

    def test_years(self):
        """The 29th of February, New Year, and open ends."""
        table = lists("A1;Bakken;;;365,00\n", "P1;A1;;2023-12-31;2024-02-29;;\n",
                      first_day="2023-01-01", last_day="2024-12-31",
                      tariff_unit=Kkr.TariffUnit.YEAR).get_table()
        self.assertEqual(texts(table, "year"), [("2023",), ("2024",)])
        self.assertEqual(exact(table, "used-days"), [1, 31 + 29])
        # 364 days of 1 kr., and 306 of 365/366 kr.
        self.assertEqual(texts(table, "cost"), [("364.00",), ("305.16",)])
        fixed = lists("A1;Bakken;;;365,00\n", "P1;A1;;2023-12-31;2024-02-29;;\n",
                      tariff_unit=Kkr.TariffUnit.YEAR, fixed_year=True).get_table()
        self.assertEqual(texts(fixed, "cost"), [("306.00",)])

    def test_a_place_may_move_to_another_offer(self):
        result = lists("A1;Bakken;;2024-06-30;\nA1;Skoven;2024-07-01;;\n",
                       "P1;A1;;2024-06-01;2024-07-31;;\n")
        self.assertEqual(texts(result.get_table(), "offer", "used-days"),
                         [("Bakken", "30"), ("Skoven", "31")])

    def test_against_counting_every_day(self):
        chance = random.Random(11)
        for _ in range(40):
            self.compare(chance)

    def compare(self, chance):
        start = datetime.date(2023, 12, 1)
        days = [start + datetime.timedelta(n) for n in range(90)]
        rows, stays = [], []
        for place in "ABC":
            first = chance.randrange(40)
            rows.append((place, days[first], days[chance.randrange(first, 60)]))
            rows.append((place, days[chance.randrange(60, 89)], days[89]))
        for number in range(chance.randrange(6)):
            first = chance.randrange(90)
            stays.append((chance.choice("ABC"), days[first], days[chance.randrange(first, 90)]))
        result = lists("".join(f"{a};T;{b};{c};\n" for a, b, c in rows),
                       "".join(f"P{n};{a};;{b};{c};;\n" for n, (a, b, c) in enumerate(stays)),
                       first_day=str(days[5]), last_day=str(days[84]))
        for year in 2023, 2024:
            span = [day for day in days[5:85] if day.year == year]
            lived = [(place, day) for place, first, last in stays for day in span
                     if first <= day <= last]
            open_days = [(place, day) for place, first, last in rows for day in span
                         if first <= day <= last]
            table = result.get_table()
            row = table["year"].get_strings().index(str(year)) if open_days or lived else None
            if row is None:
                continue
            self.assertEqual(Fraction(table["place-days"].dup_exact(row)), len(open_days))
            self.assertEqual(Fraction(table["used-days"].dup_exact(row)), len(lived))
            self.assertEqual(Fraction(table["vacant-days"].dup_exact(row)),
                             len(set(open_days) - set(lived)))


class Counts(unittest.TestCase):
    def test_above_a_hundred(self):
        result = run({"counts": "offer;year;places;used;tariff\nBakken;2024;10;11,5;1000\n"})
        offers = result.get_table()
        self.assertEqual(exact(offers, "occupancy"), [Fraction(23, 20)])
        self.assertEqual(exact(offers, "extra"), [Fraction(3, 2)])
        self.assertEqual(texts(offers, "above", "cost"), [("yes", "0.00")])
        self.assertTrue(any("Bakken 2024" in note.get_danish() for note in result.dup_notes()))

    def test_no_places_have_no_occupancy(self):
        table = run({"counts": "offer;places;used\nLukket;0;0\nBakken;4;3\n"}).get_table()
        self.assertEqual(table["occupancy"].get_cell_status(0), Kkr.CellStatus.NOT_APPLICABLE)
        self.assertEqual(table["occupancy"].dup_total(), "3/4")

    def test_days_of_rows(self):
        table = run({"counts": "offer;year;places;used;days\nA;2024;2;1;\nB;;2;1;10\nC;;2;1;\n"},
                    first_day="2024-02-01", last_day="2024-02-29").get_table()
        self.assertEqual(exact(table, "vacant-days"), [366, 10, 29])
        assumed = run({"counts": "offer;places;used\nA;2;1\n"})
        self.assertEqual(exact(assumed.get_table(), "vacant-days"), [365])
        self.assertTrue(any("365" in note.get_english() for note in assumed.dup_notes()))

    def test_part_of_the_tariff(self):
        table = run({"counts": "offer;places;used;days;tariff\nA;2;1;10;1000\n"},
                    vacancy_percent=12.5).get_table()
        self.assertEqual(texts(table, "cost"), [("1250.00",)])


def loss(load, places):
    """Erlang's recursion in fractions: the oracle."""
    x = Fraction(1)
    for n in range(1, places + 1):
        x = 1 + n * x / load
    return 1 / x


class Chances(unittest.TestCase):
    def chance(self, requests, stay, places):
        table = run({"demand": f"offer;requests;stay;places\nT;{requests};{stay};{places}\n"
                               }).get_table_named("demand")
        return Fraction(table["chance"].dup_exact(0)), Fraction(table["load"].dup_exact(0))

    def test_by_hand(self):
        for load, places, expected in ((1, 1, "1/2"), (2, 2, "2/5"), (1, 3, "1/16"), (0, 2, "0"),
                                       (5, 0, "1")):
            self.assertEqual(self.chance(load, 365, places), (Fraction(expected), load))

    def test_against_fractions(self):
        """1e-12 relative, for small loads and great ones."""
        chance = random.Random(3)
        cases = [(str(chance.randint(1, 400)), str(chance.randint(1, 900)),
                  chance.randint(1, 60)) for _ in range(30)]
        cases += [("12,345", "900,5", 40), ("0,25", "100", 4), ("400", "365", 300)]
        for requests, stay, places in cases:
            found, load = self.chance(requests, stay, places)
            right = loss(load, places)
            self.assertEqual(load, Fraction(requests.replace(",", "."))
                             * Fraction(stay.replace(",", ".")) / 365)
            if right > Fraction(1, 10 ** 20):
                self.assertLess(abs(found / right - 1), Fraction(1, 10 ** 12))

    def test_many_places(self):
        """Near the load the chance is small, and the oracle in fractions too slow: B(c) for a load
        of c is 1 / x, and x is between sqrt(pi c / 2) and that plus 2."""
        found, _ = self.chance(50000, 365, 50000)
        self.assertLess(found, Fraction(1, 280))
        self.assertGreater(found, Fraction(1, 283))

    def test_too_small_to_tell(self):
        result = run({"demand": "offer;requests;stay;places\nT;1;1;50\n"})
        table = result.get_table_named("demand")
        self.assertEqual(Fraction(table["chance"].dup_exact(0)), Fraction(1, 10 ** 20))
        self.assertIn("mindre end", table.to_string())
        self.assertTrue(result.explain("demand.chance", 0).check())

    def test_more_places_never_refuse_more(self):
        found = [self.chance(12, 900, places)[0] for places in range(0, 60, 3)]
        self.assertEqual(found, sorted(found, reverse=True))
        self.assertEqual(len(set(found)), len(found))

    def test_pooling_refuses_less(self):
        """Two offers with the same load refuse more than one of their size together."""
        self.assertLess(self.chance(24, 300, 20)[0], self.chance(12, 300, 10)[0])

    def test_places_needed(self):
        table = run({"demand": "offer;requests;stay;target\nA;3;365;50\nB;12;900;5\nC;3;365;75\n"
                     }).get_table_named("demand")
        # 1, 3/4, 9/17, 9/26 for a load of 3.
        self.assertEqual(table["needed"].get_strings()[0], "3")
        self.assertEqual(table["needed"].get_strings()[2], "1")
        needed, load = table["needed"].get_int64(1), Fraction(12 * 900, 365)
        self.assertLessEqual(loss(load, needed), Fraction(1, 20))
        self.assertGreater(loss(load, needed - 1), Fraction(1, 20))

    def test_places_of_the_offer(self):
        table = run({"counts": "offer;year;places;used\nBakken;2023;9;9\nbakken;2024;10;9\n",
                     "demand": "offer;requests;stay\nBAKKEN;1;365\n"}).get_table_named("demand")
        self.assertEqual(table["places"].get_strings(), ["10"])
        listed = run({"places": "place;offer;to\nA;Bakken;\nB;Bakken;2024-06-30\nC;Skoven;\n",
                      "placements": "place;from\nA;2024-01-01\n"}, requests=1, stay=365, **YEAR)
        self.assertEqual(listed.get_table_named("demand")["places"].get_strings(), ["2"])

    def test_expected_use(self):
        table = run({}, requests=2, stay=365, capacity=2).get_table_named("demand")
        # Two fifths are refused; 2 * 3/5 of 2 places are in use.
        self.assertEqual([Fraction(table[name].dup_exact(0)) for name in ("refused", "filled")],
                         [Fraction(4, 5), Fraction(3, 5)])

    def test_nothing_but_requests(self):
        """The main table has no rows then, and a note says why."""
        result = run({}, requests=10.0, stay=300.0, capacity=9)
        self.assertEqual(len(result.get_table()), 0)
        self.assertEqual(exact(result.get_table_named("demand"), "places"), [9])
        self.assertIn("There is no occupancy to show", result.dup_notes()[0].get_english())
        counted = run({"counts": SPECIAL}).dup_notes()
        self.assertFalse(any("no occupancy" in note.get_english() for note in counted))

    def test_scenarios(self):
        calc = Kkr.Occupancy(stay=365, capacity=2)
        builder = Kkr.TableBuilder.new("s", "s", "s")
        builder.add_double("requests", "r", "r", Kkr.Unit.NONE, [1.0, 2.0])
        table = calc.run_table(builder.end(), ["demand.chance"], None).get_table()
        self.assertEqual([Fraction(table["chance"].dup_exact(row)) for row in range(2)],
                         [Fraction(1, 5), Fraction(2, 5)])


class Metamorphic(unittest.TestCase):
    PLACES = "A1;Bakken;2024-01-10;2024-11-30;1.000\nA2;Bakken;;;1.500\n"
    STAYS = ["P1;A1;;2024-02-01;2024-03-31;Rebild;", "P2;A2;;2024-01-01;2024-06-30;Thisted;",
             "P3;A1;;2024-04-05;;Rebild;"]

    def test_order_of_rows(self):
        found = {lists(self.PLACES, "\n".join(rows) + "\n").get_table().to_csv()
                 for rows in itertools.permutations(self.STAYS)}
        self.assertEqual(len(found), 1)

    def test_spelling_of_keys(self):
        one = lists(self.PLACES, "\n".join(self.STAYS) + "\n").get_table().to_csv()
        two = lists(self.PLACES.replace("A2;Bakken", " a2 ;BAKKEN"),
                    "\n".join(self.STAYS).replace("A1", "a1") + "\n").get_table().to_csv()
        self.assertEqual(one, two)

    def test_a_stay_cut_in_two_is_the_same(self):
        cut = [self.STAYS[0].replace("2024-03-31", "2024-02-29"),
               self.STAYS[0].replace("2024-02-01", "2024-03-01"), *self.STAYS[1:]]
        self.assertEqual(lists(self.PLACES, "\n".join(cut) + "\n").get_table().to_csv(),
                         lists(self.PLACES, "\n".join(self.STAYS) + "\n").get_table().to_csv())

    def test_bills_add_up(self):
        for method in Kkr.ApportionMethod.LARGEST_REMAINDER, Kkr.ApportionMethod.DHONDT:
            result = run({"counts": SPECIAL,
                          "municipalities": "municipality;weight\nA;1\nB;1\nC;1\n"},
                         tariff=100_01, method=method)
            bills, offers = result.get_table_named("bills"), result.get_table()
            self.assertEqual(bills["vacancy"].dup_total(), offers["cost"].dup_total())


class BadInput(refusals.Refusals):
    def bad(self, code, parts, tables, **inputs):
        calc = calculator(tables, **inputs)
        self.assertTrue(calc.validate())
        return self.refused(Kkr.calc_error_quark(), code, parts, calc.run)

    def bad_list(self, code, parts, places, stays, **inputs):
        return self.bad(code, parts, {
            "places": "place;offer;from;to;tariff\n" + places,
            "placements": "person;place;offer;from;to;municipality;kept-tariff\n" + stays},
            **{**YEAR, **inputs})

    def test_two_open_placements(self):
        self.bad_list(Code.INCONSISTENT, ["placements: row 2", "p1", "row 1"],
                      "A1;T;;;\nA2;T;;;\n", "P1;A1;;2024-01-01;;;\np1;A2;;2024-02-01;;;\n")
        # The day of a move is none.
        lists("A1;T;;;\nA2;T;;;\n",
              "P1;A1;;2024-01-01;2024-02-01;;\nP1;A2;;2024-02-01;;;\n")

    def test_rows_that_are_wrong(self):
        for code, parts, places, stays in (
                (Code.INCONSISTENT, ["places: row 1", "A1", "2024-02-01"],
                 "A1;T;2024-02-01;2024-01-01;\n", ""),
                (Code.INCONSISTENT, ["places: row 2", "a1", "row 1"],
                 "A1;T;;;\na1;T;2024-05-01;;\n", ""),
                (Code.OUT_OF_RANGE, ["places: row 1", "A1", "-1"], "A1;T;;;-1\n", ""),
                (Code.INCONSISTENT, ["placements: row 1", "P1"], "A1;T;;;\n",
                 "P1;A1;;2024-02-01;2024-01-01;;\n"),
                (Code.INCONSISTENT, ["placements: row 1", "A9"], "A1;T;;;\n",
                 "P1;A9;;2024-02-01;;;\n"),
                (Code.INCONSISTENT, ["placements: row 1", "A1", "Skoven", "T"], "A1;T;;;\n",
                 "P1;A1;Skoven;2024-02-01;;;\n"),
                (Code.MISSING_INPUT, ["placements: row 1", "offer"], "A1;T;;;\n",
                 "P1;;;2024-02-01;;;\n"),
                (Code.OUT_OF_RANGE, ["placements: row 1", "P1", "-5"], "A1;T;;;\n",
                 "P1;A1;;2024-02-01;;;-5\n")):
            with self.subTest(parts):
                self.bad_list(code, parts, places, stays)

    def test_a_personal_number_is_not_repeated(self):
        calc = Kkr.Occupancy()
        with self.assertRaises(GLib.Error) as caught:
            calc.set_from_string("placements", "person;place;from\n010190-1234;A1;2024-01-01\n")
        self.assertNotIn("1234", caught.exception.message)

    def test_counts_that_are_wrong(self):
        for code, parts, counts in (
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-1"], "Elm;;-1;;;;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-2"], "Elm;;1;-2;;;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "24"], "Elm;24;1;1;;;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "0 found"], "Elm;;1;1;;0;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-1"], "Elm;;1;1;;;-1\n"),
                (Code.INCONSISTENT, ["row 1", "Elm"], "Elm;;1;1;50;;\n"),
                (Code.INCONSISTENT, ["row 2", "elm", "row 1"], "Elm;;1;1;;;\nelm;;1;1;;;\n"),
                (Code.MISSING_INPUT, ["row 2", "Asp", "tariff"], "Elm;;2;1;;;5\nAsp;;2;1;;;\n")):
            with self.subTest(parts):
                self.bad(code, ["counts", *parts], {
                    "counts": "offer;year;places;used;occupancy;days;tariff\n" + counts})

    def test_bills_that_cannot_be_made(self):
        payers = "municipality;weight;used\n"
        for code, parts, inputs in (
                (Code.MISSING_INPUT, ["tariff"], {"municipalities": payers + "Rebild;1;\n"}),
                (Code.MISSING_INPUT, ["Rebild", "weight"],
                 {"tariff": "5", "municipalities": payers + "Rebild;;\n"}),
                (Code.MISSING_INPUT, ["municipalities"], {"tariff": "5", "key": "weights"}),
                (Code.OUT_OF_RANGE, ["Rebild", "-1"],
                 {"tariff": "5", "municipalities": payers + "Rebild;-1;\n"}),
                (Code.INCONSISTENT, ["rebild"],
                 {"tariff": "5", "municipalities": payers + "Rebild;1;\nrebild;1;\n"}),
                (Code.OUT_OF_RANGE, ["key"],
                 {"tariff": "5", "municipalities": payers + "Rebild;0;\n"})):
            with self.subTest(parts):
                self.bad(code, parts, {"counts": SPECIAL, **inputs})

    def test_requests_that_are_wrong(self):
        for code, parts, demand in (
                (Code.MISSING_INPUT, ["row 1", "Elm"], "Elm;;10;1;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-3"], "Elm;-3;10;1;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-10"], "Elm;3;-10;1;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "-1"], "Elm;3;10;-1;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "60000"], "Elm;3;10;60000;\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "100"], "Elm;3;10;1;100\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "0.0000000001 per cent"],
                 "Elm;3;10;1;0,0000000001\n"),
                (Code.OUT_OF_RANGE, ["row 1", "Elm", "45000"], "Elm;900000;365;1;5\n"),
                (Code.MISSING_INPUT, ["row 1", "Elm", "places"], "Elm;3;10;;\n")):
            with self.subTest(parts):
                self.bad(code, ["demand", *parts], {
                    "demand": "offer;requests;stay;places;target\n" + demand})

    def test_every_subset_of_inputs(self):
        """Whatever is given and left out, there is a result or an error that names an input."""
        given = {"places": "place;offer\nA1;Bakken\n",
                 "placements": "place;from;municipality\nA1;2024-01-01;Rebild\n",
                 "counts": SPECIAL, "municipalities": "municipality;weight\nRebild;1\n",
                 "refusals": "offer;reason\nBakken;other\n",
                 "demand": "offer;requests;stay;places\nBakken;1;10;1\n",
                 "first-day": "2024-01-01", "last-day": "2024-12-31", "tariff": "100",
                 "requests": "1", "stay": "10", "capacity": "2", "target": "5"}
        results = 0
        for size in range(4):
            for names in itertools.combinations(given, size):
                calc = calculator({name: given[name] for name in names})
                problems = calc.validate()
                try:
                    calc.run()
                    results += 1
                    self.assertFalse(problems)
                except GLib.Error as error:
                    self.assertTrue(error.matches(Kkr.calc_error_quark(), error.code))
                    self.assertNotEqual(error.code, Code.FAILED)
                    self.assertTrue(problems)
        self.assertGreater(results, 30)

    def test_empty_lists(self):
        empty = lists("", "")
        self.assertEqual(len(empty.get_table()), 0)


class Empty(unittest.TestCase):
    def test_tables_without_rows(self):
        """A table without rows is no error, and the result says that it had none."""
        for result, names in (
                (run({"counts": "offer;places;used\n"}), {"counts": "optællingen"}),
                (lists("", ""), {"places": "pladserne", "placements": "placeringerne"})):
            self.assertEqual(len(result.get_table_named("offers")), 0)
            told = {language: "\n".join(note.to_string_in(language) for note in result.dup_notes())
                    for language in ("da", "en")}
            for name, danish in names.items():
                self.assertIn(f"There are no rows in {name}: nothing was counted from it.",
                              told["en"])
                self.assertIn(f"Der er ingen rækker i {danish} ({name}): intet er talt op derfra.",
                              told["da"])


if __name__ == "__main__":
    unittest.main()
