/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

#define MAX_PLACES 1000000000

static void G_GNUC_PRINTF (6, 7)
report_row (const KkrShelter *self, KkrSheet *sheet, guint row, guint column, KkrCalcError code,
            const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
}

static void
check_places (const KkrShelter *self, KkrSheet *sheet, guint row, const char *name, guint column)
{
  const gint64 places = kkr_shelter_get_whole (sheet, row, column);
  g_autofree char *quoted = kkr_text_quote (name);

  if (places < 0 || places > MAX_PLACES)
    report_row (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                _("%s: no number of places: %lld found, 0 to %d expected"), quoted,
                (long long) places, MAX_PLACES);
}

static void
check_area (const KkrShelter *self, guint row)
{
  const char *name = kkr_sheet_get_text (self->areas, row, KKR_SHELTER_AREA_NAME);
  const guint first = (guint) kkr_shelter_find_area (self, name);
  g_autofree char *quoted = kkr_text_quote (name);

  if (first != row)
    report_row (self, self->areas, row, KKR_SHELTER_AREA_NAME, KKR_CALC_ERROR_INCONSISTENT,
                _("an area that is there already: %s of row %u found, another area expected"),
                quoted, first + 1);
  check_places (self, self->areas, row, name, KKR_SHELTER_AREA_CAPACITY);
  check_places (self, self->areas, row, name, KKR_SHELTER_AREA_PUBLIC);
  check_places (self, self->areas, row, name, KKR_SHELTER_AREA_DEMAND);
}

static void
check_award (const KkrShelter *self, guint row, const char *quoted,
             const KkrShelterSupplier *supplier)
{
  const gint64 places = kkr_shelter_get_whole (self->suppliers, row, KKR_SHELTER_SUPPLIER_PLACES);

  if (supplier->is_public && supplier->awarded > 0)
    report_row (self, self->suppliers, row, KKR_SHELTER_SUPPLIER_AWARDED,
                KKR_CALC_ERROR_INCONSISTENT,
                _("%s is public and has an award: %lld places found, none expected, since only "
                  "what is not public is put out to tender"), quoted,
                (long long) supplier->awarded);
  else if (supplier->awarded > places)
    report_row (self, self->suppliers, row, KKR_SHELTER_SUPPLIER_AWARDED,
                KKR_CALC_ERROR_INCONSISTENT,
                _("%s: more places awarded than it has: %lld of %lld found, %lld at most expected"),
                quoted, (long long) supplier->awarded, (long long) places, (long long) places);
  else if (supplier->awarded > 0 && !supplier->may_be_awarded)
    report_row (self, self->suppliers, row, KKR_SHELTER_SUPPLIER_AWARDED,
                KKR_CALC_ERROR_INCONSISTENT,
                _("%s: an award without an approval: %lld places found, none expected before it "
                  "is approved or expects to be before it starts"), quoted,
                (long long) supplier->awarded);
}

static gboolean
check_supplier (const KkrShelter *self, guint row)
{
  KkrSheet *sheet = self->suppliers;
  const char *name = kkr_sheet_get_text (sheet, row, KKR_SHELTER_SUPPLIER_NAME);
  const char *area = kkr_sheet_get_text (sheet, row, KKR_SHELTER_SUPPLIER_AREA);
  g_autofree char *quoted = kkr_text_quote (name);
  g_autofree char *found = kkr_text_quote (area);

  check_places (self, sheet, row, name, KKR_SHELTER_SUPPLIER_PLACES);
  check_places (self, sheet, row, name, KKR_SHELTER_SUPPLIER_AWARDED);
  if (kkr_shelter_find_area (self, area) >= 0)
    return TRUE;
  report_row (self, sheet, row, KKR_SHELTER_SUPPLIER_AREA, KKR_CALC_ERROR_INCONSISTENT,
              _("%s: no such area: %s found, one of the areas expected"), quoted, found);
  return FALSE;
}

static void
check_names (const KkrShelter *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->suppliers); row++)
    {
      const char *name = kkr_sheet_get_text (self->suppliers, row, KKR_SHELTER_SUPPLIER_NAME);
      const gint32 area
        = kkr_shelter_find_area (self, kkr_sheet_get_text (self->suppliers, row,
                                                           KKR_SHELTER_SUPPLIER_AREA));
      g_autofree char *folded = kkr_text_fold (name);
      char *key = g_strdup_printf ("%d/%s", area, folded);
      const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));
      g_autofree char *quoted = kkr_text_quote (name);

      if (first > 0)
        report_row (self, self->suppliers, row, KKR_SHELTER_SUPPLIER_NAME,
                    KKR_CALC_ERROR_INCONSISTENT,
                    _("a supplier that is there already: %s of row %u found, another supplier or "
                      "another area expected"), quoted, first);
      g_hash_table_insert (rows, key, GUINT_TO_POINTER (first > 0 ? first : row + 1));
    }
}

void
kkr_shelter_check_capacity (KkrShelter *self)
{
  g_autoptr (GArray) suppliers = NULL;
  gboolean good = TRUE;

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->areas); row++)
    check_area (self, row);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->suppliers); row++)
    good = check_supplier (self, row) && good;
  check_names (self);
  if (!good)
    return;
  suppliers = kkr_shelter_compute_suppliers (self);
  for (guint row = 0; row < suppliers->len; row++)
    {
      const char *name = kkr_sheet_get_text (self->suppliers, row, KKR_SHELTER_SUPPLIER_NAME);
      g_autofree char *quoted = kkr_text_quote (name);

      check_award (self, row, quoted, &g_array_index (suppliers, KkrShelterSupplier, row));
    }
}
