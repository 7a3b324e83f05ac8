/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>

#define PLACEMENTS "placements"
#define SUPPLY "supply"
#define PLACED_KEYS "dom-placements/persons/"
#define SUPPLY_KEYS "dom-places-2023/"

/* "108" of "§ 108", "SEL § 108", "sel-108" and "108"; else the text itself. */
static char *
paragraph_key (const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  const char *at = folded;
  gsize n;

  if (g_str_has_prefix (at, "sel"))
    at += strlen ("sel");
  at += strspn (at, " -");
  if (g_str_has_prefix (at, "§"))
    at += strlen ("§");
  at += strspn (at, " ");
  n = strspn (at, "0123456789");
  if (n == 0 || (at[n] != '\0' && !(g_ascii_isalpha (at[n]) && at[n + 1] == '\0')))
    return g_steal_pointer (&folded);
  return g_strdup (at);
}

static void
add_placement (KkrDemand *self, GHashTable *known, const char *text, gint64 persons)
{
  g_autofree char *key = paragraph_key (text);
  gpointer number;

  if (!g_hash_table_lookup_extended (known, key, NULL, &number))
    {
      KkrDemandPlacement placement = { .key = g_strdup (key) };

      placement.label = g_ascii_isdigit (*key) ? g_strdup_printf ("§ %s", key)
                                               : g_strstrip (g_strdup (text));
      number = GUINT_TO_POINTER (self->placed->len);
      g_array_append_val (self->placed, placement);
      g_hash_table_insert (known, g_strdup (key), number);
    }
  g_array_index (self->placed, KkrDemandPlacement, GPOINTER_TO_UINT (number)).persons += persons;
  self->n_placed += persons;
}

static int
compare_placements (gconstpointer a, gconstpointer b)
{
  const KkrDemandPlacement *one = a, *two = b;

  if (one->persons != two->persons)
    return one->persons > two->persons ? -1 : 1;
  return strcmp (one->key, two->key);
}

static void
check_rest (KkrDemand *self)
{
  g_autofree char *placed = kkr_format_int (self->n_placed, C_("language of amounts", "en"));
  g_autofree char *judged = kkr_format_int (self->n_judged, C_("language of amounts", "en"));

  if (self->n_placed > self->n_judged && self->fault == NULL)
    kkr_demand_fault (self, PLACEMENTS, NULL, 0, 0, KKR_CALC_ERROR_INCONSISTENT,
                      _("more persons placed than judged: %s found, %s at most expected"), placed,
                      judged);
}

void
kkr_demand_read_placements (KkrDemand *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KkrSheet *sheet = self->placements;

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      gint64 persons;

      if (kkr_demand_read_count (self, PLACEMENTS, sheet, row, KKR_DEMAND_PLACED, &persons))
        add_placement (self, known, kkr_sheet_get_text (sheet, row, KKR_DEMAND_PARAGRAPH), persons);
    }
  /* Those of the register are of the judgements of the register. */
  if (self->judged_by_register && kkr_calculator_get_table (self->calculator, PLACEMENTS) == NULL)
    {
      g_auto (GStrv) keys = kkr_register_dup_keys (self->reg, PLACED_KEYS);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          const gint64 persons = kkr_demand_use_fact (self, PLACEMENTS, keys[i]);

          if (persons != KKR_DEMAND_UNKNOWN)
            add_placement (self, known, keys[i] + strlen (PLACED_KEYS), persons);
        }
      self->placed_by_register = self->placed->len > 0;
    }
  g_array_sort (self->placed, compare_placements);
  if (self->judgements != NULL)
    check_rest (self);
}

/* Unknown as soon as a part of it is. */
static void
add_offers (KkrDemandSupply *supply, gint64 offers)
{
  if (offers == KKR_DEMAND_UNKNOWN || supply->offers == KKR_DEMAND_UNKNOWN)
    supply->offers = KKR_DEMAND_UNKNOWN;
  else
    supply->offers += offers;
}

