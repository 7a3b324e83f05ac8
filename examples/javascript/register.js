#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// What the register answers: who, where, since when, and in which document that stands.
import Kkr from 'gi://Kkr?version=1';

const dk = Kkr.Register.new_packaged();

// Who pays to Socialtilsyn Nord in 2024, and by what key?
const nord = dk.find_arrangement('socialtilsyn-nord');
print(`${nord.get_title_in('da')}, efter ${nord.get_weights_title_in('da')}`);
for (const payer of nord.dup_municipalities_on('2024-01-01'))
    print(`  ${payer.get_name()}`);

// How many places for persons with a developmental disability and a dom are there in North Jutland?
const north = new Kkr.Filter(
    {region: 'Nordjylland', target_group: 'intellectual-disability-dom'});
for (const places of dk.select('pladser', north)) {
    print(places.to_string());
    print(`  ${places.get_note_in('da')}`);
}

// Who owned Holtegården before 2017, and since then?
const offer = dk.find_offer('Holtegården');
print(offer.to_string());
for (const ownership of offer.dup_ownerships())
    print(`  ${ownership.to_string()}`);

// Which region answers for Hillerød before and after the turn of the year?
const hilleroed = dk.find_municipality('Hillerød');
for (const day of ['2026-12-31', '2027-01-01'])
    print(`${hilleroed.get_name()}, ${day}: ${hilleroed.get_region_on(day).get_name()}`);

// Which rate of prices and wages was known for 2024 in June 2023, and where does it stand?
const rate = dk.lookup('price-wage/service-expenditure', '2024-01-01', '2023-06-01');
print(rate.to_string());
