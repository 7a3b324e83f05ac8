# SPDX-License-Identifier: LGPL-2.1-or-later
"""A Vala program is compiled with the vapi, and run."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ["KKR_SOURCE"]
BUILD = os.environ["KKR_BUILD"]
HERE = pathlib.Path(__file__).parent


class Vala(unittest.TestCase):
    def test_program(self):
        if shutil.which("valac") is None:
            self.skipTest("no valac")
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "shares")
            words = ["valac", "--vapidir", f"{BUILD}/bindings/vala", "--pkg", "gio-2.0",
                     "--pkg", "libkkr-1",
                     "-o", program, str(HERE / "shares.vala")]
            flags = ["-w", f"-I{SOURCE}", f"-I{BUILD}", f"-L{BUILD}/libkkr", "-lkkr-1"]
            for flag in flags:
                words += ["-X", flag]
            done = subprocess.run(words, capture_output=True, text=True, cwd=folder)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            done = subprocess.run([program], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (0, "29 43 28 = 100\n"), done.stderr)
