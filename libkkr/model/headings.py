# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the fields of all classes are called above the columns of a table, in Danish and English.

Fields of one name mean the same in every class; those in two languages share a heading.
"""

HEADINGS = {
    "age-from": ("Alder fra", "Age from"),
    "age-until": ("Alder til", "Age until"),
    "agreement": ("Aftale", "Agreement"),
    "appointed-by": ("Udpeges af", "Appointed by"),
    "at-once": ("Straks", "At once"),
    "body": ("Organ", "Body"),
    "budget": ("Budget", "Budget"),
    "code": ("Kode", "Code"),
    "condition": ("Betingelse", "Condition"),
    "conducted-by": ("Udført af", "Conducted by"),
    "confirmed": ("Bekræftet", "Confirmed"),
    "council": ("KKR", "Council"),
    "dom-types": ("Domtyper", "Dom-types"),
    "due": ("Frist", "Due"),
    "ends": ("Slutter", "Ends"),
    "equal-percent": ("Ligelig andel i pct.", "Equal share in per cent"),
    "escalates-to": ("Kan skærpes til", "Can escalate to"),
    "exempt": ("Fritaget", "Exempt"),
    "group": ("Gruppe", "Group"),
    "id": ("Id", "Id"),
    "issued": ("Udsendt", "Issued"),
    "issuer": ("Udsender", "Issuer"),
    "key": ("Nøgle", "Key"),
    "kind": ("Slags", "Kind"),
    "law": ("Lov", "Law"),
    "location": ("Sted", "Location"),
    "measure": ("Foranstaltning", "Measure"),
    "members": ("Medlemmer", "Members"),
    "municipality": ("Kommune", "Municipality"),
    "name": ("Navn", "Name"),
    "note": ("Bemærkning", "Note"),
    "number": ("Nummer", "Number"),
    "offer": ("Tilbud", "Offer"),
    "offers": ("Tilbud", "Offers"),
    "operator": ("Driftsherre", "Operator"),
    "own-use": ("Eget forbrug", "Own use"),
    "own-use-percent": ("Eget forbrug i pct.", "Own use in per cent"),
    "paragraphs": ("Paragraffer", "Paragraphs"),
    "parent": ("Hører under", "Belongs to"),
    "parties": ("Parter", "Parties"),
    "places": ("Pladser", "Places"),
    "population": ("Adspurgte", "Asked"),
    "reference": ("Opgørelsesdag", "Day of reference"),
    "region": ("Region", "Region"),
    "respondents": ("Har svaret", "Answered"),
    "responsible": ("Ansvarlig", "Responsible"),
    "role": ("Rolle", "Role"),
    "section": ("Afsnit", "Section"),
    "sector": ("Sektor", "Sector"),
    "severity": ("Karakter", "Severity"),
    "signed": ("Indgået", "Signed"),
    "source": ("Kilde", "Source"),
    "status": ("Status", "Status"),
    "successor": ("Efterfølger", "Successor"),
    "target-groups": ("Målgrupper", "Target groups"),
    "tasks": ("Opgaver", "Tasks"),
    "theme": ("Tema", "Theme"),
    "time": ("Klokkeslæt", "Time"),
    "test": ("Prøver", "Tests"),
    "title": ("Titel", "Title"),
    "unit": ("Enhed", "Unit"),
    "valid": ("Gælder", "Holds"),
    "volume": ("Mængde, ental", "Volume, one"),
    "volumes": ("Mængder", "Volumes"),
    "voting": ("Stemmeret", "Has a vote"),
    "weight": ("Fordelingsnøgle, ental", "Weight, one"),
    "weights": ("Fordelingsnøgle", "Weights"),
}


def heading(name):
    """Of a field; None for the English half of a pair, which has none of its own."""
    for ending in ("-da", "-en"):
        if name.endswith(ending) and name.removesuffix(ending) in HEADINGS:
            return HEADINGS[name.removesuffix(ending)]
    return HEADINGS.get(name)
