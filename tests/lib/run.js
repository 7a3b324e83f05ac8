// SPDX-License-Identifier: LGPL-2.1-or-later
// usage: gjs -m run.js FILE [NAME ...]     (NAME: part of the names of the tests to run)

import GLib from 'gi://GLib';
import System from 'system';

import {runAll} from './tap.js';

const [path, ...names] = ARGV;
const loop = GLib.MainLoop.new(null, false);
let status = 1;

async function main() {
    try {
        await import(GLib.filename_to_uri(GLib.canonicalize_filename(path, null), null));
        status = await runAll(names) ? 0 : 1;
    } catch (error) {
        print(`Bail out! ${error}`);
        printerr(error.stack ?? '');
    }
    loop.quit();
}

GLib.idle_add(GLib.PRIORITY_DEFAULT, () => {
    main();
    return GLib.SOURCE_REMOVE;
});
loop.run();
System.exit(status);
