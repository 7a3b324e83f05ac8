#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Works derivations (kkr-derivation-1) out again, each from its document alone.
usage: check_derivation.py FILE...      (- is the standard input)
Exit status: 0 all are accepted, 1 one is rejected, 2 called wrongly or a file cannot be read.
"""
import hashlib
import heapq
import json
import re
import sys
from fractions import Fraction
from itertools import accumulate
from math import lcm
from operator import add, mul, sub, truediv

MAX_SIZE, MAX_PARTS, MAX_NESTING, MAX_STEPS = 64 << 20, 6_000_000, 16, 100_000
FORMAT, MAX_TERMS, MAX_LEVELS, LARGEST = "kkr-derivation-1", 1_000_000, 64, 10 ** 200
WORDS = {"none": "", "amount": " kr.", "rate": " kr. (sats)", "share": " (andel)", "days": " dage",
         "percent": " pct.", "percentage-points": " procentpoint", "persons": " personer",
         "places": " pladser", "offers": " tilbud", "minutes": " minutter", "hours": " timer",
         "weeks": " uger", "months": " måneder", "years": " år", "count": " stk."}
MODES = {"half-away": "halve væk fra nul", "half-even": "halve til lige", "floor": "ned",
         "ceiling": "op", "toward-zero": "mod nul", "away-from-zero": "væk fra nul"}
METHODS = {"largest-remainder": "største brøks metode", "dhondt": "D'Hondt", "sainte-lague":
           "Sainte-Laguë", "huntington-hill": "Huntington-Hill", "cumulative": "løbende sum",
           "residual-to-largest": "rest til den største", "independent": "hver for sig"}
TIES = {"first": "den første", "last": "den sidste", "largest-weight": "den tungeste",
        "smallest-weight": "den letteste", "refuse": "afvist"}

# The schema. A dict is an object (a name with ? may be absent), a list an array, a tuple a
# choice, str any text, and a pattern what a text looks like.
EXACT, ROW = re.compile("-?[0-9]{1,200}(?:/[1-9][0-9]{0,199})?"), re.compile("0|[1-9][0-9]{0,8}")
TITLE = {"da": str, "en": str}
NOTE = TITLE | {"kind": ("remark", "rounding", "tie", "price-level", "unconfirmed", "overlay")}
STEP = {"id": re.compile(r"(?!(?:min|max)\Z)[a-z][a-z0-9_]*"), "kind": str, "title": TITLE,
        "unit": tuple(WORDS), "statement": str, "section?": re.compile("(?s)(?!.*; prisniveau ).*"),
        "source?": {"id": re.compile("[^,;]*"), "title": str, "publisher?": str, "date?": str},
        "price-level?": str}
VALUE, ROUNDING = {"value": EXACT}, {"value": EXACT, "rounding-unit": EXACT, "exact": EXACT}
KINDS = {"value": VALUE, "text": {"text": str, "unit": ("none",)},
         "sum": VALUE | {"keys": [str], "terms": [EXACT]}, "formula": VALUE | {"expression": str},
         "rounding": ROUNDING | {"expression": str, "mode": tuple(MODES)},
         "apportionment": ROUNDING | {
             "total": str, "keys": [str], "weights": [EXACT], "weight-sum": EXACT, "row": ROW,
             "key": str, "method": tuple(METHODS), "tie-rule": tuple(TIES)}}
DOCUMENT = {"format": str, "column": re.compile("(?s)(?!.*, ).*"), "key": str, "title": TITLE,
            "unit": tuple(WORDS), "value": str, "statement": str, "steps": list, "notes": [NOTE],
            "register?": {"version?": re.compile("(?s)(?!.*; sha-256 ).*"), "sha256?": str}}
write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Rejected(Exception):
    """Why a document is not accepted."""


def need(holds, what):
    if not holds:
        raise Rejected(what)


def same(what, found, expected):
    need(found == expected, f"{what}: {str(found)[:300]!r} found, {str(expected)[:300]!r} expected")


def read(text):
    """The document without its digest, if it is this version's, canonical, and the digest right."""
    need(len(text) <= MAX_SIZE, f"more than {MAX_SIZE} characters")
    plain, depth = text.replace(r"\\", "").replace(r'\"', ""), 0
    for n, part in enumerate(re.finditer('"[^"]*"?|[][{}]', plain)):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(part[0], 0)
        need(depth <= MAX_NESTING and n <= MAX_PARTS, "nested too deep, or of too many parts")
    try:
        document = json.loads(text, parse_int=str, parse_float=str)
    except ValueError as error:
        raise Rejected(f"no JSON: {error}") from None
    named = str(document.get("format")) if isinstance(document, dict) else "no object"
    same("another version of the format", named, FORMAT)
    need(write(document) == text, "not in canonical form")
    same("digest", document.pop("digest", None),
         hashlib.sha256(write(document).encode()).hexdigest())
    return document


