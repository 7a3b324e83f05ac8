/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/register/kkr-reading-private.h>

static void
clear_open_element (gpointer data)
{
  g_free (((KkrOpenElement *) data)->label);
}

void
kkr_reading_init (KkrReading *reading, const KkrReadingLimits *limits)
{
  *reading = (KkrReading) { .limits = *limits };
  if (limits->max_size == 0)
    reading->limits.max_size = KKR_READING_MAX_SIZE;
  reading->problems = g_ptr_array_new_with_free_func (g_object_unref);
  reading->builder = kkr_builder_new ();
  reading->hasher = kkr_hasher_new ();
  reading->open = g_array_new (FALSE, FALSE, sizeof (KkrOpenElement));
  g_array_set_clear_func (reading->open, clear_open_element);
  reading->scratch = g_string_new (NULL);
  reading->table.columns = g_array_new (FALSE, FALSE, sizeof (KkrOpenColumn));
  reading->table.names = g_hash_table_new (g_str_hash, g_str_equal);
  reading->table.subjects = g_hash_table_new (g_str_hash, g_str_equal);
  reading->table.places = g_array_new (FALSE, FALSE, sizeof (KkrPlace));
}

void
kkr_reading_clear (KkrReading *reading)
{
  g_ptr_array_unref (reading->problems);
  kkr_builder_free (reading->builder);
  kkr_hasher_free (reading->hasher);
  g_array_unref (reading->open);
  g_string_free (reading->scratch, TRUE);
  g_array_unref (reading->table.columns);
  g_hash_table_unref (reading->table.names);
  g_hash_table_unref (reading->table.subjects);
  g_array_unref (reading->table.places);
}

gboolean
kkr_reading_has_all_errors (const KkrReading *reading)
{
  return reading->n_errors >= (guint64) MAX (reading->limits.max_problems, 1);
}

void
kkr_reading_add_finding (KkrReading *reading, const KkrRule *rule, const KkrPlace *place,
                         const char *path, const char *suggestion, const char *text)
{
  const char *where = path != NULL && *path != '\0' ? path : NULL;
  KkrProblemInit init = {
    .rule = rule->id, .severity = rule->severity, .code = (int) rule->code,
    .uri = place->uri, .line = place->line, .column = place->column,
    .path = where, .text = text, .suggestion = suggestion,
  };
  gboolean error = rule->severity == KKR_SEVERITY_ERROR;
  guint n = error ? reading->n_errors : reading->problems->len - reading->n_errors;

  if (n >= (guint64) MAX (reading->limits.max_problems, 1))
    return;
  g_ptr_array_add (reading->problems, kkr_problem_new (&init));
  reading->n_errors += error ? 1 : 0;
  /* Warnings alone never end a reading: half a register would come out as if it were all. */
  if (rule->code == KKR_LOAD_ERROR_LIMIT || rule->code == KKR_LOAD_ERROR_SYNTAX
      || kkr_reading_has_all_errors (reading))
    reading->stopped = TRUE;
}

void
kkr_reading_add_problem (KkrReading *reading, KkrRuleId rule, const KkrPlace *place,
                         const char *path, const char *suggestion, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_reading_add_finding (reading, &kkr_register_rules[rule], place, path, suggestion, text);
}

KkrPlace
kkr_reading_find (KkrReading *reading, const char *attribute, guint part)
{
  return attribute != NULL && reading->find_attribute != NULL
           ? reading->find_attribute (reading->sax, attribute, part) : reading->place;
}

void
kkr_reading_add_here (KkrReading *reading, KkrRuleId rule, const char *attribute,
                      const char *suggestion, const char *format, ...)
{
  g_autofree char *text = NULL, *path = kkr_reading_get_path (reading, attribute);
  KkrPlace place = kkr_reading_find (reading, attribute, 0);
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_reading_add_finding (reading, &kkr_register_rules[rule], &place, path, suggestion, text);
}

void
kkr_reading_add_part (KkrReading *reading, KkrRuleId rule, const char *attribute, guint part,
                      const char *format, ...)
{
  g_autofree char *text = NULL, *path = kkr_reading_get_path (reading, attribute);
  KkrPlace place = kkr_reading_find (reading, attribute, part);
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_reading_add_finding (reading, &kkr_register_rules[rule], &place, path, NULL, text);
}

char *
kkr_reading_get_path (KkrReading *reading, const char *attribute)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < reading->open->len; i++)
    g_string_append_printf (path, "%s%s", i > 0 ? "/" : "",
                            g_array_index (reading->open, KkrOpenElement, i).label);
  if (attribute != NULL)
    g_string_append_printf (path, "/@%s", attribute);
  return g_string_free (path, FALSE);
}

