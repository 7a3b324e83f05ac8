/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/reproduce-private.h>

#include <string.h>

#define N_COUNTS 6

static const char *const count_names[N_COUNTS] = {
  "figures", "by-calculator", "exact", "after-rounding", "differs", "unexpected",
};

typedef struct {
  KkrResult *result;
  const char *language;
  GHashTable *titles;   /* of documents, by id */
  GPtrArray *documents; /* their ids, in the order of the score */
  GString *html;
} Report;

static const char style[] =
  ":root{color-scheme:light dark}"
  "body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
  "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.92rem}"
  "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8885;vertical-align:top}"
  "th{border-bottom:2px solid #888}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;"
  "white-space:nowrap}tfoot td{font-weight:bold;border-top:2px solid #888}"
  ".cards{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.2rem 0}.card{border:1px solid #8888;"
  "border-radius:.5rem;padding:.6rem 1rem;min-width:8rem}.card b{display:block;font-size:1.7rem}"
  ".exact{border-left:.5rem solid #2a7f3f}.after-rounding{border-left:.5rem solid #c79a00}"
  ".differs{border-left:.5rem solid #b3261e}.zero{opacity:.6}"
  "details{margin:.3rem 0}summary{cursor:pointer}"
  "nav a{margin-right:1rem}h2{margin-top:2.2rem}";

static const char *
in (const Report *self, const char *danish, const char *english)
{
  return g_str_equal (self->language, "en") ? english : danish;
}

static void append (Report *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What is put into the format is text, and made into HTML. */
static void
append (Report *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (self->html, text);
}

static KkrTable *
get_table (const Report *self, const char *name)
{
  return kkr_result_get_table_named (self->result, name);
}

static char *
dup_cell (const Report *self, KkrTable *table, const char *column, guint row)
{
  return kkr_column_dup_text_in (kkr_table_get_column (table, column), row, self->language);
}

static const char *
count_title (const Report *self, guint i)
{
  static const char *const danish[N_COUNTS] = {
    "Tal", "heraf af en beregner", "Eksakt", "Efter afrunding", "Afviger", "Uventet",
  };
  static const char *const english[N_COUNTS] = {
    "Figures", "of which by a calculator", "Exact", "After rounding", "Differs", "Unexpected",
  };

  return in (self, danish[i], english[i]);
}

static void
append_counts (Report *self, const gint64 counts[N_COUNTS])
{
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *text = reproduction_count (counts[i], self->language);

      append (self, counts[i] == 0 ? "<td class=\"n zero\">%s</td>" : "<td class=\"n\">%s</td>",
              text);
    }
}

static void
append_count_heads (Report *self)
{
  for (guint i = 0; i < N_COUNTS; i++)
    append (self, "<th class=\"n\" scope=\"col\">%s</th>", count_title (self, i));
  g_string_append (self->html, "</tr></thead><tbody>\n");
}

static void
add_row_counts (KkrTable *table, guint row, gint64 counts[N_COUNTS])
{
  for (guint i = 0; i < N_COUNTS; i++)
    counts[i] += kkr_column_get_int64 (kkr_table_get_column (table, count_names[i]), row);
}

static const char *
document_title (const Report *self, const char *id)
{
  const char *title = g_hash_table_lookup (self->titles, id);

  return title != NULL ? title : id;
}

static char *
dup_case_title (const Report *self, const char *about)
{
  KkrTable *score = get_table (self, "score");
  gint64 row = kkr_table_find_row (score, about, NULL);

  return row >= 0 ? dup_cell (self, score, "title", (guint) row) : g_strdup (about);
}

static gboolean
is_of (const Report *self, KkrTable *table, guint row, const char *column, const char *value)
{
  g_autofree char *text = dup_cell (self, table, column, row);

  return g_str_equal (text, value);
}

static void
append_head (Report *self)
{
  const char *title = in (self, "Efterregning af trykte tabeller",
                          "Reproduction of printed tables");

  append (self, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                "<title>%s</title><style>", self->language, title);
  g_string_append (self->html, style);
  append (self, "</style></head><body>\n<h1>%s</h1>\n", title);
}

static void
append_cards (Report *self)
{
  KkrTable *score = get_table (self, "score");

  g_string_append (self->html, "<div class=\"cards\">");
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *text = reproduction_count (reproduction_total (score, count_names[i]),
                                                  self->language);

      append (self, "<div class=\"card %s\"><b>%s</b>%s</div>", count_names[i], text,
              count_title (self, i));
    }
  g_string_append (self->html, "</div>\n");
}

