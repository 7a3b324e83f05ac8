#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts the single cases in Meson's logs and prints `N passed, N failed[, N skipped]`.

usage: sum.py TESTLOG.json...
A test that speaks TAP counts as many cases as it reports, any other as one. Fails when one failed
or none ran.
"""
import json
import os
import re
import sys

LINE = re.compile(r"^(ok|not ok)\b(?P<rest>.*)$")


def count(test):
    """Passed, failed and skipped cases of one test of the log."""
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        if re.search(r"#\s*skip", match["rest"], re.IGNORECASE):
            skipped += 1
        elif match[1] == "ok":
            passed += 1
        else:
            failed += 1
    good = test["result"] in ("OK", "SKIP", "EXPECTEDFAIL")
    if not good and not failed:
        failed += 1
    if good and not passed + failed + skipped:
        if test["result"] == "SKIP":
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    sums = [0, 0, 0]
    for path in sys.argv[1:]:
        if not os.path.exists(path):
            print(f"no log {path}: the tests did not run", file=sys.stderr)
            sums[1] += 1
            continue
        with open(path, encoding="utf-8") as log:
            for line in log:
                sums = [a + b for a, b in zip(sums, count(json.loads(line)))]
    passed, failed, skipped = sums
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
