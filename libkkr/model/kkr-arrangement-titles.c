/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/model/kkr-arrangement-private.h>

/* What an arrangement is called, and what its numbers count, in words for headings. */

/**
 * kkr_arrangement_get_title: (get-property title)
 * @self: an arrangement
 *
 * Gets the title in Danish.
 *
 * Returns: (nullable): the title
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_title (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->title;
}

/**
 * kkr_arrangement_get_title_in:
 * @self: an arrangement
 * @language: (nullable): "da" or "en"
 *
 * Gets the title in a language.
 *
 * Returns: (nullable): the title
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_title_in (KkrArrangement *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return kkr_text_in (language, self->title, self->title_en);
}

/**
 * KkrArrangement:weights-da:
 *
 * What the weights count, in Danish: "0-17-årige".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:weights-en:
 *
 * What the weights count, in English: "Aged 0-17".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:weight-da:
 *
 * One of what the weights count, in Danish: "0-17-årig".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:weight-en:
 *
 * One of what the weights count, in English: "person aged 0-17".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:volumes-da:
 *
 * What the volumes count, in Danish: "Plejefamilier".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:volumes-en:
 *
 * What the volumes count, in English: "Foster families".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:volume-da:
 *
 * One of what the volumes count, in Danish: "plejefamilie".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:volume-en:
 *
 * One of what the volumes count, in English: "foster family".
 *
 * Since: 0.1
 */

/**
 * kkr_arrangement_get_weights_title_in:
 * @self: an arrangement
 * @language: `da` or `en`
 *
 * Gets what the weights count, as a column's title.
 *
 * Returns: (transfer none): the words, general ones where the arrangement has none
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_weights_title_in (KkrArrangement *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  title = kkr_text_in (language, self->weights_da, self->weights_en);
  return title != NULL ? title : kkr_text_in (language, "Fordelingstal", "Weight");
}

/**
 * kkr_arrangement_get_weight_title_in:
 * @self: an arrangement
 * @language: `da` or `en`
 *
 * Gets one of what the weights count, as it follows "per".
 *
 * Returns: (transfer none): the words, general ones where the arrangement has none
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_weight_title_in (KkrArrangement *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  title = kkr_text_in (language, self->weight_da, self->weight_en);
  return title != NULL ? title : kkr_text_in (language, "enhed", "unit");
}

/**
 * kkr_arrangement_get_volumes_title_in:
 * @self: an arrangement
 * @language: `da` or `en`
 *
 * Gets what the volumes count, as a column's title.
 *
 * Returns: (transfer none): the words, general ones where the arrangement has none
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_volumes_title_in (KkrArrangement *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  title = kkr_text_in (language, self->volumes_da, self->volumes_en);
  return title != NULL ? title : kkr_text_in (language, "Enheder", "Units");
}

/**
 * kkr_arrangement_get_volume_title_in:
 * @self: an arrangement
 * @language: `da` or `en`
 *
 * Gets one of what the volumes count, as it follows "per".
 *
 * Returns: (transfer none): the words, general ones where the arrangement has none
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_volume_title_in (KkrArrangement *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  title = kkr_text_in (language, self->volume_da, self->volume_en);
  return title != NULL ? title : kkr_text_in (language, "enhed", "unit");
}
