/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* What is needed while the lists are merged. */
typedef struct {
  KkrFollowupLists *lists;
  KkrFollowupRenames *renames;
  GHashTable *folds; /* text -> as it is compared: a sheet has one pointer for one text */
  GHashTable *operators, *offers, *levels; /* key -> place + 1 */
  GHashTable *without[2]; /* keys of operators and offers that are left out -> were they met? */
  const char *culprit; /* the input that an error is about */
} Merge;

static const char *
fold (Merge *self, const char *text)
{
  char *folded = g_hash_table_lookup (self->folds, text);

  if (folded == NULL)
    {
      folded = kkr_followup_fold (text);
      g_hash_table_insert (self->folds, (gpointer) text, folded);
    }
  return folded;
}

static guint
find_place (GHashTable *places, char *key, guint next)
{
  gpointer found = g_hash_table_lookup (places, key);

  if (found != NULL)
    {
      g_free (key);
      return GPOINTER_TO_UINT (found) - 1;
    }
  g_hash_table_insert (places, key, GUINT_TO_POINTER (next + 1));
  return next;
}

static guint
find_level (Merge *self, const char *const names[3])
{
  KkrFollowupLists *lists = self->lists;
  const char *folds[] = { fold (self, names[0]), fold (self, names[1]), fold (self, names[2]) };
  guint operator = find_place (self->operators, g_strdup (folds[0]), lists->operators->len);
  guint offer = find_place (self->offers, g_strjoin ("\x1f", folds[0], folds[1], NULL),
                            lists->offers->len);
  guint level = find_place (self->levels, g_strjoin ("\x1f", folds[0], folds[1], folds[2], NULL),
                            lists->levels->len);

  if (operator == lists->operators->len)
    g_ptr_array_add (lists->operators, (gpointer) names[0]);
  if (offer == lists->offers->len)
    g_array_append_val (lists->offers, ((KkrFollowupOffer) { operator, names[1] }));
  if (level == lists->levels->len)
    g_array_append_val (lists->levels, ((KkrFollowupLevel) { operator, offer, names[2], 0, 0 }));
  return level;
}

