# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reading register files without waiting, and bulk rows as they come out."""
import os
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib

HEAD = """<register format="1">
  <region code="1081" name="Region Nordjylland"/>
  <municipality code="840" name="Rebild" region="1081"/>
  <offer id="home" name="Botilbuddet"/>
"""


def rows(n, first=0):
    return "".join(f'  <placement person="p-{i}" municipality="840" offer="home" '
                   f'valid="2023-01-{i % 28 + 1:02d}/.." tariff="{1000 + i}.25"/>\n'
                   for i in range(first, first + n))


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def read_async(self, reader, begin, finish, paths, cancellable=None):
        loop = GLib.MainLoop()
        results = []

        def done(source, result):
            results.append(result)
            loop.quit()

        begin(paths, cancellable, done)
        loop.run()
        return finish(results[0])


class Suggestions(unittest.TestCase):
    def test_what_people_in_denmark_write(self):
        """The day of the month first, a small k, a decimal comma, dots between thousands."""
        reader = Kkr.RegisterReader()
        text = """<register format="1">
<source id="a" title="A" publisher="R" date="1/8 2023"/>
<source id="b" title="B" publisher="R" date="21.08.2023"/>
<source id="c" title="C" publisher="R" date="32.08.2023"/>
<series key="k" unit="amount" source="a" section="1" valid="2023k2">
<fact valid="2023" value="1.152.000,50"/>
<fact valid="2024" value="1.152.000"/>
<fact valid="2025" value="11.52,5"/>
<fact valid="2026" value="2.000"/>
</series></register>"""
        with self.assertRaises(GLib.Error):
            reader.read_bytes(GLib.Bytes.new(text.encode()), None, None)
        self.assertEqual(
            [(each.get_line(), each.get_rule(), each.get_suggestion())
             for each in reader.get_problems()],
            [(2, "bad-date", "2023-08-01"), (3, "bad-date", "2023-08-21"), (4, "bad-date", None),
             (5, "bad-period", "2023K2"), (6, "bad-number", "1152000.50"),
             (7, "bad-number", "1152000"), (8, "bad-number", None), (9, "bad-number", None)])


class Cells(unittest.TestCase):
    def test_each_bad_cell_names_its_column(self):
        """Texts of the register move while the cells are read."""
        cells = "".join(f'<row subject="r-{i}" values="bad {i:040d}"/>\n' for i in range(3000))
        reader = Kkr.RegisterReader(max_problems=5000)
        with self.assertRaises(GLib.Error):
            reader.read_bytes(GLib.Bytes.new(f"""<register format="1">
<source id="a" title="A" publisher="R" date="2023"/>
<table key="t" title-da="T" source="a" section="1" valid="2023" unit="amount">
<column name="budget" title-da="Budget"/>
{cells}</table></register>""".encode()), None, None)
        problems = reader.get_problems()
        self.assertEqual(len(problems), 3000)
        for i, problem in enumerate(problems):
            self.assertEqual(problem.get_text().split(":")[0], f'bad budget of row "r-{i}"')


class Async(Files):
    def test_progress_comes_in_steps(self):
        path = self.write("many.xml", HEAD + rows(20000) + "</register>\n")
        reader = Kkr.RegisterReader()
        steps = []
        reader.connect("notify::progress", lambda *_: steps.append(reader.props.progress))
        register = self.read_async(reader, reader.read_files_async, reader.read_files_finish, [path])
        self.assertEqual(len(register.get_table("placements")), 20000)
        self.assertEqual((steps[0], steps[-1], reader.get_progress()), (0, 1, 1))
        self.assertEqual(steps, sorted(steps))
        self.assertGreater(len(steps), 4)

    def test_folders_are_layers(self):
        self.write("a.xml", HEAD + "</register>\n")
        reader = Kkr.RegisterReader(below=Kkr.Register.new_packaged())
        register = self.read_async(reader, reader.read_folders_async, reader.read_folders_finish,
                                   [self.folder.name])
        self.assertEqual(register.find_offer("home").get_name(), "Botilbuddet")
        self.assertEqual(register.find_offer("holtegaarden").get_name(), "Holtegården")

    def test_problems_are_there_when_it_is_done(self):
        path = self.write("bad.xml", HEAD + '  <placement person="p"/>\n</register>\n')
        reader = Kkr.RegisterReader()
        with self.assertRaises(GLib.Error) as caught:
            self.read_async(reader, reader.read_files_async, reader.read_files_finish, [path])
        self.assertTrue(caught.exception.matches(Kkr.load_error_quark(), Kkr.LoadError.SCHEMA))
        self.assertEqual([(problem.get_rule(), problem.get_line())
                          for problem in reader.dup_problems()], [("missing-attribute", 5)] * 2)

    def test_it_can_be_stopped(self):
        path = self.write("many.xml", HEAD + rows(20000) + "</register>\n")
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        reader = Kkr.RegisterReader()
        with self.assertRaises(GLib.Error) as caught:
            self.read_async(reader, reader.read_files_async, reader.read_files_finish, [path],
                            cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_no_files(self):
        reader = Kkr.RegisterReader()
        for begin, finish in ((reader.read_files_async, reader.read_files_finish),
                              (reader.read_folders_async, reader.read_folders_finish)):
            with self.assertRaises(GLib.Error) as caught:
                self.read_async(reader, begin, finish, [])
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(),
                                                     Gio.IOErrorEnum.INVALID_ARGUMENT))


