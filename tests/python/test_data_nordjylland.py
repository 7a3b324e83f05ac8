# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the annexes of KKR Nordjylland's meeting of 23 June 2023 say: the packaged register."""
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib

dk = Kkr.Register.new_packaged()
NORTH_JUTLAND = [773, 787, 810, 813, 820, 825, 840, 846, 849, 851, 860]
NO_REFUGEES = [153, 159, 161, 165, 169, 183, 187, 223, 400, 727, 840]


def fact(key, day, known_on=None):
    return dk.lookup(key, day, known_on)


def number(key, day):
    return fact(key, day).dup_value()


def column(key):
    """The numbers of one column of a table, by subject."""
    return {fact.get_key().rpartition("/")[2]: int(fact.dup_value())
            for fact in dk.dup_facts(key + "/") if fact.dup_value() is not None}


class Supervision(unittest.TestCase):
    def test_nord_supervises_ten_of_its_own_region_and_silkeborg(self):
        nord = dk.find_socialtilsyn("nord")
        members = [member.get_municipality().get_code() for member in nord.dup_members()]
        self.assertEqual(sorted(members), sorted(set(NORTH_JUTLAND) - {860} | {740}))

    def test_its_seat_is_supervised_by_another(self):
        nord, oest = dk.find_socialtilsyn("nord"), dk.find_socialtilsyn("oest")
        self.assertEqual(nord.get_seat().get_name(), "Hjørring")
        self.assertEqual([member.get_municipality().get_name() for member in oest.dup_members()],
                         ["Hjørring"])

    def test_secured_institutions_go_to_oest_from_july_2022(self):
        key = "socialtilsyn-functions/authority/secured-institutions"
        self.assertEqual(fact(key, "2022-07-01").get_text(), "Socialtilsyn Øst")
        with self.assertRaises(GLib.Error):
            fact(key, "2022-06-30")

    def test_foster_families_became_fewer_each_year(self):
        key = "socialtilsyn-nord/portfolio-2022/{}/foster-families"
        families = [number(key.format(year), f"{year}-06-01") for year in range(2019, 2023)]
        self.assertEqual(families, ["1018", "971", "933", "889"])

    def test_foster_families_are_not_counted_as_offers(self):
        """The same columns count offers and foster families, so they are just numbers."""
        supervised = fact("socialtilsyn-nord/portfolio-2022/2022/foster-families", "2022-06-01")
        self.assertEqual(supervised.dup_value_in("da"), "889")
        for name in ("portfolio", "approvals", "conditions", "refusals", "cessations"):
            table = dk.get_table(f"socialtilsyn-nord/{name}-2022")
            units = {column.get_unit() for column in table.dup_columns()}
            self.assertEqual(units - {Kkr.Unit.NONE, Kkr.Unit.UNSET}, {Kkr.Unit.COUNT}, name)

    def test_places_of_section_107_by_sector(self):
        key = "socialtilsyn-nord/places-by-type-2022/{}/accommodation-temporary"
        places = [number(key.format(sector), "2022-12-31")
                  for sector in ("municipal", "private", "regional", "total")]
        self.assertEqual(places, ["347", "325", "156", "828"])
        self.assertEqual(fact(key.format("law"), "2022-12-31").get_text(), "§ 107")

    def test_a_dash_is_no_number_of_places(self):
        [dash] = dk.dup_facts("socialtilsyn-nord/places-2022/2019/offers")
        self.assertEqual(dash.get_status(), Kkr.CellStatus.NOT_APPLICABLE)
        self.assertEqual(column("socialtilsyn-nord/places-2022/2020"),
                         {"foster-families": 1922, "offers": 6516, "total": 8438})

    def test_a_misprinted_sum_stays_and_says_so(self):
        key = "socialtilsyn-nord/visits-2022/{}/offers-operational"
        parts = [int(number(key.format(kind), "2022-12-31"))
                 for kind in ("announced", "unannounced", "not-met")]
        printed = fact(key.format("total"), "2022-12-31")
        self.assertEqual((sum(parts), printed.dup_value()), (735, "734"))
        self.assertIn("735", printed.get_note_in("da"))

    def test_whistleblower_rows_do_not_make_their_total(self):
        reports = column("socialtilsyn-nord/whistleblowing-2022/reports")
        self.assertEqual((reports.pop("total"), sum(reports.values())), (373, 343))

    def test_health_is_the_theme_of_most_sanctions(self):
        totals = column("socialtilsyn-nord/sanction-themes-offers-2022/total")
        self.assertEqual(totals, {"education": 1, "independence": 0, "methods": 4, "health": 11,
                                  "organisation": 10, "competences": 4, "premises": 1,
                                  "economy": 5})

    def test_the_year_closed_below_its_budget(self):
        net = fact("socialtilsyn-nord/accounts/difference/net", "2022-12-31")
        self.assertEqual(net.get_amount(), -502_000_00)

    def test_the_accounts_less_the_budget_are_the_printed_difference(self):
        def amount(key):
            return fact("socialtilsyn-nord/" + key, "2022-12-31").get_amount()

        for group, lines in (("costs", ("direct", "indirect", "total")),
                             ("income", ("objective-financing", "tariffs", "total"))):
            for line in lines:
                with self.subTest(group=group, line=line):
                    self.assertEqual(amount(f"accounts/{group}/{line}") - amount(f"{group}/{line}"),
                                     amount(f"accounts/difference/{group}-{line}"))
        self.assertEqual(amount("costs/total") + amount("income/total"), 0)
        self.assertEqual(amount("accounts/costs/total") + amount("accounts/income/total"),
                         -502_000_00)
        printed = fact("socialtilsyn-nord/accounts/costs/total", "2022-12-31")
        self.assertEqual((printed.get_printed(), printed.get_scale()), ("33.580", 1_000_000))


