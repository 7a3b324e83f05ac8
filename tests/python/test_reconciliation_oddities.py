# SPDX-License-Identifier: LGPL-2.1-or-later
"""What does not add up in the source documents, and what only seems not to.

Each file in tests/golden/oddities is a table as a document prints it. The lines before it that
begin with # say where it stands, and what must be found: the relations that are impossible (these
and no others), some that are possible or exact, and cells whose repair must be offered.
"""
import os
import pathlib
import re
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
import reconciling  # noqa: E402

FOLDER = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "golden" / "oddities"
RELATION = re.compile(r"# (impossible|impossible-among|possible|exact) ([a-z]+) (.+) = (\S+)$")
REPAIR = re.compile(r"# (repair|only-repair) (.+): (\S.*) -> (.+)$")


def number(text):
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or 1)


class Expected:
    def __init__(self, text):
        self.relations = {"impossible": set(), "impossible-among": set(), "possible": set(),
                          "exact": set()}
        self.repairs, self.alone = [], False
        source, *lines = [line for line in text.splitlines() if line.startswith("#")]
        assert re.match(r"# 00\d L\d+", source), source
        for line in lines:
            relation, repair = RELATION.match(line), REPAIR.match(line)
            assert relation or repair, line
            if relation:
                verdict, kind, place, computed = relation.groups()
                self.relations[verdict].add((kind, place, number(computed)))
            else:
                self.alone |= repair[1] == "only-repair"
                self.repairs.append(dict(zip(reconciling.REPAIRS, repair.groups()[1:])))


class Oddities(unittest.TestCase):
    maxDiff = None

    def check(self, text):
        expected, found = Expected(text), reconciling.Reconciled(text)
        failing = found.with_verdict("impossible")
        if expected.relations["impossible-among"]:
            self.assertLessEqual(expected.relations["impossible-among"], failing)
        else:
            self.assertEqual(failing, expected.relations["impossible"])
        for verdict in ("possible", "exact"):
            missing = expected.relations[verdict] - found.with_verdict(verdict)
            self.assertFalse(missing, f"{verdict}: {missing}")
        for repair in expected.repairs:
            self.assertIn(repair, found.repairs)
        if expected.alone:
            self.assertEqual(found.repairs, expected.repairs)
        if not failing:
            self.assertEqual(found.repairs, [])


def add(path):
    def test(self):
        self.check(path.read_text(encoding="utf-8"))
    setattr(Oddities, "test_" + path.stem.replace("-", "_"), test)


for path in sorted(FOLDER.glob("*.txt")):
    add(path)


def decimal(exact, decimals):
    """As a Danish document prints it."""
    whole = Fraction(exact) * 10 ** decimals
    assert whole.denominator == 1
    digits = str(abs(whole)).zfill(decimals + 1)
    front, back = digits[:len(digits) - decimals], digits[len(digits) - decimals:]
    text = f"{int(front):,}".replace(",", ".") + ("," + back if decimals else "")
    return "-" + text if whole < 0 else text


class Registered(unittest.TestCase):
    """The long tables, which the packaged register has."""

    @classmethod
    def setUpClass(cls):
        cls.register = Kkr.Register.new_packaged()

    def text(self, key, names, formats, total=None):
        table = self.register.get_table(key)
        columns = [table[name] for name in names]
        lines = [";".join(["Kommune"] + [column.get_title_in("da") for column in columns])]
        if total:
            lines.append(total)
        for row, label in enumerate(table["municipality"].get_strings()):
            lines.append(";".join([label] + [
                decimal(Fraction(column.dup_exact(row)) / scale, decimals)
                for column, (scale, decimals) in zip(columns, formats)]))
        return "\n".join(lines) + "\n"

    def test_kmf_2019(self):
        """001 L1934-2060: 7 and 2 thousand kroner too much."""
        names = ["sds-share", "sds-amount", "model-1-share", "model-1-amount", "model-2-share",
                 "model-2-amount"]
        found = reconciling.Reconciled(self.text(
            "kmf-2019", names, [(1, 2), (100000, 0)] * 3,
            "Hele landet;" + ";".join(["100;22.432.100"] * 3)))
        self.assertEqual(found.with_verdict("impossible"), set())
        sums = {relation["computed"]: relation["verdict"] for relation in found.relations
                if relation["kind"] == "total"}
        self.assertEqual({computed: sums.get(computed) for computed in (
            Fraction(22432107), Fraction(22432102), Fraction(22432100), Fraction(9997, 100),
            Fraction(9992, 100), Fraction(9996, 100))}, {
                Fraction(22432107): "possible", Fraction(22432102): "possible",
                Fraction(22432100): "exact", Fraction(9997, 100): "possible",
                Fraction(9992, 100): "possible", Fraction(9996, 100): "possible"})

    def test_kmf_2018(self):
        """001 L2349-3004: rows that add up but for 0,1."""
        for key, decimals in (("kmf-2018-effects", 0), ("kmf-2018-age", 1), ("kmf-2018-area", 1)):
            table = self.register.get_table(key)
            names = [column.get_name() for column in table.dup_columns()][2:]
            found = reconciling.Reconciled(self.text(key, names, [(1, decimals)] * len(names)))
            self.assertEqual(found.with_verdict("impossible"), set(), key)


