# SPDX-License-Identifier: LGPL-2.1-or-later
"""The border between Python and the library: bad input is an error that names the thing."""
import array
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

from refusals import Refusals  # noqa: E402

DATA = Kkr.Register.new_packaged()
CALC = Kkr.calc_error_quark()
CalcError = Kkr.CalcError
Method = Kkr.ApportionMethod
ABSENT = object()


def financing(**inputs):
    """The bill of Socialtilsyn Nord for 2024, with other inputs, or without one."""
    inputs = {"register": DATA, "arrangement": "socialtilsyn-nord", "year": 2024, **inputs}
    return Kkr.ObjectiveFinancing(
        **{name: value for name, value in inputs.items() if value is not ABSENT})


class Calculators(Refusals):
    def test_unknown_arrangement(self):
        self.refused(CALC, CalcError.NO_DATA, ['"socialtilsyn-syd"', "near it: socialtilsyn-nord"],
                     financing(arrangement="socialtilsyn-syd").run)

    def test_year_without_data(self):
        self.refused(CALC, CalcError.NO_DATA,
                     ["socialtilsyn-nord/budget/foster-families", "1999-01-01", "2023, 2024"],
                     financing(year=1999).run)
        self.refused(CALC, CalcError.NO_DATA, ["socialtilsyn-nord/tariff", "1999-01-01"],
                     Kkr.SupervisionTariff(register=DATA, arrangement="socialtilsyn-nord",
                                           year=1999).run)

    def test_not_yet_known(self):
        self.refused(CALC, CalcError.NO_DATA, ["known-on 2020-01-01 found", "2023-08-21"],
                     financing(known_on="2020-01-01").run)

    def test_an_input_never_given(self):
        message = self.refused(CALC, CalcError.MISSING_INPUT, ["year: missing"],
                               financing(year=ABSENT).run)
        self.assertNotIn("register", message)
        self.refused(CALC, CalcError.MISSING_INPUT,
                     ["register: missing", "arrangement: missing", "year: missing"],
                     Kkr.ObjectiveFinancing().run)
        self.refused(CALC, CalcError.MISSING_INPUT, ["base-tariff"], Kkr.SupervisionTariff().run)
        problems = Kkr.ObjectiveFinancing().validate()
        self.assertEqual([problem.get_input() for problem in problems],
                         ["register", "arrangement", "year"])

    def test_negative_budget_needs_a_settlement(self):
        self.refused(CALC, CalcError.OUT_OF_RANGE, ["budget", "DKK -1.00 found", "settlement"],
                     financing(budget=-100).run)
        amounts = amounts_of(financing(budget=-108500000, settlement=True).run())
        self.assertEqual(sum(amounts), -108500000)
        self.assertLess(max(amounts), 0)

    def test_enum_that_is_unset_or_no_member(self):
        for name, value in (("method", Method.UNSET), ("tie_rule", Kkr.TieRule.UNSET),
                            ("method", 99), ("tie_rule", -1)):
            with self.subTest(name, value=value):
                self.refused(CALC, CalcError.OUT_OF_RANGE,
                             [name.replace("_", "-") + ": no such choice"],
                             financing(**{name: value}).run)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ["zero-places: no such choice"],
                     Kkr.SupervisionTariff(base_tariff=100.0,
                                           zero_places=Kkr.ZeroPlaces.UNSET).run)

    def test_amount_that_is_no_multiple_of_the_unit(self):
        self.refused(CALC, CalcError.OUT_OF_RANGE,
                     ["budget", "1.50 found", "a multiple of DKK 1.00",
                      "DKK 0.50 is left over"],
                     financing(budget=150).run)
        for unit in (0, -100):
            self.refused(CALC, CalcError.OUT_OF_RANGE, ["unit"], financing(unit=unit).run)

    def test_amounts_at_the_ends(self):
        self.refused(CALC, CalcError.OVERFLOW, ["-9223372036854775808"], Kkr.apportion, -2**63,
                     [1], Method.DHONDT, 1)
        for budget in (2**63 - 1, -2**63 + 1):
            result = financing(budget=budget, settlement=True, unit=1).run()
            self.assertEqual(sum(amounts_of(result)), budget)

    def test_texts_that_cannot_be_read(self):
        for name, text in (("known_on", "i går"), ("known_on", "2023-02-29"),
                           ("price_level", "faste priser")):
            with self.subTest(name, text=text):
                self.refused(CALC, CalcError.OUT_OF_RANGE,
                             [name.replace("_", "-"), f'"{text}"'], financing(**{name: text}).run)
        for name, text in (("year", "to tusind"), ("budget", "12,500"), ("method", "largest"),
                           ("settlement", "måske")):
            with self.subTest(name, text=text):
                self.refused(CALC, CalcError.OUT_OF_RANGE, [name, f'"{text}"'],
                             financing().set_from_string, name, text)

    def test_rates_that_are_no_numbers(self):
        for rate in (float("nan"), float("inf"), float("-inf"), -1.0):
            with self.subTest(rate=rate):
                self.refused(CALC, CalcError.OUT_OF_RANGE, ["base-tariff"],
                             Kkr.SupervisionTariff(base_tariff=rate).run)

    def test_names_that_are_none(self):
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"yeer"', "year"],
                     financing().set_from_string, "yeer", "2024")
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"yeer"', "year"], financing().unset, "yeer")
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"financing"', "objective-financing"],
                     Kkr.Calculator.new_by_name, "financing")
        with self.assertRaises(TypeError):
            financing(budgte=100)

    def test_bad_input_leaves_the_calculator_usable(self):
        calculator = financing(year=1999)
        for _ in range(3):
            self.refused(CALC, CalcError.NO_DATA, ["1999"], calculator.run)
        calculator.props.year = 2024
        self.assertEqual(sum(amounts_of(calculator.run())), 1915605800)

    def test_all_that_is_wrong_is_said_at_once(self):
        self.refused(CALC, CalcError.MISSING_INPUT,
                     ["year: missing", "method: no such choice", "budget: negative"],
                     financing(year=ABSENT, method=Method.UNSET, budget=-100).run)


