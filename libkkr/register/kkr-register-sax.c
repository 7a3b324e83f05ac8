/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-register-sax-private.h>
#include <libkkr/register/kkr-tag-private.h>
#include <libkkr/register/kkr-text-position-private.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArgument;
#else
typedef xmlErrorPtr XmlErrorArgument;
#endif

struct _KkrRegisterSax {
  KkrReading *reading;
  xmlParserCtxtPtr parser;
  KkrTextPosition position;
  guint64 n_fed;
  GArray *attributes; /* KkrAttribute */
  GStringChunk *names; /* of attributes with a prefix */
  /* The rows that elements of the last name go to, and those the last element went to. */
  const xmlChar *bulk_name;
  KkrBulk *bulk;
  KkrBulk *taken;
  /* Over the text of the tag that has just been parsed, in the parser's memory. */
  KkrTagCursor tag;
  KkrTextPosition found; /* in the tag, the last one */
};

static guint64
get_offset (KkrRegisterSax *sax)
{
  long consumed = xmlByteConsumed (sax->parser);

  return consumed < 0 ? sax->position.offset : (guint64) consumed;
}

static KkrPlace
make_place (KkrRegisterSax *sax, const KkrTextPosition *position)
{
  return (KkrPlace) { sax->reading->uri, position->line, position->column };
}

/* The place of a byte at or after the last one that was asked for, without passing on to it. */
static KkrPlace
peek_place (KkrRegisterSax *sax, guint64 offset)
{
  KkrTextPosition position = sax->position;

  kkr_text_position_advance (&position, offset);
  return make_place (sax, &position);
}

/* The parser reports a tag when it stands at its end. A '<' can stand nowhere else in a tag, so the
 * nearest one before is its beginning. */
static void
find_tag (KkrRegisterSax *sax)
{
  const char *end = (const char *) sax->parser->input->cur;
  const char *base = (const char *) sax->parser->input->base;
  const char *at = end;

  while (at > base && *at != '<')
    at--;
  sax->tag = (KkrTagCursor) { .tag = at, .end = end };
  kkr_text_position_advance (&sax->position, get_offset (sax) - (guint64) (end - at));
  sax->found = sax->position;
  sax->reading->place = make_place (sax, &sax->position);
}

/* Many places of one tag may be asked for, mostly in their order. */
static KkrPlace
find_attribute (gpointer data, const char *name, guint part)
{
  KkrRegisterSax *sax = data;
  const char *at = kkr_tag_cursor_find (&sax->tag, name, part);
  guint64 offset = sax->position.offset + (guint64) (at != NULL ? at - sax->tag.tag : 0);

  if (offset < sax->found.offset)
    sax->found = sax->position;
  kkr_text_position_advance (&sax->found, offset);
  return at != NULL ? make_place (sax, &sax->found) : sax->reading->place;
}

static void
stop (KkrRegisterSax *sax)
{
  if (sax->reading->stopped)
    xmlStopParser (sax->parser);
}

/* A tag that is cut off is reported, too, before the error about it. */
static gboolean
tag_is_whole (KkrRegisterSax *sax)
{
  const xmlParserInput *input = sax->parser->input;

  return input->cur < input->end && (*input->cur == '>' || *input->cur == '/');
}

static const char *
full_name (KkrRegisterSax *sax, const char *prefix, const char *name)
{
  g_autofree char *full = NULL;

  if (prefix == NULL)
    return name;
  full = g_strconcat (prefix, ":", name, NULL);
  return g_string_chunk_insert_const (sax->names, full);
}

static void
add_attribute (KkrRegisterSax *sax, const char *name, const char *value, gsize length)
{
  KkrAttribute attribute = { name, value, length };

  g_array_append_val (sax->attributes, attribute);
}

/* Rows of bulk kinds come by the million: their place is not even looked for. */
static gboolean
take_bulk (KkrRegisterSax *sax, const xmlChar *name, const xmlChar **attributes, int n_attributes)
{
  if (name != sax->bulk_name || sax->bulk == NULL)
    {
      sax->bulk = kkr_reading_find_bulk (sax->reading, (const char *) name);
      sax->bulk_name = name;
    }
  if (sax->bulk == NULL
      || !kkr_reading_take_bulk (sax->reading, sax->bulk, attributes, (guint) n_attributes))
    return FALSE;
  sax->taken = sax->bulk;
  return TRUE;
}

