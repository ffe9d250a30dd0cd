"""Which documents a record rests on, from when they are, and whether one of them dominates."""

from dataclasses import replace

import pytest
from evidence.made_up import HANDBOOK, MINUTES, board, fact, place

from ecosystem.evidence import Documents, documents_in_words, dominance, newest_document, size_of, years_of
from ecosystem.model import Fact, Source
from ecosystem.wording import share_in_words


def source(name: str, code: str = "", date: str = "2018", **more: str) -> Source:
    return Source(id=name, code=code, title=name, date=date, **more)


def wholes(*sources: Source) -> set[tuple[str, str]]:
    return {(part, whole.id) for part, whole in Documents.of(place(*sources)).by_source.items()}


def dated(*dates: str) -> list[Source]:
    return [source(f"s{number}", code="x", date=date) for number, date in enumerate(dates)]


def resting(*citations: str, **more: str) -> str:
    """Return the warning about a record of the handbook, perhaps another kind of document, and the minutes."""
    facts = [fact("a", "PART_OF", "b", at=cited, id=str(number)) for number, cited in enumerate(citations)]
    return dominance(Documents.of(place(replace(HANDBOOK, **more), MINUTES)), facts)


def test_a_source_without_a_code_is_part_of_the_coded_one_whose_id_its_own_begins_with() -> None:
    assert wholes(source("handbook", "1"), source("handbook-glossary"), source("letter")) == {
        ("handbook", "handbook"),
        ("handbook-glossary", "handbook"),
        ("letter", "letter"),
    }


def test_the_size_of_a_dataset_tells_documents_from_their_parts() -> None:
    one = place(board(), HANDBOOK)
    assert size_of(one) == "1 entity, 0 facts, 0 statements and 1 source"
    assert size_of(place(source("book", "1"), source("book-map"))).endswith("2 sources (one source and one part of it)")
    books = [
        replace(source(name, code), kind="document")
        for name, code in (("a", "1"), ("b", "2"), ("a-c", ""), ("b-d", ""))
    ]
    assert size_of(place(*books)).endswith("4 sources (two published documents and two parts of them)")


def test_of_ids_that_begin_alike_the_longest_is_the_whole_and_a_coded_source_is_nobodys_part() -> None:
    assert wholes(source("book", "1"), source("book-two", "2"), source("book-two-map"), source("book-map")) == {
        ("book", "book"),
        ("book-two", "book-two"),
        ("book-two-map", "book-two"),
        ("book-map", "book"),
    }


def test_an_id_that_merely_begins_with_the_same_letters_is_no_part_and_an_uncoded_source_has_no_parts() -> None:
    assert wholes(source("book", "1"), source("bookshop"), source("letter"), source("letter-two")) == {
        (one, one) for one in ("book", "bookshop", "letter", "letter-two")
    }


def test_the_documents_stand_oldest_first_those_of_one_date_by_id_and_without_their_parts() -> None:
    of_a_year = Documents.of(place(*(source(name, "1") for name in "cafbdgeh"))).all
    assert "".join(document.id for document in of_a_year) == "abcdefgh"
    found = Documents.of(place(source("b", "1", "2020"), source("c", "2", "2016"), source("a", "3", "2020"),
                               source("a-map", date="2010")))  # fmt: skip
    assert [document.id for document in found.all] == ["c", "a", "b"]


def test_a_row_cites_a_document_itself_or_by_a_part_and_what_is_not_recorded_is_none() -> None:
    documents = Documents.of(place(HANDBOOK, MINUTES, source("handbook-glossary")))
    assert documents.cited_by(board(at="handbook:1 handbook-glossary:2 nowhere:3")) == {HANDBOOK}
    assert documents.cited_by(board(at="handbook-glossary minutes:2")) == {HANDBOOK, MINUTES}


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "no sources"),
        (("document",), "one published document"),
        (("document", "document"), "two published documents"),
        (("minutes",), "one source"),
        (("document", "minutes"), "two sources"),
    ],
)
def test_documents_are_counted_by_what_they_all_are(kinds: tuple[str, ...], words: str) -> None:
    assert documents_in_words([source(str(number), kind=kind) for number, kind in enumerate(kinds)]) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((), ""),
        (("",), ""),
        (("2018",), "2018"),
        (("2018-04-01",), "2018"),
        (("2018-01", "2018-04"), "2018"),
        (("2020", "2016-05-03", ""), "2016 to 2020"),
        (("2016", "2022-07-19", "2022-07"), "2016 to July 2022"),
        (("2022-07", "2022"), "2022"),
        (("2021", "2022-07", "2022"), "2021 to 2022"),
    ],
)
def test_the_years_of_documents_run_from_the_oldest_to_the_newest_that_is_dated(
    dates: tuple[str, ...], words: str
) -> None:
    assert years_of(dated(*dates)) == words


def test_the_newest_document_is_dated_as_precisely_as_it_is() -> None:
    assert newest_document([]) == newest_document(dated("", "")) == ""
    assert newest_document(dated("2022-07-19", "2016", "")) == "Newest source: 19 July 2022."
    assert newest_document(dated("2022", "2022-07-19")) == "Newest source: 2022."
    assert newest_document([HANDBOOK]) == "Newest document: 2018."


def test_a_document_dominates_when_more_than_half_of_the_facts_rest_on_it() -> None:
    assert resting("handbook", "handbook", "minutes") == "67% of the facts rest on one document of 2018."
    assert resting("handbook", "minutes", "minutes") == "67% of the facts rest on one source of 2022."
    assert resting("handbook", "minutes") == ""
    assert resting("handbook", "handbook", "", "") == ""
    assert resting("handbook", "handbook minutes", "minutes handbook", "minutes minutes handbook handbook") == (
        "100% of the facts rest on one document of 2018."
    )


def test_what_dominates_by_all_but_a_trifle_is_not_rounded_to_all() -> None:
    assert resting(*["handbook"] * 999, "minutes") == "Over 99% of the facts rest on one document of 2018."


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"date_basis": "estimated"}, "one document of about 2018."),
        ({"date_basis": "derived", "date": "2018-04-01"}, "one document of 2018."),
        ({"date_basis": "estimated", "date": ""}, "one document."),
        ({"kind": "register"}, "one register of 2018."),
        ({"kind": "correspondence"}, "one source of 2018."),
        ({"kind": ""}, "one source of 2018."),
    ],
)
def test_what_dominates_is_called_what_it_is_and_dated_no_better_than_it_is(more: dict[str, str], words: str) -> None:
    assert resting("handbook", **more) == f"100% of the facts rest on {words}"


def test_nothing_dominates_where_there_is_but_one_document_or_none_is_cited() -> None:
    facts: list[Fact] = [fact("a", "PART_OF", "b")]
    assert dominance(Documents.of(place(HANDBOOK)), facts) == ""
    assert dominance(Documents.of(place(HANDBOOK, source("handbook-glossary"))), facts) == ""
    assert dominance(Documents.of(place(HANDBOOK, MINUTES)), []) == ""
    assert resting("", "nowhere:1") == ""


@pytest.mark.parametrize(
    ("number", "whole", "words"),
    [
        (0, 0, "0%"), (0, 5, "0%"), (5, 5, "100%"), (1, 3, "33%"), (1, 100, "1%"), (1, 101, "under 1%"),
        (99, 100, "99%"), (100, 101, "over 99%"), (1, 2, "50%"),
    ],
)  # fmt: skip
def test_a_share_is_never_rounded_to_none_or_all(number: int, whole: int, words: str) -> None:
    assert share_in_words(number, whole) == words
