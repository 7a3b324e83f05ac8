/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

/* Who cannot live where somebody else does. What a row names is a token: the key of a person, or a
 * target group, which stands for all who need it. */

typedef struct {
  GArray *persons;  /* who wait */
  GArray *homes;    /* Home */
  guint64 *blocked; /* offers in which one lives with whom the token is in conflict, or NULL */
} Token;

typedef struct {
  guint offer;
  guint person; /* the only one there, if it is one who waits; else NONE */
} Home;

typedef struct {
  KkrMatching *matching;
  GArray *tokens;       /* Token */
  GHashTable *of_keys;  /* by text: + 1 */
  GHashTable *of_groups; /* by number of the group: + 1 */
  guint *ones, *others; /* tokens of the rows */
  guint words;
} Work;

static void
clear_token (gpointer pointer)
{
  Token *token = pointer;

  g_array_unref (token->persons);
  g_array_unref (token->homes);
  g_free (token->blocked);
}

static guint
add_token (Work *work)
{
  Token token = { g_array_new (FALSE, FALSE, sizeof (guint)),
                  g_array_new (FALSE, FALSE, sizeof (Home)), NULL };

  g_array_append_val (work->tokens, token);
  return work->tokens->len;
}

/* The key of a person who is there goes before a target group of the same name. */
static guint
find_token (Work *work, const char *text)
{
  KkrMatching *self = work->matching;
  const guint group = kkr_matching_look_up (self->texts->group_of, text);
  guint token;

  if (group != KKR_MATCHING_NONE
      && kkr_matching_find_person (self, text) == KKR_MATCHING_NONE)
    {
      token = GPOINTER_TO_UINT (g_hash_table_lookup (work->of_groups, GUINT_TO_POINTER (group)));
      if (token == 0)
        {
          token = add_token (work);
          g_hash_table_insert (work->of_groups, GUINT_TO_POINTER (group),
                               GUINT_TO_POINTER (token));
        }
      return token - 1;
    }
  token = kkr_matching_look_up (work->of_keys, text);
  if (token == KKR_MATCHING_NONE)
    {
      token = add_token (work) - 1;
      kkr_matching_add_key (work->of_keys, text, token);
    }
  return token;
}

static Token *
get_token (const Work *work, guint token)
{
  return &g_array_index (work->tokens, Token, token);
}

/* The tokens of a key and its needs. */
static guint
list_tokens (const Work *work, const char *key, guint needs, guint **tokens)
{
  const KkrMatchingSet *set = &g_array_index (work->matching->texts->group_sets, KkrMatchingSet,
                                              needs);
  guint *found = g_new (guint, (gsize) set->n + 1), n = 0;
  const guint own = kkr_matching_look_up (work->of_keys, key);

  if (own != KKR_MATCHING_NONE)
    found[n++] = own;
  for (guint i = 0; i < set->n; i++)
    {
      const guint token
        = GPOINTER_TO_UINT (g_hash_table_lookup (work->of_groups,
                                                 GUINT_TO_POINTER (set->items[i])));

      if (token > 0)
        found[n++] = token - 1;
    }
  *tokens = found;
  return n;
}

static void
add_persons (Work *work)
{
  KkrMatching *self = work->matching;

  for (guint i = 0; i < self->n_persons; i++)
    {
      g_autofree guint *tokens = NULL;
      const guint n = list_tokens (work, self->persons[i].key, self->texts->person_needs[i],
                                   &tokens);

      for (guint k = 0; k < n; k++)
        g_array_append_val (get_token (work, tokens[k])->persons, i);
    }
}

static guint
needs_of (const KkrMatching *self, const KkrMatchingResident *resident)
{
  return resident->needs == 0 && resident->person != KKR_MATCHING_NONE
           ? self->texts->person_needs[resident->person] : resident->needs;
}

static int
compare_homes (gconstpointer a, gconstpointer b)
{
  const Home *one = a, *two = b;

  return one->offer < two->offer ? -1 : one->offer > two->offer;
}

/* Each offer once; of several who live there none is the only one. */
static void
merge_homes (GArray *homes)
{
  guint kept = 0;

  g_array_sort (homes, compare_homes);
  for (guint i = 0; i < homes->len; i++)
    {
      const Home *home = &g_array_index (homes, Home, i);

      if (kept > 0 && g_array_index (homes, Home, kept - 1).offer == home->offer)
        g_array_index (homes, Home, kept - 1).person = KKR_MATCHING_NONE;
      else
        g_array_index (homes, Home, kept++) = *home;
    }
  g_array_set_size (homes, kept);
}

static void
add_homes (Work *work)
{
  KkrMatching *self = work->matching;

  for (guint i = 0; i < self->texts->residents->len; i++)
    {
      const KkrMatchingResident *resident
        = &g_array_index (self->texts->residents, KkrMatchingResident, i);
      const Home home = { resident->offer, resident->person };
      g_autofree guint *tokens = NULL;
      guint n;

      if (home.offer == KKR_MATCHING_NONE)
        continue;
      n = list_tokens (work, kkr_sheet_get_text (self->placement_sheet, resident->row,
                                                 KKR_MATCHING_PLACEMENT_PERSON),
                       needs_of (self, resident), &tokens);
      for (guint k = 0; k < n; k++)
        g_array_append_val (get_token (work, tokens[k])->homes, home);
    }
  for (guint i = 0; i < work->tokens->len; i++)
    merge_homes (get_token (work, i)->homes);
}

static void
set_bit (guint64 *bits, guint place)
{
  bits[place / 64] |= G_GUINT64_CONSTANT (1) << place % 64;
}

