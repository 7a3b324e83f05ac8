# SPDX-License-Identifier: LGPL-2.1-or-later
"""The independent checker as a program, and against what was made to break it."""
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import unittest

import tap

import checker

MOST_MEMORY = 1 << 30
TITLE = {"da": "Tal", "en": "Number"}


def said(step):
    """With its statement, where there is one."""
    try:
        return {**step, "statement": checker.statement(step)}
    except (ValueError, ZeroDivisionError, IndexError):
        return {**step, "statement": ""}


def value(id_, text):
    return said({"id": id_, "kind": "value", "title": TITLE, "unit": "none", "value": text})


def formula(id_, text, expression):
    return said({"id": id_, "kind": "formula", "title": TITLE, "unit": "none", "value": text,
                 "expression": expression})


def document(*steps, **more):
    """Right but for what the test changes."""
    last = steps[-1]
    figure = checker.shown(last) if "value" in last and said(last)["statement"] else "1"
    whole = {"column": "n", "format": "kkr-derivation-1", "key": "", "notes": [],
             "statement": f"{figure} (n); {len(steps)} trin", "steps": list(steps),
             "title": TITLE, "unit": "none", "value": last.get("value"), **more}
    return signed(whole)


def signed(whole):
    whole.pop("digest", None)
    whole["digest"] = hashlib.sha256(checker.write(whole).encode()).hexdigest()
    return checker.write(whole)


GOOD = document(value("a", "2"), formula("b", "5", "a * 2 + 1"))


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


