# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who may and can live where: each rule and each reason both ways, worked by hand."""
import itertools
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
Code = Kkr.CalcError
Effect = Kkr.RuleEffect
DAY = "2024-03-01"
GOOD = {"offer": "Elm", "sector": "municipal", "municipality": "Aalborg", "paragraphs": "108",
        "approved": "yes", "secured": "no", "places": "1"}


def sheet(*rows):
    """CSV of dictionaries."""
    names = list(dict.fromkeys(itertools.chain.from_iterable(rows)))
    return "\n".join([";".join(names), *(";".join(f'"{row.get(name, "")}"' for name in names)
                                        for row in rows), ""])


def matching(persons, offers=(GOOD,), register=REGISTER, day=DAY, **inputs):
    tables = {"persons": persons, "offers": offers}
    for name in ("places", "placements", "distances", "conflicts"):
        if name in inputs:
            tables[name] = inputs.pop(name)
    calc = Kkr.PlacementMatching(register=register, day=day)
    for name, value in inputs.items():
        calc.set_from_string(name.replace("_", "-"), value)
    for name, given in tables.items():
        calc.set_from_string(name, given if isinstance(given, str) else sheet(*given))
    return calc


def rows(result, table, *columns):
    table = result.get_table_named(table)
    return list(zip(*(table[column].get_strings() for column in columns)))


def pair(person, offer, **inputs):
    """may, can, reasons and conditions of one person and one offer."""
    calc = matching(({"person": "A", **person},), ({**GOOD, **offer},), **inputs)
    (found,) = rows(calc.run(None), "pairs", "may", "can", "reasons", "conditions")
    return found


def of_type(dom_type, **offer):
    return pair({"dom-type": dom_type}, offer)


class Rules(unittest.TestCase):
    """The rules of the report on supply and demand (DAS Social, August 2023)."""

    def test_good_for_two_and_three(self):
        for dom_type in "23":
            self.assertEqual(of_type(dom_type), ("yes", "yes", "", ""))

    def test_paragraph(self):
        """§ 108 at once: other paragraphs refuse types 2 and 3, and nobody else."""
        for dom_type, may in (("2", "no"), ("3", "no"), ("4", "yes"), ("5", "yes"), ("", "yes")):
            with self.subTest(dom_type):
                found = of_type(dom_type, paragraphs="107", **{"long-term": "yes"})
                self.assertEqual(found[0], may)
                self.assertEqual(found[2], "ikke § 108" if may == "no" else "")

    def test_paragraph_of_several(self):
        """Where §§ 107 and 108 are not told apart, it cannot be told; apart from them it can."""
        for text in ("107; 108".replace(";", ","), "§ 107/§ 108", "sel-107 + SEL § 108"):
            self.assertEqual(of_type("2", paragraphs=text),
                             ("yes", "yes", "", "paragraf ikke oplyst; varighed ikke oplyst"))
        self.assertEqual(of_type("2", paragraphs="Servicelovens § 108"), ("yes", "yes", "", ""))

    def test_long_term(self):
        """By what is stated, else by the paragraph."""
        self.assertEqual(of_type("3", **{"long-term": "no"})[:3],
                         ("no", "yes", "ikke længerevarende"))
        self.assertEqual(of_type("3", paragraphs="107")[2], "ikke § 108; ikke længerevarende")
        self.assertEqual(of_type("5", paragraphs="107", **{"long-term": "no"})[0], "yes")

    def test_approved(self):
        for approved, may in (("yes", "yes"), ("no", "no"), ("prose", "no"), ("", "yes")):
            with self.subTest(approved):
                found = of_type("2", approved=approved)
                self.assertEqual(found[0], may)
                self.assertEqual(found[2], "" if may == "yes" else "ikke godkendt på "
                                 "Tilbudsportalen")
                self.assertEqual(found[3], "" if approved else "godkendelse ikke oplyst")
                self.assertEqual(of_type("4", approved=approved)[0], "yes")

    def test_private_is_practice(self):
        """"Det er ikke praktisk muligt at benytte private tilbud": no law says so."""
        for dom_type in "23":
            self.assertEqual(of_type(dom_type, sector="private"),
                             ("not-in-practice", "yes", "privat driftsherre", ""))
            for sector in ("municipal", "regional", "state"):
                self.assertEqual(of_type(dom_type, sector=sector)[0], "yes")
        for dom_type in ("1", "4", "5", ""):
            self.assertNotIn("privat", of_type(dom_type, sector="private")[2])

    def test_secured(self):
        self.assertEqual(of_type("1"), ("no", "yes", "ikke sikret", ""))
        self.assertEqual(of_type("1", secured="yes"), ("yes", "yes", "", ""))
        self.assertEqual(of_type("1", secured=""), ("no", "yes", "ikke oplyst, om det er sikret", ""))
        self.assertEqual(pair({"dom-type": "1"}, {"secured": ""}, unstated="warns"),
                         ("yes", "yes", "", "ikke oplyst, om det er sikret"))
        self.assertEqual(of_type("1", secured="yes", sector="independent")[0], "yes")

    def test_voluntary(self):
        for dom_type in "45":
            self.assertEqual(of_type(dom_type), ("yes", "yes", "", "frivilligt for borgeren"))
        self.assertEqual(of_type(""), ("yes", "yes", "", ""))

    def test_every_reason_is_told(self):
        found = of_type("2", sector="private", paragraphs="107", approved="no", places="0",
                        **{"dom-types": "3"})
        self.assertEqual(found[:2], ("no", "no"))
        self.assertEqual(found[2].split("; "),
                         ["ingen plads i drift", "tager ikke domstypen", "ikke § 108",
                          "ikke længerevarende", "ikke godkendt på Tilbudsportalen",
                          "privat driftsherre"])

    def test_in_english(self):
        calc = matching(({"person": "A", "dom-type": "2"},), ({**GOOD, "sector": "private"},))
        self.assertIn("private operator", calc.run(None).to_string_in("en"))
        self.assertNotIn("privat driftsherre", calc.run(None).to_string_in("en"))


