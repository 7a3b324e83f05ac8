#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the unittest cases of one file and reports them as TAP.

usage: tap.py FILE [NAME ...]     (NAME: part of the names of the cases to run)

A file that needs a module which is not installed says at its top
`np = tap.need("numpy")`: then the whole file is skipped, with a message.
"""
import importlib
import importlib.util
import os
import sys
import unittest


class Tap(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0
        self.bad = 0
        self.parts = []

    def line(self, word, test, rest=""):
        self.number += 1
        print(f"{word} {self.number} {test.id()}{rest}", flush=True)

    def failed(self, test, err):
        self.bad += 1
        self.line("not ok", test)
        # Meson shows what a failing test wrote here.
        plain = getattr(err[1], "plain", False)
        text = str(err[1]) if plain else self._exc_info_to_string(err, test)
        print(f"{test.id()}: {text.rstrip()}", file=sys.stderr, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.parts = []

    def addSuccess(self, test):
        self.line("ok", test)

    def addFailure(self, test, err):
        self.failed(test, err)

    addError = addFailure

    # Every subtest that fails is one line; the test itself follows only when all were good.
    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.failed(subtest, err)

    def addSkip(self, test, reason):
        self.line("ok", test, f" # SKIP {reason}")

    def addExpectedFailure(self, test, err):
        self.line("ok", test)

    def addUnexpectedSuccess(self, test):
        self.bad += 1
        self.line("not ok", test, " # passes, and was expected to fail")


def need(name, version=None):
    """The module of that name, or the whole test file is skipped."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        print(f"1..0 # SKIP {error}")
        sys.stdout.flush()
        os._exit(0)


def kkr():
    """The namespace Kkr, from the build tree that the environment names."""
    gi = need("gi")
    gi.require_version("Kkr", "1")
    return importlib.import_module("gi.repository.Kkr")


def main():
    path, *names = sys.argv[1:]
    sys.modules["tap"] = sys.modules["__main__"]
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    spec = importlib.util.spec_from_file_location(
        os.path.splitext(os.path.basename(path))[0].replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    if names:
        suite = unittest.TestSuite(
            test for test in flat(suite) if any(name in test.id() for name in names))
    result = Tap()
    suite.run(result)
    print(f"1..{result.number}", flush=True)
    return 1 if result.bad or not result.number else 0


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


if __name__ == "__main__":
    sys.exit(main())
