# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shares of columns from Python: bytes in and out, what is refused, threads and forks."""
import array
import os
import signal
import threading
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

METHOD = Kkr.ApportionMethod.LARGEST_REMAINDER
FIRST = Kkr.TieRule.FIRST
CHILDREN = [21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978]
MANY = 40000


def pack(numbers):
    return GLib.Bytes.new(array.array("q", numbers).tobytes())


def unpack(shares):
    return array.array("q", shares.get_data()).tolist()


def share(totals, weights, n_weights=None, method=METHOD, unit=1, tie_rule=FIRST, n_threads=-1,
          cancellable=None):
    n_weights = len(weights) if n_weights is None else n_weights
    return unpack(Kkr.apportion_columns(pack(totals), pack(weights), n_weights, method, unit,
                                        tie_rule, n_threads, cancellable))


class Columns(unittest.TestCase):
    def assert_refused(self, code, message, *given, **named):
        with self.assertRaises(GLib.Error) as caught:
            share(*given, **named)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code))
        self.assertEqual(caught.exception.message, message)

    def test_each_as_by_itself(self):
        totals = [19156058, -19156058, 0, 47]
        for method in (METHOD, Kkr.ApportionMethod.HUNTINGTON_HILL,
                       Kkr.ApportionMethod.INDEPENDENT):
            alone = [Kkr.apportion(total, CHILDREN, method, 1) for total in totals]
            self.assertEqual(share(totals, CHILDREN, method=method), sum(alone, []))
            self.assertEqual(share(totals, CHILDREN * 4, 11, method=method), sum(alone, []))

    def test_no_totals(self):
        shares = Kkr.apportion_columns(pack([]), pack([1, 2]), 2, METHOD, 1, FIRST, 1, None)
        self.assertEqual(bytes(shares.get_data()), b"")

    def test_lengths(self):
        code = Kkr.CalcError
        self.assert_refused(
            code.INCONSISTENT, "weights: neither a row for all totals nor one for each: 3 found, 2 "
            "or 2 times 2 expected", [1, 2], [1, 2, 3], 2)
        self.assert_refused(code.OUT_OF_RANGE, "no weights: 0 found, 1 or more expected", [1], [])
        with self.assertRaises(GLib.Error) as caught:
            Kkr.apportion_columns(GLib.Bytes.new(b"123"), pack([1]), 1, METHOD, 1, FIRST, 1, None)
        self.assertEqual(caught.exception.message, "totals: not a row of 64-bit numbers: 3 bytes "
                                                   "found, a multiple of 8 expected")

    def test_place(self):
        part = GLib.Bytes.new_from_bytes(pack([1, 2, 3]), 4, 16)
        with self.assertRaises(GLib.Error) as caught:
            Kkr.apportion_columns(part, pack([1]), 1, METHOD, 1, FIRST, 1, None)
        self.assertEqual(caught.exception.message, "totals: not on a boundary of 8 bytes: bytes "
                                                   "found that begin 4 bytes past one, 0 expected")

    def test_none(self):
        for totals, weights in ((None, pack([1])), (pack([1]), None)):
            with self.assertRaises(TypeError):
                Kkr.apportion_columns(totals, weights, 1, METHOD, 1, FIRST, 1, None)

    def test_rules(self):
        code = Kkr.CalcError.OUT_OF_RANGE
        self.assert_refused(code, "unit is not positive: 0 found, 1 or more expected", [1], [1],
                            unit=0)
        for number in (0, -5, 1000):
            self.assert_refused(code, f"no such number of threads: {number} found, 1 to 256 "
                                      "expected, or -1 for all cores", [1], [1], n_threads=number)

    def test_weights(self):
        self.assert_refused(Kkr.CalcError.OVERFLOW,
                            "sum of the weights does not fit: 9223372036854775808 found, at most "
                            "9223372036854775807 expected", [1], [2 ** 62, 2 ** 62])

    def test_bad_rows(self):
        for rows in ([0], [MANY // 2], [MANY - 1], [0, 7, MANY - 1]):
            totals = [100] * MANY
            for row in rows:
                totals[row] = 150
            self.assert_refused(
                Kkr.CalcError.OUT_OF_RANGE,
                f"{len(rows)} of {MANY} totals, counted from 0, cannot be shared:" + "".join(
                    f"\ntotal {row}: total is not a multiple of the unit: 150 with the rest 50 "
                    "found, a multiple of 100 expected" for row in rows),
                totals, [1, 2, 3], unit=100)

    def test_more_than_ten_bad_rows(self):
        self.assert_refused(
            Kkr.CalcError.OVERFLOW, "12 of 12 totals, counted from 0, cannot be shared:\n" +
            "\n".join(
                [f"total {row}: total has no positive counterpart: -9223372036854775808 found, "
                 "-9223372036854775807 or more expected" for row in range(10)] + ["and 2 more"]),
            [-2 ** 63] * 12, [1])

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            share([1], [1], cancellable=cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_cancelled_while_it_runs(self):
        """From the progress, before the last part is done."""
        cancellable, progress, loop = Gio.Cancellable(), Kkr.Progress(), GLib.MainLoop()
        seen = []

        def done(_, task):
            try:
                Kkr.apportion_columns_finish(task)
            except GLib.Error as error:
                seen.append(error)
            loop.quit()
        progress.connect("notify::fraction", lambda *_: cancellable.cancel())
        Kkr.apportion_columns_async(pack(range(MANY)), pack(CHILDREN), 11, METHOD, 1, FIRST, 2,
                                    progress, cancellable, done)
        loop.run()
        self.assertTrue(seen[0].matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))
        self.assertEqual(len(seen), 1)

    def test_two_threads_at_once(self):
        expected = share(range(MANY), CHILDREN, n_threads=1)
        found = []
        threads = [threading.Thread(target=lambda: found.append(
            share(range(MANY), CHILDREN, n_threads=2))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [expected, expected])

    def test_fork(self):
        """A child has none of the threads of its parent, and computes all the same."""
        expected = share(range(MANY), CHILDREN, n_threads=2)
        child = os.fork()
        if child == 0:
            # A child that hangs is ended by the alarm.
            signal.alarm(60)
            status = 1
            try:
                status = 0 if share(range(MANY), CHILDREN, n_threads=2) == expected else 1
            finally:
                os._exit(status)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual(share(range(MANY), CHILDREN, n_threads=2), expected)

    def test_numpy(self):
        try:
            import numpy as np
        except ImportError as error:
            self.skipTest(str(error))
        totals = np.arange(1000, dtype=np.int64)
        shares = Kkr.apportion_columns(GLib.Bytes.new(totals.tobytes()), pack(CHILDREN), 11, METHOD,
                                       1, FIRST, -1, None)
        table = np.frombuffer(shares.get_data(), np.int64).reshape(-1, 11)
        self.assertTrue((table.sum(axis=1) == totals).all())

