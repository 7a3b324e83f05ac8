/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

#define ALWAYS 1u
#define DIGEST_LENGTH 64

enum { TITLE_DA, TITLE_EN, N_TITLE };
enum { REGISTER_SHA256, REGISTER_VERSION, N_REGISTER };
enum { NOTE_DA, NOTE_EN, NOTE_KIND, N_NOTE };
enum {
  DOCUMENT_COLUMN,
  DOCUMENT_DIGEST,
  DOCUMENT_FORMAT,
  DOCUMENT_KEY,
  DOCUMENT_NOTES,
  DOCUMENT_REGISTER,
  DOCUMENT_STATEMENT,
  DOCUMENT_STEPS,
  DOCUMENT_TITLE,
  DOCUMENT_UNIT,
  DOCUMENT_VALUE,
  N_DOCUMENT,
};

static const KkrMemberRule title_rules[N_TITLE] = {
  [TITLE_DA] = { "da", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [TITLE_EN] = { "en", KKR_JSON_TEXT, ALWAYS, ALWAYS },
};
static const KkrMemberRule register_rules[N_REGISTER] = {
  [REGISTER_SHA256] = { "sha256", KKR_JSON_TEXT, ALWAYS, 0 },
  [REGISTER_VERSION] = { "version", KKR_JSON_TEXT, ALWAYS, 0 },
};
static const KkrMemberRule note_rules[N_NOTE] = {
  [NOTE_DA] = { "da", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [NOTE_EN] = { "en", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [NOTE_KIND] = { "kind", KKR_JSON_TEXT, ALWAYS, ALWAYS },
};
static const KkrMemberRule document_rules[N_DOCUMENT] = {
  [DOCUMENT_COLUMN] = { "column", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_DIGEST] = { "digest", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_FORMAT] = { "format", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_KEY] = { "key", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_NOTES] = { "notes", KKR_JSON_LIST, ALWAYS, ALWAYS },
  [DOCUMENT_REGISTER] = { "register", KKR_JSON_OBJECT, ALWAYS, 0 },
  [DOCUMENT_STATEMENT] = { "statement", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_STEPS] = { "steps", KKR_JSON_LIST, ALWAYS, ALWAYS },
  [DOCUMENT_TITLE] = { "title", KKR_JSON_OBJECT, ALWAYS, ALWAYS },
  [DOCUMENT_UNIT] = { "unit", KKR_JSON_TEXT, ALWAYS, ALWAYS },
  [DOCUMENT_VALUE] = { "value", KKR_JSON_TEXT, ALWAYS, ALWAYS },
};

static const char *
name_kind (KkrJsonKind kind)
{
  return kind == KKR_JSON_TEXT ? _("a text") : kind == KKR_JSON_LIST ? _("a list") : _("an object");
}

gboolean
kkr_document_fail (KkrDocument *self, KkrLoadError code, const char *member, const char *format,
                   ...)
{
  g_autofree char *text = NULL, *place = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->position == 0)
    place = g_strdup (member != NULL ? member : "");
  else if (self->id == NULL)
    place = g_strdup_printf (_("step %u"), self->position);
  else
    place = g_strdup_printf (_("step %u (%s)"), self->position, self->id);
  g_set_error (self->error, KKR_LOAD_ERROR, (int) code, "%s%s%s%s%s", place,
               self->position > 0 && member != NULL ? ", " : "",
               self->position > 0 && member != NULL ? member : "",
               self->position > 0 || member != NULL ? ": " : "", text);
  return FALSE;
}

char *
kkr_document_dup_text (const KkrDocument *self, guint value)
{
  return value > 0 ? kkr_json_scan_dup_text (&self->scan, value) : NULL;
}

gboolean
kkr_document_refuse_value (KkrDocument *self, const char *member, guint value,
                           const char *expected)
{
  g_autofree char *text = kkr_document_dup_text (self, value);
  g_autofree char *quoted = kkr_text_quote (text);

  return kkr_document_fail (self, KKR_LOAD_ERROR_VALUE, member,
                            _("a value that cannot be: %s found, %s expected"), quoted, expected);
}

/* The rule that the name at `at` has, or NULL and an error. */
static const KkrMemberRule *
find_rule (KkrDocument *self, guint at, const char *path, const KkrMemberRule *rules,
           guint n_rules, guint bit)
{
  const KkrJsonToken *value = kkr_json_scan_get (&self->scan, at + 1);
  g_autofree char *name = NULL, *quoted = NULL;

  for (guint i = 0; i < n_rules; i++)
    {
      if (!kkr_json_scan_equals (&self->scan, at, rules[i].name))
        continue;
      if (!(rules[i].allowed & bit))
        break;
      if (value->kind == rules[i].kind)
        return &rules[i];
      kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, rules[i].name, _("%s found, %s expected"),
                         name_kind (value->kind), name_kind (rules[i].kind));
      return NULL;
    }
  name = kkr_json_scan_dup_text (&self->scan, at);
  quoted = kkr_text_quote (name);
  kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, path,
                     _("a member that does not belong here: %s found, none expected"), quoted);
  return NULL;
}

