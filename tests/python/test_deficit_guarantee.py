# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who pays for new places that stand empty: the figures by hand."""
import datetime
import itertools
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

STATUSES = "place;from;to;status;municipality\n"
REGISTER = Kkr.Register.new_packaged()


def calculator(places, statuses, register=None, **inputs):
    calc = Kkr.DeficitGuarantee(register=register)
    calc.set_from_string("places", places)
    calc.set_from_string("statuses", statuses)
    for name, text in inputs.items():
        calc.set_from_string(name.replace("_", "-"), text)
    return calc


def run(*args, **inputs):
    return calculator(*args, **inputs).run()


def place(tariff="4.000", start="2022-02-01", name="A1"):
    return f"place;tariff;commissioned\n{name};{tariff};{start}\n"


def spans(*rows):
    return STATUSES + "".join(row + "\n" for row in rows)


def cell(result, column, row=0, table="places"):
    return int(result.get_table_named(table).get_column(column).dup_exact(row))


def total(result, column, table="places"):
    return int(result.get_table_named(table).get_column(column).dup_total())


def strings(result, column, table="places"):
    return list(result.get_table_named(table).get_column(column).get_strings())


def texts(result, column, table="places", language="da"):
    column = result.get_table_named(table).get_column(column)
    return [column.dup_text_in(row, language)
            for row in range(len(result.get_table_named(table)))]


def notes(result):
    return " ".join(note.get_danish() for note in result.dup_notes())


def kroner(amount):
    return amount * 100


class Vectors(unittest.TestCase):
    """The figures of the rules, worked by hand."""

    def test_thirty_empty_days(self):
        result = run(place(), spans("A1;2022-03-01;2022-03-30;tom;"))
        self.assertEqual(total(result, "guarantee"), kroner(60000))
        self.assertEqual(total(result, "operator-part"), kroner(60000))

    def test_three_places(self):
        """10, 0 and 45 empty days at half of 3.500 kr."""
        places = "place;tariff;commissioned\n" + "".join(
            f"A{n};3.500;2022-02-01\n" for n in (1, 2, 3))
        result = run(places, spans("A1;2022-02-01;2022-02-10;empty;",
                                   "A1;2022-02-11;2022-06-30;occupied;Rødovre",
                                   "A2;2022-02-01;2022-06-30;occupied;Greve",
                                   "A3;2022-02-01;2022-03-17;empty;",
                                   "A3;2022-03-18;2022-06-30;occupied;Greve"))
        self.assertEqual([cell(result, "covered-empty", row) for row in range(3)], [10, 0, 45])
        self.assertEqual(total(result, "guarantee"), kroner(96250))

    def test_no_vacancy_no_payment(self):
        result = run(place(), spans("A1;2022-02-01;2022-12-31;belagt;Greve"),
                     municipalities="municipality\nGreve\nRødovre\n")
        self.assertEqual(total(result, "guarantee"), 0)
        self.assertEqual(total(result, "amount", "municipalities"), 0)

    def test_notice_is_the_user_municipality_s(self):
        result = run(place(), spans("A1;2022-03-01;2022-03-30;i opsigelse;Rødovre",
                                    "A1;2022-03-31;2022-04-19;tom;"), first_day="2022-03-01")
        self.assertEqual(cell(result, "guarantee"), kroner(40000))
        self.assertEqual(cell(result, "user"), kroner(120000))
        self.assertEqual(strings(result, "payer", "payers")[0], "Rødovre")
        self.assertEqual(cell(result, "amount", 0, "payers"), kroner(120000))

    def test_days_after_the_window(self):
        """20 to 31 January 2025 are inside; 22 days are empty."""
        result = run(place(), spans("A1;2025-01-20;2025-02-10;tom;"), first_day="2025-01-20")
        self.assertEqual((cell(result, "empty"), cell(result, "covered-empty")), (22, 12))
        self.assertEqual(cell(result, "guarantee"), kroner(24000))
        self.assertEqual(texts(result, "window", "days"), ["i kraft", "udløbet"])
        self.assertEqual(strings(result, "expiry"), ["2025-02-01"])

    def test_twenty_places_always_empty(self):
        names = [f"A{n}" for n in range(20)]
        places = "place;tariff;commissioned\n" + "".join(
            f"{name};4.000;2022-02-01\n" for name in names)
        statuses = spans(*(f"{name};2022-02-01;2025-01-31;tom;" for name in names))
        result = run(places, statuses, register=REGISTER, unit="1")
        self.assertEqual(total(result, "covered-empty"), 20 * 1096)
        self.assertEqual(total(result, "guarantee"), kroner(43840000))
        amounts = result.get_table_named("municipalities").get_column("amount")
        amounts = [amounts.get_int64(row) for row in range(29)]
        self.assertEqual(sorted(amounts),
                         [kroner(1511724)] * 25 + [kroner(1511725)] * 4)
        self.assertEqual(sum(amounts), kroner(43840000))

    def test_to_the_ore(self):
        """43.840.000 / 29 = 1.511.724,137...: 29 times 1.511.724,13 leave 23 øre."""
        result = run(place("80.000.000", "2022-02-01"), spans("A1;2022-02-01;2022-02-01;tom;"),
                     register=REGISTER, share="54,8")
        amounts = result.get_table_named("municipalities").get_column("amount")
        amounts = sorted(amounts.get_int64(row) for row in range(29))
        self.assertEqual(amounts, [151172413] * 6 + [151172414] * 23)

    def test_shares_by_weight(self):
        result = run(place(), spans("A1;2022-02-01;2022-03-22;tom;"), key="weights",
                     municipalities="kommune;vægt\nA;60.000\nB;30.000\nC;10.000\n")
        self.assertEqual([cell(result, "amount", row, "municipalities") for row in range(3)],
                         [kroner(60000), kroner(30000), kroner(10000)])

    def test_places_without_a_guarantee(self):
        places = ("place;tariff;commissioned;covered;new\nA1;4.000;2022-02-01;nej;\n"
                  "A2;4.000;2022-02-01;;nej\n")
        result = run(places, spans("A1;2022-02-01;2022-02-10;tom;",
                                   "A2;2022-02-01;2022-02-10;tom;"))
        self.assertEqual(total(result, "guarantee"), 0)
        self.assertEqual(total(result, "operator-part"), kroner(80000))
        self.assertEqual(texts(result, "reason"), ["pladsen er ikke omfattet af aftalen",
                                                   "pladserne er ikke nye"])

    def test_a_tariff_of_nothing(self):
        result = run(place("0"), spans("A1;2022-02-01;2022-02-10;tom;"))
        self.assertEqual(total(result, "guarantee"), 0)


