/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>
#include <libkkr/kernel/kkr-share-block-private.h>
#include <libkkr/kernel/kkr-share-divisor-private.h>

gboolean
kkr_share_block (const KkrShareBlock *block)
{
  switch (block->method)
    {
    case KKR_APPORTION_METHOD_DHONDT:
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
      return kkr_share_divisor_block (block);
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
    case KKR_APPORTION_METHOD_CUMULATIVE:
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
    case KKR_APPORTION_METHOD_INDEPENDENT:
      return kkr_quotient_share_block (block);
    case KKR_APPORTION_METHOD_UNSET:
    default:
      g_assert_not_reached ();
    }
}
