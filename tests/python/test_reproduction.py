# SPDX-License-Identifier: LGPL-2.1-or-later
"""The printed tables that the library recomputes, and what files of cases may say."""
import os
import pathlib
import re
import tempfile
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib, GObject

SOURCE = pathlib.Path(os.environ["KKR_SOURCE"])
CASES = SOURCE / "libkkr" / "data" / "cases"
CORPUS = SOURCE / "tests" / "corpus" / "cases"

HEAD = '<cases format="1" source="das-social-2023-08">'
GRID = """<grid>
by;a;b;c;pct
Øst;1.000;200;1.200;33,3
Vest;2.000;400;2.400;66,7
I alt;3.000;600;3.600;100,0
</grid>"""
COLUMNS = '<column name="a" unit="amount"/><column name="pct" unit="percent"/>'


def book(relations, grid=GRID, extra=COLUMNS):
    return (f'{HEAD}<case id="tal" title-da="Tal" title-en="Figures" section="Side 1">{grid}{extra}'
            f"{relations}</case></cases>")


def run(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.xml"
        path.write_text(text, encoding="utf-8")
        return Kkr.Reproduction(cases=str(path)).run()


def strings(table, name):
    return list(table.get_column(name).get_strings())


def exact(table, name):
    return [Fraction(table.get_column(name).dup_exact(row)) for row in range(len(table))]


def verdicts(relations, **more):
    return strings(run(book(relations, **more)).get_table_named("figures"), "verdict")


# What no document prints a figure of, and why.
NO_PRINTED_FIGURES = {
    "guarantee-proposals": "the proposals of 2021 were received after the memo, which prints terms "
                           "and needs, and the number to be decided as XX",
    "placement-matching": "the report of 2023 prints rules and numbers of places, and no person with "
                          "the place that was found",
    "secured-capacity": "the agenda of 2024 prints the steps and a price, and no flow or need of a year",
    "shelter-capacity": "the agenda of 2024 prints an increase and its per cent, which nothing else "
                        "follows from: neither level, nor a stay, nor a number of places",
}


class Packaged(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.result = Kkr.Reproduction().run()
        cls.figures = cls.result.get_table_named("figures")
        cls.score = cls.result.get_table_named("score")

    def total(self, name):
        return int(self.score.get_column(name).dup_total())

    def test_every_verdict_is_as_stated(self):
        keys = [self.figures.dup_row_key(row)
                for row, word in enumerate(strings(self.figures, "unexpected")) if word != "no"]
        self.assertEqual(keys, [])
        self.assertNotIn("yes", strings(self.result.get_table_named("readings"), "unexpected"))
        self.assertEqual(self.total("unexpected"), 0)

    def test_as_many_figures_as_promised_each_counted_once(self):
        counted = [cell for cell, counts in zip(zip(strings(self.figures, "case"),
                                                    strings(self.figures, "row"),
                                                    strings(self.figures, "column")),
                                                strings(self.figures, "counts"))
                   if counts == "yes"]
        # Two columns of a table may have one title.
        self.assertGreaterEqual(self.total("figures"), 1500)
        self.assertEqual(len(counted), self.total("figures"))
        self.assertEqual(self.total("exact") + self.total("after-rounding")
                         + self.total("differs"), self.total("figures"))

    def test_each_difference_has_a_hypothesis(self):
        table = self.result.get_table_named("differences")
        self.assertEqual(len(table), strings(self.figures, "verdict").count("differs"))
        for language in ("da", "en"):
            column = table.get_column("hypothesis")
            texts = [column.dup_text_in(row, language) for row in range(len(table))]
            self.assertNotIn("", texts)

    def test_known_differences(self):
        """All of them, as the documents print them and as they are by hand: a figure that differs
        could be changed in a file of cases and would still differ."""
        table = self.result.get_table_named("differences")
        found = list(zip(strings(table, "case"), strings(table, "printed"),
                         strings(table, "computed")))
        self.assertEqual(sorted(found), [
            ("hearing-advice", "90", "79"),
            ("hearing-offers", "4", "3"),
            ("hearing-offers", "5", "4"),
            ("nord-cessations", "72", "71"),
            ("nord-notes", "260", "255"),
            ("nord-notes", "5", "6"),
            ("nord-text", "2.229", "2.228"),
            ("nord-text", "781", "795"),
            ("nord-visits", "734", "735"),
            ("nord-whistleblowing", "373", "343"),
            ("place-expectations", "14", "11"), ("place-expectations", "14", "11"),
            ("place-expectations", "6", "8"),
            ("refugee-quotas", "45", "44"),
            ("signature-efforts-2023", "7", "8"),
            # 28 places for 184 of 365 days, and 43 for a year, at 1.9 million kroner.
            ("special-places-bills", "26.000.000 kr.", "26.818.630"),
            ("special-places-bills", "67.000.000 kr.", "81.700.000"),
            ("special-places-text", "1,9 mio. kr.", "2.000.000"),
            ("supervision-2024-average-price", "18.627", "18.626"),
            ("supervision-2024-tasks-text", "14,2", "14,3"),
        ])

    def test_rows_have_words_for_names(self):
        self.assertIn("Voksne i alt, Falde", strings(self.figures, "row"))
        self.assertNotIn("adults-fall", strings(self.figures, "row"))

    def test_each_figure_is_of_one_kind(self):
        kinds = self.result.get_table_named("kinds")
        for name in ("figures", "by-calculator", "exact", "after-rounding", "differs",
                     "unexpected"):
            self.assertEqual(int(kinds.get_column(name).dup_total()), self.total(name))
        row = strings(kinds, "kind").index("calculation")
        self.assertEqual(kinds.get_column("figures").get_int64(row), self.total("by-calculator"))

    def test_every_figure_explains_itself(self):
        for column in ("figures.computed", "figures.difference"):
            for row in range(len(self.figures)):
                derivation = self.result.explain(column, row)
                self.assertTrue(derivation.check())

    def test_the_documents_of_the_cases_are_those_of_the_files(self):
        documents = set(strings(self.score, "document"))
        one = Kkr.Reproduction(document="das-social-2023-08").run().get_table_named("score")
        self.assertEqual(set(strings(one, "document")), {"das-social-2023-08"})
        self.assertEqual(len(one), strings(self.score, "document").count("das-social-2023-08"))
        self.assertGreater(len(documents), 10)
        with self.assertRaisesRegex(GLib.Error, "das-social-2023-8"):
            Kkr.Reproduction(document="das-social-2023-8").run()

    def test_the_folder_of_the_files_gives_the_same(self):
        again = Kkr.Reproduction(cases=str(CASES)).run()
        self.assertEqual(again.get_table_named("figures").to_csv(), self.figures.to_csv())

    def test_every_calculator_has_cases(self):
        """Those that check what others print have none of their own."""
        checking = {"claims", "percentage-base", "reconciliation", "reproduction", "rule-finder"}
        used = set()
        for path in CASES.glob("*.xml"):
            used.update(re.findall(r'calculator="([a-z-]+)"', path.read_text(encoding="utf-8")))
        known = {GObject.new(kind).get_name() for kind in Kkr.Calculator.dup_types()}
        self.assertLessEqual(known - checking - set(NO_PRINTED_FIGURES), used)

    def test_a_changed_figure_is_found(self):
        """1,836 children less 732 are 1,104."""
        text = (CASES / "braille-2022.xml").read_text(encoding="utf-8")
        for count, changed in ((0, text), (1, text.replace(";1104\n", ";1105\n")),
                               (1, text.replace(
                                   '[isoleret synsnedsættelse|value]" verdict="exact"',
                                   '[isoleret synsnedsættelse|value]" verdict="after-rounding"'))):
            table = run(changed).get_table_named("score")
            self.assertEqual(int(table.get_column("unexpected").dup_total()), count)


class Verdicts(unittest.TestCase):
    def test_sums(self):
        self.assertEqual(verdicts('<sum target-row="I alt" columns="a;b;c" verdict="exact"/>'),
                         ["exact"] * 3)
        self.assertEqual(verdicts('<sum target-column="c" columns="a;b" verdict="exact"/>'),
                         ["exact"] * 3)
        self.assertEqual(verdicts('<sum target-row="Vest" rows="I alt" minus-rows="Øst" '
                                  'columns="a" verdict="exact"/>'), ["exact"])

    def test_of_rounded_figures_what_they_can_stand_for_decides(self):
        """33,3 and 66,7 stand for 33,25 to 33,35 and 66,65 to 66,75: 99,9 to 100,1."""
        for total, verdict in (("100,0", "exact"), ("100,1", "after-rounding"),
                               ("99,9", "after-rounding"), ("100,2", "differs"),
                               ("99,8", "differs")):
            grid = GRID.replace("100,0", total)
            excuse = ' ours="100,0" hypothesis-da="a" hypothesis-en="b"'
            with self.subTest(total):
                self.assertEqual(verdicts(
                    f'<sum target-row="I alt" columns="pct" verdict="{verdict}"'
                    f'{excuse if verdict == "differs" else ""}/>', grid=grid), [verdict])

    def test_counts_are_not_rounded(self):
        grid = GRID.replace("3.600", "3.601")
        self.assertEqual(verdicts('<sum target-row="I alt" columns="c" verdict="differs" '
                                  'ours="3.600" hypothesis-da="a" hypothesis-en="b"/>', grid=grid),
                         ["differs"])
        self.assertEqual(verdicts('<sum target-row="I alt" columns="c" verdict="after-rounding"/>',
                                  grid=grid, extra='<column name="c" rounded="yes"/>'),
                         ["after-rounding"])

    def test_shares(self):
        self.assertEqual(verdicts('<share target-column="pct" of="a" total-row="I alt" '
                                  'verdict="after-rounding"/>'), ["after-rounding"] * 2)

    def test_formulas(self):
        self.assertEqual(verdicts('<formula target-column="c" expression="a + b" '
                                  'verdict="exact"/>'), ["exact"] * 3)
        self.assertEqual(verdicts('<formula target-row="I alt" expression="3 * [Øst]" '
                                  'columns="a" verdict="exact"/>'), ["exact"])
        self.assertEqual(verdicts('<formula target="[I alt|c]" verdict="exact" '
                                  'expression="[Øst|c] + [tal!Vest|{column}]"/>'), ["exact"])
        self.assertEqual(verdicts('<mean target="[Øst|b]" rows="Vest" verdict="differs" '
                                  'ours="400" hypothesis-da="a" hypothesis-en="b"/>'), ["differs"])

    def test_counts(self):
        grid = GRID.replace("Vest;2.000;400", "Vest;2.000;2")
        self.assertEqual(verdicts('<count target="[Vest|b]" rows="Øst;Vest" '
                                  'where="a &gt;= 1000 and c &lt;&gt; 0" verdict="exact"/>',
                                  grid=grid), ["exact"])

    def test_other_roundings(self):
        """2,5 is 3 away from zero and 2 to the even one."""
        grid = "<grid>\nx;a;half\nØst;5;3\n</grid>"
        result = run(book('<formula target-column="half" expression="a / 2" '
                          'verdict="after-rounding">'
                          '<reading parameter="rounding" value="half-even" verdict="differs"/>'
                          '<reading parameter="rounding" value="ceiling" verdict="after-rounding"/>'
                          "</formula>", grid=grid, extra=""))
        readings = result.get_table_named("readings")
        self.assertEqual(strings(readings, "verdict"), ["differs", "after-rounding"])
        self.assertEqual(strings(readings, "unexpected"), ["no", "no"])

    def test_words_before_numbers(self):
        grid = "<grid>\nx;a;b\nmest;mere end 180.000;mere end 180.000\nØst;knap 190;187\n</grid>"
        self.assertEqual(verdicts('<equal target="[mest|b]" expression="[mest|a]" '
                                  'verdict="exact"/>'
                                  '<equal target="[Øst|a]" expression="[Øst|b]" '
                                  'verdict="after-rounding"/>', grid=grid, extra=""),
                         ["exact", "after-rounding"])

    def test_a_calculation(self):
        """DAS Social, 21 August 2023: what Rebild pays of the joint costs in 2024."""
        grid = "<grid>\nkommune;amount\nRebild;1.153.253\nThisted;1.323.640\n</grid>"
        text = book('<calculation calculator="objective-financing" verdict="{}">'
                    '<input name="arrangement" value="socialtilsyn-nord"/>'
                    '<input name="year" value="2024"/>'
                    '<input name="method" value="independent"/>'
                    '<result column="amount" target-column="amount"/></calculation>', grid=grid,
                    extra='<column name="amount" unit="amount"/>')
        result = run(text.format("exact"))
        table = result.get_table_named("figures")
        self.assertEqual(strings(table, "kind"), ["calculation"] * 2)
        self.assertEqual(result.get_table_named("score").get_column("by-calculator").dup_total(),
                         "2")
        self.assertEqual(result.explain("figures.computed", 0).get_column(), "amount")


    def test_a_result_without_a_key_is_the_only_row(self):
        """32,99 and 27,41 per cent are of 197 alone of all numbers up to 300; half of anything even."""
        grid = "<grid>\nx;n\npunkter;197\n</grid>"
        text = ('<calculation calculator="percentage-base" verdict="exact">'
                '<input name="percentages" value="{}"/><input name="last" value="300"/>'
                '<result column="base" target="[punkter|n]"/></calculation>')
        self.assertEqual(verdicts(text.format("32,99; 27,41"), grid=grid, extra=""), ["exact"])
        for percentages, rows in (("50,00", "150 rows"), ("0,01", "0 rows")):
            with self.assertRaisesRegex(GLib.Error, f"{rows} found, one expected"):
                run(book(text.format(percentages), grid=grid, extra=""))


    def test_a_table_from_the_grid_of_a_case(self):
        """Twenty places of 366 days, 95 per cent of them paid, are 6954 days: 13.908.000 kr. make
        2.000 kr. a day, as printed, and 13.911.477 kr. make 2.000,50 kr., which is not 2.000."""
        grid = """<grid>
tilbud;pladser;udgift;belaegning;takst
Elmely;20;13.908.000;95;2.000
Haven;20;13.911.477;95;2.000
Skoven;-1;1;95;1
</grid>"""
        extra = """<column name="udgift" title-da="Direkte udgifter" unit="amount"/>
<column name="belaegning" title-da="Belægningsprocent" unit="percent"/>
<column name="takst" unit="amount"/>"""
        calculation = ('<calculation calculator="offer-tariff" verdict="{}">'
                       '<input name="year" value="2024"/>'
                       '<input name="offers" case="tal"{}/>{}</calculation>')
        column = '<result column="tariff" target-column="takst" rows="{}"/>'
        self.assertEqual(
            verdicts(calculation.format("exact", ' rows="Elmely"', column.format("Elmely")),
                     grid=grid, extra=extra), ["exact"])
        text = book(calculation.format("exact", ' rows="Elmely;Haven"',
                                       column.format("Elmely..Haven")), grid=grid, extra=extra)
        self.assertEqual(strings(run(text).get_table_named("figures"), "verdict"),
                         ["exact", "differs"])
        with self.assertRaises(GLib.Error) as raised:
            run(book(calculation.format("exact", "", column.format("Elmely")), grid=grid,
                     extra=extra))
        self.assertIn("offers: row 3, places: ", raised.exception.message)

    def test_a_table_as_text(self):
        grid = "<grid>\ntilbud;takst\nElmely;2.000\n</grid>"
        calculation = """<calculation calculator="offer-tariff" verdict="exact">
  <input name="year">2024</input>
  <input name="offers">
    Tilbud;Pladser;Direkte udgifter;Belægningsprocent

    Elmely;20;{};95
  </input>
  <result column="tariff" target-column="takst"/>
</calculation>"""
        extra = '<column name="takst" unit="amount"/>'
        self.assertEqual(verdicts(calculation.format("13.908.000"), grid=grid, extra=extra),
                         ["exact"])
        with self.assertRaises(GLib.Error) as raised:
            verdicts(calculation.format("x"), grid=grid, extra=extra)
        self.assertIn("offers: text:2:11: direct-cost: ", raised.exception.message)
        with self.assertRaises(GLib.Error) as raised:
            verdicts('<calculation calculator="offer-tariff" verdict="exact">'
                     '<input name="offers" value="a.csv"/>'
                     '<result column="tariff" target-column="takst"/></calculation>', grid=grid,
                     extra=extra)
        self.assertIn("a value for a table: one found, a case or text expected",
                      raised.exception.message)


class Surprises(unittest.TestCase):
    def unexpected(self, relations, **more):
        return strings(run(book(relations, **more)).get_table_named("figures"), "unexpected")

    def test_worse_than_stated(self):
        self.assertEqual(self.unexpected('<sum target-row="I alt" columns="a;c" verdict="exact"/>',
                                         grid=GRID.replace("3.600", "3.601")), ["no", "yes"])

    def test_better_than_stated(self):
        self.assertEqual(self.unexpected('<sum target-row="I alt" columns="a;c" '
                                         'verdict="after-rounding"/>'), ["yes", "yes"])

    def test_another_figure_than_ours(self):
        self.assertEqual(self.unexpected('<sum target-row="I alt" columns="c" verdict="differs" '
                                         'ours="3.599" hypothesis-da="a" hypothesis-en="b"/>',
                                         grid=GRID.replace("3.600", "3.601")), ["yes"])

    def test_an_exception_that_is_none(self):
        self.assertEqual(self.unexpected(
            '<sum target-row="I alt" columns="a;c" verdict="exact"><exception '
            'target="[I alt|c]" verdict="differs" ours="3.600" hypothesis-da="a" '
            'hypothesis-en="b"/></sum>'), ["no", "yes"])

    def test_a_reading(self):
        result = run(book('<sum target-row="I alt" columns="a" verdict="exact"><reading '
                          'parameter="rounding" value="floor" verdict="differs"/></sum>'))
        self.assertEqual(strings(result.get_table_named("readings"), "unexpected"), ["yes"])
        self.assertEqual(result.get_table_named("score").get_column("unexpected").dup_total(),
                         "1")

    def test_a_cell_of_two_relations_counts_once_and_as_the_worse(self):
        result = run(book('<sum target-row="I alt" columns="c" verdict="exact"/>'
                          '<formula target="[I alt|c]" expression="[Øst|a]" verdict="differs" '
                          'ours="1.000" hypothesis-da="a" hypothesis-en="b"/>'))
        score = result.get_table_named("score")
        self.assertEqual([score.get_column(name).dup_total()
                          for name in ("figures", "exact", "differs")], ["1", "0", "1"])
        self.assertEqual(strings(result.get_table_named("figures"), "counts"), ["no", "yes"])


class Files(unittest.TestCase):
    def test_each_bad_file_says_what_is_wrong(self):
        bad = sorted(path for path in CORPUS.glob("*.xml") if path.name != "good.xml")
        self.assertGreater(len(bad), 40)
        for path in bad:
            with self.subTest(path.name):
                with self.assertRaises(GLib.Error) as caught:
                    Kkr.Reproduction(cases=str(path)).run()
                self.assertEqual(caught.exception.domain,
                                 GLib.quark_to_string(Kkr.LoadError.quark()))
                found = caught.exception.message.replace(str(path), path.name)
                self.assertEqual(found.splitlines(), path.with_suffix(".expected")
                                 .read_text(encoding="utf-8").splitlines())

    def test_the_page_has_the_rules(self):
        source = (SOURCE / "libkkr/calc/checking/kkr-case-node.c").read_text(encoding="utf-8")
        rules = re.findall(r'ERROR \("([a-z0-9-]+)",\s*\w+,\s*"([^"]*)"\)', source)
        page = (SOURCE / "doc/reproduction.md").read_text(encoding="utf-8")
        self.assertGreater(len(rules), 30)
        self.assertEqual([f"| `{rule}` | {text} |" for rule, text in rules],
                         re.findall(r"^\| `[a-z0-9-]+` \| .*\.\ \|$", page, re.MULTILINE))

    def test_the_good_one(self):
        result = Kkr.Reproduction(cases=str(CORPUS / "good.xml")).run()
        self.assertEqual(result.get_table_named("score").get_column("exact").dup_total(), "5")

    def test_files_that_are_not_there(self):
        with self.assertRaises(GLib.Error) as caught:
            Kkr.Reproduction(cases="/nowhere/cases.xml").run()
        self.assertIn("/nowhere/cases.xml", caught.exception.message)
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(GLib.Error, "0 files"):
                Kkr.Reproduction(cases=folder).run()

    def test_limits(self):
        wide = "x;" + ";".join(f"c{i}" for i in range(1000)) + "\n"
        rows = "".join(f"r{i};" + ";".join("1" * 1000) + "\n" for i in range(1001))
        with self.assertRaisesRegex(GLib.Error, "too many cells"):
            run(book("", grid=f"<grid>\n{wide}{rows}</grid>", extra=""))
        with self.assertRaisesRegex(GLib.Error, "file too large"):
            run(HEAD + " " * (4 * 1024 * 1024) + "</cases>")
        many = "x;" + ";".join(f"c{i}" for i in range(100)) + "\n"
        many += "".join(f"r{i};" + ";".join("1" * 100) + "\n" for i in range(1001))
        sums = '<sum target="[r0|c0]" rows="r1..r1000" columns="c0..c99" verdict="exact"/>' * 21
        with self.assertRaisesRegex(GLib.Error, "too much to compute with"):
            run(book(sums, grid=f"<grid>\n{many}</grid>", extra=""))


if __name__ == "__main__":
    unittest.main()