class Windows(unittest.TestCase):
    def lengths(self, start, **inputs):
        last = str(datetime.date.fromisoformat(start) + datetime.timedelta(2000))
        result = run(place(start=start), spans(f"A1;{start};{last};tom;"), **inputs)
        return strings(result, "expiry")[0], cell(result, "covered-empty")

    def test_calendar_years(self):
        for start, expiry, days in (("2022-02-01", "2025-02-01", 1096),
                                    ("2022-01-01", "2025-01-01", 1096),
                                    ("2024-03-01", "2027-03-01", 1095),
                                    ("2024-02-28", "2027-02-28", 1096)):
            self.assertEqual(self.lengths(start), (expiry, days))

    def test_29_february(self):
        self.assertEqual(self.lengths("2024-02-29", leap_day="february-28"), ("2027-02-28", 1095))
        self.assertEqual(self.lengths("2024-02-29", leap_day="march-1"), ("2027-03-01", 1096))
        self.assertEqual(self.lengths("2024-02-29", years="4"), ("2028-02-29", 1461))
        result = run(place(start="2024-02-29"), spans("A1;2024-02-29;2024-03-01;tom;"))
        self.assertIn("Garanti fra en 29. februar: udløber den 28. februar, så den 27. er "
                      "sidste dag.", notes(result))

    def two(self, **inputs):
        """Taken into use half a year apart; both empty in the whole of February 2025."""
        places = ("place;operator;tariff;commissioned\nA1;Nord;4.000;2022-02-01\n"
                  "A2;Nord;4.000;2022-08-01\n")
        return run(places, spans("A1;2025-02-01;2025-02-28;tom;", "A2;2025-02-01;2025-02-28;tom;"),
                   first_day="2025-02-01", **inputs)

    def test_by_place_or_by_agreement(self):
        result = self.two()
        self.assertEqual([cell(result, "covered-empty", row) for row in (0, 1)], [0, 28])
        self.assertIn("Garantiens år løber: for hver plads", notes(result))
        result = self.two(window="per-agreement")
        self.assertEqual([cell(result, "covered-empty", row) for row in (0, 1)], [0, 0])
        self.assertEqual(strings(result, "guarantee-from"), ["2022-02-01"] * 2)
        self.assertIn("Garantiens år løber: for alle pladser i en aftale", notes(result))

    def test_a_place_without_a_guarantee_begins_none(self):
        """An old place of the same offer neither opens the agreement nor decides its terms."""
        places = ("place;operator;tariff;commissioned;new\nA0;Nord;4.000;2010-01-01;nej\n"
                  "A1;Nord;4.000;2022-02-01;ja\n")
        result = run(places, spans("A0;2022-02-01;2022-02-10;tom;",
                                   "A1;2022-02-01;2022-02-10;tom;"), window="per-agreement",
                     register=REGISTER)
        self.assertEqual([cell(result, "covered-empty", row) for row in (0, 1)], [0, 10])

    def test_in_use_from_the_first_citizen_on(self):
        places = "place;tariff\nA1;4.000\nA2;4.000\n"
        result = run(places, spans("A1;2022-02-01;2022-02-10;tom;",
                                   "A1;2022-02-11;2022-02-20;belagt;Greve",
                                   "A1;2022-02-21;2022-02-28;tom;",
                                   "A2;2022-02-01;2022-02-28;tom;"))
        self.assertEqual([cell(result, "covered-empty", row) for row in (0, 1)], [8, 0])
        self.assertEqual(strings(result, "start")[0], "2022-02-11")
        self.assertEqual(texts(result, "window", "days")[0], "ikke begyndt")


