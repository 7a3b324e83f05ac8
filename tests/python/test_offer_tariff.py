# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tariffs of offers: the vectors of the rules, by hand, and what holds for any offer."""
import math
import os
import random
import sys
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
import checker  # noqa: E402


def make(**inputs):
    calculator = Kkr.OfferTariff()
    for name, text in inputs.items():
        calculator.set_from_string(name.replace("_", "-"), str(text))
    return calculator


def kroner(table, column, row=0):
    return Fraction(table.get_column(column).dup_exact(row)) / 100


def exact(table, column, row=0):
    return Fraction(table.get_column(column).dup_exact(row))


def tariff(**inputs):
    return kroner(make(**inputs).run().get_table(), "tariff")


def tariff_of(calculator):
    return kroner(calculator.run().get_table(), "tariff")


TEN = {"direct_cost": "13.870.000", "places": 10, "days": 365, "occupancy": 95}
PACKAGES = """offer;package;places;direct-cost;weight;occupancy
Solgården;Døgn;10;9.000.000;3;
Solgården;Let;5;2.000.000;1;80
Havnen;;20;15.000.000;1;
"""
COSTS = """offer;cost;amount;key
Solgården;Ledelse;1.000.000,01;
Solgården;Husleje;300.000;places
Solgården;Bil;100,03;weight
"""


