# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library's own check of a derivation and the independent checker agree."""
import hashlib
import json
import math
import os
import pathlib
import random
import sys
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
import checker  # noqa: E402

CORPUS = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "corpus" / "derivations"
METHODS = ["largest-remainder", "dhondt", "sainte-lague", "huntington-hill", "cumulative",
           "residual-to-largest", "independent"]
TIE_RULES = ["first", "last", "largest-weight", "smallest-weight", "refuse"]
# Bounds of the library that the format does not have, and the line end that a file may have.
OURS = {"title-too-long", "title-of-a-step-too-long", "line-end"}


def accepts(text):
    try:
        return Kkr.Derivation.new_from_json(text).check()
    except GLib.Error:
        return False


def another_accepts(text):
    try:
        checker.check(text)
    except checker.Rejected:
        return False
    return True


def seal(document):
    """The document with the digest that it then has."""
    document.pop("digest")
    document["digest"] = hashlib.sha256(checker.write(document).encode()).hexdigest()
    return checker.write(document)


class Check(unittest.TestCase):
    def weights(self, chance):
        dens = chance.choice([[1], [1, 2], [2, 3, 5], [7, 9, 10, 100]])
        most = chance.choice([3, 9, 10 ** 6])
        weights = [Fraction(chance.randint(0, most), chance.choice(dens))
                   for _ in range(chance.randint(1, 9))]
        return weights if any(weights) else [Fraction(1, 3)] + weights[1:]

    def share(self, units, weights, method, tie_rule, row):
        """What the checker's own kernel gives; 0 where there is nothing to give."""
        factor = math.lcm(*(weight.denominator for weight in weights))
        try:
            shares, _ = checker.apportioned(abs(units), [int(weight * factor) for weight in weights],
                                            method, tie_rule)
        except checker.Rejected:
            return 0
        return shares[row] * (-1 if units < 0 else 1)

    def test_shares_by_weights_that_are_fractions(self):
        chance = random.Random(2024)
        accepted = 0
        for number in range(2000):
            weights, unit = self.weights(chance), chance.choice(["1", "100", "1/2", "1200", "3/7"])
            units = chance.choice([chance.randint(-20, 20), chance.randint(0, 10 ** 12)])
            method, tie_rule = METHODS[number % 7], TIE_RULES[number % 5]
            row = chance.randrange(len(weights))
            share = self.share(units, weights, method, tie_rule, row)
            share += chance.choice([0, 0, 0, 0, 0, 0, 0, 0, 1, -1])
            builder = Kkr.DerivationBuilder.new("x", "")
            builder.add_value("total", "T", "T", str(units * Fraction(unit)), Kkr.Unit.AMOUNT)
            builder.add_apportionment(
                "x", "X", "X", "total", [str(i) for i in range(len(weights))],
                [str(weight) for weight in weights],
                Kkr.ApportionMethod.from_string(method), Kkr.TieRule.from_string(tie_rule), unit, row,
                str(share * Fraction(unit)))
            text = builder.end().to_json()
            self.assertEqual(accepts(text), another_accepts(text), text)
            accepted += accepts(text)
        self.assertGreater(accepted, 1000)
        self.assertLess(accepted, 1990)

    def test_schema(self):
        """The JSON schema takes what is read, right or wrong, and not what lacks a member."""
        try:
            import jsonschema
        except ImportError:
            self.skipTest("no jsonschema")
        path = pathlib.Path(os.environ["KKR_SOURCE"]) / "doc" / "derivation-1.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        told = dict(line.split(": ", 1) for line in
                    (CORPUS / "invalid.txt").read_text(encoding="utf-8").splitlines())
        for path in sorted(CORPUS.glob("*/*.json")):
            if path.parent.name == "invalid" and not told[path.stem].startswith("SCHEMA"):
                continue
            with self.subTest(path.stem):
                document = json.loads(path.read_text(encoding="utf-8"))
                self.assertEqual(validator.is_valid(document), path.parent.name != "invalid")

    def test_boundaries(self):
        """What stands in one member cannot be moved into another that the statement puts before."""
        def section(document):
            step = document["steps"][0]
            step["source"]["id"] += ", " + step.pop("section")

        def price_level(document):
            step = document["steps"][0]
            step["section"] += "; prisniveau " + step.pop("price-level")

        def key(document):
            document["column"] += ", " + document["key"]
            document["key"] = ""

        def register(document):
            document["register"]["version"] += "; sha-256 " + document["register"].pop("sha256")

        builder = Kkr.DerivationBuilder.new("amount", "Rebild")
        builder.set_register("2026.11", "00ff" * 16)
        builder.add_amount("budget", "Budget", "Budget", 100)
        builder.set_source(Kkr.Source.new("notat", "Notat", None, None), "§ 3")
        builder.set_price_level("2024")
        good = builder.end().to_json()
        self.assertTrue(accepts(good) and another_accepts(good))
        for move in section, price_level, key, register:
            with self.subTest(move.__name__):
                document = json.loads(good)
                move(document)
                self.assertFalse(accepts(seal(document)))
                self.assertFalse(another_accepts(seal(document)))

    def test_no_character_0(self):
        builder = Kkr.DerivationBuilder.new("x", "")
        builder.add_value("x", "X", "X", "1", Kkr.Unit.NONE)
        document = json.loads(builder.end().to_json())
        document["title"]["da"] = "\0"
        self.assertFalse(accepts(seal(document)))
        self.assertFalse(another_accepts(seal(document)))

    def test_formulas(self):
        for formula, good in (("2\t*\n3", True), ("2\r*3", False), ("2\u00a0*3", False),
                              ("(" * 63 + "6" + ")" * 63, True), ("(" * 64 + "6" + ")" * 64, False),
                              ("-" * 2000 + "6", True), ("7 -" + "- " * 1998 + "1", True),
                              ("-" * 2001 + "6", False), ("min(6," * 63 + "7" + ")" * 63, True)):
            builder = Kkr.DerivationBuilder.new("x", "")
            builder.add_formula("x", "X", "X", "6", Kkr.Unit.NONE)
            document = json.loads(builder.end().to_json())
            document["steps"][0].update(expression=formula, statement=f"6 = {formula}")
            with self.subTest(formula[:20]):
                self.assertEqual(accepts(seal(document)), good)
                self.assertEqual(another_accepts(seal(document)), good)

    def test_corpus(self):
        for path in sorted(CORPUS.glob("*/*.json")):
            with self.subTest(path.stem):
                try:
                    text = path.read_bytes().decode("utf-8")
                except UnicodeDecodeError:
                    continue
                self.assertEqual(accepts(text), path.parent.name == "valid")
                if path.stem not in OURS:
                    self.assertEqual(another_accepts(text), path.parent.name == "valid")


if __name__ == "__main__":
    unittest.main()
