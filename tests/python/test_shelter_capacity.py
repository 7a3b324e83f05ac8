# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shelters: refund, growth and capacity, by hand and day by day."""
import datetime
import itertools
import random
import unittest
from fractions import Fraction

import checker
import random_calculations as calculations
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

Rule = Kkr.RefundRule
By = Kkr.TransitionRule
STAY = "person;municipality;from;to;tariff\n"
DAY = datetime.timedelta(1)


def shelters(stays=None, areas=None, suppliers=None, **inputs):
    calc = Kkr.ShelterCapacity(**inputs)
    for name, text in (("stays", stays), ("areas", areas), ("suppliers", suppliers)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def one(days, **inputs):
    """A stay of so many days from 1 January 2024 at 1.500 kr."""
    end = datetime.date(2024, 1, 1) + (days - 1) * DAY
    return shelters(STAY + f"B1;Rebild;2024-01-01;{end};1.500,00\n", refund_percent=50.0, **inputs)


def rows(result, name, *columns):
    table = result.get_table_named(name)
    return list(zip(*(table[column].get_strings() for column in columns)))


class Limit(unittest.TestCase):
    def test_the_two_readings_of_the_source(self):
        """89, 90, 91 and 200 days with a limit of 90."""
        for days, first, whole in ((89, 89, 89), (90, 90, 90), (91, 90, 0), (200, 90, 0)):
            for rule, refundable in ((Rule.FIRST_DAYS, first), (Rule.WHOLE_STAY, whole)):
                result = one(days, reading=rule).run(None)
                self.assertEqual(rows(result, "stays", "days", "refundable"),
                                 [(str(days), str(refundable))])

    def test_a_limit_of_120(self):
        for days, first, whole in ((120, 120, 120), (121, 120, 0), (91, 91, 91)):
            for rule, refundable in ((Rule.FIRST_DAYS, first), (Rule.WHOLE_STAY, whole)):
                result = one(days, reading=rule, limit=120).run(None)
                self.assertEqual(rows(result, "stays", "refundable"), [(str(refundable),)])

    def test_money(self):
        """200 days at 1.500 kr.: 300.000; half of 90 days is 67.500."""
        result = one(200).run(None)
        self.assertEqual(rows(result, "municipalities", "municipality", "gross", "refund", "net"),
                         [("Rebild", "300000.00", "67500.00", "232500.00")])
        self.assertEqual(rows(result, "readings", "reading", "used", "net"),
                         [("first-days", "yes", "232500.00"), ("whole-stay", "no", "300000.00"),
                          ("person-year", "no", "232500.00")])

    def test_the_transition_for_days_and_for_stays(self):
        """100 days from 1 January; the transition ends on 9 April 2024, which is day 100, or on
        31 March, day 91: day 92 and on then have the limit of 90."""
        for last, by, expected in (("2024-04-09", By.DAY, 100), ("2024-03-31", By.DAY, 91),
                                   ("2024-03-31", By.START, 100), ("2024-01-01", By.DAY, 90),
                                   ("2023-12-31", By.START, 90)):
            result = one(100, transition_from="2023-01-01", transition_to=last,
                         transition_by=by).run(None)
            self.assertEqual(rows(result, "stays", "refundable"), [(str(expected),)], (last, by))

    def test_a_whole_stay_goes_by_its_last_day_or_its_first(self):
        for by, expected in ((By.DAY, 0), (By.START, 100)):
            result = one(100, transition_from="2023-01-01", transition_to="2024-03-31",
                         transition_by=by, reading=Rule.WHOLE_STAY).run(None)
            self.assertEqual(rows(result, "stays", "refundable"), [(str(expected),)], by)

    def test_before_there_was_a_limit(self):
        """92 days of October to December 2022 are refunded; day 93 is above the limit."""
        text = STAY + "B1;Rebild;2022-10-01;2023-01-31;100\n"
        result = shelters(text, refund_percent=100.0).run(None)
        self.assertEqual(rows(result, "stays", "days", "refundable"), [("123", "92")])

    def test_several_stays(self):
        """60 and 60 days with nothing between, and 10 the year after."""
        text = STAY + ("B1;Rebild;2024-01-01;2024-02-29;100\nB1;Aalborg;2024-03-01;2024-04-29;100\n"
                       "B1;Rebild;2025-01-01;2025-01-10;100\n")
        for inputs, expected in (({}, ["60", "60", "10"]), ({"join_days": 0}, ["60", "30", "10"]),
                                 ({"reading": Rule.PERSON_YEAR}, ["60", "30", "10"]),
                                 ({"reading": Rule.WHOLE_STAY}, ["60", "60", "10"]),
                                 ({"reading": Rule.WHOLE_STAY, "join_days": 0}, ["0", "0", "10"]),
                                 ({"join_days": 300}, ["60", "30", "0"])):
            result = shelters(text, refund_percent=50.0, **inputs).run(None)
            self.assertEqual([row[0] for row in rows(result, "stays", "refundable")], expected,
                             inputs)

    def test_a_stay_of_one_day_before_a_move(self):
        """Ten days in all, both of the first paid; the same day twice in one way is an error."""
        lines = "B1;Rebild;2024-01-01;2024-01-10;1\nB1;Aalborg;2024-01-01;2024-01-01;1\n"
        terms = {"refund_percent": 50.0, "last_day": "2024-12-31"}
        result = shelters(STAY + lines, limit=9, **terms).run(None)
        self.assertEqual(rows(result, "stays", "days", "refundable"), [("10", "9"), ("1", "1")])
        with self.assertRaisesRegex(GLib.Error, "two stays at a time"):
            shelters(STAY + lines + "B1;Thisted;2024-01-01;2024-01-01;1\n", **terms).run(None)

    def test_the_period_is_paid_and_the_whole_stay_counts(self):
        """November and December are 61 days, January 31: on 30 January the stay has its 91st."""
        text = STAY + "B1;Rebild;2023-11-01;;100\n"
        result = shelters(text, refund_percent=50.0, first_day="2024-01-01",
                          last_day="2024-03-31").run(None)
        self.assertEqual(rows(result, "stays", "length", "days", "refundable", "to"),
                         [("152", "91", "29", ".")])

    def test_the_limit_of_the_register(self):
        overlay = Kkr.Overlay.new(Kkr.Register.new_packaged())
        overlay.change("shelters/refund-limit", "2023/..", "30")
        result = one(100, register=overlay.apply()).run(None)
        self.assertEqual(rows(result, "stays", "refundable"), [("30",)])


def by_days(stays, rule, limit, transition, by, join, first, last):
    """Each day of each stay by itself."""
    found, chain, years = [], None, {}
    seen = set()
    for person, from_day, to_day in sorted(stays):
        same = chain and chain["person"] == person and join is not None and (
            (from_day - chain["until"]).days - 1 <= join)
        if not same:
            chain = {"person": person, "start": from_day, "days": set(), "stays": []}
        chain["until"] = to_day
        span = [from_day + i * DAY for i in range((to_day - from_day).days + 1)]
        refundable = []
        for day in span:
            chain["days"].add(day)
            if (person, day) not in seen:
                seen.add((person, day))
                years[person, day.year] = years.get((person, day.year), 0) + 1
            among = transition[0] <= (day if by == By.DAY else chain["start"]) <= transition[1]
            allowed = 120 if among else limit
            number = (years[person, day.year] if rule == Rule.PERSON_YEAR else len(chain["days"]))
            refundable.append((day, day.year < 2023 or number <= allowed))
        entry = {"days": refundable, "chain": chain}
        chain["stays"].append(entry)
        found.append(entry)
    counts = []
    for entry in found:
        chain, count = entry["chain"], 0
        day = chain["until"] if by == By.DAY else chain["start"]
        allowed = 120 if transition[0] <= day <= transition[1] else limit
        for day, good in entry["days"]:
            if rule == Rule.WHOLE_STAY:
                good = day.year < 2023 or len(chain["days"]) <= allowed
            count += good and first <= day <= last
        counts.append(str(count))
    return counts


class DayByDay(unittest.TestCase):
    def test_random_stays(self):
        seeded = random.Random(7)
        first, last = datetime.date(2023, 2, 1), datetime.date(2025, 6, 30)
        for turn in range(300):
            stays, day = [], datetime.date(2022, 9, 1) + seeded.randint(0, 400) * DAY
            for _ in range(seeded.randint(1, 6)):
                end = day + seeded.randint(1, 140) * DAY
                stays.append(("B1", day, end))
                day = end + seeded.choice([0, 1, 2, 20, 200]) * DAY
            text = STAY + "".join(f"{person};Rebild;{one};{two};100\n"
                                  for person, one, two in stays)
            rule = seeded.choice([Rule.FIRST_DAYS, Rule.WHOLE_STAY, Rule.PERSON_YEAR])
            by, join = seeded.choice([By.DAY, By.START]), seeded.choice([None, 0, 5])
            inputs = {} if join is None else {"join_days": join}
            result = shelters(text, refund_percent=50.0, reading=rule, transition_by=by,
                              transition_from="2023-06-01", transition_to="2024-02-29",
                              first_day=str(first), last_day=str(last), **inputs).run(None)
            expected = by_days(stays, rule, 90, (datetime.date(2023, 6, 1),
                                                 datetime.date(2024, 2, 29)), by, join, first, last)
            self.assertEqual([row[0] for row in rows(result, "stays", "refundable")], expected,
                             (turn, text, rule, by, join))

    def test_a_higher_limit_never_refunds_less(self):
        text = calculations.random_surveys.stays(random.Random(3))
        for rule in (Rule.FIRST_DAYS, Rule.WHOLE_STAY, Rule.PERSON_YEAR):
            sums = [int(shelters(text, refund_percent=50.0, reading=rule, limit=limit,
                                 last_day="2024-12-31").run(None).get_table()["refund"].dup_total())
                    for limit in (0, 30, 90, 120, 400, 2000)]
            self.assertEqual(sums, sorted(sums))


class Growth(unittest.TestCase):
    def test_the_agenda(self):
        """360 million are 33 per cent: 1.090,9 and 1.450,9 million."""
        result = Kkr.ShelterCapacity(register=Kkr.Register.new_packaged()).run(None)
        self.assertEqual(
            rows(result, "growth", "base", "base-low", "base-high", "level", "level-low",
                 "level-high"),
            [("1090909090.91", "1059701492.54", "1123076923.08", "1450909090.91", "1414701492.54",
              "1488076923.08")])
        self.assertEqual(result.get_table()["yearly"].dup_exact(0), "587/100")

    def test_yearly_growth_is_decided_exactly(self):
        for percent, years, decimals in itertools.product((1, 33, 80), (1, 2, 5), (0, 2)):
            result = Kkr.ShelterCapacity(increase=10 ** 9, growth=float(percent), from_year=2000,
                                         to_year=2000 + years, decimals=decimals).run(None)
            table, step = result.get_table(), Fraction(1, 10 ** decimals)
            found, low, high = (Fraction(table[name].dup_exact(0))
                                for name in ("yearly", "yearly-low", "yearly-high"))
            whole = 1 + Fraction(percent, 100)
            self.assertLessEqual((1 + (found - step / 2) / 100) ** years, whole)
            self.assertGreater((1 + (found + step / 2) / 100) ** years, whole)
            for bound, ends, part in ((low, (0, step), -1), (high, (-step, 0), 1)):
                whole = 1 + (percent + Fraction(part, 2)) / 100
                self.assertLessEqual((1 + (bound + ends[0]) / 100) ** years, whole)
                self.assertGreaterEqual((1 + (bound + ends[1]) / 100) ** years, whole)

    def test_a_fall(self):
        """20 less is 10 per cent: from 200 to 180."""
        result = Kkr.ShelterCapacity(increase=-2000, growth=-10.0).run(None)
        self.assertEqual(rows(result, "growth", "base", "level"), [("200.00", "180.00")])


class Capacity(unittest.TestCase):
    AREAS = "area;capacity;public;demand\nHovedstaden;300;180;320\nSjælland;150;180;\n"

    def test_tender(self):
        """300 less 180 is 120; 150 less 180 is nothing, and 30 are above."""
        result = shelters(areas=self.AREAS).run(None)
        self.assertEqual(rows(result, "areas", "tender", "surplus", "supplied", "gap"),
                         [("120", "0", "180", "140"), ("0", "30", "180", "")])

    def test_suppliers(self):
        result = shelters(areas=self.AREAS, suppliers=(
            "supplier;area;sector;places;approved;approval;start;awarded\n"
            "A;Hovedstaden;privat;90;ja;;2027-01-01;80\n"
            "B;hovedstaden;selvejende;50;nej;2026-12-31;2027-01-01;50\n"
            "C;Hovedstaden;privat;50;nej;2027-01-01;2027-01-01;\n"
            "D;Hovedstaden;privat;50;nej;;;\n"
            "E;Sjælland;kommunal;50;ja;;;\n"
            "F;Sjælland;kommunal;50;nej;;;\n")).run(None)
        self.assertEqual(rows(result, "suppliers", "supplier", "may-be-awarded", "may-start",
                              "supplied"),
                         [("A", "yes", "yes", "80"), ("B", "yes", "no", "0"),
                          ("C", "no", "no", "0"), ("D", "no", "no", "0"), ("E", "no", "yes", "50"),
                          ("F", "no", "no", "0")])
        self.assertEqual(rows(result, "areas", "awarded", "over-awarded", "supplied", "gap")[0],
                         ("130", "10", "260", "60"))
        self.assertIn("Der er tildelt flere pladser, end der udbydes, i: Hovedstaden.",
                      [note.get_danish() for note in result.dup_notes()])

    def test_public_places_of_suppliers(self):
        result = shelters(areas="area;capacity\nX;100\n", suppliers=(
            "supplier;area;sector;places;approved\nA;X;kommunal;30;ja\n"
            "B;X;kommunal;9;nej\n")).run(None)
        self.assertEqual(rows(result, "areas", "public", "tender"), [("30", "70")])

    def test_periods(self):
        """2027, 2030, 2033, 2036 of 3 years; 2027, 2033, 2039 of 6."""
        result = Kkr.ShelterCapacity(start_year=2027, last_year=2039).run(None)
        self.assertEqual([row for row in rows(result, "periods", "interval", "from", "to")],
                         [("3", "2027", "2029"), ("3", "2030", "2032"), ("3", "2033", "2035"),
                          ("3", "2036", "2038"), ("3", "2039", "2041"), ("6", "2027", "2032"),
                          ("6", "2033", "2038"), ("6", "2039", "2044")])


class Refusals(unittest.TestCase):
    def refused(self, calc, *parts):
        with self.assertRaises(GLib.Error) as caught:
            calc.run(None)
        for part in parts:
            self.assertIn(part, caught.exception.message)

    def test_messages(self):
        both = dict(refund_percent=50.0)
        self.refused(Kkr.ShelterCapacity(), "stays: missing")
        self.refused(Kkr.ShelterCapacity(increase=2 ** 63 - 1, growth=33.0), "increase: ",
                     "does not fit")
        self.refused(shelters(STAY + "B1;Rebild;2024-01-01;2024-01-02;1\n"),
                     "refund-percent: missing")
        self.refused(shelters(STAY + "B1;Rebild;2024-01-05;2024-01-02;1\n", **both),
                     "stays: row 1, to: ", '"B1"', "2024-01-05 to 2024-01-02")
        self.refused(shelters(STAY + "B1;Rebild;2024-01-05;;1\n", **both), '"B1"', "last-day")
        self.refused(shelters(STAY + "B1;Rebild;2024-01-05;2024-01-09;-1\n", **both), "DKK -1.00")
        self.refused(shelters(STAY + "B1;Rebild;2024-01-05;2024-01-09;1\n"
                              "B1;Morsø;2024-01-08;2024-01-12;1\n", **both),
                     "row 2", '"B1"', "2024-01-08 to 2024-01-09 in row 1")
        self.refused(Kkr.ShelterCapacity(increase=100), "growth: missing")
        self.refused(Kkr.ShelterCapacity(increase=100, growth=-1.0), "one sign")
        self.refused(Kkr.ShelterCapacity(increase=100, growth=33.0, to_year=2060), "decimals: ")
        self.refused(Kkr.ShelterCapacity(start_year=2027), "last-year: missing")
        self.refused(shelters(suppliers="supplier;area;sector;places\nA;X;privat;1\n"),
                     "areas: missing")
        areas = "area;capacity\nX;10\n"
        self.refused(shelters(areas=areas + "x;5\n"), '"x" of row 1')
        head = "supplier;area;sector;places;approved;awarded\n"
        self.refused(shelters(areas=areas, suppliers=head + "A;Y;privat;1;ja;1\n"), '"Y"')
        self.refused(shelters(areas=areas, suppliers=head + "A;X;kommunal;1;ja;1\n"),
                     '"A" is public')
        self.refused(shelters(areas=areas, suppliers=head + "A;X;privat;1;nej;1\n"),
                     "without an approval")
        self.refused(shelters(areas=areas, suppliers=head + "A;X;privat;1;ja;2\n"), "2 of 1")

    def test_a_personal_number(self):
        with self.assertRaises(GLib.Error) as caught:
            shelters(STAY + "010190-1234;Rebild;2024-01-01;2024-01-02;1\n", refund_percent=1.0)
        self.assertNotIn("010190", caught.exception.message)

    def test_every_subset_of_inputs(self):
        """Whatever is missing beside what is given: an answer or an error, never a crash."""
        texts = {"stays": STAY + "B1;Rebild;2024-01-01;2024-01-09;1\n", "refund-percent": "50",
                 "areas": "area;capacity\nX;10\n", "increase": "100", "growth": "33",
                 "suppliers": "supplier;area;sector;places\nA;X;privat;1\n", "start-year": "2027",
                 "last-year": "2030", "transition-to": "2024-01-01"}
        for size in range(len(texts) + 1):
            for names in itertools.combinations(texts, size):
                calc = Kkr.ShelterCapacity()
                for name in names:
                    calc.set_from_string(name, texts[name])
                try:
                    self.assertGreater(len(calc.run(None).dup_tables()), 0)
                except GLib.Error as error:
                    self.assertFalse(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.FAILED))


