# SPDX-License-Identifier: LGPL-2.1-or-later
"""The ledger of surplus and deficit: what the memo of Socialtilsyn Nord prints, by hand, and against
a second computation of the rules."""
import itertools
import random
import unittest
from fractions import Fraction
from math import ceil, floor

import tap

Kkr = tap.kkr()
from gi.repository import GLib

FLOWS = ("came-in", "carried", "reserved", "paid-back")


def ledger(**inputs):
    made = Kkr.CarryOver()
    for name, text in inputs.items():
        made.set_from_string(name.replace("_", "-"), text)
    return made


def kroner(table, name):
    column = table.get_column(name)
    return [Fraction(column.get_int64(row), 100) for row in range(len(table))]


def movements(result):
    table = result.get_table()
    names = [column.get_name() for column in table.dup_columns()]
    rows = zip(*(table.get_column(name).get_strings() if name in ("kind", "department", "side")
                 else kroner(table, name) if name == "amount"
                 else [table.get_column(name).get_int64(row) for row in range(len(table))]
                 for name in names if name != "known"))
    return [dict(zip([name for name in names if name != "known"], row)) for row in rows]


def amounts(result, *kinds):
    return [row["amount"] for row in movements(result) if row["kind"] in kinds]


def notes(result):
    return [note.get_danish() for note in result.dup_notes()]


def explain_all(test, result):
    for table in result.dup_tables():
        for cells in table.dup_columns():
            for row in range(len(table)):
                if cells.get_cell_status(row) == Kkr.CellStatus.VALUE:
                    derivation = result.explain(f"{table.get_name()}.{cells.get_name()}", row)
                    # A day is told in words.
                    if cells.get_kind() == Kkr.ColumnKind.DATE:
                        test.assertEqual(derivation.get_value(), cells.dup_text(row))
                    elif cells.get_kind() != Kkr.ColumnKind.TEXT:
                        test.assertEqual(derivation.get_value(), cells.dup_exact(row))


class Memo(unittest.TestCase):
    """The budget of Socialtilsyn Nord for 2024."""

    INPUTS = {"results": "year;surplus\n2022;501.980",
              "billed": "cause-year;year;amount\n2021;2023;1.085.000",
              "budget-before": "34.741.043", "budget-after": "36.061.167", "budget-year": "2024",
              "causes": "cause;amount\nGenerel omkostningsstigning;150.000"}

    def test_half_is_carried_and_half_reserved(self):
        result = ledger(**self.INPUTS).run()
        self.assertEqual([(row["cause-year"], row["kind"], row["year"], row["amount"])
                          for row in movements(result)], [
            (2021, "opening", 2021, 1085000), (2021, "billed", 2023, 1085000),
            (2022, "result", 2022, 501980), (2022, "reserved", 2022, 250990),
            (2022, "carried", 2024, 250990)])
        balance = result.get_table_named("balance")
        self.assertEqual(kroner(balance, "carried"), [1085000, 250990])
        self.assertEqual(kroner(balance, "reserved"), [0, 250990])
        self.assertEqual(kroner(balance, "balance"), [0, 0])
        years = result.get_table_named("years")
        self.assertEqual(kroner(years, "opening"), [0, 1085000, 1335990, 250990])
        self.assertEqual(kroner(years, "closing"), [1085000, 1335990, 250990, 0])
        self.assertIn("Resultatet for 2021 er ikke oplyst: det, der allerede er indregnet, står som "
                      "primo.", notes(result))
        explain_all(self, result)

    def test_bridge(self):
        """1.085.000 - 250.990 = 834.010; + 150.000 = 984.010 of 1.320.124."""
        bridge = ledger(**self.INPUTS).run().get_table_named("bridge")
        self.assertEqual(kroner(bridge, "amount"), [834010, 150000, 984010, 336114, 1320124])
        shares = [Fraction(bridge.get_column("share").dup_exact(row)) for row in range(5)]
        self.assertEqual(shares[3], Fraction(336114, 1320124))
        self.assertEqual(sum(shares[2:4]), 1)
        # Printed with one decimal: 63,2 and 74,5.
        self.assertEqual(bridge.get_column("share").dup_text(0), "63,2")
        self.assertEqual(bridge.get_column("share").dup_text(2), "74,5")

    def test_no_change_has_no_shares(self):
        bridge = ledger(**self.INPUTS | {"budget-after": "34.741.043"}).run().get_table_named(
            "bridge")
        self.assertEqual(bridge.get_column("share").get_cell_status(0), Kkr.CellStatus.MISSING)

    def test_budget_and_accounts(self):
        """The report for 2022: net costs 0 in the budget, -0,502 million in the accounts."""
        result = ledger(results="year;budget;accounts\n2022;0;-502.000").run()
        self.assertEqual(amounts(result, "result", "carried"), [502000, 251000])
        again = ledger(year="2022", surplus="501.980").run()
        self.assertEqual(amounts(again, "result", "carried", "reserved"), [501980, 250990, 250990])

    def test_known_on(self):
        """A ledger of August 2022 knows nothing of the accounts of 2022."""
        inputs = {"results": "year;surplus;known\n2021;400;2022-03-01\n2022;600;2023-03-01",
                  "corrections": "cause-year;known;amount\n2021;2022-05-01;100\n"
                                 "2021;2024-05-01;50"}
        result = ledger(**inputs, known_on="2022-08-21").run()
        self.assertEqual(amounts(result, "result", "correction"), [400, 100])
        self.assertIn("2 rækker er udeladt, fordi de først blev kendt senere.", notes(result))
        result = ledger(**inputs, known_on="2023-08-21").run()
        self.assertEqual(amounts(result, "result", "correction"), [400, 100, 600])
        self.assertIn("1 række er udeladt, fordi den først blev kendt senere.", notes(result))

    def test_two_results_are_refused_whether_they_are_known_or_not(self):
        for day in ("2023-01-01", "2023-12-31"):
            with self.assertRaises(GLib.Error) as caught:
                ledger(results="year;department;surplus;known\n2022;Solsiden;100;2023-05-01",
                       settlement="offer;year;budget-cost;accounts-cost;planned-days;actual-days;"
                                  "tariff\nSolsiden;2022;7.300.000;7.400.000;3650;3500;2.000",
                       known_on=day).run()
            self.assertIn("a second result: one of 2022, Solsiden found before",
                          caught.exception.message)


