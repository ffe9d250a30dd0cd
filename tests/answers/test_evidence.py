"""The evidence as a page, and its gaps as questions, on a small made-up place and on Exampleton."""

from collections import Counter
from datetime import date

import pytest

from ecosystem.answers import Part, Report, evidence, questions
from ecosystem.evidence import KINDS, Addressees, gaps
from ecosystem.model import Dataset, Entity, Fact, Row, Source, Statement, basis_of
from ecosystem.snapshot import Snapshot, View

HANDBOOK = Source(id="handbook", code="H", title="Handbook", kind="document", publisher="Council", date="2018",
                  date_basis="printed")  # fmt: skip
MINUTES = Source(id="minutes", code="M", title="Minutes", kind="minutes", publisher="Board", date="2022-05-01",
                 date_basis="printed")  # fmt: skip


def place(*rows: Row) -> Snapshot:
    return Snapshot.of(rows, Dataset(id="x", title="Place", as_of="2022-07-19", contact="the office"))


def board(name: str = "Board", source: str = "handbook:1") -> Entity:
    return Entity(id=name.lower(), label="Board", name=name, sources=(source,))


def fact(subject: str, relation: str, target: str, **more: str) -> Fact:
    sources = (more.pop("source", "handbook:1"),)
    return Fact(id=f"{subject}-{relation}-{target}", subject=subject, relation=relation, object=target,
                sources=() if sources == ("",) else sources, **more)  # fmt: skip


def today(snapshot: Snapshot) -> View:
    return snapshot.on(snapshot.default_day)


def part(report: Report, title: str) -> Part:
    return next(part for part in report.parts if part.title.startswith(title))


def asked(snapshot: Snapshot, kind: str, day: date | None = None) -> set[tuple[str, str]]:
    view = snapshot.on(day) if day else today(snapshot)
    return {(gap.worded(), gap.known) for gap in gaps(view, years=3) if gap.kind == kind}


def test_facts_and_figures_are_counted_by_basis() -> None:
    power = Statement(id="p", subject="board", property="powers", value="none", sources=("handbook:2",))
    snapshot = place(
        HANDBOOK, board(), board("Panel"), power, fact("panel", "PART_OF", "board"),
        fact("panel", "REPORTS_TO", "board", basis="inferred", evidence_date="2018", source="", note="its name"),
    )  # fmt: skip
    rows = {row[0]: row[1:] for row in part(evidence(today(snapshot)), "On what basis").rows}
    assert rows["stated"] == (1, "50%", 1)
    assert rows["our inference, in no document"] == (1, "50%", 0)


def test_a_document_is_counted_once_for_what_cites_it_and_its_parts_and_alone_where_nothing_else_is_cited() -> None:
    glossary = Source(id="handbook-glossary", title="Glossary", kind="document", date="2018")
    snapshot = place(
        HANDBOOK, MINUTES, glossary, board(), board("Panel"),
        Fact(id="a", subject="panel", relation="PART_OF", object="board",
             sources=("handbook:1", "handbook-glossary:2")),
        Fact(id="b", subject="board", relation="OVERSEES", object="panel", sources=("handbook:1", "minutes:2")),
    )  # fmt: skip
    report = evidence(today(snapshot))
    assert {row[0]: row[3] for row in part(report, "In which documents").rows} == {"Handbook": 2, "Minutes": 1}
    assert {row[0]: row[5] for row in part(report, "In which documents").rows} == {"Handbook": 1, "Minutes": 0}


def test_what_was_last_confirmed_when_is_told_by_the_newest_evidence_and_our_inference_confirms_nothing() -> None:
    snapshot = place(
        HANDBOOK, MINUTES, board(), board("Panel"),
        Fact(id="a", subject="panel", relation="PART_OF", object="board", sources=("handbook:1", "minutes:2")),
        fact("panel", "REPORTS_TO", "board", basis="inferred", evidence_date="2022-07-19", source="", note="its name"),
    )  # fmt: skip
    rows = part(evidence(today(snapshot)), "When it was").rows
    assert set(rows) == {("2018", 2, 0, 0), ("1 May 2022", 0, 1, 0)}


@pytest.mark.parametrize(("years", "old"), [(0, {"Board", "Panel"}), (3, {"Board"}), (4, set())])
def test_bodies_are_old_from_the_age_given_on(years: int, old: set[str]) -> None:
    snapshot = place(HANDBOOK, MINUTES, board(), board("Panel", "minutes:1"))
    assert {row[0] for row in part(evidence(today(snapshot), years), "Last confirmed").rows} == old


