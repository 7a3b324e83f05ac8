# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages follow the locale of the program; results do not."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import locales
import tap

tap.kkr()
BUILD = pathlib.Path(os.environ["KKR_BUILD"])
TOOL = BUILD / "libkkr" / "tool" / "kkr"
PO = BUILD / "libkkr" / "po"

HEAD = """
import locale
locale.setlocale(locale.LC_ALL, "")
import gi
gi.require_version("Kkr", "1")
from gi.repository import GLib, Kkr

reg = Kkr.Register.new_packaged()
"""

MESSAGES = HEAD + """
def message(function, *arguments):
    try:
        function(*arguments)
    except GLib.Error as error:
        print(error.message)

message(Kkr.amount_from_string, "1.29")
message(Kkr.ObjectiveFinancing(arrangement="socialtilsyn-nord").run, None)
message(reg.find_municipality, "Rebil")
message(Kkr.apportion, 7, [1, -2], Kkr.ApportionMethod.CUMULATIVE, 1)
message(Kkr.SupervisionTariff().set_from_string, "year", "nu")
print(Kkr.SupervisionTariff(base_tariff=1.0, printed_1=-100).validate()[0].get_text())
for start in (b"%PDF-1.4", b"PK\\x03\\x04", b"\\n<!doctype HTML>"):
    message(Kkr.StatisticsReader(prefix="t").read_bytes, GLib.Bytes.new(start), "f", None)
hidden = Kkr.RegisterReader().read_bytes(GLib.Bytes.new(
    b"<register format='1'><source id='memo' title='Memo' publisher='P' date='2023'/>"
    b"<series key='few' unit='persons' source='memo' section='1'>"
    b"<fact valid='2023' status='suppressed'/></series></register>"), "f", None)
message(hidden.lookup, "few", "2023-06-01", None)
for n in (1, 3):
    builder = Kkr.TableBuilder.new("t", "T", "T")
    builder.add_text("a", "A", "A", ["x", "y"])
    builder.add_text("b", "B", "B", ["z"] * n)
    message(builder.end)
"""

ENGLISH = [
    'an amount whose digits are not grouped in threes: "1.29" found, "1,29" with decimals or "129"'
    " without expected (a dot or space separates thousands, the comma is the decimal sign)",
    "register: missing: no value found, one expected; year: missing: no value found, one expected",
    'the register has no such municipality: "Rebil" found; near it: Rebild',
    "weight of row 1, counted from 0, is negative: -2 found, 0 or more expected",
    'year: a whole number that cannot be read: "nu" found, a number such as 1.234,50 expected',
    "no printed tariff: DKK -1.00 found, a whole number of kroner, 1 or more expected",
    "f:1:1: another kind of file: a PDF document found, a table saved as CSV or JSON-stat expected",
    "f:1:1: another kind of file: a spreadsheet (XLSX, ODS) or another ZIP archive found, a table"
    " saved as CSV or JSON-stat expected",
    "f:1:1: another kind of file: a web page (HTML) found, a table saved as CSV or JSON-stat"
    " expected",
    "few has no value for 2023: suppressed found, a number or text expected",
    'column "b" is not as long as column "a": 1 row found, 2 expected',
    'column "b" is not as long as column "a": 3 rows found, 2 expected',
]

DANISH = [
    'et beløb, hvis cifre ikke står i grupper på tre: "1.29" fundet, "1,29" med decimaler eller'
    ' "129" uden forventet (punktum eller mellemrum adskiller tusinder, komma er decimaltegn)',
    "register: mangler: ingen værdi fundet, én forventet; "
    "year: mangler: ingen værdi fundet, én forventet",
    'registret har ingen sådan kommune: "Rebil" fundet; ligner: Rebild',
    "vægten i række 1, talt fra 0, er negativ: -2 fundet, 0 eller mere forventet",
    'year: et helt tal, der ikke kan læses: "nu" fundet, et tal som 1.234,50 forventet',
    "ingen trykt takst: -1,00 kr. fundet, et helt antal kroner, 1 eller mere, forventet",
    "f:1:1: en anden slags fil: et PDF-dokument fundet, en tabel gemt som CSV eller JSON-stat"
    " forventet",
    "f:1:1: en anden slags fil: et regneark (XLSX, ODS) eller et andet ZIP-arkiv fundet, en tabel"
    " gemt som CSV eller JSON-stat forventet",
    "f:1:1: en anden slags fil: en webside (HTML) fundet, en tabel gemt som CSV eller JSON-stat"
    " forventet",
    "few har ingen værdi for 2023: en diskretioneret værdi fundet, et tal eller en tekst forventet",
    'kolonnen "b" er ikke så lang som kolonnen "a": 1 række fundet, 2 forventet',
    'kolonnen "b" er ikke så lang som kolonnen "a": 3 rækker fundet, 2 forventet',
]

RESULT = HEAD + """
calc = Kkr.ObjectiveFinancing(register=reg, arrangement="socialtilsyn-nord", year=2024)
result = calc.run(None)
print(result.to_string(), result.to_string_in("en"), result.to_json())
print(result.explain_key("amount", "Rebild"))
"""


class Language(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.danish = locales.danish(cls.folder.name)

    def run_in(self, variables, command, status):
        done = subprocess.run(command, capture_output=True, encoding="utf-8",
                              env={**locales.CLEAN, **variables, "KKR_LOCALEDIR": str(PO)})
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout + done.stderr

    def run_in_english(self, *command, status=0):
        return self.run_in({"LC_ALL": "C.UTF-8"}, command, status)

    def run_in_danish(self, *command, status=0):
        if self.danish is None:
            self.skipTest("no Danish locale, and none can be made")
        if not (PO / "da" / "LC_MESSAGES" / "libkkr-1.mo").exists():
            self.skipTest("no msgfmt, so no translations were built")
        return self.run_in(self.danish, command, status)

    def test_messages(self):
        shown = self.run_in_english(sys.executable, "-c", MESSAGES)
        self.assertEqual(shown.splitlines(), ENGLISH)

    def test_messages_in_danish(self):
        shown = self.run_in_danish(sys.executable, "-c", MESSAGES)
        self.assertEqual(shown.splitlines(), DANISH)

    def test_a_result_is_the_same(self):
        self.assertEqual(self.run_in_danish(sys.executable, "-c", RESULT),
                         self.run_in_english(sys.executable, "-c", RESULT))

    @unittest.skipUnless(TOOL.exists(), "no tool was built")
    def test_tool(self):
        self.assertEqual(self.run_in_english(TOOL, "rum", status=2),
                         'kkr: no such command: "rum" found, perhaps "run" expected\n'
                         "try: kkr help\n")
        self.assertIn("usage: kkr explain CALCULATOR [INPUT=VALUE ...] COLUMN KEY",
                      self.run_in_english(TOOL, "help", "explain"))

    @unittest.skipUnless(TOOL.exists(), "no tool was built")
    def test_tool_in_danish(self):
        self.assertEqual(self.run_in_danish(TOOL, "rum", status=2),
                         'kkr: ingen sådan kommando: "rum" fundet, måske "run" forventet\n'
                         "prøv: kkr help\n")
        self.assertIn("brug: kkr explain BEREGNER [INPUT=VÆRDI ...] KOLONNE NØGLE",
                      self.run_in_danish(TOOL, "help", "explain"))
        self.assertEqual(self.run_in_danish(TOOL, "run", "objective-financing", "ar=1",
                                            status=2).splitlines()[0],
                         'kkr: intet sådant input: "ar" fundet, måske "year" forventet')
