# SPDX-License-Identifier: LGPL-2.1-or-later
"""A calculator that is written in Python is a calculator like any other."""
import gc
import unittest

import tap

Kkr = tap.kkr()
gi = tap.need("gi")
from gi.repository import Gio, GLib, GObject  # noqa: E402

INPUT = int(GObject.ParamFlags.READWRITE)
KEYS = ["Nord", "Syd", "Vest"]
WEIGHTS = [1, 1, 1]


class EqualParts(Kkr.Calculator):
    """Shares a budget into three equal parts of whole kroner."""

    __gtype_name__ = "EqualParts"

    budget = GObject.Property(type=GObject.TYPE_INT64, nick="Budget|Budget",
                              blurb="Det der deles|What is shared",
                              flags=INPUT | Kkr.ParamFlags.REQUIRED | Kkr.ParamFlags.AMOUNT)
    year = GObject.Property(type=int, nick="År|Year", flags=INPUT | Kkr.ParamFlags.REQUIRED)
    price = GObject.Property(type=float, default=3.2, flags=INPUT | Kkr.ParamFlags.RATE)
    fault = GObject.Property(type=str)
    method = GObject.Property(type=Kkr.ApportionMethod,
                              default=Kkr.ApportionMethod.LARGEST_REMAINDER)
    settled = GObject.Property(type=bool, default=False)

    def do_check(self):
        if self.is_assigned("budget") and self.budget < 0:
            self.report("budget", Kkr.CalcError.OUT_OF_RANGE,
                        f"negative: {self.budget} found, 0 or more expected")
        if self.settled and self.is_assigned("price"):
            self.report(None, Kkr.CalcError.INCONSISTENT, "settled and a price found")

    def do_compute(self, cancellable):
        if self.fault == "nothing":
            return None
        if self.fault == "error":
            raise GLib.Error.new_literal(Kkr.calc_error_quark(), "no such year",
                                         Kkr.CalcError.NO_DATA)
        builder = Kkr.TableBuilder.new("parts", "Dele", "Parts")
        builder.add_text("area", "Område", "Area", KEYS)
        builder.add_int64("amount", "Beløb", "Amount", Kkr.Unit.AMOUNT, self.parts())
        builder.set_total("amount", str(self.budget))
        builder.set_key(["area"])
        self.set_progress(0.5)
        note = Kkr.Note.new(Kkr.NoteKind.REMARK, "Lige dele.", "Equal parts.")
        return Kkr.Result.new(self, [builder.end()], [note])

    def do_derive(self, result, column, row):
        if column != "amount":
            return None
        builder = Kkr.DerivationBuilder.new(column, "I alt" if row < 0 else KEYS[row])
        builder.set_title("Beløb", "Amount")
        builder.add_amount("budget", "Budget", "Budget",
                           self.budget + (100 if self.fault == "derives" else 0))
        if row >= 0:
            share = self.parts()[row] + (100 if self.fault == "shares" else 0)
            builder.add_apportionment("part", "Delen", "The part", "budget", KEYS,
                                      [str(weight) for weight in WEIGHTS], self.method,
                                      Kkr.TieRule.FIRST, "100", row, str(share))
        return builder.end()

    def parts(self):
        return Kkr.apportion(self.budget, WEIGHTS, self.method, 100)


class Bare(Kkr.Calculator):
    __gtype_name__ = "KkrTestBare"


class Refused(unittest.TestCase):
    def assert_refused(self, code, text, call, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            call(*arguments)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code), caught.exception)
        self.assertIn(text, caught.exception.message)


