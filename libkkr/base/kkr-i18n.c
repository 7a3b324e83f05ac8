/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

/* Before any message can be asked for: there is no function that every user of the library calls
 * first, and a getter that binds on demand would have to be called for each message. */
__attribute__ ((constructor)) static void
kkr_i18n_bind (void)
{
  bindtextdomain (GETTEXT_PACKAGE, KKR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
