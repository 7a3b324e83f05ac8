/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-eligibility-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

typedef struct {
  const char *refused_da, *refused_en;
  const char *unstated_da, *unstated_en;
} Words;

static const Words words[KKR_GUARANTEE_N_CONDITIONS] = {
  [KKR_GUARANTEE_CONDITION_OPERATOR] = {
    "driftsherren er privat", "the operator is private",
    "hvem driftsherren er", "who the operator is" },
  [KKR_GUARANTEE_CONDITION_AREA] = {
    "driftsherren ligger uden for KKR-området", "the operator lies outside the KKR area",
    "om driftsherren ligger i KKR-området", "whether the operator lies in the KKR area" },
  [KKR_GUARANTEE_CONDITION_EXPERIENCE] = {
    "driftsherren har ikke erfaring med målgruppen",
    "the operator has no experience with the target group",
    "om driftsherren har erfaring med målgruppen",
    "whether the operator has experience with the target group" },
  [KKR_GUARANTEE_CONDITION_NEW] = {
    "pladserne er ikke nye", "the places are not new",
    "om pladserne er nye", "whether the places are new" },
  [KKR_GUARANTEE_CONDITION_TARGET_GROUP] = {
    "pladserne er ikke til målgruppen", "the places are not for the target group",
    "om pladserne er til målgruppen", "whether the places are for the target group" },
  [KKR_GUARANTEE_CONDITION_EXISTING_OFFER] = {
    "tilbuddet er ikke et eksisterende, driftssikkert tilbud",
    "the offer is not an existing one in sound operation",
    "om tilbuddet er et eksisterende, driftssikkert tilbud",
    "whether the offer is an existing one in sound operation" },
  [KKR_GUARANTEE_CONDITION_KKR_APPROVED] = {
    "KKR har ikke godkendt pladserne", "KKR has not approved the places",
    "om KKR har godkendt pladserne", "whether KKR has approved the places" },
  [KKR_GUARANTEE_CONDITION_SUPERVISION_APPROVED] = {
    "Socialtilsynet har ikke godkendt pladserne",
    "Socialtilsyn has not approved the places",
    "om Socialtilsynet har godkendt pladserne",
    "whether Socialtilsyn has approved the places" },
  [KKR_GUARANTEE_CONDITION_CAP] = {
    "loftet over pladser er nået", "the cap of places is reached",
    "om der er plads under loftet", "whether there is room under the cap" },
};

static gboolean
applies (guint condition, gboolean first_round)
{
  return condition != KKR_GUARANTEE_CONDITION_EXISTING_OFFER || first_round;
}

guint
kkr_guarantee_refusals (const KkrGuaranteeFacts *facts, gboolean first_round,
                        gboolean unstated_refuses)
{
  guint bits = unstated_refuses ? kkr_guarantee_not_stated (facts, first_round) : 0;

  for (guint i = 0; i < KKR_GUARANTEE_N_CONDITIONS; i++)
    if (facts->met[i] == 0 && applies (i, first_round))
      bits |= 1u << i;
  return bits;
}

guint
kkr_guarantee_not_stated (const KkrGuaranteeFacts *facts, gboolean first_round)
{
  guint bits = 0;

  for (guint i = 0; i < KKR_GUARANTEE_N_CONDITIONS; i++)
    if (facts->met[i] < 0 && i != KKR_GUARANTEE_CONDITION_CAP && applies (i, first_round))
      bits |= 1u << i;
  return bits;
}

static char *
join (guint bits, const char *language, gboolean unstated)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < KKR_GUARANTEE_N_CONDITIONS; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              unstated ? kkr_text_in (language, words[i].unstated_da,
                                                      words[i].unstated_en)
                                       : kkr_text_in (language, words[i].refused_da,
                                                      words[i].refused_en));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
kkr_guarantee_reasons (guint bits, const char *language)
{
  return join (bits, language, FALSE);
}

char *
kkr_guarantee_not_stated_words (guint bits, const char *language)
{
  return join (bits, language, TRUE);
}

gint32
kkr_guarantee_expiry (gint32 start, int years, KkrLeapDayRule rule)
{
  int year, month, day;
  gint32 expiry;

  kkr_date_split (start, &year, &month, &day);
  /* Where there is no such day, this is 1 March. */
  expiry = kkr_date_from_parts (year + years, month, day);
  if (month == 2 && day == 29 && rule == KKR_LEAP_DAY_RULE_FEBRUARY_28)
    expiry = MIN (expiry, kkr_date_from_parts (year + years, 3, 1) - 1);
  return expiry;
}
