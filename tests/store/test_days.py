"""One line of plain Cypher shows on a day what `.on(day)` shows, also after an end or a source has changed."""

import dataclasses
import random
from datetime import date

import pytest

from ecosystem.model import RELATIONS, Dataset, Entity, Fact, Source, Statement
from ecosystem.plan import plan
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Store

pytestmark = pytest.mark.neo4j

DATES = ("", "", "2014", "2016", "2016-05", "2016-05-17", "2018", "2018-04", "2018-04-01", "2020-02-29", "2021")
DAYS = [
    date(year, month, day) for year in range(2013, 2024) for month, day in ((1, 1), (2, 28), (4, 1), (5, 17), (12, 31))
]
ONE_LINE = """
MATCH (:Entity)-[r]->(:Entity)
WHERE $as_of IS NULL OR r.holds_from <= $as_of <= r.holds_until
RETURN r.id ORDER BY r.id
"""
OF_STATEMENTS = "MATCH (s:Statement) WHERE s.holds_from <= $as_of <= s.holds_until RETURN s.id ORDER BY s.id"
ALIVE = "MATCH (n:Entity) WHERE NOT n:Source AND n.may_from <= $as_of <= n.may_until RETURN n.id ORDER BY n.id"


def random_rows(seed: int, facts: int) -> Snapshot:
    """Return made-up rows with dates of every precision, some of them people, some citing sources, some neither."""
    choose = random.Random(seed)
    sources = [Source(id=f"source-{n}", title=f"Source {n}", date=choose.choice(DATES[2:])) for n in range(4)]
    cited = lambda: tuple(f"{source.id}:1" for source in choose.sample(sources, choose.randint(0, 2)))  # noqa: E731
    days = lambda: {name: choose.choice(DATES) for name in ("start_date", "end_date", "evidence_date")}  # noqa: E731
    entities = [
        Entity(id=f"e{n}", label="Person" if n % 3 == 0 else "Board", name=f"E {n}", sources=cited(), **days())
        for n in range(60)
    ]
    ids = [entity.id for entity in entities]
    relations = sorted(RELATIONS.keys() - {"SHOWN_ON"})
    made = [
        Fact(id=f"f{n}", subject=a, relation=choose.choice(relations), object=b, sources=cited(), **days())
        for n, (a, b) in enumerate(zip(choose.choices(ids, k=facts), choose.choices(ids, k=facts), strict=True))
    ]
    figures = [Statement(id=f"s{n}", subject=choose.choice(ids), property="p", **days()) for n in range(60)]
    return Snapshot.of([*sources, *entities, *made, *figures], Dataset(id="x", title="X", as_of="2022"))


def bring(store: Store, files: Snapshot, entry: Entry) -> None:
    graph = store.snapshot()
    store.apply(plan(graph, files, store.state()), graph, entry)


def disagreements(store: Store, snapshot: Snapshot) -> set[tuple[date | None, str, str]]:
    """Return every row that the graph shows and the snapshot does not, or the reverse."""
    found: set[tuple[date | None, str, str]] = set()
    for day in (None, *DAYS):
        view = snapshot.on(day)
        shown = [(ONE_LINE, view.facts)]
        shown += [(OF_STATEMENTS, view.statements), (ALIVE, view.entities)] if day else []
        for query, rows in shown:
            ids = {row[0] for row in store.read(query, {"as_of": day}).rows}
            found |= {(day, query, each) for each in ids ^ {row.id for row in rows}}
    return found


@pytest.mark.slow
def test_the_one_line_agrees_with_the_view_on_random_facts(store: Store, entry: Entry) -> None:
    snapshot = random_rows(seed=1, facts=500)
    bring(store, snapshot, entry)
    assert disagreements(store, snapshot) == set()


def test_rows_that_no_change_touches_follow_their_ends_and_sources(store: Store, entry: Entry) -> None:
    before = random_rows(seed=2, facts=150)
    bring(store, before, entry)
    choose = random.Random(3)
    moved = [
        dataclasses.replace(row, end_date=choose.choice(DATES), start_date=choose.choice(DATES))
        for row in choose.sample(list(before.entities.values()), 10)
    ]
    moved += [dataclasses.replace(source, date=choose.choice(DATES[2:])) for source in before.sources.values()]
    rows = {(type(row), row.id): row for row in before if not isinstance(row, Dataset)}
    after = Snapshot.of((rows | {(type(row), row.id): row for row in moved}).values(), before.dataset)
    assert any(before.span(fact) != after.span(after.facts[fact.id]) for fact in before.facts.values())
    bring(store, after, entry)
    assert store.snapshot() == after
    assert disagreements(store, after) == set()