/* There is something in the element that was taken. */
static void
open_taken (KkrRegisterSax *sax)
{
  if (sax->taken != NULL)
    kkr_reading_open_bulk (sax->reading, g_steal_pointer (&sax->taken));
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
               const xmlChar **attributes)
{
  KkrRegisterSax *sax = data;
  KkrReading *reading = sax->reading;
  gboolean in_namespace = uri != NULL || prefix != NULL;

  if (reading->stopped || !tag_is_whole (sax))
    return;
  open_taken (sax);
  if (!in_namespace && n_namespaces == 0 && take_bulk (sax, name, attributes, n_attributes))
    return;
  find_tag (sax);
  g_array_set_size (sax->attributes, 0);
  g_string_chunk_clear (sax->names);
  for (int i = 0; i < n_namespaces && !in_namespace; i++, namespaces += 2)
    add_attribute (sax, namespaces[0] == NULL ? "xmlns"
                          : full_name (sax, "xmlns", (const char *) namespaces[0]),
                   (const char *) namespaces[1], strlen ((const char *) namespaces[1]));
  /* Each: name, prefix, namespace, beginning and end of the value. */
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    add_attribute (sax, full_name (sax, (const char *) attributes[1], (const char *) attributes[0]),
                   (const char *) attributes[3], (gsize) (attributes[4] - attributes[3]));
  kkr_reading_begin_element (reading, (const char *) name, in_namespace,
                             (const KkrAttribute *) (gpointer) sax->attributes->data,
                             sax->attributes->len);
  stop (sax);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  KkrRegisterSax *sax = data;

  if (sax->taken != NULL)
    sax->taken = NULL;
  else if (!sax->reading->stopped)
    kkr_reading_end_element (sax->reading);
}

static void
text (void *data, const xmlChar *characters, int length)
{
  KkrRegisterSax *sax = data;
  const char *start = (const char *) characters, *end = start + length;
  const char *at = kkr_tag_skip_blanks (start, end);
  const xmlParserInput *input = sax->parser->input;
  guint64 offset;
  KkrPlace place;

  /* What nobody asks about is not looked for: there may be much of it. */
  if (at == end || sax->reading->stopped || sax->reading->skipping > 0)
    return;
  open_taken (sax);
  offset = get_offset (sax);
  /* Mostly the text is a part of the input. Otherwise it was put together, and ends here. */
  if (characters >= input->base && characters < input->end)
    offset -= (guint64) (input->cur - characters);
  else
    offset -= MIN ((guint64) length, offset);
  kkr_text_position_advance (&sax->position, offset + (guint64) (at - start));
  place = make_place (sax, &sax->position);
  kkr_reading_text (sax->reading, &place);
  stop (sax);
}

static void
doctype (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  KkrRegisterSax *sax = data;

  if (sax->reading->stopped)
    return;
  find_tag (sax);
  kkr_reading_add_here (sax->reading, KKR_RULE_DOCTYPE, NULL, NULL,
                        _("a DOCTYPE: \"%s\" found, none expected"), (const char *) name);
  stop (sax);
}

/* The parser has the same code for a character that XML refuses and for what is none. */
static gboolean
at_invalid_utf8 (KkrRegisterSax *sax)
{
  const xmlParserInput *input = sax->parser->input;

  return input != NULL && input->cur < input->end
         && g_utf8_get_char_validated ((const char *) input->cur, input->end - input->cur)
              == (gunichar) -1;
}

/* The parser calls everything empty that does not begin with a tag: a PDF, CSV, JSON. */
static void
refuse_other_file (KkrRegisterSax *sax, const KkrPlace *place)
{
  const xmlParserInput *input = sax->parser->input;
  g_autofree char *start = g_strndup ((const char *) input->cur,
                                      MIN (20, (gsize) (input->end - input->cur)));
  g_autofree char *quoted = NULL;

  start[strcspn (start, "\r\n")] = '\0';
  quoted = kkr_text_quote (start);
  kkr_reading_add_problem (sax->reading, KKR_RULE_NOT_WELL_FORMED, place, NULL, NULL,
                           _("no XML file: %s found at its beginning, \"<\" expected"), quoted);
}

static void
refuse_encoding (KkrRegisterSax *sax, const KkrPlace *place)
{
  kkr_reading_add_problem (sax->reading, KKR_RULE_NOT_UTF8, place, NULL, NULL,
                           _("not UTF-8: the byte %02X found, a file that was saved as UTF-8 "
                             "expected"), (guint) *sax->parser->input->cur);
}