gboolean
kkr_document_read_members (KkrDocument *self, guint object, const char *path,
                           const KkrMemberRule *rules, guint n_rules, guint bit, guint *values)
{
  const KkrJsonToken *token = kkr_json_scan_get (&self->scan, object);
  guint at = object + 1;

  memset (values, 0, n_rules * sizeof *values);
  if (token->kind != KKR_JSON_OBJECT)
    return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, path, _("%s found, %s expected"),
                              name_kind (token->kind), name_kind (KKR_JSON_OBJECT));
  for (guint i = 0; i < token->length; i++)
    {
      const KkrMemberRule *rule = find_rule (self, at, path, rules, n_rules, bit);

      if (rule == NULL)
        return FALSE;
      values[rule - rules] = at + 1;
      at = kkr_json_scan_get (&self->scan, at + 1)->next;
    }
  for (guint i = 0; i < n_rules; i++)
    if ((rules[i].required & bit) && values[i] == 0)
      return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, path,
                                _("a member is missing: \"%s\" expected"), rules[i].name);
  return TRUE;
}

gboolean
kkr_document_read_title (KkrDocument *self, guint value, char **danish, char **english)
{
  guint values[N_TITLE];
  gsize longest;

  if (!kkr_document_read_members (self, value, "title", title_rules, N_TITLE, ALWAYS, values))
    return FALSE;
  *danish = kkr_document_dup_text (self, values[TITLE_DA]);
  *english = kkr_document_dup_text (self, values[TITLE_EN]);
  longest = MAX (strlen (*danish), strlen (*english));
  return longest <= KKR_DERIVATION_MAX_TITLE ||
         kkr_document_fail (self, KKR_LOAD_ERROR_LIMIT, "title",
                            _("a title too long: %zu bytes found, at most %d expected"), longest,
                            KKR_DERIVATION_MAX_TITLE);
}

/* A document of a later format may have members that this library does not know, so nothing else is
 * looked at before. */
static gboolean
check_format (KkrDocument *self)
{
  guint value = kkr_json_scan_find (&self->scan, 0, "format");
  g_autofree char *format = NULL, *quoted = NULL;
  const char *number;

  if (kkr_json_scan_get (&self->scan, 0)->kind != KKR_JSON_OBJECT)
    return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, NULL,
                              _("no derivation: %s found, an object expected"),
                              name_kind (kkr_json_scan_get (&self->scan, 0)->kind));
  if (value == 0 || kkr_json_scan_get (&self->scan, value)->kind != KKR_JSON_TEXT)
    return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, NULL,
                              _("no derivation: no text in the member \"format\" found, \"%s\" "
                                "expected"), KKR_DERIVATION_FORMAT KKR_DERIVATION_FORMAT_NUMBER);
  format = kkr_document_dup_text (self, value);
  if (g_str_equal (format, KKR_DERIVATION_FORMAT KKR_DERIVATION_FORMAT_NUMBER))
    return TRUE;
  quoted = kkr_text_quote (format);
  number = format + strlen (KKR_DERIVATION_FORMAT);
  if (g_str_has_prefix (format, KKR_DERIVATION_FORMAT) && *number >= '1' && *number <= '9' &&
      number[strspn (number, "0123456789")] == '\0')
    return kkr_document_fail (self, KKR_LOAD_ERROR_VERSION, "format",
                              _("newer than this library: %s found, \"%s\" expected"), quoted,
                              KKR_DERIVATION_FORMAT KKR_DERIVATION_FORMAT_NUMBER);
  return kkr_document_fail (self, KKR_LOAD_ERROR_VALUE, "format",
                            _("no derivation: %s found, \"%s\" expected"), quoted,
                            KKR_DERIVATION_FORMAT KKR_DERIVATION_FORMAT_NUMBER);
}

