# SPDX-License-Identifier: LGPL-2.1-or-later
"""Derivations in which one thing was changed and the digest made right again: all are rejected, by
the checker and by the library."""
import collections
import copy
import hashlib
import json
import os
import random
import re
import unittest
from fractions import Fraction

import tap

import checker
import random_calculations as calculations

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

N_MUTANTS = min(int(os.environ.get("KKR_TEST_CASES", 10000)), 10000)
N_FITTING = N_MUTANTS // 5
N_RESULTS, N_CELLS = 30, 8
SEED = 2026

# What may be changed, since nothing is said by it but to a human reader: titles, the texts of notes,
# what a source is called, the names of the rows beside the one that is explained (EXEMPT_KEYS), and
# the name of a step that no other refers to (EXEMPT_IDS).
EXEMPT = ["title.*", "notes.*.da", "notes.*.en", "steps.*.title.*", "steps.*.source.title",
          "steps.*.source.publisher", "steps.*.source.date"]
EXEMPT_KEYS, EXEMPT_IDS = "steps.*.keys.*", "steps.*.id"

ENUMS = {
    "unit": ["none", "amount", "rate", "share", "percent", "percentage-points", "persons",
             "places", "offers", "minutes", "hours", "days", "weeks", "months", "years", "count"],
    "mode": ["half-away", "half-even", "floor", "ceiling", "toward-zero", "away-from-zero"],
    "method": calculations.METHODS, "tie-rule": calculations.TIE_RULES,
    "kind": ["value", "text", "sum", "formula", "rounding", "apportionment"],
    "note kind": ["remark", "rounding", "tie", "price-level", "unconfirmed", "overlay"],
    "format": ["kkr-derivation-0", "kkr-derivation-2", "kkr-derivation-1 ", ""],
}
COMPUTED = ["value of sum", "value of formula", "value of rounding", "value of apportionment",
            "exact of rounding", "exact of apportionment", "weight-sum", "keys", "terms", "weights"]
NUMBERS = ("value", "exact", "weight-sum", "rounding-unit", "row", "terms", "weights")


def every_kind():
    """A derivation with all kinds of steps, in every mode, by every method and tie rule."""
    for number, rule in enumerate(calculations.TIE_RULES[:4]):
        builder = Kkr.DerivationBuilder.new("amount", "Rebild")
        builder.set_title("Beløb", "Amount")
        builder.set_register("2026.11", "00ff" * 16)
        for kind in ENUMS["note kind"]:
            builder.add_note(Kkr.Note.new(Kkr.note_kind_from_string(kind), "Sagt", "Said"))
        builder.add_amount("budget", "Budget", "Budget", 123456 - 100000 * number)
        builder.set_source(Kkr.Source.new("notat", "Notat", "Udvalg", "2024-01-01"), "side 3")
        builder.set_price_level("2024")
        builder.add_text("rule", "Regel", "Rule", "efter børn")
        builder.set_source(None, "§ 4")
        builder.add_value("weight", "Vægt", "Weight", "7/3", Kkr.Unit.PERSONS)
        keys, weights = ["Thisted", "Rebild", "Læsø", "Morsø"], ["1", "7/3", "1.5", "7/3"]
        builder.add_sum("weights", "Vægte", "Weights", keys, weights, Kkr.Unit.PERSONS)
        builder.add_formula("share", "Andel", "Share", "max(weight / weights, 0.1)", Kkr.Unit.SHARE)
        for mode in ENUMS["mode"]:
            builder.add_rounding(mode.replace("-", "_"), "Afrundet", "Rounded",
                                 "-(budget - 50) * share + min(weight, 2)", Kkr.Unit.AMOUNT,
                                 Kkr.rounding_mode_from_string(mode), "2.5")
        for method in calculations.METHODS:
            units = (123456 - 100000 * number) // 12
            builder.add_formula("total_" + method.replace("-", "_"), "I alt", "In all",
                                f"{units} * 12 + 0 * budget", Kkr.Unit.AMOUNT)
            sign = -1 if units < 0 else 1
            shares, _ = checker.apportioned(sign * units, [6, 14, 9, 14], method, rule)
            builder.add_apportionment(
                method.replace("-", "_"), "Del", "Part", "total_" + method.replace("-", "_"), keys,
                weights, Kkr.apportion_method_from_string(method), Kkr.tie_rule_from_string(rule),
                "12", 1, str(sign * 12 * shares[1]))
        yield builder.end().to_json()


def documents(choose):
    yield from every_kind()
    for name in calculations.names():
        for result in calculations.results(name, choose, N_RESULTS):
            found = [(column, row) for column, _, row in calculations.some_cells(result, choose)
                     if column not in calculations.UNEXPLAINED.get(name, ())]
            for column, row in choose.sample(found, min(len(found), N_CELLS)):
                yield result.explain(column, row).to_json()


