/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-maker.h"

guint
maker_pick (Maker *maker, guint n)
{
  return (guint) g_rand_int_range (maker->rand, 0, (gint32) n);
}

gboolean
maker_often (Maker *maker)
{
  return maker_pick (maker, 3) > 0;
}

const char *
maker_choose (Maker *maker, const char *const *words)
{
  return words[maker_pick (maker, g_strv_length ((char **) words))];
}

char *
maker_make_text (Maker *maker)
{
  static const char *const parts[] = {
    "a", "Æblerød", " & ", "<", ">", "\"", "'", "&amp;", "&#38;", "\n", "\t", "ø", "€", "😀", "--",
    "Ca. 5 pct.", " ", "]]>", "%s", "\\", NULL,
  };
  GString *text = g_string_new ("T");

  for (guint i = maker_pick (maker, 6); i > 0; i--)
    g_string_append (text, maker_choose (maker, parts));
  return g_string_free (text, FALSE);
}

char *
maker_make_period (Maker *maker)
{
  static const char *const periods[] = {
    "2023", "2023K2", "2023-05", "2023-05-17", "2019-03/2023-08", "2019/2020K3", "[..2017-01-01]/..",
    "../[..2016-12-31]", "2023-01-01/..", "../2024-06", "2024-02-29/2024-03-01",
    "[..2017-01-01]/[..2019-01-01]", NULL,
  };

  return g_strdup (maker_choose (maker, periods));
}

char *
maker_make_date (Maker *maker)
{
  static const char *const dates[] = { "2023", "2023K4", "2023-02", "2024-02-29", "[..2017-01-01]",
                                       NULL };

  return g_strdup (maker_choose (maker, dates));
}

void
maker_add (Maker *maker, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  g_string_append_printf (maker->out, " %s='", name);
  escaped = g_markup_escape_text (value, -1);
  for (const char *at = escaped; *at != '\0'; at++)
    if (*at == '\n' || *at == '\t')
      g_string_append_printf (maker->out, "&#%d;", *at);
    else
      g_string_append_c (maker->out, *at);
  g_string_append_c (maker->out, '\'');
}

void
maker_take (Maker *maker, const char *name, char *value)
{
  maker_add (maker, name, value);
  g_free (value);
}

char *
maker_pick_source (Maker *maker)
{
  return g_strdup_printf ("source-%u", maker_pick (maker, maker->n_sources));
}

char *
maker_pick_references (Maker *maker, const KkrModel *target, gboolean several)
{
  GPtrArray *ids = maker->ids[target->id];
  GString *text;
  guint first;

  if (ids->len == 0)
    return NULL;
  first = maker_pick (maker, ids->len);
  text = g_string_new (ids->pdata[first]);
  for (guint i = first + 1; several && i < ids->len; i++)
    g_string_append_printf (text, " %s", (char *) ids->pdata[i]);
  return g_string_free (text, FALSE);
}
