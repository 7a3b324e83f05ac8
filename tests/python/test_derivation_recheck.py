# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every derivation is worked out again, from its document alone, with fractions."""
import ast
import hashlib
import itertools
import json
import operator
import re
import unittest
from fractions import Fraction
from math import floor

import tap

Kkr = tap.kkr()

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?\Z")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv}


def number(text):
    value = Fraction(text)
    if not NUMBER.match(text) or str(value) != text:
        raise AssertionError(f"{text} is not in lowest terms")
    return value


def evaluate(node, values):
    if isinstance(node, ast.Expression):
        return evaluate(node.body, values)
    if isinstance(node, ast.Constant):
        return Fraction(repr(node.value))
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -evaluate(node.operand, values)
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](evaluate(node.left, values), evaluate(node.right, values))
    if isinstance(node, ast.Call) and node.func.id in ("min", "max"):
        return (min if node.func.id == "min" else max)(evaluate(one, values) for one in node.args)
    raise AssertionError(ast.dump(node))


def expression(text, values):
    return evaluate(ast.parse(text, mode="eval"), values)


def rounded(value, mode):
    whole, rest = divmod(abs(value), 1)
    up = {"half-away": rest * 2 >= 1, "half-even": rest * 2 > 1 or rest * 2 == 1 and whole % 2 == 1,
          "floor": rest > 0 and value < 0, "ceiling": rest > 0 and value > 0,
          "toward-zero": False, "away-from-zero": rest > 0}[mode]
    return int(whole + up) * (-1 if value < 0 else 1)


def first_by(tie_rule, weights, rows):
    """Of rows with equal claims the one that goes first."""
    return min(rows, key={"first": lambda i: i, "last": lambda i: -i,
                          "largest-weight": lambda i: (-weights[i], i),
                          "smallest-weight": lambda i: (weights[i], i)}[tie_rule])


def priority(method, weight, given):
    """Squared where a root is in it, so that all stay fractions; what comes first is infinite."""
    if method == "dhondt":
        return 0, weight / (given + 1)
    if method == "sainte-lague":
        return 0, weight / (2 * given + 1)
    return (1, weight) if given == 0 else (0, weight ** 2 / (given * (given + 1)))


def averages(units, weights, method, tie_rule):
    """Unit by unit, as the methods are defined, from a safe distance below the quotas."""
    total = sum(weights)
    shares = [max(0, floor(units * weight / total) - len(weights)) for weight in weights]
    for _ in range(units - sum(shares)):
        claims = [priority(method, weight, share) if weight else (-1, 0)
                  for weight, share in zip(weights, shares)]
        best = max(claims)
        shares[first_by(tie_rule, weights, [i for i, claim in enumerate(claims)
                                            if claim == best])] += 1
    return shares


def apportion(units, weights, method, tie_rule):
    total = sum(weights)
    exact = [units * weight / total for weight in weights]
    if method == "largest-remainder":
        shares = [floor(share) for share in exact]
        rests = [share - floor(share) for share in exact]
        for _ in range(units - sum(shares)):
            best = max(rests)
            row = first_by(tie_rule, weights, [i for i, rest in enumerate(rests) if rest == best])
            shares[row] += 1
            rests[row] = Fraction(-1)
        return shares
    if method == "cumulative":
        sums = [rounded(units * part / total, "half-away")
                for part in itertools.accumulate(weights)]
        return [after - before for before, after in zip([0] + sums, sums)]
    if method in ("residual-to-largest", "independent"):
        shares = [rounded(share, "half-away") for share in exact]
        if method == "residual-to-largest":
            largest = [i for i, weight in enumerate(weights) if weight == max(weights)]
            shares[largest[-1 if tie_rule == "last" else 0]] += units - sum(shares)
        return shares
    return averages(units, weights, method, tie_rule)


def share_of(step, values):
    unit, total = number(step["rounding-unit"]), values[step["total"]]
    units = total / unit
    assert units.denominator == 1, units
    weights, row = [number(weight) for weight in step["weights"]], int(step["row"])
    shares = apportion(abs(int(units)), weights, step["method"], step["tie-rule"])
    assert len(step["keys"]) == len(weights)
    assert step["key"] == step["keys"][row], (step["key"], step["keys"][row])
    assert number(step["weight-sum"]) == sum(weights), (step["weight-sum"], sum(weights))
    assert number(step["exact"]) == total * weights[row] / sum(weights), step["exact"]
    if step["method"] != "independent":
        assert sum(shares) == abs(units), (shares, units)
    return shares[row] * unit * (-1 if total < 0 else 1)