class Cover(unittest.TestCase):
    EMPTY = "A1;2022-02-01;2025-01-31;tom;"
    YEARS = "75; 50; 25"

    def test_rejected_model_always_empty(self):
        """365 days at 3.000, 365 at 2.000 and 366 at 1.000 kr."""
        flat = run(place(), spans(self.EMPTY))
        falling = run(place(), spans(self.EMPTY), yearly_shares=self.YEARS)
        self.assertEqual(total(flat, "guarantee"), kroner(2192000))
        self.assertEqual(total(falling, "guarantee"), kroner(2191000))
        self.assertEqual(strings(falling, "from", "days"), ["2022-02-01", "2023-02-01",
                                                            "2024-02-01"])

    def test_rejected_model_is_told(self):
        """Only where the shares are those of the first decision."""
        told = ("fravalgt i notatet til fordel for 50 pct. i alle tre år",
                "rejected in the memo for 50 per cent in all three years")
        for shares, is_told in ((self.YEARS, True), ("75 pct.;50,0;25", True),
                                ("75; 50; 20", False), ("25; 50; 75", False), (None, False)):
            inputs = {} if shares is None else {"yearly_shares": shares}
            found = [(note.get_danish(), note.get_english())
                     for note in run(place(), spans(self.EMPTY), **inputs).dup_notes()]
            for i, words in enumerate(told):
                self.assertEqual(sum(words in note[i] for note in found), int(is_told), shares)

    def test_rejected_model_in_one_year(self):
        for start, flat, falling in (("2022-02-01", 400000, 600000), ("2023-02-01", 400000, 400000),
                                     ("2024-02-01", 400000, 200000)):
            last = datetime.date.fromisoformat(start) + datetime.timedelta(199)
            row = spans(f"A1;{start};{last};tom;")
            self.assertEqual(total(run(place(), row, first_day=start), "guarantee"), kroner(flat))
            self.assertEqual(total(run(place(), row, first_day=start, yearly_shares=self.YEARS),
                                   "guarantee"), kroner(falling))

    def test_terms(self):
        result = run(place(), spans(self.EMPTY))
        self.assertEqual(texts(result, "status", "terms"),
                         ["Belagt", "I opsigelse", "Tom, med garanti", "Tom, uden garanti"])
        for column, parts in (("user", [100, 100, 0, 0]), ("joint", [0, 0, 50, 0]),
                              ("operator", [0, 0, 50, 100])):
            self.assertEqual([cell(result, column, row, "terms") for row in range(4)], parts)
        falling = run(place(), spans(self.EMPTY), yearly_shares=self.YEARS)
        self.assertEqual([cell(falling, "operator", row, "terms") for row in range(6)],
                         [0, 0, 25, 50, 75, 100])

    def test_tariff_of_the_day_or_of_the_beginning(self):
        """The tariff rises from 4.000 to 5.000 kr. after ten of twenty empty days."""
        tariffs = ("place;from;to;tariff\nA1;2022-02-01;2022-02-10;4.000\n"
                   "A1;2022-02-11;;5.000\n")
        rows = spans("A1;2022-02-01;2022-02-20;tom;", "A1;2022-02-21;2022-02-22;belagt;Greve")
        places = "place;commissioned\nA1;2022-02-01\n"
        day = run(places, rows, tariffs=tariffs)
        frozen = run(places, rows, tariffs=tariffs, tariff_basis="frozen")
        self.assertEqual(total(day, "guarantee"), kroner(10 * 2000 + 10 * 2500))
        self.assertEqual(total(frozen, "guarantee"), kroner(20 * 2000))
        for result in (day, frozen):
            self.assertEqual(total(result, "user"), kroner(2 * 5000))
            self.assertEqual(total(result, "guarantee") + total(result, "operator-part"),
                             kroner(10 * 4000 + 10 * 5000))
        self.assertIn("Garantien dækker en del af: taksten ved ibrugtagningen.", notes(frozen))

    def test_special_tariff(self):
        """The user pays the special tariff; the guarantee is half of the ordinary one."""
        result = run(place(), "place;from;to;status;municipality;special-tariff\n"
                     "A1;2022-02-01;2022-02-10;belagt;Greve;5.500\n"
                     "A1;2022-02-11;2022-02-12;tom;;\n")
        self.assertEqual(total(result, "user"), kroner(55000))
        self.assertEqual(total(result, "guarantee"), kroner(4000))

    def test_rounding_of_days_or_places(self):
        """Half of 100,01 kr. is 50,005 kr.; ten of them are 500,05 kr., or ten times 50,01."""
        row = spans("A1;2022-02-01;2022-02-10;tom;")
        by_place = run(place("100,01"), row)
        by_day = run(place("100,01"), row, rounding_of="day")
        self.assertEqual(total(by_place, "guarantee"), 50005)
        self.assertEqual(total(by_day, "guarantee"), 50010)
        self.assertEqual(total(by_day, "operator-part"), 100010 - 50010)
        self.assertIn("Afrundet er: garantien for hver plads hver dag.", notes(by_day))
        down = run(place("100,01"), spans("A1;2022-02-01;2022-02-01;tom;"), rounding="floor")
        self.assertEqual(total(down, "guarantee"), 5000)


