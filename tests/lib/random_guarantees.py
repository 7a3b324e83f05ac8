# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the calculators of deficit guarantees."""
import tap

Kkr = tap.kkr()


def proposal(random, name):
    places = random.randint(1, 9)
    tariff = f"{random.choice([0, 1, random.randint(2, 9999)])},{random.randint(0, 99):02}"
    start = random.choice(["", "2024-02-29", f"20{random.randint(10, 30)}-0{random.randint(1, 9)}-"
                           f"{random.randint(10, 28)}"])
    cells = [name, places, random.randint(0, places), tariff, start,
             random.choice(["", random.randint(1, 100)]), random.choice(["", "7,5"]),
             random.randint(0, 100), random.randint(0, 100),
             random.choice(["kommune", "region", "region", "privat", ""]),
             random.choice(["ja", "ja", "ja", "nej", ""])]
    return ";".join(map(str, cells))


def proposals(random, packaged):
    lines = [proposal(random, f"Forslag {i}") for i in range(random.randint(0, 30))]
    inputs = {"proposals": "\n".join([
        "proposal;places;shared-places;tariff;commissioned;occupancy;vacancy;quality;setting;"
        "operator-kind;new", *lines, ""])}
    for name in "price", "quality", "setting", "shared":
        if random.random() < 0.6:
            inputs[f"weight-{name}"] = str(random.choice([0, 1, 25, "12,5"]))
    if random.random() < 0.5:
        inputs |= {"year": "2021"}
        return Kkr.GuaranteeProposals(register=packaged), inputs
    if random.random() < 0.5:
        inputs |= {"share": random.choice(["0", "33,3", "100"]), "years": "2",
                   "alternative-shares": "80; 12,5"}
    inputs |= {"aim": random.choice(["points", "place-points"]), "vacancy": "3",
               "price-points": random.choice(["ratio", "linear"]), "max-places": "30",
               "target-low": str(random.randint(0, 10)), "target-high": "30",
               "points-decimals": str(random.randint(0, 4)), "rounding": random.choice(
                   ["half-away", "half-even", "floor", "ceiling"])}
    if random.random() < 0.5:
        inputs["need"] = "year,low,high\n2021,60,100\n2022,0,50\n"
    return Kkr.GuaranteeProposals(), inputs
