# SPDX-License-Identifier: LGPL-2.1-or-later
"""A thousand tables as they should be, and a thousand with an error that no rounding explains."""
import random
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
import printed_tables  # noqa: E402
import printed_text  # noqa: E402
import reconciling  # noqa: E402
from printed_tables import Cell, Relation, Table  # noqa: E402

TABLES = 1000
FALSE_ALARMS = TABLES // 100


def reconcile(rng, table):
    text, sign = printed_text.write(rng, table)
    return text, reconciling.Reconciled(text, decimal_sign=sign)


def names(table, where):
    """What the result may call a cell: a table may stand on its side, or have one column."""
    row, column = table.rows[where[0]], table.columns[where[1]]
    return {f"{row} / {column}", f"{column} / {row}"} | ({row} if len(table.columns) == 1 else set())


class Generator(unittest.TestCase):
    """What the generator says of its own tables is right."""

    def table(self, *printed):
        table = Table("da", ["A", "B", "C", "I alt"], ["Beløb"])
        for row, text in enumerate(printed):
            table.cells[row, 0] = Cell(Fraction(text), 1, Fraction(text))
        table.relations.append(Relation("sum", (3, 0), [(0, 0), (1, 0), (2, 0)]))
        return table

    def test_sums(self):
        """Three numbers and their sum of one decimal are wrong by 4 * 0,05 at most."""
        self.assertFalse(printed_tables.unexplained(self.table("1.1", "2.2", "3.3", "6.6")))
        self.assertFalse(printed_tables.unexplained(self.table("1.1", "2.2", "3.3", "6.8")))
        self.assertTrue(printed_tables.unexplained(self.table("1.1", "2.2", "3.3", "6.9")))
        self.assertTrue(printed_tables.unexplained(self.table("1.1", "2.2", "3.3", "6.3")))

    def test_quotients(self):
        """7 of 16 is 43,75 per cent: 6,5 of 16,5 is 39,39 and 7,5 of 15,5 is 48,39."""
        table = Table("da", ["A"], ["x", "y", "p"])
        for column, number in enumerate((16, 7, 0)):
            table.cells[0, column] = Cell(Fraction(number), 0, Fraction(number))
        share = Relation("share", (0, 2), [(0, 0), (0, 1)])
        growth = Relation("growth", (0, 2), [(0, 0), (0, 1)])
        self.assertEqual(printed_tables.image(table, share),
                         (Fraction(1300, 33), Fraction(1500, 31)))
        self.assertEqual(printed_tables.image(table, growth),
                         (Fraction(1300, 33) - 100, Fraction(1500, 31) - 100))

    def test_rounding(self):
        for exact, away, even in (("0.25", "0.3", "0.2"), ("-0.25", "-0.3", "-0.2"),
                                  ("0.35", "0.4", "0.4"), ("-0.35", "-0.4", "-0.4"),
                                  ("0.24", "0.2", "0.2"), ("-0.26", "-0.3", "-0.3")):
            cell = Cell(Fraction(exact), 1)
            cell.round(False)
            self.assertEqual(cell.printed, Fraction(away), exact)
            cell.round(True)
            self.assertEqual(cell.printed, Fraction(even), exact)

    def test_text(self):
        cell = Cell(Fraction(0), 2, Fraction("-1234567.05"))
        self.assertEqual(printed_text.show(cell, "da"), "-1.234.567,05")
        self.assertEqual(printed_text.show(cell, "en", "%"), "-1,234,567.05%")


class Generated(unittest.TestCase):
    def test_right_tables(self):
        alarms = []
        for seed in range(TABLES):
            rng = random.Random(seed)
            text, found = reconcile(rng, printed_tables.make(rng))
            if found.with_verdict("impossible"):
                alarms.append(f"{seed}: {sorted(found.with_verdict('impossible'))}\n{text}")
        self.assertLessEqual(len(alarms), FALSE_ALARMS, "\n".join(alarms[:3]))

    def test_errors(self):
        missed = []
        for seed in range(TABLES, 2 * TABLES):
            rng = random.Random(seed)
            table = printed_tables.make(rng)
            where, before = printed_tables.spoil(rng, table)
            text, found = reconcile(rng, table)
            cells = {repair["cell"] for repair in found.repairs}
            if not found.with_verdict("impossible") or not cells & names(table, where):
                missed.append(f"{seed}: {names(table, where)} was {before}\n{text}")
        self.assertEqual(missed, [])


if __name__ == "__main__":
    unittest.main()
