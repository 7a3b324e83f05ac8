# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the tables of printed_tables.py as the text that somebody would paste."""


def show(cell, language, sign=""):
    unit = 10 ** cell.decimals
    whole, rest = divmod(abs(cell.printed * unit), unit)
    thousands, point = (".", ",") if language == "da" else (",", ".")
    text = f"{int(whole):,}".replace(",", thousands)
    if cell.decimals:
        text += point + str(int(rest)).zfill(cell.decimals)
    return ("-" if cell.printed < 0 else "") + text + sign


def order(rng, table):
    """The rows as they are, or the total of all first; the columns in any order."""
    rows = list(range(len(table.rows)))
    sums = {relation.target[0] for relation in table.relations if relation.kind == "sum"}
    if not table.groups and rng.random() < 0.3 and len(rows) - 1 in sums and len(sums) == 1:
        rows = rows[-1:] + rows[:-1]
    columns = list(range(len(table.columns)))
    if rng.random() < 0.3:
        rng.shuffle(columns)
    return rows, columns


def grid(rng, table):
    rows, columns = order(rng, table)
    percent = {target[1] for kind, target in
               ((relation.kind, relation.target) for relation in table.relations)
               if kind in ("share", "growth")}
    signed = rng.random() < 0.4
    corner = rng.choice(["", "Kommune" if table.language == "da" else "Area"])
    lines = [[corner] + [table.columns[column] for column in columns]]
    for row in rows:
        line = [table.rows[row]]
        for column in columns:
            cell = table.cells.get((row, column))
            sign = ("%" if table.language == "en" else " %") if signed and column in percent else ""
            line.append("" if cell is None else show(cell, table.language, sign))
        lines.append(line)
    return lines


def turned(rng, table, lines):
    """Some tables stand on their side."""
    if table.groups or rng.random() > 0.15:
        return lines
    return [list(line) for line in zip(*lines)]


def delimited(rng, lines, delimiter):
    def quote(text):
        return f'"{text}"' if delimiter in text else text
    return "\n".join(delimiter.join(map(quote, line)) for line in lines)


def bars(rng, lines):
    rule = "|" + "|".join("---" for _ in lines[0]) + "|"
    body = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join(body[:1] + [rule] + body[1:])


def spaced(rng, lines):
    widths = [max(len(line[at]) for line in lines) + 3 for at in range(len(lines[0]))]
    return "\n".join(line[0].ljust(widths[0])
                     + "".join(text.rjust(width) for text, width in zip(line[1:], widths[1:]))
                     for line in lines)


def write(rng, table):
    """The text of a table, and the decimal sign that it is written with."""
    lines = turned(rng, table, grid(rng, table))
    layout = rng.choice(["semicolons", "tabs", "bars", "spaces", "commas"])
    if layout == "commas":
        text = delimited(rng, lines, ",")
    elif layout == "bars":
        text = bars(rng, lines)
    elif layout == "spaces":
        text = spaced(rng, lines)
    else:
        text = delimited(rng, lines, ";" if layout == "semicolons" else "\t")
    if rng.random() < 0.3:
        text = ("Tabel 1. Udvalgte tal\n" if table.language == "da" else "Table 1\n") + text
    return text + "\n", "," if table.language == "da" else "."
