"""Mergers and splits: what passes on, what becomes one, what falls away, and what nobody has said."""

import dataclasses
from datetime import date

import pytest
from scenario.made_up import EVE, entity, fact, outcomes, seat, suppose, ties

from ecosystem.problems import NotFound, UsageError
from ecosystem.scenario import End, Merge, Split

A, B, C = entity("a", sector="nhs"), entity("b", sector="nhs"), entity("c", sector="gps")
BOARD, PANEL = entity("board", "Board"), entity("panel", "Board")
AB = Merge(bodies=("A", "B"), into="New Trust")


def test_a_merger_ends_the_old_begins_the_new_and_says_who_was_succeeded() -> None:
    found = suppose([A, B, BOARD, seat("a", "board", "partner")], AB)
    after = found.after.snapshot
    assert {(one, after.entities[one].end_date) for one in ("a", "b")} == {("a", EVE), ("b", EVE)}
    new = after.entities["new-trust"]
    assert (new.name, new.label, new.sector, new.start_date, new.basis, new.sources) == (
        "New Trust", "Organisation", "nhs", "2024-06-30", "scenario", ("scenario:item1",),
    )  # fmt: skip
    successions = {
        (one.subject, one.object, one.role, one.start_date, one.basis)
        for one in after.facts.values()
        if one.relation == "SUCCEEDED_BY"
    }
    assert successions == {(one, "new-trust", "merger", "2024-06-30", "scenario") for one in ("a", "b")}
    assert found.supposed == "A and B merged into New Trust"


def test_a_seat_that_both_had_becomes_one_in_the_stronger_role_and_others_pass_on() -> None:
    rows = [
        A, B, BOARD, PANEL, seat("a", "board", "member"), seat("b", "board", "chair"), seat("b", "panel", "observer"),
        fact("a", "REPORTS_TO", "board", "reports"),
    ]  # fmt: skip
    found = suppose(rows, AB)
    assert outcomes(found) == {
        ("becomes one", ("board--a--member-of", "board--b--member-of"), "board--new-trust--member-of", ""),
        ("passes on", ("panel--b--member-of",), "panel--new-trust--member-of", ""),
        ("passes on", ("board--a--reports-to",), "board--new-trust--reports-to", ""),
    }
    assert ties(found) == {
        ("new-trust", "board", "chair", "scenario"),
        ("new-trust", "panel", "observer", "scenario"),
        ("new-trust", "board", "reports", "scenario"),
    }


def test_a_weaker_seat_of_the_body_merged_into_gives_way_and_a_stronger_one_stays() -> None:
    into_b = Merge(bodies=("A",), into="B")
    rows = [A, B, BOARD, seat("a", "board", "chair"), seat("b", "board", "observer")]
    found = suppose(rows, into_b)
    assert ties(found) == {("b", "board", "chair", "scenario")}
    assert [one[:2] for one in outcomes(found)] == [("becomes one", ("board--a--member-of", "board--b--member-of"))]
    found = suppose([A, B, BOARD, seat("a", "board", "observer"), seat("b", "board", "chair")], into_b)
    assert ties(found) == {("b", "board", "chair", "stated")}
    assert [one[2] for one in outcomes(found)] == ["board--b--member-of"]


def test_what_we_infer_stays_our_inference_and_gives_way_to_what_a_source_says_of_the_other() -> None:
    ours = {"basis": "inferred", "sources": (), "note": "judged", "evidence_date": "2023"}
    rows = [A, B, BOARD, fact("a", "REPORTS_TO", "board", "reports", **ours)]
    assert ties(suppose(rows, AB)) == {("new-trust", "board", "reports", "inferred")}
    rows = [
        A,
        B,
        BOARD,
        fact("a", "REPORTS_TO", "board", "reports"),
        fact("b", "REPORTS_TO", "board", "reports", **ours),
    ]
    assert ties(suppose(rows, AB)) == {("new-trust", "board", "reports", "scenario")}
    assert ties(suppose(rows, Merge(bodies=("A",), into="B"))) == {("b", "board", "reports", "scenario")}


def test_what_ended_before_stays_with_the_old_and_what_was_to_come_is_taken_out() -> None:
    gone, later = seat("a", "board", end_date="2020"), seat("a", "panel", start_date="2025")
    found = suppose([A, B, BOARD, PANEL, gone, later], AB)
    after = found.after.snapshot
    assert (after.facts[gone.id], later.id in after.facts, ties(found)) == (gone, False, set())


def test_what_sources_look_back_on_stays_with_the_old_and_is_not_made_present() -> None:
    done = fact("a", "DELIVERS", "drive", evidence_date="2019")
    found = suppose([entity("a"), entity("b"), entity("drive", "Programme"), done], AB)
    assert outcomes(found) == {("stays with the old", (done.id,), "", "sources look back on it as past")}
    assert ties(found) == set()
    ended = suppose([entity("a"), entity("drive", "Programme"), done], End(bodies=("A",)))
    assert (outcomes(ended), ties(ended)) == (set(), set())