class Readings(unittest.TestCase):
    """What the sources leave open is an input, and the notes name what was chosen."""

    def notes(self, calc):
        return [note.get_danish() for note in calc.run(None).dup_notes()]

    def test_private(self):
        person, offer = {"dom-type": "2"}, {"sector": "private"}
        self.assertEqual(pair(person, offer, private_offers="warns"),
                         ("yes", "yes", "", "privat driftsherre"))
        for effect, word in (("refuses", "afvises,"), ("warns", "afvises ikke")):
            calc = matching(({"person": "A"},), private_offers=effect)
            self.assertTrue(any(word in note for note in self.notes(calc)))

    def test_approval(self):
        offer = {"approved": "no", "long-term": "no"}
        both = "ikke længerevarende; ikke godkendt på Tilbudsportalen"
        for scope, dom_type, reasons, conditions in (
                ("rules", "3", both, ""), ("rules", "4", "", "frivilligt for borgeren"),
                ("all-types", "3", both, ""), ("all-types", "4", both, "frivilligt for borgeren"),
                ("all-types", "5", both, "frivilligt for borgeren"), ("all-types", "", "", ""),
                ("not-required", "3", "", both)):
            with self.subTest(scope, dom_type=dom_type):
                self.assertEqual(pair({"dom-type": dom_type}, offer, approval=scope)[2:],
                                 (reasons, conditions))

    def test_prose(self):
        offer = {"approved": "prose"}
        self.assertEqual(pair({"dom-type": "2"}, offer, prose_approval="warns"),
                         ("yes", "yes", "", "ikke godkendt på Tilbudsportalen"))
        self.assertEqual(pair({"dom-type": "2"}, {"approved": "no"}, prose_approval="warns")[0],
                         "no")
        calc = matching(({"person": "A"},), ({**GOOD, **offer},))
        self.assertTrue(any("kun i teksten" in note for note in self.notes(calc)))

    def test_unstated(self):
        offer = {name: "" for name in ("sector", "paragraphs", "approved", "secured")}
        self.assertEqual(pair({"dom-type": "2"}, offer),
                         ("yes", "yes", "", "paragraf ikke oplyst; varighed ikke oplyst; "
                          "godkendelse ikke oplyst; sektor ikke oplyst"))
        self.assertEqual(pair({"dom-type": "2"}, offer, unstated="refuses"),
                         ("no", "yes", "paragraf ikke oplyst; varighed ikke oplyst; "
                          "godkendelse ikke oplyst; sektor ikke oplyst", ""))
        self.assertEqual(pair({"dom-type": "2"}, {"sector": ""}, unstated="refuses")[0],
                         "not-in-practice")

    def test_escalated(self):
        """Type 2 to secured and type 4 to placement, by the rules of 1 and 3 or by their own."""
        secured = {"dom-type": "2", "decision": "secured"}
        placed = {"dom-type": "4", "decision": "placement"}
        self.assertEqual(pair(secured, {})[2], "ikke sikret")
        self.assertEqual(pair(secured, {"secured": "yes", "paragraphs": "107"})[2], "")
        self.assertEqual(pair(secured, {"secured": "yes", "paragraphs": "107"},
                              escalated="own")[2], "ikke § 108; ikke længerevarende")
        self.assertEqual(pair(secured, {}, escalated="own")[2], "ikke sikret")
        # The rules of 1 are fewer: what those of 2 say does not refuse, and is not hidden.
        self.assertEqual(pair(secured, {"secured": "yes", "paragraphs": "107", "approved": "no",
                                        "sector": "private"}),
                         ("yes", "yes", "", "ikke § 108; ikke længerevarende; ikke godkendt på "
                          "Tilbudsportalen; privat driftsherre"))
        self.assertEqual(pair(placed, {"paragraphs": "107"})[2:],
                         ("ikke § 108; ikke længerevarende", ""))
        self.assertEqual(pair(placed, {"paragraphs": "107"}, escalated="own"),
                         ("yes", "yes", "", ""))
        calc = matching(({"person": "A", **placed},))
        self.assertTrue(any("skærper" in note for note in self.notes(calc)))

    def test_secured_places(self):
        """Who has neither a judgement nor a decision to a secured unit: no source says."""
        name = "sikret plads uden dom til det"
        for dom_type in ("2", "3", "4", "5", ""):
            told = "frivilligt for borgeren; " if dom_type in ("4", "5") else ""
            with self.subTest(dom_type):
                found = of_type(dom_type, secured="yes")
                self.assertEqual(found[:3], ("not-in-practice", "yes", name))
                found = pair({"dom-type": dom_type}, {"secured": "yes"}, secured_places="warns")
                self.assertEqual(found[:3], ("yes", "yes", ""))
                self.assertEqual(set(found[3].split("; ")), set((told + name).split("; ")))
                for secured in ("no", ""):
                    self.assertNotIn(name, "".join(of_type(dom_type, secured=secured)))
        decided = {"dom-type": "2", "decision": "secured"}
        for escalated in ("stricter", "own"):
            self.assertEqual(pair(decided, {"secured": "yes"}, escalated=escalated)[:3],
                             ("yes", "yes", ""))
        self.assertEqual(pair({"dom-type": "4", "decision": "placement"},
                              {"secured": "yes"})[:3], ("not-in-practice", "yes", name))

    def test_secured_place_is_kept(self):
        """Type 3 has waited longer, but the only secured place is for type 1."""
        both = ({"person": "A", "dom-type": "3", "judged": "2023-01-01"},
                {"person": "B", "dom-type": "1", "judged": "2024-02-01"})
        secured = ({**GOOD, "secured": "yes"},)
        for effect, offers, word in (("refuses", [".", "Elm"], "titler"),
                                     ("warns", ["Elm", "."], "afvises ikke for dem")):
            calc = matching(both, secured, secured_places=effect)
            self.assertEqual(calc.run(None).get_table()["offer"].get_strings(), offers)
            self.assertTrue(any("Sikrede pladser" in note and word in note
                                for note in self.notes(calc)))
        self.assertFalse(any("Sikrede pladser" in note for note in self.notes(matching(both))))

    def test_independent(self):
        """The report names private offers only."""
        name = "selvejende driftsherre"
        for dom_type in "23":
            person, offer = {"dom-type": dom_type}, {"sector": "independent"}
            self.assertEqual(pair(person, offer), ("not-in-practice", "yes", name, ""))
            self.assertEqual(pair(person, offer, private_offers="warns"), ("yes", "yes", "", name))
            self.assertEqual(pair(person, offer, independent_as_public="yes"),
                             ("yes", "yes", "", ""))
        for dom_type in ("1", "4", "5", ""):
            self.assertNotIn(name, "".join(of_type(dom_type, sector="independent")))
        for chosen, word in (("yes", "regnes som offentlige"), ("no", "regnes som private")):
            calc = matching(({"person": "A", "dom-type": "2"},), ({**GOOD, **offer},),
                            independent_as_public=chosen)
            self.assertTrue(any("Selvejende tilbud " + word in note for note in self.notes(calc)))

    def test_unexpected_readings(self):
        """Placements are told of whether or not the readings refuse those who wait."""
        for effect in ("refuses", "warns"):
            calc = matching(({"person": "A", "dom-type": "2"},),
                            ({**GOOD, "secured": "yes", "sector": "independent", "places": "4"},),
                            placements=({"person": "X", "offer": "Elm", "dom-type": "3"},
                                        {"person": "Y", "offer": "Elm", "dom-type": "1"},
                                        {"person": "Z", "offer": "Elm", "dom-type": "2",
                                         "decision": "secured"}),
                            secured_places=effect, private_offers=effect)
            result = calc.run(None)
            self.assertEqual(rows(result, "unexpected", "person", "kind", "finding"),
                             [("X", "practical", "sikret plads uden dom til det"),
                              ("X", "practical", "selvejende driftsherre")])
            text = result.get_table_named("unexpected")["text"].get_strings()[0]
            self.assertTrue(text.startswith("Sikret plads uden dom til det ("), text)
            self.assertTrue(text.endswith("afsnit Proces, metode og målgruppe); læsning, ikke "
                                          "bekræftet"), text)

    def test_no_rule_of_duty_for_type_1(self):
        one = ({"person": "A", "dom-type": "1"},)
        self.assertTrue(any("domstype 1 siger reglerne ikke" in note
                            for note in self.notes(matching(one))))
        self.assertFalse(any("domstype 1 siger reglerne ikke" in note
                             for note in self.notes(matching(one, duty_types="1; 2; 3"))))

    def test_rules_are_data(self):
        """A register of one's own whose type 2 has one rule: no regional offers."""
        text = """<register format="1" version="1">
<dom-type id="2" title-da="To"><rule id="r" kind="restriction" severity="legal"
 test="sector" sector="regional" title-da="Ikke regionale" title-en="Not regional"/></dom-type>
</register>"""
        reader = Kkr.RegisterReader.new()
        own = reader.read_bytes(GLib.Bytes.new(text.encode()), None)
        self.assertEqual(pair({"dom-type": "2"}, {"paragraphs": "107", "municipality": ""},
                              register=own)[0], "yes")
        self.assertEqual(pair({"dom-type": "2"}, {"sector": "regional", "municipality": ""},
                              register=own)[2], "regional driftsherre")


