/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-tables-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static void
count_bits (gint64 *counts, guint64 bits)
{
  for (; bits != 0; bits &= bits - 1)
    counts[__builtin_ctzll (bits)]++;
}

KkrMatchingCounts *
kkr_matching_count (const KkrMatching *self)
{
  const guint64 vacancy = KKR_MATCHING_BIT (KKR_MATCHING_NO_VACANCY)
                          | KKR_MATCHING_BIT (KKR_MATCHING_NOT_OPEN);
  const guint64 rules = self->legal_bits | self->practical_bits;
  KkrMatchingCounts *counts = g_new0 (KkrMatchingCounts, 1);

  counts->may = g_new0 (gint64, (gsize) self->n_slots + 1);
  counts->can = g_new0 (gint64, (gsize) self->n_slots + 1);
  for (guint person = 0; person < self->n_persons; person++)
    for (guint slot = 0; slot < self->n_slots; slot++)
      {
        KkrMatchingReasons reasons;

        kkr_matching_get_reasons (self, person, slot, &reasons);
        counts->may[slot] += (reasons.refusals & rules) == 0;
        counts->can[slot] += (reasons.refusals & ~vacancy) == 0;
        count_bits (counts->refused, reasons.refusals);
        count_bits (counts->told, reasons.conditions);
        if ((reasons.refusals & (reasons.refusals - 1)) == 0)
          count_bits (counts->alone, reasons.refusals);
      }
  return counts;
}

void
kkr_matching_counts_free (KkrMatchingCounts *counts)
{
  g_free (counts->may);
  g_free (counts->can);
  g_free (counts);
}

void
kkr_matching_add_words (KkrTableBuilder *builder, const char *name, const char *danish,
                        const char *english, GPtrArray *texts_da, GPtrArray *texts_en)
{
  const gsize n = texts_da->len;

  g_ptr_array_add (texts_da, NULL);
  g_ptr_array_add (texts_en, NULL);
  kkr_table_builder_add_words (builder, name, danish, english, (char **) texts_da->pdata,
                               (char **) texts_en->pdata, n);
}

static void
add_texts (const KkrMatching *self, KkrTableBuilder *builder)
{
  static const char *const sectors[] = { "unset", "municipal", "regional", "private",
                                         "independent", "state", NULL };
  static const char *const sectors_da[] = { "ikke oplyst", "kommunal", "regional", "privat",
                                            "selvejende", "statslig", NULL };
  static const char *const sectors_en[] = { "not stated", "municipal", "regional", "private",
                                            "independent", "state", NULL };
  const guint n = self->n_slots;
  g_autofree const char **municipalities = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **paragraphs = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *sector = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingOffer *offer = &self->offers[self->slots[i].offer];

      municipalities[i] = kkr_matching_get_municipality (self, offer->municipality);
      paragraphs[i] = self->slots[i].paragraphs;
      sector[i] = (gint32) offer->sector;
    }
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer",
                              (const char *const *) self->texts->slot_names);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", municipalities);
  kkr_table_builder_add_choices (builder, "sector", "Sektor", "Sector", sector, n, sectors,
                                 sectors_da, sectors_en);
  kkr_table_builder_add_text (builder, "paragraphs", "Paragraffer", "Paragraphs", paragraphs);
}