class Refugees(unittest.TestCase):
    def test_region_and_municipalities_agree(self):
        quotas = column("refugee-quota-2024-municipalities/quota")
        self.assertEqual(sum(quotas[str(code)] for code in NORTH_JUTLAND), 68)
        self.assertEqual(number("refugee-quota/region/1081", "2024-01-01"), "68")
        self.assertEqual((quotas["851"], quotas["840"]), (13, 0))

    def test_eleven_municipalities_get_none(self):
        quotas = column("refugee-quota-2024-municipalities/quota")
        self.assertEqual((len(quotas), sum(quotas.values())), (98, 550))
        self.assertEqual(sorted(int(code) for code in quotas if quotas[code] == 0), NO_REFUGEES)

    def test_a_municipality_without_a_centre_has_no_number_of_asylum_seekers(self):
        seekers = column("refugee-quota-2024-basis/asylum-seekers")
        self.assertEqual((len(seekers), sum(seekers.values()), seekers["661"]), (12, 2037, 392))
        self.assertNotIn("851", seekers)

    def test_agreements_are_reported_before_10_september(self):
        schedule = dk.find_schedule("refugee-quotas-2024")
        dates = [(date.get_due(), date.get_responsible()) for date in schedule.dup_deadlines()]
        self.assertEqual(dates, [("2023-05-01", "Udlændingestyrelsen"),
                                 ("2023-09-10", "Kommunerne i hver region"),
                                 ("2023-09-30", "Udlændingestyrelsen")])


class Announcements(unittest.TestCase):
    def test_each_asks_eleven_questions(self):
        for name in ("sign-language-2022", "braille-2022"):
            announcement = dk.find_announcement(name)
            self.assertEqual(len(announcement.dup_questions()), 11)
            self.assertEqual(announcement.get_issued(), "2022-09-29")

    def test_the_pre_analysis_was_known_before_the_announcement(self):
        key = "sight/register-2020/children/sight"
        self.assertEqual(fact(key, "2020-12-31", "2022-03-25").dup_value(), "732")
        with self.assertRaises(GLib.Error):
            fact(key, "2020-12-31", "2022-03-24")

    def test_the_answers_are_sent_three_months_late(self):
        schedule = dk.find_schedule("central-announcements-answer-nordjylland-2023")
        deadlines = schedule.dup_deadlines()
        self.assertEqual(len(deadlines), 14)
        self.assertEqual(deadlines[12].get_due(), "2023-07-01")
        self.assertEqual((deadlines[13].get_due(), deadlines[13].get_ends()),
                         ("2023-06-24", "2023-09-27"))

    def test_implants_of_twelve_years(self):
        years = [column(f"hearing/ci-operations-2020/{year}") for year in range(2009, 2021)]
        self.assertEqual([sum(year[row] for year in years) for row in ("west", "east", "total")],
                         [307, 253, 560])
        self.assertEqual(years[10], {"west": 38, "east": 29, "total": 67})

    def test_a_school_has_more_than_150_places(self):
        places = fact("hearing/departments-2022/places-low/cfh-teaching", "2022-06-01")
        self.assertEqual(places.dup_value(), "150")
        self.assertEqual(places.get_qualifier(), Kkr.Qualifier.MORE_THAN)


class Business(unittest.TestCase):
    def test_green_venture_is_printed_in_milliards(self):
        later = fact("entrepreneurship/green-venture/amount/denmark", "2022-06-01")
        earlier = fact("entrepreneurship/green-venture/amount/denmark", "2021-06-01")
        self.assertEqual((later.get_amount(), earlier.get_amount()),
                         (1_500_000_000_00, 800_000_000_00))
        self.assertEqual(later.get_qualifier(), Kkr.Qualifier.APPROXIMATELY)

    def test_capital_by_founders(self):
        shares = [number(f"entrepreneurship/capital-raised/{team}", "2021-06-01")
                  for team in ("women-only", "men-only", "mixed")]
        self.assertEqual(shares, ["17/10", "179/2", "44/5"])

    def test_dialogforum_has_sixteen_seats(self):
        seats = dk.find_body("dialogforum-nordjylland").dup_seats()
        self.assertEqual(sum(seat.get_members() for seat in seats), 16)

    def test_nine_inputs_to_the_strategy(self):
        groups = [c.get_group_in("da") for c in dk.dup_commitments()
                  if c.get_agreement() is not None
                  and c.get_agreement().get_id() == "business-strategy-nordjylland-2024-2027"]
        self.assertEqual((groups.count("Centrale indsatser"), groups.count("Indspil til DEB")),
                         (6, 9))


if __name__ == "__main__":
    unittest.main()
