# SPDX-License-Identifier: LGPL-2.1-or-later
"""Bills for places, worked by hand."""
import datetime
import fractions
import itertools
import random
import unittest

import checker
import random_calculations as calculations
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

Code = Kkr.CalcError
Split = Kkr.MonthSplit
Rule = Kkr.NoticeRule
KEYS = ("municipality", "placement", "from", "to", "status")
PLACEMENT = "placement;municipality;from;to\n"
TARIFF = "tariff\n2.000,00\n"


def bill(placements, tariffs=TARIFF, first="2024-01-01", last="2024-12-31", absences=None,
         invoice=None, **inputs):
    calc = Kkr.PlaceBilling(first_day=first, last_day=last, **inputs)
    for name, text in (("placements", placements), ("tariffs", tariffs), ("absences", absences),
                       ("invoice", invoice)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def run(*given, **inputs):
    return bill(*given, **inputs).run(None)


def rows(result, name, *columns):
    table = result.get_table_named(name)
    return list(zip(*(table[column].get_strings() for column in columns)))


def lines(result, *columns):
    return rows(result, "lines", *columns)


def bills(result):
    return rows(result, "bills", "municipality", "month", "days", "amount")


class Days(unittest.TestCase):
    def test_by_hand(self):
        """17 days of January at 2.000 kr., all 29 of February and ten of March at 2.100 kr."""
        result = run("placement;municipality;offer;level;from;to\n"
                     "P1;Rebild;Bakken;1;2024-01-15;2024-03-10\n",
                     "offer;level;from;to;tariff\n"
                     "Bakken;1;2023-01-01;2024-01-31;2.000,00\n"
                     "Bakken;1;2024-02-01;;2.100,00\n"
                     "Bakken;2;;;9.999,00\n")
        self.assertEqual(bills(result), [("Rebild", "2024-01", "17", "34000.00"),
                                         ("Rebild", "2024-02", "29", "60900.00"),
                                         ("Rebild", "2024-03", "10", "21000.00")])
        self.assertEqual(result.get_table()["amount"].dup_total(), "11590000")
        self.assertEqual(lines(result, *KEYS)[0],
                         ("Rebild", "P1", "2024-01-15", "2024-01-31", "stay"))

    def test_a_tariff_that_changes_within_a_month(self):
        result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n",
                     "from;to;tariff\n;2024-01-10;100,00\n2024-01-11;;200,00\n")
        self.assertEqual(lines(result, "from", "to", "days", "tariff", "amount"),
                         [("2024-01-01", "2024-01-10", "10", "100.00", "1000.00"),
                          ("2024-01-11", "2024-01-31", "21", "200.00", "4200.00")])
        self.assertEqual(bills(result), [("Rebild", "2024-01", "31", "5200.00")])

    def test_the_ends_of_a_stay(self):
        """Ten days with both ends, eight with neither; a stay of one day then costs nothing."""
        text = PLACEMENT + "P1;Rebild;2024-01-01;2024-01-10\nP2;Rebild;2024-02-01;2024-02-01\n"
        for first, last, days in ((True, True, ["10", "1"]), (True, False, ["9"]),
                                  (False, True, ["9"]), (False, False, ["8"])):
            result = run(text, bill_first_day=first, bill_last_day=last)
            self.assertEqual([row[0] for row in lines(result, "days")], days)

    def test_a_stay_that_lasts_has_no_last_day(self):
        result = run(PLACEMENT + "P1;Rebild;2024-12-30;\n", bill_last_day=False)
        self.assertEqual(bills(result), [("Rebild", "2024-12", "2", "4000.00")])

    def test_nothing_before_and_after_the_period(self):
        result = run(PLACEMENT + "P1;Rebild;2020-01-01;2024-01-02\nP2;Rebild;2024-12-31;\n"
                     "P3;Rebild;2025-01-01;\nP4;Rebild;2023-01-01;2023-12-31\n")
        self.assertEqual(lines(result, "placement", "days"), [("P1", "2"), ("P2", "1")])

    def test_several_places(self):
        result = run("placement;municipality;places;from;to\nP1;Rebild;43;2024-02-28;2024-03-01\n")
        self.assertEqual(lines(result, "days", "amount"), [("86", "172000.00"), ("43", "86000.00")])


