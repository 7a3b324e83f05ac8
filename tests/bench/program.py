#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A row that a program in C measures: runs it and tells what it told, as bench.h writes it.

usage: program.py NAME TITLE PROGRAM [ARGUMENT ...]
"""
import subprocess
import sys

import harness


def take(bench, fields):
    """Whether the line was one of bench.h's."""
    if fields[0] == "time" and len(fields) == 3:
        bench.add_result(fields[1], [float(seconds) for seconds in fields[2].split()])
    elif fields[0] == "check" and len(fields) == 3:
        bench.check(fields[1], fields[2] or None)
    elif fields[0] == "skip" and len(fields) == 3:
        bench.skip(fields[1], fields[2])
    elif fields[0] == "tell" and len(fields) == 3:
        bench.tell(fields[1], fields[2])
    elif fields[0] == "demand" and len(fields) == 7:
        bench.demand(fields[1], float(fields[2]), float(fields[4]) or None,
                     stretch=float(fields[5]) or None, at_most=fields[3] == "<=", unit=fields[6])
    else:
        return False
    return True


def main():
    name, title, *command = sys.argv[1:]
    bench = harness.Bench(name, title)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    for line in done.stdout.splitlines():
        if not take(bench, line.split("\t")):
            print(line)
    bench.check("the program", f"exit status {done.returncode}" if done.returncode else None)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
