/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-percentage-base.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/checking/kkr-base-search-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

/**
 * KkrPercentageBase:
 *
 * The whole numbers that printed percentages can be percentages of (grundtal bag procenter), with
 * the counts behind each.
 *
 * Of 90 municipalities no number is 27.8 per cent; of all numbers up to 98 only 79 has parts that
 * are printed as 27.8, 25.3, 20.3, 13.9 and 12.7 per cent: 22, 20, 16, 11 and 10 of it. Every
 * number in the span is tried, with fractions.
 *
 * Tables: `bases` (base, counts, lowest, highest, whole), where `lowest` and `highest` are what the
 * counts add up to at least and at most and `whole` says whether they can make up the base; and
 * `counts` (base, place, percentage, from, to).
 *
 * Since: 0.1
 */
struct _KkrPercentageBase {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrPercentageBase, kkr_percentage_base, KKR_TYPE_CALCULATOR)

static KkrBaseSearch *
read_inputs (KkrCalculator *self, GError **error)
{
  const char *percentages = kkr_calculator_get_text (self, "percentages");

  return kkr_base_search_new (percentages != NULL ? percentages : "",
                              (KkrRoundingMode) kkr_calculator_get_enum (self, "rounding"),
                              kkr_calculator_get_int (self, "first"),
                              kkr_calculator_get_int (self, "last"), error);
}

static void
kkr_percentage_base_check (KkrCalculator *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrBaseSearch) search = NULL;

  if (!kkr_calculator_is_assigned (self, "percentages"))
    return;
  search = read_inputs (self, &error);
  if (search == NULL)
    kkr_calculator_report (self, "percentages", (KkrCalcError) error->code, error->message);
}

static char *
format (gint64 number, const char *language)
{
  const KkrRational value = { number, 1 };

  return kkr_format_decimals (&value, 0, language);
}

/* The tables have a line for each number: what they come to is said in one. */
static KkrNote *
make_note (const KkrBaseSearch *search)
{
  guint n = search->bases->len;
  gint64 tried = search->to - search->from + 1;
  gint64 least = n > 0 ? g_array_index (search->bases, gint64, 0) : 0;
  g_autofree char *tried_da = format (tried, "da"), *tried_en = format (tried, "en");
  g_autofree char *n_da = format (n, "da"), *n_en = format (n, "en");
  g_autofree char *least_da = format (least, "da"), *least_en = format (least, "en");
  g_autofree char *danish = NULL, *english = NULL;

  if (n == 0)
    return kkr_note_new (KKR_NOTE_KIND_REMARK,
                         "Intet helt tal i det prøvede interval har dele, der trykkes som disse "
                         "procenter.",
                         "No whole number of the span that was tried has parts that are printed "
                         "as these percentages.");
  if (n == 1)
    {
      danish = g_strdup_printf ("Af de %s tal, der er prøvet, kan kun %s være grundtallet.",
                                tried_da, least_da);
      english = g_strdup_printf ("Of the %s numbers tried, only %s can be the base.", tried_en,
                                 least_en);
    }
  else
    {
      danish = g_strdup_printf ("Af de %s tal, der er prøvet, kan %s være grundtallet; det mindste "
                                "er %s.", tried_da, n_da, least_da);
      english = g_strdup_printf ("Of the %s numbers tried, %s can be the base; the smallest is %s.",
                                 tried_en, n_en, least_en);
    }
  return kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english);
}

static KkrResult *
kkr_percentage_base_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrBaseSearch) search = read_inputs (self, error);
  g_autoptr (KkrTable) bases = NULL, counts = NULL;
  g_autoptr (KkrNote) note = NULL;

  if (search == NULL || !kkr_base_search_run (search, cancellable, error))
    return NULL;
  bases = kkr_base_search_build_bases (search, error);
  counts = bases != NULL ? kkr_base_search_build_counts (search, error) : NULL;
  if (counts == NULL)
    return NULL;
  note = make_note (search);
  return kkr_result_new (self, (KkrTable *[]) { bases, counts }, 2, &note, 1);
}

static KkrDerivation *
kkr_percentage_base_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                            GError **error)
{
  g_autoptr (KkrBaseSearch) search = row >= 0 ? read_inputs (self, error) : NULL;

  if (search == NULL || !kkr_base_search_run (search, NULL, error))
    return NULL;
  return kkr_base_search_derive (search, result, column, (guint) row, error);
}

static void
install_span (KkrCalculatorClass *klass)
{
  /**
   * KkrPercentageBase:first:
   *
   * The first whole number to try.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "first", "Fra|From",
                                    "Det første hele tal, der prøves|"
                                    "The first whole number to try", 1, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPercentageBase:last:
   *
   * The last whole number to try, 1,000,000 at most.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "last", "Til|To",
                                    "Det sidste hele tal, der prøves|"
                                    "The last whole number to try", 1000, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_percentage_base_class_init (KkrPercentageBaseClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_percentage_base_check;
  calculator_class->compute = kkr_percentage_base_compute;
  calculator_class->derive = kkr_percentage_base_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Grundtal bag procenter";
  calculator_class->title_en = "Base behind percentages";
  calculator_class->main_column = "base";
  /**
   * KkrPercentageBase:percentages:
   *
   * The printed percentages, between semicolons or on lines of their own: `27,8; 25,3 pct.`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "percentages",
                                       "Trykte procenter|Printed percentages",
                                       "Procenter af det samme grundtal, fx 27,8; 25,3|"
                                       "Percentages of one base, such as 27,8; 25,3",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
  install_span (calculator_class);
  /**
   * KkrPercentageBase:rounding:
   *
   * How the percentages were rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (calculator_class, "rounding", "Afrunding|Rounding",
                                     "Hvordan procenterne er afrundet|"
                                     "How the percentages were rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
kkr_percentage_base_init (KkrPercentageBase *self)
{
}

/**
 * kkr_percentage_base_new:
 *
 * Makes a calculator of the base behind percentages with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrPercentageBase *
kkr_percentage_base_new (void)
{
  return g_object_new (KKR_TYPE_PERCENTAGE_BASE, NULL);
}