class Notice(unittest.TestCase):
    TEXT = ("placement;municipality;place;from;to;notice\n"
            "P1;Rebild;A1;2023-05-01;2024-01-20;2024-01-15\n")

    def test_none(self):
        self.assertEqual(lines(run(self.TEXT), "to", "status"), [("2024-01-20", "stay")])

    def test_days(self):
        """30 days after 15 January are to 14 February: 11 more in January, 14 in February."""
        result = run(self.TEXT, notice_rule=Rule.DAYS, notice_days=30)
        self.assertEqual(lines(result, "from", "to", "status", "days", "amount"),
                         [("2024-01-01", "2024-01-20", "stay", "20", "40000.00"),
                          ("2024-01-21", "2024-01-31", "notice", "11", "22000.00"),
                          ("2024-02-01", "2024-02-14", "notice", "14", "28000.00")])

    def test_months(self):
        for rule, last, days in ((Rule.END_OF_MONTH, "2024-01-31", 31),
                                 (Rule.END_OF_NEXT_MONTH, "2024-02-29", 60)):
            result = run(self.TEXT, notice_rule=rule)
            self.assertEqual(lines(result, "to")[-1][0], last)
            self.assertEqual(result.get_table()["days"].dup_total(), str(days))

    def test_a_part_of_the_tariff(self):
        result = run(self.TEXT, notice_rule=Rule.END_OF_MONTH, notice_percent=37.5)
        self.assertEqual(lines(result, "days", "percent", "amount"),
                         [("20", "100", "40000.00"), ("11", "37.5", "8250.00")])

    def test_until_the_place_is_taken_again(self):
        text = self.TEXT + "P2;Aalborg;A1;2024-01-25;2024-02-05;\n"
        result = run(text, notice_rule=Rule.END_OF_NEXT_MONTH)
        self.assertEqual(lines(result, *KEYS)[-1],
                         ("Rebild", "P1", "2024-01-21", "2024-01-24", "notice"))
        result = run(text, notice_rule=Rule.END_OF_NEXT_MONTH, until_taken=False)
        self.assertEqual(max(row[0] for row in lines(result, "to", "placement")
                             if row[1] == "P1"), "2024-02-29")

    def test_the_vector_of_the_guarantee(self):
        """30 days of notice at 4.000 kr. are 120.000 kr. of the user's municipality."""
        result = run("placement;municipality;from;to;notice\n"
                     "P1;Rebild;2024-03-31;2024-03-31;2024-03-31\n", "tariff\n4.000,00\n",
                     notice_rule=Rule.END_OF_NEXT_MONTH)
        self.assertEqual([row for row in lines(result, "status", "days", "amount")
                          if row[0] == "notice"], [("notice", "30", "120000.00")])


