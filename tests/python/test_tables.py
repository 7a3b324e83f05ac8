# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables as inputs, of every calculator that has one: what describes them is what is read."""
import itertools
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib, GObject


def table_inputs():
    """Each calculator and the name of a table among its inputs."""
    for kind in Kkr.Calculator.dup_types():
        calculator = GObject.new(kind)
        for name in calculator.dup_input_names():
            if calculator.find_property(name).value_type.is_a(Kkr.Table):
                yield calculator, name


def columns(calculator, name):
    """Name, Danish and English heading, and whether it is required."""
    table = calculator.describe_table(name)
    for row in range(len(table)):
        yield (table["column"].dup_text(row), table["label"].dup_text_in(row, "da"),
               table["label"].dup_text_in(row, "en"), table["required"].dup_text(row) == "ja")


def fold(heading):
    return heading.split("(")[0].casefold().translate({ord(c): None for c in " -_"})


class Tables(unittest.TestCase):
    def test_headings_differ(self):
        """No heading could be that of two columns, and none is empty."""
        for calculator, name in table_inputs():
            with self.subTest(f"{calculator.get_name()} {name}"):
                known = [{fold(text) for text in texts[:3]} for texts in columns(calculator, name)]
                self.assertTrue(known)
                self.assertFalse(any("" in texts for texts in known))
                for one, two in itertools.combinations(known, 2):
                    self.assertFalse(one & two)

    def test_each_heading_is_read(self):
        for calculator, name in table_inputs():
            listed = list(columns(calculator, name))
            for language, which in (("name", 0), ("Danish", 1), ("English", 2)):
                with self.subTest(f"{calculator.get_name()} {name}, {language}"):
                    line = ";".join(texts[which].upper() for texts in reversed(listed)) + "\n"
                    calculator.set_from_string(name, line)
                    table = calculator.get_property(name)
                    self.assertEqual([column.props.name for column in table.dup_columns()],
                                     [texts[0] for texts in listed])
                    self.assertEqual(len(table), 0)

    def test_required(self):
        """A column that must be there is asked for by its name."""
        for calculator, name in table_inputs():
            with self.subTest(f"{calculator.get_name()} {name}"):
                required = [texts[0] for texts in columns(calculator, name) if texts[3]]
                if not required:
                    continue
                with self.assertRaises(GLib.Error) as raised:
                    calculator.read_table_bytes(name, GLib.Bytes.new(b"zzz\n"), "a.csv", None)
                self.assertTrue(raised.exception.matches(Kkr.load_error_quark(),
                                                         Kkr.LoadError.SCHEMA))
                for column in required:
                    self.assertIn(f"a.csv:1:1: no column {column} (", raised.exception.message)

    def test_bad_cells_are_problems(self):
        """A table that was not read from a file is checked as one that was."""
        builder = Kkr.TableBuilder.new("wrong", "Forkert", "Wrong")
        builder.add_int64("zzz", "Z", "Z", Kkr.Unit.NONE, [1])
        wrong = builder.end()
        for calculator, name in table_inputs():
            with self.subTest(f"{calculator.get_name()} {name}"):
                required = [texts[0] for texts in columns(calculator, name) if texts[3]]
                calculator.set_property(name, wrong)
                texts = [problem.to_string() for problem in calculator.validate()
                         if problem.get_input() == name]
                for column in required:
                    self.assertTrue(any(f"{name}: no column {column} (" in text
                                        for text in texts), texts)

    def test_descriptions(self):
        for calculator, name in table_inputs():
            with self.subTest(f"{calculator.get_name()} {name}"):
                inputs = calculator.describe()
                row = inputs.find_row(name)
                self.assertEqual(inputs["kind"].dup_text(row), "tabel")
                self.assertEqual(inputs["kind"].dup_text_in(row, "en"), "table")


if __name__ == "__main__":
    unittest.main()
