/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* For secure_getenv(). */
#define _GNU_SOURCE

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Before any message can be asked for: there is no function that every user of the library calls
 * first, and a getter that binds on demand would have to be called for each message. A build that
 * is not installed has its translations elsewhere, and its environment says where. */
__attribute__ ((constructor)) static void
kkr_i18n_bind (void)
{
  const char *uninstalled = secure_getenv ("KKR_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, uninstalled != NULL ? uninstalled : KKR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