/* Where only the person is home, the token is told apart: nobody is in conflict with themselves. */
static void
block (Work *work, guint token, guint by)
{
  Token *at = get_token (work, token);
  const GArray *homes = get_token (work, by)->homes;

  if (at->persons->len == 0 || homes->len == 0)
    return;
  if (at->blocked == NULL)
    at->blocked = g_new0 (guint64, work->words);
  for (guint i = 0; i < homes->len; i++)
    {
      const Home *home = &g_array_index (homes, Home, i);

      if (home->person == KKR_MATCHING_NONE)
        set_bit (at->blocked, home->offer);
      else
        for (guint k = 0; k < at->persons->len; k++)
          {
            const guint person = g_array_index (at->persons, guint, k);

            if (person != home->person)
              set_bit (&work->matching->texts->blocked[(gsize) person * work->words],
                       home->offer);
          }
    }
}

static void
block_all (Work *work)
{
  KkrMatching *self = work->matching;

  self->texts->blocked_words = work->words;
  self->texts->blocked = g_new0 (guint64, (gsize) self->n_persons * work->words + 1);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->conflict_sheet); row++)
    {
      block (work, work->ones[row], work->others[row]);
      if (work->ones[row] != work->others[row])
        block (work, work->others[row], work->ones[row]);
    }
  for (guint i = 0; i < work->tokens->len; i++)
    {
      const Token *token = get_token (work, i);

      for (guint k = 0; token->blocked != NULL && k < token->persons->len; k++)
        {
          const guint person = g_array_index (token->persons, guint, k);

          for (guint word = 0; word < work->words; word++)
            self->texts->blocked[(gsize) person * work->words + word] |= token->blocked[word];
        }
    }
}

static gboolean
names_somebody (const Work *work, guint token)
{
  return get_token (work, token)->persons->len > 0 || get_token (work, token)->homes->len > 0;
}

/* The rows in which both sides wait. Persons of tokens stand behind one another, once each. */
static void
list_conflicts (Work *work)
{
  KkrMatching *self = work->matching;
  const guint n = kkr_sheet_get_n_rows (self->conflict_sheet);
  g_autofree gsize *starts = g_new (gsize, (gsize) work->tokens->len + 1);
  GArray *all = self->texts->conflict_persons;

  for (guint i = 0; i < work->tokens->len; i++)
    {
      const GArray *persons = get_token (work, i)->persons;

      starts[i] = all->len;
      if (persons->len > 0)
        g_array_append_vals (all, persons->data, persons->len);
    }
  self->conflicts = g_new0 (KkrMatchingConflict, (gsize) n + 1);
  for (guint row = 0; row < n; row++)
    {
      const GArray *ones = get_token (work, work->ones[row])->persons;
      const GArray *others = get_token (work, work->others[row])->persons;

      if (!names_somebody (work, work->ones[row]) || !names_somebody (work, work->others[row]))
        self->texts->n_unknown_conflicts++;
      if (ones->len == 0 || others->len == 0 || (ones == others && ones->len == 1))
        continue;
      self->conflicts[self->n_conflicts++]
        = (KkrMatchingConflict) { row, &g_array_index (all, guint, starts[work->ones[row]]),
                                  &g_array_index (all, guint, starts[work->others[row]]),
                                  ones->len, others->len };
    }
}

/* Not a target group, be it one that nobody has on the day. */
static gboolean
is_one_person (const KkrMatching *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (kkr_matching_find_person (self, text) != KKR_MATCHING_NONE)
    return TRUE;
  if (kkr_matching_look_up (self->texts->group_of, text) != KKR_MATCHING_NONE)
    return FALSE;
  folded = kkr_text_fold (text);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->placement_sheet); row++)
    {
      g_autofree char *key
        = kkr_text_fold (kkr_sheet_get_text (self->placement_sheet, row,
                                             KKR_MATCHING_PLACEMENT_PERSON));

      if (g_str_equal (key, folded))
        return TRUE;
    }
  return FALSE;
}

static void
read_rows (Work *work)
{
  KkrMatching *self = work->matching;
  KkrSheet *sheet = self->conflict_sheet;

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const char *one = kkr_sheet_get_text (sheet, row, KKR_MATCHING_CONFLICT_ONE);

      work->ones[row] = find_token (work, one);
      work->others[row] = find_token (work, kkr_sheet_get_text (sheet, row,
                                                                KKR_MATCHING_CONFLICT_OTHER));
      if (work->ones[row] == work->others[row] && is_one_person (self, one))
        {
          g_autofree char *quoted = kkr_text_quote (one);

          kkr_matching_report (self, sheet, row, KKR_MATCHING_CONFLICT_OTHER,
                               KKR_CALC_ERROR_INCONSISTENT,
                               _("in conflict with themselves: %s found twice, another person or "
                                 "a target group expected"), quoted);
        }
    }
}

void
kkr_matching_read_conflicts (KkrMatching *self)
{
  const guint n = kkr_sheet_get_n_rows (self->conflict_sheet);
  g_autofree guint *ones = g_new (guint, (gsize) n + 1);
  g_autofree guint *others = g_new (guint, (gsize) n + 1);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GHashTable) of_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) of_groups = g_hash_table_new (NULL, NULL);
  Work work = { self, tokens, of_keys, of_groups, ones, others, (self->n_offers + 63) / 64 };

  if (n == 0)
    return;
  g_array_set_clear_func (tokens, clear_token);
  /* The register's groups are known after the first cell of groups. */
  kkr_matching_read_groups (self, ";");
  read_rows (&work);
  add_persons (&work);
  add_homes (&work);
  block_all (&work);
  list_conflicts (&work);
}
