# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables laid out as municipalities do: every error is found, and right tables are left alone."""
import random
import unittest

import tap

tap.kkr()
import printed_layouts  # noqa: E402
import printed_tables  # noqa: E402
import printed_text  # noqa: E402
import reconciling  # noqa: E402

TABLES = 1000


class Layouts(unittest.TestCase):
    def find(self, seed, spoilt):
        rng = random.Random(seed)
        table = printed_layouts.make(rng)
        if spoilt:
            printed_layouts.spoil(rng, table, printed_tables.changes)
        text, sign = printed_layouts.write(rng, table, printed_text.show, printed_text.delimited,
                                           printed_text.bars, printed_text.spaced)
        return text, reconciling.Reconciled(text, decimal_sign=sign).with_verdict("impossible")

    def test_right_tables(self):
        alarms = [seed for seed in range(TABLES) if self.find(seed, False)[1]]
        self.assertLessEqual(len(alarms), TABLES // 100, alarms)

    def test_errors(self):
        missed = [seed for seed in range(TABLES) if not self.find(TABLES + seed, True)[1]]
        self.assertEqual(missed, [])


if __name__ == "__main__":
    unittest.main()
