/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-install-private.h>

#include <libkkr/calc/kkr-choice-names-private.h>

static void
install_private (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:private-offers:
   *
   * What the practical rule about private offers does: the report says that they cannot be used for
   * dom-types 2 and 3 in practice, and no law that says so.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "private-offers", "Private tilbud|Private offers",
                                     "Om private tilbud afvises, hvor de i praksis ikke kan bruges|"
                                     "Whether private offers are refused where they cannot be "
                                     "used in practice", KKR_TYPE_RULE_EFFECT,
                                     KKR_RULE_EFFECT_REFUSES, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "private-offers", "afvises;kun oplyst",
                                     "refused;only told");
}

static void
install_readings (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:secured-places:
   *
   * What it does where a secured place would go to a person without a judgement or a decision to
   * one. The sources do not say; it is a reading of the titles of the dom-types.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "secured-places", "Sikrede pladser|Secured places",
                                     "Om sikrede pladser afvises for dem, der hverken har dom "
                                     "eller afgørelse til det|"
                                     "Whether secured places are refused to persons without a "
                                     "judgement or decision to them", KKR_TYPE_RULE_EFFECT,
                                     KKR_RULE_EFFECT_REFUSES, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "secured-places", "afvises;kun oplyst",
                                     "refused;only told");
  /**
   * KkrPlacementMatching:independent-as-public:
   *
   * Whether independent offers (selvejende) can be used where private ones cannot in practice, as
   * public ones are. The report only names private offers.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "independent-as-public",
                                        "Selvejende som offentlige|Independent as public",
                                        "Om selvejende tilbud kan bruges ligesom offentlige|"
                                        "Whether independent offers can be used as public ones",
                                        FALSE, KKR_PARAM_FLAGS_NONE);
}

static void
install_approval (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:approval:
   *
   * For whom a long-term offer that is approved on Tilbudsportalen is required.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "approval", "Krav om godkendelse|Approval required",
                                     "Hvem kravet om et længerevarende, godkendt tilbud gælder|"
                                     "For whom a long-term, approved offer is required",
                                     KKR_TYPE_APPROVAL_SCOPE, KKR_APPROVAL_SCOPE_RULES,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "approval",
                                     "som registrets regler;alle domstyper;ingen",
                                     "as the rules of the register;all dom-types;nobody");
  /**
   * KkrPlacementMatching:prose-approval:
   *
   * What it does where an offer says only in its free text that it takes persons with a judgement.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "prose-approval",
                                     "Kun nævnt i teksten|Only in the free text",
                                     "Om tilbud afvises, der kun i teksten på Tilbudsportalen "
                                     "siger, at de tager domfældte|Whether offers are refused "
                                     "that say only in the free text that they take persons with "
                                     "a judgement", KKR_TYPE_RULE_EFFECT, KKR_RULE_EFFECT_REFUSES,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "prose-approval", "afvises;kun oplyst",
                                     "refused;only told");
}

static void
install_escalated (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:escalated:
   *
   * Whose rules hold after a decision that makes a measure stricter; no document says.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "escalated", "Skærpet foranstaltning|Stricter measure",
                                     "Hvis regler der gælder, når foranstaltningen er skærpet|"
                                     "Whose rules hold after a decision that makes it stricter",
                                     KKR_TYPE_ESCALATION_READING, KKR_ESCALATION_READING_STRICTER,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "escalated",
                                     "den strengere domstypes;egen domstypes",
                                     "those of the stricter dom-type;those of the own dom-type");
  /**
   * KkrPlacementMatching:duty-types:
   *
   * The dom-types with which a person is to be placed at once, where it is another choice than that
   * of the rules: the report says so of 2 and 3, and nothing of 1.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "duty-types",
                                       "Domstyper, der skal anbringes straks|"
                                       "Dom-types to be placed at once",
                                       "Hvis andre end reglernes: 1; 2; 3|"
                                       "Where others than those of the rules: 1; 2; 3", NULL,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
install_unstated (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:unstated:
   *
   * What it does where a fact that a rule asks for is not stated. Unless it is given, an offer
   * counts as secured only where that is stated, and other facts are only told.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "unstated", "Uoplyste forhold|Facts not stated",
                                     "Om det afviser, når et forhold ikke er oplyst|"
                                     "Whether a fact that is not stated refuses",
                                     KKR_TYPE_RULE_EFFECT, KKR_RULE_EFFECT_WARNS,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "unstated", "afviser;kun oplyst", "refuses;only told");
}

static void
install_area (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:within:
   *
   * Where places are looked for, seen from the person's municipality.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "within", "Søges i|Searched in",
                                     "Hvor der søges, set fra borgerens kommune|"
                                     "Where places are looked for, seen from the person's "
                                     "municipality", KKR_TYPE_MATCHING_AREA,
                                     KKR_MATCHING_AREA_ANY, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "within",
                                     "hele landet;regionen;KKR-området;kommunen",
                                     "everywhere;the region;the KKR area;the municipality");
  /**
   * KkrPlacementMatching:max-distance:
   *
   * The longest way from the person's municipality to an offer, in kilometres.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "max-distance", "Længste afstand i km|"
                                     "Longest distance in km",
                                     "Længste afstand fra borgerens kommune til tilbuddet i km|"
                                     "The longest way from the person's municipality to an offer "
                                     "in km", 0, KKR_PARAM_FLAGS_NONE);
}

void
kkr_matching_install_readings (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:day:
   *
   * The day on which places are vacant and persons wait.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "day", "Dag|Day",
                                       "Dagen, der matches på: 2024-03-01|"
                                       "The day that is matched: 2024-03-01", NULL,
                                       KKR_PARAM_FLAGS_REQUIRED);
  install_area (klass);
  install_private (klass);
  install_readings (klass);
  install_approval (klass);
  install_escalated (klass);
  install_unstated (klass);
}