def work_out(step, values):
    if step["kind"] == "value":
        return number(step["value"])
    if step["kind"] == "sum":
        assert len(step["keys"]) == len(step["terms"])
        return sum(number(term) for term in step["terms"])
    if step["kind"] == "formula":
        return expression(step["expression"], values)
    if step["kind"] == "rounding":
        exact, unit = expression(step["expression"], values), number(step["rounding-unit"])
        assert number(step["exact"]) == exact, (step["exact"], exact)
        return rounded(exact / unit, step["mode"]) * unit
    assert step["kind"] == "apportionment", step["kind"]
    return share_of(step, values)


WORDS = {"none": "", "amount": " kr.", "rate": " kr. (sats)", "share": " (andel)",
         "percent": " pct.", "percentage-points": " procentpoint", "persons": " personer",
         "places": " pladser", "offers": " tilbud", "minutes": " minutter", "hours": " timer",
         "days": " dage", "weeks": " uger", "months": " måneder", "years": " år",
         "count": " stk."}
MODES = {"half-away": "halve væk fra nul", "half-even": "halve til lige", "floor": "ned",
         "ceiling": "op", "toward-zero": "mod nul", "away-from-zero": "væk fra nul"}
TIES = {"first": "den første", "last": "den sidste", "largest-weight": "den tungeste",
        "smallest-weight": "den letteste", "refuse": "afvist"}
NAMES = {"largest-remainder": "største brøks metode", "dhondt": "D'Hondt",
         "sainte-lague": "Sainte-Laguë", "huntington-hill": "Huntington-Hill",
         "cumulative": "løbende sum", "residual-to-largest": "rest til den største",
         "independent": "hver for sig"}


def shown(text, unit):
    value, decimals = number(text) / (100 if unit == "amount" else 1), 2 * (unit == "amount")
    while decimals < 300 and (value * 10 ** decimals).denominator > 1:
        decimals += 1
    if decimals == 300:
        return str(value) + WORDS[unit]
    digits = str(abs(int(value * 10 ** decimals))).rjust(decimals + 1, "0")
    whole, rest = digits[:len(digits) - decimals], digits[len(digits) - decimals:]
    sign = "-" if value < 0 else ""
    return sign + f"{int(whole):,}".replace(",", ".") + ("," + rest if rest else "") + WORDS[unit]


def statement(step):
    unit = step["unit"]
    said = f"»{step['text']}«" if step["kind"] == "text" else shown(step["value"], unit)
    grain = shown(step["rounding-unit"], unit) if "rounding-unit" in step else None
    if step["kind"] == "sum":
        said += f" = summen af {len(step['terms'])} led"
    if step["kind"] in ("formula", "rounding"):
        said += f" = {step['expression']}"
    if step["kind"] == "rounding":
        said += f" = {step['exact']}, {MODES[step['mode']]} til {grain}"
    if step["kind"] == "apportionment":
        row, weights = int(step["row"]), step["weights"]
        said += (f" til {step['key']} (række {row + 1} af {len(weights)}) af {step['total']}, "
                 f"{NAMES[step['method']]}, ved lighed {TIES[step['tie-rule']]}, i enheder af "
                 f"{grain}; kvote {step['exact']} af vægt {weights[row]} ud af "
                 f"{step['weight-sum']}")
    if "source" in step:
        said += "; kilde " + ", ".join([step["source"]["id"]]
                                       + ([step["section"]] if "section" in step else []))
    elif "section" in step:
        said += f"; afsnit {step['section']}"
    return said + (f"; prisniveau {step['price-level']}" if "price-level" in step else "")


def statement_of_all(document, last):
    said = f"»{last['text']}«" if last["kind"] == "text" else shown(last["value"], last["unit"])
    said += f" ({', '.join([document['column']] + [document['key']] * (document['key'] != ''))})"
    data = document.get("register", {})
    for name, word in ("version", "register"), ("sha256", "sha-256"):
        said += f"; {word} {data[name]}" if name in data else ""
    kinds = [note["kind"] for note in document["notes"]]
    return said + ("; noter " + ", ".join(kinds) if kinds else "")


def check(text):
    """Raises, or gives the document's value."""
    document = json.loads(text)
    assert json.dumps(document, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":")) == text, "not canonical"
    digest = document.pop("digest")
    bare = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(bare.encode()).hexdigest() == digest, "another digest"
    assert document["format"] == "kkr-derivation-1"
    values = {}
    for step in document["steps"]:
        assert step["id"] not in values
        assert step["statement"] == statement(step), (step["statement"], statement(step))
        if step["kind"] == "text":
            values[step["id"]] = None
            last = step["text"]
            continue
        last = step["value"]
        values[step["id"]] = work_out(step, values)
        assert values[step["id"]] == number(last), (step["id"], values[step["id"]], last)
    assert document["value"] == last
    assert document["statement"] == statement_of_all(document, step), document["statement"]
    return last


