# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes printed tables from unrounded numbers, and puts errors into them that no rounding explains.

A table is a grid of exact numbers with the relations that hold between them. Each cell is printed
by itself: rounded, halves away from zero or to even. What is printed of a cell stands for an
interval; a relation whose sides cannot meet, whatever the numbers in the intervals, has an error.
"""
from dataclasses import dataclass, field
from fractions import Fraction

MUNICIPALITIES = (
    "Albertslund Ballerup Brøndby Dragør Gentofte Gladsaxe Herlev Hvidovre Ishøj Rødovre Tårnby "
    "Furesø Allerød Helsingør Hillerød Egedal Greve Køge Roskilde Solrød Odsherred Holbæk Faxe "
    "Ringsted Slagelse Stevns Sorø Lejre Lolland Næstved Assens Nyborg Odense Svendborg Billund "
    "Tønder Esbjerg Fanø Varde Vejen Kolding Vejle Horsens Herning Lemvig Struer Odder Randers "
    "Silkeborg Samsø Aarhus Skive Viborg Morsø Thisted Rebild Aalborg Hjørring").split()
ENGLISH = ("Homes Day care Schools Libraries Roads Parks Housing Shelters Culture Transport Energy "
           "Water Waste Health Nursing Therapy Training Benefits Pensions Sports").replace(
               "Day care", "Daycare").split()
TOTALS = {"da": ["I alt", "Total", "Sum", "Hele landet", "Samlet", "Tilsammen"],
          "en": ["Total", "All", "Sum", "Grand total"]}
WORDS = {
    "da": {"value": ["Beløb", "Udgifter", "Bloktilskud", "Indtægter"],
           "count": ["Antal", "Pladser", "Børn", "Tilbud"],
           "share": ["Andel i pct.", "Andel, pct.", "Pct. af i alt"],
           "growth": ["Vækst i pct.", "Ændring i pct.", "Udvikling, pct."],
           "difference": ["Forskel", "Ændring", "Difference"], "subtotal": "{} i alt"},
    "en": {"value": ["Amount", "Expenditure", "Grants", "Income"],
           "count": ["Count", "Places", "Children"],
           "share": ["Share, per cent", "Per cent of total"],
           "growth": ["Growth, per cent", "Change in per cent"],
           "difference": ["Difference", "Change"], "subtotal": "Total {}"},
}


@dataclass
class Cell:
    exact: Fraction
    decimals: int
    printed: Fraction = None

    def round(self, even):
        unit = Fraction(1, 10 ** self.decimals)
        down = self.exact // unit
        rest = self.exact / unit - down
        half = Fraction(1, 2)
        up = rest > half or rest == half and (down % 2 == 1 if even else self.exact > 0)
        self.printed = (down + up) * unit

    def ends(self):
        half = Fraction(1, 2 * 10 ** self.decimals)
        return self.printed - half, self.printed + half


@dataclass
class Relation:
    """`kind` is sum, share, difference or growth; the target is the first cell."""
    kind: str
    target: tuple
    parts: list


@dataclass
class Table:
    language: str
    rows: list                                     # labels
    columns: list                                  # headings
    cells: dict = field(default_factory=dict)      # (row, column) to Cell
    relations: list = field(default_factory=list)
    groups: set = field(default_factory=set)       # rows that only name a group

    def ends(self, where):
        return self.cells[where].ends() if where in self.cells else (Fraction(0), Fraction(0))


def image(table, relation):
    """The least and the most that the parts of a relation can make, ends included."""
    ends = [table.ends(part) for part in relation.parts]
    if relation.kind == "sum":
        return sum(low for low, _ in ends), sum(high for _, high in ends)
    (a, b), (c, d) = ends
    if relation.kind == "difference":
        return c - b, d - a
    corners = [100 * x / y for x in (c, d) for y in (a, b)]
    if relation.kind == "growth":
        return min(corners) - 100, max(corners) - 100
    return min(corners), max(corners)


def explained(table, relation):
    low, high = image(table, relation)
    least, most = table.ends(relation.target)
    return low <= most and least <= high


def unexplained(table):
    return [relation for relation in table.relations if not explained(table, relation)]


def number(rng, decimals, size):
    """An exact number of about that size, with more decimals than are printed."""
    finer = 1 if decimals < 0 else 10 ** (decimals + 3)
    return Fraction(rng.randint(size * finer // 20, size * finer), finer)


def precise(rng, share_of=None):
    return rng.choice([0, 1, 1, 2])


def labels(rng, language, count):
    return rng.sample(MUNICIPALITIES if language == "da" else ENGLISH, count)


def total_label(rng, language, named=True):
    return rng.choice(TOTALS[language]) if named else ("Kommunerne" if language == "da" else "We")


def put(table, row, column, exact, decimals):
    table.cells[row, column] = Cell(Fraction(exact), decimals)


def kind_of_numbers(rng):
    """Decimals, size, and whether the numbers are whole before they are printed, too."""
    return rng.choice([(0, 400, True), (0, 40000, True), (0, 900000, False), (0, 30000000, False),
                       (1, 300, False), (2, 80, False), (1, 5000, False), (3, 40, False)])


def draw(rng, shape):
    decimals, size, whole = shape
    return Fraction(rng.randint(max(size // 20, 2), size)) if whole else number(rng, decimals, size)


def heading(rng, language, kind):
    return rng.choice(WORDS[language][kind])


def year(rng, language, shape, number):
    """The heading of numbers of a year: what is a fraction is not called a number of things."""
    return f"{heading(rng, language, 'count' if shape[2] else 'value')} {number}"


def make_list(rng, language):
    """Columns of numbers with a total, and the share of it for some."""
    count, n_columns = rng.randint(4, 14), rng.randint(1, 4)
    named = n_columns == 1 or rng.random() < 0.8
    rows = labels(rng, language, count) + [total_label(rng, language, named)]
    table = Table(language, rows, [])
    for index in range(n_columns):
        shape = kind_of_numbers(rng)
        column = len(table.columns)
        table.columns.append(year(rng, language, shape, 2019 + index))
        for row in range(count):
            put(table, row, column, draw(rng, shape), shape[0])
        add_total(table, column, count, list(range(count)))
        if rng.random() < 0.5:
            add_share(rng, table, column, count)
    return table


def add_total(table, column, target, parts):
    cells = [table.cells[row, column] for row in parts]
    put(table, target, column, sum(cell.exact for cell in cells), cells[0].decimals)
    table.relations.append(Relation("sum", (target, column), [(row, column) for row in parts]))


def add_share(rng, table, of, total):
    column, decimals = len(table.columns), precise(rng)
    table.columns.append(f"{heading(rng, table.language, 'share')} {column}")
    for row in range(total + 1):
        share = 100 * table.cells[row, of].exact / table.cells[total, of].exact
        put(table, row, column, share, decimals)
        table.relations.append(Relation("share", (row, column), [(total, of), (row, of)]))
    table.relations.append(Relation("sum", (total, column),
                                    [(row, column) for row in range(total)]))


def make_cross(rng, language):
    """Rows and columns that both add up."""
    count, n_columns = rng.randint(3, 9), rng.randint(3, 6)
    shape = kind_of_numbers(rng)
    rows = labels(rng, language, count) + [total_label(rng, language)]
    columns = [year(rng, language, shape, 2015 + index) for index in range(n_columns)]
    table = Table(language, rows, columns + [total_label(rng, language)])
    for row in range(count):
        for column in range(n_columns):
            put(table, row, column, draw(rng, shape), shape[0])
    for column in range(n_columns):
        add_total(table, column, count, list(range(count)))
    for row in range(count + 1):
        parts = [(row, column) for column in range(n_columns)]
        put(table, row, n_columns, sum(table.cells[part].exact for part in parts), shape[0])
        table.relations.append(Relation("sum", (row, n_columns), parts))
    table.relations.append(Relation("sum", (count, n_columns),
                                    [(row, n_columns) for row in range(count)]))
    return table


def make_growth(rng, language):
    """Two years, the difference and the growth in per cent, often with a total."""
    count = rng.randint(4, 12)
    shape = rng.choice([(0, 40000, True), (0, 900000, False), (1, 900, False), (2, 300, False)])
    table = Table(language, labels(rng, language, count),
                  [year(rng, language, shape, 2022), year(rng, language, shape, 2023)])
    for row in range(count):
        first = draw(rng, shape)
        second = first * Fraction(rng.randint(800, 1300), 1000)
        put(table, row, 0, first, shape[0])
        put(table, row, 1, second if not shape[2] else round(second), shape[0])
    if rng.random() < 0.7:
        table.rows.append(total_label(rng, language))
        for column in (0, 1):
            add_total(table, column, count, list(range(count)))
    kinds = rng.choice([["growth"], ["difference"], ["difference", "growth"]])
    for kind in kinds:
        column, decimals = len(table.columns), shape[0] if kind == "difference" else precise(rng)
        table.columns.append(heading(rng, language, kind))
        for row in range(len(table.rows)):
            old, new = table.cells[row, 0].exact, table.cells[row, 1].exact
            exact = new - old if kind == "difference" else 100 * (new - old) / old
            put(table, row, column, exact, decimals)
            table.relations.append(Relation(kind, (row, column), [(row, 0), (row, 1)]))
    return table


def make_groups(rng, language):
    """Groups with a subtotal each, and all of them together."""
    n_columns, n_groups = rng.randint(1, 4), rng.randint(2, 4)
    shape = kind_of_numbers(rng)
    names = labels(rng, language, 20)
    table = Table(language, [], [year(rng, language, shape, 2020 + index)
                                 for index in range(n_columns)])
    subtotals = []
    for group in range(n_groups):
        title = ("Gruppe " if language == "da" else "Group ") + "ABCDEF"[group]
        if rng.random() < 0.5:
            table.groups.add(len(table.rows))
            table.rows.append(title)
        parts = []
        for _ in range(rng.randint(2, 5)):
            parts.append(len(table.rows))
            table.rows.append(names.pop())
        subtotals.append((len(table.rows), parts))
        table.rows.append(WORDS[language]["subtotal"].format(title))
    table.rows.append(total_label(rng, language))
    for column in range(n_columns):
        for target, parts in subtotals:
            for row in parts:
                put(table, row, column, draw(rng, shape), shape[0])
            add_total(table, column, target, parts)
        add_total(table, column, len(table.rows) - 1, [target for target, _ in subtotals])
    return table


MAKERS = [make_list, make_list, make_cross, make_growth, make_groups]


def make(rng):
    """A table that is printed as it should be."""
    table = rng.choice(MAKERS)(rng, rng.choice(["da", "da", "en"]))
    even = rng.random() < 0.3
    for cell in table.cells.values():
        cell.round(even)
    assert not unexplained(table)
    return table


def changes(rng, cell):
    """What a misprint can make of a number: a digit, two digits that change places, ten times."""
    unit = Fraction(1, 10 ** cell.decimals)
    digits = str(abs(cell.printed / unit))
    sign = -1 if cell.printed < 0 else 1
    at = rng.randrange(len(digits))
    other = rng.choice([digit for digit in "0123456789" if digit != digits[at]])
    yield digits[:at] + other + digits[at + 1:], sign
    if at + 1 < len(digits):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:], sign
    yield digits + "0", sign
    if len(digits) > 2:
        yield digits[:at] + digits[at + 1:], sign
    yield digits, -sign


def spoil(rng, table):
    """Changes one cell so that no rounding explains it; gives the cell."""
    while True:
        where = rng.choice(sorted(table.cells))
        cell = table.cells[where]
        before = cell.printed
        found = list(changes(rng, cell))
        digits, sign = rng.choice(found)
        cell.printed = sign * Fraction(int(digits), 10 ** cell.decimals)
        if cell.printed != before and unexplained(table):
            return where, before
        cell.printed = before
