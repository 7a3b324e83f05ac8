# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the calculator of secured places."""
import tap

Kkr = tap.kkr()

NAMES = ["1", "domstype 2", "type-3", "4", "5", "varetægtssurrogat"]


def decimal(random, most, decimals=1):
    return f"{random.randint(0, most)},{random.randint(0, 10 ** decimals - 1):0{decimals}}"


def people(random, names, first):
    start, inflow, stays = [], [], []
    for name in names:
        secured = random.randint(0, 80)
        if random.random() < 0.9:
            start.append(f"{name};{secured};{random.randint(0, secured)};{random.randint(0, 40)}")
        for year in ["", *random.sample(range(first, first + 6), random.randint(0, 2))]:
            inflow.append(f"{name};{year};{decimal(random, 15)};{random.choice(['', '0,25'])};"
                          f"{random.choice(['', decimal(random, 5)])}")
        long = random.random() < 0.85
        stays.append(f"{name};;{random.randint(1, 12) if long else '0,3'};;"
                     f"{decimal(random, 99) if long else ''};{random.choice(['', '7', '4,5'])};")
        if long and random.random() < 0.3:
            stays.append(f"{name};;;{random.randint(0, 100)};{random.randint(0, 100)};;Trin 1")
    return start, inflow, stays


def secured(random, packaged):
    names = random.sample(NAMES, random.randint(1, len(NAMES)))
    first = random.randint(2020, 2028)
    start, inflow, stays = people(random, names, first)
    steps = [f"Trin {n};{random.randint(first - 1, first + 9)};{random.choice(['', 5, 12])};"
             f"{random.randint(0, 20)};{random.choice(['', '40.000.000'])}" for n in (1, 2)]
    inputs = {"first-year": str(first), "secured-places": str(random.randint(0, 200)),
              "start": "\n".join(["dom-type;secured;waiting;open", *start, ""]),
              "inflow": "\n".join(["dom-type;year;persons;change;open-persons", *inflow, ""]),
              "stays": "\n".join(["dom-type;year;length;ended;to-open;open-length;step", *stays,
                                  ""]),
              "steps": "\n".join(["step;year;secured-places;open-places;cost", *steps, ""]),
              "rounding": random.choice(["half-even", "half-away", "floor", "ceiling"])}
    if random.random() < 0.7:
        inputs["open-places"] = str(random.randint(0, 120))
    if random.random() < 0.4:
        inputs |= {"paths": random.choice(["1", "7", "300"]), "seed": str(random.randint(0, 99)),
                   "percentiles": random.choice(["50", "5; 50; 95", "10; 90"])}
    if random.random() < 0.5:
        inputs |= {"state-takes-remand": str(first + random.randint(0, 9)),
                   "remand-takeover": random.choice(["all", "arrivals"])}
    if random.random() < 0.5:
        towns = random.sample(["Aalborg", "Rebild", "Læsø", "Morsø", "Thisted"], 4)
        inputs |= {
            "users": "municipality;days\n" + "".join(
                f"{town};{random.randint(1, 900)}\n" for town in towns[:3]),
            "key": "municipality;weight\n" + "".join(
                f"{town};{decimal(random, 200, 2)}\n" for town in towns[1:]),
            "method": random.choice(["largest-remainder", "sainte-lague", "cumulative"]),
            random.choice(["tariff", "budget"]): decimal(random, 9000, 2)}
    if random.random() < 0.5:
        inputs["western-year"] = str(first + random.randint(0, 9))
        return Kkr.SecuredCapacity(register=packaged), inputs
    inputs |= {"last-year": str(first + random.randint(0, 12)), "horizon": str(first + 6)}
    return Kkr.SecuredCapacity(), inputs