class Rows(Files):
    def test_every_kind(self):
        path = os.path.join(os.environ["KKR_SOURCE"], "tests", "corpus", "valid", "bulk.xml")
        register = Kkr.RegisterReader().read_files([path], None)
        self.assertEqual(register.dup_table_keys(None), ["arrivals", "placements", "tariffs"])
        table = register.get_table("placements")
        self.assertEqual(table["person"].get_strings(), ["p-1", "p-2", "p-3", "p-1", "p&4", "p-5"])
        self.assertEqual(table["municipality"].get_strings(),
                         ["851", "851", "860", "860", "851", "851"])
        self.assertEqual(table["offer"].get_strings(),
                         ["botilbud-a", "botilbud-a", "botilbud-b", "botilbud-b", "", ""])
        self.assertEqual(table["dom-type"].get_strings(), ["2", "2", "", "", "", ""])
        self.assertEqual(table["valid-from"].get_strings(),
                         ["2023-01-01", "2023-02-01", "2024-02-29", "2023-01-01", "2023-03-01", "."])
        self.assertEqual(table["valid-until"].get_strings(),
                         [".", "2023-06-30", "2024-03-31", "2023-12-31", ".", "2023-03-01"])
        self.assertEqual(table["tariff"].get_strings(),
                         ["2150.50", "2150.50", "", "3000.00", "", "-5.00"])
        tariffs = register.get_table("tariffs")
        self.assertEqual(tariffs["per"].get_strings(), ["day", "day", "month"])
        self.assertEqual([tariffs["per"].dup_text(row) for row in range(3)],
                         ["døgn", "døgn", "måned"])
        self.assertEqual([tariffs["per"].dup_text_in(row, "en") for row in range(3)],
                         ["day", "day", "month"])
        self.assertIn(">døgn</td>", tariffs.to_html())
        self.assertIn(";døgn;2150,50;", tariffs.to_csv_danish())
        self.assertIn(",day,2150.50,", tariffs.to_csv())
        self.assertEqual(tariffs["price-level"].get_strings(), ["2024", "nominal", ""])
        self.assertEqual(tariffs["amount"].get_strings(), ["2150.50", "2200.00", "64500.00"])
        arrivals = register.get_table("arrivals")
        self.assertEqual(arrivals["persons"].get_strings(), ["12", "0", "7"])
        self.assertEqual(arrivals["valid-until"].get_strings(),
                         ["2024-01-31", "2024-01-31", "2024-02-29"])

    def test_layers_add_rows(self):
        below = Kkr.RegisterReader().read_files(
            [self.write("a.xml", HEAD + rows(3) + "</register>\n")], None)
        reader = Kkr.RegisterReader(below=below)
        above = reader.read_files(
            [self.write("b.xml", '<register format="1">\n' + rows(2, 3) + "</register>\n")], None)
        self.assertEqual(above.get_table("placements")["person"].get_strings(),
                         ["p-0", "p-1", "p-2", "p-3", "p-4"])
        self.assertEqual(below.get_table("placements")["person"].get_strings(),
                         ["p-0", "p-1", "p-2"])

    def test_rows_survive_writing(self):
        path = os.path.join(os.environ["KKR_SOURCE"], "tests", "corpus", "valid", "bulk.xml")
        register = Kkr.RegisterReader().read_files([path], None)
        written = Kkr.RegisterWriter().to_bytes(register)
        again = Kkr.RegisterReader().read_bytes(written, None, None)
        for key in ("placements", "tariffs", "arrivals"):
            self.assertEqual(again.get_table(key).to_csv(), register.get_table(key).to_csv())
        self.assertEqual(Kkr.RegisterWriter().to_bytes(again).get_data(), written.get_data())

    def test_columns_outlive_their_register(self):
        register = Kkr.RegisterReader().read_files(
            [self.write("a.xml", HEAD + rows(3) + "</register>\n")], None)
        column = register.get_table("placements")["person"]
        del register
        self.assertEqual(column.get_labels(), ["p-0", "p-1", "p-2"])


if __name__ == "__main__":
    unittest.main()
