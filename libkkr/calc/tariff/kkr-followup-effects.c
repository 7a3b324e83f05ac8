/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* An effect of all years has year 0. */
static char *
make_key (const char *operator, const char *name, int year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);

  return kkr_followup_key (operator, name, number);
}

static guint
get_column (const KkrFollowupCap *self)
{
  return self->subject == KKR_CAP_SUBJECT_OFFERS ? KKR_EFFECTS_OFFER
         : self->subject == KKR_CAP_SUBJECT_OPERATORS ? KKR_EFFECTS_OPERATOR
                                                     : KKR_EFFECTS_MUNICIPALITY;
}

static gboolean
refuse (const KkrFollowupCap *self, guint row, guint column, KkrCalcError code, const char *text,
        GError **error)
{
  g_autofree char *place = kkr_followup_row_words (self->effects, row, column);

  g_set_error (error, KKR_CALC_ERROR, code, "%s: %s", place, text);
  return FALSE;
}

static gboolean
check_size (const KkrFollowupCap *self, guint row, GError **error)
{
  gboolean amount = kkr_sheet_has (self->effects, row, KKR_EFFECTS_AMOUNT);
  gboolean percent = kkr_sheet_has (self->effects, row, KKR_EFFECTS_PERCENT);
  KkrRational number = KKR_RATIONAL_ZERO;
  g_autofree char *found = NULL, *text = NULL;

  if (amount == percent)
    return refuse (self, row, G_MAXUINT, KKR_CALC_ERROR_INCONSISTENT,
                   amount ? _("an amount and a percentage found, one of them expected")
                          : _("no effect found, an amount or a percentage expected"), error);
  number = amount ? (KkrRational) KKR_RATIONAL_INT (
                      kkr_sheet_get_amount (self->effects, row, KKR_EFFECTS_AMOUNT))
                  : kkr_sheet_get_number (self->effects, row, KKR_EFFECTS_PERCENT);
  if (number.num >= 0)
    return TRUE;
  found = amount ? kkr_message_amount ((gint64) number.num) : kkr_message_number (&number);
  text = g_strdup_printf (_("a negative effect: %s found, 0 or more expected"), found);
  return refuse (self, row, amount ? KKR_EFFECTS_AMOUNT : KKR_EFFECTS_PERCENT,
                 KKR_CALC_ERROR_OUT_OF_RANGE, text, error);
}

static gboolean
read_row (KkrFollowupCap *self, guint row, GHashTable *known, GError **error)
{
  const char *operator = self->subject == KKR_CAP_SUBJECT_OFFERS &&
                         kkr_sheet_has (self->effects, row, KKR_EFFECTS_OPERATOR)
                           ? kkr_sheet_get_text (self->effects, row, KKR_EFFECTS_OPERATOR) : "";
  const char *name;
  g_autofree char *key = NULL;
  int year;

  if (!kkr_sheet_has (self->effects, row, get_column (self)))
    return refuse (self, row, get_column (self), KKR_CALC_ERROR_MISSING_INPUT,
                   _("missing: an effect without whom it is for found, a name expected"), error);
  name = kkr_sheet_get_text (self->effects, row, get_column (self));
  if (self->subject == KKR_CAP_SUBJECT_MUNICIPALITIES)
    name = kkr_followup_cap_name_municipality (self, name);
  key = kkr_followup_key (operator, name, NULL);
  if (!g_hash_table_contains (known, key))
    {
      g_autofree char *text = g_strdup_printf (_("not in the lists: \"%s\" found, a name of the "
                                                 "lists expected"), name);

      return refuse (self, row, get_column (self), KKR_CALC_ERROR_OUT_OF_RANGE, text, error);
    }
  if (!check_size (self, row, error))
    return FALSE;
  year = kkr_sheet_has (self->effects, row, KKR_EFFECTS_YEAR)
           ? (int) CLAMP (kkr_sheet_get_whole (self->effects, row, KKR_EFFECTS_YEAR), 0, 9999) : 0;
  return g_hash_table_insert (self->effect_rows, make_key (operator, name, year),
                              GUINT_TO_POINTER (row + 1)) ||
         refuse (self, row, G_MAXUINT, KKR_CALC_ERROR_INCONSISTENT,
                 _("a second effect for the same name and year found, one expected"), error);
}

gboolean
kkr_followup_effects_read (KkrFollowupCap *self, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GArray *reports = self->followup->lists->reports;
  guint n = kkr_sheet_get_n_rows (self->effects);

  for (guint i = 0; i < reports->len && n > 0; i++)
    {
      const KkrFollowupReport *report = &g_array_index (reports, KkrFollowupReport, i);
      const char *name = kkr_followup_cap_get_name (self, report);

      g_hash_table_add (known, kkr_followup_key (kkr_followup_cap_get_operator (self, report),
                                                 name, NULL));
      g_hash_table_add (known, kkr_followup_key (NULL, name, NULL));
    }
  for (guint row = 0; row < n; row++)
    if (!read_row (self, row, known, error))
      return FALSE;
  return TRUE;
}

int
kkr_followup_effects_find (const KkrFollowupCap *self, const KkrFollowupCapRow *row)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *key = make_key (i < 2 ? row->operator : "", row->name,
                                       i % 2 == 0 ? row->to : 0);
      gpointer found = g_hash_table_lookup (self->effect_rows, key);

      if (found != NULL)
        return (int) GPOINTER_TO_UINT (found) - 1;
    }
  return -1;
}
