"""What follows from a merger, renaming or split is proposed, never done unasked, and holds together once accepted."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.model import Dataset, Entity, Fact, Row, Source
from ecosystem.plan import ALL, Added, Changed, Proposal, accepted, difference, proposals
from ecosystem.problems import UsageError
from ecosystem.rules import check
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset

EXAMPLETON = read_dataset(Path(__file__).parents[1] / "exampleton").snapshot
DATASET = Dataset(id="x", title="X", as_of="2024-12-31")
PAGE = Source(id="page", title="Page", date="2024")


def entity(node_id: str, label: str = "Organisation", **values: Any) -> Entity:
    return Entity(**{"id": node_id, "label": label, "name": node_id.title(), "sources": ("page:1",), **values})


def fact(subject: str, relation: str, other: str, role: str = "", **values: Any) -> Fact:
    made = {"id": f"{other}--{subject}--{relation.lower().replace('_', '-')}", "role": role, "sources": ("page:2",)}
    return Fact(**{"subject": subject, "relation": relation, "object": other, **made, **values})


def succession(old: str, new: str, day: str = "2018-03-31", role: str = "merger") -> Fact:
    return fact(old, "SUCCEEDED_BY", new, role, start_date=day, sources=("page:3",))


def snapshot(*rows: Row) -> Snapshot:
    return Snapshot.of([PAGE, *rows], DATASET)


def offered(rows: list[Row], *successions: Fact) -> tuple[Snapshot, tuple[Proposal, ...]]:
    before, after = snapshot(*rows), snapshot(*rows, *successions)
    return after, proposals(after, difference(before, after))


def told(found: tuple[Proposal, ...]) -> set[tuple[str, str, str, str]]:
    rows = [proposal.change.after for proposal in found]
    return {(row.id, getattr(row, "role", ""), row.start_date, row.end_date) for row in rows}  # type: ignore[union-attr]


def holds_together(rows: list[Row], *successions: Fact) -> Snapshot:
    """Accept all that is proposed, and see that nothing is wrong and nothing more follows."""
    before, (after, found) = snapshot(*rows), offered(rows, *successions)
    done = accepted(after, found, {ALL})
    assert [str(problem) for problem in check(done)] == []
    assert proposals(done, difference(before, done)) == ()
    return done


OLD, NEW, BOARD = entity("old"), entity("new"), entity("board", "Board")
SEAT = fact("old", "MEMBER_OF", "board", "partner")


def test_a_renaming_ends_the_old_name_and_its_seat_and_passes_the_seat_on() -> None:
    _, found = offered([OLD, NEW, BOARD, SEAT], succession("old", "new", role="renaming"))
    cited = ("page:1", "page:3"), ("page:2", "page:3")
    reason = "the seat is taken to pass on from Old; Page, line 3"
    assert {(proposal.change, proposal.because) for proposal in found} == {
        (
            Changed(OLD, dataclasses.replace(OLD, end_date="2018-03-31", sources=cited[0])),
            "Old was renamed New on 31 March 2018",
        ),
        (
            Changed(SEAT, dataclasses.replace(SEAT, end_date="2018-03-31", sources=cited[1])),
            "Old was renamed New on 31 March 2018",
        ),
        (
            Added(
                Fact(
                    id="board--new--member-of", subject="new", relation="MEMBER_OF", object="board", role="partner",
                    start_date="2018-04-01", evidence_date="2018-04-01", basis="inferred", note=reason,
                )
            ),
            "Old was renamed New on 31 March 2018",
        ),
    }  # fmt: skip
    holds_together([OLD, NEW, BOARD, SEAT], succession("old", "new", role="renaming"))


def test_a_partial_date_stays_as_precise_as_it_is() -> None:
    _, found = offered([OLD, NEW, BOARD, SEAT], succession("old", "new", "2018-04"))
    assert told(found) == {
        ("old", "", "", "2018-04"),
        ("board--old--member-of", "partner", "", "2018-04"),
        ("board--new--member-of", "partner", "2018-04", ""),
    }


def test_what_merges_has_one_seat_for_all_in_the_strongest_role() -> None:
    others = [entity("older"), fact("older", "MEMBER_OF", "board", "chair"), fact("older", "OWNS", "plan")]
    rows = [OLD, NEW, BOARD, SEAT, entity("plan", "Strategy"), *others]
    merged = succession("old", "new"), succession("older", "new")
    _, found = offered(rows, *merged)
    added = {
        (change.after.id, change.after.role) for change in (each.change for each in found) if isinstance(change, Added)
    }
    assert added == {("board--new--member-of", "chair"), ("plan--new--owns", "")}
    (seat,) = (each for each in found if each.change.row.id == "board--new--member-of")
    assert seat.because == "Old and Older merged into New on 31 March 2018"
    holds_together(rows, *merged)


def test_where_two_chaired_what_merges_nobody_is_taken_to_chair_it() -> None:
    tables = [entity(name, "Board") for name in ("group", "panel", "committee")]
    chairs = [fact("old", "MEMBER_OF", "group", "chair"), fact("new", "MEMBER_OF", "panel", "chair")]
    merged = [succession("group", "committee"), succession("panel", "committee")]
    done = holds_together([OLD, NEW, *tables, *chairs], *merged)
    seats = {(row.subject, row.role) for row in done.facts.values() if row.object == "committee"}
    assert {seat for seat in seats if seat[0] in {"old", "new"}} == {("old", "member"), ("new", "member")}
    stated = fact("new", "MEMBER_OF", "committee", "chair")
    done = holds_together([OLD, NEW, *tables, chairs[0], stated], merged[0])
    assert done.facts["committee--old--member-of"].role == "member"
    done = holds_together([OLD, NEW, *tables, chairs[0]], merged[0])
    assert done.facts["committee--old--member-of"].role == "chair"


def test_a_split_passes_on_to_each_of_its_successors() -> None:
    rows = [OLD, NEW, entity("newer"), BOARD, SEAT]
    parted = succession("old", "new", role="split"), succession("old", "newer", role="split")
    done = holds_together(rows, *parted)
    assert {"board--new--member-of", "board--newer--member-of"} <= done.facts.keys()


def test_a_table_that_is_succeeded_passes_its_seats_and_lines_on() -> None:
    rows = [
        OLD, NEW, entity("group", "Board"), entity("panel", "Board"), entity("a-bell", "Person"), BOARD,
        fact("old", "MEMBER_OF", "group", "member"), fact("a-bell", "MEMBER_OF", "group"),
        fact("panel", "REPORTS_TO", "group", "reports"), fact("group", "REPORTS_TO", "board", "reports"),
        fact("board", "OVERSEES", "group", "directs"),
    ]  # fmt: skip
    renamed = [entity("panel-2", "Board"), entity("group-2", "Board")]
    done = holds_together([*rows, *renamed], succession("group", "group-2"), succession("panel", "panel-2"))
    inferred = {row.id for row in done.facts.values() if row.basis == "inferred"}
    assert inferred == {
        "group-2--old--member-of", "group-2--panel-2--reports-to", "board--group-2--reports-to",
        "group-2--board--oversees",
    }  # fmt: skip
    assert done.facts["group--a-bell--member-of"].end_date == "2018-03-31"


def test_what_is_said_already_is_not_proposed() -> None:
    seat = fact("new", "MEMBER_OF", "board", start_date="2018-04")
    rows = [dataclasses.replace(OLD, end_date="2018-03"), NEW, BOARD, dataclasses.replace(SEAT, end_date="2018-03")]
    assert offered([*rows, seat], succession("old", "new"))[1] == ()
    assert told(offered(rows, succession("old", "new"))[1]) == {("board--new--member-of", "partner", "2018-03", "")}


def test_a_seat_that_ended_before_does_not_pass_on_and_an_old_seat_of_the_successor_is_another() -> None:
    gone = dataclasses.replace(SEAT, end_date="2015")
    assert told(offered([OLD, NEW, BOARD, gone], succession("old", "new"))[1]) == {("old", "", "", "2018-03-31")}
    earlier = fact("new", "MEMBER_OF", "board", "partner", start_date="2010", end_date="2012")
    done = holds_together([OLD, NEW, BOARD, SEAT, earlier], succession("old", "new"))
    assert done.facts["board--new--member-of--2"].start_date == "2018-04-01"


def test_nothing_follows_without_a_day_for_people_or_before_there_was_anything() -> None:
    people = [entity("a-bell", "Person"), entity("b-cole", "Person")]
    assert offered([OLD, NEW, BOARD, SEAT], succession("old", "new", day=""))[1] == ()
    assert offered(people, succession("a-bell", "b-cole"))[1] == ()
    assert offered([dataclasses.replace(OLD, start_date="2020"), NEW], succession("old", "new"))[1] == ()


def test_a_later_successor_begins_when_it_begins_and_one_that_has_ended_has_nothing() -> None:
    late = dataclasses.replace(NEW, start_date="2018-07")
    assert ("board--new--member-of", "partner", "2018-07", "") in told(
        offered([OLD, late, BOARD, SEAT], succession("old", "new"))[1]
    )
    gone = dataclasses.replace(NEW, end_date="2017")
    assert "board--new--member-of" not in {
        one[0] for one in told(offered([OLD, gone, BOARD, SEAT], succession("old", "new"))[1])
    }


def test_what_ended_with_its_other_end_or_began_later_is_left_alone() -> None:
    closed = dataclasses.replace(BOARD, end_date="2016")
    assert told(offered([OLD, NEW, closed, SEAT], succession("old", "new"))[1]) == {("old", "", "", "2018-03-31")}
    later = dataclasses.replace(SEAT, start_date="2019")
    assert told(offered([OLD, NEW, BOARD, later], succession("old", "new"))[1]) == set()
    young = dataclasses.replace(BOARD, start_date="2019")
    assert told(offered([OLD, NEW, young, SEAT], succession("old", "new"))[1]) == {("old", "", "", "2018-03-31")}


def test_two_rows_of_one_seat_end_in_one_of_them() -> None:
    twice = dataclasses.replace(SEAT, id="board--old--member-of--2", evidence_date="2016")
    done = holds_together([OLD, NEW, BOARD, SEAT, twice], succession("old", "new"))
    assert sorted(row.end_date for row in done.facts.values() if row.subject == "old") == ["", "", "2018-03-31"]


def test_a_post_is_never_given_two_wholes_nor_a_whole_to_itself() -> None:
    post = entity("director", "Post")
    part = fact("director", "PART_OF", "old")
    done = holds_together([OLD, NEW, post, part], succession("old", "new"))
    assert done.facts["new--director--part-of"].start_date == "2018-04-01"
    done = holds_together([OLD, NEW, post, part], succession("old", "new", "2018-03"))
    assert "new--director--part-of" not in done.facts
    parts = [succession("old", "new", role="split"), succession("old", "newer", role="split")]
    done = holds_together([OLD, NEW, entity("newer"), post, part], *parts)
    assert {row.object for row in done.facts.values() if row.relation == "PART_OF"} == {"old"}
    team, whole = entity("team", "Team"), fact("team", "PART_OF", "new")
    done = holds_together([OLD, NEW, team, whole, fact("old", "PART_OF", "team")], succession("old", "new"))
    assert "team--new--part-of" not in done.facts
    done = holds_together([OLD, NEW, fact("old", "PART_OF", "new")], succession("old", "new"))
    assert {row.basis for row in done.facts.values()} == {""}


def test_a_kind_that_may_not_have_it_is_given_nothing() -> None:
    strategy = entity("strategy", "Strategy")
    done = holds_together([OLD, strategy, BOARD, SEAT], succession("old", "strategy"))
    assert "board--strategy--member-of" not in done.facts


def test_what_is_succeeded_twice_over_passes_on_twice_over() -> None:
    newest = entity("newest")
    done = holds_together(
        [OLD, NEW, newest, BOARD, SEAT], succession("old", "new"), succession("new", "newest", "2020-06-30")
    )
    seats = {(row.subject, row.start_date, row.end_date) for row in done.facts.values() if row.relation == "MEMBER_OF"}
    assert seats == {
        ("old", "", "2018-03-31"),
        ("new", "2018-04-01", "2020-06-30"),
        ("newest", "2020-07-01", ""),
    }


def test_some_proposals_are_accepted_by_their_row_and_an_unknown_one_is_a_mistake() -> None:
    after, found = offered([OLD, NEW, BOARD, SEAT], succession("old", "new"))
    assert accepted(after, found, ()) == after
    assert difference(after, accepted(after, found, {"old"})) == (found[0].change,)
    with pytest.raises(
        UsageError, match=r"nothing is proposed for `board--new--member`\n.*did you mean `board--new--me"
    ):
        accepted(after, found, {"board--new--member"})
    with pytest.raises(UsageError, match="accept `all`, or one of `old`"):
        accepted(after, found, {"zzz"})
    with pytest.raises(UsageError, match="this plan proposes nothing"):
        accepted(after, (), {"old"})


PAIRS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["merger", "renaming", "split", ""]))
DAYS = st.sampled_from(["2023-03-31", "2023-06", "2024"])


@given(pairs=st.lists(PAIRS, min_size=1, max_size=4), day=DAYS)
@settings(max_examples=40, deadline=None)
def test_whatever_is_succeeded_the_accepted_proposals_hold_together(
    pairs: list[tuple[int, int, str]], day: str
) -> None:
    bodies = [row for row in EXAMPLETON.entities.values() if row.label not in {"Person", "Place", "Population"}]
    successions: dict[str, Fact] = {}
    for one, other, role in pairs:
        old, new = sorted((bodies[one % len(bodies)], bodies[other % len(bodies)]), key=lambda row: row.id)
        if old.id != new.id and not old.end_date:
            made = fact(old.id, "SUCCEEDED_BY", new.id, role, start_date=day, sources=("minutes-2024:item2",))
            successions[made.id] = made
    rows = [row for row in EXAMPLETON if not isinstance(row, Dataset)]
    after = Snapshot.of([*rows, *successions.values()], EXAMPLETON.dataset)
    found = proposals(after, difference(EXAMPLETON, after))
    done = accepted(after, found, {ALL})
    assert [str(problem) for problem in check(done)] == [str(problem) for problem in check(after)]
    assert proposals(done, difference(EXAMPLETON, done)) == ()
