# SPDX-License-Identifier: LGPL-2.1-or-later
"""Socialtilsyn Nord's tariffs: report 2022, tables 8 and 9; DAS Social, 21 August 2023, item 3."""
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib

GROUPS = ["1-7 pladser", "8-24 pladser", "25-49 pladser", "50 pladser og derover"]
SERVICES = ["supervision", "approval", "significant-change", "intensified-supervision"]
WEIGHTS = [Fraction(1), Fraction(6, 5), Fraction(2), Fraction(3)]
TABLE_8 = {
    2019: [[35341, 42409, 70682, 106024], [31378, 37654, 62756, 94134],
           [9998, 11998, 19996, 29994], [3534, 4241, 7068, 10602]],
    2020: [[35129, 42155, 70258, 105387], [32021, 38425, 64041, 96062],
           [10203, 12243, 20405, 30608], [3513, 4215, 7026, 10539]],
    2021: [[35043, 42051, 70085, 105128], [32263, 38715, 64526, 96788],
           [10288, 12346, 20576, 30865], [3504, 4205, 7009, 10513]],
    2022: [[36896, 44275, 73792, 110689], [32993, 39591, 65985, 98978],
           [10585, 12702, 21170, 31755], [3690, 4428, 7379, 11069]],
}
# The bounds of the base to 4 decimals, in the order of SERVICES.
BOUNDS = {
    2019: ["35.341,1667 35.341,2500", "31.377,9167 31.378,1667", "9.997,9167 9.998,1667",
           "3.533,8333 3.534,1667"],
    2020: ["35.128,8333 35.129,1667", "32.020,5000 32.020,7500", "10.202,5000 10.202,7500",
           "3.512,8333 3.512,9167"],
    2021: ["35.042,5000 35.042,7500", "32.262,7500 32.262,8333", "10.288,1667 10.288,2500",
           "3.504,2500 3.504,5000"],
    2022: ["36.896,1667 36.896,2500", "32.992,5000 32.992,7500", "10.584,8333 10.585,1667",
           "3.689,5833 3.689,7500"],
}


def nord(year, **inputs):
    return Kkr.SupervisionTariff(register=Kkr.Register.new_packaged(),
                                 arrangement="socialtilsyn-nord", year=year, **inputs).run()


def tariff(result, key):
    """In kroner, None where it is missing."""
    table = result.get_table()
    row = table.find_row(key)
    column = table["tariff"]
    if column.get_cell_status(row) == Kkr.CellStatus.MISSING:
        return None
    return column.get_int64(row) // 100


def four(result, service):
    return [tariff(result, f"{service}/{group}") for group in GROUPS]


def base(result, service, name):
    table = result.get_table_named("base")
    return table[name].dup_exact(table.find_row(service))


class Golden(unittest.TestCase):
    def test_table_8(self):
        for year, services in TABLE_8.items():
            result = nord(year)
            bases = result.get_table_named("base")
            for service, tariffs, bounds in zip(SERVICES, services, BOUNDS[year]):
                with self.subTest(year=year, service=service):
                    self.assertEqual(four(result, service), tariffs)
                    row = bases.find_row(service)
                    self.assertEqual([bases["lower"].dup_text(row), bases["upper"].dup_text(row)],
                                     bounds.split())
                    lower = max((p - Fraction(1, 2)) / w for p, w in zip(tariffs, WEIGHTS))
                    upper = min((p + Fraction(1, 2)) / w for p, w in zip(tariffs, WEIGHTS))
                    self.assertEqual(base(result, service, "lower"), str(lower))
                    self.assertEqual(base(result, service, "upper"), str(upper))

    def test_2024(self):
        result = nord(2024)
        self.assertEqual(four(result, "supervision"), [43852, 52622, 87703, 131555])
        self.assertEqual(four(result, "intensified-supervision"), [4385, 5262, 8770, None])
        self.assertEqual([tariff(result, f"bpa-{name}") for name in SERVICES[:3]],
                         [8736, 24192, 8736])
        self.assertTrue(any("13.155 kr. og 13.156 kr." in note.get_danish()
                            for note in result.dup_notes()))

    def test_2023_stands_in_2024_prices(self):
        def price_notes(result):
            return [note for note in result.dup_notes()
                    if note.get_kind() == Kkr.NoteKind.PRICE_LEVEL]
        result = nord(2023)
        self.assertEqual(four(result, "supervision"), [42884, 51461, 85768, 128653])
        self.assertEqual(len(price_notes(result)), 1)
        self.assertEqual(price_notes(nord(2023, price_level="2024")), [])

    def test_printed_fees(self):
        result = nord(2021, hours_supervision=13, hours_approval=36)
        self.assertEqual(tariff(result, "bpa-approval"), 20318)
        self.assertEqual(base(result, "bpa-hourly-price", "lower"), "4515/8")
        self.assertEqual(tariff(nord(2022), "bpa-supervision"), 7549)

    def test_base_is_the_decimal_that_was_meant(self):
        result = Kkr.SupervisionTariff(base_tariff=43851.6).run()
        self.assertEqual(four(result, "supervision"), [43852, 52622, 87703, 131555])
        self.assertEqual(base(result, "supervision", "base"), "219258/5")
        rounded = Kkr.SupervisionTariff(base_tariff=43852).run()
        self.assertEqual(tariff(rounded, "supervision/25-49 pladser"), 87704)


