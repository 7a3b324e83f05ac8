/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

gboolean
kkr_matching_has_wish (const KkrMatching *self, guint person)
{
  return self->persons[person].wish_offer != KKR_MATCHING_NONE
         || self->persons[person].wish_municipality != KKR_MATCHING_NONE;
}

gboolean
kkr_matching_meets_wish (const KkrMatching *self, guint person, guint offer)
{
  const KkrMatchingPerson *at = &self->persons[person];

  if (at->wish_offer != KKR_MATCHING_NONE)
    return at->wish_offer == offer;
  return at->wish_municipality != KKR_MATCHING_NONE
         && at->wish_municipality == self->offers[offer].municipality;
}

static guint64
find_area (const KkrMatching *self, guint one, guint two)
{
  const KkrMatchingMunicipality *from, *to;
  guint here, there;

  if (self->texts->within == KKR_MATCHING_AREA_ANY)
    return 0;
  if (one == KKR_MATCHING_NONE || two == KKR_MATCHING_NONE)
    return KKR_MATCHING_BIT (KKR_MATCHING_AREA_UNSTATED);
  if (one == two)
    return 0;
  if (self->texts->within == KKR_MATCHING_AREA_MUNICIPALITY)
    return KKR_MATCHING_BIT (KKR_MATCHING_AREA);
  from = kkr_matching_municipality (self, one);
  to = kkr_matching_municipality (self, two);
  here = self->texts->within == KKR_MATCHING_AREA_KKR ? from->council : from->region;
  there = self->texts->within == KKR_MATCHING_AREA_KKR ? to->council : to->region;
  if (here == KKR_MATCHING_NONE || there == KKR_MATCHING_NONE)
    return KKR_MATCHING_BIT (KKR_MATCHING_AREA_UNSTATED);
  return here == there ? 0 : KKR_MATCHING_BIT (KKR_MATCHING_AREA);
}

static guint64
find_distance (const KkrMatching *self, guint person, guint offer)
{
  gint64 metres;

  if (self->texts->max_distance < 0)
    return 0;
  metres = kkr_matching_get_distance (self, person, offer);
  if (metres < 0)
    return KKR_MATCHING_BIT (KKR_MATCHING_DISTANCE_UNSTATED);
  return metres > self->texts->max_distance ? KKR_MATCHING_BIT (KKR_MATCHING_DISTANCE) : 0;
}

static guint64
find_needs (const KkrMatching *self, guint person, guint offer)
{
  const guint needs = self->texts->person_needs[person], has = self->texts->offer_groups[offer];

  if (needs == 0 || needs == has)
    return 0;
  if (has == 0)
    return KKR_MATCHING_BIT (KKR_MATCHING_NEEDS_UNSTATED);
  return kkr_matching_covers (self, needs, has) ? 0 : KKR_MATCHING_BIT (KKR_MATCHING_NEEDS);
}

/* Where no offer says which dom-types it takes, it is not asked. */
static guint64
find_dom_type (const KkrMatching *self, guint person, guint offer)
{
  const guint type = self->persons[person].type;
  const guint64 taken = self->offers[offer].dom_types;

  if (type == KKR_MATCHING_NONE
      || !kkr_sheet_has_column (self->offer_sheet, KKR_MATCHING_OFFER_DOM_TYPES))
    return 0;
  if (taken == 0)
    return KKR_MATCHING_BIT (KKR_MATCHING_DOM_TYPE_UNSTATED);
  return (taken >> type & 1) != 0 ? 0 : KKR_MATCHING_BIT (KKR_MATCHING_DOM_TYPE);
}

static guint64
find_conflict (const KkrMatching *self, guint person, guint offer)
{
  const KkrMatchingTexts *texts = self->texts;
  const guint64 *bits = texts->blocked != NULL
                          ? &texts->blocked[(gsize) person * texts->blocked_words] : NULL;

  return bits != NULL && (bits[offer / 64] >> offer % 64 & 1) != 0
           ? KKR_MATCHING_BIT (KKR_MATCHING_CONFLICT) : 0;
}

static guint64
find_vacancy (const KkrMatching *self, const KkrMatchingSlot *slot, gboolean stays)
{
  if (stays || slot->vacant > 0)
    return 0;
  return KKR_MATCHING_BIT (slot->places == 0 ? KKR_MATCHING_NOT_OPEN : KKR_MATCHING_NO_VACANCY);
}

/* Where no rule of the register is about secured units, it does not say for whom they are. */
guint64
kkr_matching_find_readings (const KkrMatching *self, guint offer, guint type,
                            KkrDomDecision decision)
{
  const KkrMatchingTexts *texts = self->texts;
  const guint32 rules = kkr_matching_get_class_rules (self, type, decision);
  guint64 bits = 0;

  if (self->offers[offer].secured == TRUE && decision != KKR_DOM_DECISION_SECURED
      && texts->secured_rules != 0 && (rules & texts->secured_rules) == 0)
    bits |= KKR_MATCHING_BIT (KKR_MATCHING_NOT_TO_SECURED);
  if (self->offers[offer].sector == KKR_SECTOR_INDEPENDENT && !texts->independent_as_public
      && (rules & texts->private_rules) != 0)
    bits |= KKR_MATCHING_BIT (KKR_MATCHING_INDEPENDENT);
  return bits;
}

