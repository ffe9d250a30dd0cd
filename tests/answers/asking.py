"""What the tests of the named questions share: who is who in Exampleton, and rows to add to it."""

from collections.abc import Callable

from ecosystem.answers import Cell
from ecosystem.model import Fact, Statement

COUNCIL, HOSPITALS, COMMUNITY = (
    "Exampleton Council", "Exampleton Hospitals NHS Foundation Trust", "Exampleton Community NHS Trust",
)  # fmt: skip
BOARD, DELIVERY, FINANCE = "Exampleton Health Board", "Exampleton Delivery Group", "Exampleton Finance Group"
PARTNERSHIP = "Exampleton Health and Care Partnership"
NORTH, SOUTH, HILL = (f"{name} Local Care Partnership" for name in ("North Vale", "South Vale", "Hill & Moor"))
PANEL, DIGITAL = "Scrutiny Panel (Health)", "Digital Panel"
HEALTH, CHIEF = "Director of Public Health", "Chief Executive, Exampleton Hospitals"
STRATEGY, PLAN, ESTATES = "Exampleton Health Strategy 2022-2025", "Digital Plan", "Estates Plan 2015-2019"

Answered = Callable[..., set[tuple[Cell, ...]]]


def fact(subject: str, relation: str, target: str, at: str = "minutes-2024:item2", **more: str) -> Fact:
    """Return a fact, cited where it is told to be."""
    key = "--".join((target, subject, relation, *more.values())).lower().replace("_", "-").replace(" ", "-")
    return Fact(
        **({"id": key, "subject": subject, "relation": relation, "object": target} | more), sources=tuple(at.split())
    )


def complete(table: str, value: str, row_id: str = "z") -> Statement:
    """Return what is said of whether a list of members is complete."""
    return Statement(id=row_id, subject=table, property="list_complete", value=value, sources=("minutes-2024:item2",))
