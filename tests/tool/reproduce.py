# SPDX-License-Identifier: LGPL-2.1-or-later
"""kkr reproduce: the printed tables are recomputed."""
import csv
import html.parser
import io
import os
import pathlib
import re
import tempfile

import unittest

from tool import Case, kkr

SOURCE = pathlib.Path(os.environ["KKR_SOURCE"])
CORPUS = SOURCE / "tests" / "corpus" / "cases"
GOOD = str(CORPUS / "good.xml")


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.problems = [], set(), [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            if values["id"] in self.ids:
                self.problems.append(values["id"])
            self.ids.add(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)


class Reproduce(Case):
    def test_all_that_is_packaged_is_as_stated(self):
        lines = self.good("reproduce").splitlines()
        found = re.fullmatch(r"(\d\.\d{3}) tal, heraf ([\d.]+) af en beregner: ([\d.]+) "
                             r"eksakte, ([\d.]+) efter afrunding, ([\d.]+) afviger, 0 uventede\.",
                             lines[-1])
        counts = [int(number.replace(".", "")) for number in found.groups()]
        self.assertGreaterEqual(counts[0], 1500)
        self.assertEqual(sum(counts[2:]), counts[0])
        self.assertIn("  Gennemsnitspris pr. plejefamilie, 2023 (i 2024-priser): trykt 18.627, "
                      "beregnet 18.626\n  Prisen er først afrundet", "\n".join(lines))

    def test_it_fits_a_terminal(self):
        for language in ("da", "en"):
            lines = self.good("reproduce", "--language", language).splitlines()
            self.assertEqual([line for line in lines if len(line) > 100], [])

    def test_documents_are_called_what_readers_call_them(self):
        lines = self.good("reproduce", "--document", "das-social-2023-08").splitlines()
        self.assertIn("DAS Social: Dagsorden med bilag til mødet, 21. august 2023", lines)
        self.assertIn("  Voksne i alt, Falde, Landsgennemsnit: trykt 6, beregnet 8", lines)

    def test_totals_of_documents_and_of_kinds_are_those_of_all(self):
        lines = self.good("reproduce").splitlines()
        numbers = {line[:45].strip(): [int(word.replace(".", "")) for word in line.split()[-5:]]
                   for line in lines if re.search(r"(?: +[\d.]+){5}$", line)}
        everything = numbers["Alle dokumenter"]
        documents = [counts for name, counts in numbers.items() if name.startswith("I alt (")]
        kinds = [numbers[kind] for kind in ("sum", "andel", "formel", "samme tal", "optælling",
                                            "beregner")]
        self.assertEqual([sum(column) for column in zip(*documents)], everything)
        self.assertEqual([sum(column) for column in zip(*kinds)], everything)
        self.assertEqual(numbers["beregner"][0], everything[1])

    def test_a_file(self):
        self.assertEqual(self.good("reproduce", GOOD).splitlines()[-1],
                         "5 tal, heraf 0 af en beregner: 5 eksakte, 0 efter "
                         "afrunding, 0 afviger, 0 uventede.")
        self.assertEqual(self.good("reproduce", GOOD, "--language", "en").splitlines()[-1],
                         "5 figures, 0 by a calculator: 5 exact, 0 after "
                         "rounding, 0 differ, 0 unexpected.")

    def test_a_figure_that_is_not_as_stated(self):
        text = pathlib.Path(GOOD).read_text(encoding="utf-8").replace("I alt;5;", "I alt;6;")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cases.xml")
            pathlib.Path(path).write_text(text, encoding="utf-8")
            status, out, err = kkr("reproduce", path)
        self.assertEqual((status, err), (1, ""))
        self.assertIn("Uventet: tal, I alt, a: trykt 6, beregnet 5: afviger, ventet eksakt\n", out)

    def test_a_bad_file(self):
        said = self.bad(1, "reproduce", str(CORPUS / "unknown-element.xml"))
        self.assertEqual(said, f'kkr: {CORPUS}/unknown-element.xml:11:5: unknown element: "summ" '
                               "found (sum)\n")

    def test_one_document(self):
        out = self.good("reproduce", "--document", "das-social-2023-08", "--table", "score",
                        "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        self.assertGreater(len(rows), 5)
        self.assertEqual({row["document"] for row in rows}, {"das-social-2023-08"})
        self.assertIn("das-social-2023-08", self.bad(1, "reproduce", "--document",
                                                     "das-social-2023"))

    def test_the_report(self):
        for language, heading in (("da", "Tal, der afviger"), ("en", "Figures that differ")):
            text = self.good("reproduce", "--format", "html", "--language", language)
            self.assertIn("color-scheme:light dark", text)
            tags = Tags()
            tags.feed(text)
            self.assertEqual((tags.open, tags.problems), ([], []))
            self.assertIn(heading, text)
            self.assertLessEqual({link[1:] for link in tags.links}, tags.ids)

    def test_words(self):
        self.assertIn("one expected", self.bad(2, "reproduce", GOOD, GOOD))
        self.assertIn("figures", self.bad(2, "reproduce", "--table", "figure"))
        self.assertIn("nowhere.xml", self.bad(1, "reproduce", "nowhere.xml"))


if __name__ == "__main__":
    unittest.main()
