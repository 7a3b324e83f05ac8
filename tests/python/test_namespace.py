# SPDX-License-Identifier: LGPL-2.1-or-later
import unittest

import tap

Kkr = tap.kkr()


class Namespace(unittest.TestCase):
    def test_version(self):
        text = Kkr.version_get_string()
        self.assertEqual(text, f"{Kkr.MAJOR_VERSION}.{Kkr.MINOR_VERSION}.{Kkr.MICRO_VERSION}")

    def test_enum_from_string(self):
        self.assertEqual(Kkr.ApportionMethod.from_string("largest-remainder"),
                         Kkr.ApportionMethod.LARGEST_REMAINDER)


if __name__ == "__main__":
    unittest.main()
