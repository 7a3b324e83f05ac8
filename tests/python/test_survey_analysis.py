# SPDX-License-Identifier: LGPL-2.1-or-later
"""Surveys: what the documents print, and counting by hand."""
import itertools
import random
import unittest
from fractions import Fraction
from math import floor

import checker
import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

ANSWER = "question;answer;group;share\n"


def survey(answers=None, invited=None, **inputs):
    calc = Kkr.SurveyAnalysis(**inputs)
    for name, text in (("answers", answers), ("invited", invited)):
        if text is not None:
            calc.set_from_string(name, text)
    return calc


def rows(result, name, *columns):
    table = result.get_table_named(name)
    return list(zip(*(table[column].get_strings() for column in columns)))


def exact(result, name, column, row):
    text = result.get_table_named(name)[column].dup_exact(row)
    return Fraction(text) if text is not None else None


class Expectations(unittest.TestCase):
    """VIVE 2022: what municipalities and regions expect."""

    def setUp(self):
        self.result = Kkr.SurveyAnalysis(register=Kkr.Register.new_packaged(),
                                         table="place-expectations-2022").run(None)
        names = rows(self.result, "distributions", "question", "group")
        self.place = {name: row for row, name in enumerate(names)}

    def test_sums(self):
        """99/98, 99/100, 100/100, 100/100, 103/100 and 100/100."""
        sums = {"Voksne i alt": (99, 98), "Udviklingshæmning": (99, 100),
                "Medfødt eller erhvervet hjerneskade": (100, 100), "Autisme": (100, 100),
                "Socialpsykiatriske problemstilling": (103, 100),
                "Fysisk funktionsnedsættelse": (100, 100)}
        for question, (nordjylland, national) in sums.items():
            for group, expected in (("Nordjylland", nordjylland), ("Landsgennemsnit", national)):
                row = self.place[question, group]
                self.assertEqual(exact(self.result, "distributions", "sum", row), expected)
                verdict = rows(self.result, "distributions", "verdict")[row][0]
                self.assertEqual(verdict, {100: "exact", 99: "rounding"}.get(expected, "fails"))

    def test_net_balance(self):
        for key, expected in ((("Voksne i alt", "Nordjylland"), 22),
                              (("Voksne i alt", "Landsgennemsnit"), 59),
                              (("Udviklingshæmning", "Nordjylland"), -33),
                              (("Autisme", "Landsgennemsnit"), 93),
                              (("Fysisk funktionsnedsættelse", "Nordjylland"), -11)):
            self.assertEqual(exact(self.result, "distributions", "net", self.place[key]), expected)

    def test_ninths(self):
        """9 of North Jutland; 14 is no number of it, and 11, one of 9, would be."""
        self.assertEqual(rows(self.result, "groups", "group", "base", "flagged")[0],
                         ("Nordjylland", "9", "1"))
        flagged = [row for row in rows(self.result, "shares", "question", "answer", "group",
                                       "verdict", "repair-count") if row[3] == "no-count"]
        self.assertEqual(flagged, [("Socialpsykiatriske problemstilling", "Falde", "Nordjylland",
                                    "no-count", "1")])
        counts = {"11": 1, "22": 2, "33": 3, "44": 4, "78": 7, "89": 8, "100": 9, "0": 0}
        table = self.result.get_table_named("shares")
        for row, (group, verdict) in enumerate(rows(self.result, "shares", "group", "verdict")):
            if group == "Nordjylland" and verdict == "fits":
                self.assertEqual(table["count-low"].get_int64(row),
                                 counts[table["share"].dup_exact(row)])
        row = next(row for row, verdict in enumerate(rows(self.result, "shares", "verdict"))
                   if verdict[0] == "no-count")
        self.assertEqual(exact(self.result, "shares", "repair", row), Fraction(100, 9))
        self.assertIn("Nordjylland, Socialpsykiatriske problemstilling, Falde: 14 pct. er intet "
                      "antal af 9. 11 pct. (1 af 9) ville passe.",
                      [note.get_danish() for note in self.result.dup_notes()])

    def test_no_certain_number(self):
        """86, 93, 96, 97 and 98 have two faults each: none is told, and no verdict rests on it."""
        self.assertEqual(rows(self.result, "groups", "group", "base", "candidates", "flagged"),
                         [("Nordjylland", "9", "10", "1"), ("Landsgennemsnit", ".", "5", "2")])
        found = [row[1:] for row in rows(self.result, "shares", "group", "verdict", "count-low",
                                         "computed", "repair") if row[0] == "Landsgennemsnit"]
        self.assertEqual(found, [("no-base", ".", "", "")] * 18)
        bases = [row[1] for row in rows(self.result, "distributions", "group", "base")
                 if row[0] == "Landsgennemsnit"]
        self.assertEqual(bases, ["."] * 6)
        notes = [note.get_danish() for note in self.result.dup_notes()]
        self.assertIn("Landsgennemsnit: intet grundtal fra 1 til 98 passer til alle de trykte "
                      "procenter. Disse passer bedst og lige godt: 86, 93, 96, 97 og 98 (fejl ved "
                      "hvert: 2). Ingen af dem er valgt.", notes)
        self.assertIn("Nordjylland: af grundtallene fra 1 til 98 passer disse bedst, med én fejl "
                      "hver: 9, 18, 27, 36, 45, 54, 63, 72, 81 og 90. 9 er det mindste af dem, "
                      "hvor de øvrige svar efterlader ét antal i stedet for den procent, der ikke "
                      "passer.", notes)
        for column, value in (("candidates", "5"), ("flagged", "2")):
            explained = self.result.explain(f"groups.{column}", 1)
            self.assertEqual(checker.check(explained.to_json()), value)
        for column, row in (("base", self.place["Autisme", "Landsgennemsnit"]),
                            ("groups.base", 1)):
            with self.assertRaises(GLib.Error):
                self.result.explain(column, row)

    def test_which_share_is_wrong_is_not_certain(self):
        """Of 8, one is 12,5 and seven are 87,5: 13 and 88. Of 15, two are 13,3 and thirteen 86,7:
        13 and 87. Printed are 88 and 87, so one is wrong of either, and not the same."""
        text = ANSWER + "S;a;N;13\nS;b;N;88\nV;a;N;13\nV;b;N;87\n"
        for last, base, candidates in ((14, "8", "1"), (15, ".", "2")):
            result = survey(text, first_base=8, last_base=last).run(None)
            self.assertEqual(rows(result, "groups", "base", "candidates", "flagged"),
                             [(base, candidates, "1")])

    def test_the_repaired_column_is_ninths_too(self):
        """With 11 for 14 nothing is flagged, and 9 remains."""
        text = ANSWER + "S;Stige;N;78\nS;Uændret;N;11\nS;Falde;N;11\nV;Stige;N;44\nV;Falde;N;56\n"
        result = survey(text, last_base=20).run(None)
        self.assertEqual(rows(result, "groups", "base", "flagged", "candidates"), [("9", "0", "2")])