class Prose(unittest.TestCase):
    """Figures that stand in sentences: claims about them."""

    def verdicts(self, figures, claims, whole=""):
        result = Kkr.Claims(figures=figures, claims=claims, whole=whole).run()
        return (result.get_table()["verdict"].get_strings(),
                result.get_table_named("together")["verdict"].get_strings())

    def judge(self, verdict, figures, claim, whole=""):
        self.assertEqual(self.verdicts(figures, claim, whole)[0], [verdict], claim)

    def test_budget_deviation(self):
        """003 L882-885: 6 per cent of 6,3 mia. is not 0,3."""
        figures = "a = 6,3; p = 6; dev = 0,3"
        self.judge("possible", figures, "dev = a - a / (1 + p / 100)")
        self.judge("possible", figures, "dev = p / 100 * a")
        self.judge("impossible", figures, "dev = a / (1 - p / 100) - a")

    def test_foster_families(self):
        """002 L2722-2726: the table's 72 must be the footnote's 71."""
        claim = "now = before - wish - rule - revoked - moved - again + new"
        rest = "; before = 933; rule = 15; revoked = 1; moved = 3; again = 2; new = 48; now = 889"
        whole = "before; wish; rule; revoked; moved; again; new; now"
        self.judge("impossible", "wish = 72" + rest, claim, whole)
        self.judge("exact", "wish = 71" + rest, claim, whole)

    def test_offers(self):
        """002 L2722-2726: five offers are missing."""
        self.judge("impossible", "before = 276; wish = 8; revoked = 3; moved = 20; new = 10; "
                   "now = 260", "now = before - wish - revoked - moved + new",
                   "before; wish; revoked; moved; new; now")

    def test_conditions(self):
        """002 footnote 40: five or six."""
        whole = "a; b; c; t"
        self.judge("impossible", "a = 3; b = 1; c = 1; t = 6", "a + b + c = t", whole)
        self.judge("exact", "a = 3; b = 1; c = 1; t = 5", "a + b + c = t", whole)

    def test_price_of_a_place(self):
        """001 L3184-3196: 150 places of 1,9 mio. are not 300 mio."""
        self.judge("impossible", "n = 150; price = 1,9; total = mindst 300", "n * price = total",
                   "n")

    def test_grants_by_population(self):
        """001 L248-261, L797-804: no one rate per inhabitant."""
        self.judge("impossible", "h = 50,23; s = 23,91; ph = 1822000; ps = 834740",
                   "h * ps = s * ph")

    def test_rate_of_region_sjaelland(self):
        """001 L792-804: the printed rate is rounded, the amount not."""
        self.judge("possible", "rate = 1,528; n = 834740; fee = 1275761", "rate * n = fee", "n")

    def test_grants_of_projects(self):
        """001 L873-882: 17 grants of 100.000 and 30.000 kr."""
        result = Kkr.Claims(figures="a = ?; b = ?; paid = 1,1", whole="a; b",
                            claims="a >= 0; b >= 0; a + b = 17; 0,1 * a + 0,03 * b = paid").run()
        self.assertEqual(result.get_table_named("together")["verdict"].get_strings(), ["possible"])

    def test_cohorts(self):
        """002 L941-942: 40 children are 4 a year in ten years."""
        self.judge("impossible", "n = 40; year = 4; cohorts = 18", "n / cohorts = year", "cohorts")
        self.judge("exact", "n = 40; year = 4; cohorts = 10", "n / cohorts = year", "cohorts")

    def test_technology(self):
        """002 L477-490: two parts of one whole are not 74 and 25."""
        self.judge("impossible", "aid = 74; ci = 25", "aid + ci = 100")

    def test_pilot(self):
        """002 L521-538: 25 per cent gives 9,75, and 10 is printed."""
        figures = "signs = 25; lacking = 59; delayed = 5; net = mindst 10"
        self.judge("possible", figures, "net = signs * lacking / 100 - delayed")
        self.judge("impossible", "signs = 25; lacking = 59; delayed = 5; net = mindst 11",
                   "net = signs * lacking / 100 - delayed")

    def test_explanation_of_growth(self):
        """004 L164-171."""
        self.judge("impossible", "before = 1085000; now = 250990; general = 150000; "
                   "growth = 1320124", "before - now + general = growth")

    def test_private_and_public(self):
        """002 L4220-4222: about 600 a year."""
        self.judge("possible", "all = 7197; years = 12; year = 600", "all / years = year", "years")


class Bases(unittest.TestCase):
    """How many can stand behind percentages."""

    def bases(self, percentages, **inputs):
        table = Kkr.PercentageBase(percentages=percentages, **inputs).run().get_table()
        return [table["base"].get_int64(row) for row in range(len(table))]

    def test_municipalities(self):
        """002 L502-504: 79 of at most 98, and not 90."""
        shares = "27,8; 25,3; 20,3; 13,9; 12,7"
        self.assertEqual(self.bases(shares, last=98), [79])
        self.assertEqual(self.bases(shares, first=90, last=90), [])

    def test_pilot(self):
        """002 L521-538: 8,7 per cent, where 6 are 5 per cent."""
        self.assertEqual(self.bases("8,7", first=110, last=133), [115, 126, 127])

    def test_expectations(self):
        """004 L574-621: ninths of Nordjylland, but for the 14."""
        for percentages, bases in (("44; 33; 22", [9]), ("78; 11; 11", [9]), ("78; 11; 14", [])):
            self.assertEqual(self.bases(percentages, first=9, last=9), bases, percentages)


if __name__ == "__main__":
    unittest.main()
