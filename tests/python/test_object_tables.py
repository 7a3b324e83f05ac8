# SPDX-License-Identifier: LGPL-2.1-or-later
"""The things of a register as tables, from the table of fields."""
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib


class ObjectTables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Kkr.Register.new_packaged()

    def column(self, key, name):
        return self.register.get_table(key)[name].get_strings()

    def test_places_for_persons_with_a_judgement(self):
        """DAS Social, 21 August 2023: table of offers and places by §§ 107 and 108."""
        table = self.register.get_table("pladser")
        rows = {(table["municipality"].dup_text(row), table["sector"].dup_text(row)):
                (table["offers"].get_int64(row), table["places"].get_int64(row))
                for row in range(len(table))}
        self.assertEqual(rows, {("Aalborg", "kommunal"): (4, 31),
                                ("Mariagerfjord", "regional"): (4, 92),
                                ("Hjørring", "privat"): (5, 60),
                                ("Jammerbugt", "privat"): (3, 16)})
        self.assertEqual(set(table["note"].get_strings()),
                         {"Kilden deler ikke pladserne mellem § 107 og § 108."})
        self.assertEqual(table["sector"].dup_text_in(table.find_row("dom-2023-851-municipal"), "en"),
                         "municipal")

    def test_children_name_what_they_belong_to(self):
        owners = list(zip(self.column("offers/ownerships", "offer"),
                          self.column("offers/ownerships", "operator"),
                          self.column("offers/ownerships", "valid")))
        self.assertIn(("holtegaarden", "Region Syddanmark", "til senest 31. december 2016"), owners)
        self.assertIn(("holtegaarden", "Vejen Kommune", "fra senest 1. januar 2017"), owners)

    def test_every_list_is_a_table(self):
        for name in ("municipalities", "regions", "councils", "socialtilsyn", "business_houses",
                     "arrangements", "operators", "offers", "pladser", "dom_types", "paragraphs",
                     "target_groups", "bodies", "agreements", "commitments", "announcements",
                     "surveys", "schedules", "parameters", "code_lists"):
            with self.subTest(name=name):
                things = getattr(self.register, "dup_" + name)()
                table = self.register.get_table(name.replace("_", "-"))
                self.assertEqual(len(table), len(things))
                self.assertTrue(len(things) > 0)
                self.assertEqual(set(table["confirmed"].get_strings()) - {"ja", "nej"}, set())

    def test_codes_are_numbers_and_ids_are_keys(self):
        table = self.register.get_table("municipalities")
        self.assertEqual(table["name"].dup_text(table.find_row("840")), "Rebild")
        self.assertEqual(table["code"].get_kind(), Kkr.ColumnKind.INT64)
        offers = self.register.get_table("offers")
        self.assertEqual(offers["name"].dup_text(offers.find_row("holtegaarden")), "Holtegården")

    def test_no_rows(self):
        for name in ("placements", "tariffs", "arrivals"):
            self.assertEqual(len(self.register.get_table(name)), 0)
        self.assertEqual(len(Kkr.Register().get_table("offers")), 0)

    def test_a_wrong_name(self):
        with self.assertRaises(GLib.Error) as caught:
            self.register.get_table("offer")
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA))


if __name__ == "__main__":
    unittest.main()
