/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/checking/kkr-printed-table-private.h>
#include <libkkr/register/kkr-csv-private.h>

static gboolean
refuse (const KkrDecodeProblem *problem, GError **error)
{
  g_autofree char *text = kkr_decode_problem_text (problem);

  g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX, "%u:%u: %s", problem->line,
               problem->column, text);
  return FALSE;
}

static gboolean
decode (GBytes *bytes, KkrDecodedText *decoded, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  KkrDecodeProblem problem;

  if (size > KKR_PRINTED_MAX_BYTES)
    {
      g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT,
                   _("a file that is too large: more than %d bytes found, at most that expected"),
                   KKR_PRINTED_MAX_BYTES);
      return FALSE;
    }
  return kkr_text_decode (text != NULL ? text : "", size, decoded, &problem)
         || refuse (&problem, error);
}

/**
 * kkr_reconciliation_new_from_bytes:
 * @bytes: the file of a printed table, in UTF-8 or Windows-1252
 * @error: return location for a [error@LoadError]
 *
 * Makes a calculator that reconciles the printed table in a file, with `text` assigned. What the
 * table is, is not looked at before the calculator is run.
 *
 * Returns: (transfer full): the calculator, or %NULL with `SYNTAX` for what is no text and `LIMIT`
 *   for what is larger than 4 MiB
 *
 * Since: 0.1
 */
KkrReconciliation *
kkr_reconciliation_new_from_bytes (GBytes *bytes, GError **error)
{
  KkrReconciliation *self;
  KkrDecodedText decoded;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!decode (bytes, &decoded, error))
    return NULL;
  text = g_strndup (decoded.text, decoded.length);
  g_free (decoded.owned);
  self = kkr_reconciliation_new ();
  g_object_set (self, "text", text, NULL);
  return self;
}
