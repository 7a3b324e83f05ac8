# SPDX-License-Identifier: LGPL-2.1-or-later
"""Judgements, placements and places: what the report of 2023 prints, and worlds made by hand."""
import itertools
import random
import unittest
from fractions import Fraction

import checker
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

PACKAGED = Kkr.Register.new_packaged()
Code = Kkr.CalcError
JUDGED = "year;dom-type;persons\n"


def demand(judgements=None, placements=None, supply=None, **inputs):
    calc = Kkr.DomTypeDemand(**inputs)
    for name, text in (("judgements", judgements), ("placements", placements), ("supply", supply)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def run(*given, **inputs):
    return demand(*given, **inputs).run(None)


def rows(result, name, *columns):
    table = result.get_table_named(name)
    return list(zip(*(table[column].get_strings() for column in columns)))


def exact(result, name, column):
    column = result.get_table_named(name)[column]
    return [None if text is None else Fraction(text)
            for text in (column.dup_exact(row) for row in range(len(column)))]


def notes(result, language="da"):
    return " ".join(note.to_string_in(language) for note in result.dup_notes())


class Printed(unittest.TestCase):
    """The report on supply and demand: its tables, and the shares of the text."""

    @classmethod
    def setUpClass(cls):
        cls.result = run(register=PACKAGED)

    def test_types(self):
        self.assertEqual(rows(self.result, "types", "dom-type", "persons"),
                         [("1", "0"), ("2", "3"), ("3", "6"), ("4", "12"), ("5", "1")])
        self.assertEqual(exact(self.result, "types", "printed"), [0, 14, 27, 55, 5])
        self.assertEqual(exact(self.result, "types", "share")[1], Fraction(300, 22))
        self.assertEqual(self.result.get_table()["persons"].dup_total(), "22")

    def test_years(self):
        self.assertEqual(rows(self.result, "years", "year", "persons", "to-placement"),
                         [("2020", "8", "4"), ("2021", "9", "3"), ("2022", "5", "2")])
        # A fall from 9 to 5, and 9 persons of types 2 and 3.
        self.assertEqual(exact(self.result, "years", "change-percent"),
                         [None, Fraction(100, 8), Fraction(-400, 9)])
        self.assertEqual(exact(self.result, "years", "percent-since-first")[2], Fraction(-300, 8))
        self.assertEqual(self.result.get_table_named("years")["to-placement"].dup_total(), "9")

    def test_placements(self):
        self.assertEqual(rows(self.result, "placements", "paragraph", "persons"),
                         [("§ 108", "8"), ("§ 107", "2"), ("§ 85", "1"), ("Ukendt", "11")])
        self.assertEqual(exact(self.result, "placements", "printed"), [36, 9, 5, 50])
        self.assertIn("ikke oplyst for 11", notes(self.result))

    def test_supply(self):
        self.assertEqual(rows(self.result, "supply", "municipality", "sector", "offers", "places"),
                         [("Mariagerfjord", "regional", "4", "92"),
                          ("Jammerbugt", "private", "3", "16"),
                          ("Aalborg", "municipal", "4", "31"), ("Hjørring", "private", "5", "60")])
        self.assertEqual(rows(self.result, "sectors", "sector", "offers", "places"),
                         [("municipal", "4", "31"), ("regional", "4", "92"),
                          ("private", "8", "76")])
        self.assertEqual(exact(self.result, "sectors", "size"),
                         [Fraction(31, 4), 23, Fraction(19, 2)])
        self.assertEqual(exact(self.result, "sectors", "share"),
                         [Fraction(3100, 199), Fraction(9200, 199), Fraction(7600, 199)])

    def test_coverage(self):
        """123 public places, 199 in all; 9 persons in three years, 3 a year, 2 in the last."""
        self.assertEqual(exact(self.result, "coverage", "persons"), [9, 9, 3, 3, 2, 2])
        self.assertEqual(exact(self.result, "coverage", "places"), [123, 199] * 3)
        self.assertEqual(exact(self.result, "coverage", "places-per-person"),
                         [Fraction(123, 9), Fraction(199, 9), 41, Fraction(199, 3),
                          Fraction(123, 2), Fraction(199, 2)])

    def test_notes(self):
        text = notes(self.result)
        for words in ("nedre grænse", "tilsammen 101 pct.", "røber dem", "tre læsninger",
                      "afgørelseskompetencen"):
            self.assertIn(words, text)
        self.assertNotIn("Antal borgere", notes(self.result, "en"))

    def test_known_on(self):
        """The report became known on 21 August 2023."""
        with self.assertRaises(GLib.Error) as caught:
            run(register=PACKAGED, known_on="2023-08-20")
        self.assertTrue(caught.exception.matches(Code.quark(), Code.MISSING_INPUT))
        self.assertEqual(len(run(register=PACKAGED, known_on="2023-08-21").get_table()), 5)


class Rules(unittest.TestCase):
    def coverage(self, supply, **inputs):
        result = run(JUDGED + "2022;2;4\n2022;3;6\n2022;4;10\n", supply=supply, **inputs)
        return result, exact(result, "coverage", "places")[:2]

    SUPPLY = "sector;places\nkommunal;1\nregional;20\nprivat;300\nselvejende;4000\nstatslig;50000\n"

    def test_private_offers(self):
        for register in (None, PACKAGED):
            result, places = self.coverage(self.SUPPLY, register=register)
            self.assertEqual(places, [50021, 54321])
            self.assertIn("Selvejende tilbud er ikke regnet med", notes(result))

    def test_the_rule_is_of_the_types(self):
        """Nothing rules private offers out for types 4 and 5."""
        result, places = self.coverage(self.SUPPLY, register=PACKAGED, placement_types="4, 5")
        self.assertEqual(places, [50321, 54321])
        self.assertEqual(exact(result, "coverage", "persons")[0], 10)

    def test_an_own_rule(self):
        """The rules are the register's: one of one's own that names another sector."""
        text = PACKAGED_TYPES.replace("SECTOR", "regional")
        own = Kkr.RegisterReader().read_bytes(GLib.Bytes.new(text.encode()), "own.xml", None)
        self.assertEqual(self.coverage(self.SUPPLY, register=own)[1], [50301, 54321])

    def test_independent(self):
        result, places = self.coverage(self.SUPPLY, independent_as_public=True)
        self.assertEqual(places, [54021, 54321])
        self.assertIn("regnet med som offentlige", notes(result))

    def test_types(self):
        for text, persons in (("2", 4), ("2;3", 10), ("1 2 3", 10), ("5", 0)):
            result = run(JUDGED + "2022;2;4\n2022;3;6\n2022;4;10\n",
                         supply="sector;places\nstat;9\n", placement_types=text)
            self.assertEqual(exact(result, "coverage", "persons")[0], persons)
        self.assertEqual(exact(result, "coverage", "places-per-person"), [None] * 6)


PACKAGED_TYPES = """<register format='1' version='1'>
<source id='s' title='S' publisher='P' date='2023-01-01'/>
<dom-type id='2' title-da='To' source='s'>
<rule id='2-x' kind='restriction' severity='practical' sector='SECTOR' title-da='Regel'
 title-en='Rule' source='s'/></dom-type></register>"""


class Small(unittest.TestCase):
    def marks(self, text, threshold=5):
        result = run(text, threshold=threshold)
        return result, {tuple(key): mark for *key, mark in
                        rows(result, "judgements", "year", "dom-type", "small")}

    def test_a_small_number_and_the_sums_that_reveal_it(self):
        """One 3 in its year and its type: both sums less the others give it, and as the sum of all
        is seen, the other year and type would give those sums."""
        result, marks = self.marks(JUDGED + "2021;2;3\n2021;3;9\n2022;2;8\n2022;3;7\n")
        # So is the 7, since a marked sum whose parts are all seen would be no secret.
        self.assertEqual({key: mark for key, mark in marks.items() if mark != "no"},
                         {("2021", "2"): "small", ("2022", "3"): "revealing"})
        self.assertEqual(rows(result, "years", "year", "small"),
                         [("2021", "revealing"), ("2022", "revealing")])
        self.assertEqual(rows(result, "types", "small")[1:3], [("revealing",), ("revealing",)])

    def test_two_small_numbers_hide_each_other(self):
        result, marks = self.marks(JUDGED + "2021;2;3\n2021;3;2\n2022;2;4\n2022;3;1\n")
        self.assertEqual([key for key, mark in marks.items() if mark == "small"],
                         [("2021", "2"), ("2021", "3"), ("2022", "2"), ("2022", "3")])
        self.assertEqual({mark for mark, in rows(result, "years", "small")}, {"no"})

    def test_threshold(self):
        for threshold, mark in ((0, "no"), (1, "no"), (3, "no"), (4, "small")):
            _, marks = self.marks(JUDGED + "2021;2;3\n2021;3;90\n", threshold)
            self.assertEqual(marks["2021", "2"], mark)

    def test_nothing_that_is_alone_is_left(self):
        """In random worlds: no line has one marked number, and no small number is unmarked."""
        rand = random.Random(7)
        for _ in range(200):
            years, top = rand.randint(1, 4), rand.choice([3, 9, 30])
            counts = [[rand.randint(0, top) for _ in range(5)] for _ in range(years)]
            text = JUDGED + "".join(f"{2020 + y};{t + 1};{n}\n"
                                    for y, row in enumerate(counts) for t, n in enumerate(row))
            result, marks = self.marks(text)
            grid = [[marks[str(2020 + y), str(t + 1)] for t in range(5)] for y in range(years)]
            by_year = [mark for mark, in rows(result, "years", "small")]
            by_type = [mark for mark, in rows(result, "types", "small")]
            for y, t in itertools.product(range(years), range(5)):
                self.assertEqual(grid[y][t] == "small", 0 < counts[y][t] < 5)
            for line in [row + [mark] for row, mark in zip(grid, by_year)] + [
                    [row[t] for row in grid] + [by_type[t]] for t in range(5)]:
                self.assertNotEqual(sum(mark != "no" for mark in line), 1)

    def test_what_ties_two_groups_of_marked_numbers(self):
        """Each line has two marks, but of 28 persons 21 are of type 4, so the 7 others are those
        of 2023 that are not of type 4, and 3 of the 10 are."""
        counts = {2020: (0, 0, 0, 8, 0), 2021: (0, 0, 0, 1, 0), 2022: (0, 0, 0, 9, 0),
                  2023: (0, 0, 3, 3, 4)}
        result, marks = self.marks(JUDGED + "".join(
            f"{year};{t + 1};{n}\n" for year, row in counts.items() for t, n in enumerate(row)))
        by_year = dict(rows(result, "years", "year", "small"))
        by_type = dict(rows(result, "types", "dom-type", "small"))
        self.assertEqual(marks["2023", "4"], "small")
        self.assertIn("revealing", (by_type["4"], by_year["2023"]))

    def test_those_judged_to_placement(self):
        """4, 3 and 2 of types 2 and 3; of the numbers of one place 8, the 1 of type 4 is 9 - 8."""
        result = run(register=PACKAGED)
        self.assertEqual(rows(result, "years", "to-placement", "small-to-placement"),
                         [("4", "small"), ("3", "small"), ("2", "small")])
        result = run(JUDGED.replace("persons", "persons;municipality")
                     + "2022;2;8;Her\n2022;4;1;Her\n2022;3;20;Der\n2022;4;30;Der\n")
        self.assertEqual(rows(result, "municipalities", "municipality", "small",
                              "small-to-placement"),
                         [("Her", "no", "revealing"), ("Der", "no", "revealing")])


class Reading(unittest.TestCase):
    def test_a_row_a_person(self):
        result = run("år;domstype;kommune\n2022;2;Rebild\n2022;2;840\n2022;4;Rebild Kommune\n"
                     "2021;3;\n", register=PACKAGED, supply="sektor;pladser\nregion;6\n")
        self.assertEqual(rows(result, "municipalities", "municipality", "persons", "to-placement"),
                         [("Rebild", "3", "2"), ("Ikke oplyst", "1", "1")])
        self.assertEqual(rows(result, "years", "year", "persons"), [("2021", "1"), ("2022", "3")])
        self.assertIsNone(result.get_table_named("placements"))

    def test_rows_that_are_split_make_no_difference(self):
        one = run(JUDGED + "2022;2;7\n2021;4;5\n", "paragraph;persons\n108;6\n")
        two = run(JUDGED + "2021;4;2\n2022;2;3\n2022;2;4\n2021;4;3\n2021;4;0\n",
                  "paragraph;persons\nsel-108;1\n§ 108;2\nSEL § 108;3\n")
        for name in ("types", "judgements", "years", "placements"):
            self.assertEqual(one.get_table_named(name).to_csv(), two.get_table_named(name).to_csv())
        self.assertEqual(rows(two, "placements", "paragraph", "persons"),
                         [("§ 108", "6"), ("Ukendt", "6")])

    def test_years_left_out(self):
        result = run(register=PACKAGED, first_year=2021, last_year=2021)
        self.assertEqual(rows(result, "types", "persons")[3], ("5",))
        # The placements are of all 22.
        self.assertEqual(exact(result, "placements", "printed"), [36, 9, 5, 50])
        self.assertIn("udeladt", notes(result))
        empty = run(register=PACKAGED, first_year=2030)
        self.assertEqual(empty.get_table()["persons"].dup_total(), "0")
        self.assertEqual(exact(empty, "types", "printed"), [None] * 5)
        self.assertEqual(exact(empty, "coverage", "persons")[:2], [None, None])

    def test_a_gap_is_no_change(self):
        result = run(JUDGED + "2019;2;7\n2021;2;14\n2022;2;21\n")
        self.assertEqual(exact(result, "years", "change"), [None, None, 7])
        self.assertEqual(exact(result, "years", "percent-since-first"), [None, 100, 200])

    def test_offers_that_are_not_stated(self):
        result = run(JUDGED + "2022;2;7\n", supply="sector;offers;places\nregional;2;9\n"
                     "regional;;6\nkommunal;3;6\n")
        self.assertEqual(exact(result, "sectors", "size"), [2, None])
        self.assertIsNone(result.get_table_named("sectors")["offers"].dup_total())

    def test_no_rows(self):
        result = run(JUDGED, "paragraph;persons\n", "sector;places\n")
        self.assertEqual(result.get_table()["persons"].dup_total(), "0")
        self.assertIn("0", result.to_string())

    def test_decimals(self):
        result = run(register=PACKAGED, decimals=1, rounding=Kkr.RoundingMode.FLOOR)
        self.assertEqual(exact(result, "types", "printed"),
                         [0, Fraction(136, 10), Fraction(272, 10), Fraction(545, 10),
                          Fraction(45, 10)])

    def test_every_subset_of_inputs(self):
        texts = {"judgements": JUDGED + "2022;2;7\n", "placements": "paragraph;persons\n107;3\n",
                 "supply": "sector;places\nregion;3\n"}
        for n in range(4):
            for names in itertools.combinations(texts, n):
                for register in (None, PACKAGED):
                    calc = demand(register=register, **{name: texts[name] for name in names})
                    with self.subTest(names=names, register=register is not None):
                        if register is None and "judgements" not in names:
                            with self.assertRaises(GLib.Error):
                                calc.run(None)
                        else:
                            self.assertEqual(len(calc.run(None).get_table()), 5)


class Bad(unittest.TestCase):
    def refuse(self, calc, code, *texts):
        with self.assertRaises(GLib.Error) as caught:
            calc.run(None)
        self.assertTrue(caught.exception.matches(Code.quark(), code), caught.exception.message)
        for text in texts:
            self.assertIn(text, caught.exception.message)

    def test_rows(self):
        for row, *texts in (("2022;6;1", "judgements: row 1, dom-type", "6 found, 1 to 5"),
                            ("2022;0;1", "0 found"), ("2022;-2;1", "-2 found"),
                            ("0;2;1", "row 1, year", "0 found"), ("10000;2;1", "10000 found"),
                            ("2022;2;-1", "row 1, persons", "-1 found"),
                            ("2022;2;1000000001", "1,000,000,001 found, 0 to 1,000,000,000")):
            self.refuse(demand(JUDGED + row + "\n"), Code.OUT_OF_RANGE, *texts)
        self.refuse(demand(JUDGED + "2022;2;\n"), Code.MISSING_INPUT, "row 1, persons", "blank")

    def test_every_bad_row_is_told(self):
        calc = demand(JUDGED + "2022;6;-1\n2022;2;1\n0;9;1\n")
        self.assertEqual(len(calc.validate()), 4)

    def test_municipalities(self):
        self.refuse(demand("year;dom-type;municipality\n2022;2;Rebil\n", register=PACKAGED),
                    Code.OUT_OF_RANGE, "row 1, municipality", '"Rebil" found; near it: Rebild')
        result = run("year;dom-type;municipality\n2022;2;Her\n2022;2;her \n2022;2;Der\n")
        self.assertEqual(rows(result, "municipalities", "municipality", "persons"),
                         [("Her", "2"), ("Der", "1")])

    def test_more_placed_than_judged(self):
        self.refuse(demand(JUDGED + "2022;2;3\n", "paragraph;persons\n108;4\n"), Code.INCONSISTENT,
                    "placements", "4 found, 3 at most")
        self.refuse(demand(JUDGED + "2022;2;1000\n", "paragraph;persons\n108;1001\n"),
                    Code.INCONSISTENT, "1,001 found, 1,000 at most")

    def test_inputs(self):
        for inputs, text in (({"placement_types": "2, 6"}, '"6" found'),
                             ({"placement_types": ""}, "placement-types"),
                             ({"decimals": 7}, "7 found, 0 to 6"), ({"decimals": -1}, "-1 found"),
                             ({"threshold": -1}, "-1 found"), ({"first_year": -1}, "-1 found"),
                             ({"last_year": 10000}, "10000 found")):
            self.refuse(demand(register=PACKAGED, **inputs), Code.OUT_OF_RANGE, text)
        self.refuse(demand(register=PACKAGED, first_year=2022, last_year=2021), Code.INCONSISTENT,
                    "2021 found, 2022 or later")

    def test_nothing_given(self):
        self.refuse(demand(), Code.MISSING_INPUT, "judgements: missing")
        empty = Kkr.RegisterReader().read_bytes(GLib.Bytes.new(b"<register format='1'/>"), "e",
                                                None)
        self.refuse(demand(register=empty), Code.MISSING_INPUT, "judgements: missing")


class Derived(unittest.TestCase):
    def test_every_number_is_explained(self):
        own = run("year;dom-type;persons;municipality\n2020;2;7;A\n2021;3;8;B\n2021;5;1;\n",
                  "paragraph;persons\n108;6\nandet;2\n",
                  "municipality;sector;offers;places\nA;privat;2;9\nB;region;;6\nB;stat;1;3\n")
        for result in (run(register=PACKAGED), own):
            for table in result.dup_tables():
                name = table.props.name
                for column in table.dup_columns():
                    if column.get_kind() == Kkr.ColumnKind.TEXT:
                        continue
                    path = column.props.name if name == "types" else f"{name}.{column.props.name}"
                    for row in range(len(table)):
                        value = column.dup_exact(row)
                        if value is None:
                            continue
                        found = result.explain(path, row)
                        self.assertEqual(found.get_value(), value, (path, row))
                        self.assertEqual(checker.check(found.to_json()), value)
                    if column.dup_total() is not None:
                        self.assertEqual(result.explain(path, -1).get_value(), column.dup_total())


class Empty(unittest.TestCase):
    def test_supply_without_rows(self):
        """A table without rows is no error, and the result says that it had none."""
        result = run(JUDGED + "2024;2;3\n", None, "sector;places\n")
        self.assertIn("There are no rows in supply: nothing was counted from it.",
                      notes(result, "en"))
        self.assertIn("Der er ingen rækker i udbuddet (supply): intet er talt op derfra.",
                      notes(result))


if __name__ == "__main__":
    unittest.main()
