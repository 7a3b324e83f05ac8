/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Of an offer with more levels that ended no new name is guessed: it would take too long. */
#define MAX_GUESSES 100

static const char *const kind_ids[] = {
  "missing-reporter", "missing-offer", "missing-tariff", "closed-level", "new-level",
  "possible-rename", "jump", NULL,
};
static const char *const kinds_da[] = {
  "manglende indberetter", "manglende tilbud", "manglende takst", "udgået takstniveau",
  "nyt takstniveau", "måske nyt navn", "spring i taksten", NULL,
};
static const char *const kinds_en[] = {
  "missing reporter", "missing offer", "missing tariff", "closed level", "new level",
  "perhaps a new name", "jump of the tariff", NULL,
};

typedef enum {
  MISSING_REPORTER,
  MISSING_OFFER,
  MISSING_TARIFF,
  CLOSED_LEVEL,
  NEW_LEVEL,
  POSSIBLE_RENAME,
  JUMP,
} Kind;

typedef struct {
  Kind kind;
  int year;
  const char *operator, *offer, *level, *other;
  KkrRational change; /* of a jump; denominator 0: none */
} Found;

/* Of the table of reporters: under new names, and without those that are left out. */
typedef struct {
  const char *operator, *offer; /* offer "": any */
} Expected;

typedef struct {
  KkrFollowup *followup;
  KkrFollowupLists *lists;
  KkrSheet *reporters;
  GArray *expected; /* Expected */
  /* Whether operators and offers have a row in the base year, and in the year. */
  guint8 *operators[2], *offers[2];
  GHashTable *operator_places, *offer_places; /* key -> place + 1 */
  GArray *found; /* Found */
} Search;

static int
get_year (const Search *self, guint i)
{
  return i == 0 ? self->lists->base_year : self->lists->year;
}

static void
add (Search *self, Kind kind, guint i, const char *operator, const char *offer, const char *level)
{
  g_array_append_val (self->found, ((Found) { kind, get_year (self, i), operator, offer, level, "",
                                              { 0, 0 } }));
}

static void
add_level (Search *self, Kind kind, guint i, guint level)
{
  add (self, kind, i, kkr_followup_lists_get_operator (self->lists, level),
       kkr_followup_lists_get_offer (self->lists, level),
       g_array_index (self->lists->levels, KkrFollowupLevel, level).name);
}

static void
collect_reported (Search *self)
{
  for (guint i = 0; i < 2; i++)
    {
      self->operators[i] = g_new0 (guint8, MAX (self->lists->operators->len, 1));
      self->offers[i] = g_new0 (guint8, MAX (self->lists->offers->len, 1));
      for (guint k = 0; k < self->lists->levels->len; k++)
        if (kkr_followup_lists_find (self->lists, k, get_year (self, i), FALSE) != NULL)
          {
            const KkrFollowupLevel *level = &g_array_index (self->lists->levels, KkrFollowupLevel,
                                                            k);

            self->operators[i][level->operator] = TRUE;
            self->offers[i][level->offer] = TRUE;
          }
    }
}

static void
index_names (Search *self)
{
  GPtrArray *operators = self->lists->operators;

  self->operator_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->offer_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < operators->len; i++)
    g_hash_table_insert (self->operator_places, kkr_followup_key (operators->pdata[i], NULL, NULL),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->lists->offers->len; i++)
    {
      const KkrFollowupOffer *offer = &g_array_index (self->lists->offers, KkrFollowupOffer, i);

      g_hash_table_insert (self->offer_places,
                           kkr_followup_key (operators->pdata[offer->operator], offer->name, NULL),
                           GUINT_TO_POINTER (i + 1));
    }
}

/* `offer` may be NULL: any of the operator. */
static gboolean
has_reported (const Search *self, guint i, const char *operator, const char *offer)
{
  g_autofree char *key = kkr_followup_key (operator, offer, NULL);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (offer != NULL ? self->offer_places
                                                                     : self->operator_places,
                                                       key));

  return place > 0 && (offer != NULL ? self->offers[i] : self->operators[i])[place - 1];
}

static gboolean
is_left_out (GHashTable *without, const char *name)
{
  g_autofree char *key = kkr_followup_key (name, NULL, NULL);

  return g_hash_table_contains (without, key);
}

