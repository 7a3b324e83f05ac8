# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an analyst asks of the annexes of KKR Hovedstaden of the autumn of 2018: business houses,
co-financing of health care, EU office, health workforce, special places in psychiatry."""
import unittest
from collections import Counter
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib

DK = Kkr.Register.new_packaged()
HOUSES = {"hovedstaden": (29, "5023", 31), "midtjylland": (19, "3596", 22),
          "sjaelland": (17, "2391", 15), "sydjylland": (13, "2212", 14),
          "nordjylland": (11, "1647", 10), "fyn": (9, "1311", 8)}
BRANCHES = {"Morsø", "Herning", "Horsens", "Hillerød", "Vordingborg", "Bornholm"}


def value(key, day):
    return Fraction(DK.lookup(key, day, None).dup_value())


def kroner(key, day):
    return value(key, day) / 100


def rows(key):
    """{subject: {column: value}} of a printed table's numbers; its total is no row of it."""
    table = DK.get_table(key)
    subject, *columns = table.dup_columns()
    found = {}
    for column in columns:
        if column.get_kind() == Kkr.ColumnKind.TEXT:
            continue
        for row in range(table.get_n_rows()):
            if column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                cells = found.setdefault(subject.dup_text(row), {})
                cells[column.get_name()] = Fraction(column.dup_exact(row))
    return found


def totals(key):
    return {column.get_name(): Fraction(column.dup_total())
            for column in DK.get_table(key).dup_columns() if column.has_total()}


class BusinessHouses(unittest.TestCase):
    def test_every_municipality_belongs_to_one_house(self):
        members = []
        for name, (n_members, _, _) in HOUSES.items():
            house = DK.find_business_house("erhvervshus-" + name)
            here = [member.get_municipality().get_code() for member in house.dup_members()]
            self.assertEqual(len(here), n_members, name)
            members += here
        self.assertEqual(len(members), 98)
        self.assertEqual(len(set(members)), 98)

    def test_middelfart_is_on_funen_but_belongs_to_southern_jutland(self):
        of = {member.get_municipality().get_name(): house.get_id()
              for house in DK.dup_business_houses() for member in house.dup_members()}
        self.assertEqual(of["Middelfart"], "erhvervshus-sydjylland")
        self.assertEqual(of["Assens"], "erhvervshus-fyn")
        self.assertEqual(of["Hedensted"], "erhvervshus-midtjylland")

    def test_six_branches(self):
        branches = [member.get_municipality().get_name() for house in DK.dup_business_houses()
                    for member in house.dup_members() if member.get_role() == "branch"]
        self.assertEqual(len(branches), 6)
        self.assertEqual(set(branches), BRANCHES)
        seats = {house.get_seat().get_name() for house in DK.dup_business_houses()}
        self.assertEqual(seats & {"København", "Odense", "Haderslev", "Sorø", "Aalborg"},
                         {"København", "Odense", "Haderslev", "Sorø", "Aalborg"})

    def test_grants_add_up(self):
        table = "business-house-grants-2019"
        grants = rows(table)
        for name, (n_members, grant, share) in HOUSES.items():
            row = grants["erhvervshus-" + name]
            self.assertEqual(row, {"grant": int(grant) * 10000 * 100, "share": share,
                                   "members": n_members})
        self.assertEqual(sum(row["grant"] for row in grants.values()), 161800000 * 100)
        self.assertEqual(totals(table), {"grant": 161800000 * 100, "share": 100, "members": 98})
        self.assertEqual(kroner(table + "/grant/total", "2019-06-01"), 161800000)
        self.assertEqual(kroner("business-house/base-grant/total", "2019-06-01"), 161800000)

    def test_eleven_have_a_vote_on_a_board(self):
        for name in ("erhvervshus-bestyrelse", "erhvervshus-hovedstaden-bestyrelse",
                     "erhvervshusfilial-bornholm-bestyrelse"):
            seats = DK.find_body(name).dup_seats()
            self.assertEqual(sum(seat.get_members() for seat in seats if seat.get_voting()), 11)
            self.assertEqual(sum(seat.get_members() for seat in seats if not seat.get_voting()), 1)
        kkr = [seat.get_members() for seat in DK.find_body("erhvervshus-bestyrelse").dup_seats()
               if seat.get_appointed_by_in("da") == "KKR"]
        self.assertEqual(kkr, [1, 3, 4, 1, 1])


