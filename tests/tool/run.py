# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr run: each format, and what it says of mistakes and of files."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from tool import AMOUNTS, FINANCING, KKR, REGISTER, TARIFF, Case


class Run(Case):
    def test_text(self):
        text = self.good("run", *FINANCING)
        self.assertTrue(text.startswith("Objektiv finansiering\n"))
        self.assertIn("19.156.058,00 kr. (DAS Social", text)
        for name, amount in AMOUNTS.items():
            row = next(line for line in text.splitlines() if f" {name} " in line)
            self.assertTrue(row.endswith(f" {amount:,}".replace(",", ".")), row)

    def test_english(self):
        text = self.good("run", *FINANCING, "--language", "en")
        self.assertIn("DKK 19,156,058.00 (DAS Social", text)
        self.assertIn("1,152,028", text)

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.good("run", *FINANCING, "--format", "csv"))))
        self.assertEqual(list(rows[0]), ["code", "municipality", "weight", "share", "amount"])
        self.assertEqual({row["municipality"]: row["amount"] for row in rows},
                         {name: f"{amount}.00" for name, amount in AMOUNTS.items()})

    def test_danish_csv(self):
        text = self.good("run", *FINANCING, "--format", "csv-da")
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
        self.assertIn("Kommune", rows[0])
        rebild = next(row for row in rows if "Rebild" in row)
        # 7.317 of 121.668 children is 6,01390... per cent.
        self.assertEqual(rebild, ["840", "Rebild", "7317", "6,0139", "1152028"])

    def test_json(self):
        result = json.loads(self.good("run", *FINANCING, "--format", "json"))
        self.assertEqual(result["calculator"], "objective-financing")
        self.assertEqual(result["inputs"]["year"], {"da": "2024", "en": "2024"})
        self.assertTrue(result["inputs"]["budget"]["da"].startswith("19.156.058,00 kr. ("))
        self.assertTrue(result["inputs"]["budget"]["en"].startswith("DKK 19,156,058.00 ("))
        self.assertEqual([note["kind"] for note in result["notes"]],
                         ["rounding", "price-level"])
        self.assertIn("change", [table["name"] for table in result["tables"]])

    def test_html(self):
        tags = self.assert_html(self.good("run", *FINANCING, "--format", "html"), "1.152.028",
                                "Kommune")
        self.assertGreaterEqual(tags.seen.count("table"), 2)
        self.assert_html(self.good("run", *FINANCING, "--format", "html", "--language", "en"),
                         "1,152,028", "Municipality")

    def test_one_table(self):
        text = self.good("run", *FINANCING, "--table", "change")
        self.assertNotIn("Noter:", text)
        self.assertIn("Rebild", text)
        rows = list(csv.DictReader(io.StringIO(
            self.good("run", *FINANCING, "--table=change", "--format=csv"))))
        rebild = next(row for row in rows if row["municipality"] == "Rebild")
        self.assertEqual(rebild["change"], f"{1152028 - 1106250}.00")
        self.assertEqual(json.loads(self.good("run", *FINANCING, "--table", "change", "--format",
                                              "json"))["name"], "change")
        self.assert_html(self.good("run", *FINANCING, "--table", "change", "--format", "html"))

    def test_options_anywhere(self):
        expected = self.good("run", *FINANCING, "--format", "csv")
        self.assertEqual(self.good("run", "--format", "csv", *FINANCING), expected)
        self.assertEqual(self.good("run", "--format=csv", "--", *FINANCING), expected)

    def test_tariffs(self):
        text = self.good("run", *TARIFF)
        for tariff in ("43.852", "52.622", "87.703", "131.555", "8.736", "24.192"):
            self.assertIn(tariff, text)

    def test_without_a_register(self):
        text = self.good("run", "supervision-tariff", "base-tariff=43.851,60")
        for tariff in ("43.852", "52.622", "87.703", "131.555"):
            self.assertIn(tariff, text)
        self.assertNotIn("Register", text)

    def test_money_in_kroner(self):
        for written in ("19156058", "19.156.058,00 kr.", "19.156.058"):
            with self.subTest(written):
                text = self.good("run", *FINANCING, f"budget={written}")
                self.assertIn("19.156.058,00 kr.\n", text)
        self.assertIn("20.000.000,00 kr.\n", self.good("run", *FINANCING, "budget=20 mio. kr."))

    def test_same_in_every_locale(self):
        expected = self.good("run", *FINANCING)
        for locale in ("C.UTF-8", "da_DK.UTF-8", "da_DK.ISO-8859-1", "POSIX"):
            with self.subTest(locale):
                self.assertEqual(self.good("run", *FINANCING, LC_ALL=locale), expected)


