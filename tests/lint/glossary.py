# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public class stands in doc/glossary.md: Danish, English, paragraph of law."""
import sys
import unittest

import gir
import tree

sys.path.insert(0, str(tree.SOURCE / "libkkr" / "model"))
import describe  # noqa: E402

SPACE = gir.namespace()


def rows():
    """The cells of each row of the glossary's tables."""
    text = (tree.SOURCE / "doc" / "glossary.md").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line.startswith("|") and not line.startswith(("|-", "| -")):
            found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


class Glossary(unittest.TestCase):
    def test_every_class_is_there(self):
        named = {cell.strip("`") for row in rows() for cell in row if cell.startswith("`Kkr")}
        tree.report(self, [node.get("name") for node in gir.classes(SPACE)
                           if "Kkr" + node.get("name") not in named])

    def test_rows_are_full(self):
        tree.report(self, ["| " + " | ".join(row) for row in rows()
                           if len(row) != 4 or not all(row)])

    def test_rows_say_what_the_descriptions_say(self):
        expected = [[cls.danish, cls.english, f"`{cls.type}`", cls.law or "–"]
                    for cls in describe.read(tree.SOURCE / "libkkr" / "model")]
        found = rows()
        tree.report(self, ["| " + " | ".join(row) for row in expected if row not in found])
