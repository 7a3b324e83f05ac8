/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-register.h"

#include <libkkr/base/kkr-enums.h>
#include <libkkr/model/kkr-model-private.h>

#define MAX_OBJECTS 4

typedef struct {
  GRand *rand;
  GString *out;
  GPtrArray *ids[KKR_N_MODELS]; /* of what has been made */
  guint n_sources;
  guint n;
} Maker;

static guint
pick (Maker *maker, guint n)
{
  return (guint) g_rand_int_range (maker->rand, 0, (gint32) n);
}

static gboolean
often (Maker *maker)
{
  return pick (maker, 3) > 0;
}

static const char *
choose (Maker *maker, const char *const *words)
{
  return words[pick (maker, g_strv_length ((char **) words))];
}

static char *
random_text (Maker *maker)
{
  static const char *const parts[] = {
    "a", "Æblerød", " & ", "<", ">", "\"", "'", "&amp;", "&#38;", "\n", "\t", "ø", "€", "😀", "--",
    "Ca. 5 pct.", " ", "]]>", "%s", "\\", NULL,
  };
  GString *text = g_string_new ("T");

  for (guint i = pick (maker, 6); i > 0; i--)
    g_string_append (text, choose (maker, parts));
  return g_string_free (text, FALSE);
}

static char *
random_period (Maker *maker)
{
  static const char *const periods[] = {
    "2023", "2023K2", "2023-05", "2023-05-17", "2019-03/2023-08", "2019/2020K3", "[..2017-01-01]/..",
    "../[..2016-12-31]", "2023-01-01/..", "../2024-06", "2024-02-29/2024-03-01",
    "[..2017-01-01]/[..2019-01-01]", NULL,
  };

  return g_strdup (choose (maker, periods));
}

static char *
random_date (Maker *maker)
{
  static const char *const dates[] = { "2023", "2023K4", "2023-02", "2024-02-29", "[..2017-01-01]",
                                       NULL };

  return g_strdup (choose (maker, dates));
}

/* Begins with a space. */
static void
add (Maker *maker, const char *name, const char *value)
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

static void
take (Maker *maker, const char *name, char *value)
{
  add (maker, name, value);
  g_free (value);
}

static char *
random_source (Maker *maker)
{
  return g_strdup_printf ("source-%u", pick (maker, maker->n_sources));
}

