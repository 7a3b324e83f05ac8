/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

static void
free_group (gpointer data)
{
  KkrSurveyGroup *group = data;

  g_array_unref (group->candidates);
  g_ptr_array_unref (group->texts);
  g_hash_table_unref (group->values);
  g_clear_pointer (&group->search, kkr_base_search_free);
  g_free (group);
}

guint
kkr_survey_number (KkrSurveyPlan *self, const char *text)
{
  char *folded = kkr_text_fold (text != NULL ? text : "");
  gpointer number;

  if (g_hash_table_lookup_extended (self->names, folded, NULL, &number))
    {
      g_free (folded);
      return GPOINTER_TO_UINT (number);
    }
  number = GUINT_TO_POINTER (g_hash_table_size (self->names));
  g_hash_table_insert (self->names, folded, number);
  return GPOINTER_TO_UINT (number);
}

/* Of both halves: g_int64_hash() looks at the lower one alone. */
guint
kkr_survey_hash_pair (gconstpointer pair)
{
  const guint64 key = *(const guint64 *) pair;

  return (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* The place of a pair of numbers in the order in which they came, or where it would come next. */
static guint
find_pair (KkrSurveyPlan *self, guint one, guint two, guint next)
{
  const gint64 key = (gint64) one << 32 | two;
  gpointer found;

  if (g_hash_table_lookup_extended (self->distribution_keys, &key, NULL, &found))
    return GPOINTER_TO_UINT (found);
  g_hash_table_insert (self->distribution_keys, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (next));
  return next;
}

static guint
find_group (KkrSurveyPlan *self, const char *name)
{
  const guint place = find_pair (self, G_MAXINT32, kkr_survey_number (self, name),
                                 self->groups->len);
  KkrSurveyGroup *group;

  if (place < self->groups->len)
    return place;
  group = g_new0 (KkrSurveyGroup, 1);
  group->name = name != NULL ? name : KKR_SURVEY_NO_NAME;
  group->candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  group->texts = g_ptr_array_new_with_free_func (g_free);
  group->values = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->groups, group);
  return place;
}

static guint
find_distribution (KkrSurveyPlan *self, const char *question, guint group)
{
  const guint place = find_pair (self, group, kkr_survey_number (self, question),
                                 self->distributions->len);
  KkrSurveyDistribution distribution = { .group = group };

  if (place == self->distributions->len)
    {
      distribution.question = question != NULL ? question : KKR_SURVEY_NO_NAME;
      g_array_append_val (self->distributions, distribution);
    }
  return place;
}

void
kkr_survey_add_cell (KkrSurveyPlan *self, const char *question, const char *answer,
                     const char *group, const KkrSurveyCell *cell)
{
  KkrSurveyCell added = *cell;
  KkrSurveyDistribution *distribution;

  added.group = find_group (self, group);
  added.distribution = find_distribution (self, question, added.group);
  distribution = kkr_survey_get_distribution (self, added.distribution);
  added.question = distribution->question;
  added.answer = answer != NULL ? answer : KKR_SURVEY_NO_NAME;
  distribution->n_cells++;
  distribution->n_counts += added.count >= 0;
  distribution->n_shares += added.share.den != 0;
  kkr_survey_get_group (self, added.group)->n_shares += added.share.den != 0 && added.count < 0;
  g_array_append_val (self->cells, added);
}

static void
read_answers (KkrSurveyPlan *self)
{
  KkrSheet *sheet = self->answers;

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      KkrSurveyCell cell = { .row = row, .count = -1, .repair = -1 };

      cell.share = kkr_sheet_get_number (sheet, row, KKR_SURVEY_COLUMN_SHARE);
      if (kkr_sheet_has (sheet, row, KKR_SURVEY_COLUMN_COUNT))
        cell.count = CLAMP (kkr_sheet_get_whole (sheet, row, KKR_SURVEY_COLUMN_COUNT), 0,
                            KKR_SURVEY_MAX_COUNT + 1);
      kkr_survey_add_cell (self, kkr_sheet_get_text (sheet, row, KKR_SURVEY_COLUMN_QUESTION),
                           kkr_sheet_get_text (sheet, row, KKR_SURVEY_COLUMN_ANSWER),
                           kkr_sheet_get_text (sheet, row, KKR_SURVEY_COLUMN_GROUP), &cell);
    }
}

