/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-derive-private.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_matching_cell_add_int (const KkrMatchingCell *self, const char *id, const char *danish,
                           const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

void
kkr_matching_terms_init (KkrMatchingTerms *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->exact = g_ptr_array_new_with_free_func (g_free);
}

void
kkr_matching_terms_add (KkrMatchingTerms *self, const char *key, gint64 value, gint64 divisor)
{
  KkrRational exact;

  kkr_rational_init (&exact, value, divisor);
  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->exact, kkr_rational_to_string (&exact));
}

void
kkr_matching_terms_clear (KkrMatchingTerms *self)
{
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->exact, g_ptr_array_unref);
}

void
kkr_matching_cell_add_terms (const KkrMatchingCell *self, KkrMatchingTerms *terms, const char *id,
                             const char *danish, const char *english, KkrUnit unit)
{
  if (terms->keys->len == 0)
    {
      kkr_derivation_builder_add_value (self->builder, id, danish, english, "0", unit);
      return;
    }
  g_ptr_array_add (terms->keys, NULL);
  g_ptr_array_add (terms->exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                  (const char *const *) terms->keys->pdata,
                                  (const char *const *) terms->exact->pdata, unit);
}

const char *
kkr_matching_cell_get_label (const KkrMatchingCell *self, const char *column)
{
  KkrColumn *found = kkr_table_find_column (self->table, column);

  if (found == NULL || kkr_column_get_cell_status (found, self->row) != KKR_CELL_STATUS_VALUE)
    return "";
  return kkr_column_get_label (found, self->row, NULL);
}

guint
kkr_matching_cell_find_reason (const KkrMatchingCell *self)
{
  const char *id = kkr_matching_cell_get_label (self, "reason");
  const guint n_rules = self->matching->n_rules;

  for (guint i = 0; i < KKR_MATCHING_N_REASONS; i++)
    {
      const gboolean exists = i < KKR_MATCHING_FIRST_RULE
                              || (i - KKR_MATCHING_FIRST_RULE) % KKR_MATCHING_MAX_RULES < n_rules;
      g_autofree char *other = exists ? kkr_matching_dup_reason_id (self->matching, i) : NULL;

      if (g_strcmp0 (id, other) == 0)
        return i;
    }
  return KKR_MATCHING_N_REASONS;
}

char *
kkr_matching_cell_dup_reasons (const KkrMatchingCell *self, guint person, guint slot,
                               const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KkrMatchingReasons reasons;

  kkr_matching_get_reasons (self->matching, person, slot, &reasons);
  for (guint i = 0; i < KKR_MATCHING_N_REASONS; i++)
    if (((reasons.refusals | reasons.conditions) & KKR_MATCHING_BIT (i)) != 0)
      {
        g_autofree char *one = kkr_matching_dup_reason_in (self->matching, i, person, slot,
                                                           language);
        const gboolean refuses = (reasons.refusals & KKR_MATCHING_BIT (i)) != 0;

        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                refuses ? "nej" : "ja, men", one);
      }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("ja");
}

static char *
dup_key (KkrTable *table, guint row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; table->key_columns[i] != NULL; i++)
    {
      g_autofree char *text
        = kkr_column_dup_plain (kkr_table_find_column (table, table->key_columns[i]), row);

      g_string_append_printf (key, "%s%s", i > 0 ? "/" : "", text);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The total of a column: its cells, where there are any. */
static gboolean
derive_total (const KkrMatchingCell *self)
{
  const guint n = kkr_table_get_n_rows (self->table);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  KkrMatchingTerms terms = { keys, exact };

  for (guint row = 0; row < n; row++)
    if (kkr_column_get_cell_status (self->cells, row) == KKR_CELL_STATUS_VALUE)
      {
        g_ptr_array_add (keys, dup_key (self->table, row));
        g_ptr_array_add (exact, kkr_column_dup_exact (self->cells, row));
      }
  kkr_matching_cell_add_terms (self, &terms, "total", self->cells->danish, self->cells->english,
                               self->cells->unit);
  return TRUE;
}

static gboolean
derive_cell (const KkrMatchingCell *self)
{
  const char *name = self->table->name;

  if (g_str_equal (name, "persons"))
    return kkr_matching_cell_derive_person (self);
  if (g_str_equal (name, "left-over"))
    return kkr_matching_cell_derive_left_over (self);
  if (g_str_equal (name, "more-places") || g_str_equal (name, "more-kinds"))
    return kkr_matching_cell_derive_more (self);
  return kkr_matching_cell_derive_read (self);
}

static void
name_register (const KkrMatchingCell *self)
{
  if (self->matching->reg != NULL)
    kkr_derivation_builder_set_register (self->builder,
                                         kkr_register_get_data_version (self->matching->reg),
                                         kkr_register_get_sha256 (self->matching->reg));
}

KkrDerivation *
kkr_matching_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                     GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  const gboolean told
    = cells != NULL
      && (row < 0 || kkr_column_cell_status (cells, (guint) row) == KKR_CELL_STATUS_VALUE);
  g_autoptr (KkrMatching) matching = told ? kkr_matching_new (calculator, error) : NULL;
  g_autoptr (KkrMatchingPlan) plan = matching != NULL ? kkr_matching_plan_open (matching, error)
                                                      : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  KkrMatchingCell cell = { matching, plan, result, table, cells, bare, (guint) MAX (row, 0), NULL };

  if (plan == NULL)
    return NULL;
  key = row >= 0 ? dup_key (table, (guint) row) : g_strdup ("I alt");
  cell.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  name_register (&cell);
  if (!(row < 0 ? derive_total (&cell) : derive_cell (&cell)))
    return NULL;
  return kkr_derivation_builder_end (builder, error);
}
