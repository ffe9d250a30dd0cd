"""That nothing is asked twice and nothing dropped; of what day and in which order questions are asked."""

from datetime import date

import pytest
from evidence.made_up import (
    EVERY_KIND,
    HANDBOOK,
    MINUTES,
    TODAY,
    asked,
    board,
    documented,
    entity,
    everything_asked,
    fact,
    inferred,
    place,
    said,
)

from ecosystem.evidence import KINDS, gaps
from ecosystem.model import Code, Row, Statement

TRUST = entity("Organisation", "Trust")
PLAN = entity("Strategy", "Plan", "handbook:7", form="plan")
PROGRAMME = entity("Programme", "Arc", "handbook:7")
RUN_OUT = entity("Strategy", "Plan", end_date="2021")
POST = entity("Post", "Director")
PERSON = entity("Person", "Avery Bell")
FULL_NAME = Code(list="property", code="full_name", title="Full name", position=1)


def open_or_inferred(*rows: Row) -> set[tuple[str, str]]:
    """Return what is asked of rows that another question may have asked already."""
    kinds = {"left open", "our inference", "chair", "members", "line upward", "owner", "representative", "day"}
    return {one for one in everything_asked(documented(*rows)) if one[0] in kinds}


def test_what_a_source_leaves_open_is_asked_by_the_title_of_the_property() -> None:
    open_name = said("trust", "full_name", at="handbook:8", note="never expanded")
    rows = (TRUST, FULL_NAME, open_name, said("trust", "staff", "7000"))
    assert asked("left open", *rows) == {
        ("Trust: what can you say of its full name, which the source leaves open?", "never expanded", "handbook:8"),
    }


def test_a_point_left_open_of_a_source_is_asked_of_the_source() -> None:
    assert asked("left open", said("handbook", "list_complete", note="not said")) == {
        ("Handbook: what can you say of its list complete, which the source leaves open?", "not said", "handbook:3"),
    }


CHAIR_OPEN = said("board", "chair", note="nobody is named")
LIST_OPEN = said("board", "list_complete", note="“including”")
CHAIRS = fact("director", "MEMBER_OF", "board", role="chair")
SITS = fact("trust", "MEMBER_OF", "board")
OPEN_CHAIR = ("left open", "Board: what can you say of its chair, which the source leaves open?")
OPEN_LIST = ("left open", "Board: what can you say of its list complete, which the source leaves open?")
WHO_CHAIRS = ("chair", "Board: who chairs it?")
WHO_SITS = ("members", "Board: who sits on it?")
WHO_ELSE = ("members", "Board: who else sits on it?")
UPWARD = ("line upward", "Board: to whom, if to anybody, does it report?")


@pytest.mark.parametrize(
    ("seats", "questions"),
    [
        ((), {WHO_CHAIRS, WHO_SITS}),
        ((CHAIRS,), {OPEN_CHAIR, WHO_SITS}),
        ((SITS,), {WHO_CHAIRS, WHO_ELSE}),
        ((CHAIRS, SITS), {OPEN_CHAIR, WHO_ELSE}),
    ],
    ids=["nobody", "chair", "member", "both"],
)
def test_an_open_chair_and_an_open_list_of_a_table_are_asked_once_with_or_without_chair_and_members(
    seats: tuple[Row, ...], questions: set[tuple[str, str]]
) -> None:
    assert open_or_inferred(board(), POST, TRUST, CHAIR_OPEN, LIST_OPEN, *seats) == questions | {UPWARD}


def test_an_open_chair_and_an_open_list_of_what_is_no_table_are_asked_as_points_left_open() -> None:
    team = entity("Team", "Board")
    assert open_or_inferred(team, CHAIR_OPEN, LIST_OPEN) == {OPEN_CHAIR, OPEN_LIST}
    assert open_or_inferred(team, CHAIRS, SITS, POST, TRUST, CHAIR_OPEN, LIST_OPEN) == {OPEN_CHAIR, OPEN_LIST}


def test_an_open_chair_of_a_collection_is_not_dropped() -> None:
    collection = entity("Partnership", "Board", form="collection")
    which = ("members", "Board: which belong to it?")
    assert open_or_inferred(collection, CHAIR_OPEN, LIST_OPEN) == {OPEN_CHAIR, which}
    part = fact("trust", "PART_OF", "board")
    others = ("members", "Board: which others belong to it?")
    assert open_or_inferred(collection, TRUST, part, CHAIR_OPEN, LIST_OPEN) == {OPEN_CHAIR, others}


def ours(claim: str, of: str = "Panel") -> tuple[str, str]:
    return "our inference", f"{of}: do we infer rightly that it {claim}?"


def inferences(*rows: Row) -> set[tuple[str, str]]:
    return {one for one in open_or_inferred(*rows) if "infer rightly" in one[1]}


def test_a_line_upward_that_we_infer_is_asked_once_whether_another_is_stated_or_not() -> None:
    rows = (board(), board("Panel"), TRUST, inferred("panel", "REPORTS_TO", "board"))
    assert inferences(*rows) == {("line upward", "Panel: do we infer rightly that it reports to Board?")}
    assert inferences(*rows, fact("panel", "REPORTS_TO", "trust")) == {ours("reports to Board")}


def test_a_line_upward_that_we_infer_of_a_collection_or_a_body_that_is_no_table_is_not_dropped() -> None:
    line = inferred("panel", "REPORTS_TO", "board")
    for panel in (entity("Partnership", "Panel", form="collection"), entity("Team", "Panel")):
        assert inferences(board(), panel, line) == {ours("reports to Board")}


