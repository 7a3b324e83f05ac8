/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-maker.h"

/* What a series, a fact, a table, its columns and rows may say. */
static void
add_origin (Maker *maker, gboolean required)
{
  static const char *const known[] = { "2023-08-21", "2023-05", "2022", "2022K3/2023-08-21",
                                       "[..2020-01-01]", NULL };

  if (required || maker_pick (maker, 3) == 0)
    maker_take (maker, "source", maker_pick_source (maker));
  if (required || maker_pick (maker, 3) == 0)
    maker_take (maker, "section", maker_make_text (maker));
  if (maker_pick (maker, 2))
    maker_add (maker, "known", maker_choose (maker, known));
  if (maker_pick (maker, 4) == 0)
    maker_add (maker, "confirmed", maker_pick (maker, 2) ? "yes" : "no");
  if (maker_pick (maker, 4) == 0)
    maker_take (maker, "note-da", maker_make_text (maker));
  if (maker_pick (maker, 4) == 0)
    maker_take (maker, "note-en", maker_make_text (maker));
}

static void
add_titles (Maker *maker, gboolean required)
{
  if (required || maker_pick (maker, 3) == 0)
    maker_take (maker, "title-da", maker_make_text (maker));
  if (maker_pick (maker, 3) == 0)
    maker_take (maker, "title-en", maker_make_text (maker));
}

static void
add_value (Maker *maker)
{
  static const char *const statuses[] = { "missing", "suppressed", "not-applicable", NULL };
  static const char *const qualifiers[] = { "approximately", "more-than", "at-least", "less-than",
                                            "up-to", NULL };
  static const char *const scales[] = { "1", "1000", "1000000", "1000000000", NULL };

  switch (maker_pick (maker, 6))
    {
    case 0:
      maker_add (maker, "status", maker_choose (maker, statuses));
      return;
    case 1:
      maker_take (maker, "text", maker_make_text (maker));
      return;
    case 2:
      maker_take (maker, "value", g_strdup_printf ("-%u000", maker_pick (maker, 999)));
      maker_add (maker, "precision", "1000");
      break;
    case 3:
      maker_take (maker, "value", g_strdup_printf ("%u.%u", maker_pick (maker, 99),
                                                    maker_pick (maker, 99)));
      maker_add (maker, "scale", maker_choose (maker, scales));
      break;
    default:
      maker_take (maker, "value", g_strdup_printf ("%u.%02u", maker_pick (maker, 99999),
                                                    maker_pick (maker, 99)));
      break;
    }
  if (maker_pick (maker, 3) == 0)
    maker_add (maker, "qualifier", maker_choose (maker, qualifiers));
}

static char *
period_within (Maker *maker, guint year)
{
  switch (maker_pick (maker, 6))
    {
    case 0:
      return g_strdup_printf ("%u", year);
    case 1:
      return g_strdup_printf ("%uK3", year);
    case 2:
      return g_strdup_printf ("%u-05", year);
    case 3:
      return g_strdup_printf ("%u-05-17", year);
    case 4:
      return g_strdup_printf ("%u-02/%u-11", year, year);
    default:
      return g_strdup_printf ("%u-03-01/%uK4", year, year);
    }
}

/* Each of a key's periods is in a year of its own. */
static void
add_facts (Maker *maker, const char *subject, gboolean money)
{
  for (guint i = 0, n = 1 + maker_pick (maker, 3); i < n; i++)
    {
      g_string_append (maker->out, "<fact");
      maker_add (maker, "subject", subject);
      maker_take (maker, "valid", period_within (maker, 2020 + i));
      add_value (maker);
      if (money && maker_pick (maker, 3) == 0)
        maker_add (maker, "price-level", "2024");
      if (maker_pick (maker, 6) == 0)
        maker_add (maker, "assumed", "yes");
      add_titles (maker, FALSE);
      add_origin (maker, FALSE);
      g_string_append (maker->out, "/>\n");
    }
}

static void
begin_series (Maker *maker, const char *key, const char *unit, gboolean municipalities)
{
  g_string_append (maker->out, "<series");
  maker_add (maker, "key", key);
  maker_add (maker, "unit", unit);
  if (municipalities)
    maker_add (maker, "subjects", "municipality");
  if (maker_pick (maker, 3) == 0)
    maker_add (maker, "scale", "1000");
  add_titles (maker, FALSE);
  add_origin (maker, TRUE);
  g_string_append (maker->out, ">\n");
}

void
maker_add_series (Maker *maker)
{
  static const char *const units[] = { "amount", "rate", "share", "percent", "persons", "hours",
                                       "none", "weeks", NULL };
  GPtrArray *municipalities = maker->ids[KKR_MODEL_MUNICIPALITY];

  begin_series (maker, "total", "amount", FALSE);
  add_facts (maker, NULL, TRUE);
  g_string_append (maker->out, "</series>\n");
  begin_series (maker, "part", "rate", FALSE);
  add_facts (maker, "of-it", TRUE);
  add_facts (maker, "of-it-2", TRUE);
  g_string_append (maker->out, "</series>\n");
  begin_series (maker, "part/of-it", "rate", FALSE);
  add_facts (maker, "again", TRUE);
  g_string_append (maker->out, "</series>\n");
  begin_series (maker, "by-municipality", "persons", TRUE);
  for (guint i = 0; i < municipalities->len; i++)
    add_facts (maker, municipalities->pdata[i], FALSE);
  g_string_append (maker->out, "</series>\n");
  for (guint i = maker_pick (maker, 4); i > 0; i--)
    {
      const char *unit = maker_choose (maker, units);
      g_autofree char *key = g_strdup_printf ("series-%u/x", i);

      begin_series (maker, key, unit, FALSE);
      add_facts (maker, "a", g_str_equal (unit, "amount") || g_str_equal (unit, "rate"));
      g_string_append (maker->out, "</series>\n");
    }
}

