# SPDX-License-Identifier: LGPL-2.1-or-later
"""Price-wage regulation: the printed figures, readings worked by hand, and what must be refused."""
import os
import random
import sys
import unittest
from fractions import Fraction
from math import floor

import tap

Kkr = tap.kkr()
from gi.repository import GLib

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
import checker  # noqa: E402

DK = Kkr.Register.new_packaged()
OFFICE = """post;beløb;gruppe
Region Hovedstaden;5.693.750;CPHEU
Kommuner i Region Hovedstaden;3.871.750;CPHEU
Universiteter i Hovedstaden;2.373.000;CPHEU
Region Sjælland m.fl.;1.275.761;ZDK
Kommuner i Region Sjælland;1.773.823;ZDK
Universiteter i Sjælland;474.600;ZDK
"""


def make(known=None, **inputs):
    calculator = Kkr.PriceIndex(register=known)
    for name, value in inputs.items():
        calculator.set_from_string(name.replace("_", "-"), str(value))
    return calculator


def run(known=None, **inputs):
    return make(known, **inputs).run()


def cells(result, name, table="amounts"):
    column = result.get_table_named(table).get_column(name)
    return [column.get_int64(row) for row in range(column.get_length())]


def exact(result, name, table):
    column = result.get_table_named(table).get_column(name)
    return [Fraction(column.dup_exact(row)) for row in range(column.get_length())]


def texts(result, name, table):
    return list(result.get_table_named(table).get_column(name).get_strings())


def kroner(result):
    return [Fraction(amount, 100) for amount in cells(result, "amount")]


def half_away(value):
    return floor(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)


class Printed(unittest.TestCase):
    def test_the_basic_contribution(self):
        """118 * 1,032 = 121,776."""
        result = run(DK, series="regional", from_year=2023, to_year=2024, amount=118, unit=1)
        self.assertEqual(kroner(result), [122])
        self.assertEqual(exact(result, "exact", "amounts"), [Fraction(121776, 1000)])

    def test_the_joint_office(self):
        """All of them by 1,9 per cent from the printed amounts of 2018."""
        result = run(DK, series="eu-office/price-wage", from_year=2018, to_year=2019,
                     amounts=OFFICE, unit=1)
        self.assertEqual(kroner(result), [5801931, 3945313, 2418087, 1300000, 1807526, 483617])
        self.assertEqual(cells(result, "together", "totals"),
                         [1216533200, 359114300, 1575647500])
        self.assertEqual(cells(result, "parts", "totals"), [1216533100, 359114300, 1575647400])
        self.assertEqual(cells(result, "difference", "totals"), [100, 0, 100])
        self.assertIn("CPHEU: summen reguleret som ét beløb er 1 kr. mere end de afrundede beløb "
                      "lagt sammen.", [note.get_danish() for note in result.dup_notes()])

    def test_a_reduced_fee_taken_back(self):
        """1.300.000 / 1,019 = 1.275.760,55."""
        result = run(DK, series="eu-office/price-wage", from_year=2019, to_year=2018,
                     amount=1300000, unit=1)
        self.assertEqual(kroner(result), [1275761])

    def test_the_rates_of_the_agreement_back_to_2023(self):
        """304,8 / 1,042 = 292,5144; 19,3 / 1,032 = 18,7016; 454,6 / 1,039 = 437,5361."""
        for series, amount, before in (("service-expenditure", "304,8", "292,5144"),
                                       ("construction", "19,3", "18,7016"),
                                       ("total-expenditure", "454,6", "437,5361"),
                                       ("total-expenditure", "104,3", "100,3850")):
            result = run(DK, series=series, from_year=2024, to_year=2023,
                         amount=f"{amount} mia. kr.", unit="100.000")
            self.assertEqual(kroner(result), [int(before.replace(",", "")) * 100000])

    def test_a_million_of_construction(self):
        result = run(DK, series="construction", from_year=2023, to_year=2024, amount=1000000)
        self.assertEqual(kroner(result), [1032000])


