# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the calculator of occupancy."""
import datetime

import tap

Kkr = tap.kkr()

TOWNS = ["Aalborg", "Rebild", "Thisted", "Læsø"]


def day(random, first=2023, last=2025):
    start = datetime.date(first, 1, 1).toordinal()
    end = datetime.date(last, 12, 31).toordinal()
    return datetime.date.fromordinal(random.randint(start, end))


def table(columns, rows):
    return "\n".join([columns, *(";".join(map(str, row)) for row in rows), ""])


def places(random):
    """Each of one or two rows, with days between them now and then."""
    for number in range(random.randint(1, 6)):
        offer = random.choice(["Bakken", "Skoven"])
        middle = day(random)
        first = random.choice(["", middle - datetime.timedelta(random.randint(0, 700))])
        yield [f"A{number}", offer, first, middle, random.randint(0, 3000)]
        if random.random() < 0.6:
            later = middle + datetime.timedelta(random.choice([1, 1, 20]))
            last = later + datetime.timedelta(random.randint(0, 900))
            yield [f"A{number}", offer, later, random.choice(["", last]), random.randint(0, 3000)]


def stays(random, rows):
    names = sorted({row[0] for row in rows})
    for number in range(random.randint(0, 12)):
        start = day(random)
        end = random.choice(["", start + datetime.timedelta(random.randint(0, 500))])
        extra = random.random() < 0.15
        yield [f"P{number}", "" if extra else random.choice(names), "Bakken" if extra else "",
               start, end, random.choice([*TOWNS, ""]),
               random.choice(["", random.randint(0, 2000)])]


def lists(random):
    rows = list(places(random))
    return {"places": table("place;offer;from;to;tariff", rows),
            "placements": table("person;place;offer;from;to;municipality;kept-tariff",
                                stays(random, rows)),
            "first-day": "2023-03-01", "tariff": "1.000",
            "last-day": random.choice(["2023-12-31", "2024-02-29", "2025-06-30"]),
            "count-by": random.choice(["persons", "places"]),
            "count-last-day": random.choice(["ja", "nej"])}


def counts(random):
    """Rows with and without a number of places in use, by year or not."""
    yearly, rows = random.random() < 0.5, []
    for name in ("Nord", "Syd", "Øst")[:random.randint(1, 3)]:
        for year in (2023, 2024) if yearly else ("",):
            way = random.random()
            rows.append([name, year, random.randint(0, 40) if way < 0.9 else "",
                         f"{random.randint(0, 45)},{random.randint(0, 9)}" if way < 0.6 else "",
                         random.choice([100, "97,5", "103,2"]) if 0.6 <= way < 0.8 else "",
                         random.choice(["", "", 30]), random.choice([1500, "1.234,56"])])
    return {"counts": table("offer;year;places;used;occupancy;days;tariff", rows),
            "fixed-year": random.choice(["ja", "nej"])}


def municipalities(random, counted):
    rows = [[town, random.choice([0, 1, "2,5", random.randint(1, 9999)]),
             random.choice(["", 1, "2,5"]) if counted else "", random.choice(["", 500])]
            for town in TOWNS[:random.randint(1, 4)]]
    return {"municipalities": table("municipality;weight;used;kept-tariff", rows),
            "key": random.choice(["weights", "weights", "equal", "usage"])}


def demand(random):
    if random.random() < 0.3:
        return {"requests": str(random.randint(0, 30)), "stay": str(random.randint(1, 2000)),
                "capacity": str(random.randint(0, 60)),
                "target": random.choice(["5", "0,1", "33,3"])}
    return {"demand": table("offer;requests;stay;places;target", [
        [f"T{number}", random.choice([0, "0,25", random.randint(1, 40)]),
         random.choice([1, "365,5", random.randint(1, 900)]), random.choice([0, 1, 12, 40]),
         random.choice(["", 1, "12,5"])] for number in range(random.randint(1, 4))])}


def refusals(random):
    return {"refusals": table("offer;reason;count", [
        [random.choice(["Bakken", "Skoven"]),
         random.choice(["ingen ledig plads", "manglende match", "other"]),
         random.choice(["", 0, 15])] for _ in range(random.randint(1, 6))])}


def occupancy(random, packaged):
    counted = random.random() < 0.5
    inputs = counts(random) if counted else lists(random)
    if random.random() < 0.6:
        inputs |= municipalities(random, counted)
    if random.random() < 0.5:
        inputs |= demand(random)
    if random.random() < 0.3:
        inputs |= refusals(random)
    inputs |= {"tariff-unit": random.choice(["day", "month", "year"]),
               "vacancy-percent": random.choice(["100", "50", "12,5"]),
               "rounding": random.choice(["half-away", "half-even", "floor", "ceiling"]),
               "method": random.choice(["largest-remainder", "dhondt", "residual-to-largest",
                                        "independent"])}
    return Kkr.Occupancy(register=packaged if random.random() < 0.3 else None), inputs
