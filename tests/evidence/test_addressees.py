"""Who is asked of what."""

from dataclasses import replace

import pytest
from evidence.made_up import HANDBOOK, MINUTES, TODAY, board, entity, fact, place

from ecosystem.evidence import Addressees
from ecosystem.model import BASES, Entity, Node, Row, Source

TRUST = entity("Organisation", "Trust")
GONE = entity("Organisation", "Gone", end_date="2019")
PLAN = entity("Strategy", "Plan")
POST = entity("Post", "Director")
SERVICE = entity("Service", "Advice")
ENDED = replace(PLAN, end_date="2019")
COUNCIL = entity("Organisation", "City Council", id="council", short_name="Council")


def whom(about: Node, *rows: Row, bases: tuple[str, ...] = BASES, contact: str = "the office") -> str:
    """Return who is asked today about something that is recorded among these rows."""
    snapshot = place(HANDBOOK, MINUTES, *rows, contact=contact)
    asked = {Addressees(snapshot.on(day, bases)).asked_of(about) for day in (TODAY, None)}
    assert len(asked) == 1, "the whole record is asked as of the day of the dataset"
    return asked.pop()


@pytest.mark.parametrize("label", ["Board", "Organisation", "Partnership", "LocalCarePartnership", "Team"])
def test_a_body_is_asked_about_itself_whatever_it_belongs_to(label: str) -> None:
    about = entity(label, "Forum")
    assert whom(about, about, TRUST, fact("forum", "PART_OF", "trust")) == "Forum"


@pytest.mark.parametrize(
    ("about", "link"),
    [
        (POST, fact("director", "PART_OF", "trust")),
        (POST, fact("director", "MEMBER_OF", "trust")),
        (POST, fact("director", "OWNS", "trust")),
        (ENDED, fact("plan", "SUCCEEDED_BY", "trust")),
        (PLAN, fact("trust", "OWNS", "plan")),
        (PLAN, fact("trust", "DELIVERS", "plan")),
        (PLAN, fact("trust", "COMMISSIONS", "plan")),
        (PLAN, fact("trust", "OVERSEES", "plan")),
        (PLAN, fact("trust", "SUPPORTS", "plan")),
        (PLAN, fact("trust", "SUCCEEDED_BY", "plan")),
        (ENDED, fact("trust", "OVERSEES", "plan", end_date="2019")),
    ],
    ids=lambda one: one.relation if not isinstance(one, Entity) else one.id,
)
def test_what_is_no_body_is_asked_of_the_body_beside_it_also_when_it_has_ended(about: Entity, link: Row) -> None:
    assert whom(about, about, TRUST, link) == "Trust"


@pytest.mark.parametrize(
    "link",
    [
        fact("plan", "SUPPORTS", "trust"),
        fact("plan", "CONTRIBUTES_TO", "trust"),
        fact("trust", "PART_OF", "plan"),
        fact("trust", "MEMBER_OF", "plan"),
        fact("trust", "ENDORSED", "plan"),
    ],
    ids=lambda one: f"{one.subject}-{one.relation}",
)
def test_a_body_joined_in_another_way_or_the_other_way_round_is_not_asked(link: Row) -> None:
    assert whom(PLAN, PLAN, TRUST, link) == "Council"


@pytest.mark.parametrize(
    ("nearer", "further"),
    [
        (fact("plan", "PART_OF", "trust", id="2"), fact("plan", "MEMBER_OF", "board", id="1")),
        (fact("plan", "MEMBER_OF", "trust", id="2"), fact("plan", "OWNS", "board", id="1")),
        (fact("plan", "OWNS", "trust", id="2"), fact("plan", "SUCCEEDED_BY", "board", id="1")),
        (fact("plan", "SUCCEEDED_BY", "trust", id="2"), fact("board", "OWNS", "plan", id="1")),
        (fact("trust", "OWNS", "plan", id="2"), fact("board", "DELIVERS", "plan", id="1")),
        (fact("trust", "DELIVERS", "plan", id="2"), fact("board", "COMMISSIONS", "plan", id="1")),
        (fact("trust", "COMMISSIONS", "plan", id="2"), fact("board", "OVERSEES", "plan", id="1")),
        (fact("trust", "OVERSEES", "plan", id="2"), fact("board", "SUPPORTS", "plan", id="1")),
        (fact("trust", "SUPPORTS", "plan", id="2"), fact("board", "SUCCEEDED_BY", "plan", id="1")),
        (fact("trust", "OWNS", "plan", id="1"), fact("board", "OWNS", "plan", id="2")),
    ],
)
def test_of_several_bodies_the_nearest_is_asked_and_of_equals_the_first(nearer: Row, further: Row) -> None:
    assert whom(PLAN, PLAN, TRUST, board(), further, nearer) == "Trust"


