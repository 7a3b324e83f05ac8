# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the calculator of demand by dom-type."""
import tap

Kkr = tap.kkr()

NAMES = ("Rebild", "810", "Hjørring Kommune", "Aalborg", "")
SECTORS = ("kommunal", "regional", "privat", "selvejende", "state")


def demand(random, packaged):
    if random.random() < 0.2:
        return Kkr.DomTypeDemand(register=packaged), {"threshold": str(random.randint(0, 9))}
    judgements = "".join(
        f"{random.randint(2019, 2024)};{random.randint(1, 5)};{random.choice([0, 1, 7, 400])};"
        f"{random.choice(NAMES)}\n" for _ in range(random.randint(0, 40)))
    inputs = {"judgements": "year;dom-type;persons;municipality\n" + judgements,
              "decimals": str(random.randint(0, 6)),
              "rounding": random.choice(["half-away", "half-even", "floor", "ceiling"]),
              "placement-types": random.choice(["2, 3", "1;2;3", "4"]),
              "independent-as-public": random.choice(["ja", "nej"])}
    if random.random() < 0.6:
        inputs["supply"] = "municipality;sector;offers;places\n" + "".join(
            f"{random.choice(NAMES)};{random.choice(SECTORS)};{random.choice(['', 0, 2, 7])};"
            f"{random.randint(0, 90)}\n" for _ in range(random.randint(0, 12)))
    if random.random() < 0.6:
        inputs["placements"] = "paragraph;persons\n" + "".join(
            f"{random.choice(['§ 108', 'sel-107', '85', 'hjemme'])};{random.randint(0, 9)}\n"
            for _ in range(random.randint(0, 5)))
    if random.random() < 0.3:
        inputs["first-year"] = str(random.randint(2019, 2025))
    return Kkr.DomTypeDemand(register=random.choice([packaged, None])), inputs