class Eligible(unittest.TestCase):
    HEAD = ("place;operator;operator-kind;tariff;commissioned;experience;new;target-group-fits;"
            "offer-exists;kkr-approved;supervision-approved\n")

    def places(self, n, operator="Nord", first=0):
        return "".join(f"A{first + i};{operator};kommune;4.000;2022-02-{i % 28 + 1:02};"
                       "ja;ja;ja;ja;ja;ja\n" for i in range(n))

    def run_all(self, rows, **inputs):
        names = [row.split(";")[0] for row in rows.splitlines()]
        return run(self.HEAD + rows, spans(*(f"{name};2022-03-01;2022-03-01;tom;"
                                             for name in names)), first_day="2022-03-01", **inputs)

    def covered(self, result):
        return strings(result, "covered").count("yes")

    def test_cap(self):
        for n, covered in ((15, 15), (16, 16), (20, 20), (21, 20)):
            result = self.run_all(self.places(n))
            self.assertEqual(self.covered(result), covered)
            self.assertEqual("under måltallet" in notes(result), n == 15)
        self.assertEqual(total(result, "guarantee"), kroner(20 * 2000))
        self.assertEqual(texts(result, "reason")[20], "loftet over pladser er nået")

    def test_last_to_be_taken_into_use_is_above_the_cap(self):
        result = self.run_all(self.places(3), max_places="2")
        self.assertEqual(strings(result, "covered"), ["yes", "yes", "no"])
        swapped = "".join(reversed(self.places(3).splitlines(True)))
        result = self.run_all(swapped, max_places="2")
        self.assertEqual(strings(result, "covered"), ["no", "yes", "yes"])

    def test_cap_of_each_operator(self):
        rows = self.places(15) + self.places(15, "Syd", 15)
        self.assertEqual(self.covered(self.run_all(rows)), 20)
        result = self.run_all(rows, cap="per-operator")
        self.assertEqual(self.covered(result), 30)
        self.assertIn("Loftet over pladser gælder: hver driftsherre for sig.", notes(result))
        self.assertEqual([cell(result, "places", row, "operators") for row in (0, 1)], [15, 15])

    def test_an_operator_that_is_written_in_two_ways_is_one(self):
        places = ("place;operator;tariff;commissioned\nA1;Gladsaxe Kommune;4.000;2022-02-01\n"
                  "A2;gladsaxe;4.000;2022-02-02\nA3;159;4.000;2022-02-03\n"
                  "B1;Region Hovedstaden;4.000;2022-02-01\nB2;Hovedstaden;4.000;2022-02-02\n")
        rows = spans(*(f"{name};2022-02-01;2022-02-10;tom;" for name in (
            "A1", "A2", "A3", "B1", "B2")))
        result = run(places, rows, register=REGISTER, cap="per-operator", max_places="1")
        self.assertEqual(strings(result, "covered"), ["yes", "no", "no", "yes", "no"])
        self.assertEqual(texts(result, "operator", "operators"), ["Gladsaxe Kommune",
                                                                  "Region Hovedstaden"])
        self.assertEqual(cell(result, "operator-part", 0, "operators"), kroner(100000))
        result = run(places, rows, register=REGISTER, window="per-agreement")
        self.assertEqual(strings(result, "guarantee-from"), ["2022-02-01"] * 5)
        # Without a register it is the letters that count, not their case.
        result = run(places.replace("gladsaxe", "GLADSAXE KOMMUNE "), rows, cap="per-operator",
                     max_places="1")
        self.assertEqual(strings(result, "covered"), ["yes", "no", "yes", "yes", "yes"])

    def test_above_the_cap_as_an_error(self):
        with self.assertRaisesRegex(GLib.Error, "place A20: above the cap.*no. 21 found, 20 at"):
            self.run_all(self.places(21), excess="refuse")

    def test_every_reason(self):
        row = "A1;Fonden;privat;4.000;2022-02-01;nej;nej;nej;nej;nej;nej\n"
        result = self.run_all(row)
        self.assertEqual(texts(result, "reason")[0].count(";"), 6)
        for word in ("privat", "erfaring", "nye", "målgruppen", "driftssikkert", "KKR",
                     "Socialtilsynet"):
            self.assertIn(word, texts(result, "reason")[0])
        later = self.run_all(row.replace("privat", "region"), first_round="nej")
        self.assertEqual(texts(later, "reason")[0].count(";"), 4)
        self.assertNotIn("driftssikkert", texts(later, "reason")[0])
        self.assertIn("private", texts(result, "reason", language="en")[0])

    def test_what_nobody_states(self):
        row = spans("A1;2022-02-01;2022-02-01;tom;")
        accepted = run(place(), row)
        self.assertEqual(strings(accepted, "covered"), ["yes"])
        self.assertIn("Ikke oplyst for 1 plads (A1): hvem driftsherren er", notes(accepted))
        refused = run(place(), row, unstated="refuse")
        self.assertEqual(strings(refused, "covered"), ["no"])
        self.assertIn("Betingelser, som ingen har oplyst: regnes som ikke opfyldt.",
                      notes(refused))


