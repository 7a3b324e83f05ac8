# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every cell of random results, also one without a value: it is explained or refused, and nothing
is logged on the way, which would end the program."""
import fractions
import random
import unittest

import tap

import random_calculations as calculations

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

CALCULATORS = ["dom-type-demand", "guarantee-proposals", "occupancy", "placement-matching",
               "secured-capacity", "shelter-capacity", "survey-analysis"]
WORDS = (Kkr.ColumnKind.TEXT, Kkr.ColumnKind.DATE)
# Cells whose derivation says why they have no value.
TOLD = {("guarantee-proposals", "from"): "ibrugtagning ikke oplyst",
        ("guarantee-proposals", "to"): "ibrugtagning ikke oplyst",
        **{("secured-capacity", f"exceeded.{name}"): "–"
           for name in ("lack", "lack-p10", "lack-p90")}}


def run(calculator, **inputs):
    for name, text in inputs.items():
        calculator.set_from_string(name.replace("_", "-"), text)
    return calculator.run()


class MissingCells(unittest.TestCase):
    def assert_refused(self, result, name, row):
        with self.assertRaises(GLib.Error, msg=(name, row)) as caught:
            result.explain(name, row)
        self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA))
        self.assertRegex(caught.exception.message, f"^{name.split('.')[-1]}: .* a value expected$",
                         (name, row))

    def sweep(self, calculator, result):
        """How many cells have no value."""
        n_missing = 0
        for name, column, n_rows in calculations.columns(result):
            for row in [*range(n_rows), *([-1] if column.has_total() else [])]:
                if row < 0 or column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                    value = result.explain(name, row).get_value()
                    if column.get_kind() not in WORDS:
                        fractions.Fraction(value)
                    continue
                n_missing += 1
                told = TOLD.get((calculator, name))
                if told and column.get_cell_status(row) == Kkr.CellStatus.MISSING:
                    self.assertEqual(result.explain(name, row).get_value(), told, (name, row))
                else:
                    self.assert_refused(result, name, row)
        return n_missing

    def test_random(self):
        for calculator in CALCULATORS:
            draw = random.Random(20240301)
            n_missing = sum(self.sweep(calculator, result)
                            for result in calculations.results(calculator, draw, 8))
            self.assertGreater(n_missing, 0, calculator)

    def test_person_without_distance_and_tariff(self):
        result = run(Kkr.PlacementMatching(register=Kkr.Register.new_packaged()), day="2024-03-01",
                     persons="person;municipality;dom-type\nA;Rebild;2\n",
                     offers="offer;sector;paragraphs;approved;places\nElmely;kommunal;108;ja;1\n",
                     distances="municipality;offer;km\nAalborg;Elmely;12,5\n")
        for name in "persons.distance", "persons.tariff", "pairs.metres":
            self.assert_refused(result, name, 0)
        self.sweep("placement-matching", result)

    def test_requests_without_places(self):
        result = run(Kkr.Occupancy(), requests="12", stay="900", target="5")
        for name in "demand.places", "demand.filled", "demand.more":
            self.assert_refused(result, name, 0)
        self.sweep("occupancy", result)


if __name__ == "__main__":
    unittest.main()