class Vectors(unittest.TestCase):
    def test_from_occupancy(self):
        # 13.870.000 / (10 * 365 * 0,95)
        self.assertEqual(tariff(**TEN), 4000)

    def test_unrounded_and_rounded(self):
        # 10.000.000 / (10 * 366 * 0,95) = 2.876,0425...
        one = TEN | {"direct_cost": "10.000.000"}
        del one["days"]
        table = make(**one, year=2024).run().get_table()
        self.assertEqual(exact(table, "exact"), Fraction(10000000 * 100, 366 * 950))
        self.assertEqual(kroner(table, "tariff"), 2876)
        self.assertEqual(tariff(**one, year=2024, unit="0,01"), Fraction(287604, 100))
        self.assertEqual(tariff(**one, year=2024, rounding="ceiling"), 2877)

    def test_units(self):
        # 4.000 * 365 / 12 = 121.666,67; 4.000 * 365
        self.assertEqual(tariff(**TEN, **{"tariff-unit": "month"}), 121667)
        self.assertEqual(tariff(**TEN, **{"tariff-unit": "year"}), 1460000)

    def test_all_costs(self):
        # (1.000.000 + 200.000) * 1,1 = 1.320.000; overhead 50.000 + 5 per cent = 66.000;
        # 1.320.000 + 116.000 + 30.000 + 20.000 - 21.000 = 1.465.000; / 365 = 4.013,69...
        table = make(direct_cost="1.000.000", indirect_cost="200.000", cost_change=10,
                     overhead="50.000", overhead_percent=5, depreciation="30.000",
                     interest="20.000", carry_over="21.000", places=1, days=365,
                     occupancy=100).run()
        self.assertEqual(exact(table.get_table(), "exact"), Fraction(1465000, 365))
        self.assertEqual(kroner(table.get_table_named("income"), "cost"), 1465000)

    def test_surplus_lowers_and_deficit_raises(self):
        # 346.750 kr. over 3.467,5 days are 100 kr. a day.
        self.assertEqual(tariff(**TEN, carry_over="346.750"), 3900)
        self.assertEqual(tariff(**TEN, carry_over="-346.750"), 4100)

    def test_income_and_what_rounding_does(self):
        # 2.876 * 3.477 = 9.999.852 for costs of 10.000.000
        income = make(**TEN | {"direct_cost": "10.000.000", "days": 366}).run().get_table_named(
            "income")
        self.assertEqual(exact(income, "place-days"), 3477)
        self.assertEqual(kroner(income, "income"), 9999852)
        self.assertEqual(kroner(income, "difference"), -148)

    def test_joint_costs(self):
        shared = make(offers=PACKAGES, shared_costs=COSTS, days=365, occupancy=95).run() \
            .get_table_named("shared")
        # 10 * 365 * 95 to 5 * 365 * 80 is 19 to 8: 1.000.000,01 * 19 / 27 = 703.703,7107...
        # and 296.296,2992...: the øre goes to the larger rest, the first.
        # 300.000 by 10 to 5 places; 100,03 by 3 to 1: 75,0225 and 25,0075.
        self.assertEqual([shared["amount"].get_int64(row) for row in range(len(shared))],
                         [70370371, 29629630, 20000000, 10000000, 7502, 2501])
        self.assertEqual(shared["key"].get_strings(),
                         ["betalte døgn"] * 2 + ["pladser"] * 2 + ["vægt"] * 2)
        self.assertEqual(shared["amount"].dup_total(), str(100000001 + 30000000 + 10003))

    def test_limit_of_alternative_offers(self):
        # 2.400, 2.401 and 2.000 kr. beside an assigned offer of 2.400.
        for cost, allowed, excess, percent in (("2.400", "ja", 0, 0),
                                               ("2.401", "nej", 1, Fraction(100, 2400)),
                                               ("2.000", "ja", 0, 0)):
            held = make(direct_cost=cost, places=1, days=1, occupancy=100, use_proposals="ja",
                        assigned_tariff="2.400").run().get_table_named("proposals")
            self.assertEqual(held["allowed"].get_strings(), [allowed])
            self.assertEqual(exact(held, "excess"), excess)
            self.assertEqual(exact(held, "excess-percent"), percent)

    def test_ceilings(self):
        offers = ("offer;paragraph;places;direct-cost\nKrisecenter;SEL § 109;1;2.000\n"
                  "Herberg;§ 110, stk. 1;1;1.500\nBotilbud;§ 107;1;9.000\n")
        held = make(offers=offers, days=1, occupancy=100, use_proposals="ja",
                    **{"ceiling-109": "1.800", "ceiling-110": "1.800"}).run() \
            .get_table_named("proposals")
        self.assertEqual(held["offer"].get_strings(), ["Krisecenter", "Herberg"])
        self.assertEqual(held["allowed"].get_strings(), ["nej", "ja"])
        self.assertEqual([kroner(held, "applied", row) for row in (0, 1)], [1800, 1500])
        self.assertEqual(exact(held, "excess"), 200)

    def test_which_ceiling_holds(self):
        for paragraph, rules in (("§§ 109 og 110", ["loft efter § 109", "loft efter § 110"]),
                                 ("lovbekendtgørelse nr. 1089, § 110", ["loft efter § 110"]),
                                 ("§ 1109", []), ("§ 1100 a", []), ("110", ["loft efter § 110"])):
            held = make(direct_cost="100", places=1, days=1, occupancy=100, use_proposals="ja",
                        paragraph=paragraph, ceiling_109="90", ceiling_110="80").run()
            self.assertEqual(held.get_table_named("proposals")["rule"].get_strings(), rules)

    def test_proposals_are_off_unless_asked_for(self):
        result = make(**TEN, assigned_tariff="1").run()
        self.assertIsNone(result.get_table_named("proposals"))
        self.assertEqual(kroner(result.get_table(), "tariff"), 4000)
        notes = make(**TEN, use_proposals="ja").run().dup_notes()
        self.assertIn("ikke lov", "".join(note.get_danish() for note in notes))

    def test_inputs_are_told_in_words(self):
        result = make(**TEN, **{"tariff-unit": "month"}).run()
        for language, words in (("da", ("måned (month)", "betalte døgn (place-days)")),
                                ("en", ("month (month)", "paid days (place-days)"))):
            for word in words:
                self.assertIn(word, result.to_string_in(language))

    def test_an_excess_has_its_decimals(self):
        # 1 / 24 per cent
        held = make(direct_cost="2.401", places=1, days=1, occupancy=100, use_proposals="ja",
                    assigned_tariff="2.400").run().get_table_named("proposals")
        self.assertEqual(held.to_string().split("\n")[-1].split()[-1], "0,04")

    def test_readings_are_named(self):
        notes = "".join(note.get_danish() for note in make(
            offers=PACKAGES, shared_costs=COSTS, days=365, occupancy=95).run().dup_notes())
        for words in ("nærmeste 1,00 kr.", "efter pladser", "efter betalte døgn", "oplyste vægte"):
            self.assertIn(words, notes)
        self.assertIn("366 (kalenderåret 2024)", make(
            direct_cost=1, places=1, occupancy=100, year=2024).run().to_string())


