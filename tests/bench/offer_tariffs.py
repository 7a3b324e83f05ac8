#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""10.000 offers x 1.000 scenarios of occupancy and cost: each tariff exact and rounded once."""
from fractions import Fraction

import harness

OFFERS, SCENARIOS = (50, 40) if harness.SMALL else (10_000, 1_000)
SAMPLE = 20_000


def make_data(np):
    """Costs of 0,1 to 10 million kroner, up to 60 places, an overhead with one decimal; occupancies
    with one decimal and changes with two."""
    random = np.random.default_rng(1)
    offers = {"cost": random.integers(10 ** 7, 10 ** 9, OFFERS),
              "places": random.integers(1, 61, OFFERS),
              "overhead": random.integers(0, 90, OFFERS)}
    scenarios = {"occupancy": random.integers(700, 1001, SCENARIOS),
                 "change": random.integers(-500, 501, SCENARIOS)}
    return offers, scenarios


def make_tables(Kkr, offers, scenarios):
    table = Kkr.TableBuilder.new("offers", "Tilbud", "Offers")
    table.add_text("offer", "Tilbud", "Offer", [str(i) for i in range(OFFERS)])
    table.add_int64("places", "Pladser", "Places", Kkr.Unit.PLACES, offers["places"].tolist())
    table.add_int64("direct-cost", "Udgift", "Cost", Kkr.Unit.AMOUNT, offers["cost"].tolist())
    table.add_double("overhead-percent", "Overhead", "Overhead", Kkr.Unit.PERCENT,
                     (offers["overhead"] / 10).tolist())
    rows = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    rows.add_double("occupancy", "Belægning", "Occupancy", Kkr.Unit.PERCENT,
                    (scenarios["occupancy"] / 10).tolist())
    rows.add_double("cost-change", "Ændring", "Change", Kkr.Unit.PERCENT,
                    (scenarios["change"] / 100).tolist())
    return table.end(), rows.end()


def in_doubles(np, offers, scenarios):
    """The same formula as a person writes it in numpy, a half not always rounded as it should be."""
    cost = offers["cost"] / 100 * (1 + offers["overhead"] / 1000)
    days = offers["places"] * 365.0
    change = (1 + scenarios["change"] / 10000)[:, None]
    occupancy = (scenarios["occupancy"] / 1000)[:, None]
    return np.rint(cost * change / (days * occupancy))


def tariff(offers, scenarios, offer, scenario):
    """Fractions of Python, which share nothing with libkkr; a half away from zero."""
    cost = Fraction(int(offers["cost"][offer]), 100) * (1 + Fraction(
        int(offers["overhead"][offer]), 1000)) * (1 + Fraction(
            int(scenarios["change"][scenario]), 10000))
    exact = cost / (int(offers["places"][offer]) * 365 * Fraction(
        int(scenarios["occupancy"][scenario]), 1000))
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def checker(np, offers, scenarios):
    """A sample against Python's fractions, and all against integers of numpy, which do not overflow
    here: 100 * cost * 1.1 * 1.1 * 10**7 is below 2**63."""
    random = np.random.default_rng(2)
    picked = [(int(random.integers(SCENARIOS)), int(random.integers(OFFERS)))
              for _ in range(min(SAMPLE, OFFERS * SCENARIOS))]

    def check(tariffs):
        wrong = sum(int(tariffs[s, o]) != tariff(offers, scenarios, o, s) for s, o in picked)
        if wrong:
            return f"{wrong} of {len(picked)} tariffs"
        for scenario in range(SCENARIOS):
            above = offers["cost"] * (1000 + offers["overhead"]) * (
                10000 + int(scenarios["change"][scenario]))
            # In kroner: cost / 100 * a / 1000 * b / 10000 over places * 365 * c / 1000.
            below = offers["places"] * 365 * int(scenarios["occupancy"][scenario]) * 10 ** 6
            if not np.array_equal(tariffs[scenario], (2 * above + below) // (2 * below)):
                return f"tariffs of scenario {scenario}"
        return None
    return check


def main():
    cells = OFFERS * SCENARIOS
    bench = harness.Bench("offer-tariffs", f"{harness.count(cells)} tariffs: "
                          f"{harness.count(OFFERS)} offers by {harness.count(SCENARIOS)} scenarios")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    offers, scenarios = make_data(np)
    Kkr = harness.kkr()
    table, rows = make_tables(Kkr, offers, scenarios)
    calculator = Kkr.OfferTariff(offers=table, days=365)
    check = checker(np, offers, scenarios)

    def read(result):
        tariffs = np.frombuffer(result.get_table()["tariff"].get_bytes().get_data(), np.int64)
        return check(tariffs.reshape(SCENARIOS, OFFERS) // 100)

    bench.add("libkkr, exact", lambda: calculator.run_table(rows, None, None), check=read)
    bench.add("numpy, in doubles", lambda: in_doubles(np, offers, scenarios), note="not exact")
    wrong = check(in_doubles(np, offers, scenarios).astype(np.int64))
    bench.tell("numpy's doubles are wrong in", wrong or "no tariff")
    bench.run()
    bench.demand("times the time of numpy without exact rounding",
                 bench.median("libkkr, exact") / bench.median("numpy, in doubles"), 3,
                 at_most=True)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
