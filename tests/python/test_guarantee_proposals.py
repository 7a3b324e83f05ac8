# SPDX-License-Identifier: LGPL-2.1-or-later
"""Proposals for new places with a deficit guarantee: figures by hand, and the best combination
against trying all."""
import datetime
import itertools
import random
import unittest
from fractions import Fraction

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

# The summary's example: 6, 8 and 4 places.
THREE = "proposal,places,tariff\nA,6,3900\nB,8,4200\nC,4,4500\n"
# The exposure's, which is the guarantee of 20 places that always stand empty.
TWENTY = "proposal,places,tariff,commissioned\nAlle,20,4000,2022-02-01\n"
# The vacancy that is in the tariff.
TEN = "proposal,places,tariff,occupancy\nTi,10,4000,95\n"


def calculator(table, **inputs):
    made = Kkr.GuaranteeProposals()
    made.set_from_string("proposals", table)
    for name, text in inputs.items():
        made.set_from_string(name.replace("_", "-"), text)
    return made


def run(table, **inputs):
    return calculator(table, **inputs).run()


def numbers(result, name, table="proposals"):
    column = result.get_table_named(table).get_column(name)
    return [Fraction(column.dup_exact(row)) if column.dup_exact(row) else None
            for row in range(column.get_length())]


def kroner(result, name, table="proposals"):
    return [value if value is None else value / 100 for value in numbers(result, name, table)]


def texts(result, name, table="proposals", language="da"):
    column = result.get_table_named(table).get_column(name)
    return [column.dup_text_in(row, language) for row in range(column.get_length())]


def notes(result):
    return [note.get_danish() for note in result.dup_notes()]


class Summary(unittest.TestCase):
    def test_three_proposals(self):
        result = run(THREE)
        for name, expected in (("proposals", 3), ("places", 18), ("lowest", 390000),
                               ("highest", 450000), ("range", 60000), ("mean", 4200),
                               # (6 * 3900 + 8 * 4200 + 4 * 4500) / 18
                               ("weighted-mean", Fraction(75000, 18))):
            self.assertEqual(numbers(result, name, "summary"), [expected] * 2, name)
        self.assertEqual(texts(result, "weighted-mean", "summary"), ["4.166,67"] * 2)
        self.assertEqual(texts(result, "target", "summary"), ["inden for måltallet på 16-20"] * 2)

    def test_target_and_highest_number(self):
        for places, expected in ((20, "inden for måltallet på 16-20"),
                                 (21, "1 over loftet på 20 pladser"),
                                 (16, "inden for måltallet på 16-20"),
                                 (15, "1 under måltallet på 16-20")):
            result = run(f"proposal,places,tariff\nA,10,1\nB,{places - 10},1\n")
            self.assertEqual(texts(result, "target", "summary")[0], expected)
        result = run("proposal,places,tariff\nA,19,1\n", target_high="18")
        self.assertEqual(texts(result, "target", "summary", "en")[0],
                         "1 above the target of 16-18")

    def test_one_proposal_above_the_highest_number(self):
        result = run("proposal,places,tariff\nA,21,1\n")
        self.assertEqual(texts(result, "eligible"), ["nej"])
        self.assertEqual(texts(result, "reasons"), ["loftet over pladser er nået"])

    def test_no_proposals(self):
        result = run("proposal,places,tariff\n", weight_price="1")
        self.assertEqual(numbers(result, "places", "summary"), [0, 0, 0])
        self.assertEqual(numbers(result, "mean", "summary"), [None] * 3)