class Readings(unittest.TestCase):
    """Rates of 3,2, 1,9 and 4,0 per cent on 118 kr."""
    RATES = "serie;år;sats\nregional;2022;3,2\nregional;2023;1,9\nregional;2024;4\n"

    def index(self, **inputs):
        return kroner(run(rates=self.RATES, unit=1, **({"from_year": 2021, "to_year": 2024,
                                                        "amount": 118} | inputs)))[0]

    def test_rounded_once(self):
        """118 * 1,032 * 1,019 * 1,04 = 129,05333."""
        self.assertEqual(self.index(), 129)

    def test_rounded_yearly(self):
        """121,776 -> 122; 124,318 -> 124; 128,96 -> 129. From 117: 120,744 -> 121; 123,299 -> 123;
        127,92 -> 128, and once 127,95966 -> 128. From 114: 117,648 -> 118; 120,242 -> 120;
        124,8 -> 125, and once 124,67864 -> 125; from 110: 113,52 -> 114; 116,166 -> 116; 120,64
        -> 121, and once 120,30395 -> 120."""
        self.assertEqual(self.index(index_rounding="yearly"), 129)
        self.assertEqual(self.index(index_rounding="yearly", amount=110), 121)
        self.assertEqual(self.index(amount=110), 120)

    def test_added(self):
        """9,1 per cent of 118 are 10,738; of 1000 they are 91, and multiplied 93,672."""
        self.assertEqual(self.index(chain="additive"), 129)
        self.assertEqual(self.index(chain="additive", amount=1000), 1091)
        self.assertEqual(self.index(amount=1000), 1094)

    def test_added_and_rounded_yearly(self):
        """16 a year more of 500, then 9,5 -> 525,5 -> 526, then 20."""
        self.assertEqual(self.index(chain="additive", index_rounding="yearly", amount=500), 546)
        self.assertEqual(self.index(chain="additive", amount=500), 546)

    def test_back(self):
        """1000 / 1,09367232 = 914,3506; 1000 / 1,091 = 916,59."""
        self.assertEqual(self.index(from_year=2024, to_year=2021, amount=1000), 914)
        self.assertEqual(self.index(from_year=2024, to_year=2021, amount=1000, chain="additive"),
                         917)

    def test_back_year_by_year(self):
        """1000 / 1,04 = 961,538 -> 962; / 1,019 = 944,06 -> 944; / 1,032 = 914,73 -> 915."""
        result = run(rates=self.RATES, from_year=2024, to_year=2021, amount=1000, unit=1,
                     index_rounding="yearly")
        self.assertEqual(kroner(result), [915])
        self.assertEqual(texts(result, "year", "years"), ["2023", "2022", "2021"])
        self.assertEqual(exact(result, "amount", "years"), [962, 944, 915])
        self.assertEqual(exact(result, "rate", "years"), [4, Fraction(19, 10), Fraction(32, 10)])

    def test_back_added_and_rounded_yearly(self):
        """1000 * 1,051 / 1,091 = 963,34 -> 963; * 1,032 / 1,051 = 945,59 -> 946; / 1,032 = 916,67."""
        self.assertEqual(self.index(from_year=2024, to_year=2021, amount=1000, chain="additive",
                                    index_rounding="yearly"), 917)

    def test_the_same_level_is_only_rounded(self):
        result = run(rates=self.RATES, from_year=2023, to_year=2023, amount="117,50", unit=1)
        self.assertEqual(kroner(result), [118])
        self.assertEqual(exact(result, "factor", "amounts"), [1])

    def test_what_is_used_is_said(self):
        danish = [note.get_danish() for note in run(
            rates=self.RATES, from_year=2021, to_year=2023, amount=1,
            index_rounding="yearly", chain="additive").dup_notes()]
        self.assertEqual(danish, ["Beløbet er afrundet for hvert år.",
                                  "Satserne er lagt sammen: hvert år regnes af det første "
                                  "prisniveau."])


