/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-node-private.h>

#include <string.h>

#include <libkkr/base/kkr-problem-private.h>

#define ERROR(id, code, explanation) \
  { id, KKR_SEVERITY_ERROR, KKR_LOAD_ERROR_##code, explanation }

const KkrRule kkr_case_rules[KKR_CASE_N_RULES] = {
  [KKR_CASE_RULE_NOT_WELL_FORMED] = ERROR ("not-well-formed", SYNTAX, "A file is XML."),
  [KKR_CASE_RULE_NOT_UTF8] = ERROR ("not-utf8", SYNTAX, "A file is UTF-8."),
  [KKR_CASE_RULE_UNKNOWN_ELEMENT] =
    ERROR ("unknown-element", SCHEMA, "An element is one of the format."),
  [KKR_CASE_RULE_MISPLACED_ELEMENT] =
    ERROR ("misplaced-element", SCHEMA, "An element stands where the format has it."),
  [KKR_CASE_RULE_UNKNOWN_ATTRIBUTE] =
    ERROR ("unknown-attribute", SCHEMA, "An attribute is one of its element's."),
  [KKR_CASE_RULE_MISSING_ATTRIBUTE] =
    ERROR ("missing-attribute", SCHEMA, "An element has the attributes that it needs."),
  [KKR_CASE_RULE_MISSING_ELEMENT] =
    ERROR ("missing-element", SCHEMA, "A case has one grid, and a calculation has results."),
  [KKR_CASE_RULE_STRAY_TEXT] =
    ERROR ("stray-text", SCHEMA, "Text stands in a grid or an input and nowhere else."),
  [KKR_CASE_RULE_NEWER_FORMAT] =
    ERROR ("newer-format", VERSION, "The format is one that this library knows."),
  [KKR_CASE_RULE_BAD_FORMAT] = ERROR ("bad-format", VALUE, "A format is a whole number from 1."),
  [KKR_CASE_RULE_BAD_CHOICE] =
    ERROR ("bad-choice", VALUE, "A word is one of those that the attribute may be."),
  [KKR_CASE_RULE_BAD_ID] =
    ERROR ("bad-id", VALUE, "An id has small letters, digits and dashes."),
  [KKR_CASE_RULE_ROW_LENGTH] =
    ERROR ("row-length", VALUE, "A row of a grid has as many cells as the grid has columns."),
  [KKR_CASE_RULE_BAD_NUMBER] =
    ERROR ("bad-number", VALUE, "A cell of a grid is a Danish number, or blank."),
  [KKR_CASE_RULE_BAD_TARGET] =
    ERROR ("bad-target", VALUE, "A relation says which cells it is about, in one way."),
  [KKR_CASE_RULE_BAD_EXPRESSION] =
    ERROR ("bad-expression", VALUE, "An expression is a formula over other cells."),
  [KKR_CASE_RULE_BAD_EXCEPTION] =
    ERROR ("bad-exception", VALUE,
           "A figure that differs has ours and a hypothesis, and an exception is a target."),
  [KKR_CASE_RULE_NO_VALUE] =
    ERROR ("no-value", VALUE, "What is computed with has a number, and no divisor is 0."),
  [KKR_CASE_RULE_UNKNOWN_SOURCE] =
    ERROR ("unknown-source", REFERENCE, "A source is one of the register's."),
  [KKR_CASE_RULE_UNKNOWN_TABLE] =
    ERROR ("unknown-table", REFERENCE, "A table is one of the register's."),
  [KKR_CASE_RULE_UNKNOWN_CASE] =
    ERROR ("unknown-case", REFERENCE, "A case that is named is one of the files'."),
  [KKR_CASE_RULE_UNKNOWN_ROW] =
    ERROR ("unknown-row", REFERENCE, "A row that is named is one of the grid's."),
  [KKR_CASE_RULE_UNKNOWN_COLUMN] =
    ERROR ("unknown-column", REFERENCE, "A column that is named is one of the grid's."),
  [KKR_CASE_RULE_UNKNOWN_CALCULATOR] =
    ERROR ("unknown-calculator", REFERENCE, "A calculator is one of the library's."),
  [KKR_CASE_RULE_UNKNOWN_INPUT] =
    ERROR ("unknown-input", REFERENCE, "An input or parameter is one of the calculator's."),
  [KKR_CASE_RULE_BAD_INPUT] =
    ERROR ("bad-input", VALUE, "An input has one value, which the calculator reads."),
  [KKR_CASE_RULE_CALCULATION_FAILED] =
    ERROR ("calculation-failed", VALUE, "A calculator computes what is compared."),
  [KKR_CASE_RULE_DUPLICATE_CASE] =
    ERROR ("duplicate-case", DUPLICATE, "The id of a case is there once in all files."),
  [KKR_CASE_RULE_DUPLICATE_ROW] =
    ERROR ("duplicate-row", DUPLICATE, "The name of a row is there once in a grid."),
  [KKR_CASE_RULE_DUPLICATE_COLUMN] =
    ERROR ("duplicate-column", DUPLICATE, "The name of a column is there once in a grid."),
  [KKR_CASE_RULE_DOCTYPE] = ERROR ("doctype", LIMIT, "A file has no DOCTYPE."),
  [KKR_CASE_RULE_TOO_MANY_BYTES] =
    ERROR ("too-many-bytes", LIMIT, "A file has at most 4 MiB."),
  [KKR_CASE_RULE_TOO_DEEP] =
    ERROR ("too-deep", LIMIT, "Elements are at most 8 deep in one another."),
  [KKR_CASE_RULE_TOO_MANY_ELEMENTS] =
    ERROR ("too-many-elements", LIMIT, "A file has at most 100,000 elements."),
  [KKR_CASE_RULE_TOO_MANY_ATTRIBUTES] =
    ERROR ("too-many-attributes", LIMIT, "An element has at most 20 attributes."),
  [KKR_CASE_RULE_TOO_MUCH] =
    ERROR ("too-much", LIMIT,
           "All grids have at most a million cells, all relations two million terms."),
};

void
kkr_case_findings_init (KkrCaseFindings *findings)
{
  findings->problems = g_ptr_array_new_with_free_func (g_object_unref);
  findings->strings = g_string_chunk_new (4096);
  findings->stopped = FALSE;
}

void
kkr_case_findings_clear (KkrCaseFindings *findings)
{
  g_clear_pointer (&findings->problems, g_ptr_array_unref);
  g_clear_pointer (&findings->strings, g_string_chunk_free);
}

void
kkr_case_add_problem (KkrCaseFindings *findings, KkrCaseRuleId rule, const KkrPlace *place,
                      const char *suggestion, const char *format, ...)
{
  const KkrRule *about = &kkr_case_rules[rule];
  g_autofree char *text = NULL;
  KkrProblemInit init = {
    .rule = about->id, .severity = about->severity, .code = (int) about->code,
    .uri = place->uri, .line = place->line, .column = place->column, .suggestion = suggestion,
  };
  va_list args;

  if (findings->problems->len >= KKR_CASE_MAX_PROBLEMS)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  init.text = text;
  g_ptr_array_add (findings->problems, kkr_problem_new (&init));
  if (about->code == KKR_LOAD_ERROR_LIMIT || about->code == KKR_LOAD_ERROR_SYNTAX
      || findings->problems->len >= KKR_CASE_MAX_PROBLEMS)
    findings->stopped = TRUE;
}

KkrCaseNode *
kkr_case_node_new (KkrCaseElementId id, const KkrPlace *place)
{
  KkrCaseNode *node = g_new0 (KkrCaseNode, 1);

  node->id = id;
  node->place = *place;
  node->attributes = g_array_new (FALSE, FALSE, sizeof (KkrCaseAttribute));
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_case_node_free);
  return node;
}

