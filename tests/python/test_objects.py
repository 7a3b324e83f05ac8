# SPDX-License-Identifier: LGPL-2.1-or-later
"""The typed objects of a register from Python: the questions of the source documents, and each
class by itself."""
import gc
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib, GObject  # noqa: E402

DATA = Kkr.Register.new_packaged()

# A thing of each class that has children, and one of each child.
FAMILIES = """<register format='1' version='1'>
<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>
<region code='1081' name='Region Nordjylland'/>
<municipality code='840' name='Rebild' region='1081'/>
<operator id='rebild' title-da='Rebild Kommune' sector='municipal' municipality='840'/>
<council id='kkr' title-da='KKR'><member municipality='840' role='observer'/></council>
<socialtilsyn id='nord' title-da='Nord' municipality='840'><member municipality='840'/></socialtilsyn>
<business-house id='hus' title-da='Hus'><member region='1081'/></business-house>
<arrangement id='joint' title-da='Ordning' title-en='Arrangement' budget='budget' weights='children'
  reference='same-year-january-1' source='memo' section='1'><payer municipality='840' exempt='yes'/>
</arrangement>
<dom-type id='2' title-da='Anbringelse' measure='placement'>
  <rule id='a' kind='obligation' severity='legal' title-da='Straks' title-en='At once'/></dom-type>
<offer id='bo' name='Bo'><ownership operator='rebild' valid='2020'/></offer>
<body id='das' title-da='DAS'><seat title-da='Direktører' members='11' voting='no'
  condition-da='Valgt' condition-en='Elected'/></body>
<announcement id='cu' title-da='Udmelding' issued='2022-09'><question id='q' title-da='Hvad?'/>
</announcement>
<survey id='s' title-da='Undersøgelse' population='11'><question id='q' title-da='Hvor?'/></survey>
<schedule id='plan' title-da='Plan' body='das'><deadline title-da='Frist' due='2023-08-21' time='09:00'/>
  <deadline title-da='Senere' due='2024'/></schedule>
<code-list id='list' title-da='Liste'><code id='x' title-da='Et' number='1.5'/>
  <code id='y' title-da='To' parent='x'/></code-list>
<series key='budget' unit='amount' source='memo' section='1'><fact valid='2024' value='1'/></series>
<series key='children' unit='persons' source='memo' section='1'>
  <fact subject='840' valid='2024' value='1'/></series>
</register>"""


def families():
    return Kkr.RegisterReader().read_bytes(GLib.Bytes.new(FAMILIES.encode()), "mine.xml", None)


