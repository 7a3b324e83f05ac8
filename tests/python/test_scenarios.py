# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables of scenarios are read from CSV, and each fault is told where it stands."""
import os
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402


def read(text, calculator=None, uri="scenarier.csv"):
    encoded = text if isinstance(text, bytes) else text.encode("utf-8")
    calculator = calculator or Kkr.SupervisionTariff()
    return calculator.read_scenarios_bytes(GLib.Bytes.new(encoded), uri, None)


class Good(unittest.TestCase):
    def test_amounts_and_words(self):
        table = read("budget;offers-1;year\r\n19.156.058,50 kr.;350;2024\r\n20 mio.;;2025\r\n")
        self.assertEqual(table.get_name(), "scenarios")
        self.assertEqual(len(table), 2)
        budget = table["budget"]
        self.assertEqual(budget.get_title_in("da"), "Budget")
        self.assertEqual([budget.get_int64(row) for row in range(2)], [1915605850, 2000000000])
        self.assertEqual(table["offers-1"].get_int64(0), 350)
        self.assertEqual(table["offers-1"].get_cell_status(1), Kkr.CellStatus.MISSING)
        self.assertEqual([table["year"].get_int64(row) for row in range(2)], [2024, 2025])

    def test_empty_amount_is_missing(self):
        budget = read("budget;year\n;2024\n5;2025\n")["budget"]
        self.assertEqual(budget.get_cell_status(0), Kkr.CellStatus.MISSING)
        self.assertEqual(budget.get_int64(1), 500)

    def test_every_kind_of_input(self):
        table = read("arrangement;known-on;zero-places;base-tariff;places;price-level\n"
                     "socialtilsyn-nord;2023-08-21;lowest-group;43.851,60;8;2024\n")
        self.assertEqual([[column.dup_text(0)] for column in table.dup_columns()],
                         [["socialtilsyn-nord"], ["2023-08-21"], ["lowest-group"], ["43.851,60"],
                          ["8"], ["2024"]])

    def test_one_column_without_a_delimiter(self):
        budget = read("budget\n100,50\n\n200\n")["budget"]
        self.assertEqual([budget.get_int64(row) for row in range(2)], [10050, 20000])

    def test_delimiters_quotes_and_encodings(self):
        expected = [["Ærø"], ["2024"]]
        for text in ("arrangement;year\nÆrø;2024\n", "arrangement\tyear\nÆrø\t2024",
                     "arrangement,year\n\"Ærø\",2024\n", "\ufeffarrangement;year\r\nÆrø;2024",
                     " Arrangement ; YEAR \n Ærø ; 2024 \n",
                     "arrangement;year\nÆrø;2024\n".encode("windows-1252")):
            with self.subTest(text):
                self.assertEqual([[column.dup_text(0)] for column in read(text).dup_columns()],
                                 expected)

    def test_what_spreadsheets_leave_behind(self):
        table = read("budget;year;;\n1;2024;;\n;;;\n2;2025;;\n;;;\n")
        self.assertEqual([column.props.name for column in table.dup_columns()],
                         ["budget", "year"])
        self.assertEqual(len(table), 2)

    def test_no_scenarios(self):
        table = read("budget;year\n")
        self.assertEqual(len(table), 0)
        self.assertEqual(len(table.dup_columns()), 2)

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "scenarier.csv")
            with open(path, "w", encoding="utf-8") as stream:
                stream.write("budget;year\n1;2024\n")
            calculator = Kkr.ObjectiveFinancing()
            table = calculator.read_scenarios(path, None)
            self.assertEqual(table["budget"].get_int64(0), 100)
            loop = GLib.MainLoop()
            seen, read_later = [], []
            calculator.connect("notify::progress", lambda self, _: seen.append(self.get_progress()))

            def done(source, task):
                read_later.append(source.read_scenarios_finish(task))
                loop.quit()
            calculator.read_scenarios_async(path, None, done)
            loop.run()
            self.assertEqual(read_later[0].to_csv(), table.to_csv())
            self.assertTrue(all(0.0 <= one <= 1.0 for one in seen), seen)


