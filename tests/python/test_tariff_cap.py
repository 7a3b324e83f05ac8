# SPDX-License-Identifier: LGPL-2.1-or-later
"""The cap that expenditure per day grows with prices and wages at most, and what the follow-up of
tariffs refuses. The first vectors are those of the rule as it was described; all by hand."""
import os
import sys
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
from following import HEAD, column, exact, followup, lists, operators, strings  # noqa: E402


class Cap(unittest.TestCase):
    def cap(self, before, after, rate, **inputs):
        result = lists(f"2024;A;H;;{before}\n2025;A;H;;{after}\n", rate=rate, cap_subject="offers",
                       **inputs).run()
        return result, {name: exact(result, name, 0, "cap") for name in (
            "before", "ceiling", "after", "growth", "excess", "effect", "explained", "unexplained",
            "degree")}, strings(result, "cap", "status")[0]

    def test_vectors(self):
        _, row, status = self.cap("2000,00", "2060,00", "3")
        self.assertEqual((row["ceiling"], row["excess"], row["degree"], status),
                         (2060, 0, 0, "kept"))
        _, row, status = self.cap("2000,00", "2060,01", "3")
        self.assertEqual((row["excess"], status), (Fraction("0.01"), "not-kept"))
        _, row, status = self.cap("2000,00", "2110,00", "3", effect_amount="40")
        self.assertEqual((row["excess"], row["explained"], row["unexplained"], row["degree"],
                          row["growth"], status),
                         (50, 40, 10, Fraction(4, 5), Fraction("5.5"), "partly-explained"))
        _, row, status = self.cap("2000,00", "2110,00", "3", effect_amount="60")
        self.assertEqual((row["explained"], row["unexplained"], row["degree"], status),
                         (50, 0, 1, "explained"))
        _, row, _ = self.cap("1850,50", "1900,46", "2,7")
        self.assertEqual(row["ceiling"], Fraction("1900.4635"))

    def test_an_effect_in_per_cent_is_of_the_expenditure_before(self):
        _, row, status = self.cap("2000,00", "2110,00", "3", effect_percent="2")
        self.assertEqual((row["effect"], status), (40, "partly-explained"))

    def test_words(self):
        result, _, _ = self.cap("2000,00", "2110,00", "3", effect_amount="60")
        status = result.get_table_named("cap")["status"]
        self.assertEqual(status.dup_text_in(0, "da"), "ikke overholdt, forklaret")
        self.assertEqual(status.dup_text_in(0, "en"), "not kept, explained")

    ROWS = ("2023;A;H;1;1000;10;X\n2023;A;H;2;2000;30;X\n2023;B;G;1;500;5;Y\n"
            "2024;A;H;1;1040;20;X\n2024;A;H;2;2080;20;X\n2024;B;G;1;530;5;Y\n"
            "2025;A;H;1;1082;20;X\n2025;A;H;2;2163;20;X\n2025;B;G;1;540;5;Y\n")
    WEIGHTED = HEAD.strip() + ";vægt;kommune\n"
    RATES = "år;sats\n2024;4\n2025;4\n"

    def test_by_offer_operator_and_municipality(self):
        """Each year's own days: 70.000 over 40 days, then 62.400 over 40."""
        for subject, names in (("offers", ["H", "G"]), ("operators", ["A", "B"]),
                               ("municipalities", ["X", "Y"])):
            result = lists(self.ROWS, head=self.WEIGHTED, rates=self.RATES, year="2024",
                           cap_subject=subject).run()
            self.assertEqual(strings(result, "cap", "subject"), names)
            self.assertEqual(column(result, "cap", "before"), [1750, 500])
            self.assertEqual(column(result, "cap", "after"), [1560, 530])
            self.assertEqual(column(result, "cap", "ceiling"), [1820, 520])
            self.assertEqual(strings(result, "cap", "status"), ["kept", "not-kept"])

    def test_municipalities_are_known_by_the_register(self):
        """With or without s, or by their code; a region is none of them."""
        rows = ("2023;A;H;1;1000;Vesthimmerland\n2023;B;G;1;3000;820\n2023;C;R;1;5;Regionen\n"
                "2024;A;H;1;1000;Vesthimmerlands Kommune\n2024;B;G;1;3000;Vesthimmerlands\n"
                "2024;C;R;1;5;Regionen\n")
        calc = lists(rows, head=HEAD.strip() + ";kommune\n", rate="0",
                     cap_subject="municipalities", effects="kommune;beløb\n820;7\n")
        register = Kkr.Register.new_packaged()
        calc.set_property("register", register)
        result = calc.run()
        self.assertEqual(len(result.get_table_named("cap")), 2)
        self.assertEqual(column(result, "cap", "before"), [2000, 5])
        self.assertEqual(column(result, "cap", "effect"), [7, 0])

    def test_each_year_or_from_the_base_year(self):
        base = lists(self.ROWS, head=self.WEIGHTED, rates=self.RATES, cap_subject="operators").run()
        self.assertEqual(column(base, "cap", "year"), [2024, 2024, 2025, 2025])
        self.assertEqual(column(base, "cap", "reference-year"), [2023] * 4)
        # 500 * 1,04 * 1,04 = 540,80: in the end B keeps to it.
        self.assertEqual(exact(base, "ceiling", 3, "cap"), Fraction("540.8"))
        self.assertEqual(strings(base, "cap", "status"), ["kept", "not-kept", "kept", "kept"])
        yearly = lists(self.ROWS, head=self.WEIGHTED, rates=self.RATES, cap_subject="operators",
                       cap_reference="previous-year").run()
        self.assertEqual(column(yearly, "cap", "reference-year"), [2023, 2023, 2024, 2024])
        self.assertEqual(exact(yearly, "ceiling", 3, "cap"), Fraction("551.2"))
        # 1.622,50 against 1.560 * 1,04 = 1.622,40.
        self.assertEqual(exact(yearly, "excess", 2, "cap"), Fraction("0.1"))

    def test_effects_of_one_go_before_those_of_all(self):
        result = lists(self.ROWS, head=self.WEIGHTED, rates=self.RATES, cap_subject="operators",
                       cap_reference="previous-year", effect_amount="3",
                       effects="driftsherre;år;beløb;procent\nB;2024;10;\nA;;;1\n").run()
        self.assertEqual(column(result, "cap", "effect"), [Fraction("17.5"), 10, Fraction("15.6"), 3])

    def test_levels_of_one_year_alone(self):
        rows = "2023;A;H;1;1000\n2023;A;H;2;3000\n2024;A;H;1;1000\n2024;B;G;1;5\n"
        matched = lists(rows, rate="0", cap_subject="operators").run()
        self.assertEqual(column(matched, "cap", "before"), [1000])
        every = lists(rows, rate="0", cap_subject="operators", cap_all_levels="ja").run()
        self.assertEqual(column(every, "cap", "before"), [2000])
        self.assertTrue(any("1 har ingen udgift" in note.get_danish()
                            for note in every.dup_notes()))


