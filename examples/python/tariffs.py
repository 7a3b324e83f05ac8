#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A year of a secretariat for framework agreements: what a new place costs, what the municipalities
may have to pay when it stands empty, what they do pay, whom the operator bills, and how tariffs
develop."""
import gi

gi.require_version("Kkr", "1")
from gi.repository import Kkr  # noqa: E402


def run(name, inputs):
    """Every calculator by its name, with its inputs as text: tables are CSV or the path of a file."""
    calc = Kkr.Calculator.new_by_name(name)
    for key, text in inputs.items():
        calc.set_from_string(key, text)
    return calc.run()


def show(table):
    print(f"{table}\n")


# Two new places in an offer of ten: the budget of the ten gives the tariff.
offer = run("offer-tariff", {"direct-cost": "13.870.000 kr.", "places": "10", "days": "365",
                             "occupancy": "95 pct."})
tariff = offer.get_table()["tariff"].dup_text(0)
print(f"{offer.explain('tariff', 0)}\n")

# Before the decision: the most that the municipalities may have to pay together, year by year.
proposals = run("guarantee-proposals", {
    "proposals": f"Projektforslag;Pladser;Takst;Ibrugtagning\nSolsiden;2;{tariff};2022-02-01\n",
    "vacancy": "10 pct."})
show(proposals.get_table_named("years"))

# After the first year: one of the two has stood empty since October.
guarantee = run("deficit-guarantee", {
    "places": f"Plads;Takst;Taget i brug\nS1;{tariff};2022-02-01\nS2;{tariff};2022-03-01\n",
    "statuses": "Plads;Fra og med;Til og med;Status;Brugerkommune\n"
                "S1;2022-02-01;2022-08-31;belagt;Albertslund\n"
                "S1;2022-09-01;2022-09-30;i opsigelse;Albertslund\n"
                "S1;2022-10-01;2022-12-31;tom;\n"
                "S2;2022-03-01;2022-12-31;belagt;Ballerup\n",
    "municipalities": "Kommune;Vægt\nAlbertslund;27.000\nBallerup;49.000\nTårnby;43.000\n",
    "key": "weights", "first-day": "2022-01-01", "last-day": "2022-12-31"})
show(guarantee.get_table_named("municipalities"))
show(guarantee.get_table_named("payers"))

# What the operator bills the two municipalities from September on.
bills = run("place-billing", {
    "placements": "Placering;Betalingskommune;Fra og med;Til og med\n"
                  "P1;Albertslund;2022-02-01;2022-09-30\nP2;Ballerup;2022-03-01;\n",
    "tariffs": f"Takst\n{tariff}\n", "first-day": "2022-09-01", "last-day": "2022-12-31"})
show(bills.get_table())

# Two years of tariffs, and what is left of the change after prices and wages.
followup = run("tariff-followup", {
    "lists": f"År;Driftsherre;Tilbud;Takst\n2022;Albertslund Kommune;Solsiden;{tariff}\n"
             "2022;Ballerup Kommune;Åhuset;3.600,00\n2023;Albertslund Kommune;Solsiden;4.100,00\n"
             "2023;Ballerup Kommune;Åhuset;3.700,00\n",
    "rate": "3,0"})
show(followup.get_table())
