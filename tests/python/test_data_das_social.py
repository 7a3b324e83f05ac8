# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an analyst asks of the papers of DAS Social, 21 August 2023, and the catalogues."""
import datetime
import re
import unittest
from fractions import Fraction

import tap
from gi.repository import GLib

Kkr = tap.kkr()

REG = Kkr.Register.new_packaged()
NORTH_JUTLAND = {"Hjørring", "Frederikshavn", "Brønderslev", "Jammerbugt", "Thisted", "Morsø",
                 "Læsø", "Aalborg", "Vesthimmerland", "Rebild", "Mariagerfjord"}


def number(key, day):
    """The number of a fact as the document prints it, exactly."""
    return Fraction(REG.lookup(key, day, None).get_printed())


def cells(table, column):
    """The numbers of a column of a printed table by row; a blank cell is no fact."""
    prefix = f"{table}/{column}/"
    return {fact.get_key()[len(prefix):]: Fraction(fact.get_printed())
            for fact in REG.dup_facts(prefix)}


def dom_pladser():
    return [plads for plads in REG.dup_pladser()
            if "intellectual-disability-dom" in
            [group.get_id() for group in plads.dup_target_groups()]]


def places(sector=None, paragraph=None):
    return sum(plads.props.places for plads in dom_pladser()
               if sector in (None, plads.props.sector)
               and (paragraph is None or paragraph in
                    [given.get_id() for given in plads.dup_paragraphs()]))


class Places(unittest.TestCase):
    def test_places_of_each_municipality_and_sector(self):
        self.assertEqual({(plads.props.municipality.get_name(), plads.props.sector,
                           plads.props.offers, plads.props.places)
                          for plads in dom_pladser()},
                         {("Hjørring", "private", 5, 60), ("Jammerbugt", "private", 3, 16),
                          ("Aalborg", "municipal", 4, 31), ("Mariagerfjord", "regional", 4, 92)})

    def test_places_of_a_municipality(self):
        for municipality, found in (("Aalborg", [31]), ("851", [31]), ("Hjørring", [60]),
                                    ("Thisted", [])):
            given = Kkr.Filter(municipality=municipality, paragraph="sel-108")
            self.assertEqual([plads.props.places for plads in REG.select("plads", given)], found)

    def test_the_source_does_not_split_the_sections(self):
        self.assertEqual([places(paragraph=name) for name in ("sel-107", "sel-108", "sel-110")],
                         [199, 199, 0])
        for plads in dom_pladser():
            self.assertEqual(plads.get_note_in("da"),
                             "Kilden deler ikke pladserne mellem § 107 og § 108.")

    def test_places_that_types_2_and_3_can_use(self):
        for kind in "23":
            barred = {rule.props.sector: rule.props.severity
                      for rule in REG.find_dom_type(kind).dup_rules() if rule.props.sector}
            self.assertEqual(barred, {"private": "practical"})
        self.assertEqual(places() - places("private"), 123)

    def test_printed_table_agrees_with_the_places(self):
        for sector in ("municipal", "regional", "private"):
            column = cells("dom-places-2023", sector + "-places")
            self.assertEqual(column.pop("total"), places(sector))
            self.assertEqual(sum(column.values()), places(sector))


class Judgements(unittest.TestCase):
    def test_what_a_type_obliges_to(self):
        kinds = {dom.get_id(): {rule.props.kind for rule in dom.dup_rules()}
                 for dom in REG.dup_dom_types()}
        self.assertEqual(sorted(kinds), ["1", "2", "3", "4", "5"])
        for kind in "23":
            self.assertIn("obligation", kinds[kind])
        for kind in "45":
            self.assertEqual(kinds[kind], {"possibility"})
        self.assertEqual([dom.props.measure for dom in REG.dup_dom_types()],
                         ["placement"] * 3 + ["supervision"] * 2)

    def test_nine_persons_with_type_2_or_3(self):
        counted = sum(number(f"dom-judgements/type-{kind}/{year}", f"{year}-07-01")
                      for kind in (2, 3) for year in (2020, 2021, 2022))
        self.assertEqual(counted, 9)
        self.assertEqual(number("dom-judgements-2-3", "2021-07-01"), 9)

    def test_occupancy_that_nobody_counted(self):
        with self.assertRaisesRegex(GLib.Error, "no value for .*: missing found"):
            REG.lookup("dom-offers/occupancy/hammer-bakker", "2023-08-21", None)
        fact, = REG.dup_history("dom-offers/occupancy/hammer-bakker")
        self.assertEqual(fact.get_status(), Kkr.CellStatus.MISSING)
        self.assertIsNone(fact.dup_value())
        self.assertEqual(number("dom-offers/occupancy/soedisbakke", "2023-08-21"),
                         Fraction("97.5"))


class Owners(unittest.TestCase):
    def test_who_owned_holtegaarden(self):
        offer = REG.find_offer("Holtegården")
        self.assertEqual(offer.props.operated_by.get_title_in("da"), "Vejen Kommune")
        before, since = [offer.get_ownership_on(day) for day in ("2016-12-31", "2017-01-01")]
        self.assertEqual(before.props.owner.get_title_in("da"), "Region Syddanmark")
        self.assertEqual(since.props.owner.get_title_in("da"), "Vejen Kommune")
        self.assertIn("senest 1. januar 2017", before.get_note_in("da"))
        self.assertEqual(since.dup_valid().get_start_precision(), Kkr.DatePrecision.AT_LATEST)
        self.assertEqual(since.get_source().get_publisher(), "Social- og Boligstyrelsen")

    def test_four_offers_changed_hands(self):
        self.assertEqual({offer.get_id(): offer.props.operated_by.get_id()
                          for offer in REG.dup_offers() if offer.dup_ownerships()},
                         {"holtegaarden": "vejen-kommune", "sydbo": "svendborg-kommune",
                          "teglgaardshuset": "middelfart-kommune",
                          "senhjerneskade-kolding": "kolding-kommune"})


