/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

/* What there is, for eyes: things first, then tables and series under the document they are of. */

typedef struct {
  const char *kind;
  const char *danish, *english;
  const char *counted_da, *counted_en;
} Section;

static const Section sections[] = {
  { "things", "Ting", "Things", "", "" },
  { "rows", "Rækker", "Rows", " rækker", " rows" },
  { "table", "Tabeller", "Tables", " rækker", " rows" },
  { "series", "Enkelte tal og oplysninger", "Single figures and facts", "", "" },
};

static gboolean
belongs (KkrTable *contents, const Section *section, const char *source,
         const Arguments *arguments, guint row)
{
  g_autofree char *own = data_cell (arguments, contents, "source", row);

  return data_is (contents, "kind", row, section->kind)
         && (source == NULL || g_str_equal (own, source));
}

static char *
dup_count (const Arguments *arguments, KkrTable *contents, const Section *section, guint row)
{
  g_autofree char *number = data_cell (arguments, contents, "number", row);
  g_autofree char *unit = data_cell (arguments, contents, "unit", row);

  if (g_str_equal (section->kind, "series"))
    return g_str_equal (number, "1") ? g_strdup (unit)
                                     : g_strdup_printf ("%s %s%s%s", number,
                                                        data_word (arguments, "tal", "figures"),
                                                        *unit != '\0' ? ", " : "", unit);
  if (g_str_equal (number, "1") && *section->counted_da != '\0')
    return g_strconcat (number, data_word (arguments, " række", " row"), NULL);
  return g_strconcat (number, data_word (arguments, section->counted_da, section->counted_en),
                      NULL);
}

static void
append_padded (GString *text, const char *word, glong width)
{
  g_string_append_printf (text, "%s%*s", word, (int) MAX (width - g_utf8_strlen (word, -1), 0),
                          "");
}

/* Those of one document, or all if `source` is NULL. */
static void
append_group (const Arguments *arguments, KkrTable *contents, const Section *section,
              const char *source, GString *text)
{
  glong keys = 0, titles = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
      {
        g_autofree char *key = data_cell (arguments, contents, "key", i);
        g_autofree char *title = data_cell (arguments, contents, "title", i);
        g_autofree char *count = NULL;

        if (!belongs (contents, section, source, arguments, i))
          continue;
        if (pass == 0)
          {
            keys = MAX (keys, g_utf8_strlen (key, -1));
            titles = MAX (titles, g_utf8_strlen (title, -1));
            continue;
          }
        count = dup_count (arguments, contents, section, i);
        g_string_append (text, source != NULL ? "    " : "  ");
        append_padded (text, key, keys + 2);
        append_padded (text, title, *count != '\0' ? titles + 2 : 0);
        g_string_append_printf (text, "%s\n", count);
      }
}

/* In the order in which they first appear. */
static GPtrArray *
list_sources (const Arguments *arguments, KkrTable *contents, const Section *section)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    {
      char *source = data_cell (arguments, contents, "source", i);

      if (belongs (contents, section, NULL, arguments, i)
          && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, source);
      else
        g_free (source);
    }
  return sources;
}

static void
append_section (const Arguments *arguments, KkrTable *contents, const Section *section,
                GString *text)
{
  g_autoptr (GPtrArray) sources = list_sources (arguments, contents, section);

  if (sources->len == 0)
    return;
  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "",
                          data_word (arguments, section->danish, section->english));
  if (g_str_equal (section->kind, "things") || g_str_equal (section->kind, "rows"))
    {
      append_group (arguments, contents, section, NULL, text);
      return;
    }
  for (guint i = 0; i < sources->len; i++)
    {
      const char *source = sources->pdata[i];

      g_string_append_printf (text, "%s  %s\n", i > 0 ? "\n" : "",
                              *source != '\0' ? source
                                              : data_word (arguments, "Uden kilde",
                                                           "Without a source"));
      append_group (arguments, contents, section, source, text);
    }
}

int
data_say_contents (const Arguments *arguments, KkrTable *contents)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (arguments->format != FORMAT_TEXT)
    return say_table (arguments, contents);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    append_section (arguments, contents, &sections[i], text);
  g_string_append_printf (text, "\n%s\n",
                          data_word (arguments,
                                     "kkr data NØGLE viser det, der står under en nøgle;\n"
                                     "kkr data --find ORD søger i nøgler og titler.",
                                     "kkr data KEY shows what stands under a key;\n"
                                     "kkr data --find WORD looks into keys and titles."));
  return say (text->str);
}
