# SPDX-License-Identifier: LGPL-2.1-or-later
import csv
import gc
import io
import json
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib


def financing(gap=False):
    """Four rows of "Udviklingen i objektiv finansiering 2023-2024" (DAS Social, 21 August 2023)."""
    builder = Kkr.TableBuilder.new("financing", "Objektiv finansiering", "Objective financing")
    builder.add_int64("code", "Kode", "Code", Kkr.Unit.NONE, [825, 840, 820, 851])
    builder.add_text("municipality", "Kommune", "Municipality",
                     ["Læsø", "Rebild", "Vesthimmerland", "Aalborg"])
    builder.add_date("due", "Forfald", "Due", [19723, 19723, 19724, -1])
    builder.add_ratio("share", "Andel", "Share", Kkr.Unit.SHARE,
                      ["218/121668", "7317/121668", "7006/121668", "39978/121668"])
    builder.add_double("growth", "Vækst", "Growth", Kkr.Unit.PERCENT,
                       [0.2, float("nan"), 2.5, 4.3])
    builder.add_int64("amount", "Beløb", "Amount", Kkr.Unit.AMOUNT,
                      [3432300, 115202700, 110306200, 629434900])
    builder.set_total("amount", "1915605800")
    builder.set_key(["code", "municipality"])
    if gap:
        builder.set_status("amount", 0, Kkr.CellStatus.SUPPRESSED)
        builder.set_status("municipality", 1, Kkr.CellStatus.MISSING)
        builder.set_status("due", 2, Kkr.CellStatus.NOT_APPLICABLE)
    return builder.end()


class Columns(unittest.TestCase):
    def test_names(self):
        table = financing()
        names = ["code", "municipality", "due", "share", "growth", "amount"]
        self.assertEqual([column.props.name for column in table.dup_columns()], names)
        self.assertEqual([column.get_name() for column in table.get_columns()], names)
        self.assertEqual(table.get_key_columns(), ["code", "municipality"])

    def test_properties(self):
        column = financing()["amount"]
        self.assertEqual(column.props.title, "Beløb")
        self.assertEqual(column.props.kind, Kkr.ColumnKind.INT64)
        self.assertEqual(column.props.unit, Kkr.Unit.AMOUNT)
        self.assertEqual((column.props.dtype, column.props.typed_array), ("<i8", "BigInt64Array"))
        self.assertEqual(column.props.length, 4)
        self.assertEqual(column.get_labels(), [])
        self.assertEqual(financing()["municipality"].props.labels,
                         ["Læsø", "Rebild", "Vesthimmerland", "Aalborg"])

    def test_strings(self):
        table = financing(gap=True)
        self.assertEqual(table["amount"].get_strings(),
                         ["..", "1152027.00", "1103062.00", "6294349.00"])
        self.assertEqual(table["municipality"].get_strings(),
                         ["Læsø", "", "Vesthimmerland", "Aalborg"])
        self.assertEqual(table["due"].get_strings(),
                         ["2024-01-01", "2024-01-01", ".", "1969-12-31"])

    def test_cells(self):
        table = financing(gap=True)
        amount = table["amount"]
        self.assertEqual(amount.get_int64(1), 115202700)
        self.assertEqual(amount.get_int64(0), GLib.MININT64)
        self.assertEqual(amount.get_cell_status(0), Kkr.CellStatus.SUPPRESSED)
        self.assertEqual(amount.get_status().get_data(), bytes([2, 0, 0, 0]))
        self.assertEqual(amount.dup_text(1), "1.152.027")
        self.assertEqual(amount.dup_text_in(1, "en"), "1,152,027")
        self.assertEqual(amount.dup_total(), "1915605800")
        self.assertEqual(table["share"].dup_exact(1), "2439/40556")
        self.assertIsNone(table["growth"].dup_exact(1))

    def test_bytes_outlive_everything(self):
        table = financing()
        column = table["amount"]
        data = column.get_bytes()
        del table
        gc.collect()
        self.assertEqual(column.get_int64(3), 629434900)
        del column
        gc.collect()
        self.assertEqual(int.from_bytes(data.get_data()[24:], "little", signed=True), 629434900)


class Python(unittest.TestCase):
    def test_length_and_items(self):
        table = financing()
        self.assertEqual(len(table), 4)
        self.assertEqual(len(table["amount"]), 4)
        self.assertEqual(table["share"], table.get_column("share"))
        self.assertIsNone(table.get_column("shares"))
        with self.assertRaises(GLib.Error) as caught:
            table["shares"]
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA))
        self.assertIn("code, municipality, due, share, growth, amount", caught.exception.message)

    def test_texts(self):
        table = financing()
        self.assertEqual(str(table), table.to_string())
        self.assertEqual(f"{table}", table.to_string())
        self.assertEqual(repr(table), "<Kkr.Table financing: 4 rows, 6 columns>")
        self.assertEqual(repr(table["share"]), "<Kkr.Column share: ratio, share, 4 rows>")
        self.assertEqual(table._repr_html_(), table.to_html())

    def test_rows(self):
        table = financing()
        self.assertEqual(table.find_row("Vesthimmerlands"), 2)
        self.assertEqual(table.find_row("851"), 3)
        self.assertEqual(table.dup_row_key(0), "Læsø")
        self.assertIsNone(table.dup_row_key(4))
        with self.assertRaises(GLib.Error) as caught:
            table.find_row("Rebel")
        self.assertIn('"Rebild"', caught.exception.message)

    def test_builder_tells_the_first_fault(self):
        builder = Kkr.TableBuilder.new("t", "T", "T")
        builder.add_int64("n", "N", "N", Kkr.Unit.COUNT, [1, 2])
        builder.add_text("t", "T", "T", ["a"])
        builder.set_total("x", "1")
        with self.assertRaises(GLib.Error) as caught:
            builder.end()
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.INCONSISTENT))
        self.assertIn("1 row found, 2 expected", caught.exception.message)