static char *
random_references (Maker *maker, const KkrModel *target, gboolean several)
{
  GPtrArray *ids = maker->ids[target->id];
  GString *text;
  guint first;

  if (ids->len == 0)
    return NULL;
  first = pick (maker, ids->len);
  text = g_string_new (ids->pdata[first]);
  for (guint i = first + 1; several && i < ids->len; i++)
    g_string_append_printf (text, " %s", (char *) ids->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
random_word (Maker *maker, const KkrField *field)
{
  GEnumClass *units;
  char *text;

  switch ((int) field->kind)
    {
    case KKR_FIELD_CHOICE:
      return g_strdup (choose (maker, field->words));
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return g_strdup (pick (maker, 2) ? "yes" : "no");
    case KKR_FIELD_INTEGER:
      return g_strdup_printf ("%u", pick (maker, 100000));
    case KKR_FIELD_DECIMAL:
    case KKR_FIELD_PERCENT:
      return g_strdup_printf ("%u.%u", pick (maker, 100), pick (maker, 100));
    default: /* KKR_FIELD_UNIT_WORD */
      units = g_type_class_ref (KKR_TYPE_UNIT);
      text = g_strdup (kkr_unit_to_string (
        (KkrUnit) units->values[1 + pick (maker, units->n_values - 1)].value));
      g_type_class_unref (units);
      return text;
    }
}

/* Of the facts that add_facts() makes. */
static char *
random_key (Maker *maker, const KkrField *field)
{
  if (g_str_equal (field->name, "weights") || g_str_equal (field->name, "own-use"))
    return g_strdup ("by-municipality");
  return g_strdup (field->kind == KKR_FIELD_KEYS && pick (maker, 2) ? "total part/of-it" : "total");
}

static char *
random_value (Maker *maker, const KkrModel *model, const KkrField *field)
{
  if (!field->required && !often (maker))
    return NULL;
  switch ((int) field->kind)
    {
    case KKR_FIELD_TEXT:
      return random_text (maker);
    case KKR_FIELD_ID:
      return g_str_equal (field->name, "parent") ? NULL : g_strdup_printf ("id-%u", maker->n++);
    case KKR_FIELD_KEY:
    case KKR_FIELD_KEYS:
      return random_key (maker, field);
    case KKR_FIELD_REGION_CODE:
      return g_strdup_printf (pick (maker, 2) ? "%u" : "region-%u", 1081 + maker->n++);
    case KKR_FIELD_MUNICIPALITY_CODE:
      return g_strdup_printf ("%u", 101 + maker->ids[model->id]->len);
    case KKR_FIELD_PERIOD:
      return random_period (maker);
    case KKR_FIELD_DATE:
      return random_date (maker);
    case KKR_FIELD_TIME:
      return g_strdup_printf ("%02u:%02u", pick (maker, 24), pick (maker, 60));
    case KKR_FIELD_SOURCE:
      return random_source (maker);
    case KKR_FIELD_REFERENCE:
    case KKR_FIELD_REFERENCES:
      return random_references (maker, field->target, field->kind == KKR_FIELD_REFERENCES);
    default:
      return random_word (maker, field);
    }
}

static void
add_object (Maker *maker, const KkrModel *model, guint place)
{
  g_auto (GStrv) values = g_new0 (char *, model->n_fields + 1);

  for (guint i = 0; i < model->n_fields; i++)
    if (i == 0 && model->parent == NULL)
      values[i] = g_strdup (maker->ids[model->id]->pdata[place]);
    else if (model->fields[i].target == model)
      /* The one after it, so that there is no circle; the last has none. */
      values[i] = place + 1 < maker->ids[model->id]->len
                    ? g_strdup (maker->ids[model->id]->pdata[place + 1]) : NULL;
    else
      values[i] = random_value (maker, model, &model->fields[i]);
  for (guint i = 0; i < model->n_fields; i++)
    if (values[i] == NULL)
      values[i] = g_strdup (model->fields[i].required ? "0" : "");
  /* A municipality pays once. */
  if (model == &kkr_arrangement_payer_model)
    {
      g_free (values[0]);
      values[0] = g_strdup (maker->ids[KKR_MODEL_MUNICIPALITY]->pdata[place]);
    }
  g_string_append_printf (maker->out, "<%s", model->element);
  for (guint i = 0; i < model->n_fields; i++)
    add (maker, model->fields[i].name, *values[i] != '\0' ? values[i] : NULL);
  g_string_append (maker->out, ">\n");
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == model)
      for (guint n = pick (maker, MAX_OBJECTS), j = 0; j < n; j++)
        add_object (maker, kkr_models[i], j);
  g_string_append_printf (maker->out, "</%s>\n", model->element);
}

/* What a series, a fact, a table, its columns and rows may say. */
static void
add_origin (Maker *maker, gboolean required)
{
  static const char *const known[] = { "2023-08-21", "2023-05", "2022", "2022K3/2023-08-21",
                                       "[..2020-01-01]", NULL };

  if (required || pick (maker, 3) == 0)
    take (maker, "source", random_source (maker));
  if (required || pick (maker, 3) == 0)
    take (maker, "section", random_text (maker));
  if (pick (maker, 2))
    add (maker, "known", choose (maker, known));
  if (pick (maker, 4) == 0)
    add (maker, "confirmed", pick (maker, 2) ? "yes" : "no");
  if (pick (maker, 4) == 0)
    take (maker, "note-da", random_text (maker));
  if (pick (maker, 4) == 0)
    take (maker, "note-en", random_text (maker));
}

static void
add_titles (Maker *maker, gboolean required)
{
  if (required || pick (maker, 3) == 0)
    take (maker, "title-da", random_text (maker));
  if (pick (maker, 3) == 0)
    take (maker, "title-en", random_text (maker));
}

static void
add_value (Maker *maker)
{
  static const char *const statuses[] = { "missing", "suppressed", "not-applicable", NULL };
  static const char *const qualifiers[] = { "approximately", "more-than", "at-least", "less-than",
                                            "up-to", NULL };
  static const char *const scales[] = { "1", "1000", "1000000", "1000000000", NULL };

  switch (pick (maker, 6))
    {
    case 0:
      add (maker, "status", choose (maker, statuses));
      return;
    case 1:
      take (maker, "text", random_text (maker));
      return;
    case 2:
      take (maker, "value", g_strdup_printf ("-%u000", pick (maker, 999)));
      add (maker, "precision", "1000");
      break;
    case 3:
      take (maker, "value", g_strdup_printf ("%u.%u", pick (maker, 99), pick (maker, 99)));
      add (maker, "scale", choose (maker, scales));
      break;
    default:
      take (maker, "value", g_strdup_printf ("%u.%02u", pick (maker, 99999), pick (maker, 99)));
      break;
    }
  if (pick (maker, 3) == 0)
    add (maker, "qualifier", choose (maker, qualifiers));
}

static char *
period_within (Maker *maker, guint year)
{
  switch (pick (maker, 6))
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
  for (guint i = 0, n = 1 + pick (maker, 3); i < n; i++)
    {
      g_string_append (maker->out, "<fact");
      add (maker, "subject", subject);
      take (maker, "valid", period_within (maker, 2020 + i));
      add_value (maker);
      if (money && pick (maker, 3) == 0)
        add (maker, "price-level", "2024");
      if (pick (maker, 6) == 0)
        add (maker, "assumed", "yes");
      add_titles (maker, FALSE);
      add_origin (maker, FALSE);
      g_string_append (maker->out, "/>\n");
    }
}

static void
begin_series (Maker *maker, const char *key, const char *unit, gboolean municipalities)
{
  g_string_append (maker->out, "<series");
  add (maker, "key", key);
  add (maker, "unit", unit);
  if (municipalities)
    add (maker, "subjects", "municipality");
  if (pick (maker, 3) == 0)
    add (maker, "scale", "1000");
  add_titles (maker, FALSE);
  add_origin (maker, TRUE);
  g_string_append (maker->out, ">\n");
}

static void
add_series (Maker *maker)
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
  for (guint i = pick (maker, 4); i > 0; i--)
    {
      const char *unit = choose (maker, units);
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

  if (pick (maker, 3) == 0)
    g_string_append (values, choose (maker, marks));
  else if (text)
    g_string_append (values, choose (maker, words));
  else
    g_string_append_printf (values, "%s%u.%u", choose (maker, signs), pick (maker, 999),
                            pick (maker, 9));
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
  add (maker, "subject", subject);
  if (total)
    add (maker, "total", "yes");
  add (maker, "values", values->str);
  if (pick (maker, 3) == 0)
    add (maker, "assumed", pick (maker, 2) ? "c-0" : "c-0 c-1");
  if (pick (maker, 3) == 0)
    take (maker, "valid", random_period (maker));
  if (pick (maker, 4) == 0)
    add (maker, "scale", pick (maker, 2) ? "1" : "1000");
  add_titles (maker, FALSE);
  add_origin (maker, FALSE);
  g_string_append (maker->out, "/>\n");
}

static void
add_table (Maker *maker, guint number)
{
  static const char *const units[] = { "amount", "rate", "percent", "persons", NULL };
  gboolean municipalities = pick (maker, 2), has_unit = pick (maker, 2), last_is_text;
  guint n_columns = 2 + pick (maker, 4);

  g_string_append (maker->out, "<table");
  take (maker, "key", g_strdup_printf ("table-%u", number));
  add_titles (maker, TRUE);
  take (maker, "valid", random_period (maker));
  add (maker, "subjects", municipalities ? "municipality" : NULL);
  if (has_unit)
    add (maker, "unit", choose (maker, units));
  add (maker, "scale", pick (maker, 3) ? NULL : "1000");
  add_origin (maker, TRUE);
  g_string_append (maker->out, ">\n");
  last_is_text = pick (maker, 2);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean text = last_is_text && i + 1 == n_columns;

      g_string_append (maker->out, "<column");
      take (maker, "name", g_strdup_printf ("c-%u", i));
      add_titles (maker, TRUE);
      if (text ? has_unit : !has_unit || pick (maker, 2))
        add (maker, "unit", text ? "text" : choose (maker, units));
      if (pick (maker, 4) == 0)
        take (maker, "valid", random_period (maker));
      add_origin (maker, FALSE);
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = 0; i < maker->ids[KKR_MODEL_MUNICIPALITY]->len; i++)
    add_row (maker, maker->ids[KKR_MODEL_MUNICIPALITY]->pdata[i], FALSE, last_is_text, n_columns);
  if (pick (maker, 2))
    add_row (maker, "i-alt", TRUE, last_is_text, n_columns);
  g_string_append (maker->out, "</table>\n");
}

