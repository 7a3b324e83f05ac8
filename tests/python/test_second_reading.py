# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library says of each printed table, against a second reading of the documents.

tests/golden/second-reading-*.csv were entered from the documents alone: for each column of a table
how many of its cells hold a number, and their sum as printed; rows that print totals are left out. A
line without a column is about the facts of a series and those below it. Where two documents print the
same fact, a line names its source.
"""
import csv
import decimal
import pathlib
import unittest

import xml.etree.ElementTree as ElementTree

import tap

Kkr = tap.kkr()
TESTS = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = TESTS / "golden"
DATA = TESTS.parent / "libkkr" / "data"


def printed_totals():
    """Subjects of the rows that print a total, by the key of the table."""
    found = {}
    for path in DATA.glob("*.xml"):
        for table in ElementTree.parse(path).getroot().iter("table"):
            found[table.get("key")] = {row.get("subject") for row in table.iter("row")
                                       if row.get("total") == "yes"}
    return found


class SecondReading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Kkr.Register.new_packaged()
        cls.totals = printed_totals()

    def facts_of(self, row):
        key = row["key"].rstrip("/")
        prefix = key + "/" + (row["column"] + "/" if row["column"] else "")
        totals = self.totals.get(key, set()) if row["column"] else set()
        for fact in self.register.dup_facts(prefix) + self.register.dup_facts(key):
            whole = fact.get_key()
            if whole != key and not whole.startswith(prefix):
                continue
            if whole[len(prefix):] in totals or fact.get_text() is not None:
                continue
            if fact.get_status() != Kkr.CellStatus.VALUE:
                continue
            if row.get("valid") and fact.dup_valid().to_string() != row["valid"]:
                continue
            if row.get("source") and fact.get_source().get_id() != row["source"]:
                continue
            yield fact

    def test_every_column(self):
        lists = sorted(GOLDEN.glob("second-reading-*.csv"))
        self.assertEqual(len(lists), 4)
        for path in lists:
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    found = {(fact.get_key(), fact.get_source().get_id(),
                              fact.dup_valid().to_string(), fact.get_price_level()):
                             decimal.Decimal(fact.get_printed()) for fact in self.facts_of(row)}
                    with self.subTest(key=row["key"], column=row["column"], valid=row.get("valid")):
                        self.assertEqual((len(found), sum(found.values())),
                                         (int(row["cells"]), decimal.Decimal(row["sum"])),
                                         row["lines"])


if __name__ == "__main__":
    unittest.main()
