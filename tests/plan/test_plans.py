"""A plan is a value: pure, kept in a file, known by its content, and refused when the file was damaged or edited."""

import dataclasses
import json

import pytest

from ecosystem.model import Dataset, Entity, Fact, Retired, key_of
from ecosystem.plan import Added, Changed, GraphState, Plan, Removed, applied, plan
from ecosystem.problems import DataProblems, Refused
from ecosystem.snapshot import Snapshot

DATASET = Dataset(id="x", title="X", as_of="2022")
BOARD = Entity(id="board", label="Board", name="Board", sources=("page:1",))
TRUST = Entity(id="trust", label="Organisation", name="Trust", sources=("page:2",))
SEAT = Fact(id="seat", subject="trust", relation="MEMBER_OF", object="board", sources=("page:3",))
GRAPH = Snapshot.of([BOARD, TRUST, SEAT], DATASET)
BASE = GraphState("x", 3, GRAPH.digest)


def test_rows_absent_from_the_files_are_left_as_they_are_and_counted() -> None:
    made = plan(GRAPH, Snapshot.of([BOARD], DATASET), BASE)
    assert made.is_empty
    assert made.left == {"organisations": 1, "memberships": 1}
    assert made.applied_to(GRAPH) == GRAPH


def test_a_plan_leads_to_the_files_and_what_was_left() -> None:
    renamed = dataclasses.replace(BOARD, name="Health Board")
    new = Retired(id="old", on="2020")
    made = plan(GRAPH, Snapshot.of([renamed, new], DATASET), BASE)
    assert set(made.changes) == {Changed(BOARD, renamed), Added(new)}
    after = made.applied_to(GRAPH)
    assert set(after) == {DATASET, renamed, TRUST, SEAT, new}
    assert made.target == after.digest


def test_a_graph_of_another_dataset_is_refused() -> None:
    with pytest.raises(Refused, match="this graph holds `leeds`; the files are `x`"):
        plan(None, GRAPH, GraphState("leeds", 1))


def test_a_plan_reads_back_from_its_file_as_it_was(exampleton: Snapshot) -> None:
    nothing = Snapshot.of([], DATASET)
    for made in (
        plan(None, exampleton),
        plan(GRAPH, nothing, BASE),
        plan(GRAPH, nothing, BASE, removed=[key_of(SEAT)]),
    ):
        assert Plan.from_json(made.to_json()) == made
        assert Plan.from_json(made.to_json()).sha256 == made.sha256


def test_the_same_content_has_the_same_sha256_and_any_other_another(exampleton: Snapshot) -> None:
    one, again = plan(None, exampleton), plan(None, Snapshot.of(reversed(list(exampleton)[1:]), exampleton.dataset))
    assert one.sha256 == again.sha256
    rebased = plan(None, exampleton, GraphState("exampleton", 2))
    shorter = dataclasses.replace(one, changes=one.changes[:-1])
    assert len({one.sha256, rebased.sha256, shorter.sha256}) == 3


@pytest.mark.parametrize("length", [0, 1, 40, 200, -3])
def test_a_damaged_plan_file_is_a_problem_that_names_the_file(length: int) -> None:
    with pytest.raises(DataProblems, match=r"B87 plan\.json.* not a whole plan file") as raised:
        Plan.from_json(plan(None, GRAPH).to_json()[:length])
    assert raised.value.exit_code == 1


def test_an_edited_plan_file_is_a_problem() -> None:
    text = plan(None, GRAPH).to_json().replace('"Trust"', '"Other trust"')
    with pytest.raises(DataProblems, match="the file was changed after the plan was made"):
        Plan.from_json(text)


def test_a_plan_file_of_another_format_is_a_problem() -> None:
    content = json.loads(plan(None, GRAPH).to_json()) | {"format": 99}
    with pytest.raises(DataProblems, match="format"):
        Plan.from_json(json.dumps(content))


def test_a_row_of_no_known_shape_in_a_plan_file_is_a_problem() -> None:
    content = json.loads(plan(None, GRAPH).to_json())
    content["changes"][0]["after"]["title"] = ["not", "a", "text"]
    with pytest.raises(DataProblems, match="B87"):
        Plan.from_json(json.dumps(content))


@pytest.mark.parametrize("relation", ["", "X`:Y", "X]->() DETACH DELETE n //", "Dataset", "$($x)", "``"])
def test_a_relation_that_the_model_has_not_is_a_problem_in_a_plan_file(relation: str) -> None:
    content = json.loads(plan(None, GRAPH).to_json())
    (fact,) = (change for change in content["changes"] if change["record"] == "fact")
    fact["after"]["relation"] = relation
    with pytest.raises(DataProblems, match=r"B87 .*unknown relation"):
        Plan.from_json(json.dumps(content))


def test_a_label_that_the_model_has_not_is_a_problem_in_a_plan_file() -> None:
    content = json.loads(plan(None, GRAPH).to_json())
    entity = next(change for change in content["changes"] if change["record"] == "entity")
    entity["after"]["label"] = "Board`:Y"
    with pytest.raises(DataProblems, match=r"B87 .*unknown label"):
        Plan.from_json(json.dumps(content))


def test_a_plan_never_leaves_a_graph_without_its_dataset() -> None:
    with pytest.raises(Refused):
        Plan("x", BASE, (Removed(DATASET),)).applied_to(GRAPH)
    assert applied(GRAPH, [Removed(DATASET)]) is None


def test_beside_an_update_only_rows_of_its_tables_are_counted_as_left() -> None:
    other = dataclasses.replace(SEAT, id="seat-2", role="chair")
    graph = Snapshot.of([BOARD, TRUST, SEAT, other], DATASET)
    ended = dataclasses.replace(SEAT, end_date="2020")
    laid_over = Snapshot.of([BOARD, TRUST, ended, other], DATASET)
    assert plan(graph, laid_over, BASE, named={(Fact, "seat")}).left == {"memberships": 1}
    assert plan(graph, laid_over, BASE, removed={(Fact, "seat-2")}, named={(Fact, "seat")}).left == {}
    assert plan(None, laid_over, named={(Fact, "seat")}).left == {}