def test_a_body_with_one_newer_fact_is_not_old() -> None:
    snapshot = place(HANDBOOK, MINUTES, board(), board("Panel"), fact("panel", "PART_OF", "board", source="minutes:1"))
    assert part(evidence(today(snapshot), 3), "Last confirmed").rows == ()


def test_what_a_source_merely_lists_is_joined_to_nothing() -> None:
    snapshot = place(
        HANDBOOK, board(), board("Panel"), board("Forum"),
        fact("board", "SHOWN_ON", "handbook"), fact("panel", "PART_OF", "forum"),
    )  # fmt: skip
    alone = part(evidence(today(snapshot)), "Named, and joined")
    assert {row[1:3] for row in alone.rows} == {("Board", "Handbook")}


def test_only_a_line_that_a_source_gives_ends_the_silence_on_lines_upward() -> None:
    snapshot = place(
        HANDBOOK, board(), board("Panel"), board("Forum"), fact("panel", "REPORTS_TO", "board"),
        fact("forum", "REPORTS_TO", "board", basis="inferred", evidence_date="2018", source="", note="its name"),
    )  # fmt: skip
    rows = part(evidence(today(snapshot)), "No stated line").rows
    assert {(row[0], row[3]) for row in rows} == {("Board", ""), ("Forum", "reports to Board")}


def test_points_left_open_are_listed_with_the_reason() -> None:
    open_point = Statement(
        id="s", subject="board", property="full_name", note="never expanded", sources=("handbook:7",)
    )
    rows = part(evidence(today(place(HANDBOOK, board(), open_point))), "Left open").rows
    assert set(rows) == {("Board", "full name", "never expanded", ("handbook:7",))}


def test_the_page_of_nothing_is_a_page() -> None:
    report = evidence(today(place()))
    assert [len(part.rows) for part in report.parts if part.title != "On what basis"] == [0] * 6
    assert questions(today(place())).empty == "Nothing that could be asked is open."


def test_each_day_and_basis_has_a_page_of_its_own() -> None:
    ended = Entity(id="old", label="Board", name="Old", end_date="2019", sources=("handbook:3",))
    snapshot = place(HANDBOOK, board(), ended, fact("old", "PART_OF", "board", basis="implied"))
    assert "0 facts about 1 entity" in evidence(today(snapshot)).lead[0]
    assert "1 fact about 2 entities" in evidence(snapshot.on(None)).lead[0]
    assert "0 facts about 2 entities" in evidence(snapshot.on(None, ["stated"])).lead[0]


def test_the_numbers_of_the_page_are_those_of_the_record(exampleton: Snapshot) -> None:
    view = exampleton.on(None)
    report = evidence(view)
    assert [row[1] for row in part(report, "On what basis").rows] == [
        sum(basis_of(fact) == basis for fact in exampleton.facts.values())
        for basis in ("stated", "implied", "shown", "inferred")
    ]
    dated = part(report, "When it was").rows
    judged = sum(basis_of(fact) == "inferred" for fact in exampleton.facts.values())
    assert sum(row[2] for row in dated) == len(exampleton.facts) - judged
    assert sum(row[3] for row in dated) == len(exampleton.statements)


def test_a_table_without_a_chair_is_asked_who_chairs_it_until_somebody_does() -> None:
    chair = fact("post", "MEMBER_OF", "board", role="chair")
    post = Entity(id="post", label="Post", name="Director", sources=("handbook:1",))
    assert asked(place(HANDBOOK, board()), "chair") == {("Board: who chairs it?", "")}
    assert asked(place(HANDBOOK, board(), post, chair), "chair") == set()


def test_a_chair_known_only_as_a_person_of_years_ago_is_asked_for_again() -> None:
    person = Entity(id="a-b", label="Person", name="Avery Bell", sources=("handbook:1",))
    snapshot = place(HANDBOOK, board(), person, fact("a-b", "MEMBER_OF", "board", role="chair"))
    assert asked(snapshot, "chair") == {
        ("Board: who chairs it?", "last named 2018; present holder not stated"),
    }
    assert asked(snapshot, "chair", date(2018, 12, 31)) == set()


def test_members_are_asked_for_where_none_is_stated_or_the_list_is_open() -> None:
    open_list = Statement(id="s", subject="panel", property="list_complete", value="no", note="“including”",
                          sources=("handbook:1",))  # fmt: skip
    snapshot = place(HANDBOOK, board(), board("Panel"), open_list, fact("board", "MEMBER_OF", "panel"))
    assert asked(snapshot, "members") == {
        ("Board: who sits on it?", ""),
        ("Panel: who else sits on it?", "“including”"),
    }