class Absence(unittest.TestCase):
    TEXT = PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n"
    AWAY = "placement;from;to\nP1;2024-01-10;2024-01-20\n"

    def test_full_tariff_unless_said(self):
        self.assertEqual(lines(run(self.TEXT, absences=self.AWAY), "days", "status"),
                         [("31", "stay")])

    def test_after_some_days(self):
        """Eleven days away: three in full, eight at 60 per cent."""
        result = run(self.TEXT, absences=self.AWAY, absence_days=3, absence_percent=60)
        self.assertEqual(lines(result, "from", "to", "status", "percent", "amount"),
                         [("2024-01-01", "2024-01-12", "stay", "100", "24000.00"),
                          ("2024-01-13", "2024-01-20", "absence", "60", "9600.00"),
                          ("2024-01-21", "2024-01-31", "stay", "100", "22000.00")])

    def test_its_kind_is_told(self):
        result = run(self.TEXT, absences="placement;from;to;kind\nP1;2024-01-10;2024-01-20;sygehus\n",
                     absence_percent=60)
        text = result.explain("lines.amount", 1).to_string()
        self.assertIn("sygehus", text)
        self.assertIn("fravær, række 1", text.lower())

    def test_longer_than_what_is_billed(self):
        """A stay that lasts: the absence goes on after the last day, or begins there."""
        text = PLACEMENT + "P1;Rebild;2024-01-01;\n"
        away = "placement;from;to\nP1;2024-01-30;2024-02-02\nP1;2024-02-10;\n"
        self.assertEqual(lines(run(text, absences=away, absence_percent=50, last="2024-01-31"),
                               "from", "to", "status", "amount"),
                         [("2024-01-01", "2024-01-29", "stay", "58000.00"),
                          ("2024-01-30", "2024-01-31", "absence", "2000.00")])
        self.assertEqual(lines(run(text, absences=away, absence_percent=50, first="2024-02-01",
                                   last="2024-02-29"), "from", "to", "status", "amount"),
                         [("2024-02-01", "2024-02-02", "absence", "2000.00"),
                          ("2024-02-03", "2024-02-09", "stay", "14000.00"),
                          ("2024-02-10", "2024-02-29", "absence", "20000.00")])

    def test_its_own_part(self):
        result = run(self.TEXT, absences="placement;from;to;percent\nP1;2024-01-31;;0\n",
                     absence_percent=60)
        self.assertEqual(lines(result, "days", "percent", "amount"),
                         [("30", "100", "60000.00"), ("1", "0", "0.00")])


class Months(unittest.TestCase):
    def amount(self, begin, end, split, unit="måned", tariff="30.000,00"):
        result = run(PLACEMENT + f"P1;Rebild;{begin};{end}\n",
                     f"tariff;unit\n{tariff};{unit}\n", month_split=split, last="2025-12-31")
        return [row[0] for row in lines(result, "amount")]

    def test_ten_days_of_february(self):
        """30.000 kr. a month: 300.000 / 29, 10.000, 3.600.000 / 366 and / 365."""
        for split, amount in ((Split.DAYS_OF_MONTH, "10344.83"), (Split.THIRTY_DAYS, "10000.00"),
                              (Split.DAYS_OF_YEAR, "9836.07"), (Split.FIXED_YEAR, "9863.01")):
            self.assertEqual(self.amount("2024-02-01", "2024-02-10", split), [amount])

    def test_whole_months(self):
        self.assertEqual(self.amount("2024-01-01", "2024-02-29", Split.DAYS_OF_MONTH),
                         ["30000.00", "30000.00"])

    def test_years(self):
        """366.000 kr. a year is 1.000 kr. a day in 2024, 365.000 is in 2025."""
        self.assertEqual(self.amount("2024-02-29", "2024-02-29", Split.DAYS_OF_MONTH, "år",
                                     "366.000,00"), ["1000.00"])
        self.assertEqual(self.amount("2025-02-28", "2025-02-28", Split.DAYS_OF_MONTH, "år",
                                     "365.000,00"), ["1000.00"])
        self.assertEqual(self.amount("2024-02-29", "2024-02-29", Split.FIXED_YEAR, "år",
                                     "365.000,00"), ["1000.00"])

    def test_a_line_is_rounded_once(self):
        result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-01\n", "tariff\n0,50\n",
                     rounding_unit=100)
        self.assertEqual(lines(result, "amount"), [("1.00",)])
        result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-01\n", "tariff\n0,50\n",
                     rounding_unit=100, rounding=Kkr.RoundingMode.HALF_EVEN)
        self.assertEqual(lines(result, "amount"), [("0.00",)])