static void
add_supply (KkrDemand *self, GHashTable *known, guint municipality, int sector, gint64 offers,
            gint64 places)
{
  const guint key = municipality * (KKR_DEMAND_N_SECTORS + 1) + (guint) sector;
  gpointer number;
  KkrDemandSupply *found;

  if (!g_hash_table_lookup_extended (known, GUINT_TO_POINTER (key), NULL, &number))
    {
      const KkrDemandSupply supply = { .municipality = municipality, .sector = sector };

      number = GUINT_TO_POINTER (self->supplied->len);
      g_array_append_val (self->supplied, supply);
      g_hash_table_insert (known, GUINT_TO_POINTER (key), number);
    }
  found = &g_array_index (self->supplied, KkrDemandSupply, GPOINTER_TO_UINT (number));
  add_offers (found, offers);
  found->places += places;
}

static void
read_supply_row (KkrDemand *self, GHashTable *known, guint row, guint municipality)
{
  KkrSheet *sheet = self->supply;
  gint64 places, offers = KKR_DEMAND_UNKNOWN;
  gboolean good = kkr_demand_read_count (self, SUPPLY, sheet, row, KKR_DEMAND_SUPPLY_PLACES,
                                         &places);

  if (kkr_sheet_has (sheet, row, KKR_DEMAND_SUPPLY_OFFERS))
    good &= kkr_demand_read_count (self, SUPPLY, sheet, row, KKR_DEMAND_SUPPLY_OFFERS, &offers);
  if (good && municipality != G_MAXUINT)
    add_supply (self, known, municipality,
                kkr_sheet_get_choice (sheet, row, KKR_DEMAND_SUPPLY_SECTOR), offers, places);
}

/* "dom-places-2023/private-places/860"; its offers stand beside it. */
static void
read_supply_key (KkrDemand *self, GHashTable *known, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  g_autofree char *nick = NULL, *offers_key = NULL;
  KkrSector sector;
  gint64 places, offers;
  g_autoptr (GError) error = NULL;
  guint municipality;

  if (g_strv_length (parts) != 3 || !g_str_has_suffix (parts[1], "-places") ||
      g_str_equal (parts[2], "total"))
    return;
  nick = g_strndup (parts[1], strlen (parts[1]) - strlen ("-places"));
  sector = kkr_sector_from_string (nick, NULL);
  places = sector != KKR_SECTOR_UNSET ? kkr_demand_use_fact (self, SUPPLY, key)
                                      : KKR_DEMAND_UNKNOWN;
  if (places == KKR_DEMAND_UNKNOWN)
    return;
  offers_key = g_strdup_printf (SUPPLY_KEYS "%s-offers/%s", nick, parts[2]);
  offers = kkr_demand_use_fact (self, SUPPLY, offers_key);
  municipality = kkr_demand_find_municipality (self, parts[2], &error);
  if (municipality != G_MAXUINT)
    add_supply (self, known, municipality, sector, offers, places);
  else
    kkr_demand_fault (self, SUPPLY, NULL, 0, 0, KKR_CALC_ERROR_NO_DATA, "%s", error->message);
}

static int
compare_supply (gconstpointer a, gconstpointer b, gpointer data)
{
  const KkrDemandSupply *one = a, *two = b;
  const KkrDemandMunicipality *first = kkr_demand_get_municipality (data, one->municipality);
  const KkrDemandMunicipality *second = kkr_demand_get_municipality (data, two->municipality);

  if (first->code != second->code)
    return first->code < second->code ? -1 : 1;
  if (one->municipality != two->municipality)
    return one->municipality < two->municipality ? -1 : 1;
  return one->sector - two->sector;
}

static void
read_supply_table (KkrDemand *self, GHashTable *known)
{
  g_autofree guint *municipalities = kkr_demand_read_municipalities (
    self, SUPPLY, self->supply, KKR_DEMAND_SUPPLY_MUNICIPALITY);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->supply); row++)
    read_supply_row (self, known, row, municipalities[row]);
}

void
kkr_demand_read_supply (KkrDemand *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  if (kkr_calculator_get_table (self->calculator, SUPPLY) != NULL)
    read_supply_table (self, known);
  else if (self->reg != NULL)
    {
      g_auto (GStrv) keys = kkr_register_dup_keys (self->reg, SUPPLY_KEYS);

      for (guint i = 0; keys[i] != NULL; i++)
        read_supply_key (self, known, keys[i]);
      self->supplied_by_register = self->supplied->len > 0;
    }
  g_array_sort_with_data (self->supplied, compare_supply, self);
}
