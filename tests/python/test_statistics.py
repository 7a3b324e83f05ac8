# SPDX-License-Identifier: LGPL-2.1-or-later
"""Statistics Denmark's files: those of the corpus, and what readers are given by mistake."""
import json
import os
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

CORPUS = os.path.join(os.environ["KKR_SOURCE"], "tests", "corpus", "statistics")
CSV = "OMRÅDE;TID;INDHOLD\n840;2024K2;30000\n".encode()


def read(text, **settings):
    settings = {"prefix": "folk1a", "source_date": "2024-08-12", **settings}
    return Kkr.StatisticsReader(**settings).read_bytes(GLib.Bytes.new(text), "own.csv", None)


def cell(fact):
    status = fact.get_status()
    text = fact.get_printed() if status == Kkr.CellStatus.VALUE else status.value_nick
    valid = fact.dup_valid()
    sure = "" if fact.get_confirmed() else " unconfirmed"
    return f"fact {fact.get_key()} {valid.get_start()} {valid.get_end()} {text}{sure}"


def finding(problem):
    path = problem.get_path()
    place = f"{problem.get_line()} {problem.get_column()}" + (f" {path}" if path else "")
    return f"problem {problem.get_rule()} {place}"


class Corpus(unittest.TestCase):
    def check(self, path, good):
        with open(path + ".txt", encoding="utf-8") as stream:
            lines = stream.read().splitlines()
        reader = Kkr.StatisticsReader(prefix="t", source_date="2024-08-12")
        for line in lines:
            if line.startswith("set "):
                _, name, value = line.split(" ")
                text = reader.find_property(name).value_type.name == "gchararray"
                reader.set_property(name, value if text else int(value))
        expected = [line for line in lines if not line.startswith("set ")]
        found = []
        try:
            found = [cell(fact) for fact in reader.read_file(path, None).dup_facts("")]
            self.assertTrue(good, "read")
        except GLib.Error as error:
            self.assertFalse(good, error.message)
            self.assertIn(path, error.message)
        found += [finding(problem) for problem in reader.dup_problems()]
        if "problem bad-json * *" in expected:
            found = [line.split(" ")[1] for line in found]
            expected = ["bad-json"]
        self.assertEqual(found, expected)


def add(folder, name):
    path = os.path.join(CORPUS, folder, name)
    setattr(Corpus, f"test_{folder}_{name}", lambda self: self.check(path, folder == "valid"))


for each in ["valid", "invalid"]:
    for name in sorted(os.listdir(os.path.join(CORPUS, each))):
        if not name.endswith(".txt"):
            add(each, name)