class Composite(unittest.TestCase):
    """80 per cent of wages, 20 of other costs."""
    RATES = ("serie;år;sats\nløn;2023;4\nløn;2024;3\nøvrigt;2023;1,5\nøvrigt;2024;6\n")
    WEIGHTS = "serie;vægt\nløn;80\nøvrigt;20\n"

    def index(self, to_year, amount="1.000.000", **inputs):
        return run(rates=self.RATES, weights=self.WEIGHTS, from_year=2022, to_year=to_year,
                   amount=amount, **inputs)

    def test_one_year(self):
        """0,8 * 4 + 0,2 * 1,5 = 3,5 by either rule."""
        for rule in "rates", "parts":
            result = self.index(2023, composite=rule)
            self.assertEqual(kroner(result), [1035000])
            self.assertEqual(exact(result, "rate", "years"), [Fraction(35, 10)])

    def test_the_rates_are_weighed_each_year(self):
        """3,5 and 0,8 * 3 + 0,2 * 6 = 3,6 per cent."""
        self.assertEqual(kroner(self.index(2024)), [1072260])

    def test_each_part_goes_by_its_own(self):
        """800.000 * 1,04 * 1,03 + 200.000 * 1,015 * 1,06 = 856.960 + 215.180."""
        result = self.index(2024, composite="parts")
        self.assertEqual(kroner(result), [1072140])
        self.assertEqual(exact(result, "rate", "years")[1],
                         100 * (Fraction(1072140, 1035000) - 1))

    def test_a_rate_rounded_to_decimals(self):
        """0,75 * 4 + 0,25 * 1,5 = 3,375 -> 3,4."""
        result = run(rates=self.RATES, weights="serie;vægt\nløn;75\nøvrigt;25\n", from_year=2022,
                     to_year=2023, amount=1000, rate_decimals=1)
        self.assertEqual(kroner(result), [1034])
        self.assertEqual(texts(result, "series", "amounts"), ["sammensat"])

    def test_a_series_of_its_own_for_a_row(self):
        result = run(rates=self.RATES, series="løn", from_year=2022, to_year=2023,
                     amounts="post;beløb;serie;prisniveau\nA;100;;\nB;100;øvrigt;\nC;100;;2023\n")
        self.assertEqual(cells(result, "amount"), [10400, 10150, 10000])
        together = result.get_table_named("totals").get_column("together")
        self.assertEqual(together.get_cell_status(0), Kkr.CellStatus.NOT_APPLICABLE)


class Vintages(unittest.TestCase):
    """An estimate of August 2022, and what it was put up to in June 2023."""
    RATES = "serie;år;sats;kendt\npl;2023;2,5;2022-08-15\npl;2023;3,1;2023-06-01\n"

    def index(self, **inputs):
        return run(rates=self.RATES, from_year=2022, to_year=2023, amount=1000, **inputs)

    def test_the_last_that_is_known(self):
        self.assertEqual(kroner(self.index()), [1031])
        self.assertEqual(kroner(self.index(known_on="2023-05-31")), [1025])
        self.assertEqual(kroner(self.index(known_on="2023-06-01")), [1031])

    def test_all_of_them_side_by_side(self):
        result = self.index()
        self.assertEqual(texts(result, "known", "vintages"), ["2022-08-15", "2023-06-01"])
        self.assertEqual(cells(result, "amount", "vintages"), [102500, 103100])
        self.assertEqual(cells(result, "difference", "vintages"), [600, 0])

    def test_nothing_was_known_yet(self):
        with self.assertRaisesRegex(GLib.Error, '"pl" has no rate for 2023 that was known on '
                                    "2022-01-01: rates for none found"):
            self.index(known_on="2022-01-01")

    def test_the_register_by_what_was_known(self):
        with self.assertRaisesRegex(GLib.Error, 'the series "regional": price-wage/regional was not '
                                    "yet known for 2024: known-on 2023-05-30 found"):
            run(DK, series="regional", from_year=2023, to_year=2024, amount=1,
                known_on="2023-05-30")

    def test_a_rate_of_ones_own_comes_before_the_registers(self):
        result = run(DK, series="regional", rates="serie;år;sats\nregional;2024;5\n"
                     "regional;2025;2\n", from_year=2023, to_year=2025, amount=1000)
        self.assertEqual(kroner(result), [1071])
        result = run(DK, series="regional", rates="serie;år;sats\nregional;2025;2\n",
                     from_year=2023, to_year=2025, amount=1000)
        self.assertEqual(kroner(result), [Fraction("1052.64")])
        self.assertEqual(texts(result, "origin", "rates"),
                         ["Regeringen og KL: Aftale om kommunernes økonomi for 2024, maj 2023",
                          "satser, række 1"])


