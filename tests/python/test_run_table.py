# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many scenarios at once give what each gives alone, in Python and with classes written in it."""
import json
import os
import resource
import struct
import subprocess
import sys
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib, GObject  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
INPUT = int(GObject.ParamFlags.READWRITE)


class Halves(Kkr.Calculator):
    """Two halves of a budget; a third place shares from 2025 on."""

    __gtype_name__ = "RunTableHalves"

    budget = GObject.Property(type=GObject.TYPE_INT64, nick="Budget|Budget",
                              flags=INPUT | Kkr.ParamFlags.REQUIRED | Kkr.ParamFlags.AMOUNT)
    year = GObject.Property(type=int, default=2024)
    rate = GObject.Property(type=float, flags=INPUT | Kkr.ParamFlags.RATE)
    percent = GObject.Property(type=float, flags=INPUT | Kkr.ParamFlags.SHARE)
    method = GObject.Property(type=Kkr.ApportionMethod,
                              default=Kkr.ApportionMethod.LARGEST_REMAINDER)
    settled = GObject.Property(type=bool, default=False)
    since = GObject.Property(type=str)
    thing = GObject.Property(type=GObject.Object)

    def do_check(self):
        if self.budget < 0:
            self.report("budget", Kkr.CalcError.OUT_OF_RANGE, f"{self.budget} found, 0 expected")

    def do_compute(self, cancellable):
        if self.budget == 13:
            raise GLib.Error.new_literal(Kkr.calc_error_quark(), "unlucky",
                                         Kkr.CalcError.UNSUPPORTED)
        places = ["Nord", "Syd", "Vest"][:3 if self.year > 2024 else 2]
        builder = Kkr.TableBuilder.new("halves", "Halve", "Halves")
        builder.add_text("place", "Sted", "Place", places)
        builder.add_int64("amount", "Beløb", "Amount", Kkr.Unit.AMOUNT,
                          Kkr.apportion(self.budget, [1] * len(places), self.method, 1))
        builder.add_text("said", "Sagt", "Said", [self.say()] * len(places))
        builder.add_ratio("share", "Del", "Part", Kkr.Unit.SHARE, [f"1/{len(places)}"] * len(places))
        builder.set_key(["place"])
        return Kkr.Result.new(self, [builder.end()], [])

    def do_derive(self, result, column, row):
        if column != "amount":
            return None
        builder = Kkr.DerivationBuilder.new(column, str(row))
        builder.set_title("Beløb", "Amount")
        builder.add_amount("amount", "Beløb", "Amount",
                           result.get_table()["amount"].get_int64(row))
        return builder.end()

    def say(self):
        return (f"{self.rate} {self.percent} {self.method.value_nick} {self.settled} {self.since}")


def scenarios(**columns):
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    for name, values in columns.items():
        name = name.replace("_", "-")
        if isinstance(values[0], str):
            builder.add_text(name, name, name, values)
        else:
            unit = Kkr.Unit.AMOUNT if name == "budget" else Kkr.Unit.YEARS
            builder.add_int64(name, name, name, unit, values)
    return builder.end()


def financing(**inputs):
    return Kkr.ObjectiveFinancing(register=REGISTER, arrangement="socialtilsyn-nord", **inputs)


def columns(table, *names):
    return list(zip(*[table[name].get_strings() for name in names]))


