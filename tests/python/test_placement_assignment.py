# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who gets which place: all assignments there are, one by one, against the best one."""
import datetime
import itertools
import random
import unittest

import checker
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

DK = Kkr.Register.new_packaged()
DAY = datetime.date(2024, 6, 1)
TOWNS = ["Aalborg", "Rebild", "Thisted"]
PRIORITIES = ["duty", "waiting", "need", "placed", "wish", "distance", "cost"]
ROOMS = "offer;sector;municipality;paragraphs;long-term;approved;places;tariff\n"


def match(persons, offers, distances=None, conflicts=None, places=None, placements=None,
          **inputs):
    calc = Kkr.PlacementMatching(register=DK, day=str(DAY), **inputs)
    for name, text in (("persons", persons), ("offers", offers), ("distances", distances),
                       ("conflicts", conflicts), ("places", places), ("placements", placements)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def rows(result, name, *columns):
    table = result.get_table_named(name)
    cells = [[cell if table[column].get_cell_status(row) == Kkr.CellStatus.VALUE else None
              for row, cell in enumerate(table[column].get_strings())] for column in columns]
    return list(zip(*cells))


def text(result, name, column, row):
    return result.get_table_named(name)[column].dup_text(row)


class World:
    """Offers that all take everybody but the private ones, which do not take dom-type 3."""

    def __init__(self, draw):
        self.offers = [{"name": f"T{i}", "room": draw.randint(0, 2), "town": draw.choice(TOWNS),
                        "tariff": draw.randint(1, 3) * 1000,
                        "private": draw.random() < 0.3} for i in range(draw.randint(1, 3))]
        self.persons = [{"key": f"B{i}", "town": draw.choice(TOWNS), "duty": draw.random() < 0.4,
                         "days": draw.randint(0, 3) * 10, "points": draw.randint(0, 2),
                         "wish": draw.choice([None, draw.choice(self.offers)["name"]])}
                        for i in range(draw.randint(1, 5))]
        self.km = {(town, offer["name"]): draw.randint(0, 3) * 5
                   for town in TOWNS for offer in self.offers}
        self.apart = [tuple(draw.sample(range(len(self.persons)), 2))
                      for _ in range(draw.choice([0, 0, 1, 3]) if len(self.persons) > 1 else 0)]
        self.order = draw.sample(PRIORITIES, draw.randint(1, len(PRIORITIES)))

    def calculator(self):
        persons = "person;municipality;dom-type;judged;need-points;wish\n" + "".join(
            f"{p['key']};{p['town']};{3 if p['duty'] else 4};"
            f"{DAY - datetime.timedelta(p['days'])};{p['points']};{p['wish'] or ''}\n"
            for p in self.persons)
        offers = ROOMS + "".join(
            f"{o['name']};{'privat' if o['private'] else 'kommunal'};{o['town']};§ 108;ja;ja;"
            f"{o['room']};{o['tariff']}\n" for o in self.offers)
        distances = "municipality;offer;km\n" + "".join(
            f"{town};{offer};{km}\n" for (town, offer), km in self.km.items())
        conflicts = "person;other\n" + "".join(f"B{a};B{b}\n" for a, b in self.apart)
        return match(persons, offers, distances, conflicts if self.apart else None,
                     priorities="; ".join(self.order))

    def declared(self):
        """The order with the number of placed, which stands before what is best with nobody."""
        if "placed" in self.order:
            return self.order
        at = next((i for i, name in enumerate(self.order)
                   if name in ("wish", "distance", "cost")), len(self.order))
        return self.order[:at] + ["placed"] + self.order[at:]

    def may(self, person, offer):
        return not (person["duty"] and offer["private"])

    def counts(self, choice):
        """What each priority counts; `choice` has the number of an offer or None by person."""
        sums = dict.fromkeys(PRIORITIES, 0)
        for person, at in zip(self.persons, choice):
            offer = self.offers[at] if at is not None else None
            wished = person["wish"] is not None
            sums["wish"] += wished and (offer is None or offer["name"] != person["wish"])
            if offer is None:
                sums["duty"] += person["duty"]
                sums["waiting"] += person["days"]
                sums["need"] += person["points"]
                sums["placed"] += 1
            else:
                sums["distance"] += self.km[person["town"], offer["name"]]
                sums["cost"] += offer["tariff"]
        return sums

    def vector(self, choice):
        counts = self.counts(choice)
        return [counts[name] for name in self.declared()]

    def allowed(self, choice, extra=None):
        for number, offer in enumerate(self.offers):
            if choice.count(number) > offer["room"] + (number == extra):
                return False
        for person, at in zip(self.persons, choice):
            if at is not None and not self.may(person, self.offers[at]):
                return False
        return all(choice[a] is None or choice[a] != choice[b] for a, b in self.apart)

    def all(self, extra=None):
        options = [None, *range(len(self.offers))]
        return [list(choice) for choice in itertools.product(options, repeat=len(self.persons))
                if self.allowed(choice, extra)]

    def best(self, extra=None, placed=None):
        found = [self.vector(choice) for choice in self.all(extra)
                 if placed is None or choice[placed] is not None]
        return min(found) if found else None


def choice_of(world, result):
    numbers = {offer["name"]: i for i, offer in enumerate(world.offers)}
    return [numbers.get(offer) for (offer,) in rows(result, "persons", "offer")]


class Best(unittest.TestCase):
    def check(self, world):
        result = world.calculator().run()
        choice = choice_of(world, result)
        self.assertTrue(world.allowed(choice))
        self.assertEqual(world.vector(choice), world.best())
        return result, choice

    def test_every_assignment_there_is(self):
        draw = random.Random(2023)
        for _ in range(250):
            world = World(draw)
            self.check_apart(world, *self.check(world))

    def check_apart(self, world, result, choice):
        """Offers that somebody with whom the person cannot live has a place in."""
        expected = {}
        for pair in world.apart:
            for one, other in (pair, pair[::-1]):
                at = choice[other]
                if choice[one] is None and at is not None \
                        and world.may(world.persons[one], world.offers[at]):
                    expected.setdefault(f"B{one}", set()).add(at)
        told = {person: int(n) for person, reason, n in
                rows(result, "left-over", "person", "reason", "offers") if reason == "kept-apart"}
        self.assertEqual(told, {key: len(offers) for key, offers in expected.items()})

    def test_one_more_place(self):
        """What is told to change is what changes when the offer has one more."""
        draw = random.Random(8)
        for _ in range(80):
            world = World(draw)
            result, choice = self.check(world)
            names = world.declared()
            before = world.vector(choice)
            for number, row in enumerate(rows(result, "more-places", "place", *PRIORITIES)):
                self.assertEqual(row[0], world.offers[number]["name"])
                told = dict(zip(PRIORITIES, row[1:]))
                after = world.best(extra=number)
                self.assertEqual([float(told[name]) for name in names],
                                 [new - old for new, old in zip(after, before)])

    def test_what_decided(self):
        """The first priority that is worse when the person must have a place, and by how much."""
        draw = random.Random(9)
        seen = set()
        for _ in range(200):
            world = World(draw)
            if world.apart:
                continue
            result, choice = self.check(world)
            before, names = world.vector(choice), world.declared()
            table = result.get_table_named("lost")
            lost = {key: row for row, (key,) in enumerate(rows(result, "lost", "person"))}
            for number, person in enumerate(world.persons):
                after = world.best(placed=number)
                self.assertEqual(person["key"] in lost, choice[number] is None
                                 and after is not None)
                if person["key"] not in lost:
                    continue
                row = lost[person["key"]]
                worse = [(name, new - old) for name, new, old in zip(names, after, before)
                         if new != old]
                if not worse:
                    self.assertEqual(table["difference"].dup_text(row), "lige")
                    continue
                self.assertEqual(table["priority"].get_strings()[row], worse[0][0])
                self.assertEqual(float(table["difference"].dup_text(row).split()[0]
                                       .replace(".", "").replace(",", ".")), worse[0][1])
                seen.add(worse[0][0])
        self.assertGreaterEqual(len(seen), 5, seen)

    def test_order_of_rows(self):
        """Another order of persons and offers: the same totals."""
        draw = random.Random(10)
        for _ in range(40):
            world = World(draw)
            _, choice = self.check(world)
            before = world.vector(choice)
            world.apart = [(len(world.persons) - 1 - a, len(world.persons) - 1 - b)
                           for a, b in world.apart]
            world.persons.reverse()
            world.offers.reverse()
            for number, person in enumerate(world.persons):
                person["key"] = f"B{number}"
            _, choice = self.check(world)
            self.assertEqual(world.vector(choice), before)

    def test_derivations(self):
        draw = random.Random(11)
        for _ in range(12):
            result, _ = self.check(World(draw))
            for table in result.dup_tables():
                for column in table.dup_columns():
                    for row in range(min(len(table), 3)):
                        if column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                            name = f"{table.get_name()}.{column.get_name()}"
                            why = result.explain(name, row)
                            self.assertEqual(checker.check(why.to_json()), why.get_value())


PERSONS = "person;dom-type;judged;need-points\n"
ONE = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;1;2.000\n"


class ByHand(unittest.TestCase):
    def test_the_longest_wait(self):
        """B1 has waited 92 days since 1 March, B2 61 since 1 April: B1 gets the place."""
        result = match(PERSONS + "B1;3;2024-03-01;\nB2;3;2024-04-01;\n", ONE).run()
        self.assertEqual(rows(result, "persons", "person", "outcome", "offer", "days", "typical",
                              "over-typical"),
                         [("B1", "place", "Elmely", "92", "2024-06-01", "no"),
                          ("B2", "lost", None, "61", "2024-07-01", "no")])
        self.assertEqual(rows(result, "lost", "person", "place", "instead", "priority"),
                         [("B2", "Elmely", "B1", "waiting")])
        self.assertEqual(text(result, "lost", "difference", 0), "31 døgn")
        self.assertEqual(rows(result, "more-places", "place", "vacant", "person", "duty", "waiting",
                              "placed"), [("Elmely", "1", "B2", "-1", "-61", "-1")])
        self.assertEqual(result.explain("more-places.waiting", 0).get_value(), "-61")

    def test_typical_is_a_time_and_no_deadline(self):
        """Three months from 30 November are the last of February; the note says what it is."""
        persons = PERSONS + "B1;3;2023-11-30;\nB2;;;\n"
        result = match(persons, ONE).run()
        self.assertEqual(rows(result, "persons", "typical", "over-typical", "days"),
                         [("2024-02-29", "yes", "184"), (None, None, None)])
        notes = [str(note) for note in result.dup_notes()]
        self.assertTrue(any("ikke en frist" in note and "straks" in note for note in notes), notes)
        self.assertTrue(any("ingen dato for dommen" in note for note in notes), notes)

    def test_another_typical_time(self):
        """The report has three months; another number is not said to be the report's."""
        for months, words in (("1", "1 måned fra dommens modtagelse er angivet"),
                              ("6", "6 måneder fra dommens modtagelse er angivet")):
            calc = match(PERSONS + "B1;3;2024-03-01;\n", ONE)
            calc.set_from_string("typical-months", months)
            notes = [note.get_danish() for note in calc.run().dup_notes()]
            self.assertTrue(any(note.startswith(words) and "rapporten siger 3" in note
                                for note in notes), notes)

    def test_joint_and_not_greedy(self):
        """Each gets what is near if B1, who comes first, does not take what B2 needs."""
        offers = ROOMS + ("Nord;kommunal;Aalborg;§ 108;ja;ja;1;\n"
                          "Syd;kommunal;Rebild;§ 108;ja;ja;1;\n")
        result = match("person;municipality\nB1;Aalborg\nB2;Rebild\n", offers,
                       "municipality;offer;km\nAalborg;Nord;10\nAalborg;Syd;11\n"
                       "Rebild;Nord;10\nRebild;Syd;90\n", priorities="afstand").run()
        self.assertEqual(rows(result, "persons", "person", "offer"),
                         [("B1", "Syd"), ("B2", "Nord")])
        self.assertEqual(result.get_table()["distance"].dup_total(), "21")

    def test_no_offer_may(self):
        offers = ROOMS + "Egen;privat;Aalborg;§ 107;nej;nej;1;\n"
        result = match(PERSONS + "B1;3;2024-03-01;\n", offers).run()
        self.assertEqual(rows(result, "persons", "outcome", "may", "can"),
                         [("no-offer-may", "0", "0")])
        self.assertEqual(rows(result, "persons", "why"),
                         [("Intet tilbud må: ikke § 108 (1 tilbud, efter loven); ikke længerevarende "
                           "(1 tilbud, efter loven); ikke godkendt på Tilbudsportalen (1 tilbud, "
                           "efter loven); privat driftsherre (1 tilbud, praksis)",)])
        kinds = dict(rows(result, "left-over", "reason", "kind"))
        self.assertEqual(sorted(kinds.values()), ["legal", "legal", "legal", "practical"])
        self.assertEqual(len(result.get_table_named("lost")), 0)

    def test_none_can(self):
        full = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;0;2.000\n"
        result = match(PERSONS + "B1;3;2024-03-01;\n", full).run()
        self.assertEqual(rows(result, "persons", "outcome", "may", "can"), [("none-can", "1", "0")])
        self.assertEqual(rows(result, "more-places", "person", "duty"), [("B1", "-1")])

    def test_kept_apart(self):
        two = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;2;2.000\n"
        persons = PERSONS + "B1;3;2024-03-01;\nB2;3;2024-04-01;\n"
        result = match(persons, two, conflicts="person;other\nB1;B2\n").run()
        self.assertEqual(rows(result, "persons", "person", "outcome"),
                         [("B1", "place"), ("B2", "kept-apart")])
        self.assertEqual(rows(result, "more-places", "placed"), [("0",)])
        self.assertEqual(rows(result, "left-over", "person", "reason", "offers", "kind"),
                         [("B2", "kept-apart", "1", "possible")])
        self.assertEqual(text(result, "left-over", "text", 0),
                         "Kan ikke bo sammen med B1 (Elmely)")
        self.assertEqual(text(result, "persons", "why", 1), "Kan ikke bo sammen med B1 (Elmely)")
        self.assertEqual(result.explain("left-over.offers", 0).get_value(), "1")
        both = match(persons, two).run()
        self.assertEqual(rows(both, "persons", "outcome"), [("place",), ("place",)])

    def test_what_decided_between_those_kept_apart(self):
        """B2 is to be placed at once and cannot live with B0 or B1: with a place for one of them,
        B2 would be without, which no move within the best assignment tells."""
        two = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;2;2.000\n"
        persons = PERSONS + "B0;4;2024-03-02;\nB1;4;;\nB2;3;2024-05-01;\n"
        result = match(persons, two, conflicts="person;other\nB0;B2\nB1;B2\n").run()
        self.assertEqual(rows(result, "persons", "person", "outcome", "why")[:2],
                         [(key, "kept-apart", "Kan ikke bo sammen med B2 (Elmely)")
                          for key in ("B0", "B1")])
        self.assertEqual(rows(result, "lost", "person"), [])
        one = match(persons + "B3;3;2024-05-02;\n", two.replace("ja;2;", "ja;1;"),
                    conflicts="person;other\nB0;B2\n").run()
        self.assertEqual(rows(one, "lost", "person", "priority"),
                         [("B0", "duty"), ("B1", "duty"), ("B3", "waiting")])

    def test_over_full(self):
        """Three live in an offer of two places: one more place is none that is vacant."""
        offers = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;2;2.000\n"
        result = match(PERSONS + "B1;3;2024-03-01;\n", offers,
                       placements="person;offer;from\nA1;Elmely;2023-01-01\n"
                                  "A2;Elmely;2023-01-01\nA3;Elmely;2023-01-01\n").run()
        self.assertEqual(rows(result, "more-places", "vacant", "over-full", "person", "placed"),
                         [("0", "1", None, "0")])

    def test_places_by_name(self):
        result = match("person\nB1\nB2\n", "offer\nElmely\n",
                       places="place;offer;from;to\nA1;Elmely;;2024-05-31\nA2;Elmely;;\n"
                              "A3;Elmely;2024-06-01;\n").run()
        self.assertEqual(rows(result, "persons", "person", "place"), [("B1", "A2"), ("B2", "A3")])

    def test_search_limit(self):
        two = ROOMS + "Elmely;kommunal;Aalborg;§ 108;ja;ja;9;2.000\n"
        persons = PERSONS + "".join(f"B{i};3;2024-0{i}-01;\n" for i in range(1, 6))
        apart = "person;other\n" + "".join(f"B{i};B{k}\n" for i, k in
                                           itertools.combinations(range(1, 6), 2))
        result = match(persons, two, conflicts=apart, search_limit=1).run()
        placed = [key for key, outcome in rows(result, "persons", "person", "outcome")
                  if outcome == "place"]
        self.assertEqual(len(placed), 1)
        notes = [str(note) for note in result.dup_notes()]
        self.assertTrue(any("search-limit" in note and "pligt" in note for note in notes), notes)
        self.assertEqual(rows(match(persons, two, conflicts=apart).run(), "persons", "outcome"),
                         [("place",)] + [("kept-apart",)] * 4)

    def test_empty(self):
        result = match(PERSONS, ONE).run()
        self.assertEqual(len(result.get_table()), 0)
        result = match(PERSONS + "B1;3;2024-03-01;\n", ROOMS).run()
        self.assertEqual(rows(result, "persons", "outcome", "why"),
                         [("no-offer-may", "Der er ingen tilbud at vælge mellem")])


class Refused(unittest.TestCase):
    def fails(self, code, words, **inputs):
        with self.assertRaises(GLib.Error) as raised:
            match("person\nB1\n", ONE, **inputs).run()
        self.assertTrue(raised.exception.matches(Kkr.calc_error_quark(), code))
        for word in words:
            self.assertIn(word, raised.exception.message)

    def test_priorities(self):
        code = Kkr.CalcError
        self.fails(code.OUT_OF_RANGE, ["priorities", '"fairness"'], priorities="fairness")
        self.fails(code.INCONSISTENT, ["priorities", '"pligt"'], priorities="duty; pligt")
        self.fails(code.OUT_OF_RANGE, ["priorities"], priorities=" ; ")
        self.fails(code.OUT_OF_RANGE, ["personal number (CPR) found, "],
                   priorities="duty; 0101" + "90-1234")

    def test_numbers(self):
        code = Kkr.CalcError.OUT_OF_RANGE
        self.fails(code, ["typical-months", "-1", "0 to 1200"], typical_months=-1)
        self.fails(code, ["search-limit", "0 found", "1 to 1000000"], search_limit=0)


if __name__ == "__main__":
    unittest.main()