class Rules(unittest.TestCase):
    def carried(self, surplus, **inputs):
        result = ledger(year="2022", surplus=surplus, **inputs).run()
        explain_all(self, result)
        return amounts(result, "carried") + amounts(result, "reserved")

    def test_an_odd_krone(self):
        """Half of 501.981 kr. is 250.990,50."""
        for mode, carried in {"half-away": 250991, "away-from-zero": 250991, "ceiling": 250991,
                              "toward-zero": 250990, "floor": 250990,
                              "half-even": 250990}.items():
            self.assertEqual(self.carried("501.981", rounding=mode), [carried, 501981 - carried])
        self.assertEqual(self.carried("501.981", unit="0,01"), [Fraction("250990.5")] * 2)
        self.assertEqual(self.carried("-501.981"), [-250991, -250990])
        self.assertEqual(self.carried("-501.981", rounding="floor"), [-250991, -250990])
        self.assertEqual(self.carried("-501.981", rounding="ceiling"), [-250990, -250991])
        self.assertIn("Ulige beløb: det overførte afrundes til hele kroner (halve væk fra nul), og "
                      "resten hensættes.", notes(ledger(year="2022", surplus="1").run()))

    def test_deficits_have_a_part_of_their_own(self):
        self.assertEqual(self.carried("-100", percent_of_deficit="100"), [-100, 0])
        self.assertEqual(self.carried("100", percent_of_deficit="100"), [50, 50])
        self.assertEqual(self.carried("-100", percent_of_deficit="0"), [0, -100])
        self.assertEqual(self.carried("-100"), [-50, -50])

    def test_a_note_tells_that_a_deficit_is_carried_like_a_surplus(self):
        danish = ("Underskud: der er ikke oplyst en særskilt andel, så et underskud overføres "
                  "ligesom et overskud: %s af det.")
        english = ("Deficits: no part of their own is given, so a deficit is carried like a "
                   "surplus: %s of it.")
        rows = "offer;year;budget-cost;accounts-cost;planned-days;actual-days;tariff\n"

        def told(**inputs):
            return [(note.get_danish(), note.get_english())
                    for note in ledger(**inputs).run().dup_notes()
                    if note.get_danish().startswith("Underskud")]

        half = [(danish % "50 pct.", english % "50%")]
        self.assertEqual(told(year="2022", surplus="-100"), half)
        self.assertEqual(told(results="year;surplus\n2021;5\n2022;-1\n2023;-2"), half)
        self.assertEqual(told(results="year;budget;accounts\n2022;10;11"), half)
        self.assertEqual(told(settlement=rows + "A;2022;10;11;5;5;2"), half)
        # A correction makes a deficit of a surplus.
        corrections = "cause-year;known;amount\n2022;2024-01-01;"
        self.assertEqual(told(year="2022", surplus="5", corrections=corrections + "-6"), half)
        self.assertEqual(told(year="2022", surplus="5", corrections=corrections + "-5"), [])
        self.assertEqual(told(year="2022", surplus="-100", percent_carried="70"),
                         [(danish % "70 pct.", english % "70%")])
        for inputs in ({"surplus": "100"}, {"surplus": "0"},
                       {"surplus": "-100", "percent_of_deficit": "50"},
                       # All of it lies above the limit.
                       {"surplus": "-100", "limit": "0"}):
            self.assertEqual(told(year="2022", **inputs), [])

    def test_what_lies_above_a_limit(self):
        """500.000 kr. of which 300.000 are above 200.000."""
        for rule, expected in {
                "carried": {("carried", 2024): 400000, ("reserved", 2022): 100000},
                "next-year": {("carried", 2024): 100000, ("reserved", 2022): 100000,
                              ("above-limit", 2023): 300000},
                "paid-back": {("carried", 2024): 100000, ("reserved", 2022): 100000,
                              ("paid-back", 2023): 300000},
                "reserved": {("carried", 2024): 100000, ("reserved", 2022): 400000}}.items():
            for sign in (1, -1):
                result = ledger(year="2022", surplus=str(sign * 500000), limit="200.000",
                                above_limit=rule).run()
                found = {(row["kind"], row["year"]): sign * row["amount"]
                         for row in movements(result) if row["side"] == "out"}
                self.assertEqual(found, expected, rule)
                explain_all(self, result)

    def test_a_limit_of_the_budget(self):
        """5 per cent of 4.000.000 kr. are 200.000 kr."""
        for budget in ("4000000", "-4000000"):
            result = ledger(results=f"year;budget;surplus\n2022;{budget};500000",
                            limit_percent="5", above_limit="paid-back").run()
            self.assertEqual(amounts(result, "paid-back"), [300000])
            explain_all(self, result)

    def test_what_is_billed_already(self):
        result = ledger(results="year;surplus\n2022;1000",
                        billed="cause-year;year;amount\n2022;2023;200\n2022;2024;100").run()
        self.assertEqual([(row["kind"], row["year"], row["amount"]) for row in movements(result)], [
            ("result", 2022, 1000), ("reserved", 2022, 500), ("billed", 2023, 200),
            ("billed", 2024, 100), ("carried", 2024, 200)])
        explain_all(self, result)

    def test_corrections(self):
        """The result of 2022 falls by 300 kr. in 2023, in time for the budget of 2024, and rises by
        101 kr. in 2026, which goes into the budget of 2027."""
        result = ledger(results="year;surplus\n2022;1000",
                        corrections="cause-year;known;amount\n2022;2026-02-01;101\n"
                                    "2022;2023-05-01;-300").run()
        self.assertEqual([(row["kind"], row["number"], row["year"], row["amount"])
                          for row in movements(result)], [
            ("result", 0, 2022, 1000), ("reserved", 0, 2022, 500), ("carried", 0, 2024, 500),
            ("correction", 1, 2023, -300), ("reserved", 1, 2023, -150), ("carried", 1, 2024, -150),
            # 801 / 2 is 400,5: 401, and 350 were carried before.
            ("correction", 2, 2026, 101), ("reserved", 2, 2026, 50), ("carried", 2, 2027, 51)])
        self.assertIn("Rettelser overføres 1 år efter det år, de bliver kendt, men ikke før "
                      "resultatet selv.", notes(result))
        explain_all(self, result)

    def test_departments_share(self):
        """250.990 kr. by 45 and 55: 112.945,5 and 138.044,5; the odd krone goes to the first."""
        inputs = {"year": "2022", "surplus": "501.980",
                  "departments": "department;weight\nTilbud;45\nPlejefamilier;55"}
        result = ledger(**inputs).run()
        self.assertEqual(amounts(result, "result"), [225891, 276089])
        self.assertEqual(amounts(result, "carried"), [112946, 138044])
        self.assertEqual(amounts(result, "reserved"), [112945, 138045])
        self.assertEqual(kroner(result.get_table_named("balance"), "balance"), [0, 0])
        self.assertIn("Lige krav på den sidste enhed: den får den afdeling, der står først.",
                      notes(result))
        explain_all(self, result)
        result = ledger(**inputs, method="cumulative").run()
        self.assertEqual(amounts(result, "carried"), [112946, 138044])

    def test_departments_of_their_own(self):
        result = ledger(results="year;department;surplus\n2022;Tilbud;100\n2022;BPA;-40\n"
                                "2023;Tilbud;20").run()
        self.assertEqual([(row["year"], row["department"], row["amount"])
                          for row in movements(result) if row["kind"] == "carried"],
                         [(2024, "Tilbud", 50), (2024, "BPA", -20), (2025, "Tilbud", 10)])