class Eligibility(unittest.TestCase):
    HEAD = ("proposal,places,tariff,operator-kind,in-area,experience,new,target-group-fits,"
            "offer-exists,kkr-approved,supervision-approved\n")

    def judge(self, cells, **inputs):
        result = run(self.HEAD + "A,6,4000," + cells + "\n", **inputs)
        return [texts(result, name)[0]
                for name in ("eligible", "reasons", "not-stated", "outstanding")]

    def test_all_met(self):
        self.assertEqual(self.judge("kommune,ja,ja,ja,ja,ja,ja,ja"), ["ja", "", "", ""])

    def test_approvals_are_outstanding(self):
        self.assertEqual(self.judge("region,ja,ja,ja,ja,ja,nej,"),
                         ["ja", "", "", "KKR har ikke godkendt pladserne; Socialtilsynet har ikke "
                                        "godkendt pladserne"])

    def test_every_reason_is_told(self):
        self.assertEqual(self.judge("privat,nej,nej,nej,nej,nej,ja,ja"), [
            "nej", "driftsherren er privat; driftsherren ligger uden for KKR-området; "
            "driftsherren har ikke erfaring med målgruppen; pladserne er ikke nye; pladserne er "
            "ikke til målgruppen; tilbuddet er ikke et eksisterende, driftssikkert tilbud", "", ""])

    def test_new_offers_after_the_first_round(self):
        cells = "kommune,ja,ja,ja,ja,nej,ja,ja"
        self.assertEqual(self.judge(cells)[0], "nej")
        self.assertEqual(self.judge(cells, first_round="nej")[:2], ["ja", ""])

    def test_what_is_not_stated(self):
        cells = "kommune,ja,,ja,ja,ja,ja,ja"
        unstated = "om driftsherren har erfaring med målgruppen"
        self.assertEqual(self.judge(cells), ["ja", "", unstated, ""])
        self.assertEqual(self.judge(cells, unstated="refuse"), ["nej", "", unstated, ""])
        self.assertIn("Hvad der ikke er oplyst om betingelserne, er regnet som opfyldt: A.",
                      notes(run(self.HEAD + "A,6,4000," + cells + "\n")))

    def test_who_is_refused_is_paid_nothing(self):
        result = run("proposal,places,tariff,commissioned,new\nA,6,1,2022-02-01,nej\n")
        self.assertEqual(numbers(result, "maximum"), [None])
        self.assertEqual(len(result.get_table_named("exposure")), 0)
        with self.assertRaisesRegex(GLib.Error, "maximum: not applicable found"):
            result.explain("maximum", 0)


