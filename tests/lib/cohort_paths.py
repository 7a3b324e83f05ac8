# SPDX-License-Identifier: LGPL-2.1-or-later
"""Paths of persons in secured and open places, each drawn by itself: random numbers by Philox, counts
by exact fractions, years by the rules that libkkr/kernel/kkr-cohort-private.h states."""
import bisect
import collections
import functools
import math
from fractions import Fraction

WORD = (1 << 32) - 1


def philox(counter, seed):
    """Philox 4x32-10 as its paper has it."""
    a, b, c, d = counter
    key = [seed & WORD, seed >> 32]
    for _ in range(10):
        product = (0xd2511f53 * a, 0xcd9e8d57 * c)
        a, b, c, d = ((product[1] >> 32) ^ b ^ key[0], product[1] & WORD,
                      (product[0] >> 32) ^ d ^ key[1], product[0] & WORD)
        key = [(key[0] + 0x9e3779b9) & WORD, (key[1] + 0xbb67ae85) & WORD]
    return a | b << 32, c | d << 32


def limits_of(chances):
    limits, part = [], Fraction(0)
    for chance in chances:
        part += chance
        limits.append(int(part * (1 << 64) + Fraction(1, 2)))
        if limits[-1] == 1 << 64:
            break
    return limits


@functools.lru_cache(None)
def binomial_limits(n, num, den):
    return limits_of(Fraction(math.comb(n, k) * num ** k * (den - num) ** (n - k), den ** n)
                     for k in range(n + 1))


@functools.lru_cache(None)
def poisson_limits(num, den):
    terms = [1 << 400]
    while terms[-1] > 0:
        terms.append(terms[-1] * num // (len(terms) * den))
    whole = sum(terms)
    return limits_of(Fraction(term, whole) for term in terms)


class Draws:
    """The numbers of one flow of one path in one year."""

    def __init__(self, seed, path, year, flow):
        self.seed, self.place = seed, (path, year, flow)

    def numbers(self, which):
        draw = 0
        while True:
            yield philox((*self.place, draw), self.seed)[which]
            draw += 1

    def binomial(self, which, n, share):
        num, den = share
        if num in (0, den):
            return n if num else 0
        total, numbers = 0, self.numbers(which)
        while True:
            piece = min(n, 255)
            total += bisect.bisect_right(binomial_limits(piece, num, den), next(numbers))
            n -= piece
            if n == 0:
                return total

    def poisson(self, which, millionths):
        if millionths == 0:
            return 0
        pieces = -(-millionths // 128000000)
        limits = poisson_limits(millionths, 1000000 * pieces)
        numbers = self.numbers(which)
        return sum(bisect.bisect_right(limits, next(numbers)) for _ in range(pieces))


def draw_year(model, path, year, state):
    for group, stock in enumerate(state):
        cell = model["cells"][year * len(state) + group]
        ends, moves, opens = (Draws(model["seed"], path, year, 3 * group + k) for k in range(3))
        if cell["removed"]:
            stock[0] = stock[1] = 0
        ended = ends.binomial(0, stock[0], cell["ends"])
        to_open = moves.binomial(0, ended, cell["to_open"])
        leaves = moves.binomial(1, stock[2], cell["leaves_open"])
        stock[0] += ends.poisson(1, cell["secured"]) - ended
        stock[1] += to_open
        stock[2] += opens.poisson(0, cell["open"]) - leaves
    places = model["open_places"][year]
    room = math.inf if places < 0 else max(0, places - sum(stock[2] for stock in state))
    for stock in state:
        moved = min(stock[1], room)
        stock[1] -= moved
        stock[2] += moved
        room -= moved


def draw_paths(model):
    counts = collections.defaultdict(collections.Counter)
    for path in range(model["n_paths"]):
        state = [list(stock) for stock in model["start"]]
        lacks = []
        for year, places in enumerate(model["secured_places"]):
            draw_year(model, path, year, state)
            need = sum(stock[0] + stock[1] for stock in state)
            counts["need", year][need] += 1
            counts["open", year][sum(stock[2] for stock in state)] += 1
            if need > places and all(lack <= 0 for lack in lacks):
                counts["first", year][need - places] += 1
            lacks.append(need - places)
        counts["worst", 0][max(lacks)] += 1
    return counts
