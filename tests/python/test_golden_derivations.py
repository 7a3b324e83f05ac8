# SPDX-License-Identifier: LGPL-2.1-or-later
"""A derivation of each calculator is the document that it was, and that was worked out by hand.

With KKR_WRITE_GOLDEN=1 the documents are written anew; the numbers here then still hold them to what
was worked out by hand, and the independent checker to what they say.
"""
import json
import os
import pathlib
import sys
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GObject  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
import checker  # noqa: E402

FOLDER = pathlib.Path(os.environ["KKR_SOURCE"]) / "tests" / "golden" / "derivations"
REGISTER = Kkr.RegisterReader().read_files([str(FOLDER / "register.xml")], None)


def place_billing():
    calculator = Kkr.PlaceBilling(first_day="2024-02-01", last_day="2024-02-29")
    for name, text in (("placements", "placement;municipality;from;to\n"
                                      "P1;Rebild;2024-02-01;2024-02-10\n"),
                       ("tariffs", "tariff;unit\n30.000,00;måned\n")):
        calculator.set_from_string(name, text)
    return calculator


def secured_capacity():
    calculator = Kkr.SecuredCapacity(first_year=2025, last_year=2025, secured_places=40,
                                     open_places=12)
    for name, text in (("start", "dom-type;secured;open\n2;42;10\n"),
                       ("inflow", "dom-type;persons\n2;12\n"),
                       ("stays", "dom-type;length;to-open;open-length\n2;4;60;5\n")):
        calculator.set_from_string(name, text)
    return calculator


def shelter():
    calculator = Kkr.ShelterCapacity(refund_percent=50.0)
    calculator.set_from_string("stays", "person;municipality;from;to;tariff\n"
                                        "B1;Rebild;2024-01-01;2024-07-18;1.500,00\n")
    return calculator


def survey():
    calculator = Kkr.SurveyAnalysis(last_base=20)
    calculator.set_from_string("answers", "answer;share\nStige;78\nVære uændret;11\nFalde;14\n")
    return calculator


def follow_up():
    calc = Kkr.TariffFollowup()
    calc.set_from_string("lists", "year;operator;tariff\n2021;Rebild Kommune;1.000,00\n"
                                  "2023;Rebild Kommune;1.100,00\n")
    calc.set_from_string("rates", "year;rate\n2022;2\n2023;3\n")
    return calc


def price_index():
    calculator = Kkr.PriceIndex(amount=118 * 100, from_year=2021, to_year=2023, unit=100)
    calculator.set_from_string("rates", "serie;år;sats\nregional;2022;3,2\nregional;2023;1,9\n")
    return calculator


def demand():
    calculator = Kkr.DomTypeDemand()
    calculator.set_from_string("judgements", "year;dom-type;persons\n2020;4;4\n2021;4;5\n"
                                             "2022;4;3\n2020;3;6\n2021;2;3\n2021;5;1\n")
    return calculator


def proposals():
    calculator = Kkr.GuaranteeProposals(vacancy=10, commissioned="2022-02-01")
    calculator.set_from_string("proposals", "proposal,places,tariff\nBirk,8,4200\n")
    return calculator


def guarantee(places, statuses):
    calculator = Kkr.DeficitGuarantee(first_day="2025-01-20")
    calculator.set_from_string("places", places)
    calculator.set_from_string("statuses", statuses)
    return calculator


def matching():
    dom_types = Kkr.RegisterReader().read_files([str(FOLDER / "dom-types.xml")], None)
    calculator = Kkr.PlacementMatching(register=dom_types, day="2024-06-01")
    for name, text in (("persons", "person;dom-type;judged\nB1;3;2024-03-01\nB2;3;2024-04-01\n"),
                       ("offers", "offer;paragraphs;places\nElmely;§ 108;1\n")):
        calculator.set_from_string(name, text)
    return calculator


