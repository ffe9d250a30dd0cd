"""Small records to suppose things of, and what became of their facts."""

import dataclasses
from datetime import date
from typing import Any

from ecosystem.model import Code, Dataset, Entity, Fact, Row, Source
from ecosystem.scenario import Scenario, Step, scenario
from ecosystem.snapshot import Snapshot

DATASET = Dataset(id="x", title="X", as_of="2024-12-31")
PAGE = Source(id="page", title="Page", date="2023")
DAY = date(2024, 6, 30)
EVE = "2024-06-29"


def entity(node_id: str, label: str = "Organisation", **values: Any) -> Entity:
    return Entity(**{"id": node_id, "label": label, "name": node_id.title(), "sources": ("page:1",), **values})


def fact(subject: str, relation: str, other: str, role: str = "", **values: Any) -> Fact:
    made = {"id": f"{other}--{subject}--{relation.lower().replace('_', '-')}", "role": role, "sources": ("page:2",)}
    return Fact(**{"subject": subject, "relation": relation, "object": other, **made, **values})


def seat(subject: str, table: str, role: str = "", **values: Any) -> Fact:
    return fact(subject, "MEMBER_OF", table, role, **values)


def record(*rows: Row) -> Snapshot:
    titles = [
        Code(list="sector", code=one, title=one.title(), position=place) for place, one in enumerate(("nhs", "gps"))
    ]
    return Snapshot.of([PAGE, *titles, *rows], DATASET)


def suppose(rows: list[Row], *steps: Step, day: date = DAY) -> Scenario:
    return scenario(record(*rows).on(day), steps)


def outcomes(found: Scenario, step: int = 1) -> set[tuple[str, tuple[str, ...], str, str]]:
    """Return what a step did: outcome, the ids of the facts before, what stands in their place, and why."""
    return {
        (one.outcome, tuple(each.id for each in one.before), one.after.id if one.after else "", one.why)
        for one in found.taken[step - 1].effects
    }


def ties(found: Scenario) -> set[tuple[str, str, str, str]]:
    """Return the lasting facts shown after: subject, object, role and basis."""
    facts = (one for one in found.after.facts if one.relation != "SUCCEEDED_BY")
    return {(one.subject, one.object, one.role, one.basis or "stated") for one in facts}


replaced = dataclasses.replace