class CoFinancing(unittest.TestCase):
    def test_copenhagen_by_three_keys(self):
        paid = [kroner(f"kmf-2019/{key}-amount/101", "2019-01-01")
                for key in ("sds", "model-1", "model-2")]
        self.assertEqual(paid, [1924641000, 2001618000, 1977314000])

    def test_amounts_were_rounded_each_by_itself(self):
        table = rows("kmf-2019")
        self.assertEqual(len(table), 98)
        for key, more in (("sds", 7), ("model-1", 2), ("model-2", 0)):
            total = kroner(f"kmf-2019/{key}-amount/total", "2019-01-01")
            self.assertEqual(total, 22432100000)
            added = sum(row[key + "-amount"] for row in table.values()) / 100
            self.assertEqual(added - total, more * 1000)

    def test_every_printed_share_is_its_amount_to_two_decimals(self):
        n = 0
        for row in rows("kmf-2019").values():
            for key in ("sds", "model-1", "model-2"):
                exact = row[key + "-amount"] / 100 / 22432100000 * 100
                hundredths = (exact * 100 + Fraction(1, 2)).__floor__()
                self.assertEqual(row[key + "-share"], Fraction(hundredths, 100))
                n += 1
        self.assertEqual(n, 294)

    def test_short_tables_repeat_the_long_one(self):
        effects = rows("kmf-2018-effects")
        for table in ("kmf-2018-highest", "kmf-2018-middle", "kmf-2018-lowest"):
            short = rows(table)
            self.assertEqual(len(short), 10)
            for subject, row in short.items():
                self.assertEqual(row, effects[subject])
        most = max(effects, key=lambda subject: effects[subject]["change"])
        self.assertEqual(DK.find_municipality(most).get_name(), "Vallensbæk")
        self.assertEqual(effects[most], {"change": 13, "activity": 4, "age": 3, "area": 5,
                                         "other": 1})

    def test_effects_add_up_to_the_change_but_for_rounding(self):
        effects = rows("kmf-2018-effects")
        rests = Counter(row["change"] - row["activity"] - row["age"] - row["area"] - row["other"]
                        for row in effects.values())
        self.assertEqual(rests, {0: 65, 1: 19, -1: 14})
        self.assertEqual([value(f"kmf-2018-regions/{column}/1085", "2018-07-01") for column in
                          ("change", "activity", "age", "area", "other")], [-8, -13, 1, 3, 1])

    def test_what_has_no_age_is_psychiatry(self):
        age, area = rows("kmf-2018-age"), rows("kmf-2018-area")
        self.assertEqual({subject: row["not-by-age"] for subject, row in age.items()},
                         {subject: row["psychiatric"] for subject, row in area.items()})
        self.assertEqual(sum(row["age-3-64"] < 0 for row in age.values()), 88)
        self.assertTrue(all(row["somatic"] > 0 for row in area.values()))

    def test_each_municipality_pulls_one_way_or_the_other(self):
        for effect, negative in (("activity", 79), ("age", 6), ("area", 6)):
            table = rows("kmf-2018-direction")
            self.assertEqual(table["negative-total"][effect], negative)
            self.assertEqual(table["positive-total"][effect], 98 - negative)
            for sign in ("negative", "positive"):
                added = sum(table[f"{sign}-{region}"][effect] for region in range(1081, 1086))
                self.assertEqual(added, table[sign + "-total"][effect])