def leaves(part, path=()):
    if isinstance(part, str):
        yield path, part
    for name, inner in (part.items() if isinstance(part, dict) else
                        enumerate(part) if isinstance(part, list) else ()):
        yield from leaves(inner, path + (name,))


def pattern(path):
    """The path without what differs from step to step and from language to language."""
    names = ["*" if isinstance(name, int) else name for name in path]
    return ".".join("*" if before == "title" else name
                    for before, name in zip([None] + names, names))


def is_used(document, step):
    """Whether a later step refers to it."""
    return any(other.get("total") == step["id"] or
               step["id"] in re.findall("[a-z][a-z0-9_]*", other.get("expression", ""))
               for other in document["steps"])


def kind_of(document, path):
    """What is changed there, or None if it is exempt."""
    at = pattern(path)
    step = document["steps"][path[1]] if path[0] == "steps" else None
    if at in EXEMPT or at == EXEMPT_IDS and not is_used(document, step) or (
            at == EXEMPT_KEYS and str(path[3]) != step.get("row")):
        return None
    if at == "notes.*.kind":
        return "note kind"
    if at.startswith("steps"):
        name = ".".join(str(name) for name in path[2:] if isinstance(name, str))
        return f"{name} of {step['kind']}" if name in ("value", "unit", "exact") else name
    return f"document's {at}" if at in ("value", "unit", "statement") else at


def number(choose, text):
    value = Fraction(text)
    if choose.random() < 0.15:
        return choose.choice([f"{value.numerator * 2}/{value.denominator * 2}", "0" + text,
                              text + ".0", " " + text, "-" + text, text + "/1", "x" + text, ""])
    return str(choose.choice([value + 1, value - 1, -value if value else value + 3,
                              10 * value + 1, value + Fraction(1, 2), value + 10 ** 12,
                              value + Fraction(1, 10 ** 9)]))


def letters(choose, text):
    at = choose.randrange(len(text) + 1)
    return choose.choice([text[:at] + choose.choice("aÅ7, ;«\n") + text[at:], text + "x",
                          text[:at] + text[at + 1:] if at < len(text) else text + "."])


def expression(choose, text, ids):
    """Another operator, reference or number, or a part more or less."""
    tokens = re.findall(r"[0-9.]+|[a-z][a-z0-9_]*|.", text)
    at = choose.choice([i for i, token in enumerate(tokens) if token != " "])
    others = {"min": ["max"], "max": ["min"], "(": ["", "(("], ")": ["", "))"], ",": ["+"]}.get(
        tokens[at], [sign for sign in "+-*/" if sign != tokens[at]] if tokens[at] in "+-*/" else
        [str(Fraction(tokens[at]) + 1)] if tokens[at][0].isdigit() else
        [one for one in ids if one != tokens[at]] + ["none_such", "1"])
    return "".join(tokens[:at] + [choose.choice(others)] + tokens[at + 1:])


def changed(choose, document, path, text):
    name = "note kind" if pattern(path) == "notes.*.kind" else path[-1]
    if isinstance(name, int):
        name = path[-2]
    step = document["steps"][path[1]] if path[0] == "steps" else {}
    if name in ENUMS:
        return choose.choice([one for one in ENUMS[name] if one != text])
    if name in NUMBERS and not (name == "value" and path[0] == "value" and not re.fullmatch(
            "-?[0-9]+(/[0-9]+)?", text)):
        return number(choose, text)
    ids = [one["id"] for one in document["steps"]]
    if name == "expression":
        return expression(choose, text, ids)
    if name in ("total", "id"):
        return choose.choice([one for one in ids if one != text] + [letters(choose, text), "min"])
    return letters(choose, text) if step is not None else text


def parts(document):
    """What can be taken away, doubled or added: kind, and a function that does it."""
    steps = document["steps"]
    yield "a member more", lambda: document.update(remark="x")
    yield "a note more", lambda: document["notes"].append({"da": "x", "en": "x", "kind": "remark"})
    if document["notes"]:
        yield "a note less", lambda: document["notes"].pop(0)
    if "register" in document:
        yield "no register", lambda: document.pop("register")
        yield "no version", lambda: document["register"].pop("version")
    for i, step in enumerate(steps):
        yield "a step less", lambda i=i: steps.pop(i)
        yield "a step more", lambda i=i, step=step: steps.insert(
            i, {**step, "id": f"{step['id']}_"})
        yield "a step twice", lambda i=i, step=step: steps.insert(i, step)
        if i > 0 and is_used(document, steps[i - 1]) and (
                steps[i - 1]["id"] in step.get("expression", step.get("total", ""))):
            yield "a later step", lambda i=i: steps.insert(i, steps.pop(i - 1))
        for name in list(step):
            if name != "title":
                yield f"no {name}", lambda step=step, name=name: step.pop(name)
        for name in ("terms", "weights"):
            if step.get(name):
                yield f"one of {name} less", lambda step=step, name=name: (
                    step[name].pop(0), step["keys"].pop(0))
                yield f"one of {name} more", lambda step=step, name=name: (
                    step[name].append("0"), step["keys"].append("x"))
                yield f"as many {name} as not keys", lambda step=step: step["keys"].append("x")


