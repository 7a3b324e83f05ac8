/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-register-layout-private.h>

/* A table of the register in the place of a grid. */

static guint
count_decimals (const char *printed)
{
  const char *dot = strchr (printed, '.');

  return dot != NULL ? (guint) strlen (dot + 1) : 0;
}

static gboolean
convert (const KkrFactRecord *record, KkrCaseCell *cell)
{
  KkrRational factor = KKR_RATIONAL_INT (1);

  cell->value = (KkrRational) { record->num, MAX (record->den, 1) };
  if (record->unit == KKR_UNIT_AMOUNT)
    factor.den = 100;
  else if (record->unit == KKR_UNIT_SHARE)
    factor.num = 100;
  cell->unit = record->unit == KKR_UNIT_SHARE ? KKR_UNIT_PERCENT : (KkrUnit) record->unit;
  if (cell->unit == KKR_UNIT_UNSET)
    cell->unit = KKR_UNIT_NONE;
  return kkr_rational_multiply (&cell->value, &factor, &cell->value);
}

static void
take_qualifier (const KkrFactRecord *record, KkrCaseCell *cell)
{
  switch ((KkrQualifier) record->qualifier)
    {
    case KKR_QUALIFIER_MORE_THAN:
    case KKR_QUALIFIER_AT_LEAST:
      cell->side = 1;
      cell->included = record->qualifier == KKR_QUALIFIER_AT_LEAST;
      break;
    case KKR_QUALIFIER_LESS_THAN:
    case KKR_QUALIFIER_UP_TO:
      cell->side = -1;
      cell->included = record->qualifier == KKR_QUALIFIER_UP_TO;
      break;
    case KKR_QUALIFIER_UNSET:
    case KKR_QUALIFIER_APPROXIMATELY:
    default:
      break;
    }
}

/* The number as the document prints it, in the scale of the print. */
static char *
print (const KkrFactRecord *record, const char *printed, const KkrCaseCell *cell)
{
  KkrRational scale = KKR_RATIONAL_INT (MAX (record->scale, 1)), shown;

  if (!kkr_rational_divide (&cell->value, &scale, &shown))
    return g_strdup (printed);
  return kkr_format_decimals (&shown, count_decimals (printed), "da");
}

static void
read_record (KkrCaseBook *book, const KkrLayout *layout, const KkrLayoutCell *from,
             KkrCaseCell *cell)
{
  const KkrFactRecord *record = from->record;
  const char *printed = kkr_key_facts_get_text (&from->facts, record->printed);
  gint64 size = MAX (MAX (record->scale, record->precision), 1);
  g_autofree char *text = NULL;

  if (record->status != KKR_CELL_STATUS_VALUE || printed == NULL
      || (record->flags & KKR_FACT_IS_TEXT) != 0 || !convert (record, cell))
    return;
  cell->precision = KKR_RATIONAL_INT (size);
  for (guint i = record->precision == 0 ? count_decimals (printed) : 0; i > 0; i--)
    {
      const KkrRational ten = KKR_RATIONAL_INT (10);

      if (!kkr_rational_divide (&cell->precision, &ten, &cell->precision))
        return;
    }
  take_qualifier (record, cell);
  cell->rounded = size > 1 || count_decimals (printed) > 0;
  if (from->facts.delta == NULL)
    {
      cell->source = kkr_store_get_source (layout->store, record->source);
      cell->section = kkr_key_facts_get_text (&from->facts, record->section);
    }
  text = print (record, printed, cell);
  cell->text = g_string_chunk_insert (book->findings.strings, text);
}

static void
add_columns (KkrCaseBook *book, KkrCase *self, const KkrLayout *layout, const KkrPlace *place)
{
  for (guint i = 0; i < layout->table->n_columns; i++)
    {
      const KkrColumnRecord *record = &layout->columns[i];
      KkrCaseColumn column =
        kkr_case_describe_column (book, self, kkr_layout_get_text (layout, record->name));

      if (column.danish == NULL)
        column.danish = kkr_store_get_text (layout->store, record->title);
      if (column.english == NULL)
        column.english = kkr_store_get_text (layout->store, record->title_en);
      column.unit = (KkrUnit) record->defaults.unit;
      column.scale = (gint64) record->defaults.scale;
      kkr_case_add_column (book, self, &column, place);
    }
}