class Differences(unittest.TestCase):
    TEXT = PLACEMENT + ("P1;Rebild;2024-01-01;2024-01-10\nP2;Rebild;2024-01-01;2024-01-10\n"
                        "P3;Aalborg;2024-01-01;2024-01-10\nP4;Aalborg;2024-01-01;2024-01-10\n"
                        "P5;Aalborg;2024-01-01;2024-01-10\nP6;Aalborg;2024-01-01;2024-01-10\n"
                        "P7;Aalborg;2024-01-01;2024-01-10\nP8;Aalborg;2024-01-01;2024-01-10\n")
    INVOICE = ("municipality;placement;month;days;tariff;amount\n"
               "Rebild;P1;2024-01;10;2.000,00;20.000,00\n"
               "Rebild;P2;2024-01;11;2.000,00;22.000,00\n"
               "Rebild;P3;2024-01;10;2.000,00;20.000,00\n"
               "Aalborg;P4;2024-01;10;2.100,00;21.000,00\n"
               "Aalborg;P5;2024-01;9;2.100,00;18.900,00\n"
               "Aalborg;P6;2024-01;10;2.000,00;20.000,40\n"
               "Aalborg;P7;2024-01-01;;;25.000,00\n"
               "Aalborg;P1;2024-02;1;2.000,00;2.000,00\n"
               "Aalborg;PX;2024-01;1;2.000,00;2.000,00\n"
               "Rebild;P1;2024-03;10;2.000,00;20.000,00\n")

    def test_each_kind(self):
        result = run(self.TEXT, invoice=self.INVOICE)
        self.assertEqual(
            rows(result, "differences", "municipality", "placement", "month", "kind", "difference"),
            [("Aalborg", "P1", "2024-02", "not-computed", "2000.00"),
             ("Aalborg", "P3", "2024-01", "other-payer", "-20000.00"),
             ("Aalborg", "P4", "2024-01", "tariff", "1000.00"),
             ("Aalborg", "P5", "2024-01", "days-and-tariff", "-1100.00"),
             ("Aalborg", "P6", "2024-01", "rounding", "0.40"),
             ("Aalborg", "P7", "2024-01", "amount", "5000.00"),
             ("Aalborg", "P8", "2024-01", "not-invoiced", "-20000.00"),
             ("Aalborg", "PX", "2024-01", "unknown-placement", "2000.00"),
             ("Rebild", "P1", "2024-01", "none", "0.00"),
             ("Rebild", "P1", "2024-03", "not-computed", "20000.00"),
             ("Rebild", "P2", "2024-01", "days", "2000.00"),
             ("Rebild", "P3", "2024-01", "other-payer", "20000.00")])
        table = result.get_table_named("differences")
        # 170.900,40 kr. on the invoice against eight times 20.000 kr.
        self.assertEqual(table["difference"].dup_total(), "1090040")
        self.assertIn("anden betalingskommune", table.to_string())

    def test_the_same_bill_twice(self):
        invoice = ("municipality;placement;month;amount\n" + "Rebild;P1;2024-01;20.000,00\n" * 2)
        result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-10\n", invoice=invoice)
        self.assertEqual(rows(result, "differences", "kind", "invoiced-amount"),
                         [("several-times", "40000.00")])

    def test_twice_in_other_lines_than_ours(self):
        """Ours are two lines, theirs one, and the other way round; and 31 days at the double."""
        stay = PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n"
        head = "municipality;placement;month;days;amount\n"
        halves = "from;to;tariff\n;2024-01-10;2.000,00\n2024-01-11;;2.000,00\n"
        whole = "Rebild;P1;2024-01;31;62.000,00\n"
        parts = "Rebild;P1;2024-01;10;20.000,00\nRebild;P1;2024-01;21;42.000,00\n"
        for tariffs, invoice, kind in ((halves, whole * 2, "several-times"),
                                       (TARIFF, parts * 2, "several-times"),
                                       (TARIFF, whole + whole.replace("31", "0"), "amount")):
            result = run(stay, tariffs, invoice=head + invoice)
            self.assertEqual(rows(result, "differences", "kind", "difference"),
                             [(kind, "62000.00")])

    def test_nought_is_no_difference(self):
        result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n", "tariff\n0\n",
                     invoice="municipality;placement;month;amount\nRebild;P1;2024-02;0\n")
        self.assertEqual(rows(result, "differences", "month", "kind"),
                         [("2024-01", "none"), ("2024-02", "none")])

    def test_months_that_are_not_billed_here(self):
        """An invoice of four months against two of them; January is here with its last day."""
        invoice = "municipality;placement;month;amount\n" + "".join(
            f"Rebild;P1;{month};1\n" for month in ("2023-12", "2024-01", "2024-02", "2024-03"))
        result = run(PLACEMENT + "P1;Rebild;2024-02-01;2024-02-01\n", invoice=invoice,
                     first="2024-01-31", last="2024-02-29")
        self.assertEqual(rows(result, "differences", "kind"),
                         [("outside-period",), ("not-computed",), ("amount",), ("outside-period",)])

    def test_months_as_they_are_written(self):
        for month in ("2024-01", "2024-01-31", "31-01-2024", "1.1.2024", "01-2024", "1/2024"):
            result = run(PLACEMENT + "P1;Rebild;2024-01-01;2024-01-01\n",
                         invoice=f"municipality;placement;month;amount\nRebild;P1;{month};2.000\n")
            self.assertEqual(rows(result, "differences", "month", "kind"), [("2024-01", "none")])

    def test_no_invoice_no_differences(self):
        self.assertIsNone(run(self.TEXT).get_table_named("differences"))