class Program(unittest.TestCase):
    def run_it(self, *words, given=b""):
        found = subprocess.run([sys.executable, checker.PATH, *words], input=given,
                               capture_output=True, check=False, env={"PYTHONUTF8": "1"},
                               preexec_fn=limit_memory)
        self.assertNotIn(b"Traceback", found.stderr)
        return found.returncode, found.stdout.decode(), found.stderr.decode()

    def test_exit_status(self):
        with tempfile.TemporaryDirectory() as folder:
            good, bad = os.path.join(folder, "good.json"), os.path.join(folder, "bad.json")
            with open(good, "w", encoding="utf-8") as file:
                file.write(GOOD + "\n")
            with open(bad, "wb") as file:
                file.write(b"\xff\xfe")
            self.assertEqual(self.run_it(good), (0, f"{good}: accepted: '5'\n", ""))
            self.assertEqual(self.run_it("-", given=GOOD.encode()), (0, "-: accepted: '5'\n", ""))
            status, out, _ = self.run_it(bad, good)
            self.assertEqual(status, 1)
            self.assertIn(f"{bad}: rejected: ", out)
            self.assertIn(f"{good}: accepted", out)
            status, out, err = self.run_it(good, os.path.join(folder, "none.json"))
            self.assertEqual(status, 2)
            self.assertIn("none.json", err)
        status, out, err = self.run_it()
        self.assertEqual((status, out), (2, ""))
        self.assertIn("usage: check_derivation.py FILE...", err)

    def test_memory(self):
        """Escapes without end do not take more memory than the text is worth."""
        status, out, _ = self.run_it("-", given=b'["' + b"\\" * 30000000)
        self.assertEqual(status, 1)
        self.assertIn("no JSON", out)

    def test_standard_library_alone(self):
        with open(checker.PATH, encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.assertLessEqual(len(lines), 300)
        self.assertLessEqual(max(map(len, lines)), 100)
        status, out, _ = self.run_it("-", given=b"{}")
        self.assertEqual(status, 1)
        found = subprocess.run([sys.executable, "-I", "-S", checker.PATH, "-"], input=GOOD.encode(),
                               capture_output=True, check=False)
        self.assertEqual(found.returncode, 0, found.stderr)


class Hostile(unittest.TestCase):
    def reject(self, text, reason):
        with self.assertRaises(checker.Rejected) as caught:
            checker.check(text)
        self.assertIn(reason, str(caught.exception))

    def test_good(self):
        self.assertEqual(checker.check(GOOD), "5")

    def test_no_document(self):
        for text in ("", "x", "[]", "{}", "null", '"', "7", "{" * 3, GOOD[:-1], GOOD + "x",
                     GOOD[:200], "\ufeff" + GOOD, "9" * 10000, "NaN", '{"format":' + "9" * 5000):
            with self.assertRaises(checker.Rejected):
                checker.check(text)

    def test_every_beginning(self):
        for end in range(len(GOOD)):
            with self.assertRaises(checker.Rejected):
                checker.check(GOOD[:end])

    def test_version(self):
        for name in ("kkr-derivation-2", "kkr-derivation-10", "kkr-derivation-0", "another"):
            self.reject(signed({**json.loads(GOOD), "format": name}),
                        f"'{name}' found, 'kkr-derivation-1' expected")
        self.reject(checker.write({"format": "kkr-derivation-2"}), "another version")

    def test_canonical(self):
        for text in (GOOD + "\n", " " + GOOD, GOOD.replace(",", ", "),
                     GOOD.replace("Tal", "T\\u0061l"),
                     GOOD.replace('"column":"n",', "").replace('"unit"', '"column":"n","unit"', 1),
                     GOOD.replace('"column":"n"', '"column":"x","column":"n"')):
            self.reject(text, "not in canonical form")
        self.reject(GOOD.replace('"digest":"', '"digest":"0'), "digest")

    def test_references(self):
        for steps, reason in (
                ([formula("a", "1", "a")], "'a' is no earlier step"),
                ([formula("a", "1", "b"), formula("b", "1", "a")], "'b' is no earlier step"),
                ([formula("a", "1", "b"), value("b", "1")], "'b' is no earlier step"),
                ([value("a", "1"), value("a", "1")], "a second step of this id"),
                ([value("min", "1")], "step.id"), ([value("A", "1")], "step.id"),
                ([value("a\n", "1")], "step.id")):
            self.reject(document(*steps), reason)

    def test_numbers(self):
        for text in ("2/4", "-0", "01", "1/1", "+1", "1.5", " 1", "1/0", "", "-", "1/-2", "٣",
                     "1_0", "1" * 201, "1e3"):
            self.reject(document(value("a", text)), "step 1")
        self.reject(document(value("a", "1"), {**value("b", "1"), "value": 1}), "canonical form")
        # Nothing grows without bound: 2, 4, 16, 256, ... has 200 digits after ten steps.
        squares = [value("a0", "2")]
        for i in range(30):
            squares.append(formula(f"a{i + 1}", str(2 ** 2 ** min(i + 1, 9)), f"a{i} * a{i}"))
        self.reject(document(*squares), "a number of over 200 digits")

    def test_formulas(self):
        for expression in ("", "1 +", "(1", "1)", "1 1", "min(1)", "max(1,2", "min(1,2,3)", "max 1",
                           "min", "1..2", "1.", ".5", "1e5", "2 ** 3", "2 // 1", "a.b", "[1]",
                           "__import__('os')", "1 / 0", "1 / (2 - 2)", "!", "1,5", "--", "æ",
                           "(" * 65 + "1" + ")" * 65, "-" * 5001 + "1", "(" * 100000):
            self.reject(document(formula("a", "1", expression)), "step 1: ")
        self.assertEqual(checker.check(document(formula("a", "5", "(" * 60 + "5" + ")" * 60))), "5")
        self.assertEqual(checker.check(document(formula("a", "-8", "2 - 3 - 4 * (1 + 2) / 2 - 1"))),
                         "-8")
        self.assertEqual(checker.check(document(formula("a", "-7", "-max(min(7,9), - 3)"))), "-7")
        self.assertEqual(checker.check(document(formula("a", "1/3", "3 / 6 / 1.5"))), "1/3")

    def test_size(self):
        self.reject(document(*[value(f"a{i}", "1") for i in range(100001)]), "more than 100000")
        self.reject(document({**value("a", "1000001"), "kind": "sum", "keys": ["x"] * 1000001,
                              "terms": ["1"] * 1000001}), "more than 1000000 terms")
        self.reject(document(formula("a", "1", "1" + " " * 1000000)), "more than 1000000")
        self.reject("[" * 1000000, "nested too deep")
        self.reject('{"a":' * 1000000, "nested too deep")
        self.reject('"' + '\\"' * 10000000, "no JSON")
        self.reject("[" + "[]," * 6000001, "too many parts")
        self.reject("x" * (64 * 1024 * 1024 + 1), "more than 67108864")

    def test_shape(self):
        whole = json.loads(GOOD)
        for change in ({"notes": {}}, {"notes": ["x"]}, {"steps": []}, {"steps": {}}, {"key": None},
                       {"steps": ["x"]}, {"steps": [[]]}, {"steps": [{"kind": ["value"]}]},
                       {"register": {}}, {"register": {"x": "1"}}, {"title": {"da": "x"}},
                       {"more": "x"}, {"unit": "kroner"}, {"value": "6"}, {"statement": ""}):
            with self.assertRaises(checker.Rejected):
                checker.check(signed({**whole, **change}))
        for name in whole:
            less = {key: member for key, member in whole.items() if key != name}
            with self.assertRaises(checker.Rejected):
                checker.check(checker.write(less) if name == "digest" else signed(less))

    def test_shares(self):
        def share(**more):
            step = {"id": "s", "kind": "apportionment", "title": TITLE, "unit": "none",
                    "total": "a", "keys": ["x", "y"], "weights": ["1/2", "1/2"], "key": "x",
                    "row": "0", "method": "dhondt", "tie-rule": "first", "rounding-unit": "2",
                    "weight-sum": "1", "exact": "5", "value": "6", **more}
            return document(value("a", "10"), said(step))

        self.assertEqual(checker.check(share()), "6")
        self.assertEqual(checker.check(share(row="1", key="y", value="4")), "4")
        self.assertEqual(checker.check(share(**{"tie-rule": "last", "value": "4"})), "4")
        for more, reason in (
                ({"value": "4"}, "value"), ({"tie-rule": "refuse"}, "a tie"),
                ({"total": "s"}, "total"), ({"rounding-unit": "0"}, "units"),
                ({"rounding-unit": "3"}, "whole number of units"),
                ({"rounding-unit": "-2"}, "units"), ({"weights": ["0", "0"]}, "no such weights"),
                ({"weights": ["-1", "2"]}, "no such weights"), ({"row": "2"}, "no such row"),
                ({"row": "00"}, "row"), ({"keys": ["x"]}, "keys"),
                ({"weights": [], "keys": []}, "no such row"), ({"unit": "hours"}, "unit"),
                ({"weight-sum": "2"}, "weight-sum"), ({"exact": "6"}, "exact"),
                ({"key": "y"}, "key")):
            self.reject(share(**more), reason)
        # The least common denominator of the weights is bounded too.
        odd = [f"1/{2 ** 600 + 2 * i + 1}" for i in range(100)]
        self.reject(share(weights=odd, keys=["x"] * 100), "200 digits")


if __name__ == "__main__":
    unittest.main()