/* The texts of a row, such as "Voksne i alt, Falde"; NULL if there are none. */
static const char *
join_texts (KkrCaseBook *book, const KkrLayout *layout, guint row)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint j = 0; j < layout->table->n_columns; j++)
    {
      const char *text;
      KkrLayoutCell from;

      if (!kkr_layout_get_cell (layout, row, j, &from)
          || (from.record->flags & KKR_FACT_IS_TEXT) == 0)
        continue;
      text = kkr_key_facts_get_text (&from.facts, from.record->printed);
      if (text != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", text);
    }
  return all->len > 0 ? g_string_chunk_insert (book->findings.strings, all->str) : NULL;
}

static const char *
find_title (KkrCaseBook *book, const KkrLayout *layout, guint i, const char *subject)
{
  const KkrRowRecord *row = &layout->rows[i];
  const char *title = kkr_store_get_text (layout->store, row->title);
  gboolean municipality = (layout->table->flags & KKR_TABLE_MUNICIPALITIES) != 0
                          && row->total == 0;
  g_autoptr (KkrMunicipality) found =
    title == NULL && municipality ? kkr_register_find_municipality (layout->reg, subject, NULL)
                                  : NULL;

  if (found != NULL)
    return g_string_chunk_insert_const (book->findings.strings, kkr_municipality_get_name (found));
  if (title == NULL)
    title = join_texts (book, layout, i);
  return title != NULL ? title : subject;
}

static void
add_rows (KkrCaseBook *book, KkrCase *self, const KkrLayout *layout, const KkrPlace *place)
{
  guint n = layout->table->n_columns;

  for (guint i = 0; i < layout->table->n_rows; i++)
    {
      const KkrRowRecord *row = &layout->rows[i];
      const char *subject = kkr_layout_get_text (layout, row->subject);

      if (!kkr_case_add_row (book, self, subject, find_title (book, layout, i, subject), place))
        return;
      g_array_set_size (self->cells, (i + 1) * n);
      for (guint j = 0; j < n; j++)
        {
          KkrCaseCell *cell = &g_array_index (self->cells, KkrCaseCell, i * n + j);
          KkrLayoutCell from;

          if (kkr_layout_get_cell (layout, i, j, &from))
            read_record (book, layout, &from, cell);
        }
    }
  /* A second name, where it is free. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *title = g_array_index (self->rows, KkrCaseRow, i).title;

      if (!g_hash_table_contains (self->row_names, title))
        g_hash_table_insert (self->row_names, (gpointer) title, GUINT_TO_POINTER (i + 1));
    }
}

static void
refuse_table (KkrCaseBook *book, const char *key, const KkrPlace *place)
{
  g_auto (GStrv) keys = kkr_register_dup_table_keys (book->reg, NULL);
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, key, 1, FALSE);
  for (char **name = keys; *name != NULL; name++)
    kkr_nearest_offer (&nearest, *name);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_UNKNOWN_TABLE, place,
                        kkr_nearest_get (&nearest),
                        _("unknown table: \"%s\" found, one of the register's expected"), key);
}

void
kkr_case_read_table (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *grid, const char *key)
{
  const KkrPlace *place = kkr_case_node_place (grid, KKR_CASE_TABLE);
  KkrLayout layout;

  if (strspn (grid->text->str, " \t\r\n") != grid->text->len)
    {
      KkrPlace at = kkr_case_node_text_place (grid, 0);

      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_STRAY_TEXT, &at, NULL,
                            _("text in the grid of a table of the register: some found, none "
                              "expected"));
    }
  if (!kkr_layout_init (&layout, book->reg, key))
    {
      refuse_table (book, key, place);
      return;
    }
  book->n_cells += (guint64) layout.table->n_rows * layout.table->n_columns;
  if (book->n_cells > KKR_CASE_MAX_CELLS)
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_TOO_MUCH, place, NULL,
                          _("too many cells: more than %d found, at most as many expected"),
                          KKR_CASE_MAX_CELLS);
  else
    {
      add_columns (book, self, &layout, place);
      add_rows (book, self, &layout, place);
    }
  kkr_layout_clear (&layout);
}
