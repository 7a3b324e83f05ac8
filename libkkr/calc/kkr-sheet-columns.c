/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-state-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-personal-number-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

static GQuark
columns_quark (void)
{
  return g_quark_from_static_string ("kkr-sheet-columns");
}

const KkrSheetColumn *
kkr_sheet_get_columns (GParamSpec *pspec)
{
  return g_param_spec_get_qdata (pspec, columns_quark ());
}

void
kkr_sheet_set_columns (GParamSpec *pspec, const KkrSheetColumn *columns)
{
  gsize n = 0;

  while (columns[n].name != NULL)
    n++;
  g_param_spec_set_qdata_full (pspec, columns_quark (),
                               g_memdup2 (columns, (n + 1) * sizeof *columns), g_free);
}

void
kkr_calculator_class_explain_columns (KkrCalculatorClass *klass, const KkrColumnText *texts,
                                      gsize n_texts)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), texts[i].input);
      KkrSheetColumn *column = g_param_spec_get_qdata (pspec, columns_quark ());

      while (column->name != NULL && !g_str_equal (column->name, texts[i].column))
        column++;
      g_assert (column->name != NULL && column->description == NULL);
      column->description = texts[i].text;
    }
}

const char *
kkr_sheet_language (void)
{
  return C_("language of amounts", "en");
}

/* Case, spaces, and which dash or line stands between words do not matter, nor does a unit after
 * the heading: "Takst (kr.)". */
static char *
fold (const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0' && *at != '('; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && *at != '-' && *at != '_')
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static gboolean
is_same (const char *folded, const char *word, gsize length)
{
  g_autofree char *copy = g_strndup (word, length);
  g_autofree char *other = fold (copy);

  return *folded != '\0' && g_str_equal (folded, other);
}

gboolean
kkr_sheet_column_matches (const KkrSheetColumn *column, const char *heading)
{
  g_autofree char *folded = fold (heading);
  const char *bar = strchr (column->title, '|');
  gsize danish = bar != NULL ? (gsize) (bar - column->title) : strlen (column->title);

  return is_same (folded, column->name, strlen (column->name)) ||
         is_same (folded, column->title, danish) ||
         (bar != NULL && is_same (folded, bar + 1, strlen (bar + 1)));
}

int
kkr_sheet_find_column (const KkrSheetColumn *columns, const char *heading)
{
  for (int i = 0; columns[i].name != NULL; i++)
    if (kkr_sheet_column_matches (&columns[i], heading))
      return i;
  return -1;
}

gboolean
kkr_sheet_is_personal_heading (const KkrSheetColumn *columns, const char *heading)
{
  gboolean has_persons = FALSE;

  for (gsize i = 0; columns != NULL && columns[i].name != NULL; i++)
    has_persons |= columns[i].kind == KKR_SHEET_PERSON;
  return has_persons && kkr_text_has_personal_number (heading);
}

/* One letter too many, too few, or another one, of five or more. */
static gboolean
differs_by_a_letter (const char *text, const char *other)
{
  g_autofree gunichar *one = g_utf8_to_ucs4_fast (text, -1, NULL);
  g_autofree gunichar *two = g_utf8_to_ucs4_fast (other, -1, NULL);
  glong n_one = g_utf8_strlen (text, -1), n_two = g_utf8_strlen (other, -1);
  glong same = 0;

  if (MIN (n_one, n_two) < 5)
    return FALSE;
  while (same < MIN (n_one, n_two) && one[same] == two[same])
    same++;
  while (MIN (n_one, n_two) > same && one[n_one - 1] == two[n_two - 1])
    n_one--, n_two--;
  return MAX (n_one, n_two) - same <= 1;
}

/* Nearly all of it, or the first words of a day's: other columns have first words in common. */
static gboolean
resembles (const char *folded, const char *word, KkrSheetKind kind)
{
  g_autofree char *whole = fold (word);

  for (const char *at = word; kind == KKR_SHEET_DATE && *at != '\0'; at++)
    if (*at == ' ' && is_same (folded, word, (gsize) (at - word)))
      return TRUE;
  return differs_by_a_letter (folded, whole);
}

char *
kkr_sheet_column_find_like (const KkrSheetColumn *column, const char *heading)
{
  g_autofree char *folded = fold (heading);
  g_auto (GStrv) titles = g_strsplit (column->title, "|", 2);

  for (guint i = 0; titles[i] != NULL; i++)
    if (resembles (folded, titles[i], column->kind))
      return g_strdup (titles[i]);
  return resembles (folded, column->name, column->kind) ? g_strdup (column->name) : NULL;
}

char *
kkr_sheet_column_word (const KkrSheetColumn *column, const char *language)
{
  char *word = kkr_param_text_in (column->title, language);
  char *rest = g_utf8_next_char (word);

  /* An abbreviation keeps its capitals. */
  if (*word != '\0' && !g_unichar_isupper (g_utf8_get_char (rest)))
    {
      g_autofree char *capital = word;
      g_autofree char *first = g_utf8_strdown (word, rest - word);

      word = g_strconcat (first, rest, NULL);
    }
  return word;
}

/* The words of the value after UNSET that is number `index`, or NULL. */
static char *
words_of (const KkrSheetColumn *column, guint index)
{
  g_auto (GStrv) values = column->words != NULL ? g_strsplit (column->words, ";", -1) : NULL;

  return values != NULL && index < g_strv_length (values) ? g_strdup (values[index]) : NULL;
}

static gboolean
is_word_of (const KkrSheetColumn *column, guint index, const char *folded)
{
  g_autofree char *words = words_of (column, index);
  g_auto (GStrv) alternatives = words != NULL ? g_strsplit (words, "|", -1) : NULL;

  for (guint i = 0; alternatives != NULL && alternatives[i] != NULL; i++)
    if (is_same (folded, alternatives[i], strlen (alternatives[i])))
      return TRUE;
  return FALSE;
}

int
kkr_sheet_choice_parse (const KkrSheetColumn *column, const char *text)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (column->choice);
  g_autofree char *folded = fold (text);

  for (guint i = 0, index = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      {
        const char *nick = klass->values[i].value_nick;

        if (is_same (folded, nick, strlen (nick)) || is_word_of (column, index, folded))
          return klass->values[i].value;
        index++;
      }
  return 0;
}

char *
kkr_sheet_choice_word (const KkrSheetColumn *column, int value, const char *language)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (column->choice);

  for (guint i = 0, index = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      {
        g_autofree char *words = words_of (column, index++);

        if (klass->values[i].value != value)
          continue;
        if (words == NULL || kkr_language_is_english (language))
          return g_strdup (klass->values[i].value_nick);
        words[strcspn (words, "|")] = '\0';
        return g_steal_pointer (&words);
      }
  return NULL;
}

char *
kkr_sheet_choice_list (const KkrSheetColumn *column)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (column->choice);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      {
        g_autofree char *word = kkr_sheet_choice_word (column, klass->values[i].value, "da");
        const char *nick = klass->values[i].value_nick;

        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", nick);
        if (!g_str_equal (word, nick))
          g_string_append_printf (list, " (%s)", word);
      }
  return g_string_free (list, FALSE);
}