@pytest.mark.parametrize(
    ("row", "claim"),
    [
        (inferred("panel", "OVERSEES", "arc", role="directs"), "gives direction to Arc"),
        (inferred("panel", "PART_OF", "board"), "is part of Board"),
        (inferred("panel", "ENDORSED", "arc"), "endorsed Arc"),
        (inferred("panel", "MEMBER_OF", "board", role="observer"), "observes Board"),
    ],
)
def test_whatever_we_infer_is_asked_beside_the_question_that_it_does_not_answer(row: Row, claim: str) -> None:
    assert inferences(board(), board("Panel"), PROGRAMME, row) == {ours(claim)}


@pytest.mark.parametrize(
    ("row", "kind", "question"),
    [
        (
            inferred("panel", "MEMBER_OF", "board", role="chair"),
            "chair",
            "Board: do we infer rightly that Panel chairs it?",
        ),
        (inferred("panel", "OWNS", "arc"), "owner", "Arc: do we infer rightly that Panel owns it?"),
    ],
)
def test_a_chair_or_owner_that_we_infer_is_asked_instead_of_who_it_is(row: Row, kind: str, question: str) -> None:
    rows = (board(), board("Panel"), PROGRAMME, row)
    assert inferences(*rows) == {(kind, question)}
    assert {known for asked_of, known, _ in asked(kind, *rows) if asked_of == question} == {"its name"}


def test_a_chair_that_we_infer_counts_where_bases_are_chosen_and_inference_is_among_them() -> None:
    rows = (board(), board("Panel"), inferred("panel", "MEMBER_OF", "board", role="chair"))
    assert {one for one, _, _ in asked("chair", *rows, bases=["stated", "inferred"])} == {"Panel: who chairs it?"}


def test_a_seat_that_we_infer_for_a_constituency_is_asked_for_itself_too() -> None:
    sector = entity("Constituency", "Sector")
    assert inferences(board(), sector, inferred("sector", "MEMBER_OF", "board")) == {ours("sits on Board", "Sector")}


def test_what_only_we_say_directs_a_plan_is_not_told_as_known() -> None:
    rows = (board(), PROGRAMME, inferred("board", "OVERSEES", "arc"))
    assert asked("owner", *rows) == {("Arc: who is responsible for it?", "", "handbook:7")}


def test_an_entity_that_we_infer_is_asked_whether_it_exists_with_the_reason() -> None:
    guessed = board("Panel", at="", note="a heading", evidence_date="2018")
    assert asked("our inference", guessed) == {("Panel: do we infer rightly that it exists?", "a heading", "")}


@pytest.mark.parametrize(("unit", "value"), [("people", "7000 people"), ("", "7000")])
def test_a_statement_that_we_infer_is_asked_with_its_value(unit: str, value: str) -> None:
    figure = said(
        "trust", "number_of_staff", "7000", at="", basis="inferred", evidence_date="2018", unit=unit, note="n"
    )
    assert asked("our inference", TRUST, figure) == {
        (f"Trust: do we infer rightly that it has {value} as its number of staff?", "n", ""),
    }


def test_a_point_left_open_on_our_own_judgement_is_asked_once() -> None:
    guessed: Statement = said("panel", "powers", basis="inferred", evidence_date="2018", note="none are named")
    assert inferences(board("Panel"), guessed) == set()
    assert len(asked("left open", board("Panel"), guessed)) == 1


def test_what_we_infer_from_a_source_is_asked_with_its_lines() -> None:
    line = fact("trust", "PART_OF", "board", basis="inferred", at="handbook:8", note="its name")
    assert asked("our inference", TRUST, board(), line) == {
        ("Trust: do we infer rightly that it is part of Board?", "its name", "handbook:8"),
    }


def test_what_rests_on_a_source_is_not_asked_as_our_inference() -> None:
    rows = [fact("trust", "PART_OF", "board", basis=basis) for basis in ("stated", "implied", "shown")]
    assert asked("our inference", TRUST, board(), *rows) == set()


def test_the_whole_record_is_asked_as_of_the_day_of_the_dataset() -> None:
    rows = (HANDBOOK, MINUTES, TRUST, POST, PERSON, RUN_OUT, board(), board("Gone", end_date="2019"), CHAIRS, SITS,
            fact("avery-bell", "HOLDS", "director"))  # fmt: skip
    whole = everything_asked(place(*rows).on(None))
    assert whole == everything_asked(place(*rows).on(TODAY))
    assert {("successor", "Plan: what has followed it?"), ("holder", "Director: who holds the post?"),
            ("still so", "Trust: is it still as recorded here?")} <= whole  # fmt: skip
    assert not any("Gone" in question for _, question in whole)


def test_the_whole_record_is_asked_on_the_bases_chosen() -> None:
    rows = (TRUST, PLAN, fact("trust", "OWNS", "plan", basis="implied"))
    assert asked("owner", *rows, on=None) == set()
    assert asked("owner", *rows, on=None, bases=["stated"]) == {("Plan: who owns it?", "", "handbook:7")}


def test_long_before_anything_is_recorded_a_table_is_asked_for_everything_and_nothing_fails() -> None:
    assert everything_asked(place(HANDBOOK, board(), TRUST, SITS, CHAIRS).on(date(1900, 1, 1)), years=1000) == {
        WHO_CHAIRS,
        WHO_SITS,
        UPWARD,
    }


def test_questions_come_by_kind_in_the_order_of_the_kinds_and_each_kind_is_known() -> None:
    kinds = [gap.kind for gap in gaps(documented(*EVERY_KIND), 3)]
    assert list(dict.fromkeys(kinds)) == list(KINDS)
    assert kinds == sorted(kinds, key=list(KINDS).index)


def test_nothing_is_asked_of_nothing() -> None:
    assert gaps(place().on(None), 3) == ()
