# SPDX-License-Identifier: LGPL-2.1-or-later
"""How tariffs moved: lists that are merged, averages, and a reduction. Figures are printed by DAS
Social of 21 August 2023, or worked out by hand."""
import os
import random
import sys
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lib"))
from following import HEAD, column, exact, followup, lists, operators, strings  # noqa: E402

# Pct., as the agenda prints them.
PRINTED = {"Brønderslev Kommune": "-0,30", "Frederikshavn Kommune": "7,13",
           "Hjørring Kommune": "1,00", "Jammerbugt Kommune": "2,95",
           "Mariagerfjord Kommune": "-1,68", "Morsø Kommune": "-2,46", "Rebild Kommune": "-0,50",
           "Thisted Kommune": "-16,71", "Vesthimmerland Kommune": "-2,98",
           "Aalborg Kommune": "-0,50", "Region Nordjylland": "1,11"}

class Printed(unittest.TestCase):
    def test_the_averages_that_are_printed(self):
        result = operators(PRINTED).run()
        summary = result.get_table()
        self.assertEqual(summary["selection"].dup_text(0), "Alle driftsherrer")
        found = {summary["selection"].dup_text(row): exact(result, "change", row)
                 for row in range(len(summary))}
        self.assertEqual(found["Alle driftsherrer"], Fraction("-1.18"))
        self.assertEqual(found["Uden Frederikshavn Kommune"], Fraction("-2.01"))
        self.assertEqual(found["Uden Thisted Kommune"], Fraction("0.38"))
        self.assertEqual(strings(result, "summary", "direction")[0], "fall")
        self.assertEqual(exact(result, "size", 0), Fraction("12.94") / 11)
        self.assertEqual(exact(result, "exact", 0), Fraction("-12.94") / 11)

    def test_without_each_of_the_others(self):
        result = operators(PRINTED).run()
        expected = ["-1.18", "-1.26", "-2.01", "-1.39", "-1.59", "-1.13", "-1.05", "-1.24", "0.38",
                    "-1.00", "-1.24", "-1.41"]
        self.assertEqual(column(result, "summary", "change"), [Fraction(x) for x in expected])
        self.assertEqual(column(result, "summary", "operators"), [11] + [10] * 11)
        # In the middle of eleven stands Aalborg; of ten, with Thisted away, Brønderslev too.
        self.assertEqual(exact(result, "median", 0), Fraction("-0.5"))
        self.assertEqual(exact(result, "median", 8), Fraction("-0.4"))
        self.assertEqual(exact(result, "shift", 8), Fraction("0.377") - Fraction("-12.94") / 11)

    def test_other_selections(self):
        both = operators(PRINTED, exclude_operators="frederikshavn kommune; Thisted Kommune").run()
        self.assertEqual(exact(both, "change", 0), Fraction("-0.37"))
        self.assertEqual(len(both.get_table_named("operators")), 9)
        region = operators(PRINTED, exclude_operators="Region Nordjylland").run()
        self.assertEqual(exact(region, "exact", 0), Fraction("-1.405"))
        # Half away from zero; the other rule goes to the even neighbour.
        self.assertEqual(exact(region, "change", 0), Fraction("-1.41"))
        even = operators(PRINTED, exclude_operators="Region Nordjylland", rounding="half-even")
        self.assertEqual(exact(even.run(), "change", 0), Fraction("-1.40"))

    def test_without_one_offer_of_the_outliers(self):
        """7,11 is printed without a sign."""
        for thisted, expected in (("-16,71", "-1.43"), ("7,11", "0.74"), ("-7,11", "-0.56")):
            changed = PRINTED | {"Frederikshavn Kommune": "4,34", "Thisted Kommune": thisted}
            self.assertEqual(exact(operators(changed).run(), "change", 0), Fraction(expected))

    def test_deviations_add_up_to_nothing(self):
        self.assertEqual(sum(column(operators(PRINTED).run(), "operators", "deviation")), 0)

    def test_the_reduction_of_2016_to_2020(self):
        result = Kkr.TariffFollowup(saving="4,0 mio. kr.", reduction="6,1 pct.", target=5.0,
                                    persons=1500).run()
        rows = {name: column(result, "reduction", name) for name in (
            "before", "after", "saving", "reduction", "yearly", "per-person", "target-saving")}
        # 3,95 to 4,05 million, 6,05 to 6,15 per cent.
        self.assertEqual(rows["before"], [Fraction(395000000, 615) * 100, Fraction(400000000, 610)
                                          * 100, Fraction(405000000, 605) * 100])
        self.assertEqual([round(value / 100000) for value in rows["before"]], [642, 656, 669])
        self.assertEqual(rows["yearly"], [47400000, 48000000, 48600000])
        self.assertEqual([round(value) for value in rows["per-person"]], [2633, 2667, 2700])
        self.assertEqual(round(rows["target-saving"][1] / 10000), 328)
        for i in range(3):
            self.assertEqual(rows["after"][i], rows["before"][i] - rows["saving"][i])
        self.assertEqual(rows["reduction"], [Fraction("6.05"), Fraction("6.1"), Fraction("6.15")])

    def test_the_reduction_of_two_costs(self):
        result = followup(cost_before="80.000 kr.", cost_after="76.000 kr.", target="5").run()
        self.assertEqual(strings(result, "reduction", "bound"), ["printed"])
        self.assertEqual([exact(result, name, 0) for name in ("saving", "reduction", "yearly",
                                                               "target-saving")],
                         [4000, 5, 48000, 4000])


