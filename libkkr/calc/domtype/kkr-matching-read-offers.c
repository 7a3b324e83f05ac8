/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

/* The operator's sector where the table has none: as the register has the operator, or what the
 * operator is called. */
static KkrSector
find_sector (KkrMatching *self, const char *text)
{
  static const char ending[] = " kommune";
  g_autoptr (KkrOperator) found = kkr_register_find_operator (self->reg, text, NULL);
  g_autoptr (KkrMunicipality) municipality = NULL;
  g_autoptr (KkrRegion) region = NULL;

  if (found != NULL)
    return kkr_sector_from_string (kkr_operator_get_sector (found), NULL);
  municipality = kkr_register_find_municipality (self->reg, text, NULL);
  if (municipality == NULL && strlen (text) > strlen (ending)
      && g_ascii_strcasecmp (text + strlen (text) - strlen (ending), ending) == 0)
    {
      g_autofree char *bare = g_strndup (text, strlen (text) - strlen (ending));

      municipality = kkr_register_find_municipality (self->reg, bare, NULL);
    }
  if (municipality != NULL)
    return KKR_SECTOR_MUNICIPAL;
  region = kkr_register_find_region (self->reg, text, NULL);
  return region != NULL ? KKR_SECTOR_REGIONAL : KKR_SECTOR_UNSET;
}

/* What each text of the column of operators comes to, looked up once. */
static KkrSector *
read_operators (KkrMatching *self, const gint32 **codes)
{
  guint n;
  KkrSector *sectors;

  *codes = kkr_sheet_get_codes (self->offer_sheet, KKR_MATCHING_OFFER_OPERATOR, &n);
  sectors = g_new0 (KkrSector, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    sectors[i] = find_sector (self, kkr_sheet_get_code_text (self->offer_sheet,
                                                             KKR_MATCHING_OFFER_OPERATOR,
                                                             (gint32) i));
  return sectors;
}

static int
read_stated (const KkrSheet *sheet, guint row, guint column)
{
  return kkr_sheet_has (sheet, row, column) ? kkr_sheet_get_boolean (sheet, row, column) : -1;
}

static void
check_offer (KkrMatching *self, guint row, const char *name)
{
  KkrSheet *sheet = self->offer_sheet;
  const gint64 places = kkr_sheet_get_whole (sheet, row, KKR_MATCHING_OFFER_PLACES);
  const gint64 tariff = kkr_sheet_get_amount (sheet, row, KKR_MATCHING_OFFER_TARIFF);
  g_autofree char *quoted = kkr_text_quote (name);

  if (places != G_MININT64 && (places < 0 || places > G_MAXINT32))
    kkr_matching_report (self, sheet, row, KKR_MATCHING_OFFER_PLACES, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("%s: no number of places: %lld found, 0 to %d expected"), quoted,
                         (long long) places, G_MAXINT32);
  if (tariff != G_MININT64 && tariff < 0)
    {
      g_autofree char *amount = kkr_message_amount (tariff);

      kkr_matching_report (self, sheet, row, KKR_MATCHING_OFFER_TARIFF,
                           KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("%s: a negative tariff: %s found, 0 or more expected"), quoted,
                           amount);
    }
}

static void
read_dom_types (KkrMatching *self, guint row, KkrMatchingOffer *offer)
{
  const char *text = kkr_sheet_get_text (self->offer_sheet, row, KKR_MATCHING_OFFER_DOM_TYPES);
  g_autofree char *unknown = NULL;

  if (!kkr_matching_read_types (self, text, &offer->dom_types, &unknown))
    {
      g_autofree char *name = kkr_text_quote (offer->name);
      g_autofree char *quoted = kkr_text_quote (unknown);

      kkr_matching_report (self, self->offer_sheet, row, KKR_MATCHING_OFFER_DOM_TYPES,
                           KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("%s: no such dom-type: %s found, those of the register expected"),
                           name, quoted);
    }
}

static void
read_offer (KkrMatching *self, guint row)
{
  const KkrSheet *sheet = self->offer_sheet;
  KkrMatchingOffer *offer = &self->offers[row];
  const char *name = kkr_sheet_get_text (sheet, row, KKR_MATCHING_OFFER_NAME);

  offer->row = row;
  offer->name = name;
  offer->municipality
    = kkr_matching_read_municipality (self, kkr_sheet_get_text (sheet, row,
                                                                KKR_MATCHING_OFFER_MUNICIPALITY));
  offer->sector = (KkrSector) kkr_sheet_get_choice (sheet, row, KKR_MATCHING_OFFER_SECTOR);
  offer->long_term = read_stated (sheet, row, KKR_MATCHING_OFFER_LONG_TERM);
  offer->secured = read_stated (sheet, row, KKR_MATCHING_OFFER_SECURED);
  offer->approved = (KkrPortalApproval) kkr_sheet_get_choice (sheet, row,
                                                              KKR_MATCHING_OFFER_APPROVED);
  self->texts->offer_groups[row]
    = kkr_matching_read_groups (self, kkr_sheet_get_text (sheet, row,
                                                          KKR_MATCHING_OFFER_GROUPS));
  read_dom_types (self, row, offer);
  check_offer (self, row, name);
  if (!kkr_matching_add_key (self->texts->offer_of, name, row))
    {
      g_autofree char *quoted = kkr_text_quote (name);

      kkr_matching_report (self, self->offer_sheet, row, KKR_MATCHING_OFFER_NAME,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("an offer that is there already: %s of row %u found, another name "
                             "expected"), quoted,
                           kkr_matching_find_offer (self, name) + 1);
    }
}

void
kkr_matching_read_offers (KkrMatching *self)
{
  const gint32 *operators;
  g_autofree KkrSector *sectors = NULL;

  self->n_offers = kkr_sheet_get_n_rows (self->offer_sheet);
  self->offers = g_new0 (KkrMatchingOffer, (gsize) self->n_offers + 1);
  self->texts->offer_groups = g_new0 (guint, (gsize) self->n_offers + 1);
  sectors = read_operators (self, &operators);
  for (guint row = 0; row < self->n_offers; row++)
    {
      KkrMatchingOffer *offer = &self->offers[row];

      read_offer (self, row);
      if (offer->sector != KKR_SECTOR_UNSET || operators[row] < 0)
        continue;
      offer->sector = sectors[operators[row]];
      if (offer->sector != KKR_SECTOR_UNSET)
        g_ptr_array_add (self->texts->derived_sectors, (gpointer) offer->name);
    }
}