class Possible(unittest.TestCase):
    """Whether a person can: vacant, near, needs, dom-types, those who live there."""

    def test_vacant(self):
        person = {"person": "A"}
        placed = {"person": "X", "offer": "Elm", "from": "2020-01-01"}
        for to, can in (("", "no"), ("2024-02-29", "yes"), (DAY, "no"), ("2024-03-02", "no")):
            with self.subTest(to):
                calc = matching((person,), placements=({**placed, "to": to},))
                self.assertEqual(rows(calc.run(None), "pairs", "can"), [(can,)])
        calc = matching((person,), placements=({**placed, "from": "2024-03-02"},))
        self.assertEqual(rows(calc.run(None), "pairs", "can"), [("yes",)])

    def test_places_one_by_one(self):
        """One is closed, one opens later, one is taken, and one of another paragraph is vacant."""
        places = ({"place": "1", "offer": "elm", "to": "2024-02-29"},
                  {"place": "2", "offer": "Elm", "from": "2024-03-02"},
                  {"place": "3", "offer": "Elm"},
                  {"place": "4", "offer": "Elm", "paragraph": "107", "tariff": "1.500,25"})
        calc = matching(({"person": "A", "dom-type": "4"},), places=places,
                        placements=({"person": "X", "place": "3"},))
        result = calc.run(None)
        self.assertEqual(rows(result, "offers", "offer", "paragraphs", "places", "residents",
                              "vacant"),
                         [("Elm, § 108", "§ 108", "1", "1", "0"),
                          ("Elm, § 107, 1.500,25 kr.", "§ 107", "1", "0", "1")])
        self.assertEqual(rows(result, "pairs", "can", "reasons"),
                         [("no", "ingen ledig plads"), ("yes", "")])

    def test_periods_of_one_place(self):
        """The leap day is the last of the first period and the first of nothing."""
        places = ({"place": "1", "offer": "Elm", "to": "2024-02-29", "tariff": "100"},
                  {"place": "1", "offer": "Elm", "from": "2024-03-01", "tariff": "200"})
        for day, tariff in (("2024-02-29", "100,00"), ("2024-03-01", "200,00")):
            result = matching(({"person": "A"},), places=places, day=day).run(None)
            self.assertEqual([name for name, n in rows(result, "offers", "offer", "places")
                              if n == "1"], [f"Elm, § 108, {tariff} kr."])

    def test_area(self):
        for within, municipality, can in (
                ("any", "Kolding", "yes"), ("region", "Rebild", "yes"), ("region", "Kolding", "no"),
                ("kkr", "851", "yes"), ("kkr", "Kolding", "no"), ("municipality", "Rebild", "no"),
                ("municipality", "Aalborg Kommune", "yes"), ("region", "", "yes")):
            with self.subTest(within, municipality=municipality):
                found = pair({"municipality": municipality}, {}, within=within)
                self.assertEqual(found[1:3], (can, "uden for området" if can == "no" else ""))
                self.assertEqual(found[3], "" if municipality else "område ikke oplyst")

    def test_area_in_words(self):
        person, offer = {"person": "A", "municipality": "Rebild"}, {**GOOD, "municipality": "Kolding"}
        for persons, offers, text in (
                ((person,), (offer,), "Uden for området: borgeren er fra Rebild, tilbuddet ligger i "
                 "Kolding"),
                (({"person": "A"},), (offer,), "Område ikke oplyst: borgerens kommune er ikke "
                 "oplyst, tilbuddet ligger i Kolding"),
                ((person,), ({**offer, "municipality": ""},), "Område ikke oplyst: borgeren er fra "
                 "Rebild, tilbuddets kommune er ikke oplyst")):
            result = matching(persons, offers, within="region", unstated="refuses").run(None)
            self.assertIn(text, str(result.explain("pairs.reasons", 0)))

    def test_distance(self):
        distances = ({"municipality": "Rebild", "offer": "Elm", "km": "30,5"},)
        for most, can in (("30,5", "yes"), ("30,4999", "no"), ("100", "yes")):
            found = pair({"municipality": "Rebild"}, {}, distances=distances, max_distance=most)
            self.assertEqual(found[1:3], (can, "for langt væk" if can == "no" else ""))
        self.assertEqual(pair({"municipality": "Kolding"}, {}, distances=distances,
                              max_distance="10")[1:], ("yes", "", "afstand ikke oplyst"))
        result = matching(({"person": "A", "municipality": "Rebild"},), distances=distances)
        self.assertEqual(rows(result.run(None), "pairs", "metres"), [("30500",)])

    def test_needs(self):
        for needs, groups, reasons, conditions in (
                ("Autisme", "Autisme; Udviklingshæmning", "", ""),
                ("autism", "Autisme", "", ""), ("Autisme, Misbrug", "misbrug+Autism", "", ""),
                ("Autisme; Misbrug", "Autisme", "uden for målgruppen", ""),
                ("", "Autisme", "", ""),
                ("Autisme", "", "", "tilbuddets målgrupper ikke oplyst")):
            with self.subTest(needs, groups=groups):
                self.assertEqual(pair({"needs": needs}, {"target-groups": groups})[2:],
                                 (reasons, conditions))

    def test_title_with_commas_is_one_group(self):
        title = ("Børn og unge med alvorlig synsnedsættelse og manglende læsesyn, uden yderligere "
                 "funktionsnedsættelser")
        self.assertEqual(pair({"needs": title}, {"target-groups": "young-sight-loss"})[2], "")

    def test_dom_types_taken(self):
        for taken, can in (("2; 3", "yes"), ("Type 2", "yes"), ("3", "no"), ("", "yes")):
            found = pair({"dom-type": "Domstype 2"}, {"dom-types": taken})
            self.assertEqual(found[1], can)
            self.assertEqual(found[3], "" if taken else "tilbuddets domstyper ikke oplyst")

    def test_conflicts(self):
        """By a resident's key, by target groups, and never with oneself."""
        placements = ({"person": "X", "offer": "Elm", "target-groups": "Misbrug"},)
        offers = ({**GOOD, "places": "3", "target-groups": "Autisme"},)
        person = {"person": "A", "needs": "Autisme"}
        for one, other, can in (("A", "X", "no"), ("x", "a", "no"), ("Autisme", "X", "no"),
                                ("misbrug", "Autisme", "no"), ("Autisme", "Autisme", "yes"),
                                ("A", "Y", "yes"), ("Misbrug", "Misbrug", "yes")):
            with self.subTest(one, other=other):
                calc = matching((person,), offers, placements=placements,
                                conflicts=({"person": one, "other": other},))
                self.assertEqual(rows(calc.run(None), "pairs", "can"), [(can,)])

    def test_no_conflict_with_oneself(self):
        """A lives there already and is the only one with the group: no conflict; with B there is."""
        conflicts = ({"person": "Autisme", "other": "Autisme"},)
        one = {"person": "A", "offer": "Elm", "target-groups": "Autisme"}
        offers = ({**GOOD, "places": "3", "target-groups": "Autisme"},)
        for others, can in (((), "yes"), (({**one, "person": "B"},), "no")):
            calc = matching(({"person": "A", "needs": "Autisme"},), offers, conflicts=conflicts,
                            placements=(one, *others))
            self.assertEqual(rows(calc.run(None), "pairs", "can"), [(can,)])

    def test_who_lives_there_stays(self):
        """No move: neither approval nor a vacant place is asked for."""
        placements = ({"person": "A", "offer": "Elm"},)
        found = pair({"dom-type": "2"}, {"approved": "no"}, placements=placements)
        self.assertEqual(found, ("yes", "yes", "", "bor der i forvejen"))
        self.assertEqual(pair({"dom-type": "2", "living-in": "Elm"}, {"approved": "no"})[2:],
                         ("", "bor der i forvejen"))

    def test_living_there_without_a_placement_is_told(self):
        person = {"person": "A", "living-in": "Elm"}
        for placed, told in (("A", False), ("X", True)):
            calc = matching((person,), ({**GOOD, "places": "2"},),
                            placements=({"person": placed, "offer": "Elm"},))
            self.assertEqual(any("uden at stå blandt placeringerne" in note.get_danish()
                                 for note in calc.run(None).dup_notes()), told)


