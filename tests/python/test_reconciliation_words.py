# SPDX-License-Identifier: LGPL-2.1-or-later
"""Words that look like those of totals, changes and rates, and totals that are typed wrong."""
import unittest
from fractions import Fraction

import checker
import tap

tap.kkr()
import reconciling  # noqa: E402


def column(heading, lines):
    """A table of one column of numbers."""
    return "\n".join([f"Område;{heading}"] + lines.split(", ")) + "\n"


class Words(unittest.TestCase):
    def failing(self, text):
        found = reconciling.Reconciled(text)
        return {(kind, place, int(computed))
                for kind, place, computed in found.with_verdict("impossible")}

    def test_times_are_no_rates(self):
        for heading in ("År 2023", "Pr. 1. januar 2023", "Antal pr. 31.12.2023", "Per 1 May 2023"):
            text = column(heading, "Skoler;120, Veje;45, Parker;33, Havne;12, I alt;236")
            self.assertEqual(self.failing(text), {("total", f"I alt / {heading}", 210)}, heading)

    def test_rates_are_not_added(self):
        for heading in ("Timer pr. uge", "Takst pr. 1. januar 2023", "Pris"):
            text = column(heading, "Skoler;120, Veje;45, Parker;33, Havne;12, I alt;70")
            self.assertEqual(self.failing(text), set(), heading)

    def test_parts_that_are_called_as_changes(self):
        for label in ("Udviklingshæmmede", "Forskellige udgifter", "Reguleringer",
                      "Vækstvirksomheder"):
            text = column("Antal", f"Skoler;55, Veje;22, heraf gader;16, Parker;2, {label};27, "
                                   "heraf byer;13, Havne;56, Haller;26, I alt;188")
            self.assertEqual(self.failing(text), set(), label)

    def test_parts_that_are_called_as_totals(self):
        for label in ("Alle aldre", "Samlede institutioner"):
            text = (f"Område;2022;2023\nSkoler;250;210\nVeje;130;140\nParker;70;90\n{label};420;410\n"
                    "Havne;55;65\nHaller;60;70\nI alt;985;985\n")
            self.assertEqual(self.failing(text), set(), label)

    def test_totals_that_are_called_so(self):
        text = "Alder;2022;2023\n0-2;250;210\n3-5;130;140\n6-9;70;90\nAlle aldre;450;450\n"
        self.assertEqual(self.failing(text), {("total", "Alle aldre / 2023", 440)})

    def test_growth_is_not_added(self):
        text = ("Område;2022;2023;Vækst, pct.\nSkoler;100;132;32\nVeje;100;128;28\nParker;50;70;40\n"
                "I alt;250;330;32\n")
        self.assertEqual(self.failing(text), set())

    def test_years_say_what_a_change_is_of(self):
        text = ("Område;2021;2022;2023;Vækst 2021-2022, pct.;Vækst 2022-2023, pct.\n"
                "Skoler;607;599;633;-1;6\nVeje;24;28;30;14;7\nParker;369;403;427;2;6\n"
                "I alt;1.000;1.030;1.090;3;6\n")
        found = reconciling.Reconciled(text)
        self.assertEqual({(kind, place) for kind, place, _ in found.with_verdict("impossible")},
                         {("growth", "Parker / Vækst 2021-2022, pct.")})

    def test_parts_of_something_in_all(self):
        """The word for a total that stands before another label."""
        text = ("Gruppe;Svar;Nord;Hele landet\nVoksne i alt;Stige;44;65\nVoksne i alt;Uændret;33;27\n"
                "Voksne i alt;Falde;22;6\nAutisme;Stige;11;14\nAutisme;Uændret;44;59\n")
        self.assertEqual(self.failing(text), set())

    def test_differences_of_rounded_amounts(self):
        text = ("Område;Beløb 2022, kr.;Beløb 2023, kr.;Forskel\nSkoler;110.784;110.389;-395\n"
                "Veje;146.241;147.593;1.352\nParker;66.742;72.472;5.730\nI alt;323.767;330.453;6.686\n")
        self.assertEqual(self.failing(text), set())


