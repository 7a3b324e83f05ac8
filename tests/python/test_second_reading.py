# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library says of each printed table, against a second reading of the documents.

tests/golden/second-reading-*.csv were entered from the documents alone: for each column of a table
how many of its cells hold a number, and their sum as printed; rows that print totals are left out. A
line without a column is about the facts of a series and those below it.
"""
import csv
import decimal
import pathlib
import unittest

import tap

Kkr = tap.kkr()
GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "golden"


class SecondReading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Kkr.Register.new_packaged()

    def total_rows(self, key):
        """Keys of the rows that print a total: they have a status of their own in the table."""
        return set(self.register.dup_table_total_rows(key))

    def facts_of(self, row):
        key = row["key"].rstrip("/")
        prefix = key + "/" + (row["column"] + "/" if row["column"] else "")
        totals = self.total_rows(key) if row["column"] else set()
        for fact in self.register.dup_facts(prefix) + self.register.dup_facts(key):
            whole = fact.get_key()
            if whole != key and not whole.startswith(prefix):
                continue
            if whole[len(prefix):] in totals or fact.get_text() is not None:
                continue
            if fact.get_status() != Kkr.CellStatus.VALUE:
                continue
            if row.get("valid") and fact.dup_valid().to_string_in("en") != row["valid"]:
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
                    with self.subTest(key=row["key"], column=row["column"], valid=row["valid"]):
                        self.assertEqual((len(found), sum(found.values())),
                                         (int(row["cells"]), decimal.Decimal(row["sum"])),
                                         row["lines"])


if __name__ == "__main__":
    unittest.main()