METHODS = [Kkr.ApportionMethod.LARGEST_REMAINDER, Kkr.ApportionMethod.DHONDT,
           Kkr.ApportionMethod.SAINTE_LAGUE, Kkr.ApportionMethod.HUNTINGTON_HILL,
           Kkr.ApportionMethod.CUMULATIVE, Kkr.ApportionMethod.RESIDUAL_TO_LARGEST,
           Kkr.ApportionMethod.INDEPENDENT]
TIE_RULES = [Kkr.TieRule.FIRST, Kkr.TieRule.LAST, Kkr.TieRule.LARGEST_WEIGHT,
             Kkr.TieRule.SMALLEST_WEIGHT]


class Recheck(unittest.TestCase):
    def setUp(self):
        self.register = Kkr.Register.new_packaged()

    def cell(self, result, name, column, row):
        document = result.explain(name, row).to_json()
        if column.get_kind() == Kkr.ColumnKind.TEXT:
            shown = column.dup_text(row)
        else:
            shown = column.dup_exact(row) if row >= 0 else column.dup_total()
        self.assertEqual(check(document), shown, (name, row))
        self.assertEqual(json.loads(document).get("register"), self.named)

    def every_cell(self, calculator, with_register=True):
        self.named = {"version": self.register.get_data_version(),
                      "sha256": self.register.get_sha256()} if with_register else None
        result = calculator.run()
        cells = 0
        for number_of, table in enumerate(result.dup_tables()):
            for column in table.dup_columns():
                name = column.get_name()
                if number_of > 0:
                    name = f"{table.get_name()}.{name}"
                rows = [row for row in range(len(table))
                        if column.get_cell_status(row) == Kkr.CellStatus.VALUE]
                for row in rows + ([-1] if column.has_total() else []):
                    self.cell(result, name, column, row)
                    cells += 1
        return cells

    def financing(self, **inputs):
        return Kkr.ObjectiveFinancing(register=self.register, arrangement="socialtilsyn-nord",
                                      **inputs)

    def test_every_cell_of_financing(self):
        for year in (2023, 2024):
            self.assertGreater(self.every_cell(self.financing(year=year)), 11 * 5)

    def test_every_method(self):
        for method in METHODS:
            for inputs in ({"budget": 1915605800}, {"budget": -97799, "unit": 1, "settlement": True},
                           {"budget": 12345600, "equal_percent": 33.3, "exempt": "Aalborg"},
                           {"budget": 1300}):
                if method == Kkr.ApportionMethod.RESIDUAL_TO_LARGEST and inputs["budget"] == 1300:
                    continue
                result = self.financing(year=2024, method=method, **inputs).run()
                for row in range(len(result.get_table())):
                    check(result.explain("amount", row).to_json())

    def test_every_tie_rule(self):
        # A kernel of its own, against the library's: many small totals, so that ties are common.
        for method, rule in itertools.product(METHODS, TIE_RULES):
            for total in range(0, 12):
                for weights in ([1, 1, 2, 0, 1], [3, 3, 3], [6, 2, 2, 1, 1], [4, 1, 9, 16]):
                    nicks = (method.value_nick, rule.value_nick)
                    mine = apportion(total, [Fraction(weight) for weight in weights], *nicks)
                    if min(mine) < 0:
                        continue
                    theirs = Kkr.apportion_full(total, weights, method, 1, rule)
                    self.assertEqual(list(theirs.get_shares()), mine, (nicks, total, weights))

    def test_every_cell_of_tariffs(self):
        for year in range(2019, 2025):
            tariffs = Kkr.SupervisionTariff(register=self.register, year=year,
                                            arrangement="socialtilsyn-nord")
            self.assertGreater(self.every_cell(tariffs), 4 * 3)

    def test_tariffs_without_a_register(self):
        for inputs in ({"base_tariff": 43851.6}, {"hourly_price": 1299.99, "hours_approval": 12.5},
                       {"budget": 100000003, "other_income": 7, "offers_1": 3, "offers_3": 11},
                       {"printed_1": 4385200, "printed_2": 5262200},
                       {"printed_1": 4385200, "printed_4": 100}):
            self.every_cell(Kkr.SupervisionTariff(**inputs), with_register=False)
        self.every_cell(Kkr.SupervisionTariff(register=self.register, year=2024, offers_1=100,
                                              arrangement="socialtilsyn-nord"))


if __name__ == "__main__":
    unittest.main()