class Settlement(unittest.TestCase):
    HEAD = ("offer;year;budget-cost;accounts-cost;planned-days;actual-days;tariff;later-days\n")

    def settle(self, row, **inputs):
        result = ledger(settlement=self.HEAD + row, **inputs).run()
        explain_all(self, result)
        table = result.get_table_named("settlement")
        return {column.get_name(): Fraction(column.get_int64(0), 100)
                for column in table.dup_columns()[2:]
                if column.get_cell_status(0) == Kkr.CellStatus.VALUE}, result

    def test_by_hand(self):
        """Costs 7,4 for 7,3 million, 3500 days sold for 3650 at 2.000 kr."""
        found, result = self.settle("Solsiden;2022;7300000;7400000;3650;3500;2000;3600")
        self.assertEqual(found, {
            "planned-income": 7300000, "income": 7000000, "planned-result": 0,
            "price-variance": -100000, "volume-variance": -300000, "result": -400000,
            "to-bill": -200000,
            # 200.000 / 3600 = 55,56; 56 * 3600 = 201.600.
            "per-day": 56, "billed": -201600, "remainder": 1600})
        self.assertEqual([(row["kind"], row["year"], row["amount"]) for row in movements(result)], [
            ("result", 2022, -400000), ("reserved", 2022, -200000), ("carried", 2024, -201600),
            ("remainder", 2025, 1600)])

    def test_costs_that_vary(self):
        """30 per cent of 7,3 million fall with 150 of 3650 days: 90.000 kr."""
        found, _ = self.settle("Solsiden;2022;7300000;7400000;3650;3500;2000;",
                               variable_percent="30")
        self.assertEqual((found["price-variance"], found["volume-variance"], found["result"]),
                         (-190000, -210000, -400000))
        found, _ = self.settle("Solsiden;2022;7300000;7400000;3650;3500;2000;",
                               variable_percent="100")
        self.assertEqual((found["price-variance"], found["volume-variance"], found["result"]),
                         (-400000, 0, -400000))

    def test_a_planned_surplus(self):
        found, _ = self.settle("Solsiden;2022;7000000;7000000;3650;3650;2000;3650")
        self.assertEqual((found["planned-result"], found["price-variance"],
                          found["volume-variance"], found["result"]), (300000, 0, 0, 300000))
        # A surplus lowers the tariff: 150.000 / 3650 = 41,10.
        self.assertEqual((found["per-day"], found["remainder"]), (-41, 150000 - 41 * 3650))
        found, _ = self.settle("Solsiden;2022;7000000;7000000;3650;3650;2000;3650",
                               tariff_unit="0,01")
        self.assertEqual((found["per-day"], found["remainder"]), (Fraction("-41.1"), -15))

    def test_variances_add_up(self):
        chance = random.Random(6)
        for _ in range(40):
            row = ";".join(str(chance.randint(1, most)) for most in (10 ** 7, 10 ** 7, 4000, 4000,
                                                                     5000, 4000))
            found, result = self.settle(f"Engen;2022;{row}",
                                        variable_percent=chance.choice(["0", "33,3", "100"]))
            self.assertEqual(found["planned-result"] + found["price-variance"]
                             + found["volume-variance"], found["result"])
            self.assertEqual(found["billed"] + found["remainder"], found["to-bill"])
            self.assertEqual(kroner(result.get_table_named("balance"), "balance"), [0])


