# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random inputs of the calculators of surveys and of shelters."""
import datetime

import tap

Kkr = tap.kkr()

ANSWERS = ["Stige", "Være uændret", "Falde", "Ved ikke"]


def distribution(random, question, group, base, decimals, kind):
    """The answers of a group to a question, some of them printed wrong."""
    counts = [0] * random.randint(1, 4)
    for _ in range(base):
        counts[random.randrange(len(counts))] += 1
    for answer, count in zip(ANSWERS, counts):
        share = f"{100 * count / base:.{decimals}f}".replace(".", ",")
        if random.random() < 0.05:
            share = str(random.randint(0, 100))
        yield ";".join([question, answer, group, share if kind != "counts" else "",
                        str(count) if kind != "shares" else ""])


def survey(random, packaged):
    inputs = {"rounding": random.choice(["half-away", "half-away", "half-even", "floor"]),
              "last-base": str(random.randint(20, 98))}
    if random.random() < 0.8:
        lines = ["question;answer;group;share;count"]
        for group in random.sample(["Nordjylland", "Hele landet", ""], random.randint(1, 2)):
            kind = random.choice(["shares", "shares", "counts", "both"])
            base = random.randint(1, 40)
            for question in random.sample(["Autisme", "Voksne", "Hjerneskade"],
                                          random.randint(1, 3)):
                lines += distribution(random, question, group, base, random.randint(0, 1), kind)
        inputs["answers"] = "\n".join(lines) + "\n"
    if random.random() < 0.3:
        inputs |= {"several-answers": "ja", "answered": "40"}
    if random.random() < 0.4:
        inputs |= {"asked": str(random.randint(40, 98)), "answered": str(random.randint(1, 40)),
                   "answered-partly": str(random.randint(0, 5))}
    if random.random() < 0.4:
        inputs["invited"] = "respondent;group;response\n" + "".join(
            f"K{i};{random.choice(['nord', 'syd', ''])};"
            f"{random.choice(['fuld', 'delvis', 'ingen', ''])}\n"
            for i in range(random.randint(0, 9)))
    return Kkr.SurveyAnalysis(), inputs


def stays(random):
    """Stays of some persons, one after the other, now and then with a move on one day."""
    lines = ["person;municipality;from;to;tariff"]
    for person in range(random.randint(0, 4)):
        day = datetime.date(random.choice([2022, 2023, 2024]), random.randint(1, 12), 1)
        for _ in range(random.randint(1, 4)):
            end = day + datetime.timedelta(random.randint(1, 150))
            lines.append(f"B{person};{random.choice(['Rebild', 'Aalborg', 'Morsø'])};{day};{end};"
                         f"{random.randint(0, 3000)},{random.randint(0, 99):02}")
            day = end + datetime.timedelta(random.choice([0, 1, 1, 2, 40]))
        if random.random() < 0.3:
            lines[-1] = ";".join([*lines[-1].split(";")[:3], "", "1.000,00"])
    return "\n".join(lines) + "\n"


def areas(random):
    names = random.sample(["Hovedstaden", "Sjælland", "Nordjylland"], random.randint(1, 3))
    rows = [f"{name};{random.randint(0, 300)};{random.choice(['', random.randint(0, 200)])};"
            f"{random.choice(['', random.randint(0, 400)])}" for name in names]
    suppliers = ["supplier;area;sector;places;approved;approval;start;awarded"]
    for i in range(random.randint(0, 6)):
        sector, places = random.choice(["kommunal", "privat", "selvejende"]), random.randint(1, 90)
        suppliers.append(
            f"L{i};{random.choice(names)};{sector};{places};{random.choice(['ja', 'ja', 'nej'])};"
            f"{random.choice(['', '2026-12-31', '2027-02-01'])};2027-01-01;"
            f"{random.choice(['', random.randint(0, places)]) if sector != 'kommunal' else ''}")
    return "\n".join(["area;capacity;public;demand", *rows, ""]), "\n".join([*suppliers, ""])


def shelters(random, packaged):
    calculator = Kkr.ShelterCapacity()
    inputs = {"reading": random.choice(["first-days", "whole-stay", "person-year"])}
    if random.random() < 0.6:
        inputs |= {"stays": stays(random), "refund-percent": random.choice(["0", "50", "33,3"]),
                   "last-day": "2024-12-31", "rounding-unit": random.choice(["0,01", "1"])}
        if random.random() < 0.5:
            inputs["first-day"] = "2024-01-01"
        if random.random() < 0.5:
            inputs["join-days"] = str(random.choice([0, 1, 30]))
        if random.random() < 0.5:
            inputs |= {"transition-from": "2023-01-01", "transition-to": "2024-02-29",
                       "transition-by": random.choice(["day", "start"])}
    if random.random() < 0.4:
        sign = random.choice(["", "-"])
        inputs |= {"increase": f"{sign}{random.randint(1, 999)}.000.000",
                   "growth": f"{sign}{random.randint(1, 90)}", "to-year": str(
                       random.randint(2019, 2025)), "decimals": str(random.randint(0, 2))}
    if random.random() < 0.4:
        inputs["areas"], inputs["suppliers"] = areas(random)
    if random.random() < 0.4:
        inputs |= {"start-year": "2027", "last-year": str(random.randint(2027, 2045))}
        if random.random() < 0.5:
            inputs["interval"] = str(random.randint(1, 9))
    if random.random() < 0.2:
        calculator = Kkr.ShelterCapacity(register=packaged)
    return calculator, inputs
