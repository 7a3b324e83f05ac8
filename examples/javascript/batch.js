#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// Many scenarios at once: budgets that come as numbers, and offers that come from a file.
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

const dk = Kkr.Register.new_packaged();
const calc = new Kkr.ObjectiveFinancing(
    {register: dk, arrangement: 'socialtilsyn-nord', year: 2024});

// A scenario for each budget, in øre, and what each municipality pays, scenario by scenario.
function run(budgets) {
    const builder = Kkr.TableBuilder.new('scenarios', 'Scenarier', 'Scenarios');
    builder.add_bytes('budget', 'Budget', 'Budget', Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
        new GLib.Bytes(new Uint8Array(budgets.buffer)));
    return calc.run_table(builder.end(), null, null);
}

// What would each municipality pay of 18, 19 and 20 million kroner?
let budgets = new BigInt64Array([1800000000n, 1900000000n, 2000000000n]);
const table = run(budgets).get_table();
const amounts = table.get_column('amount');
const payers = table.get_n_rows() / budgets.length;
for (let row = 0; row < payers; row++) {
    const name = table.get_column('municipality').dup_text(row);
    const paid = Array.from(budgets, (_, i) =>
        Kkr.amount_to_string_in(amounts.get_int64(row + i * payers), 'da'));
    print(`${name}: ${paid.join(', ')}`);
}
print();

// And of each of 100.000 budgets, a krone apart? Every krone is paid by somebody.
budgets = BigInt64Array.from({length: 100000}, (_, i) => 1900000000n + 100n * BigInt(i));
const paid = new BigInt64Array(
    run(budgets).get_table().get_column('amount').get_bytes().toArray().slice().buffer);
const exact = budgets.filter((budget, i) => {
    let sum = 0n;
    for (let row = 0; row < payers; row++)
        sum += paid[i * payers + row];
    return sum === budget;
}).length;
print(`${exact} af ${budgets.length} budgetter er fordelt til kronen`);
print();

// What would more offers do to the tariffs? The scenarios stand in a file.
const tariffs = new Kkr.SupervisionTariff({places: 12});
const text = new TextEncoder().encode(`budget;offers-1;offers-2;offers-3;offers-4
57.000.000;350;220;60;25
57.000.000;360;230;60;25
58,5 mio.;360;230;60;25
`);
const scenarios = tariffs.read_scenarios_bytes(new GLib.Bytes(text), 'tilbud.csv', null);
print(tariffs.run_table(scenarios, null, null).to_string());