class Found(unittest.TestCase):
    def test_which_rates_two_levels_allow(self):
        """121,5 / 118 and 122,5 / 118."""
        result = run(DK, amount=118, printed_to="122", from_year=2023, to_year=2024)
        self.assertEqual(exact(result, "lower", "possible-rate"), [Fraction(350, 118)])
        self.assertEqual(exact(result, "upper", "possible-rate"), [Fraction(450, 118)])
        self.assertEqual(exact(result, "simplest", "possible-rate"), [3])
        self.assertEqual(texts(result, "series", "series-fit"),
                         ["construction", "regional", "service-expenditure", "total-expenditure"])
        self.assertEqual(texts(result, "fits", "series-fit"), ["yes", "yes", "no", "no"])

    def test_an_amount_that_is_printed_too(self):
        """121,5 / 118,5 and 122,5 / 117,5, both left out."""
        result = run(printed_from="118", printed_to="122")
        self.assertEqual(exact(result, "lower", "possible-rate"), [Fraction(300, 1185) * 10])
        self.assertEqual(exact(result, "upper", "possible-rate"), [Fraction(500, 1175) * 10])

    def test_an_end_that_is_left_out(self):
        """Cut, 101 is 101 up to, but not, 102: 1 per cent up to, but not, 2. Raised, 99 is more
        than 98 up to 99: more than -2 up to -1."""
        for mode, printed, simplest in (("floor", "101", 1), ("ceiling", "99", -1),
                                        ("ceiling", "101", 1), ("floor", "98", -2)):
            result = run(amount=100, printed_to=printed, rounding=mode)
            self.assertEqual(exact(result, "simplest", "possible-rate"), [simplest])
            self.assertEqual(checker.check(result.explain("possible-rate.simplest", 0).to_json()),
                             str(simplest))

    def test_what_three_pairs_allow_together(self):
        """The budget of 2023 in millions and in prices of 2024."""
        result = run(printed="post;fra;til\nBudget samlet;33,261 mio.;34.741.043\n"
                             "Plejefamilier;17,654 mio.;18.440.030\n"
                             "Tilbud;15,607 mio.;16.301.013\n")
        lower = 100 * (Fraction(18440029.5) / 17654500 - 1)
        upper = 100 * (Fraction(16301013.5) / 15606500 - 1)
        self.assertEqual(exact(result, "lower", "possible-rate"), [lower])
        self.assertEqual(exact(result, "upper", "possible-rate"), [upper])
        self.assertEqual(exact(result, "simplest", "possible-rate"), [Fraction("4.45")])

    def test_levels_that_contradict_each_other(self):
        result = run(printed="post;fra;til\nA;100;104\nB;100;110\n")
        self.assertEqual(texts(result, "possible", "possible-rate"), ["no"])
        self.assertEqual(result.get_table_named("possible-rate").get_column("simplest")
                         .get_cell_status(0), Kkr.CellStatus.MISSING)

    def test_the_rate_of_the_rest(self):
        """130,5 / (454,6 / 1,039 - 304,8 / 1,042 - 19,3 / 1,032) - 1, and with the rates at the ends
        of what is printed so."""
        result = run(breakdown="post;beløb;sats;i alt\nUdgifter i alt;454,6;3,9;ja\n"
                               "Serviceudgifter;304,8;4,2;\nBruttoanlæg;19,3;3,2;\n")
        for column, rates in (("rate", ("1.039", "1.042", "1.032")),
                              ("lower", ("1.0385", "1.0425", "1.0325")),
                              ("upper", ("1.0395", "1.0415", "1.0315"))):
            total, service, construction = (Fraction(rate) for rate in rates)
            before = (Fraction("454.6") / total - Fraction("304.8") / service
                      - Fraction("19.3") / construction)
            self.assertEqual(exact(result, column, "rest"),
                             [100 * (Fraction("130.5") / before - 1)])
        self.assertEqual([round(float(exact(result, column, "rest")[0]), 2)
                          for column in ("rate", "lower", "upper")], [3.31, 3.02, 3.6])