def test_what_would_join_the_successor_to_itself_falls_away() -> None:
    found = suppose([A, B, fact("a", "PARTNERS_WITH", "b"), fact("b", "PART_OF", "a")], AB)
    assert {one[0] for one in outcomes(found)} == {"falls away"}
    assert ties(found) == set()


def test_a_part_never_becomes_a_whole_of_its_own_whole() -> None:
    rows = [A, B, entity("x", "Team"), fact("a", "PART_OF", "x"), fact("x", "PART_OF", "b")]
    found = suppose(rows, AB)
    assert {one[0] for one in outcomes(found)} == {"passes on", "is left open"}
    assert len(ties(found)) == 1


def test_a_person_s_seat_at_a_table_that_merges_is_left_open() -> None:
    people = [entity("p-bell", "Person"), entity("leader", "Post")]
    found = suppose(
        [BOARD, PANEL, *people, seat("p-bell", "board", "chair", evidence_date="2024"), seat("leader", "panel")],
        Merge(bodies=("Board", "Panel"), into="New Board"),
    )
    assert {one[:2] for one in outcomes(found)} == {
        ("is left open", ("board--p-bell--member-of",)), ("passes on", ("panel--leader--member-of",)),
    }  # fmt: skip


def test_who_chairs_is_left_open_where_two_did() -> None:
    rows = [A, B, BOARD, PANEL, seat("a", "board", "chair"), seat("b", "panel", "chair")]
    found = suppose(rows, Merge(bodies=("Board", "Panel"), into="New Board"))
    assert ties(found) == {("a", "new-board", "member", "scenario"), ("b", "new-board", "member", "scenario")}
    assert {one[3] for one in outcomes(found)} == {"who chairs is left open"}


def test_a_body_recorded_to_begin_later_begins_with_the_merger_and_has_what_is_recorded_of_it() -> None:
    heir = entity("heir", start_date="2025-04")
    found = suppose([A, B, heir, BOARD, seat("heir", "board")], Merge(bodies=("A", "B"), into="Heir"))
    assert found.after.snapshot.entities["heir"].start_date == "2024-06-30"
    assert ties(found) == {("heir", "board", "", "stated")}
    assert found.taken[0].notes == (
        "The record has Heir begin in April 2025; here it is there from 30 June 2024 on, with what is recorded of it.",
    )


def test_what_a_new_body_is_follows_from_the_old_as_far_as_they_agree() -> None:
    found = suppose([A, C], Merge(bodies=("A", "C"), into="New"))
    assert found.after.snapshot.entities["new"].sector == ""
    assert found.taken[0].notes == (
        "New is new: nothing in the record is called that.",
        "Left open is the sector of New: those that merge have Gps and Nhs or none.",
    )


def test_a_split_gives_each_part_what_is_said_and_leaves_the_rest_open() -> None:
    rows = [
        A,
        BOARD,
        PANEL,
        seat("a", "board", "chair"),
        seat("a", "panel"),
        entity("post", "Post"),
        fact("post", "PART_OF", "a"),
    ]
    parts = {"body": "A", "into": ("A North", "A South")}
    found = suppose(rows, Split(**parts, give={"Board": ("A North", "A South"), "Post": ("A South",)}))
    assert ties(found) == {
        ("a-north", "board", "chair", "scenario"), ("a-south", "board", "chair", "scenario"),
        ("post", "a-south", "", "scenario"),
    }  # fmt: skip
    assert ("is left open", ("panel--a--member-of",), "", "nobody has said who goes on with it") in outcomes(found)
    assert found.supposed == "A were split into A North and A South"
    assert found.taken[0].notes[-1] == "A North and A South are taken to be of the kind, form, sector and tier of A."
    found = suppose(rows, Split(**parts, give={"rest": ("A North",), "Panel": ("A South",)}))
    assert ("a-south", "panel", "", "scenario") in ties(found)
    assert ("a-north", "board", "chair", "scenario") in ties(found)
    assert ties(suppose(rows, Split(**parts))) == set()


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Merge(bodies=("A", "A"), into="A"), "step 1, merge: A cannot merge into itself"),
        (Merge(bodies=("A",), into="New"), "A alone does not merge into anything"),
        (Merge(bodies=("A", "Board"), into="New"), "would be made of organisations and boards"),
        (Merge(bodies=("A", "Gone"), into="New"), "Gone is not there on 30 June 2024: ended 2020"),
        (Merge(bodies=("A", "B"), into="Gone"), "Gone is not there on 30 June 2024: ended 2020"),
        (Merge(bodies=("A", "To Come"), into="New"), "To Come is not there on 30 June 2024: not yet begun"),
        (Merge(bodies=("A", "Plan"), into="New"), "Plan is no body but of another kind: strategy"),
        (Merge(bodies=("A", "B"), into="Plan"), "is no body"),
        (Merge(bodies=("A", "B"), into="…"), "no id can be made of"),
        (Merge(bodies=("A", "Page"), into="New"), "Page is a source, and nothing to change"),
        (Merge(bodies=("A", "Young"), into="New"), "Young begins on 30 June 2024, and cannot have ended before"),
        (Split(body="A", into=("A", "New")), "A cannot be a part of itself"),
        (Split(body="A", into=("New", "new")), "two of the parts are the same"),
        (Split(body="A", into=("New", "Newer"), give={"Board": ("New",)}), "A has no tie with Board on 30 June 2024"),
        (Split(body="A", into=("New", "Newer"), give={"rest": ("Newest",)}), "“Newest” is none of the parts"),
    ],
)  # fmt: skip
def test_what_cannot_merge_or_be_split_says_why(step: Merge | Split, said: str) -> None:
    rows = [
        A, B, BOARD, entity("plan", "Strategy"), entity("gone", end_date="2020"),
        entity("to-come", name="To Come", start_date="2026"), entity("young", start_date="2024-06-30"),
    ]  # fmt: skip
    with pytest.raises(UsageError) as raised:
        suppose(rows, step)
    assert (
        said in raised.value.message.replace("the Plan", "the Plan")
        or said.replace("the Plan", "Plan") in raised.value.message
    )
    assert raised.value.fix


