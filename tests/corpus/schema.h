/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

/* Files against the schema of their kind. */

static xmlSchemaPtr schema;

static inline void
ignore_error (void *data, const char *format, ...)
{
}

static inline gboolean
schema_takes (const char *path)
{
  xmlDocPtr document = xmlReadFile (path, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlSchemaValidCtxtPtr context;
  int result;

  if (document == NULL)
    return FALSE;
  context = xmlSchemaNewValidCtxt (schema);
  xmlSchemaSetValidErrors (context, ignore_error, ignore_error, NULL);
  result = xmlSchemaValidateDoc (context, document);
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (document);
  return result == 0;
}

static inline int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static inline void
schema_open (char *path)
{
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt (path);

  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert_nonnull (schema);
  g_free (path);
}
