/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-tables-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Those who live where the rules, or the offer's own facts, would not expect it. The report of 2023
 * has such placements (in §§ 85 and 107): they are told, and nothing is said against them. */

enum { BY_LAW, IN_PRACTICE, BY_FACTS };

typedef struct {
  const KkrMatching *matching;
  GPtrArray *persons, *offers, *paragraphs, *types, *names_da, *names_en, *texts_da, *texts_en;
  GArray *kinds;
} Findings;

static const char *
get_person (const KkrMatching *self, const KkrMatchingResident *resident)
{
  return kkr_sheet_get_text (self->placement_sheet, resident->row,
                             KKR_MATCHING_PLACEMENT_PERSON);
}

/* The placement's own paragraphs, else those of its place. */
static guint
find_paragraphs (const KkrMatching *self, const KkrMatchingResident *resident)
{
  return resident->paragraphs == 0 && resident->slot != KKR_MATCHING_NONE
           ? self->texts->slot_paragraphs[resident->slot] : resident->paragraphs;
}

static const char *
get_label (const KkrMatching *self, guint paragraphs)
{
  const KkrMatchingParagraphs *at = self->texts->paragraphs->pdata[paragraphs];

  return at->label;
}

/* Takes over the texts. `resident` NULL: the whole offer is meant. */
static void
add_finding (Findings *self, const KkrMatchingResident *resident, guint offer, gint32 kind,
             char *name_da, char *name_en, char *text_da, char *text_en)
{
  const KkrMatching *matching = self->matching;

  g_ptr_array_add (self->persons, (gpointer) (resident != NULL ? get_person (matching, resident)
                                                               : ""));
  g_ptr_array_add (self->offers, (gpointer) (offer != KKR_MATCHING_NONE
                                               ? matching->offers[offer].name : ""));
  g_ptr_array_add (self->paragraphs,
                   (gpointer) (resident != NULL
                                 ? get_label (matching, find_paragraphs (matching, resident))
                                 : ""));
  g_ptr_array_add (self->types,
                   (gpointer) (resident != NULL
                                 ? kkr_matching_get_type_id (matching, resident->type) : ""));
  g_ptr_array_add (self->names_da, name_da);
  g_ptr_array_add (self->names_en, name_en);
  g_ptr_array_add (self->texts_da, text_da);
  g_ptr_array_add (self->texts_en, text_en);
  g_array_append_val (self->kinds, kind);
}

static char *
dup_rule_text (const KkrMatching *self, guint rule, const KkrMatchingResident *resident,
               const char *language)
{
  const gboolean of_paragraph = self->rules[rule].test == KKR_MATCHING_TEST_PARAGRAPH;
  g_autofree char *text
    = kkr_matching_dup_reason_in (self, KKR_MATCHING_FIRST_RULE + rule, KKR_MATCHING_NONE,
                                  of_paragraph ? KKR_MATCHING_NONE : resident->slot, language);

  if (!of_paragraph)
    return g_steal_pointer (&text);
  return g_strdup_printf (kkr_language_is_english (language)
                          ? "%s; here: %s"
                          : "%s; her: %s", text,
                          get_label (self, find_paragraphs (self, resident)));
}

static void
add_rules (Findings *self, const KkrMatchingResident *resident)
{
  const KkrMatching *matching = self->matching;
  const guint paragraphs = find_paragraphs (matching, resident);
  const guint32 rules = kkr_matching_get_class_rules (matching, resident->type,
                                                      resident->decision);
  const int stated = resident->offer != KKR_MATCHING_NONE
                       ? matching->offers[resident->offer].long_term : -1;
  const int long_term = stated >= 0 ? stated : kkr_matching_long_term_of (matching, paragraphs);

  for (guint i = 0; i < matching->n_rules; i++)
    {
      const KkrMatchingTest test = matching->rules[i].test;
      const guint reason = KKR_MATCHING_FIRST_RULE + i;

      if ((rules >> i & 1) == 0 || test == KKR_MATCHING_TEST_VOLUNTARY
          || (resident->offer == KKR_MATCHING_NONE && test != KKR_MATCHING_TEST_PARAGRAPH
              && test != KKR_MATCHING_TEST_LONG_TERM)
          || kkr_matching_test (matching, i, resident->offer, paragraphs, long_term)
               != KKR_MATCHING_FAILS)
        continue;
      add_finding (self, resident, resident->offer,
                   matching->rules[i].legal ? BY_LAW : IN_PRACTICE,
                   kkr_matching_dup_reason_name_in (matching, reason, "da"),
                   kkr_matching_dup_reason_name_in (matching, reason, "en"),
                   dup_rule_text (matching, i, resident, "da"),
                   dup_rule_text (matching, i, resident, "en"));
    }
}

/* Whatever the readings do to those who wait. */
static void
add_readings (Findings *self, const KkrMatchingResident *resident)
{
  const KkrMatching *matching = self->matching;
  const guint64 bits = resident->offer == KKR_MATCHING_NONE
                         ? 0 : kkr_matching_find_readings (matching, resident->offer,
                                                           resident->type, resident->decision);

  for (guint i = 0; i < KKR_MATCHING_FIRST_RULE; i++)
    if ((bits & KKR_MATCHING_BIT (i)) != 0)
      add_finding (self, resident, resident->offer, IN_PRACTICE,
                   kkr_matching_dup_reason_name_in (matching, i, "da"),
                   kkr_matching_dup_reason_name_in (matching, i, "en"),
                   kkr_matching_dup_reason_in (matching, i, KKR_MATCHING_NONE, KKR_MATCHING_NONE,
                                               "da"),
                   kkr_matching_dup_reason_in (matching, i, KKR_MATCHING_NONE, KKR_MATCHING_NONE,
                                               "en"));
}