static gboolean
is_left_out (Merge *self, const char *const names[3])
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *key = NULL;

      if (g_hash_table_size (self->without[i]) == 0)
        continue;
      key = g_strconcat (fold (self, names[i]), "\x1f\x1f", NULL);
      if (g_hash_table_contains (self->without[i], key))
        {
          g_hash_table_insert (self->without[i], g_steal_pointer (&key), GINT_TO_POINTER (1));
          g_hash_table_add (self->lists->cut, kkr_followup_key (names[0], NULL, NULL));
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
refuse_cell (const KkrSheet *sheet, guint row, guint column, KkrCalcError code, const char *text,
             GError **error)
{
  g_autofree char *place = kkr_followup_row_words (sheet, row, column);

  g_set_error (error, KKR_CALC_ERROR, code, "%s: %s", place, text);
  return FALSE;
}

static gboolean
read_tariff (KkrFollowupLists *self, KkrFollowupReport *report, GError **error)
{
  report->tariff = G_MININT64;
  report->weight = KKR_RATIONAL_INT (1);
  if (kkr_sheet_has (self->sheet, report->row, KKR_LISTS_TARIFF))
    report->tariff = kkr_sheet_get_amount (self->sheet, report->row, KKR_LISTS_TARIFF);
  if (report->tariff != G_MININT64 && report->tariff <= 0)
    {
      g_autofree char *amount = kkr_message_amount (report->tariff);
      g_autofree char *text = g_strdup_printf (
        report->tariff < 0
          ? _("a negative tariff: %s found, more than 0 expected")
          : _("no tariff: %s found, more than 0 expected, or a blank cell where none is reported: "
              "no change in per cent is counted from it"), amount);

      return refuse_cell (self->sheet, report->row, KKR_LISTS_TARIFF,
                          KKR_CALC_ERROR_OUT_OF_RANGE, text, error);
    }
  if (!self->has_weights || report->tariff == G_MININT64)
    return TRUE;
  if (!kkr_sheet_has (self->sheet, report->row, KKR_LISTS_WEIGHT))
    return refuse_cell (self->sheet, report->row, KKR_LISTS_WEIGHT, KKR_CALC_ERROR_MISSING_INPUT,
                        _("missing: a tariff without its weight found, a weight expected"), error);
  report->weight = kkr_sheet_get_number (self->sheet, report->row, KKR_LISTS_WEIGHT);
  if (report->weight.num < 0)
    {
      g_autofree char *weight = kkr_message_number (&report->weight);
      g_autofree char *text = g_strdup_printf (
        _("a negative weight: %s found, 0 or more expected"), weight);

      return refuse_cell (self->sheet, report->row, KKR_LISTS_WEIGHT,
                          KKR_CALC_ERROR_OUT_OF_RANGE, text, error);
    }
  return TRUE;
}

static gboolean
read_row (Merge *self, guint row, GError **error)
{
  KkrFollowupLists *lists = self->lists;
  const char *names[3] = { "", "", "" };
  KkrFollowupReport report = { .row = row };
  gint64 year = kkr_sheet_get_whole (lists->sheet, row, KKR_LISTS_YEAR);

  if (year < 1900 || year > 2200)
    {
      g_autofree char *text = g_strdup_printf (_("no year: %lld found, 1900 to 2200 expected"),
                                               (long long) year);

      return refuse_cell (lists->sheet, row, KKR_LISTS_YEAR, KKR_CALC_ERROR_OUT_OF_RANGE, text,
                          error);
    }
  report.year = (int) year;
  for (guint i = 0; i < 3; i++)
    if (kkr_sheet_has (lists->sheet, row, KKR_LISTS_OPERATOR + i))
      names[i] = kkr_sheet_get_text (lists->sheet, row, KKR_LISTS_OPERATOR + i);
  if (!read_tariff (lists, &report, error))
    return FALSE;
  if (!kkr_followup_renames_apply (self->renames, names, error))
    {
      self->culprit = "renames";
      return FALSE;
    }
  if (is_left_out (self, names))
    return TRUE;
  report.level = find_level (self, names);
  g_array_append_val (lists->reports, report);
  return TRUE;
}

static int
compare_levels (gconstpointer a, gconstpointer b, gpointer levels)
{
  const guint *place_a = a, *place_b = b;
  const KkrFollowupLevel *level_a = &g_array_index ((GArray *) levels, KkrFollowupLevel, *place_a);
  const KkrFollowupLevel *level_b = &g_array_index ((GArray *) levels, KkrFollowupLevel, *place_b);

  if (level_a->operator != level_b->operator)
    return level_a->operator < level_b->operator ? -1 : 1;
  if (level_a->offer != level_b->offer)
    return level_a->offer < level_b->offer ? -1 : 1;
  return *place_a < *place_b ? -1 : *place_a > *place_b;
}

static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const KkrFollowupReport *report_a = a, *report_b = b;

  if (report_a->level != report_b->level)
    return report_a->level < report_b->level ? -1 : 1;
  if (report_a->year != report_b->year)
    return report_a->year < report_b->year ? -1 : 1;
  return report_a->row < report_b->row ? -1 : report_a->row > report_b->row;
}

/* Levels by operator and offer, and the reports of each together. */
static void
sort_levels (KkrFollowupLists *self)
{
  guint n = self->levels->len;
  g_autofree guint *order = g_new (guint, MAX (n, 1)), *places = g_new (guint, MAX (n, 1));
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (KkrFollowupLevel), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_levels, self->levels);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (sorted, g_array_index (self->levels, KkrFollowupLevel, order[i]));
      places[order[i]] = i;
    }
  for (guint i = 0; i < self->reports->len; i++)
    {
      KkrFollowupReport *report = &g_array_index (self->reports, KkrFollowupReport, i);

      report->level = places[report->level];
    }
  g_array_unref (self->levels);
  self->levels = g_steal_pointer (&sorted);
  g_array_sort (self->reports, compare_reports);
}