class Exposure(unittest.TestCase):
    def test_twenty_places(self):
        result = run(TWENTY, vacancy="10")
        self.assertEqual(kroner(result, "maximum"), [43840000])
        self.assertEqual(kroner(result, "estimate"), [4384000])
        self.assertEqual(sum(numbers(result, "days", "exposure")), 1096)

    def test_stepped_down(self):
        """One place of 4.000 kr., 365, 365 and 366 days: 75, 50 and 25 per cent are 2.191.000
        kr. where a half is 2.192.000."""
        result = run("proposal,places,tariff,commissioned\nA,1,4000,2022-02-01\n")
        self.assertEqual(kroner(result, "maximum"), [2192000])
        self.assertEqual(kroner(result, "alternative"), [2191000])

    def test_years(self):
        result = run(TWENTY)
        self.assertEqual(numbers(result, "year", "years"), [2022, 2023, 2024, 2025])
        # 334, 365, 366 and 31 days of 20 places at 2.000 kr.
        self.assertEqual(kroner(result, "maximum", "years"),
                         [13360000, 14600000, 14640000, 1240000])

    def test_length_of_the_window(self):
        for start, days in (("2022-02-01", 1096), ("2022-01-01", 1096), ("2024-03-01", 1095),
                            ("2024-02-28", 1096)):
            result = run(f"proposal,places,tariff,commissioned\nA,1,2,{start}\n")
            self.assertEqual(kroner(result, "maximum"), [days], start)

    def test_leap_day(self):
        table = "proposal,places,tariff,commissioned\nA,1,2,2024-02-29\n"
        for rule, days, last in (("february-28", 1095, "2027-02-27"),
                                 ("march-1", 1096, "2027-02-28")):
            result = run(table, leap_day=rule)
            self.assertEqual(kroner(result, "maximum"), [days])
            self.assertEqual(result.get_table().get_column("to").dup_exact(0), last)
        self.assertIn("Garanti fra en 29. februar: udløber den 28. februar, så den 27. "
                      "er sidste dag.", notes(run(table)))

    def test_four_years_from_a_leap_day_end_on_one(self):
        result = run("proposal,places,tariff,commissioned\nA,1,2,2024-02-29\n", years="4")
        self.assertEqual(kroner(result, "maximum"), [1461])
        self.assertEqual(numbers(result, "alternative"), [None])

    def test_rounded_once_a_period(self):
        """A third of 0,01 kr. a day: 334 and 31 days are 1,11 and 0,10 kr."""
        result = run("proposal,places,tariff,commissioned\nA,1,0.01,2022-02-01\n", years="1",
                     share="33,3333")
        self.assertEqual(numbers(result, "maximum", "exposure"), [111, 10])
        self.assertEqual(numbers(result, "maximum"), [121])

    def test_without_a_day_nothing_is_estimated(self):
        result = run(THREE)
        self.assertEqual(numbers(result, "maximum"), [None] * 3)
        self.assertIn("Ibrugtagningen er ikke oplyst, og betalingen og summer med den derfor ikke "
                      "beregnet: A, B, C.", notes(result))

    def test_a_sum_lacks_nobody(self):
        """13.152.000 and 9.864.000 kr. at most; what B may be expected to cost nobody knows."""
        table = ("proposal,places,tariff,commissioned,vacancy,quality\n"
                 "A,6,4000,2022-02-01,10,50\nB,4,4500,2022-02-01,,50\n")
        result = run(table, target_low="10", weight_quality="1")
        self.assertEqual(kroner(result, "estimate"), [1315200, None])
        for name, rows in (("summary", 3), ("selection", 1)):
            self.assertEqual(kroner(result, "maximum", name), [23016000] * rows)
            self.assertEqual(kroner(result, "estimate", name), [None] * rows)
        self.assertEqual(sum(kroner(result, "maximum", "years")), 23016000)
        self.assertEqual(kroner(result, "estimate", "years"), [None] * 4)
        self.assertFalse(result.get_table()["estimate"].has_total())
        self.assertIn("Andelen af tomme døgn er ikke oplyst, og den forventede betaling og summer "
                      "med den derfor ikke beregnet: B.", notes(result))

    def test_a_sum_of_all_who_came_is_none_of_those_who_may(self):
        table = ("proposal,places,tariff,commissioned,new\nA,15,1000,2022-02-01,ja\n"
                 "B,6,1000,2022-02-01,ja\nC,3,1000,2022-02-01,nej\n")
        result = run(table)
        self.assertEqual(kroner(result, "maximum", "summary"), [None, 21 * 500 * 1096])
        self.assertEqual(result.get_table()["from"].dup_exact(2), None)
        self.assertIn("Betalingerne i alt er for 21 pladser, flere end loftet på 20, der er læst "
                      "som et loft over alle driftsherrers pladser tilsammen: kun en kombination "
                      "under loftet kan få garanti.", notes(result))

    def test_inputs_are_told_in_words(self):
        text = run(THREE, vacancy="10", occupancy="95").to_string_in("da")
        for line in ("Forventet andel tomme døgn, pct.: 10 pct.", "50 pct.",
                     "100 gange den laveste takst over forslagets egen",
                     "udløber den 28. februar, så den 27. er sidste dag"):
            self.assertIn(line, text)

    def test_no_vacancy_no_payment(self):
        self.assertEqual(kroner(run(TWENTY, vacancy="0"), "estimate"), [0])
        self.assertEqual(kroner(run(TWENTY, share="0"), "maximum"), [0])

    def test_days_by_the_calendar(self):
        rng = random.Random(1)
        for _ in range(40):
            start = datetime.date(2000, 1, 1) + datetime.timedelta(days=rng.randint(0, 20000))
            if (start.month, start.day) == (2, 29):
                continue
            years = rng.randint(1, 9)
            end = start.replace(year=start.year + years)
            result = run(f"proposal,places,tariff,commissioned\nA,1,2,{start}\n",
                         years=str(years))
            days = numbers(result, "days", "exposure")
            self.assertEqual(sum(days), (end - start).days)
            self.assertEqual(kroner(result, "maximum"), [(end - start).days])
            for row, day in enumerate(days):
                column = result.get_table_named("exposure").get_column("year")
                self.assertLessEqual(day, 366)
                self.assertTrue(start.year <= column.get_int64(row) <= end.year)