class Relations(unittest.TestCase):
    """What must hold whatever the numbers are."""

    def setUp(self):
        self.random = random.Random(7)

    def rates(self, first, last):
        rows = [f"pl;{year};{self.random.randint(0, 6)},{self.random.randint(0, 9)}"
                for year in range(first, last + 1)]
        return "\n".join(["serie;år;sats", *rows, ""])

    def test_a_higher_rate_makes_more(self):
        before = None
        for rate in range(0, 60, 7):
            amount = kroner(run(rates=f"år;sats\n2024;{rate // 10},{rate % 10}\n", from_year=2023,
                                to_year=2024, amount="12.345,67"))[0]
            self.assertTrue(before is None or amount > before)
            before = amount

    def test_there_and_back_is_where_it_was(self):
        for _ in range(20):
            rates = self.rates(2020, 2024)
            amount = self.random.randint(1, 10 ** 8)
            there = run(rates=rates, from_year=2019, to_year=2024, amount=amount)
            back = run(rates=rates, from_year=2024, to_year=2019,
                       amount=Kkr.amount_to_string(cells(there, "amount")[0]))
            self.assertEqual(kroner(back), [amount])

    def test_the_order_of_the_rows_does_not_matter(self):
        rows = [f"P{i};{self.random.randint(1, 10 ** 6)};{'AB'[i % 2]}" for i in range(9)]
        rates = self.rates(2024, 2024)
        one = run(rates=rates, from_year=2023, to_year=2024, unit=1,
                  amounts="\n".join(["post;beløb;gruppe", *rows, ""]))
        amounts = dict(zip(texts(one, "name", "amounts"), cells(one, "amount")))
        other = run(rates=rates, from_year=2023, to_year=2024, unit=1,
                    amounts="\n".join(["post;beløb;gruppe", *reversed(rows), ""]))
        self.assertEqual(amounts, dict(zip(texts(other, "name", "amounts"),
                                           cells(other, "amount"))))
        self.assertEqual(cells(one, "together", "totals")[-1], cells(other, "together",
                                                                     "totals")[-1])

    def test_against_fractions(self):
        for _ in range(30):
            percents = [Fraction(self.random.randint(-20, 60), 10) for _ in range(4)]
            rates = "\n".join(["år;sats", *(f"{2021 + i};{float(percent):.1f}".replace(".", ",")
                                            for i, percent in enumerate(percents)), ""])
            amount = self.random.randint(1, 10 ** 9)
            once = Fraction(amount)
            yearly = amount
            for percent in percents:
                once *= 1 + percent / 100
                yearly = half_away(yearly * (1 + percent / 100))
            for rule, expected in (("once", half_away(once)), ("yearly", yearly)):
                self.assertEqual(cells(run(
                    rates=rates, from_year=2020, to_year=2024, index_rounding=rule,
                    amount=Kkr.amount_to_string(amount)), "amount"), [expected])