static gboolean
read_expected (Search *self, GError **error)
{
  KkrCalculator *calculator = self->followup->calculator;
  g_autoptr (KkrFollowupRenames) renames = kkr_followup_renames_new (self->lists->renames, error);
  g_autoptr (GHashTable) operators = kkr_followup_read_names (calculator, "exclude-operators");
  g_autoptr (GHashTable) offers = kkr_followup_read_names (calculator, "exclude-offers");
  guint n = kkr_sheet_get_n_rows (self->reporters);

  if (renames == NULL)
    return FALSE;
  for (guint row = 0; row < n; row++)
    {
      const char *names[3] = { "", "", "" };

      for (guint i = 0; i < 2; i++)
        if (kkr_sheet_has (self->reporters, row, KKR_REPORTERS_OPERATOR + i))
          names[i] = kkr_sheet_get_text (self->reporters, row, KKR_REPORTERS_OPERATOR + i);
      if (!kkr_followup_renames_apply (renames, names, error))
        return FALSE;
      /* Who has reported nothing but what is left out has reported. */
      if (*names[1] == '\0' ? !is_left_out (self->lists->cut, names[0])
                            : !is_left_out (operators, names[0]) &&
                                !is_left_out (offers, names[1]))
        g_array_append_val (self->expected, ((Expected) { names[0], names[1] }));
    }
  return TRUE;
}

/* Those of the lists first, then those that were expected and are in none. */
static void
find_missing_reporters (Search *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = self->lists->operators->len;

  for (guint k = 0; k < n + self->expected->len; k++)
    {
      const char *operator = k < n ? self->lists->operators->pdata[k]
                                   : g_array_index (self->expected, Expected, k - n).operator;

      if (g_hash_table_add (told, kkr_followup_key (operator, NULL, NULL)))
        for (guint i = 0; i < 2; i++)
          if (!has_reported (self, i, operator, NULL))
            add (self, MISSING_REPORTER, i, operator, "", "");
    }
}

static void
find_missing_offers (Search *self)
{
  for (guint k = 0; k < self->expected->len; k++)
    {
      const char *operator = g_array_index (self->expected, Expected, k).operator;
      const char *offer = g_array_index (self->expected, Expected, k).offer;

      if (*offer == '\0')
        continue;
      for (guint i = 0; i < 2; i++)
        if (has_reported (self, i, operator, NULL) && !has_reported (self, i, operator, offer))
          add (self, MISSING_OFFER, i, operator, offer, "");
    }
}

static void
find_missing_tariffs (Search *self)
{
  for (guint level = 0; level < self->lists->levels->len; level++)
    for (guint i = 0; i < 2; i++)
      {
        const KkrFollowupReport *report = kkr_followup_lists_find (self->lists, level,
                                                                   get_year (self, i), FALSE);

        if (report != NULL && report->tariff == G_MININT64)
          add_level (self, MISSING_TARIFF, i, level);
      }
}

/* Whether the level stands in one of the two years alone, of an operator who reported in both. */
static gboolean
is_alone (const Search *self, guint level, guint i)
{
  guint operator = g_array_index (self->lists->levels, KkrFollowupLevel, level).operator;

  return kkr_followup_lists_find (self->lists, level, get_year (self, i), FALSE) != NULL &&
         kkr_followup_lists_find (self->lists, level, get_year (self, 1 - i), FALSE) == NULL &&
         self->operators[1 - i][operator];
}

/* The name that a new level of the offer may have had: that of one that ended. */
static void
guess_name (Search *self, guint first, guint end, guint level)
{
  const char *name = g_array_index (self->lists->levels, KkrFollowupLevel, level).name;
  g_auto (KkrNearest) nearest;

  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (guint other = first; other < end; other++)
    if (is_alone (self, other, 0))
      kkr_nearest_offer (&nearest, g_array_index (self->lists->levels, KkrFollowupLevel,
                                                  other).name);
  if (kkr_nearest_get (&nearest) == NULL)
    return;
  add_level (self, POSSIBLE_RENAME, 1, level);
  g_array_index (self->found, Found, self->found->len - 1).other = kkr_nearest_get (&nearest);
}

