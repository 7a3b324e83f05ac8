# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables as inputs on the command line: their columns, their files, and files that are wrong.

Twenty places of 366 days at 95 per cent are 6954 days: 13.908.000 kr. make 2.000 kr. a day."""
import csv
import io
import json
import pathlib
import subprocess
import tempfile
import unittest

from tool import KKR, Case

OFFERS = "offer-tariff", "year=2024"


class Tables(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        return f"offers={path}"

    def tariffs(self, *words):
        rows = csv.DictReader(io.StringIO(self.good("run", *OFFERS, *words, "--format", "csv")))
        return {row["offer"]: row["tariff"] for row in rows}

    def test_file(self):
        file = self.file("a.csv", "Tilbud;Pladser;Direkte udgifter;Belægningsprocent\n"
                                  "Åen;20;13.908.000;95\n", "windows-1252")
        self.assertEqual(self.tariffs(file), {"Åen": "2000.00"})
        self.assertIn("1 række\n", self.good("run", *OFFERS, file))
        self.assertIn("1 row\n", self.good("run", *OFFERS, file, "--language", "en"))
        self.assertIn("13.908.000,00 kr.", self.good("explain", *OFFERS, file, "tariff", "Åen"))

    def test_several_files(self):
        one = self.file("a.csv", "offer;places;direct-cost;occupancy\nB;20;13.908.000;95\n")
        two = self.file("b.csv", "occupancy,places,offer,direct-cost\n95,20,A,6954000.00\n")
        self.assertEqual(self.tariffs(one, two), {"B": "2000.00", "A": "1000.00"})
        self.assertEqual(list(self.tariffs(two, one)), ["A", "B"])

    def test_stdin_and_text(self):
        text = "offer;places;direct-cost;occupancy\nB;20;13.908.000;95\n"
        done = subprocess.run([KKR, "run", *OFFERS, "offers=-", "--format", "csv"],
                              input=text.encode(), capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b"B,2000.00", done.stdout)
        self.assertEqual(self.tariffs(f"offers={text}"), {"B": "2000.00"})

    def test_bad_files(self):
        """Each fault on a line of its own, and nothing that follows from them."""
        bad = self.file("a.csv", "offer;places\n;x\n")
        said = self.bad(1, "run", *OFFERS, bad)
        self.assertEqual([line.split(": ")[2] for line in said.splitlines()[:2]],
                         ["offer", "places"])
        self.assertIn("a.csv:2:1: offer: blank", said)
        self.assertIn("a.csv:2:2: places: ", said)
        self.assertNotIn("direct-cost", said)
        self.assertIn("nowhere.csv", self.bad(1, "run", *OFFERS, "offers=nowhere.csv"))
        two = self.file("b.csv", "offer;places;direct-cost;occupancy\nB;20;1;95\nC;-1;1;95\n")
        self.assertIn("row 2 (", self.bad(1, "run", *OFFERS, two))
        self.assertIn("b.csv:3)", self.bad(1, "run", *OFFERS, two))

    def test_every_amount_and_number_is_explained(self):
        names = [line.split()[0] for line in self.good("list").splitlines()]
        for name in names:
            rows = csv.DictReader(io.StringIO(self.good("describe", name, "--format", "csv")))
            for table in [row["input"] for row in rows if row["kind"] == "tabel"]:
                for row in csv.DictReader(io.StringIO(self.good(
                        "describe", name, "--table", table, "--format", "csv"))):
                    if row["kind"] in ("beløb", "tal"):
                        with self.subTest(name, table=table, column=row["column"]):
                            self.assertNotEqual(row["description"], "")

    def test_a_row_is_named_once(self):
        path = self.folder / "l.csv"
        path.write_text("År;Driftsherre;Takst\n2021;A;1\n2021;A;2\n", encoding="utf-8")
        self.assertIn(f"lists: row 2 ({path}:3): reported twice: ",
                      self.bad(1, "run", "tariff-followup", f"lists={path}"))

    def test_describe(self):
        text = self.good("describe", "offer-tariff")
        self.assertIn("Tilbud (offers)\n", text)
        self.assertIn("Direkte udgifter", text)
        rows = list(csv.DictReader(io.StringIO(
            self.good("describe", "offer-tariff", "--table", "offers", "--format", "csv"))))
        self.assertEqual(rows[0], {"column": "offer", "label": "Tilbud", "kind": "tekst",
                                   "required": "ja", "choices": "", "description": ""})
        said = {row["column"]: row["description"] for row in rows}
        self.assertIn("underskud med minus", said["carry-over"])
        self.assertIn("i pct.", said["occupancy"])
        table = json.loads(self.good("describe", "offer-tariff", "--table", "shared-costs",
                                     "--format", "json"))
        self.assertEqual(table["name"], "shared-costs")
        self.assertIn("no such table: \"offer\" found",
                      self.bad(2, "describe", "offer-tariff", "--table", "offer"))
        self.assertIn("no such table", self.bad(2, "describe", "claims", "--table", "x"))


if __name__ == "__main__":
    unittest.main()
