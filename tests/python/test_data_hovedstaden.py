# SPDX-License-Identifier: LGPL-2.1-or-later
"""What an analyst asks of KKR Hovedstaden's papers: the economy agreement 2024, the model for new
places, two central announcements and the agenda of 22 November 2024."""
import datetime
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib

REGISTER = Kkr.Register.new_packaged()
BILLION, MILLION = 10 ** 11, 10 ** 8  # øre


def amount(key, day, known_on=None, level=None):
    """In øre."""
    fact = REGISTER.lookup_at_level(key, day, known_on, level)
    return int(fact.dup_value())


def number(key, day, known_on=None):
    return Fraction(REGISTER.lookup(key, day, known_on).dup_value())


def titles(objects):
    return [each.get_title_in("da") for each in objects]


class EconomyAgreement(unittest.TestCase):
    def balance(self, *items):
        return sum(amount(f"balance-2024/amount/{item}", "2024-06-30", level="2024")
                   for item in items)

    def test_expenditure_adds_up(self):
        parts = ["service-expenditure-net", "activity-based-cofinancing", "transfers",
                 "gross-construction", "other-expenditure"]
        self.assertEqual(self.balance(*parts), 4546 * BILLION // 10)
        self.assertEqual(self.balance("expenditure-in-all"), 4546 * BILLION // 10)

    def test_income_adds_up_without_the_conditional_part(self):
        parts = ["tax-revenue", "block-grant", "other-income"]
        self.assertEqual(self.balance(*parts), -4602 * BILLION // 10)
        self.assertEqual(self.balance("income-in-all"), -4602 * BILLION // 10)
        self.assertEqual(self.balance("conditional-block-grant"), -4 * BILLION)

    def test_conditional_grants(self):
        self.assertEqual(amount("economy-agreement/conditional-grant-service", "2024-01-01"),
                         3 * BILLION)
        self.assertEqual(amount("economy-agreement/conditional-grant-construction", "2024-01-01"),
                         1 * BILLION)

    def test_price_and_wage_of_service(self):
        fact = REGISTER.lookup("price-wage/service-expenditure", "2024-05-01", None)
        self.assertEqual(fact.dup_value(), "21/5")
        self.assertEqual(fact.get_source().get_title(),
                         "Aftale om kommunernes økonomi for 2024")
        self.assertEqual(fact.get_section(), "Boks 1, Pris- og lønudvikling")
        self.assertEqual(fact.dup_known_text_in("da"), "maj 2023")

    def test_a_month_is_known_on_its_last_day(self):
        with self.assertRaises(GLib.Error):
            number("price-wage/service-expenditure", "2024-05-01", "2023-05-30")
        self.assertEqual(number("price-wage/service-expenditure", "2024-05-01", "2023-05-31"),
                         Fraction(42, 10))

    def test_four_rates(self):
        rates = {"total-expenditure": "39/10", "service-expenditure": "21/5",
                 "construction": "16/5", "regional": "16/5"}
        for name, rate in rates.items():
            self.assertEqual(REGISTER.lookup(f"price-wage/{name}", "2024-01-01", None).dup_value(),
                             rate)

    def test_a_series_that_ends(self):
        for key, day in [("price-wage/construction", "2025-01-01"),
                         ("residential-capacity/lift", "2027-01-01"),
                         ("transport-company-credit/limit", "2026-01-01")]:
            with self.assertRaises(GLib.Error):
                REGISTER.lookup(key, day, None)
        self.assertEqual(number("transport-company-credit/limit", "2025-12-31"), 225)

    def test_lift_of_residential_capacity(self):
        years = [amount("residential-capacity/lift", f"{year}-01-01") for year in (2024, 2025, 2026)]
        self.assertEqual(years, [2 * BILLION // 10, 6 * BILLION // 10, 7 * BILLION // 10])
        self.assertEqual(sum(years), amount("residential-capacity/lift-in-all", "2025-01-01"))
        self.assertEqual(amount("residential-capacity/minimum-investment", "2026-07-01"), BILLION)

    def test_the_regions_get_what_state_and_municipalities_give(self):
        expected = {2024: (64, 64, None), 2025: (178, 161, 17), 2026: (285, 161, 124),
                    2027: (323, 161, 162), 2030: (323, 161, 162)}
        for year, (region, state, municipal) in expected.items():
            day = f"{year}-01-01"
            self.assertEqual(amount("dual-diagnosis/region-grant-increase", day), region * MILLION)
            self.assertEqual(amount("dual-diagnosis/state-funds", day), state * MILLION)
            if municipal is None:
                with self.assertRaises(GLib.Error):
                    amount("dual-diagnosis/municipal-grant-reduction", day)
            else:
                self.assertEqual(amount("dual-diagnosis/municipal-grant-reduction", day),
                                 municipal * MILLION)

    def test_special_places_before_and_after(self):
        self.assertEqual(number("special-places-conversion/places", "2024-06-30"), 114)
        self.assertEqual(number("special-places-conversion/places", "2024-07-01"), 88)

    def test_special_places_of_before_are_told_of_the_time_of_the_agreement_only(self):
        """It says "the present 114"; in 2018 there were 83 by another document."""
        with self.assertRaisesRegex(GLib.Error, "has no value for that day: 2019-01-01 found"):
            REGISTER.lookup("special-places-conversion/places", "2019-01-01", None)

    def test_commitments(self):
        dual = REGISTER.find_commitment("ea-2024-dual-diagnosis")
        self.assertEqual(dual.get_due(), "2024-09-01")
        self.assertEqual(dual.get_status(), "agreed")
        self.assertEqual(dual.get_agreement().get_id(), "economy-agreement-2024")
        self.assertEqual(dual.get_agreement().get_signed_on(), "2023-05")
        frame = REGISTER.find_commitment("ea-2024-service-frame")
        self.assertEqual(amount(frame.get_key(), "2024-01-01"), 3048 * BILLION // 10)


class ModelForNewPlaces(unittest.TestCase):
    def test_rules(self):
        rules = {"share": 50, "duration": 3, "max-places": 20, "municipalities": 29}
        for name, value in rules.items():
            self.assertEqual(number(f"deficit-guarantee/{name}", "2021-06-01"), value)

    def test_need(self):
        self.assertEqual(REGISTER.lookup("deficit-guarantee/need-low", "2021-01-01",
                                         None).get_qualifier(), Kkr.Qualifier.APPROXIMATELY)
        self.assertEqual(REGISTER.lookup("deficit-guarantee/max-places", "2021-01-01",
                                         None).get_qualifier(), Kkr.Qualifier.UP_TO)
        for name, values in (("low", [60, 50, 50]), ("high", [100, 50, 50])):
            found = [number(f"deficit-guarantee/need-{name}", f"{year}-01-01")
                     for year in (2021, 2022, 2023)]
            self.assertEqual(found, values)

    def test_who_pays(self):
        for payer, shares in (("user-municipality", [100, 100, 0, 0]), ("joint", [0, 0, 50, 0]),
                              ("operator", [0, 0, 50, 100])):
            keys = ["occupied", "notice", "empty-covered", "empty-not-covered"]
            self.assertEqual([number(f"deficit-guarantee-payers/{payer}/{key}", "2022-01-01")
                              for key in keys], shares)
        self.assertEqual(len(REGISTER.get_table("deficit-guarantee-payers")), 4)
        row = REGISTER.lookup("deficit-guarantee-payers/operator/empty-not-covered", "2022-01-01",
                              None)
        self.assertFalse(row.get_confirmed())

    def test_timetable(self):
        deadlines = REGISTER.find_schedule("deficit-guarantee-2021").dup_deadlines()
        self.assertEqual(len(deadlines), 19)
        self.assertEqual(sum(each.get_due() is None for each in deadlines), 1)
        due = {each.get_title_in("da"): each.get_due() for each in deadlines}
        proposals = datetime.date.fromisoformat(due["Frist for projektforslag"])
        self.assertEqual(proposals.isoweekday(), 7)
        self.assertEqual(due["Evaluering i efteråret 2022"], "2022")


class Announcements(unittest.TestCase):
    def test_questions(self):
        for name, group in (("braille", "young-sight-loss"),
                            ("sign-language", "young-sign-language")):
            found = REGISTER.find_announcement(f"{name}-2022")
            self.assertEqual(found.get_issued(), "2022-09-29")
            report = REGISTER.find_schedule(f"{name}-report-2023").dup_deadlines()
            self.assertEqual(report[0].get_due(), "2022-09-27")
            self.assertEqual([each.get_id() for each in found.dup_target_groups()], [group])
            questions = found.dup_questions()
            self.assertEqual(len(questions), 11)
            self.assertEqual(len({each.get_theme_in("da") for each in questions}), 2)


class Meeting(unittest.TestCase):
    def test_agenda(self):
        self.assertEqual(len(REGISTER.get_table("agenda-kkr-hovedstaden-2024-11")), 19)
        decisions = REGISTER.dup_facts("agenda-kkr-hovedstaden-2024-11/decision/")
        self.assertEqual(len(decisions), 19)
        totals = {name: sum(number(fact.get_key(), "2024-11-22")
                            for fact in REGISTER.dup_facts(
                                f"agenda-kkr-hovedstaden-2024-11/{name}/"))
                  for name in ("decisions", "annexes")}
        self.assertEqual(totals, {"decisions": 17, "annexes": 15})

    def test_days_left_for_the_report(self):
        deadlines = REGISTER.find_schedule("secured-places-2024").dup_deadlines()
        due = [each.get_due() for each in deadlines]
        self.assertEqual(due, ["2023-11", "2024-11-22", "2024-12-31", "2035"])
        days = datetime.date.fromisoformat(due[2]) - datetime.date.fromisoformat(due[1])
        self.assertEqual(days.days, 39)

    def test_seats_of_a_health_council(self):
        seats = REGISTER.find_body("health-council").dup_seats()
        self.assertEqual([each.get_members() for each in seats], [3, 2, 1])
        self.assertEqual([each.get_confirmed() for each in seats], [True, True, False])
        self.assertEqual(number("health-reform/large-municipality", "2027-01-01"), 80000)
        self.assertEqual(number("health-reform/largest-municipality", "2027-01-01"), 300000)

    def test_the_reform_was_known_from_its_day(self):
        with self.assertRaises(GLib.Error):
            number("health-reform/health-councils", "2027-01-01", "2024-11-14")
        self.assertEqual(number("health-reform/health-councils", "2027-01-01", "2024-11-15"), 17)
        with self.assertRaises(GLib.Error):
            number("health-reform/health-councils", "2026-12-31")

    def test_children(self):
        share = {name: number(f"children-monitoring/{name}", "2023-06-30")
                 for name in ("preventive-share", "placed-share", "children")}
        self.assertEqual(share, {"preventive-share": 87, "placed-share": 13, "children": 23873})
        self.assertEqual([number("children-monitoring/notification-rate", f"{year}-01-01")
                          for year in (2019, 2023)], [Fraction(746, 10), Fraction(985, 10)])
        with self.assertRaises(GLib.Error):
            number("children-monitoring/notification-rate", "2021-01-01")
        self.assertEqual(number("children-monitoring/placed-growth", "2021-01-01"), -8)

    def test_physiotherapy(self):
        national = amount("physiotherapy/new-capacity-national", "2027-01-01")
        capital = amount("physiotherapy/new-capacity-hovedstaden", "2027-01-01")
        self.assertEqual((national, capital), (40 * MILLION, 123 * MILLION // 10))

    def test_supervision_of_elderly_care_is_at_the_prices_of_2025(self):
        fact = REGISTER.lookup("elder-supervision/budget", "2026-01-01", None)
        self.assertEqual(fact.get_price_level(), "2025")
        self.assertEqual(int(fact.dup_value()), 3276 * MILLION // 100)
        names = {code: REGISTER.find_municipality(code).get_name() for code in ("157", "740", "860")}
        self.assertEqual(names, {"157": "Gentofte", "740": "Silkeborg", "860": "Hjørring"})
        self.assertEqual(
            REGISTER.lookup("supervision-candidates-2024/area/157", "2024-11-22", None).get_text(),
            "KKR Hovedstaden og KKR Sjælland")

    def test_acute_functions(self):
        values = [number(f"acute-functions-2024/municipalities/{row}", "2024-08-15")
                  for row in ("implemented", "largely-implemented", "open-day-and-night",
                              "open-from-end-2024", "tasks-beyond")]
        self.assertEqual(values, [20, 6, 28, 1, 27])
        self.assertEqual(REGISTER.find_survey("acute-functions-2024").get_population(), 29)

    def test_tasks_that_move(self):
        codes = REGISTER.find_code_list("tasks-to-regions-2027").dup_codes()
        self.assertEqual(titles(codes)[:3], ["Kommunale midlertidige pladser", "Akutsygepleje",
                                             "Patientrettet forebyggelse"])
        self.assertEqual(len(codes), 6)

    def test_targets_of_the_business_houses_differ(self):
        def text(column, target):
            return REGISTER.lookup(f"business-house-targets-2025/{column}/{target}", "2025-01-01",
                                   None).get_text()

        self.assertEqual(text("contract-2025", "2"), "Bred geografisk spredning")
        self.assertEqual(text("framework-2024", "2"), "Kendskab")
        self.assertEqual(text("replaces", "1"), "Geografisk spredning af erhvervshusenes vejledning")


if __name__ == "__main__":
    unittest.main()