class Mistakes(Case):
    def test_no_such_input(self):
        err = self.bad(2, "run", *FINANCING, "metod=dhondt")
        self.assertIn('no such input: "metod" found, perhaps "method" expected', err)
        err = self.bad(2, "run", "objective-financing", "regneark=1")
        self.assertIn("one of register, arrangement, year", err)
        self.assertIn("price-level expected", err)

    def test_not_an_input(self):
        self.assertIn('"2024" found, INPUT=VALUE expected',
                      self.bad(2, "run", "objective-financing", "2024"))
        self.assertIn("found twice", self.bad(2, "run", *FINANCING, "year=2023"))
        self.bad(2, "run")
        self.bad(2, "run", *FINANCING, "--formt", "csv")

    def test_no_such_table(self):
        self.assertIn('"chang" found, perhaps "change" expected',
                      self.bad(2, "run", *FINANCING, "--table", "chang"))

    def test_missing_inputs(self):
        self.assertEqual(self.bad(1, "run", "objective-financing").splitlines(),
                         ["kkr: arrangement: missing: no value found, one expected",
                          "kkr: year: missing: no value found, one expected"])

    def test_all_that_cannot_be_read(self):
        lines = self.bad(1, "run", "objective-financing", "year=i år", "budget=meget",
                         "method=hondt").splitlines()
        self.assertEqual([line.split(": ")[1] for line in lines],
                         ["year", "budget", "method", "arrangement"])
        self.assertTrue(all(line.startswith("kkr: ") for line in lines))

    def test_out_of_range(self):
        self.assertIn("kkr: budget: ", self.bad(1, "run", *FINANCING, "budget=-5"))
        self.assertIn("kkr: known-on: ", self.bad(1, "run", *FINANCING, "known-on=i går"))
        self.assertIn("kkr: method: ", self.bad(1, "run", *FINANCING, "method=unset"))

    def test_not_known(self):
        self.assertIn("2050", self.bad(1, "run", *FINANCING[:2], "year=2050"))
        self.assertIn("socialtilsyn-nrod",
                      self.bad(1, "run", FINANCING[0], "arrangement=socialtilsyn-nrod",
                               "year=2024"))

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([KKR, "run", *FINANCING], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith(b"kkr: cannot write: "), done.stderr)

    def test_reader_goes_away(self):
        for verb in (("run", *FINANCING), ("describe", FINANCING[0]), ("help",),
                     ("explain", *FINANCING, "amount", "Rebild", "--format", "json")):
            with self.subTest(verb[0]):
                read_end, write_end = os.pipe()
                os.close(read_end)
                done = subprocess.run([KKR, *verb], stdout=write_end, stderr=subprocess.PIPE)
                os.close(write_end)
                self.assertEqual((done.returncode, done.stderr), (0, b""))


class Files(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "register.xml")

    def run_with(self, text):
        self.path.write_text(text, encoding="utf-8")
        return ("run", "objective-financing", "arrangement=a", "year=2024",
                f"register={self.path}")

    def test_good(self):
        words = self.run_with(REGISTER)
        rows = list(csv.DictReader(io.StringIO(self.good(*words, "--format", "csv"))))
        self.assertEqual([(row["municipality"], row["amount"]) for row in rows],
                         [("Brønderslev", "250.00"), ("Rebild", "750.00")])

    def test_packaged(self):
        self.assertEqual(self.good("run", *FINANCING, "register=packaged"),
                         self.good("run", *FINANCING))

    def test_all_problems(self):
        text = REGISTER.replace('region="1081"', 'region="1099"').replace('value="1"', 'value="x"')
        lines = self.bad(1, *self.run_with(text)).splitlines()
        self.assertGreaterEqual(len(lines), 3)
        for line in lines:
            self.assertTrue(line.startswith("kkr: "), line)
            self.assertIn("register.xml:", line)

    def test_not_well_formed(self):
        for text in ("", "<register", REGISTER[:-20], "<!DOCTYPE x []>" + REGISTER):
            with self.subTest(text[:20]):
                self.assertIn("register.xml", self.bad(1, *self.run_with(text)))

    def test_no_such_file(self):
        self.assertIn("nowhere.xml", self.bad(1, "run", *FINANCING, "register=nowhere.xml"))
        self.bad(1, "run", *FINANCING, "register=/")


if __name__ == "__main__":
    unittest.main()
