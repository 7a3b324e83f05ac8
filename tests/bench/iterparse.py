#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Collects the attributes of all placements of a file, and prints how many seconds it took."""
import sys
import time

try:
    from lxml import etree
except ImportError:
    sys.exit("lxml is not installed")

NAMES = ["person", "municipality", "offer", "paragraph", "dom-type", "valid", "tariff"]

start = time.perf_counter()
columns = [[] for name in NAMES]
for event, element in etree.iterparse(sys.argv[1], tag="placement"):
    for name, column in zip(NAMES, columns):
        column.append(element.get(name))
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
print(f"{time.perf_counter() - start:.6f}")
