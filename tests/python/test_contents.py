# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a register has, as tables: its contents, its facts in words, a thing field by field."""
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib

XML = b"""<register format="1" version="1">
  <source id="memo" title="Notat" publisher="Udvalg" date="2023-05"/>
  <region code="1081" name="Region Nordjylland"/>
  <municipality code="840" name="Rebild" region="1081"/>
  <series key="persons" subjects="municipality" unit="persons" source="memo" section="1" title-da="Personer"
          title-en="Persons" known="2023-05">
    <fact subject="840" valid="2022" value="10"/>
    <fact subject="840" valid="2023" value="11"/>
    <fact subject="840" valid="2023" value="12" known="2023-08-21"/>
  </series>
  <series key="frame" unit="amount" source="memo" section="2" known="2023-05/2023-08-20">
    <fact subject="old" title-da="Gammel ramme" title-en="Old frame" valid="2023" value="1.5"
          scale="1000000" price-level="2024"/>
    <fact subject="new" title-da="Ny ramme" title-en="New frame" valid="2023" status="missing"
          note-da="Aftales senere." note-en="To be agreed."/>
  </series>
  <table key="cells" title-da="Celler" title-en="Cells" valid="2023" source="memo" section="3"
         unit="persons">
    <column name="n" title-da="Antal" title-en="Number"/>
    <row subject="a" values="1"/>
    <row subject="b" values=".."/>
  </table>
</register>"""


def rows(table, *names, language="da"):
    return [tuple(table[name].dup_text_in(row, language) for name in names)
            for row in range(len(table))]


class Contents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Kkr.RegisterReader.new().read_bytes(GLib.Bytes.new(XML), "memo.xml", None)

    def test_contents(self):
        self.assertEqual(rows(self.register.get_contents(), "kind", "key", "title", "number",
                              "unit", "source"), [
            ("ting", "municipalities", "Kommuner", "1", "", ""),
            ("ting", "regions", "Regioner", "1", "", ""),
            ("ting", "sources", "Kilder", "1", "", ""),
            ("tabel", "cells", "Celler", "2", "personer", "Udvalg: Notat, maj 2023"),
            ("serie", "frame/new", "Ny ramme", "1", "kr.", "Udvalg: Notat, maj 2023"),
            ("serie", "frame/old", "Gammel ramme", "1", "kr.", "Udvalg: Notat, maj 2023"),
            ("serie", "persons", "Personer", "3", "personer", "Udvalg: Notat, maj 2023")])
        self.assertEqual(rows(self.register.get_contents(), "title", language="en")[4:],
                         [("New frame",), ("Old frame",), ("Persons",)])

    def test_facts_as_they_became_known(self):
        table = self.register.get_facts_table("persons", None, None)
        self.assertEqual(rows(table, "municipality", "value", "valid", "known"), [
            ("Rebild", "10 personer", "2022", "maj 2023"),
            ("Rebild", "11 personer", "2023", "maj 2023"),
            ("Rebild", "12 personer", "2023", "21. august 2023")])
        self.assertEqual(rows(table, "read-from")[0], ("memo.xml:7",))
        self.assertEqual([table["number"].dup_exact(row) for row in range(3)], ["10", "11", "12"])

    def test_facts_of_two_days(self):
        def values(*days):
            return [value for value, in rows(self.register.get_facts_table("persons", *days),
                                             "value")]
        self.assertEqual(values("2023-01-01", None), ["12 personer"])
        self.assertEqual(values("2023-01-01", "2023-08-20"), ["11 personer"])
        self.assertEqual(values("2023-01-01", "2023-05-30"), [])
        self.assertEqual(values(None, "2023-08-20"), ["10 personer", "11 personer"])

    def test_words(self):
        table = self.register.get_facts_table("frame", "2023-06-01", "2023-06-01")
        self.assertEqual(rows(table, "key", "value", "price-level", "known", "note"), [
            ("frame/new", "ikke oplyst", "løbende priser", "maj 2023 – 20. august 2023",
             "Aftales senere."),
            ("frame/old", "1,5 mio. kr.", "2024-priser", "maj 2023 – 20. august 2023", "")])
        self.assertEqual(rows(table, "value", "price-level", language="en"),
                         [("not stated", "current prices"), ("DKK 1.5 million", "2024 prices")])
        self.assertEqual(table["number"].get_cell_status(0), Kkr.CellStatus.MISSING)
        # In kroner.
        self.assertEqual(table["number"].dup_exact(1), "1500000")
        # Withdrawn on 21 August.
        self.assertEqual(len(self.register.get_facts_table("frame", "2023-06-01", "2023-08-21")), 0)

    def test_a_prefix_ends_at_a_slash(self):
        self.assertEqual(len(self.register.get_facts_table(None, None, None)), 7)
        self.assertEqual(len(self.register.get_facts_table("cells", None, None)), 2)
        for prefix, near in (("person", "persons"), ("frames", "frame")):
            with self.assertRaisesRegex(GLib.Error, f"near it: {near}") as caught:
                self.register.get_facts_table(prefix, None, None)
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                     Kkr.CalcError.NO_DATA))

    def test_assumed(self):
        overlay = Kkr.Overlay.new(self.register)
        overlay.change("persons/840", "2022", "99")
        overlay.add("extra", Kkr.Unit.PERSONS, "2024", "5")
        changed = overlay.apply()
        table = changed.get_facts_table("persons", "2022-01-01", None)
        self.assertEqual(rows(table, "municipality", "value", "confirmed"),
                         [("Rebild", "99 personer", "antaget")])
        self.assertIn(("serie", "extra", "1"),
                      rows(changed.get_contents(), "kind", "key", "number"))

    def test_thing(self):
        thing = self.register.find_thing("municipalities/Rebild")
        self.assertEqual(rows(thing.to_table(), "field", "title", "value"), [
            ("code", "Kode", "840"), ("name", "Navn", "Rebild"),
            ("region", "Region", "Region Nordjylland (1081)"),
            ("read-from", "Læst fra", "memo.xml:4")])
        self.assertEqual(self.register.find_thing("regions/81").get_name(), "Region Nordjylland")
        for key in ("municipalities/Rebil", "municipalities", "towns/840", ""):
            with self.assertRaises(GLib.Error) as caught:
                self.register.find_thing(key)
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                     Kkr.CalcError.NO_DATA), key)

    def test_sources(self):
        self.assertEqual(rows(self.register.get_table("sources"), "id", "title", "publisher",
                              "date"), [("memo", "Notat", "Udvalg", "maj 2023")])

    def test_nothing(self):
        empty = Kkr.Register()
        self.assertEqual(len(empty.get_contents()), 0)
        self.assertEqual(len(empty.get_facts_table(None, None, None)), 0)
        self.assertEqual(len(empty.get_table("sources")), 0)
        self.assertEqual(len(Kkr.Offer().to_table()), 0)


if __name__ == "__main__":
    unittest.main()
