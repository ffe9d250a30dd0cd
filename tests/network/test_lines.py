"""Which facts are lines between bodies, plans and programmes."""

from datetime import date

import pytest

from ecosystem.model import BASES, Dataset, Entity, Fact
from ecosystem.network import stated_lines
from ecosystem.snapshot import Snapshot

NODES = (
    Entity(id="board", label="Board", name="Board"),
    Entity(id="group", label="Board", name="Group"),
    Entity(id="council", label="Organisation", name="Council"),
    Entity(id="director", label="Post", name="Director"),
    Entity(id="plan", label="Strategy", name="Plan", form="plan", end_date="2021"),
    Entity(id="report", label="Strategy", name="Report", form="report"),
    Entity(id="aim", label="Priority", name="Aim"),
    Entity(id="third-sector", label="Constituency", name="Third sector"),
)
DAY = date(2020, 6, 1)


def lines(*facts: Fact, day: date | None = DAY, bases: tuple[str, ...] = BASES) -> set[tuple[str, str]]:
    view = Snapshot.of([*NODES, *facts], Dataset(id="x", title="X", as_of="2020")).on(day, bases)
    return {(fact.subject, fact.object) for fact in stated_lines(view)}


def fact(subject: str, relation: str, other: str, basis: str = "stated", end_date: str = "") -> Fact:
    return Fact(
        id="a", subject=subject, relation=relation, object=other, basis=basis, evidence_date="2018", end_date=end_date
    )


@pytest.mark.parametrize(
    ("subject", "relation", "other"),
    [
        ("group", "REPORTS_TO", "board"), ("council", "OVERSEES", "board"), ("board", "OVERSEES", "third-sector"),
        ("group", "SUPPORTS", "board"), ("plan", "CONTRIBUTES_TO", "report"),
    ],
)  # fmt: skip
def test_bodies_and_plans_are_joined_by_reporting_direction_and_help(subject: str, relation: str, other: str) -> None:
    assert lines(fact(subject, relation, other)) == {(subject, other)}


@pytest.mark.parametrize(
    ("subject", "relation", "other"),
    [
        ("council", "SUPPORTS", "board"), ("director", "SUPPORTS", "board"), ("report", "CONTRIBUTES_TO", "plan"),
        ("plan", "CONTRIBUTES_TO", "aim"), ("council", "MEMBER_OF", "board"),
    ],
)  # fmt: skip
def test_help_of_organisations_posts_and_reports_or_to_an_aim_is_no_line(
    subject: str, relation: str, other: str
) -> None:
    assert lines(fact(subject, relation, other)) == set()


@pytest.mark.parametrize("basis", ["implied", "shown", "inferred"])
def test_what_is_not_stated_is_no_line(basis: str) -> None:
    assert lines(fact("group", "REPORTS_TO", "board", basis)) == set()


def test_a_basis_not_chosen_has_no_lines() -> None:
    assert lines(fact("group", "REPORTS_TO", "board"), bases=("inferred",)) == set()


def test_a_line_to_a_plan_that_has_run_out_stays() -> None:
    assert lines(fact("board", "OVERSEES", "plan"), day=date(2023, 1, 1)) == {("board", "plan")}


def test_a_line_that_ended_itself_does_not_stay() -> None:
    assert lines(fact("board", "OVERSEES", "plan", end_date="2020"), day=date(2023, 1, 1)) == set()


def test_a_line_not_yet_known_on_the_day_is_none() -> None:
    assert lines(fact("group", "REPORTS_TO", "board"), day=date(2010, 1, 1)) == set()