class Ranking(unittest.TestCase):
    HEAD = "proposal,places,tariff,shared-places,quality,setting\n"

    def test_points_by_hand(self):
        """Price 100 and 80; quality 60 and 90; open to all 3 of 6 and 4 of 4. Weights 2, 1, 1."""
        result = run(self.HEAD + "A,6,4000,3,60,10\nB,4,5000,4,90,20\n", weight_price="2",
                     weight_quality="1", weight_shared="1", target_low="1")
        self.assertEqual(texts(result, "proposal", "ranking"), ["B", "A"])
        self.assertEqual(numbers(result, "price", "ranking"), [80, 100])
        self.assertEqual(numbers(result, "shared", "ranking"), [100, 50])
        self.assertEqual(numbers(result, "points", "ranking"),
                         [Fraction(350, 4), Fraction(310, 4)])
        self.assertEqual(numbers(result, "rank", "ranking"), [1, 2])

    def test_linear_price(self):
        result = run(self.HEAD + "A,6,4000,,,\nB,4,4250,,,\nC,4,5000,,,\n", weight_price="1",
                     price_points="linear")
        self.assertEqual(numbers(result, "points", "ranking"), [100, 75, 0])

    def test_without_weights_nothing_is_ranked(self):
        result = run(THREE)
        self.assertIsNone(result.get_table_named("ranking"))
        self.assertIsNone(result.get_table_named("selection"))
        self.assertIn("Forslagene er ikke rangordnet: der er ikke givet vægte, og notatet om "
                      "økonomimodellen giver ingen.", notes(result))

    def test_equal_points_share_a_rank(self):
        result = run(self.HEAD + "A,6,4000,,,\nB,4,4000,,,\nC,4,5000,,,\n", weight_price="1")
        self.assertEqual(numbers(result, "rank", "ranking"), [1, 1, 3])
        self.assertIn("A og B har lige mange point og deler plads 1.", notes(result))

    def test_scale_of_the_weights_does_not_matter(self):
        rng = random.Random(2)
        table = self.HEAD + "".join(
            f"F{i},{rng.randint(1, 8)},{rng.randint(3000, 5000)},1,{rng.randint(0, 100)},"
            f"{rng.randint(0, 100)}\n" for i in range(9))
        names = "price", "quality", "setting", "shared"
        one = run(table, **{f"weight_{name}": str(k + 1) for k, name in enumerate(names)})
        ten = run(table, **{f"weight_{name}": str(10 * k + 10) for k, name in enumerate(names)})
        self.assertEqual(one.get_table_named("ranking").to_csv(),
                         ten.get_table_named("ranking").to_csv())

    def test_free_places(self):
        for rule, points in ("ratio", [100, 0]), ("linear", [100, 0]):
            result = run(self.HEAD + "A,6,0,,,\nB,4,10,,,\n", weight_price="1", price_points=rule)
            self.assertEqual(numbers(result, "points", "ranking"), points)


class Selection(unittest.TestCase):
    def test_every_combination_tried(self):
        """The best for each number of places, of all combinations; the first of equals."""
        rng = random.Random(3)
        for trial in range(60):
            rows = [(rng.randint(1, 7), rng.choice([50, 60, 70, 80])) for _ in range(8)]
            aim = rng.choice(["points", "place-points"])
            table = "proposal,places,tariff,quality\n" + "".join(
                f"F{i},{places},4000,{points}\n" for i, (places, points) in enumerate(rows))
            result = run(table, weight_quality="1", aim=aim, target_low="10", target_high="14")
            best = {}
            for chosen in itertools.product([1, 0], repeat=len(rows)):
                size = sum(p for (p, _), taken in zip(rows, chosen) if taken)
                value = sum(q * (p if aim == "place-points" else 1)
                            for (p, q), taken in zip(rows, chosen) if taken)
                if 10 <= size <= 14 and (size not in best or value > best[size][0]):
                    best[size] = value, "; ".join(f"F{i}" for i, t in enumerate(chosen) if t)
            self.assertEqual(numbers(result, "places", "selection"), sorted(best), trial)
            self.assertEqual(numbers(result, "points", "selection"),
                             [best[size][0] for size in sorted(best)])
            self.assertEqual(texts(result, "proposals", "selection"),
                             [best[size][1] for size in sorted(best)])
            top = max(best.items(), key=lambda item: (item[1][0], item[0]))[0] if best else None
            marked = [size for size, word in zip(sorted(best), texts(result, "best", "selection"))
                      if word == "ja"]
            self.assertEqual(marked, [top] if best else [])

    def test_what_remains(self):
        result = run(THREE, weight_price="1")
        self.assertEqual(numbers(result, "remaining", "selection"), [2])
        self.assertEqual(texts(result, "selected"), ["ja"] * 3)

    def test_none_meets_the_target(self):
        result = run("proposal,places,tariff\nA,6,1\n", weight_price="1")
        self.assertEqual(len(result.get_table_named("selection")), 0)
        self.assertIn("Ingen kombination af forslagene rammer måltallet.", notes(result))

    def test_refused_proposals_are_not_chosen(self):
        result = run("proposal,places,tariff,new\nA,9,1,ja\nB,9,1,nej\nC,9,1,ja\n",
                     weight_price="1")
        self.assertEqual(texts(result, "proposals", "selection"), ["A; C"])
        self.assertEqual(texts(result, "selected"), ["ja", "nej", "ja"])


