"""The evidence as a page: how it opens and ends, bases, documents and dates; every sentence with none, one and many."""

from datetime import date

import pytest
from evidence.made_up import (
    ADVICE,
    HANDBOOK,
    MINUTES,
    TODAY,
    board,
    documented,
    entity,
    fact,
    facts,
    inferred,
    page,
    part,
    place,
    said,
)

from ecosystem.answers import evidence, questions
from ecosystem.model import BASES, Row, Source
from ecosystem.results import Part
from ecosystem.snapshot import Snapshot, View

TRUST = entity("Organisation", "Trust")
TITLES = (
    "On what basis",
    "In which documents",
    "When it was last confirmed",
    "No stated line upward",
    "Left open",
    "Named, and joined to nothing",
    "Last confirmed before 19 July 2019",
)


def basis(*rows: Row) -> Part:
    return part("On what basis", page(ADVICE, *rows))


def opening(view: View) -> tuple[str, ...]:
    return evidence(view).lead


def test_the_page_has_its_parts_in_order_and_says_of_what_and_when_it_speaks() -> None:
    report = evidence(documented(), 3, origin="here")
    assert tuple(part.title for part in report.parts) == TITLES
    assert (report.title, report.origin, report.as_of, report.bases) == ("The evidence: Place", "here", TODAY, ())
    assert evidence(documented()).parts[-1].title == TITLES[-1]
    assert evidence(documented()).origin == "files"


def test_the_page_opens_with_the_whole_record_then_with_what_is_shown_of_it() -> None:
    gone = entity("Organisation", "Gone", end_date="2019")
    rows = (TRUST, gone, fact("gone", "PART_OF", "trust"), fact("trust", "SUPPORTS", "gone", end_date="2019"),
            fact("trust", "PARTNERS_WITH", "x"), said("trust", "staff", "7"))  # fmt: skip
    assert opening(documented(*rows)) == (
        "The record rests on two sources of 2018 to May 2022. It names 2 entities, with 3 facts and 1 statement.",
        "Newest source: 1 May 2022.",
        "Shown on 19 July 2022: 1 fact.",
        "100% of the facts rest on one document of 2018.",
    )


def test_the_opening_speaks_of_none_and_of_one_as_of_many() -> None:
    nothing = "The record rests on no sources. It names 0 entities, with 0 facts and 0 statements."
    assert opening(place().on(TODAY)) == (nothing, "Shown on 19 July 2022: 0 facts.")
    assert opening(
        place(HANDBOOK, TRUST, fact("trust", "PART_OF", "x"), said("trust", "p"), said("trust", "q")).on(None)
    ) == (
        "The record rests on one published document of 2018. It names 1 entity, with 1 fact and 2 statements.",
        "Newest document: 2018.",
    )


def test_the_opening_says_on_which_bases_the_page_looks() -> None:
    snapshot = place(HANDBOOK, *facts(2), *facts(1, "implied"), *facts(1, "shown"))
    assert opening(snapshot.on(None, ["stated"]))[-1] == "Shown in the whole record, stated only: 2 facts."
    both = snapshot.on(TODAY, ["shown", "stated"])
    assert opening(both)[-1] == "Shown on 19 July 2022, stated and shown only: 3 facts."
    assert (evidence(both).bases, questions(both).bases) == (("stated", "shown"), ("stated", "shown"))


def test_one_document_dominates_by_the_facts_shown_and_not_by_the_record() -> None:
    rows = (HANDBOOK, MINUTES, *facts(3, at="handbook:1", end_date="2019"), *facts(2, "implied", at="minutes:1"))
    warned = {sentence for day in (None, TODAY, date(2018, 12, 31)) for sentence in opening(place(*rows).on(day))[2:]}
    assert warned == {
        "60% of the facts rest on one document of 2018.",
        "Shown on 19 July 2022: 2 facts.",
        "100% of the facts rest on one source of 2022.",
        "Shown on 31 December 2018: 3 facts.",
        "100% of the facts rest on one document of 2018.",
    }
    assert not any("rest on one" in sentence for sentence in opening(place(*rows).on(TODAY, ["shown"])))


def test_the_last_lines_say_what_is_left_out_and_how_much_could_be_asked() -> None:
    assert evidence(place().on(TODAY)).notes == ()
    assert page(fact("a", "PART_OF", "b", end_date="2019")).notes == (
        "Left out on 19 July 2022: 1 fact ended or not yet begun.",
    )
    assert page(entity("Strategy", "Plan", form="plan")).notes == (
        "What is not stated makes 1 question to ask: add --questions to see them.",
    )
    assert page(board()).notes == ("What is not stated makes 4 questions to ask: add --questions to see them.",)


def test_the_age_asked_for_counts_in_the_number_of_questions() -> None:
    rows = (TRUST, fact("trust", "PART_OF", "x"))
    assert page(*rows, years=4).notes == ()
    assert len(page(*rows, years=3).notes) == 1


