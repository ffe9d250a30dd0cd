"""A small made-up place of two documents, and what is asked of it."""

from collections.abc import Iterable
from datetime import date

from ecosystem.answers import OLD_AFTER, evidence
from ecosystem.evidence import gaps
from ecosystem.model import BASES, Dataset, Entity, Fact, Row, Source, Statement
from ecosystem.results import Part, Report
from ecosystem.snapshot import Snapshot, View

TODAY = date(2022, 7, 19)
HANDBOOK = Source(id="handbook", code="H", title="Handbook", kind="document", publisher="Council", date="2018",
                  date_basis="printed")  # fmt: skip
MINUTES = Source(id="minutes", code="M", title="Minutes", kind="minutes", publisher="Forum", date="2022-05-01",
                 date_basis="printed")  # fmt: skip

Asked = set[tuple[str, str, str]]


def place(*rows: Row, contact: str = "the office", apex: str = "", words: tuple[str, ...] = ()) -> Snapshot:
    """Return a snapshot of these rows and nothing else."""
    return Snapshot.of(
        rows, Dataset(id="x", title="Place", as_of="2022-07-19", contact=contact, apex=apex, words=words)
    )


def documented(*rows: Row) -> View:
    """Return these rows as they are shown today, beside the two documents they cite."""
    return place(HANDBOOK, MINUTES, *rows).on(TODAY)


def entity(label: str, name: str, at: str = "handbook:1", **more: str) -> Entity:
    """Return an entity whose id is its name in small letters, cited where it is told to be."""
    known = {"id": name.lower().replace(" ", "-")} | more
    return Entity(label=label, name=name, sources=tuple(at.split()), **known)


def board(name: str = "Board", at: str = "handbook:1", **more: str) -> Entity:
    """Return a board."""
    return entity("Board", name, at, **more)


def fact(subject: str, relation: str, target: str, at: str = "handbook:2", **more: str) -> Fact:
    """Return a fact, cited where it is told to be."""
    key = "-".join((subject, relation, target, more.get("role", ""), more.get("basis", ""), more.get("start_date", "")))
    known = {"id": key} | more
    return Fact(subject=subject, relation=relation, object=target, sources=tuple(at.split()), **known)


def inferred(subject: str, relation: str, target: str, **more: str) -> Fact:
    """Return a fact that is our own inference, made in 2022 and cited nowhere."""
    known = {"basis": "inferred", "evidence_date": "2022-07-19", "note": "its name"} | more
    return fact(subject, relation, target, at="", **known)


def said(subject: str, about: str, value: str = "", at: str = "handbook:3", **more: str) -> Statement:
    """Return a statement; without a value its source leaves the point open."""
    known = {"id": f"{subject}-{about}"} | more
    return Statement(subject=subject, property=about, value=value, sources=tuple(at.split()), **known)


def everything_asked(view: View, years: int = 3) -> set[tuple[str, str]]:
    """Return the kind and words of every question, none of which may be asked twice."""
    found = [(gap.kind, gap.worded()) for gap in gaps(view, years)]
    assert len(set(found)) == len(found)
    return set(found)


def asked(kind: str, *rows: Row, on: date | None = TODAY, bases: Iterable[str] = BASES, years: int = 3) -> Asked:
    """Return the questions of one kind, each with what is known instead and where it was looked up."""
    found = gaps(place(HANDBOOK, MINUTES, *rows).on(on, bases), years)
    told = [
        (gap.worded(), gap.known, " ".join(citation for row in gap.spoken_of for citation in row.sources))
        for gap in found
        if gap.kind == kind
    ]
    assert len(set(told)) == len(told)
    return set(told)


ADVICE = entity("Service", "Advice")


def facts(number: int, basis: str = "stated", **more: str) -> list[Fact]:
    """Return so many facts about a service that is beside no body."""
    return [fact("advice", "PART_OF", "b", id=f"{basis}{one}", basis=basis, note="n", **more) for one in range(number)]


def page(*rows: Row, years: int = OLD_AFTER) -> Report:
    """Return the page on these rows as they are shown today, beside the two documents they cite."""
    return evidence(documented(*rows), years)


def part(title: str, report: Report) -> Part:
    """Return the part of a page that has that title."""
    return next(part for part in report.parts if part.title == title)


EVERY_KIND: tuple[Row, ...] = (
    *(board(), board("Lonely"), entity("Organisation", "Trust"), entity("Strategy", "Plan", end_date="2021")),
    *(entity("Programme", "Arc"), entity("Post", "Director"), entity("Constituency", "Sector")),
    *(fact("sector", "MEMBER_OF", "board"), fact("director", "MEMBER_OF", "board"), fact("trust", "ENDORSED", "arc")),
    *(said("trust", "full_name"), inferred("trust", "SUPPORTS", "arc"), Source(id="page", code="P", title="Page")),
)
"""Rows of which something of every kind is asked."""
