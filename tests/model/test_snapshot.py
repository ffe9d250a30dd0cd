"""Snapshots: the digest of their content, and what they show on a day."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.dates import Status
from ecosystem.model import BASES, RELATIONS, Dataset, Entity, Fact, Row, Source, basis_of, columns
from ecosystem.model.rows import LIST_SEPARATORS
from ecosystem.snapshot import SHOWN, LeftOut, Snapshot

DATASET = Dataset(id="smallton", title="Smallton", as_of="2018")
DAYS = st.dates(date(2012, 1, 1), date(2024, 12, 31))
dates = st.sampled_from(["", "2014", "2016-03", "2016-03-10", "2018", "2018-02-28", "2020-02-29"])
people = st.sampled_from(["Person", "Organisation", "Board"])


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    nodes = [
        Entity(id=f"n{number}", label=draw(people), name=f"N {number}", start_date=draw(dates), end_date=draw(dates))
        for number in range(4)
    ]
    facts = [
        Fact(
            id=f"f{number}", subject=f"n{draw(st.integers(0, 3))}", object=f"n{draw(st.integers(0, 3))}",
            relation=draw(st.sampled_from(["MEMBER_OF", "ATTENDED", "PART_OF", "SUCCEEDED_BY"])),
            start_date=draw(dates), end_date=draw(dates), evidence_date=draw(dates),
            basis=draw(st.sampled_from(["", *BASES])), sources=draw(st.sampled_from([(), ("s:1",), ("s:1", "t:p2")])),
        )
        for number in range(draw(st.integers(1, 8)))
    ]  # fmt: skip
    sources = [Source(id=name, title=name, date=draw(dates)) for name in ("s", "t")]
    return Snapshot.of([*nodes, *facts, *sources], DATASET)


@given(snapshot=snapshots(), day=DAYS)
def test_what_shows_on_a_day_is_what_one_comparison_finds(snapshot: Snapshot, day: date) -> None:
    spans = {fact.id: snapshot.span(fact) for fact in snapshot.facts.values()}
    found = {fact_id for fact_id, span in spans.items() if span.holds_from <= day <= span.holds_until}
    assert {fact.id for fact in snapshot.on(day).facts} == found


@given(snapshot=snapshots(), day=DAYS, bases=st.sets(st.sampled_from(BASES)))
def test_every_fact_is_shown_or_counted_as_left_out(snapshot: Snapshot, day: date, bases: set[str]) -> None:
    view = snapshot.on(day, bases)
    assert len(view.facts) + sum(view.left_out().facts.values()) == len(snapshot.facts)
    assert all(basis_of(fact) in bases and view.status(fact) in SHOWN for fact in view.facts)
    on_other_bases = [fact for fact in snapshot.facts.values() if basis_of(fact) not in bases]
    assert view.left_out().facts.get(None, 0) == len(on_other_bases)


@given(snapshot=snapshots())
def test_the_whole_record_leaves_nothing_out(snapshot: Snapshot) -> None:
    view = snapshot.on(None)
    assert set(view.facts) == set(snapshot.facts.values())
    assert set(view.entities) == set(snapshot.entities.values())
    assert view.left_out() == LeftOut()


@given(snapshot=snapshots(), day=DAYS)
def test_a_fact_shows_only_between_ends_that_may_be_alive_unless_it_is_a_happening(
    snapshot: Snapshot, day: date
) -> None:
    alive = {entity.id for entity in snapshot.on(day).entities}
    lasting = [fact for fact in snapshot.on(day).facts if not RELATIONS[fact.relation].happening]
    assert {end for fact in lasting for end in (fact.subject, fact.object)} <= alive


@given(snapshot=snapshots())
def test_carrying_forward_stops_after_a_year_for_people_alone(snapshot: Snapshot) -> None:
    late = date(2024, 12, 31)
    carried = [fact for fact in snapshot.on(late).facts if snapshot.on(late).status(fact) is Status.UNCONFIRMED]
    assert all(snapshot.entities[fact.subject].label != "Person" for fact in carried)


@given(snapshot=snapshots(), order=st.randoms(use_true_random=False))
def test_the_digest_does_not_depend_on_order(snapshot: Snapshot, order: Random) -> None:
    rows: list[Row] = [row for row in snapshot if not isinstance(row, Dataset)]
    order.shuffle(rows)
    assert Snapshot.of(rows, DATASET).digest == snapshot.digest


@given(snapshot=snapshots(), data=st.data())
@settings(deadline=None)
def test_the_digest_changes_with_any_cell(snapshot: Snapshot, data: st.DataObject) -> None:
    rows: list[Row] = list(snapshot)
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from([name for name in columns(type(row)) if name != "id"]))
    value = (*getattr(row, column), "more") if column in LIST_SEPARATORS else f"{getattr(row, column)}x"
    changed = replace(row, **{column: value})
    others = [other for other in rows if other is not row and not isinstance(other, Dataset)]
    if isinstance(changed, Dataset):
        assert Snapshot.of(others, changed).digest != snapshot.digest
    else:
        assert Snapshot.of([*others, changed], DATASET).digest != snapshot.digest


def test_text_moved_to_the_neighbouring_cell_changes_the_digest() -> None:
    one = Entity(id="a", label="Board", name="A", short_name="B")
    other = Entity(id="a", label="Board", name="A", aliases=("B",))
    assert Snapshot.of([one], DATASET).digest != Snapshot.of([other], DATASET).digest


def test_a_missing_row_changes_the_digest() -> None:
    one, other = (Entity(id=name, label="Board", name=name) for name in "ab")
    assert len({Snapshot.of(rows, DATASET).digest for rows in ([], [one], [other], [one, other])}) == 4