class Settings(unittest.TestCase):
    def refuse(self, code, words, **settings):
        with self.assertRaises(GLib.Error) as caught:
            read(CSV, **settings)
        self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), code))
        self.assertIn(words, caught.exception.message)

    def test_missing(self):
        missing = Kkr.CalcError.MISSING_INPUT
        self.refuse(missing, "no prefix", prefix=None)
        self.refuse(missing, "no source-date", source_date=None)
        self.refuse(missing, "no unit", unit=Kkr.Unit.UNSET)

    def test_bad(self):
        for prefix in ["", "FOLK1A", "a//b", "a/", "/a", "a b", "æ", "-a", "a-"]:
            self.refuse(Kkr.CalcError.OUT_OF_RANGE, f'"{prefix}" found', prefix=prefix)
        self.refuse(Kkr.CalcError.OUT_OF_RANGE, '"2024-13" found', source_date="2024-13")
        self.refuse(Kkr.CalcError.OUT_OF_RANGE, '"x" found', decimal_sign="x")
        self.refuse(Kkr.CalcError.OUT_OF_RANGE, "7 found", scale=7)

    def test_no_such_file(self):
        reader = Kkr.StatisticsReader(prefix="folk1a", source_date="2024-08-12")
        with self.assertRaises(GLib.Error) as caught:
            reader.read_file("/no/such/file.csv", None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        reader = Kkr.StatisticsReader(prefix="folk1a", source_date="2024-08-12")
        with self.assertRaises(GLib.Error) as caught:
            reader.read_bytes(GLib.Bytes.new(CSV), None, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Facts(unittest.TestCase):
    def test_source_and_clocks(self):
        register = read(CSV, unit=Kkr.Unit.PERSONS)
        fact = register.lookup("folk1a/840", "2024-05-01", "2024-08-12")
        self.assertEqual(fact.get_unit(), Kkr.Unit.PERSONS)
        self.assertEqual(fact.get_source().get_publisher(), "Danmarks Statistik")
        self.assertEqual(fact.get_source().get_title(), "Statistikbanken, FOLK1A")
        self.assertEqual(fact.get_source().get_date(), "2024-08-12")
        self.assertEqual(fact.get_section(), "FOLK1A")
        self.assertEqual((fact.get_uri(), fact.get_line()), ("own.csv", 2))
        with self.assertRaises(GLib.Error):
            register.lookup("folk1a/840", "2024-05-01", "2024-08-11")

    def test_title_and_day_of_json(self):
        text = json.dumps({
            "class": "dataset", "label": "Folketal", "updated": "2024-05-10T08:00:00Z",
            "id": ["Tid", "OMR"], "size": [1, 1], "value": [7],
            "dimension": {"Tid": {"category": {"index": ["2024"]}},
                          "OMR": {"category": {"index": ["840"]}}}})
        source = read(text.encode(), source_date=None).dup_facts("")[0].get_source()
        self.assertEqual((source.get_title(), source.get_date()), ("Folketal", "2024-05-10"))

    def test_amounts_in_thousands(self):
        register = read("OMR;TID;INDHOLD\n840;2024;304,8\n".encode(), unit=Kkr.Unit.AMOUNT,
                        scale=1000, price_level="2024")
        fact = register.dup_facts("")[0]
        self.assertEqual(fact.get_amount(), 30480000)
        self.assertEqual(fact.get_price_level(), "2024")

    def test_area_that_was_meant(self):
        reader = Kkr.StatisticsReader(prefix="t", source_date="2024-08-12")
        reader.read_bytes(GLib.Bytes.new(
            "OMR;TID;INDHOLD\nRebld;2024;1\nRegion Nordjyland;2024;2\n".encode()), None, None)
        self.assertEqual([(problem.get_line(), problem.get_suggestion())
                          for problem in reader.dup_problems()],
                         [(2, "Rebild"), (3, "Nordjylland")])

    def test_areas_of_an_own_register(self):
        xml = b"""<register format='1'>
          <source id='s' title='t' publisher='p' date='2024-01-01'/>
          <region code='1081' name='Region Nord' source='s' section='1'/>
          <municipality code='990' name='Nyby' region='1081' source='s' section='1'/></register>"""
        own = Kkr.RegisterReader.new().read_bytes(GLib.Bytes.new(xml), None, None)
        reader = Kkr.StatisticsReader(prefix="t", source_date="2024-08-12", register=own)
        register = reader.read_bytes(
            GLib.Bytes.new("OMR;TID;INDHOLD\nNyby;2024;1\nRebild;2024;2\n".encode()), None, None)
        self.assertEqual([fact.get_key() for fact in register.dup_facts("")],
                         ["t/990", "t/rebild"])
        self.assertEqual([problem.get_rule() for problem in reader.dup_problems()],
                         ["unknown-area"])

    def test_async(self):
        loop = GLib.MainLoop()
        found, seen = [], []

        def done(reader, task):
            found.append(reader.read_file_finish(task))
            loop.quit()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "large.csv")
            with open(path, "w", encoding="utf-8") as stream:
                stream.write("OMRÅDE;DAG;TID;INDHOLD\n")
                stream.writelines(f"840;{n};2024;{n}\n" for n in range(10000))
            reader = Kkr.StatisticsReader(prefix="t", source_date="2024-08-12")
            reader.connect("notify::progress", lambda *_: seen.append(reader.props.progress))
            reader.read_file_async(path, None, done)
            # The settings were copied.
            reader.props.prefix = None
            loop.run()
        self.assertEqual(found[0].get_n_facts(), 10000)
        self.assertEqual(found[0].lookup("t/77/840", "2024-01-01", None).get_printed(), "77")
        self.assertEqual((seen[0], seen[-1]), (0.0, 1.0))
        self.assertEqual(seen, sorted(seen))


if __name__ == "__main__":
    unittest.main()
