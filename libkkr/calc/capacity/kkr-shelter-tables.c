/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Columns of days and money, which three tables share. */
typedef struct {
  gsize n;
  gint64 *stays, *days, *refundable, *gross, *refund, *net;
} Sums;

static void
sums_init (Sums *self, gsize n)
{
  gint64 **const columns[] = { &self->stays, &self->days,   &self->refundable,
                               &self->gross, &self->refund, &self->net };

  self->n = n;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = g_new0 (gint64, n + 1);
}

static void
sums_clear (Sums *self)
{
  g_free (self->stays);
  g_free (self->days);
  g_free (self->refundable);
  g_free (self->gross);
  g_free (self->refund);
  g_free (self->net);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

static gboolean
sums_add (Sums *self, gsize at, const KkrShelterStay *stay)
{
  self->stays[at]++;
  self->days[at] += stay->days;
  self->refundable[at] += stay->refundable;
  return !__builtin_add_overflow (self->gross[at], stay->gross, &self->gross[at])
         && !__builtin_add_overflow (self->refund[at], stay->refund, &self->refund[at])
         && !__builtin_sub_overflow (self->gross[at], self->refund[at], &self->net[at]);
}

static void
add_days (KkrTableBuilder *builder, const Sums *sums, gboolean total)
{
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, sums->days,
                               sums->n);
  kkr_table_builder_add_int64 (builder, "refundable", "Døgn med refusion", "Refunded days",
                               KKR_UNIT_DAYS, sums->refundable, sums->n);
  if (!total)
    return;
  kkr_table_builder_set_sum (builder, "days", sums->days, sums->n);
  kkr_table_builder_set_sum (builder, "refundable", sums->refundable, sums->n);
}

static void
add_amounts (KkrTableBuilder *builder, const Sums *sums, gboolean total)
{
  kkr_table_builder_add_int64 (builder, "gross", "Bruttoudgift", "Gross expenditure",
                               KKR_UNIT_AMOUNT, sums->gross, sums->n);
  kkr_table_builder_add_int64 (builder, "refund", "Statsrefusion", "State refund",
                               KKR_UNIT_AMOUNT, sums->refund, sums->n);
  kkr_table_builder_add_int64 (builder, "net", "Nettoudgift", "Net expenditure", KKR_UNIT_AMOUNT,
                               sums->net, sums->n);
  if (!total)
    return;
  kkr_table_builder_set_sum (builder, "gross", sums->gross, sums->n);
  kkr_table_builder_set_sum (builder, "refund", sums->refund, sums->n);
  kkr_table_builder_set_sum (builder, "net", sums->net, sums->n);
}

static int
compare_payers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrShelter *self = user_data;
  const gint32 one = *(const gint32 *) a, two = *(const gint32 *) b;
  const gint32 code_one = g_array_index (self->payer_codes, gint32, one);
  const gint32 code_two = g_array_index (self->payer_codes, gint32, two);

  if (code_one != code_two)
    return code_one < code_two ? -1 : 1;
  return strcmp (kkr_shelter_get_payer (self, one), kkr_shelter_get_payer (self, two));
}

/* The place of each payer in the order of municipalities. */
static gint32 *
sort_payers (const KkrShelter *self, const char **names)
{
  const guint n = self->payers->len;
  g_autofree gint32 *order = g_new (gint32, (gsize) n + 1);
  gint32 *places = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = (gint32) i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_payers, (gpointer) self);
  for (guint i = 0; i < n; i++)
    {
      places[order[i]] = (gint32) i;
      names[i] = kkr_shelter_get_payer (self, order[i]);
    }
  return places;
}