# The calculator, a column, a row, and the values of steps by hand, with how they come about.
CASES = {
    "objective-financing": (
        lambda: Kkr.ObjectiveFinancing(register=REGISTER, arrangement="socialtilsyn-nord",
                                       year=2024), "amount", "Rebild", {
            "budget_2024": 19156058 * 100,
            # 21872 + 3643 + 8398 + 7775 + 10035 + 7006 + 218 + 7317 + 7870 + 7556 + 39978
            "weight_sum_2024": 121668,
            "weight_2024": 7317,
            # Both divided by three.
            "share_2024": Fraction(2439, 40556),
            # 1.152.027 and a remainder that is the sixth largest of eleven; six kroner are left.
            "amount_2024": 1152028 * 100}),
    "offer-tariff": (
        lambda: Kkr.OfferTariff(direct_cost=13870000 * 100, overhead_percent=2.0,
                                carry_over=-100000 * 100, places=10, days=365, occupancy=95.0),
        "tariff", 0, {
            "direct_cost": 13870000,
            # 2 per cent of 13.870.000.
            "overhead_total": 277400,
            # 13.870.000 + 277.400 + 100.000: a deficit raises it.
            "cost": 14247400,
            # 10 * 365 * 0,95
            "place_days": Fraction(34675, 10),
            # 14.247.400 / 3.467,5 = 4.108,838...
            "day_tariff": Fraction(142474000, 34675),
            "result_tariff": 4109 * 100,
            "result": 4109 * 100}),
    "occupancy": (
        lambda: Kkr.Occupancy(requests=1, stay=365, target=10), "demand.needed", 0, {
            # One person on average: 1 + 1, 1 + 2 * 2, 1 + 3 * 5.
            "x1": 2, "x2": 5, "x3": 16,
            "chance_before": Fraction(1, 5), "over_before": 1,
            "chance_then": Fraction(1, 16), "over_then": 0,
            "result": 3}),
    "supervision-tariff": (
        lambda: Kkr.SupervisionTariff(base_tariff=43851.6), "tariff", "supervision/8-24 pladser", {
            # 43851,6 * 1,2 = 52621,92
            "result": 52622 * 100}),
    "carry-over": (
        lambda: carry_over(), "settlement.per-day", "Solsiden/2022", {
            # 2.000 kr. for 3500 days are 7.000.000 kr.
            "income": 7000000 * 100,
            "result": 56 * 100,
            # Half of 7.000.000 less 7.400.000.
            "carried": -200000 * 100,
            # 200.000 / 3600 = 55,56 kr. a day.
            "per_day": 56 * 100}),
    "claims": (
        lambda: Kkr.Claims(figures="a = 6,3; p = 6; dev = 0,3", claims="dev = p / 100 * a"),
        "right-upper", 0, {
            # Up to 6,35 and 6,5 round to the printed figures: 6,35 * 6,5 / 100.
            "result": Fraction(41275, 100000)}),
    "percentage-base": (
        lambda: Kkr.PercentageBase(percentages="22; 20; 16; 11; 10", first=79, last=79),
        "counts.from", 0, {
            # 21,5 per cent of 79 are 16,985; 17 are 21,519 per cent, and 18 are 22,785.
            "result": 17}),
    "place-billing": (
        place_billing, "lines.amount", 0, {
            # 30.000 kr. for the month, 10 of its 29 days: 10.344,8276 kr.
            "days": 10, "divisor": 29, "result": 1034483}),
    "placement-matching": (
        matching, "more-places.waiting", "Elmely", {
            # B1, whose judgement is the older one, has the place there is. With one more B2 has it:
            # 29 days of April after the first, 31 of May and the first of June.
            "with_it": 0, "without_it": 29 + 31 + 1,
            "result": -61}),
    "shelter-capacity": (
        shelter, "stays.refund", 0, {
            # 90 of the 200 days, half of 1.500 kr. each.
            "refundable": 90, "result": 67500 * 100}),
    "survey-analysis": (
        survey, "shares.repair", 2, {
            # 78 per cent are 7 of 9 and 11 per cent 1: one is left, and 1 / 9 is 11 1/9 per cent.
            "base": 9, "repair": 1, "result": Fraction(100, 9)}),
    "price-index": (
        price_index, "amount", 0, {
            "before": 118 * 100,
            "rate_2022": Fraction(32, 10),
            "index_2022": Fraction(1032, 1000),
            # 1,032 * 1,019 = 1,051608, and 118 of it are 124,089744.
            "index_2023": Fraction(1051608, 1000000),
            "result": 124 * 100}),
    "dom-type-demand": (
        demand, "printed", "4", {
            "persons": 4 + 5 + 3,
            "total": 22,
            # 1200 / 22 = 54,545...
            "result": 55}),
    "guarantee-proposals": (
        proposals, "estimate", "Birk", {
            # 8 places of 4.200 kr. from 1 February 2022: 334 days of that year; 365, 366 and 31
            # days of the next three; a half of the tariff, and one day in ten.
            "amount_1": 8 * 4200 * 334 * 100 // 20,
            "amount_6": 8 * 4200 * 31 * 100 // 20,
            "result": 8 * 4200 * 1096 * 100 // 20}),
    "rule-finder": (
        lambda: Kkr.RuleFinder(weights="1; 2; 3", printed="166; 333; 501", total="1000"),
        "values.difference", 0, {
            # 1000 / 6 = 166,67 is 167 when rounded.
            "result": 1}),
    "secured-capacity": (
        secured_capacity, "groups.moved", 0, {
            # 42 / 4 = 10,5 stays end, 60 per cent of them are to move: 6,3. Of 12 open places,
            # 10 - 10 / 5 = 8 are taken: 4 are free.
            "to_open": Fraction(63, 10),
            "taken": 8,
            "result": 4}),
    "tariff-followup": (
        follow_up, "levels.change", 0, {
            "before": 100000,
            "after": 110000,
            # 1,02 * 1,03
            "index": Fraction("1.0506"),
            # 1.100 / 1,0506 = 1047,0207...
            "deflated": Fraction(1100 * 10000, 10506),
            # 1100 / 1050,6 = 1,04702075...: 49,4 / 1050,6 = 0,0470207500...
            "result": Fraction("4.7020750048")}),
    "reconciliation": (
        lambda: Kkr.Reconciliation(text="kommune;antal\nRebild;7.317\nThisted;8.398\n"
                                        "I alt;15.716\n"), "computed", 0, {
            "result": 7317 + 8398}),
    "deficit-guarantee": (
        lambda: guarantee("place;tariff;commissioned\nA1;4.000;2022-02-01\n",
                          "place;from;to;status\nA1;2025-01-20;2025-02-10;empty\n"),
        "guarantee", "A1", {
            # 20 to 31 January 2025; the three years end before 1 February.
            "guarantee_days_1": 12,
            # 12 days of half of 4.000 kr.
            "result": 24000 * 100}),
    "reproduction": (
        lambda: Kkr.Reproduction(register=REGISTER, cases=str(FOLDER / "cases.xml")),
        "figures.computed", 0, {
            "result": 7775 + 7317}),
}


def carry_over():
    ledger = Kkr.CarryOver()
    ledger.set_from_string("settlement",
                           "offer;year;budget-cost;accounts-cost;planned-days;actual-days;tariff;"
                           "later-days\nSolsiden;2022;7300000;7400000;3650;3500;2000;3600")
    return ledger


def explain(name):
    make, column, row, _ = CASES[name]
    result = make().run()
    return (result.explain_key if isinstance(row, str) else result.explain)(column, row)


class Golden(unittest.TestCase):
    def test_every_calculator_has_one(self):
        names = {GObject.new(kind).get_name() for kind in Kkr.Calculator.dup_types()}
        self.assertEqual(names, set(CASES))
        self.assertEqual({path.stem for path in FOLDER.glob("*.json")}, set(CASES))

    def test_same_document(self):
        for name in CASES:
            with self.subTest(name):
                path, document = FOLDER / f"{name}.json", explain(name).to_json()
                if os.environ.get("KKR_WRITE_GOLDEN"):
                    path.write_text(document, encoding="utf-8")
                self.assertEqual(document, path.read_text(encoding="utf-8"))

    def test_values_by_hand(self):
        for name, (_, _, _, expected) in CASES.items():
            with self.subTest(name):
                document = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
                values = {step["id"]: step["value"] for step in document["steps"]
                          if "value" in step}
                values["result"] = document["value"]
                for step, value in expected.items():
                    self.assertEqual(values[step], str(Fraction(value)), step)

    def test_second_opinion(self):
        for name in CASES:
            with self.subTest(name):
                text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
                derivation = Kkr.Derivation.new_from_json(text)
                self.assertEqual(checker.check(text), derivation.get_value())
                self.assertTrue(derivation.check())


if __name__ == "__main__":
    unittest.main()