class Holds(unittest.TestCase):
    def test_raising_occupancy_lowers_the_tariff(self):
        before = None
        for occupancy in range(50, 101):
            now = exact(make(**TEN | {"occupancy": occupancy}).run().get_table(), "exact")
            self.assertTrue(before is None or now < before)
            before = now

    def test_splitting_an_offer_conserves_cost(self):
        rng = random.Random(6)
        for _ in range(20):
            whole = rng.randint(1, 10 ** 9)
            rows = "".join(f"A;p{i};{rng.randint(1, 50)};\n" for i in range(rng.randint(1, 9)))
            result = make(offers="offer;package;places;direct-cost\n" + rows, days=365,
                          shared_costs=f"offer;amount\nA;{whole // 100},{whole % 100:02}\n",
                          shared_key=rng.choice(["places", "place-days"]), occupancy=93).run()
            self.assertEqual(result.get_table_named("shared")["amount"].dup_total(), str(whole))
            self.assertEqual(result.get_table_named("income")["cost"].dup_total(), str(whole))

    def test_order_and_names_do_not_matter(self):
        lines = PACKAGES.strip().split("\n")
        turned = "\n".join([lines[0], *reversed(lines[1:])]) + "\n"
        one, two = (make(offers=text.replace("Solgården", name),
                         shared_costs=COSTS.replace("Solgården", name), days=365,
                         occupancy=95).run().get_table()
                    for text, name in ((PACKAGES, "Solgården"), (turned, "Å")))
        self.assertEqual([exact(one, "exact", row) for row in range(3)],
                         [exact(two, "exact", row) for row in (2, 1, 0)])

    def test_an_offer_alone_is_a_row_of_the_table(self):
        rng = random.Random(7)
        for _ in range(10):
            cost, places = rng.randint(1, 10 ** 8), rng.randint(1, 99)
            one = make(direct_cost=cost, places=places, days=365, occupancy="92,5")
            many = make(offers=f"offer;places;direct-cost\nA;{places};{cost}\n", days=365,
                        occupancy="92,5")
            self.assertEqual(exact(one.run().get_table(), "exact"),
                             exact(many.run().get_table(), "exact"))

    def test_every_cell_is_explained(self):
        result = make(offers=PACKAGES, shared_costs=COSTS, days=365, occupancy=95,
                      use_proposals="ja").run()
        for table in result.dup_tables():
            for column in table.dup_columns():
                for row in range(-1 if column.has_total() else 0, len(table)):
                    text = result.explain(f"{table.get_name()}.{column.get_name()}", row).to_json()
                    value = checker.check(text)
                    if column.get_kind() != Kkr.ColumnKind.TEXT:
                        self.assertEqual(value, column.dup_total() if row < 0
                                         else column.dup_exact(row))