static void
add_fact (Findings *self, const KkrMatchingResident *resident, const char *name_da,
          const char *name_en, const char *text_da, const char *text_en)
{
  add_finding (self, resident, resident->offer, BY_FACTS, g_strdup (name_da), g_strdup (name_en),
               g_strdup (text_da), g_strdup (text_en));
}

static void
add_facts (Findings *self, const KkrMatchingResident *resident, guint8 *seen)
{
  const KkrMatching *matching = self->matching;
  const KkrMatchingOffer *offer = resident->offer != KKR_MATCHING_NONE
                                    ? &matching->offers[resident->offer] : NULL;
  const guint place = resident->place;

  if (offer == NULL)
    add_fact (self, resident, "intet tilbud oplyst", "no offer stated",
              "Placeringen nævner intet tilbud", "The placement names no offer");
  else if (resident->type != KKR_MATCHING_NONE && offer->dom_types != 0
           && (offer->dom_types >> resident->type & 1) == 0)
    add_fact (self, resident, "tilbuddet tager ikke domstypen",
              "the offer does not take the dom-type",
              "Domstypen er ikke en af dem, tilbuddet tager",
              "The dom-type is none of those that the offer takes");
  if (offer != NULL && resident->paragraphs != 0 && resident->slot != KKR_MATCHING_NONE
      && matching->texts->slot_paragraphs[resident->slot] != 0
      && !kkr_matching_shares_paragraph (matching, resident->paragraphs,
                                         matching->texts->slot_paragraphs[resident->slot]))
    add_fact (self, resident, "anden paragraf end pladsens", "other paragraph than the place's",
              "Placeringens paragraf er ikke en af pladsens",
              "The paragraph of the placement is none of the place's");
  if (place == KKR_MATCHING_NONE)
    return;
  if (matching->texts->place_slots[place] == KKR_MATCHING_NONE)
    add_fact (self, resident, "pladsen er ikke i drift", "the place is not in use",
              "Pladsen er ikke i drift den dag", "The place is not in use on the day");
  if (seen[place])
    add_fact (self, resident, "flere på én plads", "several on one place",
              "Pladsen er optaget af en anden samme dag",
              "The place is taken by another person on the day");
  seen[place] = TRUE;
}

static void
add_over (Findings *self, guint number)
{
  const KkrMatchingOffer *offer = &self->matching->offers[number];
  g_autofree char *taken_da = kkr_format_int (offer->taken, "da");
  g_autofree char *taken_en = kkr_format_int (offer->taken, "en");
  g_autofree char *places_da = kkr_format_int (offer->places, "da");
  g_autofree char *places_en = kkr_format_int (offer->places, "en");

  if (offer->taken > offer->places)
    add_finding (self, NULL, number, BY_FACTS, g_strdup ("flere beboere end pladser"),
                 g_strdup ("more residents than places"),
                 g_strdup_printf ("%s borgere på %s pladser", taken_da, places_da),
                 g_strdup_printf ("%s persons on %s places", taken_en, places_en));
}

static KkrTable *
end_table (Findings *self, GError **error)
{
  static const char *const kinds[] = { "legal", "practical", "facts", NULL };
  static const char *const kinds_da[] = { "efter loven", "i praksis", "oplysninger", NULL };
  static const char *const kinds_en[] = { "by law", "in practice", "facts", NULL };
  const gsize n = self->persons->len;
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("unexpected", "Placeringer, som reglerne ikke lægger op til",
                             "Placements that the rules would not expect");

  g_ptr_array_add (self->persons, NULL);
  g_ptr_array_add (self->offers, NULL);
  g_ptr_array_add (self->paragraphs, NULL);
  g_ptr_array_add (self->types, NULL);
  kkr_table_builder_add_text (builder, "person", "Borger", "Person",
                              (const char *const *) self->persons->pdata);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer",
                              (const char *const *) self->offers->pdata);
  kkr_table_builder_add_text (builder, "paragraph", "Paragraf", "Paragraph",
                              (const char *const *) self->paragraphs->pdata);
  kkr_table_builder_add_text (builder, "dom-type", "Domstype", "Dom-type",
                              (const char *const *) self->types->pdata);
  kkr_table_builder_add_choices (builder, "kind", "Art", "Kind", (gint32 *) self->kinds->data, n,
                                 kinds, kinds_da, kinds_en);
  kkr_matching_add_words (builder, "finding", "Fund", "Finding", self->names_da,
                          self->names_en);
  kkr_matching_add_words (builder, "text", "Regel og kilde", "Rule and source", self->texts_da,
                          self->texts_en);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_matching_build_unexpected (const KkrMatching *self, GError **error)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new (), offers = g_ptr_array_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new (), types = g_ptr_array_new ();
  g_autoptr (GPtrArray) names_da = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names_en = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts_da = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts_en = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) kkr_sheet_get_n_rows (self->place_sheet) + 1);
  Findings findings = { self, persons, offers, paragraphs, types, names_da, names_en, texts_da,
                        texts_en, kinds };

  for (guint i = 0; i < self->texts->residents->len; i++)
    {
      const KkrMatchingResident *resident
        = &g_array_index (self->texts->residents, KkrMatchingResident, i);

      add_rules (&findings, resident);
      add_readings (&findings, resident);
      add_facts (&findings, resident, seen);
    }
  for (guint i = 0; i < self->n_offers; i++)
    add_over (&findings, i);
  return end_table (&findings, error);
}
