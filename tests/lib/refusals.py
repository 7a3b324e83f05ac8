# SPDX-License-Identifier: LGPL-2.1-or-later
"""Test cases in which a call is refused with an error that names the thing."""
import unittest

from gi.repository import GLib


class Refusals(unittest.TestCase):
    def refused(self, domain, code, parts, call, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            call(*arguments)
        error = caught.exception
        self.assertTrue(error.matches(domain, code), f"{error.domain} {error.code}: {error}")
        for part in parts:
            self.assertIn(part, error.message)
        return error.message
