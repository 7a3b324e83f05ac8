# SPDX-License-Identifier: LGPL-2.1-or-later
"""More printed tables than printed_tables.py makes, as municipalities lay them out.

Totals of rows and columns in tables of 3 to 60 rows, totals of subtotals, two columns of labels,
shares of two bases, growth over three years, income and expenditure, "heraf" and balances; with
labels and headings that have words of totals, changes and rates in them without being such.
"""
import re
from fractions import Fraction

from printed_tables import Cell, ENGLISH, MUNICIPALITIES

TRAPS = {
    "da": ["Udviklingshæmmede", "Øvrige", "Andre", "Forskellige udgifter", "Reguleringer",
           "Takstfinansierede tilbud", "Alle aldre", "Samlede institutioner", "Alm. børnehaver",
           "Regnskabskontor", "Prisudvikling", "Fysisk funktionsnedsættelse", "0-2 år", "65+ år",
           "§ 107", "§ 108, stk. 2", "Tilskud til drift", "Ydelser, pr. time", "Sumrum"],
    "en": ["Other", "Others", "All ages", "Rates office", "0-2 years", "65+ years", "Section 107",
           "Price support"],
}
HEADINGS = {
    "da": ["{word} {year}", "{word} {year}", "År {year}", "Pr. 1. januar {year}", "R{year}",
           "{word} pr. 31. december {year}", "{year}", "{word} i {year}", "{word}, {year}"],
    "en": ["{word} {year}", "{word} {year}", "Year {year}", "Per 1 January {year}", "{year}",
           "{word} at 31 December {year}", "{word} in {year}", "{word}, {year}"],
}
WORDS = {
    "da": {"money": ["Beløb", "Udgifter", "Regnskab", "Tilskud"], "income": "Indtægter",
           "count": ["Antal sager", "Pladser", "Børn", "Borgere"], "expenditure": "Udgifter",
           "share": ["Andel, pct.", "Andel i pct.", "Pct. af alle", "Fordeling i pct."],
           "growth": ["Vækst {}-{}, pct.", "Ændring {}-{} i pct.", "Udvikling {}-{} (pct.)"],
           "difference": ["Ændring {}-{}", "Forskel {}-{}"], "net": ["Netto", "Resultat"],
           "sub": "{} i alt", "of": "heraf {}", "group": "Gruppe",
           "all": ["I alt", "Total", "Sum", "Hele landet"], "mio": ", mio. kr.", "money-unit": ", kr.",
           "asked": "Ansøgninger", "granted": "Bevilliget",
           "of-asked": "Bevilliget i pct. af ansøgninger"},
    "en": {"money": ["Amount", "Expenditure", "Grants", "Cost"], "income": "Income",
           "count": ["Number of cases", "Places", "Children"], "expenditure": "Expenditure",
           "share": ["Share, per cent", "Share (%)", "Per cent of all"],
           "growth": ["Growth {}-{}, per cent", "Change {}-{} (%)"],
           "difference": ["Change {}-{}", "Difference {}-{}"], "net": ["Balance"],
           "sub": "{} total", "of": "of which {}", "group": "Group",
           "all": ["Total", "All", "Sum", "Grand total"], "mio": ", DKK million",
           "money-unit": ", DKK", "asked": "Applications", "granted": "Granted",
           "of-asked": "Granted, per cent of applications"},
}
# The kind of number, its decimals, and how large it is.
SHAPES = [("count", 0, 60), ("count", 0, 900), ("count", 0, 30000), ("money", 0, 500000),
          ("money", 0, 9000000), ("mio", 1, 40), ("mio", 1, 900), ("mio", 1, 12000), ("mio", 2, 60)]
AMOUNTS = [shape for shape in SHAPES if shape[0] != "count"]
ROWS = [3, 3, 4, 5, 6, 8, 10, 14, 20, 30, 40]


