# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every printed figure that the library recomputes: its derivation is worked out again by
tests/checker."""
import json
import unittest

import tap

import checker
import random_calculations as calculations

Kkr = tap.kkr()


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.result = Kkr.Reproduction().run()

    def test_every_figure(self):
        table = self.result.get_table_named("figures")
        column, n_checked, kinds = table["computed"], 0, set()
        for row in range(len(table)):
            if column.get_cell_status(row) != Kkr.CellStatus.VALUE:
                continue
            document = self.result.explain("figures.computed", row).to_json()
            checker.check(document)
            kinds |= {step["kind"] for step in json.loads(document)["steps"]}
            n_checked += 1
        self.assertGreaterEqual(n_checked, 1500)
        self.assertLessEqual({"value", "sum", "formula", "rounding"}, kinds)

    def test_every_other_cell(self):
        for name, column, row in calculations.cells(self.result):
            if name == "figures.computed" or name in calculations.UNEXPLAINED["reproduction"]:
                continue
            self.assertEqual(checker.check(self.result.explain(name, row).to_json()),
                             calculations.shown(column, row), (name, row))


if __name__ == "__main__":
    unittest.main()
