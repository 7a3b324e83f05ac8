# SPDX-License-Identifier: LGPL-2.1-or-later
"""The corpus of register files read from Python: the same rules, lines and columns as in C."""
import os
import pathlib
import unittest

import tap
from gi.repository import GLib

Kkr = tap.kkr()

CORPUS = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "corpus"


def cases(kind):
    """Each file, or folder of files that are read together, with its stem."""
    pattern = "*" if kind == "valid" else "*/*"
    for path in sorted((CORPUS / kind).glob(pattern)):
        if path.suffix == ".xml":
            yield path, path.with_suffix("")
        elif path.is_dir():
            yield path, path


def lines(stem, ending):
    path = stem.with_name(stem.name + ending)
    return path.read_text(encoding="utf-8").split("\n") if path.exists() else []


def read(path, stem):
    limits = dict(line.split() for line in lines(stem, ".limits") if line)
    reader = Kkr.RegisterReader(**{name.replace("-", "_"): int(limit)
                                   for name, limit in limits.items()})
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    try:
        return reader, reader.read_files([str(file) for file in files], None), None
    except GLib.Error as error:
        return reader, None, error


def found(problem, folder):
    words = [problem.get_rule(), str(problem.get_line()), str(problem.get_column())]
    return words + [os.path.basename(problem.get_uri())] if folder else words


def matches(expected, words):
    return len(expected) == len(words) and all(a in ("*", b) for a, b in zip(expected, words))


class Corpus(unittest.TestCase):
    def test_good_files(self):
        n = 0
        for path, stem in cases("valid"):
            with self.subTest(path.name):
                reader, register, error = read(path, stem)
                self.assertIsNone(error)
                self.assertIsInstance(register, Kkr.Register)
                self.assertEqual(len(reader.get_problems()), 0)
            n += 1
        self.assertGreater(n, 0)

    def test_bad_files(self):
        n = 0
        for kind in ("invalid", "limits", "hostile"):
            for path, stem in cases(kind):
                with self.subTest(f"{path.parent.name}/{path.name}"):
                    self.check_bad(path, stem)
                n += 1
        self.assertGreater(n, 0)

    def check_bad(self, path, stem):
        reader, register, error = read(path, stem)
        problems = reader.dup_problems()
        expected = [line.split() for line in lines(stem, ".expected") if line]
        self.assertEqual(len(problems), len(expected))
        for problem in problems:
            words = found(problem, path.is_dir())
            fitting = [each for each in expected if matches(each, words)]
            self.assertTrue(fitting, words)
            expected.remove(fitting[0])
        errors = [each for each in problems if each.get_severity() == Kkr.Severity.ERROR]
        self.assertEqual(error is not None, bool(errors))
        self.assertEqual(register is None, bool(errors))
        if error is not None:
            self.assertEqual(error.domain, GLib.quark_to_string(Kkr.load_error_quark()))
            self.assertTrue(error.message.startswith(errors[0].to_string()))
