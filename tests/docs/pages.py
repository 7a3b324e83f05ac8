# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the code of the topic pages and of the README.

The ```python blocks of a page are one program, and so are its ```js blocks and its ```sh blocks; each
```c block is a program by itself. Blocks of ```console are to be read, not run.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["KKR_SOURCE"])
BUILD = pathlib.Path(os.environ["KKR_BUILD"])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path, language):
    """The code of a page, at the lines where it stands there."""
    text = path.read_text(encoding="utf-8")
    return ["\n" * text.count("\n", 0, match.start(2)) + match[2]
            for match in FENCE.finditer(text) if match[1] == language]


class Pages(unittest.TestCase):
    def run_program(self, command, **variables):
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder,
                              env=dict(os.environ, **variables))
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr[-4000:])

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run_python(self, path):
        text = "".join(blocks(path, "python")[:1])
        for block in blocks(path, "python")[1:]:
            text += block[text.count("\n"):]
        for module in ("numpy", "pandas"):
            if f"import {module}" in text:
                try:
                    __import__(module)
                except ImportError as error:
                    self.skipTest(str(error))
        self.run_program([sys.executable, self.write("page.py", text)])

    def run_js(self, path):
        gjs = shutil.which("gjs")
        if gjs is None:
            self.skipTest("no GJS")
        text = "".join(blocks(path, "js")[:1])
        for block in blocks(path, "js")[1:]:
            text += block[text.count("\n"):]
        self.run_program([gjs, "-m", self.write("page.js", text)])

    def run_sh(self, path):
        if not (BUILD / "libkkr/tool/kkr").exists():
            self.skipTest("the command kkr is not built")
        text = "".join(block.lstrip("\n") for block in blocks(path, "sh"))
        self.run_program(["sh", "-eu", self.write("page.sh", text)],
                         PATH=f"{BUILD}/libkkr/tool:{os.environ['PATH']}")

    def run_c(self, path):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gio-2.0"], check=True,
                               capture_output=True, text=True).stdout.split()
        for text in blocks(path, "c"):
            program = str(self.folder / "page")
            self.run_program(["cc", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter",
                              "-o", program, self.write("page.c", text), f"-I{SOURCE}", f"-I{BUILD}",
                              f"-L{BUILD}/libkkr", "-lkkr-1", *flags])
            self.run_program([program])


def add(path, language):
    name = f"test_{path.stem.lower()}_{language}"
    setattr(Pages, name, lambda self: getattr(self, f"run_{language}")(path))


for each in sorted((SOURCE / "doc").rglob("*.md")) + [SOURCE / "README.md"]:
    for kind in ("python", "js", "sh", "c"):
        if blocks(each, kind):
            add(each, kind)