class Table:
    def __init__(self, rng):
        self.rng, self.language = rng, rng.choice(["da", "da", "en"])
        self.words = WORDS[self.language]
        self.rows, self.columns, self.cells, self.relations = [], [], {}, []
        self.percent, self.title, self.shape = set(), None, None
        names = list(MUNICIPALITIES if self.language == "da" else ENGLISH)
        names += [f"{name} {at}" for at in ("II", "III") for name in names]
        traps = TRAPS[self.language][:]
        rng.shuffle(traps)
        self.names = rng.sample(names[:60], 52)
        if rng.random() < 0.35:
            self.names = [traps.pop() if traps and rng.random() < 0.4 else name
                          for name in self.names]

    def draw(self, sign=1):
        kind, _, size = self.shape
        if kind == "count":
            return sign * Fraction(self.rng.randint(max(2, size // 30), size))
        return sign * Fraction(self.rng.randint(size * 2000, size * 100000), 100000)

    def put(self, row, column, exact, decimals):
        self.cells[row, column] = Cell(Fraction(exact), decimals)

    def exact(self, row, column):
        return self.cells[row, column].exact

    def unit(self):
        return {"count": "", "money": self.words["money-unit"], "mio": self.words["mio"]}[
            self.shape[0]]

    def add_years(self, count):
        first = self.rng.randint(2008, 2020)
        form = self.rng.choice(HEADINGS[self.language])
        word = self.rng.choice(self.words["count" if self.shape[0] == "count" else "money"])
        self.columns += [form.format(word=word, year=first + at) + self.unit()
                         for at in range(count)]
        return first

    def add_row(self, label=None, group=""):
        self.rows.append((group, label or self.names.pop()))
        return len(self.rows) - 1

    def fill(self, row, columns, sign=1):
        for column in columns:
            self.put(row, column, self.draw(sign), self.shape[1])

    def add_total(self, parts, columns, label=None, group=""):
        """A row that is the sum of others."""
        row = self.add_row(label or self.rng.choice(self.words["all"]), group)
        for column in columns:
            self.put(row, column, sum(self.exact(part, column) for part in parts), self.shape[1])
            self.relate("sum", (row, column), [(1, (part, column)) for part in parts])
        return row

    def relate(self, kind, target, parts):
        self.relations.append((kind, target, parts))

    def add_quotients(self, kind, heading, rows, find, decimals):
        """A column of percentages: of what find() gives, the base and the part."""
        column = len(self.columns)
        self.columns.append(heading)
        self.percent.add(column)
        for row in rows:
            base, part = find(row)
            value = 100 * self.exact(*part) / self.exact(*base) - 100 * (kind == "growth")
            self.put(row, column, value, decimals)
            self.relate(kind, (row, column), [(1, base), (1, part)])
        return column


def cross(table):
    """The sums of rows and columns, below and beside, or above."""
    rng, count = table.rng, table.rng.choice(ROWS)
    table.shape, n_columns = rng.choice(SHAPES), rng.randint(2, 7)
    signed = rng.random() < 0.3 and table.shape[0] != "count"
    word = rng.choice(table.words["count" if table.shape[0] == "count" else "money"])
    table.title = word + table.unit()
    table.columns = [str(2012 + at) for at in range(n_columns)] + [table.words["all"][0]]
    for _ in range(count):
        table.fill(table.add_row(), range(n_columns), -1 if signed and rng.random() < 0.3 else 1)
    table.add_total(range(count), range(n_columns))
    for row in range(count + 1):
        parts = [(1, (row, column)) for column in range(n_columns)]
        table.put(row, n_columns, sum(table.exact(*part) for _, part in parts), table.shape[1])
        table.relate("sum", (row, n_columns), parts)
    table.relate("sum", (count, n_columns), [(1, (row, n_columns)) for row in range(count)])


def nested(table):
    """Totals of subtotals of subtotals."""
    rng = table.rng
    table.shape, n_columns = rng.choice(SHAPES), rng.randint(1, 4)
    table.add_years(n_columns)
    columns, tops = range(n_columns), []
    for top in "ABC"[:rng.randint(2, 3)]:
        subtotals = []
        for group in range(rng.randint(2, 3)):
            parts = [table.add_row() for _ in range(rng.randint(2, 5))]
            for row in parts:
                table.fill(row, columns)
            label = f"{table.words['group']} {top}.{group + 1}"
            subtotals.append(table.add_total(parts, columns, table.words["sub"].format(label)))
        label = table.words["sub"].format(f"{table.words['group']} {top}")
        tops.append(table.add_total(subtotals, columns, label))
    table.add_total(tops, columns)


def two_labels(table):
    """A column of regions before that of municipalities."""
    rng = table.rng
    table.shape, n_columns = rng.choice(SHAPES), rng.randint(1, 4)
    table.add_years(n_columns)
    columns, subtotals, blank = range(n_columns), [], rng.random() < 0.5
    for region in ("Nord", "Midt", "Syd", "Vest", "Øst")[:rng.randint(2, 5)]:
        parts = []
        for at in range(rng.randint(2, 8)):
            parts.append(table.add_row(group=region if at == 0 or not blank else ""))
            table.fill(parts[-1], columns)
        subtotals.append(table.add_total(parts, columns, table.words["sub"].format(region),
                                         "" if blank else region))
    table.add_total(subtotals, columns, group="")


def two_bases(table):
    """Shares of the total of each column, or of the row and of the column."""
    rng, count = table.rng, table.rng.choice(ROWS)
    across, decimals = rng.random() < 0.4, rng.choice([0, 1, 1, 2])
    table.shape = ("count", 0, rng.choice([900, 30000])) if across else rng.choice(SHAPES)
    if across:
        table.columns = [table.words["asked"], table.words["granted"]]
    else:
        table.add_years(2)
    for row in [table.add_row() for _ in range(count)]:
        table.fill(row, (0, 1))
        if across:
            part = round(table.exact(row, 0) * Fraction(rng.randint(20, 95), 100))
            table.put(row, 1, max(part, 1), 0)
    total = table.add_total(range(count), (0, 1))
    if across:
        table.add_quotients("share", table.words["of-asked"], range(count + 1),
                            lambda row: ((row, 0), (row, 1)), decimals)
    for base in (1,) if across else (0, 1):
        heading = f"{rng.choice(table.words['share'])} {base + 1}"
        column = table.add_quotients("share", heading, range(count + 1),
                                     lambda row, base=base: ((total, base), (row, base)), decimals)
        table.relate("sum", (total, column), [(1, (row, column)) for row in range(count)])


def three_years(table):
    """Differences and growth from year to year, and over all."""
    rng, count = table.rng, table.rng.choice(ROWS)
    table.shape = rng.choice([("count", 0, 30000), ("money", 0, 500000), ("mio", 1, 900)])
    first, decimals = table.add_years(3), rng.choice([0, 1, 1, 2])
    for row in [table.add_row() for _ in range(count)]:
        exact = table.draw()
        for column in range(3):
            table.put(row, column, round(exact) if table.shape[0] == "count" else exact,
                      table.shape[1])
            exact *= Fraction(rng.randint(850, 1200), 1000)
    if rng.random() < 0.7:
        table.add_total(range(count), range(3))
    for old, new in rng.choice([[(0, 1), (1, 2)], [(0, 2)], [(0, 1), (1, 2), (0, 2)]]):
        if rng.random() < 0.5:
            column = len(table.columns)
            table.columns.append(table.words["difference"][0].format(first + old, first + new))
            for row in range(len(table.rows)):
                table.put(row, column, table.exact(row, new) - table.exact(row, old),
                          table.shape[1])
                table.relate("sum", (row, column), [(1, (row, new)), (-1, (row, old))])
        table.add_quotients("growth", table.words["growth"][0].format(first + old, first + new),
                            range(len(table.rows)),
                            lambda row, old=old, new=new: ((row, old), (row, new)), decimals)


def net(table):
    """Expenditure and income, which is printed negative or not, and what is left."""
    rng, count = table.rng, table.rng.choice(ROWS)
    table.shape, sign = rng.choice(AMOUNTS), rng.choice([1, -1])
    table.columns = [word + table.unit() for word in (
        table.words["expenditure"], table.words["income"], rng.choice(table.words["net"]))]
    for row in [table.add_row() for _ in range(count)]:
        table.fill(row, (0,))
        table.fill(row, (1,), sign)
    table.add_total(range(count), (0, 1))
    for row in range(count + 1):
        table.put(row, 2, table.exact(row, 0) - sign * table.exact(row, 1), table.shape[1])
        table.relate("sum", (row, 2), [(1, (row, 0)), (-sign, (row, 1))])
    table.relate("sum", (count, 2), [(1, (row, 2)) for row in range(count)])


def of_which(table):
    """Rows that are parts of the row above them."""
    rng = table.rng
    table.shape, n_columns = rng.choice(SHAPES), rng.randint(1, 4)
    table.add_years(n_columns)
    parts = []
    for _ in range(rng.randint(3, 14)):
        parts.append(table.add_row())
        table.fill(parts[-1], range(n_columns))
        if rng.random() < 0.3:
            row = table.add_row(table.words["of"].format(table.names.pop().lower()))
            for column in range(n_columns):
                table.put(row, column, max(table.exact(row - 1, column) // 2, 1), table.shape[1])
    table.add_total(parts, range(n_columns))


LAYOUTS = [cross, nested, two_labels, two_bases, three_years, net, of_which]


def image(table, kind, parts):
    """The least and the most that the printed parts can make; None when it can be anything."""
    ends = [(sign, table.cells[where].ends()) for sign, where in parts]
    if kind == "sum":
        return (sum(low if sign > 0 else -high for sign, (low, high) in ends),
                sum(high if sign > 0 else -low for sign, (low, high) in ends))
    (_, (low, high)), (_, part) = ends
    if low <= 0 <= high:
        return None
    if parts[0] == parts[1]:
        return Fraction(100), Fraction(100)
    corners = [100 * x / y - 100 * (kind == "growth") for x in part for y in (low, high)]
    return min(corners), max(corners)


def unexplained(table):
    found = []
    for kind, target, parts in table.relations:
        made, (least, most) = image(table, kind, parts), table.cells[target].ends()
        if made is not None and (made[1] < least or most < made[0]):
            found.append(target)
    return found


def make(rng):
    """A table that is printed as it should be."""
    table = Table(rng)
    rng.choice(LAYOUTS)(table)
    even = rng.random() < 0.3
    for cell in table.cells.values():
        cell.round(even)
    assert not unexplained(table)
    return table


def same_number(table, where, rng):
    """The figure above, below or beside, typed once more."""
    row, column = where[0] + rng.choice([-1, 1]), where[1]
    other = table.cells.get((row, column))
    return other.printed if other and other.decimals == table.cells[where].decimals else None


def spoil(rng, table, changes):
    """Changes one cell so that no rounding explains it; gives the cell."""
    while True:
        where = rng.choice(sorted(table.cells))
        cell = table.cells[where]
        before = cell.printed
        copied = same_number(table, where, rng)
        if copied is not None and rng.random() < 0.2:
            cell.printed = copied
        else:
            digits, sign = rng.choice(list(changes(rng, cell)))
            cell.printed = sign * Fraction(int(digits), 10 ** cell.decimals)
        if cell.printed != before and unexplained(table):
            return where
        cell.printed = before


def write(rng, table, show, delimited, bars, spaced):
    """The text of the table, and its decimal sign."""
    two = any(group for group, _ in table.rows)
    sign = rng.choice(["", " %" if table.language == "da" else "%"])
    lines = [(["Region", "Kommune"] if two else [""]) + table.columns]
    for row, (group, label) in enumerate(table.rows):
        line = [group, label] if two else [label]
        for column in range(len(table.columns)):
            cell = table.cells.get((row, column))
            line.append("" if cell is None else
                        show(cell, table.language, sign if column in table.percent else ""))
        lines.append(line)
    form = rng.choice([";", "\t", "bars"] + ([] if two else ["spaced"]))
    text = {"bars": bars, "spaced": spaced}.get(
        form, lambda rng, lines: delimited(rng, lines, form))(rng, lines)
    title = f"{table.title}\n" if table.title else ""
    text = re.sub("^-|(?<=[;\t| ])-(?=\\d)", rng.choice(["-", "−", "–"]), text)
    return title + text + "\n", "." if table.language == "en" else ","
