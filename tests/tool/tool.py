# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the tests of the command kkr run it and look at what it says."""
import html.parser
import os
import subprocess
import unittest

KKR = os.environ["KKR_TOOL"]
FINANCING = ("objective-financing", "arrangement=socialtilsyn-nord", "year=2024")
TARIFF = ("supervision-tariff", "arrangement=socialtilsyn-nord", "year=2024")
FORMATS = ("text", "csv", "csv-da", "json", "html")

# The budget and the amounts of 2024, as DAS Social's agenda of 21 August 2023 prints them, but for
# Rebild's: the printed table rounds each by itself and misses the budget by 1 kr.
AMOUNTS = {"Silkeborg": 3443644, "Morsø": 573573, "Thisted": 1322226, "Brønderslev": 1224137,
           "Frederikshavn": 1579964, "Vesthimmerland": 1103062, "Læsø": 34323,
           "Rebild": 1152027 + 1, "Mariagerfjord": 1239095, "Jammerbugt": 1189657,
           "Aalborg": 6294349}
BUDGET = 19156058

REGISTER = """<register format="1" version="1">
  <source id="s" title="Prøve" publisher="Prøve" date="2023-08-21"/>
  <region code="1081" name="Region Nordjylland" valid="2007-01-01/.."/>
  <municipality code="810" name="Brønderslev" region="1081" valid="2007-01-01/.." source="s"/>
  <municipality code="840" name="Rebild" region="1081" valid="2007-01-01/.." source="s"/>
  <arrangement id="a" title-da="Ordning" title-en="Arrangement" budget="a/budget" weights="w"
               reference="previous-year-quarter-2" source="s" section="1">
    <payer municipality="810"/>
    <payer municipality="840"/>
  </arrangement>
  <series key="w" unit="persons" source="s" section="1" known="2023-08-21">
    <fact subject="810" valid="2023K2" value="1"/>
    <fact subject="840" valid="2023K2" value="3"/>
  </series>
  <series key="a/budget" unit="amount" source="s" section="1" known="2023-08-21" price-level="nominal">
    <fact valid="2024" value="1000"/>
  </series>
</register>
"""


def kkr(*words, **variables):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE")}
    done = subprocess.run([KKR, *words], capture_output=True, stdin=subprocess.DEVNULL,
                          env={**environment, "LC_ALL": "C", **variables})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Tags(html.parser.HTMLParser):
    """Fails on an element that is closed and was not opened; keeps all text."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.text = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("br", "hr", "meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data):
        self.text += data


class Case(unittest.TestCase):
    def good(self, *words, **variables):
        status, out, err = kkr(*words, **variables)
        self.assertEqual((status, err), (0, ""), words)
        self.assertTrue(out.endswith("\n"))
        return out

    def bad(self, expected, *words):
        """What the command says of a mistake; nothing of a result comes out."""
        status, out, err = kkr(*words)
        self.assertEqual((status, out), (expected, ""), err)
        self.assertTrue(err.startswith("kkr: "), err)
        return err

    def assert_html(self, text, *parts):
        tags = Tags(text)
        self.assertEqual(tags.open, [])
        for part in parts:
            self.assertIn(part, tags.text)
        return tags
