/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>

#include "from-text.h"

/* In order: two vintages, of which the first is known by month; one withdrawn for another; one known
 * by quarter; one known as the latest; one withdrawn for good; one withdrawn in a month. */
static const char text[] =
  "<register format='1' version='1'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
  "<series key='growth' unit='percent' source='memo' section='1'>"
  "<fact valid='2024' known='2023-05' value='4.1'/>"
  "<fact valid='2024' known='2023-08-21' value='4.3'/>"
  "<fact valid='2025' known='2024-06-01/2024-09-14' value='3.0'/>"
  "<fact valid='2025' known='2024-09-15' value='3.2'/>"
  "<fact valid='2026' known='2025K2' value='2.8'/>"
  "<fact valid='2027' known='[..2025-03-01]' value='2.6'/>"
  "<fact valid='2028' known='2025-01-01/2025-01-31' value='2.5'/>"
  "<fact valid='2029-05' known='2025' value='2.4'/>"
  "</series>"
  "</register>";

static void
test_answers (void)
{
  static const struct {
    const char *valid_on, *known_on, *value; /* NULL: none */
  } rows[] = {
    { "2024-07-01", "2023-04-30", NULL },  { "2024-07-01", "2023-05-30", NULL },
    { "2024-07-01", "2023-05-31", "4.1" }, { "2024-07-01", "2023-08-20", "4.1" },
    { "2024-07-01", "2023-08-21", "4.3" }, { "2024-07-01", NULL, "4.3" },
    { "2025-01-01", "2024-05-31", NULL },  { "2025-01-01", "2024-06-01", "3.0" },
    { "2025-01-01", "2024-09-14", "3.0" }, { "2025-01-01", "2024-09-15", "3.2" },
    { "2026-12-31", "2025-06-29", NULL },  { "2026-12-31", "2025-06-30", "2.8" },
    { "2027-07-01", "2025-02-28", NULL },  { "2027-07-01", "2025-03-01", "2.6" },
    { "2028-07-01", "2025-01-31", "2.5" }, { "2028-07-01", "2025-02-01", NULL },
    { "2028-07-01", NULL, NULL },
    { "2029-04-30", NULL, NULL },          { "2029-05-01", NULL, "2.4" },
    { "2029-05-31", NULL, "2.4" },         { "2029-06-01", NULL, NULL },
    { "2029-05-01", "2025-12-30", NULL },  { "2029-05-01", "2025-12-31", "2.4" },
    { "2023-12-31", NULL, NULL },          { "2030-01-01", NULL, NULL },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "growth", rows[i].valid_on,
                                                      rows[i].known_on, &error);

      g_test_message ("%s as of %s", rows[i].valid_on,
                      rows[i].known_on != NULL ? rows[i].known_on : "today");
      g_assert_cmpstr (fact != NULL ? kkr_fact_get_printed (fact) : NULL, ==, rows[i].value);
      if (rows[i].value == NULL)
        g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/clocks/answers", test_answers);
  return g_test_run ();
}