class Bad(unittest.TestCase):
    def refused(self, text, code, *parts, calculator=None):
        with self.assertRaises(GLib.Error) as caught:
            read(text, calculator)
        self.assertTrue(caught.exception.matches(Kkr.load_error_quark(), code),
                        caught.exception.message)
        for part in parts:
            self.assertIn(part, caught.exception.message)
        return caught.exception.message

    def test_cells(self):
        message = self.refused("budget;year;base-tariff\n1;2024;\nx;i år;1\n2;2025;to\n",
                               Kkr.LoadError.VALUE)
        lines = message.splitlines()
        self.assertEqual(len(lines), 4)
        self.assertTrue(lines[0].startswith("scenarier.csv:3:1: budget: "), lines)
        self.assertIn('"x" found', lines[0])
        self.assertTrue(lines[1].startswith("scenarier.csv:3:3: year: "), lines)
        self.assertTrue(lines[2].startswith("scenarier.csv:4:8: base-tariff: "), lines)
        self.assertEqual(lines[3], "3 problems in all")

    def test_cell_says_what_set_from_string_says(self):
        for name, text in (("budget", "mange"), ("year", "2024,5"), ("base-tariff", "x"),
                           ("zero-places", "refus"), ("offers-1", "3000000000"),
                           ("budget", "92233720368547758,08")):
            with self.subTest(name), self.assertRaises(GLib.Error) as caught:
                Kkr.SupervisionTariff().set_from_string(name, text)
            self.assertEqual(self.refused(f"{name}\n{text}\n", Kkr.LoadError.VALUE),
                             f"scenarier.csv:2:1: {caught.exception.message}")

    def test_no_more_than_ten_are_told(self):
        lines = self.refused("year\n" + "x\n" * 1000, Kkr.LoadError.VALUE).splitlines()
        self.assertEqual(len(lines), 11)
        self.assertTrue(lines[9].startswith("scenarier.csv:11:1: year: "), lines[9])
        self.assertEqual(lines[10], "1000 problems in all")

    def test_headings(self):
        self.refused("year;budgett\n", Kkr.LoadError.SCHEMA, "scenarier.csv:1:6: ",
                     'no such input: "budgett" found, one of register, ', "; near it: budget")
        self.refused("regneark\n", Kkr.LoadError.SCHEMA, "one of register, arrangement, year")
        self.refused("progress\n0\n", Kkr.LoadError.SCHEMA, "no such input")
        self.refused("register;year\npackaged;2024\n", Kkr.LoadError.SCHEMA, ":1:1: register")
        self.refused("year;budget;Year\n", Kkr.LoadError.SCHEMA, ":1:13: ", "found twice")
        self.refused("year;\n2024;5\n", Kkr.LoadError.SCHEMA, ":2:6: ", "without a heading")

    def test_lines(self):
        self.refused("year;budget\n2024\n", Kkr.LoadError.SCHEMA,
                     "scenarier.csv:2:1: another number of fields: 1 found, 2 expected")
        self.refused('year;arrangement\n2024;"nord\n', Kkr.LoadError.SYNTAX, ":2:6: ")
        self.refused('year;arrangement\n2024;no"rd\n', Kkr.LoadError.SYNTAX, ":2:8: ")
        # A field that goes over two lines does not make the next scenario lose its place.
        self.refused('arrangement;year\n"a\nb";2024\nc;x\n', Kkr.LoadError.VALUE,
                     "scenarier.csv:4:3: year")

    def test_files_that_are_none(self):
        for text in ("", "\n\n", ";;\n"):
            with self.subTest(text):
                self.refused(text, Kkr.LoadError.SCHEMA, "scenarier.csv:1:1: an empty file")
        self.refused(b"\xff\xfey\x00", Kkr.LoadError.SYNTAX, "UTF-16")
        self.refused(b"year\n\x00\n", Kkr.LoadError.SYNTAX, ":2:1: ")
        self.refused(";".join(["year"] * 300), Kkr.LoadError.LIMIT, "too many fields")

    def test_no_such_file(self):
        with self.assertRaises(GLib.Error) as caught:
            Kkr.SupervisionTariff().read_scenarios("nowhere.csv", None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))
        self.assertIn("nowhere.csv", caught.exception.message)

    def test_cancelled(self):
        stop = Gio.Cancellable()
        stop.cancel()
        with self.assertRaises(GLib.Error) as caught:
            Kkr.SupervisionTariff().read_scenarios_bytes(GLib.Bytes.new(b"year\n2024\n"), None,
                                                         stop)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


if __name__ == "__main__":
    unittest.main()
