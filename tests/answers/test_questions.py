"""What nobody has written down, as questions to send."""

from collections import Counter

from audit.made_up import EVERYWHERE
from evidence.made_up import EVERY_KIND, HANDBOOK, TODAY, board, documented, entity, fact, place

from ecosystem import audit
from ecosystem.answers import OLD_AFTER, questions, questions_to_fill_in
from ecosystem.model import Entity, Fact, Row
from ecosystem.snapshot import Snapshot

TRUST = entity("Organisation", "Trust")


def asked(*rows: Row) -> list[tuple[object, object, object]]:
    return [(row[0], row[1], row[2]) for row in questions(documented(*rows)).rows]


def test_every_question_has_whom_to_ask_what_is_known_and_every_line_once() -> None:
    person, seat = (
        entity("Person", "Avery Bell"),
        fact("avery-bell", "MEMBER_OF", "board", role="chair", at="handbook:1 handbook:5"),
    )
    result = questions(documented(board(), person, seat, TRUST, fact("board", "SUPPORTS", "trust", at="minutes:1")))
    assert result.columns == ("ask", "about", "question", "known", "sources")
    assert result.rows[0] == (
        "Board", "chair", "Board: who chairs it?", "named at other times: Avery Bell (2018)",
        ("handbook:1", "handbook:5"),
    )  # fmt: skip
    assert result.sectioned
    assert (result.title, result.origin, result.as_of, result.bases) == ("Questions to ask: Place", "files", TODAY, ())


def test_addressees_stand_in_the_order_of_their_names_whatever_their_case_and_kinds_in_theirs() -> None:
    rows = asked(board("b"), board("A"), board("C"), entity("Programme", "Arc"))
    assert [row[0] for row in rows] == [*["A"] * 4, *["b"] * 4, *["C"] * 4, "Council"]
    assert [row[1] for row in rows[:4]] == ["chair", "members", "line upward", "connection"]


def test_names_that_differ_in_case_alone_stand_apart() -> None:
    rows = asked(board("b", id="x"), board("B", id="y"), entity("Team", "b", id="z"))
    assert [row[0] for row in rows] == [*["B"] * 4, *["b"] * 5]


def test_what_is_asked_is_counted_in_the_lead_by_kind() -> None:
    assert questions(documented(*EVERY_KIND)).lead == (
        "16 questions to 5 addressees: who chairs it (2), who sits on it (1), who sits there for a constituency (1), "
        "to whom it reports (2), what it is for and belongs to (1), whose plan or programme it is (1), "
        "what followed a plan that has run out, or whether it is in use still (1), who holds a post (1), "
        "when something changed (1), "
        "who published a document, and when (1), what else a source leaves open (1), "
        "whether we infer rightly what else we infer (1) and whether what is long unconfirmed is still so (2)."
    )
    assert questions(documented(entity("Programme", "Arc"))).lead == (
        "1 question to 1 addressee: whose plan or programme it is (1)."
    )


def test_thousands_of_questions_are_counted_with_commas() -> None:
    programmes = [entity("Programme", f"Arc {number}") for number in range(1000)]
    assert questions(documented(*programmes)).lead == (
        "1,000 questions to 1 addressee: whose plan or programme it is (1,000)."
    )


def test_where_nothing_is_open_that_is_said() -> None:
    result = questions(place().on(TODAY))
    assert (result.rows, result.lead, result.empty) == ((), "", "Nothing that could be asked is open.")


def test_the_age_asked_for_decides_what_should_be_confirmed() -> None:
    view = documented(TRUST, fact("trust", "PART_OF", "x"))
    assert len(questions(view).rows) == len(questions(view, 3).rows) == 1
    assert questions(view, 4).rows == ()


def test_the_whole_record_is_asked_as_of_the_day_of_the_dataset_also_whom_it_is_asked_of() -> None:
    gone = entity("Organisation", "Gone", end_date="2019")
    plan: Entity = entity("Strategy", "Plan", end_date="2019")
    rows = (HANDBOOK, gone, plan, fact("gone", "OWNS", "plan"), fact("gone", "ENDORSED", "plan"))
    result = questions(place(*rows).on(None))
    assert result.as_of is None
    assert {(row[0], row[1]) for row in result.rows} == {("Council", "successor"), ("Council", "day")}
    assert result.rows == questions(place(*rows).on(TODAY)).rows


def test_every_gap_of_a_dataset_is_one_question_with_somebody_to_ask(exampleton: Snapshot) -> None:
    view = exampleton.on(exampleton.default_day)
    rows = questions(view).rows
    assert Counter((row[1], row[2]) for row in rows) == Counter(
        (gap.kind, gap.worded()) for gap in audit.questions(view, OLD_AFTER)
    )
    assert {bool(row[0]) and str(row[2]).endswith("?") for row in rows} == {True}


def test_what_does_not_fit_together_is_filled_in_where_it_stands_and_what_is_missing_in_a_new_row() -> None:
    rows: dict[str, set[tuple[str, str, str, str]]] = {}
    for question in questions_to_fill_in(EVERYWHERE.on(TODAY), OLD_AFTER):
        if isinstance(question.row, Fact):
            row = (question.row.subject, question.row.relation, question.row.object, question.row.basis)
            rows.setdefault(question.text.partition(":")[2].strip()[:22], set()).add(row)
    assert rows["what became of this: G"] == {("gone", "MEMBER_OF", "one", "")}
    assert rows["is it meant that nobod"] == {("", "MEMBER_OF", "other", ""), ("", "MEMBER_OF", "third", "")}
    assert rows["which of the lines tha"] == {("one", "REPORTS_TO", "other", ""), ("other", "REPORTS_TO", "one", "")}
    assert ("other", "REPORTS_TO", "t", "inferred") in rows["do we infer rightly th"]
