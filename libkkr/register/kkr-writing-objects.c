/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-writing-private.h>

static char *
join_ids (const KkrFieldValue *value)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < value->n_objects; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            kkr_entity_get_id (KKR_ENTITY (value->objects[i])));
  return g_string_free (ids, FALSE);
}

static char *
number_text (const KkrField *field, gint64 number)
{
  switch ((int) field->kind)
    {
    case KKR_FIELD_CHOICE:
      return number > 0 ? g_strdup (field->words[number - 1]) : NULL;
    case KKR_FIELD_YES:
      return number == 0 ? g_strdup ("no") : NULL;
    case KKR_FIELD_NO:
      return number != 0 ? g_strdup ("yes") : NULL;
    case KKR_FIELD_UNIT_WORD:
      return number != KKR_UNIT_UNSET ? g_strdup (kkr_unit_to_string ((KkrUnit) number)) : NULL;
    case KKR_FIELD_MUNICIPALITY_CODE:
      return g_strdup_printf ("%03d", (int) number);
    default: /* KKR_FIELD_INTEGER */
      return number != KKR_FIELD_NO_NUMBER ? g_strdup_printf ("%lld", (long long) number) : NULL;
    }
}

/* As the reader reads it; NULL for what is absent. */
static char *
field_text (const KkrField *field, const KkrFieldValue *value)
{
  gboolean always = value->from == KKR_DATE_MIN && value->until == KKR_DATE_MAX;

  if (kkr_field_is_text (field->kind))
    return g_strdup (value->text);
  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return always ? NULL
                    : kkr_period_text (value->from, value->until,
                                       (KkrDatePrecision) value->from_precision,
                                       (KkrDatePrecision) value->until_precision);
    case KKR_FIELD_DATE:
      return always ? NULL
                    : kkr_date_text (value->from, value->until,
                                     (KkrDatePrecision) value->from_precision);
    case KKR_FIELD_SOURCE:
      return value->object != NULL ? g_strdup (kkr_source_get_id (KKR_SOURCE (value->object)))
                                   : NULL;
    case KKR_FIELD_REFERENCE:
      return value->object != NULL ? g_strdup (kkr_entity_get_id (KKR_ENTITY (value->object)))
                                   : NULL;
    case KKR_FIELD_REFERENCES:
      return value->n_objects > 0 ? join_ids (value) : NULL;
    default:
      return number_text (field, value->number);
    }
}

static void
add_entity (KkrWriting *writing, const KkrModel *model, KkrEntity *entity)
{
  const KkrModel *child;
  gboolean open = FALSE;

  kkr_writing_begin (writing, model->element);
  for (guint i = 0; i < model->n_fields; i++)
    {
      g_autofree char *text = field_text (&model->fields[i], kkr_entity_get_value (entity, i));

      kkr_writing_attribute (writing, model->fields[i].name, text);
    }
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    {
      guint n;
      gpointer const *items = kkr_frozen_list_peek (kkr_entity_get_children (entity, child), &n);

      if (n > 0 && !open)
        {
          kkr_writing_open (writing);
          open = TRUE;
        }
      for (guint j = 0; j < n; j++)
        add_entity (writing, child, items[j]);
    }
  if (open)
    kkr_writing_close (writing, model->element);
  else
    kkr_writing_end (writing);
}

static void
add_sources (KkrWriting *writing)
{
  guint n;
  gpointer const *items = kkr_frozen_list_peek (kkr_store_get_sources (writing->store), &n);

  for (guint i = 0; i < n; i++)
    {
      kkr_writing_begin (writing, "source");
      kkr_writing_attribute (writing, "id", kkr_source_get_id (items[i]));
      kkr_writing_attribute (writing, "title", kkr_source_get_title (items[i]));
      kkr_writing_attribute (writing, "publisher", kkr_source_get_publisher (items[i]));
      kkr_writing_attribute (writing, "date", kkr_source_get_date (items[i]));
      kkr_writing_end (writing);
    }
}

void
kkr_writing_add_objects (KkrWriting *writing)
{
  if (writing->store == NULL)
    return;
  add_sources (writing);
  for (guint i = 0; i < KKR_N_MODELS && kkr_writing_goes_on (writing); i++)
    if (kkr_models[i]->parent == NULL)
      {
        guint n;
        gpointer const *items =
          kkr_frozen_list_peek (kkr_store_get_list (writing->store, kkr_models[i]), &n);

        for (guint j = 0; j < n; j++)
          add_entity (writing, kkr_models[i], items[j]);
      }
}
