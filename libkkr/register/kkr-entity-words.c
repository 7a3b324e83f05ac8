/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/base/kkr-source.h>
#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-entity-words-private.h>

static void
append_paragraph (KkrParagraph *paragraph, const char *language, GString *text)
{
  g_string_append_printf (text, "%s %s, %s (%s)", kkr_paragraph_get_law (paragraph),
                          kkr_paragraph_get_number (paragraph),
                          kkr_entity_get_title_in (KKR_ENTITY (paragraph), language),
                          kkr_entity_get_id (KKR_ENTITY (paragraph)));
}

/* A region that ends, and the one that follows it and from when. */
static void
append_successor (KkrRegion *region, const char *language, GString *text)
{
  KkrRegion *successor = kkr_region_get_successor (region);
  const char *from = kkr_entity_get_valid_from (KKR_ENTITY (successor));
  g_autofree char *day = NULL;
  gint32 days;

  g_string_append (text, "; ");
  if (from != NULL && kkr_date_parse (from, &days))
    {
      day = kkr_date_format (days, language);
      g_string_append_printf (text, "%s %s ", kkr_text_in (language, "fra", "from"), day);
    }
  g_string_append_printf (text, "%s (%s)",
                          kkr_entity_get_title_in (KKR_ENTITY (successor), language),
                          kkr_entity_get_id (KKR_ENTITY (successor)));
}

static void
append_reference (GObject *object, gboolean naming, const char *language, GString *text)
{
  KkrEntity *entity = KKR_ENTITY (object);
  const char *title = kkr_entity_get_title_in (entity, language), *id = kkr_entity_get_id (entity);

  if (text->len > 0)
    g_string_append (text, "; ");
  if (naming && KKR_IS_PARAGRAPH (entity))
    append_paragraph (KKR_PARAGRAPH (entity), language, text);
  else if (naming && title != NULL && id != NULL)
    g_string_append_printf (text, "%s (%s)", title, id);
  else
    g_string_append (text, title != NULL && !KKR_IS_PARAGRAPH (entity) ? title
                           : id != NULL ? id : "");
  if (naming && KKR_IS_REGION (entity) && kkr_region_get_successor (KKR_REGION (entity)) != NULL)
    append_successor (KKR_REGION (entity), language, text);
}

static char *
dup_dates (const KkrFieldValue *value, KkrFieldKind kind, const char *language)
{
  if (kind == KKR_FIELD_DATE && value->until != KKR_DATE_MAX)
    return kkr_date_format_bounds (value->from, value->until,
                                   (KkrDatePrecision) value->from_precision, language);
  if (kind == KKR_FIELD_DATE || (value->from == KKR_DATE_MIN && value->until == KKR_DATE_MAX))
    return g_strdup ("");
  return kkr_period_format_bounds (value->from, value->until,
                                   (KkrDatePrecision) value->from_precision,
                                   (KkrDatePrecision) value->until_precision, language);
}

static char *
dup_references (const KkrField *field, const KkrFieldValue *value, gboolean naming,
                const char *language)
{
  GString *text = g_string_new (NULL);

  if (field->kind == KKR_FIELD_REFERENCE && value->object != NULL)
    append_reference (value->object, naming, language, text);
  for (guint i = 0; field->kind == KKR_FIELD_REFERENCES && i < value->n_objects; i++)
    append_reference (value->objects[i], naming, language, text);
  return g_string_free (text, FALSE);
}

/* The other ids say what kind something is. */
static gboolean
names_a_thing (const char *field)
{
  return g_str_equal (field, "id") || g_str_equal (field, "parent");
}

char *
kkr_entity_dup_field_words (KkrEntity *entity, guint place, gboolean naming, const char *language)
{
  const KkrField *field = &kkr_entity_get_model (entity)->fields[place];
  const KkrFieldValue *value = kkr_entity_get_value (entity, place);

  switch ((int) field->kind)
    {
    case KKR_FIELD_REFERENCE:
    case KKR_FIELD_REFERENCES:
      return dup_references (field, value, naming, language);
    case KKR_FIELD_SOURCE:
      return value->object != NULL
               ? kkr_source_to_string_in (KKR_SOURCE (value->object), language) : g_strdup ("");
    case KKR_FIELD_UNIT_WORD:
      return g_strdup (kkr_unit_heading ((KkrUnit) value->number, language));
    case KKR_FIELD_CHOICE:
      return g_strdup (value->text == NULL ? ""
                       : kkr_text_in (language, field->words_da[value->number - 1], value->text));
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return g_strdup (value->number != 0 ? kkr_text_in (language, "ja", "yes")
                                          : kkr_text_in (language, "nej", "no"));
    case KKR_FIELD_PERIOD:
    case KKR_FIELD_DATE:
      return dup_dates (value, field->kind, language);
    case KKR_FIELD_INTEGER:
      return value->number == KKR_FIELD_NO_NUMBER ? g_strdup ("")
                                                  : kkr_format_int (value->number, language);
    case KKR_FIELD_ID:
      return value->text == NULL ? g_strdup ("")
             : names_a_thing (field->name) ? g_strdup (value->text)
                                           : kkr_id_dup_words (value->text, language);
    case KKR_FIELD_MUNICIPALITY_CODE:
      return g_strdup_printf ("%lld", (long long) value->number);
    default:
      return g_strdup (value->text != NULL ? value->text : "");
    }
}

gboolean
kkr_model_is_second (const KkrModel *model, guint place)
{
  return place > 0 && g_str_has_suffix (model->fields[place].name, "-en")
         && g_str_has_suffix (model->fields[place - 1].name, "-da");
}