static const char *
suggest_attribute (const KkrElement *element, const char *name)
{
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, name, 3, FALSE);
  for (guint i = 0; i < element->n_fields; i++)
    kkr_nearest_offer (&nearest, element->fields[i].name);
  return kkr_nearest_get (&nearest);
}

static void
refuse_element (KkrReading *reading, const char *name, gboolean in_namespace)
{
  g_autofree char *quoted = kkr_text_quote (name);
  g_autofree char *parents = in_namespace ? NULL : kkr_element_dup_parents (name);

  if (in_namespace)
    kkr_reading_add_here (reading, KKR_RULE_UNKNOWN_ELEMENT, NULL, kkr_element_suggest (name),
                          _("unknown element of a namespace: %s found"), quoted);
  else if (parents == NULL)
    kkr_reading_add_here (reading, KKR_RULE_UNKNOWN_ELEMENT, NULL, kkr_element_suggest (name),
                          _("unknown element: %s found"), quoted);
  else if (*parents != '\0')
    kkr_reading_add_here (reading, KKR_RULE_MISPLACED_ELEMENT, NULL, NULL,
                          _("element in the wrong place: %s found, expected in %s"), quoted,
                          parents);
  else
    kkr_reading_add_here (reading, KKR_RULE_MISPLACED_ELEMENT, NULL, NULL,
                          _("element in the wrong place: %s found, expected as the root of the "
                            "file"), quoted);
}

static int
find_field (const KkrField *fields, guint n_fields, const char *name)
{
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, name))
      return (int) i;
  return -1;
}

/* A copy that ends in a zero byte and lives until the next element. A parser that leaves entities
 * alone writes every ampersand as "&#38;". */
static const char *
copy_value (KkrReading *reading, const KkrAttribute *attribute)
{
  gsize start = reading->scratch->len;
  const char *at = attribute->value, *end = at + attribute->length, *ampersand;

  while ((ampersand = memchr (at, '&', (gsize) (end - at))) != NULL)
    {
      g_string_append_len (reading->scratch, at, ampersand + 1 - at);
      at = ampersand + 1;
      if (end - at >= 4 && memcmp (at, "#38;", 4) == 0)
        at += 4;
    }
  g_string_append_len (reading->scratch, at, end - at);
  g_string_append_c (reading->scratch, '\0');
  return reading->scratch->str + start;
}

static void
reserve_scratch (KkrReading *reading, const KkrAttribute *attributes, guint n_attributes)
{
  gsize size = 1;

  for (guint i = 0; i < n_attributes; i++)
    size += attributes[i].length + 1;
  g_string_set_size (reading->scratch, size);
  g_string_truncate (reading->scratch, 0);
}

static void
read_attribute (KkrReading *reading, const KkrElement *element, const KkrAttribute *attribute,
                KkrFieldValue *values, guint32 *present)
{
  const KkrField *fields = element->fields;
  int place = find_field (fields, element->n_fields, attribute->name);
  const char *text, *expected = "";
  KkrRuleId rule;

  if (place < 0)
    {
      g_autofree char *quoted = kkr_text_quote (attribute->name);

      kkr_reading_add_here (reading, KKR_RULE_UNKNOWN_ATTRIBUTE, attribute->name,
                            suggest_attribute (element, attribute->name),
                            _("unknown attribute of \"%s\": %s found"), element->name, quoted);
      return;
    }
  text = copy_value (reading, attribute);
  *present |= 1u << place;
  rule = kkr_field_parse (&fields[place], text, &values[place], &expected);
  if (rule != KKR_N_RULES)
    {
      const gboolean secret = rule == KKR_RULE_PERSONAL_NUMBER;
      g_autofree char *quoted = secret ? g_strdup (_("a personal number (CPR)"))
                                       : kkr_text_quote (text);
      g_autofree char *meant = kkr_field_suggest (&fields[place], rule, text);

      kkr_reading_add_here (reading, rule, attribute->name, meant,
                            _("bad %s: %s found, %s expected"), attribute->name, quoted,
                            _(expected));
      kkr_field_set_absent (&fields[place], &values[place]);
    }
}

