/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-field-private.h>

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

gboolean
kkr_sheet_field_is_text (const KkrSheetField *self)
{
  return self->spec == NULL || kkr_sheet_kind_is_text (self->spec->kind) ||
         self->spec->kind == KKR_SHEET_CHOICE || self->spec->kind == KKR_SHEET_BOOLEAN;
}

KkrSheetField *
kkr_sheet_field_new (const KkrSheetColumn *spec, const char *heading)
{
  KkrSheetField *self = g_new0 (KkrSheetField, 1);
  gsize size = sizeof (gint32);

  self->spec = spec;
  self->heading = g_strdup (heading);
  if (spec != NULL && spec->kind == KKR_SHEET_NUMBER)
    size = sizeof (KkrRational);
  else if (spec != NULL && (spec->kind == KKR_SHEET_AMOUNT || spec->kind == KKR_SHEET_WHOLE))
    size = sizeof (gint64);
  self->values = g_array_new (FALSE, FALSE, (guint) size);
  self->wrong = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
kkr_sheet_field_free (KkrSheetField *self)
{
  g_free (self->heading);
  g_array_unref (self->values);
  kkr_interner_clear (&self->labels);
  g_ptr_array_unref (self->wrong);
  g_free (self);
}

void
kkr_sheet_field_append (KkrSheetField *self, const KkrSheetValue *value)
{
  if (kkr_sheet_field_is_text (self) || self->spec->kind == KKR_SHEET_DATE)
    g_array_append_val (self->values, value->small);
  else if (self->spec->kind == KKR_SHEET_NUMBER)
    g_array_append_val (self->values, value->number);
  else
    g_array_append_val (self->values, value->whole);
}

void
kkr_sheet_field_append_blank (KkrSheetField *self)
{
  static const KkrSheetValue blank = { G_MININT32, G_MININT64, { 0, 0 } };

  kkr_sheet_field_append (self, &blank);
}

static void
add_words (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const KkrSheetField *field)
{
  g_autofree const char **labels = g_new0 (const char *, (gsize) field->labels.n_texts + 1);

  for (guint i = 0; i < field->labels.n_texts; i++)
    labels[i] = kkr_interner_get (&field->labels, i);
  kkr_table_builder_add_codes (builder, name, danish, english,
                               (const gint32 *) (gpointer) field->values->data,
                               field->values->len, labels);
}

static void
add_column (KkrTableBuilder *builder, const KkrSheetField *field)
{
  g_autofree char *danish = kkr_param_text_in (field->spec->title, "da");
  g_autofree char *english = kkr_param_text_in (field->spec->title, "en");
  const char *name = field->spec->name;
  gpointer values = field->values->data;
  const gsize n = field->values->len;

  switch (field->spec->kind)
    {
    case KKR_SHEET_NUMBER:
      kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_NONE, values, n);
      break;
    case KKR_SHEET_AMOUNT:
      kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_AMOUNT, values, n);
      break;
    case KKR_SHEET_WHOLE:
      kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_NONE, values, n);
      break;
    case KKR_SHEET_DATE:
      kkr_table_builder_add_date (builder, name, danish, english, values, n);
      break;
    case KKR_SHEET_TEXT:
    case KKR_SHEET_PERSON:
    case KKR_SHEET_CHOICE:
    case KKR_SHEET_BOOLEAN:
    default:
      add_words (builder, name, danish, english, field);
    }
}

void
kkr_sheet_field_end (KkrSheetField *self, KkrTableBuilder *builder)
{
  if (self->spec != NULL)
    add_column (builder, self);
  else
    add_words (builder, self->heading, self->heading, self->heading, self);
}
