"""Bodies that end, and bodies that are struck from the record."""

from datetime import date

import pytest
from scenario.made_up import DATASET, EVE, PAGE, entity, fact, outcomes, record, seat, suppose, ties

from ecosystem.model import Identifier, Retired, Statement
from ecosystem.problems import UsageError
from ecosystem.scenario import AddLine, End, Merge, Remove, RemoveLine, scenario
from ecosystem.snapshot import Snapshot

A, BOARD = entity("a"), entity("board", "Board")
SEAT = seat("a", "board", "chair")


def test_what_ends_is_there_until_the_day_before_and_its_seats_are_too() -> None:
    found = suppose([A, BOARD, SEAT], End(bodies=("A",)))
    after = found.after.snapshot
    assert (after.entities["a"].end_date, after.facts[SEAT.id].end_date) == (EVE, EVE)
    assert (after.entities["a"].sources, after.facts[SEAT.id].basis) == (("page:1", "scenario:item1"), "stated")
    assert outcomes(found) == {("ends", (SEAT.id,), "", "")}
    assert [one.id for one in found.after.entities] == ["board"]


def test_a_last_day_counts_as_it_is_written() -> None:
    found = suppose([A, BOARD, SEAT], End(bodies=("A",), on="2022"))
    assert (found.supposed, found.after.snapshot.facts[SEAT.id].end_date) == ("A ended in 2022", "2022")
    found = suppose([A, BOARD, SEAT], End(bodies=("A",), on="2024"))
    assert {one[3] for one in outcomes(found)} == {
        "whether it has ended by the day is unclear, for the end is not precise"
    }
    assert ties(found) == set()
    found = suppose([A, BOARD, SEAT], End(bodies=("A",), on="2030"))
    assert (outcomes(found), len(ties(found)), len(found.taken[0].notes)) == (set(), 1, 1)


def test_a_row_without_sources_stays_our_inference_when_it_ends() -> None:
    ours = seat("a", "board", sources=(), note="judged", evidence_date="2023")
    assert suppose([A, BOARD, ours], End(bodies=("A",))).after.snapshot.facts[ours.id].basis == "inferred"


def test_a_listing_and_what_has_happened_stay_and_what_was_to_happen_does_not() -> None:
    plan = entity("plan", "Strategy")
    facts = [
        fact("a", "SHOWN_ON", "page"), fact("a", "ENDORSED", "plan", start_date="2020-01-01"),
        fact("a", "ENDORSED", "plan", start_date="2026", id="later"),
    ]  # fmt: skip
    after = suppose([A, plan, *facts], End(bodies=("A",))).after.snapshot
    assert set(after.facts.values()) == set(facts[:2])


def test_what_is_removed_leaves_no_row_behind() -> None:
    rows = [
        A, BOARD, SEAT, Statement(id="s", subject="a", property="staff", value="7", sources=("page:3",)),
        Identifier(id="i", entity="a", scheme="ods", value="X1", sources=("page:3",)),
        Retired(id="old-a", on="2020", replaced_by="a"),
    ]  # fmt: skip
    found = suppose(rows, Remove(bodies=("A",)))
    assert set(found.after.snapshot) == set(record(BOARD, Retired(id="old-a", on="2020")))
    assert found.taken[0].notes == ("Taken out too: 1 statement about A.",)
    assert outcomes(found) == {("is taken out", (SEAT.id,), "", "")}


def test_without_its_apex_a_record_has_none() -> None:
    dataset = Snapshot.of([PAGE, A, BOARD], DATASET)
    named = Snapshot.of([PAGE, A, BOARD], type(DATASET)(id="x", title="X", as_of="2024-12-31", apex="board"))
    found = scenario(named.on(named.default_day), [Remove(bodies=("Board",))])
    assert found.after.snapshot == Snapshot.of([PAGE, A], dataset.dataset)
    assert found.taken[0].notes == ("Board is the whole whose parts are drawn: there is none then.",)


def test_what_a_step_made_can_be_taken_out_again() -> None:
    rows = [A, entity("b"), BOARD, SEAT]
    found = suppose(rows, Merge(bodies=("A", "B"), into="New"), Remove(bodies=("New",)))
    assert ties(found) == set()
    assert "new" not in found.after.snapshot.entities
    added = suppose(rows, AddLine(line=("B", "sits on", "Board")), RemoveLine(line=("B", "sits on", "Board")))
    assert added.after.snapshot.digest == record(*rows).digest


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (End(bodies=("A",), on="2019"), "begins in 2020, and cannot have ended before"),
        (End(bodies=("B",), on="2026"), "B ended in 2025, before 2026"),
        (End(bodies=("Nobody",)), "nothing is called “Nobody”"),
    ],
)  # fmt: skip
def test_what_cannot_end_says_why(step: End, said: str) -> None:
    with pytest.raises(Exception, match=said):
        suppose([entity("a", start_date="2020"), entity("b", end_date="2025")], step)


def test_the_first_day_there_is_ends_nothing() -> None:
    with pytest.raises(UsageError):
        suppose([A, BOARD, SEAT], End(bodies=("A",)), day=date.min)