/* Anything may be referred to by anything, so the ids come first. */
static void
make_ids (Maker *maker)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];
      /* Others need these. */
      gboolean needed = model == &kkr_region_model || model == &kkr_municipality_model
                        || model == &kkr_operator_model;
      /* Its id is the key of a fact, of which few are known. */
      guint most = model == &kkr_parameter_model ? 2 : MAX_OBJECTS;

      if (model->parent == NULL)
        for (guint n = needed ? MAX_OBJECTS : pick (maker, most), j = 0; j < n; j++)
          g_ptr_array_add (maker->ids[i], random_value (maker, model, &model->fields[0]));
    }
}

static void
add_objects (Maker *maker)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    for (guint j = 0; j < maker->ids[i]->len; j++)
      add_object (maker, kkr_models[i], j);
}

/* Placements, tariffs and arrivals. */
static void
add_bulk (Maker *maker)
{
  static const char *const periods[] = { "2023", "2023-01-01/..", "2020-02-29/2023-06-30",
                                         "../2023-12-31", NULL };
  static const char *const amounts[] = { "1500", "1500.5", "0.05", NULL };

  for (guint i = pick (maker, 5); i > 0; i--)
    {
      g_string_append (maker->out, "<placement");
      take (maker, "person", random_text (maker));
      take (maker, "municipality", random_references (maker, &kkr_municipality_model, FALSE));
      take (maker, "offer", random_references (maker, &kkr_offer_model, FALSE));
      add (maker, "valid", choose (maker, periods));
      add (maker, "tariff", pick (maker, 2) ? choose (maker, amounts) : NULL);
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = maker->ids[KKR_MODEL_OFFER]->len > 0 ? pick (maker, 4) : 0; i > 0; i--)
    {
      g_string_append (maker->out, "<tariff");
      take (maker, "offer", random_references (maker, &kkr_offer_model, FALSE));
      add (maker, "per", pick (maker, 2) ? "day" : "hour");
      add (maker, "amount", choose (maker, amounts));
      add (maker, "price-level", pick (maker, 2) ? "2024" : NULL);
      add (maker, "valid", choose (maker, periods));
      g_string_append (maker->out, "/>\n");
    }
  for (guint i = pick (maker, 3); i > 0; i--)
    {
      g_string_append (maker->out, "<arrival kind='family'");
      take (maker, "municipality", random_references (maker, &kkr_municipality_model, FALSE));
      add (maker, "valid", choose (maker, periods));
      take (maker, "persons", g_strdup_printf ("%u", pick (maker, 20)));
      g_string_append (maker->out, "/>\n");
    }
}

