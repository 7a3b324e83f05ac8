/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/model/kkr-arrangement.h>
#include <libkkr/model/kkr-entity-private.h>

/* What an arrangement's numbers count, in words for headings. */

static const char *
get_title (KkrArrangement *self, const char *danish, const char *language)
{
  KkrEntity *entity = KKR_ENTITY (self);

  return kkr_entity_get_text_in (entity, kkr_model_find_field (&kkr_arrangement_model, danish),
                                 language);
}

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
  title = get_title (self, "weights-da", language);
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
  title = get_title (self, "weight-da", language);
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
  title = get_title (self, "volumes-da", language);
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
  title = get_title (self, "volume-da", language);
  return title != NULL ? title : kkr_text_in (language, "enhed", "unit");
}