class Geography(unittest.TestCase):
    def test_councils(self):
        councils = {council.get_id(): council.dup_members() for council in REG.dup_councils()}
        self.assertEqual({name: len(members) for name, members in councils.items()},
                         {"kkr-hovedstaden": 29, "kkr-sjaelland": 17, "kkr-syddanmark": 22,
                          "kkr-midtjylland": 19, "kkr-nordjylland": 11})
        north = REG.find_council("KKR Nordjylland").dup_municipalities_on("2023-08-21")
        self.assertEqual({municipality.get_name() for municipality in north}, NORTH_JUTLAND)

    def test_two_regions_become_one(self):
        east = REG.find_region("Region Østdanmark")
        self.assertEqual(east.get_valid_from(), "2027-01-01")
        for name in ("Region Hovedstaden", "Region Sjælland"):
            region = REG.find_region(name)
            self.assertEqual(region.props.successor.get_id(), east.get_id())
            self.assertTrue(region.is_valid_on("2026-12-31"))
            self.assertFalse(region.is_valid_on("2027-01-01"))
        for town, name in (("Hillerød", "Region Hovedstaden"), ("Sorø", "Region Sjælland")):
            municipality = REG.find_municipality(town)
            self.assertEqual([municipality.get_region_on(day).get_name()
                              for day in ("2026-12-31", "2027-01-01")],
                             [name, "Region Østdanmark"])
        self.assertEqual(REG.find_municipality("Odense").get_region_on("2027-01-01").get_name(),
                         "Region Syddanmark")

    def test_area_411_is_no_municipality(self):
        self.assertEqual(len(REG.dup_municipalities()), 98)
        self.assertNotIn("411", [m.get_id() for m in REG.dup_municipalities()])
        code, = REG.find_code_list("statistics-areas").dup_codes()
        self.assertEqual((code.get_id(), code.get_confirmed()), ("411", False))

    def test_cells_of_words_are_no_ids(self):
        """What is printed in a cell is read by an analyst, so it stands in words."""
        ids = {fact.get_text() for key in REG.dup_table_keys(None)
               for fact in REG.dup_facts(key + "/")
               if re.fullmatch(r"[a-z]+(-[a-z]+)+|oest", fact.get_text() or "")}
        self.assertEqual(ids, set())
        self.assertEqual(REG.lookup("regional-takeovers/state/holtegaarden-2017", "2017-01-01",
                                    None).get_text(), "overtaget senest 1. januar 2017")


class Money(unittest.TestCase):
    def test_objective_financing_misses_a_krone(self):
        for year, total, rows in ((2023, 18440030, 18440030), (2024, 19156058, 19156057)):
            column = cells("objective-financing-2024", f"amount-{year}")
            self.assertEqual(column.pop("total"), total)
            self.assertEqual(len(column), 11)
            self.assertNotIn("860", column)
            self.assertEqual(sum(column.values()), rows)

    def test_average_tariff_change(self):
        changes = cells("tariff-development", "change")
        self.assertEqual(len(changes), 11)
        for without, name in ((None, "all"), ("frederikshavn-kommune", "without-frederikshavn"),
                              ("thisted-kommune", "without-thisted")):
            kept = [change for key, change in changes.items() if key != without]
            self.assertEqual(round(sum(kept) / len(kept), 2),
                             number(f"tariff-development/average/{name}", "2022-01-01"))


class Plans(unittest.TestCase):
    def test_meetings_fall_on_the_printed_weekdays(self):
        schedule = REG.find_schedule("das-social-2024")
        days = [deadline.get_due() for deadline in schedule.dup_deadlines()]
        self.assertEqual([datetime.date.fromisoformat(day).isoweekday() for day in days],
                         [4, 1, 3, 4, 3, 5, 5, 4, 4, 4])

    def test_status_of_the_agreement(self):
        agreement = REG.find_agreement("Nordjysk Socialaftale 2023-2024")
        statuses = [commitment.props.status for commitment in REG.dup_commitments()
                    if commitment.props.agreement == agreement]
        self.assertEqual([statuses.count(s) for s in
                          ("in-progress", "not-started", "partly-in-progress")], [6, 2, 1])

    def test_how_far_the_wait_is_beyond_the_limit(self):
        weeks = number("waiting-time/child-psychiatry/developmental-disorders", "2023-08-21")
        limit = number("waiting-time/free-choice-limit", "2023-08-21")
        self.assertEqual(weeks * 7 - limit, 474)


class Expectations(unittest.TestCase):
    def test_north_jutland_against_the_country(self):
        def net(group, place):
            return (number(f"place-expectations-2022/{place}/{group}-rise", "2022-07-01")
                    - number(f"place-expectations-2022/{place}/{group}-fall", "2022-07-01"))
        self.assertEqual([(net(group, "nordjylland"), net(group, "national")) for group in
                          ("adults", "intellectual-disability", "brain-injury", "autism",
                           "social-psychiatry", "physical-disability")],
                         [(22, 59), (-33, -13), (0, 24), (100, 93), (64, 56), (-11, -1)])


if __name__ == "__main__":
    unittest.main()
