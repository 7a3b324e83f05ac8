# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables of the kinds that municipalities make, right and with one figure wrong in them."""
import unittest

import tap

Kkr = tap.kkr()
import reconciling  # noqa: E402

BUDGET = """Område\tBudget 2024\tRegnskab 2024\tAfvigelse\tForbrug i pct.
Børn og unge\t125.300\t128.750\t3.450\t102,8
Voksne\t210.450\t205.980\t-4.470\t97,9
Ældre\t98.120\t101.005\t2.885\t102,9
I alt\t433.870\t435.735\t1.865\t100,4
"""
QUARTERS = """;Jan;Feb;Mar;1. kvartal;Apr;Maj;Jun;2. kvartal;I alt
Henvendelser;12;15;9;36;11;14;13;38;74
Heraf akutte;3;4;2;9;1;5;2;8;17
Afgørelser;10;11;8;29;9;12;12;33;62
"""
PARTS = """Kvartal;Antal;Pct.
1. kvartal;120;24,0
2. kvartal;130;26,0
3. kvartal;110;22,0
4. kvartal;140;28,0
Året;500;100,0
"""
BILLS = """Ydelse;Antal;Takst;Beløb
Døgnophold;12;1.250,00;15.000,00
Dagtilbud;30;480,50;14.415,00
Støtte;7;299,95;2.099,65
Sum;;;31.514,65
"""
ACCOUNTS = """Post;2023;2024
Skatter;4.512,3;4.688,9
Tilskud og udligning;1.204,7;1.251,4
Indtægter i alt;5.717,0;5.940,3
Serviceudgifter;-4.890,2;-5.012,6
Overførsler;-702,5;-731,1
Anlæg;-98,4;-120,0
Udgifter i alt;-5.691,1;-5.863,7
Resultat;25,9;76,6
"""


class Tables(unittest.TestCase):
    def failing(self, text):
        return {place for _, place, _ in reconciling.Reconciled(text).with_verdict("impossible")}

    def check(self, text, right, wrong, places):
        """The table adds up, and with a figure changed what fails is at these places, and the
        figure is offered as a repair."""
        self.assertEqual(self.failing(text), set())
        self.assertEqual(text.count(right), 1, right)
        changed = text.replace(right, wrong)
        self.assertEqual(self.failing(changed), places)
        repairs = {(repair["printed"], repair["could-be"])
                   for repair in reconciling.Reconciled(changed).repairs}
        self.assertIn((wrong, right), repairs)

    def test_budget_and_accounts(self):
        self.check(BUDGET, "205.980", "206.980",
                   {"I alt / Regnskab 2024", "Voksne / Afvigelse", "Voksne / Forbrug i pct."})
        self.check(BUDGET, "102,9", "103,9", {"Ældre / Forbrug i pct."})

    def test_months_and_quarters(self):
        self.check(QUARTERS, "38", "37", {"Henvendelser / 2. kvartal", "Henvendelser / I alt"})
        lines = [line.split(";") for line in QUARTERS.splitlines()]
        turned = "".join(";".join(cells) + "\n" for cells in zip(*lines))
        self.check(turned, "38", "37", {"2. kvartal / Henvendelser", "I alt / Henvendelser"})

    def test_quarters_alone(self):
        self.check(PARTS, "500", "510", {"Året / Antal", "Året / Pct."})
        for text in ("P;A\n1. kvartal;10\n2. kvartal;20\n3. kvartal;30\n4. kvartal;40\nI alt;100\n",
                     "P;A;B\n1. halvår;120;240\n2. halvår;120;240\nI alt;240;480\n",
                     "P;A\n1. kvartal;10\n2. kvartal;20\n1. halvår;30\n3. kvartal;31\n"
                     "4. kvartal;40\n2. halvår;71\nI alt;101\n"):
            self.assertEqual(self.failing(text), set(), text)
            self.assertGreater(len(reconciling.Reconciled(text).with_verdict("exact")), 0, text)

    def test_bills(self):
        self.check(BILLS, "14.415,00", "14.145,00", {"Sum / Beløb", "Dagtilbud / Takst"})

    def test_result(self):
        self.check(ACCOUNTS, "76,6", "67,6", {"Resultat / 2024"})


if __name__ == "__main__":
    unittest.main()