def mutants(choose, texts, n):
    """Kind, path and text of documents that each differ in one thing from a right one. All kinds
    are as frequent, whatever the number of their places."""
    places = collections.defaultdict(list)
    for number_of, text in enumerate(texts):
        document = json.loads(text)
        for path, leaf in leaves(document):
            kind = kind_of(document, path)
            if kind is not None:
                places[kind].append((number_of, path, leaf))
        for place, (kind, _) in enumerate(parts(document)):
            places[kind].append((number_of, place, None))
    for count in range(n):
        kind = sorted(places)[count % len(places)]
        number_of, place, leaf = choose.choice(places[kind])
        document = json.loads(texts[number_of])
        if leaf is None:
            list(parts(document))[place][1]()
        else:
            part = document
            for name in place[:-1]:
                part = part[name]
            part[place[-1]] = changed(choose, document, place, leaf)
        yield kind, place, texts[number_of], document


def signed(document, kind=None):
    """The text, with the digest that it should have."""
    bare = {name: member for name, member in document.items() if name != "digest"}
    digest = hashlib.sha256(checker.write(bare).encode()).hexdigest()
    if kind != "digest" and "digest" in document:
        document = {**document, "digest": digest}
    return checker.write(document)


def is_accepted(text):
    try:
        checker.check(text)
    except checker.Rejected:
        return False
    return True


def library_accepts(text):
    try:
        return Kkr.Derivation.new_from_json(text).check()
    except GLib.Error:
        return False


class Mutants(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = list(documents(random.Random(SEED)))

    def setUp(self):
        self.choose = random.Random(SEED)

    def test_undamaged(self):
        for text in self.texts:
            self.assertTrue(is_accepted(text), text)
            self.assertTrue(library_accepts(text), text)
            self.assertEqual(signed(json.loads(text)), text)
        kinds = {step["kind"] for text in self.texts for step in json.loads(text)["steps"]}
        self.assertEqual(kinds, set(ENUMS["kind"]))

    def test_every_mutant_is_rejected(self):
        found, same = collections.Counter(), 0
        for kind, place, before, document in mutants(self.choose, self.texts, N_MUTANTS):
            text = signed(document, kind)
            found[kind] += 1
            same += text == before
            if text != before:
                self.assertFalse(is_accepted(text), (kind, place, before, text))
                self.assertFalse(library_accepts(text), (kind, place, before, text))
        self.assertLess(same, N_MUTANTS // 100)
        for kind, n in sorted(found.items()):
            print(f"# {n} mutants rejected: {kind}")

    def test_with_a_statement_that_fits(self):
        """What was computed, changed together with the line that states it."""
        computed = [(number_of, path, text)
                    for number_of, document in enumerate(map(json.loads, self.texts))
                    for path, text in leaves(document) if kind_of(document, path) in COMPUTED]
        kinds = collections.Counter()
        for number_of, path, text in self.choose.sample(computed, min(N_FITTING, len(computed))):
            document = json.loads(self.texts[number_of])
            kinds[kind_of(document, path)] += 1
            step = part = document["steps"][path[1]]
            for name in path[2:-1]:
                part = part[name]
            part[path[-1]] = text + "x" if path[2] in ("key", "keys") else str(
                Fraction(text) + self.choose.choice([1, -1, Fraction(1, 3), 100]))
            step["statement"] = checker.statement(step)
            with self.assertRaises(checker.Rejected) as caught:
                checker.check(signed(document))
            self.assertNotIn("statement", str(caught.exception), (path, self.texts[number_of]))
            self.assertFalse(library_accepts(signed(document)), (path, self.texts[number_of]))
        self.assertEqual(set(kinds), set(COMPUTED))

    def test_what_is_exempt(self):
        """And nothing else: titles and names can be changed."""
        n_changed = collections.Counter()
        for text in self.choose.sample(self.texts, 200):
            document = json.loads(text)
            exempt = [path for path, _ in leaves(document) if kind_of(document, path) is None]
            for path in exempt:
                part = copied = copy.deepcopy(document)
                for name in path[:-1]:
                    part = part[name]
                part[path[-1]] += "x"
                n_changed[pattern(path)] += 1
                self.assertTrue(is_accepted(signed(copied)), (path, text))
                self.assertTrue(library_accepts(signed(copied)), (path, text))
        self.assertEqual(set(n_changed), {*EXEMPT, EXEMPT_KEYS, EXEMPT_IDS})


if __name__ == "__main__":
    unittest.main()
