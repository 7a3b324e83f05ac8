/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/register/kkr-writing-private.h>

const char *
kkr_fact_view_get_text (const KkrFactView *view, KkrTextId text)
{
  if (view->delta != NULL)
    return kkr_delta_get_text (view->delta, text);
  return view->store != NULL ? kkr_store_get_text (view->store, text) : NULL;
}

static gboolean
texts_are_same (const KkrFactView *a, KkrTextId a_text, const KkrFactView *b, KkrTextId b_text)
{
  if (a->delta == b->delta && a_text == b_text)
    return TRUE;
  return g_strcmp0 (kkr_fact_view_get_text (a, a_text), kkr_fact_view_get_text (b, b_text)) == 0;
}

gboolean
kkr_fact_view_part_is_same (const KkrFactView *a, const KkrFactView *b, KkrFactPart part)
{
  const KkrFactRecord *left = a->record, *right = b->record;

  switch (part)
    {
    case KKR_PART_VALID:
      return left->from == right->from && left->until == right->until
             && left->from_precision == right->from_precision
             && left->until_precision == right->until_precision;
    case KKR_PART_SOURCE:
      return left->source == right->source;
    case KKR_PART_SECTION:
      return texts_are_same (a, left->section, b, right->section);
    case KKR_PART_KNOWN:
      return left->known == right->known && left->known_until == right->known_until
             && left->known_precision == right->known_precision
             && left->known_until_precision == right->known_until_precision;
    case KKR_PART_LEVEL:
      return left->level == right->level;
    case KKR_PART_SCALE:
      return left->scale == right->scale && left->precision == right->precision;
    case KKR_PART_CONFIRMED:
      return ((left->flags ^ right->flags) & KKR_FACT_CONFIRMED) == 0;
    case KKR_PART_TITLE_DA:
      return texts_are_same (a, left->title, b, right->title);
    case KKR_PART_TITLE_EN:
      return texts_are_same (a, left->title_en, b, right->title_en);
    case KKR_PART_NOTE_DA:
      return texts_are_same (a, left->note, b, right->note);
    case KKR_PART_NOTE_EN:
    case KKR_N_PARTS:
    default:
      return texts_are_same (a, left->note_en, b, right->note_en);
    }
}

gboolean
kkr_fact_part_is_assumed (KkrFactPart part)
{
  return part == KKR_PART_VALID || part == KKR_PART_KNOWN || part == KKR_PART_LEVEL
         || part == KKR_PART_TITLE_DA || part == KKR_PART_TITLE_EN;
}

static char *
known_text (const KkrFactRecord *record)
{
  if (record->known_until != KKR_DATE_MAX)
    return kkr_period_text (record->known, record->known_until,
                            (KkrDatePrecision) record->known_precision,
                            (KkrDatePrecision) record->known_until_precision);
  if (record->known == KKR_DATE_MIN)
    return NULL;
  return kkr_date_text (record->known, record->known, (KkrDatePrecision) record->known_precision);
}

static void
add_scale (KkrWriting *writing, const KkrFactRecord *record, gboolean always)
{
  g_autofree char *number = g_strdup_printf ("%u", record->scale > 0 ? record->scale
                                                   : MAX (record->precision, 1));

  if (record->precision > 0)
    kkr_writing_attribute (writing, "precision", number);
  else if (record->scale > 0 || always)
    kkr_writing_attribute (writing, "scale", number);
}

static void
add_level (KkrWriting *writing, const KkrFactRecord *record, gboolean always)
{
  g_autofree char *year = g_strdup_printf ("%04d", record->level);

  if (record->level > 0)
    kkr_writing_attribute (writing, "price-level", year);
  else if (record->level == KKR_LEVEL_NOMINAL && always)
    kkr_writing_attribute (writing, "price-level", "nominal");
}

static void
add_valid (KkrWriting *writing, const KkrFactRecord *record)
{
  g_autofree char *text = kkr_period_text (record->from, record->until,
                                           (KkrDatePrecision) record->from_precision,
                                           (KkrDatePrecision) record->until_precision);

  kkr_writing_attribute (writing, "valid", text);
}

static void
add_source (KkrWriting *writing, const KkrFactRecord *record)
{
  KkrSource *source = writing->store != NULL ? kkr_store_get_source (writing->store,
                                                                     record->source)
                                             : NULL;

  kkr_writing_attribute (writing, "source", source != NULL ? kkr_source_get_id (source) : NULL);
}

static void
add_text (KkrWriting *writing, const KkrFactView *view, const char *name, KkrTextId text)
{
  kkr_writing_attribute (writing, name, kkr_fact_view_get_text (view, text));
}

void
kkr_writing_add_part (KkrWriting *writing, const KkrFactView *view, KkrFactPart part,
                      gboolean always)
{
  const KkrFactRecord *record = view->record;
  gboolean confirmed = (record->flags & KKR_FACT_CONFIRMED) != 0;

  if (part == KKR_PART_VALID)
    add_valid (writing, record);
  else if (part == KKR_PART_SOURCE)
    add_source (writing, record);
  else if (part == KKR_PART_SECTION)
    add_text (writing, view, "section", record->section);
  else if (part == KKR_PART_KNOWN)
    {
      g_autofree char *known = known_text (record);

      kkr_writing_attribute (writing, "known", known);
    }
  else if (part == KKR_PART_LEVEL)
    add_level (writing, record, always);
  else if (part == KKR_PART_SCALE)
    add_scale (writing, record, always);
  else if (part == KKR_PART_CONFIRMED && (always || !confirmed))
    kkr_writing_attribute (writing, "confirmed", confirmed ? "yes" : "no");
  else if (part == KKR_PART_TITLE_DA)
    add_text (writing, view, "title-da", record->title);
  else if (part == KKR_PART_TITLE_EN)
    add_text (writing, view, "title-en", record->title_en);
  else if (part == KKR_PART_NOTE_DA)
    add_text (writing, view, "note-da", record->note);
  else if (part == KKR_PART_NOTE_EN)
    add_text (writing, view, "note-en", record->note_en);
}