class Wrong(unittest.TestCase):
    def refused(self, code, words, **inputs):
        with self.assertRaises(GLib.Error) as caught:
            make(**inputs).run()
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                        caught.exception.message)
        for word in words:
            self.assertIn(word, caught.exception.message)

    def test_numbers(self):
        bad = Kkr.CalcError.OUT_OF_RANGE
        self.refused(bad, ["occupancy", "0 per cent"], **TEN | {"occupancy": 0})
        self.refused(bad, ["occupancy", "100.5 per cent"], **TEN | {"occupancy": "100,5"})
        self.refused(bad, ["direct-cost", "negative"], **TEN | {"direct_cost": "-1"})
        self.refused(bad, ["interest", "negative"], **TEN, interest="-0,01")
        self.refused(bad, ["days", "no days"], **TEN | {"days": 0})
        self.refused(bad, ["days", "367"], **TEN | {"days": 367})
        self.refused(bad, ["places", "no places"], **TEN | {"places": 0})
        self.refused(bad, ["unit"], **TEN, unit=0)
        self.refused(bad, ["cost-change"], **TEN, cost_change=-101)
        self.refused(bad, ["ceiling-109"], **TEN, **{"ceiling-109": -1})

    def test_rows_are_named(self):
        offers = "offer;package;places;direct-cost;occupancy\nA;x;1;1;90\nB;y;1;1;0\n"
        self.refused(Kkr.CalcError.OUT_OF_RANGE, ["row 2", "B, y, 2024", "0 per cent"],
                     offers=offers, year=2024)
        self.refused(Kkr.CalcError.OUT_OF_RANGE, ["row 1", "A, 2024", "negative"],
                     offers="offer;places;overhead\nA;1;-5\n", year=2024, occupancy=90)
        self.refused(Kkr.CalcError.INCONSISTENT, ["row 2", "A, 2024", "again"],
                     offers="offer;places\nA;1\nA;2\n", year=2024, occupancy=90)

    def test_missing(self):
        missing = Kkr.CalcError.MISSING_INPUT
        self.refused(missing, ["direct-cost", "places", "occupancy", "days"])
        self.refused(missing, ["row 1", "occupancy", "A"], days=365,
                     offers="offer;places\nA;1\n")
        self.refused(missing, ["rows"], days=365, occupancy=90, offers="offer;places\n")

    def test_one_offer_beside_a_table(self):
        self.refused(Kkr.CalcError.INCONSISTENT, ["direct-cost"], direct_cost=1, days=365,
                     occupancy=90, offers="offer;places\nA;1\n")

    def test_joint_costs(self):
        one = {"offers": "offer;places\nA;1\n", "days": 365, "occupancy": 90}
        self.refused(Kkr.CalcError.INCONSISTENT, ["row 1", "B"], **one,
                     shared_costs="offer;amount\nB;1\n")
        self.refused(Kkr.CalcError.OUT_OF_RANGE, ["row 1", "negative"], **one,
                     shared_costs="offer;amount\nA;-1\n")
        self.refused(Kkr.CalcError.INCONSISTENT, ["shared-costs"], **TEN,
                     shared_costs="offer;amount\nA;1\n")
        # All weights are 0.
        self.refused(Kkr.CalcError.OUT_OF_RANGE, ["row 1"], **one,
                     shared_costs="offer;amount;key\nA;1;vægt\n")

    def test_more_surplus_than_costs(self):
        self.refused(Kkr.CalcError.INCONSISTENT, ["2024", "surplus"],
                     **TEN | {"direct_cost": "5"}, year=2024, carry_over="6")

    def test_too_much_money(self):
        self.refused(Kkr.CalcError.OVERFLOW, [], **TEN | {
            "direct_cost": "92.233.720.368.547.758,07", "places": 1, "days": 1,
            "occupancy": "0,01"})


