"""A made-up place in which every rule finds something, and what rules find in places made up by tests."""

from collections.abc import Iterable
from datetime import date

from evidence.made_up import HANDBOOK, MINUTES, TODAY, board, entity, fact, inferred, place

from ecosystem.audit import findings, rules_named
from ecosystem.model import BASES, Row
from ecosystem.snapshot import Snapshot

FRESH = "minutes:1"
"""A place in the minutes of May 2022: what cites it is not old."""


def found(rule: str, *rows: Row, on: date | None = TODAY, bases: Iterable[str] = BASES, years: int = 3) -> set[str]:
    """Return the keys of what one rule finds, without the rule, none of them twice."""
    each = findings(place(HANDBOOK, MINUTES, *rows).on(on, bases), years, rules_named([rule]))
    keys = [finding.key.removeprefix(f"{rule}:") for finding in each]
    assert len(set(keys)) == len(keys)
    return set(keys)


def known(rule: str, *rows: Row) -> set[str]:
    """Return what is known of each finding of one rule."""
    return {one.gap.known for one in findings(place(HANDBOOK, MINUTES, *rows).on(TODAY), 3, rules_named([rule]))}


def seat(member: str, table: str, role: str = "", **more: str) -> Row:
    """Return a seat that the minutes state."""
    return fact(member, "MEMBER_OF", table, FRESH, role=role, **more)


SECTORS = ("nhs", "council")
MEMBERS = tuple(entity("Organisation", name, FRESH, sector=sector) for name, sector in (("T", "nhs"), ("C", "council")))
TWO_SECTORS_AT = (seat("t", "one"), seat("c", "one"), seat("t", "other"), seat("c", "other"))

EVERY_RULE: tuple[Row, ...] = (
    *(board(name, FRESH) for name in ("One", "Other", "Third", "Fourth")),
    *MEMBERS,
    *TWO_SECTORS_AT,
    entity("Organisation", "U", FRESH, sector="universities"),
    *(seat("u", "one"), seat("c", "third"), seat("u", "third")),
    *(fact("one", "REPORTS_TO", "other"), fact("other", "REPORTS_TO", "one")),
    *(fact("third", "REPORTS_TO", "fourth"), fact("third", "OVERSEES", "fourth"), fact("third", "REPORTS_TO", "one")),
    *(inferred("other", "REPORTS_TO", "t"), board("Hopeful", FRESH), inferred("hopeful", "REPORTS_TO", "one")),
    *(board(name, FRESH) for name in ("Fifth", "Sixth", "Seventh")),
    *(
        fact("fifth", "REPORTS_TO", "sixth"),
        fact("sixth", "REPORTS_TO", "seventh"),
        fact("fifth", "OVERSEES", "seventh"),
    ),
    *(entity("Post", "First"), entity("Post", "Second")),
    *(seat("first", "one", "chair"), seat("second", "one", "chair")),
    *(entity("Person", "A B"), entity("Person", "C D")),
    *(fact("a-b", "HOLDS", "first", FRESH), fact("c-d", "HOLDS", "first", FRESH)),
    *(board("Gone", end_date="2019"), fact("gone", "MEMBER_OF", "one")),
    *(entity("Strategy", "Spent", end_date="2021"), fact("one", "OWNS", "spent")),
    *(entity("Strategy", "Left", end_date="2021"), entity("Programme", "Arc")),
    *(entity("LocalCarePartnership", "Vale"), board("Alone")),
    *(entity("Organisation", "Old"), entity("Organisation", "Older"), fact("old", "PARTNERS_WITH", "older")),
)
"""Rows in which every rule finds something."""

EVERYWHERE: Snapshot = place(HANDBOOK, MINUTES, *EVERY_RULE)
