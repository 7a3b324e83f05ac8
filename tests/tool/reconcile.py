# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr reconcile: a printed table from a file or stdin, and the exit status that goes with it."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from tool import FORMATS, KKR, Case, kkr

ODDITIES = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "golden" / "oddities"
WHISTLEBLOW = str(ODDITIES / "002-whistleblow.txt")
FINANCING = str(ODDITIES / "004-objective-financing.txt")


class Reconcile(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, data, name="tabel.csv"):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return str(path)

    def failing(self, *words):
        """The output of a command that found what does not add up."""
        status, out, err = kkr("reconcile", *words)
        self.assertEqual((status, err), (1, ""), words)
        return out

    def pipe(self, data):
        done = subprocess.run([KKR, "reconcile", "-"], input=data, capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def test_what_does_not_add_up(self):
        said = self.failing(WHISTLEBLOW)
        for part in ("Stemmer ikke: 1\n", "I alt / Antal henvendelser (linje 13)", "373", "343"):
            self.assertIn(part, said)
        self.assertLessEqual(max(map(len, said.splitlines())), 100)
        said = self.failing(WHISTLEBLOW, "--language", "en")
        for part in ("Does not add up: 1\n", "could be 343"):
            self.assertIn(part, said)
        self.assertTrue(said.startswith("There is 1 relation between the figures: 0 hold exactly"))

    def test_what_rounding_explains(self):
        said = self.good("reconcile", FINANCING)
        self.assertIn("19.156.058", said)
        self.assertNotIn("Stemmer ikke", said)
        self.assertIn("Forklares af afrunding", said)
        shares = "".join(f"{row};{row * 37};{row * 3700 / 27195:.1f}\n".replace(".", ",")
                         for row in range(10, 40))
        said = self.good("reconcile", self.write(f"Række;Antal;Pct.\n{shares}I alt;27195;\n"))
        self.assertRegex(said, r"og \d+ til: alle vises med --table relations\n")
        self.assertIn("\n  - Pct.: halve væk fra nul; halve til lige (giver ", said)

    def test_what_the_numbers_are(self):
        self.failing(FINANCING, "figures=counts")
        self.good("reconcile", FINANCING, "figures=rounded")

    def test_every_format(self):
        for format in FORMATS:
            self.assertIn("343", self.failing(WHISTLEBLOW, "--format", format), format)
        rows = list(csv.DictReader(io.StringIO(self.failing(WHISTLEBLOW, "--format", "csv"))))
        self.assertEqual([(row["kind"], row["printed"], row["verdict"]) for row in rows],
                         [("total", "373", "impossible")])
        tables = json.loads(self.failing(WHISTLEBLOW, "--format=json"))
        self.assertIn("impossible", json.dumps(tables))
        self.assert_html(self.failing(WHISTLEBLOW, "--format=html"), "373", "343")

    def test_one_table(self):
        said = self.failing(WHISTLEBLOW, "--table", "repairs", "--format", "csv")
        self.assertEqual([row["could-be"] for row in csv.DictReader(io.StringIO(said))
                          if row["cell"].startswith("I alt")], ["343"])
        self.assertIn("no such table", self.bad(2, "reconcile", WHISTLEBLOW, "--table", "x"))

    def test_standard_input(self):
        table = pathlib.Path(WHISTLEBLOW).read_bytes()
        status, out, err = self.pipe(table)
        self.assertEqual((status, err), (1, ""))
        self.assertEqual(out, self.failing(WHISTLEBLOW))
        self.assertEqual(self.pipe(table.replace(b"373", b"343"))[0], 0)

    def test_encodings(self):
        text = "Område;Beløb\nMorsø;1,5\nLæsø;2,5\nI alt;4,9\n"
        said = {self.failing(self.write(text.encode(name))) for name in
                ("utf-8", "utf-8-sig", "cp1252")}
        self.assertEqual(len(said), 1)

    def test_nothing_to_find(self):
        self.good("reconcile", self.write("Kommune;Nummer\nRebild;8413\nMorsø;7730\n"))

    def test_bad_files(self):
        for data, part in ((b"", "no table"), (b"\0\1\2\3", "1:1: no text: the byte 00 found"),
                           (b"\xff\xfea\0", "UTF-16"), (b"A;B\nC;D\n", "a table without numbers"),
                           (b"A;B\nC;1\nD;x1\nE;3\n", '3:3: text in a column of numbers: "x1"'),
                           (b"A;B;C\nC;1;2\nD;3\n", "3:1: a line with too few cells"),
                           (b"1" * 5000000, "too large")):
            self.assertIn(part, self.bad(1, "reconcile", self.write(data)), data[:20])
        self.assertIn("cannot read", self.bad(1, "reconcile", str(self.folder / "nowhere.csv")))
        self.assertIn("cannot read", self.bad(1, "reconcile", str(self.folder)))

    def test_hundred_megabytes(self):
        path = self.folder / "stor.csv"
        with open(path, "wb") as stream:
            stream.truncate(100 * 1024 * 1024)
        self.assertIn("too large", self.bad(1, "reconcile", str(path)))
        self.assertEqual(self.pipe(b"A;1\n" * (25 * 1024 * 1024))[0], 1)

    def test_mistakes(self):
        self.assertIn("no file found, one expected", self.bad(2, "reconcile"))
        self.assertIn("not an input", self.bad(2, "reconcile", WHISTLEBLOW, "x"))
        self.assertIn("no such input", self.bad(2, "reconcile", WHISTLEBLOW, "figurs=counts"))
        self.assertIn("no such choice", self.bad(1, "reconcile", WHISTLEBLOW, "figures=x"))
        self.assertIn("no such option", self.bad(2, "reconcile", WHISTLEBLOW, "--scenarios", "x"))


if __name__ == "__main__":
    unittest.main()