class Models(unittest.TestCase):
    def test_the_long_term_average(self):
        model = Kkr.TariffModel()
        self.assertTrue(model.validate())
        self.assertEqual(model.dup_steps(), ["running", "overhead_total", "cost", "place_days",
                                             "day_tariff"])
        self.assertEqual(model.dup_quantities(), [])
        self.assertEqual(model.dup_expression("day_tariff"), "cost / place_days")
        self.assertIsNone(model.dup_expression("none"))

    def test_steps_in_any_order(self):
        model = Kkr.TariffModel.new_from_string(
            "day_tariff = base + top\ntop = 2 * base\nbase = cost / place_days / 3")
        steps = model.dup_steps()
        self.assertLess(steps.index("base"), steps.index("top"))
        self.assertLess(steps.index("top"), steps.index("day_tariff"))
        calculator = make(**TEN)
        calculator.props.model = model
        self.assertEqual(kroner(calculator.run().get_table(), "tariff"), 4000)

    def test_a_text_is_a_model_again(self):
        model = Kkr.TariffModel.new_from_string("cost = running + night - day_off")
        self.assertEqual(Kkr.TariffModel.new_from_string(str(model)).dup_steps(), model.dup_steps())
        self.assertEqual(model.dup_quantities(), ["night", "day_off"])

    def test_wrong_texts(self):
        for text, code in (("cost", Kkr.CalcError.OUT_OF_RANGE),
                           ("cost = 1 +", Kkr.CalcError.OUT_OF_RANGE),
                           ("Cost = 1", Kkr.CalcError.OUT_OF_RANGE),
                           ("places = 1", Kkr.CalcError.INCONSISTENT),
                           ("result_x = 1", Kkr.CalcError.OUT_OF_RANGE),
                           ("cost = day_tariff", Kkr.CalcError.INCONSISTENT),
                           ("cost = cost", Kkr.CalcError.INCONSISTENT),
                           ("cost = 1" + "0" * 60, Kkr.CalcError.OVERFLOW),
                           (";".join(f"a{i} = 1" for i in range(65)), Kkr.CalcError.OUT_OF_RANGE),
                           ("cost = " + " + ".join(f"a{i}" for i in range(65)),
                            Kkr.CalcError.OUT_OF_RANGE)):
            with self.assertRaises(GLib.Error) as caught:
                Kkr.TariffModel.new_from_string(text)
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code),
                            f"{text}: {caught.exception.message}")

    def test_a_division_by_zero_names_the_step_and_the_offer(self):
        with self.assertRaises(GLib.Error) as caught:
            make(**TEN, model="day_tariff = cost / (places - 10)").run()
        self.assertIn("day_tariff", caught.exception.message)

    def test_shares_and_percentages_of_its_own(self):
        class Part(Kkr.TariffModel):
            unit, formula = Kkr.Unit.SHARE, "running * part"

            def do_define(self):
                Kkr.TariffModel.do_define(self)
                self.add_quantity("part", "Del", "Part", self.unit, None)
                self.add_step("cost", "Udgift", "Cost", self.formula, Kkr.Unit.RATE)

        class Percent(Part):
            unit, formula = Kkr.Unit.PERCENT, "running * part / 100"

        class Number(Part):
            unit = Kkr.Unit.NONE

        # Half of 3.650 kr. a day.
        half = []
        for model, texts in ((Part(), ("0,5", "50 pct.", "50 %")), (Percent(), ("50", "50 pct.")),
                             (Number(), ("0,5",))):
            for text in texts:
                half.append(make(offers=f"offer;places;direct-cost;part\nA;1;3.650;{text}\n"))
                half.append(make(direct_cost="3.650", places=1, quantities=f"part = {text}"))
                for calculator in half[-2:]:
                    calculator.props.model = model
            for unit, number in ((Kkr.Unit.SHARE, 0.5), (Kkr.Unit.PERCENT, 50.0)):
                if model.unit == Kkr.Unit.NONE and unit == Kkr.Unit.PERCENT:
                    continue
                builder = Kkr.TableBuilder.new("offers", "Tilbud", "Offers")
                builder.add_text("offer", "Tilbud", "Offer", ["A"])
                builder.add_int64("places", "Pladser", "Places", Kkr.Unit.PLACES, [1])
                builder.add_int64("direct-cost", "Udgift", "Cost", Kkr.Unit.AMOUNT, [365000])
                builder.add_double("part", "Del", "Part", unit, [number])
                half.append(Kkr.OfferTariff(offers=builder.end(), model=model))
        for calculator in half:
            calculator.props.days, calculator.props.occupancy = 1, 100.0
            self.assertEqual(tariff_of(calculator), 1825)

    def test_days_that_are_none(self):
        # Costs of -10 kr. over -5 days are no tariff of 2 kr.
        for text in ("place_days = 0 - 5", "place_days = 0 - 5; cost = 0 - 10",
                     "place_days = 0; day_tariff = 400"):
            with self.assertRaises(GLib.Error) as caught:
                make(**TEN, model=text).run()
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                     Kkr.CalcError.INCONSISTENT))
            self.assertIn("place_days", caught.exception.message)

    def test_a_model_is_not_used_while_it_is_defined(self):
        found = []

        class Early(Kkr.TariffModel):
            def do_define(self):
                Kkr.TariffModel.do_define(self)
                for use in (self.validate, Kkr.OfferTariff(
                        model=self, direct_cost=100, places=1, days=1, occupancy=100.0).run):
                    try:
                        use()
                    except GLib.Error as error:
                        found.append(error)
                self.add_step("cost", "Udgift", "Cost", "running + 1", Kkr.Unit.RATE)

        model = Early()
        self.assertTrue(model.validate())
        self.assertEqual(len(found), 2)
        for error in found:
            self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.INCONSISTENT))
        table = Kkr.OfferTariff(model=model, direct_cost=100, places=1, days=1,
                                occupancy=100.0).run().get_table()
        self.assertEqual(kroner(table, "tariff"), 2)

    def test_a_class_without_its_steps(self):
        class Empty(Kkr.TariffModel):
            def do_define(self):
                self.add_step("cost", "Udgift", "Cost", "direct_cost", Kkr.Unit.RATE)

        with self.assertRaises(GLib.Error) as caught:
            Kkr.OfferTariff(model=Empty(), direct_cost=100, places=1, days=365,
                            occupancy=95.0).run()
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.MISSING_INPUT))
        self.assertIn("place_days", caught.exception.message)

    def test_quantities_of_its_own(self):
        class Night(Kkr.TariffModel):
            def do_define(self):
                Kkr.TariffModel.do_define(self)
                self.add_quantity("night_cost", "Nattevagt", "Night watch", Kkr.Unit.RATE, None)
                self.add_quantity("factor", "Faktor", "Factor", Kkr.Unit.NONE, "1/2")
                self.add_step("cost", "Udgift", "Cost", "running + factor * night_cost",
                              Kkr.Unit.RATE)

        model = Night()
        offers = ("offer;places;direct-cost;night-cost;factor\nA;1;365.000;73.000,00;\n"
                  "B;1;365.000;73.000;1\n")
        calculator = make(offers=offers, days=365, occupancy=100)
        calculator.props.model = model
        result = calculator.run()
        # (365.000 + 36.500) / 365 and (365.000 + 73.000) / 365
        self.assertEqual([kroner(result.get_table(), "tariff", row) for row in (0, 1)],
                         [1100, 1200])
        derivation = result.explain("tariff", 0)
        self.assertEqual(checker.check(derivation.to_json()), "110000")
        self.assertEqual(derivation.dup_step_value("night_cost"), "73000")
        # Added to from outside it does not change.
        model.add_step("cost", "Udgift", "Cost", "0", Kkr.Unit.RATE)
        self.assertEqual(model.dup_expression("cost"), "running + factor * night_cost")
        calculator.set_from_string("offers", "offer;places;direct-cost\nA;1;365.000\n")
        with self.assertRaises(GLib.Error) as caught:
            calculator.run()
        self.assertIn("night-cost", caught.exception.message)


