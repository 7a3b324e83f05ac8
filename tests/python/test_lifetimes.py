# SPDX-License-Identifier: LGPL-2.1-or-later
"""What was taken out of an object lives on without it."""
import array
import gc
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

DATA = Kkr.Register.new_packaged()


def financing(**inputs):
    """The bill of Socialtilsyn Nord for 2024, with other inputs."""
    return Kkr.ObjectiveFinancing(
        **{"register": DATA, "arrangement": "socialtilsyn-nord", "year": 2024, **inputs})


def amounts_of(result):
    return list(array.array("q", result.get_table().get_column("amount").get_bytes().get_data()))


def churn():
    """Takes what was freed into use again."""
    gc.collect()
    for _ in range(3):
        financing(budget=77700).run().to_json()
    gc.collect()


class Lifetimes(unittest.TestCase):
    """A child is taken, every parent let go, and the child used: figures of document 004."""

    def alone(self, take):
        """What `take` gives, once nothing else of what it made is held from here."""
        child = take()
        churn()
        return child

    def run_2024(self):
        return Kkr.ObjectiveFinancing(register=Kkr.Register.new_packaged(),
                                      arrangement="socialtilsyn-nord", year=2024).run()

    def test_register(self):
        new = Kkr.Register.new_packaged
        municipality = self.alone(lambda: new().find_municipality("840"))
        self.assertEqual(municipality.get_name(), "Rebild")
        region = self.alone(lambda: municipality.get_region())
        del municipality
        churn()
        self.assertEqual(region.get_name(), "Region Nordjylland")
        municipalities = self.alone(lambda: new().get_municipalities())
        self.assertEqual(municipalities.get_n_items(), 98)
        self.assertEqual(self.alone(lambda: new().get_municipalities().get_item(0)).get_code(), 101)
        self.assertEqual(len(self.alone(lambda: new().dup_municipalities())), 98)
        self.assertEqual(self.alone(lambda: new().get_regions().get_item(0)).get_code(), "1081")
        source = self.alone(
            lambda: new().lookup("children-0-17/840", "2023-04-01", None).get_source())
        self.assertEqual(source.get_id(), "das-social-2023-08")
        sources = self.alone(lambda: new().get_sources())
        self.assertIn("das-social-2023-08", [each.get_id() for each in sources])

    def test_facts(self):
        def fact():
            return Kkr.Register.new_packaged().lookup("children-0-17/840", "2023-04-01", None)
        self.assertEqual(self.alone(fact).dup_value(), "7317")
        self.assertEqual(self.alone(lambda: fact().dup_valid()).get_start(), "2023-04-01")
        self.assertEqual(self.alone(lambda: fact().dup_figure()).dup_lower(), "14633/2")
        self.assertEqual(self.alone(lambda: fact().get_key()), "children-0-17/840")
        facts = self.alone(lambda: Kkr.Register.new_packaged().dup_facts("children-0-17/"))
        self.assertEqual(sum(int(each.dup_value()) for each in facts), 121100 + 121668)

    def test_arrangements(self):
        def arrangement():
            return Kkr.Register.new_packaged().find_arrangement("socialtilsyn-nord")
        self.assertEqual(self.alone(arrangement).get_weight_key(), "children-0-17")
        payers = self.alone(lambda: arrangement().dup_municipalities_on("2024-01-01"))
        self.assertEqual([payer.get_code() for payer in payers][-1], 851)
        self.assertEqual(self.alone(lambda: arrangement().get_source()).get_id(),
                         "das-social-2023-08")
        self.assertEqual(self.alone(lambda: arrangement().get_volume_keys())[0],
                         "socialtilsyn-nord/volume/foster-families")

    def test_results(self):
        result = self.run_2024
        self.assertEqual(sum(amounts_of(self.alone(result))), 1915605800)
        table = self.alone(lambda: result().get_table())
        self.assertEqual(len(table), 11)
        column = self.alone(lambda: result().get_table().get_column("amount"))
        self.assertEqual(column.get_int64(7), 115202800)
        column = self.alone(lambda: result().get_table()["amount"])
        self.assertEqual(column.get_int64(10), 629434900)
        data = self.alone(lambda: result().get_table().get_column("amount").get_bytes())
        self.assertEqual(array.array("q", data.get_data())[7], 115202800)
        raw = self.alone(lambda: result().get_table().get_column("amount").get_bytes().get_data())
        self.assertEqual(array.array("q", raw)[7], 115202800)
        status = self.alone(lambda: result().get_table().get_column("amount").get_status())
        self.assertEqual(status.get_data(), bytes(11))
        labels = self.alone(lambda: result().get_table().get_column("municipality").get_labels())
        self.assertEqual(labels[7], "Rebild")
        columns = self.alone(lambda: result().get_table().get_columns())
        self.assertEqual(columns.get_item(4).get_name(), "amount")
        self.assertEqual(self.alone(lambda: result().get_tables().get_item(0)).get_n_rows(), 11)
        self.assertIn("Rebild", self.alone(lambda: result().get_notes().get_item(0)).to_string())
        self.assertIn("Rebild", self.alone(lambda: result().dup_notes()[0]).get_danish())
        calculator = self.alone(lambda: result().dup_calculator())
        self.assertEqual(sum(amounts_of(calculator.run())), 1915605800)

    def test_derivations(self):
        derivation = self.alone(lambda: self.run_2024().explain_key("amount", "Rebild"))
        self.assertEqual(derivation.get_value(), "115202800")
        self.assertIn("1.152.028,00 kr.", derivation.to_string())

    def test_others(self):
        shares = self.alone(lambda: Kkr.apportion_full(
            100, [1, 2], Kkr.ApportionMethod.LARGEST_REMAINDER, 1, Kkr.TieRule.FIRST).get_shares())
        self.assertEqual(shares, [33, 67])
        problem = self.alone(lambda: Kkr.ObjectiveFinancing().validate()[0])
        self.assertEqual(problem.get_input(), "register")

        def problems():
            reader = Kkr.RegisterReader.new()
            try:
                reader.read_bytes(GLib.Bytes.new(b"<register/>"), "x.xml", None)
            except GLib.Error:
                return reader.get_problems()
        self.assertEqual(self.alone(problems).get_item(0).get_uri(), "x.xml")

    def test_parents_are_let_go(self):
        """Nothing holds a register, a calculator or a result in a circle."""
        register = Kkr.Register.new_packaged()
        calculator = financing(register=register)
        result = calculator.run()
        watched = [thing.weak_ref() for thing in (
            register, calculator, result, result.get_table(),
            result.explain_key("amount", "Rebild"))]
        del register, calculator, result
        churn()
        self.assertEqual([ref() for ref in watched], [None] * len(watched))


if __name__ == "__main__":
    unittest.main()
