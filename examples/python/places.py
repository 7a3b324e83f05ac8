#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Persons with a judgement and the places for them: how many there are of each, who can live where,
how full the offers are, and how many secured places are needed in the years to come. The persons and
offers are invented."""
import gi

gi.require_version("Kkr", "1")
from gi.repository import Kkr  # noqa: E402

register = Kkr.Register.new_packaged()


def run(name, inputs):
    """Every calculator by its name, with its inputs as text: tables are CSV or the path of a file."""
    calc = Kkr.Calculator.new_by_name(name)
    if "register" in calc.dup_input_names():
        calc.props.register = register
    for key, text in inputs.items():
        calc.set_from_string(key, text)
    return calc.run()


def show(table):
    print(f"{table}\n")


# The mapping: judgements by dom-type, and the places for each person judged to placement.
demand = run("dom-type-demand", {})
show(demand.get_table())
show(demand.get_table_named("coverage"))

# Four who wait, three offers and those who live there: the best for all who wait together, what one
# more place would change, and who lives where the rules would not expect it.
matching = run("placement-matching", {
    "day": "2024-03-01",
    "persons": "Borger;Kommune;Domstype;Dom modtaget;Målgrupper;Ønske\n"
               "B1;Rebild;2;2023-11-01;udadreagerende;\n"
               "B2;Aalborg;3;2024-01-15;;Fjordhuset\n"
               "B3;Hjørring;3;2024-02-20;;\n"
               "B4;Jammerbugt;5;2023-12-01;;Bakken\n",
    "offers": "Tilbud;Kommune;Sektor;Paragraffer;Godkendt på Tilbudsportalen;Målgrupper;Pladser;"
              "Takst\n"
              "Fjordhuset;Aalborg;kommunal;108;ja;udadreagerende;3;4.900,00\n"
              "Skovgården;Mariagerfjord;regional;108;ja;udadreagerende;2;5.200,00\n"
              "Bakken;Hjørring;privat;107;ja;;4;3.800,00\n",
    "placements": "Borger;Tilbud;Fra og med;Paragraf;Domstype\n"
                  "F1;Fjordhuset;2021-05-01;108;3\nF2;Fjordhuset;2022-09-01;108;2\n"
                  "S1;Skovgården;2020-01-01;108;3\nS2;Skovgården;2023-06-01;108;2\n"
                  "K1;Bakken;2023-08-01;107;3\n"})
show(matching.get_table())
show(matching.get_table_named("more-places"))
show(matching.get_table_named("unexpected"))

# A year of the two public offers: how full they were, and the chance that a request is refused.
occupancy = run("occupancy", {
    "counts": "Tilbud;År;Pladser;Belægningsprocent;Takst\n"
              "Fjordhuset;2023;3;66,7;4.900,00\nSkovgården;2023;2;105;5.200,00\n",
    "demand": "Tilbud;Henvendelser pr. år;Ophold i døgn;Pladser\n"
              "Fjordhuset;1;730;3\nSkovgården;2;730;2\n",
    "target": "10 pct."})
show(occupancy.get_table())
show(occupancy.get_table_named("demand"))

# The years to come: secured places, with two steps of expansion, and the chance that they are too
# few.
secured = run("secured-capacity", {
    "first-year": "2025", "last-year": "2029", "secured-places": "60", "open-places": "15",
    "start": "Domstype;Sikrede pladser;Åbne pladser\n1;20;0\n2;40;10\n",
    "inflow": "Domstype;Tilgang\n1;2\n2;10\n",
    "stays": "Domstype;Opholdstid i år;Udsluses i pct.;Åben opholdstid i år;Trin\n1;10;;;\n"
             "2;4;50;5;\n2;;80;;trin 1\n",
    "steps": "Trin;Fra år;Sikrede pladser;Åbne pladser\ntrin 1;2026;2;\ntrin 2;2026;;10\n",
    "paths": "10000", "seed": "1"})
show(secured.get_table())
show(secured.get_table_named("exceeded"))
