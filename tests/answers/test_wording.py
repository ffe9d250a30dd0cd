"""Dates, statuses and citations in words."""

from datetime import date

import pytest

from ecosystem.model import Dataset, Entity, Fact, Source, Statement
from ecosystem.snapshot import Snapshot
from ecosystem.wording import citations, left_out, listed, place_in_words, when

ROWS = (
    Source(id="old", title="Old page", date="2016"),
    Source(id="new", title="New page", date="2018"),
    Entity(id="board", label="Board", name="Board", sources=("new:1",)),
    Entity(id="gone", label="Board", name="Gone", end_date="2018-04", sources=("new:1",)),
    Entity(id="leader", label="Post", name="Leader", sources=("old:1",)),
    Entity(id="person", label="Person", name="A Person", sources=("old:1",)),
)
SNAPSHOT = Snapshot.of(ROWS, Dataset(id="x", title="X", as_of="2022-07-19"))


def fact(subject: str = "leader", relation: str = "MEMBER_OF", target: str = "board", **values: str) -> Fact:
    sources = tuple(values.pop("sources", "new:1").split())
    return Fact(id="f", subject=subject, relation=relation, object=target, sources=sources, **values)


def on(day: str | None, row: Fact | Entity | Statement) -> str:
    return when(SNAPSHOT.on(date.fromisoformat(day) if day else None), row)


@pytest.mark.parametrize(
    ("day", "row", "words"),
    [
        ("2018-06-01", fact(), "documented 2018"),
        ("2022-07-19", fact(), "last confirmed 2018"),
        ("2017-06-01", fact(sources="old:1 new:2"), "documented 2016 to 2018"),
        ("2017-06-01", fact(), "date unclear"),
        ("2022-07-19", fact(start_date="2013-04"), "since April 2013, last confirmed 2018"),
        ("2022-07-19", fact(start_date="2013-04", end_date="2018-04"), "ended April 2018"),
        ("2018-04-10", fact(start_date="2013-04", end_date="2018-04"), "date unclear (April 2013 to April 2018)"),
        ("2012-01-01", fact(start_date="2013-04"), "not yet begun (April 2013)"),
        ("2022-07-19", fact(target="gone"), "ended April 2018"),
        (
            "2022-07-19",
            fact("person", "HOLDS", "leader", sources="old:1"),
            "last named 2016; present holder not stated",
        ),
        ("2022-07-19", fact("person", "PART_OF", sources="old:1"), "last named 2016"),
        ("2017-06-01", fact("person", "HOLDS", "leader", sources="old:1"), "last confirmed 2016"),
        ("2022-07-19", fact("board", "ENDORSED", start_date="2016-04-20"), "20 April 2016"),
        ("2022-07-19", fact("board", "SUCCEEDED_BY"), "day not stated, documented 2018"),
        ("2015-07-19", fact("board", "ENDORSED", start_date="2016-04-20"), "not yet begun (20 April 2016)"),
        (None, fact(start_date="2013-04", end_date="2018-04"), "April 2013 to April 2018, documented 2018"),
        (None, fact(end_date="2018-04", sources=""), "until April 2018"),
        ("2022-07-19", SNAPSHOT.entities["gone"], "ended April 2018"),
        ("2022-07-19", Statement(id="s", subject="board", property="staff", sources=("new:1",)), "last confirmed 2018"),
        ("2022-07-19", fact(sources=""), "date unclear"),
    ],
)
def test_what_may_be_said_of_a_day(day: str | None, row: Fact | Entity | Statement, words: str) -> None:
    assert on(day, row) == words


def test_citations_of_one_source_stand_together() -> None:
    assert citations(SNAPSHOT, fact(sources="new:1 old:p2 new:5-7")) == "New page, lines 1, 5-7; Old page, page 2"


def test_a_citation_of_an_unknown_source_or_no_place_is_still_readable() -> None:
    assert citations(SNAPSHOT, fact(sources="lost:3 new")) == "lost, line 3; New page"


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("p12", "page 12"),
        ("p1-3", "pages 1-3"),
        ("s4.2", "section 4.2"),
        ("item7", "item 7"),
        ("annex", "annex"),
        ("", ""),
    ],
)
def test_places_in_words(locator: str, words: str) -> None:
    assert place_in_words(locator) == words


def test_lists_in_a_sentence() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"])] == ["", "a", "a and b"]


def test_nothing_left_out_says_nothing() -> None:
    assert left_out({}, None) == ""
    assert left_out({None: 2}, None) == "Left out in the whole record: 2 facts on another basis."