class Questions(unittest.TestCase):
    """What the documents 004 and 002 and the meeting of November 2024 say."""

    def test_who_pays_to_socialtilsyn_nord(self):
        arrangement = DATA.find_arrangement("socialtilsyn-nord")
        self.assertEqual(
            {payer.get_name() for payer in arrangement.dup_municipalities_on("2024-06-01")},
            {"Silkeborg", "Morsø", "Thisted", "Brønderslev", "Frederikshavn", "Vesthimmerland",
             "Læsø", "Rebild", "Mariagerfjord", "Jammerbugt", "Aalborg"})
        self.assertEqual(arrangement.get_weights_title_in("da"), "0-17-årige")
        found = DATA.select("arrangements", Kkr.Filter(municipality="Rebild"))
        self.assertEqual([each.get_id() for each in found], ["socialtilsyn-nord"])

    def test_places_for_dom_in_north_jutland(self):
        pladser = DATA.select("pladser", Kkr.Filter(region="Nordjylland", paragraph="sel-107",
                                                    target_group="intellectual-disability-dom"))
        self.assertEqual(
            {(each.get_municipality().get_name(), each.get_sector(), each.get_offers(),
              each.get_places()) for each in pladser},
            {("Hjørring", "private", 5, 60), ("Jammerbugt", "private", 3, 16),
             ("Aalborg", "municipal", 4, 31), ("Mariagerfjord", "regional", 4, 92)})
        for each in pladser:
            self.assertEqual([one.get_id() for one in each.dup_paragraphs()],
                             ["sel-107", "sel-108"])
            self.assertIn("§ 107", each.get_note_in("da"))

    def test_holtegaarden(self):
        offer = DATA.find_offer("Holtegården")
        before, after = (offer.get_ownership_on(day) for day in ("2016-06-01", "2018-01-01"))
        self.assertEqual(before.get_owner().get_title_in("da"), "Region Syddanmark")
        self.assertEqual(after.get_owner().get_title_in("da"), "Vejen Kommune")
        self.assertEqual(after.dup_valid().get_start_precision(), Kkr.DatePrecision.AT_LATEST)
        self.assertIn("senest 1. januar 2017", before.get_note_in("da"))

    def test_hilleroed(self):
        hilleroed = DATA.find_municipality("Hillerød")
        self.assertEqual(hilleroed.get_region_on("2026-12-31").get_name(), "Region Hovedstaden")
        self.assertEqual(hilleroed.get_region_on("2027-01-01").get_name(), "Region Østdanmark")

    def test_every_municipality_has_a_region_every_day(self):
        for day in ("2007-01-01", "2026-12-31", "2027-01-01"):
            regions = {each.get_region_on(day).get_name() for each in DATA.dup_municipalities()}
            self.assertEqual(len(regions), 5 if day < "2027" else 4)

    def test_region_before_regions(self):
        self.assertIsNone(DATA.find_municipality("Hillerød").get_region_on("2006-12-31"))
        hovedstaden = DATA.find_region("Hovedstaden")
        self.assertIs(hovedstaden.is_valid_on("2026-12-31"), True)
        self.assertIs(hovedstaden.is_valid_on("2027-01-01"), False)

    def test_what_is_no_day_is_an_error(self):
        aalborg = DATA.find_municipality("Aalborg")
        calls = [
            aalborg.is_valid_on, aalborg.get_region_on,
            DATA.find_offer("holtegaarden").get_ownership_on,
            DATA.find_arrangement("socialtilsyn-nord").dup_municipalities_on,
            DATA.find_council("kkr-nordjylland").dup_municipalities_on,
            DATA.dup_socialtilsyn()[0].dup_municipalities_on,
            DATA.dup_business_houses()[0].dup_municipalities_on]
        for call in calls:
            for day in ("2027", "2027-02-31", "2027-13-01", "0000-01-01", "i dag", ""):
                with self.subTest(call=call, day=day), self.assertRaises(GLib.Error) as caught:
                    call(day)
                self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                         Kkr.CalcError.OUT_OF_RANGE))
                self.assertEqual(caught.exception.message, f'a day that cannot be read: "{day}" '
                                 "found, a day such as 2023-08-21 expected")

    def test_dom_types(self):
        self.assertEqual([each.get_id() for each in DATA.dup_dom_types()], list("12345"))
        second = DATA.find_dom_type("2")
        duties = second.dup_rules_of_kind("obligation")
        self.assertEqual([one.get_id() for rule in duties for one in rule.dup_paragraphs()],
                         ["sel-108"])
        self.assertEqual([rule.get_severity() for rule in duties], ["legal"])


