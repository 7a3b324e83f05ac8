# SPDX-License-Identifier: LGPL-2.1-or-later
"""Texts that are no table, or hardly one: a result that says so, or one clear error."""
import unittest

import tap

Kkr = tap.kkr()
import reconciling  # noqa: E402
import refusals  # noqa: E402
from gi.repository import GLib  # noqa: E402

DOMAIN = Kkr.CalcError.quark()
OUT_OF_RANGE = Kkr.CalcError.OUT_OF_RANGE
LOAD = Kkr.LoadError.quark()


def reconcile(text):
    return Kkr.Reconciliation(text=text).run()


def from_bytes(data):
    return Kkr.Reconciliation.new_from_bytes(GLib.Bytes.new(data))


class NothingToFind(unittest.TestCase):
    """A table in which no number has to do with another."""

    def nothing(self, text):
        found = reconciling.Reconciled(text)
        self.assertEqual((found.relations, found.repairs), ([], []), text)
        notes = [note.get_danish() for note in found.result.dup_notes()]
        self.assertTrue(any("ikke fundet nogen sammenhæng" in note for note in notes), notes)

    def test_no_totals(self):
        self.nothing("Kommune;Nummer\nRebild;8413\nMorsø;7730\nThisted;1871\n")

    def test_one_cell(self):
        self.nothing("12")
        self.nothing("A;12\n")

    def test_duplicate_headings(self):
        self.nothing("Kommune;Antal;Antal\nRebild;8413;17\nMorsø;7730;2201\nThisted;1871;6\n")


class Refused(refusals.Refusals):
    def refuse(self, text, *parts):
        self.refused(DOMAIN, OUT_OF_RANGE, parts, reconcile, text)

    def test_empty(self):
        for text in ("", "\n\n", "# kun en bemærkning\n", "---\n"):
            self.refuse(text, "no table: nothing found")

    def test_only_labels(self):
        self.refuse("Kommune;Region\nRebild;Nordjylland\n", "a table without numbers",
                    "a column of numbers expected")

    def test_text_in_number_cells(self):
        self.refuse("Kommune;Antal;Andel\nRebild;3;60\nMorsø;to;40\nI alt;5;100\n",
                    "3:7: text in a column of numbers", '"to" found')
        self.refuse("Kommune   Antal\nRebild    3\nMorsø     ca. to\nI alt     5\n",
                    "3:11: text in a column of numbers", '"ca. to" found')

    def test_ragged_rows(self):
        self.refuse("Kommune;Antal;Andel\nRebild;3;60\nMorsø;2\nI alt;5;100\n",
                    "3:1: a line with too few cells: 2 found, 3 expected, with - where one is blank")
        self.refuse("Kommune;Antal\nRebild;3;60\nMorsø;2\nI alt;5\n",
                    "a line with too few cells")

    def test_two_ways_of_writing_numbers(self):
        self.refuse("A;1.234,5\nB;2,345.6\nC;1.234,5\n",
                    "2:3: a number that is not written as the others", '"2,345.6" found')
        self.refuse("A;1,234\nB;2,345\n", "1:3: a comma that can part thousands or decimals")

    def test_limits(self):
        self.refuse("A;1\n" * 10001, "10001:1: a table that is too long")
        self.refuse("A" + ";1" * 200, "too many fields")
        self.refuse("A|" + "1|" * 201, "a table that is too wide")
        self.refuse(("A" + "|1" * 100 + "\n") * 3000, "a table that is too large")
        self.refuse("1" * (4 * 1024 * 1024 + 1), "a text that is too long")

    def test_no_text(self):
        self.refused(DOMAIN, Kkr.CalcError.MISSING_INPUT, ["text"], Kkr.Reconciliation().run)


class Files(refusals.Refusals):
    """The bytes of a file, whatever they are."""

    def test_encodings(self):
        text = "Område;Beløb\nMorsø;1,5\nLæsø;2,5\nI alt;4,0\n"
        for data in (text.encode("utf-8"), text.encode("utf-8-sig"), text.encode("cp1252")):
            self.assertEqual(from_bytes(data).props.text, text)
        self.refused(LOAD, Kkr.LoadError.SYNTAX, ["UTF-16"], from_bytes, text.encode("utf-16"))

    def test_binary(self):
        self.refused(LOAD, Kkr.LoadError.SYNTAX, ["1:4: no text: the byte 00 found"], from_bytes,
                     b"ELF\x00\x01" + b"\x00" * 100)
        self.refused(LOAD, Kkr.LoadError.SYNTAX, ["the byte"], from_bytes, bytes(range(256)))

    def test_hundred_megabytes(self):
        for data in (b"\0", b"A;1\n", b"1"):
            self.refused(LOAD, Kkr.LoadError.LIMIT, ["a file that is too large"], from_bytes,
                         data * (100 * 1024 * 1024 // len(data)))

    def test_nothing(self):
        self.assertEqual(from_bytes(b"").props.text, "")
        self.refused(DOMAIN, OUT_OF_RANGE, ["no table"], from_bytes(b"").run)


class Hostile(unittest.TestCase):
    """Tables at the limit end, and so do those in which everything could be a sum of everything."""

    def test_large_tables(self):
        for text in ("A;1\n" * 10000, ("A" + ";1" * 150 + "\n") * 100, "1\n" * 10000,
                     "".join(f"r{row};{2 ** (row % 60)}\n" for row in range(1000)),
                     "".join(f"r{row}" + ";0" * 20 + "\n" for row in range(1000)),
                     "I alt;1\n" * 500, "Heraf;100%\n" * 500):
            try:
                reconcile(text)
            except GLib.Error as error:
                self.assertTrue(error.matches(DOMAIN, OUT_OF_RANGE), error.message)

    def test_numbers_at_the_limit(self):
        big = "9" * 38
        for text in (f"A;{big}\nB;{big}\nI alt;{big}\n", f"A;0,{big}\nB;1\nI alt;1\n",
                     "A;" + "9" * 60 + "\n"):
            try:
                reconcile(text)
            except GLib.Error as error:
                self.assertTrue(error.domain == GLib.quark_to_string(DOMAIN), error.message)


if __name__ == "__main__":
    unittest.main()
