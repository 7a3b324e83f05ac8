/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-number-private.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrStep, kkr_step_free)

#define ALWAYS 1u
#define BIT(kind) (1u << KKR_STEP_KIND_##kind)
#define ANY                                                                                        \
  (BIT (VALUE) | BIT (TEXT) | BIT (SUM) | BIT (FORMULA) | BIT (ROUNDING) | BIT (APPORTIONMENT))

enum { SOURCE_DATE, SOURCE_ID, SOURCE_PUBLISHER, SOURCE_TITLE, N_SOURCE };
enum {
  STEP_EXACT,
  STEP_EXPRESSION,
  STEP_ID,
  STEP_KEY,
  STEP_KEYS,
  STEP_KIND,
  STEP_METHOD,
  STEP_MODE,
  STEP_PRICE_LEVEL,
  STEP_ROUNDING_UNIT,
  STEP_ROW,
  STEP_SECTION,
  STEP_SOURCE,
  STEP_STATEMENT,
  STEP_TERMS,
  STEP_TEXT,
  STEP_TIE_RULE,
  STEP_TITLE,
  STEP_TOTAL,
  STEP_UNIT,
  STEP_VALUE,
  STEP_WEIGHT_SUM,
  STEP_WEIGHTS,
  N_STEP,
};

static const KkrMemberRule source_rules[N_SOURCE] = {
  [SOURCE_DATE] = { "date", KKR_JSON_TEXT, ALWAYS, 0 },
  [SOURCE_ID] = { "id", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [SOURCE_PUBLISHER] = { "publisher", KKR_JSON_TEXT, ALWAYS, 0 },
  [SOURCE_TITLE] = { "title", KKR_JSON_TEXT, ALWAYS, ALWAYS },
};

#define ONLY(name, kind, kinds) { name, kind, kinds, kinds }
#define NUMBERS (ANY & ~BIT (TEXT))
#define ROUNDED (BIT (ROUNDING) | BIT (APPORTIONMENT))

static const KkrMemberRule step_rules[N_STEP] = {
  [STEP_EXACT] = ONLY ("exact", KKR_JSON_TEXT, ROUNDED),
  [STEP_EXPRESSION] = ONLY ("expression", KKR_JSON_TEXT, BIT (FORMULA) | BIT (ROUNDING)),
  [STEP_ID] = ONLY ("id", KKR_JSON_TEXT, ANY),
  [STEP_KEY] = ONLY ("key", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_KEYS] = ONLY ("keys", KKR_JSON_LIST, BIT (SUM) | BIT (APPORTIONMENT)),
  [STEP_KIND] = ONLY ("kind", KKR_JSON_TEXT, ANY),
  [STEP_METHOD] = ONLY ("method", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_MODE] = ONLY ("mode", KKR_JSON_TEXT, BIT (ROUNDING)),
  [STEP_PRICE_LEVEL] = { "price-level", KKR_JSON_TEXT, ANY, 0 },
  [STEP_ROUNDING_UNIT] = ONLY ("rounding-unit", KKR_JSON_TEXT, ROUNDED),
  [STEP_ROW] = ONLY ("row", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_SECTION] = { "section", KKR_JSON_TEXT, ANY, 0 },
  [STEP_SOURCE] = { "source", KKR_JSON_OBJECT, ANY, 0 },
  [STEP_STATEMENT] = ONLY ("statement", KKR_JSON_TEXT, ANY),
  [STEP_TERMS] = ONLY ("terms", KKR_JSON_LIST, BIT (SUM)),
  [STEP_TEXT] = ONLY ("text", KKR_JSON_TEXT, BIT (TEXT)),
  [STEP_TIE_RULE] = ONLY ("tie-rule", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_TITLE] = ONLY ("title", KKR_JSON_OBJECT, ANY),
  [STEP_TOTAL] = ONLY ("total", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_UNIT] = ONLY ("unit", KKR_JSON_TEXT, ANY),
  [STEP_VALUE] = ONLY ("value", KKR_JSON_TEXT, NUMBERS),
  [STEP_WEIGHT_SUM] = ONLY ("weight-sum", KKR_JSON_TEXT, BIT (APPORTIONMENT)),
  [STEP_WEIGHTS] = ONLY ("weights", KKR_JSON_LIST, BIT (APPORTIONMENT)),
};

/* An earlier step with a number, or NULL and an error. */
static const KkrStep *
find_earlier (KkrDocument *self, const char *name, const char *member)
{
  const KkrStep *step = g_hash_table_lookup (self->by_id, name);
  g_autofree char *quoted = kkr_text_quote (name);

  if (step == NULL)
    kkr_document_fail (self, KKR_LOAD_ERROR_REFERENCE, member,
                       _("no such step before this one: %s found, the id of an earlier step "
                         "expected"), quoted);
  else if (step->kind == KKR_STEP_KIND_TEXT)
    kkr_document_fail (self, KKR_LOAD_ERROR_REFERENCE, member,
                       _("nothing to compute with: %s, a text, found, a step with a number "
                         "expected"), quoted);
  else
    return step;
  return NULL;
}

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  KkrDocument *self = user_data;
  const KkrStep *step = NULL;

  if (kkr_document_count_terms (self, "expression", 1))
    step = find_earlier (self, name, "expression");
  if (step == NULL)
    return FALSE;
  *value = step->value;
  return TRUE;
}

