/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-values-private.h>

/* Longer texts are no date or number that somebody wrote in another way. */
#define MAX_LENGTH 40

/* 21.08.2023, 21-8-2023, 21/8 2023 */
static char *
turn_day (const char *text)
{
  g_auto (GStrv) all = g_strsplit_set (text, "./- ", -1);
  const char *parts[3] = { NULL };
  guint n = 0;

  for (char **at = all; *at != NULL; at++)
    if (**at == '\0')
      continue;
    else if (n == G_N_ELEMENTS (parts) || strspn (*at, KKR_DIGITS) != strlen (*at))
      return NULL;
    else
      parts[n++] = *at;
  if (n < G_N_ELEMENTS (parts) || strlen (parts[0]) > 2 || strlen (parts[1]) > 2
      || strlen (parts[2]) != 4)
    return NULL;
  return g_strdup_printf ("%s-%s%s-%s%s", parts[2], strlen (parts[1]) < 2 ? "0" : "", parts[1],
                          strlen (parts[0]) < 2 ? "0" : "", parts[0]);
}

/* 2023k2, 2023 K2, 2023Q2 */
static char *
turn_quarter (const char *text)
{
  GString *turned = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != ' ')
      g_string_append_c (turned, strchr ("kqQ", *at) != NULL ? 'K' : *at);
  return g_string_free (turned, FALSE);
}

/* 1.152,50 and 1.152.000; a single dot may be either sign and is left alone. */
static char *
turn_number (const char *text)
{
  const char *comma = strchr (text, ',');
  const char *end = comma != NULL ? comma : text + strlen (text);
  const char *dot = memchr (text, '.', (gsize) (end - text));
  GString *turned;

  if (comma == NULL && (dot == NULL || strchr (dot + 1, '.') == NULL))
    return NULL;
  for (; dot != NULL; dot = memchr (dot + 1, '.', (gsize) (end - dot - 1)))
    if (strspn (dot + 1, KKR_DIGITS) != 3)
      return NULL;
  turned = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (*at != '.' || at > end)
      g_string_append_c (turned, *at == ',' ? '.' : *at);
  return g_string_free (turned, FALSE);
}

char *
kkr_number_suggest (const char *text)
{
  g_autofree char *meant = strlen (text) <= MAX_LENGTH ? turn_number (text) : NULL;
  gint64 num, den;

  return meant != NULL && kkr_decimal_parse (meant, &num, &den) ? g_steal_pointer (&meant) : NULL;
}

char *
kkr_field_suggest (const KkrField *field, KkrRuleId rule, const char *text)
{
  g_autofree char *meant = NULL;
  KkrFieldValue value = { 0 };
  const char *expected = NULL;

  if (strlen (text) > MAX_LENGTH)
    return NULL;
  if (rule == KKR_RULE_BAD_NUMBER || rule == KKR_RULE_BAD_PERCENT)
    meant = turn_number (text);
  else if (rule == KKR_RULE_BAD_DATE || rule == KKR_RULE_BAD_PERIOD)
    {
      meant = turn_day (text);
      if (meant == NULL)
        meant = turn_quarter (text);
    }
  if (meant == NULL || kkr_field_parse (field, meant, &value, &expected) != KKR_N_RULES)
    return NULL;
  return g_steal_pointer (&meant);
}
