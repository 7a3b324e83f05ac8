# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr data: what the register has, found and shown as an analyst asks for it.

Figures are those of the documents: the agreement on the economy of 2024 (box 1), DAS Social's
agenda of 21 August 2023 (items 3 and 4) and the letter of Social- og Boligstyrelsen of July 2023.
"""
import csv
import io
import json
import os
import pathlib
import tempfile
import unittest

from tool import AMOUNTS, Case

OWN = """<register format="1" version="1">
  <source id="notat" title="Eget notat" publisher="Prøve" date="2024-02"/>
  <series key="price-wage" unit="percent" source="notat" section="Side 1" known="2024-02">
    <fact subject="service-expenditure" title-da="Pris- og lønudvikling, serviceudgifter"
          title-en="Price and wage development, service" valid="2024" value="4.7"
          qualifier="approximately"/>
  </series>
  <series key="own" source="notat" section="Side 2" unit="persons" valid="2024">
    <fact subject="waiting" title-da="Venter" title-en="Waiting" status="suppressed"/>
    <fact subject="placed" title-da="Anbragt" title-en="Placed" value="25" qualifier="more-than"
          note-da="Tallet er foreløbigt." note-en="The figure is provisional."/>
  </series>
</register>
"""


def fields(text):
    """The lines of a label and a value, by their labels."""
    pairs = [line.split("  ", 1) for line in text.splitlines() if "  " in line.strip()]
    told = {}
    for label, value in pairs:
        told.setdefault(label, value.strip())
    return told


class Contents(Case):
    def test_things_then_tables_then_figures(self):
        text = self.good("data")
        places = [text.index(word) for word in ("Ting\n", "\nTabeller\n",
                                                "\nEnkelte tal og oplysninger\n")]
        self.assertEqual(places, sorted(places))
        lines = [line.split() for line in text.splitlines()]
        self.assertIn(["municipalities", "Kommuner", "98"], lines)
        self.assertIn(["dom-types", "Domtyper", "5"], lines)
        self.assertIn(["councils/members", "Kommunekontaktråd:", "medlemmer", "98"], lines)
        # Under its document, with its rows; 98 municipalities and the total.
        after = text[text.index("KKR Hovedstaden: Skøn for kommunal medfinansiering 2019"):]
        self.assertEqual(after.splitlines()[1].split()[0], "kmf-2019")
        self.assertTrue(after.splitlines()[1].endswith("99 rækker"))
        self.assertIn(["price-wage/construction", "Pris-", "og", "lønudvikling,",
                       "anlægsudgifter", "pct."], lines)

    def test_english(self):
        text = self.good("data", "--language", "en")
        self.assertIn("Things\n", text)
        self.assertIn("99 rows", text)
        self.assertNotIn("rækker", text)

    def test_formats(self):
        rows = list(csv.DictReader(io.StringIO(self.good("data", "--format", "csv"))))
        self.assertEqual(list(rows[0]), ["kind", "key", "title", "number", "unit", "source"])
        of = {row["key"]: row for row in rows if row["kind"] != "ting"}
        self.assertEqual(of["kmf-2019"]["number"], "99")
        self.assertEqual(of["children-0-17"]["unit"], "personer")
        # 11 municipalities in two years.
        self.assertEqual(of["children-0-17"]["number"], "22")
        self.assertEqual(json.loads(self.good("data", "--format", "json"))["name"], "contents")
        self.assert_html(self.good("data", "--format", "html"), "kmf-2019")

    def test_every_key_that_is_listed_can_be_shown(self):
        rows = list(csv.DictReader(io.StringIO(self.good("data", "--format", "csv"))))
        titles = {row["key"]: row["title"] for row in rows if row["kind"] == "tabel"}
        self.assertTrue(len(titles) > 70)
        for key, title in titles.items():
            self.assertTrue(self.good("data", key).startswith(title + "\n"), key)
        for row in rows:
            if row["kind"] == "ting":
                self.assertIn("---", self.good("data", row["key"]))


class Facts(Case):
    def test_which_rate_applied_where_it_stands_and_since_when_known(self):
        text = self.good("data", "price-wage/service-expenditure")
        self.assertTrue(text.startswith("Pris- og lønudvikling, serviceudgifter"))
        told = fields(text)
        self.assertEqual(told["Værdi"], "4,2 pct.")
        self.assertEqual(told["Gælder"], "2024")
        self.assertEqual(told["Kendt"], "maj 2023")
        self.assertEqual(told["Kilde"], "Regeringen og KL: Aftale om kommunernes økonomi for 2024, "
                         "maj 2023")
        self.assertEqual(told["Afsnit"], "Boks 1, Pris- og lønudvikling")
        self.assertEqual(told["Bemærkning"], "Satsen for 2024 er væksten fra 2023 til 2024.")
        self.assertTrue(told["Læst fra"].startswith("price-wage-2024.xml:"))

    def test_all_that_begins_so(self):
        text = self.good("data", "price-wage")
        told = {line.split()[0]: line for line in text.splitlines() if line.strip()}
        for name, value in (("construction", "3,2 pct."), ("regional", "3,2 pct."),
                            ("service-expenditure", "4,2 pct."), ("total-expenditure", "3,9 pct.")):
            self.assertIn(value, told[name])

    def test_history(self):
        text = self.good("data", "children-0-17/840")
        self.assertEqual(fields(text)["Kommune"], "Rebild")
        self.assertIn("7.265 personer  2. kvartal 2022", text)
        self.assertIn("7.317 personer  2. kvartal 2023", text)
        one = self.good("data", "children-0-17/840", "--valid-on", "2023-05-05")
        self.assertEqual(fields(one)["Værdi"], "7.317 personer")
        self.assertIn("7.265 personer", one[one.index("Alle oplysninger under nøglen"):])

    def test_days(self):
        rows = list(csv.DictReader(io.StringIO(
            self.good("data", "children-0-17", "--valid-on", "2023-05-05", "--format", "csv"))))
        self.assertEqual(len(rows), len(AMOUNTS))
        self.assertEqual({row["municipality"] for row in rows}, set(AMOUNTS))
        # Known on 21 August 2023.
        self.assertIn("children-0-17/840", self.bad(
            1, "data", "children-0-17/840", "--known-on", "2023-08-20"))
        self.assertIn("known-on 2023-05-15 found, 2023-05-31 or later expected", self.bad(
            1, "data", "price-wage/service-expenditure", "--known-on", "2023-05-15"))
        self.assertIn("another day expected", self.bad(
            1, "data", "children-0-17", "--valid-on", "2023-05-05", "--known-on", "2023-08-20"))
        self.good("data", "children-0-17", "--valid-on", "2023-05-05", "--known-on", "2023-08-21")
        self.assertIn("one of 2024 expected", self.bad(
            1, "data", "price-wage/construction", "--valid-on", "2023-05-05"))
        self.assertIn("valid-on is no day", self.bad(
            1, "data", "price-wage", "--valid-on", "i morgen"))

    def test_formats(self):
        row = next(csv.DictReader(io.StringIO(
            self.good("data", "price-wage/service-expenditure", "--format", "csv"))))
        self.assertEqual((row["value"], row["number"], row["unit"]), ("4,2 pct.", "4.2", "pct."))
        self.assertEqual(json.loads(self.good("data", "price-wage", "--format", "json"))["name"],
                         "facts")
        self.assert_html(self.good("data", "price-wage", "--format", "html"), "4,2 pct.")
        english = fields(self.good("data", "price-wage/service-expenditure", "--language", "en"))
        self.assertEqual((english["Value"], english["Known"]), ("4.2%", "May 2023"))


class Things(Case):
    def test_who_owned_holtegaarden_before_2017(self):
        for key in ("offers/holtegaarden", "offers/Holtegården"):
            text = self.good("data", key)
            self.assertTrue(text.startswith("Holtegården\n"))
            owners = [line for line in text.splitlines() if "senest" in line]
            self.assertTrue(owners[0].startswith("Region Syddanmark"))
            self.assertIn("til senest 31. december 2016", owners[0])
            self.assertTrue(owners[1].startswith("Vejen Kommune"))
            self.assertIn("fra senest 1. januar 2017", owners[1])
            self.assertIn("Overtaget senest 1. januar 2017.", owners[0])
            self.assertTrue(fields(text)["Læst fra"].startswith("offers.xml:"))

    def test_which_region_answers_for_hilleroed(self):
        self.assertEqual(fields(self.good("data", "municipalities/Hillerød"))["Region"],
                         "Region Hovedstaden (1084); fra 1. januar 2027 Region Østdanmark "
                         "(region-oestdanmark)")
        english = self.good("data", "municipalities/219", "--language", "en")
        self.assertIn("from 1 January 2027 Region Østdanmark", english)
        self.assertEqual(fields(self.good("data", "municipalities/840"))["Region"],
                         "Region Nordjylland (1081)")

    def test_who_pays_to_socialtilsyn_nord(self):
        text = self.good("data", "arrangements/socialtilsyn-nord")
        payers = text[text.index("Betalende kommuner"):].splitlines()[4:]
        self.assertEqual({line.split(" (")[0] for line in payers}, set(AMOUNTS))
        self.assertEqual(fields(text)["Fordelingsnøgle"], "0-17-årige")

    def test_places_for_persons_with_a_judgement(self):
        text = self.good("data", "pladser")
        rows = {line.split()[1]: line for line in text.splitlines() if line.startswith("dom-2023")}
        for municipality, sector, places in (("Aalborg", "kommunal", "31"),
                                             ("Mariagerfjord", "regional", "92"),
                                             ("Hjørring", "privat", "60"),
                                             ("Jammerbugt", "privat", "16")):
            self.assertEqual(rows[municipality].split()[2], sector)
            self.assertIn(f" {places} ", rows[municipality])
            self.assertIn("deler ikke pladserne", rows[municipality])

    def test_table(self):
        text = self.good("data", "dom-places-2023")
        self.assertTrue(text.startswith("Tilbud og pladser til udviklingshæmmede med dom"))
        self.assertEqual(fields(text)["Kendt"], "21. august 2023")
        rows = list(csv.DictReader(io.StringIO(
            self.good("data", "dom-places-2023", "--format", "csv"))))
        self.assertEqual(len(rows), 11)

    def test_source(self):
        text = self.good("data", "sources/economy-agreement-2024")
        self.assertEqual(fields(text)["Udgiver"], "Regeringen og KL")
        self.assertIn("price-wage/service-expenditure", text)
        self.assertIn("economy-agreement-2024", self.good("data", "sources"))

    def test_words_for_kinds(self):
        """No English id stands where a Danish reader looks for the kind of something."""
        for key in ("offers", "bodies", "agreements", "surveys", "commitments",
                    "schedules/deadlines"):
            for row in csv.DictReader(io.StringIO(self.good("data", key, "--format", "csv"))):
                for column in ("kind", "status"):
                    self.assertNotIn("-", row.get(column, ""), row)
        self.assertEqual(fields(self.good("data", "bodies/das-social"))["Slags"], "styregruppe")

    def test_formats(self):
        rows = list(csv.DictReader(io.StringIO(
            self.good("data", "offers/holtegaarden", "--format", "csv"))))
        self.assertEqual([(row["number"], row["value"]) for row in rows
                          if row["part"] == "Ejerskaber" and row["field"] == "valid"],
                         [("1", "til senest 31. december 2016"), ("2", "fra senest 1. januar 2017")])
        self.assertIn("Ownerships", self.good("data", "offers/holtegaarden", "--language", "en"))


class Find(Case):
    def test_find(self):
        keys = [row["key"] for row in csv.DictReader(io.StringIO(
            self.good("data", "--find", "holtegården", "--format", "csv")))]
        self.assertEqual(keys, ["offers/holtegaarden"])
        text = self.good("data", "--find", "Socialtilsyn Nord")
        self.assertIn("arrangements/socialtilsyn-nord ", text)
        # A column of a table.
        self.assertIn("kmf-2019/sds-amount ", self.good("data", "--find", "sds-prognose"))

    def test_nothing(self):
        self.assertIn('"regneark" found', self.bad(1, "data", "--find", "regneark"))


class Registers(Case):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = os.path.join(self.folder.name, "own.xml")
        pathlib.Path(self.path).write_text(OWN, encoding="utf-8")

    def test_file_and_folder_on_top(self):
        for place in (self.path, self.folder.name):
            text = self.good("data", "price-wage/service-expenditure", "--register", place)
            values = [line for line in text.splitlines() if " pct." in line]
            self.assertTrue(values[0].startswith("Pris- og lønudvikling, serviceudgifter ekskl."))
            self.assertIn("4,2 pct.", values[0])
            self.assertIn("ca. 4,7 pct.", values[1])
            self.assertIn("februar 2024", values[1])
            early = self.good("data", "price-wage/service-expenditure", "--valid-on", "2024-06-01",
                              "--known-on", "2023-12-31", "--register", place)
            self.assertEqual(fields(early)["Værdi"], "4,2 pct.")
            late = self.good("data", "price-wage/service-expenditure", "--valid-on", "2024-06-01",
                             "--register", place)
            self.assertEqual(fields(late)["Værdi"], "ca. 4,7 pct.")

    def test_qualifiers_statuses_and_notes(self):
        text = self.good("data", "own", "--register", self.path)
        self.assertIn("mere end 25 personer", text)
        self.assertIn("diskretioneret", text)
        self.assertIn("Bemærkninger\n  placed: Tallet er foreløbigt.\n", text)

    def test_mistakes_in_a_file(self):
        pathlib.Path(self.path).write_text(OWN.replace('value="25"', 'value="meget"'),
                                           encoding="utf-8")
        self.assertIn("own.xml:10:", self.bad(1, "data", "--register", self.path))
        self.bad(1, "data", "--register", os.path.join(self.folder.name, "none.xml"))

    def test_what_is_no_register_file(self):
        for content, found in (
            (b"%PDF-1.4\n%\xe2\xe3\n", '"%PDF-1.4"'),
            (b'{"a": 1}', '"{"a": 1}"'),
            (b"Kode;Navn\r\n101;K\xf8benhavn\r\n", '"Kode;Navn"'),
        ):
            pathlib.Path(self.path).write_bytes(content)
            self.assertIn(f'own.xml:1:1: no XML file: {found} found at its beginning, "<" expected',
                          self.bad(1, "data", "--register", self.path))
        pathlib.Path(self.path).write_bytes(b'<register format="1" version="K\xf8"/>')
        self.assertIn("own.xml:1:32: not UTF-8: the byte F8 found, a file that was saved as UTF-8",
                      self.bad(1, "data", "--register", self.path))

    def test_a_folder_without_files(self):
        pathlib.Path(self.path).unlink()
        self.assertIn(f"{self.folder.name}: no register files in that folder",
                      self.bad(1, "data", "--register", self.folder.name))


class Mistakes(Case):
    def test_no_such_key(self):
        self.assertIn('"price-wag" found, perhaps "price-wage" expected',
                      self.bad(1, "data", "price-wag"))
        self.assertIn('"ofers" found, perhaps "offers" expected', self.bad(1, "data", "ofers"))
        self.assertIn("holtegaarden", self.bad(1, "data", "offers/holtegarden"))
        self.assertIn("--find", self.bad(1, "data", "helt andet"))
        for word in ("Holtegården", "holtegaarden"):
            self.assertIn('perhaps "offers/holtegaarden" expected', self.bad(1, "data", word))
        self.assertIn('perhaps "municipalities/840" expected', self.bad(1, "data", "Rebild"))

    def test_what_is_meant_by_a_title_or_a_name(self):
        for word, key in (("tilbud", "offers"), ("Kommuner", "municipalities"),
                          ("tilbud/holtegaarden", "offers/holtegaarden"),
                          ("children-0-17/Rebild", "children-0-17/840")):
            self.assertIn(f'"{word}" found, perhaps "{key}" expected', self.bad(1, "data", word))

    def test_usage(self):
        self.assertIn("one key expected", self.bad(2, "data", "a", "b"))
        self.assertIn("one of them expected", self.bad(2, "data", "a", "--find", "b"))
        self.assertIn("a key expected", self.bad(2, "data", "--valid-on", "2024-01-01"))
        self.assertIn("--valid-on has no days",
                      self.bad(2, "data", "offers", "--valid-on", "2024-01-01"))
        self.assertIn("no such option", self.bad(2, "data", "--table", "x"))


if __name__ == "__main__":
    unittest.main()
