# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables of shares from Python, and against their definition in Python's own whole numbers."""
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

# Nordjylland's children of 0 to 17 years by the printed table, shared between two groups of age.
CHILDREN = [7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978]


def find_nearest(rows, columns, weights):
    """The squared distance, times the square of the sum of the weights, of the nearest table: all
    that have the sums are tried. None if there is none."""
    width, total, whole = len(columns), sum(rows), sum(weights)

    def tables(cell, left, in_row):
        row, column = divmod(cell, width)
        if column == 0:
            if in_row:
                return
            if row == len(rows):
                yield 0
                return
            in_row = rows[row]
        for share in range(min(in_row, left[column]) + 1 if weights[cell] else 1):
            rest = left[:column] + [left[column] - share] + left[column + 1:]
            for distance in tables(cell + 1, rest, in_row - share):
                yield distance + (share * whole - total * weights[cell])**2
    return min(tables(0, columns, 0), default=None)


class ApportionTable(unittest.TestCase):
    def refused(self, code, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            Kkr.apportion_table(*arguments)
        self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), code), caught.exception)
        return caught.exception.message

    def check_sums(self, shares, rows, columns):
        width = len(columns)
        self.assertEqual([sum(shares[i:i + width]) for i in range(0, len(shares), width)], rows)
        self.assertEqual([sum(shares[i::width]) for i in range(width)], columns)

    def test_by_hand(self):
        # Exactly 2 1/2 each, and half a unit more in the first row.
        self.assertEqual(Kkr.apportion_table([6, 4], [5, 5], None, 1, None), [3, 3, 2, 2])
        # The only table with these sums and nothing in its last cell.
        self.assertEqual(Kkr.apportion_table([4, 3], [3, 4], [1, 1, 1, 0], 1, None), [0, 4, 3, 0])

    def test_agrees_with_margins(self):
        # Children of two groups of age by municipality, known for an earlier year; the
        # municipalities' and the groups' numbers of this year are published.
        young = [number * 9 // 20 for number in CHILDREN]
        earlier = [part for number, few in zip(CHILDREN, young) for part in (few, number - few)]
        rows = [number + 17 - 3 * i for i, number in enumerate(CHILDREN)]
        columns = [sum(young) - 40, sum(rows) - sum(young) + 40]
        shares = Kkr.apportion_table(rows, columns, earlier, 1, None)
        self.check_sums(shares, rows, columns)
        self.assertLessEqual(max(abs(new - old) for new, old in zip(shares, earlier)), 30)

    def test_nearest(self):
        rand = random.Random(1)
        impossible = 0
        for _ in range(400):
            height, width = rand.randrange(1, 4), rand.randrange(1, 4)
            rows, columns = [0] * height, [0] * width
            for _ in range(rand.randrange(7)):
                rows[rand.randrange(height)] += 1
                columns[rand.randrange(width)] += 1
            weights = [rand.choice([0, 1, 2, 5, 12345678901]) for _ in range(height * width)]
            weights[rand.randrange(len(weights))] += 1
            nearest = find_nearest(rows, columns, weights)
            if nearest is None:
                impossible += 1
                self.refused(Kkr.CalcError.INCONSISTENT, rows, columns, weights, 1, None)
                continue
            shares = Kkr.apportion_table(rows, columns, weights, 1, None)
            self.check_sums(shares, rows, columns)
            distance = sum((share * sum(weights) - sum(rows) * weight)**2
                           for share, weight in zip(shares, weights))
            self.assertEqual(distance, nearest)
        self.assertGreater(impossible, 10)

    def test_corrections(self):
        rows, columns = [500, 700, 300], [800, 700]
        shares = Kkr.apportion_table(rows, columns, [3, 1, 4, 1, 5, 9], 100, None)
        self.check_sums(shares, rows, columns)
        taken = Kkr.apportion_table([-500, -700, -300], [-800, -700], [3, 1, 4, 1, 5, 9], 100, None)
        self.assertEqual(taken, [-share for share in shares])

    def test_no_weights(self):
        # An empty list is no weights, in every language.
        self.assertEqual(Kkr.apportion_table([2, 2], [2, 2], [], 1, None),
                         Kkr.apportion_table([2, 2], [2, 2], None, 1, None))

    def test_refusals(self):
        out_of_range = Kkr.CalcError.OUT_OF_RANGE
        self.refused(out_of_range, [], [1], None, 1, None)
        self.refused(out_of_range, [1], [], None, 1, None)
        self.refused(out_of_range, [1], [1], [1, 1], 1, None)
        self.refused(out_of_range, [1], [1], [-1], 1, None)
        self.refused(out_of_range, [1], [1], [0], 1, None)
        self.refused(out_of_range, [1], [1], None, 0, None)
        self.refused(out_of_range, [1, -1], [0], None, 1, None)
        self.refused(Kkr.CalcError.OVERFLOW, [-2**63], [-2**63], None, 1, None)
        self.assertIn("rest 50", self.refused(out_of_range, [150], [150], None, 100, None))
        self.assertIn("75 and 74", self.refused(Kkr.CalcError.INCONSISTENT, [75], [74], None, 1,
                                                None))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            Kkr.apportion_table([1, 2], [2, 1], None, 1, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Later(unittest.TestCase):
    def run_later(self, *arguments):
        loop, outcome = GLib.MainLoop(), []

        def done(_, task):
            try:
                outcome.append(Kkr.apportion_table_finish(task))
            except GLib.Error as error:
                outcome.append(error)
            loop.quit()
        Kkr.apportion_table_async(*arguments, done)
        loop.run()
        return outcome[0]

    def test_same_as_now(self):
        rand = random.Random(2)
        rows = [rand.randrange(1000) for _ in range(40)]
        columns = [sum(rows[i::30]) for i in range(30)]
        weights = [1 + rand.randrange(1000) for _ in range(1200)]
        progress, told = Kkr.Progress(), []
        progress.connect("notify::fraction", lambda *_: told.append(progress.get_fraction()))
        later = self.run_later(rows, columns, weights, 1, progress, None)
        self.assertEqual(later, Kkr.apportion_table(rows, columns, weights, 1, None))
        self.assertEqual(told[-1], 1.0)
        self.assertEqual(told, sorted(told))

    def test_error(self):
        error = self.run_later([75], [74], None, 1, None, None)
        self.assertTrue(error.matches(Kkr.CalcError.quark(), Kkr.CalcError.INCONSISTENT))


if __name__ == "__main__":
    unittest.main()