static void
append_explanation (Report *self)
{
  append (self, "<p>%s</p>\n<ul><li><b>%s</b>: %s</li><li><b>%s</b>: %s</li>"
                "<li><b>%s</b>: %s</li><li><b>%s</b>: %s</li></ul>\n",
          in (self, "Hvert tal i tabellerne, som følger af andre trykte tal eller af lov og "
                    "aftale, er regnet efter med eksakte brøker. Et tal tæller én gang, selv om "
                    "flere sammenhænge giver det.",
              "Each figure of the tables that follows from other printed figures, or from law and "
              "agreement, was recomputed in exact fractions. A figure counts once, however many "
              "relations give it."),
          count_title (self, 2),
          in (self, "de trykte tal giver netop det trykte tal.",
              "the printed figures give just the printed one."),
          count_title (self, 3),
          in (self, "det beregnede tal bliver til det trykte, når det afrundes, eller de tal, der "
                    "kan stå bag de afrundede, kan give det.",
              "the computed figure is the printed one when it is rounded, or the numbers that may "
              "lie behind rounded figures can give it."),
          count_title (self, 4),
          in (self, "ingen afrunding kan forklare det. Vores tal og en hypotese står ved hvert.",
              "no rounding can explain it. Our figure and a hypothesis stand beside each."),
          count_title (self, 5),
          in (self, "andet, end kontroltabellen siger. Her skal der stå 0.",
              "not as the case states. This should be 0."));
}

static void
append_differences (Report *self)
{
  KkrTable *table = get_table (self, "differences");

  append (self, "<h2 id=\"differences\">%s</h2>\n", in (self, "Tal, der afviger",
                                                        "Figures that differ"));
  append (self, "<table><thead><tr><th>%s</th><th>%s</th><th class=\"n\">%s</th>"
                "<th class=\"n\">%s</th><th>%s</th></tr></thead><tbody>\n",
          in (self, "Dokument", "Document"), in (self, "Tabel og tal", "Table and figure"),
          in (self, "Trykt", "Printed"), in (self, "Beregnet", "Computed"),
          in (self, "Hypotese", "Hypothesis"));
  for (guint i = 0; i < kkr_table_get_n_rows (table); i++)
    {
      g_autofree char *document = dup_cell (self, table, "document", i);
      g_autofree char *about = dup_cell (self, table, "case", i);
      g_autofree char *row = dup_cell (self, table, "row", i);
      g_autofree char *column = dup_cell (self, table, "column", i);
      g_autofree char *printed = dup_cell (self, table, "printed", i);
      g_autofree char *computed = dup_cell (self, table, "computed", i);
      g_autofree char *hypothesis = dup_cell (self, table, "hypothesis", i);
      g_autofree char *title = dup_case_title (self, about);

      append (self, "<tr><td>%s</td><td><a href=\"#%s\">%s</a><br>%s, %s</td>"
                    "<td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td></tr>\n",
              document_title (self, document), about, title, row, column, printed, computed,
              hypothesis);
    }
  g_string_append (self->html, "</tbody></table>\n");
}

static void
append_kinds (Report *self)
{
  KkrTable *kinds = get_table (self, "kinds");

  append (self, "<h2 id=\"kinds\">%s</h2>\n<table><thead><tr><th>%s</th>",
          kkr_table_get_title_in (kinds, self->language),
          kkr_column_get_title_in (kkr_table_get_column (kinds, "kind"), self->language));
  append_count_heads (self);
  for (guint i = 0; i < kkr_table_get_n_rows (kinds); i++)
    {
      g_autofree char *kind = dup_cell (self, kinds, "kind", i);
      gint64 counts[N_COUNTS] = { 0 };

      add_row_counts (kinds, i, counts);
      if (counts[0] == 0)
        continue;
      append (self, "<tr><td>%s</td>", kind);
      append_counts (self, counts);
      g_string_append (self->html, "</tr>\n");
    }
  g_string_append (self->html, "</tbody></table>\n");
}

static void
append_documents (Report *self)
{
  KkrTable *score = get_table (self, "score");
  gint64 all[N_COUNTS] = { 0 };

  append (self, "<h2 id=\"documents\">%s</h2>\n<table><thead><tr><th>%s</th>",
          in (self, "Dokumenter", "Documents"), in (self, "Dokument", "Document"));
  append_count_heads (self);
  for (guint d = 0; d < self->documents->len; d++)
    {
      const char *document = self->documents->pdata[d];
      gint64 counts[N_COUNTS] = { 0 };

      for (guint i = 0; i < kkr_table_get_n_rows (score); i++)
        if (is_of (self, score, i, "document", document))
          add_row_counts (score, i, counts);
      append (self, "<tr><td><a href=\"#doc-%s\">%s</a></td>", document,
              document_title (self, document));
      append_counts (self, counts);
      g_string_append (self->html, "</tr>\n");
      for (guint i = 0; i < N_COUNTS; i++)
        all[i] += counts[i];
    }
  append (self, "</tbody><tfoot><tr><td>%s</td>", in (self, "I alt", "Total"));
  append_counts (self, all);
  g_string_append (self->html, "</tr></tfoot></table>\n");
}