class SpecialPlaces(unittest.TestCase):
    def test_more_than_half_stand_empty(self):
        places = rows("special-places-2018")
        self.assertEqual(places["1084"], {"open": 32, "used": 12, "vacant": 20})
        for row in places.values():
            self.assertEqual(row["open"] - row["used"], row["vacant"])
        printed = totals("special-places-2018")
        self.assertEqual(printed, {"open": 83, "used": 40, "vacant": 43})
        for column, total in printed.items():
            self.assertEqual(sum(row[column] for row in places.values()), total)

    def test_counted_on_one_day_and_known_by_the_end_of_a_month(self):
        key = "special-places-2018/used/1084"
        self.assertEqual(DK.lookup(key, "2018-10-15", "2018-11-30").dup_value(), "12")
        for valid_on, known_on in (("2018-10-16", None), ("2018-10-15", "2018-11-15")):
            with self.assertRaises(GLib.Error) as caught:
                DK.lookup(key, valid_on, known_on)
            self.assertTrue(caught.exception.matches(Kkr.calc_error_quark(),
                                                     Kkr.CalcError.NO_DATA))

    def test_money(self):
        self.assertEqual(kroner("special-places/price", "2018-06-01"), 1900000)
        self.assertEqual([kroner("special-places/extra-bill/1084", day)
                          for day in ("2018-06-01", "2019-06-01")], [26000000, 67000000])
        words = {name: DK.lookup("special-places/conversion/" + name, "2018-06-01", None)
                 for name in ("expenditure", "co-financing", "shortfall", "state")}
        self.assertEqual({name: fact.get_amount() // 10**8 for name, fact in words.items()},
                         {"expenditure": 300, "co-financing": 33, "shortfall": 190, "state": 220})
        self.assertEqual([fact.get_qualifier() for fact in words.values()],
                         [Kkr.Qualifier.MORE_THAN, Kkr.Qualifier.LESS_THAN,
                          Kkr.Qualifier.LESS_THAN, Kkr.Qualifier.MORE_THAN])
        self.assertIn("mere end 300 mio. kr.", words["expenditure"].to_string())


class EuOffice(unittest.TestCase):
    def test_budget(self):
        budget = "eu-office-budget-2019/"
        self.assertEqual(kroner(budget + "september-2018/total", "2019-01-01"), 15462684)
        self.assertEqual(kroner(budget + "budget-2019/total", "2019-01-01"), 15756475)
        self.assertEqual(value(budget + "rate/region-sjaelland", "2019-01-01"),
                         Fraction(1528, 1000))
        self.assertEqual(value(budget + "inhabitants/total-zdk", "2017-10-15"), 834740)
        # What the universities of Zealand pay today is not printed.
        self.assertNotIn("budget-2018", rows("eu-office-budget-2019")["universities-sjaelland"])

    def test_grants_and_seats(self):
        self.assertEqual([kroner("eu-office/support/" + name, "2018-12-31") for name in
                          ("coordinator", "partner", "yearly-limit")], [100000, 30000, 200000])
        self.assertEqual([value("copenvirk/" + name, "2017-07-01") for name in
                          ("contacted", "matched", "applications", "approved")],
                         [439, 104, 64, 16])
        seats = DK.find_body("eu-office-bestyrelse").dup_seats()
        self.assertEqual(sum(seat.get_members() for seat in seats), 11)


class Agreements(unittest.TestCase):
    def test_38_initiatives_by_whom_they_address(self):
        plan = [c for c in DK.dup_commitments()
                if c.get_agreement() and c.get_agreement().get_id() == "flere-haender-2018"]
        self.assertEqual(Counter(c.get_responsible() for c in plan),
                         {"Kommunerne": 12, "Folketing og regering": 12,
                          "SOSU-skolerne og kommunerne": 6, "KL": 5, "Øvrige": 3,
                          "KL og de faglige organisationer": 7})
        self.assertEqual([c.get_status() for c in plan].count("agreed"), 7)

    def test_steps_of_the_health_agreement(self):
        steps = DK.find_schedule("sundhedsaftale-2019-proces").dup_deadlines()
        self.assertEqual(len(steps), 12)
        self.assertEqual((steps[2].get_due(), steps[2].get_ends()), ("2018-10-24", "2018-11-10"))
        self.assertEqual(steps[-1].get_due(), "2019-07-01")
        hearing = [step for step in steps if step.get_title_in("da") == "Høring"][0]
        self.assertEqual((hearing.get_due(), hearing.get_ends()), ("2019-01", "2019-02"))

    def test_students_and_trainees(self):
        self.assertEqual(value("nursing/extra-students", "2019-10-01"), 75)
        self.assertEqual(value("elderly-care/trainees", "2018-06-01"), -40)
        self.assertEqual(value("elderly-care/employees", "2018-01-15"), 125000)
        self.assertEqual(kroner("elderly-care/recruitment-funds", "2018-06-01"), 500000000)
        commitment = DK.find_commitment("sygeplejersker-1")
        self.assertEqual(commitment.get_key(), "nursing/extra-students")


if __name__ == "__main__":
    unittest.main()
