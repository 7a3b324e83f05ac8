# SPDX-License-Identifier: LGPL-2.1-or-later
"""Sums by key from Python, against a dictionary of Python's own whole numbers."""
import array
import random
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

Code = Kkr.CalcError
Unit = Kkr.Unit
CODES = {2: "h", 4: "i", 8: "q"}
MARK = -2**63
LARGEST = 2**63 - 1


def pack(code, numbers):
    return GLib.Bytes.new(array.array(code, numbers).tobytes())


def group_sum(keys, values, statuses=None, width=2, threads=1, unit=Unit.AMOUNT):
    return Kkr.group_sum(pack(CODES[width], keys), pack("q", values),
                         None if statuses is None else GLib.Bytes.new(bytes(statuses)), unit,
                         threads, None)


def numbers(table, name):
    """None where there is none."""
    column = table[name]
    values = array.array("q", column.get_bytes().get_data())
    return [None if status else value
            for value, status in zip(values, column.get_status().get_data())]


def naively(keys, values, statuses, width):
    """Rows of the table, by key."""
    groups = {}
    for key, value, status in zip(keys, values, statuses):
        key = None if key == -2**(8 * width - 1) else key
        total, counts = groups.setdefault(key, ([0], [0] * 4))
        status = status or int(value == MARK)
        counts[status] += 1
        total[0] += 0 if status else value
    rows = []
    for key in sorted(groups, key=lambda key: (key is None, key)):
        (total,), counts = groups[key]
        known = total if counts[0] else None
        whole = known if not counts[1] and not counts[2] else None
        rows.append((key, sum(counts), whole, known, *counts[1:]))
    return rows


def rows_of(table):
    return list(zip(*(numbers(table, name) for name in (
        "key", "rows", "sum", "known-sum", "missing", "suppressed", "not-applicable"))))


class Sums(unittest.TestCase):
    def test_by_hand(self):
        table = group_sum([851, 740, 851, 860], [115202800, 50, -2800, 7])
        self.assertEqual(rows_of(table), [(740, 1, 50, 50, 0, 0, 0),
                                          (851, 2, 115200000, 115200000, 0, 0, 0),
                                          (860, 1, 7, 7, 0, 0, 0)])
        self.assertEqual(table["sum"].dup_total(), "115200057")
        self.assertEqual(table["rows"].dup_total(), "4")
        self.assertEqual(table.get_title(), "Sum efter nøgle")
        self.assertEqual(table["key"].get_title(), "Nøgle")
        self.assertEqual(table.find_row("851"), 1)

    def test_missing_is_not_zero(self):
        table = group_sum([1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6],
                          [10, MARK, 20, 99, 99, 5, MARK, 1, 1, 0, 0],
                          [0, 0, 0, 2, 3, 0, 3, 1, 2, 0, 0])
        self.assertEqual(numbers(table, "sum"), [None, None, None, 5, None, 0])
        self.assertEqual(list(table["sum"].get_status().get_data()), [1, 2, 3, 0, 1, 0])
        self.assertEqual(numbers(table, "known-sum"), [10, 20, None, 5, None, 0])
        self.assertEqual(list(table["known-sum"].get_status().get_data()), [0, 0, 3, 0, 1, 0])
        self.assertEqual(numbers(table, "missing"), [1, 0, 0, 0, 1, 0])
        self.assertEqual(numbers(table, "suppressed"), [0, 1, 0, 0, 1, 0])
        self.assertEqual(numbers(table, "not-applicable"), [0, 0, 1, 1, 0, 0])
        self.assertFalse(table["sum"].has_total())
        self.assertEqual(table["known-sum"].dup_total(), "35")

    def test_no_key(self):
        for width in CODES:
            table = group_sum([5, -2**(8 * width - 1), 5], [1, 2, 3], width=width)
            self.assertEqual(numbers(table, "key"), [5, None])
            self.assertEqual(numbers(table, "sum"), [4, 2])

    def test_border(self):
        self.assertEqual(numbers(group_sum([1, 1], [LARGEST - 1, 1]), "sum"), [LARGEST])
        self.assertEqual(numbers(group_sum([1, 1], [-LARGEST + 1, -1]), "sum"), [-LARGEST])
        # Over and back.
        there_and_back = [LARGEST] * 3 + [-LARGEST] * 3
        self.assertEqual(numbers(group_sum([1] * 6, there_and_back), "sum"), [0])
        for values, found in (([LARGEST, 1], 2**63), ([-LARGEST, -1], -2**63)):
            with self.assertRaises(GLib.Error) as caught:
                group_sum([740, 851, 851], [1] + values)
            self.assertTrue(caught.exception.matches(Code.quark(), Code.OVERFLOW))
            self.assertEqual(caught.exception.message, f'the sum of key "851" does not fit: {found} '
                             f"found, {-LARGEST} to {LARGEST} expected")

    def test_empty(self):
        table = group_sum([], [])
        self.assertEqual(len(table), 0)
        self.assertEqual(table["rows"].dup_total(), "0")
        self.assertEqual(len(group_sum([], [], [])), 0)

    def test_random(self):
        rand = random.Random(1)
        for width in CODES:
            for n in (1, 2, 1023, 1024, 1025, 3000, 200000):
                low, high = rand.choice([(740, 860), (-100, 100), (-30000, 30000)])
                bits = rand.choice([10, 40, 63])
                keys = [rand.randint(low, high) for _ in range(n)]
                values = [rand.getrandbits(bits) - 2**(bits - 1) for _ in range(n)]
                statuses = [rand.choice((0,) * 20 + (1, 2, 3)) for _ in range(n)]
                expected = naively(keys, values, statuses, width)
                if any(abs(row[3] or 0) > LARGEST for row in expected):
                    continue
                for threads in (1, 2, 4):
                    self.assertEqual(rows_of(group_sum(keys, values, statuses, width, threads)),
                                     expected)

    def test_threads_show_nowhere(self):
        rand = random.Random(2)
        keys = [rand.choice((rand.randint(101, 860), rand.getrandbits(50))) for _ in range(300000)]
        values = [rand.getrandbits(40) for _ in keys]
        tables = {group_sum(keys, values, width=8, threads=n).to_csv() for n in (1, 2, 3, 4, -1)}
        self.assertEqual(len(tables), 1)