static void
append_figures (Report *self, const char *about)
{
  static const char *const names[] = { "row", "column", "printed", "computed", "verdict", "kind" };
  KkrTable *figures = get_table (self, "figures");

  append (self, "<details><summary>%s</summary><table><thead><tr>", in (self, "Tallene",
                                                                        "The figures"));
  for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
    append (self, j == 2 || j == 3 ? "<th class=\"n\">%s</th>" : "<th>%s</th>",
            kkr_column_get_title_in (kkr_table_get_column (figures, names[j]), self->language));
  g_string_append (self->html, "</tr></thead><tbody>\n");
  for (guint i = 0; i < kkr_table_get_n_rows (figures); i++)
    {
      if (!is_of (self, figures, i, "case", about))
        continue;
      g_string_append (self->html, "<tr>");
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *text = dup_cell (self, figures, names[j], i);

          append (self, j == 2 || j == 3 ? "<td class=\"n\">%s</td>" : "<td>%s</td>", text);
        }
      g_string_append (self->html, "</tr>\n");
    }
  g_string_append (self->html, "</tbody></table></details>\n");
}

static void
append_document (Report *self, const char *document)
{
  KkrTable *score = get_table (self, "score");

  append (self, "<h2 id=\"doc-%s\">%s</h2>\n<table><thead><tr><th>%s</th>", document,
          document_title (self, document), in (self, "Tabel", "Table"));
  append_count_heads (self);
  for (guint i = 0; i < kkr_table_get_n_rows (score); i++)
    {
      g_autofree char *about = dup_cell (self, score, "case", i);
      g_autofree char *title = dup_cell (self, score, "title", i);
      g_autofree char *section = dup_cell (self, score, "section", i);
      gint64 counts[N_COUNTS] = { 0 };

      if (!is_of (self, score, i, "document", document))
        continue;
      add_row_counts (score, i, counts);
      append (self, "<tr id=\"%s\"><td>%s<br><small>%s</small>", about, title, section);
      append_figures (self, about);
      g_string_append (self->html, "</td>");
      append_counts (self, counts);
      g_string_append (self->html, "</tr>\n");
    }
  g_string_append (self->html, "</tbody></table>\n");
}

static void
append_readings (Report *self)
{
  static const char *const names[] = { "parameter", "value", "verdict" };
  KkrTable *readings = get_table (self, "readings");

  append (self, "<h2 id=\"readings\">%s</h2>\n<p>%s</p>\n<table><thead><tr><th>%s</th>",
          in (self, "Andre måder at regne på", "Other ways to compute"),
          in (self, "Hvad tabellerne giver, når der afrundes eller regnes på en anden måde.",
              "What the tables come to with another rounding or another input."),
          in (self, "Tabel", "Table"));
  for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
    append (self, "<th>%s</th>",
            kkr_column_get_title_in (kkr_table_get_column (readings, names[j]), self->language));
  g_string_append (self->html, "</tr></thead><tbody>\n");
  for (guint i = 0; i < kkr_table_get_n_rows (readings); i++)
    {
      g_autofree char *about = dup_cell (self, readings, "case", i);
      g_autofree char *title = dup_case_title (self, about);

      append (self, "<tr><td><a href=\"#%s\">%s</a></td>", about, title);
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *text = dup_cell (self, readings, names[j], i);

          append (self, "<td>%s</td>", text);
        }
      g_string_append (self->html, "</tr>\n");
    }
  g_string_append (self->html, "</tbody></table>\n");
}

static void
find_documents (Report *self)
{
  KkrTable *score = get_table (self, "score");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kkr_table_get_n_rows (score); i++)
    {
      g_autofree char *document = dup_cell (self, score, "document", i);

      if (g_hash_table_contains (seen, document))
        continue;
      g_ptr_array_add (self->documents, g_steal_pointer (&document));
      g_hash_table_add (seen, self->documents->pdata[self->documents->len - 1]);
    }
}

char *
reproduction_report (KkrResult *result, KkrRegister *reg, const char *language)
{
  g_autoptr (GHashTable) titles = reproduction_titles (reg, language);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) html = g_string_new (NULL);
  Report self = { result, language, titles, documents, html };

  find_documents (&self);
  append_head (&self);
  append_cards (&self);
  append_explanation (&self);
  if (kkr_table_get_n_rows (get_table (&self, "differences")) > 0)
    append_differences (&self);
  append_documents (&self);
  append_kinds (&self);
  for (guint i = 0; i < documents->len; i++)
    append_document (&self, documents->pdata[i]);
  if (kkr_table_get_n_rows (get_table (&self, "readings")) > 0)
    append_readings (&self);
  append (&self, "<p>Data: register %s</p>\n</body></html>\n", kkr_register_get_data_version (reg));
  return g_string_free (g_steal_pointer (&html), FALSE);
}