def test_a_constituency_is_asked_for_unless_somebody_at_the_table_represents_it() -> None:
    sector = Entity(id="sector", label="Constituency", name="Third Sector", sources=("handbook:1",))
    seat = fact("sector", "MEMBER_OF", "board")
    spoken_for = (fact("panel", "REPRESENTS", "sector"), fact("panel", "MEMBER_OF", "board"))
    assert asked(place(HANDBOOK, board(), sector, seat), "representative") == {
        ("Board: who sits there for Third Sector?", ""),
    }
    assert asked(place(HANDBOOK, board(), board("Panel"), sector, seat, *spoken_for), "representative") == set()


def test_our_own_inference_is_put_as_a_question() -> None:
    line = fact("panel", "REPORTS_TO", "board", basis="inferred", evidence_date="2018", source="", note="its name")
    question = "Panel: do we infer rightly that it reports to Board?"
    assert (question, "") in asked(place(HANDBOOK, board(), board("Panel"), line), "line upward")


@pytest.mark.parametrize("relation", ["OWNS", "COMMISSIONS", "DELIVERS"])
def test_a_plan_is_asked_whose_it_is_unless_somebody_is_responsible(relation: str) -> None:
    plan = Entity(id="plan", label="Strategy", form="plan", name="Plan", sources=("handbook:1",))
    assert asked(place(HANDBOOK, plan), "owner") == {("Plan: who owns it?", "")}
    assert asked(place(HANDBOOK, board(), plan, fact("board", relation, "plan")), "owner") == set()


def test_a_plan_that_has_run_out_is_asked_what_followed_and_its_director_is_asked() -> None:
    plan = Entity(id="plan", label="Strategy", form="plan", name="Plan", end_date="2021", sources=("handbook:1",))
    later = Entity(id="later", label="Strategy", form="plan", name="Later", sources=("minutes:1",))
    snapshot = place(HANDBOOK, MINUTES, board(), plan, later, fact("board", "OVERSEES", "plan"))
    assert asked(snapshot, "successor") == {("Plan: what has followed it?", "ended 2021")}
    assert Addressees(today(snapshot)).asked_of(plan) == "Board"
    assert asked(place(*snapshot, fact("plan", "SUCCEEDED_BY", "later")), "successor") == set()


def test_posts_with_a_seat_are_asked_who_holds_them() -> None:
    post = Entity(id="post", label="Post", name="Director", sources=("handbook:1",))
    seat = fact("post", "MEMBER_OF", "board")
    person = Entity(id="a-b", label="Person", name="Avery Bell", sources=("handbook:1",))
    holds = fact("a-b", "HOLDS", "post")
    last_named = "last named 2018; present holder not stated"
    assert asked(place(HANDBOOK, board(), post, seat), "holder") == {("Director: who holds the post?", "")}
    assert asked(place(HANDBOOK, board(), post, seat, person, holds), "holder") == {
        ("Director: who holds the post?", last_named),
    }


def test_happenings_without_a_day_and_documents_without_a_date_are_asked_for() -> None:
    undated = Source(id="page", code="P", title="Page", kind="document", date="2018", date_basis="estimated")
    snapshot = place(
        HANDBOOK, undated, board(), board("Panel"), fact("panel", "SUCCEEDED_BY", "board", role="renaming")
    )
    assert asked(snapshot, "day") == {("Panel: on which day was this: was renamed Board?", "by 2018")}
    assert asked(snapshot, "document") == {("Page: who published it, and when?", "taken to be of about 2018")}


def test_every_gap_is_a_question_with_somebody_to_ask(exampleton: Snapshot) -> None:
    found = gaps(today(exampleton), years=3)
    rows = questions(today(exampleton)).rows
    assert Counter(row[1] for row in rows) == Counter(gap.kind for gap in found)
    assert {gap.kind for gap in found} <= KINDS.keys()
    assert all(row[0] and str(row[2]).endswith("?") for row in rows)


def test_a_body_is_asked_about_itself_and_what_belongs_to_it() -> None:
    post = Entity(id="post", label="Post", name="Director", sources=("handbook:1",))
    service = Entity(id="s", label="Service", name="Advice", sources=("handbook:1",))
    snapshot = place(HANDBOOK, board(), post, service, fact("post", "PART_OF", "board"))
    entities = snapshot.entities
    view = today(snapshot)
    assert [Addressees(view).asked_of(entities[one]) for one in ("board", "post", "s")] == ["Board", "Board", "Council"]
    assert Addressees(today(place(board("Lonely", "nowhere:1"), service))).asked_of(service) == "the office"