class Refusals(unittest.TestCase):
    def refused(self, code, message, function, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            function(*arguments)
        self.assertTrue(caught.exception.matches(Code.quark(), code), caught.exception)
        self.assertEqual(caught.exception.message, message)

    def bytes_refused(self, code, message, keys, values, statuses=None, unit=Unit.AMOUNT, n=1):
        self.refused(code, message, Kkr.group_sum, keys, values, statuses, unit, n, None)

    def test_lengths(self):
        two = pack("q", [1, 2])
        self.bytes_refused(
            Code.OUT_OF_RANGE, "values: not a row of 64-bit numbers: 15 bytes found, a multiple of "
            "8 expected", pack("h", [1, 2]), GLib.Bytes.new(bytes(15)))
        for size in (0, 2, 3, 6, 9, 32):
            self.bytes_refused(
                Code.INCONSISTENT, f"keys: not as long as the values: {size} bytes found, 2, 4 or 8 "
                "for each of 2 values expected", GLib.Bytes.new(bytes(size)), two)
        self.bytes_refused(
            Code.INCONSISTENT, "statuses: not as long as the values: 3 bytes found, one for each "
            "of 2 values expected", two, two, GLib.Bytes.new(bytes(3)))
        self.bytes_refused(
            Code.INCONSISTENT, "keys: not as long as the values: 2 bytes found, 2, 4 or 8 for each "
            "of 0 values expected", pack("h", [1]), GLib.Bytes.new(b""))

    def test_boundaries(self):
        two = pack("q", [1, 2])
        cut = GLib.Bytes.new_from_bytes(pack("q", [1, 2, 3]), 1, 16)
        self.bytes_refused(
            Code.OUT_OF_RANGE, "values: not on a boundary of 8 bytes: bytes found that begin 1 "
            "bytes past one, 0 expected", two, cut)
        self.bytes_refused(
            Code.OUT_OF_RANGE, "keys: not on a boundary of 8 bytes: bytes found that begin 1 bytes "
            "past one, 0 expected", cut, two)

    def test_others(self):
        one = pack("q", [1])
        for n in (0, -2, 257):
            self.bytes_refused(
                Code.OUT_OF_RANGE, f"no such number of threads: {n} found, 1 to 256 expected, or "
                "-1 for all cores", one, one, None, Unit.AMOUNT, n)
        self.bytes_refused(
            Code.OUT_OF_RANGE, "no such unit: 0 found, one of the values of KkrUnit but UNSET "
            "expected", one, one, None, Unit.UNSET)
        self.bytes_refused(
            Code.OUT_OF_RANGE, "no such status in row 0: 4 found, 0 to 3 expected", one, one,
            GLib.Bytes.new(b"\4"))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            Kkr.group_sum(pack("q", [1]), pack("q", [1]), None, Unit.AMOUNT, 1, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_columns(self):
        table = tables()
        self.refused(Code.NO_DATA, 'no such column in table "tariffs": "tarif" found, one of '
                     "municipality, day, weight, ratio, code, rows, tariff expected",
                     table.group_sum, "municipality", "tarif", 1, None)
        self.refused(Code.NO_DATA, 'no such column in table "tariffs": "kommune" found, one of '
                     "municipality, day, weight, ratio, code, rows, tariff expected",
                     table.group_sum, "kommune", "tariff", 1, None)
        self.refused(Code.INCONSISTENT, 'column "municipality" cannot be added up exactly: kind '
                     "text found, whole numbers (int64) expected",
                     table.group_sum, "code", "municipality", 1, None)
        self.refused(Code.INCONSISTENT, 'two columns have one name: "rows" found twice, names that '
                     "differ expected", table.group_sum, "rows", "tariff", 1, None)


def tables():
    builder = Kkr.TableBuilder.new("tariffs", "Takster", "Tariffs")
    builder.add_text("municipality", "Kommune", "Municipality",
                     ["Rebild", "Aalborg", "Rebild", "Læsø", "Aalborg", ""])
    builder.add_date("day", "Dag", "Day", [19723, 19724, 19723, -1, 19724, 19723])
    builder.add_double("weight", "Vægt", "Weight", Unit.COUNT, [0.5, -0.0, 0.5, -2.0, 0.0, -2.0])
    builder.add_ratio("ratio", "Brøk", "Ratio", Unit.COUNT,
                      ["1/3", "1/2", "2/6", "-1/2", "1/2", ""])
    builder.add_int64("code", "Kode", "Code", Unit.NONE, [840, 851, 840, 825, 851, 0])
    builder.add_int64("rows", "Rækker", "Rows", Unit.COUNT, [1] * 6)
    builder.add_int64("tariff", "Takst", "Tariff", Unit.AMOUNT, [100, 200, 300, 400, 500, 600])
    builder.set_status("municipality", 5, Kkr.CellStatus.MISSING)
    builder.set_status("tariff", 3, Kkr.CellStatus.SUPPRESSED)
    return builder.end()


class Tables(unittest.TestCase):
    def sums(self, key):
        table = tables().group_sum(key, "tariff", -1, None)
        return table[key].get_strings(), numbers(table, "sum")

    def test_kinds_of_keys(self):
        self.assertEqual(self.sums("municipality"),
                         (["Aalborg", "Læsø", "Rebild", ""], [700, None, 400, 600]))
        self.assertEqual(self.sums("day"), (["1969-12-31", "2024-01-01", "2024-01-02"],
                                            [None, 1000, 700]))
        self.assertEqual(self.sums("weight"), (["-2", "0", "0.5"], [None, 700, 400]))
        self.assertEqual(self.sums("code"), (["0", "825", "840", "851"], [600, None, 400, 700]))
        table = tables().group_sum("ratio", "tariff", -1, None)
        self.assertEqual([table["ratio"].dup_exact(i) for i in range(3)], ["-1/2", "1/3", "1/2"])
        self.assertEqual(numbers(table, "sum"), [None, 400, 700, 600])

    def test_texts_that_are_alike(self):
        builder = Kkr.TableBuilder.new("t", "T", "T")
        builder.add_codes("place", "Sted", "Place", [2, 0, 1, 2], ["a", "b", "a"])
        builder.set_labels_in_english("place", ["A", "B", "A"])
        builder.add_int64("n", "Antal", "Number", Unit.COUNT, [1, 2, 4, 8])
        table = builder.end().group_sum("place", "n", 1, None)
        self.assertEqual(table["place"].get_strings(), ["a", "b"])
        self.assertEqual(table["place"].dup_text_in(1, "en"), "B")
        self.assertEqual(numbers(table, "sum"), [11, 4])
        self.assertEqual(numbers(table, "rows"), [3, 1])

    def test_titles(self):
        table = tables().group_sum("municipality", "tariff", 1, None)
        self.assertEqual(table.get_title(), "Sum af takst efter kommune")
        self.assertEqual(table.get_title_in("en"), "Sum of tariff by municipality")
        self.assertEqual(table.to_string(), """Sum af takst efter kommune

Kommune  Rækker (antal)  Sum (kr.)  Kendt sum (kr.)  Mangler (antal)  Diskretionerede (antal)  \
Ikke relevante (antal)
-------  --------------  ---------  ---------------  ---------------  -----------------------  \
----------------------
Aalborg               2          7                7                0                        0  \
                     0
Læsø                  1         ..               ..                0                        1  \
                     0
Rebild                2          4                4                0                        0  \
                     0
                      1          6                6                0                        0  \
                     0
-------  --------------  ---------  ---------------  ---------------  -----------------------  \
----------------------
I alt                 6                          17                0                        1  \
                     0""")

    def test_register(self):
        """Placements, a row each, which no program should walk through one by one."""
        tariffs = [("840", "1000.25"), ("851", "2000"), ("840", "3.50"), ("851", None), ("860", "1")]
        rows = "".join(f'<placement person="p{i}" municipality="{code}" valid="2023-01-01/.."'
                       + (f' tariff="{tariff}"' if tariff else "") + "/>"
                       for i, (code, tariff) in enumerate(tariffs))
        municipalities = "".join(f'<municipality code="{code}" name="K{code}" region="1081"/>'
                                 for code in ("840", "851", "860"))
        text = ('<register format="1"><region code="1081" name="Region Nordjylland"/>'
                f"{municipalities}{rows}</register>")
        register = Kkr.RegisterReader.new().read_bytes(GLib.Bytes.new(text.encode()), "own.xml",
                                                       None)
        placements = register.get_table("placements")
        del register
        table = placements.group_sum("municipality", "tariff", -1, None)
        del placements
        self.assertEqual(table["municipality"].get_strings(), ["840", "851", "860"])
        self.assertEqual(table["municipality"].get_title(), "Kommune")
        self.assertEqual(numbers(table, "sum"), [100375, None, 100])
        self.assertEqual(numbers(table, "known-sum"), [100375, 200000, 100])
        self.assertEqual(numbers(table, "missing"), [0, 1, 0])


if __name__ == "__main__":
    unittest.main()
