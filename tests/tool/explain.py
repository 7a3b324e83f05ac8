# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr explain: why a figure is what it is."""
import json
import os
import tempfile
import unittest

from tool import BUDGET, FINANCING, TARIFF, Case


class Explain(Case):
    def test_text(self):
        text = self.good("explain", *FINANCING, "amount", "Rebild")
        self.assertTrue(text.startswith("Beløb for Rebild: 1.152.028,00 kr.\n"), text)
        self.assertIn("DAS Social", text)
        self.assertEqual(self.good("explain", *FINANCING, "amount", "840"), text)
        english = self.good("explain", *FINANCING, "amount", "Rebild", "--language", "en")
        self.assertIn("1,152,028", english.splitlines()[0])

    def test_json(self):
        document = json.loads(self.good("explain", *FINANCING, "amount", "Rebild", "--format",
                                        "json"))
        self.assertEqual(document["format"], "kkr-derivation-1")
        self.assertEqual(document["value"], "115202800")
        self.assertEqual(document["steps"][-1]["value"], "115202800")

    def test_html(self):
        page = self.good("explain", *FINANCING, "amount", "Rebild", "--format", "html")
        self.assert_html(page, "1.152.028")
        self.assertTrue(page.startswith('<!DOCTYPE html>\n<html lang="da">\n'), page)
        self.assertIn("<title>Beløb for Rebild: 1.152.028,00 kr.</title>", page)
        self.assert_html(self.good("explain", *FINANCING, "amount", "Rebild", "--format", "html",
                                   "--language", "en"), "1,152,028")

    def test_total_and_table(self):
        total = json.loads(self.good("explain", *FINANCING, "amount", "I alt", "--format=json"))
        self.assertEqual(total["value"], str(BUDGET * 100))
        change = json.loads(self.good("explain", *FINANCING, "change.change", "Rebild",
                                      "--format=json"))
        self.assertEqual(change["value"], str((1152028 - 1106250) * 100))

    def test_scenarios(self):
        """Each as the run of its inputs alone is explained."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "budgetter.csv")
            with open(path, "w", encoding="utf-8") as file:
                file.write("budget;year\n20 mio.;2024\n;2023\n21 mio.;2024\n")
            words = (*FINANCING[:2], f"--scenarios={path}", "amount")
            alone = json.loads(self.good("explain", *FINANCING, "budget=21 mio.", "amount",
                                         "Rebild", "--format", "json"))
            document = json.loads(self.good("explain", *words, "2/Rebild", "--format", "json"))
            self.assertEqual(document["steps"], alone["steps"])
            self.assertEqual(self.good("explain", *words, "1/Rebild").splitlines()[0],
                             "Beløb for Rebild: 1.106.250,00 kr.")
            # A column that is not the one the calculator is for.
            self.assertEqual(self.good("explain", *words[:-1], "weight", "2/Rebild").splitlines()[1:],
                             self.good("explain", *FINANCING, "budget=21 mio.", "weight",
                                       "Rebild").splitlines()[1:])
            self.assertIn("no total found", self.bad(1, "explain", *words, "I alt"))
            for key in ("Rebild", "3/Rebild"):
                self.assertIn(f'"{key}" found, the number of one of its 3 scenarios and a key '
                              'expected, such as "0/Silkeborg"',
                              self.bad(1, "explain", *words, key))
            self.assertIn("budget", self.bad(2, "explain", *FINANCING[:2], "budget=1",
                                             *words[2:], "0/Rebild"))

    def test_every_cell(self):
        """The explanation of each cell has the value of the cell."""
        n_cells = 0
        for words in (FINANCING, TARIFF):
            result = json.loads(self.good("run", *words, "--format", "json"))
            for table in result["tables"]:
                columns = {column["name"]: column["values"] for column in table["columns"]}
                for row in range(len(columns[table["key"][0]])):
                    key = "/".join(str(columns[name][row]) for name in table["key"])
                    for column, values in columns.items():
                        if values[row] is None:
                            continue
                        n_cells += 1
                        document = json.loads(self.good(
                            "explain", *words, f"{table['name']}.{column}", key, "--format=json"))
                        self.assertEqual(document["value"], str(values[row]), (column, key))
        self.assertGreater(n_cells, 150)

    def test_mistakes(self):
        self.assertIn("no calculator found", self.bad(2, "explain"))
        self.assertIn("COLUMN KEY", self.bad(2, "explain", *FINANCING))
        self.assertIn("COLUMN KEY", self.bad(2, "explain", *FINANCING, "amount"))
        self.assertIn("one of text, json, html expected",
                      self.bad(2, "explain", *FINANCING, "amount", "Rebild", "--format", "pdf"))
        self.assertIn("text, json, html", self.bad(2, "explain", *FINANCING, "amount", "Rebild",
                                                   "--format", "csv-da"))
        self.assertIn("Rebild", self.bad(1, "explain", *FINANCING, "amount", "Rebuild"))
        self.assertIn("beløb", self.bad(1, "explain", *FINANCING, "beløb", "Rebild"))
        self.assertIn("year", self.bad(1, "explain", *FINANCING[:2], "amount", "Rebild"))


if __name__ == "__main__":
    unittest.main()
