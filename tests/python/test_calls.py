# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public function is called from Python with arguments that make sense, and does not fail.

The functions and what they take are read from the GIR, so that a new one that nobody has thought of
an argument for is named here."""
import os
import sys
import tempfile
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import GLib  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lint"))
import gir  # noqa: E402

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


def read_statistics():
    loop = GLib.MainLoop()
    registers = []

    def done(reader, task):
        registers.append(reader.read_file_finish(task))
        loop.quit()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.csv")
        with open(path, "wb") as stream:
            stream.write(STATISTICS)
        registers.append(statistics_reader().read_file(path, None))
        statistics_reader().read_file_async(path, None, done)
        loop.run()
    for register in registers:
        assert register.lookup("folk1a/840", "2024-04-01", None).get_printed() == "30000"


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
    "Column": lambda: TABLE.get_column("amount"),
    "Crosswalk": crosswalk,
    "Derivation": lambda: RESULT.explain_key("amount", "Rebild"),
    "DerivationBuilder": derivation_builder,
    "Fact": lambda: FACT,
    "Entity": lambda: REGISTER.find_municipality("Rebild"),
    "Figure": lambda: Kkr.Figure.new_from_string("6,3"),
    "Municipality": lambda: REGISTER.find_municipality("Rebild"),
    "Note": lambda: RESULT.dup_notes()[0],
    "ObjectiveFinancing": lambda: CALCULATOR.dup(),
    "Overlay": lambda: Kkr.Overlay.new(REGISTER),
    "Period": lambda: FACT.dup_valid(),
    "Problem": lambda: Kkr.ObjectiveFinancing().validate()[0],
    "Region": lambda: REGISTER.find_region("1081"),
    "Register": lambda: REGISTER,
    "RegisterReader": Kkr.RegisterReader.new,
    "RegisterWriter": Kkr.RegisterWriter.new,
    "Result": lambda: RESULT,
    "Source": FACT.get_source,
    "StatisticsReader": statistics_reader,
    "SupervisionTariff": Kkr.SupervisionTariff.new,
    "Table": lambda: TABLE,
    "TableBuilder": table_builder,
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
    "Crosswalk.new_from_bytes": {"bytes": GLib.Bytes.new(b"from,to,weight\na,b,1\n")},
    "Derivation.dup_step_value": {"id": "budget"},
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
    "value": 3.2, "value_column": "amount", "values": [1, 2], "weights": [1, 2], "year": 2024,
    "zero_places": Kkr.ZeroPlaces.REFUSE,
}
BY_TYPE = {("unit", "Unit"): Kkr.Unit.COUNT, ("exact", "array"): ["7/2", ""],
           ("values", "utf8"): ["a", "b"], ("total", "utf8"): "300"}


def wait_for(begin, finish, *given):
    """What an operation gives that calls back when it is done."""
    loop = GLib.MainLoop()
    results = []

    def done(_, task):
        results.append(finish(task))
        loop.quit()
    begin(*given, None, done)
    loop.run()
    return results[0]


def read_files():
    folder = os.path.join(os.environ["KKR_SOURCE"], "libkkr", "data")
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                   if name.endswith(".xml"))
    reader = Kkr.RegisterReader.new()
    register = reader.read_files(paths, None)
    assert register.get_n_facts() == REGISTER.get_n_facts()
    register = wait_for(reader.read_files_async, reader.read_files_finish, paths)
    assert register.get_n_facts() == REGISTER.get_n_facts()


def read_crosswalk():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.csv")
        with open(path, "w", encoding="utf-8") as stream:
            stream.write("from;to;weight\na;b;1\n")
        assert Kkr.Crosswalk.new_from_file(path, None).get_n_rows() == 1


def read_folders():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "mine.xml"), "wb") as file:
            file.write(XML)
        reader = Kkr.RegisterReader.new()
        assert reader.read_folders([folder], None).get_n_facts() == 0
        register = wait_for(reader.read_folders_async, reader.read_folders_finish, [folder])
        assert register.get_n_facts() == 0


def write_file():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "register.xml")
        assert Kkr.RegisterWriter.new().write_file(REGISTER, path, None)
        written = Kkr.RegisterReader.new().read_files([path], None)
        assert written.get_n_facts() == REGISTER.get_n_facts()


def write_file_async():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "register.xml")
        writer = Kkr.RegisterWriter.new()
        assert wait_for(writer.write_file_async, writer.write_file_finish, REGISTER, path)
        assert os.path.getsize(path) > 0


def run_async():
    result = wait_for(CALCULATOR.run_async, CALCULATOR.run_finish)
    assert result.to_csv() == RESULT.to_csv()


def run_table_async():
    result = wait_for(CALCULATOR.run_table_async, CALCULATOR.run_table_finish, scenarios(), None)
    assert result.get_scenarios().get_n_rows() == 2


def read_scenarios():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenarios.csv")
        with open(path, "wb") as stream:
            stream.write(SCENARIOS)
        table = CALCULATOR.read_scenarios(path, None)
        later = wait_for(CALCULATOR.read_scenarios_async, CALCULATOR.read_scenarios_finish, path)
        assert table.to_csv() == later.to_csv()


def add_to():
    """For JavaScript: PyGObject hands no specification over, and takes the flags by itself."""
    try:
        Kkr.ParamFlags.add_to(Kkr.ParamFlags.NONE, CALCULATOR.find_property("year"))
    except TypeError as error:
        assert "ParamSpec" in str(error)


def apportion_columns_async():
    progress = Kkr.Progress.new()
    shares = wait_for(Kkr.apportion_columns_async, Kkr.apportion_columns_finish,
                      COLUMNS["totals"], COLUMNS["weights"], 2, Kkr.ApportionMethod.DHONDT, 1,
                      Kkr.TieRule.FIRST, -1, progress)
    assert shares.get_data() == bytes(32)
    assert progress.get_fraction() == 1.0


def apportion_table_async():
    progress = Kkr.Progress.new()
    shares = wait_for(Kkr.apportion_table_async, Kkr.apportion_table_finish, *SUMS.values(), 100,
                      progress)
    assert shares == [400, 100, 400, 300]
    assert progress.get_fraction() == 1.0


def group_sum_async():
    progress = Kkr.Progress.new()
    table = wait_for(Kkr.group_sum_async, Kkr.group_sum_finish, *list(GROUPS.values())[:3],
                     Kkr.Unit.AMOUNT, 1, progress)
    assert table["rows"].get_strings() == ["1", "1"]
    assert progress.get_fraction() == 1.0


def table_group_sum_async():
    progress = Kkr.Progress.new()
    table = wait_for(TABLE.group_sum_async, TABLE.group_sum_finish, "municipality", "amount", -1,
                     progress)
    assert len(table) == len(TABLE)
    assert progress.get_fraction() == 1.0


# Functions that need more than arguments.
BY_HAND = {
    "group_sum_async": group_sum_async,
    "group_sum_finish": group_sum_async,
    "Table.group_sum_async": table_group_sum_async,
    "Table.group_sum_finish": table_group_sum_async,
    "apportion_columns_async": apportion_columns_async,
    "apportion_columns_finish": apportion_columns_async,
    "apportion_table_async": apportion_table_async,
    "apportion_table_finish": apportion_table_async,
    "Crosswalk.new_from_file": read_crosswalk,
    "RegisterReader.read_files": read_files,
    "RegisterReader.read_files_async": read_files,
    "RegisterReader.read_files_finish": read_files,
    "StatisticsReader.read_file": read_statistics,
    "StatisticsReader.read_file_async": read_statistics,
    "StatisticsReader.read_file_finish": read_statistics,
    "RegisterReader.read_folders": read_folders,
    "RegisterReader.read_folders_async": read_folders,
    "RegisterReader.read_folders_finish": read_folders,
    "RegisterWriter.write_file": write_file,
    "RegisterWriter.write_file_async": write_file_async,
    "RegisterWriter.write_file_finish": write_file_async,
    "Calculator.read_scenarios": read_scenarios,
    "Calculator.read_scenarios_async": read_scenarios,
    "Calculator.read_scenarios_finish": read_scenarios,
    "Calculator.run_async": run_async,
    "Calculator.run_finish": run_async,
    "Calculator.run_table_async": run_table_async,
    "Calculator.run_table_finish": run_table_async,
    "ParamFlags.add_to": add_to,
}


class Calls(unittest.TestCase):
    pass


def arguments(name, call):
    """One for each parameter that Python passes; the lengths of arrays are not among them."""
    lengths = {int(node.get("length")) for node in call.iter() if node.get("length")}
    for number, node in enumerate(gir.parameters(call)):
        if number in lengths or node.get("direction") == "out":
            continue
        parameter = node.get("name")
        kinds = [part.get("name") or "array" for part in gir.types(node)]
        typed = [BY_TYPE[parameter, kind] for kind in kinds if (parameter, kind) in BY_TYPE]
        if parameter in GIVEN.get(name, {}):
            yield GIVEN[name][parameter]
        elif typed or parameter in ANYWHERE:
            yield typed[0] if typed else ANYWHERE[parameter]
        else:
            raise LookupError(f"{name}: nothing to give for {parameter} of the kind {kinds[0]}")


def returned(call):
    """The name of the class whose objects a function returns, alone or as an array."""
    return gir.types(call.find(gir.CORE + "return-value"))[-1].get("name")


def find(name, call):
    """Each thing of the register is found by its id, and what is not there is an error."""
    kind = returned(call)
    lists = [node.get("name") for each, node in gir.callables(gir.namespace())
             if each.startswith("Register.dup_") and returned(node) == kind]
    function = getattr(REGISTER, name.rpartition(".")[2])
    for thing in getattr(REGISTER, lists[0])():
        assert function(thing.get_id()) == thing
    try:
        function("no-such-thing")
    except GLib.Error as error:
        assert error.matches(Kkr.calc_error_quark(), Kkr.CalcError.NO_DATA)
    else:
        raise AssertionError(kind)


def invoke(name, call):
    holder, _, function = name.rpartition(".")
    if function == "from_string":
        return call_from_string(getattr(Kkr, holder))
    owner = getattr(Kkr, holder) if holder else Kkr
    if gir.kind(call) == "method":
        # What no register has yet is made with no arguments.
        owner = SELF.get(holder, getattr(Kkr, holder))()
    return getattr(owner, function)(*arguments(name, call))


def call_from_string(enum):
    """Every member but the one that says nothing has a text, by which it is found."""
    values = [value for value in enum.__enum_values__.values()
              if value.value_nick != "unset"]
    assert len(values) > 1
    for value in values:
        assert enum.from_string(enum.to_string(value)) == value


def add(name, call):
    def method(self):
        if name in BY_HAND:
            BY_HAND[name]()
        elif name.startswith("Register.find_") and name not in GIVEN:
            find(name, call)
        else:
            invoke(name, call)
    setattr(Calls, "test_" + name.replace(".", "_"), method)


for each, node in gir.callables(gir.namespace()):
    if gir.kind(node) != "virtual-method":
        add(each, node)