class Same(unittest.TestCase):
    def test_financing(self):
        years, budgets = [2024, 2023, 2024, 2024], [100000000, 12345600, 0, 1915605800]
        result = financing().run_table(scenarios(year=years, budget=budgets), None, None)
        expected = []
        for i, (year, budget) in enumerate(zip(years, budgets)):
            alone = financing(year=year, budget=budget).run().get_table()
            expected += [(str(i), *row) for row in columns(alone, "code", "municipality", "amount")]
        self.assertEqual(columns(result.get_table(), "scenario", "code", "municipality", "amount"),
                         expected)

    def test_one_by_one(self):
        """Columns that are not the main one: every scenario is run by itself."""
        years = [2024, 2023]
        result = financing().run_table(scenarios(year=years), ["share", "amount"], None)
        expected = []
        for i, year in enumerate(years):
            alone = financing(year=year).run().get_table()
            expected += [(str(i), *row) for row in columns(alone, "code", "share", "amount")]
        self.assertEqual(columns(result.get_table(), "scenario", "code", "share", "amount"),
                         expected)

    def test_other_table(self):
        result = financing().run_table(scenarios(year=[2024]), ["key-figures.rate"], None)
        alone = financing(year=2024).run().get_table_named("key-figures")
        self.assertEqual(columns(result.get_table(), "rate"), columns(alone, "rate"))
        self.assertEqual(result.get_table().get_name(), "key-figures")

    def test_bytes(self):
        budgets = [100 * i for i in range(1000)]
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
                          GLib.Bytes.new(struct.pack("=1000q", *budgets)))
        result = financing(year=2024).run_table(builder.end(), ["amount"], None)
        amounts = result.get_table()["amount"].get_bytes().get_data()
        cells = struct.unpack("=11000q", amounts)
        self.assertEqual([sum(cells[11 * i:11 * i + 11]) for i in range(1000)], budgets)
        self.assertEqual(len(result.get_table()["municipality"].get_bytes().get_data()), 44000)

    def test_same_scenario_again_and_again(self):
        alone = financing(year=2024).run().get_table()["amount"].get_bytes().get_data()
        for n in 1, 2, 1023, 1024, 1025, 5000:
            result = financing().run_table(scenarios(year=[2024] * n), None, None)
            self.assertEqual(result.get_table()["amount"].get_bytes().get_data(), alone * n)

    def test_missing_cell_is_not_assigned(self):
        """The register's budget, not the caller's."""
        builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
        builder.add_int64("budget", "Budget", "Budget", Kkr.Unit.AMOUNT, [-2 ** 63, 1000])
        table = builder.end()
        result = financing(year=2024, budget=500).run_table(table, None, None)
        amounts = [int(x) for (x,) in struct.iter_unpack("=q", result.get_table()["amount"]
                                                         .get_bytes().get_data())]
        self.assertEqual(sum(amounts[:11]), 1915605800)
        self.assertEqual(sum(amounts[11:]), 1000)


class InPython(unittest.TestCase):
    def test_every_kind_of_input(self):
        builder = Kkr.TableBuilder.new("s", "S", "S")
        builder.add_int64("budget", "x", "x", Kkr.Unit.AMOUNT, [101, 102])
        builder.add_int64("year", "x", "x", Kkr.Unit.YEARS, [2024, 2025])
        builder.add_int64("rate", "x", "x", Kkr.Unit.AMOUNT, [4385160, 100])
        builder.add_ratio("percent", "x", "x", Kkr.Unit.SHARE, ["1/4", "0.5"])
        builder.add_text("method", "x", "x", ["largest-remainder", "dhondt"])
        builder.add_text("settled", "x", "x", ["ja", "nej"])
        builder.add_date("since", "x", "x", [0, 19723])
        result = Halves().run_table(builder.end(), None, None)
        self.assertEqual(columns(result.get_table(), "scenario", "place", "amount"), [
            ("0", "Nord", "0.51"), ("0", "Syd", "0.50"),
            ("1", "Nord", "0.34"), ("1", "Syd", "0.34"), ("1", "Vest", "0.34")])
        self.assertEqual(result.get_table()["said"].get_strings()[::3], [
            "43851.6 25.0 largest-remainder True 1970-01-01",
            "1.0 50.0 dhondt False 2024-01-01"])
        self.assertEqual(result.get_table()["share"].dup_exact(4), "1/3")

    def test_errors(self):
        for values, code, message in [
                ([1, -5, -6], Kkr.CalcError.OUT_OF_RANGE,
                 "2 of 3 scenarios cannot be computed:\nscenario 1: budget: -5 found, 0 expected\n"
                 "scenario 2: budget: -6 found, 0 expected"),
                ([1, 13], Kkr.CalcError.UNSUPPORTED,
                 "1 of 2 scenarios cannot be computed:\nscenario 1: unlucky")]:
            with self.assertRaises(GLib.Error) as caught:
                Halves().run_table(scenarios(budget=values), None, None)
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), code))
            self.assertEqual(caught.exception.message, message)

    def test_objects_are_no_columns(self):
        with self.assertRaises(GLib.Error) as caught:
            Halves().run_table(scenarios(thing=["x"]), None, None)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), Kkr.CalcError.UNSUPPORTED))

    def test_explain(self):
        result = Halves().run_table(scenarios(budget=[100, 200], year=[2024, 2025]), None, None)
        self.assertEqual(result.explain_key("amount", "1/Vest").get_value(), "66")
        self.assertEqual(result.explain("amount", 1).get_value(), "50")
        self.assertEqual(result.get_scenarios()["budget"].get_int64(1), 200)

    def test_result(self):
        result = Halves(rate=3.5).run_table(scenarios(budget=[100, 200]), ["amount"], None)
        self.assertIn("som scenarierne angiver", str(result))
        self.assertEqual(json.loads(result.to_json())["tables"][0]["columns"][0]["values"],
                         [0, 0, 1, 1])
        self.assertIn("<table", result._repr_html_())
        self.assertEqual(result.dup_calculator().rate, 3.5)
        self.assertFalse(result.dup_calculator().is_assigned("budget"))