static gboolean
index_reports (KkrFollowupLists *self, GError **error)
{
  for (guint i = 0; i < self->reports->len; i++)
    {
      KkrFollowupReport *report = &g_array_index (self->reports, KkrFollowupReport, i);
      KkrFollowupLevel *level = &g_array_index (self->levels, KkrFollowupLevel, report->level);

      if (level->n > 0 && report[-1].year == report->year)
        {
          g_autofree char *name = kkr_followup_lists_dup_name (self, report->level);
          g_autofree char *place = NULL;
          g_autofree char *text = g_strdup_printf (
            _("reported twice: %s for %d found, already in row %u, once expected"), name,
            report->year, report[-1].row + 1);

          place = kkr_sheet_row_words (self->sheet, report->row, G_MAXUINT);
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, "%s: %s", place, text);
          return FALSE;
        }
      if (level->n++ == 0)
        level->first = i;
    }
  return TRUE;
}

GHashTable *
kkr_followup_read_names (KkrCalculator *calculator, const char *input)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text = kkr_calculator_get_text (calculator, input);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_hash_table_insert (names, kkr_followup_key (parts[i], NULL, NULL), GINT_TO_POINTER (0));
  return names;
}

gboolean
kkr_followup_check_names (GHashTable *names, GPtrArray *known, GError **error)
{
  GHashTableIter iter;
  gpointer key, used;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, &used))
    if (!GPOINTER_TO_INT (used))
      {
        g_auto (GStrv) parts = g_strsplit (key, "\x1f", 2);
        g_auto (KkrNearest) nearest;
        g_autofree char *near = NULL;

        kkr_nearest_init (&nearest, parts[0], 3, FALSE);
        for (guint i = 0; i < known->len; i++)
          kkr_nearest_offer (&nearest, known->pdata[i]);
        near = kkr_nearest_to_string (&nearest);
        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("not in the lists: \"%s\" found, names of the lists expected%s"), parts[0],
                     near);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_left_out (Merge *self, guint i, GError **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new ();

  for (guint k = 0; k < self->lists->offers->len; k++)
    g_ptr_array_add (offers, (gpointer) g_array_index (self->lists->offers, KkrFollowupOffer,
                                                       k).name);
  return kkr_followup_check_names (self->without[i], i == 0 ? self->lists->operators : offers,
                                   error);
}

static gboolean
merge (Merge *self, const char **input, GError **error)
{
  static const char *const names[] = { "exclude-operators", "exclude-offers" };

  self->culprit = "lists";
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->lists->sheet); row++)
    if (g_cancellable_set_error_if_cancelled (self->lists->cancellable, error) ||
        !read_row (self, row, error))
      {
        *input = self->culprit;
        return FALSE;
      }
  *input = "lists";
  sort_levels (self->lists);
  if (!index_reports (self->lists, error))
    return FALSE;
  *input = "renames";
  if (!kkr_followup_renames_end (self->renames, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *input = names[i];
      if (!check_left_out (self, i, error))
        return FALSE;
    }
  return TRUE;
}

static void
clear_merge (Merge *self)
{
  kkr_followup_renames_free (self->renames);
  g_hash_table_unref (self->folds);
  g_hash_table_unref (self->operators);
  g_hash_table_unref (self->offers);
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->without[0]);
  g_hash_table_unref (self->without[1]);
}

gboolean
kkr_followup_lists_merge (KkrFollowupLists *lists, KkrCalculator *calculator, const char **input,
                          GError **error)
{
  Merge self = { .lists = lists };
  gboolean done;

  *input = "renames";
  self.renames = kkr_followup_renames_new (lists->renames, error);
  if (self.renames == NULL)
    return FALSE;
  self.folds = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.operators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.without[0] = kkr_followup_read_names (calculator, "exclude-operators");
  self.without[1] = kkr_followup_read_names (calculator, "exclude-offers");
  done = merge (&self, input, error);
  clear_merge (&self);
  return done;
}
