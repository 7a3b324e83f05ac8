/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-reading-private.h>

/* Elements that are model objects, all in the same way. */

gboolean
kkr_reading_declare (KkrReading *reading, KkrNamesId names, const KkrElement *element,
                     const char *name)
{
  const KkrPlace *first = kkr_builder_declare (reading->builder, names, name, &reading->place);

  if (first == NULL)
    return TRUE;
  kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, element->label, NULL,
                        _("a second \"%s\": \"%s\" found, which %s:%u:%u has already"),
                        element->name, name, first->uri, first->line, first->column);
  return FALSE;
}

KkrMention
kkr_reading_mention (KkrReading *reading, const char *attribute)
{
  g_autofree char *path = kkr_reading_get_path (reading, attribute);
  KkrMention mention = { kkr_reading_find (reading, attribute, 0), NULL };

  mention.path = g_string_chunk_insert_const (reading->builder->strings, path);
  reading->builder->n_path_bytes += strlen (path);
  return mention;
}

/* A name that may be nowhere is remembered with its place. */
guint
kkr_reading_refer_again (KkrReading *reading, KkrNamesId names, const char *name,
                         const char *attribute, KkrMention *mention)
{
  guint number = kkr_builder_name (reading->builder, names, name);
  KkrReference reference = { .name = number };

  if (kkr_builder_get_name (reading->builder, names, number)->declared)
    return number;
  kkr_builder_get_name (reading->builder, names, number)->n_references++;
  if (mention->path == NULL)
    *mention = kkr_reading_mention (reading, attribute);
  reference.mention = *mention;
  g_array_append_val (reading->builder->references[names], reference);
  return number;
}

guint
kkr_reading_refer (KkrReading *reading, KkrNamesId names, const char *name, const char *attribute)
{
  KkrMention mention = { 0 };

  return kkr_reading_refer_again (reading, names, name, attribute, &mention);
}

static guint32
add_list (KkrReading *reading, const KkrField *field, const char *text)
{
  KkrBuilder *builder = reading->builder;
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  g_autofree guint32 *list = g_new (guint32, g_strv_length (names) + 1);
  KkrMention mention = { 0 };
  guint32 place;

  list[0] = g_strv_length (names);
  for (guint i = 0; names[i] != NULL; i++)
    list[i + 1] = kkr_reading_refer_again (reading, KKR_NAMES_MODEL (field->target),
                                           kkr_reference_name (field->target, names[i]),
                                           field->name, &mention) + 1;
  place = builder->lists->len;
  g_array_append_vals (builder->lists, list, list[0] + 1);
  return place;
}

static guint32
pack_field (KkrReading *reading, const KkrField *field, const KkrFieldValue *value)
{
  if (kkr_field_is_text (field->kind))
    return kkr_builder_text (reading->builder, value->text);
  if (field->kind == KKR_FIELD_SOURCE)
    return value->text != NULL
             ? kkr_reading_refer (reading, KKR_NAMES_SOURCES, value->text, field->name) + 1 : 0;
  if (field->kind == KKR_FIELD_REFERENCE)
    return value->text != NULL
             ? kkr_reading_refer (reading, KKR_NAMES_MODEL (field->target), value->text,
                                  field->name) + 1 : 0;
  if (field->kind == KKR_FIELD_REFERENCES)
    return value->text != NULL ? add_list (reading, field, value->text) : 0;
  return (guint32) value->number;
}

/* The words of a model object, in the order of its fields. */
void
kkr_reading_pack_object (KkrReading *reading, const KkrModel *model,
                         const KkrFieldValue *values, guint name)
{
  guint32 words[KKR_ROW_WORDS + 3 + 3 * KKR_MODEL_MAX_FIELDS];
  guint n = KKR_ROW_WORDS + (model->parent != NULL);

  words[KKR_ROW_NAME] = name;
  words[KKR_ROW_COLUMN] = reading->place.column;
  words[KKR_ROW_LAYER] = reading->builder->layer;
  words[KKR_ROW_WORDS] = 0;
  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrFieldValue *value = &values[i];

      if (kkr_field_n_words (model->fields[i].kind) == 3)
        {
          words[n++] = (guint32) value->from;
          words[n++] = (guint32) value->until;
          words[n++] = (guint32) value->from_precision | (guint32) value->until_precision << 8;
        }
      else
        words[n++] = pack_field (reading, &model->fields[i], value);
    }
  words[n++] = kkr_builder_text (reading->builder, reading->uri);
  words[n++] = reading->place.line;
  memcpy (kkr_builder_add_row (reading->builder, model), words, n * sizeof *words);
}

static void
refer_to_series (KkrReading *reading, const char *key, KkrSeriesParts parts,
                 const KkrMention *mention)
{
  KkrSeriesReference reference = {
    g_string_chunk_insert_const (reading->builder->strings, key), parts, *mention,
  };

  g_array_append_val (reading->builder->series_references, reference);
}

/* A budget or a volume of an arrangement is one fact, weights and own use are series. */
static KkrSeriesParts
named_parts (const KkrModel *model, const KkrField *field)
{
  if (model == &kkr_parameter_model)
    return KKR_SERIES_EITHER;
  return model == &kkr_arrangement_model
             && (g_str_equal (field->name, "weights") || g_str_equal (field->name, "own-use"))
           ? KKR_SERIES_OF_SUBJECTS : KKR_SERIES_ONE_FACT;
}

static void
refer_to_keys (KkrReading *reading, const KkrModel *model, const KkrFieldValue *values)
{
  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrField *field = &model->fields[i];

      if ((field->kind == KKR_FIELD_KEY || field->kind == KKR_FIELD_KEYS)
          && values[i].text != NULL)
        {
          g_auto (GStrv) keys = g_strsplit (values[i].text, " ", -1);
          KkrMention mention = kkr_reading_mention (reading, field->name);

          for (guint j = 0; keys[j] != NULL; j++)
            refer_to_series (reading, keys[j], named_parts (model, field), &mention);
        }
    }
}

/* An object without an id of its own is not kept; what it names is looked up all the same. */
static void
refer_only (KkrReading *reading, const KkrModel *model, const KkrFieldValue *values)
{
  for (guint i = 0; i < model->n_fields; i++)
    switch ((int) model->fields[i].kind)
      {
      case KKR_FIELD_SOURCE:
      case KKR_FIELD_REFERENCE:
      case KKR_FIELD_REFERENCES:
        pack_field (reading, &model->fields[i], &values[i]);
        break;
      default:
        break;
      }
}

void
kkr_reading_begin_object (KkrReading *reading, const KkrElement *element,
                          const KkrFieldValue *values, guint32 present)
{
  const KkrModel *model = element->model;
  const char *id = values[0].text;
  KkrNamesId names;

  refer_to_keys (reading, model, values);
  if (model->parent != NULL)
    {
      if (reading->object > 0 && (id != NULL || !model->fields[0].required))
        kkr_reading_pack_object (reading, model, values, reading->object - 1);
      else
        refer_only (reading, model, values);
      return;
    }
  reading->object = 0;
  names = KKR_NAMES_MODEL (model);
  if (id != NULL && kkr_reading_declare (reading, names, element, id))
    {
      reading->object = kkr_builder_name (reading->builder, names, id) + 1;
      kkr_reading_pack_object (reading, model, values, reading->object - 1);
    }
  else
    refer_only (reading, model, values);
}
