# SPDX-License-Identifier: LGPL-2.1-or-later
"""Keys of persons and placements are pseudonyms: a personal number is refused wherever it is read,
and nothing that is said repeats it."""
import itertools
import os
import pathlib
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib, GObject  # noqa: E402

KINDS = ("pseudonym nøgle", "pseudonymous key")
EXPECTED = "a personal number (CPR) found, a pseudonymous key expected"

# Invented: the days of birth are possible, the serial numbers are not checked.
PERSONAL = ("0101901234", "010190-1234", "010190 1234", "311299-0000", "6101901234", "910190-1234",
            "01.01.90-1234", "01-01-90-1234", "01 01 90 1234", "010190 - 1234", "010190\u20131234",
            "010190\u2212\u00a01234",
            "\uff10\uff11\uff10\uff11\uff19\uff10\uff11\uff12\uff13\uff14",
            "\u0660\u0661\u0660\u0661\u0669\u0660-\u0661\u0662\u0663\u0664", "0101\u200b901234",
            "CPR 010190-1234", "cpr-nr.: 0101901234", "(010190-1234)", "P1/010190-1234",
            "2024-010190-1234", "101901234", "101901234.0", "101901234,00", "0101901234.0",
            "311299/0000", "0101\u00ad901234", "010190_1234", "010190+1234", "01011990-1234",
            "01-01-1990-1234", "010119901234", "01.01.1990 - 1234", "01 01 1990 1234",
            "0101 1990 1234", "61011990-1234", "91121990-1234", "010118501234", "311220991234",
            "cpr 01011990-1234")
KEYS = ("P1", "B0101901234", "0101901234b", "3201901234", "0113901234", "0001901234", "9201901234",
        "6001901234", "01019012345", "001901234", "913301234", "12345678", "123456789012",
        "2024-03-01", "01-01-2024 08:00", "a3f0101901234b", "borger 17", "1", "01019-01234",
        "0101-901-234", "B010119901234", "010119901234b", "0101199012345", "01011849-1234",
        "01012100-1234", "32011990-1234", "01131990-1234", "60011990-1234", "92011990-1234",
        "010-11990-1234", "01-01-1990")
BILL = dict(first_day="2024-01-01", last_day="2024-01-31")


def placements(key):
    return f"placement;municipality;from;to\n{key};Rebild;2024-01-01;2024-01-10\n"


def bill(**inputs):
    calc = Kkr.PlaceBilling(**BILL)
    for name, text in ({"tariffs": "tariff\n100,00\n"} | inputs).items():
        if isinstance(text, str):
            calc.set_from_string(name.replace("_", "-"), text)
        else:
            calc.set_property(name, text)
    return calc


def personal_columns():
    """(calculator, input, column) of every column of keys of persons."""
    for kind in Kkr.Calculator.dup_types():
        calc = GObject.new(kind)
        for spec in calc.list_properties():
            if not spec.value_type.is_a(Kkr.Table):
                continue
            table = calc.describe_table(spec.name)
            for column, said in zip(table["column"].get_strings(), table["kind"].get_strings()):
                if said in KINDS:
                    yield calc, spec.name, column


