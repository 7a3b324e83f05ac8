/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include <libkkr/calc/checking/kkr-case-node-private.h>
#include <libkkr/register/kkr-register-sax-private.h>
#include <libkkr/register/kkr-tag-private.h>
#include <libkkr/register/kkr-text-position-private.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArgument;
#else
typedef xmlErrorPtr XmlErrorArgument;
#endif

/* The file is in memory, so that places are looked up in it. */
typedef struct {
  KkrCaseFindings *findings;
  xmlParserCtxtPtr parser;
  const char *data;
  gsize size;
  KkrTextPosition position;
  KkrPlace place; /* of that position */
  GPtrArray *open; /* KkrCaseNode; the first one is the root */
  KkrCaseNode *root;
  guint skipping; /* depth below an element that is not understood */
  guint n_elements;
} Sax;

/* The place of a byte at or after the last one, without passing on to it. */
static KkrPlace
find_place (const Sax *sax, gsize offset)
{
  KkrTextPosition position = sax->position;

  kkr_text_position_advance (&position, offset);
  return (KkrPlace) { sax->place.uri, position.line, position.column };
}

static void
move_to (Sax *sax, gsize offset)
{
  kkr_text_position_advance (&sax->position, offset);
  sax->place.line = sax->position.line;
  sax->place.column = sax->position.column;
}

static gsize
get_offset (const Sax *sax)
{
  long consumed = xmlByteConsumed (sax->parser);

  return consumed < 0 ? (gsize) sax->position.offset : MIN ((gsize) consumed, sax->size);
}

/* The parser reports a tag when it stands at its end. */
static KkrTagCursor
find_tag (Sax *sax)
{
  gsize end = get_offset (sax), start = end;

  while (start > sax->position.offset && (start == sax->size || sax->data[start] != '<'))
    start--;
  move_to (sax, start);
  return (KkrTagCursor) { .tag = sax->data + start, .end = sax->data + end };
}

static void
stop (Sax *sax)
{
  if (sax->findings->stopped)
    xmlStopParser (sax->parser);
}

static KkrCaseNode *
get_parent (const Sax *sax)
{
  return sax->open->len > 0 ? sax->open->pdata[sax->open->len - 1] : NULL;
}

/* A parser that leaves entities alone writes every ampersand as "&#38;". */
static const char *
copy_value (Sax *sax, const xmlChar *start, const xmlChar *end)
{
  g_autoptr (GString) value = g_string_new_len ((const char *) start, end - start);

  g_string_replace (value, "&#38;", "&", 0);
  return g_string_chunk_insert (sax->findings->strings, value->str);
}

static void
read_attribute (Sax *sax, KkrCaseNode *node, KkrTagCursor *tag, const xmlChar **parts)
{
  const KkrCaseElement *element = &kkr_case_elements[node->id];
  g_autofree char *name = parts[1] == NULL ? g_strdup ((const char *) parts[0])
                            : g_strconcat ((const char *) parts[1], ":", parts[0], NULL);
  KkrTagCursor fresh = { .tag = tag->tag, .end = tag->end };
  const char *at = kkr_tag_cursor_find (&fresh, name, 0);
  KkrPlace place = at != NULL ? find_place (sax, (gsize) (at - sax->data)) : sax->place;
  int id = kkr_case_find_attribute (element, name);
  KkrCaseAttribute attribute = { .place = place };

  if (id < 0)
    {
      kkr_case_refuse_attribute (sax->findings, element, name, &place);
      return;
    }
  attribute.id = (KkrCaseAttributeId) id;
  attribute.value = copy_value (sax, parts[3], parts[4]);
  g_array_append_val (node->attributes, attribute);
}

static void
check_required (Sax *sax, const KkrCaseNode *node)
{
  const KkrCaseElement *element = &kkr_case_elements[node->id];

  for (int i = 0; i < KKR_CASE_N_ATTRIBUTES; i++)
    if ((element->required & ((guint64) 1 << i)) != 0
        && kkr_case_node_find (node, (KkrCaseAttributeId) i) == NULL)
      kkr_case_add_problem (sax->findings, KKR_CASE_RULE_MISSING_ATTRIBUTE, &node->place, NULL,
                            _("attribute missing in \"%s\": none found, \"%s\" expected"),
                            element->name, kkr_case_attributes[i]);
}