class Need(unittest.TestCase):
    def test_the_memo(self):
        """60-100 places in 2021 and 50 in each of the next two, with the target of 16-20."""
        result = Kkr.GuaranteeProposals(register=Kkr.Register.new_packaged(), year=2021)
        result.set_from_string("proposals", THREE)
        need = result.run().get_table_named("need")
        self.assertEqual([need.get_column("low").dup_total(), need.get_column("high").dup_total()],
                         ["160", "200"])
        self.assertEqual(Fraction(need.get_column("lowest-share").dup_exact(0)), 16)
        self.assertEqual(Fraction(need.get_column("highest-share").dup_exact(0)), Fraction(100, 3))
        self.assertEqual([need.get_column("lowest-share").dup_total(),
                          need.get_column("highest-share").dup_total()], ["8", "25/2"])

    def test_a_need_of_ones_own(self):
        result = run(THREE, need="år;behov, mindst;behov, højst\n2024;0;40\n")
        self.assertEqual(numbers(result, "lowest-share", "need"), [40])
        self.assertEqual(numbers(result, "highest-share", "need"), [None])

    def test_terms_of_the_register(self):
        calc = Kkr.GuaranteeProposals(register=Kkr.Register.new_packaged(), year=2021)
        calc.set_from_string("proposals", TWENTY)
        result = calc.run()
        self.assertEqual(kroner(result, "maximum"), [43840000])
        self.assertIn("Økonomimodellens underskudsgaranti",
                      result.explain("maximum", 0).to_string())


class PricedVacancy(unittest.TestCase):
    def test_over_cover(self):
        """Ten places of 4.000 kr. with 95 per cent in the tariff: the cost base is 13.870.000."""
        result = run(TEN)
        self.assertEqual(numbers(result, "occupancy", "cover"), [100, 95, 90, 85])
        self.assertEqual(kroner(result, "fees", "cover"),
                         [14600000, 13870000, 13140000, 12410000])
        self.assertEqual(kroner(result, "guarantee", "cover"), [0, 365000, 730000, 1095000])
        self.assertEqual(kroner(result, "priced", "cover"), [0, 365000, 365000, 365000])
        self.assertEqual(kroner(result, "fixed", "cover"), [6935000] * 4)
        # With the saving a constant over-cover; without, nothing is left at 90 per cent.
        self.assertEqual(kroner(result, "result", "cover"), [365000] * 4)
        self.assertEqual(kroner(result, "unsaved-result", "cover"), [365000, 365000, 0, -365000])
        self.assertEqual(numbers(result, "break-even", "break-even"), [90])
        self.assertEqual(kroner(result, "over-cover", "break-even"), [365000])

    def test_break_even_is_twice_the_occupancy_less_one(self):
        for occupancy in (50, 60, 87, 100):
            result = run(f"proposal,places,tariff\nA,1,4000\n", occupancy=str(occupancy))
            self.assertEqual(numbers(result, "break-even", "break-even"), [2 * occupancy - 100])

    def test_no_break_even(self):
        for share, occupancy in (("100", "95"), ("60", "50")):
            result = run("proposal,places,tariff\nA,1,4000\n", occupancy=occupancy, share=share)
            self.assertEqual(numbers(result, "break-even", "break-even"), [None])


