# SPDX-License-Identifier: LGPL-2.1-or-later
"""Any cell of a batch of a million rows is explained, from several threads at once."""
import array
import random
import os
import resource
import threading
import unittest

import tap

import checker

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
N_SCENARIOS, N_PAYERS = 100000, 11
N_THREADS, N_CELLS = 4, 50
# A cell that is explained leaves nothing behind: 1.000 of them take no more than this.
MAX_KILOBYTES = 32 * 1024


def financing(**inputs):
    return Kkr.ObjectiveFinancing(register=REGISTER, arrangement="socialtilsyn-nord", **inputs)


def budget_of(scenario):
    return 100 * (1000003 + 17 * scenario)


def scenarios():
    bytes_ = array.array("q", map(budget_of, range(N_SCENARIOS))).tobytes()
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
                      GLib.Bytes.new(bytes_))
    return builder.end()


def run_table():
    loop, ends = GLib.MainLoop(), []

    def done(source, answer):
        ends.append(source.run_table_finish(answer))
        loop.quit()
    financing(year=2024).run_table_async(scenarios(), None, None, done)
    loop.run()
    return ends[0]


class Million(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.result = run_table()

    def test_rows(self):
        table = self.result.get_table()
        self.assertGreater(len(table), 10 ** 6)
        choose = random.Random(1)
        for row in [0, len(table) - 1] + [choose.randrange(len(table)) for _ in range(N_CELLS)]:
            scenario, within = divmod(row, N_PAYERS)
            alone = financing(year=2024, budget=budget_of(scenario)).run()
            document = self.result.explain("amount", row).to_json()
            self.assertEqual(checker.check(document), table["amount"].dup_exact(row))
            self.assertEqual(document, alone.explain("amount", within).to_json())
            for column in ("scenario", "code", "municipality"):
                text = self.result.explain(column, row).to_json()
                self.assertEqual(checker.check(text), table[column].dup_text(row)
                                 if column == "municipality" else table[column].dup_exact(row))

    def test_threads(self):
        """The result came from another thread, and all ask it at once."""
        table, found, wrong = self.result.get_table(), [], []

        def ask(seed):
            choose = random.Random(seed)
            try:
                for _ in range(N_CELLS):
                    row = choose.randrange(len(table))
                    document = self.result.explain("amount", row).to_json()
                    found.append(checker.check(document) == table["amount"].dup_exact(row))
            except Exception as error:  # pylint: disable=broad-except
                wrong.append(error)
        threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(N_THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])
        self.assertEqual(found, [True] * (N_THREADS * N_CELLS))

    @unittest.skipIf("asan" in os.environ.get("LD_PRELOAD", ""), "what is freed stays for a while")
    def test_memory(self):
        self.result.explain("amount", 0)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for row in range(0, 1000 * 997, 997):
            self.result.explain("amount", row)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.assertLess(after - before, MAX_KILOBYTES)

    def test_nothing_to_explain(self):
        n = N_SCENARIOS * N_PAYERS
        for column, row, message in (
                ("amount", n, f"no such row: {n} found, 0 to {n - 1} expected"),
                ("amount", -2, "no such row: -2 found"), ("amount", -1, "amount: no total found"),
                ("share", 0, "one of scenario, code, municipality, amount expected"),
                ("change.change", 0, 'no such table: "change" found, one of financing expected')):
            with self.assertRaises(GLib.Error) as caught:
                self.result.explain(column, row)
            self.assertIn(message, caught.exception.message)


if __name__ == "__main__":
    unittest.main()