class Results(Refusals):
    def setUp(self):
        self.result = financing().run()

    def test_unknown_cell(self):
        self.refused(CALC, CalcError.NO_DATA, ['"Atlantis"'], self.result.explain_key, "amount",
                     "Atlantis")
        self.refused(CALC, CalcError.NO_DATA, ['"belob"', "amount"], self.result.explain_key,
                     "belob", "Rebild")
        self.refused(CALC, CalcError.NO_DATA, ['"nope"', "change"], self.result.explain,
                     "nope.amount", 0)
        for row in (11, -2, 2**40):
            self.refused(CALC, CalcError.OUT_OF_RANGE, [str(row), "0 to 10"], self.result.explain,
                         "amount", row)
        self.refused(CALC, CalcError.NO_DATA, ['"x"', "amount"],
                     self.result.get_table().__getitem__, "x")
        self.assertIsNone(self.result.get_table().get_column("x"))
        self.assertIsNone(self.result.get_table_named("x"))

    def test_builders(self):
        builder = Kkr.TableBuilder.new("t", "T", "T")
        builder.add_int64("a", "A", "A", Kkr.Unit.UNSET, [1])
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"a"', "no unit"], builder.end)
        builder = Kkr.TableBuilder.new("t", "T", "T")
        builder.add_int64("a", "A", "A", Kkr.Unit.COUNT, [1])
        builder.add_double("b", "B", "B", Kkr.Unit.PERCENT, [1.5, 2.5])
        self.refused(CALC, CalcError.INCONSISTENT, ['"b"', '"a"', "2 rows", "1 expected"],
                     builder.end)
        builder = Kkr.DerivationBuilder.new("amount", "Rebild")
        builder.add_formula("b", "B", "B", "a / 2", Kkr.Unit.AMOUNT)
        self.refused(CALC, CalcError.INCONSISTENT, ["step b", '"a"'], builder.end)


