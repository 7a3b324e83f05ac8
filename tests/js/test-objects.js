// SPDX-License-Identifier: LGPL-2.1-or-later
import Kkr from 'gi://Kkr?version=1';
import System from 'system';

import {assert, assertEqual, assertThrows, test} from '../lib/tap.js';

const data = Kkr.Register.new_packaged();

function alone(take) {
    const child = take();
    System.gc();
    return child;
}

// Document 004, offers and places.
test('places for dom in North Jutland', () => {
    const filter = new Kkr.Filter({region: '081', paragraph: 'sel-108',
        target_group: 'intellectual-disability-dom'});
    const rows = [];
    for (const each of data.select('pladser', filter))
        rows.push([each.get_municipality().get_name(), each.get_sector(), each.places]);
    assertEqual(rows.sort(), [['Aalborg', 'municipal', 31], ['Hjørring', 'private', 60],
        ['Jammerbugt', 'private', 16], ['Mariagerfjord', 'regional', 92]]);
});

test('owners and regions on a day', () => {
    const offer = data.find_offer('holtegården');
    assertEqual(offer.get_ownership_on('2016-06-01').owner.title, 'Region Syddanmark');
    assertEqual(offer.get_ownership_on('2018-01-01').owner.title, 'Vejen Kommune');
    const municipality = data.find_municipality('Hillerød');
    assertEqual(municipality.get_region_on('2026-12-31').name, 'Region Hovedstaden');
    assertEqual(municipality.get_region_on('2027-01-01').name, 'Region Østdanmark');
    assertEqual(municipality.get_region_on('2006-12-31'), null);
    assertEqual(data.find_region('Hovedstaden').is_valid_on('2026-12-31'), true);
    assertEqual(data.find_region('Hovedstaden').is_valid_on('2027-01-01'), false);
});

test('what is no day is an error', () => {
    const municipality = data.find_municipality('Hillerød');
    const council = data.find_council('kkr-nordjylland');
    const nord = data.find_arrangement('socialtilsyn-nord');
    for (const day of ['2027', '2027-02-31', '2027-13-01', '0000-01-01', 'i dag', '']) {
        for (const call of [() => municipality.is_valid_on(day),
            () => municipality.get_region_on(day),
            () => data.find_offer('holtegaarden').get_ownership_on(day),
            () => council.dup_municipalities_on(day), () => nord.dup_municipalities_on(day)]) {
            const error = assertThrows(call, Kkr.calc_error_quark(), Kkr.CalcError.OUT_OF_RANGE);
            assertEqual(error.message, `a day that cannot be read: "${day}" found, ` +
                'a day such as 2023-08-21 expected');
        }
    }
});

test('lists and arrays are the same', () => {
    const list = data.get_offers();
    assertEqual(data.dup_offers().length, list.get_n_items());
    data.dup_offers().forEach((offer, i) => assert(offer === list.get_item(i)));
    assert(data.dom_types.get_n_items() === 5);
});

test('children outlive parents', () => {
    const fresh = () => Kkr.Register.new_packaged();
    const owner = alone(() => fresh().find_offer('holtegaarden').get_ownerships().get_item(0));
    System.gc();
    assertEqual(owner.get_owner().get_region().get_name(), 'Region Syddanmark');
    const rule = alone(() => fresh().find_dom_type('2').dup_rules()[0]);
    assertEqual(alone(() => rule.get_paragraphs().get_item(0)).get_number(), '§ 108');
    assertEqual(`${alone(() => fresh().find_region('1081'))}`.includes('Region'), true);
});

test('what cannot be selected is an error', () => {
    for (const [kind, properties, code] of [
        ['tilbud', {}, Kkr.CalcError.OUT_OF_RANGE],
        ['schedules', {sector: 'private'}, Kkr.CalcError.UNSUPPORTED],
        ['offers', {municipality: 'Andeby'}, Kkr.CalcError.NO_DATA],
    ])
        assertThrows(() => data.select(kind, new Kkr.Filter(properties)),
            Kkr.calc_error_quark(), code);
});