static void
add_cell (Maker *maker, GString *values, gboolean text)
{
  static const char *const marks[] = { "", "..", "-", "?", NULL };
  static const char *const words[] = { "nej", "ja & nej", "ca. 5", "5", "=", NULL };
  static const char *const signs[] = { "", "", "~", ">", "<", NULL };

  if (maker_pick (maker, 3) == 0)
    g_string_append (values, maker_choose (maker, marks));
  else if (text)
    g_string_append (values, maker_choose (maker, words));
  else
    g_string_append_printf (values, "%s%u.%u", maker_choose (maker, signs), maker_pick (maker, 999),
                            maker_pick (maker, 9));
}

static void
add_row (Maker *maker, const char *subject, gboolean total, gboolean last_is_text, guint n_columns)
{
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (values, '|');
      add_cell (maker, values, last_is_text && i + 1 == n_columns);
    }
  g_string_append (maker->out, "<row");
  maker_add (maker, "subject", subject);
  if (total)
    maker_add (maker, "total", "yes");
  maker_add (maker, "values", values->str);
  if (maker_pick (maker, 3) == 0)
    maker_add (maker, "assumed", maker_pick (maker, 2) ? "c-0" : "c-0 c-1");
  if (maker_pick (maker, 3) == 0)
    maker_take (maker, "valid", maker_make_period (maker));
  if (maker_pick (maker, 4) == 0)
    maker_add (maker, "scale", maker_pick (maker, 2) ? "1" : "1000");
  add_titles (maker, FALSE);
  add_origin (maker, FALSE);
  g_string_append (maker->out, "/>\n");
}

void
maker_add_table (Maker *maker, guint number)
{
  static const char *const units[] = { "amount", "rate", "percent", "persons", NULL };
  gboolean municipalities = maker_pick (maker, 2), has_unit = maker_pick (maker, 2), last_is_text;
  guint n_columns = 2 + maker_pick (maker, 4);

  g_string_append (maker->out, "<table");
  maker_take (maker, "key", g_strdup_printf ("table-%u", number));
  add_titles (maker, TRUE);
  maker_take (maker, "valid", maker_make_period (maker));
  maker_add (maker, "subjects", municipalities ? "municipality" : NULL);
  if (has_unit)
    maker_add (maker, "unit", maker_choose (maker, units));
  maker_add (maker, "scale", maker_pick (maker, 3) ? NULL : "1000");
  add_origin (maker, TRUE);
  g_string_append (maker->out, ">\n");
  last_is_text = maker_pick (maker, 2);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean text = last_is_text && i + 1 == n_columns;

      g_string_append (maker->out, "<column");
      maker_take (maker, "name", g_strdup_printf ("c-%u", i));
      add_titles (maker, TRUE);
      if (text ? has_unit : !has_unit || maker_pick (maker, 2))
        maker_add (maker, "unit", text ? "text" : maker_choose (maker, units));
      if (maker_pick (maker, 4) == 0)
        maker_take (maker, "valid", maker_make_period (maker));
      add_origin (maker, FALSE);
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = 0; i < maker->ids[KKR_MODEL_MUNICIPALITY]->len; i++)
    add_row (maker, maker->ids[KKR_MODEL_MUNICIPALITY]->pdata[i], FALSE, last_is_text, n_columns);
  if (maker_pick (maker, 2))
    add_row (maker, "i-alt", TRUE, last_is_text, n_columns);
  g_string_append (maker->out, "</table>\n");
}

void
maker_add_bulk (Maker *maker)
{
  static const char *const periods[] = { "2023", "2023-01-01/..", "2020-02-29/2023-06-30",
                                         "../2023-12-31", NULL };
  static const char *const amounts[] = { "1500", "1500.5", "0.05", NULL };

  for (guint i = maker_pick (maker, 5); i > 0; i--)
    {
      g_string_append (maker->out, "<placement");
      maker_take (maker, "person", maker_make_text (maker));
      maker_take (maker, "municipality",
                  maker_pick_references (maker, &kkr_municipality_model, FALSE));
      maker_take (maker, "offer", maker_pick_references (maker, &kkr_offer_model, FALSE));
      maker_add (maker, "valid", maker_choose (maker, periods));
      maker_add (maker, "tariff", maker_pick (maker, 2) ? maker_choose (maker, amounts) : NULL);
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = maker->ids[KKR_MODEL_OFFER]->len > 0 ? maker_pick (maker, 4) : 0; i > 0; i--)
    {
      g_string_append (maker->out, "<tariff");
      maker_take (maker, "offer", maker_pick_references (maker, &kkr_offer_model, FALSE));
      maker_add (maker, "per", maker_pick (maker, 2) ? "day" : "hour");
      maker_add (maker, "amount", maker_choose (maker, amounts));
      maker_add (maker, "price-level", maker_pick (maker, 2) ? "2024" : NULL);
      maker_add (maker, "valid", maker_choose (maker, periods));
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = maker_pick (maker, 3); i > 0; i--)
    {
      g_string_append (maker->out, "<arrival kind='family'");
      maker_take (maker, "municipality",
                  maker_pick_references (maker, &kkr_municipality_model, FALSE));
      maker_add (maker, "valid", maker_choose (maker, periods));
      maker_take (maker, "persons", g_strdup_printf ("%u", maker_pick (maker, 20)));
      g_string_append (maker->out, "/>\n");
    }
}