ROUND = {"half-away": lambda x: floor(abs(x) + Fraction(1, 2)) * (1 if x >= 0 else -1),
         "half-even": round, "floor": floor, "ceiling": ceil,
         "toward-zero": lambda x: int(x)}


class Oracle(unittest.TestCase):
    """The rules once more, of the corrected result at once."""

    def target(self, total, inputs):
        limit = inputs.get("limit")
        within = total if limit is None else max(-limit, min(limit, total))
        above = total - within
        exact = Fraction(inputs["percent"], 100) * within
        if inputs["above"] == "carried":
            exact += above
        carried = ROUND[inputs["mode"]](exact)
        apart = above if inputs["above"] in ("next-year", "paid-back") else 0
        return carried, apart, total - carried - apart

    def test_random_ledgers(self):
        chance = random.Random(2024)
        for _ in range(60):
            inputs = {"percent": chance.choice([0, 25, 50, 70, 100]),
                      "mode": chance.choice(list(ROUND)),
                      "above": chance.choice(["carried", "next-year", "paid-back", "reserved"])}
            if chance.random() < 0.6:
                inputs["limit"] = chance.randint(0, 900)
            results = {year: chance.randint(-1000, 1000) for year in (2018, 2019, 2021)}
            corrections = [(cause, chance.randint(max(cause, 2020), 2025),
                            chance.randint(-500, 500))
                           for cause in chance.choices(list(results), k=chance.randint(0, 4))]
            texts = {"results": "year;surplus\n" + "\n".join(f"{year};{surplus}"
                                                             for year, surplus in results.items()),
                     "percent-carried": str(inputs["percent"]), "rounding": inputs["mode"],
                     "above-limit": inputs["above"]}
            if corrections:
                texts["corrections"] = "cause-year;known;amount\n" + "\n".join(
                    f"{cause};{known}-07-01;{amount}" for cause, known, amount in corrections)
            if "limit" in inputs:
                texts["limit"] = str(inputs["limit"])
            result = ledger(**texts).run()
            found = movements(result)
            for cause, surplus in results.items():
                total = surplus + sum(amount for year, _, amount in corrections if year == cause)
                carried, apart, reserved = self.target(total, inputs)
                for kinds, expected in ((("carried",), carried), (("reserved",), reserved),
                                        (("above-limit", "paid-back"), apart),
                                        (("result", "correction"), total)):
                    self.assertEqual(sum(row["amount"] for row in found if row["kind"] in kinds
                                         and row["cause-year"] == cause), expected)
            self.check_tables(result, found)

    def check_tables(self, result, found):
        years, balance = result.get_table_named("years"), result.get_table_named("balance")
        self.assertEqual(set(kroner(balance, "balance")), {0})
        self.assertEqual(kroner(years, "closing")[-1], 0)
        self.assertEqual(kroner(years, "opening"), [0, *kroner(years, "closing")[:-1]])
        for table in (years, balance):
            flows = [sum(kroner(table, name)) for name in FLOWS]
            self.assertEqual(flows[0], sum(flows[1:]))
            self.assertEqual(flows[0], sum(row["amount"] for row in found if row["side"] == "in"))

    def test_the_order_of_rows_does_not_matter(self):
        rows = ["2022;A;100", "2022;B;-33", "2021;A;7"]
        totals = {tuple(map(tuple, sorted(
            (row["cause-year"], row["department"], row["kind"], row["amount"])
            for row in movements(ledger(results="year;department;surplus\n" + "\n".join(order))
                                 .run())))) for order in itertools.permutations(rows)}
        self.assertEqual(len(totals), 1)

    def test_scaling_and_signs(self):
        """Ten times the result is ten times every movement, and a deficit is a surplus turned."""
        for surplus in (137, 502, 1000):
            once = amounts(ledger(year="2022", surplus=str(surplus)).run(), "carried", "reserved")
            ten = amounts(ledger(year="2022", surplus=str(10 * surplus), unit="10").run(),
                          "carried", "reserved")
            turned = amounts(ledger(year="2022", surplus=str(-surplus)).run(), "carried",
                             "reserved")
            self.assertEqual(ten, [10 * amount for amount in once])
            self.assertEqual(turned, [-amount for amount in once])


    def test_names_of_departments_do_not_matter(self):
        """Weights stay with their departments, whatever these are called."""
        def shares(names):
            result = ledger(year="2022", surplus="777", departments="department;weight\n" + "\n".join(
                f"{name};{weight}" for name, weight in zip(names, (3, 5, 8)))).run()
            return amounts(result, "result"), amounts(result, "carried")

        self.assertEqual(shares(["A", "B", "C"]), shares(["Z", "Y", "X"]))

    def test_an_offer_in_two_parts_has_the_same_result(self):
        whole = ledger(settlement=Settlement.HEAD + "A;2022;800;900;100;90;9;").run()
        parts = ledger(settlement=Settlement.HEAD + "A1;2022;300;500;60;50;9;\n"
                                                    "A2;2022;500;400;40;40;9;").run()
        tables = [result.get_table_named("settlement") for result in (whole, parts)]
        for name in ("planned-income", "income", "planned-result", "price-variance",
                     "volume-variance", "result"):
            first, second = (sum(kroner(table, name)) for table in tables)
            self.assertEqual(first, second, name)