class Classes(unittest.TestCase):
    def test_lists_and_arrays_are_the_same(self):
        lists = [prop.name for prop in Kkr.Register.list_properties()
                 if prop.value_type == Gio.ListModel.__gtype__]
        self.assertEqual(len(lists), 21)
        for name in lists:
            with self.subTest(name=name):
                method = name.replace("-", "_")
                listed = getattr(DATA, "get_" + method)()
                self.assertEqual(list(listed), getattr(DATA, "dup_" + method)())
                self.assertEqual(DATA.get_property(name), listed)
                self.assertEqual(len(list(listed)), listed.get_n_items())

    def test_every_thing_says_where_it_stands(self):
        for prop in Kkr.Register.list_properties():
            if prop.value_type == Gio.ListModel.__gtype__ and prop.name != "sources":
                for thing in DATA.get_property(prop.name):
                    self.assertTrue(thing.get_uri().endswith(".xml"), thing)
                    self.assertGreater(thing.get_line(), 0)
                    self.assertEqual(str(thing), thing.to_string_in("da"))
                    self.assertTrue(thing.get_title(), thing.get_id()) \
                        if prop.name != "pladser" else self.assertTrue(str(thing))

    def test_getters_are_properties(self):
        for prop in Kkr.Register.list_properties():
            if prop.value_type != Gio.ListModel.__gtype__ or prop.name == "sources":
                continue
            for thing in list(DATA.get_property(prop.name))[:5]:
                for spec in thing.list_properties():
                    getter = getattr(thing, "get_" + spec.name.replace("-", "_"), None)
                    if getter is not None:
                        self.assertEqual(getter(), thing.get_property(spec.name), spec.name)

    def test_children(self):
        reg = families()
        observer = reg.find_council("kkr").dup_members()[0]
        self.assertEqual(observer.get_role(), "observer")
        self.assertEqual(reg.find_council("kkr").dup_municipalities_on("2024-01-01"), [])
        house = reg.find_business_house("hus").dup_members()[0]
        self.assertEqual(house.get_region().get_code(), "1081")
        payer = reg.find_arrangement("joint").dup_payers()[0]
        self.assertTrue(payer.get_exempt())
        self.assertEqual(reg.find_arrangement("joint").dup_municipalities_on(None), [])
        seat = reg.find_body("das").dup_seats()[0]
        self.assertEqual((seat.get_members(), seat.get_voting(), seat.get_condition_in("en")),
                         (11, False, "Elected"))
        self.assertEqual([each.get_due() for each in reg.find_schedule("plan").dup_deadlines()],
                         ["2023-08-21", "2024"])
        codes = reg.find_code_list("list").dup_codes()
        self.assertEqual([(each.get_parent_id(), each.get_number()) for each in codes],
                         [(None, "1.5"), ("x", None)])
        self.assertEqual(reg.find_announcement("cu").get_issued(), "2022-09")
        # The same class in two places.
        self.assertEqual(type(reg.find_announcement("cu").dup_questions()[0]),
                         type(reg.find_survey("s").dup_questions()[0]))

    def test_children_outlive_parents(self):
        def alone(take):
            child = take()
            gc.collect()
            return child
        self.assertEqual(alone(lambda: families().find_body("das").dup_seats()[0]).get_title(),
                         "Direktører")
        deadlines = alone(lambda: families().find_schedule("plan").get_deadlines())
        self.assertEqual([each.get_title() for each in deadlines], ["Frist", "Senere"])
        owner = alone(lambda: families().find_offer("bo").get_ownership_on("2020-01-01").get_owner())
        self.assertEqual(owner.get_municipality().get_region().get_name(), "Region Nordjylland")
        self.assertEqual(alone(lambda: families().find_schedule("plan").get_body()).get_id(), "das")
        source = alone(lambda: families().find_arrangement("joint").get_source())
        self.assertEqual(source.get_title(), "Notat")

    def test_every_class_is_made_with_no_arguments(self):
        for cls in Kkr.Entity.__gtype__.children:
            thing = GObject.new(cls)
            self.assertEqual((str(thing), thing.get_id(), thing.is_valid_on("2024-01-01")),
                             ("", None, True))

    def test_what_is_meant(self):
        """A list by its Danish name, a region without a letter, a key with a name for the code."""
        for near, function, *arguments in (
                ("offers", DATA.select, "Tilbud", None),
                ("municipalities", DATA.find_thing, "kommuner/840"),
                ("Nordjylland", DATA.find_region, "Nordjyland"),
                ("Nordjylland", DATA.find_region, "region Nordjyland"),
                ("children-0-17/840", DATA.lookup, "children-0-17/Rebild", "2023-05-01", None),
                ("children-0-17/840", DATA.get_facts_table, "children-0-17/rebild kommune", None,
                 None)):
            with self.assertRaises(GLib.Error) as caught:
                function(*arguments)
            self.assertTrue(caught.exception.message.endswith(f"; near it: {near}"),
                            caught.exception.message)

    def test_filters(self):
        filter = Kkr.Filter(sector="regional")
        self.assertEqual(filter.props.sector, "regional")
        filter.props.sector = None
        self.assertEqual(len(DATA.select("operators", filter)),
                         len(DATA.dup_operators()))
        with self.assertRaises(GLib.Error) as caught:
            DATA.select("municipalities", Kkr.Filter(dom_type="2"))
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.UNSUPPORTED))
