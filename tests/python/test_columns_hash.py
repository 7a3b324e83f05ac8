# SPDX-License-Identifier: LGPL-2.1-or-later
"""The shares of columns have the same bytes in Python as in C, whatever the processor has: the
workload is that of tests/unit/kernel/columns-hash.c, which prints its digests."""
import hashlib
import os
import struct
import subprocess
import sys
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

PROGRAM = os.path.join(os.environ["KKR_BUILD"], "tests", "unit", "kernel-columns-hash")
MASK = (1 << 64) - 1
# Totals, weights, whether each total has its own, unit, tie rule.
SHAPES = [(1500, 98, False, 1, Kkr.TieRule.FIRST),
          (700, 11, True, 100, Kkr.TieRule.LAST),
          (300, 5, False, 7, Kkr.TieRule.LARGEST_WEIGHT)]
METHODS = [Kkr.ApportionMethod(number) for number in range(1, 8)]
RESIDUAL = Kkr.ApportionMethod.RESIDUAL_TO_LARGEST


def random(state):
    while True:
        state = (state + 0x9e3779b97f4a7c15) & MASK
        x = state
        x = ((x ^ (x >> 30)) * 0xbf58476d1ce4e5b9) & MASK
        x = ((x ^ (x >> 27)) * 0x94d049bb133111eb) & MASK
        yield x ^ (x >> 31)


def make_workload(method, shape):
    n_totals, n_weights, per_total, unit, _ = SHAPES[shape]
    numbers = random(int(method) * len(SHAPES) + shape)
    weights, totals = [], []
    for _ in range(n_weights * (n_totals if per_total else 1)):
        r = next(numbers)
        weights.append(1 + (r % 60000, r >> 61, r >> 4)[shape])
    for i in range(n_totals):
        r = next(numbers)
        units = r >> 57 if i % 4 == 3 and method != RESIDUAL else (r >> 24) + (1 << 34)
        totals.append((-units if r & 1 else units) * unit)
    return totals, weights


def pack(numbers):
    return GLib.Bytes.new(struct.pack(f"={len(numbers)}q", *numbers))


def share(method, shape, totals, weights, n_threads):
    _, n_weights, _, unit, tie_rule = SHAPES[shape]
    return Kkr.apportion_columns(pack(totals), pack(weights), n_weights, method, unit, tie_rule,
                                 n_threads, None).get_data()


def make_digests(n_threads):
    lines = []
    for method in METHODS:
        for shape in range(len(SHAPES)):
            shares = share(method, shape, *make_workload(method, shape), n_threads)
            lines.append(f"{Kkr.ApportionMethod.to_string(method)} {shape} "
                         f"{hashlib.sha256(shares).hexdigest()}\n")
    return "".join(lines)


def run(program, masked=None):
    env = dict(os.environ)
    if masked:
        env["GLIBC_TUNABLES"] = f"glibc.cpu.hwcaps={masked}"
    return subprocess.run(program, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


class Hash(unittest.TestCase):
    def test_as_in_c(self):
        expected = run([PROGRAM, "--digests"])
        self.assertEqual(len(expected.splitlines()), 21)
        for n_threads in (1, 2, 4, -1):
            self.assertEqual(make_digests(n_threads), expected)

    def test_masked(self):
        expected = run([PROGRAM, "--digests"])
        paths = [os.path.dirname(os.path.abspath(__file__)),
                 os.path.join(os.environ["KKR_SOURCE"], "tests", "lib")]
        code = (f"import sys; sys.path[:0] = {paths!r}\n"
                f"import {__name__} as here; print(here.make_digests(2), end='')")
        for masked in ("-FMA", "-AVX512F", "-AVX2", "-AVX2,-FMA,-AVX512F"):
            self.assertEqual(run([sys.executable, "-c", code], masked), expected)

    def test_textbook(self):
        """Largest remainder with Python's own whole numbers, which know no limit."""
        method = Kkr.ApportionMethod.LARGEST_REMAINDER
        for shape, (n_totals, n, per_total, unit, tie_rule) in enumerate(SHAPES):
            totals, weights = make_workload(method, shape)
            found = share(method, shape, totals, weights, -1)
            found = struct.unpack(f"={n_totals * n}q", found)
            for i, total in enumerate(totals):
                row = weights[i * n:i * n + n] if per_total else weights
                self.assertEqual(list(found[i * n:i * n + n]),
                                 largest_remainder(total, row, unit, tie_rule))


def largest_remainder(total, weights, unit, tie_rule):
    units, whole = abs(total) // unit, sum(weights)
    shares = [units * weight // whole for weight in weights]
    order = {Kkr.TieRule.FIRST: lambda i: i, Kkr.TieRule.LAST: lambda i: -i,
             Kkr.TieRule.LARGEST_WEIGHT: lambda i: (-weights[i], i)}[tie_rule]
    ranked = sorted(range(len(weights)), key=lambda i: (-(units * weights[i] % whole), order(i)))
    for i in ranked[:units - sum(shares)]:
        shares[i] += 1
    return [(-share if total < 0 else share) * unit for share in shares]
