/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-notes-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

/* So many notes of a kind that differ are kept: more about single scenarios nobody reads. */
#define MAX_NOTES_OF_A_KIND 10

typedef struct {
  KkrNoteKind kind;
  char *danish;
  char *english;
  gssize first; /* the scenario where it is about one, -1 if nobody knows which */
  gsize last; /* the group that said it last: one that says it twice is counted once */
  gsize n_scenarios;
} Said;

struct _KkrBatchNotes {
  GPtrArray *said; /* of Said, in order */
  GHashTable *known;
  gsize n_scenarios;
  /* Of the group that speaks. */
  gsize first;
  gsize n_in_group;
  gsize n_left_out;
};

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->danish);
  g_free (said->english);
  g_free (said);
}

static guint
hash_said (gconstpointer data)
{
  const Said *said = data;

  return g_str_hash (said->english) + (guint) said->kind;
}

static gboolean
equal_said (gconstpointer a, gconstpointer b)
{
  const Said *one = a, *other = b;

  return one->kind == other->kind && g_str_equal (one->english, other->english) &&
         g_str_equal (one->danish, other->danish);
}

KkrBatchNotes *
kkr_batch_notes_new (gsize n_scenarios)
{
  KkrBatchNotes *self = g_new0 (KkrBatchNotes, 1);

  self->said = g_ptr_array_new_with_free_func (free_said);
  self->known = g_hash_table_new (hash_said, equal_said);
  self->n_scenarios = n_scenarios;
  return self;
}

void
kkr_batch_notes_free (KkrBatchNotes *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->said);
  g_free (self);
}

void
kkr_batch_notes_set_group (KkrBatchNotes *self, gsize first, gsize n)
{
  self->first = first;
  self->n_in_group = n;
}

static guint
count_kind (KkrBatchNotes *self, KkrNoteKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->said->len; i++)
    n += ((Said *) self->said->pdata[i])->kind == kind;
  return n;
}

void
kkr_batch_notes_add (KkrBatchNotes *self, KkrNoteKind kind, gsize n_scenarios, const char *danish,
                     const char *english)
{
  const Said wanted = { .kind = kind, .danish = (char *) danish, .english = (char *) english };
  gsize n = n_scenarios > 0 ? n_scenarios : self->n_in_group;
  Said *said = g_hash_table_lookup (self->known, &wanted);

  if (said == NULL && count_kind (self, kind) >= MAX_NOTES_OF_A_KIND)
    {
      self->n_left_out++;
      return;
    }
  if (said == NULL)
    {
      said = g_new0 (Said, 1);
      *said = (Said) { kind, g_strdup (danish), g_strdup (english),
                       n == self->n_in_group ? (gssize) self->first : -1, G_MAXSIZE, 0 };
      g_hash_table_add (self->known, said);
      g_ptr_array_add (self->said, said);
    }
  if (said->last != self->first)
    said->n_scenarios += n;
  said->last = self->first;
}

void
kkr_batch_notes_add_note (KkrBatchNotes *self, gsize n_scenarios, KkrNote *note)
{
  kkr_batch_notes_add (self, kkr_note_get_kind (note), n_scenarios, kkr_note_get_danish (note),
                       kkr_note_get_english (note));
}

void
kkr_batch_notes_add_all (KkrBatchNotes *self, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    kkr_batch_notes_add_note (self, 0, notes->pdata[i]);
}

void
kkr_batch_notes_add_result (KkrBatchNotes *self, guint scenario, KkrResult *result)
{
  GListModel *notes = kkr_result_get_notes (result);

  kkr_batch_notes_set_group (self, scenario, 1);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      kkr_batch_notes_add_note (self, 1, note);
    }
}

/* "Scenarie 3: ..." of one, and "... (7 af 10 scenarier)" of several. */
static char *
say_how_many (KkrBatchNotes *self, const Said *said, const char *language)
{
  const char *text = kkr_text_in (language, said->danish, said->english);
  g_autofree char *n = kkr_format_int ((gint64) said->n_scenarios, language);
  g_autofree char *all = kkr_format_int ((gint64) self->n_scenarios, language);

  if (said->n_scenarios == self->n_scenarios)
    return g_strdup (text);
  if (said->n_scenarios == 1 && said->first >= 0)
    return g_strdup_printf ("%s %zd: %s", kkr_text_in (language, "Scenarie", "Scenario"),
                            said->first, text);
  return g_strdup_printf ("%s (%s %s %s %s)", text, n, kkr_text_in (language, "af", "of"), all,
                          kkr_text_in (language, "scenarier", "scenarios"));
}

static KkrNote *
note_left_out (KkrBatchNotes *self)
{
  g_autofree char *n_da = kkr_format_int ((gint64) self->n_left_out, "da");
  g_autofree char *n_en = kkr_format_int ((gint64) self->n_left_out, "en");
  g_autofree char *danish = g_strdup_printf (
    self->n_left_out == 1 ? "%s note til et enkelt scenarie er ikke vist."
                          : "%s noter til enkelte scenarier er ikke vist.", n_da);
  g_autofree char *english = g_strdup_printf (
    self->n_left_out == 1 ? "%s note on a single scenario is not shown."
                          : "%s notes on single scenarios are not shown.", n_en);

  return kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english);
}

GPtrArray *
kkr_batch_notes_end (KkrBatchNotes *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->said->len; i++)
    {
      const Said *said = self->said->pdata[i];
      g_autofree char *danish = say_how_many (self, said, "da");
      g_autofree char *english = say_how_many (self, said, "en");

      g_ptr_array_add (notes, kkr_note_new (said->kind, danish, english));
    }
  if (self->n_left_out > 0)
    g_ptr_array_add (notes, note_left_out (self));
  return notes;
}
