# SPDX-License-Identifier: LGPL-2.1-or-later
"""The best joint assignment: small tables against all ways there are, large ones against a search
for rows that would better change their columns."""
import array
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

Code = Kkr.CalcError
NEVER = 2**63 - 1


def pack(numbers):
    return GLib.Bytes.new(array.array("q", numbers).tobytes())


def unpack(columns):
    return array.array("i", columns.get_data()).tolist()


def assign(costs, n_columns=None):
    """The column of each row of a list of rows."""
    n_columns = len(costs[0]) if n_columns is None else n_columns
    return unpack(Kkr.assign(pack([cost for row in costs for cost in row]), n_columns, None))


def price(costs, columns):
    """How many rows are left over, and what the others cost."""
    pairs = [(row, column) for row, column in enumerate(columns) if column >= 0]
    assert len({column for _, column in pairs}) == len(pairs), "a column was given twice"
    assert all(costs[row][column] != NEVER for row, column in pairs), "what may not be was assigned"
    return len(costs) - len(pairs), sum(costs[row][column] for row, column in pairs)


def try_all(costs):
    """Each way there is: rows in a row take each of the columns that are left, or none."""
    def go_on(row, taken):
        if row == len(costs):
            return 0, 0
        left, cost = go_on(row + 1, taken)
        best = left + 1, cost
        for column, own in enumerate(costs[row]):
            if own != NEVER and column not in taken:
                left, cost = go_on(row + 1, taken | {column})
                best = min(best, (left, cost + own))
        return best
    return go_on(0, frozenset())


def can_be_better(costs, columns):
    """Whether rows could change their columns, round in a circle, so that more are assigned or all
    cost less (Bellman and Ford). The circle goes through columns and through `none`, which is where
    rows are that are left over: who leaves a column goes to the next one."""
    none = len(costs[0])
    largest = max((abs(cost) for row in costs for cost in row if cost != NEVER), default=0)
    dear = 1 + 2 * largest * len(costs)
    moves = []
    for row, own in zip(costs, columns):
        start, before = (none, dear) if own < 0 else (own, row[own])
        moves += [(start, column, cost - before)
                  for column, cost in enumerate(row) if cost != NEVER]
        moves.append((start, none, dear - before))
    for column in range(none):
        moves.append((none, column, 0))  # nobody gets it
        if column not in columns:
            moves.append((column, none, 0))
    distance = [0] * (none + 1)
    for _ in range(none + 2):
        changed = False
        for start, end, more in moves:
            if distance[start] + more < distance[end]:
                distance[end] = distance[start] + more
                changed = True
        if not changed:
            return False
    return True


def draw(generator, most_rows, most_columns):
    n_rows, n_columns = generator.randint(1, most_rows), generator.randint(1, most_columns)
    most = generator.choice([1, 3, 1000, 10**6, 10**15, 10**17, 10**18])
    never = generator.choice([0, 0.2, 0.6, 0.9])
    return [[NEVER if generator.random() < never else generator.randint(-most, most)
             for _ in range(n_columns)] for _ in range(n_rows)]


class ByHand(unittest.TestCase):
    def test_not_greedy(self):
        # The first would take what is cheapest, and the second pay 9 for what is left: 10, not 4.
        self.assertEqual(assign([[1, 2], [2, 9]]), [1, 0])

    def test_as_many_as_can_be(self):
        # The first alone would cost 1; both together cost 101.
        self.assertEqual(assign([[1, 100], [1, NEVER]]), [1, 0])

    def test_left_over(self):
        self.assertEqual(assign([[5], [3], [4]]), [-1, 0, -1])
        self.assertEqual(assign([[NEVER, NEVER], [1, NEVER]]), [-1, 0])
        self.assertEqual(assign([[NEVER]]), [-1])

    def test_more_columns_than_rows(self):
        self.assertEqual(assign([[7, 3, 5, -2], [9, 8, 7, 6]]), [3, 2])

    def test_which_rows_are_left_over(self):
        # Two of three can be assigned: the pair that costs the least, -7 and 2.
        self.assertEqual(assign([[NEVER, 4], [-7, 1], [3, 2]]), [-1, 0, 1])

    def test_nothing(self):
        self.assertEqual(unpack(Kkr.assign(pack([]), 0, None)), [])
        self.assertEqual(unpack(Kkr.assign(pack([]), 3, None)), [])

    def test_numbers_of_64_bits(self):
        least, largest = -2**63 + 1, 2**63 - 2
        self.assertEqual(assign([[least, largest], [least, least]]), [0, 1])
        self.assertEqual(assign([[largest, least], [largest - 1, least]]), [1, 0])
        self.assertEqual(assign([[largest, largest - 1], [largest - 1, largest]]), [1, 0])


