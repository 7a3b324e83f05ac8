/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-tables-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Each person and each kind of place, with every reason. Pairs have few different sets of reasons,
 * each of which is put into words once. */

enum { MAY_YES, MAY_NOT_IN_PRACTICE, MAY_NO };

typedef struct {
  const KkrMatching *matching;
  GHashTable *codes; /* of sets of reasons: + 1 */
  GPtrArray *danish, *english;
  guint64 last;      /* and its code: neighbours are often alike */
  gint32 last_code;
} Labels;

char *
kkr_matching_dup_reasons_in (const KkrMatching *self, guint64 reasons, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KKR_MATCHING_N_REASONS; i++)
    if ((reasons >> i & 1) != 0)
      {
        g_autofree char *name = kkr_matching_dup_reason_name_in (self, i, language);

        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
      }
  return g_string_free (text, FALSE);
}

static gint32
find_code (Labels *self, guint64 reasons)
{
  gpointer code;

  if (self->last_code >= 0 && reasons == self->last)
    return self->last_code;
  code = g_hash_table_lookup (self->codes, &reasons);
  if (code == NULL)
    {
      g_ptr_array_add (self->danish, kkr_matching_dup_reasons_in (self->matching, reasons, "da"));
      g_ptr_array_add (self->english, kkr_matching_dup_reasons_in (self->matching, reasons, "en"));
      code = GUINT_TO_POINTER (self->danish->len);
      g_hash_table_insert (self->codes, g_memdup2 (&reasons, sizeof reasons), code);
    }
  self->last = reasons;
  self->last_code = (gint32) GPOINTER_TO_UINT (code) - 1;
  return self->last_code;
}

static void
start_labels (Labels *self, const KkrMatching *matching)
{
  self->matching = matching;
  self->codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->danish = g_ptr_array_new_with_free_func (g_free);
  self->english = g_ptr_array_new_with_free_func (g_free);
  self->last_code = -1;
}

static void
end_labels (Labels *self, KkrTableBuilder *builder, const char *name, const char *danish,
            const char *english, const gint32 *codes, gsize n)
{
  g_ptr_array_add (self->danish, NULL);
  g_ptr_array_add (self->english, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, n,
                               (const char *const *) self->danish->pdata);
  kkr_table_builder_set_labels_in_english (builder, name,
                                           (const char *const *) self->english->pdata);
  g_hash_table_unref (self->codes);
  g_ptr_array_unref (self->danish);
  g_ptr_array_unref (self->english);
}

typedef struct {
  gint32 *persons, *offers, *may, *can, *refusals, *conditions;
  gint64 *counts;
  gint64 *metres; /* NULL where no distances are given */
} Columns;

static gint32
find_may (const KkrMatching *self, guint64 refusals)
{
  if ((refusals & self->legal_bits) != 0)
    return MAY_NO;
  return (refusals & self->practical_bits) != 0 ? MAY_NOT_IN_PRACTICE : MAY_YES;
}

static void
fill (const KkrMatching *self, Columns *columns, Labels *refusals, Labels *conditions)
{
  gsize at = 0;

  for (guint person = 0; person < self->n_persons; person++)
    for (guint slot = 0; slot < self->n_slots; slot++, at++)
      {
        KkrMatchingReasons reasons;

        kkr_matching_get_reasons (self, person, slot, &reasons);
        columns->persons[at] = (gint32) person;
        columns->offers[at] = (gint32) slot;
        columns->may[at] = find_may (self, reasons.refusals);
        columns->can[at] = (reasons.refusals & KKR_MATCHING_CAN_BITS) == 0;
        columns->counts[at] = __builtin_popcountll (reasons.refusals);
        columns->refusals[at] = find_code (refusals, reasons.refusals);
        columns->conditions[at] = find_code (conditions, reasons.conditions);
        if (columns->metres != NULL)
          {
            const gint64 metres = kkr_matching_get_distance (self, person,
                                                             self->slots[slot].offer);

            columns->metres[at] = metres >= 0 ? metres : G_MININT64;
          }
      }
}

static void
add_keys (const KkrMatching *self, KkrTableBuilder *builder, const Columns *columns, gsize n)
{
  g_autofree const char **persons = g_new0 (const char *, (gsize) self->n_persons + 1);

  for (guint i = 0; i < self->n_persons; i++)
    persons[i] = self->persons[i].key;
  kkr_table_builder_add_codes (builder, "person", "Borger", "Person", columns->persons, n,
                               persons);
  kkr_table_builder_add_codes (builder, "offer", "Tilbud", "Offer", columns->offers, n,
                               (const char *const *) self->texts->slot_names);
}

static KkrTable *
end_table (const KkrMatching *self, const Columns *columns, Labels *refusals, Labels *conditions,
           gsize n, GError **error)
{
  static const char *const keys[] = { "person", "offer", NULL };
  static const char *const may[] = { "yes", "not-in-practice", "no", NULL };
  static const char *const may_da[] = { "ja", "ikke i praksis", "nej", NULL };
  static const char *const may_en[] = { "yes", "not in practice", "no", NULL };
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("pairs", "Borgere og tilbud", "Persons and offers");

  add_keys (self, builder, columns, n);
  kkr_table_builder_add_choices (builder, "may", "Må", "May", columns->may, n, may, may_da,
                                 may_en);
  kkr_table_builder_add_yes_no (builder, "can", "Kan", "Can", columns->can, n);
  kkr_table_builder_add_int64 (builder, "refusals", "Antal grunde", "Number of reasons",
                               KKR_UNIT_COUNT, columns->counts, n);
  end_labels (refusals, builder, "reasons", "Grunde til et nej", "Reasons for a no",
              columns->refusals, n);
  end_labels (conditions, builder, "conditions", "Oplyses", "To be known", columns->conditions,
              n);
  if (columns->metres != NULL)
    kkr_table_builder_add_int64 (builder, "metres", "Afstand i meter", "Distance in metres",
                                 KKR_UNIT_NONE, columns->metres, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_matching_build_pairs (const KkrMatching *self, GError **error)
{
  const gsize n = (gsize) self->n_persons * self->n_slots;
  g_autofree gint32 *block = g_new (gint32, 6 * n + 1);
  g_autofree gint64 *counts = g_new (gint64, n + 1);
  g_autofree gint64 *metres = kkr_sheet_get_n_rows (self->distance_sheet) > 0
                                ? g_new (gint64, n + 1) : NULL;
  Columns columns = { block, block + n, block + 2 * n, block + 3 * n, block + 4 * n,
                      block + 5 * n, counts, metres };
  Labels refusals, conditions;

  start_labels (&refusals, self);
  start_labels (&conditions, self);
  fill (self, &columns, &refusals, &conditions);
  return end_table (self, &columns, &refusals, &conditions, n, error);
}
