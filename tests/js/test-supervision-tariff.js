// SPDX-License-Identifier: LGPL-2.1-or-later
// Socialtilsyn Nord's tariffs: report 2022, table 8; DAS Social, 21 August 2023, item 3.
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertIncludes, assertThrows, test} from '../lib/tap.js';

const GROUPS = ['1-7 pladser', '8-24 pladser', '25-49 pladser', '50 pladser og derover'];
const TABLE_8 = {
    2019: {
        'supervision': [35341, 42409, 70682, 106024],
        'approval': [31378, 37654, 62756, 94134],
        'significant-change': [9998, 11998, 19996, 29994],
        'intensified-supervision': [3534, 4241, 7068, 10602],
    },
    2020: {
        'supervision': [35129, 42155, 70258, 105387],
        'approval': [32021, 38425, 64041, 96062],
        'significant-change': [10203, 12243, 20405, 30608],
        'intensified-supervision': [3513, 4215, 7026, 10539],
    },
    2021: {
        'supervision': [35043, 42051, 70085, 105128],
        'approval': [32263, 38715, 64526, 96788],
        'significant-change': [10288, 12346, 20576, 30865],
        'intensified-supervision': [3504, 4205, 7009, 10513],
    },
    2022: {
        'supervision': [36896, 44275, 73792, 110689],
        'approval': [32993, 39591, 65985, 98978],
        'significant-change': [10585, 12702, 21170, 31755],
        'intensified-supervision': [3690, 4428, 7379, 11069],
    },
};

function nord(year, inputs = {}) {
    return new Kkr.SupervisionTariff({
        register: Kkr.Register.new_packaged(),
        arrangement: 'socialtilsyn-nord',
        year,
        ...inputs,
    }).run(null);
}

// In kroner, null where it is missing.
function tariff(result, key) {
    const table = result.get_table();
    const column = table.get_column('tariff');
    const row = table.find_row(key);
    if (column.get_cell_status(row) === Kkr.CellStatus.MISSING)
        return null;
    return column.get_int64(row) / 100;
}

function four(result, service) {
    return GROUPS.map(group => tariff(result, `${service}/${group}`));
}

function base(result, service, name) {
    const table = result.get_table_named('base');
    return table.get_column(name).dup_exact(table.find_row(service));
}

for (const [year, services] of Object.entries(TABLE_8)) {
    test(`table 8, ${year}`, () => {
        const result = nord(Number(year));
        for (const [service, tariffs] of Object.entries(services))
            assertEqual(four(result, service), tariffs, service);
    });
}

test('2024', () => {
    const result = nord(2024);
    assertEqual(four(result, 'supervision'), [43852, 52622, 87703, 131555]);
    assertEqual(four(result, 'intensified-supervision'), [4385, 5262, 8770, null]);
    assertEqual(['bpa-supervision', 'bpa-approval', 'bpa-significant-change']
        .map(key => tariff(result, key)), [8736, 24192, 8736]);
    assertEqual(base(result, 'supervision', 'lower'), '87703/2');
    assertEqual(base(result, 'supervision', 'upper'), '175407/4');
    assertIncludes(result.to_string(), '13.155 kr.');
});

test('2023', () => {
    assertEqual(four(nord(2023), 'supervision'), [42884, 51461, 85768, 128653]);
});

test('the derivation of an undetermined tariff ends in words', () => {
    const result = nord(2024);
    // 13.155,45 kr. at the lower end and less than 13.155,525 kr. at the upper.
    assertEqual(result.explain_key('tariff', 'intensified-supervision/50 pladser og derover')
        .get_value(), 'ikke bestemt: 13.155 til 13.156 kr.');
    const derivation = result.explain_key('tariff', 'intensified-supervision/8-24 pladser');
    assertEqual(derivation.get_value(), '526200');
});

test('a base from a budget', () => {
    // 100 + 96 + 100 + 84 = 380 weighted offers share 15905109 kr.: 41855.55 kr.
    const result = new Kkr.SupervisionTariff({
        budget: 1690510900, other_income: 100000000,
        offers_1: 100, offers_2: 80, offers_3: 50, offers_4: 28,
    }).run(null);
    assertEqual(base(result, 'supervision', 'base'), '837111/20');
    assertEqual(four(result, 'supervision'), [41856, 50227, 83711, 125567]);
});

test('a misspelt rule for 0 places is refused', () => {
    const calc = new Kkr.SupervisionTariff({base_tariff: 43851.6});
    calc.zero_places = Kkr.ZeroPlaces.LOWST;
    const error = assertThrows(() => calc.run(null), Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE);
    assertIncludes(error.message, 'zero-places');
});

test('no way to the base', () => {
    const error = assertThrows(() => new Kkr.SupervisionTariff().run(null),
        Kkr.CalcError, Kkr.CalcError.MISSING_INPUT);
    assert(error.message.includes('base-tariff'));
});