/* Over the bytes without the member, which may stand anywhere. */
static gboolean
check_digest (KkrDocument *self, guint value)
{
  const KkrJsonToken *name = kkr_json_scan_get (&self->scan, value - 1);
  const KkrJsonToken *token = kkr_json_scan_get (&self->scan, value);
  const char *text = self->scan.text;
  gsize start = name->start - 1, end = token->start + token->length + 1;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *found = NULL, *quoted = NULL;

  if (text[start - 1] == ',')
    start--;
  else
    end += text[end] == ',';
  g_checksum_update (checksum, (const guchar *) text, (gssize) start);
  g_checksum_update (checksum, (const guchar *) text + end, -1);
  if (kkr_json_scan_equals (&self->scan, value, g_checksum_get_string (checksum)))
    return TRUE;
  found = kkr_document_dup_text (self, value);
  quoted = strlen (found) > DIGEST_LENGTH ? kkr_text_quote (found) : NULL;
  return kkr_document_fail (self, KKR_LOAD_ERROR_VALUE, "digest",
                            _("the document is not the one that the digest was made of: %s found, "
                              "%s expected"), quoted != NULL ? quoted : found,
                            g_checksum_get_string (checksum));
}

static gboolean
read_steps (KkrDocument *self, guint list)
{
  guint n = kkr_json_scan_get (&self->scan, list)->length, at = list + 1;

  if (n == 0)
    return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, "steps",
                              _("no step found, at least one expected"));
  if (n > KKR_DERIVATION_MAX_STEPS)
    return kkr_document_fail (self, KKR_LOAD_ERROR_LIMIT, "steps",
                              _("too many steps: %u found, at most %d expected"), n,
                              KKR_DERIVATION_MAX_STEPS);
  for (guint i = 0; i < n; i++)
    {
      self->position = i + 1;
      self->id = NULL;
      if (!kkr_document_read_step (self, at))
        return FALSE;
      at = kkr_json_scan_get (&self->scan, at)->next;
    }
  self->position = 0;
  return TRUE;
}

static gboolean
read_notes (KkrDocument *self, guint list, GPtrArray *notes)
{
  guint n = kkr_json_scan_get (&self->scan, list)->length, at = list + 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("notes[%u]", i);
      g_autofree char *kind = NULL, *danish = NULL, *english = NULL;
      KkrNoteKind note_kind;
      guint values[N_NOTE];

      if (!kkr_document_read_members (self, at, path, note_rules, N_NOTE, ALWAYS, values))
        return FALSE;
      kind = kkr_document_dup_text (self, values[NOTE_KIND]);
      note_kind = kkr_note_kind_from_string (kind, NULL);
      if (note_kind == KKR_NOTE_KIND_UNSET)
        return kkr_document_refuse_value (self, path, values[NOTE_KIND], _("the kind of a note"));
      danish = kkr_document_dup_text (self, values[NOTE_DA]);
      english = kkr_document_dup_text (self, values[NOTE_EN]);
      g_ptr_array_add (notes, kkr_note_new (note_kind, danish, english));
      at = kkr_json_scan_get (&self->scan, at)->next;
    }
  return TRUE;
}

static gboolean
read_register (KkrDocument *self, guint value, KkrDerivation *derivation)
{
  guint values[N_REGISTER];

  if (value == 0)
    return TRUE;
  if (!kkr_document_read_members (self, value, "register", register_rules, N_REGISTER, ALWAYS,
                                  values))
    return FALSE;
  derivation->data_version = kkr_document_dup_text (self, values[REGISTER_VERSION]);
  derivation->sha256 = kkr_document_dup_text (self, values[REGISTER_SHA256]);
  if (derivation->data_version != NULL && strstr (derivation->data_version, "; sha-256 ") != NULL)
    return kkr_document_refuse_value (self, "register", values[REGISTER_VERSION],
                                      _("a version without the digest"));
  return derivation->data_version != NULL || derivation->sha256 != NULL ||
         kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, "register",
                            _("no member found, a version or a sha256 expected"));
}

