/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "fixture.h"

#define LEFT " style=\"text-align: left; padding: 0.2em 0.6em"
#define RIGHT " style=\"text-align: right; white-space: nowrap; padding: 0.2em 0.6em"
#define BELOW_LINE "; border-top: 1px solid; font-weight: bold"
#define TEXT(tag, content) "<" tag " class=\"kkr-text\"" LEFT "\">" content
#define NUMBER(tag, content) "<" tag " class=\"kkr-number\"" RIGHT "\">" content

static KkrTable *
make_small (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("small", "Mål & midler", "Ends & means");

  kkr_table_builder_add_text (builder, "who", "Hvem", "Who", NAMES ("<A> & \"B\"", "C"));
  kkr_table_builder_add_int64 (builder, "cost", "Beløb", "Amount", KKR_UNIT_AMOUNT,
                               INT64S (123456700, G_MININT64), 2);
  kkr_table_builder_set_status (builder, "cost", 1, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_total (builder, "cost", "200000000");
  return end_builder (builder);
}

static void
test_danish (void)
{
  g_autoptr (KkrTable) table = make_small ();
  g_autofree char *html = kkr_table_to_html (table);
  g_autofree char *alias = kkr_table__repr_html_ (table);

  g_assert_cmpstr (html, ==,
    "<table class=\"kkr-table\" lang=\"da\" style=\"border-collapse: collapse; margin-bottom: 1em\">\n"
    "<caption style=\"text-align: left; font-weight: bold; padding: 0.2em 0.6em\">Mål &amp; midler</caption>\n"
    "<thead>\n"
    "<tr><th scope=\"col\" class=\"kkr-text\"" LEFT "\">Hvem</th>"
    "<th scope=\"col\" class=\"kkr-number\"" RIGHT "\">"
    "Beløb (kr.)</th></tr>\n"
    "</thead>\n"
    "<tbody>\n"
    "<tr>" TEXT ("td", "&lt;A&gt; &amp; &quot;B&quot;</td>") NUMBER ("td", "1.234.567</td>")
    "</tr>\n"
    "<tr>" TEXT ("td", "C</td>")
    "<td class=\"kkr-number kkr-suppressed\"" RIGHT "\">"
    "..</td></tr>\n"
    "</tbody>\n"
    "<tfoot>\n"
    "<tr><td class=\"kkr-text kkr-total\"" LEFT BELOW_LINE "\">I alt</td>"
    "<td class=\"kkr-number kkr-total\"" RIGHT BELOW_LINE "\">"
    "2.000.000</td></tr>\n"
    "</tfoot>\n"
    "</table>\n");
  g_assert_cmpstr (alias, ==, html);
}

static void
test_english (void)
{
  g_autoptr (KkrTable) table = make_small ();
  g_autofree char *html = kkr_table_to_html_in (table, "en");

  g_assert_nonnull (strstr (html, "lang=\"en\""));
  g_assert_nonnull (strstr (html, ">Ends &amp; means</caption>"));
  g_assert_nonnull (strstr (html, ">Amount (DKK)</th>"));
  g_assert_nonnull (strstr (html, ">1,234,567</td>"));
  g_assert_nonnull (strstr (html, ">Total</td>"));
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at++)
    n++;
  return n;
}

static KkrTable *
make_long (guint n_rows)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("long", "Lang", "Long");
  g_autofree gint64 *numbers = g_new (gint64, n_rows);

  for (guint row = 0; row < n_rows; row++)
    numbers[row] = row;
  kkr_table_builder_add_int64 (builder, "n", "N", "N", KKR_UNIT_COUNT, numbers, n_rows);
  return end_builder (builder);
}

/* A notebook is shown both ends of a long table; who asks for all rows gets them. */
static void
test_long (void)
{
  g_autoptr (KkrTable) table = make_long (1500);
  g_autoptr (KkrTable) just = make_long (200);
  g_autofree char *all = kkr_table_to_html (table);
  g_autofree char *some = kkr_table__repr_html_ (table);
  g_autofree char *whole = kkr_table__repr_html_ (just);

  g_assert_cmpuint (count (all, "<tr>"), ==, 1501);
  g_assert_cmpuint (count (some, "<tr>"), ==, 202);
  g_assert_nonnull (strstr (some, ">99</td></tr>\n<tr><td class=\"kkr-gap\""));
  g_assert_nonnull (strstr (some, "1.300 rækker er ikke vist</td></tr>\n"));
  g_assert_nonnull (strstr (some, ">1.400</td>"));
  g_assert_null (strstr (some, ">1.399</td>"));
  g_assert_cmpuint (count (whole, "<tr>"), ==, 201);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/danish", test_danish);
  g_test_add_func ("/html/english", test_english);
  g_test_add_func ("/html/long", test_long);
  return g_test_run ();
}
