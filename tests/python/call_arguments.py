# SPDX-License-Identifier: LGPL-2.1-or-later
"""What each public function is given when test_calls.py calls it, and what a method is called on."""
import sys

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

REGISTER = Kkr.Register.new_packaged()
CALCULATOR = Kkr.ObjectiveFinancing(register=REGISTER, arrangement="socialtilsyn-nord", year=2024)
RESULT = CALCULATOR.run()
TABLE = RESULT.get_table()
FACT = REGISTER.lookup("children-0-17/840", "2023-04-01", None)
XML = b"<register format='1' version='1'/>"


def derivation_builder():
    builder = Kkr.DerivationBuilder.new("amount", "Rebild")
    builder.add_value("budget", "Budget", "Budget", "300", Kkr.Unit.AMOUNT)
    return builder


def table_builder():
    builder = Kkr.TableBuilder.new("table", "Tabel", "Table")
    builder.add_int64("n", "Antal", "Number", Kkr.Unit.COUNT, [1, 2])
    builder.add_text("name", "Navn", "Name", ["Rebild", "Aalborg"])
    return builder


def crosswalk():
    return Kkr.Crosswalk.new_for_rows(["810", "813", "813"], ["n", "n", "s"], ["1", "1", "2"])


SCENARIOS = b"year;budget\n2024;19.156.058,50\n"
STATISTICS = b"OMR\xc3\x85DE;TID;INDHOLD\n840;2024K2;30000\n"


def statistics_reader():
    return Kkr.StatisticsReader(prefix="folk1a", source_date="2024-08-12")


def series():
    builder = Kkr.TableBuilder.new("series", "Serie", "Series")
    builder.add_text("code", "Kode", "Code", ["810", "813"])
    builder.add_int64("amount", "Beløb", "Amount", Kkr.Unit.AMOUNT, [100, 200])
    return builder.end()


def scenarios():
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    builder.add_int64("year", "År", "Year", Kkr.Unit.YEARS, [2023, 2024])
    return builder.end()


# What a method is called on.
SELF = {
    "Apportionment": lambda: Kkr.apportion_full(
        3, [1, 1], Kkr.ApportionMethod.DHONDT, 1, Kkr.TieRule.FIRST),
    "Arrangement": lambda: REGISTER.find_arrangement("socialtilsyn-nord"),
    "Calculator": lambda: CALCULATOR.dup(),
    "CarryOver": Kkr.CarryOver.new,
    "Claims": Kkr.Claims.new,
    "Column": lambda: TABLE.get_column("amount"),
    "Crosswalk": crosswalk,
    "DeficitGuarantee": Kkr.DeficitGuarantee.new,
    "DomTypeDemand": Kkr.DomTypeDemand.new,
    "Derivation": lambda: RESULT.explain_key("amount", "Rebild"),
    "DerivationBuilder": derivation_builder,
    "Fact": lambda: FACT,
    "Entity": lambda: REGISTER.find_municipality("Rebild"),
    "Figure": lambda: Kkr.Figure.new_from_string("6,3"),
    "GuaranteeProposals": Kkr.GuaranteeProposals.new,
    "Municipality": lambda: REGISTER.find_municipality("Rebild"),
    "Note": lambda: RESULT.dup_notes()[0],
    "ObjectiveFinancing": lambda: CALCULATOR.dup(),
    "Occupancy": Kkr.Occupancy.new,
    "OfferTariff": Kkr.OfferTariff.new,
    "Overlay": lambda: Kkr.Overlay.new(REGISTER),
    "PercentageBase": Kkr.PercentageBase.new,
    "Period": lambda: FACT.dup_valid(),
    "PlaceBilling": Kkr.PlaceBilling.new,
    "PriceIndex": Kkr.PriceIndex.new,
    "Problem": lambda: Kkr.ObjectiveFinancing().validate()[0],
    "Region": lambda: REGISTER.find_region("1081"),
    "Register": lambda: REGISTER,
    "RegisterReader": Kkr.RegisterReader.new,
    "RegisterWriter": Kkr.RegisterWriter.new,
    "Result": lambda: RESULT,
    "RuleFinder": Kkr.RuleFinder.new,
    "SecuredCapacity": Kkr.SecuredCapacity.new,
    "ShelterCapacity": Kkr.ShelterCapacity.new,
    "Source": FACT.get_source,
    "SurveyAnalysis": Kkr.SurveyAnalysis.new,
    "StatisticsReader": statistics_reader,
    "Reconciliation": Kkr.Reconciliation.new,
    "SupervisionTariff": Kkr.SupervisionTariff.new,
    "Table": lambda: TABLE,
    "TableBuilder": table_builder,
    "TariffModel": Kkr.TariffModel.new,
}

COLUMNS = {"totals": GLib.Bytes.new(bytes(16)), "n_weights": 2, "n_threads": -1,
           "weights": GLib.Bytes.new(b"".join(n.to_bytes(8, sys.byteorder) for n in (1, 2)))}
SUMS = {"row_totals": [500, 700], "column_totals": [800, 400], "weights": [1, 1, 1, 1]}