class Numbers(Refusals):
    def test_shares(self):
        for code, parts, arguments in (
                (CalcError.OUT_OF_RANGE, ["apportionment method", "0 found"],
                 (100, [1, 2], Method.UNSET, 1)),
                (CalcError.OUT_OF_RANGE, ["no weights"], (100, [], Method.DHONDT, 1)),
                (CalcError.OUT_OF_RANGE, ["weight of row 1", "-2 found"],
                 (100, [1, -2], Method.DHONDT, 1)),
                (CalcError.OUT_OF_RANGE, ["all weights are zero"],
                 (100, [0, 0], Method.CUMULATIVE, 1)),
                (CalcError.OUT_OF_RANGE, ["150 with the rest 50", "a multiple of 100"],
                 (150, [1, 2], Method.DHONDT, 100)),
                (CalcError.OUT_OF_RANGE, ["unit", "0 found"], (150, [1, 2], Method.DHONDT, 0)),
                (CalcError.OVERFLOW, ["18446744073709551614 found"],
                 (100, [2**63 - 1, 2**63 - 1], Method.DHONDT, 1))):
            with self.subTest(parts=parts):
                self.refused(CALC, code, parts, Kkr.apportion, *arguments)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ["tie rule", "0 found"], Kkr.apportion_full,
                     100, [1, 2], Method.DHONDT, 1, Kkr.TieRule.UNSET)
        self.refused(CALC, CalcError.UNSUPPORTED, ["tie", "2 rows"], Kkr.apportion_full,
                     3, [1, 1], Method.LARGEST_REMAINDER, 1, Kkr.TieRule.REFUSE)

    def test_what_python_does_to_numbers(self):
        # As design.md has it: cut to a whole number without a word, and shared to the last one.
        self.assertEqual(Kkr.apportion(100.9, [1, 2], Method.LARGEST_REMAINDER, 1), [33, 67])
        self.assertEqual(Kkr.apportion(100, [1.9, 2.9], Method.LARGEST_REMAINDER, 1), [33, 67])
        self.assertEqual(Kkr.apportion_decimals(100, [0.5, 1.0], Method.LARGEST_REMAINDER, 1),
                         [33, 67])
        for total in (float("nan"), float("inf"), None, "100"):
            with self.subTest(total=total), self.assertRaises(TypeError):
                Kkr.apportion(total, [1, 2], Method.LARGEST_REMAINDER, 1)
        with self.assertRaises(OverflowError):
            Kkr.apportion(2**63, [1, 2], Method.LARGEST_REMAINDER, 1)
        with self.assertRaises(TypeError):
            Kkr.apportion(100, [1, 2], 99, 1)

    def test_a_cut_input_shows_in_the_result(self):
        result = financing(budget=10000.9).run()
        self.assertRegex(result.to_string(), r"Budget: +100,00 kr\.\n")
        self.assertEqual(financing(year=2024.9).props.year, 2024)
        for value in (float("nan"), 2**63, "100"):
            with self.subTest(value=value), self.assertRaises(TypeError):
                financing(budget=value)

    def test_not_a_number(self):
        for value in (float("nan"), float("inf"), float("-inf")):
            with self.subTest(value=value):
                self.refused(CALC, CalcError.OUT_OF_RANGE, ["weight of row 0"],
                             Kkr.apportion_decimals, 100, [value, 2], Method.DHONDT, 1)
                self.refused(CALC, CalcError.OUT_OF_RANGE, ["finite number"],
                             Kkr.decimal_to_exact, value)
                self.refused(CALC, CalcError.OUT_OF_RANGE, ["finite number"], Kkr.round_rate, value,
                             1, Kkr.RoundingMode.HALF_AWAY, 1)

    def test_rounding(self):
        self.refused(CALC, CalcError.OUT_OF_RANGE, ["denominator"], Kkr.round_ratio, 1, 1, 0,
                     Kkr.RoundingMode.HALF_AWAY, 1)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ["rounding mode"], Kkr.round_ratio, 1, 1, 2,
                     Kkr.RoundingMode.UNSET, 1)
        self.refused(CALC, CalcError.OVERFLOW, [], Kkr.round_ratio, 2**63 - 1, 2, 1,
                     Kkr.RoundingMode.HALF_AWAY, 1)

    def test_texts(self):
        for text in ("", "abc", "1.29", "12,500", "1..299", "12 timer", "1e3", "0x10", "١٢"):
            with self.subTest(text=text):
                self.refused(CALC, CalcError.OUT_OF_RANGE, [f'"{text}"'], Kkr.amount_from_string,
                             text)
        self.refused(CALC, CalcError.OVERFLOW, [], Kkr.amount_from_string,
                     "92.233.720.368.547.758,08")
        for text in ("", "2023-13", "2023-02-29", "2023K5", "2024/2023"):
            with self.subTest(text=text):
                self.refused(CALC, CalcError.OUT_OF_RANGE, [f'"{text}"'],
                             Kkr.Period.new_from_string, text)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"cirka"'], Kkr.Figure.new_from_string, "cirka")
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"x"'],
                     Kkr.Period.new_from_string("2023").contains, "x")
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"x"'],
                     Kkr.Figure.new_from_string("6,3").contains, "x")


class Registers(Refusals):
    def test_look_ups(self):
        for call, parts, arguments in (
                (DATA.find_municipality, ['"Atlantis"'], ("Atlantis",)),
                (DATA.find_municipality, ['"Rebil"', "near it: Rebild"], ("Rebil",)),
                (DATA.find_municipality, ['"999"'], ("999",)),
                (DATA.find_region, ['"Region Vest"'], ("Region Vest",)),
                (DATA.find_arrangement, ['"socialtilsyn"'], ("socialtilsyn",)),
                (DATA.lookup, ['"children-0-17/999"'], ("children-0-17/999", "2023-06-01", None)),
                (DATA.lookup, ["children-0-17/840", "1999-06-01", "2022K2, 2023K2"],
                 ("children-0-17/840", "1999-06-01", None)),
                (DATA.lookup, ["children-0-17/840", "2020-01-01", "2023-08-21"],
                 ("children-0-17/840", "2023-04-01", "2020-01-01"))):
            with self.subTest(arguments=arguments):
                self.refused(CALC, CalcError.NO_DATA, parts, call, *arguments)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"i går"'], DATA.lookup, "children-0-17/840",
                     "i går", None)
        self.refused(CALC, CalcError.OUT_OF_RANGE, ['"dyr"'], DATA.lookup_at_level,
                     "children-0-17/840", "2023-04-01", None, "dyr")


def amounts_of(result):
    return list(array.array("q", result.get_table().get_column("amount").get_bytes().get_data()))


if __name__ == "__main__":
    unittest.main()
