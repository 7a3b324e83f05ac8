#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// Persons with a judgement and the places for them: how many there are of each, who can live where,
// how full the offers are, and how many secured places are needed in the years to come. The persons
// and offers are invented.
import Kkr from 'gi://Kkr?version=1';

const register = Kkr.Register.new_packaged();

// Every calculator by its name, with its inputs as text: tables are CSV or the path of a file.
function run(name, inputs) {
    const calc = Kkr.Calculator.new_by_name(name);
    if (calc.dup_input_names().includes('register'))
        calc.register = register;
    for (const [key, text] of Object.entries(inputs))
        calc.set_from_string(key, text);
    return calc.run(null);
}

function show(table) {
    print(`${table.to_string()}\n`);
}

// The mapping: judgements by dom-type, and the places for each person judged to placement.
const demand = run('dom-type-demand', {});
show(demand.get_table());
show(demand.get_table_named('coverage'));

// Four who wait, three offers and those who live there: the best for all who wait together, what
// one more place would change, and who lives where the rules would not expect it.
const matching = run('placement-matching', {
    'day': '2024-03-01',
    'persons': `Borger;Kommune;Domstype;Dom modtaget;Målgrupper;Ønske
B1;Rebild;2;2023-11-01;udadreagerende;
B2;Aalborg;3;2024-01-15;;Fjordhuset
B3;Hjørring;3;2024-02-20;;
B4;Jammerbugt;5;2023-12-01;;Bakken
`,
    'offers': `Tilbud;Kommune;Sektor;Paragraffer;Godkendt på Tilbudsportalen;Målgrupper;Pladser;Takst
Fjordhuset;Aalborg;kommunal;108;ja;udadreagerende;3;4.900,00
Skovgården;Mariagerfjord;regional;108;ja;udadreagerende;2;5.200,00
Bakken;Hjørring;privat;107;ja;;4;3.800,00
`,
    'placements': `Borger;Tilbud;Fra og med;Paragraf;Domstype
F1;Fjordhuset;2021-05-01;108;3
F2;Fjordhuset;2022-09-01;108;2
S1;Skovgården;2020-01-01;108;3
S2;Skovgården;2023-06-01;108;2
K1;Bakken;2023-08-01;107;3
`,
});
show(matching.get_table());
show(matching.get_table_named('more-places'));
show(matching.get_table_named('unexpected'));

// A year of the two public offers: how full they were, and the chance that a request is refused.
const occupancy = run('occupancy', {
    'counts': `Tilbud;År;Pladser;Belægningsprocent;Takst
Fjordhuset;2023;3;66,7;4.900,00
Skovgården;2023;2;105;5.200,00
`,
    'demand': `Tilbud;Henvendelser pr. år;Ophold i døgn;Pladser
Fjordhuset;1;730;3
Skovgården;2;730;2
`,
    'target': '10 pct.',
});
show(occupancy.get_table());
show(occupancy.get_table_named('demand'));

// The years to come: secured places, with two steps of expansion, and the chance that they are too
// few.
const secured = run('secured-capacity', {
    'first-year': '2025', 'last-year': '2029', 'secured-places': '60', 'open-places': '15',
    'start': 'Domstype;Sikrede pladser;Åbne pladser\n1;20;0\n2;40;10\n',
    'inflow': 'Domstype;Tilgang\n1;2\n2;10\n',
    'stays': `Domstype;Opholdstid i år;Udsluses i pct.;Åben opholdstid i år;Trin
1;10;;;
2;4;50;5;
2;;80;;trin 1
`,
    'steps': 'Trin;Fra år;Sikrede pladser;Åbne pladser\ntrin 1;2026;2;\ntrin 2;2026;;10\n',
    'paths': '10000', 'seed': '1',
});
show(secured.get_table());
show(secured.get_table_named('exceeded'));
