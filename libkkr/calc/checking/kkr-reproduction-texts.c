/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction-private.h>

#include <libkkr/table/kkr-column-private.h>

const KkrWord kkr_verdict_words[] = {
  { "exact", "eksakt", "exact" },
  { "after-rounding", "efter afrunding", "after rounding" },
  { "differs", "afviger", "differs" },
};

const KkrWord kkr_kind_words[KKR_CASE_N_KINDS] = {
  { "sum", "sum", "sum" },
  { "mean", "gennemsnit", "mean" },
  { "share", "andel", "share" },
  { "formula", "formel", "formula" },
  { "equal", "samme tal", "same figure" },
  { "count", "optælling", "count" },
  { "calculation", "beregner", "calculator" },
};

const KkrWord kkr_no_yes_words[] = { { "no", "nej", "no" }, { "yes", "ja", "yes" } };

void
kkr_texts_end_words (KkrTableBuilder *builder, const char *name, const char *danish,
                     const char *english, const GArray *codes, const KkrWord *words, guint n_words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), labels_en = g_ptr_array_new ();
  GPtrArray *labels_da = g_ptr_array_new ();
  KkrColumn *column;

  for (guint i = 0; i < n_words; i++)
    {
      g_ptr_array_add (labels, (gpointer) words[i].word);
      g_ptr_array_add (labels_da, g_strdup (words[i].danish));
      g_ptr_array_add (labels_en, (gpointer) words[i].english);
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (labels_da, NULL);
  g_ptr_array_add (labels_en, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english,
                               (const gint32 *) (gpointer) codes->data, codes->len,
                               (const char *const *) labels->pdata);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) labels_en->pdata);
  column = kkr_table_builder_find (builder, name);
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, (char **) labels_da->pdata);
  g_ptr_array_free (labels_da, column == NULL);
}

void
kkr_texts_init (KkrTexts *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      self->texts[i] = g_ptr_array_new_with_free_func (g_free);
      self->codes[i] = g_array_new (FALSE, FALSE, sizeof (gint32));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->english); i++)
    self->english[i] = g_ptr_array_new_with_free_func (g_free);
}

void
kkr_texts_clear (KkrTexts *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      g_ptr_array_unref (self->texts[i]);
      g_array_unref (self->codes[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->english); i++)
    g_ptr_array_unref (self->english[i]);
}

void
kkr_texts_add (GPtrArray *column, const char *text)
{
  g_ptr_array_add (column, g_strdup (text != NULL ? text : ""));
}

void
kkr_texts_add_code (GArray *column, gint32 code)
{
  g_array_append_val (column, code);
}

void
kkr_texts_end (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
               GPtrArray *texts)
{
  g_autofree const char **values = g_new0 (const char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    values[i] = texts->pdata[i];
  kkr_table_builder_add_text (builder, name, danish, english, values);
}

/* Texts of which each row has its own, in two languages. */
void
kkr_texts_end_translated (KkrTableBuilder *builder, const char *name, const char *danish,
                          const char *english, GPtrArray *texts, GPtrArray *texts_en)
{
  g_autofree gint32 *codes = g_new (gint32, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    codes[i] = (gint32) i;
  g_ptr_array_add (texts, NULL);
  g_ptr_array_add (texts_en, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, texts->len - 1,
                               (const char *const *) texts->pdata);
  kkr_table_builder_set_labels_in_english (builder, name,
                                           (const char *const *) texts_en->pdata);
}
