/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-entity-words-private.h>

/* The ids that files use for kinds, roles and statuses, which anybody may add to, in Danish. */
typedef struct {
  const char *id;
  const char *danish;
} IdWord;

/* Ascending by id. */
static const IdWord words[] = {
  { "accommodation", "botilbud" },
  { "action-plan", "handlingsplan" },
  { "agency", "styrelse" },
  { "agreed", "aftalt" },
  { "board", "bestyrelse" },
  { "branch", "filial" },
  { "committee", "udvalg" },
  { "communication-centre", "kommunikationscenter" },
  { "concluded", "indgået" },
  { "cooperation", "samarbejde" },
  { "cooperation-agreement", "samarbejdsaftale" },
  { "council", "råd" },
  { "crisis-centre", "krisecenter" },
  /* That a place is paid for. */
  { "day", "døgn" },
  { "deadline", "frist" },
  { "draft", "udkast" },
  { "economy-agreement", "økonomiaftale" },
  { "estimate", "skøn" },
  { "forum", "forum" },
  { "foundation", "fond" },
  { "founding-agreement", "stiftelsesaftale" },
  { "framework-agreement", "rammeaftale" },
  { "fusion-agreement", "fusionsaftale" },
  { "health-agreement", "sundhedsaftale" },
  { "health-council", "sundhedsråd" },
  { "hour", "time" },
  { "in-force", "i kraft" },
  { "in-progress", "i gang" },
  { "indicated", "tilkendegivet" },
  { "institutions", "institutioner" },
  { "intended", "hensigt" },
  { "kindergarten", "børnehave" },
  { "knowledge-centre", "videncenter" },
  { "mapping", "kortlægning" },
  { "meeting", "møde" },
  { "milestone", "milepæl" },
  { "monitoring", "monitorering" },
  { "month", "måned" },
  { "municipalities", "kommuner" },
  { "network", "netværk" },
  { "not-started", "ikke begyndt" },
  { "noted", "noteret" },
  { "observer", "observatør" },
  { "officials", "embedsmænd" },
  { "panel", "panel" },
  { "partly-in-progress", "delvist i gang" },
  { "party", "part" },
  { "planned", "planlagt" },
  { "placement", "anbringelse" },
  { "political", "politisk" },
  { "political-agreement", "politisk aftale" },
  { "political-committee", "politisk udvalg" },
  { "premise", "præmis" },
  { "proposal", "forslag" },
  { "proposed", "foreslået" },
  { "purchase-agreement", "købsaftale" },
  { "questionnaire", "spørgeskema" },
  { "recommendation", "anbefaling" },
  { "recommended", "anbefalet" },
  { "report", "rapport" },
  { "requested", "ønsket" },
  { "required", "krævet" },
  { "result-contract", "resultatkontrakt" },
  { "satisfaction", "tilfredshed" },
  { "school", "skole" },
  { "secretariat", "sekretariat" },
  { "secure", "sikret" },
  { "secured", "sikret afdeling" },
  { "staff", "personale" },
  { "steering-group", "styregruppe" },
  { "supervision", "tilsyn" },
  { "takes-note", "tages til efterretning" },
  { "theme", "tema" },
  { "to-be-discussed", "skal drøftes" },
  { "tripartite-agreement", "trepartsaftale" },
  { "working-group", "arbejdsgruppe" },
  { "year", "år" },
};

static int
compare (gconstpointer id, gconstpointer word)
{
  return strcmp (id, ((const IdWord *) word)->id);
}

char *
kkr_id_dup_words (const char *id, const char *language)
{
  const IdWord *word = bsearch (id, words, G_N_ELEMENTS (words), sizeof *words, compare);

  if (kkr_language_is_english (language))
    return g_strdelimit (g_strdup (id), "-", ' ');
  return g_strdup (word != NULL ? word->danish : id);
}