class Inputs(Refused):
    def test_names(self):
        self.assertEqual(EqualParts().dup_input_names(),
                         ["budget", "fault", "method", "price", "settled", "year", "known-on",
                          "price-level"])

    def test_name_and_title(self):
        calculator = EqualParts()
        self.assertEqual(calculator.get_name(), "equal-parts")
        self.assertEqual(calculator.get_title(), "equal-parts")
        self.assertEqual(repr(calculator), "<Kkr.Calculator equal-parts>")

    def test_describe(self):
        table = EqualParts().describe()
        self.assertEqual(len(table), 8)
        rows = {name: [table[column].get_strings()[row]
                       for column in ("label", "kind", "required", "default", "description")]
                for row, name in enumerate(table["input"].get_strings())}
        self.assertEqual(rows["budget"], ["Budget", "beløb", "ja", "", "Det der deles"])
        self.assertEqual(rows["year"], ["År", "heltal", "ja", "", ""])
        self.assertEqual(rows["price"], ["price", "kr. pr. enhed", "nej", "3,2 kr.", ""])
        self.assertEqual(rows["method"][3], "largest-remainder")

    def test_assigned(self):
        calculator = EqualParts(budget=0)
        self.assertTrue(calculator.is_assigned("budget"))
        self.assertFalse(calculator.is_assigned("year"))
        calculator.year = 2024
        self.assertTrue(calculator.is_assigned("year"))
        calculator.props.fault = "x"
        self.assertTrue(calculator.is_assigned("fault"))
        calculator.props.fault = None
        self.assertFalse(calculator.is_assigned("fault"))

    def test_unset(self):
        calculator = EqualParts(budget=1, year=2024, price=1.5)
        self.assertTrue(calculator.unset("price"))
        self.assertTrue(calculator.unset("year"))
        self.assertEqual((calculator.price, calculator.year), (3.2, 0))
        self.assertFalse(calculator.is_assigned("price"))
        self.assert_refused(Kkr.CalcError.MISSING_INPUT, "year: missing", calculator.run)
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, 'no such input: "yaer" found, one of budget',
                            calculator.unset, "yaer")

    def test_unset_while_notifications_wait(self):
        calculator = Kkr.ObjectiveFinancing(budget=100)
        with calculator.freeze_notify():
            calculator.unset("budget")
        self.assertFalse(calculator.is_assigned("budget"))
        with calculator.freeze_notify():
            calculator.unset("budget")
            calculator.props.budget = 0
        self.assertTrue(calculator.is_assigned("budget"))

    def test_set_from_string(self):
        calculator = EqualParts()
        for name, text, value, shown in (
                ("budget", "1.000,50 kr.", 100050, "1.000,50 kr."),
                ("year", "2024", 2024, "2024"),
                ("price", "43.851,6", 43851.6, "43.851,6 kr."),
                ("fault", "æøå", "æøå", "æøå"),
                ("method", "dhondt", Kkr.ApportionMethod.DHONDT, "dhondt"),
                ("settled", "ja", True, "ja")):
            with self.subTest(name):
                self.assertTrue(calculator.set_from_string(name, text))
                self.assertEqual(getattr(calculator, name), value)
                self.assertEqual(calculator.dup_input_text(name), shown)
                self.assertTrue(calculator.is_assigned(name))

    def test_set_from_bad_string(self):
        calculator = EqualParts()
        for name, text, part in (("budget", "meget", "budget: "), ("year", "2024,5", "year: "),
                                 ("price", "nan", "price: "),
                                 ("price", "123456789012345,67891", "price: more digits"),
                                 ("settled", "måske", "ja or nej"),
                                 ("method", "unset", "one of largest-remainder, dhondt"),
                                 ("yaer", "2024", "no such input")):
            with self.subTest(name):
                self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, part, calculator.set_from_string,
                                    name, text)
                self.assertFalse(calculator.is_assigned(name))

    def test_misspelt_keyword(self):
        with self.assertRaises(TypeError):
            EqualParts(yaer=2024)


class Checks(Refused):
    def test_validate(self):
        problems = EqualParts(budget=-1, settled=True, price=1.0).validate()
        self.assertEqual([problem.get_input() for problem in problems], ["year", "budget", None])
        self.assertEqual([problem.get_rule() for problem in problems],
                         ["input-missing", "input-out-of-range", "input-inconsistent"])

    def test_all_in_one_error(self):
        self.assert_refused(
            Kkr.CalcError.MISSING_INPUT,
            "year: missing: no value found, one expected; budget: negative: -1 found, 0 or more "
            "expected; settled and a price found",
            EqualParts(budget=-1, settled=True, price=1.0).run)
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, "budget: negative",
                            EqualParts(budget=-1, year=2024).run)
        self.assert_refused(Kkr.CalcError.INCONSISTENT, "settled and a price",
                            EqualParts(budget=1, year=2024, settled=True, price=1.0).run)

    def test_unset_method(self):
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, "method: no such choice: unset",
                            EqualParts(budget=100, year=1, method=Kkr.ApportionMethod.UNSET).run)

    def test_clocks(self):
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, 'known-on: no such day: "i går"',
                            EqualParts(budget=100, year=1, known_on="i går").run)
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, 'price-level: no such price level: "reel"',
                            EqualParts(budget=100, year=1, price_level="reel").run)

    def test_library_keeps_what_it_refuses(self):
        calculator = Kkr.ObjectiveFinancing(method=99, equal_percent=float("nan"))
        self.assert_refused(Kkr.CalcError.MISSING_INPUT,
                            "equal-percent: not a number: NaN or infinity found", calculator.run)
        self.assert_refused(Kkr.CalcError.MISSING_INPUT,
                            "method: no such choice: an unknown number found", calculator.run)


