# SPDX-License-Identifier: LGPL-2.1-or-later
"""The page of calculators by question leaves out none, and names no page that is not there."""
import os
import pathlib
import re
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GObject  # noqa: E402

DOC = pathlib.Path(os.environ["KKR_SOURCE"]) / "doc"


class Questions(unittest.TestCase):
    def setUp(self):
        self.text = (DOC / "questions.md").read_text(encoding="utf-8")

    def test_every_calculator_answers_one(self):
        linked = set(re.findall(r"\[([a-z-]+)\]\(\1\.html\)", self.text))
        named = linked | {getattr(Kkr, name)().get_name() for name in
                          re.findall(r"\[class@Kkr\.(\w+)\]", self.text)}
        known = {GObject.new(kind).get_name() for kind in Kkr.Calculator.dup_types()}
        self.assertEqual(named, known)

    def test_every_page_is_there(self):
        for name in re.findall(r"\]\(([a-z-]+)\.html\)", self.text):
            self.assertTrue((DOC / "calculators" / f"{name}.md").exists(), name)

    def test_every_table_is_named_on_its_page_or_in_the_class(self):
        """A table that a row sends the reader to is one that the class's comment lists."""
        for name, cell in re.findall(r"\]\(([a-z-]+)\.html\) \| tables? (.*) \|", self.text):
            [source] = (DOC.parent / "libkkr" / "calc").glob(f"*/kkr-{name}.c")
            for table in re.findall(r"`([a-z-]+)`", cell):
                self.assertIn(f"`{table}`", source.read_text(encoding="utf-8"), name)


if __name__ == "__main__":
    unittest.main()
