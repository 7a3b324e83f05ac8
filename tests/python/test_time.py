# SPDX-License-Identifier: LGPL-2.1-or-later
"""The two clocks of a register, dates that are known by month or as the latest, and geography that
changes."""
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

PACKAGED = Kkr.Register.new_packaged()
XML = """<register format="1" version="1">
  <source id="memo" title="Notat" publisher="Et udvalg" date="2023-08-21"/>
  <region code="1084" name="Region Øst" valid="2007/2026" successor="ny" source="memo" section="1"/>
  <region code="1085" name="Region Syd" valid="2007/2026" successor="ny" source="memo" section="1"/>
  <region code="1081" name="Region Nord" valid="2007/.." source="memo" section="1"/>
  <region code="ny" name="Region Ny" valid="2027/.." source="memo" section="1"/>
  <municipality code="101" name="By" region="1084" source="memo" section="1"/>
  <municipality code="147" name="Bro" region="1084" source="memo" section="1"/>
  <municipality code="259" name="Sø" region="1085" source="memo" section="1"/>
  <municipality code="810" name="Hav" region="1081" source="memo" section="1"/>
  <series key="population" unit="persons" subjects="municipality" source="memo" section="2"
          valid="2026">
    <fact subject="101" value="600"/>
    <fact subject="147" value="100"/>
    <fact subject="259" value="300"/>
    <fact subject="810" value="500"/>
  </series>
  <series key="growth" unit="percent" source="memo" section="3">
    <fact valid="2024" known="2023-05" value="4.1"/>
    <fact valid="2024" known="2023-08-21" value="4.3"/>
    <fact valid="2025" known="2024-06-01/2024-09-14" value="3.0"/>
    <fact valid="2025" known="2024-09-15" value="3.2"/>
    <fact valid="2026" known="2025K2" value="2.8"/>
    <fact valid="2027" known="[..2025-03-01]" value="2.6"/>
    <fact valid="2028" known="2025-01-01/2025-01-31" value="2.5"/>
  </series>
</register>"""


def read(text):
    return Kkr.RegisterReader.new().read_bytes(GLib.Bytes.new(text.encode()), "memo.xml", None)


class Clocks(unittest.TestCase):
    def setUp(self):
        self.register = read(XML)

    def growth(self, year, known_on):
        return self.register.lookup("growth", f"{year}-07-01", known_on).get_printed()

    def refuse(self, words, year, known_on):
        with self.assertRaises(GLib.Error) as caught:
            self.growth(year, known_on)
        self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), Kkr.CalcError.NO_DATA))
        for word in words:
            self.assertIn(word, caught.exception.message)

    def test_one_question_two_answers(self):
        self.assertEqual(self.growth(2024, "2023-08-20"), "4.1")
        self.assertEqual(self.growth(2024, "2023-08-21"), "4.3")
        self.assertEqual(self.growth(2024, None), "4.3")

    def test_month(self):
        """What became known in May was surely known on its last day."""
        self.refuse(["growth"], 2024, "2023-04-30")
        self.refuse(["growth"], 2024, "2023-05-30")
        self.assertEqual(self.growth(2024, "2023-05-31"), "4.1")
        known = self.register.lookup("growth", "2024-07-01", "2023-05-31").dup_known()
        self.assertEqual(known.get_start_precision(), Kkr.DatePrecision.MONTH)
        self.assertEqual(known.to_string(), "fra maj 2023")
        self.assertEqual(known.to_string_in("en"), "from May 2023")

    def test_quarter_and_at_latest(self):
        self.refuse(["growth"], 2026, "2025-06-29")
        self.assertEqual(self.growth(2026, "2025-06-30"), "2.8")
        self.refuse(["growth"], 2027, "2025-02-28")
        self.assertEqual(self.growth(2027, "2025-03-01"), "2.6")

    def test_withdrawn(self):
        self.assertEqual(self.growth(2025, "2024-09-14"), "3.0")
        self.assertEqual(self.growth(2025, "2024-09-15"), "3.2")
        self.assertEqual(self.growth(2025, None), "3.2")
        self.assertEqual(self.growth(2028, "2025-01-31"), "2.5")
        self.refuse(["growth"], 2028, "2025-02-01")

    def test_past_its_end(self):
        self.refuse(["growth", "2029-07-01"], 2029, None)
        self.refuse(["growth", "2023-07-01"], 2023, None)

    def test_packaged(self):
        """The growth of prices and wages into 2024 that the agreement of May 2023 says."""
        facts = [fact for fact in PACKAGED.dup_facts("") if fact.dup_known() is not None
                 and fact.dup_known().get_start_precision() == Kkr.DatePrecision.MONTH]
        self.assertTrue(facts)
        for fact in facts:
            start = fact.dup_known().get_start()
            self.assertEqual(start[8:], "01")
            day = fact.dup_valid().get_start() or fact.dup_valid().get_end() or "2020-01-01"
            try:
                seen = PACKAGED.lookup(fact.get_key(), day, start)
            except GLib.Error:
                continue
            self.assertNotEqual((seen.get_uri(), seen.get_line()),
                                (fact.get_uri(), fact.get_line()))