class Formats(unittest.TestCase):
    """Parsers that are not ours read what is written."""

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(financing(gap=True).to_csv(), newline="")))
        self.assertEqual(rows[0]["amount"], "..")
        self.assertEqual(rows[1]["amount"], "1152027.00")
        self.assertEqual(rows[3]["due"], "1969-12-31")
        self.assertEqual(float(rows[1]["share"]), 7317 / 121668)

    def test_danish_csv(self):
        text = financing().to_csv_danish()
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        self.assertEqual(rows[0], ["Kode", "Kommune", "Forfald", "Andel (pct.)", "Vækst (pct.)",
                                   "Beløb (kr.)"])
        self.assertEqual(rows[2], ["840", "Rebild", "2024-01-01", "6,0139", "", "1152027"])

    def test_json(self):
        table = json.loads(financing(gap=True).to_json())
        self.assertEqual(table["key"], ["code", "municipality"])
        amount = table["columns"][5]
        self.assertEqual(amount["values"], [None, 115202700, 110306200, 629434900])
        self.assertEqual((amount["status"], amount["total"]), ([2, 0, 0, 0], 1915605800))
        self.assertEqual(table["columns"][4]["values"], [0.2, None, 2.5, 4.3])


class Frames(unittest.TestCase):
    def setUp(self):
        try:
            import numpy
            import pandas
        except ImportError as error:
            self.skipTest(str(error))
        self.np, self.pd = numpy, pandas

    def frame(self, table):
        np, pd = self.np, self.pd
        return pd.DataFrame({c.props.name: np.frombuffer(c.get_bytes().get_data(), c.props.dtype)
                             for c in table.dup_columns()})

    def test_values(self):
        frame = self.frame(financing())
        self.assertEqual(list(frame.columns),
                         ["code", "municipality", "due", "share", "growth", "amount"])
        self.assertEqual(list(frame.amount), [3432300, 115202700, 110306200, 629434900])
        self.assertEqual(list(frame.municipality), [0, 1, 2, 3])
        self.assertEqual(list(frame.share),
                         [218 / 121668, 7317 / 121668, 7006 / 121668, 39978 / 121668])
        self.assertEqual(list(frame.growth.isna()), [False, True, False, False])
        self.assertEqual(list(self.pd.to_datetime(frame.due, unit="D").dt.strftime("%Y-%m-%d")),
                         ["2024-01-01", "2024-01-01", "2024-01-02", "1969-12-31"])

    def test_labels(self):
        table = financing(gap=True)
        column = table["municipality"]
        codes = self.frame(table).municipality
        self.assertEqual(codes[1], self.np.iinfo("i4").min)
        texts = self.pd.Categorical.from_codes(codes.where(codes >= 0, -1), column.get_labels())
        self.assertEqual([text if text == text else None for text in texts],
                         ["Læsø", None, "Vesthimmerland", "Aalborg"])

    def test_gaps(self):
        table = financing(gap=True)
        status = self.np.frombuffer(table["amount"].get_status().get_data(), "u1")
        frame = self.frame(table)
        self.assertEqual(list(status), [2, 0, 0, 0])
        self.assertEqual(frame.amount[0], self.np.iinfo("i8").min)
        self.assertEqual(int(frame.amount[status == 0].sum()), 854943800)

    def test_qualifiers(self):
        column = Kkr.Register.new_packaged().get_table("hearing/departments-2022")["places-low"]
        said = self.np.frombuffer(column.get_qualifiers().get_data(), "u1")
        self.assertEqual(
            [(column.get_int64(row), Kkr.Qualifier(said[row]).value_nick, column.dup_text(row))
             for row in said.nonzero()[0]], [(150, "more-than", "mere end 150")])
        self.assertEqual(column.get_cell_qualifier(int(said.nonzero()[0][0])),
                         Kkr.Qualifier.MORE_THAN)
        self.assertIsNone(financing()["amount"].get_qualifiers())

    def test_no_rows(self):
        builder = Kkr.TableBuilder.new("t", "T", "T")
        builder.add_int64("n", "N", "N", Kkr.Unit.COUNT, [])
        builder.add_text("t", "T", "T", [])
        self.assertEqual(self.frame(builder.end()).shape, (0, 2))


if __name__ == "__main__":
    unittest.main()
