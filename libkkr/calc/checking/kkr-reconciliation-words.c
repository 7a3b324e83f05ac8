/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

/* What the words of a label say of its figures. A word stands by itself; one that begins with ^
 * begins the label, one that ends with * may go on, and one that begins with * may end another. One
 * that ends with # stands before no number: "pr. 1. januar" and "År 2023" are times. */
static const struct {
  guint flags;
  const char *words[40];
} meanings[] = {
  { KKR_LABEL_TOTAL,
    { "i alt", "ialt", "total", "totalt", "totaler", "^sum", "^summen", "hele landet", "tilsammen",
      "hele året", "^året",
      "subtotal", "mellemsum", "^danmark", "hovedtotal", "overall", "^ultimo", "sum", "grand total",
      "totals", NULL } },
  { KKR_LABEL_TOTAL | KKR_LABEL_MAYBE,
    { "^alle", "^samlet", "^samlede", "^samtlige", "^all", NULL } },
  { KKR_LABEL_TOTAL | KKR_LABEL_MAYBE | KKR_LABEL_PERIOD,
    { "1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal", "1. halvår", "2. halvår", "q1", "q2",
      "q3", "q4", NULL } },
  { KKR_LABEL_TOTAL | KKR_LABEL_NET,
    { "^netto*", "^balance", "^resultat", "^overskud", "^underskud", "^saldo", NULL } },
  { KKR_LABEL_PART,
    { "heraf", "deraf", "^herunder", "^hvoraf", "of which", "^including", NULL } },
  { KKR_LABEL_MEAN,
    { "gennemsnit*", "*gennemsnit", "gns", "snit", "middel", "median", "average", "mean", NULL } },
  { KKR_LABEL_PERCENT,
    { "pct", "procent*", "andel", "andele", "*andel", "per cent", "percent", "share", "pctpoint",
      NULL } },
  { KKR_LABEL_SHARE,
    { "andel", "andele", "*andel", "fordeling", "*fordeling", "share", "shares", "fordelt",
      NULL } },
  { KKR_LABEL_CHANGE,
    { "ændring", "ændringen", "ændringer i", "difference", "differencen", "differences", "forskel",
      "forskellen", "diff", "afvigelse*", "stigning*", "fald", "vækst", "væksten", "vækstrate",
      "udvikling", "udviklingen", "tilvækst", "change", "growth", "increase", "decrease",
      "variance", "merudgift", "mindreudgift", "ændr", "afv", "regulering", "reguleringen",
      "fremskrivning", NULL } },
  { KKR_LABEL_RATE,
    { "pr#", "per#", "takst", "takster", "sats", "pris", "*pris", "indeks", "rate", "*takst",
      "timepris", "gennemsnitspris", "^år#", "uger", "*rate", "price", "index", "*grad",
      "belægning*", NULL } },
  { KKR_LABEL_MONEY,
    { "kr", "mio", "mia", "tkr", "t.kr", "beløb", "budget*", "*budget", "regnskab*", "udgift*",
      "*udgift*", "indtægt*", "*indtægt*", "*tilskud*", "bevilling*", "*finansiering*", "takst*",
      "pris", "lån*", "*omkostning*", "provenu", "betaling*", "amount*", "dkk", "økonomi", "kroner",
      "løn*",
      "skat*", "ramme", "cost*", "revenue", "t.kr.", "income",
      "expenditure*", "grant*", "*bloktilskud*", NULL } },
  { KKR_LABEL_COUNT,
    { "antal*", "personer", "børn", "borgere", "indbyggere", "pladser", "*besøg", "tilbud", "sager",
      "henvendelser", "kommuner", "*familier", "tilsyn", "elever", "*årige", "stk", "medlemmer",
      "number*", "count*", "places", "children", "persons", "inhabitants", "ansøgninger", "unge",
      "voksne", "operationer", "forløb", "virksomheder", "modtagere", "stillinger", "påbud",
      NULL } },
  { KKR_LABEL_REST,
    { "øvrige", "øvrigt", "rest", "resten", "restgruppe", "residual", "andet", "andre", "other",
      "others", NULL } },
  { KKR_LABEL_OUT, { "afgang*", "*ophør*", "afgået", "lukket", "lukkede", "overdraget*", NULL } },
};

/* Totals of all there is. */
static const char *const bare_totals[] = {
  "i alt", "ialt", "total", "totalt", "sum", "hele landet", "samlet", "tilsammen", "alle", "all",
  "grand total", "overall", "danmark i alt", "danmark", "landet", "total i alt", NULL,
};

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether a word stands in a folded label, with `word` as the table above writes it. */
static gboolean
has_word (const char *fold, const char *word)
{
  gboolean first = *word == '^', before = *word == '*';
  gsize length = strlen (word) - (first || before);
  const char *core = word + (first || before);
  gboolean after = core[length - 1] == '*', alone = core[length - 1] == '#';
  g_autofree char *text = g_strndup (core, length - (after || alone));

  for (const char *at = strstr (fold, text); at != NULL; at = strstr (at + 1, text))
    {
      const char *end = at + strlen (text);

      if (first && at != fold)
        return FALSE;
      if ((before || at == fold || !is_letter (g_utf8_prev_char (at))) &&
          (after || *end == '\0' || !is_letter (end)) &&
          !(alone && g_ascii_isdigit (end[strspn (end, " .")])))
        return TRUE;
    }
  return FALSE;
}

/* "Pct. af i alt" is no total. */
static gboolean
is_of_total (const char *fold)
{
  static const char *const words[] = { "af i alt", "af total", "af alle", "af samlet", "af samlede",
                                       "af hele landet", "of total", "of the total", "of all",
                                       "af summen", "of sum", "pr. i alt" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (fold, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_year (const char *label)
{
  gsize digits = strspn (label, "0123456789");

  return digits == 4 && (label[0] == '1' || label[0] == '2') && !g_ascii_isalnum (label[4]);
}

guint
kkr_label_find_flags (const char *label)
{
  g_autofree char *fold = kkr_text_fold (label);
  guint flags = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    for (guint k = 0; meanings[i].words[k] != NULL; k++)
      if (has_word (fold, meanings[i].words[k]))
        {
          flags |= meanings[i].flags;
          break;
        }
  if (strchr (fold, '%') != NULL)
    flags |= KKR_LABEL_PERCENT;
  if (g_strv_contains (bare_totals, fold))
    flags = (flags | KKR_LABEL_BARE) & ~(guint) KKR_LABEL_MAYBE;
  if (is_year (fold))
    flags |= KKR_LABEL_YEAR;
  if ((flags & KKR_LABEL_PART) != 0 || is_of_total (fold))
    flags &= ~(guint) (KKR_LABEL_TOTAL | KKR_LABEL_NET);
  return flags;
}