class Explained(unittest.TestCase):
    def test_the_name_of_a_municipality(self):
        """A name is no sum of the stays."""
        stays = "".join(f"B{i};Rebild;2024-01-01;2024-01-02;1\n" for i in range(9))
        result = shelters(STAY + stays, refund_percent=50.0).run(None)
        self.assertEqual(result.explain("municipality", 0).get_value(), "Rebild")


class Many(unittest.TestCase):
    def test_a_hundred_thousand_stays(self):
        lines = [f"B{i // 4};Rebild;20{20 + i % 4}-01-01;20{20 + i % 4}-05-09;1000"
                 for i in range(100_000)]
        result = shelters(STAY + "\n".join(lines) + "\n", refund_percent=50.0).run(None)
        # 130 days in 2020, which is a leap year, and 129 in the others; only 2023 has the limit.
        self.assertEqual(result.get_table()["refundable"].dup_total(),
                         str(25_000 * (130 + 129 + 129 + 90)))
        document = result.explain("stays.refund", 99_999).to_json()
        self.assertEqual(checker.check(document), str(90 * 500 * 100))


class Empty(unittest.TestCase):
    def test_stays_without_rows(self):
        """A table without rows is no error, and the result says that it had none."""
        result = shelters(STAY, refund_percent=50.0).run(None)
        self.assertEqual(len(result.get_table_named("stays")), 0)
        told = {language: "\n".join(note.to_string_in(language) for note in result.dup_notes())
                for language in ("da", "en")}
        self.assertIn("There are no rows in stays: nothing was counted from it.", told["en"])
        self.assertIn("Der er ingen rækker i opholdene (stays): intet er talt op derfra.",
                      told["da"])
