/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/* What stands in cells: municipalities, target groups, paragraphs and dom-types, each text of which
 * is understood once. */

static guint
find_region (KkrMatching *self, KkrMunicipality *municipality)
{
  KkrMatchingTexts *texts = self->texts;
  g_autofree char *day = kkr_date_to_string (self->day);
  KkrRegion *region = kkr_municipality_get_region_on (municipality, day, NULL);
  guint number;

  if (region == NULL)
    return KKR_MATCHING_NONE;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (texts->region_of, region));
  if (number == 0)
    {
      g_ptr_array_add (texts->region_names,
                       g_strdup (kkr_entity_get_title (KKR_ENTITY (region))));
      number = texts->region_names->len;
      g_hash_table_insert (texts->region_of, region, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* The members of all councils on the day, at first use. */
static guint
find_council (KkrMatching *self, int code)
{
  KkrMatchingTexts *texts = self->texts;
  guint number;

  if (texts->council_names->len == 0)
    {
      g_autofree char *day = kkr_date_to_string (self->day);
      gsize n;
      KkrCouncil **councils = kkr_register_dup_councils (self->reg, &n);

      for (gsize i = 0; i < n; i++)
        {
          gsize n_members = 0;
          KkrMunicipality **members = kkr_council_dup_municipalities_on (councils[i], day,
                                                                         &n_members, NULL);

          g_ptr_array_add (texts->council_names,
                           g_strdup (kkr_entity_get_title (KKR_ENTITY (councils[i]))));
          for (gsize k = 0; k < n_members; k++)
            {
              g_hash_table_insert (texts->council_of,
                                   GINT_TO_POINTER (kkr_municipality_get_code (members[k])),
                                   GUINT_TO_POINTER (texts->council_names->len));
              g_object_unref (members[k]);
            }
          g_free (members);
          g_object_unref (councils[i]);
        }
      g_free (councils);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (texts->council_of, GINT_TO_POINTER (code)));
  return number > 0 ? number - 1 : KKR_MATCHING_NONE;
}

static guint
add_municipality (KkrMatching *self, const char *text)
{
  g_autoptr (KkrMunicipality) found = kkr_register_find_municipality (self->reg, text, NULL);
  KkrMatchingMunicipality municipality = { NULL, -1, KKR_MATCHING_NONE, KKR_MATCHING_NONE };
  const char *name = found != NULL ? kkr_municipality_get_name (found) : text;
  guint number = kkr_matching_look_up (self->texts->municipality_of, name);

  if (number != KKR_MATCHING_NONE)
    return number;
  if (found != NULL)
    {
      municipality.code = kkr_municipality_get_code (found);
      municipality.region = find_region (self, found);
      if (self->texts->within == KKR_MATCHING_AREA_KKR)
        municipality.council = find_council (self, municipality.code);
    }
  municipality.name = g_strstrip (g_strdup (name));
  g_array_append_val (self->texts->municipalities, municipality);
  number = self->texts->municipalities->len - 1;
  kkr_matching_add_key (self->texts->municipality_of, name, number);
  return number;
}

guint
kkr_matching_read_municipality (KkrMatching *self, const char *text)
{
  guint number;

  if (text == NULL)
    return KKR_MATCHING_NONE;
  number = kkr_matching_look_up (self->texts->municipality_of, text);
  if (number == KKR_MATCHING_NONE)
    {
      number = add_municipality (self, text);
      kkr_matching_add_key (self->texts->municipality_of, text, number);
    }
  return number;
}

static void
add_register_groups (KkrMatching *self)
{
  KkrMatchingTexts *texts = self->texts;
  gsize n;
  KkrTargetGroup **groups = kkr_register_dup_target_groups (self->reg, &n);

  for (gsize i = 0; i < n; i++)
    {
      KkrEntity *entity = KKR_ENTITY (groups[i]);
      const guint number = texts->groups->len;

      g_ptr_array_add (texts->groups, g_strdup (kkr_entity_get_title_in (entity, "da")));
      kkr_matching_add_key (texts->group_of, kkr_entity_get_id (entity), number);
      kkr_matching_add_key (texts->group_of, kkr_entity_get_title_in (entity, "da"), number);
      if (kkr_entity_get_title_in (entity, "en") != NULL)
        kkr_matching_add_key (texts->group_of, kkr_entity_get_title_in (entity, "en"), number);
      g_object_unref (groups[i]);
    }
  g_free (groups);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a, two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

static void
add_group (KkrMatching *self, const char *text, GArray *items)
{
  guint number = kkr_matching_look_up (self->texts->group_of, text);

  if (number == KKR_MATCHING_NONE)
    {
      number = self->texts->groups->len;
      g_ptr_array_add (self->texts->groups, g_strstrip (g_strdup (text)));
      kkr_matching_add_key (self->texts->group_of, text, number);
    }
  g_array_append_val (items, number);
}

/* A title of the register may have commas in it: what is known as a whole is not taken apart. */
static void
split_groups (KkrMatching *self, const char *text, const char *marks, GArray *items)
{
  g_auto (GStrv) parts = NULL;

  if (*marks == '\0' || kkr_matching_look_up (self->texts->group_of, text) != KKR_MATCHING_NONE)
    {
      add_group (self, text, items);
      return;
    }
  parts = g_strsplit_set (text, (const char[]) { marks[0], '\n', '\0' }, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      split_groups (self, parts[i], marks + 1, items);
}

static void
sort_once (GArray *items)
{
  guint kept = 0;

  g_array_sort (items, compare_numbers);
  for (guint i = 0; i < items->len; i++)
    if (i == 0 || g_array_index (items, guint, i) != g_array_index (items, guint, kept - 1))
      g_array_index (items, guint, kept++) = g_array_index (items, guint, i);
  g_array_set_size (items, kept);
}

guint
kkr_matching_read_groups (KkrMatching *self, const char *text)
{
  KkrMatchingTexts *texts = self->texts;
  g_autoptr (GArray) items = NULL;
  KkrMatchingSet set;
  guint number;

  if (text == NULL)
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (texts->group_sets_of, text));
  if (number > 0)
    return number - 1;
  if (texts->groups->len == 0)
    add_register_groups (self);
  items = g_array_new (FALSE, FALSE, sizeof (guint));
  split_groups (self, text, ";,+", items);
  sort_once (items);
  number = items->len > 0 ? texts->group_sets->len : 0;
  if (number > 0)
    {
      set.n = items->len;
      set.items = (guint *) (gpointer) g_array_free (g_steal_pointer (&items), FALSE);
      g_array_append_val (texts->group_sets, set);
    }
  g_hash_table_insert (texts->group_sets_of, g_strdup (text), GUINT_TO_POINTER (number + 1));
  return number;
}

gboolean
kkr_matching_covers (const KkrMatching *self, guint needs, guint has)
{
  const KkrMatchingSet *one = &g_array_index (self->texts->group_sets, KkrMatchingSet, needs);
  const KkrMatchingSet *two = &g_array_index (self->texts->group_sets, KkrMatchingSet, has);
  guint at = 0;

  for (guint i = 0; i < one->n; i++)
    {
      while (at < two->n && two->items[at] < one->items[i])
        at++;
      if (at == two->n || two->items[at] != one->items[i])
        return FALSE;
    }
  return TRUE;
}

/* "servicelovens § 108" and "SEL 108" are 108. */
static const char *
skip_law (const char *text)
{
  static const char *const words[] = { "servicelovens", "serviceloven", "sel", "§§", "§" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      while (*text == ' ' || *text == '-' || *text == '.')
        text++;
      if (g_str_has_prefix (text, words[i]))
        text += strlen (words[i]);
    }
  while (*text == ' ' || g_str_has_prefix (text, "\302\240"))
    text += *text == ' ' ? 1 : 2;
  return text;
}

static void
add_paragraph (KkrMatching *self, const char *text, GPtrArray *ids, GString *label)
{
  g_autoptr (KkrParagraph) found = kkr_register_find_paragraph (self->reg, text, NULL);
  g_autofree char *folded = kkr_text_fold (text);
  const char *bare = skip_law (folded);

  if (found == NULL)
    {
      g_autofree char *id = g_strdup_printf ("sel-%s", bare);

      found = kkr_register_find_paragraph (self->reg, g_strdelimit (id, " ", '-'), NULL);
    }
  g_string_append (label, label->len > 0 ? ", " : "");
  if (found != NULL && kkr_paragraph_get_number (found) != NULL)
    g_string_append (label, kkr_paragraph_get_number (found));
  else if (g_ascii_isdigit (*bare))
    g_string_append_printf (label, "§ %s", bare);
  else
    g_string_append (label, text);
  g_ptr_array_add (ids, g_strdup (found != NULL ? kkr_entity_get_id (KKR_ENTITY (found)) : bare));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same paragraphs in another order, or called otherwise, are the same. */
static guint
intern_paragraphs (KkrMatchingTexts *texts, GPtrArray *ids, const char *label)
{
  g_autoptr (GString) key = g_string_new ("=");
  KkrMatchingParagraphs *paragraphs;
  guint number;

  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (key, "%s=", (const char *) ids->pdata[i]);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (texts->paragraphs_of, key->str));
  if (number > 0)
    return number;
  paragraphs = g_new0 (KkrMatchingParagraphs, 1);
  paragraphs->label = g_strdup (label);
  paragraphs->ids = g_ptr_array_ref (ids);
  g_ptr_array_add (texts->paragraphs, paragraphs);
  number = texts->paragraphs->len - 1;
  g_hash_table_insert (texts->paragraphs_of, g_strdup (key->str), GUINT_TO_POINTER (number));
  return number;
}

guint
kkr_matching_read_paragraphs (KkrMatching *self, const char *text)
{
  KkrMatchingTexts *texts = self->texts;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GString) label = NULL;
  g_auto (GStrv) parts = NULL;
  guint number;

  if (text == NULL)
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (texts->paragraphs_of, text));
  if (number > 0)
    return number;
  ids = g_ptr_array_new_with_free_func (g_free);
  label = g_string_new (NULL);
  parts = g_strsplit_set (text, ";,/+&\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      add_paragraph (self, parts[i], ids, label);
  if (ids->len == 0)
    return 0;
  number = intern_paragraphs (texts, ids, label->str);
  g_hash_table_insert (texts->paragraphs_of, g_strdup (text), GUINT_TO_POINTER (number));
  return number;
}

gboolean
kkr_matching_shares_paragraph (const KkrMatching *self, guint one, guint two)
{
  const KkrMatchingParagraphs *a = self->texts->paragraphs->pdata[one];
  const KkrMatchingParagraphs *b = self->texts->paragraphs->pdata[two];

  for (guint i = 0; i < a->ids->len; i++)
    if (g_ptr_array_find_with_equal_func (b->ids, a->ids->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}