class Odd(Kkr.Calculator):
    """Tables of many shapes."""

    __gtype_name__ = "RunTableOdd"

    shape = GObject.Property(type=str, default="one-key")
    share = GObject.Property(type=float, flags=INPUT | Kkr.ParamFlags.SHARE)

    def do_compute(self, cancellable):
        builder = Kkr.TableBuilder.new("odd", "Skæv", "Odd")
        builder.add_text("scenario" if self.shape == "scenario" else "place", "Sted", "Place",
                         ["Nord"])
        builder.add_int64("year", "År", "Year", Kkr.Unit.YEARS, [2024])
        builder.add_double("share", "Del", "Part", Kkr.Unit.NONE, [self.share])
        if self.shape == "qualified":
            builder.set_qualifier("year", 0, Kkr.Qualifier.MORE_THAN)
        builder.set_key(["place", "year"] if self.shape == "two-keys" else
                        ["year"] if self.shape in ("number", "scenario", "qualified") else ["place"])
        notes = [Kkr.Note.new(Kkr.NoteKind.REMARK, "Sagt", "Said")] * 2
        return Kkr.Result.new(self, [builder.end()], notes if self.shape == "noted" else [])


class Shapes(unittest.TestCase):
    def refuse(self, calculator, table, columns, message):
        with self.assertRaises(GLib.Error) as caught:
            calculator.run_table(table, columns, None)
        self.assertEqual(caught.exception.message, message)
        return caught.exception

    def test_titles(self):
        """Of the table, as in a single run, and not of the calculator."""
        for calculator, column, title in [
                (Odd(), None, "Skæv"), (financing(), "key-figures.rate", "Nøgletal"),
                (Kkr.SupervisionTariff(register=REGISTER, arrangement="socialtilsyn-nord"), None,
                 "Takster")]:
            table = scenarios(share=["0,5"]) if column is None and title == "Skæv" else \
                scenarios(year=[2024])
            result = calculator.run_table(table, column and [column], None)
            self.assertEqual(result.get_table().get_title(), title)
        for years, title in [([2024, 2024], "Socialtilsyn Nord: plejefamilieområdet, 2024"),
                             ([2024, 2023], "Objektiv finansiering")]:
            result = financing().run_table(scenarios(year=years), ["share"], None)
            self.assertEqual(result.get_table().get_title(), title)

    def test_other_keys(self):
        for shapes, found, expected in [
                (["one-key", "two-keys"], "place (text, none), year (int64, years)",
                 "place (text, none)"),
                (["two-keys", "one-key"], "place (text, none)",
                 "place (text, none), year (int64, years)"),
                (["one-key", "number"], "year (int64, years)", "place (text, none)")]:
            error = self.refuse(Odd(), scenarios(shape=shapes), ["share"],
                                "1 of 2 scenarios cannot be computed:\nscenario 1: the key columns "
                                f"change between scenarios: {found} found, {expected} expected")
            self.assertTrue(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.INCONSISTENT))

    def test_qualified_key(self):
        for shapes in ["qualified", "qualified"], ["qualified", "qualified", "number"]:
            table = Odd().run_table(scenarios(shape=shapes), ["share"], None).get_table()
            self.assertEqual([table["year"].dup_text(i) for i in range(len(shapes))],
                             ["mere end 2024", "mere end 2024", "2024"][:len(shapes)])
            self.assertEqual([bool(x) for x in table["year"].get_qualifiers().get_data()],
                             [shape == "qualified" for shape in shapes])
            self.assertEqual(table.to_csv().split()[2], "1,2024,more-than,0")
            self.assertEqual(json.loads(table.to_json())["columns"][1]["qualifier"][1],
                             "more-than")

    def test_another_column_scenario(self):
        wrong = ("a column \"scenario\" found, another name expected, since the scenarios are "
                 "numbered in a column of that name")
        self.refuse(Odd(), scenarios(shape=["scenario"]), None, f'table "odd": {wrong}')
        self.refuse(Odd(), scenarios(shape=["scenario"]), ["scenario"], f'table "odd": {wrong}')
        result = Odd().run_table(scenarios(shape=["scenario"]), ["share"], None)
        self.assertEqual(columns(result.get_table(), "scenario", "year", "share"),
                         [("0", "2024", "0")])
        self.refuse(Odd(), Kkr.TableBuilder.new("s", "S", "S").end(), ["scenario"],
                    f'table "run-table-odd": {wrong}')

    def test_note_said_twice(self):
        result = Odd().run_table(scenarios(shape=["noted", "one-key", "noted"]), None, None)
        self.assertEqual([note.get_english() for note in result.dup_notes()],
                         ["Said (2 of 3 scenarios)"])
        result = Odd().run_table(scenarios(shape=["one-key", "noted"]), None, None)
        self.assertEqual([note.get_english() for note in result.dup_notes()], ["Scenario 1: Said"])

    def test_share_of_too_many_digits(self):
        """That it cannot be made per cent of is no reason to take it for per cent."""
        builder = Kkr.TableBuilder.new("s", "S", "S")
        builder.add_double("share", "x", "x", Kkr.Unit.SHARE, [0.5, 1e-45])
        with self.assertRaises(GLib.Error) as caught:
            Odd().run_table(builder.end(), None, None)
        self.assertIn("1 of 2 scenarios", caught.exception.message)
        self.assertIn("1e-45 found", caught.exception.message)


