"""What the five documents say of themselves: the page of the evidence, and the questions they leave."""

from ecosystem.answers import ask, evidence, from_files, questions
from ecosystem.model import BASES, BODIES, WITH_SEATS, basis_of
from ecosystem.snapshot import Snapshot

BOARD = "Leeds Health and Wellbeing Board"
HUB = "Leeds Health and Social Care Hub"


def asked(leeds: Snapshot) -> set[tuple[object, object, object]]:
    return {(row[0], row[1], row[2]) for row in questions(leeds.on(leeds.default_day)).rows}


def test_the_page_opens_with_five_documents_and_warns_of_the_one_most_rests_on(leeds: Snapshot) -> None:
    lead = evidence(leeds.on(leeds.default_day)).lead
    assert lead[0].startswith("The record rests on five published documents of 2016 to July 2022.")
    assert lead[1] == "Newest document: 19 July 2022."
    assert lead[-1].endswith("% of the facts rest on one document of about 2018.")


def test_no_document_states_a_line_upward_of_any_table_on_any_day(leeds: Snapshot) -> None:
    assert {basis_of(fact) for fact in leeds.facts.values() if fact.relation == "REPORTS_TO"} == {"inferred"}
    for view in (leeds.on(leeds.default_day), leeds.on(None)):
        silent = next(part for part in evidence(view).parts if part.title == "No stated line upward")
        assert {row[0] for row in silent.rows} == {body.name for body in view.entities if body.label in WITH_SEATS}
        assert silent.lead.endswith("boards and partnerships, sources state of none to whom it reports.")


def test_the_page_counts_what_the_named_questions_count(leeds: Snapshot) -> None:
    records = ask("facts-by-basis", {}, leeds, from_files(leeds)).records()
    counted = [sum(int(str(row["facts"])) for row in records if row["basis"] == basis) for basis in BASES]
    page = next(part for part in evidence(leeds.on(leeds.default_day)).parts if part.title == "On what basis")
    assert [row[1] for row in page.rows] == counted


def test_what_nobody_has_written_down_is_asked_of_whom_it_concerns(leeds: Snapshot) -> None:
    assert asked(leeds) >= {
        ("Migrant Health Board", "chair", "Migrant Health Board: who chairs it?"),
        (BOARD, "line upward", f"{BOARD}: to whom, if to anybody, does it report?"),
        (
            BOARD,
            "successor",
            "Leeds Health and Wellbeing Strategy 2016-2021: is it still in use, and what has followed it?",
        ),
        (
            HUB,
            "several above",
            f"{HUB}: is it meant to answer to {HUB} Steering Group and {HUB} Working Group, and to whom for what?",
        ),
        ("LSAB", "left open", "LSAB: what can you say of its full name, which the source leaves open?"),
        ("Leeds City Council", "holder", "Director of Public Health: who holds the post?"),
        (
            "Leeds City Council",
            "owner",
            "Best Council Plan: do we infer rightly that Leeds City Council owns it?",
        ),
        (
            "Seacroft LCP Design Group",
            "line upward",
            "Seacroft LCP Design Group: do we infer rightly that it reports to Seacroft Local Care Partnership?",
        ),
    }


def test_what_is_known_of_the_boards_plan_comes_with_the_lines(leeds: Snapshot) -> None:
    rows = {row[2]: row[3:] for row in questions(leeds.on(leeds.default_day)).rows}
    known, lines = rows["Leeds Health and Care Plan: who owns it?"]
    assert known == f"{BOARD} gives direction to it"
    assert {"handbook:1450-1454", "handbook:298-301"} <= set(lines)  # type: ignore[arg-type]


def test_who_is_stated_to_chair_or_own_is_not_asked_for(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    chaired = {view.name_of(fact.object) for fact in view.facts_of("MEMBER_OF") if fact.role == "chair"}
    owned = {view.name_of(fact.object) for fact in view.facts_of("OWNS")}
    words = {question for _, _, question in asked(leeds)}
    assert chaired
    assert {f"{name}: who chairs it?" for name in chaired} & words == set()
    assert {f"{name}: who owns it?" for name in owned} & words == set()


def test_questions_are_put_to_bodies_alive_or_to_the_keeper_of_the_record_and_none_twice(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    bodies = {entity.name for entity in view.entities if entity.label in BODIES}
    assert {whom for whom, _, _ in asked(leeds)} - bodies == {leeds.dataset.contact}
    assert len(asked(leeds)) == len(questions(view).rows)