class Offers(unittest.TestCase):
    def test_counts(self):
        """Of four, the rules refuse two at the private one; one lives at the public one."""
        persons = [{"person": key, "dom-type": key} for key in "2345"]
        offers = ({**GOOD, "places": "2"}, {**GOOD, "offer": "Ask", "sector": "private",
                                            "places": "0"})
        calc = matching(persons, offers, placements=({"person": "X", "offer": "Elm"},))
        self.assertEqual(rows(calc.run(None), "offers", "offer", "places", "residents", "vacant",
                              "may", "could"),
                         [("Elm", "2", "1", "1", "4", "4"), ("Ask", "0", "0", "0", "2", "2")])
        reasons = {row[0]: row[1:] for row in rows(calc.run(None), "reasons", "reason", "kind",
                                                   "refused", "alone", "told")}
        self.assertEqual(reasons["2-private"], ("practical", "1", "0", "0"))
        self.assertEqual(reasons["not-open"], ("possible", "4", "2", "0"))
        self.assertEqual(reasons["4-voluntary"], ("legal", "0", "0", "2"))
        self.assertEqual(reasons["1-secured"], ("legal", "0", "0", "0"))

    def test_shared_places(self):
        """Places less persons, whoever sits where: occupancy of 100 per cent leaves none vacant."""
        places = ({"place": "1", "offer": "Elm"}, {"place": "2", "offer": "Elm"})
        placed = [{"person": key, "place": "1"} for key in "XYZ"]
        for n, vacant in ((1, "1"), (2, "0"), (3, "0")):
            result = matching(({"person": "A"},), places=places, placements=placed[:n]).run(None)
            self.assertEqual(rows(result, "offers", "places", "residents", "vacant"),
                             [("2", str(n), vacant)])
            self.assertEqual(result.explain("offers.vacant", 0).get_value(), vacant)
            self.assertEqual(rows(result, "persons", "outcome", "place"),
                             [("place", "2") if n == 1 else ("none-can", ".")])

    def test_some_offers_have_their_places_listed(self):
        offers = (GOOD, {**GOOD, "offer": "Ask", "places": "3"})
        result = matching(({"person": "A"},), offers,
                          places=({"place": "1", "offer": "Elm"},)).run(None)
        self.assertEqual(rows(result, "offers", "offer", "places"), [("Elm", "1"), ("Ask", "3")])
        for row, value in enumerate("13"):
            for column in "places", "vacant":
                self.assertEqual(result.explain(f"offers.{column}", row).get_value(), value)

    def test_distances_to_other_offers(self):
        distances = ({"municipality": "Rebild", "offer": "Elmm", "km": "3"},)
        result = matching(({"person": "A"},), distances=distances).run(None)
        self.assertIn("1 af afstandene er til et tilbud, der ikke er blandt tilbuddene; de bruges "
                      "ikke.", [note.get_danish() for note in result.dup_notes()])

    def test_names_that_nothing_is_known_of(self):
        offers = ({**GOOD, "target-groups": "Autisme"}, {**GOOD, "offer": "Ask",
                                                         "municipality": "Aalbrog"})
        persons = ({"person": "A", "municipality": "Rebild", "needs": "autisme"},
                   {"person": "B", "municipality": "Hjøring", "needs": "Autsme"},
                   {"person": "C", "municipality": "Hjøring", "needs": "Autisme; Autsme"})
        notes = matching(persons, offers).run(None).dup_notes()
        danish = [note.get_danish() for note in notes]
        self.assertIn("Registret kender ingen kommune med navnet: Aalbrog (tilbud, række 2); "
                      "Hjøring (borgere, række 2 og 1 til).", danish)
        self.assertIn("Ingen af tilbuddene har målgruppen: Autsme (borgere, række 2 og 1 til).",
                      danish)
        self.assertIn("None of the offers has the target group: Autsme (persons, row 2 and 1 "
                      "more).", [note.get_english() for note in notes])
        notes = matching(persons, ({**GOOD},)).run(None).dup_notes()
        self.assertFalse(any("målgruppen" in note.get_danish() for note in notes))

    def test_law_or_practice(self):
        """An explained pair says of each rule whether it is law, with the source and its day."""
        offers = ({**GOOD, "sector": "private", "approved": "no"},)
        result = matching(({"person": "A", "dom-type": "2"},), offers,
                          placements=({"person": "X", "offer": "Elm"},)).run(None)
        text = str(result.explain("pairs.reasons", 0))
        self.assertIn("1 plads, 1 borger bor der", text)
        self.assertIn("21. august 2023; Punkt 4, rapport, afsnit Kvalitativ afdækning); efter loven; "
                      "her: nej", text)
        self.assertIn("; praksis, ikke lov; her: privat", text)
        # May is answered by rules alone, and can by the place.
        self.assertNotIn("1 plads", str(result.explain("pairs.may", 0)))
        self.assertNotIn("lov", str(result.explain("pairs.can", 0)))
        self.assertIn("1 plads, 1 borger bor der", str(result.explain("pairs.can", 0)))

    def test_reasons_have_sources(self):
        result = matching(({"person": "A"},)).run(None)
        for language in ("da", "en"):
            texts = result.get_table_named("reasons").to_string_in(language)
            self.assertEqual(texts.count("DAS Social"), 11)

    def test_sector_of_the_operator(self):
        for operator, sector in (("Aalborg Kommune", "municipal"), ("Rebild", "municipal"),
                                 ("Rebild kommune", "municipal"),
                                 ("Region Nordjylland", "regional"), ("Noget andet", "unset")):
            with self.subTest(operator):
                calc = matching(({"person": "A"},), ({**GOOD, "sector": "",
                                                      "operator": operator},))
                result = calc.run(None)
                self.assertEqual(rows(result, "offers", "sector"), [(sector,)])
                self.assertEqual(any("Elm" in note.get_danish()
                                     for note in result.dup_notes()), sector != "unset")

    def test_no_offers(self):
        calc = matching(({"person": "A", "dom-type": "2"},), "offer\n")
        result = calc.run(None)
        self.assertEqual(rows(result, "pairs", "person"), [])
        self.assertEqual(rows(result, "offers", "offer"), [])


