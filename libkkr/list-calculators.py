#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes kkr.h or the list of calculator types from the names in calc/meson.build.

usage: list-calculators.py header|types OUTPUT TEMPLATE [NAME ...]
A name is the path of a calculator below calc/, without its ending.
"""
import pathlib
import sys


def main():
    kind, output, template, *names = sys.argv[1:]
    includes = "".join(f"#include <libkkr/calc/{name}.h>\n" for name in names)
    if kind == "header":
        text = pathlib.Path(template).read_text(encoding="utf-8")
        text = text.replace("@CALCULATORS@\n", includes)
    else:
        getters = "".join(
            f"  {pathlib.PurePath(name).name.replace('-', '_')}_get_type,\n" for name in names)
        text = (
            "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n"
            "/* Generated from calc/meson.build. */\n\n"
            "#include <libkkr/calc/kkr-calculator-types-private.h>\n" + includes +
            "\nGType (*const kkr_calculator_type_getters[]) (void) = {\n" + getters +
            "  NULL,\n};\n")
    pathlib.Path(output).write_text(text, encoding="utf-8")


main()