class Best(unittest.TestCase):
    def test_small_tables(self):
        generator = random.Random(1)
        for number in range(1000):
            costs = draw(generator, 5, 5)
            with self.subTest(number=number, costs=costs):
                self.assertEqual(price(costs, assign(costs)), try_all(costs))

    def test_larger_tables(self):
        generator = random.Random(2)
        for number in range(60):
            costs = draw(generator, 45, 45)
            with self.subTest(number=number):
                columns = assign(costs)
                price(costs, columns)
                self.assertFalse(can_be_better(costs, columns))

    def test_the_proof_sees_what_is_worse(self):
        generator = random.Random(3)
        for number in range(20):
            costs = [[generator.randint(0, 10**6) for _ in range(12)] for _ in range(12)]
            columns = assign(costs)
            columns[3], columns[8] = columns[8], columns[3]
            with self.subTest(number=number):
                self.assertTrue(can_be_better(costs, columns))
        self.assertTrue(can_be_better([[1, 2]], [-1]))
        self.assertTrue(can_be_better([[1, 2]], [1]))
        self.assertTrue(can_be_better([[2], [1]], [0, -1]))

    def test_structured_costs(self):
        n = 40
        for costs in ([[row * column for column in range(n)] for row in range(n)],
                      [[row + column for column in range(n)] for row in range(n)],
                      [[abs(7 * row % 31 - 11 * column % 37) for column in range(n)]
                       for row in range(n)],
                      [[int(row == column) for column in range(n)] for row in range(n)]):
            self.assertFalse(can_be_better(costs, assign(costs)))

    def test_products(self):
        """The smallest by the largest (the rearrangement inequality)."""
        n = 300
        columns = assign([[row * column for column in range(1, n + 1)] for row in range(1, n + 1)])
        self.assertEqual(columns, list(range(n - 1, -1, -1)))


class SameBest(unittest.TestCase):
    """What may not change the best."""

    def setUp(self):
        generator = random.Random(4)
        self.tables = [draw(generator, 20, 20) for _ in range(60)]

    def each(self):
        for number, costs in enumerate(self.tables):
            with self.subTest(number=number):
                yield costs, price(costs, assign(costs))

    def test_turned(self):
        for costs, best in self.each():
            turned = [list(column) for column in zip(*costs)]
            left, cost = price(turned, assign(turned))
            self.assertEqual((len(turned) - left, cost), (len(costs) - best[0], best[1]))

    def test_order_of_rows_and_columns(self):
        for costs, best in self.each():
            mixed = [row[::-1] for row in costs[::-1]]
            self.assertEqual(price(mixed, assign(mixed)), best)

    def test_the_same_for_all(self):
        for costs, (left, cost) in self.each():
            more = [[own if own == NEVER else own + 1000 for own in row] for row in costs]
            self.assertEqual(price(more, assign(more)), (left, cost + 1000 * (len(costs) - left)))

    def test_times_a_million(self):
        """In 32, 64 and 128 bits."""
        for costs, (left, cost) in self.each():
            if max((abs(own) for row in costs for own in row if own != NEVER), default=0) > 10**6:
                continue
            for times in (10**6, 10**12):
                more = [[own if own == NEVER else own * times for own in row] for row in costs]
                self.assertEqual(price(more, assign(more)), (left, cost * times))

    def test_twice(self):
        for costs, _ in self.each():
            self.assertEqual(assign(costs), assign(costs))

    def test_a_row_that_may_have_nothing(self):
        for costs, (left, cost) in self.each():
            more = [*costs, [NEVER] * len(costs[0])]
            self.assertEqual(price(more, assign(more)), (left + 1, cost))


class Refused(unittest.TestCase):
    def check(self, message, costs, n_columns):
        with self.assertRaises(GLib.Error) as caught:
            Kkr.assign(costs, n_columns, None)
        self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), Code.OUT_OF_RANGE))
        self.assertEqual(caught.exception.message, message)

    def test_bytes(self):
        self.check("costs: not whole rows of 2 64-bit numbers: 24 bytes found, a multiple of 16 "
                   "expected", pack([1, 2, 3]), 2)
        self.check("costs: a table without columns: 8 bytes found, 0, or 1 column or more, "
                   "expected", pack([1]), 0)
        self.check("costs: not on a boundary of 8 bytes: bytes found that begin 4 bytes past one, "
                   "0 expected", pack([1, 2, 3]).new_from_bytes(4, 16), 2)

    def test_missing(self):
        self.check("costs: row 1, column 0: no value found, a whole number expected",
                   pack([1, 2, -2**63, 4]), 2)

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            Kkr.assign(pack([1]), 1, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Asynchronous(unittest.TestCase):
    N = 400

    def run_it(self, costs, n_columns, cancellable=None, told=None):
        loop = GLib.MainLoop()
        progress = Kkr.Progress()
        outcome = []

        def done(_source, result):
            try:
                outcome.append(unpack(Kkr.assign_finish(result)))
            except GLib.Error as error:
                outcome.append(error)
            loop.quit()

        progress.connect("notify::fraction", lambda progress, _: told(progress.props.fraction))
        Kkr.assign_async(costs, n_columns, progress, cancellable, done)
        loop.run()
        return outcome[0]

    def table(self):
        return [row * column for row in range(self.N) for column in range(self.N)]

    def test_progress(self):
        told = []
        columns = self.run_it(pack(self.table()), self.N, told=told.append)
        self.assertEqual(columns, list(range(self.N - 1, -1, -1)))
        self.assertEqual(told, sorted(told))
        self.assertEqual(told[-1], 1)
        self.assertGreater(len(told), 2)

    def test_cancelled_while_it_runs(self):
        cancellable = Gio.Cancellable()
        error = self.run_it(pack(self.table()), self.N, cancellable,
                            told=lambda _: cancellable.cancel())
        self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_nothing_to_search_for(self):
        told = []
        self.assertEqual(self.run_it(pack([1]), 1, told=told.append), [0])
        self.assertEqual(told, [1])

    def test_refused(self):
        error = self.run_it(pack([1, 2, 3]), 2, told=lambda _: None)
        self.assertTrue(error.matches(Kkr.CalcError.quark(), Code.OUT_OF_RANGE))


if __name__ == "__main__":
    unittest.main()