static void
open_element (Sax *sax, KkrCaseElementId id, KkrTagCursor *tag, const xmlChar **attributes,
              int n_attributes)
{
  KkrCaseNode *node = kkr_case_node_new (id, &sax->place);

  if (kkr_case_elements[id].has_text)
    {
      node->text = g_string_new (NULL);
      node->text_places = g_array_new (FALSE, FALSE, sizeof (KkrCaseTextPlace));
    }
  for (int i = 0; i < n_attributes; i++)
    read_attribute (sax, node, tag, attributes + 5 * i);
  check_required (sax, node);
  if (get_parent (sax) != NULL)
    g_ptr_array_add (get_parent (sax)->children, node);
  else
    sax->root = node;
  g_ptr_array_add (sax->open, node);
}

static gboolean
check_limits (Sax *sax, int n_attributes)
{
  if (++sax->n_elements > KKR_CASE_MAX_ELEMENTS)
    kkr_case_add_problem (sax->findings, KKR_CASE_RULE_TOO_MANY_ELEMENTS, &sax->place, NULL,
                          _("too many elements: one more found, at most %d expected"),
                          KKR_CASE_MAX_ELEMENTS);
  else if (sax->open->len + sax->skipping >= KKR_CASE_MAX_DEPTH)
    kkr_case_add_problem (sax->findings, KKR_CASE_RULE_TOO_DEEP, &sax->place, NULL,
                          _("elements too deep in one another: depth %u found, at most %d "
                            "expected"), sax->open->len + sax->skipping + 1, KKR_CASE_MAX_DEPTH);
  else if (n_attributes > KKR_CASE_MAX_ATTRIBUTES)
    kkr_case_add_problem (sax->findings, KKR_CASE_RULE_TOO_MANY_ATTRIBUTES, &sax->place, NULL,
                          _("too many attributes: %d found, at most %d expected"), n_attributes,
                          KKR_CASE_MAX_ATTRIBUTES);
  return !sax->findings->stopped;
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
               const xmlChar **attributes)
{
  Sax *sax = data;
  KkrCaseNode *parent = get_parent (sax);
  KkrTagCursor tag;
  int id;

  if (sax->findings->stopped)
    return;
  tag = find_tag (sax);
  if (check_limits (sax, n_attributes) && sax->skipping == 0)
    {
      id = uri == NULL && prefix == NULL ? kkr_case_find_element ((const char *) name) : -1;
      if (kkr_case_may_stand (id, parent))
        {
          open_element (sax, (KkrCaseElementId) id, &tag, attributes, n_attributes);
          stop (sax);
          return;
        }
      kkr_case_refuse_element (sax->findings, parent, (const char *) name, &sax->place);
    }
  sax->skipping++;
  stop (sax);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Sax *sax = data;

  if (sax->findings->stopped)
    return;
  if (sax->skipping > 0)
    sax->skipping--;
  else if (sax->open->len > 0)
    g_ptr_array_set_size (sax->open, (int) sax->open->len - 1);
}

static void
text (void *data, const xmlChar *characters, int length)
{
  Sax *sax = data;
  const char *start = (const char *) characters, *end = start + length;
  const char *at = kkr_tag_skip_blanks (start, end);
  const xmlParserInput *input = sax->parser->input;
  KkrCaseNode *node = get_parent (sax);
  gsize offset;
  KkrCaseTextPlace place;

  if (sax->findings->stopped || sax->skipping > 0 || node == NULL)
    return;
  if (at == end && node->text == NULL)
    return;
  offset = get_offset (sax);
  /* Mostly the text is a part of the input. Otherwise it was put together, and ends here. */
  if (characters >= input->base && characters < input->end)
    offset -= MIN ((gsize) (input->cur - characters), offset);
  else
    offset -= MIN ((gsize) length, offset);
  move_to (sax, node->text != NULL ? offset : offset + (gsize) (at - start));
  if (node->text == NULL)
    {
      kkr_case_add_problem (sax->findings, KKR_CASE_RULE_STRAY_TEXT, &sax->place, NULL,
                            _("text between elements: some found, none expected"));
      stop (sax);
      return;
    }
  place = (KkrCaseTextPlace) { node->text->len, sax->place };
  g_array_append_val (node->text_places, place);
  g_string_append_len (node->text, start, length);
}