static void
order_cells (KkrSurveyPlan *self)
{
  const guint n = self->distributions->len;
  guint at = 0;

  self->order = g_new (guint, (gsize) self->cells->len + 1);
  self->starts = g_new (guint, (gsize) n + 2);
  for (guint i = 0; i < n; i++)
    {
      self->starts[i] = at;
      at += kkr_survey_get_distribution (self, i)->n_cells;
    }
  for (guint i = 0; i < self->cells->len; i++)
    self->order[self->starts[kkr_survey_get_cell (self, i)->distribution]++] = i;
  for (guint i = n; i > 0; i--)
    self->starts[i] = self->starts[i - 1];
  self->starts[0] = 0;
}

/* The words of an input, folded. */
static GHashTable *
read_words (KkrCalculator *calculator, const char *input)
{
  const char *text = kkr_calculator_get_text (calculator, input);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ";", -1);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (found, kkr_text_fold (words[i]));
  return found;
}

static void
read_directions (KkrSurveyPlan *self)
{
  g_autoptr (GHashTable) rise = read_words (self->calculator, "rise");
  g_autoptr (GHashTable) fall = read_words (self->calculator, "fall");

  for (guint i = 0; i < self->cells->len; i++)
    {
      KkrSurveyCell *cell = kkr_survey_get_cell (self, i);
      g_autofree char *folded = kkr_text_fold (cell->answer);

      cell->direction = g_hash_table_contains (rise, folded) - g_hash_table_contains (fall, folded);
    }
}

char *
kkr_survey_place (const KkrSurveyPlan *self, const KkrSurveyCell *cell)
{
  if (self->table == NULL)
    return kkr_sheet_place (self->answers, cell->row, G_MAXUINT);
  return g_strdup_printf (_("%s, row %u"), kkr_table_get_name (self->table), cell->row + 1);
}

KkrSurveyPlan *
kkr_survey_new (KkrCalculator *calculator, const char **fault, GError **error)
{
  g_autoptr (KkrSurveyPlan) self = g_new0 (KkrSurveyPlan, 1);

  *fault = NULL;
  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  self->mode = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->several = kkr_calculator_get_boolean (calculator, "several-answers");
  self->first_base = kkr_calculator_get_int (calculator, "first-base");
  self->last_base = kkr_calculator_get_int (calculator, "last-base");
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->distribution_keys = g_hash_table_new_full (kkr_survey_hash_pair, g_int64_equal, g_free,
                                                   NULL);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->cells = g_array_new (FALSE, TRUE, sizeof (KkrSurveyCell));
  self->distributions = g_array_new (FALSE, TRUE, sizeof (KkrSurveyDistribution));
  self->rates = g_array_new (FALSE, TRUE, sizeof (KkrSurveyRate));
  self->rate_groups = g_ptr_array_new ();
  if ((self->answers = kkr_calculator_open_sheet (calculator, "answers", error)) == NULL
      || (self->invited = kkr_calculator_open_sheet (calculator, "invited", error)) == NULL)
    return NULL;
  read_answers (self);
  *fault = "table";
  if (kkr_calculator_is_assigned (calculator, "table") && !kkr_survey_read_table (self, error))
    return NULL;
  self->has_answers = self->table != NULL || kkr_calculator_is_assigned (calculator, "answers");
  order_cells (self);
  read_directions (self);
  kkr_survey_find_rates (self);
  *fault = self->table != NULL ? "table" : "answers";
  return kkr_survey_measure (self, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_survey_free (KkrSurveyPlan *self)
{
  g_clear_pointer (&self->answers, kkr_sheet_free);
  g_clear_pointer (&self->invited, kkr_sheet_free);
  g_clear_object (&self->table);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->distribution_keys);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->cells);
  g_array_unref (self->distributions);
  g_array_unref (self->rates);
  g_ptr_array_unref (self->rate_groups);
  g_free (self->order);
  g_free (self->starts);
  g_free (self);
}