class Merged(unittest.TestCase):
    ROWS = ("2021;A;Hjem;1;1.000,00\n2021;A;Hjem;2;2.000,00\n2021;A;Hus;1;500,00\n"
            "2021;B;Gård;1;800,00\n"
            "2023;A;Hjem;1;1.100,00\n2023;a;HJEM;2;1.900,00\n2023;A;Hus;1;525,00\n"
            "2023;B;Gård;1;800,00\n")

    def test_averages_of_levels_and_of_operators(self):
        result = lists(self.ROWS).run()
        # 10, -5 and 5 per cent; and none.
        self.assertEqual(column(result, "levels", "change"), [10, -5, 5, 0])
        self.assertEqual(column(result, "operators", "change"), [Fraction(33333333333, 10 ** 10), 0])
        self.assertEqual(exact(result, "change", 0), Fraction("1.67"))
        self.assertEqual(strings(result, "operators", "operator"), ["A", "B"])
        self.assertEqual(column(result, "operators", "offers"), [2, 1])
        self.assertEqual(column(result, "offers", "change"), [Fraction(5, 2), 5, 0])
        # A without Hjem, A without Hus; B has no other offer.
        self.assertEqual(column(result, "offers", "without")[:2], [5, Fraction(5, 2)])
        self.assertEqual(result.get_table_named("offers")["without"].get_cell_status(2),
                         Kkr.CellStatus.NOT_APPLICABLE)

    def test_printed_operators_may_be_averaged(self):
        result = lists(self.ROWS, operator_decimals="2").run()
        self.assertEqual(column(result, "operators", "change"), [Fraction("3.33"), 0])
        self.assertEqual(exact(result, "exact", 0), Fraction("1.665"))

    def test_prices_and_wages_are_taken_out(self):
        rows = "2021;A;;;1000,00\n2023;A;;;1050,60\n"
        for inputs, change in (({"rates": "år;sats\n2022;2\n2023;3\n"}, "0"),
                               ({"rate": "5,06"}, "0"), ({}, "5.06"),
                               ({"rates": "år;sats\n2022;2\n2023;3\n", "chain": "additive"},
                                "0.06")):
            result = lists(rows, **inputs).run()
            self.assertEqual(exact(result, "change", 0), Fraction(change).__round__(2))
        # 1050,60 / 1,05 / 1000 - 1 = 0,0571 per cent.
        self.assertEqual(exact(result, "change", 0, "levels"), Fraction("0.0571428571"))
        self.assertEqual(exact(result, "deflated", 0, "levels"), Fraction("1050.60") / Fraction("1.05"))

    def test_rates_of_the_register(self):
        """4,2 per cent from 2023 to 2024."""
        calc = Kkr.TariffFollowup(register=Kkr.Register.new_packaged())
        calc.set_from_string("lists", HEAD + "2023;A;;;1000,00\n2024;A;;;1042,00\n")
        calc.set_from_string("series", "price-wage/service-expenditure")
        result = calc.run()
        self.assertEqual(exact(result, "change", 0), 0)
        derivation = result.explain("levels.change", 0)
        self.assertIn("Boks 1", str(derivation))
        calc.set_from_string("lists", HEAD + "2023;A;;;1000,00\n2025;A;;;1042,00\n")
        with self.assertRaisesRegex(GLib.Error, 'the series "price-wage/service-expenditure" has no '
                                    "rate for 2025: rates for 2024 found, one for each year between "
                                    r"the price levels expected \("):
            calc.run()

    def test_weights(self):
        """100 days at 1.000 kr. that become 1.100, 300 at 2.000 that become 1.900."""
        head = HEAD.strip() + ";vægt\n"
        rows = ("2021;A;H;1;1.000,00;100\n2021;A;H;2;2.000,00;300\n"
                "2022;A;H;1;1.100,00;1\n2022;A;H;2;1.900,00;1\n")
        fixed = lists(rows, head=head).run()
        # 110.000 + 570.000 of 100.000 + 600.000.
        self.assertEqual(exact(fixed, "weighted", 0), 100 * (Fraction(680, 700) - 1))
        changes = lists(rows, head=head, weighting="changes").run()
        self.assertEqual(exact(changes, "weighted", 0), Fraction(100 * 10 - 300 * 5, 400))
        self.assertEqual(exact(changes, "change", 0), Fraction("2.5"))
        given = followup(operators="operator;change;weight\nA;1;3\nB;-2;1\n").run()
        self.assertEqual(exact(given, "weighted", 0), Fraction(1, 4))
        self.assertEqual(column(given, "summary", "weighted"), [Fraction(1, 4), -2, 1])

    def test_what_is_not_in_both_years(self):
        rows = ("2021;A;Hjem;gammel;1000\n2021;A;Hjem;fast;500\n2021;C;Ø;1;700\n"
                "2021;A;Børnehave;1;600\n2021;A;Hus;1;900\n"
                "2023;A;Hjem;gammelt;1000\n2023;A;Hjem;fast;650\n2023;A;Hus;1;\n")
        result = lists(rows, jump_limit="25",
                       reporters="driftsherre;tilbud\nA;Børnehave\nD;\n").run()
        table = result.get_table_named("problems")
        found = [tuple(table[name].dup_text_in(row, "en") for name in
                       ("problem", "operator", "offer", "level", "earlier-name"))
                 for row in range(len(table))]
        self.assertEqual(found, [
            ("missing reporter", "C", "", "", ""), ("missing reporter", "D", "", "", ""),
            ("missing reporter", "D", "", "", ""), ("missing offer", "A", "Børnehave", "", ""),
            ("missing tariff", "A", "Hus", "1", ""), ("closed level", "A", "Hjem", "gammel", ""),
            ("new level", "A", "Hjem", "gammelt", ""),
            ("perhaps a new name", "A", "Hjem", "gammelt", "gammel"),
            ("closed level", "A", "Børnehave", "1", ""),
            ("jump of the tariff", "A", "Hjem", "fast", "")])
        self.assertEqual(column(result, "problems", "year"),
                         [2023, 2021, 2023, 2023, 2023, 2023, 2023, 2023, 2023, 2023])
        self.assertEqual(exact(result, "change", 9, "problems"), 30)
        self.assertEqual(strings(result, "levels", "level"), ["fast"])

    def test_new_names_are_followed(self):
        rows = "2021;A;Hjem;gammel;1000\n2023;B;Huset;ny;1100\n2021;C;Ø;1;100\n2023;C;Ø;1;100\n"
        plain = lists(rows).run()
        self.assertEqual(strings(plain, "levels", "operator"), ["C"])
        renamed = lists(rows, renames="driftsherre;tilbud;takstniveau;ny driftsherre;nyt tilbud;"
                                      "nyt takstniveau\nA;;;B;;\nB;Hjem;;;Huset;\n"
                                      "B;Huset;gammel;;;ny\n").run()
        self.assertEqual(column(renamed, "levels", "change"), [10, 0])
        self.assertEqual(strings(renamed, "levels", "offer"), ["Huset", "Ø"])
        self.assertEqual(len(renamed.get_table_named("problems")), 0)

    def test_who_is_left_out_or_renamed_is_not_missed(self):
        rows = ("2021;A;Hjem;1;1000\n2023;A;Hjem;1;1100\n2021;B;Ø;1;100\n2023;Ny B;Ø;1;100\n"
                "2021;C;Vig;1;100\n2023;C;Vig;1;200\n2021;A;Krisecenter;1;1\n"
                "2023;A;Krisecenter;1;2\n2021;D;Krisecenter;1;1\n2023;D;Krisecenter;1;1\n")
        result = lists(rows, renames="driftsherre;ny driftsherre\nB;Ny B\n",
                       exclude_operators="c", exclude_offers="Krisecenter",
                       reporters="driftsherre;tilbud\nA;Hjem\nA;Krisecenter\nB;Ø\nC;\n"
                                 "C;Vig\nD;\nB;Sund\n").run()
        self.assertEqual(strings(result, "problems", "problem"), ["missing-offer"] * 2)
        self.assertEqual(strings(result, "problems", "operator"), ["Ny B"] * 2)
        self.assertEqual(strings(result, "problems", "offer"), ["Sund"] * 2)

    def test_blanks_in_names_do_not_matter(self):
        rows = ("2021;Thisted Kommune;Det  gode hjem;Niveau\u00a01;1000\n"
                "2023; thisted\u00a0 kommune ;Det gode\u00a0Hjem;niveau 1;1100\n")
        result = lists(rows).run()
        self.assertEqual(column(result, "levels", "change"), [10])
        self.assertEqual(len(result.get_table_named("problems")), 0)

    def test_a_column_of_blank_weights_is_none(self):
        result = followup(lists="år;driftsherre;takst;vægt\n2021;A;100;\n2023;A;110;\n").run()
        self.assertEqual(exact(result, "change", 0), 10)
        self.assertIsNone(result.get_table().get_column("weighted"))

    def test_years_may_be_chosen(self):
        rows = "".join(f"{year};A;;;{1000 + 100 * k}\n" for k, year in enumerate((2021, 2022, 2023)))
        self.assertEqual(exact(lists(rows).run(), "change", 0), 20)
        self.assertEqual(exact(lists(rows, base_year="2022").run(), "change", 0), Fraction("9.09"))
        self.assertEqual(exact(lists(rows, year="2022").run(), "change", 0), 10)

    def test_no_level_in_common(self):
        result = lists("2021;A;;døgn;1\n2022;A;;aflastning;2\n").run()
        self.assertEqual(len(result.get_table()), 0)
        self.assertEqual(len(result.get_table_named("problems")), 2)

    def test_an_offer_may_be_left_out(self):
        result = lists(self.ROWS, exclude_offers="Hjem").run()
        self.assertEqual(column(result, "operators", "change"), [5, 0])