def expected(cost, percent, change, places, days, occupancy):
    value = cost * (1 + change / 100) * (1 + percent / 100) / (places * days * occupancy / 100)
    return math.floor(value / 100 + Fraction(1, 2)) * 100


class Batches(unittest.TestCase):
    def test_occupancy_and_cost_over_a_table(self):
        rng = random.Random(8)
        offers = [(rng.randint(1, 10 ** 10), rng.randint(1, 80), Fraction(rng.randint(0, 90), 10))
                  for _ in range(40)]
        text = "offer;places;direct-cost;overhead-percent\n" + "".join(
            f"{i};{places};{cost // 100},{cost % 100:02};{str(float(percent)).replace('.', ',')}\n"
            for i, (cost, places, percent) in enumerate(offers))
        scenarios = [(Fraction(rng.randint(1, 1000), 10), Fraction(rng.randint(-500, 500), 100))
                     for _ in range(30)]
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_double("occupancy", "b", "o", Kkr.Unit.PERCENT,
                           [float(occupancy) for occupancy, _ in scenarios])
        builder.add_double("cost-change", "c", "c", Kkr.Unit.PERCENT,
                           [float(change) for _, change in scenarios])
        calculator = make(offers=text, days=365)
        result = calculator.run_table(builder.end(), None, None)
        values = [result.get_table()["tariff"].get_int64(i) for i in range(40 * 30)]
        self.assertEqual(values, [
            expected(Fraction(cost), percent, change, places, 365, occupancy)
            for occupancy, change in scenarios for cost, places, percent in offers])
        self.assertEqual(checker.check(result.explain("tariff", 41).to_json()), str(values[41]))

    def test_the_same_as_one_by_one(self):
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_text("occupancy", "b", "o", ["95", "90,5", "95", "1/2"])
        builder.add_text("direct-cost", "c", "c", ["1.000.000", "3,05", "", "7"])
        with self.assertRaises(GLib.Error) as caught:
            make(places=3, days=366).run_table(builder.end(), None, None)
        self.assertIn("2", caught.exception.message)

    def test_every_way_of_computing_is_the_same(self):
        """In 64 bits, in 128, and by the model itself where joint costs follow the occupancy."""
        offers = ("offer;package;places;direct-cost;occupancy;overhead-percent;carry-over\n"
                  "A;x;3;100,05;;2,5;-7\nA;y;4;1;80;;0,03\nB;;9;77.777;;;\n")
        scenarios = [(95.0, 0.0), (33.3, 2.35), (0.1, -50.0), (100.0, 7e-9)]
        rows = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        for i, name in enumerate(("occupancy", "cost-change")):
            rows.add_double(name, name, name, Kkr.Unit.PERCENT, [row[i] for row in scenarios])
        table = rows.end()
        for turn, mode in enumerate(("half-away", "half-even", "floor", "ceiling", "toward-zero",
                                     "away-from-zero")):
            for key in ("places", "place-days"):
                for model in ("", "cost = running + overhead_total - carry_over / 3"):
                    calculator = make(offers=offers, year=2024, rounding=mode,
                                      shared_costs=f"offer;amount;key\nA;1.000,01;{key}\n",
                                      unit=["0,01", "1", "0,03"][turn % 3],
                                      **{"tariff-unit": ["day", "month", "year"][turn // 2]},
                                      **{"model": model} if model else {})
                    found = calculator.run_table(table, None, None).get_table()["tariff"]
                    for i, (occupancy, change) in enumerate(scenarios):
                        alone = calculator.dup()
                        alone.set_property("occupancy", occupancy)
                        alone.set_property("cost-change", change)
                        expected_here = alone.run().get_table()["tariff"]
                        self.assertEqual([found.get_int64(3 * i + k) for k in range(3)],
                                         [expected_here.get_int64(k) for k in range(3)],
                                         (mode, key, model, i))

    def test_bad_scenarios_are_named(self):
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_double("occupancy", "b", "o", Kkr.Unit.PERCENT, [95, 0, 100.5])
        with self.assertRaises(GLib.Error) as caught:
            make(offers=PACKAGES, days=365).run_table(builder.end(), None, None)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.OUT_OF_RANGE))


if __name__ == "__main__":
    unittest.main()