def test_what_is_beside_but_no_body_is_not_asked() -> None:
    part = fact("plan", "PART_OF", "arc", id="1")
    programme = entity("Programme", "Arc")
    assert whom(PLAN, PLAN, programme, part) == "Council"
    assert whom(PLAN, PLAN, programme, part, TRUST, fact("trust", "SUPPORTS", "plan", id="2")) == "Trust"
    assert whom(PLAN, PLAN, fact("plan", "PART_OF", "nobody-of-that-id")) == "Council"


def test_a_body_on_a_basis_that_was_not_chosen_is_not_asked() -> None:
    owns = fact("trust", "OWNS", "plan", basis="implied")
    assert whom(PLAN, PLAN, TRUST, owns, bases=("implied",)) == "Trust"
    assert whom(PLAN, PLAN, TRUST, owns, bases=("stated",)) == "Council"


def test_who_has_ended_is_asked_neither_about_others_nor_about_itself() -> None:
    owns = fact("gone", "OWNS", "plan", id="1")
    assert whom(PLAN, PLAN, GONE, owns) == "Council"
    assert whom(PLAN, PLAN, GONE, owns, TRUST, fact("trust", "SUPPORTS", "plan", id="2")) == "Trust"
    assert whom(GONE, GONE) == "Council"
    assert whom(GONE, GONE, TRUST, fact("gone", "SUCCEEDED_BY", "trust")) == "Trust"


def test_who_ends_this_year_is_still_asked() -> None:
    leaving = replace(GONE, end_date="2022")
    assert whom(leaving, leaving) == "Gone"


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ((), "Council"),
        ((COUNCIL,), "City Council"),
        ((COUNCIL, entity("Organisation", "Council", id="other")), "Council"),
        ((entity("Place", "Council", id="place"),), "Council"),
    ],
    ids=["nobody of that name", "a body by its short name", "two of that name", "a place"],
)
def test_the_publisher_of_what_cites_it_is_asked_by_the_name_of_the_body_it_is(
    rows: tuple[Row, ...], asked: str
) -> None:
    assert whom(SERVICE, SERVICE, *rows) == asked


def test_of_several_publishers_the_first_by_name_is_asked() -> None:
    letters = [Source(id=name, code=name, title=name, publisher=f"{name} office") for name in "cafbdgeh"]
    about = entity("Service", "Advice", at="c:1 a:1 f:1 b:1 d:1 g:1 e:1 h:1")
    assert whom(about, about, *letters) == "a office"


def test_a_publisher_that_has_ended_is_not_asked_and_the_next_is() -> None:
    ended = replace(COUNCIL, end_date="2019")
    assert whom(SERVICE, SERVICE, ended) == "the office"
    both = entity("Service", "Advice", at="minutes:1 handbook:1")
    assert whom(both, both, ended) == "Forum"
    assert whom(both, both) == "Council"


def test_a_document_is_asked_of_its_publisher_and_a_part_of_the_publisher_of_the_whole() -> None:
    part = Source(id="handbook-map", title="Map")
    assert whom(HANDBOOK) == whom(part, part) == "Council"
    assert whom(SERVICE, replace(SERVICE, sources=("handbook-map:1",)), part) == "Council"
    assert whom(replace(SERVICE, sources=("handbook-map:1",)), part) == "Council"


UNPUBLISHED = Source(id="letter", code="L", title="Letter")


@pytest.mark.parametrize(
    "about", [UNPUBLISHED, entity("Service", "Advice", at="letter:1"), replace(SERVICE, sources=())]
)
def test_where_nobody_published_it_the_contact_is_asked_and_without_a_contact_the_keeper(about: Node) -> None:
    assert whom(about, about, UNPUBLISHED) == "the office"
    assert whom(about, about, UNPUBLISHED, contact="") == "the keeper of this dataset"
