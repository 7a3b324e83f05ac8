// SPDX-License-Identifier: LGPL-2.1-or-later
// Tariff models written in JavaScript, which is never called in another thread.
import Gio from 'gi://Gio';
import GObject from 'gi://GObject';
import Kkr from 'gi://Kkr?version=1';

import {assertEqual, assertThrows, test} from '../lib/tap.js';

Gio._promisify(Kkr.Calculator.prototype, 'run_async', 'run_finish');
Gio._promisify(Kkr.Calculator.prototype, 'run_table_async', 'run_table_finish');

const NightModel = GObject.registerClass(class NightModel extends Kkr.TariffModel {
    vfunc_define() {
        super.vfunc_define();
        this.add_quantity('night_cost', 'Nattevagt', 'Night watch', Kkr.Unit.RATE, null);
        this.add_step('day_tariff', 'Takst pr. døgn', 'Tariff per day',
            '(cost + night_cost) / place_days', Kkr.Unit.RATE);
    }
});

const WrongModel = GObject.registerClass(class WrongModel extends Kkr.TariffModel {
    vfunc_define() {
        super.vfunc_define();
        this.add_step('cost', 'Udgift', 'Cost', 'running + nights', Kkr.Unit.RATE);
    }
});

// (3.650.000 + 365.000) / (10 * 365) = 1.100 kr.
function offer() {
    const calculator = new Kkr.OfferTariff({model: new NightModel(), places: 10, days: 365,
        occupancy: 100, quantities: 'night-cost = 365.000'});
    calculator.set_from_string('direct-cost', '3.650.000');
    return calculator;
}

function occupancies(...values) {
    const builder = Kkr.TableBuilder.new('scenarios', 'Scenarier', 'Scenarios');
    builder.add_double('occupancy', 'Belægning', 'Occupancy', Kkr.Unit.PERCENT, values);
    return builder.end();
}

function tariff(result, row = 0) {
    return result.get_table().get_column('tariff').get_int64(row);
}

test('a model that nobody has used before', async () => {
    assertEqual(tariff(offer().run(null)), 110000);
    assertEqual(tariff(offer().dup().run(null)), 110000);
    assertEqual(tariff(await offer().run_async(null)), 110000);
});

test('a model that scenarios are the first to use', async () => {
    const scenarios = occupancies(100, 50);
    assertEqual(tariff(offer().run_table(scenarios, null, null), 1), 220000);
    assertEqual(tariff(await offer().run_table_async(scenarios, null, null), 1), 220000);
    const income = (await offer().run_table_async(scenarios, ['income.income'], null))
        .get_table().get_column('income');
    // 2.200 kr. for 1.825 days
    assertEqual(income.get_int64(1), 2200 * 1825 * 100);
});

test('a name that the model does not know', () => {
    const calculator = offer();
    calculator.quantities = null;
    calculator.model = new WrongModel();
    assertThrows(() => calculator.run(null), Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE);
});