static void
syntax_error (void *data, XmlErrorArgument error)
{
  KkrRegisterSax *sax = data;
  g_autofree char *message = NULL;
  KkrPlace place;

  if (sax->reading->stopped || error->level < XML_ERR_ERROR
      || error->domain == XML_FROM_NAMESPACE)
    return;
  place = peek_place (sax, get_offset (sax));
  if (at_invalid_utf8 (sax))
    refuse_encoding (sax, &place);
  else if (error->code == XML_ERR_DOCUMENT_EMPTY && sax->parser->input != NULL
           && sax->parser->input->cur < sax->parser->input->end)
    refuse_other_file (sax, &place);
  else
    {
      message = kkr_register_dup_parser_text (error->message);
      kkr_reading_add_problem (sax->reading, KKR_RULE_NOT_WELL_FORMED, &place, NULL, NULL,
                               _("not well-formed: %s"), message);
    }
}

KkrRegisterSax *
kkr_register_sax_new (KkrReading *reading, const char *uri)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = text,
    .ignorableWhitespace = text,
    .cdataBlock = text,
    .internalSubset = doctype,
    .serror = syntax_error,
  };
  KkrRegisterSax *sax = g_new0 (KkrRegisterSax, 1);

  xmlInitParser ();
  sax->reading = reading;
  sax->attributes = g_array_new (FALSE, FALSE, sizeof (KkrAttribute));
  sax->names = g_string_chunk_new (256);
  kkr_text_position_init (&sax->position);
  sax->parser = xmlCreatePushParserCtxt (&handler, sax, NULL, 0, NULL);
  if (sax->parser == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (sax->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  reading->uri = g_string_chunk_insert_const (reading->builder->strings, uri);
  reading->place = (KkrPlace) { reading->uri, 1, 1 };
  reading->skipping = 0;
  g_array_set_size (reading->open, 0);
  reading->find_attribute = find_attribute;
  reading->sax = sax;
  for (guint i = 0; i < KKR_N_BULK; i++)
    if (reading->builder->bulk[i] != NULL)
      kkr_bulk_forget_names (reading->builder->bulk[i]);
  return sax;
}

void
kkr_register_sax_free (KkrRegisterSax *sax)
{
  sax->reading->find_attribute = NULL;
  sax->reading->sax = NULL;
  xmlFreeParserCtxt (sax->parser);
  kkr_text_position_clear (&sax->position);
  g_array_unref (sax->attributes);
  g_string_chunk_free (sax->names);
  g_free (sax);
}

static void
check_encoding (KkrRegisterSax *sax, const char *data, gsize size)
{
  gsize offset;
  g_autofree char *found = kkr_register_find_encoding (data, size, &offset);
  KkrPlace place;

  if (found == NULL)
    return;
  place = peek_place (sax, offset);
  kkr_reading_add_problem (sax->reading, KKR_RULE_NOT_UTF8, &place, NULL, NULL,
                           _("another encoding: %s found, UTF-8 expected"), found);
}

guint64
kkr_register_sax_get_pending (KkrRegisterSax *sax)
{
  return sax->n_fed - get_offset (sax);
}

/* A tag or comment that does not end is kept by the parser until it does. */
static void
check_pending (KkrRegisterSax *sax)
{
  const KkrReadingLimits *limits = &sax->reading->limits;
  guint64 pending = kkr_register_sax_get_pending (sax);
  guint64 most = (guint64) CLAMP (limits->max_text, 1, G_MAXINT32)
                 * (guint64) CLAMP (limits->max_attributes, 1, 1024);

  if (pending > MAX (most, 65536))
    kkr_reading_add_problem (sax->reading, KKR_RULE_TOO_LONG, &sax->reading->place, NULL, NULL,
                             _("a tag, comment or instruction too long: %llu bytes found, %llu "
                               "expected"),
                             (unsigned long long) pending, (unsigned long long) most);
}

gboolean
kkr_register_sax_feed (KkrRegisterSax *sax, const char *data, gsize size)
{
  KkrReading *reading = sax->reading;

  if (reading->stopped)
    return FALSE;
  kkr_text_position_feed (&sax->position, data, size);
  if (sax->n_fed == 0)
    check_encoding (sax, data, size);
  if (reading->stopped)
    return FALSE;
  if (size == 0 && sax->n_fed == 0)
    kkr_reading_add_problem (reading, KKR_RULE_NOT_WELL_FORMED, &reading->place, NULL, NULL,
                             _("not well-formed: an empty file found"));
  sax->n_fed += size;
  xmlParseChunk (sax->parser, data, (int) size, size == 0);
  if (!reading->stopped && size > 0)
    {
      kkr_text_position_advance (&sax->position, get_offset (sax));
      reading->place = make_place (sax, &sax->position);
      kkr_text_position_keep (&sax->position);
      check_pending (sax);
    }
  return !reading->stopped;
}
