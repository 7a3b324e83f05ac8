# SPDX-License-Identifier: LGPL-2.1-or-later
"""Results of every calculator from random inputs, and their cells."""
import datetime
import os
import tempfile

import tap

import checker
import printed_tables
import printed_text
import random_demand
import random_surveys
import random_guarantees
import random_matching
import random_occupancy
import random_secured

Kkr = tap.kkr()
from gi.repository import GLib, GObject  # noqa: E402

METHODS = ["largest-remainder", "dhondt", "sainte-lague", "huntington-hill", "cumulative",
           "residual-to-largest", "independent"]
TIE_RULES = ["first", "last", "largest-weight", "smallest-weight", "refuse"]
CODES = {851: "Aalborg", 810: "Brønderslev", 813: "Frederikshavn", 860: "Hjørring", 825: "Læsø",
         840: "Rebild", 787: "Thisted"}


def series(random, key, unit, facts):
    lines = "".join(f"<fact {fact}/>" for fact in facts)
    return f"<series key='{key}' unit='{unit}' source='s' section='Side {random.randint(1, 9)}'>" \
           f"{lines}</series>"


def number(random, most):
    whole = random.randint(0, most)
    return f"{whole}.{random.randint(1, 99)}" if random.random() < 0.1 else str(whole)


def payer(random, code):
    exempt = " exempt='yes'" if random.random() < 0.08 else ""
    return f"<payer municipality='{code}'{exempt}/>" if random.random() < 0.9 else ""


def arrangement(random):
    mixed = ""
    if random.random() < 0.3:
        mixed += f" equal-percent='{random.randint(0, 99)}.{random.randint(0, 9)}'"
    if random.random() < 0.3:
        mixed += f" own-use='days' own-use-percent='{random.randint(0, 60)}'"
    payers = "".join(payer(random, code) for code in CODES)
    return ("<arrangement id='ordning' title-da='Ordning' title-en='Arrangement' budget='budget' "
            "weights='children' volumes='places' source='s' section='1' "
            f"reference='same-year-january-1'{mixed}>{payers}</arrangement>")


def register(random):
    """Small weights now and then, so that ties are common."""
    most = random.choice([3, 9, 9999, 10 ** 6])
    years = (2023, 2024)
    text = ["<register format='1' version='1'>"
            "<source id='s' title='Notat »1«' publisher='Udvalg' date='2020-01-01'/>"
            "<region code='1081' name='Region Nordjylland' valid='2007-01-01/..'/>"]
    for code, name in CODES.items():
        text.append(f"<municipality code='{code}' name='{name}' region='1081' "
                    "valid='2007-01-01/..' source='s' section='1'/>")
    unsure = " confirmed='no'" if random.random() < 0.2 else ""
    text.append(arrangement(random))
    for key, limit in ("children", most), ("days", 500):
        text.append(series(random, key, "persons" if key == "children" else "days", [
            f"subject='{code}' valid='{year}' value='{number(random, limit)}'{unsure}"
            for code in CODES for year in years]))
    text.append(series(random, "budget", "amount", [
        f"valid='{year}' value='{random.randint(0, 20 * most)}'"
        + random.choice(["", "", " price-level='2024'"]) for year in years]))
    text.append(series(random, "places", "places", ["valid='2020/2030' value='12'"]))
    reader = Kkr.RegisterReader.new()
    text.append("</register>")
    return reader.read_bytes(GLib.Bytes.new("".join(text).encode()), "x.xml", None)