def conform(thing, rule, where):
    kind = rule if rule in (str, list) else type(rule) if isinstance(rule, (dict, list)) else str
    same(f"kind of {where}", type(thing).__name__, kind.__name__)
    if isinstance(rule, dict):
        names = {name.rstrip("?") for name in rule}
        if not names & set(rule) <= set(thing) <= names:
            same(f"members of {where}", sorted(thing), sorted(rule))
        for name in thing:
            conform(thing[name], rule.get(name, rule.get(name + "?")), f"{where}.{name}")
    for one in thing if isinstance(rule, list) else ():
        conform(one, rule[0], where)
    if isinstance(rule, tuple) and thing not in rule or "\0" in thing or (
            isinstance(rule, re.Pattern) and not rule.fullmatch(thing)):
        same(where, thing, rule)


def bounded(value):
    need(max(abs(value.numerator), value.denominator) < LARGEST, "a number of over 200 digits")
    return value


def exact(text):
    same("a number in lowest terms", text, str(value := Fraction(text)))
    return value


def evaluate(text, values):
    """What + - * / ( ), min(a,b), max(a,b), decimals and the ids of earlier steps give."""
    text = re.sub(r"-(?:[ \t\n]*-[ \t\n]*-)+", "-", text)
    tokens = ["the end", *re.findall(r"[0-9.]+|[a-z][a-z0-9_]*|[^ \t\n]", text)[::-1]]
    signs = {"+": (1, add), "-": (1, sub), "*": (2, mul), "/": (2, truediv)}

    def climb(level, depth, end=""):
        need(depth < MAX_LEVELS, f"an expression of over {MAX_LEVELS} levels")
        token = tokens.pop()
        if token in ("(", "min", "max"):
            need(token == "(" or tokens.pop() == "(", f"expression: {token} without parentheses")
            result = climb(1, depth + 1, ")" if token == "(" else ",")
            if token != "(":
                result = {"min": min, "max": max}[token](result, climb(1, depth + 1, ")"))
        elif re.fullmatch(r"[0-9]{1,200}(\.[0-9]{1,200})?", token):
            result = bounded(Fraction(token))
        else:
            result = -climb(3, depth) if token == "-" else values.get(token)
            need(result is not None, f"expression: {token[:80]!r} is no earlier step with a number")
        while level <= signs.get(tokens[-1], (0, None))[0]:
            binds, compute = signs[tokens.pop()]
            other = climb(binds + 1, depth)
            need(other or compute != truediv, "an expression divides by zero")
            result = bounded(compute(result, other))
        same("expression", end and tokens.pop(), end)
        return result

    return climb(1, 0, "the end")


