# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command kkr: each verb, each format, what it says of mistakes, and its exit status."""
import csv
import html.parser
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

KKR = os.environ["KKR_TOOL"]
FINANCING = ("objective-financing", "arrangement=socialtilsyn-nord", "year=2024")
TARIFF = ("supervision-tariff", "arrangement=socialtilsyn-nord", "year=2024")
FORMATS = ("text", "csv", "csv-da", "json", "html")

# The budget and the amounts of 2024, as DAS Social's agenda of 21 August 2023 prints them, but for
# Rebild's: the printed table rounds each by itself and misses the budget by 1 kr.
AMOUNTS = {"Silkeborg": 3443644, "Morsø": 573573, "Thisted": 1322226, "Brønderslev": 1224137,
           "Frederikshavn": 1579964, "Vesthimmerland": 1103062, "Læsø": 34323,
           "Rebild": 1152027 + 1, "Mariagerfjord": 1239095, "Jammerbugt": 1189657,
           "Aalborg": 6294349}
BUDGET = 19156058

REGISTER = """<register format="1" version="1">
  <source id="s" title="Prøve" publisher="Prøve" date="2023-08-21"/>
  <region code="1081" name="Region Nordjylland" valid="2007-01-01/.."/>
  <municipality code="810" name="Brønderslev" region="1081" valid="2007-01-01/.." source="s"/>
  <municipality code="840" name="Rebild" region="1081" valid="2007-01-01/.." source="s"/>
  <arrangement id="a" title-da="Ordning" title-en="Arrangement" budget="a/budget" weights="w"
               reference="previous-year-quarter-2" source="s" section="1">
    <payer municipality="810"/>
    <payer municipality="840"/>
  </arrangement>
  <series key="w" unit="persons" source="s" section="1" known="2023-08-21">
    <fact subject="810" valid="2023K2" value="1"/>
    <fact subject="840" valid="2023K2" value="3"/>
  </series>
  <series key="a/budget" unit="amount" source="s" section="1" known="2023-08-21" price-level="nominal">
    <fact valid="2024" value="1000"/>
  </series>
</register>
"""


def kkr(*words, **variables):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE")}
    done = subprocess.run([KKR, *words], capture_output=True, stdin=subprocess.DEVNULL,
                          env={**environment, "LC_ALL": "C", **variables})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Tags(html.parser.HTMLParser):
    """Fails on an element that is closed and was not opened; keeps all text."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.text = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("br", "hr", "meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data):
        self.text += data


class Case(unittest.TestCase):
    def good(self, *words, **variables):
        status, out, err = kkr(*words, **variables)
        self.assertEqual((status, err), (0, ""), words)
        self.assertTrue(out.endswith("\n"))
        return out

    def bad(self, expected, *words):
        """What the command says of a mistake; nothing of a result comes out."""
        status, out, err = kkr(*words)
        self.assertEqual((status, out), (expected, ""), err)
        self.assertTrue(err.startswith("kkr: "), err)
        return err

    def assert_html(self, text, *parts):
        tags = Tags(text)
        self.assertEqual(tags.open, [])
        for part in parts:
            self.assertIn(part, tags.text)
        return tags


class Whole(Case):
    def test_version(self):
        self.assertEqual(self.good("--version"), f"kkr {os.environ['KKR_VERSION']}\n")
        self.bad(2, "--version", "x")

    def test_help(self):
        overview = self.good("help")
        self.assertEqual(self.good("--help"), overview)
        self.assertEqual(self.good("-h"), overview)
        for verb in ("list", "describe", "run", "explain", "help"):
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
        self.assertIn("one of list, describe, run, explain, help expected",
                      self.bad(2, "regneark"))
        self.assertIn("no such option", self.bad(2, "--verbose"))

    def test_not_utf8(self):
        done = subprocess.run([KKR, "describe", b"m\xe5ned"], capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"UTF-8 expected", done.stderr)


class List(Case):
    def test_lines(self):
        lines = self.good("list").splitlines()
        self.assertEqual([line.split(None, 1) for line in lines],
                         [["objective-financing", "Objektiv finansiering"],
                          ["supervision-tariff", "Socialtilsynets takster"]])
        self.assertNotEqual(self.good("list", "--language", "en"), "\n".join(lines) + "\n")

    def test_formats(self):
        rows = list(csv.reader(io.StringIO(self.good("list", "--format", "csv"))))
        self.assertEqual(rows[0], ["calculator", "title"])
        self.assertEqual(rows[1], ["objective-financing", "Objektiv finansiering"])
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
                self.assertIn("register", [row["input"] for row in rows])
                for row in rows:
                    self.assertTrue(all(row[column] for column in
                                        ("label", "kind", "required", "description")), row)

    def test_text(self):
        text = self.good("describe", "objective-financing")
        self.assertTrue(text.startswith("Objektiv finansiering\n"))
        self.assertIn("largest-remainder | dhondt | sainte-lague", text)
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
        self.assertIn("one of objective-financing, supervision-tariff expected",
                      self.bad(2, "describe", "x"))


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
        self.assert_html(self.good("explain", *FINANCING, "amount", "Rebild", "--format", "html"),
                         "1.152.028")
        self.assert_html(self.good("explain", *FINANCING, "amount", "Rebild", "--format", "html",
                                   "--language", "en"), "1,152,028")

    def test_total_and_table(self):
        total = json.loads(self.good("explain", *FINANCING, "amount", "I alt", "--format=json"))
        self.assertEqual(total["value"], str(BUDGET * 100))
        change = json.loads(self.good("explain", *FINANCING, "change.change", "Rebild",
                                      "--format=json"))
        self.assertEqual(change["value"], str((1152028 - 1106250) * 100))

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


class Installed(unittest.TestCase):
    def test_page_names_what_there_is(self):
        page = pathlib.Path(os.environ["KKR_SOURCE"], "doc/kkr.1").read_text(encoding="utf-8")
        page = page.replace("\\-", "-")
        for word in ("list", "describe", "run", "explain", "help", "--version", "--format",
                     "--language", "--table", *FORMATS):
            self.assertIn(word, page)


if __name__ == "__main__":
    unittest.main()