class Municipalities(unittest.TestCase):
    ROWS = spans("A1;2022-02-01;2022-02-10;belagt;Greve", "A1;2022-02-11;2022-02-15;opsagt;Ishøj",
                 "A1;2022-02-16;2022-02-20;tom;")
    LIST = "kommune;vægt\nIshøj;1,5\nGreve;0,5\n"

    def test_usage(self):
        """10 days of Greve and 5 of Ishøj: of 10.000 kr. 6.666,67 and 3.333,33."""
        result = run(place(), self.ROWS, key="usage", municipalities=self.LIST)
        self.assertEqual([cell(result, "amount", row, "municipalities") for row in (0, 1)],
                         [333333, 666667])
        self.assertIn("Kommunerne deler garantien: efter brugte dage.", notes(result))

    def test_decimal_weights(self):
        result = run(place(), self.ROWS, key="weights", municipalities=self.LIST)
        self.assertEqual([cell(result, "amount", row, "municipalities") for row in (0, 1)],
                         [750000, 250000])

    def test_the_register_knows_the_29(self):
        result = run(place(), self.ROWS, register=REGISTER)
        names = strings(result, "municipality", "municipalities")
        self.assertEqual(len(names), 29)
        self.assertIn("Ishøj", names)
        self.assertNotIn("Greve", names)
        self.assertIn("Økonomimodel til etablering af nye pladser", str(result.explain(
            "guarantee", 0)))

    def test_names_as_the_register_has_them(self):
        result = run(place(), self.ROWS.replace("Ishøj", "183"), register=REGISTER, key="usage")
        self.assertEqual(strings(result, "payer", "payers")[:2], ["Greve", "Ishøj"])
        bills = {name: cell(result, "amount", row, "municipalities") for row, name in enumerate(
            strings(result, "municipality", "municipalities"))}
        # Greve uses the place and is none of the 29: Ishøj alone pays by usage.
        self.assertEqual([name for name, amount in bills.items() if amount > 0], ["Ishøj"])

    def test_what_the_figures_do_not_show_is_said(self):
        told = ("Ibrugtagningen er ikke oplyst; garantien er regnet fra den første belagte dag i "
                "statusserne, og mangler ældre statusser, løber den for længe: A2.",
                "Belagt før den oplyste ibrugtagning, som garantien er regnet fra: A1.",
                "Særtaksten gælder kun brugerkommunen; garantien er regnet af den ordinære takst: "
                "A1.",
                "Garantien betaler alle tomme dage, også den tomgang, som taksten allerede "
                "indeholder med den sædvanlige belægning.",
                "Har brugt pladser, men deler ikke betalingen: Solrød.")
        rows = ("place;from;to;status;municipality;special-tariff\n"
                "A1;2022-01-31;2022-02-01;belagt;Ishøj;4.500\nA1;2022-02-02;2022-02-11;tom;;\n"
                "A2;2022-02-01;2022-02-10;belagt;Solrød;\nA2;2022-02-11;2022-02-11;tom;;\n")
        result = run(place() + "A2;4.000;\n", rows, key="usage", municipalities=self.LIST)
        self.assertEqual(total(result, "guarantee"), kroner(11 * 2000))
        for text in told:
            self.assertIn(text, notes(result))
        full = spans("A1;2022-02-01;2022-02-10;belagt;Ishøj")
        silent = notes(run(place(), full, key="usage", municipalities=self.LIST))
        for text in told:
            self.assertNotIn(text.partition(":")[0], silent)

    def test_without_anybody_to_share_there_is_no_bill(self):
        result = run(place(), self.ROWS)
        self.assertNotIn("municipalities", [table.get_name() for table in result.dup_tables()])
        self.assertIn("Betalingen er ikke delt", notes(result))

    def test_terms_of_a_year_that_the_register_does_not_know(self):
        late = spans("A1;2024-02-01;2024-02-10;tom;")
        with self.assertRaisesRegex(GLib.Error, "share: missing: deficit-guarantee/share"):
            run(place(start="2024-02-01"), late, register=REGISTER)
        result = run(place(start="2024-02-01"), late, register=REGISTER, share="50", years="3",
                     max_places="20")
        self.assertEqual(total(result, "guarantee"), kroner(20000))


