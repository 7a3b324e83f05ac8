#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// A year of a secretariat for framework agreements: what a new place costs, what the municipalities
// may have to pay when it stands empty, what they do pay, whom the operator bills, and how tariffs
// develop.
import Kkr from 'gi://Kkr?version=1';

// Every calculator by its name, with its inputs as text: tables are CSV or the path of a file.
function run(name, inputs) {
    const calc = Kkr.Calculator.new_by_name(name);
    for (const [key, text] of Object.entries(inputs))
        calc.set_from_string(key, text);
    return calc.run(null);
}

function show(table) {
    print(`${table.to_string()}\n`);
}

// Two new places in an offer of ten: the budget of the ten gives the tariff.
const offer = run('offer-tariff', {'direct-cost': '13.870.000 kr.', 'places': '10',
    'days': '365', 'occupancy': '95 pct.'});
const tariff = offer.get_table().get_column('tariff').dup_text(0);
print(`${offer.explain('tariff', 0).to_string()}\n`);

// Before the decision: the most that the municipalities may have to pay together, year by year.
const proposals = run('guarantee-proposals', {
    'proposals': `Projektforslag;Pladser;Takst;Ibrugtagning\nSolsiden;2;${tariff};2022-02-01\n`,
    'vacancy': '10 pct.',
});
show(proposals.get_table_named('years'));

// After the first year: one of the two has stood empty since October.
const guarantee = run('deficit-guarantee', {
    'places': `Plads;Takst;Taget i brug
S1;${tariff};2022-02-01
S2;${tariff};2022-03-01
`,
    'statuses': `Plads;Fra og med;Til og med;Status;Brugerkommune
S1;2022-02-01;2022-08-31;belagt;Albertslund
S1;2022-09-01;2022-09-30;i opsigelse;Albertslund
S1;2022-10-01;2022-12-31;tom;
S2;2022-03-01;2022-12-31;belagt;Ballerup
`,
    'municipalities': 'Kommune;Vægt\nAlbertslund;27.000\nBallerup;49.000\nTårnby;43.000\n',
    'key': 'weights',
    'first-day': '2022-01-01',
    'last-day': '2022-12-31',
});
show(guarantee.get_table_named('municipalities'));
show(guarantee.get_table_named('payers'));

// What the operator bills the two municipalities from September on.
const bills = run('place-billing', {
    'placements': `Placering;Betalingskommune;Fra og med;Til og med
P1;Albertslund;2022-02-01;2022-09-30
P2;Ballerup;2022-03-01;
`,
    'tariffs': `Takst\n${tariff}\n`,
    'first-day': '2022-09-01',
    'last-day': '2022-12-31',
});
show(bills.get_table());

// Two years of tariffs, and what is left of the change after prices and wages.
const followup = run('tariff-followup', {
    'lists': `År;Driftsherre;Tilbud;Takst
2022;Albertslund Kommune;Solsiden;${tariff}
2022;Ballerup Kommune;Åhuset;3.600,00
2023;Albertslund Kommune;Solsiden;4.100,00
2023;Ballerup Kommune;Åhuset;3.700,00
`,
    'rate': '3,0',
});
show(followup.get_table());