class Runs(Refused):
    def setUp(self):
        self.calculator = EqualParts(budget=10000, year=2024)

    def test_run(self):
        result = self.calculator.run()
        # 100 kr. in three: 33 1/3 kr. each, and the krone that is left goes to the first.
        self.assertEqual([result.get_table()["amount"].get_int64(row) for row in range(3)],
                         [3400, 3300, 3300])
        self.assertEqual([note.get_english() for note in result.dup_notes()], ["Equal parts."])
        self.assertTrue(str(result).startswith("equal-parts\n  Budget:"))

    def test_explain(self):
        result = self.calculator.run()
        self.assertEqual(result.explain_key("amount", "Nord").get_value(), "3400")
        self.assertEqual(result.explain("amount", 2).get_value(), "3300")
        self.assertEqual(result.explain_key("amount", "I alt").get_value(), "10000")
        self.assertEqual(result.explain_key("amount", "Total").get_value(), "10000")
        self.assertEqual(result.explain_key("area", "Syd").get_value(), "Syd")
        self.assertIn("Delen", str(result.explain("amount", 0)))

    def test_explain_what_is_not_there(self):
        result = self.calculator.run()
        self.assert_refused(Kkr.CalcError.NO_DATA, "Øst", result.explain_key, "amount", "Øst")
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE, "no such row: 3", result.explain,
                            "amount", 3)
        self.assert_refused(Kkr.CalcError.NO_DATA, "beløb", result.explain, "beløb", 0)

    def test_derivation_must_agree(self):
        self.calculator.fault = "derives"
        self.assert_refused(Kkr.CalcError.FAILED, "the table holds 10000",
                            self.calculator.run().explain, "amount", -1)

    def test_share_must_agree(self):
        self.calculator.fault = "shares"
        with self.assertRaises(GLib.Error):
            self.calculator.run().explain("amount", 0)

    def test_result_keeps_its_inputs(self):
        result = self.calculator.run()
        self.calculator.budget = 30000
        self.assertEqual(result.explain("amount", 0).get_value(), "3400")
        copy = result.dup_calculator()
        self.assertEqual(copy.budget, 10000)
        copy.budget = 30000
        self.assertEqual(copy.run().get_table()["amount"].get_int64(0), 10000)

    def test_dup(self):
        copy = self.calculator.dup()
        self.assertIsInstance(copy, EqualParts)
        self.assertIsNot(copy, self.calculator)
        self.assertEqual((copy.budget, copy.year), (10000, 2024))
        self.assertTrue(copy.is_assigned("budget"))
        self.assertFalse(copy.is_assigned("price"))
        copy.budget = 5
        self.assertEqual(self.calculator.budget, 10000)

    def test_compute_fails(self):
        self.calculator.fault = "nothing"
        self.assert_refused(Kkr.CalcError.FAILED, "neither a result nor an error",
                            self.calculator.run)
        self.calculator.fault = "error"
        self.assert_refused(Kkr.CalcError.NO_DATA, "no such year", self.calculator.run)

    def test_no_compute(self):
        self.assert_refused(Kkr.CalcError.FAILED, "the class has no compute", Bare().run)

    def test_lives_as_long_as_it_is_used(self):
        result = EqualParts(budget=10000, year=2024).run()
        table = result.get_table()
        derivation = result.explain("amount", 0)
        del result
        gc.collect()
        self.assertEqual(table["amount"].get_int64(0), 3400)
        self.assertEqual(derivation.get_value(), "3400")

    def test_nothing_is_left(self):
        gone = []
        calculator = EqualParts(budget=10000, year=2024)
        result = calculator.run()
        calculator.weak_ref(gone.append, "calculator")
        result.weak_ref(gone.append, "result")
        result.explain("amount", 0)
        del calculator, result
        gc.collect()
        self.assertEqual(sorted(gone), ["calculator", "result"])

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            self.calculator.run(cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class RunsAsync(Refused):
    def run_async(self, calculator, cancellable=None, meanwhile=lambda: None):
        loop = GLib.MainLoop()
        ends = []

        def done(source, answer):
            try:
                ends.append(source.run_finish(answer))
            except GLib.Error as error:
                ends.append(error)
            loop.quit()
        calculator.run_async(cancellable, done)
        meanwhile()
        self.assertEqual(ends, [])
        loop.run()
        return ends[0]

    def test_run(self):
        calculator = EqualParts(budget=10000, year=2024)
        seen = []
        calculator.connect("notify::progress", lambda *_: seen.append(calculator.get_progress()))

        def change():
            calculator.budget = 300
        result = self.run_async(calculator, meanwhile=change)
        self.assertEqual(result.get_table()["amount"].get_int64(0), 3400)
        self.assertEqual(seen, [0.5])

    def test_bad_input(self):
        error = self.run_async(EqualParts(budget=10000))
        self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.MISSING_INPUT))

    def test_compute_fails(self):
        error = self.run_async(EqualParts(budget=10000, year=2024, fault="error"))
        self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        error = self.run_async(EqualParts(budget=10000, year=2024), cancellable,
                               cancellable.cancel)
        self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class ByName(Refused):
    def test_every_type(self):
        for gtype in Kkr.Calculator.dup_types():
            with self.subTest(gtype.name):
                name = GObject.new(gtype).get_name()
                again = Kkr.Calculator.new_by_name(name)
                self.assertEqual(again.__gtype__, gtype)
                self.assertEqual(again.get_name(), name)

    def test_unknown(self):
        self.assert_refused(Kkr.CalcError.OUT_OF_RANGE,
                            'no such calculator: "rutsjebane" found, one of ',
                            Kkr.Calculator.new_by_name, "rutsjebane")


if __name__ == "__main__":
    unittest.main()