class Rates(unittest.TestCase):
    def test_printed_rates(self):
        """64 and 82 per cent of 11; 42 per cent of 265, 59 of 1.149."""
        for asked, answered, partly, expected in ((11, 7, 2, [64, 82]), (265, 112, 0, [42]),
                                                  (1149, 678, 0, [59])):
            result = Kkr.SurveyAnalysis(asked=asked, answered=answered,
                                        answered_partly=partly).run(None)
            table = result.get_table()
            self.assertEqual([floor(exact(result, "rates", "rate", row) + Fraction(1, 2))
                              for row in range(len(table))], expected)

    def test_who_is_missing(self):
        """Seven have filled in the questionnaire, two have written remarks; two are missing."""
        full = ["Hjørring", "Jammerbugt", "Brønderslev", "Vesthimmerland", "Rebild", "Aalborg",
                "Mariagerfjord"]
        lines = [*(f"{name};fuld" for name in full), "Frederikshavn;kvalitativ", "Morsø;delvis",
                 "Thisted;", "Læsø;ingen"]
        result = survey(invited="adspurgt;besvarelse\n" + "\n".join(lines) + "\n").run(None)
        self.assertEqual(rows(result, "rates", "kind", "asked", "answered", "missing"),
                         [("answered", "11", "7", "4"), ("answered-or-partly", "11", "9", "2")])
        self.assertEqual(rows(result, "missing", "respondent"), [("Thisted",), ("Læsø",)])

    def test_batch(self):
        builder = Kkr.TableBuilder.new("s", "S", "S")
        builder.add_int64("asked", "a", "a", Kkr.Unit.COUNT, [265, 1149])
        builder.add_int64("answered", "b", "b", Kkr.Unit.COUNT, [112, 678])
        table = Kkr.SurveyAnalysis().run_table(builder.end(), ["rate"], None).get_table()
        self.assertEqual([table["rate"].dup_exact(i) for i in range(2)],
                         [str(Fraction(11200, 265)), str(Fraction(67800, 1149))])


