// SPDX-License-Identifier: LGPL-2.1-or-later
import Kkr from 'gi://Kkr?version=1';

import {assertEqual, test} from '../lib/tap.js';

test('version', () => {
    assertEqual(Kkr.version_get_string(),
        `${Kkr.MAJOR_VERSION}.${Kkr.MINOR_VERSION}.${Kkr.MICRO_VERSION}`);
});

test('enum from string', () => {
    assertEqual(Kkr.ApportionMethod.from_string('largest-remainder'),
        Kkr.ApportionMethod.LARGEST_REMAINDER);
});
