# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr run --scenarios: tables of scenarios from files, and what is said of files that are wrong."""
import csv
import io
import json
import pathlib
import tempfile
import unittest

from tool import AMOUNTS, BUDGET, FINANCING, FORMATS, Case

ARRANGEMENT = FINANCING[:2]


class Scenarios(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "budgetter.csv")

    def written(self, text, encoding="utf-8"):
        self.path.write_text(text, encoding=encoding)
        return ("--scenarios", str(self.path))

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.good("run", *words, "--format", "csv"))))

    def test_each_is_a_run(self):
        rows = self.rows(*ARRANGEMENT, *self.written(
            "budget;year\n;2024\n19.156.058,00 kr.;2024\n20 mio.;2023\n"))
        self.assertEqual([row["scenario"] for row in rows],
                         [str(scenario) for scenario in range(3) for _ in AMOUNTS])
        paid = [{row["municipality"]: row["amount"] for row in rows if row["scenario"] == scenario}
                for scenario in "012"]
        self.assertEqual(paid[0], {name: f"{amount}.00" for name, amount in AMOUNTS.items()})
        self.assertEqual(paid[1], paid[0])
        self.assertEqual(sum(float(amount) for amount in paid[2].values()), 20_000_000)
        alone = self.rows(*ARRANGEMENT, "year=2023", "budget=20 mio.")
        self.assertEqual(paid[2], {row["municipality"]: row["amount"] for row in alone})

    def test_columns(self):
        file = self.written("budget\n20 mio.\n21 mio.\n")
        plain = self.rows(*FINANCING, *file)
        self.assertEqual(set(plain[0]), {"scenario", "code", "municipality", "amount"})
        rows = self.rows(*FINANCING, *file, "--columns", "weight, amount")
        self.assertEqual(list(rows[0]), ["scenario", "code", "municipality", "weight", "amount"])
        self.assertEqual([row["amount"] for row in rows], [row["amount"] for row in plain])
        alone = self.rows(*FINANCING)
        self.assertEqual([row["weight"] for row in rows], 2 * [row["weight"] for row in alone])

    def test_columns_that_are_none(self):
        file = self.written("budget\n20 mio.\n")
        self.assertIn("amuont", self.bad(1, "run", *FINANCING, *file, "--columns", "amuont"))
        self.assertIn('not the names of columns: "" found, NAME or NAME,NAME expected',
                      self.bad(2, "run", *FINANCING, *file, "--columns="))
        self.assertIn("--columns found without --scenarios",
                      self.bad(2, "run", *FINANCING, "--columns", "amount"))

    def test_formats(self):
        file = self.written("budget\n20 mio.\n21 mio.\n")
        text = self.good("run", *FINANCING, *file)
        for shown in ("20.000.000", "21.000.000", "Rebild", "Scenarie"):
            self.assertIn(shown, text)
        english = self.good("run", *FINANCING, *file, "--language", "en")
        self.assertIn("20,000,000", english)
        danish = list(csv.reader(io.StringIO(
            self.good("run", *FINANCING, *file, "--format", "csv-da").lstrip("\ufeff")),
            delimiter=";"))
        self.assertEqual(danish[0][0], "Scenarie")
        self.assertEqual(len(danish), 1 + 2 * len(AMOUNTS))
        result = json.loads(self.good("run", *FINANCING, *file, "--format", "json"))
        self.assertEqual(result["calculator"], "objective-financing")
        self.assert_html(self.good("run", *FINANCING, *file, "--format", "html"), "Rebild")
        for each in FORMATS:
            with self.subTest(each):
                self.assertEqual(self.good("run", *FINANCING, f"--scenarios={self.path}",
                                           "--format", each),
                                 self.good("run", *FINANCING, *file, "--format", each))

    def test_one_table(self):
        file = self.written("budget\n20 mio.\n")
        table = self.good("run", *FINANCING, *file, "--table", "financing", "--format", "csv")
        self.assertEqual(table, self.good("run", *FINANCING, *file, "--format", "csv"))
        self.assertIn('"change" found',
                      self.bad(2, "run", *FINANCING, *file, "--table", "change"))

    def test_without_a_register(self):
        file = self.written("base-tariff\n43.851,60\n42.884,20\n")
        rows = self.rows("supervision-tariff", "places=8", *file)
        self.assertEqual([(row["service-id"], row["tariff"]) for row in rows],
                         [("supervision", "52622.00"), ("intensified-supervision", "5262.00"),
                          ("supervision", "51461.00"), ("intensified-supervision", "5146.00")])

    def test_the_register_that_a_scenario_needs(self):
        rows = self.rows("supervision-tariff", *self.written(
            "arrangement;year\nsocialtilsyn-nord;2024\nsocialtilsyn-nord;2022\n"))
        first = {row["scenario"]: row["tariff"] for row in reversed(rows)}
        self.assertEqual(first, {"0": "43852.00", "1": "36896.00"})

    def test_windows_file_of_a_spreadsheet(self):
        rows = self.rows("objective-financing", ARRANGEMENT[1], *self.written(
            "budget;year;;\r\n19156058;2024;;\r\n;;;\r\n", "windows-1252"))
        self.assertEqual(sum(float(row["amount"]) for row in rows), BUDGET)

    def test_no_scenarios(self):
        text = self.good("run", *FINANCING, *self.written("budget\n"), "--format", "csv")
        self.assertEqual(len(text.splitlines()), 1)

    def test_bad_cells(self):
        lines = self.bad(1, "run", *ARRANGEMENT, *self.written(
            "budget;year\nmange;2024\n5;i år\n")).splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[0].startswith(f"kkr: {self.path}:2:1: budget: "), lines)
        self.assertTrue(lines[1].startswith(f"kkr: {self.path}:3:3: year: "), lines)
        self.assertEqual(lines[2], "kkr: 2 problems in all")

    def test_bad_scenarios(self):
        err = self.bad(1, "run", *ARRANGEMENT, *self.written("budget;year\n5;2024\n-5;2024\n5;\n"))
        self.assertIn(f"{self.path}:3: budget: ", err)
        self.assertIn(f"{self.path}:4: year: missing", err)
        self.assertNotIn(f"{self.path}:2", err)

    def test_bad_files(self):
        err = self.bad(1, "run", *FINANCING, *self.written("budgte\n5\n"))
        self.assertIn(f'{self.path}:1:1: no such input: "budgte" found, one of register, ', err)
        self.assertIn(" expected; near it: budget\n", err)
        self.assertIn(":1:1: an empty file", self.bad(1, "run", *FINANCING, *self.written("")))
        self.assertIn("nowhere.csv",
                      self.bad(1, "run", *FINANCING, "--scenarios", "nowhere.csv"))

    def test_bad_commands(self):
        file = self.written("budget;year\n5;2024\n")
        self.assertIn("the input year found both as a word and in", self.bad(
            2, "run", *FINANCING, *file))
        self.assertIn("no word after --scenarios", self.bad(2, "run", *FINANCING, "--scenarios"))
        self.assertIn("no such input", self.bad(2, "run", *ARRANGEMENT, "yaer=2024", *file))
        self.assertIn("kkr: method: ", self.bad(1, "run", *ARRANGEMENT, "method=hondt", *file))
        self.assertIn("no such option", self.bad(2, "describe", ARRANGEMENT[0], *file))


if __name__ == "__main__":
    unittest.main()
