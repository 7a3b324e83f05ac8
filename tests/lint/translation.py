# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every marked message is in POTFILES and has a Danish translation."""
import re
import shutil
import subprocess
import tempfile
import unittest

import tree

PO = tree.SOURCE / "libkkr" / "po"


def marked():
    return [path for path in tree.files(".c", below="libkkr")
            if re.search(r"\b(_|N_)\s*\(\"", path.read_text(encoding="utf-8"))]


class Translation(unittest.TestCase):
    def test_potfiles(self):
        listed = [line for line in (PO / "POTFILES").read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(set(listed)))
        self.assertEqual(listed, sorted(tree.short(path) for path in marked()))

    def test_danish_is_complete(self):
        for tool in ("xgettext", "msgmerge", "msgattrib", "msgfmt"):
            if shutil.which(tool) is None:
                self.skipTest(f"no {tool}")
        with tempfile.TemporaryDirectory() as folder:
            def run(*command):
                return subprocess.run(command, check=True, cwd=tree.SOURCE, capture_output=True,
                                      text=True, encoding="utf-8").stdout
            pot = f"{folder}/kkr.pot"
            run("xgettext", "--from-code=UTF-8", "--language=C", "--keyword=_", "--keyword=N_",
                "--keyword=g_dngettext:2,3", "--force-po", "-o", pot, *map(str, marked()),
                *([] if marked() else ["/dev/null"]))
            merged = f"{folder}/da.po"
            run("msgmerge", "--quiet", "--force-po", "--no-fuzzy-matching", "-o", merged,
                str(PO / "da.po"), pot)
            for state in ("--untranslated", "--only-fuzzy", "--only-obsolete"):
                obsolete = [] if state == "--only-obsolete" else ["--no-obsolete"]
                left = run("msgattrib", "--no-wrap", state, *obsolete, merged)
                tree.report(self, [f"{state[2:]}: {line}" for line in left.splitlines()
                                   if re.match(r'(#~ )?msgid "[^"]', line)])
            run("msgfmt", "--check", "-o", "/dev/null", str(PO / "da.po"))
