/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-version.h>

/**
 * kkr_version_get_string:
 *
 * Gives the version of the library that runs, which may differ from the one it was built with.
 *
 * Returns: (transfer none): the version, such as `0.1.0`
 *
 * Since: 0.1
 */
const char *
kkr_version_get_string (void)
{
  return KKR_VERSION_S;
}
