# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each public header compiles alone, as C and as C++."""
import os
import shutil
import subprocess
import tempfile
import unittest

import tree

FLAGS = ["-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror", "-fsyntax-only"]


def cflags():
    out = subprocess.run(["pkg-config", "--cflags", "gio-2.0"], check=True, capture_output=True,
                         text=True).stdout.split()
    return out + [f"-I{tree.BUILD}", f"-I{tree.SOURCE}"]


class Headers(unittest.TestCase):
    def compile_each(self, compiler, ending, *flags):
        names = [tree.short(path) for path in tree.public_headers()]
        self.assertTrue(names)
        for name in names + ["libkkr/kkr.h", "libkkr/base/kkr-version.h"]:
            with self.subTest(header=name), tempfile.TemporaryDirectory() as folder:
                source = os.path.join(folder, "alone" + ending)
                with open(source, "w", encoding="utf-8") as stream:
                    stream.write(f"#include <{name}>\n")
                done = subprocess.run([compiler, *flags, *FLAGS, *cflags(), source],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_all_in_one(self):
        """The one header that a program includes brings all the others."""
        out = subprocess.run([shutil.which("cc") or "gcc", "-H", "-fsyntax-only", *cflags(), "-xc",
                              str(tree.BUILD) + "/libkkr/kkr.h"], capture_output=True, text=True)
        self.assertEqual(out.returncode, 0, out.stderr)
        for path in tree.public_headers():
            self.assertIn(tree.short(path), out.stderr)

    def test_as_c(self):
        self.compile_each(shutil.which("cc") or "gcc", ".c", "-std=gnu11")

    def test_as_cxx(self):
        compiler = shutil.which("c++") or shutil.which("g++") or shutil.which("clang++")
        if compiler is None:
            self.skipTest("no C++ compiler")
        self.compile_each(compiler, ".cpp", "-std=c++17")
