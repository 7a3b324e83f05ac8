# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every table and code list of the source documents stands in the data.

tests/golden/domain-tables-*.csv name, for each, where it stands and how many rows it has:

  table:KEY            rows of a table
  facts:KEY            facts of a series, and of those below it
  code-list:ID         codes of a list
  element:NAME         elements of that name

followed, after a space, by file:FILE, id:ID or in:ID (of the element around it) to narrow it down;
none: nothing was entered, and the remark says why. The files are counted as they stand, without the
library's reader; test_second_reading.py asks the library. tests/golden/README.md tells of the columns.
"""
import csv
import pathlib
import unittest
import xml.etree.ElementTree as ElementTree

TESTS = pathlib.Path(__file__).resolve().parent.parent
DATA = TESTS.parent / "libkkr" / "data"
ROOTS = {path.name: ElementTree.parse(path).getroot() for path in sorted(DATA.glob("*.xml"))}


def elements(name, where):
    """Elements of a name with the element around each."""
    for file, root in ROOTS.items():
        if where.get("file", file) != file:
            continue
        for parent in root.iter():
            for child in parent:
                if child.tag == name:
                    yield parent, child


def is_below(key, wanted):
    return key == wanted or key.startswith(wanted + "/")


def keys_of_facts(narrow):
    for series, fact in elements("fact", narrow):
        yield "/".join(filter(None, [series.get("key"), fact.get("subject")]))
    for _, table in elements("table", narrow):
        columns = [column.get("name") for column in table.findall("column")]
        for row in table.findall("row"):
            for column, cell in zip(columns, row.get("values").split("|")):
                if cell:
                    yield f"{table.get('key')}/{column}/{row.get('subject')}"


def count(where):
    words = where.split()
    kind, _, name = words[0].partition(":")
    narrow = dict(word.split(":", 1) for word in words[1:])
    if kind == "table":
        return sum(len(table.findall("row")) for _, table in elements("table", narrow)
                   if table.get("key") == name)
    if kind == "code-list":
        return sum(len(found.findall("code")) for _, found in elements("code-list", narrow)
                   if found.get("id") == name)
    if kind == "facts":
        return sum(is_below(key, name) for key in keys_of_facts(narrow))
    if kind == "element":
        return sum(1 for parent, found in elements(name, narrow)
                   if narrow.get("in", parent.get("id")) == parent.get("id")
                   and narrow.get("id", found.get("id")) == found.get("id"))
    raise ValueError(f"no such place: {where}")


class DomainTables(unittest.TestCase):
    def test_every_one_is_there(self):
        lists = sorted((TESTS / "golden").glob("domain-tables-*.csv"))
        self.assertEqual(len(lists), 4)
        for path in lists:
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    with self.subTest(document=row["document"], table=row["table"]):
                        if row["where"] in ("", "none"):
                            self.assertTrue(row["remark"], "left out, and nothing says why")
                        else:
                            self.assertEqual(count(row["where"]), int(row["rows"]), row["where"])

    def test_every_fact_has_a_source_and_a_section(self):
        for file, root in ROOTS.items():
            for outer in root:
                if outer.tag == "source":
                    continue
                inner = [fact for fact in outer if outer.tag == "series"] or [outer]
                for element in inner:
                    for name in ("source", "section"):
                        said = element.get(name) or outer.get(name)
                        rows = [row.get(name) for row in outer.findall("row")]
                        with self.subTest(file=file, element=ElementTree.tostring(element)[:120]):
                            self.assertTrue(said or rows and all(rows), name)

    def test_every_file_is_packaged(self):
        listed = (DATA / "meson.build").read_text(encoding="utf-8")
        for file in ROOTS:
            with self.subTest(file=file):
                self.assertTrue(f"'{file}'" in listed, "not in kkr_data")


if __name__ == "__main__":
    unittest.main()
