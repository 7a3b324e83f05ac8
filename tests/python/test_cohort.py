# SPDX-License-Identifier: LGPL-2.1-or-later
"""What many paths of persons in secured and open places count to, as tests/unit/kernel/cohort-chance.c
prints it, against each path drawn by itself in tests/lib/cohort_paths.py."""
import collections
import os
import random
import subprocess
import unittest

import tap  # noqa: F401
from cohort_paths import draw_paths

PROGRAM = os.path.join(os.environ["KKR_BUILD"], "tests", "unit", "kernel-cohort-chance")


def write_model(model):
    numbers = [len(model["start"]), len(model["secured_places"]), model["n_paths"], model["seed"]]
    numbers += [number for stock in model["start"] for number in stock]
    for cell in model["cells"]:
        numbers += [cell["secured"], cell["open"], *cell["ends"], *cell["to_open"],
                    *cell["leaves_open"], cell["removed"]]
    for places in zip(model["secured_places"], model["open_places"]):
        numbers += places
    return " ".join(map(str, numbers))


def run_program(model):
    text = subprocess.run([PROGRAM, "--simulate"], input=write_model(model), check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    counts = collections.defaultdict(collections.Counter)
    for line in text.splitlines():
        name, year, *pairs = line.split()
        counts[name, int(year)].update({int(value): int(paths) for value, paths in
                                        (pair.split(":") for pair in pairs)})
    return counts


def make_model(choose, n_groups, n_years, n_paths, most):
    cells = [{"secured": choose.randrange(0, most * 1000000),
              "open": choose.choice((0, choose.randrange(1, 5000000))),
              "ends": (choose.randrange(0, 8), 7), "to_open": (choose.randrange(0, 6), 5),
              "leaves_open": (choose.randrange(0, 4), 10),
              "removed": int(choose.randrange(0, 8) == 0)}
             for _ in range(n_groups * n_years)]
    return {"seed": choose.getrandbits(63), "n_paths": n_paths, "cells": cells,
            "start": [[choose.randrange(0, most * 3), choose.randrange(0, 4),
                       choose.randrange(0, 30)] for _ in range(n_groups)],
            "secured_places": [choose.randrange(0, most * 6) for _ in range(n_years)],
            "open_places": [choose.randrange(-1, 60) for _ in range(n_years)]}


class Paths(unittest.TestCase):
    def compare(self, model):
        expected = {key: counter for key, counter in draw_paths(model).items() if counter}
        found = {key: counter for key, counter in run_program(model).items() if counter}
        self.assertEqual(found, expected)

    def test_small(self):
        choose = random.Random(7)
        for n_groups in (1, 2, 6):
            self.compare(make_model(choose, n_groups, 4, 300, 10))

    def test_pieces(self):
        """Stocks above 255 and arrivals above 128 are drawn as sums."""
        choose = random.Random(11)
        self.compare(make_model(choose, 2, 3, 60, 400))

    def test_one_path(self):
        choose = random.Random(13)
        self.compare(make_model(choose, 1, 1, 1, 5))


if __name__ == "__main__":
    unittest.main()