class Readings(unittest.TestCase):
    """Counts close; rounded figures are off by what rounding explains, more than once."""

    def verdicts(self, second):
        text = (f"Område;A;B;C;Sum\nSkoler;14;19;3;36\nVeje;11;14;2;27\nParker;10;15;6;{second}\n"
                "Havne;8;12;2;22\nHaller;7;13;3;24\n")
        found = reconciling.Reconciled(text)
        return {place for _, place, _ in found.with_verdict("impossible")}

    def test_one_sum_that_is_off(self):
        self.assertEqual(self.verdicts(31), {"Haller / Sum"})

    def test_two_sums_that_are_off(self):
        self.assertEqual(self.verdicts(32), set())


class Together(unittest.TestCase):
    """Shares that are rounded together, by largest remainders: 1000 is 6 * 143 + 142."""

    def reconcile(self, last):
        lines = [f"{name};10;14,3" for name in "abcdef"]
        return reconciling.Reconciled("\n".join(["Område;Antal;Andel, pct."] + lines + [
            f"g;10;{last}", "I alt;70;100,0"]) + "\n")

    def test_shares_that_make_up_a_hundred(self):
        found = self.reconcile("14,2")
        self.assertEqual(found.with_verdict("impossible"), set())
        rules = found.result.get_table_named("rules")
        self.assertIn(("Andel, pct.", "største brøks metode, så summen er 100"),
                      list(zip(rules["line"].get_strings(), rules["rule"].get_strings())))
        for row in range(len(found.relations)):
            derivation = found.result.explain("verdict", row)
            self.assertTrue(derivation.check())
            checker.check(derivation.to_json())

    def test_shares_that_do_not(self):
        self.assertIn(("share", "g / Andel, pct.", 100 * Fraction(1, 7)),
                      self.reconcile("14,1").with_verdict("impossible"))


class Typed(unittest.TestCase):
    """One column says little: then what a slip makes of a total counts."""

    def check(self, text, place, computed, cell, could_be):
        found = reconciling.Reconciled(text)
        failing = {(where, int(number)) for _, where, number in found.with_verdict("impossible")}
        self.assertIn((place, computed), failing)
        self.assertIn((cell, could_be), {(one["cell"], one["could-be"]) for one in found.repairs})

    def test_a_total_as_the_figure_above_it(self):
        text = column("Antal", "Skoler;42, Veje;57, Område A i alt;57, Parker;31, Havne;16, "
                               "Område B i alt;47, I alt;146")
        self.check(text, "Område A i alt / Antal", 99, "Område A i alt / Antal", "99")

    def test_a_figure_as_the_total_above_it(self):
        text = column("Beløb", "Skoler;1.005, Veje;3.199, Indtægter i alt;4.204, Parker;4.204, "
                               "Havne;323, Udgifter i alt;638")
        self.check(text, "Udgifter i alt / Beløb", 4527, "Parker / Beløb", "315")

    def test_a_subtotal_as_the_total_below_it(self):
        text = column("Beløb", "a;1.227, b;334, A 1 i alt;1.561, c;1.126, d;299, A 2 i alt;1.425, "
                               "A i alt;2.986, e;1.994, f;446, B 1 i alt;2.440, g;4.227, h;259, "
                               "B 2 i alt;6.926, B i alt;6.926, I alt;9.912")
        self.check(text, "B 2 i alt / Beløb", 4486, "B 2 i alt / Beløb", "4.486")

    def test_two_digits_of_a_sum_of_subtotals(self):
        text = column("Beløb", "a;6.877, b;5.641, A 1 i alt;12.518, c;5.928, d;8.342, "
                               "A 2 i alt;14.270, A i alt;26.788, e;5.581, f;4.069, B 1 i alt;9.650, "
                               "g;3.148, h;184, B 2 i alt;3.332, B i alt;12.892, I alt;39.770")
        self.check(text, "B i alt / Beløb", 12982, "B i alt / Beløb", "12.982")

    def test_a_digit_of_a_balance(self):
        text = column("Beløb", "Skoler;406.186, Veje;495.860, Indtægter i alt;902.046, "
                               "Parker;475.438, Havne;272.068, Udgifter i alt;747.506, "
                               "Balance;164.540")
        self.check(text, "Balance / Beløb", 154540, "Balance / Beløb", "154.540")


if __name__ == "__main__":
    unittest.main()