class Refused(unittest.TestCase):
    def refuse(self, act, number, *expected):
        with self.assertRaises(GLib.Error) as caught:
            act()
        digits = "".join(str(int(c)) for c in number if c.isdigit())
        said = "".join(c for c in caught.exception.message if c.isdigit())
        for text in expected:
            self.assertIn(text, caught.exception.message)
        self.assertNotIn(number, caught.exception.message)
        self.assertNotIn(digits[-9:], said)

    def test_every_form_of_text(self):
        for number in PERSONAL:
            with self.subTest(number=number):
                self.refuse(lambda: bill(placements=placements(number)), number, EXPECTED,
                            "placement")

    def test_keys_that_are_none(self):
        for key in KEYS:
            with self.subTest(key=key):
                result = bill(placements=placements(key)).run(None)
                self.assertEqual(result.get_table_named("lines")["placement"].get_strings(), [key])

    def test_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "p.csv"
            path.write_text(placements("P1") + "010190-1234;Rebild;2024-01-01;\n")
            for act in (lambda: bill(placements=os.fspath(path)),
                        lambda: bill().read_table("placements", [os.fspath(path)], None)):
                self.refuse(act, "010190-1234", "p.csv:3:1: placement: " + EXPECTED)

    def table(self, add):
        builder = Kkr.TableBuilder.new("t", "T", "T")
        add(builder)
        builder.add_text("municipality", "K", "M", ["Rebild", "Rebild"])
        builder.add_text("from", "F", "F", ["2024-01-01", "2024-01-01"])
        return builder.end()

    def test_tables(self):
        """Of pandas and of JSON: texts, whole numbers, and those that blank cells made floats."""
        for add in (lambda b: b.add_text("placement", "P", "P", ["P1", "0101901234"]),
                    lambda b: b.add_int64("placement", "P", "P", Kkr.Unit.NONE, [1, 101901234]),
                    lambda b: b.add_int64("placement", "P", "P", Kkr.Unit.NONE, [1, 3112991234]),
                    lambda b: b.add_double("placement", "P", "P", Kkr.Unit.NONE,
                                           [1.0, 101901234.0])):
            table = self.table(add)
            self.refuse(lambda: bill(placements=table).run(None), "101901234",
                        "placements: row 2, placement: " + EXPECTED)
            self.assertNotIn("101901234", bill(placements=table).to_string())

    def test_no_headings(self):
        """The first person of a list would be the names of its columns."""
        text = "010190-1234;Rebild;2024-01-01\n020290-1234;Rebild;2024-01-01\n"
        self.refuse(lambda: bill(placements=text), "010190-1234", "text:1:1",
                    "a heading: a personal number")
        table = self.table(lambda b: b.add_text("010190-1234", "P", "P", ["P1", "P2"]))
        self.refuse(lambda: bill(placements=table).run(None), "010190-1234", "a heading")
        self.assertNotIn("010190", bill(placements=table).to_string())

    def test_in_a_wrong_column(self):
        text = "placement;municipality;from\n2024-01-01;Rebild;010190-1234\n"
        self.refuse(lambda: bill(placements=text), "010190-1234", "text:2:19: from: ",
                    "shaped like a personal number")
        table = self.table(lambda b: (b.add_text("placement", "P", "P", ["P1", "P2"]),
                                      b.add_int64("to", "T", "T", Kkr.Unit.NONE, [1, 3112991234])))
        self.refuse(lambda: bill(placements=table).run(None), "3112991234", "row 2, to")

    def test_as_a_municipality(self):
        """No municipality is called so; an offer may be, by its production unit number."""
        for number in ("010190-1234", "0101901234"):
            self.refuse(lambda: bill(placements="placement;municipality;from\nP1;" + number
                                     + ";2024-01-01\n").run(None), number,
                        "placements: row 1, paying municipality: what is shaped like")
            shelter = Kkr.ShelterCapacity(last_day="2024-12-31")
            shelter.set_from_string("stays", "person;municipality;from;to;tariff\n"
                                    f"P1;{number};2024-01-01;2024-01-02;1\n")
            self.refuse(lambda: shelter.run(None), number, "municipality: what is shaped like")
        places = Kkr.Occupancy()
        places.set_from_string("counts", "offer;places;used\n1003123456;4;3\n")
        self.assertEqual(places.run(None).get_table()["offer"].get_strings(), ["1003123456"])

    def test_other_inputs(self):
        good = placements("P1")
        self.refuse(lambda: bill(placements=good,
                                 absences="placement;from\n0101901234;2024-01-02\n"),
                    "0101901234", EXPECTED)
        self.refuse(lambda: bill(placements=good, invoice="municipality;placement;month;amount\n"
                                 "Rebild;0101901234;2024-01;1\n"), "0101901234", EXPECTED)

    def test_ten_bad_rows_are_told(self):
        text = "placement;municipality;from\n" + "".join(
            f"0101{i:02}1234;Rebild;2024-01-01\n" for i in range(40))
        self.refuse(lambda: bill(placements=text), "0101001234", "text:11:1: placement")


class EveryCalculator(unittest.TestCase):
    def test_placements_are_pseudonyms(self):
        found = {(type(calc).__name__, name, column) for calc, name, column in personal_columns()}
        self.assertLessEqual({("PlaceBilling", name, "placement")
                              for name in ("placements", "absences", "invoice")}, found)
        self.assertLessEqual({("SurveyAnalysis", "invited", "respondent"),
                              ("ShelterCapacity", "stays", "person"),
                              ("Occupancy", "placements", "person"),
                              ("PlacementMatching", "persons", "person"),
                              ("PlacementMatching", "placements", "person"),
                              ("PlacementMatching", "conflicts", "person"),
                              ("PlacementMatching", "conflicts", "other")}, found)

    def test_each_column_refuses(self):
        for (calc, name, column), number in itertools.product(personal_columns(), PERSONAL[:3]):
            with self.subTest(input=name, column=column), self.assertRaises(GLib.Error) as caught:
                names = calc.describe_table(name)
                required = [c for c, r in zip(names["column"].get_strings(),
                                              names["required"].get_strings())
                            if r in ("ja", "yes") and c != column]
                calc.set_from_string(name, ";".join([column, *required]) + "\n" + number
                                     + ";" * len(required) + "\n")
            self.assertIn(EXPECTED, caught.exception.message)
            self.assertNotIn(number[-4:], caught.exception.message)


if __name__ == "__main__":
    tap.main()