class Properties(unittest.TestCase):
    def panel(self, rng, n):
        return [(f"D{rng.randint(1, 4)}", f"T{rng.randint(1, 3)}", str(k), rng.randint(10, 9999),
                 rng.randint(10, 9999)) for k in range(n)]

    def run_panel(self, panel, **inputs):
        rows = "".join(f"2021;{o};{t};{k};{a}\n2023;{o};{t};{k};{b}\n" for o, t, k, a, b in panel)
        return lists(rows, **inputs).run()

    def summary(self, result):
        table = result.get_table()
        return {table["selection"].dup_text(row): exact(result, "exact", row)
                for row in range(len(table))}

    def test_by_another_way(self):
        rng = random.Random(11)
        for _ in range(20):
            panel, rate = self.panel(rng, rng.randint(1, 30)), rng.randint(-5, 12)
            result = self.run_panel(panel, rate=str(rate))
            index, groups = 1 + Fraction(rate, 100), {}
            for operator, _, _, a, b in panel:
                # Floor of twice the tenth of a billionth and one, halved: a half away from zero.
                change = 100 * (Fraction(b, a) / index - 1) * 10 ** 10
                size = int((2 * abs(change) + 1) // 2)
                groups.setdefault(operator, []).append(size if change > 0 else -size)
            means = []
            for changes in groups.values():
                mean = Fraction(sum(changes), len(changes))
                size = int((2 * abs(mean) + 1) // 2)
                means.append(Fraction(size if mean > 0 else -size, 10 ** 10))
            self.assertEqual(exact(result, "exact", 0), sum(means) / len(means))

    def test_names_and_order_do_not_matter(self):
        rng = random.Random(12)
        panel = self.panel(rng, 25)
        expected = self.summary(self.run_panel(panel))
        rng.shuffle(panel)
        self.assertEqual(self.summary(self.run_panel(panel)), expected)
        renamed = [("Kommune " + o, t, k, a, b) for o, t, k, a, b in panel]
        self.assertEqual({name.replace("Kommune ", ""): value for name, value in
                          self.summary(self.run_panel(renamed)).items()}, expected)

    def test_all_tariffs_times_the_index_change_nothing(self):
        panel = [("A", "T", "1", 1000, 1030), ("B", "T", "1", 2000, 2060)]
        self.assertEqual(set(self.summary(self.run_panel(panel, rate="3")).values()), {0})

    def test_a_doubled_list_counts_alike(self):
        """Twice as many levels that moved alike leave the average of the operator."""
        panel = [("A", "T", "1", 1000, 1100), ("B", "T", "1", 1000, 900)]
        twice = panel + [("A", "T", "2", 500, 550)]
        self.assertEqual(self.summary(self.run_panel(panel)), self.summary(self.run_panel(twice)))

    def test_every_cell_explains_itself(self):
        rows = ("2023;A;H;1;1000;10\n2023;A;H;2;2000;30\n2023;B;G;1;500;5\n"
                "2025;A;H;1;1082;20\n2025;A;H;2;2163;20\n2025;B;G;1;590;5\n")
        result = lists(rows, head=HEAD.strip() + ";vægt\n", rates="år;sats\n2024;4\n2025;4\n",
                       cap_subject="offers", effect_percent="1", jump_limit="1",
                       saving="4,0 mio. kr.", reduction="6,1 pct.", target="5",
                       persons="1500").run()
        for place, table in enumerate(result.dup_tables()):
            for cells in table.dup_columns():
                name = (f"{table.get_name()}." if place else "") + cells.get_name()
                for row in range(len(table)):
                    if cells.get_cell_status(row) == Kkr.CellStatus.VALUE:
                        self.assertTrue(result.explain(name, row).check())


class Batch(unittest.TestCase):
    def test_scenarios_give_what_runs_give(self):
        """How the average moves with the rate."""
        calc = lists("2021;A;;;1000\n2023;A;;;1100\n2021;B;;;500\n2023;B;;;520\n")
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_double("rate", "Sats", "Rate", Kkr.Unit.PERCENT, [0.0, 2.5, 5.0])
        table = calc.run_table(builder.end(), None, None).get_table()
        expected = []
        for rate in ("0", "2,5", "5"):
            one = calc.dup()
            one.set_from_string("rate", rate)
            expected += column(one.run(), "summary", "change")
        found = [Fraction(table["change"].dup_exact(row)) for row in range(len(table))]
        self.assertEqual(found, expected)
        self.assertEqual(expected[0], 7)


if __name__ == "__main__":
    unittest.main()