class Behaviour(unittest.TestCase):
    def test_every_cell_explains_itself(self):
        for result in [nord(2022), nord(2024), nord(2023, hours_supervision=13)]:
            for table in result.dup_tables():
                for column in table.dup_columns():
                    name = f"{table.props.name}.{column.props.name}"
                    for row in range(len(table)):
                        if column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                            derivation = result.explain(name, row)
                            self.assertEqual(derivation.get_value(), column.dup_exact(row))

    def test_contradiction(self):
        result = Kkr.SupervisionTariff(printed_1=4385200, printed_2=5262200, printed_3=8770400,
                                       printed_4=13155400).run()
        self.assertEqual(four(result, "supervision"), [None] * 4)
        self.assertEqual(base(result, "supervision", "group-a"), "Tilsyn, 25-49 pladser")
        self.assertEqual(base(result, "supervision", "group-b"), "Tilsyn, 50 pladser og derover")

    def test_places(self):
        for places, expected in [(1, 43852), (7, 43852), (8, 52622), (24, 52622), (25, 87703),
                                 (49, 87703), (50, 131555)]:
            self.assertEqual(tariff(nord(2024, places=places), "supervision"), expected)
        with self.assertRaises(GLib.Error) as raised:
            nord(2024, places=0)
        self.assertTrue(raised.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.OUT_OF_RANGE))
        lowest = nord(2022, places=0, zero_places=Kkr.ZeroPlaces.LOWEST_GROUP)
        self.assertEqual(tariff(lowest, "supervision/0-7 pladser"), 36896)

    def test_growth(self):
        """Of all printed tariffs, to the fraction; and the growth of the smallest group as the
        printed tariffs give it by hand: 36.896 / 35.043 - 1 is 5,2878 per cent."""
        for earlier, later in [(2019, 2020), (2020, 2021), (2021, 2022), (2019, 2022)]:
            table = nord(later, compare_year=earlier).get_table_named("growth")
            for service, before, after in zip(SERVICES, TABLE_8[earlier], TABLE_8[later]):
                for group, old, new in zip(GROUPS, before, after):
                    row = table.find_row(f"{service}/{group}")
                    self.assertEqual(Fraction(table["growth"].dup_exact(row)),
                                     Fraction(new - old, old))
                    self.assertEqual(table["earlier"].get_int64(row), old * 100)
        result = nord(2022, compare_year=2021)
        table = result.get_table_named("growth")
        shown = [table["growth"].dup_text(table.find_row(f"{service}/1-7 pladser"))
                 for service in SERVICES]
        self.assertEqual(shown, ["5,288", "2,263", "2,887", "5,308"])
        fees = [table["growth"].dup_text(table.find_row(f"bpa-{name}"))
                for name in ("supervision", "approval", "significant-change")]
        self.assertEqual(fees, ["2,889", "2,884", "2,889"])
        derivation = result.explain_key("growth.growth", "bpa-approval")
        self.assertEqual(derivation.get_value(), "293/10159")
        self.assertIn("20.904,00 kr.", derivation.to_string())
        self.assertIn("20.318,00 kr.", derivation.to_string())

    def test_growth_of_a_budget(self):
        """A tariff that is computed grows since the one that was printed."""
        result = nord(2022, compare_year=2021, base_tariff=40000.0)
        table = result.get_table_named("growth")
        row = table.find_row("supervision/8-24 pladser")
        self.assertEqual(Fraction(table["growth"].dup_exact(row)), Fraction(48000 - 42051, 42051))

    def test_growth_that_is_not_known(self):
        """For 2023 no fee and no intensified supervision is printed."""
        table = nord(2024, compare_year=2023).get_table_named("growth")
        for key in ("bpa-supervision", "intensified-supervision/8-24 pladser"):
            row = table.find_row(key)
            self.assertEqual(table["growth"].get_cell_status(row), Kkr.CellStatus.MISSING)
            self.assertEqual(table["earlier"].get_cell_status(row), Kkr.CellStatus.MISSING)
        result = nord(2024, compare_year=2023)
        row = table.find_row("supervision/8-24 pladser")
        self.assertEqual(Fraction(table["growth"].dup_exact(row)), Fraction(52622 - 51461, 51461))
        self.assertTrue(any("2024-priser" in note.get_danish() for note in result.dup_notes()))

    def test_bad_years(self):
        for year, message in [(2024, "compare-year: the same year: 2024 found, another one expected"),
                              (24, "compare-year: no such year: 24 found, a year such as 2024 "
                                   "expected")]:
            with self.assertRaises(GLib.Error) as raised:
                nord(2024, compare_year=year)
            self.assertEqual(raised.exception.message, message)
        with self.assertRaises(GLib.Error) as raised:
            nord(2024, compare_year=2012)
        self.assertTrue(raised.exception.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA))
        with self.assertRaises(GLib.Error) as raised:
            Kkr.SupervisionTariff(base_tariff=1.0, year=2024, compare_year=2023).run()
        self.assertEqual(raised.exception.message, "register: missing: a year to compare with and no "
                                                   "register found, one expected")

    def test_two_ways(self):
        with self.assertRaises(GLib.Error) as raised:
            Kkr.SupervisionTariff(base_tariff=1.0, printed_1=100).run()
        self.assertTrue(raised.exception.matches(Kkr.calc_error_quark(),
                                                 Kkr.CalcError.INCONSISTENT))
        self.assertIn("base-tariff and printed-1", raised.exception.message)


if __name__ == "__main__":
    unittest.main()
