/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
collect_years (KkrFollowupLists *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->reports->len; i++)
    {
      int year = g_array_index (self->reports, KkrFollowupReport, i).year;

      if (g_hash_table_add (known, GINT_TO_POINTER (year)))
        g_array_append_val (self->years, year);
    }
  g_array_sort (self->years, compare_years);
}

static gboolean
has_year (const KkrFollowupLists *self, int year)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      return TRUE;
  return FALSE;
}

/* The first and the last year, where none was given. */
static gboolean
choose_years (KkrFollowupLists *self, KkrCalculator *calculator, const char **input,
              GError **error)
{
  static const char *const names[] = { "base-year", "year" };
  int *years[] = { &self->base_year, &self->year };
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < self->years->len; i++)
    g_string_append_printf (known, "%s%d", i > 0 ? ", " : "", g_array_index (self->years, int, i));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean given = kkr_calculator_is_assigned (calculator, names[i]);

      *input = names[i];
      *years[i] = given ? kkr_calculator_get_int (calculator, names[i])
                        : self->years->len == 0 ? 0
                        : g_array_index (self->years, int, i == 0 ? 0 : self->years->len - 1);
      if (given && !has_year (self, *years[i]))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no list of that year: %d found, one of %s expected"), *years[i],
                       known->str);
          return FALSE;
        }
    }
  if (self->base_year < self->year)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("no two years to compare: %d and %d found, a base year before the year expected"),
               self->base_year, self->year);
  return FALSE;
}

/* A column of blank cells alone is none. */
gboolean
kkr_followup_has_cells (const KkrSheet *sheet, guint column)
{
  guint n = kkr_sheet_has_column (sheet, column) ? kkr_sheet_get_n_rows (sheet) : 0;

  for (guint row = 0; row < n; row++)
    if (kkr_sheet_has (sheet, row, column))
      return TRUE;
  return FALSE;
}

KkrFollowupLists *
kkr_followup_lists_new (KkrCalculator *calculator, GCancellable *cancellable, const char **input,
                        GError **error)
{
  g_autoptr (KkrFollowupLists) self = g_new0 (KkrFollowupLists, 1);

  self->cancellable = cancellable;
  self->operators = g_ptr_array_new ();
  self->offers = g_array_new (FALSE, FALSE, sizeof (KkrFollowupOffer));
  self->levels = g_array_new (FALSE, FALSE, sizeof (KkrFollowupLevel));
  self->reports = g_array_new (FALSE, FALSE, sizeof (KkrFollowupReport));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->cut = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  *input = "lists";
  self->sheet = kkr_calculator_open_sheet (calculator, "lists", error);
  if (self->sheet == NULL)
    return NULL;
  *input = "renames";
  self->renames = kkr_calculator_open_sheet (calculator, "renames", error);
  if (self->renames == NULL)
    return NULL;
  self->has_weights = kkr_followup_has_cells (self->sheet, KKR_LISTS_WEIGHT);
  if (!kkr_followup_lists_merge (self, calculator, input, error))
    return NULL;
  collect_years (self);
  return choose_years (self, calculator, input, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_followup_lists_free (KkrFollowupLists *self)
{
  g_clear_pointer (&self->sheet, kkr_sheet_free);
  g_clear_pointer (&self->renames, kkr_sheet_free);
  g_ptr_array_unref (self->operators);
  g_array_unref (self->offers);
  g_array_unref (self->levels);
  g_array_unref (self->reports);
  g_array_unref (self->years);
  g_hash_table_unref (self->cut);
  g_free (self);
}

const KkrFollowupReport *
kkr_followup_lists_find (const KkrFollowupLists *self, guint level, int year, gboolean reported)
{
  const KkrFollowupLevel *found = &g_array_index (self->levels, KkrFollowupLevel, level);

  for (guint i = found->first; i < found->first + found->n; i++)
    {
      const KkrFollowupReport *report = &g_array_index (self->reports, KkrFollowupReport, i);

      if (report->year == year)
        return reported && report->tariff == G_MININT64 ? NULL : report;
    }
  return NULL;
}

const char *
kkr_followup_lists_get_operator (const KkrFollowupLists *self, guint level)
{
  return self->operators->pdata[g_array_index (self->levels, KkrFollowupLevel, level).operator];
}

const char *
kkr_followup_lists_get_offer (const KkrFollowupLists *self, guint level)
{
  guint offer = g_array_index (self->levels, KkrFollowupLevel, level).offer;

  return g_array_index (self->offers, KkrFollowupOffer, offer).name;
}

char *
kkr_followup_lists_dup_name (const KkrFollowupLists *self, guint level)
{
  const char *parts[] = { kkr_followup_lists_get_operator (self, level),
                          kkr_followup_lists_get_offer (self, level),
                          g_array_index (self->levels, KkrFollowupLevel, level).name };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return g_string_free (text, FALSE);
}
