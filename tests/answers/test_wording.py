"""Dates, statuses and citations in words."""

from dataclasses import replace
from datetime import date

import pytest

from ecosystem.model import RELATIONS, Dataset, Entity, Fact, Source, Statement
from ecosystem.snapshot import LeftOut, Snapshot
from ecosystem.wording import (
    citations,
    facts_in_words,
    is_plural,
    left_out,
    listed,
    place_in_words,
    verb_of,
    when,
    when_said,
)

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
    assert left_out(LeftOut(), None) == ""
    assert left_out(LeftOut({None: 2}), None) == "Left out in the whole record: 2 facts on another basis."


@pytest.mark.parametrize(
    ("relation", "role", "plural", "past", "past_plural"),
    [
        ("MEMBER_OF", "", "sit on", "sat on", "sat on"),
        ("MEMBER_OF", "chair", "chair", "chaired", "chaired"),
        ("MEMBER_OF", "member", "are members of", "was a member of", "were members of"),
        ("MEMBER_OF", "deputy chair", "are deputy chairs of", "was deputy chair of", "were deputy chairs of"),
        ("MEMBER_OF", "observer", "observe", "observed", "observed"),
        ("REPORTS_TO", "delegated", "act by delegation from", "acted by delegation from", "acted by delegation from"),
        ("OVERSEES", "oversees", "oversee", "oversaw", "oversaw"),
        ("OVERSEES", "regulates", "regulate", "regulated", "regulated"),
        ("OVERSEES", "leads", "lead", "led", "led"),
        ("HOLDS", "", "hold the post of", "held the post of", "held the post of"),
        ("HAS_PRIORITY", "", "have as a priority", "had as a priority", "had as a priority"),
        ("ENDORSED", "", "endorsed", "endorsed", "endorsed"),
        ("SUCCEEDED_BY", "renaming", "were renamed", "was renamed", "were renamed"),
    ],
)
def test_verbs_are_said_of_several_and_of_the_past(
    relation: str, role: str, plural: str, past: str, past_plural: str
) -> None:
    one = fact(relation=relation, role=role)
    assert (verb_of(one, plural=True), verb_of(one, past=True), verb_of(one, plural=True, past=True)) == (
        plural, past, past_plural,
    )  # fmt: skip


def test_no_verb_of_several_keeps_the_ending_of_one() -> None:
    for relation in RELATIONS.values():
        for role in ("", *relation.roles):
            first, *_ = verb_of(fact(relation=relation.name, role=role), plural=True).split()
            assert not first.endswith("s"), (relation.name, role)


def test_a_name_of_several_takes_the_plural() -> None:
    rows = (*ROWS, Entity(id="staff", label="Constituency", name="officers of the board"))
    snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2022"))
    assert facts_in_words(snapshot, fact("staff")) == "officers of the board sit on Board"
    assert facts_in_words(snapshot, fact("gone"), fact("leader")) == "Gone and Leader sit on Board"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("elected members", True), ("people (citizens)", True), ("community of experts", False), ("the NHS", False),
     ("Third Sector", False), ("youth service", False), ("leaders of organisations across Leeds", True)],
)  # fmt: skip
def test_which_constituencies_are_several(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_plural(Entity(id="a", label="Constituency", name=name)) is expected


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("Board", "Area Groups", True), ("Board", "Community Committees", True), ("Board", "Group of Boards", False),
        ("Board", "Directors of Finance Group", False), ("Partnership", "Local Care Partnerships (Leeds)", True),
        ("Partnership", "Neighbourhood Networks", True), ("Partnership", "Third Sector Leeds", False),
        ("Partnership", "Three Partnership Systems", True),
        ("Partnership", "Association of Acute Trusts", False), ("Organisation", "Learning Partnerships", False),
        ("Organisation", "Health Disparities", False), ("Team", "therapists of the trust", True),
        ("Team", "Extended Primary Care Teams", True), ("Team", "Adult Social Care", False),
        ("Strategy", "Future plans", False), ("Board", "group to address challenges", False),
    ],
)  # fmt: skip
def test_which_bodies_are_several(label: str, name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_plural(Entity(id="a", label=label, name=name)) is expected
    assert facts_in_words(
        Snapshot.of((*ROWS, Entity(id="it", label=label, name=name)), SNAPSHOT.dataset), fact("it")
    ).endswith(" sit on Board" if expected else " sits on Board")


LOOKING_BACK = fact("leader", "DELIVERS", evidence_date="2016", start_date="2016")


def test_what_its_sources_speak_of_as_past_is_told_in_the_past_with_both_years() -> None:
    assert facts_in_words(SNAPSHOT, LOOKING_BACK) == "Leader delivered Board"
    assert on("2022-07-19", LOOKING_BACK) == on(None, LOOKING_BACK) == "last confirmed 2016, looked back on in 2018"
    assert on("2015-07-19", LOOKING_BACK) == "not yet begun (2016)"
    ended = replace(LOOKING_BACK, end_date="2017")
    assert on(None, ended) == "until 2017, last confirmed 2016, looked back on in 2018"
    assert on("2022-07-19", ended) == "ended 2017"


@pytest.mark.parametrize(
    "row",
    [
        fact("leader", "DELIVERS"),
        fact("leader", "DELIVERS", evidence_date="2018"),
        fact("leader", "DELIVERS", evidence_date="2016", sources="new:1 old:1"),
        fact("leader", "MEMBER_OF", evidence_date="2016"),
    ],
)
def test_what_a_source_says_of_its_own_day_and_every_seat_is_told_as_standing(row: Fact) -> None:
    assert facts_in_words(SNAPSHOT, row) in {"Leader delivers Board", "Leader sits on Board"}


@pytest.mark.parametrize("day", ["2015-07-19", "2018-07-19", "2022-07-19", None])
def test_a_listing_is_told_by_its_year_and_never_ends(day: str | None) -> None:
    assert on(day, fact("gone", "SHOWN_ON", "new")) == "listed 2018"


def test_our_own_inference_is_judged_and_never_documented() -> None:
    ours = Fact(id="i", subject="leader", relation="MEMBER_OF", object="board", evidence_date="2018", basis="inferred")
    assert when_said(SNAPSHOT.on(date(2022, 7, 19)), ours) == "judged for 2018"
    assert when_said(SNAPSHOT.on(date(2016, 7, 19)), ours) == "date unclear"
