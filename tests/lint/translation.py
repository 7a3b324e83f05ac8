# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every message is marked, every marked one is in POTFILES and has a Danish translation."""
import re
import shutil
import subprocess
import tempfile
import unittest

import tree

PO = tree.SOURCE / "libkkr" / "po"
KEYWORDS = ["--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=g_dngettext:2,3"]

STRING = r'"(?:\\.|[^"\\\n])*"'
# Macros that stand in a literal, such as G_GINT64_FORMAT, which xgettext cannot see through.
LITERAL = re.compile(rf"{STRING}(?:\s*(?:[A-Z]\w+\s*)?{STRING})*")
MARK = re.compile(r"\b(?:_|N_|C_|g_dngettext)\s*\((?:GETTEXT_PACKAGE,\s*)?$")
SECOND = re.compile(
    rf"\b(?:C_|g_dngettext)\s*\((?:GETTEXT_PACKAGE,\s*)?{LITERAL.pattern},\s*$")
# What makes an error, and what adds to one.
CALL = re.compile(r"\b(?:(?:g_set_error|g_error_new|g_prefix_error)(?:_literal)?"
                  r"|g_propagate_prefixed_error|kkr_calculator_report|kkr_rational_overflow"
                  r"|kkr_number_parse|kkr_reading_add_here|kkr_reading_add_problem"
                  r"|kkr_table_builder_fail|complain|complain_of_usage|fail|refuse)\s*\(")
# These words make a message of a text wherever it stands.
MESSAGE = re.compile(r"\b(?:found|expected)\b")
# Names of inputs, elements and attributes, and what only puts texts together, are no words.
NO_WORDS = re.compile(r'"(?:(?:exempt|budget): |[a-z-]+|[\w/@-]*|[^A-Za-z]*)"')
# Programs of the build, whose messages no user sees.
NOT_SHOWN = ["libkkr/data/kkr-pack.c"]


def sources():
    return [path for path in tree.files(".c", below="libkkr") if tree.short(path) not in NOT_SHOWN]


def marked():
    return [path for path in sources()
            if re.search(r"\b(?:_|N_|C_|g_dngettext)\s*\((?:GETTEXT_PACKAGE,\s*)?\"",
                         path.read_text(encoding="utf-8"))]


def spans(text):
    """Where the arguments of each call that makes an error begin and end."""
    hidden = LITERAL.sub(lambda match: "x" * len(match[0]), text)
    for call in CALL.finditer(hidden):
        depth, end = 1, call.end()
        while depth > 0 and end < len(hidden):
            depth += {"(": 1, ")": -1}.get(hidden[end], 0)
            end += 1
        yield call.end(), end


def without_formats(literal):
    return re.sub(r"%[-+0-9.*]*(?:ll|l|z)?[a-z]", "", literal)


def is_message(words):
    """A text in both languages, such as the name of a column, is one for itself."""
    return MESSAGE.search(words) and not re.search(r"\w\|\w", words)


def is_marked(text, start):
    """Whether a mark stands before the literal, or before the literal that it is the plural of."""
    before = text[:start]
    return bool(MARK.search(before) or SECOND.search(before))


def unmarked(text):
    text = tree.without_comments(text)
    calls = list(spans(text))
    for match in LITERAL.finditer(text):
        words = without_formats(match[0])
        in_call = any(start <= match.start() < end for start, end in calls)
        line = text.count("\n", 0, match.start()) + 1
        if is_marked(text, match.start()):
            if re.search(r'"\s*[A-Z]\w+\s*"', match[0]):
                yield line, "a macro in a marked text, which is not extracted", match[0]
        elif not NO_WORDS.fullmatch(words) and (in_call or is_message(words)):
            yield line, "not marked", match[0]


class Translation(unittest.TestCase):
    def test_potfiles(self):
        listed = [line for line in (PO / "POTFILES").read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(set(listed)))
        self.assertEqual(listed, sorted(tree.short(path) for path in marked()))

    def test_messages_are_marked(self):
        tree.report(self, [f"{tree.short(path)}:{line}: {what}: {literal}" for path in sources()
                           for line, what, literal in unmarked(path.read_text(encoding="utf-8"))])

    def test_the_search_finds_what_is_not_marked(self):
        for text in ('g_set_error (error, D, 1, "no %s here", x);', 'f ("one found");',
                     'fail (self, _("a"), "two words");', '_("%" G_GINT64_FORMAT " is");',
                     'g_set_error (error, D, 1, x ? "no" "ne "\n"at all" : y);'):
            self.assertEqual(len(list(unmarked(text))), 1, text)
        for text in ('g_set_error (error, D, 1, _("no %s here"), x);', 'N_("one found");',
                     'g_set_error (e, D, 1, "%s: %s", a, b);', '/* "found" */',
                     '{ "expected", "Godkendelse ventes|Approval expected", DATE },',
                     'fail (self, "id");',
                     'g_dngettext (GETTEXT_PACKAGE, "%u found",\n "%u are found", n)'):
            self.assertEqual(list(unmarked(text)), [], text)

    def test_danish_is_complete(self):
        for tool in ("xgettext", "msgmerge", "msgattrib", "msgfmt"):
            if shutil.which(tool) is None:
                self.skipTest(f"no {tool}")
        with tempfile.TemporaryDirectory() as folder:
            def run(*command):
                return subprocess.run(command, check=True, cwd=tree.SOURCE, capture_output=True,
                                      text=True, encoding="utf-8").stdout
            pot = f"{folder}/kkr.pot"
            run("xgettext", "--from-code=UTF-8", "--language=C", *KEYWORDS, "--force-po", "-o", pot,
                *map(str, marked()))
            merged = f"{folder}/da.po"
            run("msgmerge", "--quiet", "--force-po", "--no-fuzzy-matching", "-o", merged,
                str(PO / "da.po"), pot)
            for state in ("--untranslated", "--only-fuzzy", "--only-obsolete"):
                obsolete = [] if state == "--only-obsolete" else ["--no-obsolete"]
                left = run("msgattrib", "--no-wrap", state, *obsolete, merged)
                tree.report(self, [f"{state[2:]}: {line}" for line in left.splitlines()
                                   if re.match(r'(#~ )?msgid "[^"]', line)])
            run("msgfmt", "--check", "-o", f"{folder}/da.mo", str(PO / "da.po"))
