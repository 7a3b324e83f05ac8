# SPDX-License-Identifier: LGPL-2.1-or-later
"""Registers that are well-formed and awkward: nothing in them turns into a figure unseen."""
import json
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib

HEAD = """<register format="1" version="t">
<source id="s" title="Eksempel" publisher="Eksempel" date="2023-01-01"/>
<region code="1081" name="Region Nordjylland" valid="2007-01-01/.."/>
"""
PLACES = [(840, "Rebild"), (846, "Mariagerfjord"), (851, "Aalborg")]


def fact(value, valid, subject=None, more=""):
    what = f'text="{value[5:]}"' if value.startswith("text:") else f'value="{value}"'
    who = f'subject="{subject}" ' if subject is not None else ""
    return f'<fact {who}valid="{valid}" {what} {more}/>'


def series(key, unit, *facts):
    return (f'<series key="{key}" unit="{unit}" source="s" section="1">' + "".join(facts) +
            "</series>\n")


def people(*values, valid="2020/.."):
    return series("people", "persons", *(fact(value, valid, code)
                                         for value, (code, _) in zip(values, PLACES)))


def joint(*budgets):
    return series("joint/budget", "amount", *budgets)


def arrangement(more=""):
    payers = "".join(f'<payer municipality="{code}"/>' for code, _ in PLACES)
    return ('<arrangement id="joint" title-da="Fælles" title-en="Joint" budget="joint/budget" '
            'weights="people" reference="same-year-january-1" source="s" section="1" ' + more +
            f">{payers}</arrangement>\n")


def register(*parts):
    places = "".join(f'<municipality code="{code}" name="{name}" region="1081" source="s" '
                     'section="1" valid="2007-01-01/.."/>\n' for code, name in PLACES)
    text = HEAD + places + "".join(parts) + "</register>\n"
    return Kkr.RegisterReader.new().read_bytes(GLib.Bytes.new(text.encode()), "hard.xml", None)


def share(reg, **inputs):
    return Kkr.ObjectiveFinancing(register=reg, arrangement="joint", **inputs).run()


def notes(result):
    return [note.get_english() for note in result.dup_notes()]


def amounts(result):
    column = result.get_table()["amount"]
    return [column.get_int64(row) for row in range(len(column))]