void
kkr_case_node_free (KkrCaseNode *node)
{
  g_array_unref (node->attributes);
  g_ptr_array_unref (node->children);
  if (node->text != NULL)
    g_string_free (node->text, TRUE);
  g_clear_pointer (&node->text_places, g_array_unref);
  g_free (node);
}

const KkrCaseAttribute *
kkr_case_node_find (const KkrCaseNode *node, KkrCaseAttributeId id)
{
  for (guint i = 0; i < node->attributes->len; i++)
    if (g_array_index (node->attributes, KkrCaseAttribute, i).id == id)
      return &g_array_index (node->attributes, KkrCaseAttribute, i);
  return NULL;
}

const char *
kkr_case_node_get (const KkrCaseNode *node, KkrCaseAttributeId id)
{
  const KkrCaseAttribute *attribute = kkr_case_node_find (node, id);

  return attribute != NULL ? attribute->value : NULL;
}

const KkrPlace *
kkr_case_node_place (const KkrCaseNode *node, KkrCaseAttributeId id)
{
  const KkrCaseAttribute *attribute = kkr_case_node_find (node, id);

  return attribute != NULL ? &attribute->place : &node->place;
}

KkrPlace
kkr_case_node_text_place (const KkrCaseNode *node, gsize offset)
{
  const KkrCaseTextPlace *nearest = NULL;
  KkrPlace place = node->place;
  guint low = 0, high = node->text_places != NULL ? node->text_places->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (node->text_places, KkrCaseTextPlace, middle).offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return place;
  nearest = &g_array_index (node->text_places, KkrCaseTextPlace, low - 1);
  place = nearest->place;
  for (gsize i = nearest->offset; i < offset && i < node->text->len; i++)
    if (node->text->str[i] == '\n')
      {
        place.line++;
        place.column = 1;
      }
    else
      place.column += (node->text->str[i] & 0xc0) != 0x80;
  return place;
}
