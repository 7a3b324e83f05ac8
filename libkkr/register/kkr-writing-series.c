/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-writing-private.h>

/* A key of a series: "children-0-17/840" is that of the subject 840 in children-0-17. */
typedef struct {
  KkrKeyFacts facts;
  gsize series_length;
  gboolean municipalities;
} Key;

typedef struct {
  GArray *keys; /* Key, of one series */
  KkrUnit unit;
  gboolean common[KKR_N_PARTS];
} Group;

static gboolean
stands_in_table (const KkrFactRecord *record)
{
  return (record->flags & KKR_FACT_OF_TABLE) != 0;
}

static gboolean
is_assumed (const KkrFactRecord *record)
{
  return (record->flags & KKR_FACT_OVERLAID) != 0;
}

/* FALSE if all its facts are those of tables. */
static gboolean
read_key (KkrWriting *writing, const KkrKeyFacts *facts, Key *key)
{
  const KkrKeyRecord *record = facts->record;
  gboolean any = FALSE;

  for (guint i = 0; i < facts->n_facts && !any; i++)
    any = !stands_in_table (&facts->facts[i]);
  if (record == NULL && writing->store != NULL)
    record = kkr_store_find_key (writing->store, facts->key);
  *key = (Key) { *facts, strlen (facts->key), FALSE };
  if (record != NULL && record->subject > 0 && record->subject < key->series_length)
    {
      key->series_length = record->subject - 1;
      key->municipalities = (record->flags & KKR_KEY_MUNICIPALITIES) != 0;
    }
  return any;
}

static KkrFactView
view_of (const Key *key, const KkrFactRecord *record)
{
  return (KkrFactView) { record, key->facts.store, key->facts.delta };
}

static gboolean
belongs (const Group *group, const Key *key)
{
  const Key *first = &g_array_index (group->keys, Key, 0);

  return first->series_length == key->series_length
         && first->municipalities == key->municipalities
         && group->unit == (KkrUnit) key->facts.facts[0].unit
         && strncmp (first->facts.key, key->facts.key, key->series_length) == 0;
}

/* What an assumed fact cannot have does not matter to the others. */
static void
find_common (Group *group)
{
  KkrFactView first[KKR_N_PARTS] = { 0 };

  for (guint part = 0; part < KKR_N_PARTS; part++)
    group->common[part] = TRUE;
  for (guint i = 0; i < group->keys->len; i++)
    {
      const Key *key = &g_array_index (group->keys, Key, i);

      for (guint j = 0; j < key->facts.n_facts; j++)
        {
          KkrFactView view = view_of (key, &key->facts.facts[j]);

          if (stands_in_table (view.record))
            continue;
          for (guint part = 0; part < KKR_N_PARTS; part++)
            if (!group->common[part]
                || (is_assumed (view.record) && !kkr_fact_part_is_assumed ((KkrFactPart) part)))
              continue;
            else if (first[part].record == NULL)
              first[part] = view;
            else
              group->common[part] = kkr_fact_view_part_is_same (&first[part], &view,
                                                                (KkrFactPart) part);
        }
    }
  /* Nothing to say where only assumed facts are. */
  for (guint part = 0; part < KKR_N_PARTS; part++)
    group->common[part] = group->common[part] && first[part].record != NULL;
}

static void
add_parts (KkrWriting *writing, const Group *group, const KkrFactView *view, gboolean common)
{
  for (guint part = 0; part < KKR_N_PARTS; part++)
    if (group->common[part] == common
        && (common || !is_assumed (view->record)
            || kkr_fact_part_is_assumed ((KkrFactPart) part)))
      kkr_writing_add_part (writing, view, (KkrFactPart) part, FALSE);
}

static void
add_fact (KkrWriting *writing, const Group *group, const Key *key, const KkrFactRecord *record)
{
  KkrFactView view = view_of (key, record);
  const char *printed = kkr_fact_view_get_text (&view, record->printed);

  kkr_writing_begin (writing, "fact");
  if (key->facts.key[key->series_length] == '/')
    kkr_writing_attribute (writing, "subject", key->facts.key + key->series_length + 1);
  if (record->status != KKR_CELL_STATUS_VALUE)
    kkr_writing_attribute (writing, "status", kkr_status_words[record->status - 1]);
  else
    kkr_writing_attribute (writing,
                           (record->flags & KKR_FACT_IS_TEXT) != 0 ? "text" : "value", printed);
  if (record->qualifier != KKR_QUALIFIER_UNSET)
    kkr_writing_attribute (writing, "qualifier",
                           kkr_qualifier_words[record->qualifier - 1]);
  if (is_assumed (record))
    kkr_writing_attribute (writing, "assumed", "yes");
  add_parts (writing, group, &view, FALSE);
  kkr_writing_end (writing);
}

/* A fact of the series that has what they have in common. */
static const KkrFactRecord *
find_model (const Group *group, const Key **key)
{
  const KkrFactRecord *any = NULL;

  for (guint i = 0; i < group->keys->len; i++)
    {
      const Key *tried = &g_array_index (group->keys, Key, i);

      for (guint j = 0; j < tried->facts.n_facts; j++)
        {
          const KkrFactRecord *record = &tried->facts.facts[j];

          if (stands_in_table (record) || (any != NULL && is_assumed (record)))
            continue;
          any = record;
          *key = tried;
          if (!is_assumed (record))
            return any;
        }
    }
  return any;
}

static void
add_group (KkrWriting *writing, Group *group)
{
  const Key *key = &g_array_index (group->keys, Key, 0);
  g_autofree char *series = NULL;
  const KkrFactRecord *model;
  KkrFactView view;

  if (group->keys->len == 0)
    return;
  find_common (group);
  series = g_strndup (key->facts.key, key->series_length);
  kkr_writing_begin (writing, "series");
  kkr_writing_attribute (writing, "key", series);
  kkr_writing_attribute (writing, "unit", kkr_unit_to_string (group->unit));
  kkr_writing_attribute (writing, "subjects", key->municipalities ? "municipality" : NULL);
  model = find_model (group, &key);
  view = view_of (key, model);
  add_parts (writing, group, &view, TRUE);
  kkr_writing_open (writing);
  for (guint i = 0; i < group->keys->len; i++)
    {
      key = &g_array_index (group->keys, Key, i);
      for (guint j = 0; j < key->facts.n_facts; j++)
        if (!stands_in_table (&key->facts.facts[j]))
          add_fact (writing, group, key, &key->facts.facts[j]);
    }
  kkr_writing_close (writing, "series");
  g_array_set_size (group->keys, 0);
}

void
kkr_writing_add_series (KkrWriting *writing)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Group group = { .keys = keys };
  KkrKeyIter iter;
  KkrKeyFacts facts;
  Key key;

  kkr_key_iter_init (&iter, writing->reg, NULL);
  while (kkr_writing_goes_on (writing) && kkr_key_iter_next (&iter, &facts))
    {
      if (!read_key (writing, &facts, &key))
        continue;
      if (keys->len > 0 && !belongs (&group, &key))
        add_group (writing, &group);
      if (keys->len == 0)
        group.unit = (KkrUnit) facts.facts[0].unit;
      g_array_append_val (keys, key);
    }
  add_group (writing, &group);
}