class Long(unittest.TestCase):
    def test_cancelled_where_nothing_is_shared(self):
        """While budgets are compared or added up, when all of them have been shared."""
        budgets = [(1 << 41) // 100 * 100 + 100 * i for i in range(10000)]
        for inputs in {"compare_year": 2023}, {"method": Kkr.ApportionMethod.INDEPENDENT}:
            cancellable, calculator = Gio.Cancellable(), financing(year=2024, **inputs)
            calculator.connect("notify::progress", lambda c, p, it=cancellable:
                               it.cancel() if c.get_progress() == 1.0 else None)
            with self.assertRaises(GLib.Error) as caught:
                calculator.run_table(scenarios(budget=budgets), None, cancellable)
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(),
                                                     Gio.IOErrorEnum.CANCELLED))

    def run_async(self, calculator, table, cancellable=None):
        loop, seen = GLib.MainLoop(), []

        def done(source, task):
            try:
                seen.append(source.run_table_finish(task))
            except GLib.Error as error:
                seen.append(error)
            loop.quit()
        calculator.run_table_async(table, None, cancellable, done)
        loop.run()
        return seen[0]

    def test_async(self):
        progress = []
        for calculator in financing(year=2024), Halves():
            calculator.connect("notify::progress", lambda c, p: progress.append(c.get_progress()))
            result = self.run_async(calculator, scenarios(budget=[100, 200, 300]))
            self.assertEqual(result.get_table()["scenario"].get_int64(
                result.get_table().get_n_rows() - 1), 2)
            self.assertEqual(progress[-1], 1.0)

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        for calculator in financing(year=2024), Halves():
            error = self.run_async(calculator, scenarios(budget=[100]), cancellable)
            self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_dropped(self):
        """What a result holds outlives what it was made from."""
        result = financing(year=2024).run_table(scenarios(budget=[100, 200]), None, None)
        column = result.get_table()["municipality"]
        del result
        self.assertEqual(column.get_strings()[11], "Silkeborg")

    @unittest.skipIf("asan" in os.environ.get("LD_PRELOAD", ""), "reserves more than may be had")
    def test_no_memory(self):
        """Said, and nothing is lost; in a process of its own, which may have only so much."""
        env = dict(os.environ, PYTHONPATH=os.path.dirname(tap.__file__))
        run = subprocess.run([sys.executable, __file__, "--no-memory"], capture_output=True,
                             text=True, env=env, timeout=100)
        self.assertEqual(run.stdout, "not enough memory: 88000000 rows found, as many as there is "
                         "memory for expected\n11\n", run.stderr)


def run_without_memory():
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
                      GLib.Bytes.new(bytes(64000000)))
    table = builder.end()
    with open("/proc/self/statm", encoding="ascii") as sizes:
        used = int(sizes.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 300000000, resource.RLIM_INFINITY))
    try:
        financing(year=2024).run_table(table, None, None)
    except GLib.Error as error:
        print(error.message)
    print(financing(year=2024).run_table(scenarios(budget=[100]), None, None).get_table()
          .get_n_rows())


if __name__ == "__main__":
    if "--no-memory" in sys.argv:
        run_without_memory()
    else:
        unittest.main()
