/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static void
add_names (const KkrSecuredBills *self, KkrTableBuilder *builder)
{
  const guint n = self->payers->len;
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = kkr_secured_bills_get (self, i)->name;
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
}

static void
add_weights (const KkrSecuredBills *self, KkrTableBuilder *builder)
{
  const guint n = self->payers->len;
  g_autofree KkrRational *weights = g_new0 (KkrRational, (gsize) n + 1);
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autofree char *total = NULL;
  gboolean good = TRUE;

  for (guint i = 0; i < n; i++)
    {
      weights[i] = kkr_secured_bills_get (self, i)->weight;
      good = good && kkr_rational_add (&sum, &weights[i], &sum);
    }
  kkr_table_builder_add_rationals (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE, weights, n);
  total = kkr_rational_to_string (&sum);
  if (good)
    kkr_table_builder_set_total (builder, "weight", total);
}

static void
add_sums (const KkrSecuredBills *self, KkrTableBuilder *builder)
{
  const guint n = self->payers->len;
  g_autofree gint64 *before = g_new0 (gint64, (gsize) n + 1);
  g_autofree gint64 *after = g_new0 (gint64, (gsize) n + 1);
  g_autofree gint64 *difference = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      before[i] = kkr_secured_bills_get (self, i)->before;
      after[i] = kkr_secured_bills_get (self, i)->after;
      difference[i] = after[i] - before[i];
    }
  kkr_table_builder_add_int64 (builder, "before", "Objektiv finansiering", "Objective financing",
                               KKR_UNIT_AMOUNT, before, n);
  kkr_table_builder_set_sum (builder, "before", before, n);
  kkr_table_builder_add_int64 (builder, "after", "Takstfinansiering", "Tariff financing",
                               KKR_UNIT_AMOUNT, after, n);
  kkr_table_builder_set_sum (builder, "after", after, n);
  kkr_table_builder_add_int64 (builder, "difference", "Forskel", "Difference", KKR_UNIT_AMOUNT,
                               difference, n);
  kkr_table_builder_set_sum (builder, "difference", difference, n);
}

KkrTable *
kkr_secured_bills_build (const KkrSecuredBills *self, GError **error)
{
  static const char *const keys[] = { "municipality", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bills", "Kommunernes regning",
                                                               "The municipalities' bills");

  add_names (self, builder);
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, self->days,
                               self->payers->len);
  kkr_table_builder_set_sum (builder, "days", self->days, self->payers->len);
  add_weights (self, builder);
  add_sums (self, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_note (GPtrArray *notes, KkrNoteKind kind, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (kind, danish, english));
}

static void
tell_financing (const KkrSecuredBills *self, GPtrArray *notes)
{
  const KkrRational total = KKR_RATIONAL_INT (self->total);
  const KkrRational tariff = KKR_RATIONAL_INT (self->tariff);
  g_autofree char *total_da = kkr_format_value (&total, KKR_UNIT_AMOUNT, "da");
  g_autofree char *total_en = kkr_format_value (&total, KKR_UNIT_AMOUNT, "en");
  g_autofree char *tariff_da = kkr_format_value (&tariff, KKR_UNIT_AMOUNT, "da");
  g_autofree char *tariff_en = kkr_format_value (&tariff, KKR_UNIT_AMOUNT, "en");
  g_autofree char *danish = self->by_tariff
    ? g_strdup_printf ("Regning for domstype 2: %s i alt, døgn gange takst (%s). Ved objektiv "
                       "finansiering deles beløbet efter nøglen, ved takstfinansiering betaler "
                       "hver kommune for sine egne døgn.", total_da, tariff_da)
    : g_strdup_printf ("Regning for domstype 2: %s i alt. Ved objektiv finansiering deles beløbet "
                       "efter nøglen, ved takstfinansiering efter døgn.", total_da);
  g_autofree char *english = self->by_tariff
    ? g_strdup_printf ("Bill for dom-type 2: %s in all, days times the tariff (%s). In objective "
                       "financing it is shared by the key, in tariff financing each municipality "
                       "pays for its own days.", total_en, tariff_en)
    : g_strdup_printf ("Bill for dom-type 2: %s in all. In objective financing it is shared by "
                       "the key, in tariff financing by days.", total_en);

  add_note (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
tell_key (const KkrSecuredBills *self, GPtrArray *notes)
{
  const char *series = kkr_calculator_get_text (self->calculator, "key-series");
  g_autofree char *danish = self->key != NULL && kkr_sheet_get_n_rows (self->key) > 0
    ? g_strdup_printf ("Nøglen er den oplyste; ingen kilde nævner den. Beløb fordeles med %s.",
                       kkr_apportion_method_name (self->method, "da"))
    : g_strdup_printf ("Nøglen er registerets serie %s; ingen kilde nævner den. Beløb fordeles "
                       "med %s.", series, kkr_apportion_method_name (self->method, "da"));
  g_autofree char *english = self->key != NULL && kkr_sheet_get_n_rows (self->key) > 0
    ? g_strdup_printf ("The key is the one given; no source names it. Sums are shared by %s.",
                       kkr_apportion_method_name (self->method, "en"))
    : g_strdup_printf ("The key is the register's series %s; no source names it. Sums are shared "
                       "by %s.", series, kkr_apportion_method_name (self->method, "en"));

  add_note (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

/* Who uses places and is not in the key would pay nothing before: that may be meant, or a slip. */
static void
tell_outside_key (const KkrSecuredBills *self, GPtrArray *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *danish = NULL, *english = NULL;

  for (guint i = 0; i < self->payers->len; i++)
    {
      const KkrSecuredPayer *payer = kkr_secured_bills_get (self, i);

      if (payer->key_row == KKR_SECURED_NO_ROW && payer->fact == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", payer->name);
    }
  if (names->len == 0)
    return;
  danish = g_strdup_printf ("Står ikke i nøglen og betaler derfor intet ved objektiv finansiering: "
                            "%s.", names->str);
  english = g_strdup_printf ("Not in the key, so nothing is paid in objective financing by: %s.",
                             names->str);
  add_note (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
tell_ties (const KkrSecuredBills *self, KkrApportionment *shares, GPtrArray *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *danish = NULL, *english = NULL;
  const guint *rows;
  gsize n = 0;

  if (shares == NULL || !kkr_apportionment_has_ties (shares))
    return;
  rows = kkr_apportionment_get_tied_rows (shares, &n);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            kkr_secured_bills_get (self, rows[i])->name);
  danish = g_strdup_printf ("Lige krav på det sidste: %s; her vinder %s.", names->str,
                            kkr_tie_rule_name (self->tie_rule, "da"));
  english = g_strdup_printf ("Equal claims to what was left: %s; here wins %s.", names->str,
                             kkr_tie_rule_name (self->tie_rule, "en"));
  add_note (notes, KKR_NOTE_KIND_TIE, danish, english);
}

void
kkr_secured_bills_add_notes (const KkrSecuredBills *self, GPtrArray *notes)
{
  tell_financing (self, notes);
  tell_key (self, notes);
  tell_outside_key (self, notes);
  tell_ties (self, self->before, notes);
  tell_ties (self, self->after, notes);
}
