# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the matching of persons and places."""
import tap

Kkr = tap.kkr()

TOWNS = ["Aalborg", "Rebild", "Thisted", "Hjørring", ""]
GROUPS = ["udviklingshæmning", "autisme", "misbrug"]
PRIORITIES = ["pligt", "ventetid", "need", "anbragte", "wish", "afstand", "takst"]


def groups(random):
    return ", ".join(random.sample(GROUPS, random.randint(0, 2)))


def persons(random, offers):
    lines = ["person;municipality;dom-type;judged;needs;need-points;wish;decision"]
    for i in range(random.randint(0, 6)):
        kind = random.choice(["", "1", "2", "3", "4", "5"])
        decision = {"2": "sikret", "4": "anbringelse"}.get(kind, "")
        lines.append(";".join([
            f"B{i}", random.choice(TOWNS), kind,
            random.choice(["", f"2024-0{random.randint(1, 5)}-{random.randint(10, 29)}"]
                          if kind else [""]),
            groups(random), random.choice(["", "1", "5"]),
            random.choice(["", "Rebild", *offers[:1]]),
            decision if random.random() < 0.4 else ""]))
    return "\n".join(lines) + "\n"


def offer(random, name):
    return ";".join([
        name, random.choice(["kommunal", "regional", "privat", "selvejende", ""]),
        random.choice(TOWNS), random.choice(["108", "107; 108", "§ 85", ""]),
        random.choice(["ja", "ja", "nej", ""]),
        random.choice(["ja", "ja", "nej", "kun i teksten", ""]),
        random.choice(["ja", "nej", ""]), groups(random), str(random.randint(0, 3)),
        random.choice(["", f"{random.randint(1000, 4000)},50"])])


def placement_matching(random, packaged):
    names = [f"Tilbud {i}" for i in range(random.randint(0, 4))]
    inputs = {"day": "2024-06-01", "persons": persons(random, names),
              "offers": "\n".join(["offer;sector;municipality;paragraphs;long-term;approved;secured;"
                                   "target-groups;places;tariff",
                                   *(offer(random, name) for name in names), ""])}
    if names and random.random() < 0.6:
        inputs["distances"] = "municipality;offer;km\n" + "".join(
            f"{town};{name};{random.randint(1, 200)},{random.randint(0, 9)}\n"
            for town in TOWNS[:4] for name in names if random.random() < 0.8)
        inputs["max-distance"] = random.choice(["150", "300"])
    if names and random.random() < 0.5:
        inputs["placements"] = "person;offer;from;to\n" + "".join(
            f"A{i};{random.choice(names)};2023-01-01;{random.choice(['', '2024-05-31'])}\n"
            for i in range(random.randint(1, 4)))
    if random.random() < 0.4:
        inputs["conflicts"] = "person;other\nB0;B1\nautisme;misbrug\n"
    if random.random() < 0.5:
        inputs["priorities"] = "; ".join(random.sample(PRIORITIES, random.randint(1, 7)))
    inputs |= {"secured-places": random.choice(["refuses", "warns"]),
               "independent-as-public": random.choice(["yes", "no"])}
    inputs |= {"unstated": random.choice(["refuses", "warns"]),
               "within": random.choice(["any", "region"]),
               "private-offers": random.choice(["refuses", "warns"]),
               "typical-months": random.choice(["3", "1"])}
    return Kkr.PlacementMatching(register=packaged), inputs
