# SPDX-License-Identifier: LGPL-2.1-or-later
"""Overlays, layers and the writer. The figures are those of DAS Social, 21 August 2023, item 3."""
import decimal
import os
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

DK = Kkr.Register.new_packaged()
BUDGET = "socialtilsyn-nord/budget/foster-families"


def value(register, key, day="2024-01-01"):
    return register.lookup(key, day, None).get_printed()


def notes(register):
    result = Kkr.ObjectiveFinancing(register=register, arrangement="socialtilsyn-nord",
                                    year=2024).run()
    return [note.to_string() for note in result.dup_notes()
            if note.get_kind() == Kkr.NoteKind.OVERLAY]


class Overlay(unittest.TestCase):
    def refused(self, domain, code, call, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            call(*arguments)
        self.assertTrue(caught.exception.matches(domain, code), caught.exception.message)
        return caught.exception.message

    def test_change(self):
        overlay = Kkr.Overlay.new(DK)
        self.assertTrue(overlay.change(BUDGET, "2024", "20.000.000,00 kr."))
        changed = overlay.apply()
        self.assertEqual(value(changed, BUDGET), "20000000.00")
        self.assertEqual(value(DK, BUDGET), "19156058")
        self.assertEqual(overlay.props.n_changed, 1)
        self.assertTrue(changed.is_overlay())
        self.assertFalse(DK.is_overlay())
        self.assertEqual(repr(overlay), "<Kkr.Overlay 1 changed, 0 added, 0 removed, 0 missed>")
        self.assertEqual(str(overlay), "Ændrede forudsætninger: 1 ændret, 0 tilføjet, 0 fjernet; "
                                       "0 ikke fundet")

    def test_result_sums_to_the_assumed_budget(self):
        overlay = Kkr.Overlay(below=DK)
        overlay.change(BUDGET, "2024", "20000000")
        result = Kkr.ObjectiveFinancing(register=overlay.apply(), arrangement="socialtilsyn-nord",
                                        year=2024).run()
        amounts = result.get_table().get_column("amount").get_strings()
        self.assertEqual(sum(decimal.Decimal(amount) for amount in amounts), 20000000)

    def test_notes(self):
        self.assertEqual(notes(DK), [])
        used = Kkr.Overlay.new(DK)
        used.change(BUDGET, "2024", "20000000")
        self.assertEqual(notes(used.apply()),
                         ["1 af de brugte oplysninger er antaget og står ikke i nogen kilde: "
                          f"{BUDGET} (2024)."])
        unused = Kkr.Overlay.new(DK)
        unused.add("something/else", Kkr.Unit.COUNT, "2024", "1")
        self.assertEqual(notes(unused.apply()),
                         ["Registret har antagne oplysninger, men ingen af dem er brugt i "
                          "beregningen."])

    def test_refused(self):
        overlay = Kkr.Overlay.new(DK)
        bad = Kkr.CalcError.OUT_OF_RANGE
        domain = Kkr.CalcError.quark()
        for text in ("", "x", "1.156", "12 pct.", "nan", "1e6", "0.001", "2,000",
                     "1.000,000 kr."):
            self.refused(domain, bad, overlay.change, BUDGET, "2024", text)
        self.refused(domain, bad, overlay.change, BUDGET, "24", "1")
        self.refused(domain, bad, overlay.remove, BUDGET, "2024-13")
        self.refused(domain, bad, overlay.add, "x", Kkr.Unit.UNSET, "2024", "1")
        self.refused(domain, bad, overlay.add, "X", Kkr.Unit.COUNT, "2024", "1")
        self.refused(domain, bad, overlay.add_text, "x", "2024", "")
        self.refused(domain, bad, overlay.scale, "socialtilsyn-nord/", None, "2 kr.",
                     Kkr.RoundingMode.FLOOR)
        self.refused(domain, bad, overlay.scale, "socialtilsyn-nord/", None, "2",
                     Kkr.RoundingMode.UNSET)
        self.refused(domain, Kkr.CalcError.INCONSISTENT, overlay.add, BUDGET, Kkr.Unit.AMOUNT,
                     "2024", "1")
        self.assertEqual(overlay.get_n_changed() + overlay.get_n_added(), 0)
        for wrong in ((None, "2024", "1"), (BUDGET, "2024", None), (BUDGET, 2024, "1")):
            with self.assertRaises(TypeError):
                overlay.change(*wrong)

    def test_outlives_what_it_came_from(self):
        overlay = Kkr.Overlay.new(Kkr.Register.new_packaged())
        overlay.change(BUDGET, None, "1")
        register = overlay.apply()
        del overlay
        fact = register.lookup(BUDGET, "2024-01-01", None)
        del register
        self.assertEqual((fact.get_key(), fact.get_printed()), (BUDGET, "1"))

    def test_table_of_an_overlay(self):
        key = DK.dup_table_keys(None)[0]
        table = DK.get_table(key)
        facts = [fact for fact in DK.dup_facts(key + "/") if fact.dup_value() is not None]
        overlay = Kkr.Overlay.new(DK)
        overlay.change(facts[0].get_key(), None, "1234567")
        changed = overlay.apply().get_table(key)
        self.assertIn("1.234.567", str(changed))
        self.assertNotIn("1.234.567", str(table))


class Writer(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name
        self.writer = Kkr.RegisterWriter.new()

    def test_round_trip(self):
        first = self.writer.to_bytes(DK)
        again = Kkr.RegisterReader.new().read_bytes(first, None, None)
        self.assertEqual(self.writer.to_bytes(again).get_data(), first.get_data())
        self.assertEqual([str(fact) for fact in again.dup_facts(None)],
                         [str(fact) for fact in DK.dup_facts(None)])
        self.assertEqual([str(each) for each in again.get_municipalities()],
                         [str(each) for each in DK.get_municipalities()])

    def test_file_is_replaced_whole(self):
        path = os.path.join(self.folder, "register.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("old")
        cancelled = Gio.Cancellable.new()
        cancelled.cancel()
        with self.assertRaises(GLib.Error):
            self.writer.write_file(DK, path, cancelled)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.assertTrue(self.writer.write_file(DK, path, None))
        with open(path, "rb") as file:
            self.assertEqual(file.read(), self.writer.to_bytes(DK).get_data())
        self.assertEqual(os.listdir(self.folder), ["register.xml"])

    def test_no_such_folder(self):
        path = os.path.join(self.folder, "none", "register.xml")
        with self.assertRaises(GLib.Error) as caught:
            self.writer.write_file(DK, path, None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))
        self.assertIn(path, caught.exception.message)


class Layers(unittest.TestCase):
    def test_folders(self):
        with tempfile.TemporaryDirectory() as folder:
            for number in (1, 2):
                os.mkdir(os.path.join(folder, str(number)))
                with open(os.path.join(folder, str(number), "a.xml"), "w",
                          encoding="utf-8") as file:
                    file.write("<register format='1'><source id='s' title='T' publisher='P' "
                               "date='2024-01-01'/><series key='k' unit='count' source='s' "
                               f"section='1' valid='2024'><fact value='{number}'/></series>"
                               "</register>")
            paths = [os.path.join(folder, str(number)) for number in (1, 2)]
            reader = Kkr.RegisterReader(below=DK)
            register = reader.read_folders(paths, None)
            self.assertEqual(value(register, "k"), "2")
            self.assertEqual(value(register, BUDGET), "19156058")
            self.assertEqual(value(reader.read_folders(paths[::-1], None), "k"), "1")
            reader.props.below = None
            self.assertEqual(reader.read_folders(paths, None).get_n_facts(), 1)