static void
find_changed_levels (Search *self)
{
  guint n = self->lists->levels->len, end;

  for (guint first = 0; first < n; first = end)
    {
      guint offer = g_array_index (self->lists->levels, KkrFollowupLevel, first).offer;

      for (end = first; end < n; end++)
        if (g_array_index (self->lists->levels, KkrFollowupLevel, end).offer != offer)
          break;
      for (guint level = first; level < end; level++)
        if (is_alone (self, level, 0))
          add_level (self, CLOSED_LEVEL, 1, level);
      for (guint level = first; level < end; level++)
        if (is_alone (self, level, 1))
          {
            add_level (self, NEW_LEVEL, 1, level);
            if (end - first <= MAX_GUESSES)
              guess_name (self, first, end, level);
          }
    }
}

static void
find_jumps (Search *self)
{
  KkrRational limit;

  if (!kkr_calculator_is_assigned (self->followup->calculator, "jump-limit") ||
      !kkr_calculator_get_rational (self->followup->calculator, "jump-limit", &limit, NULL))
    return;
  for (guint i = 0; i < self->followup->matches->len; i++)
    {
      const KkrFollowupMatch *match = &g_array_index (self->followup->matches, KkrFollowupMatch,
                                                      i);
      KkrRational size = match->change;

      if (size.num < 0)
        size.num = -size.num;
      if (kkr_rational_compare (&size, &limit) <= 0)
        continue;
      add_level (self, JUMP, 1, match->level);
      g_array_index (self->found, Found, self->found->len - 1).change = match->change;
    }
}

static void
add_texts (KkrTableBuilder *builder, GArray *found)
{
  guint n = found->len;
  g_autofree const char **texts = g_new0 (const char *, 4 * ((gsize) n + 1));
  const char **operators = texts, **offers = texts + n + 1, **levels = texts + 2 * (n + 1);
  const char **others = texts + 3 * (n + 1);

  for (guint i = 0; i < n; i++)
    {
      const Found *one = &g_array_index (found, Found, i);

      operators[i] = one->operator;
      offers[i] = one->offer;
      levels[i] = one->level;
      others[i] = one->other;
    }
  kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", operators);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  kkr_table_builder_add_text (builder, "level", "Takstniveau", "Level", levels);
  kkr_table_builder_add_text (builder, "earlier-name", "Tidligere navn", "Earlier name", others);
}

static KkrTable *
build (GArray *found, GError **error)
{
  static const char *const keys[] = { "year", "problem", "operator", "offer", "level", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "problems", "Bemærkninger til listerne", "Remarks on the lists");
  guint n = found->len;
  g_autofree gint64 *years = g_new (gint64, MAX (n, 1));
  g_autofree gint32 *kinds = g_new (gint32, MAX (n, 1));
  g_autofree KkrRational *changes = g_new0 (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      years[i] = g_array_index (found, Found, i).year;
      kinds[i] = (gint32) g_array_index (found, Found, i).kind;
      changes[i] = g_array_index (found, Found, i).change;
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
  kkr_table_builder_add_choices (builder, "problem", "Forhold", "Problem", kinds, n, kind_ids,
                                 kinds_da, kinds_en);
  add_texts (builder, found);
  kkr_table_builder_add_rationals (builder, "change", "Ændring", "Change", KKR_UNIT_PERCENT,
                                   changes, n);
  kkr_table_builder_set_decimals (builder, "change", 2);
  for (guint i = 0; i < n; i++)
    if (changes[i].den == 0)
      kkr_table_builder_set_status (builder, "change", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_followup_build_problems (KkrFollowup *self, GError **error)
{
  Search search = { .followup = self, .lists = self->lists };
  KkrTable *table = NULL;

  search.reporters = kkr_calculator_open_sheet (self->calculator, "reporters", error);
  if (search.reporters == NULL)
    return NULL;
  search.found = g_array_new (FALSE, FALSE, sizeof (Found));
  search.expected = g_array_new (FALSE, FALSE, sizeof (Expected));
  collect_reported (&search);
  index_names (&search);
  if (read_expected (&search, error))
    {
      find_missing_reporters (&search);
      find_missing_offers (&search);
      find_missing_tariffs (&search);
      find_changed_levels (&search);
      find_jumps (&search);
      table = build (search.found, error);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_free (search.operators[i]);
      g_free (search.offers[i]);
    }
  g_hash_table_unref (search.operator_places);
  g_hash_table_unref (search.offer_places);
  g_array_unref (search.found);
  g_array_unref (search.expected);
  kkr_sheet_free (search.reporters);
  return table;
}