static void
doctype (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  Sax *sax = data;

  if (sax->findings->stopped)
    return;
  find_tag (sax);
  kkr_case_add_problem (sax->findings, KKR_CASE_RULE_DOCTYPE, &sax->place, NULL,
                        _("a DOCTYPE: \"%s\" found, none expected"), (const char *) name);
  stop (sax);
}

static void
syntax_error (void *data, XmlErrorArgument error)
{
  Sax *sax = data;
  g_autofree char *message = NULL;
  KkrPlace place;

  if (sax->findings->stopped || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE)
    return;
  place = find_place (sax, get_offset (sax));
  message = kkr_register_dup_parser_text (error->message);
  kkr_case_add_problem (sax->findings, KKR_CASE_RULE_NOT_WELL_FORMED, &place, NULL,
                        _("not well-formed: %s"), message);
}

static gboolean
check_bytes (Sax *sax)
{
  KkrCaseFindings *findings = sax->findings;
  const char *data = sax->data;
  gsize size = sax->size;
  const char *end;
  gsize offset;
  g_autofree char *encoding = NULL;
  KkrPlace place = sax->place;

  if (size == 0)
    {
      kkr_case_add_problem (findings, KKR_CASE_RULE_NOT_WELL_FORMED, &place, NULL,
                            _("not well-formed: an empty file found"));
      return FALSE;
    }
  if (size > KKR_CASE_MAX_BYTES)
    {
      kkr_case_add_problem (findings, KKR_CASE_RULE_TOO_MANY_BYTES, &place, NULL,
                            _("file too large: at least %zu bytes found, at most %d expected"),
                            size, KKR_CASE_MAX_BYTES);
      return FALSE;
    }
  encoding = kkr_register_find_encoding (data, size, &offset);
  if (encoding != NULL)
    {
      place = find_place (sax, offset);
      kkr_case_add_problem (findings, KKR_CASE_RULE_NOT_UTF8, &place, NULL,
                            _("another encoding: %s found, UTF-8 expected"), encoding);
      return FALSE;
    }
  if (memchr (data, '\0', size) == NULL && !g_utf8_validate (data, (gssize) size, &end))
    {
      place = find_place (sax, (gsize) (end - data));
      kkr_case_add_problem (findings, KKR_CASE_RULE_NOT_UTF8, &place, NULL,
                            _("not UTF-8: the byte %02X found, a file that was saved as UTF-8 "
                              "expected"), (guint) (guchar) *end);
      return FALSE;
    }
  return TRUE;
}

static void
feed (Sax *sax)
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

  xmlInitParser ();
  sax->parser = xmlCreatePushParserCtxt (&handler, sax, NULL, 0, NULL);
  if (sax->parser == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (sax->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlParseChunk (sax->parser, sax->data, (int) sax->size, 0);
  if (!sax->findings->stopped)
    xmlParseChunk (sax->parser, "", 0, 1);
  xmlFreeParserCtxt (sax->parser);
}

KkrCaseNode *
kkr_case_parse (KkrCaseFindings *findings, const char *data, gsize size, const char *uri)
{
  Sax sax = {
    .findings = findings, .data = data, .size = size,
    .place = { g_string_chunk_insert_const (findings->strings, uri), 1, 1 },
  };

  kkr_text_position_init (&sax.position);
  kkr_text_position_feed (&sax.position, data, size);
  if (check_bytes (&sax))
    {
      sax.open = g_ptr_array_new ();
      feed (&sax);
      g_ptr_array_unref (sax.open);
    }
  kkr_text_position_clear (&sax.position);
  return sax.root;
}
