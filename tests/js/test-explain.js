// SPDX-License-Identifier: LGPL-2.1-or-later
// Every column of every table can be asked why, and says so where there is nothing to tell.
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const register = Kkr.Register.new_packaged();

function shown(column, row) {
    if (column.get_kind() === Kkr.ColumnKind.TEXT)
        return column.dup_text(row);
    return row < 0 ? column.dup_total() : column.dup_exact(row);
}

function explainAll(result) {
    let n = 0;
    result.dup_tables().forEach((table, place) => {
        for (const column of table.dup_columns()) {
            const name = (place > 0 ? `${table.get_name()}.` : '') + column.get_name();
            const rows = [...Array(table.get_n_rows()).keys()].filter(
                row => column.get_cell_status(row) === Kkr.CellStatus.VALUE);
            if (column.has_total())
                rows.push(-1);
            for (const row of rows) {
                const derivation = result.explain(name, row);
                assert(derivation.check());
                assertEqual(derivation.get_value(), shown(column, row));
                n++;
            }
        }
    });
    return n;
}

test('every cell of objective financing', () => {
    const result = new Kkr.ObjectiveFinancing({register, arrangement: 'socialtilsyn-nord',
        year: 2024}).run(null);
    assert(explainAll(result) > 100);
});

test('every cell of the tariffs', () => {
    const result = new Kkr.SupervisionTariff({register, arrangement: 'socialtilsyn-nord',
        year: 2024}).run(null);
    assert(explainAll(result) > 20);
});

test('every cell of the calculators of printed figures', () => {
    assert(explainAll(new Kkr.PercentageBase({percentages: '22; 20; 16; 11; 10',
        last: 98}).run(null)) > 0);
    assert(explainAll(new Kkr.Claims({figures: 'a = 6,3; b = 6; c = 0,3',
        claims: 'c = a - b'}).run(null)) > 0);
    assert(explainAll(new Kkr.RuleFinder({weights: '3; 4; 5', printed: '25; 33; 42',
        total: '100'}).run(null)) > 0);
});

test('every cell of a ledger of surplus and deficit', () => {
    const ledger = new Kkr.CarryOver({rounding: Kkr.RoundingMode.HALF_EVEN});
    ledger.set_from_string('results', 'year;surplus\n2022;501.981\n2023;-7');
    ledger.set_from_string('settlement', 'offer;year;budget-cost;accounts-cost;planned-days;' +
        'actual-days;tariff;later-days\nSolsiden;2021;800;900;100;90;9;80');
    assert(explainAll(ledger.run(null)) > 0);
});

test('nothing to explain', () => {
    const result = new Kkr.SupervisionTariff({printed_1: 4385200}).run(null);
    for (const [column, at, message] of [
        ['base.base', 0, 'base: missing found, a value expected'],
        ['tariff', 100, 'no such row: 100 found'],
        ['tariff', -1, 'tariff: no total found, a value expected'],
        ['tarif', 0, 'no such column'],
        ['nowhere.tariff', 0, 'no such table'],
    ]) {
        const error = assertThrows(() => result.explain(column, at));
        assertIncludes(error.message, message);
    }
});