def financing(random, packaged):
    # A register of its own now and then: reading one takes longer than sharing by it.
    if random.random() < 0.3:
        calculator = Kkr.ObjectiveFinancing(register=register(random), arrangement="ordning")
    else:
        calculator = Kkr.ObjectiveFinancing(register=packaged, arrangement="socialtilsyn-nord")
    inputs = {"year": random.choice(["2023", "2024"]), "method": random.choice(METHODS),
              "tie-rule": random.choice(TIE_RULES)}
    if random.random() < 0.7:
        unit = random.choice([1, 100, 1200, 100000])
        units = random.choice([random.randint(0, 50), random.randint(0, 10 ** 6),
                               random.randint(0, 10 ** 15 // unit)])
        inputs["unit"] = f"{unit // 100},{unit % 100:02}"
        inputs["budget"] = f"{units * unit // 100},{units * unit % 100:02}"
        if random.random() < 0.2:
            inputs |= {"settlement": "ja", "budget": "-" + inputs["budget"]}
    if random.random() < 0.2:
        inputs["equal-percent"] = random.choice(["0", "33,3", "50", "100"])
    if random.random() < 0.2:
        inputs["exempt"] = random.choice(["Rebild", "Thisted, Læsø", "Aalborg"])
    if random.random() < 0.2:
        inputs["price-level"] = "2024"
    if random.random() < 0.1:
        inputs["compare-year"] = "2024"
    return calculator, inputs


def tariffs(random, packaged):
    calculator, inputs = Kkr.SupervisionTariff(), {}
    if random.random() < 0.5:
        calculator = Kkr.SupervisionTariff(register=packaged, arrangement="socialtilsyn-nord")
        inputs["year"] = str(random.randint(2019, 2024))
    way = random.choice(["base", "budget", "printed", "bpa", "none"])
    if way == "base":
        inputs["base-tariff"] = f"{random.randint(1, 99999)},{random.randint(0, 999)}"
    if way == "budget":
        inputs["budget"] = str(random.randint(1, 10 ** random.randint(1, 12)))
        inputs["other-income"] = str(random.randint(0, int(inputs["budget"])))
        inputs |= {f"offers-{group}": str(random.randint(0, 400)) for group in (1, 2, 3, 4)}
    if way == "printed":
        base = random.uniform(20000, 60000)
        for group, weight in (1, 1), (2, 1.2), (3, 2), (4, 3):
            if random.random() < 0.7:
                inputs[f"printed-{group}"] = str(round(base * weight))
    if way == "bpa" or random.random() < 0.3:
        inputs["hourly-price"] = f"{random.randint(300, 900)},{random.randint(0, 99)}"
        inputs["hours-approval"] = f"{random.randint(1, 99)},{random.randint(0, 9)}"
        inputs["hours-supervision"] = str(random.randint(1, 40))
    if random.random() < 0.2:
        inputs["places"] = str(random.randint(1, 90))
    if random.random() < 0.1:
        inputs["known-on"] = random.choice(["2023-08-21", "2024-06-01"])
    if random.random() < 0.3 and calculator.is_assigned("register"):
        inputs["compare-year"] = str(random.randint(2019, 2024))
    return calculator, inputs


def danish(random, most, decimals=None):
    """A printed number."""
    decimals = random.choice([0, 0, 1, 2]) if decimals is None else decimals
    text = f"{random.randint(0, most * 10 ** decimals):0{decimals + 1}}"
    return text if decimals == 0 else f"{text[:-decimals]},{text[-decimals:]}"


def claims(random, packaged):
    names = "abcde"[:random.randint(3, 5)]
    figures = [f"{name} = " + random.choice(["", "", "", "mere end ", "ca. "])
               + danish(random, random.choice([9, 100, 5000])) for name in names]
    patterns = ["{} = {} + {}", "{} = {} - {}", "{} < {} * {} / 100", "{} > 100 * ({} - {}) / 7",
                "{} = max({}, {})", "{} > 2 * {} + 3 * {}", "{} = 100 * {} / ({} + 1)"]
    stated = [random.choice(patterns).format(*random.sample(names, 3))
              for _ in range(random.randint(1, 2))]
    return Kkr.Claims(), {"figures": "; ".join(figures), "claims": "; ".join(stated)}


def percentage_base(random, packaged):
    base, decimals = random.randint(3, 60), random.choice([0, 0, 1])
    parts = [random.randint(0, base) for _ in range(random.randint(1, 5))]
    texts = [f"{100 * part / base:.{decimals}f}".replace(".", ",") for part in parts]
    if random.random() < 0.2:
        texts[0] = danish(random, 100, decimals)
    return Kkr.PercentageBase(), {
        "percentages": "; ".join(texts), "first": str(random.randint(1, 3)),
        "last": str(random.randint(30, 60)),
        "rounding": random.choice(["half-away", "half-even", "floor", "ceiling"])}


def csv(columns, rows):
    return "\n".join([";".join(columns), *(";".join(map(str, row)) for row in rows)])


def carry_over(random, packaged):
    """Results of some years, of a department or to be split, with all that can happen to them."""
    years = sorted(random.sample(range(2015, 2024), random.randint(1, 4)))
    split = random.random() < 0.5
    names = [""] if split else random.sample(["Tilbud", "Plejefamilier", "BPA"],
                                             random.randint(1, 3))
    rows = [(year, name, danish(random, 10 ** 7, 2), danish(random, 10 ** 7, 2),
             random.choice(["", f"{year + 1}-03-01"])) for year in years for name in names]
    inputs = {"results": csv(["year", "department", "budget", "accounts", "known"], rows),
              "percent-carried": random.choice(["0", "33,3", "50", "100"]),
              "rounding": random.choice(["half-away", "half-even", "floor", "toward-zero"]),
              "unit": random.choice(["0,01", "1", "1000"])}
    if split and random.random() < 0.7:
        inputs["departments"] = csv(["department", "weight"], [("A", "55,5"), ("B", "44,5"),
                                                               ("C", random.randint(0, 9))])
        inputs["method"] = random.choice(METHODS[:5])
    if random.random() < 0.5:
        inputs["corrections"] = csv(["cause-year", "department", "known", "amount"], [
            (row[0], row[1], f"{row[0] + random.randint(1, 4)}-0{random.randint(1, 9)}-15",
             random.randint(-10 ** 6, 10 ** 6)) for row in random.choices(rows, k=3)])
    if random.random() < 0.5:
        inputs |= random.choice([{"limit": str(random.randint(0, 10 ** 6))},
                                 {"limit-percent": "5"}])
        inputs["above-limit"] = random.choice(["carried", "next-year", "paid-back", "reserved"])
    if random.random() < 0.4:
        inputs["billed"] = csv(["cause-year", "department", "year", "amount"], [
            (years[0], names[0], years[0] + 2, random.randint(1, 10 ** 5)),
            (2010, names[0], 2012, 5000)])
    if random.random() < 0.4:
        inputs |= {"budget-before": "34741043", "budget-after": str(random.randint(1, 10 ** 8)),
                   "budget-year": str(years[0] + 2)}
        inputs["causes"] = csv(["cause", "amount"], [("Husleje", random.randint(-99, 99))])
    if random.random() < 0.5:
        inputs["settlement"] = csv(
            ["offer", "year", "budget-cost", "accounts-cost", "planned-days", "actual-days",
             "tariff", "later-days"],
            [(name, 2012, random.randint(1, 10 ** 7), random.randint(1, 10 ** 7),
              random.randint(1, 4000), random.randint(0, 4000), random.randint(1, 5000),
              random.choice(["", random.randint(1, 4000)])) for name in ("Solsiden", "Engen")])
        inputs["variable-percent"] = random.choice(["0", "30", "100"])
    return Kkr.CarryOver(), inputs


def rule_finder(random, packaged):
    weights = [random.randint(1, random.choice([5, 30000])) for _ in range(random.randint(2, 6))]
    total = random.randint(10, 10 ** random.randint(2, 7))
    shares, _ = checker.apportioned(total, weights, random.choice(METHODS[:5]), "first")
    if random.random() < 0.3:
        shares[0] += random.randint(-1, 2)
    inputs = {"weights": "; ".join(map(str, weights)), "printed": "; ".join(map(str, shares))}
    return Kkr.RuleFinder(), inputs | ({"total": str(total)} if random.random() < 0.7 else {})


def reconciliation(random, packaged):
    text, sign = printed_text.write(random, printed_tables.make(random))
    inputs = {"text": text, "figures": random.choice(["evidence", "counts", "rounded"])}
    return Kkr.Reconciliation(), inputs | ({"decimal-sign": sign} if sign else {})


def case(random):
    """A table whose sums, shares and growth are mostly right."""
    n = random.randint(2, 6)
    before, after = ([random.randint(1, random.choice([9, 99999])) for _ in range(n)]
                     for _ in range(2))
    lines = [f"R{i};{old};{new};{100 * new / sum(after):.1f};{100 * (new - old) / old:.1f}"
             for i, (old, new) in enumerate(zip(before, after))]
    lines.append(f"I alt;{sum(before) + random.choice([0, 0, 0, 1])};{sum(after)};100,0;1,5")
    verdict = random.choice(["exact", "after-rounding"])
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<cases format="1" source="das-social-2023-08">
<case id="random" title-da="Tabel" title-en="Table" section="Punkt {n}">
<grid>
row;old;new;share;growth
{chr(10).join(lines).replace(".", ",")}
</grid>
<column name="new" title-da="Nu" title-en="Now" unit="{random.choice(["amount", "persons"])}"/>
<column name="old" title-da="Før" title-en="Before" rounded="{random.choice(["yes", "no"])}"/>
<sum target-row="I alt" columns="old;new" verdict="{verdict}"/>
<share target-column="share" of="new" total-row="I alt" verdict="{verdict}"/>
<formula target-column="growth" expression="100 * (new - old) / old" verdict="{verdict}">
<reading parameter="rounding" value="half-even" verdict="{verdict}"/>
</formula>
</case>
</cases>
"""


def list_of_tariffs(random, weighted):
    """Levels of three years, some of which begin, end, or have no tariff."""
    lines = ["year;operator;offer;level;tariff" + (";weight" if weighted else "")]
    for operator in random.sample(sorted(CODES.values()), random.randint(1, 4)):
        for level in range(random.randint(1, 4)):
            for year in (2021, 2022, 2023):
                if random.random() < 0.85:
                    tariff = "" if random.random() < 0.05 else danish(random, 5000, 2)
                    line = f"{year};{operator};T{random.randint(1, 2) if level else 1};"
                    lines.append(f"{line}{level};{tariff}"
                                 + (f";{danish(random, 400)}" if weighted else ""))
    return "\n".join(lines) + "\n"


def tariff_followup(random, packaged):
    if random.random() < 0.3:
        names = random.sample(sorted(CODES.values()), random.randint(1, 6))
        changes = "".join(f"{name};{random.choice(['', '-'])}{danish(random, 20, 2)};"
                          f"{danish(random, 9)}\n" for name in names)
        inputs = {"operators": "operator;change;weight\n" + changes}
    else:
        inputs = {"lists": list_of_tariffs(random, random.random() < 0.5),
                  "weighting": random.choice(["fixed-basket", "changes"]),
                  "cap-subject": random.choice(["none", "offers", "operators"]),
                  "cap-reference": random.choice(["base-year", "previous-year"]),
                  "cap-all-levels": random.choice(["ja", "nej"]),
                  "chain": random.choice(["multiplicative", "additive"]),
                  "rates": f"year;rate\n2022;{danish(random, 9, 1)}\n2023;{danish(random, 9, 1)}\n",
                  "jump-limit": danish(random, 50)}
        inputs[random.choice(["effect-amount", "effect-percent"])] = danish(random, 9, 1)
    inputs |= {"operator-decimals": random.choice(["10", "2"]),
               "rounding": random.choice(["half-away", "half-even", "floor"])}
    if random.random() < 0.3:
        inputs |= {"saving": f"{danish(random, 9, 1)} mio. kr.", "target": danish(random, 9, 1),
                   "reduction": f"{danish(random, 9, 1)} pct.", "persons": "1500"}
    return Kkr.TariffFollowup(), inputs


# Goes away with the program.
FOLDER = tempfile.TemporaryDirectory()


def reproduction(random, packaged):
    """Explained before the next is made: all have one file."""
    path = os.path.join(FOLDER.name, "cases.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(case(random))
    return Kkr.Reproduction(register=packaged, cases=path), {}


MODELS = ["night = night_cost * 12; cost = running + night - carry_over", "beds_share = beds / 3; "
          "place_days = places * days * occupancy / 100 + beds_share",
          "day_tariff = max(cost / place_days, 1.5)"]


def offers_table(random):
    """Offers with one to three packages, some of them with joint costs."""
    names = ["offer", "package", "paragraph", "places", "direct-cost", "indirect-cost", "overhead",
             "overhead-percent", "depreciation", "interest", "carry-over", "occupancy", "weight",
             "assigned-tariff", "night-cost", "beds"]
    rows, costs = [";".join(names)], ["offer;cost;amount;key"]
    for offer in "ABCD"[:random.randint(1, 4)]:
        for package in range(random.randint(1, 3)):
            rows.append(";".join([
                offer, f"p{package}", random.choice(["", "§ 109", "§ 110", "§ 107"]),
                str(random.randint(1, 60)), danish(random, 20000000),
                *(random.choice(["", danish(random, 300000)]) for _ in range(2)),
                random.choice(["", danish(random, 9)]),
                *(random.choice(["", danish(random, 90000)]) for _ in range(2)),
                random.choice(["", "-" + danish(random, 9000), danish(random, 9000)]),
                danish(random, 98, 1), str(random.randint(1, 9)),
                random.choice(["", danish(random, 4000)]), danish(random, 99),
                str(random.randint(0, 5))]))
        for cost in range(random.choice([0, 0, 1, 2])):
            key = random.choice(["", "pladser", "place-days", "vægt"])
            costs.append(f"{offer};{cost};{danish(random, 900000)};{key}")
    return "\n".join(rows) + "\n", "\n".join(costs) + "\n" if len(costs) > 1 else None


def offer_tariff(random, packaged):
    inputs = {"tariff-unit": random.choice(["day", "month", "year"]),
              "unit": random.choice(["0,01", "1", "0,25", "100"]),
              "rounding": random.choice(["half-away", "half-even", "floor", "ceiling"]),
              "year": str(random.randint(2019, 2028))}
    if random.random() < 0.4:
        inputs |= {"use-proposals": "ja", "ceiling-109": danish(random, 5000), "ceiling-110": "0",
                   "limit-percent": random.choice(["0", "2,5"])}
    if random.random() < 0.3:
        inputs["cost-change"] = random.choice(["-3,7", "2", "0,125"])
    if random.random() < 0.3:
        inputs["model"] = random.choice(MODELS)
    if random.random() < 0.6:
        inputs["offers"], costs = offers_table(random)
        return Kkr.OfferTariff(), inputs | ({"shared-costs": costs} if costs else {})
    inputs |= {"direct-cost": danish(random, 20000000), "places": str(random.randint(1, 90)),
               "occupancy": danish(random, 100, 1), "carry-over": danish(random, 90000)}
    if random.random() < 0.5:
        inputs |= {"overhead-percent": danish(random, 9), "assigned-tariff": danish(random, 5000)}
    own = {"night": "night-cost = 12,5", "beds_": "beds = 7"}
    texts = [text for name, text in own.items() if name in inputs.get("model", "")]
    return Kkr.OfferTariff(), inputs | ({"quantities": "; ".join(texts)} if texts else {})


def place_billing(random, packaged):
    """Placements of a few months, with notice, absences and an invoice of which some is wrong."""
    first = datetime.date(2024, 1, 1)
    placements = "placement;municipality;place;places;from;to;notice\n"
    absences, invoice = "placement;from;to\n", "municipality;placement;month;days;tariff;amount\n"
    for i in range(random.randint(0, 5)):
        begin = first + datetime.timedelta(random.randint(-40, 80))
        end = begin + datetime.timedelta(random.randint(0, 70))
        payer, last = random.choice(["Rebild", "Aalborg"]), random.choice([end, end, ""])
        placements += (f"P{i};{payer};A{i};{random.choice(['', '1', '7'])};{begin};{last};"
                       f"{end if last and random.random() < 0.6 else ''}\n")
        if random.random() < 0.5:
            absences += f"P{i};{begin};{begin}\n"
        for _ in range(random.randint(0, 2)):
            invoice += (f"{random.choice([payer, 'Thisted'])};P{random.randint(0, 6)};"
                        f"2024-0{random.randint(1, 3)};{random.choice(['', '31'])};;"
                        f"{danish(random, 10 ** 5, 2)}\n")
    inputs = {"placements": placements, "first-day": "2024-01-01", "last-day": "2024-03-31",
              "tariffs": f"tariff;unit\n{danish(random, 10 ** 5, 2)};"
                         f"{random.choice(['døgn', 'måned', 'år'])}\n",
              "absences": absences, "month-split": random.choice(
                  ["days-of-month", "thirty-days", "days-of-year", "fixed-year"]),
              "notice-rule": random.choice(["none", "end-of-month", "end-of-next-month"]),
              "notice-percent": danish(random, 99, 1), "absence-percent": danish(random, 99, 2)}
    if random.random() < 0.5:
        inputs["invoice"] = invoice
    if random.random() < 0.5:
        inputs["rounding-unit"] = random.choice(["0,25", "1", "12"])
    return Kkr.PlaceBilling(), inputs


def rate_rows(random, series, years):
    """Some years of some series with two vintages, and now and then one that is missing."""
    for name in series:
        for year in years:
            rows = [f"{name};{year};{random.choice(['', '', '', '-'])}{danish(random, 6, 1)};"]
            if random.random() < 0.2:
                rows.append(f"{name};{year};{danish(random, 6, 2)};{year - 1}-06-0"
                            f"{random.randint(1, 9)}")
            if random.random() < 0.98:
                yield from rows


def price_index(random, packaged):
    inputs = {"unit": random.choice(["0,01", "1", "12"]), "to-year": "2024",
              "from-year": str(random.randint(2018, 2028)),
              "index-rounding": random.choice(["once", "yearly"]),
              "chain": random.choice(["additive", "multiplicative"]),
              "rounding": random.choice(["half-away", "half-even", "floor"])}
    series = ["løn", "øvrigt"][:random.randint(1, 2)]
    inputs["rates"] = "\n".join(["serie;år;sats;kendt", *rate_rows(
        random, series, range(2019, 2029)), ""])
    if len(series) == 2 and random.random() < 0.5:
        share = random.randint(1, 99)
        inputs["weights"] = f"serie;vægt\nløn;{share}\nøvrigt;{100 - share}\n"
        inputs["composite"] = random.choice(["rates", "parts"])
        if inputs["composite"] == "rates" and random.random() < 0.5:
            inputs["rate-decimals"] = str(random.randint(0, 2))
    else:
        inputs["series"] = random.choice(series)
    if random.random() < 0.5:
        inputs["amount"] = danish(random, 10 ** random.randint(1, 7), 2)
    else:
        inputs["amounts"] = "\n".join(["post;beløb;gruppe;prisniveau", *(
            f"P{i};{danish(random, 99999, 0)};{random.choice(['A', 'A', 'B', ''])};"
            f"{random.choice(['', '', random.randint(2019, 2028)])}"
            for i in range(random.randint(1, 6))), ""])
    if random.random() < 0.3:
        inputs["printed"] = "\n".join(["post;fra;til", *(
            f"P{i};{random.randint(90, 110)},{random.randint(0, 9)};{random.randint(95, 125)}"
            for i in range(random.randint(1, 3))), ""])
    if random.random() < 0.2:
        inputs["breakdown"] = (f"post;beløb;sats;i alt\nAlt;{random.randint(400, 500)};"
                               f"{danish(random, 5, 1)};ja\nDel;{random.randint(1, 300)};"
                               f"{danish(random, 5, 1)};nej\n")
    return Kkr.PriceIndex(), inputs


def days_of(random, place, day):
    """Statuses of a place from a day on, one after the other, and now and then a hole."""
    rows = []
    for _ in range(random.randint(1, 5)):
        last = day + random.choice([0, 1, 30, 365, random.randint(0, 900)])
        status = random.choice(["belagt", "i opsigelse", "tom", "tom"])
        user = random.choice(["Aalborg", "Rebild", "Læsø", ""])
        special = danish(random, 6000, 2) if random.random() < 0.1 else ""
        rows.append(f"{place};{date(day)};{date(last)};{status};{user};{special}")
        day = last + (1 if random.random() < 0.97 else 9)
    return rows


def date(day):
    return str(datetime.date(1970, 1, 1) + datetime.timedelta(day))


def guarantee(random, packaged):
    calculator = Kkr.DeficitGuarantee(register=packaged if random.random() < 0.3 else None)
    places, statuses, tariffs = [], [], []
    for index in range(random.randint(1, 5)):
        place, start = f"A{index}", random.randint(18990, 19400)
        fixed = random.random() < 0.7
        places.append(";".join([
            place, random.choice(["Nord", "Syd"]), danish(random, 9000, 2) if fixed else "",
            date(start), random.choice(["ja", "ja", "nej", ""]),
            random.choice(["kommune", "region", "privat", ""]),
            random.choice(["ja", "ja", "nej", ""]), random.choice(["ja", ""])]))
        statuses += days_of(random, place, start)
        if not fixed:
            middle = start + random.randint(1, 800)
            tariffs += [f"{place};{date(start)};{date(middle)};{danish(random, 9000, 2)}",
                        f"{place};{date(middle + 1)};;{danish(random, 9000, 2)}"]
    inputs = {"places": "place;operator;tariff;commissioned;covered;operator-kind;experience;new\n"
                        + "\n".join(places) + "\n",
              "statuses": "place;from;to;status;municipality;special-tariff\n"
                          + "\n".join(statuses) + "\n",
              "gaps": random.choice(["empty", "outside"])}
    if tariffs:
        inputs["tariffs"] = "place;from;to;tariff\n" + "\n".join(tariffs) + "\n"
    if random.random() < 0.7:
        inputs["municipalities"] = "kommune;vægt\n" + "".join(
            f"{name};{number(random, 50)}\n".replace(".", ",") for name in CODES.values())
        inputs["key"] = random.choice(["equal", "weights", "usage"])
    if random.random() < 0.2:
        inputs |= {"yearly-shares": "75; 50; 25", "years": "3"}
    elif random.random() < 0.5:
        inputs |= {"share": danish(random, 100, 1), "years": str(random.randint(1, 4))}
    if random.random() < 0.3:
        unit = random.choice(["1", "100", "0,05"])
        inputs |= {"unit": unit, "rounding": random.choice(["floor", "half-even"])}
    inputs |= {"method": random.choice(METHODS), "max-places": str(random.randint(1, 9)),
               "window": random.choice(["per-place", "per-agreement"]),
               "leap-day": random.choice(["february-28", "march-1"]),
               "tariff-basis": random.choice(["of-the-day", "frozen"]),
               "rounding-of": random.choice(["place", "day"]),
               "cap": random.choice(["total", "per-operator"])}
    return calculator, inputs


# A calculator without a line here fails the tests.
GENERATORS = {
    "carry-over": carry_over,
    "claims": claims,
    "deficit-guarantee": guarantee,
    "dom-type-demand": random_demand.demand,
    "guarantee-proposals": random_guarantees.proposals,
    "objective-financing": financing,
    "occupancy": random_occupancy.occupancy,
    "offer-tariff": offer_tariff,
    "percentage-base": percentage_base,
    "place-billing": place_billing,
    "placement-matching": random_matching.placement_matching,
    "price-index": price_index,
    "reconciliation": reconciliation,
    "reproduction": reproduction,
    "rule-finder": rule_finder,
    "secured-capacity": random_secured.secured,
    "shelter-capacity": random_surveys.shelters,
    "supervision-tariff": tariffs,
    "survey-analysis": random_surveys.survey,
    "tariff-followup": tariff_followup,
}

# Numbers that follow from the table they stand in, which the calculator does not explain.
UNEXPLAINED = {
    "reconciliation": {"error", "rules.figures", "rules.reproduced", "repairs.error",
                       "repairs.n-mended", "repairs.line", "repairs.column"},
    "reproduction": {"readings.figures"} | {
        table + name for table in ("", "kinds.") for name in (
            "figures", "by-calculator", "exact", "after-rounding", "differs", "unexpected")},
}


def names():
    return [GObject.new(kind).get_name() for kind in Kkr.Calculator.dup_types()]


def results(name, random, n):
    """So many results. What the calculator refuses, such as a tie or a total that does not fit, is
    tried again with other inputs."""
    packaged = Kkr.Register.new_packaged()
    found = tries = 0
    while found < n:
        tries += 1
        if tries > 20 * n + 100:
            raise AssertionError(f"{name}: {found} results of {tries} random inputs")
        calculator, inputs = GENERATORS[name](random, packaged)
        try:
            for key, text in inputs.items():
                calculator.set_from_string(key, text)
            result = calculator.run()
        except GLib.Error as error:
            if error.matches(Kkr.calc_error_quark(), Kkr.CalcError.FAILED):
                raise
            continue
        found += 1
        yield result


def shown(column, row):
    """What a derivation of the cell has as its value."""
    if column.get_kind() in (Kkr.ColumnKind.TEXT, Kkr.ColumnKind.DATE):
        return column.dup_text(row)
    return column.dup_exact(row) if row >= 0 else column.dup_total()


def columns(result):
    for place, table in enumerate(result.dup_tables()):
        for column in table.dup_columns():
            yield (f"{table.get_name()}." if place else "") + column.get_name(), column, len(table)


def cells(result):
    """All that have a value: the name of the column, the column, the row."""
    for name, column, n_rows in columns(result):
        for row in [*range(n_rows), *([-1] if column.has_total() else [])]:
            if row == -1 or column.get_cell_status(row) == Kkr.CellStatus.VALUE:
                yield name, column, row


def some_cells(result, random):
    """Of each column a cell, and the total."""
    for name, column, n_rows in columns(result):
        rows = [row for row in range(n_rows)
                if column.get_cell_status(row) == Kkr.CellStatus.VALUE]
        if rows:
            yield name, column, random.choice(rows)
        if column.has_total():
            yield name, column, -1