class Bad(unittest.TestCase):
    def check(self, pattern, table, **inputs):
        with self.assertRaisesRegex(GLib.Error, pattern):
            run(table, **inputs)

    def test_rows(self):
        head = "proposal,places,tariff,shared-places,occupancy,quality\n"
        for row, pattern in (
                ("A,0,1,,,", "A: no number of places: 0 found, 1 to 100000 expected"),
                ("A,-2,1,,,", "A: no number of places: -2 found"),
                ("A,1,-1,,,", "A: a negative tariff: DKK -1.00 found, 0 or more expected"),
                ("A,4,1,5,,", "A: places open to the KKR area: 5 found, 0 to the 4 of"),
                ("A,4,1,,0,", "A: no occupancy of a tariff: 0 found, more than 0 and at most 100"),
                ("A,4,1,,101.5,", "A: no occupancy of a tariff: 101.5 found"),
                ("A,4,1,,,101", "A: out of range: 101 found, 0 to 100 expected"),
                ("A,4,1,,,\nA,4,1,,,", 'row 2.*that was there before: "A" found')):
            self.check(pattern, head + row + "\n")

    def test_inputs(self):
        for inputs, pattern in (
                ({"share": "101"}, 'share: no percentage: "101" found, 0 to 100 expected'),
                ({"years": "0"}, "years: no such number: 0 found, a whole number from 1 to 50"),
                ({"target_low": "21"}, "target-high: a target that ends below its start: 20 found"),
                ({"alternative_shares": "75; 50"}, "a share for each year: 2 found, 3 expected"),
                ({"alternative_shares": "75; x; 2"}, 'no percentage: "x" found'),
                ({"commissioned": "1 May"}, 'no such day: "1 May" found'),
                ({"occupancy": "0"}, "occupancy: no occupancy of a tariff: 0 found"),
                ({"vacancy": "101"}, 'vacancy: no percentage: "101" found'),
                ({"days": "0"}, "days: no days of a year: 0 found, 1 to 366 expected"),
                ({"weight_price": "-1"}, "weight-price: no weight: -1 found"),
                ({"weight_price": "0"}, "no criterion has a weight: 0 found for all"),
                ({"weight_quality": "1"}, "A: nothing to weigh: a blank cell found"),
                ({"points_decimals": "5"}, "no such number of decimals: 5 found, 0 to 4"),
                ({"need": "year,low,high\n2021,9,8\n"}, "no need of places: 9 to 8 found"),
                ({"need": "year,low,high\n2021,9,9\n2021,9,9\n"}, "a year that was there before")):
            self.check(pattern, THREE, **inputs)

    def test_a_register_needs_a_year(self):
        calc = Kkr.GuaranteeProposals(register=Kkr.Register.new_packaged())
        calc.set_from_string("proposals", THREE)
        with self.assertRaisesRegex(GLib.Error, "year: missing: nothing found"):
            calc.run()

    def test_amounts_that_do_not_fit(self):
        self.check("does not fit|overflow|too large",
                   "proposal,places,tariff,commissioned\nA,20,90000000000000000,2022-02-01\n")


class Metamorphic(unittest.TestCase):
    def test_splitting_a_proposal_conserves_the_payment(self):
        rng = random.Random(5)
        for _ in range(20):
            places, first = rng.randint(2, 20), 0
            first, tariff = rng.randint(1, places - 1), rng.randint(0, 9999)
            head = "proposal,places,tariff\n"
            whole = run(head + f"A,{places},{tariff}\n", commissioned="2022-02-01")
            parts = run(head + f"A,{first},{tariff}\nB,{places - first},{tariff}\n",
                        commissioned="2022-02-01")
            self.assertEqual(sum(numbers(whole, "maximum")), sum(numbers(parts, "maximum")))

    def test_order_and_names_do_not_matter(self):
        lines = ["A,6,3900,80", "B,8,4200,90", "C,4,4500,70"]
        head = "proposal,places,tariff,quality\n"
        straight = run(head + "\n".join(lines) + "\n", weight_quality="1", weight_price="1",
                       commissioned="2022-02-01")
        turned = run(head + "\n".join(reversed(lines)) + "\n", weight_quality="1",
                     weight_price="1", commissioned="2022-02-01")
        self.assertEqual(straight.get_table_named("ranking").to_csv(),
                         turned.get_table_named("ranking").to_csv())
        self.assertEqual(straight.get_table_named("years").to_csv(),
                         turned.get_table_named("years").to_csv())

    def test_sums_agree(self):
        result = run(THREE, commissioned="2021-03-15", vacancy="7,3", share="33,3")
        for name in ("maximum", "estimate", "alternative"):
            total = int(result.get_table().get_column(name).dup_total())
            for table in ("exposure", "years"):
                self.assertEqual(sum(numbers(result, name, table)), total)
            self.assertEqual(numbers(result, name, "summary")[0], total)


if __name__ == "__main__":
    unittest.main()
