/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-derivation.h>
#include <libkkr/calc/checking/kkr-derivation-check.h>

#define MEMBER "\"digest\":\""
#define DIGEST_LENGTH 64

static void
check_same (KkrDerivation *derivation, const char *text)
{
  g_autofree char *json = kkr_derivation_to_json (derivation);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (json, ==, text);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *words = kkr_derivation_to_string_in (derivation, i == 0 ? "da" : "en");
      g_autofree char *html = kkr_derivation_to_html_in (derivation, i == 0 ? "da" : "en");

      fuzz_check_text (words);
      fuzz_check_text (html);
    }
  fuzz_settle (kkr_derivation_check (derivation, &error), &error);
}

static void
try_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_derivation_new_from_json (text, &error);

  if (fuzz_settle (derivation != NULL, &error))
    check_same (derivation, text);
}

/* The digest made right, so that not every mutation ends there. */
static char *
seal (const char *text)
{
  const char *at = strstr (text, MEMBER), *end;
  g_autofree char *head = NULL, *bare = NULL, *digest = NULL;

  if (at == NULL || strnlen (at, strlen (MEMBER) + DIGEST_LENGTH + 2) <
                      strlen (MEMBER) + DIGEST_LENGTH + 2)
    return NULL;
  end = at + strlen (MEMBER) + DIGEST_LENGTH + 1;
  if (end[-1] != '"' || *end != ',')
    return NULL;
  head = g_strndup (text, (gsize) (at - text));
  bare = g_strconcat (head, end + 1, NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare, -1);
  return g_strconcat (head, MEMBER, digest, "\",", end + 1, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *sealed = seal (text);

  try_text (text);
  if (sealed != NULL)
    try_text (sealed);
  return 0;
}