class HardRegisters(unittest.TestCase):
    def assertFails(self, code, words, call, *args, **inputs):
        with self.assertRaises(GLib.Error) as caught:
            call(*args, **inputs)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code), caught.exception)
        self.assertIn(words, caught.exception.message)

    def test_a_payer_who_left(self):
        """840 and 846 pay 400 and 600 of 1000 kr. in 2022; 846 is gone in 2023."""
        stays = register(arrangement(), joint(fact("1000", "2022"), fact("1000", "2023")),
                         people("40", "60", "0"))
        leaves = register(
            arrangement().replace('municipality="846"', 'municipality="846" valid="2020/2022"'),
            joint(fact("1000", "2022"), fact("1000", "2023")), people("40", "60", "0"))
        for reg, total in ((stays, "0"), (leaves, None)):
            result = share(reg, year=2023)
            change = result.get_table_named("change")
            self.assertEqual(change["change"].dup_total(), total)
            self.assertEqual(any("no total" in note for note in notes(result)), total is None)

    def test_a_text_is_no_zero(self):
        reg = register(arrangement(), series("joint/budget", "amount", fact("1000", "2023")),
                       people("10", "text:..", "30"))
        self.assertFails(Kkr.CalcError.NO_DATA, "people/846 has no number", share, reg, year=2023)
        reg = register(arrangement(), series("joint/budget", "amount", fact("text:?", "2023")),
                       people("10", "20", "30"))
        self.assertFails(Kkr.CalcError.NO_DATA, "joint/budget has no number", share, reg, year=2023)
        self.assertEqual(amounts(share(reg, year=2023, budget=60000)), [10000, 20000, 30000])

    def test_a_budget_is_money(self):
        reg = register(arrangement(), series("joint/budget", "count", fact("1000", "2023")),
                       people("10", "20", "30"))
        self.assertFails(Kkr.CalcError.NO_DATA, "joint/budget has another unit: count found",
                         share, reg, year=2023)

    def test_tariffs_need_numbers(self):
        def tariffs(budget, price, **inputs):
            reg = register(arrangement(), series("joint/budget", "amount", fact("1", "2023")),
                           people("1", "1", "1"), budget, price)
            return Kkr.SupervisionTariff(register=reg, arrangement="joint", year=2023,
                                         hours_supervision=1.0, **inputs).run()

        money = series("joint/budget/offers", "amount", fact("1000", "2023"))
        price = series("joint/bpa/hourly-price", "rate", fact("500", "2023"))
        self.assertEqual(tariffs(money, price, offers_1=10).get_table()["tariff"].get_int64(0),
                         10000)
        self.assertFails(Kkr.CalcError.OUT_OF_RANGE, "joint/budget/offers has another unit",
                         tariffs, series("joint/budget/offers", "count", fact("1000", "2023")),
                         price, offers_1=10)
        self.assertFails(Kkr.CalcError.NO_DATA, "joint/bpa/hourly-price has no number", tariffs,
                         money, series("joint/bpa/hourly-price", "rate", fact("text:?", "2023")),
                         offers_1=10)

    def test_the_year_asked_about_counts_for_its_price_level(self):
        reg = register(series("price", "amount", fact("1", "2023/2025"),
                              fact("2", "2024", more='price-level="2023"')))

        def at_level(level):
            return reg.lookup_at_level("price", "2024-06-01", None, level).get_printed()

        # What is nominal in 2024 is in prices of 2024, whatever year the fact began in.
        self.assertEqual([at_level("nominal"), at_level("2024"), at_level("2023")], ["1", "1", "2"])
        reg = register(series("price", "amount", fact("1", "2024", more='price-level="2024"'),
                              fact("2", "2023/..", more='price-level="2023" known="2024-02-02"')))
        self.assertEqual(at_level("nominal"), "1")

    def test_the_year_before_does_not_stop_a_year(self):
        reg = register(arrangement(), joint(fact("1550", "2022"), fact("3000", "2023")),
                       people("10", "20", "30"))
        result = share(reg, year=2023, unit=100000, method=Kkr.ApportionMethod.DHONDT)
        self.assertEqual(amounts(result), [0, 100000, 200000])
        self.assertIsNone(result.get_table_named("change"))
        self.assertIn("The change from the year before is not shown: the figures for 2022 cannot "
                      "be shared by the same choices (unit, method, exemptions).", notes(result))
        self.assertFails(Kkr.CalcError.OUT_OF_RANGE, "compare-year 2022: ", share, reg, year=2023,
                         unit=100000, compare_year=2022)

    def test_all_volumes_count(self):
        names = [f"volume-{i}" for i in range(1, 7)]
        reg = register(arrangement(f'volumes="{" ".join(names)}"'), people("10", "20", "30"),
                       joint(fact("1200", "2022"), fact("1800", "2023")),
                       *(series(name, "count", fact("10", "2022/..")) for name in names))
        result = share(reg, year=2023)
        figures = result.get_table_named("key-figures")
        self.assertEqual([figures["volume"].dup_exact(row) for row in range(2)], ["60", "60"])
        self.assertEqual([figures["average-price"].get_int64(row) for row in range(2)],
                         [2000, 3000])
        self.assertEqual(result.explain("key-figures.average-price", 1).get_value(), "3000")

    def test_an_arrangement_that_no_source_confirms_is_told(self):
        facts = people("10", "20", "30"), joint(fact("1800", "2023"))
        result = share(register(arrangement('confirmed="no"'), *facts), year=2023)
        self.assertEqual(notes(result)[1:2],
                         ["1 of the facts used are not confirmed by a primary source."])

    def test_the_year_compared_with_has_its_notes_too(self):
        reg = register(arrangement(), people("10", "20", "30"),
                       joint(fact("1200", "2022", more='price-level="2019" confirmed="no"'),
                             fact("1800", "2023")))
        result = share(reg, year=2023)
        level = ("The budget for 2022 (DKK 1,200) is given in prices of 2019 and not at the level "
                 "2023: the bill for 2022 at that level cannot be known from it to the krone.")
        unconfirmed = "1 of the facts used on 2022 are not confirmed by a primary source."
        self.assertEqual(notes(result)[1:], [level, unconfirmed])

        def told(column):
            document = json.loads(result.explain(column, 0).to_json())
            return [note["en"] for note in document["notes"]]

        self.assertEqual(told("change.change"), [level, unconfirmed])
        # The amounts of 2023 do not rest on it.
        self.assertEqual(told("weight"), [])


if __name__ == "__main__":
    unittest.main()
