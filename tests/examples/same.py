# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each example prints the same in C, Python and JavaScript, in every locale, and what is committed
in examples/expected."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import locales

SOURCE = pathlib.Path(os.environ["KKR_SOURCE"])
BUILD = pathlib.Path(os.environ["KKR_BUILD"])
EXAMPLES = SOURCE / "examples"


class Same(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.danish = locales.danish(cls.folder.name)

    def commands(self, name):
        """How to run the example in each language; its path without ending stands for it."""
        program = BUILD / "examples" / f"example-{name}"
        return {"c": [program],
                "python": [sys.executable, EXAMPLES / "python" / f"{name}.py"],
                "javascript": [shutil.which("gjs"), "-m", EXAMPLES / "javascript" / f"{name}.js"]}

    def check(self, name, language, variables):
        command = self.commands(name)[language]
        if command[0] is None:
            self.skipTest("no GJS")
        done = subprocess.run(command, env={**locales.CLEAN, **variables}, cwd=self.folder.name,
                              capture_output=True)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        expected = (EXAMPLES / "expected" / f"{name}.txt").read_text(encoding="utf-8")
        self.assertEqual(done.stdout.decode("utf-8"), expected)

    def check_danish(self, name, language):
        if self.danish is None:
            self.skipTest("no Danish locale, and none can be made")
        # Else the test would say nothing: the locale has to be one whose decimal sign shows.
        shown = subprocess.run(["locale", "decimal_point"], env={**locales.CLEAN, **self.danish},
                               capture_output=True, text=True).stdout
        self.assertEqual(shown, ",\n")
        self.check(name, language, self.danish)


def add(name, language):
    method = f"test_{name.replace('-', '_')}_{language}"
    setattr(Same, method,
            lambda self: self.check(name, language, {"LC_ALL": "C.UTF-8"}))
    setattr(Same, method + "_in_danish", lambda self: self.check_danish(name, language))


for each in sorted(path.stem for path in (EXAMPLES / "expected").glob("*.txt")):
    for folder in ("c", "python", "javascript"):
        add(each, folder)
