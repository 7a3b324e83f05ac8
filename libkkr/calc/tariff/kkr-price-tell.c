/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-assumed-private.h>

const char *
kkr_price_plan_series_name (KkrPricePlan *self, guint series)
{
  return series == KKR_PRICE_COMPOSITE ? "sammensat" : kkr_price_book_name (self->book, series);
}

const char *
kkr_price_plan_amount_name (KkrPricePlan *self)
{
  const char *series = kkr_price_plan_series_name (self, self->series);

  return *series != '\0' ? series : "–";
}

static guint
count_years (const KkrPricePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->chains->len; i++)
    n = MAX (n, ((const KkrPriceChain *) self->chains->pdata[i])->n_years);
  return n;
}

static gboolean
is_composite (const KkrPricePlan *self)
{
  for (guint i = 0; i < self->chains->len; i++)
    if (((const KkrPriceChain *) self->chains->pdata[i])->series == KKR_PRICE_COMPOSITE)
      return TRUE;
  return FALSE;
}

/* Which reading is used is said where another would give another figure. */
static void
note_readings (KkrPricePlan *self)
{
  if (count_years (self) > 1)
    {
      kkr_price_plan_add_note (self, KKR_NOTE_KIND_ROUNDING,
                               self->yearly ? "Beløbet er afrundet for hvert år."
                                            : "Beløbet er afrundet én gang, i det sidste år.",
                               self->yearly ? "The amount is rounded for each year."
                                            : "The amount is rounded once, in the last year.");
      kkr_price_plan_add_note (self, KKR_NOTE_KIND_REMARK,
                               self->additive
                                 ? "Satserne er lagt sammen: hvert år regnes af det første "
                                   "prisniveau."
                                 : "Satserne er ganget sammen: hvert år regnes af året før.",
                               self->additive
                                 ? "The rates are added: each year is of the first price level."
                                 : "The rates are multiplied: each year is of the year before.");
    }
  if (is_composite (self))
    kkr_price_plan_add_note (self, KKR_NOTE_KIND_REMARK,
                             self->composite == KKR_COMPOSITE_RULE_PARTS
                               ? "Den sammensatte serie: beløbet er delt efter vægtene i det "
                                 "første prisniveau, og hver del følger sin egen serie."
                               : "Den sammensatte serie: satsen i hvert år er satsernes vejede "
                                 "gennemsnit.",
                             self->composite == KKR_COMPOSITE_RULE_PARTS
                               ? "The composite series: the amount is divided by the weights at "
                                 "the first price level, and each part goes by its own series."
                               : "The composite series: the rate of each year is the mean of the "
                                 "rates by the weights.");
}

static void
note_totals (KkrPricePlan *self)
{
  for (guint i = 0; i < self->totals->len; i++)
    {
      const KkrPriceTotal *total = self->totals->pdata[i];
      g_autofree char *da = NULL, *en = NULL, *missed_da = NULL, *missed_en = NULL;
      gint64 missed = total->together - total->parts;

      if (!total->is_one || missed == 0)
        continue;
      missed_da = kkr_format_amount (ABS (missed), TRUE, "da");
      missed_en = kkr_format_amount (ABS (missed), TRUE, "en");
      da = g_strdup_printf ("%s: summen reguleret som ét beløb er %s kr. %s end de afrundede "
                            "beløb lagt sammen.", total->name != NULL ? total->name : "I alt",
                            missed_da, missed > 0 ? "mere" : "mindre");
      en = g_strdup_printf ("%s: the sum, regulated as one amount, is DKK %s %s than the rounded "
                            "amounts added up.", total->name != NULL ? total->name : "Total",
                            missed_en, missed > 0 ? "more" : "less");
      kkr_price_plan_add_note (self, KKR_NOTE_KIND_ROUNDING, da, en);
    }
}

static void
note_facts (KkrPricePlan *self)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer rate;
  KkrNote *assumed;

  g_hash_table_iter_init (&iter, self->book->asked);
  while (g_hash_table_iter_next (&iter, NULL, &rate))
    {
      KkrFact *fact = ((KkrPriceRate *) rate)->fact;
      g_autofree char *da = NULL, *en = NULL;

      g_ptr_array_add (used, fact);
      if (kkr_fact_get_confirmed (fact) || kkr_fact_is_overlaid (fact))
        continue;
      da = g_strdup_printf ("Oplysningen %s er ikke bekræftet af en primær kilde.",
                            kkr_fact_get_key (fact));
      en = g_strdup_printf ("The fact %s is not confirmed by a primary source.",
                            kkr_fact_get_key (fact));
      kkr_price_plan_add_note (self, KKR_NOTE_KIND_UNCONFIRMED, da, en);
    }
  if (self->book->reg == NULL)
    return;
  assumed = kkr_assumed_note_new (self->book->reg, used);
  if (assumed != NULL)
    g_ptr_array_add (self->notes, assumed);
}

void
kkr_price_plan_note (KkrPricePlan *self)
{
  note_readings (self);
  self->first_total_note = self->notes->len;
  note_totals (self);
  self->end_total_notes = self->notes->len;
  note_facts (self);
}