GROUPS = {"keys": GLib.Bytes.new(b"".join(n.to_bytes(2, sys.byteorder) for n in (851, 740))),
          "values": COLUMNS["totals"], "statuses": GLib.Bytes.new(bytes([0, 2])), "n_threads": 1}

# What a parameter is given, by the name of the function and then its own.
GIVEN = {
    "group_sum": {**GROUPS, "unit": Kkr.Unit.AMOUNT},
    "Table.group_sum": {"key": "municipality", "value": "amount", "n_threads": -1},
    "apportion_columns": COLUMNS,
    "apportion_table": SUMS,
    "assign": {"costs": COLUMNS["weights"], "n_columns": 2},
    "Calculator.new_by_name": {"name": "objective-financing"},
    "Calculator.set_from_string": {"name": "year", "text": "2024"},
    "Calculator.read_scenarios_bytes": {"bytes": GLib.Bytes.new(SCENARIOS)},
    "Calculator.run_table": {"scenarios": scenarios(),
                             "columns": ["amount"]},
    "TableBuilder.add_bytes": {"values": COLUMNS["totals"], "kind": Kkr.ColumnKind.INT64},
    "Calculator.report": {"text": "no such year: 0 found, 2024 expected"},
    "DerivationBuilder.add_apportionment": {
        "total": "budget", "keys": ["a", "b"], "weights": ["1", "2"], "share": "100"},
    "DerivationBuilder.add_sum": {"keys": ["a", "b"], "exact": ["1", "2"]},
    "DerivationBuilder.add_text": {"text": "Rebild"},
    "Crosswalk.apply": {"table": series()},
    "Crosswalk.apply_full": {"table": series()},
    "Crosswalk.apply_values": {"codes": ["810", "813"], "values": [1, 2]},
    "Crosswalk.new_for_rows": {"from_codes": ["a"], "to_codes": ["b"], "weights": ["0,5"]},
    "Crosswalk.new_for_municipalities": {"day": "2024-01-01"},
    "Crosswalk.new_for_regions": {
        "from_day": "2026-12-31", "to_day": "2027-01-01", "key": None},
    "Reconciliation.new_from_bytes": {"bytes": GLib.Bytes.new(b"A;1\nB;2\nI alt;3\n")},
    "Crosswalk.new_from_bytes": {"bytes": GLib.Bytes.new(b"from,to,weight\na,b,1\n")},
    "Derivation.dup_step_value": {"id": "budget"},
    "Derivation.new_from_json": {"text": RESULT.explain_key("amount", "Rebild").to_json()},
    "TariffModel.new_from_string": {"text": "cost = running + night_cost"},
    "TariffModel.add_quantity": {"id": "night_cost", "fallback": "1/2"},
    "TariffModel.add_step": {"id": "cost", "expression": "running"},
    "TariffModel.dup_expression": {"step": "cost"},
    "Overlay.add": {"key": "new", "valid": "2024", "value": "1.5"},
    "Overlay.add_text": {"key": "new", "valid": "2024"},
    "Overlay.change": {"key": "children-0-17/840", "valid": "2023K2", "value": "1"},
    "Overlay.remove": {"key": "children-0-17/840", "valid": None},
    "Overlay.scale": {"valid": None},
    "Period.contains": {"date": "2023-04-01"},
    "Period.new_from_string": {"text": "2023K2"},
    "Register.select": {"kind": "municipalities", "filter": Kkr.Filter(region="Nordjylland")},
    "DomType.dup_rules_of_kind": {"kind": "obligation"},
    "Register.lookup": {"key": "children-0-17/840"},
    "Register.lookup_at_level": {"key": "children-0-17/840"},
    "Register.dup_history": {"key": "children-0-17/840"},
    "Register.dup_table_keys": {"prefix": None},
    "Register.find_thing": {"key": "offers/holtegaarden"},
    "Register.get_facts_table": {"prefix": "children-0-17"},
    "Register.get_table": {"key": "kmf-2019"},
    "Result.new": {"calculator": CALCULATOR, "tables": [TABLE], "notes": []},
    "StatisticsReader.read_bytes": {"bytes": GLib.Bytes.new(STATISTICS)},
    "Table.__getitem__": {"name": "amount"},
    "Table.get_column": {"name": "amount"},
    "TableBuilder.set_decimals": {"column": "n"},
    "TableBuilder.set_key": {"columns": ["name"]},
    "TableBuilder.set_labels_in_english": {"column": "name", "labels": ["Rebild", "Aalborg"]},
    "TableBuilder.set_status": {
        "column": "n", "row": 1, "status": Kkr.CellStatus.SUPPRESSED},
    "TableBuilder.set_total": {"column": "n"},
    "Result.get_table_named": {"name": "change"},
    "amount_from_string": {"text": "1.152.028 kr."},
}
ANYWHERE = {
    "amount": 1152028, "apportion_method": Kkr.ApportionMethod.DHONDT,
    "below": REGISTER,
    "bytes": GLib.Bytes.new(XML), "cancellable": None, "cell_status": Kkr.CellStatus.MISSING,
    "code": Kkr.CalcError.OUT_OF_RANGE, "code_column": "code", "codes": [1, 0], "column": "amount",
    "column_kind": Kkr.ColumnKind.RATIO, "danish": "Dansk", "data_version": "2026.11",
    "date": "2023-08-21", "date_precision": Kkr.DatePrecision.MONTH, "day": "2024-01-01",
    "days": [0, 19590],
    "decimals": 1, "denominator": 7,
    "english": "English", "exact": "7/2", "factor": "1,02",
    "expression": "budget / 3", "id": "step",
    "input": "year", "key": "Rebild", "kind": Kkr.NoteKind.REMARK, "known_on": None,
    "labels": ["Rebild", "Aalborg"], "language": "en",
    "method": Kkr.ApportionMethod.LARGEST_REMAINDER, "mode": Kkr.RoundingMode.HALF_AWAY,
    "municipality": REGISTER.find_municipality("Rebild"), "name": "year",
    "note": RESULT.dup_notes()[0], "note_kind": Kkr.NoteKind.TIE, "numerator": 3,
    "prefix": "children-0-17/", "price_level": "2024", "progress": 0.5, "publisher": None,
    "qualifier": Kkr.Qualifier.AT_LEAST, "quantity": 3.0, "rate": 1086.25, "reg": REGISTER,
    "rounding_mode": Kkr.RoundingMode.FLOOR,
    "rounding_unit": "100", "row": 0, "section": "1", "severity": Kkr.Severity.ERROR,
    "sha256": "00", "source": FACT.get_source(), "text": "6,3", "tie_rule": Kkr.TieRule.FIRST,
    "title": "Titel", "total": 300, "unit": 100, "uri": None, "valid_on": "2023-04-01",
    "verdict": Kkr.ClaimVerdict.POSSIBLE,
    "value": 3.2, "value_column": "amount", "values": [1, 2], "weights": [1, 2], "year": 2024,
    "above_limit": Kkr.AboveLimit.PAID_BACK,
    "zero_places": Kkr.ZeroPlaces.REFUSE, "figure_reading": Kkr.FigureReading.COUNTS,
    "index_chain": Kkr.IndexChain.ADDITIVE,
    "refund_rule": Kkr.RefundRule.FIRST_DAYS, "transition_rule": Kkr.TransitionRule.START,
    "survey_response": Kkr.SurveyResponse.FULL,
    "sector": Kkr.Sector.REGIONAL, "rule_effect": Kkr.RuleEffect.WARNS,
    "approval_scope": Kkr.ApprovalScope.ALL_TYPES,
    "escalation_reading": Kkr.EscalationReading.OWN, "dom_decision": Kkr.DomDecision.SECURED,
    "portal_approval": Kkr.PortalApproval.PROSE, "matching_area": Kkr.MatchingArea.KKR,
    "tariff_unit": Kkr.TariffUnit.MONTH, "package_key": Kkr.PackageKey.WEIGHT,
    "tariff_weighting": Kkr.TariffWeighting.CHANGES, "cap_subject": Kkr.CapSubject.OFFERS,
    "cap_reference": Kkr.CapReference.PREVIOUS_YEAR, "cap_status": Kkr.CapStatus.KEPT,
    "index_rounding": Kkr.IndexRounding.YEARLY, "composite_rule": Kkr.CompositeRule.PARTS,
    "operator_kind": Kkr.OperatorKind.REGION,
    "price_points": Kkr.PricePoints.LINEAR, "selection_aim": Kkr.SelectionAim.PLACE_POINTS,
    "guarantee_unstated": Kkr.GuaranteeUnstated.REFUSE,
    "secured_group": Kkr.SecuredGroup.REMAND,
    "remand_takeover": Kkr.RemandTakeover.ARRIVALS,
    "leap_day_rule": Kkr.LeapDayRule.MARCH_1,
    "notice_rule": Kkr.NoticeRule.DAYS, "month_split": Kkr.MonthSplit.THIRTY_DAYS,
    "guarantee_window": Kkr.GuaranteeWindow.PER_PLACE,
    "guarantee_cap": Kkr.GuaranteeCap.TOTAL, "guarantee_excess": Kkr.GuaranteeExcess.LAST,
    "guarantee_key": Kkr.GuaranteeKey.USAGE,
    "occupancy_count": Kkr.OccupancyCount.PLACES,
    "refusal_reason": Kkr.RefusalReason.NO_MATCH,
    "place_status": Kkr.PlaceStatus.NOTICE,
    "status_gap": Kkr.StatusGap.EMPTY, "shared_day": Kkr.SharedDay.LATER,
    "guarantee_tariff": Kkr.GuaranteeTariff.FROZEN,
    "guarantee_rounding": Kkr.GuaranteeRounding.DAY,
}
BY_TYPE = {("unit", "Unit"): Kkr.Unit.COUNT, ("exact", "array"): ["7/2", ""],
           ("values", "utf8"): ["a", "b"], ("total", "utf8"): "300"}
