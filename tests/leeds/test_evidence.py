"""What the five documents say of themselves: the page of the evidence, and the questions they leave."""

from ecosystem.answers import ask, evidence, from_files, questions
from ecosystem.model import BASES, WITH_SEATS
from ecosystem.snapshot import Snapshot


def test_the_page_opens_with_five_documents_and_warns_of_the_one_most_rests_on(leeds: Snapshot) -> None:
    lead = evidence(leeds.on(leeds.default_day)).lead
    assert "rests on five published documents of 2016 to July 2022" in lead[0]
    assert lead[1] == "Newest document: 19 July 2022."
    assert lead[2].endswith("of the facts rest on one document of about 2018.")


def test_no_document_states_a_line_upward_of_any_table(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    silent = next(part for part in evidence(view).parts if part.title == "No stated line upward")
    assert {row[0] for row in silent.rows} == {body.name for body in view.entities if body.label in WITH_SEATS}
    assert "state of none" in silent.lead


def test_the_page_counts_what_the_named_questions_count(leeds: Snapshot) -> None:
    records = ask("facts-by-basis", {}, leeds, from_files(leeds)).records()
    counted = [sum(int(str(row["facts"])) for row in records if row["basis"] == basis) for basis in BASES]
    page = next(part for part in evidence(leeds.on(leeds.default_day)).parts if part.title == "On what basis")
    assert [row[1] for row in page.rows] == counted


def test_what_nobody_has_written_down_is_asked_of_whom_it_concerns(leeds: Snapshot) -> None:
    asked = {(row[0], row[2]) for row in questions(leeds.on(leeds.default_day)).rows}
    assert asked >= {
        ("Migrant Health Board", "Migrant Health Board: who chairs it?"),
        ("Leeds Health and Wellbeing Board", "Leeds Health and Wellbeing Board: to whom does it report?"),
        ("Leeds Health and Wellbeing Board", "Leeds Health and Wellbeing Strategy 2016-2021: what has followed it?"),
        ("Leeds City Council", "Executive Member for Adults, Health and Wellbeing: who holds the post?"),
        ("LSAB", "LSAB: what is its full name?"),
    }


def test_each_of_these_questions_has_somebody_to_ask(leeds: Snapshot) -> None:
    rows = questions(leeds.on(leeds.default_day)).rows
    assert all(row[0] and str(row[2]).endswith("?") for row in rows)
