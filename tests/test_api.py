"""The Python interface answers as the commands do, from files, with typed tables; importing the package stays cheap."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import networkx as nx
import pandas
import pytest
from IPython.testing.globalipapp import get_ipython

import ecosystem
from ecosystem import OpenDataset, answers, open_dataset, server
from ecosystem.answers import TWINS
from ecosystem.model import BASES
from ecosystem.network import graph
from ecosystem.problems import DatabaseUnreachable, DataProblems, EcosystemError, UsageError
from ecosystem.results import Result
from ecosystem.snapshot import Snapshot
from ecosystem.store import Settings, Store
from ecosystem.terminal import render

EXAMPLETON = Path(__file__).parent / "exampleton"


@pytest.fixture(scope="module")
def opened() -> OpenDataset:
    """Return Exampleton as a notebook opens it."""
    return open_dataset(EXAMPLETON)


def test_the_data_that_is_opened_is_the_one_that_the_commands_would_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leeds: Snapshot, exampleton: Snapshot
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_dataset().snapshot == leeds
    monkeypatch.setenv("ECOSYSTEM_DATA", str(EXAMPLETON))
    assert (open_dataset().snapshot, open_dataset().origin) == (
        exampleton,
        "Exampleton health and care (the folder exampleton)",
    )
    with pytest.raises(DataProblems):
        open_dataset(tmp_path / "nowhere")


def test_the_day_and_the_bases_are_the_datasets_own_until_others_are_asked_for(opened: OpenDataset) -> None:
    day = opened.snapshot.default_day
    assert (opened.view.day, opened.view.bases_chosen) == (day, ())
    assert {opened.on(asked).view.day for asked in ("any", None)} == {None}
    assert {opened.on(asked).view.day for asked in ("2023", date(2023, 12, 31))} == {date(2023, 12, 31)}
    assert opened.on("2023", "stated").view.bases_chosen == ("stated",)
    assert [opened.on("2023", bases).view.asks_for_inference for bases in ((), "stated", "inferred", BASES)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert opened.on("2023", ["stated", "shown"]).on().view == opened.view
    assert open_dataset(EXAMPLETON, as_of="2023", basis="implied").view == opened.on("2023", "implied").view


def test_the_graph_at_an_address_is_opened_with_the_same_answers_as_the_files(
    exampleton_graph: Store, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch, opened: OpenDataset
) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    asked = open_dataset("graph", as_of="2023", basis="stated")
    assert (asked.view, asked.origin) == (
        opened.on("2023", "stated").view,
        f"Exampleton health and care (the graph at {neo4j_server.uri})",
    )
    assert asked.ask("chairs").rows == opened.on("2023", "stated").ask("chairs").rows
    monkeypatch.setenv("ECOSYSTEM_DATA", "graph")
    assert open_dataset().snapshot == opened.snapshot


def test_an_empty_graph_is_an_error_with_the_next_step(empty_graph: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", empty_graph.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", empty_graph.password)
    with pytest.raises(EcosystemError, match="the graph is empty\n  fix: load the data with `ecosystem apply`"):
        open_dataset("graph")


def test_without_an_address_the_local_graph_is_opened_if_it_runs(
    exampleton_graph: Store, jars: Path, monkeypatch: pytest.MonkeyPatch, opened: OpenDataset
) -> None:
    monkeypatch.setenv("ECOSYSTEM_HOME", str(jars.parent))
    if not server.status().running:
        pytest.skip("the tests ask another server")
    local = open_dataset("graph")
    assert (local.snapshot, local.origin) == (opened.snapshot, "Exampleton health and care (the local graph)")


def test_a_local_graph_that_does_not_run_is_not_started_but_named() -> None:
    with pytest.raises(DatabaseUnreachable, match="start it with `ecosystem db start`, or set NEO4J_URI"):
        open_dataset("graph")
    assert not server.status().running


@pytest.mark.parametrize(("as_of", "basis"), [("01/04/2018", ()), ("2018", "certain")])
def test_what_is_no_day_or_basis_is_refused_with_what_is(opened: OpenDataset, as_of: str, basis: str) -> None:
    with pytest.raises(UsageError, match=r"write 2018|the bases are stated"):
        opened.on(as_of, basis)


def test_a_question_is_answered_as_the_command_answers_it(opened: OpenDataset, exampleton: Snapshot) -> None:
    runner = answers.from_files(exampleton)
    board = next(fact.object for fact in exampleton.on(date(2023, 12, 31)).facts_of("MEMBER_OF"))
    given = {"body": board, "as_of": "2023-12-31", "bases": "stated implied"}
    expected = answers.ask("who-sits-on", given, exampleton, runner, origin=opened.origin)
    assert expected.rows
    assert opened.on("2023", ["stated", "implied"]).ask("who-sits-on", body=board) == expected
    asked = opened.ask("who-sits-on", body=board, as_of=date(2023, 12, 31), bases=["stated", "implied"])
    assert asked == expected


def test_values_of_python_mean_what_is_written_on_the_command_line(opened: OpenDataset) -> None:
    chairs = opened.on("any").ask("chairs").rows
    assert opened.ask("chairs", body=None, as_of=None).rows == opened.ask("chairs", as_of="any").rows == chairs
    shared = {number: opened.ask("shared-boards", min_shared=number).rows for number in (1, 2)}
    assert len(shared[1]) > len(shared[2])


def test_an_unknown_question_is_answered_with_calls_of_the_nearest(opened: OpenDataset) -> None:
    with pytest.raises(UsageError, match=r'\n    ask\("shared-boards"\)    Which organisations'):
        opened.ask("shared board")
    with pytest.raises(UsageError, match=r'\n    ask\("timeline", entity="…"\)    What is dated'):
        opened.ask("time line")


def test_an_answer_prints_as_the_table_that_the_command_prints(opened: OpenDataset) -> None:
    for answer in (opened.ask("chairs"), opened.evidence()):
        assert f"{answer}\n" == render(answer)
        assert str(answer).splitlines()[-1].startswith("From Exampleton health and care (the folder exampleton), on ")


def test_a_table_of_pandas_keeps_what_has_to_be_known_to_read_it(opened: OpenDataset) -> None:
    chairs = opened.on("2023", "stated").ask("chairs")
    assert chairs.to_pandas().attrs == {
        "title": chairs.title, "origin": opened.origin, "as_of": "2023-12-31", "bases": ["stated"],
        "notes": list(chairs.notes),
    }  # fmt: skip
    nothing, page = opened.on(date(1900, 1, 1)).ask("chairs"), opened.evidence()
    assert nothing.to_pandas().attrs["notes"] == [nothing.empty, *nothing.notes]
    assert page.to_pandas().attrs["notes"] == list(page.notes)
    assert opened.on("any").ask("chairs").to_pandas().attrs["as_of"] is None


def test_what_else_the_commands_look_up_is_looked_up(opened: OpenDataset, exampleton: Snapshot) -> None:
    view = exampleton.on(exampleton.default_day)
    name = next(iter(exampleton.entities.values())).name
    assert opened.find(name) == answers.find(exampleton, name, opened.origin)
    assert opened.show(name) == answers.show(view, name, opened.origin)
    assert opened.evidence() == answers.evidence(view, origin=opened.origin)
    assert opened.questions() == answers.catalogue()
    table, member = next((fact.object, fact.subject) for fact in view.facts_of("MEMBER_OF"))
    assert opened.members(table) == answers.members(view, table, opened.origin)
    assert opened.path(member, table) == answers.path(view, member, table, opened.origin)
    between = answers.changes(exampleton.on(date(2023, 12, 31)), date(2020, 12, 31), opened.origin)
    assert opened.changes("2020", date(2023, 12, 31)) == between


@pytest.mark.parametrize(("earlier", "later"), [("2020", "2020"), ("2021", "2020"), ("any", "2020"), ("2020", "any")])
def test_changes_lie_between_an_earlier_day_and_a_later_one(opened: OpenDataset, earlier: str, later: str) -> None:
    with pytest.raises(UsageError, match="the earlier one first"):
        opened.changes(earlier, later)


def test_the_network_is_of_what_is_shown(opened: OpenDataset, exampleton: Snapshot) -> None:
    assert nx.utils.graphs_equal(opened.on("2023").network(), graph(exampleton.on(date(2023, 12, 31))))
    seats = opened.network("MEMBER_OF").edges(data="relation")
    assert {relation for *_, relation in seats} == {"MEMBER_OF"}


def test_a_relation_that_there_is_not_is_refused_with_the_nearest(opened: OpenDataset) -> None:
    with pytest.raises(UsageError, match=r"no relation `OVERSEE`\n  fix: did you mean `OVERSEES`\?"):
        opened.network("MEMBER_OF", "OVERSEE")


def test_the_columns_of_every_answer_have_types_even_where_it_is_empty(opened: OpenDataset) -> None:
    types = {"string": "string", "integer": "Int64", "list": "object", "boolean": "boolean", "date": "datetime64[s]"}
    for name in TWINS:
        header = ecosystem.queries.library()[name].header
        values = {each.name: _entity(opened.snapshot) for each in header.parameters if each.default is None}
        values |= {"earlier": "1900"} if header.parameter("earlier") else {}
        kinds = {each.name: each.kind for each in header.parameters}
        for day in ("any", "1901") if kinds["as_of"] == "date" else ("1901",):
            table = opened.on(day).ask(name, **values).to_pandas()
            expected = {column.name: types[column.kind] for column in header.returns}
            assert table.dtypes.astype(str).to_dict() == expected


def _entity(snapshot: Snapshot) -> str:
    return next(entity.id for entity in snapshot.entities.values() if entity.label == "Board")


def test_a_table_holds_the_rows_as_they_are_and_a_missing_value_as_missing(opened: OpenDataset) -> None:
    result = Result(
        title="", columns=("day", "number", "share", "known", "mixed"), origin="",
        rows=((date(2018, 4, 1), 1, 0.5, True, "a"), (None, None, None, None, 2)),
    )  # fmt: skip
    table = result.to_pandas()
    expected = {"day": "datetime64[s]", "number": "Int64", "share": "Float64", "known": "boolean", "mixed": "object"}
    assert table.dtypes.astype(str).to_dict() == expected
    assert table.iloc[0].tolist() == [pandas.Timestamp(2018, 4, 1), 1, 0.5, True, "a"]
    assert table.iloc[1].isna().tolist() == [True, True, True, True, False]
    chairs = opened.ask("chairs")
    assert [tuple(row) for row in chairs.to_pandas().itertuples(index=False)] == list(chairs.rows)
    report = opened.evidence().to_pandas()
    assert set(report["part"]) == {part.title for part in opened.evidence().parts if part.rows}


def test_a_structure_is_analysed_as_the_command_does(opened: OpenDataset) -> None:
    view = opened.view
    assert opened.analyse("layers") == answers.analyse(view, "layers", opened.origin)
    assert opened.analyse() == answers.analyse(view, origin=opened.origin)
    since = answers.analyse_since(view, date(2022, 12, 31), "layers", opened.origin)
    assert opened.analyse("layers", since="2022") == opened.analyse("layers", since=date(2022, 12, 31)) == since
    assert opened.analyses() == answers.analyses()


def test_a_record_is_audited_as_the_command_does_and_stands_to_a_baseline(opened: OpenDataset, tmp_path: Path) -> None:
    report = opened.audit("sector-missing")
    assert report.parts == answers.audit(opened.view, ["sector-missing"]).parts
    known = tmp_path / "known.csv"
    known.write_text("finding,reason\nsector-missing:north-vale-lcp:nhs,by its terms\n", encoding="utf-8")
    parts = {part.title: part.rows for part in opened.audit("sector-missing", baseline=known).parts}
    assert {row[1] for row in parts["Note: sector-missing"]} == {
        ("delivery-group", "third-sector"),
        ("health-board", "gps"),
    }
    assert [row[-1] for row in parts["Accepted"]] == ["by its terms"]
    assert len(opened.audit_rules().rows) == 19
    with pytest.raises(UsageError, match="did you mean `loop`"):
        opened.audit("lopp")
    with pytest.raises(DataProblems):
        opened.audit(baseline=tmp_path / "nowhere.csv")


def test_an_analysis_that_is_none_is_refused_with_the_nearest(opened: OpenDataset) -> None:
    with pytest.raises(UsageError, match="ecosystem analyse layers"):
        opened.analyse("layrs")
    with pytest.raises(UsageError, match="the whole record is none"):
        opened.analyse("layers", since="any")


def test_without_pandas_a_table_is_refused_with_how_to_install_it(
    opened: OpenDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ecosystem.problems.EcosystemError, match=f"`{re.escape(sys.executable)} -m pip install pandas`"):
        opened.ask("chairs").to_pandas()


def test_in_a_notebook_an_answer_shows_as_a_table_with_its_origin(opened: OpenDataset) -> None:
    shell = get_ipython()
    assert shell is not None
    shell.display_formatter.active_types = ["text/plain", "text/markdown"]
    open_dataset(EXAMPLETON)
    shown, _ = shell.display_formatter.format(opened.ask("chairs"))
    assert shown["text/markdown"].startswith("## Who chairs which body?")
    assert "From Exampleton health and care (the folder exampleton)" in shown["text/markdown"]


def test_importing_the_package_imports_nothing_that_is_slow() -> None:
    code = "import sys, ecosystem; print({'pydantic', 'networkx', 'neo4j', 'pandas', 'rich'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "set()"
    with pytest.raises(AttributeError, match="no attribute 'open_graph'"):
        ecosystem.open_graph  # noqa: B018 - the attribute is what is tested