class Same(unittest.TestCase):
    """What does not matter: the order of rows, case, spaces, and how a thing is called."""

    def test_order_of_rows_and_spelling(self):
        randomly = random.Random(7)
        persons = [{"person": f"P{i}", "dom-type": randomly.choice("12345"),
                    "municipality": randomly.choice(("Aalborg", "Rebild", "Kolding")),
                    "needs": randomly.choice(("", "Autisme", "Misbrug"))} for i in range(12)]
        offers = [{**GOOD, "offer": f"O{i}", "paragraphs": randomly.choice(("107", "108")),
                   "sector": randomly.choice(("private", "regional")), "places": "2",
                   "target-groups": randomly.choice(("Autisme", "Misbrug; Autisme", ""))}
                  for i in range(6)]
        placements = [{"person": f"X{i}", "offer": f"O{randomly.randrange(6)}"} for i in range(8)]
        conflicts = [{"person": f"P{randomly.randrange(12)}", "other": f"X{i}"} for i in range(8)]
        tables = [persons, offers, placements, conflicts]
        before = self.pairs(*tables)
        for _ in range(20):
            for table in tables:
                randomly.shuffle(table)
            self.assertEqual(self.pairs(*tables), before)
        for row in placements:
            row["offer"] = f" {row['offer'].lower()} "
        for row in conflicts:
            row["person"], row["other"] = row["other"].lower(), row["person"].lower()
        for row in offers:
            row["paragraphs"] = f"§ {row['paragraphs']}"
        for row in persons:
            row["dom-type"] = f"Type {row['dom-type']}"
            row["needs"] = row["needs"].upper()
        self.assertEqual(self.pairs(*tables), before)

    def pairs(self, persons, offers, placements, conflicts):
        calc = matching(persons, offers, placements=placements, conflicts=conflicts, within="kkr")
        return sorted(rows(calc.run(None), "pairs", "person", "offer", "may", "can", "reasons",
                           "conditions"))