KkrTable *
kkr_matching_build_offers (const KkrMatching *self, const KkrMatchingCounts *counts,
                           GError **error)
{
  static const char *const keys[] = { "offer", NULL };
  const guint n = self->n_slots;
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("offers", "Tilbud og ledige pladser", "Offers and vacant places");
  g_autofree gint64 *places = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *taken = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *vacant = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      places[i] = self->slots[i].places;
      taken[i] = self->slots[i].taken;
      vacant[i] = self->slots[i].vacant;
    }
  add_texts (self, builder);
  kkr_table_builder_add_int64 (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places,
                               n);
  kkr_table_builder_set_sum (builder, "places", places, n);
  kkr_table_builder_add_int64 (builder, "residents", "Bor der", "Live there", KKR_UNIT_PERSONS,
                               taken, n);
  kkr_table_builder_set_sum (builder, "residents", taken, n);
  kkr_table_builder_add_int64 (builder, "vacant", "Ledige pladser", "Vacant places",
                               KKR_UNIT_PLACES, vacant, n);
  kkr_table_builder_set_sum (builder, "vacant", vacant, n);
  kkr_table_builder_add_int64 (builder, "may", "Må bo der", "May live there", KKR_UNIT_PERSONS,
                               counts->may, n);
  kkr_table_builder_add_int64 (builder, "could", "Kunne, hvis ledig", "Could if vacant",
                               KKR_UNIT_PERSONS, counts->can, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

typedef struct {
  GPtrArray *ids, *danish, *english, *texts_da, *texts_en;
  GArray *kinds, *refused, *alone, *told;
} Rows;

static void
add_reason (const KkrMatching *self, const KkrMatchingCounts *counts, guint reason, Rows *rows)
{
  const guint64 bit = KKR_MATCHING_BIT (reason);
  const gint32 kind = (self->legal_bits & bit) != 0 ? 0 : (self->practical_bits & bit) != 0 ? 1 : 2;

  g_ptr_array_add (rows->ids, kkr_matching_dup_reason_id (self, reason));
  g_ptr_array_add (rows->danish, kkr_matching_dup_reason_name_in (self, reason, "da"));
  g_ptr_array_add (rows->english, kkr_matching_dup_reason_name_in (self, reason, "en"));
  g_ptr_array_add (rows->texts_da,
                   kkr_matching_dup_reason_in (self, reason, KKR_MATCHING_NONE,
                                               KKR_MATCHING_NONE, "da"));
  g_ptr_array_add (rows->texts_en,
                   kkr_matching_dup_reason_in (self, reason, KKR_MATCHING_NONE,
                                               KKR_MATCHING_NONE, "en"));
  g_array_append_val (rows->kinds, kind);
  g_array_append_val (rows->refused, counts->refused[reason]);
  g_array_append_val (rows->alone, counts->alone[reason]);
  g_array_append_val (rows->told, counts->told[reason]);
}

static KkrTable *
end_reasons (Rows *rows, GError **error)
{
  static const char *const keys[] = { "reason", NULL };
  static const char *const kinds[] = { "legal", "practical", "possible", NULL };
  static const char *const kinds_da[] = { "efter loven", "i praksis", "kan ikke", NULL };
  static const char *const kinds_en[] = { "by law", "in practice", "cannot", NULL };
  const gsize n = rows->ids->len;
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("reasons", "Grunde til et nej", "Reasons for a no");

  g_ptr_array_add (rows->ids, NULL);
  kkr_table_builder_add_text (builder, "reason", "Grund", "Reason",
                              (const char *const *) rows->ids->pdata);
  kkr_matching_add_words (builder, "name", "Kort", "In short", rows->danish,
                          rows->english);
  kkr_table_builder_add_choices (builder, "kind", "Art", "Kind", (gint32 *) rows->kinds->data, n,
                                 kinds, kinds_da, kinds_en);
  kkr_table_builder_add_int64 (builder, "refused", "Afviser par", "Pairs refused", KKR_UNIT_COUNT,
                               (gint64 *) rows->refused->data, n);
  kkr_table_builder_add_int64 (builder, "alone", "Heraf eneste grund", "Of these the only reason",
                               KKR_UNIT_COUNT, (gint64 *) rows->alone->data, n);
  kkr_table_builder_add_int64 (builder, "told", "Kun oplyst for par", "Pairs only told of",
                               KKR_UNIT_COUNT, (gint64 *) rows->told->data, n);
  kkr_matching_add_words (builder, "text", "Regel og kilde", "Rule and source", rows->texts_da,
                          rows->texts_en);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* Every rule that was applied, whether or not it refused anybody; of the others those that were
 * met. */
KkrTable *
kkr_matching_build_reasons (const KkrMatching *self, const KkrMatchingCounts *counts,
                            GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) danish = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) english = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts_da = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts_en = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) refused = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  Rows rows = { ids, danish, english, texts_da, texts_en, kinds, refused, alone, told };

  for (guint i = 0; i < KKR_MATCHING_N_REASONS; i++)
    if ((i >= KKR_MATCHING_FIRST_RULE && i < KKR_MATCHING_FIRST_RULE + self->n_rules)
        || counts->refused[i] > 0 || counts->told[i] > 0)
      add_reason (self, counts, i, &rows);
  return end_reasons (&rows, error);
}
