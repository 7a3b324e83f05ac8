/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-install-private.h>

#include <libkkr/calc/kkr-sheet-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "results", "year",
    "Regnskabsåret|The year of the accounts" },
  { "results", "budget",
    "Budgetterede nettoudgifter i kr.; sammen med regnskab i stedet for overskud|Planned "
    "net costs in kroner; with accounts, instead of a surplus" },
  { "results", "accounts",
    "Faktiske nettoudgifter i kr.|Actual net costs in kroner" },
  { "results", "surplus",
    "Overskud i kr.; underskud med minus|Surplus in kroner; a deficit with a minus" },
  { "results", "known",
    "Dagen, regnskabet blev kendt; bruges sammen med known-on|The day on which the "
    "accounts were known; for known-on" },
  { "departments", "weight",
    "Vægten, som resultatet fordeles efter, fx budgettet|The weight by which a result is "
    "shared, such as the budget" },
  { "corrections", "cause-year",
    "Året, hvis resultat rettes|The year whose result is corrected" },
  { "corrections", "known",
    "Dagen, rettelsen blev kendt|The day on which the correction was known" },
  { "corrections", "amount",
    "Så meget større er overskuddet, i kr.; mindre med minus|By so much the surplus is "
    "larger, in kroner; smaller with a minus" },
  { "billed", "cause-year",
    "Året, resultatet er fra|The year that the result is of" },
  { "billed", "year",
    "Året, hvis budget beløbet står i|The year in whose budget the amount stands" },
  { "billed", "amount",
    "Overskud i kr., som er indregnet; underskud med minus|Surplus in kroner that is in "
    "the budget; a deficit with a minus" },
  { "settlement", "year",
    "Året, der efterreguleres for|The year that is settled" },
  { "settlement", "budget-cost",
    "Årets budgetterede udgifter i kr.|Planned costs of the year in kroner" },
  { "settlement", "accounts-cost",
    "Årets faktiske udgifter i kr.|Actual costs of the year in kroner" },
  { "settlement", "planned-days",
    "Døgn, som taksten var beregnet med|Place-days that the tariff was computed with" },
  { "settlement", "actual-days",
    "Døgn, som blev betalt|Place-days that were paid for" },
  { "settlement", "tariff",
    "Årets takst i kr. pr. døgn|The tariff of the year in kroner per day" },
  { "settlement", "later-days",
    "Døgn i det år, takster reguleres; tom, når kun beløbet ønskes|Place-days of the year "
    "whose tariff changes; blank for the amount only" },
  { "causes", "amount",
    "Så meget hæver årsagen budgettet, i kr.; sænker med minus|By so much the cause raises "
    "the budget, in kroner; lowers with a minus" },
};

void
kkr_carry_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