char *
random_register (guint32 seed)
{
  Maker maker = { .rand = g_rand_new_with_seed (seed), .out = g_string_new ("<register format='1'") };

  for (guint i = 0; i < KKR_N_MODELS; i++)
    maker.ids[i] = g_ptr_array_new_with_free_func (g_free);
  if (pick (&maker, 2))
    add (&maker, "version", "2024.01");
  g_string_append (maker.out, ">\n");
  maker.n_sources = 1 + pick (&maker, 3);
  for (guint i = 0; i < maker.n_sources; i++)
    {
      g_string_append (maker.out, "<source");
      take (&maker, "id", g_strdup_printf ("source-%u", i));
      take (&maker, "title", random_text (&maker));
      take (&maker, "publisher", random_text (&maker));
      add (&maker, "date", pick (&maker, 2) ? "2023-08-21" : "2018-10");
      g_string_append (maker.out, "/>\n");
    }
  make_ids (&maker);
  add_objects (&maker);
  add_series (&maker);
  for (guint i = pick (&maker, 3); i > 0; i--)
    add_table (&maker, i);
  add_bulk (&maker);
  g_string_append (maker.out, "</register>\n");
  for (guint i = 0; i < KKR_N_MODELS; i++)
    g_ptr_array_unref (maker.ids[i]);
  g_rand_free (maker.rand);
  return g_string_free (maker.out, FALSE);
}