class Batch(unittest.TestCase):
    AMOUNTS = [118 * 100, 99999, 1, -50000] * 2
    YEARS = [2024] * 4 + [2022] * 4

    def scenarios(self):
        table = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        table.add_int64("amount", "Beløb", "Amount", Kkr.Unit.AMOUNT, self.AMOUNTS)
        table.add_int64("to-year", "År", "Year", Kkr.Unit.NONE, self.YEARS)
        return table.end()

    def test_as_one_by_one(self):
        for rule in "once", "yearly":
            inputs = {"rates": "år;sats\n2023;3,2\n2024;1,9\n", "from_year": 2022, "unit": 1,
                      "index_rounding": rule}
            batch = make(**inputs).run_table(self.scenarios(), None, None)
            column = batch.get_table().get_column("amount")
            found = [column.get_int64(row) for row in range(column.get_length())]
            self.assertEqual(found, [
                cells(run(**inputs, to_year=year, amount=Kkr.amount_to_string(amount)),
                      "amount")[0] for amount, year in zip(self.AMOUNTS, self.YEARS)])
            self.assertEqual(batch.explain("amount", 0).get_value(), str(found[0]))


class Refused(unittest.TestCase):
    GOOD = {"rates": "serie;år;sats\npl;2023;3\npl;2024;2\n", "from_year": 2022, "to_year": 2024,
            "amount": 100}

    def refused(self, code, text, **changes):
        inputs = {name: value for name, value in (self.GOOD | changes).items() if value is not None}
        with self.assertRaisesRegex(GLib.Error, text) as caught:
            run(**inputs)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                        caught.exception.message)

    def test_past_the_end_of_the_series(self):
        self.refused(Kkr.CalcError.NO_DATA, 'the series "pl" has no rate for 2025: rates for 2023, '
                     "2024 found", to_year=2026)
        with self.assertRaisesRegex(GLib.Error, '"regional" has no rate for 2023: rates for 2024 '
                                    "found"):
            run(DK, series="regional", from_year=2022, to_year=2024, amount=1)

    def test_a_row_past_the_end_is_named(self):
        self.refused(Kkr.CalcError.NO_DATA, "row 2: the series \"pl\" has no rate for 2021",
                     amount=None, amounts="post;beløb;prisniveau\nA;1;2023\nB;1;2020\n")

    def test_no_such_series(self):
        self.refused(Kkr.CalcError.NO_DATA, 'the series "lp" has no rate for 2023: rates for none',
                     series="lp")

    def test_a_misspelt_series_of_the_register(self):
        with self.assertRaisesRegex(GLib.Error, 'the series "regionl": the register has no such key: '
                                    '"price-wage/regionl" found.*price-wage/regional'):
            run(DK, series="regionl", from_year=2023, to_year=2024, amount=1)

    def test_nothing_to_regulate(self):
        self.refused(Kkr.CalcError.MISSING_INPUT, "nothing to regulate", amount=None)

    def test_no_price_level(self):
        self.refused(Kkr.CalcError.MISSING_INPUT, "from-year: no price level", from_year=None)
        self.refused(Kkr.CalcError.MISSING_INPUT, "to-year: no price level", to_year=None)
        self.refused(Kkr.CalcError.MISSING_INPUT, "row 1, price level: no price level",
                     from_year=None, amount=None, amounts="post;beløb\nA;1\n")

    def test_no_series(self):
        rates = "serie;år;sats\na;2023;3\nb;2023;3\n"
        self.refused(Kkr.CalcError.MISSING_INPUT, "series: no series of rates", rates=rates)
        self.refused(Kkr.CalcError.MISSING_INPUT, "series: no series of rates", rates=None)

    def test_years_that_are_none(self):
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "to-year: no year: 24 found", to_year=24)
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "row 1, year: no year: 23 found",
                     rates="år;sats\n23;3\n")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "row 1, price level: no year: 20222 found",
                     amount=None, amounts="post;beløb;prisniveau\nA;1;20222\n")

    def test_two_rates_of_a_year(self):
        self.refused(Kkr.CalcError.INCONSISTENT, 'row 3: two rates of one series and year: a second '
                     'of "pl" for 2023', rates="serie;år;sats\npl;2023;3\npl;2024;2\npl;2023;4\n")

    def test_nothing_left(self):
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "row 1, rate: nothing would be left: -100",
                     rates="år;sats\n2023;-100\n2024;3\n")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, '"pl" leaves nothing in 2024', chain="additive",
                     rates="serie;år;sats\npl;2023;-60\npl;2024;-60\n")

    def test_weights(self):
        rates = "serie;år;sats\na;2023;3\nb;2023;3\n"
        self.refused(Kkr.CalcError.INCONSISTENT, "the weights are not the whole: 90 found",
                     rates=rates, to_year=2023, weights="serie;vægt\na;80\nb;10\n")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "row 2, weight: no weight: -10 found",
                     rates=rates, to_year=2023, weights="serie;vægt\na;110\nb;-10\n")
        self.refused(Kkr.CalcError.INCONSISTENT, "row 2, series: a series twice",
                     rates=rates, to_year=2023, weights="serie;vægt\na;50\na;50\n")
        self.refused(Kkr.CalcError.INCONSISTENT, "a series and weights of several",
                     rates=rates, to_year=2023, series="a", weights="serie;vægt\na;50\nb;50\n")
        self.refused(Kkr.CalcError.INCONSISTENT, "no rate to round", rate_decimals=1,
                     composite="parts")

    def test_units_and_decimals(self):
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "unit: nothing can be rounded to it", unit=0)
        self.refused(Kkr.CalcError.OUT_OF_RANGE, "rate-decimals: no number of decimals: 10",
                     rate_decimals=10)

    def test_both_an_amount_and_a_table(self):
        self.refused(Kkr.CalcError.INCONSISTENT, "an amount and a table of amounts",
                     amounts="post;beløb\nA;1\n")

    def test_printed_figures(self):
        self.refused(Kkr.CalcError.MISSING_INPUT, "nothing to be compared with", amount=None,
                     printed_to="122")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, 'printed-to: no price level: "0" found',
                     printed_to="0")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, 'row 1, from: no price level: "-5"', amount=None,
                     printed="post;fra;til\nA;-5;7\n")

    def test_breakdowns(self):
        self.refused(Kkr.CalcError.INCONSISTENT, "0 totals", amount=None,
                     breakdown="post;beløb;sats;i alt\nA;5;3;\n")
        self.refused(Kkr.CalcError.INCONSISTENT, "the parts are not the total: 4 found for B, 5",
                     amount=None,
                     breakdown="post;beløb;sats;i alt\nT;10;3;ja\nA;5;3;\nB;4;;\n")
        self.refused(Kkr.CalcError.INCONSISTENT, "nothing is left of the total", amount=None,
                     breakdown="post;beløb;sats;i alt\nT;10;3;ja\nA;10;3;\n")

    def test_more_years_than_a_number_holds(self):
        rates = "\n".join(["år;sats", *(f"{year};1,{year % 9 + 1}7" for year in range(2001, 2031)),
                           ""])
        self.refused(Kkr.CalcError.OVERFLOW, "index-rounding yearly", rates=rates, from_year=2000,
                     to_year=2030)
        result = run(rates=rates, from_year=2000, to_year=2030, amount=100,
                     index_rounding="yearly")
        expected = 10000
        for year in range(2001, 2031):
            expected = half_away(expected * (1 + Fraction(100 + 10 * (year % 9 + 1) + 7, 10000)))
        self.assertEqual(cells(result, "amount"), [expected])


if __name__ == "__main__":
    unittest.main()
