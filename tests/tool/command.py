# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command kkr: what it says of itself and of its calculators, and its exit status."""
import csv
import io
import json
import os
import pathlib
import subprocess
import unittest

from tool import FINANCING, FORMATS, KKR, Case


class Whole(Case):
    def test_version(self):
        self.assertEqual(self.good("--version"), f"kkr {os.environ['KKR_VERSION']}\n")
        self.bad(2, "--version", "x")

    def test_help(self):
        overview = self.good("help")
        self.assertEqual(self.good("--help"), overview)
        self.assertEqual(self.good("-h"), overview)
        for verb in ("list", "describe", "run", "explain", "check", "data", "reproduce",
                     "reconcile", "help"):
            self.assertIn(f"kkr {verb}", overview)
            one = self.good("help", verb)
            self.assertTrue(one.startswith(f"usage: kkr {verb}"), one)
            self.assertEqual(self.good(verb, "--help"), one)

    def test_no_such_help(self):
        self.assertIn('no such command: "rn" found, perhaps "run" expected',
                      self.bad(2, "help", "rn"))
        self.bad(2, "help", "run", "list")

    def test_no_command(self):
        self.assertIn("no command found", self.bad(2))
        self.assertIn('"lst" found, perhaps "list" expected', self.bad(2, "lst"))
        self.assertIn("one of list, describe, run, explain, check, data, reproduce, reconcile, "
                      "help expected",
                      self.bad(2, "regneark"))
        self.assertIn("no such option", self.bad(2, "--verbose"))

    def test_not_utf8(self):
        done = subprocess.run([KKR, "describe", b"m\xe5ned"], capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"UTF-8 expected", done.stderr)


class List(Case):
    def test_lines(self):
        lines = self.good("list").splitlines()
        titles = dict(line.split(None, 1) for line in lines)
        self.assertEqual(len(titles), len(lines))
        for name, title in (("objective-financing", "Objektiv finansiering"),
                            ("supervision-tariff", "Socialtilsynets takster"),
                            ("reconciliation", "Afstemning af en trykt tabel")):
            self.assertEqual(titles[name], title)
        self.assertNotEqual(self.good("list", "--language", "en"), "\n".join(lines) + "\n")

    def test_formats(self):
        rows = list(csv.reader(io.StringIO(self.good("list", "--format", "csv"))))
        self.assertEqual(rows[0], ["calculator", "title"])
        self.assertIn(["objective-financing", "Objektiv finansiering"], rows)
        rows = list(csv.reader(io.StringIO(self.good("list", "--format=csv-da").lstrip("\ufeff")),
                               delimiter=";"))
        self.assertEqual(rows[0], ["Beregner", "Titel"])
        self.assertEqual(json.loads(self.good("list", "--format", "json"))["name"], "calculators")
        self.assert_html(self.good("list", "--format", "html"), "objective-financing")

    def test_mistakes(self):
        self.assertIn("none expected", self.bad(2, "list", "objective-financing"))
        self.assertIn("one of --format, --language, --help expected",
                      self.bad(2, "list", "--table", "x"))
        self.assertIn('no such format: "jsn" found, perhaps "json" expected',
                      self.bad(2, "list", "--format", "jsn"))
        self.assertIn("one of text, csv, csv-da, json, html expected",
                      self.bad(2, "list", "--format", "regneark"))
        self.assertIn('no such language: "de"', self.bad(2, "list", "--language", "de"))
        self.assertIn("no word after --format", self.bad(2, "list", "--format"))
        self.assertIn("csv-da, which is Danish",
                      self.bad(2, "list", "--format", "csv-da", "--language", "en"))


class Describe(Case):
    def test_each_calculator(self):
        for line in self.good("list").splitlines():
            name = line.split()[0]
            with self.subTest(name):
                rows = list(csv.DictReader(io.StringIO(
                    self.good("describe", name, "--format", "csv"))))
                self.assertEqual([row["input"] for row in rows][-2:], ["known-on", "price-level"])
                for row in rows:
                    self.assertTrue(all(row[column] for column in
                                        ("label", "kind", "required", "description")), row)

    def test_width(self):
        for line in self.good("list").splitlines():
            for language in ("da", "en"):
                with self.subTest(line.split()[0], language=language):
                    text = self.good("describe", line.split()[0], "--language", language)
                    self.assertLessEqual(max(map(len, text.splitlines())), 160)

    def test_every_choice_has_a_name(self):
        names = [line.split()[0] for line in self.good("list").splitlines()]
        tariffs = names[names.index("deficit-guarantee"):]
        for name in tariffs:
            for row in csv.DictReader(io.StringIO(
                    self.good("describe", name, "--format", "csv"))):
                if " | " in row["kind"]:
                    with self.subTest(name, input=row["input"]):
                        for choice in row["kind"].split(" | "):
                            self.assertRegex(choice, r"^[a-z0-9-]+ \(.+\)$")

    def test_percentages_are_per_cent(self):
        for name in ("carry-over", "deficit-guarantee", "guarantee-proposals", "offer-tariff",
                     "place-billing", "tariff-followup"):
            rows = csv.DictReader(io.StringIO(self.good("describe", name, "--format", "csv")))
            for row in rows:
                if row["input"] in ("share", "vacancy", "occupancy", "target", "rate",
                                    "jump-limit") or "percent" in row["input"]:
                    with self.subTest(name, input=row["input"]):
                        self.assertEqual(row["kind"], "pct.")

    def test_text(self):
        text = self.good("describe", "objective-financing")
        self.assertTrue(text.startswith("Objektiv finansiering\n"))
        self.assertIn("largest-remainder (største brøks metode) |", text)
        english = self.good("describe", "objective-financing", "--language", "en")
        self.assertIn("Required", english)
        self.assertNotIn("Påkrævet", english)

    def test_formats(self):
        columns = json.loads(self.good("describe", *FINANCING[:1], "--format", "json"))["columns"]
        self.assertEqual([column["name"] for column in columns],
                         ["input", "label", "kind", "required", "default", "description"])
        self.assert_html(self.good("describe", *FINANCING[:1], "--format", "html"), "price-level")
        self.assert_html(self.good("describe", *FINANCING[:1], "--format", "html", "--language",
                                   "en"), "Price level")

    def test_mistakes(self):
        self.assertIn("no calculator found", self.bad(2, "describe"))
        self.assertIn("one calculator expected", self.bad(2, "describe", "a", "b"))
        self.assertIn('"objectve-financing" found, perhaps "objective-financing" expected',
                      self.bad(2, "describe", "objectve-financing"))
        self.assertIn("claims, percentage-base, reconciliation, reproduction, ",
                      self.bad(2, "describe", "x"))


class Installed(unittest.TestCase):
    def test_page_names_what_there_is(self):
        page = pathlib.Path(os.environ["KKR_SOURCE"], "doc/kkr.1").read_text(encoding="utf-8")
        page = page.replace("\\-", "-")
        for word in ("list", "describe", "run", "explain", "check", "reconcile", "data", "help",
                     "--version", "--format", "--language", "--table", "--find", "--register", "--valid-on", "--known-on",
                     *FORMATS):
            self.assertIn(word, page)


if __name__ == "__main__":
    unittest.main()