class Crosswalks(unittest.TestCase):
    def table(self, codes, values):
        builder = Kkr.TableBuilder.new("series", "Serie", "Series")
        builder.add_text("code", "Kode", "Code", codes)
        builder.add_int64("n", "Antal", "Number", Kkr.Unit.PERSONS, values)
        builder.set_key(["code"])
        return builder.end()

    def series(self, table):
        return dict(zip(table["code"].get_strings(),
                        (table["n"].get_int64(row) for row in range(len(table)))))

    def test_municipalities_to_regions(self):
        codes = [f"{each.get_code()}" for each in PACKAGED.dup_municipalities()]
        table = self.table(codes, [1] * 98)
        before = Kkr.Crosswalk.new_for_municipalities(PACKAGED, "2026-12-31")
        after = Kkr.Crosswalk.new_for_municipalities(PACKAGED, "2027-01-01")
        self.assertEqual(self.series(before.apply(table, "code", "n")),
                         {"1081": 11, "1082": 19, "1083": 22, "1084": 29, "1085": 17})
        self.assertEqual(self.series(after.apply(table, "code", "n")),
                         {"1081": 11, "1082": 19, "1083": 22, "region-oestdanmark": 46})

    def test_there(self):
        crosswalk = Kkr.Crosswalk.new_for_regions(PACKAGED, "2024-01-01", "2027-01-01", None)
        moved = crosswalk.apply(self.table(["1084", "1085", "1081"], [1910, 850, 592]), "code", "n")
        self.assertEqual(self.series(moved), {"1081": 592, "region-oestdanmark": 2760})
        self.assertEqual(moved["n"].dup_total(), "3352")
        # No document prints the regions' codes.
        self.assertEqual(moved["remark"].get_strings(),
                         ["ikke bekræftet: 1081", "ikke bekræftet: 1084; ikke bekræftet: 1085"])

    def test_back_by_a_key_that_is_not_confirmed(self):
        register = read(XML.replace('value="300"', 'value="300" confirmed="no"', 1))
        back = Kkr.Crosswalk.new_for_regions(register, "2027-01-01", "2026-06-30", "population")
        then = back.apply(self.table(["ny", "1081"], [2761, 500]), "code", "n")
        self.assertEqual(then["remark"].get_strings(), ["", "", "ikke bekræftet: 1085"])

    def test_back_by_a_key(self):
        """700 and 300 of 1.000 persons: of 2.761, 1.932,7 and 828,3."""
        register = read(XML)
        there = Kkr.Crosswalk.new_for_regions(register, "2026-06-30", "2027-01-01", None)
        back = Kkr.Crosswalk.new_for_regions(register, "2027-01-01", "2026-06-30", "population")
        now = self.table(["ny", "1081"], [2761, 500])
        then = back.apply(now, "code", "n")
        self.assertEqual(self.series(then), {"1081": 500, "1084": 1933, "1085": 828})
        self.assertEqual(self.series(there.apply(then, "code", "n")), {"1081": 500, "ny": 2761})

    def test_back_from_one_that_took_another_in(self):
        """Region Øst stays and takes Region Syd in: of its 2.761, 1.932,7 were its own."""
        register = read(XML.replace('valid="2007/2026" successor="ny"', 'valid="2007/.."', 1)
                        .replace('valid="2007/2026" successor="ny"',
                                 'valid="2007/2026" successor="1084"'))
        there = Kkr.Crosswalk.new_for_regions(register, "2026-06-30", "2027-01-01", None)
        back = Kkr.Crosswalk.new_for_regions(register, "2027-01-01", "2026-06-30", "population")
        then = back.apply(self.table(["1084", "1081"], [2761, 500]), "code", "n")
        self.assertEqual(self.series(then), {"1081": 500, "1084": 1933, "1085": 828})
        self.assertEqual(self.series(there.apply(then, "code", "n")), {"1081": 500, "1084": 2761})

    def test_back_past_one_that_ended(self):
        """A municipality that is no more has no persons, and nobody asks for them."""
        register = read(XML.replace('  <series key="population"', '''  <municipality code="103"
          name="Å" region="1084" valid="../2006" source="memo" section="1"/>
  <series key="population"'''))
        back = Kkr.Crosswalk.new_for_regions(register, "2027-01-01", "2026-06-30", "population")
        then = back.apply(self.table(["ny", "1081"], [2761, 500]), "code", "n")
        self.assertEqual(self.series(then), {"1081": 500, "1084": 1933, "1085": 828})

    def test_back_by_a_bad_key(self):
        """A key of zeros only splits nothing; one with a zero gives that part nothing."""
        def back(*replaced):
            text = XML
            for subject, value, other in replaced:
                text = text.replace(f'subject="{subject}" value="{value}"',
                                    f'subject="{subject}" {other}')
            return Kkr.Crosswalk.new_for_regions(read(text), "2027-01-01", "2026-06-30",
                                                 "population")

        def refuse(code, words, *replaced):
            with self.assertRaises(GLib.Error) as caught:
                back(*replaced)
            self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), code))
            self.assertIn(words, caught.exception.message)
        split = back((259, 300, 'value="0"')).apply(self.table(["ny"], [2761]), "code", "n")
        self.assertEqual(self.series(split), {"1084": 2761, "1085": 0})
        refuse(Kkr.CalcError.INCONSISTENT, 'the weights of "ny" are all zero',
               (101, 600, 'value="0"'), (147, 100, 'value="0"'), (259, 300, 'value="0"'))
        refuse(Kkr.CalcError.UNSUPPORTED, "population/259 is no weight: -300 found",
               (259, 300, 'value="-300"'))
        refuse(Kkr.CalcError.NO_DATA, "population/259",
               (259, 300, 'status="suppressed"'))

    def test_refused(self):
        def refuse(code, words, *arguments):
            with self.assertRaises(GLib.Error) as caught:
                Kkr.Crosswalk.new_for_regions(*arguments)
            self.assertTrue(caught.exception.matches(Kkr.CalcError.quark(), code))
            self.assertIn(words, caught.exception.message)
        register = read(XML)
        refuse(Kkr.CalcError.MISSING_INPUT, "no key", register, "2027-01-01", "2026-01-01", None)
        refuse(Kkr.CalcError.OUT_OF_RANGE, '"2027"', register, "2027", "2026-01-01", None)
        refuse(Kkr.CalcError.NO_DATA, "populatoin", register, "2027-01-01", "2026-01-01",
               "populatoin")
        refuse(Kkr.CalcError.NO_DATA, "Region Syd",
               read(XML.replace('code="1085" name="Region Syd" valid="2007/2026" successor="ny"',
                                'code="1085" name="Region Syd" valid="2007/2026"')),
               "2026-01-01", "2027-01-01", None)


if __name__ == "__main__":
    unittest.main()