class Unexpected(unittest.TestCase):
    """The placements of the report: 8 in § 108, 2 in § 107, 1 in § 85 (types not told there)."""

    def found(self, placements, offers=(GOOD,), **inputs):
        calc = matching(({"person": "A"},), offers, placements=placements, **inputs)
        return rows(calc.run(None), "unexpected", "person", "offer", "kind", "finding")

    def test_paragraphs(self):
        offers = ({**GOOD, "places": "9"}, {**GOOD, "offer": "Ask", "paragraphs": "107",
                                            "places": "9"})
        self.assertEqual(self.found(({"person": "X", "offer": "Elm", "dom-type": "2"},
                                     {"person": "Y", "offer": "Ask", "dom-type": "3"},
                                     {"person": "Z", "dom-type": "2", "paragraph": "85"},
                                     {"person": "Q", "offer": "Ask", "dom-type": "4"}), offers),
                         [("Y", "Ask", "legal", "ikke § 108"),
                          ("Y", "Ask", "legal", "ikke længerevarende"),
                          ("Z", "", "legal", "ikke § 108"),
                          ("Z", "", "legal", "ikke længerevarende"),
                          ("Z", "", "facts", "intet tilbud oplyst")])

    def test_private_and_not_approved(self):
        offers = ({**GOOD, "sector": "private", "approved": "prose"},)
        placed = ({"person": "X", "offer": "Elm", "dom-type": "3"},)
        both = [("X", "Elm", "legal", "ikke godkendt på Tilbudsportalen"),
                ("X", "Elm", "practical", "privat driftsherre")]
        self.assertEqual(self.found(placed, offers), both)
        self.assertEqual(self.found(placed, offers, private_offers="warns"), both)

    def test_more_than_places(self):
        self.assertEqual(self.found(({"person": "X", "offer": "Elm"},
                                     {"person": "Y", "offer": "Elm"})),
                         [("", "Elm", "facts", "flere beboere end pladser")])

    def test_places(self):
        places = ({"place": "1", "offer": "Elm"}, {"place": "2", "offer": "Elm",
                                                   "to": "2024-02-29"})
        self.assertEqual(self.found(({"person": "X", "place": "1"}, {"person": "Y", "place": "1"},
                                     {"person": "Z", "place": "2", "paragraph": "107"}),
                                    places=places),
                         [("Y", "Elm", "facts", "flere på én plads"),
                          ("Z", "Elm", "facts", "pladsen er ikke i drift"),
                          ("", "Elm", "facts", "flere beboere end pladser")])

    def test_nothing_to_tell(self):
        self.assertEqual(self.found(({"person": "X", "offer": "Elm", "dom-type": "3"},)), [])


