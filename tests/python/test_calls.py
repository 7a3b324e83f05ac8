# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every public function is called from Python with arguments that make sense, and does not fail.

The functions and what they take are read from the GIR, so that a new one that nobody has thought of
an argument for in call_arguments.py is named here."""
import os
import sys
import tempfile
import unittest

import tap
from call_arguments import (ANYWHERE, BY_TYPE, CALCULATOR, COLUMNS, GIVEN, GROUPS, REGISTER, RESULT,
                            SCENARIOS, SELF, STATISTICS, SUMS, TABLE, XML, scenarios,
                            statistics_reader)

Kkr = tap.kkr()
from gi.repository import GLib, GObject  # noqa: E402

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "lint"))
import gir  # noqa: E402


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


def read_statistics():
    reader = statistics_reader()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.csv")
        with open(path, "wb") as stream:
            stream.write(STATISTICS)
        for register in (reader.read_file(path, None),
                         wait_for(reader.read_file_async, reader.read_file_finish, path)):
            assert register.lookup("folk1a/840", "2024-04-01", None).get_printed() == "30000"


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


class WithTable(Kkr.Calculator):
    """A calculator with a table of which nothing is known but that it is one."""
    places = GObject.Property(type=Kkr.Table, flags=int(GObject.ParamFlags.READWRITE))


def read_table():
    calculator = WithTable()
    table = calculator.read_table_bytes("places", GLib.Bytes.new(b"place;n\nA;1\n"), None, None)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "places.csv")
        with open(path, "wb") as stream:
            stream.write(b"n,place\n1,A\n")
        both = calculator.read_table("places", [path, path], None)
        later = wait_for(calculator.read_table_async, calculator.read_table_finish, "places",
                         [path, path])
    assert table.to_csv() == "place,n\r\nA,1\r\n"
    assert both.to_csv() == "n,place\r\n1,A\r\n1,A\r\n"
    assert later.to_csv() == both.to_csv()
    assert len(calculator.describe_table("places")) == 0


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


def assign_async():
    progress = Kkr.Progress.new()
    costs = GLib.Bytes.new(b"".join(n.to_bytes(8, sys.byteorder) for n in (1, 2, 2, 9)))
    columns = wait_for(Kkr.assign_async, Kkr.assign_finish, costs, 2, progress)
    # 2 and 2, not 1 and 9: the first row has column 1, the second column 0.
    assert columns.get_data() == b"".join(n.to_bytes(4, sys.byteorder) for n in (1, 0))
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


def place_days():
    builder = Kkr.TableBuilder.new("placements", "Placeringer", "Placements")
    builder.add_text("place", "Plads", "Place", ["A"])
    builder.add_text("from", "Fra og med", "From", ["2024-02-01"])
    builder.add_text("to", "Til og med", "To", ["2024-02-29"])
    placements = builder.end()
    given = ("place", "from", "to", None, "2024-01-01", "2024-12-31", -1)
    assert placements.place_days(*given, None)["occupied"].get_strings() == ["29"]
    progress = Kkr.Progress.new()
    table = wait_for(placements.place_days_async, placements.place_days_finish, *given, progress)
    assert table["vacant"].get_strings() == ["337"]
    assert progress.get_fraction() == 1.0


# Functions that need more than arguments.
BY_HAND = {
    "Table.place_days": place_days,
    "Table.place_days_async": place_days,
    "Table.place_days_finish": place_days,
    "group_sum_async": group_sum_async,
    "group_sum_finish": group_sum_async,
    "Table.group_sum_async": table_group_sum_async,
    "Table.group_sum_finish": table_group_sum_async,
    "apportion_columns_async": apportion_columns_async,
    "apportion_columns_finish": apportion_columns_async,
    "assign_async": assign_async,
    "assign_finish": assign_async,
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
    "Calculator.read_table": read_table,
    "Calculator.read_table_async": read_table,
    "Calculator.read_table_finish": read_table,
    "Calculator.read_table_bytes": read_table,
    "Calculator.describe_table": read_table,
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