class Words(unittest.TestCase):
    def test_nicks(self):
        for kind, nicks in ((Kkr.CapSubject, ["none", "offers", "operators", "municipalities"]),
                            (Kkr.CapReference, ["base-year", "previous-year"]),
                            (Kkr.CapStatus, ["kept", "explained", "partly-explained", "not-kept"]),
                            (Kkr.TariffWeighting, ["fixed-basket", "changes"]),
                            (Kkr.IndexChain, ["multiplicative", "additive"])):
            for value, nick in enumerate(nicks, 1):
                self.assertEqual(kind.from_string(nick), value)
                self.assertEqual(kind.to_string(kind(value)), nick)
            for wrong in ("unset", "", "none of them"):
                with self.assertRaisesRegex(GLib.Error, nicks[-1]):
                    kind.from_string(wrong)


class Refused(unittest.TestCase):
    PLAIN = "2021;A;H;1;1000\n2022;A;H;1;1100\n"

    def refuse(self, code, pattern, calc):
        with self.assertRaisesRegex(GLib.Error, pattern) as caught:
            calc.run()
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                        caught.exception.message)

    def test_lists(self):
        code = Kkr.CalcError
        self.refuse(code.MISSING_INPUT, "nothing to follow up", Kkr.TariffFollowup())
        self.refuse(code.INCONSISTENT, "row 3: reported twice: A, H, 1 for 2021 found, already in "
                    "row 1", lists(self.PLAIN + "2021;a;h;1;5\n"))
        self.refuse(code.OUT_OF_RANGE, "row 3, tariff: operator B, offer h, level 1, year 2021: no tariff: "
                    "DKK 0.00 found, more than 0 expected, or a blank cell .* no change in per cent",
                    lists(self.PLAIN + "2021;B;h;1;0\n"))
        self.refuse(code.OUT_OF_RANGE, "row 3, tariff: operator B, offer h, year 2021: a negative tariff: "
                    "DKK -5.00 found, more than 0 expected \\(",
                    lists(self.PLAIN + "2021;B;h;;-5\n"))
        self.refuse(code.OUT_OF_RANGE, "row 3, year: operator B, offer h, level 1: no year: 21 found",
                    lists(self.PLAIN + "21;B;h;1;5\n"))
        self.refuse(code.INCONSISTENT, "no two years to compare: 2021 and 2021 found",
                    lists("2021;A;H;1;1000\n"))
        self.refuse(code.OUT_OF_RANGE, "no list of that year: 2020 found, one of 2021, 2022",
                    lists(self.PLAIN, base_year="2020"))
        self.refuse(code.OUT_OF_RANGE, "exclude-operators: not in the lists: \"rebild\" found",
                    lists(self.PLAIN, exclude_operators="Rebild"))
        self.refuse(code.INCONSISTENT, "lists and operators found",
                    operators({"A": "1"}, lists=HEAD + self.PLAIN))
        head = HEAD.strip() + ";vægt\n"
        self.refuse(code.MISSING_INPUT, "row 1, weight: operator A, offer H, level 1, year 2021: missing",
                    lists("2021;A;H;1;5;\n2022;A;H;1;5;1\n", head=head))
        self.refuse(code.OUT_OF_RANGE, "row 2, weight: operator A, offer H, level 1, year 2022: a negative "
                    "weight: -1.5 found, 0 or more expected",
                    lists("2021;A;H;1;5;1\n2022;A;H;1;5;-1,5\n", head=head))

    def test_operators(self):
        self.refuse(Kkr.CalcError.INCONSISTENT, "an operator twice: \"a\"",
                    followup(operators="operator;change\nA;1\na;2\n"))
        self.refuse(Kkr.CalcError.MISSING_INPUT, "row 2: operator B: missing: a change without its weight",
                    followup(operators="operator;change;weight\nA;1;1\nB;2;\n"))

        self.refuse(Kkr.CalcError.OUT_OF_RANGE,
                    "row 1: operator A: a negative weight: -2 found, 0 or more expected",
                    followup(operators="operator;change;weight\nA;1;-2\n"))

    def test_rates(self):
        code = Kkr.CalcError
        self.refuse(code.OUT_OF_RANGE, "row 1, rate: year 2022: no rate .*: -100 per cent found",
                    lists(self.PLAIN, rates="year;rate\n2022;-100\n"))
        self.refuse(code.NO_DATA, "no rate for 2022: rates for 2021 found",
                    lists(self.PLAIN, rates="year;rate\n2021;2\n"))
        self.refuse(code.INCONSISTENT, "a second rate for 2022",
                    lists(self.PLAIN, rates="year;rate\n2022;2\n2022;3\n"))
        self.refuse(code.OUT_OF_RANGE, "-100 per cent found", lists(self.PLAIN, rate="-100"))
        self.refuse(code.INCONSISTENT, "rate and rates found",
                    lists(self.PLAIN, rate="2", rates="year;rate\n2022;2\n"))
        self.refuse(code.MISSING_INPUT, "a series without a register",
                    lists(self.PLAIN, series="price-wage/service-expenditure"))

    def test_renames(self):
        head = "operator;offer;level;new-operator;new-offer;new-level\n"
        for text, code, pattern in (
                ("A;H;1;;;2\nA;H;2;;;1\n", Kkr.CalcError.INCONSISTENT, "lead back"),
                ("A;H;1;;;2\nA;H;1;;;3\n", Kkr.CalcError.INCONSISTENT, "renamed twice: \"1\""),
                ("A;H;;;;2\n", Kkr.CalcError.INCONSISTENT, "a new level without the old one"),
                ("C;H;1;;;2\n", Kkr.CalcError.OUT_OF_RANGE, "in no list: C found")):
            self.refuse(code, "renames: .*" + pattern, lists(self.PLAIN, renames=head + text))

    def test_caps(self):
        code = Kkr.CalcError
        self.refuse(code.MISSING_INPUT, "a cap without the development",
                    lists(self.PLAIN, cap_subject="offers"))
        self.refuse(code.MISSING_INPUT, "no column of municipalities",
                    lists(self.PLAIN, rate="2", cap_subject="municipalities"))
        self.refuse(code.MISSING_INPUT, "row 2, municipality: operator A, year 2022: missing: a tariff "
                    "without its",
                    followup(lists="year;operator;tariff;municipality\n2021;A;5;X\n2022;A;6;\n",
                             rate="2", cap_subject="municipalities"))
        self.refuse(code.MISSING_INPUT, "a cap without lists",
                    operators({"A": "1"}, cap_subject="offers"))
        self.refuse(code.INCONSISTENT, "in kroner and in per cent",
                    lists(self.PLAIN, rate="2", cap_subject="offers", effect_amount="1",
                          effect_percent="1"))
        for text, wrong, pattern in (
                ("offer;amount\nHj;3\n", code.OUT_OF_RANGE, "row 1, offer: not in the lists: \"Hj\""),
                ("offer;amount\nH;-3\n", code.OUT_OF_RANGE,
                 "row 1, amount: offer H: a negative effect: DKK -3.00"),
                ("offer;year;percent\nH;2022;-1,5\n", code.OUT_OF_RANGE,
                 "row 1, per cent: offer H, year 2022: a negative effect: -1.5 found"),
                ("offer;amount\nH;3\nH;4\n", code.INCONSISTENT, "row 2: offer H: a second effect"),
                ("offer;amount;percent\nH;3;1\n", code.INCONSISTENT, "one of them expected"),
                ("operator;amount\nA;3\n", code.MISSING_INPUT, "row 1, offer: operator A: missing")):
            self.refuse(wrong, "effects: .*" + pattern,
                        lists(self.PLAIN, rate="2", cap_subject="offers", effects=text))
        three = self.PLAIN + "2023;A;H;1;1100\n"
        self.refuse(code.INCONSISTENT, "one rate for 2021 to 2023 found",
                    lists(three, rate="2", cap_subject="offers", cap_reference="previous-year"))

    def test_numbers(self):
        code = Kkr.CalcError
        for name in ("decimals", "operator_decimals", "level_decimals"):
            for wrong in ("-1", "13"):
                self.refuse(code.OUT_OF_RANGE, "0 to 12 expected",
                            lists(self.PLAIN, **{name: wrong}))
        self.refuse(code.OUT_OF_RANGE, "jump-limit: negative", lists(self.PLAIN, jump_limit="-1"))
        self.refuse(code.OUT_OF_RANGE, "no such choice",
                    Kkr.TariffFollowup(saving="4", reduction="6", chain=Kkr.IndexChain.UNSET))

    def test_reductions(self):
        code = Kkr.CalcError
        self.refuse(code.MISSING_INPUT, "one of two printed figures", followup(saving="4,0"))
        self.refuse(code.MISSING_INPUT, "one of two costs", followup(cost_before="4"))
        self.refuse(code.OUT_OF_RANGE, "no cost: DKK 0.00", followup(cost_before="0", cost_after="0"))
        self.refuse(code.INCONSISTENT, "costs and printed figures",
                    followup(cost_before="4", saving="1"))
        self.refuse(code.OUT_OF_RANGE, "known from both sides",
                    followup(saving="mere end 4", reduction="6 pct."))
        self.refuse(code.OUT_OF_RANGE, "reduction: .*known from both sides",
                    followup(saving="4,0", reduction="6 kr."))
        self.refuse(code.OUT_OF_RANGE, "persons: no number",
                    followup(saving="4,0", reduction="6", persons="0"))


if __name__ == "__main__":
    unittest.main()
