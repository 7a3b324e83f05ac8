/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-register-private.h>

/**
 * kkr_register_get_municipalities: (get-property municipalities)
 * @self: a register
 *
 * Gets the municipalities, ascending by code.
 *
 * Returns: (transfer none): a list of [class@Municipality] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_get_municipalities (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return kkr_register_get_list (self, kkr_store_get_municipalities);
}

/**
 * kkr_register_dup_municipalities:
 * @self: a register
 * @n_municipalities: (out): how many there are
 *
 * Gets the municipalities, ascending by code, as an array.
 *
 * Returns: (array length=n_municipalities) (transfer full): the array
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_register_dup_municipalities (KkrRegister *self, gsize *n_municipalities)
{
  g_return_val_if_fail (n_municipalities != NULL, NULL);
  *n_municipalities = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return (KkrMunicipality **) kkr_frozen_list_dup_items (kkr_register_get_municipalities (self),
                                                         n_municipalities);
}

/**
 * kkr_register_get_regions: (get-property regions)
 * @self: a register
 *
 * Gets the regions, ascending by code.
 *
 * Returns: (transfer none): a list of [class@Region] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_get_regions (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return kkr_register_get_list (self, kkr_store_get_regions);
}

/**
 * kkr_register_dup_regions:
 * @self: a register
 * @n_regions: (out): how many there are
 *
 * Gets the regions, ascending by code, as an array.
 *
 * Returns: (array length=n_regions) (transfer full): the array
 *
 * Since: 0.1
 */
KkrRegion **
kkr_register_dup_regions (KkrRegister *self, gsize *n_regions)
{
  g_return_val_if_fail (n_regions != NULL, NULL);
  *n_regions = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return (KkrRegion **) kkr_frozen_list_dup_items (kkr_register_get_regions (self), n_regions);
}

/**
 * kkr_register_get_arrangements: (get-property arrangements)
 * @self: a register
 *
 * Gets the arrangements, ascending by id.
 *
 * Returns: (transfer none): a list of [class@Arrangement] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_get_arrangements (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return kkr_register_get_list (self, kkr_store_get_arrangements);
}

/**
 * kkr_register_dup_arrangements:
 * @self: a register
 * @n_arrangements: (out): how many there are
 *
 * Gets the arrangements, ascending by id, as an array.
 *
 * Returns: (array length=n_arrangements) (transfer full): the array
 *
 * Since: 0.1
 */
KkrArrangement **
kkr_register_dup_arrangements (KkrRegister *self, gsize *n_arrangements)
{
  g_return_val_if_fail (n_arrangements != NULL, NULL);
  *n_arrangements = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return (KkrArrangement **) kkr_frozen_list_dup_items (kkr_register_get_arrangements (self),
                                                        n_arrangements);
}

/**
 * kkr_register_get_sources: (get-property sources)
 * @self: a register
 *
 * Gets the documents that the facts come from, ascending by id.
 *
 * Returns: (transfer none): a list of [class@Source] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_get_sources (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return kkr_register_get_list (self, kkr_store_get_sources);
}

/**
 * kkr_register_dup_sources:
 * @self: a register
 * @n_sources: (out): how many there are
 *
 * Gets the documents that the facts come from, ascending by id, as an array.
 *
 * Returns: (array length=n_sources) (transfer full): the array
 *
 * Since: 0.1
 */
KkrSource **
kkr_register_dup_sources (KkrRegister *self, gsize *n_sources)
{
  g_return_val_if_fail (n_sources != NULL, NULL);
  *n_sources = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return (KkrSource **) kkr_frozen_list_dup_items (kkr_register_get_sources (self), n_sources);
}