def test_facts_and_statements_are_counted_by_basis_with_their_share() -> None:
    statement = said("advice", "powers", "none", basis="implied")
    found = basis(*facts(5), *facts(2, "implied"), *facts(1, "inferred"), statement)
    assert found.columns == ("basis", "facts", "share_of_facts", "statements")
    assert found.rows == (
        ("stated", 5, "62%", 0),
        ("implied: follows from the words", 2, "25%", 1),
        ("only shown on a chart or list", 0, "0%", 0),
        ("our inference, in no document", 1, "12%", 0),
    )


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        ((), "No fact is shown."),
        ((said("advice", "p"),), "No fact is shown."),
        (facts(2), "100% of the facts are stated outright. None is our own inference."),
        ([*facts(1), *facts(1, "inferred")], "50% of the facts are stated outright. One is our own inference."),
        (facts(2, "inferred"), "0% of the facts are stated outright. Two are our own inference."),
        (
            [*facts(1), *facts(200, "inferred")],
            "Under 1% of the facts are stated outright. 200 are our own inference.",
        ),
        ([*facts(200), *facts(1, "inferred")], "Over 99% of the facts are stated outright. One is our own inference."),
    ],
)
def test_the_share_that_is_stated_and_the_number_that_we_infer_are_told(rows: list[Row], lead: str) -> None:
    assert basis(*rows).lead == lead


def test_of_bases_chosen_only_those_are_counted_and_one_alone_has_no_share_to_tell() -> None:
    snapshot = place(ADVICE, *facts(1), *facts(1, "implied"), *facts(2, "inferred"))
    one = part("On what basis", evidence(snapshot.on(None, ["inferred"])))
    two = part("On what basis", evidence(snapshot.on(None, ["implied", "stated"])))
    assert (one.lead, one.rows) == (
        "Two are our own inference.",
        (("our inference, in no document", 2, "100%", 0),),
    )
    assert {row[0] for row in two.rows} == {"stated", "implied: follows from the words"}
    assert two.lead == "50% of the facts are stated outright. None is our own inference."


def test_what_cites_a_document_or_its_parts_is_counted_and_what_rests_on_it_alone() -> None:
    glossary = Source(id="handbook-glossary", title="Glossary", date="2018")
    found = part("In which documents", page(
        glossary, TRUST, board(at="handbook-glossary:1 minutes:1"),
        fact("a", "PART_OF", "b", id="1", at="handbook:1 handbook-glossary:2"),
        fact("a", "PART_OF", "b", id="2", at="handbook:1 minutes:2"),
        said("trust", "p", at="minutes:3"), said("trust", "q", at="handbook-glossary:3"),
        said("trust", "r", at="", evidence_date="2018"),
    ))  # fmt: skip
    assert found.columns == ("document", "date", "entities", "facts", "statements", "facts_on_it_alone")
    assert found.rows == (("Handbook", "2018", 2, 2, 1, 1), ("Minutes", "1 May 2022", 1, 1, 1, 0))


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        ((), "0 facts rest on one document alone."),
        ([fact("a", "PART_OF", "b", at="handbook:1 minutes:1")], "0 facts rest on one document alone."),
        (facts(1), "1 fact rests on one document alone."),
        (
            [*facts(2), *facts(1, "inferred", at="", evidence_date="2018")],
            "2 facts rest on one document alone; one rests on none.",
        ),
        (facts(2, "inferred", at="", evidence_date="2018"), "0 facts rest on one document alone; two rest on none."),
    ],
)
def test_the_facts_on_one_document_and_on_none_are_told(rows: list[Row], lead: str) -> None:
    assert part("In which documents", page(ADVICE, *rows)).lead == lead


def test_the_date_of_a_document_is_about_where_it_is_estimated_and_not_stated_where_it_has_none() -> None:
    rows = (
        Source(id="a", code="A", title="A", date="2016", date_basis="estimated"),
        Source(id="b", code="B", title="B"),
    )
    found = part("In which documents", evidence(place(*rows).on(TODAY))).rows
    assert {row[:2] for row in found} == {("A", "about 2016"), ("B", "date not stated")}


COUNTED = "Everything but our own inference is counted by the newest evidence there is of it."


def test_what_is_shown_is_counted_by_its_newest_evidence_and_our_inference_is_not() -> None:
    found = part("When it was last confirmed", page(
        TRUST, board(at="handbook:1 minutes:1"), board("Guess", at="", basis="inferred", evidence_date="2022"),
        fact("trust", "PART_OF", "b"), inferred("trust", "REPORTS_TO", "b"), board("Panel", at="nowhere:1"),
        said("trust", "p", evidence_date="2019-03"), said("trust", "r", at="", note="n", evidence_date="2021"),
    ))  # fmt: skip
    assert found.columns == ("last_confirmed", "entities", "facts", "statements")
    assert found.rows == (
        ("not stated", 1, 0, 0), ("2018", 1, 1, 0), ("March 2019", 0, 0, 1), ("1 May 2022", 1, 0, 0),
    )  # fmt: skip
    assert found.lead == f"The newest evidence is of 1 May 2022. {COUNTED}"


def test_without_a_date_no_newest_evidence_is_told() -> None:
    undated = entity("Organisation", "Trust", at="nowhere:1")
    for rows in ((), (undated,), (undated, inferred("trust", "REPORTS_TO", "b"))):
        assert part("When it was last confirmed", page(*rows)).lead == COUNTED


def test_the_page_counts_the_rows_of_the_record(exampleton: Snapshot) -> None:
    report = evidence(exampleton.on(None))
    bases = part("On what basis", report).rows
    dates = part("When it was last confirmed", report).rows
    assert [sum(int(str(row[column])) for row in bases) for column in (1, 3)] == [41, 3]
    assert (len(exampleton.facts), len(exampleton.statements)) == (41, 3)
    assert [sum(int(str(row[column])) for row in dates) for column in (1, 2, 3)] == [33, 40, 3]
    assert len(bases) == len(BASES)