class BadInput(unittest.TestCase):
    EMPTY = "A1;2022-02-01;2022-02-10;tom;"

    def assert_says(self, words, *args, **inputs):
        calc = calculator(*args, **inputs)
        with self.assertRaises(GLib.Error) as caught:
            calc.run()
        for word in words:
            self.assertIn(word, caught.exception.message)
        self.assertGreaterEqual(len(calc.validate()), 1)

    def test_overlap(self):
        self.assert_says(["row 2", "place A1", "empty 2022-02-01/2022-02-10",
                          "occupied 2022-02-05/.."], place(),
                         spans(self.EMPTY, "A1;2022-02-05;;belagt;Greve"), last_day="2022-03-01")

    def test_day_with_two_statuses(self):
        rows = spans("A1;2022-02-01;2022-02-10;belagt;Greve", "A1;2022-02-10;2022-02-20;tom;")
        self.assert_says(["place A1", "2022-02-10/2022-02-20"], place(), rows)
        self.assertEqual(cell(run(place(), rows, shared_day="earlier"), "empty"), 10)
        self.assertEqual(cell(run(place(), rows, shared_day="later"), "empty"), 11)

    def test_end_before_start(self):
        self.assert_says(["row 1", "place A1", "2022-02-01 found, 2022-02-10 or later"], place(),
                         spans("A1;2022-02-10;2022-02-01;tom;"))
        with self.assertRaises(GLib.Error) as caught:
            run(place(), spans("A1;2022-02-10;2022-02-01;tom;"))
        self.assertNotIn("last-day", caught.exception.message)
        self.assert_says(["last-day", "2022-01-01 found"], place(), spans(self.EMPTY),
                         first_day="2022-02-01", last_day="2022-01-01")

    def test_negative_tariffs(self):
        self.assert_says(["place A1", "negative tariff", "-4,000"], place("-4.000"),
                         spans(self.EMPTY))
        self.assert_says(["tariffs", "place A1", "-1"], place(), spans(self.EMPTY),
                         tariffs="place;from;to;tariff\nA1;2022-02-01;;-1\n")

    def test_days_without_a_tariff(self):
        self.assert_says(["place A1, 2022-02-06 to 2022-02-10: no tariff"], place(),
                         spans(self.EMPTY),
                         tariffs="place;from;to;tariff\nA1;2022-02-01;2022-02-05;4.000\n")
        self.assert_says(["place A1, 2022-02-01 to 2022-02-10: no tariff"],
                         "place;commissioned\nA1;2022-02-01\n", spans(self.EMPTY))

    def test_days_without_a_status(self):
        rows = spans(self.EMPTY, "A1;2022-02-13;2022-02-20;belagt;Greve")
        self.assert_says(["place A1, 2022-02-11 to 2022-02-12: no status"], place(), rows)
        self.assertEqual(cell(run(place(), rows, gaps="empty"), "empty"), 12)
        self.assertEqual(cell(run(place(), rows, gaps="outside"), "empty"), 10)

    def test_places(self):
        self.assert_says(["row 2", "A1 found, each place once"],
                         place() + "A1;4.000;2022-02-01\n", spans(self.EMPTY))
        self.assert_says(["row 1", "no such place: B7"], place(),
                         spans("B7;2022-02-01;2022-02-10;tom;"))

    def test_open_end_and_no_last_day(self):
        self.assert_says(["last-day", "missing"], place(), spans("A1;2022-02-01;;tom;"))

    def test_rules(self):
        for inputs, word in (({"share": "101"}, "101 pct."), ({"share": "-1"}, "-1"),
                             ({"years": "0"}, "0 found"), ({"max-places": "-1"}, "-1 found"),
                             ({"yearly-shares": "75; 50"}, "2 found, 3 expected"),
                             ({"yearly-shares": "75; x; 25"}, '"x" found'),
                             ({"yearly-shares": "75; 50; 25", "share": "50"}, "two ways"),
                             ({"unit": "0"}, "unit"), ({"first-day": "i går"}, "i går")):
            with self.subTest(inputs):
                self.assert_says([word], place(), spans(self.EMPTY),
                                 **{name.replace("-", "_"): text for name, text in inputs.items()})

    def test_municipalities(self):
        for text, word in (("kommune;vægt\nA;-1,5\nB;2\n", "A: a negative weight: -1.5 found"),
                           ("kommune;vægt\nA;1\nB;\n", "B: no weight"),
                           ("kommune;vægt\nA;1\nA;2\n", "A found, each municipality once"),
                           ("kommune;vægt\nA;0\nB;0\n", "zero")):
            self.assert_says([word], place(), spans(self.EMPTY), key="weights",
                             municipalities=text)
        self.assert_says(["municipalities: missing"], place(), spans(self.EMPTY), key="weights")
        self.assert_says(["Atlantis"], place(), spans("A1;2022-02-01;2022-02-10;belagt;Atlantis"),
                         register=REGISTER)

    def test_too_large(self):
        self.assert_says(["64 bit"], place("90.000.000.000.000.000"), spans(self.EMPTY))


