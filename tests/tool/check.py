# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr check: derivations are worked out again."""
import os
import pathlib
import subprocess
import tempfile
import unittest

from tool import FINANCING, KKR, Case, kkr

CORPUS = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "corpus" / "derivations"


class Check(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as stream:
            stream.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def explain(self, *words):
        return self.good("explain", *FINANCING, *words, "--format", "json")

    def rejected(self, path, reason):
        said = self.bad(1, "check", path)
        self.assertTrue(said.startswith(f"kkr: {path}: rejected: "), said)
        self.assertIn(reason, said)
        self.assertEqual(said.count("\n"), 1, said)

    def test_accepted(self):
        path = self.write("rebild.json", self.explain("amount", "Rebild"))
        self.assertEqual(self.good("check", path),
                         f"{path}: godkendt: Beløb for Rebild: 1.152.028,00 kr. (5 trin)\n")
        self.assertIn(": accepted: Amount for Rebild: ",
                      self.good("check", path, "--language", "en"))
        self.assertIn(" (1 step)", self.good("check", str(CORPUS / "valid" / "text.json"),
                                             "--language=en"))

    def test_standard_input(self):
        text = self.explain("amount", "I alt")
        for ending in ("", "\n", "\r\n"):
            done = subprocess.run([KKR, "check", "-"], input=(text.rstrip("\n") + ending).encode(),
                                  capture_output=True, env={**os.environ, "LC_ALL": "C"})
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertTrue(done.stdout.decode().startswith("-: godkendt: "), done.stdout)

    def test_several(self):
        good, bad = CORPUS / "valid" / "every-kind.json", CORPUS / "wrong" / "sum.json"
        status, out, err = kkr("check", str(bad), str(good), "none.json")
        self.assertEqual(status, 1)
        self.assertEqual(out.count("\n"), 1, out)
        self.assertIn("every-kind.json: godkendt: Beløb for B: 333,00 kr. (6 trin)", out)
        self.assertIn("sum.json: rejected: step 3 (children), value: ", err)
        self.assertIn("cannot read none.json: No such file", err)

    def test_corpus(self):
        for path in sorted(CORPUS.glob("valid/*.json")):
            self.good("check", str(path))
        for name in ("newer", "cycle", "deep", "not-utf-8", "truncated", "wrong-digest", "empty"):
            self.rejected(str(CORPUS / "invalid" / f"{name}.json"), "")

    def test_another_figure(self):
        text = self.explain("amount", "Rebild")
        self.rejected(self.write("a.json", text.replace("115202800", "115202700")), "digest")
        self.rejected(self.write("b.json", text.replace('"', "\0", 1)), "a NUL byte found")
        self.rejected(self.write("c.json", text + "\n"), "white space found")
        self.rejected(self.write("d.json", b"x" * (64 * 1024 * 1024 + 2)), "a text too long")

    def test_mistakes(self):
        self.assertIn("no file found", self.bad(2, "check"))
        self.assertIn("no such option", self.bad(2, "check", "--format", "json", "x"))
        self.assertIn("no such language", self.bad(2, "check", "--language", "sv", "x"))
        self.assertIn("cannot read " + self.folder, self.bad(1, "check", self.folder))


if __name__ == "__main__":
    unittest.main()