/* The result is said twice, in the last step and in the document. */
static gboolean
check_result (KkrDocument *self, const guint *values, KkrDerivation *derivation)
{
  const KkrStep *result = kkr_derivation_get_result (derivation);
  const char *unit = kkr_unit_to_string (result->unit);
  g_autofree char *value = result->kind == KKR_STEP_KIND_TEXT
                             ? g_strdup (result->text) : kkr_rational_to_string (&result->value);
  g_autofree char *quoted = kkr_text_quote (value);
  g_autofree char *quoted_unit = kkr_text_quote (unit);

  if (!kkr_json_scan_equals (&self->scan, values[DOCUMENT_UNIT], unit))
    return kkr_document_refuse_value (self, "unit", values[DOCUMENT_UNIT], quoted_unit);
  g_free (derivation->value);
  derivation->value = kkr_document_dup_text (self, values[DOCUMENT_VALUE]);
  return g_str_equal (derivation->value, value) ||
         kkr_document_refuse_value (self, "value", values[DOCUMENT_VALUE], quoted);
}

static KkrDerivation *
read_document (KkrDocument *self)
{
  g_autoptr (KkrDerivation) derivation = g_object_new (KKR_TYPE_DERIVATION, NULL);
  guint values[N_DOCUMENT];

  if (!check_format (self) ||
      !kkr_document_read_members (self, 0, NULL, document_rules, N_DOCUMENT, ALWAYS, values) ||
      !check_digest (self, values[DOCUMENT_DIGEST]) ||
      !kkr_document_read_title (self, values[DOCUMENT_TITLE], &derivation->danish,
                                &derivation->english) ||
      !read_register (self, values[DOCUMENT_REGISTER], derivation) ||
      !read_notes (self, values[DOCUMENT_NOTES], derivation->notes) ||
      !read_steps (self, values[DOCUMENT_STEPS]))
    return NULL;
  kkr_derivation_take_steps (derivation, g_steal_pointer (&self->steps));
  if (!check_result (self, values, derivation))
    return NULL;
  g_free (derivation->column);
  derivation->column = kkr_document_dup_text (self, values[DOCUMENT_COLUMN]);
  if (strstr (derivation->column, ", ") != NULL &&
      !kkr_document_refuse_value (self, "column", values[DOCUMENT_COLUMN],
                                  _("a column without the key")))
    return NULL;
  g_free (derivation->key);
  derivation->key = kkr_document_dup_text (self, values[DOCUMENT_KEY]);
  derivation->statement = kkr_document_dup_text (self, values[DOCUMENT_STATEMENT]);
  return g_steal_pointer (&derivation);
}

/**
 * kkr_derivation_new_from_json:
 * @text: a document, as [method@Derivation.to_json] gives it
 * @error: return location for a [error@LoadError]
 *
 * Reads a derivation that was written before, perhaps by somebody else. Only the canonical form is
 * taken, so that the derivation gives back the same document, and the digest has to be that of the
 * document. The steps are not worked out again: [method@Derivation.check] does that.
 *
 * Returns: (transfer full): the derivation, or %NULL and the first thing that is wrong, with the
 *   step and the member where it stands: `SYNTAX` (no canonical JSON), `SCHEMA` (a member too many,
 *   too few or of the wrong kind), `VALUE` (a number not in lowest terms, an unknown unit, a digest
 *   of another document), `REFERENCE` (a step that refers to anything but earlier steps with a
 *   number), `DUPLICATE` (a member or an id twice), `VERSION` (a later format) or `LIMIT` (more
 *   than 64 MiB, 100.000 steps, 1.000.000 terms, weights and names in formulas, 16 levels, or a
 *   number larger than the library computes with)
 *
 * Since: 0.1
 */
KkrDerivation *
kkr_derivation_new_from_json (const char *text, GError **error)
{
  KkrDerivation *derivation = NULL;
  KkrDocument document = { .error = error };

  g_return_val_if_fail (text != NULL, NULL);

  document.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_step_free);
  document.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  if (kkr_json_scan_init (&document.scan, text, KKR_DERIVATION_MAX_LENGTH,
                          KKR_DERIVATION_MAX_TOKENS, error))
    derivation = read_document (&document);
  kkr_json_scan_clear (&document.scan);
  g_hash_table_unref (document.by_id);
  g_clear_pointer (&document.steps, g_ptr_array_unref);
  return derivation;
}