static void
add_readings (const KkrMatching *self, guint person, guint offer, KkrMatchingReasons *reasons)
{
  const KkrMatchingPerson *who = &self->persons[person];
  const KkrMatchingTexts *texts = self->texts;
  const guint64 bits = kkr_matching_find_readings (self, offer, who->type, who->decision);
  const guint64 refusing
    = (texts->secured_places == KKR_RULE_EFFECT_REFUSES
         ? KKR_MATCHING_BIT (KKR_MATCHING_NOT_TO_SECURED) : 0)
      | (texts->private_offers == KKR_RULE_EFFECT_REFUSES
           ? KKR_MATCHING_BIT (KKR_MATCHING_INDEPENDENT) : 0);

  reasons->refusals |= bits & refusing;
  reasons->conditions |= bits & ~refusing;
}

void
kkr_matching_get_reasons (const KkrMatching *self, guint person, guint slot,
                          KkrMatchingReasons *reasons)
{
  static const guint64 unstated = KKR_MATCHING_BIT (KKR_MATCHING_AREA_UNSTATED)
                                  | KKR_MATCHING_BIT (KKR_MATCHING_DISTANCE_UNSTATED)
                                  | KKR_MATCHING_BIT (KKR_MATCHING_NEEDS_UNSTATED)
                                  | KKR_MATCHING_BIT (KKR_MATCHING_DOM_TYPE_UNSTATED);
  const KkrMatchingPerson *who = &self->persons[person];
  const KkrMatchingSlot *where = &self->slots[slot];
  const KkrMatchingTexts *texts = self->texts;
  const gboolean lives_there = who->living_in == where->offer;
  const gboolean stays = lives_there && who->living_slot == slot;
  guint32 rules = kkr_matching_get_class_rules (self, who->type, who->decision);
  guint32 told = who->told_rules;
  guint64 bits, told_bits, can;

  if (lives_there)
    {
      rules &= ~texts->move_rules;
      told &= ~texts->move_rules;
    }
  bits = kkr_matching_rule_bits (rules);
  told_bits = kkr_matching_rule_bits (told);
  can = find_vacancy (self, where, stays)
        | find_area (self, who->municipality, self->offers[where->offer].municipality)
        | find_distance (self, person, where->offer) | find_needs (self, person, where->offer)
        | find_dom_type (self, person, where->offer) | find_conflict (self, person, where->offer);
  reasons->refusals = (texts->slot_refusals[slot] & bits) | (can & ~unstated);
  reasons->conditions = (texts->slot_conditions[slot] & (bits | told_bits))
                        | (texts->slot_refusals[slot] & told_bits)
                        | (stays ? KKR_MATCHING_BIT (KKR_MATCHING_STAYS) : 0);
  if (texts->unstated == KKR_RULE_EFFECT_REFUSES)
    reasons->refusals |= can & unstated;
  else
    reasons->conditions |= can & unstated;
  add_readings (self, person, where->offer, reasons);
}

static void
add_note (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

void
kkr_matching_add_offer_readings (const KkrMatching *self, GPtrArray *notes)
{
  const gboolean refuses = self->texts->secured_places == KKR_RULE_EFFECT_REFUSES;
  gboolean secured = FALSE, independent = FALSE;

  for (guint i = 0; i < self->n_offers; i++)
    {
      secured |= self->offers[i].secured == 1;
      independent |= self->offers[i].sector == KKR_SECTOR_INDEPENDENT;
    }
  if (secured && self->texts->secured_rules != 0)
    add_note (notes,
              refuses ? "Sikrede pladser afvises for dem, der hverken har dom eller afgørelse til "
                        "det. Det er en læsning af domstypernes titler; ingen kilde siger det."
                      : "Sikrede pladser afvises ikke for dem, der hverken har dom eller afgørelse "
                        "til det, men det oplyses. Ingen kilde siger, om de må bo der.",
              refuses ? "Secured places are refused to persons without a judgement or a decision "
                        "to them. It is a reading of the titles of the dom-types; no source says "
                        "so."
                      : "Secured places are not refused to persons without a judgement or a "
                        "decision to them, but it is told. No source says whether they may live "
                        "there.");
  if (independent && self->texts->private_rules != 0)
    add_note (notes,
              self->texts->independent_as_public
                ? "Selvejende tilbud regnes som offentlige; kilden nævner kun private."
                : "Selvejende tilbud regnes som private, ikke som offentlige; kilden nævner kun "
                  "private.",
              self->texts->independent_as_public
                ? "Independent offers count as public ones; the source only names private ones."
                : "Independent offers count as private ones, not as public ones; the source only "
                  "names private ones.");
}