def random_text(source, n):
    text = "placement;municipality;offer;from;to;notice\n"
    for i in range(n):
        begin = datetime.date(2023, 6, 1) + datetime.timedelta(source.randrange(600))
        end = begin + datetime.timedelta(source.randrange(200))
        notice = end - datetime.timedelta(source.randrange(20))
        text += (f"P{i};{source.choice(['Rebild', 'Aalborg', 'Thisted'])};"
                 f"{source.choice('AB')};{begin};{'' if source.randrange(5) == 0 else end};"
                 f"{notice}\n")
    return text


class Properties(unittest.TestCase):
    TARIFFS = "offer;from;to;tariff\nA;;2024-06-14;1.234,56\nA;2024-06-15;;1.300,00\nB;;;987,65\n"

    def test_bills_are_the_sum_of_their_lines(self):
        source = random.Random(8)
        for turn in range(12):
            result = run(random_text(source, 30), self.TARIFFS,
                         notice_rule=source.choice((Rule.NONE, Rule.END_OF_NEXT_MONTH)))
            sums = {}
            for payer, month, days, amount in lines(result, "municipality", "month", "days",
                                                    "amount"):
                total = sums.setdefault((payer, month), [0, fractions.Fraction()])
                total[0] += int(days)
                total[1] += fractions.Fraction(amount)
            self.assertEqual([(*key, *sums[key]) for key in sorted(sums)],
                             [(payer, month, int(days), fractions.Fraction(amount))
                              for payer, month, days, amount in bills(result)])
            self.assertEqual(result.get_table()["amount"].dup_total(),
                             result.get_table_named("lines")["amount"].dup_total())

    def test_days_one_by_one(self):
        """Each day of each stay of a day's tariff by itself, in pure Python."""
        source = random.Random(9)
        text = random_text(source, 60)
        found = {(row[0], row[1]): (int(row[2]), fractions.Fraction(row[3]))
                 for row in bills(run(text, self.TARIFFS))}
        expected = {}
        for row in text.splitlines()[1:]:
            _, payer, offer, begin, end, _ = row.split(";")
            day = max(datetime.date.fromisoformat(begin), datetime.date(2024, 1, 1))
            last = min(datetime.date.fromisoformat(end or "2024-12-31"),
                       datetime.date(2024, 12, 31))
            while day <= last:
                price = "987.65" if offer == "B" else \
                    "1234.56" if day <= datetime.date(2024, 6, 14) else "1300.00"
                days, amount = expected.get((payer, day.isoformat()[:7]), (0, 0))
                expected[payer, day.isoformat()[:7]] = (days + 1,
                                                        amount + fractions.Fraction(price))
                day += datetime.timedelta(1)
        self.assertEqual(found, expected)

    def test_renaming_municipalities_permutes_the_bills(self):
        text = random_text(random.Random(10), 40)
        names = {"Rebild": "Thisted", "Thisted": "Aalborg", "Aalborg": "Rebild"}
        renamed = "\n".join(";".join(names.get(cell, cell) for cell in row.split(";"))
                            for row in text.split("\n"))
        self.assertEqual(sorted((names[row[0]], *row[1:]) for row in bills(run(text, self.TARIFFS))),
                         sorted(bills(run(renamed, self.TARIFFS))))

    def test_months_one_by_one_are_the_year(self):
        text = random_text(random.Random(11), 40)
        year = bills(run(text, self.TARIFFS))
        parts = []
        for month in range(1, 13):
            last = datetime.date(2024 + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
            parts += bills(run(text, self.TARIFFS, f"2024-{month:02}-01", last.isoformat()))
        self.assertEqual(sorted(parts), year)

    def test_nobody_there_nothing_to_pay(self):
        result = run(PLACEMENT, TARIFF)
        self.assertEqual(bills(result), [])
        self.assertEqual(result.get_table()["amount"].dup_total(), "0")


class Explained(unittest.TestCase):
    def test_every_figure(self):
        result = run("placement;municipality;place;places;from;to;notice\n"
                     "P1;Rebild;A1;;2024-01-15;2024-02-10;2024-02-01\n"
                     "P2;Aalborg;A2;3;2024-02-01;2024-02-29;\n",
                     "tariff;unit\n30.000,01;måned\n", notice_rule=Rule.END_OF_NEXT_MONTH,
                     notice_percent=50, absences="placement;from;to\nP2;2024-02-05;2024-02-06\n",
                     absence_percent=33.3, invoice="municipality;placement;month;days;tariff;amount"
                     "\nRebild;P1;2024-01;16;30.000,01;15.000,00\nRebild;P9;2024-01;;;1,00\n")
        n_cells = 0
        for name, column, row in calculations.cells(result):
            document = result.explain(name, row).to_json()
            self.assertEqual(checker.check(document), calculations.shown(column, row), name)
            n_cells += 1
        self.assertGreater(n_cells, 60)

    def test_a_line(self):
        result = run("placement;municipality;from;to\nP1;Rebild;2024-02-01;2024-02-10\n",
                     "tariff;unit\n30.000,00;måned\n")
        text = result.explain("lines.amount", 0).to_string()
        for part in ("Takst (takster, række 1)", "30.000,00 kr.", "Dage i måneden", "29",
                     "10.344,83 kr."):
            self.assertIn(part, text)


class Words(unittest.TestCase):
    def test_rules_are_named(self):
        notes = [note.get_danish() for note in run(PLACEMENT, TARIFF).dup_notes()]
        self.assertEqual(notes, [
            "Regel for ind- og fraflytning: både indflytnings- og fraflytningsdagen betales.",
            "Regel for opsigelse: betalingen ender med opholdet."])
        result = run("placement;municipality;place;from;to\nP1;Rebild;A;2024-01-01;2024-01-10\n"
                     "P2;Thisted;A;2024-01-10;\n", "tariff;unit\n1,00;måned\n",
                     absences="placement;from;to\nP1;2024-01-02;2024-01-03\n", absence_days=2,
                     absence_percent=12.5, notice_rule=Rule.DAYS, notice_days=30,
                     bill_last_day=True)
        self.assertEqual([note.get_danish() for note in result.dup_notes()][1:], [
            "Regel for opsigelse: pladsen betales med 100 pct. af taksten i 30 døgn efter "
            "opsigelsen, dog kun til pladsen er genbesat.",
            "Regel for fravær: fuld takst de første 2 døgn af hvert fravær, derefter 12,5 pct. af "
            "taksten.",
            "Regel for brudt måned: månedstaksten deles med månedens dage, årstaksten med årets.",
            "1 døgn betales to gange, fordi en plads fraflyttes og tages i brug samme dag."])

    def test_names_of_the_register(self):
        result = run(PLACEMENT + "P1;840;2024-01-01;2024-01-01\nP2;Rebild;2024-01-01;2024-01-01\n"
                     "P3;Vesthimmerland;2024-01-01;2024-01-01\nP4;Fællesskabet;2024-01-01;"
                     "2024-01-01\n", register=Kkr.Register.new_packaged())
        self.assertEqual([row[0] for row in bills(result)],
                         ["Vesthimmerland", "Rebild", "Fællesskabet"])
        self.assertIn("Registret kender ingen kommune med navnet: Fællesskabet.",
                      [note.get_danish() for note in result.dup_notes()])


class Refusals(unittest.TestCase):
    def refuse(self, calc, code, *messages):
        with self.assertRaises(GLib.Error) as caught:
            calc.run(None)
        self.assertTrue(caught.exception.matches(Code.quark(), code), caught.exception)
        for message in messages:
            self.assertIn(message, caught.exception.message)

    def test_placements(self):
        self.refuse(bill(PLACEMENT + "P1;Rebild;2024-02-01;2024-01-01\n"), Code.INCONSISTENT,
                    '"P1" ends before it begins: 2024-02-01 to 2024-01-01 found, a last day on or '
                    "after the first expected")
        self.refuse(bill(PLACEMENT + "P1;Rebild;2024-02-01;\n" * 2), Code.INCONSISTENT,
                    'a placement that is there already: "P1" of row 1 found, another name expected')
        self.refuse(bill("placement;municipality;place;from;to\nP1;Rebild;A7;2024-01-01;2024-01-31"
                         "\nP2;Thisted;A7;2024-01-30;\n"), Code.INCONSISTENT,
                    'place "A7" is taken twice from 2024-01-30 to 2024-01-31: "P1" and "P2" found, '
                    "one placement at a time expected")
        self.refuse(bill("placement;municipality;places;from\nP1;Rebild;-1;2024-01-01\n"),
                    Code.OUT_OF_RANGE, '"P1": fewer places than none: -1 found, 0 or more expected')

    def test_tariffs(self):
        good = PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n"
        self.refuse(bill(good, "tariff\n-5,00\n"), Code.OUT_OF_RANGE, 
                    '"the tariff": a negative tariff: DKK -5.00 found, 0 or more expected')
        self.refuse(bill(good, "from;to;tariff\n2024-01-01;2024-01-31;5,00\n2024-01-31;;6,00\n"),
                    Code.INCONSISTENT, "has two tariffs at a time: 2024-01-31 to .. found, a period "
                    "after that of row 1 expected")
        self.refuse(bill(good, "from;to;tariff\n2024-01-01;2024-01-20;5,00\n"), Code.NO_DATA,
                    'placement "P1" has no tariff on 2024-01-21: offer "" and level "" found, a row '
                    "of the tariffs for these and that day expected")
        self.refuse(bill(good, "from;to;tariff\n2024-01-20;2024-01-01;5,00\n"), Code.INCONSISTENT,
                    '"the tariff" ends before it begins: 2024-01-20 to 2024-01-01 found')

    def test_moves_of_one_day(self):
        """One leaves, one stays for the day, one moves in: whatever the order of the rows."""
        head = "placement;municipality;place;from;to\n"
        rows_ = ["P1;Rebild;A1;2024-01-01;2024-01-10\n", "P2;Rebild;A1;2024-01-10;2024-01-10\n",
                 "P3;Rebild;A1;2024-01-10;2024-01-20\n"]
        for order in itertools.permutations(rows_):
            self.assertEqual(bills(run(head + "".join(order))),
                             [("Rebild", "2024-01", "22", "44000.00")])
        for last, from_ in (("2024-01-31", "2024-01-31"), ("2024-01-31", "2024-01-30")):
            self.refuse(bill(head + f"P1;Rebild;A1;2024-01-01;\nP2;Rebild;A1;{from_};\n", last=last),
                        Code.INCONSISTENT, f'place "A1" is taken twice from {from_} to 2024-01-31')
        run(head + "P1;Rebild;A1;2024-01-01;\nP2;Rebild;A1;2024-02-01;\n", last="2024-01-31")

    def test_absences(self):
        good = PLACEMENT + "P1;Rebild;2024-01-05;2024-01-31\n"
        self.refuse(bill(good, absences="placement;from;to\nP2;2024-01-06;\n"), Code.INCONSISTENT,
                    'no such placement: "P2" found, one of the placements expected')
        self.refuse(bill(good, absences="placement;from;to\nP1;2024-01-04;2024-01-06\n"),
                    Code.INCONSISTENT, '"P1": an absence outside the placement: 2024-01-04 to '
                    "2024-01-06 found, days within 2024-01-05 to 2024-01-31 expected")
        self.refuse(bill(good, absences="placement;from;to\nP1;2024-01-06;2024-01-10\n"
                         "P1;2024-01-10;2024-01-11\n"), Code.INCONSISTENT,
                    '"P1": two absences at a time: 2024-01-10 to 2024-01-11 found, days after those '
                    "of row 1 expected")
        self.refuse(bill(good, absences="placement;from;percent\nP1;2024-01-06;101\n"),
                    Code.OUT_OF_RANGE, '"P1": no part of the tariff: 101 per cent found, 0 to 100 '
                    "expected")

    def test_rules(self):
        good = PLACEMENT + "P1;Rebild;2024-01-01;2024-01-31\n"
        self.refuse(bill(good, first="2024-02-01", last="2024-01-31"), Code.INCONSISTENT,
                    "the days end before they begin: 2024-02-01 to 2024-01-31 found")
        self.refuse(bill(good, first="1900-01-01"), Code.INCONSISTENT, "too many days")
        self.refuse(bill(good, first="2023-02-29"), Code.OUT_OF_RANGE, "2023-02-29")
        self.refuse(bill(good, absence_percent=-1), Code.OUT_OF_RANGE, "-1 per cent found")
        self.refuse(bill(good, notice_percent=100.5), Code.OUT_OF_RANGE, "201/2 per cent found")
        self.refuse(bill(good, notice_days=-1), Code.OUT_OF_RANGE, "-1 found, 0 or more expected")
        self.refuse(bill(good, rounding_unit=0), Code.OUT_OF_RANGE, "0 found, 1 or more expected")
        self.refuse(bill(good, notice_rule=Rule.DAYS), Code.MISSING_INPUT, "notice-days")
        self.refuse(bill(good, invoice="municipality;placement;month;amount\nRebild;P1;januar;1\n"),
                    Code.OUT_OF_RANGE, 'not a month: "januar" found')
        self.refuse(Kkr.PlaceBilling(), Code.MISSING_INPUT, "placements", "tariffs", "first-day",
                    "last-day")

    def test_overflow(self):
        self.refuse(bill("placement;municipality;places;from;to\n"
                         f"P1;Rebild;{2**62};2024-01-01;2024-01-31\n"), Code.OVERFLOW,
                    "the amount of a line")


if __name__ == "__main__":
    unittest.main()
