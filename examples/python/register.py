#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the register answers: who, where, since when, and in which document that stands."""
import gi

gi.require_version("Kkr", "1")
from gi.repository import Kkr  # noqa: E402

dk = Kkr.Register.new_packaged()

# Who pays to Socialtilsyn Nord in 2024, and by what key?
nord = dk.find_arrangement("socialtilsyn-nord")
print(f"{nord.get_title_in('da')}, efter {nord.get_weights_title_in('da')}")
for payer in nord.dup_municipalities_on("2024-01-01"):
    print(f"  {payer.get_name()}")

# How many places for persons with a developmental disability and a dom are there in North Jutland?
north = Kkr.Filter(region="Nordjylland", target_group="intellectual-disability-dom")
for places in dk.select("pladser", north):
    print(places)
    print(f"  {places.get_note_in('da')}")

# Who owned Holtegården before 2017, and since then?
offer = dk.find_offer("Holtegården")
print(offer)
for ownership in offer.dup_ownerships():
    print(f"  {ownership}")

# Which region answers for Hillerød before and after the turn of the year?
hilleroed = dk.find_municipality("Hillerød")
for day in ("2026-12-31", "2027-01-01"):
    print(f"{hilleroed.get_name()}, {day}: {hilleroed.get_region_on(day).get_name()}")

# Which rate of prices and wages was known for 2024 in June 2023, and where does it stand?
rate = dk.lookup("price-wage/service-expenditure", "2024-01-01", "2023-06-01")
print(rate)