static gboolean
check_limits (KkrReading *reading, const KkrAttribute *attributes, guint n_attributes)
{
  /* The element that is not understood is itself open. */
  guint depth = reading->open->len + (reading->skipping > 0 ? reading->skipping - 1 : 0);

  if (++reading->n_elements > reading->limits.max_elements)
    kkr_reading_add_here (reading, KKR_RULE_TOO_MANY_ELEMENTS, NULL, NULL,
                          _("too many elements: one more found, max-elements %lld expected"),
                          (long long) reading->limits.max_elements);
  else if (depth > reading->limits.max_depth)
    kkr_reading_add_here (reading, KKR_RULE_TOO_DEEP, NULL, NULL,
                          _("elements too deep in one another: depth %u found, max-depth %lld "
                            "expected"), depth, (long long) reading->limits.max_depth);
  else if (n_attributes > reading->limits.max_attributes)
    kkr_reading_add_here (reading, KKR_RULE_TOO_MANY_ATTRIBUTES, NULL, NULL,
                          _("too many attributes: %u found, max-attributes %lld expected"),
                          n_attributes, (long long) reading->limits.max_attributes);
  else
    for (guint i = 0; i < n_attributes && !reading->stopped; i++)
      if ((gint64) attributes[i].length > reading->limits.max_text)
        kkr_reading_add_here (reading, KKR_RULE_TOO_LONG, attributes[i].name, NULL,
                              _("attribute too long: %zu bytes found, max-text %lld expected"),
                              attributes[i].length, (long long) reading->limits.max_text);
  return !reading->stopped;
}

static char *
label_element (const KkrElement *element, const char *name, const KkrAttribute *attributes,
               guint n_attributes)
{
  for (guint i = 0; element != NULL && element->label != NULL && i < n_attributes; i++)
    if (g_str_equal (attributes[i].name, element->label))
      {
        g_autofree char *value = g_strndup (attributes[i].value, attributes[i].length);

        return g_strdup_printf ("%s[@%s='%s']", name, element->label, value);
      }
  return g_strdup (name);
}

static void
open_element (KkrReading *reading, const KkrElement *element, const char *name,
              const KkrAttribute *attributes, guint n_attributes)
{
  KkrOpenElement open = { element, label_element (element, name, attributes, n_attributes) };

  g_array_append_val (reading->open, open);
}

static void
begin_known (KkrReading *reading, const KkrElement *element, const KkrAttribute *attributes,
             guint n_attributes)
{
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS];
  guint32 present = 0;
  const KkrField *fields = element->fields;

  for (guint i = 0; i < element->n_fields; i++)
    kkr_field_set_absent (&fields[i], &values[i]);
  reserve_scratch (reading, attributes, n_attributes);
  for (guint i = 0; i < n_attributes; i++)
    read_attribute (reading, element, &attributes[i], values, &present);
  for (guint i = 0; i < element->n_fields; i++)
    if (fields[i].required && (present & (1u << i)) == 0)
      kkr_reading_add_here (reading, KKR_RULE_MISSING_ATTRIBUTE, NULL, NULL,
                            _("attribute missing in \"%s\": none found, \"%s\" expected"),
                            element->name, fields[i].name);
  element->begin (reading, element, values, present);
}

void
kkr_reading_begin_element (KkrReading *reading, const char *name, gboolean in_namespace,
                           const KkrAttribute *attributes, guint n_attributes)
{
  const KkrElement *parent = NULL, *element;

  if (reading->skipping > 0)
    {
      reading->skipping++;
      check_limits (reading, attributes, n_attributes);
      return;
    }
  if (reading->open->len > 0)
    parent = g_array_index (reading->open, KkrOpenElement, reading->open->len - 1).element;
  element = in_namespace ? NULL : kkr_element_find (name, parent != NULL ? parent->name : NULL);
  open_element (reading, element, name, attributes, n_attributes);
  if (!check_limits (reading, attributes, n_attributes))
    return;
  if (element != NULL)
    begin_known (reading, element, attributes, n_attributes);
  else
    {
      refuse_element (reading, name, in_namespace);
      /* It may be meant for a column. */
      if (parent != NULL && g_str_equal (parent->name, "table")
          && g_strcmp0 (kkr_element_suggest (name), "row") != 0)
        reading->table.is_counted = FALSE;
      reading->skipping = 1;
    }
}

void
kkr_reading_end_element (KkrReading *reading)
{
  if (reading->skipping > 1)
    {
      reading->skipping--;
      return;
    }
  if (reading->open->len > 0)
    {
      const KkrElement *element =
        g_array_index (reading->open, KkrOpenElement, reading->open->len - 1).element;

      if (element != NULL && element->end != NULL && reading->skipping == 0)
        element->end (reading);
      g_array_set_size (reading->open, reading->open->len - 1);
    }
  reading->skipping = 0;
}

void
kkr_reading_text (KkrReading *reading, const KkrPlace *place)
{
  g_autofree char *path = NULL;

  if (reading->skipping > 0)
    return;
  path = kkr_reading_get_path (reading, NULL);
  kkr_reading_add_problem (reading, KKR_RULE_STRAY_TEXT, place, path, NULL,
                           _("text between elements: some found, none expected"));
}
