/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-fact-private.h>

/* The main table: each payer's weight, share and amount. */

void
kkr_financing_add_payers (KkrTableBuilder *builder, KkrMunicipality *const *municipalities, gsize n)
{
  g_autofree gint64 *codes = g_new (gint64, n);
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      codes[i] = kkr_municipality_get_code (municipalities[i]);
      names[i] = kkr_municipality_get_name (municipalities[i]);
    }
  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, codes, n);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
}

void
kkr_financing_add_municipalities (KkrTableBuilder *builder, KkrFinancingYear *year)
{
  g_autofree KkrMunicipality **payers = g_new (KkrMunicipality *, year->payers->len);

  for (guint i = 0; i < year->payers->len; i++)
    payers[i] = kkr_financing_year_get_payer (year, i)->municipality;
  kkr_financing_add_payers (builder, payers, year->payers->len);
}

static void
add_weights (KkrTableBuilder *builder, KkrFinancingYear *year)
{
  guint n = year->payers->len;
  KkrUnit unit = kkr_fact_get_unit (kkr_financing_year_get_payer (year, 0)->weight);
  g_autofree gint64 *whole = g_new (gint64, n);
  g_autoptr (GStrvBuilder) exact = g_strv_builder_new ();
  g_autofree char *total = kkr_rational_to_string (&year->weight_sum);
  const char *danish = kkr_arrangement_get_weights_title_in (year->arrangement, "da");
  const char *english = kkr_arrangement_get_weights_title_in (year->arrangement, "en");
  gboolean is_whole = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const KkrRational *weight =
        kkr_fact_get_rational (kkr_financing_year_get_payer (year, i)->weight);
      g_autofree char *text = kkr_rational_to_string (weight);

      g_strv_builder_add (exact, text);
      is_whole = is_whole && weight->den == 1 && weight->num <= G_MAXINT64;
      whole[i] = is_whole ? (gint64) weight->num : 0;
    }
  if (is_whole)
    kkr_table_builder_add_int64 (builder, "weight", danish, english, unit, whole, n);
  else
    {
      g_auto (GStrv) texts = g_strv_builder_end (exact);

      kkr_table_builder_add_ratio (builder, "weight", danish, english, unit,
                                   (const char *const *) texts);
    }
  kkr_table_builder_set_total (builder, "weight", total);
}

static void
add_shares (KkrTableBuilder *builder, KkrFinancingYear *year)
{
  g_autoptr (GStrvBuilder) shares = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < year->payers->len; i++)
    {
      g_autofree char *text =
        kkr_rational_to_string (&kkr_financing_year_get_payer (year, i)->share);

      g_strv_builder_add (shares, text);
    }
  texts = g_strv_builder_end (shares);
  kkr_table_builder_add_ratio (builder, "share", "Andel", "Share", KKR_UNIT_SHARE,
                               (const char *const *) texts);
  kkr_table_builder_set_total (builder, "share", "1");
}

KkrTable *
kkr_financing_make_table (KkrFinancingYear *year, GError **error)
{
  static const char *const key[] = { "code", "municipality", NULL };
  g_autofree char *danish = g_strdup_printf (
    "%s, %d", kkr_entity_get_title_in (KKR_ENTITY (year->arrangement), "da"), year->year);
  g_autofree char *english = g_strdup_printf (
    "%s, %d", kkr_entity_get_title_in (KKR_ENTITY (year->arrangement), "en"), year->year);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("financing", danish, english);
  g_autofree char *total = NULL;
  const gint64 *amounts;
  gint64 sum = 0;
  gsize n;

  kkr_financing_add_municipalities (builder, year);
  add_weights (builder, year);
  add_shares (builder, year);
  amounts = kkr_apportionment_get_shares (year->amounts, &n);
  for (gsize i = 0; i < n; i++)
    if (__builtin_add_overflow (sum, amounts[i], &sum))
      {
        kkr_rational_overflow (error, _("the sum of the amounts"));
        return NULL;
      }
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  total = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
  kkr_table_builder_set_total (builder, "amount", total);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}