def apportioned(units, weights, method, tie_rule):
    """The whole shares of units by whole weights, and whether a tie had to be broken."""
    rows, whole, most = range(len(weights)), sum(weights), max(weights)
    place = {row: i for i, row in enumerate(sorted(rows, key={
        "last": lambda row: -row, "largest-weight": lambda row: -weights[row],
        "smallest-weight": lambda row: weights[row]}.get(tie_rule)))}
    if method in ("cumulative", "independent", "residual-to-largest"):
        parts = accumulate(weights) if method == "cumulative" else weights
        got = [(2 * units * part + whole) // (2 * whole) for part in parts]
        if method == "cumulative":
            got = [after - before for before, after in zip([0] + got, got)]
        if method != "residual-to-largest" or sum(got) == units:
            return got, False
        got[min((row for row in rows if weights[row] == most), key=place.get)] += units - sum(got)
        need(min(got) >= 0, "the residual turns the sign of the largest row")
        return got, weights.count(most) > 1

    def claim(row, k):
        """To one more unit than k: the smallest comes first. Quotients differ by over 1/scale."""
        if method == "largest-remainder":
            return 1, k * whole - units * weights[row], place[row]
        by = {"dhondt": k + 1, "sainte-lague": 2 * k + 1}.get(method, k * (k + 1))
        return by > 0, -(scale * weights[row] ** power // by) if by else -weights[row], place[row]

    # Most units are given at once: at the end the last claim met has to come before all others.
    rows, scale = [row for row in rows if weights[row]], (2 * units + 2) ** 4
    less, power = max(0, units - len(rows)), 2 if method == "huntington-hill" else 1
    got = [units * weight // whole if method == "largest-remainder" else
           max(0, (2 * less * weight - whole) // (2 * whole)) for weight in weights]
    heap = sorted((claim(row, got[row]), row) for row in rows)
    for _ in range(units - sum(got)):
        row = heap[0][1]
        got[row] += 1
        heapq.heapreplace(heap, (claim(row, got[row]), row))
    last = max((claim(row, got[row] - 1) for row in rows if got[row]), default=(-1, 0, 0))
    need(last < heap[0][0], "the claims were not met in order")
    return got, last[:2] == heap[0][0][:2]


def share(step, values):
    unit, total = exact(step["rounding-unit"]), values.get(step["total"])
    weights, row, common = [exact(weight) for weight in step["weights"]], int(step["row"]), 1
    need(total is not None, "the total is no earlier step that has a number")
    need(unit > 0 and (total / unit).denominator == 1, "the total has no whole number of units")
    need(row < len(weights) and min(weights) >= 0 < max(weights), "no such row, or no such weights")
    for weight in weights:
        common = lcm(common, weight.denominator)
        need(common < LARGEST, "weights whose common denominator has over 200 digits")
    weights = [weight.numerator * (common // weight.denominator) for weight in weights]
    same("weight-sum", step["weight-sum"], str(Fraction(sum(weights), common)))
    same("exact", step["exact"], str(total * weights[row] / sum(weights)))
    same("key", step["key"], step["keys"][row])
    shares, tied = apportioned(abs(int(total / unit)), weights, step["method"], step["tie-rule"])
    need(not tied or step["tie-rule"] != "refuse", "there is a tie, which the tie rule refuses")
    return shares[row] * unit * (-1 if total < 0 else 1)


def work_out(step, values):
    result = (exact(step["value"]) if step["kind"] == "value" else
              share(step, values) if step["kind"] == "apportionment" else Fraction(0))
    for term in step.get("terms", ()):
        result = bounded(result + exact(term))
    if "expression" in step:
        result = evaluate(step["expression"], values)
    if step["kind"] == "rounding":
        same("exact", step["exact"], str(result))
        unit = exact(step["rounding-unit"])
        need(unit > 0, "nothing can be rounded to 0 or less")
        low, over = divmod(result / unit, 1)
        up = {"floor": False, "ceiling": over > 0, "toward-zero": over > 0 > low,
              "away-from-zero": over > 0 and low >= 0,
              "half-away": 2 * over > 1 or (2 * over == 1 and low >= 0),
              "half-even": 2 * over > 1 or (2 * over == 1 and low % 2 == 1)}[step["mode"]]
        result = bounded((low + up) * unit)
    same("value", step["value"], str(result))
    return result


def shown(step, name="value"):
    if step["kind"] == "text":
        return f"»{step['text']}«"
    decimals = 2 if step["unit"] == "amount" else 0
    value = Fraction(step[name]) / 10 ** decimals
    if pow(10, 700, value.denominator):
        return str(value) + WORDS[step["unit"]]
    while 10 ** decimals % value.denominator:
        decimals += 1
    whole, part = divmod(int(abs(value) * 10 ** decimals), 10 ** decimals)
    return ("-" if value < 0 else "") + f"{whole:,}".replace(",", ".") + (
        f",{part:0{decimals}}" if decimals else "") + WORDS[step["unit"]]


def statement(step):
    line, kind, row = shown(step), step["kind"], int(step.get("row", 0))
    line += f" = summen af {len(step['terms'])} led" if kind == "sum" else ""
    line += f" = {step['expression']}" if "expression" in step else ""
    if kind == "rounding":
        line += f" = {step['exact']}, {MODES[step['mode']]} til {shown(step, 'rounding-unit')}"
    if kind == "apportionment":
        line += (f" til {step['key']} (række {row + 1} af {len(step['keys'])}) af {step['total']}, "
                 f"{METHODS[step['method']]}, ved lighed {TIES[step['tie-rule']]}, i enheder af "
                 f"{shown(step, 'rounding-unit')}; kvote {step['exact']} af vægt "
                 f"{step['weights'][row]} ud af {step['weight-sum']}")
    line += f"; kilde {step['source']['id']}" if "source" in step else ""
    if "section" in step:
        line += (", " if "source" in step else "; afsnit ") + step["section"]
    return line + (f"; prisniveau {step['price-level']}" if "price-level" in step else "")


def check(text):
    """The value of the figure; raises Rejected where the document is not right."""
    document, values, units, terms = read(text), {}, {}, 0
    conform(document, DOCUMENT, "document")
    need(0 < len(document["steps"]) <= MAX_STEPS and document.get("register") != {},
         f"no steps, or more than {MAX_STEPS}, or a register of which nothing is said")
    for number, step in enumerate(document["steps"], 1):
        try:
            need(isinstance(step, dict) and str(step.get("kind")) in KINDS, "no kind of step")
            conform(step, STEP | KINDS[step["kind"]], "step")
            need(step["id"] not in values, "a second step of this id")
            same("keys", len(step.get("keys", "")), len(step.get("terms", step.get("weights", ""))))
            terms += len(step.get("keys", step.get("expression", "")))
            need(terms <= MAX_TERMS, f"more than {MAX_TERMS} terms, or characters of expressions")
            values[step["id"]] = work_out(step, values) if step["kind"] != "text" else None
            units[step["id"]] = step["unit"]
            same("unit", step["unit"], units[step.get("total", step["id"])])
            same("statement", step["statement"], statement(step))
        except Rejected as reason:
            raise Rejected(f"step {number}: {reason}") from None
    same("value", document["value"], step.get("text", step.get("value")))
    same("unit", document["unit"], step["unit"])
    line = f"{shown(step)} ({document['column']}{', ' if document['key'] else ''}{document['key']})"
    line += "".join(f"; {word} {document['register'][name]}" for name, word in (
        ("version", "register"), ("sha256", "sha-256")) if name in document.get("register", {}))
    line += f"; {len(document['steps'])} trin{'; noter ' if document['notes'] else ''}"
    line += ", ".join(note["kind"] for note in document["notes"])
    same("statement", document["statement"], line)
    return document["value"]


def main(paths):
    print(end="" if paths else __doc__, file=sys.stderr)
    sys.stdout.reconfigure(errors="backslashreplace")
    status = 0 if paths else 2
    for path in paths:
        try:
            with open(0 if path == "-" else path, "rb") as file:
                value = check(file.read(MAX_SIZE + 2).decode().removesuffix("\n"))
            print(f"{path}: accepted: {value!r}")
        except (Rejected, UnicodeDecodeError, MemoryError) as reason:
            print(f"{path}: rejected: {reason}")
            status = max(status, 1)
        except OSError as error:
            print(error, file=sys.stderr)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