def test_a_name_of_several_is_a_question_and_all_names_of_none_are_told_at_once() -> None:
    with pytest.raises(UsageError, match="may be any of 2: a, c"):
        suppose([A, B, dataclasses.replace(C, aliases=("A",))], AB)
    with pytest.raises(NotFound) as raised:
        suppose([A], Merge(bodies=("A", "Nobody"), into="One"), Merge(bodies=("One", "Nowhere"), into="Two"))
    assert "step 1, merge: nothing is called “Nobody”" in raised.value.message
    assert "step 2, merge: nothing is called “Nowhere”" in raised.value.message
    assert "One”" not in raised.value.message


def test_what_a_step_made_may_be_merged_into_but_not_merged_itself() -> None:
    rows = [A, B, C, BOARD, seat("c", "board")]
    found = suppose(rows, AB, Merge(bodies=("C",), into="New Trust"))
    assert ties(found) == {("new-trust", "board", "", "scenario")}
    assert {one.sources for one in found.after.facts_of("MEMBER_OF")} == {("scenario:item2",)}
    with pytest.raises(UsageError, match="step 2, merge: New Trust is there by a step before only"):
        suppose(rows, AB, Merge(bodies=("New Trust", "C"), into="Newer"))


def test_a_new_name_that_is_like_one_there_is_is_told() -> None:
    rows = [A, B, entity("trust", name="Exampleton Trust")]
    (note,) = suppose(rows, Merge(bodies=("A", "B"), into="Exampletown Trust")).taken[0].notes
    assert note.endswith("nothing in the record is called that; most like it is Exampleton Trust (trust).")


def test_ids_that_are_taken_are_left_to_who_has_them() -> None:
    rows = [A, B, entity("scenario", "Strategy", name="Plan"), entity("new-trust", "Strategy", name="Other Plan")]
    found = suppose(rows, AB)
    assert found.after.snapshot.entities["new-trust-2"].sources == ("scenario-2:item1",)


def test_a_name_of_several_to_merge_into_is_a_question_too() -> None:
    twins = [entity("twin-1", name="Twin"), entity("twin-2", name="Twin")]
    with pytest.raises(UsageError, match="may be any of 2: twin-1, twin-2"):
        suppose([A, B, *twins], Merge(bodies=("A", "B"), into="Twin"))


def test_a_part_may_be_called_by_any_of_its_names() -> None:
    part = entity("part", name="Part One", aliases=("P1",))
    split = Split(body="A", into=("P1", "New"), give={"Board": ("Part One",)})
    assert ties(suppose([A, part, BOARD, seat("a", "board")], split)) == {("part", "board", "", "scenario")}


def test_nothing_is_a_scenario_without_a_day_or_a_step() -> None:
    with pytest.raises(UsageError, match="the whole record is none"):
        suppose([A, B], AB, day=None)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="nothing is supposed"):
        suppose([A, B], day=date(2024, 1, 1))


def test_a_new_body_may_be_called_what_only_the_scenario_itself_is_called() -> None:
    found = suppose([entity("a"), entity("b")], Merge(bodies=("A", "B"), into="Scenario"))
    assert {one.name for one in found.after.entities if not one.end_date} == {"Scenario"}