/* Whether it says what the step is, kkr_derivation_check() tells; here it is that a formula is one,
 * and that its steps are earlier ones. */
static gboolean
read_expression (KkrDocument *self, guint value, KkrStep *step)
{
  g_autoptr (GError) local = NULL;
  GError **error = self->error;
  KkrRational found;
  gboolean good;

  step->expression = kkr_document_dup_text (self, value);
  self->error = &local;
  good = kkr_expression_evaluate (step->expression, look_up, self, &found, &local);
  self->error = error;
  if (good)
    return TRUE;
  if (local->domain == KKR_LOAD_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return kkr_document_fail (self, g_error_matches (local, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW)
                                    ? KKR_LOAD_ERROR_LIMIT : KKR_LOAD_ERROR_VALUE,
                            "expression", "%s", local->message);
}

static gboolean
read_source (KkrDocument *self, guint value, KkrStep *step)
{
  g_autofree char *id = NULL, *title = NULL, *publisher = NULL, *date = NULL;
  guint values[N_SOURCE];

  if (value == 0)
    return TRUE;
  if (!kkr_document_read_members (self, value, "source", source_rules, N_SOURCE, ALWAYS, values))
    return FALSE;
  id = kkr_document_dup_text (self, values[SOURCE_ID]);
  if (strpbrk (id, ",;") != NULL)
    return kkr_document_refuse_value (self, "source", values[SOURCE_ID],
                                      _("an id without commas and semicolons"));
  title = kkr_document_dup_text (self, values[SOURCE_TITLE]);
  publisher = kkr_document_dup_text (self, values[SOURCE_PUBLISHER]);
  date = kkr_document_dup_text (self, values[SOURCE_DATE]);
  step->source = kkr_source_new (id, title, publisher, date);
  return TRUE;
}

static gboolean
read_row (KkrDocument *self, const guint *values, KkrStep *step)
{
  g_autofree char *text = kkr_document_dup_text (self, values[STEP_ROW]);
  g_autofree char *key = kkr_document_dup_text (self, values[STEP_KEY]);
  g_autofree char *quoted = NULL;
  guint64 row;

  if (step->n_terms == 0 || (text[0] == '0' && text[1] != '\0') ||
      !g_ascii_string_to_unsigned (text, 10, 0, step->n_terms - 1, &row, NULL))
    return kkr_document_refuse_value (self, "row", values[STEP_ROW], _("the number of a row"));
  step->row = (guint) row;
  if (g_str_equal (key, step->keys[row]))
    return TRUE;
  quoted = kkr_text_quote (step->keys[row]);
  return kkr_document_refuse_value (self, "key", values[STEP_KEY], quoted);
}

static gboolean
read_apportionment (KkrDocument *self, const guint *values, KkrStep *step)
{
  g_autofree char *method = kkr_document_dup_text (self, values[STEP_METHOD]);
  g_autofree char *tie_rule = kkr_document_dup_text (self, values[STEP_TIE_RULE]);

  step->total = kkr_document_dup_text (self, values[STEP_TOTAL]);
  step->method = kkr_apportion_method_from_string (method, NULL);
  step->tie_rule = kkr_tie_rule_from_string (tie_rule, NULL);
  if (step->method == KKR_APPORTION_METHOD_UNSET)
    return kkr_document_refuse_value (self, "method", values[STEP_METHOD],
                                      _("an apportion method"));
  if (step->tie_rule == KKR_TIE_RULE_UNSET)
    return kkr_document_refuse_value (self, "tie-rule", values[STEP_TIE_RULE], _("a tie rule"));
  return find_earlier (self, step->total, "total") != NULL &&
         kkr_document_read_terms (self, "weights", values[STEP_KEYS], values[STEP_WEIGHTS], step) &&
         read_row (self, values, step) &&
         kkr_document_read_positive (self, "weight-sum", values[STEP_WEIGHT_SUM],
                                     &step->weight_sum) &&
         kkr_document_read_positive (self, "rounding-unit", values[STEP_ROUNDING_UNIT],
                        &step->rounding_unit) &&
         kkr_document_read_exact (self, "exact", values[STEP_EXACT], &step->exact);
}

static gboolean
read_rounding (KkrDocument *self, const guint *values, KkrStep *step)
{
  g_autofree char *mode = kkr_document_dup_text (self, values[STEP_MODE]);

  step->mode = kkr_rounding_mode_from_string (mode, NULL);
  if (step->mode == KKR_ROUNDING_MODE_UNSET)
    return kkr_document_refuse_value (self, "mode", values[STEP_MODE], _("a rounding mode"));
  return read_expression (self, values[STEP_EXPRESSION], step) &&
         kkr_document_read_positive (self, "rounding-unit", values[STEP_ROUNDING_UNIT],
                        &step->rounding_unit) &&
         kkr_document_read_exact (self, "exact", values[STEP_EXACT], &step->exact);
}

static gboolean
read_by_kind (KkrDocument *self, const guint *values, KkrStep *step)
{
  switch (step->kind)
    {
    case KKR_STEP_KIND_TEXT:
      step->text = kkr_document_dup_text (self, values[STEP_TEXT]);
      return TRUE;
    case KKR_STEP_KIND_SUM:
      return kkr_document_read_terms (self, "terms", values[STEP_KEYS], values[STEP_TERMS], step);
    case KKR_STEP_KIND_FORMULA:
      step->exact = step->value;
      return read_expression (self, values[STEP_EXPRESSION], step);
    case KKR_STEP_KIND_ROUNDING:
      return read_rounding (self, values, step);
    case KKR_STEP_KIND_APPORTIONMENT:
      return read_apportionment (self, values, step);
    case KKR_STEP_KIND_VALUE:
    default:
      return TRUE;
    }
}

/* What every step has. */
static gboolean
read_common (KkrDocument *self, const guint *values, KkrStep *step)
{
  g_autofree char *unit = kkr_document_dup_text (self, values[STEP_UNIT]);

  if (!kkr_document_read_title (self, values[STEP_TITLE], &step->danish, &step->english))
    return FALSE;
  step->unit = kkr_unit_from_string (unit, NULL);
  if (step->unit == KKR_UNIT_UNSET)
    return kkr_document_refuse_value (self, "unit", values[STEP_UNIT], _("a unit"));
  if (step->kind == KKR_STEP_KIND_TEXT && step->unit != KKR_UNIT_NONE)
    return kkr_document_refuse_value (self, "unit", values[STEP_UNIT], "\"none\"");
  step->section = kkr_document_dup_text (self, values[STEP_SECTION]);
  if (step->section != NULL && strstr (step->section, "; prisniveau ") != NULL)
    return kkr_document_refuse_value (self, "section", values[STEP_SECTION],
                                      _("a section without the price level"));
  step->price_level = kkr_document_dup_text (self, values[STEP_PRICE_LEVEL]);
  step->statement = kkr_document_dup_text (self, values[STEP_STATEMENT]);
  return read_source (self, values[STEP_SOURCE], step) &&
         (step->kind == KKR_STEP_KIND_TEXT ||
          kkr_document_read_exact (self, "value", values[STEP_VALUE], &step->value));
}

/* What other members a step has depends on its kind. */
static gboolean
read_kind (KkrDocument *self, guint object, KkrStepKind *kind)
{
  guint value = kkr_json_scan_find (&self->scan, object, "kind");
  g_autofree char *text = NULL;

  *kind = KKR_STEP_KIND_VALUE;
  if (value == 0 || kkr_json_scan_get (&self->scan, value)->kind != KKR_JSON_TEXT)
    return TRUE;
  text = kkr_document_dup_text (self, value);
  return kkr_step_kind_from_string (text, kind) ||
         kkr_document_refuse_value (self, "kind", value, _("the kind of a step"));
}

gboolean
kkr_document_read_step (KkrDocument *self, guint value)
{
  g_autoptr (KkrStep) step = NULL;
  g_autofree char *id = NULL, *quoted = NULL;
  guint values[N_STEP];
  KkrStepKind kind;

  if (!read_kind (self, value, &kind) ||
      !kkr_document_read_members (self, value, NULL, step_rules, N_STEP, 1u << kind, values))
    return FALSE;
  id = kkr_document_dup_text (self, values[STEP_ID]);
  if (!kkr_expression_is_name (id))
    return kkr_document_refuse_value (self, "id", values[STEP_ID],
                                      _("[a-z][a-z0-9_]* other than min and max"));
  quoted = kkr_text_quote (id);
  if (g_hash_table_contains (self->by_id, id))
    return kkr_document_fail (self, KKR_LOAD_ERROR_DUPLICATE, "id",
                              _("two steps of one id: a second %s found, another id expected"),
                              quoted);
  step = kkr_step_new (kind, id, NULL, NULL, KKR_UNIT_NONE);
  self->id = step->id;
  if (!read_common (self, values, step) || !read_by_kind (self, values, step))
    {
      self->id = NULL;
      return FALSE;
    }
  g_hash_table_insert (self->by_id, step->id, step);
  g_ptr_array_add (self->steps, g_steal_pointer (&step));
  return TRUE;
}