class Counts(unittest.TestCase):
    def test_counts(self):
        result = survey("answer;count\nStige;3\nUændret;2\nFalde;4\n").run(None)
        self.assertEqual(exact(result, "distributions", "net", 0), Fraction(-100, 9))
        self.assertEqual([exact(result, "shares", "computed", row) for row in range(3)],
                         [Fraction(300, 9), Fraction(200, 9), Fraction(400, 9)])

    def test_formula_of_the_balance(self):
        result = survey("answer;share\nFalde;40\nStige;44\nUændret;16\n").run(None)
        self.assertEqual(exact(result, "distributions", "net", 0), 4)
        self.assertIn("(0 - Falde, trykt + Stige, trykt)", result.explain("net", 0).to_string())
        result = survey("answer;share\nStige;44\nFalde;40\nUændret;16\n").run(None)
        self.assertIn("(Stige, trykt - Falde, trykt)", result.explain("net", 0).to_string())

    def test_who_was_asked_is_no_personal_number(self):
        calc = Kkr.SurveyAnalysis()
        calc.set_from_string("invited", "respondent;response\nRebild;full\nMorsø;none\n")
        self.assertEqual(rows(calc.run(None), "missing", "respondent"), [("Morsø",)])
        for word in ("partly", "delvis"):
            calc.set_from_string("invited", f"respondent;response\nRebild;{word}\nMorsø;none\n")
            self.assertEqual(rows(calc.run(None), "rates", "answered"), [("0",), ("1",)])
        with self.assertRaises(GLib.Error) as caught:
            calc.set_from_string("invited", "respondent\n010190-1234\n")
        self.assertNotIn("1234", caught.exception.message)

    def test_shares_beside_counts(self):
        """3 of 7 are 42,857 per cent, printed 42,9; 4 of 7 are 57,143 and not 58,1."""
        result = survey("answer;count;share\nStige;3;42,9\nFalde;4;58,1\n").run(None)
        self.assertEqual(rows(result, "shares", "verdict", "repair-count"),
                         [("fits", "."), ("other-count", "4")])

    def test_several_answers(self):
        result = survey("answer;count\nA;8\nB;9\n", several_answers=True, answered=10).run(None)
        self.assertEqual([exact(result, "shares", "computed", row) for row in range(2)], [80, 90])
        self.assertEqual(rows(result, "distributions", "verdict"), [("several-answers",)])


class Intervals(unittest.TestCase):
    def test_precision_is_that_of_the_print(self):
        """Three of 33 can be 100, up to 100,5; three of 33,0 are below 99,15."""
        for text, verdict in (("33\nb;33\nc;33", "rounding"), ("33,3\nb;33,3\nc;33,3", "rounding"),
                              ("33,3\nb;33,3\nc;33,2", "fails"), ("33\nb;33\nc;32", "fails"),
                              ("44\nb;55", "fails"), ("45\nb;56", "rounding")):
            result = survey("answer;share\na;" + text + "\n").run(None)
            self.assertEqual(rows(result, "distributions", "verdict"), [(verdict,)], text)
        result = survey("answer;share\na;33\nb;33\nc;33\n", decimals=1).run(None)
        self.assertEqual(rows(result, "distributions", "verdict"), [("fails",)])

    def test_an_end_that_is_left_out(self):
        """49 and 50 are below 49,5 and 50,5, so together below 100."""
        result = survey("answer;share\na;49\nb;50\n").run(None)
        self.assertEqual(exact(result, "distributions", "sum-high", 0), 100)
        self.assertEqual(rows(result, "distributions", "verdict"), [("fails",)])

    def test_random_distributions_are_consistent(self):
        """What was printed of counts is never called impossible, and the base is at most theirs."""
        seeded = random.Random(11)
        for _ in range(200):
            base, decimals = seeded.randint(1, 60), seeded.choice([0, 1])
            lines = []
            for question in range(seeded.randint(1, 4)):
                cuts = sorted(seeded.randint(0, base) for _ in range(3))
                for answer, count in enumerate((cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1],
                                                base - cuts[2])):
                    share = Fraction(100 * 10 ** decimals * count, base)
                    printed = Fraction(floor(share + Fraction(1, 2)), 10 ** decimals)
                    lines.append(f"{question};{answer};x;{float(printed)}".replace(".", ","))
            result = survey(ANSWER + "\n".join(lines) + "\n").run(None)
            self.assertEqual(rows(result, "groups", "flagged"), [("0",)])
            self.assertLessEqual(result.get_table_named("groups")["base"].get_int64(0), base)
            for verdict, in rows(result, "distributions", "verdict"):
                self.assertIn(verdict, ("exact", "rounding"))