class Batch(unittest.TestCase):
    def test_scenarios(self):
        made = Kkr.TableBuilder.new("s", "S", "S")
        made.add_int64("surplus", "Overskud", "Surplus", Kkr.Unit.AMOUNT, [50198000, -30000])
        result = ledger(year="2022").run_table(made.end(), None, None)
        column = result.get_table().get_column("amount")
        self.assertEqual([column.get_int64(row) for row in range(6)],
                         [50198000, 25099000, 25099000, -30000, -15000, -15000])
        self.assertEqual(result.explain("amount", 5).get_value(), "-15000")


class Faults(unittest.TestCase):
    def refused(self, code, *words, **inputs):
        with self.assertRaises(GLib.Error) as caught:
            ledger(**inputs).run()
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                        caught.exception.message)
        for word in words:
            self.assertIn(word, caught.exception.message)

    def test_inputs(self):
        missing, outside = Kkr.CalcError.MISSING_INPUT, Kkr.CalcError.OUT_OF_RANGE
        against = Kkr.CalcError.INCONSISTENT
        one = {"year": "2022", "surplus": "100"}
        self.refused(missing, "results: missing: no result found")
        self.refused(missing, "surplus", year="2022")
        self.refused(missing, "year", surplus="1")
        self.refused(outside, "no such year: 0 found", surplus="1", year="0")
        self.refused(outside, "percent-carried", "101 per cent", **one, percent_carried="101")
        self.refused(outside, "delay", "0 years found, 1 to 50", **one, delay="0")
        self.refused(outside, "correction-delay", "-1 years found", **one, correction_delay="-1")
        self.refused(outside, "limit: a negative amount: DKK -1.00", **one, limit="-1")
        self.refused(outside, "unit: nothing to round to", **one, unit="0")
        self.refused(missing, "limit-percent: missing: a limit in per cent and no budget", **one,
                     limit_percent="5")
        self.refused(missing, "two limits", **one, limit="1", limit_percent="1")
        self.refused(outside, "independent found", **one, method="independent")
        self.refused(missing, "budget-before", "budget-year", **one, budget_after="5")
        self.refused(missing, "causes of no change", **one, causes="cause;amount\nx;1")

    def test_rows(self):
        missing, outside = Kkr.CalcError.MISSING_INPUT, Kkr.CalcError.OUT_OF_RANGE
        against = Kkr.CalcError.INCONSISTENT
        self.refused(outside, "row 2", "no such year: 22 found",
                     results="year;surplus\n2022;1\n22;1")
        self.refused(outside, "row 1, year: A: no such year: 22 found",
                     results="year;department;surplus\n22;A;1")
        self.refused(missing, "row 1, surplus: 2022: missing: no result found, a surplus, or "
                     "budget and accounts expected", results="year;budget\n2022;1")
        self.refused(missing, "row 1, surplus: 2022, A: missing: no result found",
                     results="year;department;budget\n2022;A;1")
        self.refused(against, "row 1, surplus: 2022, A: a surplus that is not budget less "
                     "accounts: DKK 6.00 found, DKK 10.00 less DKK 5.00 expected",
                     results="year;department;budget;accounts;surplus\n2022;A;10;5;6")
        self.refused(missing, "row 2, budget: 2023, A: missing: a limit in per cent and no budget "
                     "found", limit_percent="5",
                     results="year;department;budget;surplus\n2022;A;5;1\n2023;A;;1")
        self.refused(against, "row 2", "one of 2022, A found before",
                     results="year;department;surplus\n2022;A;1\n2022;A;1")
        self.refused(against, "2022 stands both with a department (A) and without",
                     results="year;department;surplus\n2022;A;1\n2022;;1")
        self.refused(outside, "a negative weight: -1 found", "row 1", "A: ", year="2022",
                     surplus="1", departments="department;weight\nA;-1\nB;2")
        self.refused(outside, "the weights sum to 0", year="2022", surplus="1",
                     departments="department;weight\nA;0")
        self.refused(against, "row 2", "A: a department that stands twice", year="2022",
                     surplus="1", departments="department;weight\nA;1\nA;2")

    def test_rows_of_what_comes_later(self):
        outside, against = Kkr.CalcError.OUT_OF_RANGE, Kkr.CalcError.INCONSISTENT
        results = "year;department;surplus\n2022;A;1"
        self.refused(against, "no result of 2021 found", results="year;surplus\n2022;1",
                     corrections="cause-year;known;amount\n2021;2023-01-01;5")
        self.refused(against, "row 1", "2022: a correction known before its year: 2021-12-31 "
                     "found, a day of 2022 or later expected", results="year;surplus\n2022;1",
                     corrections="cause-year;known;amount\n2022;2021-12-31;5\n2022;2022-01-01;5")
        self.refused(against, "2022, A: a correction known before its year: 2021-12-31 found",
                     results=results,
                     corrections="cause-year;department;known;amount\n2022;A;2021-12-31;5")
        self.refused(against, "row 1", "2022: billed before its cause: 2022 found, a year after "
                     "2022", billed="cause-year;year;amount\n2022;2022;5")
        self.refused(against, "2022, A: billed before its cause: 2022 found", results=results,
                     billed="cause-year;department;year;amount\n2022;A;2022;5")
        self.refused(outside, "2022, A: no such year: 3000 found", results=results,
                     billed="cause-year;department;year;amount\n2022;A;3000;5")

    def test_settlement(self):
        outside = Kkr.CalcError.OUT_OF_RANGE
        for row, words in {
                "2022;1;1;0;1;1;1": "planned place-days: 2022, A: a tariff for no days: 0 found",
                "2022;1;1;-5;1;1;1": "planned place-days: 2022, A: a tariff for no days: -5 found",
                "2022;1;1;1;-1;1;1": "2022, A: a negative number of days: -1 found",
                "2022;1;1;1;1;1;0": "2022, A: a tariff for no days: 0 found",
                "2022;-1;1;1;1;1;1": "2022, A: a negative amount: DKK -1.00 found",
                "2022;1;-2;1;1;1;1": "2022, A: a negative amount: DKK -2.00 found",
                "2022;1;1;1;1;-1;1": "2022, A: a negative amount: DKK -1.00 found",
                "22;1;1;1;1;1;1": "row 1, year: A: no such year: 22 found"}.items():
            self.refused(outside, "settlement: row 1, ", words,
                         settlement=Settlement.HEAD + f"A;{row}")
        self.refused(Kkr.CalcError.INCONSISTENT, "one of 2022, A found before",
                     settlement=Settlement.HEAD + "A;2022;1;1;1;1;1;\nA;2022;1;1;1;1;1;")

    def test_overflow(self):
        most = "92233720368547758,07"
        overflow = Kkr.CalcError.OVERFLOW
        self.assertEqual(amounts(ledger(year="2022", surplus=most, unit="0,01").run(), "result"),
                         [Fraction(2 ** 63 - 1, 100)])
        self.refused(overflow, "2022: an amount", year="2022", surplus=most, percent_carried="100",
                     unit="1000")
        self.refused(overflow, "2022", results=f"year;budget;accounts\n2022;{most};-{most}")
        self.refused(overflow, "sum of the movements",
                     results=f"year;surplus\n2022;{most}\n2023;{most}", unit="0,01")


class Names(unittest.TestCase):
    def test_above_limit(self):
        self.assertEqual(Kkr.AboveLimit.from_string("paid-back"), Kkr.AboveLimit.PAID_BACK)
        self.assertEqual(Kkr.AboveLimit.to_string(Kkr.AboveLimit.NEXT_YEAR), "next-year")
        with self.assertRaisesRegex(GLib.Error, "no such rule"):
            Kkr.AboveLimit.from_string("gone")


if __name__ == "__main__":
    unittest.main()