class Metamorphic(unittest.TestCase):
    """What must hold whatever the figures are."""
    NAMES = ["Greve", "Ishøj", "Solrød", "Rødovre"]

    def world(self, choose):
        names = [f"A{n}" for n in range(choose.randint(1, 4))]
        rows, places = [], ["place;operator;tariff;commissioned"]
        for name in names:
            day = datetime.date(2022, 1, 1) + datetime.timedelta(choose.randint(0, 400))
            places.append(f"{name};{choose.choice(['Nord', 'Syd'])};{choose.randint(1, 9999)},"
                          f"{choose.randint(10, 99)};{day}")
            for _ in range(choose.randint(1, 6)):
                last = day + datetime.timedelta(choose.randint(0, 500))
                status = choose.choice(["belagt", "opsagt", "tom"])
                rows.append([name, str(day), str(last), status, choose.choice(self.NAMES)])
                day = last + datetime.timedelta(1)
        weights = {name: choose.randint(1, 50) for name in self.NAMES}
        return "\n".join(places) + "\n", rows, weights

    def result(self, places, rows, weights, **inputs):
        listed = "kommune;vægt\n" + "".join(f"{k};{v}\n" for k, v in weights.items())
        inputs = {"gaps": "outside", "key": "weights"} | inputs
        return run(places, spans(*map(";".join, rows)), municipalities=listed, **inputs)

    def test_the_bills_are_the_payment_and_all_days_are_paid(self):
        choose = random.Random(6)
        for _ in range(60):
            places, rows, weights = self.world(choose)
            result = self.result(places, rows, weights, key=choose.choice(["weights", "equal"]))
            self.assertEqual(total(result, "amount", "municipalities"), total(result, "guarantee"))
            self.assertEqual(total(result, "amount", "payers"), sum(
                total(result, column) for column in ("user", "guarantee", "operator-part")))
            days = sum((datetime.date.fromisoformat(row[2])
                        - datetime.date.fromisoformat(row[1])).days + 1 for row in rows)
            self.assertEqual(sum(total(result, column) for column in ("occupied", "notice",
                                                                      "empty")), days)

    def test_day_by_day(self):
        """Another way to the same figures: each day by itself."""
        choose = random.Random(7)
        for _ in range(25):
            places, rows, weights = self.world(choose)
            result = self.result(places, rows, weights)
            expected = 0
            for line in places.splitlines()[1:]:
                name, _, tariff, start = line.split(";")
                start = datetime.date.fromisoformat(start)
                end = (start.replace(year=start.year + 3) if (start.month, start.day) != (2, 29)
                       else datetime.date(start.year + 3, 2, 28))
                sum_of_place = 0
                for row in rows:
                    if row[0] != name or row[3] != "tom":
                        continue
                    day = datetime.date.fromisoformat(row[1])
                    while day <= datetime.date.fromisoformat(row[2]):
                        sum_of_place += int(tariff.replace(",", "")) * (start <= day < end)
                        day += datetime.timedelta(1)
                expected += (sum_of_place + 1) // 2
            self.assertEqual(total(result, "guarantee"), expected)

    def test_renaming_permutes_the_bills(self):
        choose = random.Random(8)
        places, rows, weights = self.world(choose)
        before = self.result(places, rows, weights, key="usage", method="independent")
        for names in itertools.permutations(self.NAMES):
            new = dict(zip(self.NAMES, names))
            renamed = [row[:4] + [new[row[4]]] for row in rows]
            after = self.result(places, renamed, {new[k]: v for k, v in weights.items()},
                                key="usage", method="independent")
            for row, name in enumerate(self.NAMES):
                self.assertEqual(cell(before, "amount", row, "municipalities"),
                                 cell(after, "amount", row, "municipalities"))
                self.assertEqual(strings(after, "municipality", "municipalities")[row], new[name])

    def test_no_vacancy_no_payment(self):
        choose = random.Random(9)
        for _ in range(20):
            places, rows, weights = self.world(choose)
            result = self.result(places, [row[:3] + ["belagt", row[4]] for row in rows], weights)
            self.assertEqual(total(result, "guarantee") + total(result, "operator-part"), 0)

    def test_one_settlement_or_two(self):
        """A period that is settled in two parts costs the same, if days are rounded."""
        choose = random.Random(10)
        for _ in range(20):
            places, rows, weights = self.world(choose)
            inputs = {"rounding_of": "day"}
            whole = self.result(places, rows, weights, first_day="2022-01-01",
                                last_day="2026-12-31", **inputs)
            parts = [self.result(places, rows, weights, first_day=first, last_day=last, **inputs)
                     for first, last in (("2022-01-01", "2023-06-30"),
                                         ("2023-07-01", "2026-12-31"))]
            for column in ("guarantee", "user", "operator-part", "empty"):
                self.assertEqual(total(whole, column), sum(total(part, column) for part in parts))


class Table(unittest.TestCase):
    def test_scenarios_of_the_cover(self):
        calc = calculator(place(), spans("A1;2022-02-01;2022-02-10;tom;"))
        builder = Kkr.TableBuilder.new("s", "s", "s")
        builder.add_double("share", "Dækning", "Cover", Kkr.Unit.PERCENT, [0.0, 50.0, 62.5])
        column = calc.run_table(builder.end(), None, None).get_table().get_column("guarantee")
        self.assertEqual([column.get_int64(row) for row in range(3)],
                         [0, kroner(20000), kroner(25000)])

    def test_every_cell_explains_itself(self):
        result = run(place(), Municipalities.ROWS, municipalities=Municipalities.LIST, key="usage")
        for table in result.dup_tables():
            for column in table.dup_columns():
                name = f"{table.get_name()}.{column.get_name()}"
                for row in range(len(table)):
                    if column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                        self.assertTrue(result.explain(name, row).check())
                if column.has_total():
                    self.assertTrue(result.explain(name, -1).check())


if __name__ == "__main__":
    unittest.main()