class Refusals(unittest.TestCase):
    def refused(self, calc, *parts):
        with self.assertRaises(GLib.Error) as caught:
            calc.run(None)
        for part in parts:
            self.assertIn(part, caught.exception.message)

    def test_messages(self):
        self.refused(Kkr.SurveyAnalysis(), "answers: missing")
        self.refused(Kkr.SurveyAnalysis(asked=3), "answered: missing")
        self.refused(Kkr.SurveyAnalysis(asked=3, answered=4), "4 found, 3 at most")
        self.refused(Kkr.SurveyAnalysis(asked=0, answered=0), "asked: ")
        self.refused(Kkr.SurveyAnalysis(table="x"), "register")
        self.refused(survey(ANSWER + "Q;A;G;101\n"), "row 1", '"A" (Q; G)', "101 per cent")
        self.refused(survey(ANSWER + "Q;A;G;\n"), "row 1", '"A" (Q; G)')
        self.refused(survey(ANSWER + "Q;A;G;50\nq;a;g;50\n"), "row 2", "already in row 1")
        self.refused(survey("answer;share;count\nA;50;\nB;;2\n"), "row 1", "row 2")
        self.refused(survey("answer;count\nA;-1\n"), "-1 found")
        self.refused(survey("answer;share\nA;33,33333333\n"), "in row 1", "decimals")
        self.refused(survey("answer;share\nA;33,3\n", decimals=0), "in row 1")
        self.refused(survey("answer;share\nA;99,99999999999\n"), "decimals: 99.99999999999 in")
        self.refused(survey("answer;count\nA;2\n", decimals=-1), "decimals: -1 decimals found")
        self.refused(survey("answer;share\nA;2\n", decimals=-2 ** 31), "-2147483648 decimals")
        self.refused(survey("answer;count\nA;2\nB;9223372036854775807\nC;9000000000000000000\n"),
                     "row 2", "9223372036854775807 found, 0 to 1000000000", "row 3")
        self.refused(survey("answer;count\nA;3\n", several_answers=True), "answered: missing")
        self.refused(survey("answer;share\nA;3\n", last_base=0), "last-base: ")
        self.refused(survey("answer;share\nA;3\n", last_base=2 ** 31 - 1), "last-base: ",
                     "1 to 2147483647 found, 1 to 1000000 at most")
        self.refused(survey("answer;share\n" + "".join(f"A{i};1\n" for i in range(101)),
                            last_base=10 ** 6), "1000000 numbers of respondents for 101 answers")
        self.refused(survey(invited="respondent\nA\na\n"), '"a" is asked twice: row 1')

    def test_every_subset_of_inputs(self):
        texts = {"answers": "answer;share\nStige;50\nFalde;50\n", "asked": "9", "answered": "5",
                 "answered-partly": "1", "invited": "respondent;response\nA;fuld\n",
                 "several-answers": "ja", "table": "place-expectations-2022", "decimals": "1"}
        for size in range(len(texts) + 1):
            for names in itertools.combinations(texts, size):
                calc = Kkr.SurveyAnalysis()
                for name in names:
                    calc.set_from_string(name, texts[name])
                try:
                    self.assertGreater(len(calc.run(None).dup_tables()), 0)
                except GLib.Error as error:
                    self.assertFalse(error.matches(Kkr.calc_error_quark(), Kkr.CalcError.FAILED))


class Many(unittest.TestCase):
    def test_a_hundred_thousand_answers(self):
        lines = [f"S{i // 4};{'abcd'[i % 4]};G;25" for i in range(100_000)]
        result = survey(ANSWER + "\n".join(lines) + "\n").run(None)
        self.assertEqual(rows(result, "groups", "base", "flagged"), [("4", "0")])
        self.assertEqual(checker.check(result.explain("shares.count-low", 99_999).to_json()), "1")


class Empty(unittest.TestCase):
    def test_answers_without_rows(self):
        """A table without rows is no error, and the result says that it had none."""
        result = survey(ANSWER).run(None)
        self.assertEqual(len(result.get_table_named("distributions")), 0)
        told = {language: "\n".join(note.to_string_in(language) for note in result.dup_notes())
                for language in ("da", "en")}
        self.assertIn("There are no rows in answers: nothing was counted from it.", told["en"])
        self.assertIn("Der er ingen rækker i svarene (answers): intet er talt op derfra.",
                      told["da"])