class Wrong(unittest.TestCase):
    def refuse(self, calc, code, *texts):
        with self.assertRaises(GLib.Error) as caught:
            calc.run(None)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                        caught.exception.message)
        for text in texts:
            self.assertIn(text, caught.exception.message)
        return caught.exception.message

    def test_rows(self):
        a = {"person": "A"}
        for persons, code, text in (
                (({**a, "dom-type": "6"},), Code.OUT_OF_RANGE,
                 'persons: row 1, dom-type: "A": no such dom-type: "6" found'),
                ((a, {"person": "a"}), Code.INCONSISTENT,
                 'persons: row 2, person: a person who is there already: "a" of row 1 found'),
                (({**a, "dom-type": "2", "judged": "2024-03-02"},), Code.INCONSISTENT,
                 'row 1, judgement received: "A": a judgement after the day that is matched: '
                 "2024-03-02 found, 2024-03-01 or before expected"),
                (({**a, "judged": "2024-01-01"},), Code.INCONSISTENT,
                 '"A": a judgement without a dom-type: 2024-01-01 found'),
                (({**a, "need-points": "-1"},), Code.OUT_OF_RANGE,
                 '"A": no points of need: -1 found'),
                (({**a, "wish": "Atlantis"},), Code.INCONSISTENT,
                 '"A": neither an offer nor a municipality: "Atlantis" found'),
                (({**a, "dom-type": "3", "decision": "secured"},), Code.INCONSISTENT,
                 '"A": dom-type "3" cannot be made so strict: secured found')):
            with self.subTest(text):
                self.refuse(matching(persons), code, text)

    def test_other_tables(self):
        a, x = ({"person": "A"},), {"person": "X", "offer": "Elm"}
        for inputs, code, text in (
                ({"offers": (GOOD, {**GOOD, "offer": " ELM"})}, Code.INCONSISTENT,
                 'offers: row 2, offer: an offer that is there already: "ELM" of row 1 found'),
                ({"offers": ({**GOOD, "places": "-1"},)}, Code.OUT_OF_RANGE,
                 '"Elm": no number of places: -1 found'),
                ({"offers": ({**GOOD, "tariff": "-1"},)}, Code.OUT_OF_RANGE,
                 '"Elm": a negative tariff'),
                ({"offers": ({**GOOD, "dom-types": "2; 7"},)}, Code.OUT_OF_RANGE,
                 '"Elm": no such dom-type: "7" found'),
                ({"places": ({"place": "1", "offer": "Ask"},)}, Code.INCONSISTENT,
                 '"1": no such offer: "Ask" found'),
                ({"places": ({"place": "1", "offer": "Elm"},) * 2}, Code.INCONSISTENT,
                 'a place that is there already on 2024-03-01: "1" of row 1 found'),
                ({"places": ({"place": "1", "offer": "Elm", "from": "2024-02-02",
                              "to": "2024-02-01"},)}, Code.INCONSISTENT,
                 '"1" ends before it begins: 2024-02-02 to 2024-02-01 found'),
                ({"placements": ({**x, "offer": "Ask"},)}, Code.INCONSISTENT,
                 'placements: row 1, offer: "X": no such offer: "Ask" found'),
                ({"placements": (x, {**x, "person": "x"})}, Code.INCONSISTENT,
                 '"x" has two placements at a time: without a first and a last day and, in row 1, '
                 "without a first and a last day found"),
                ({"placements": ({**x, "from": "2023-01-01"}, {**x, "from": "2023-05-01"})},
                 Code.INCONSISTENT, "from 2023-05-01 without an end and, in row 1, from 2023-01-01 "
                 "without an end found"),
                ({"placements": ({**x, "to": "2024-01-01"}, {**x, "from": "2023-05-01"})},
                 Code.INCONSISTENT, "in row 1, until 2024-01-01 without a first day found"),
                ({"placements": ({**x, "from": "2024-02-02", "to": "2024-02-01"},)},
                 Code.INCONSISTENT, '"X": a stay that ends before it begins: 2024-02-02 to '
                 "2024-02-01 found"),
                ({"placements": ({**x, "dom-type": "0"},)}, Code.OUT_OF_RANGE,
                 '"X": no such dom-type: "0" found'),
                ({"distances": ({"municipality": "Rebild", "offer": "Elm", "km": "-2,5"},)},
                 Code.OUT_OF_RANGE, '"Rebild" to "Elm": no distance: -2.5 km found'),
                ({"conflicts": ({"person": "A", "other": "a"},)}, Code.INCONSISTENT,
                 'in conflict with themselves: "A" found twice'),
                ({"max_distance": "-1"}, Code.OUT_OF_RANGE, "a negative distance: -1 km found"),
                ({"duty_types": "2; 9"}, Code.OUT_OF_RANGE, 'no such dom-type: "9" found'),
                ({"day": "2024-02-30"}, Code.OUT_OF_RANGE, "2024-02-30")):
            with self.subTest(text):
                self.refuse(matching(a, **inputs), code, text)

    def test_moves_and_their_day(self):
        """Leaving one offer and moving into another on one day is a move, not two placements."""
        stays = ({"person": "X", "offer": "Elm", "to": DAY},
                 {"person": "X", "offer": "Ask", "from": DAY})
        result = matching(({"person": "A"},), (GOOD, {**GOOD, "offer": "Ask"}),
                          placements=stays).run(None)
        self.assertEqual(rows(result, "offers", "offer", "residents"), [("Elm", "0"), ("Ask", "1")])

    def test_personal_numbers_in_other_columns(self):
        """Columns that were mixed up: the message says where, and repeats nothing."""
        number = "0101" + "90-1234"
        a, x = {"person": "A"}, {"person": "X", "offer": "Elm"}
        for name, row, column in (
                ("persons", a, "municipality"), ("persons", a, "dom-type"), ("persons", a, "wish"),
                ("persons", a, "needs"), ("persons", a, "living-in"), ("placements", x, "offer"),
                ("placements", x, "place"), ("placements", x, "dom-type"),
                ("placements", x, "paragraph"), ("placements", x, "target-groups")):
            with self.subTest(name, column=column):
                inputs = {"persons": (a,), name: ({**row, column: number},)}
                text = self.refuse(matching(inputs.pop("persons"), **inputs), Code.OUT_OF_RANGE,
                                   f"{name}: row 1, ", "shaped like a personal number (CPR) found")
                self.assertNotIn("1234", text)
        # An offer may be called by a number of ten digits, as production units are.
        result = matching(({**a, "wish": "1003456789"},),
                          ({**GOOD, "offer": "1003456789"},)).run(None)
        self.assertEqual(rows(result, "persons", "wish"), [("met",)])

    def test_group_that_nobody_has(self):
        """Two of a group cannot live together, and nobody has it on the day: no error."""
        conflicts = ({"person": "Spilafhængighed", "other": "Spilafhængighed"},)
        result = matching(({"person": "A"},), conflicts=conflicts).run(None)
        self.assertTrue(any(note.get_danish().startswith("1 af hensynene")
                            for note in result.dup_notes()))
        for name in "A", "X":
            self.refuse(matching(({"person": "A"},), conflicts=({"person": name, "other": name},),
                                 placements=({"person": "X", "offer": "Elm"},)),
                        Code.INCONSISTENT, f'in conflict with themselves: "{name}" found twice')

    def test_personal_numbers(self):
        """Refused and not repeated, wherever keys of persons stand."""
        number = "0101" + "01-1234"
        for inputs in ({"persons": ({"person": number},)},
                       {"persons": ({"person": "A"},), "placements": ({"person": number},)},
                       {"persons": ({"person": "A"},),
                        "conflicts": ({"person": "A", "other": number},)}):
            calc = Kkr.PlacementMatching(register=REGISTER, day=DAY)
            calc.set_from_string("offers", sheet(GOOD))
            texts = []
            for name, given in inputs.items():
                try:
                    calc.set_from_string(name, sheet(*given))
                except GLib.Error as error:
                    texts.append(error.message)
            texts += [problem.to_string() for problem in calc.validate()]
            self.assertTrue(texts)
            self.assertFalse(any("1234" in text for text in texts))

    def test_every_subset_of_inputs(self):
        """Whatever is missing beside what is given, there is an error or a result."""
        tables = {"persons": ({"person": "A"},), "offers": (GOOD,),
                  "places": ({"place": "1", "offer": "Elm"},),
                  "placements": ({"person": "X", "place": "1"},),
                  "distances": ({"municipality": "Rebild", "offer": "Elm", "km": "3"},),
                  "conflicts": ({"person": "A", "other": "X"},)}
        names = [*tables, "register", "day"]
        for n in range(len(names) + 1):
            for chosen in itertools.combinations(names, n):
                calc = Kkr.PlacementMatching()
                for name in chosen:
                    if name == "register":
                        calc.props.register = REGISTER
                    elif name == "day":
                        calc.props.day = DAY
                    else:
                        calc.set_from_string(name, sheet(*tables[name]))
                full = {"persons", "offers", "register", "day"} <= set(chosen)
                with self.subTest(chosen):
                    try:
                        calc.run(None)
                        self.assertTrue(full)
                    except GLib.Error as error:
                        self.assertFalse(full, error.message)


if __name__ == "__main__":
    unittest.main()