KkrTable *
kkr_shelter_build_municipalities (const KkrShelter *self, const GArray *stays, GError **error)
{
  static const char *const keys[] = { "municipality", NULL };
  const gsize n = self->payers->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint32 *places = sort_payers (self, names);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("municipalities", "Kommuner",
                                                               "Municipalities");
  g_auto (Sums) sums = { 0 };

  sums_init (&sums, n);
  for (guint row = 0; row < stays->len; row++)
    if (!sums_add (&sums, (gsize) places[self->stay_payers[row]],
                   &g_array_index (stays, KkrShelterStay, row)))
      {
        kkr_rational_overflow (error, _("the sum of the stays"));
        return NULL;
      }
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
  kkr_table_builder_add_int64 (builder, "stays", "Ophold", "Stays", KKR_UNIT_COUNT, sums.stays, n);
  kkr_table_builder_set_sum (builder, "stays", sums.stays, n);
  add_days (builder, &sums, TRUE);
  add_amounts (builder, &sums, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_stay_texts (const KkrShelter *self, const GArray *stays, KkrTableBuilder *builder)
{
  const guint n = stays->len;
  g_autofree const char **persons = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *from = g_new (gint32, (gsize) n + 1), *to = g_new (gint32, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      const KkrShelterStay *stay = &g_array_index (stays, KkrShelterStay, row);

      persons[row] = kkr_sheet_get_text (self->stays, row, KKR_SHELTER_STAY_PERSON);
      names[row] = kkr_shelter_get_payer (self, self->stay_payers[row]);
      from[row] = stay->from;
      to[row] = kkr_shelter_is_open (self, row) ? 0 : stay->until;
    }
  kkr_table_builder_add_text (builder, "person", "Borger", "Person", persons);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
  kkr_table_builder_add_date (builder, "from", "Fra og med", "From", from, n);
  kkr_table_builder_add_date (builder, "to", "Til og med", "To", to, n);
  for (guint row = 0; row < n; row++)
    if (kkr_shelter_is_open (self, row))
      kkr_table_builder_set_status (builder, "to", row, KKR_CELL_STATUS_NOT_APPLICABLE);
}

KkrTable *
kkr_shelter_build_stays (const KkrShelter *self, const GArray *stays, GError **error)
{
  static const char *const keys[] = { "person", "from", NULL };
  const guint n = stays->len;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("stays", "Ophold", "Stays");
  g_autofree gint64 *tariffs = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *lengths = g_new (gint64, (gsize) n + 1);
  g_auto (Sums) sums = { 0 };

  sums_init (&sums, n);
  for (guint row = 0; row < n; row++)
    {
      const KkrShelterStay *stay = &g_array_index (stays, KkrShelterStay, row);

      sums_add (&sums, row, stay);
      lengths[row] = stay->chain_days;
      tariffs[row] = kkr_sheet_get_amount (self->stays, row, KKR_SHELTER_STAY_TARIFF);
    }
  add_stay_texts (self, stays, builder);
  kkr_table_builder_add_int64 (builder, "length", "Opholdets længde", "Length of the stay",
                               KKR_UNIT_DAYS, lengths, n);
  add_days (builder, &sums, TRUE);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, tariffs, n);
  add_amounts (builder, &sums, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* What each reading of the limit would come to. */
KkrTable *
kkr_shelter_build_readings (const KkrShelter *self, GCancellable *cancellable, GError **error)
{
  static const char *const nicks[] = { "unset", "first-days", "whole-stay", "person-year", NULL };
  static const char *const words[] = { "–", "de første dage af opholdet", "hele opholdet",
                                       "de første dage i kalenderåret", NULL };
  static const char *const keys[] = { "reading", NULL };
  const gint32 codes[] = { KKR_REFUND_RULE_FIRST_DAYS, KKR_REFUND_RULE_WHOLE_STAY,
                           KKR_REFUND_RULE_PERSON_YEAR };
  const guint n = G_N_ELEMENTS (codes);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("readings", "Læsninger af grænsen",
                                                               "Readings of the limit");
  gint32 used[G_N_ELEMENTS (codes)];
  g_auto (Sums) sums = { 0 };

  sums_init (&sums, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) stays
        = kkr_shelter_compute_stays (self, (KkrRefundRule) codes[i], cancellable, error);

      if (stays == NULL)
        return NULL;
      used[i] = codes[i] == (gint32) self->rules.rule;
      for (guint row = 0; row < stays->len; row++)
        if (!sums_add (&sums, i, &g_array_index (stays, KkrShelterStay, row)))
          {
            kkr_rational_overflow (error, _("the sum of the stays"));
            return NULL;
          }
    }
  kkr_table_builder_add_choices (builder, "reading", "Læsning", "Reading", codes, n, nicks, words,
                                 NULL);
  kkr_table_builder_add_yes_no (builder, "used", "Brugt", "Used", used, n);
  add_days (builder, &sums, FALSE);
  add_amounts (builder, &sums, FALSE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
