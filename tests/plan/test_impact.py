"""What a plan means for governance: sentences that somebody who knows the bodies can check."""

import dataclasses
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.model import BODIES, Code, Dataset, Entity, Fact, Row, Source
from ecosystem.plan import difference, impact
from ecosystem.plan.impact import Impact
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset

EXAMPLETON = read_dataset(Path(__file__).parents[1] / "exampleton").snapshot
DATASET = Dataset(id="x", title="X", as_of="2024-12-31", words=("LocalCarePartnership=Care Network",))
PAGE = Source(id="page", title="Page", date="2024")
NHS, COUNCIL = (
    Code(list="sector", code=code, title=title, position=1) for code, title in (("nhs", "NHS"), ("council", "Council"))
)


def entity(node_id: str, label: str = "Board", **values: Any) -> Entity:
    return Entity(**{"id": node_id, "label": label, "name": node_id.title(), "sources": ("page:1",), **values})


def fact(subject: str, relation: str, other: str, role: str = "", **values: Any) -> Fact:
    ground = {"sources": ("page:2",)} if values.get("basis") != "inferred" else {"note": "so it seems"}
    made = {"id": f"{other}--{subject}--{relation.lower()}--{role}", "role": role, "evidence_date": "2024", **ground}
    return Fact(**{"subject": subject, "relation": relation, "object": other, **made, **values})


def ended(row: Row, day: str = "2026-04-30") -> Row:
    return dataclasses.replace(row, end_date=day)  # type: ignore[call-arg]


def snapshot(*rows: Row) -> Snapshot:
    return Snapshot.of([PAGE, NHS, COUNCIL, *rows], DATASET)


def meaning(before: Iterable[Row], after: Iterable[Row]) -> Impact:
    one, other = snapshot(*before), snapshot(*after)
    return impact(one, other, difference(one, other))


def there_and_back(before: Iterable[Row], after: Iterable[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, other = list(before), list(after)
    return meaning(one, other).sentences, meaning(other, one).sentences


TOP, MIDDLE, LOW = entity("top"), entity("middle"), entity("low")
TRUST = entity("trust", "Organisation", sector="nhs")
TOWN = entity("town", "Organisation", sector="council")
MIDDLE_TO_TOP = fact("middle", "REPORTS_TO", "top")
LOW_TO_MIDDLE = fact("low", "REPORTS_TO", "middle")


def test_a_first_import_and_no_change_mean_nothing() -> None:
    rows = snapshot(TOP, MIDDLE, MIDDLE_TO_TOP)
    assert impact(None, rows, difference(None, rows)) == Impact()
    assert not impact(rows, rows, ())


@pytest.mark.parametrize(
    ("change", "day"),
    [
        ({"end_date": "2026-04-30"}, "2026-05-01"),
        ({"end_date": "2026-04"}, "2026-05-01"),
        ({"end_date": "2026"}, "2027-01-01"),
        ({"start_date": "2025-06"}, "2025-06-30"),
        ({"role": "accountable"}, "2024-12-31"),
        ({"end_date": "2016"}, "2024-12-31"),
    ],
)
def test_the_day_is_one_on_which_the_change_shows(change: dict[str, str], day: str) -> None:
    changed = dataclasses.replace(MIDDLE_TO_TOP, **change)  # type: ignore[arg-type]
    assert meaning([TOP, MIDDLE, MIDDLE_TO_TOP], [TOP, MIDDLE, changed]).day == day


def test_an_end_that_is_put_off_shows_on_the_day_after_the_earlier_one() -> None:
    early, late = ended(MIDDLE_TO_TOP, "2026-04-30"), ended(MIDDLE_TO_TOP, "2028-04-30")
    found = meaning([TOP, MIDDLE, early], [TOP, MIDDLE, late])
    assert (found.day, found.sentences) == ("2026-05-01", ("Middle gains a line to Top.",))


def test_a_new_row_shows_from_the_day_of_its_source_on() -> None:
    register = Source(id="register", title="Register", date="2026-05-02")
    seat = fact("trust", "MEMBER_OF", "top", sources=("register",), evidence_date="")
    found = meaning([TOP, TRUST], [TOP, TRUST, register, seat])
    assert (found.day, "Trust joins Top." in found.sentences) == ("2026-05-02", True)


def test_who_is_below_a_body_loses_the_line_to_the_top_with_it() -> None:
    networks = [entity(f"network-{number}", "LocalCarePartnership") for number in range(3)]
    lines = [fact(network.id, "REPORTS_TO", "middle") for network in networks]
    rows = [TOP, MIDDLE, *networks, *lines]
    assert there_and_back([*rows, MIDDLE_TO_TOP], [*rows, ended(MIDDLE_TO_TOP)]) == (
        ("Middle loses its only line to Top, and so do 3 Care Networks below it.",),
        ("Middle gains a line to Top, and so do 3 Care Networks below it.",),
    )


def test_a_few_below_are_named_and_one_of_a_kind_too() -> None:
    network = entity("network", "LocalCarePartnership")
    rows = [TOP, MIDDLE, LOW, network, LOW_TO_MIDDLE, fact("network", "REPORTS_TO", "low")]
    assert there_and_back([*rows, MIDDLE_TO_TOP], rows)[0] == (
        "Middle loses its only line to Top, and so do Low and Network below it.",
    )
    more = [*rows, entity("more"), fact("more", "REPORTS_TO", "low")]
    assert there_and_back([*more, MIDDLE_TO_TOP], more)[0] == (
        "Middle loses its only line to Top, and so do 2 boards and Network below it.",
    )


def test_a_line_to_a_body_below_the_top_is_named_beside_the_top() -> None:
    rows = [TOP, MIDDLE, LOW, MIDDLE_TO_TOP]
    assert there_and_back([*rows, LOW_TO_MIDDLE], rows) == (
        ("Low loses its only line to Top.", "Low no longer reports to Middle."),
        ("Low gains a line to Top.", "Low now reports to Middle."),
    )


def test_another_way_up_is_no_loss_of_the_top() -> None:
    rows = [TOP, MIDDLE, LOW, MIDDLE_TO_TOP, fact("low", "REPORTS_TO", "top")]
    assert there_and_back([*rows, LOW_TO_MIDDLE], rows) == (
        ("Low no longer reports to Middle.",),
        ("Low now reports to Middle.",),
    )


def test_a_body_that_reports_elsewhere_is_said_to_do_so_instead() -> None:
    rows = [TOP, MIDDLE, entity("other"), LOW, MIDDLE_TO_TOP, fact("other", "REPORTS_TO", "top")]
    moved = fact("low", "REPORTS_TO", "other")
    assert meaning([*rows, LOW_TO_MIDDLE], [*rows, moved]).sentences == ("Low now reports to Other instead of Middle.",)


def test_a_line_of_our_inference_is_called_so() -> None:
    inferred = fact("low", "REPORTS_TO", "middle", basis="inferred", sources=())
    rows = [TOP, MIDDLE, LOW]
    assert meaning([*rows, MIDDLE_TO_TOP, inferred], [*rows, inferred]).sentences == (
        "Middle loses its only line to Top.",
        "Low loses its only line to Top (our inference).",
    )
    assert meaning([*rows, MIDDLE_TO_TOP], [*rows, MIDDLE_TO_TOP, inferred]).sentences == (
        "Low gains a line to Top (our inference).",
        "Low now reports to Middle (our inference).",
    )


def test_lines_in_a_circle_come_to_an_end() -> None:
    rows = [TOP, MIDDLE, fact("top", "REPORTS_TO", "middle")]
    assert meaning([*rows, MIDDLE_TO_TOP], rows).sentences == ("Middle no longer reports to Top.",)


def test_a_body_that_ends_with_its_lines_loses_none() -> None:
    rows = [TOP, LOW]
    assert meaning([*rows, MIDDLE, MIDDLE_TO_TOP], [*rows, ended(MIDDLE), ended(MIDDLE_TO_TOP)]).sentences == (
        "Middle ends.",
    )


def test_direction_and_oversight_are_told_apart_and_whether_they_were_the_only_ones() -> None:
    strategy = entity("strategy", "Strategy")
    directs, oversees = fact("top", "OVERSEES", "strategy", "directs"), fact("middle", "OVERSEES", "strategy")
    rows = [TOP, MIDDLE, strategy]
    assert there_and_back([*rows, directs, oversees], [*rows, oversees]) == (
        ("Strategy loses the direction of Top.",),
        ("Strategy gains the direction of Top.",),
    )
    assert there_and_back([*rows, oversees], rows) == (
        ("Strategy loses the oversight of Middle and is under nobody else’s.",),
        ("Strategy gains the oversight of Middle, the first it has.",),
    )
    guessed = dataclasses.replace(oversees, basis="inferred", note="so it seems")
    both = [*rows, entity("plan", "Strategy"), fact("middle", "OVERSEES", "plan", basis="inferred"), guessed]
    assert there_and_back(both, both[:4]) == (
        ("Plan and Strategy lose the oversight of Middle and are under nobody else’s (our inference).",),
        ("Plan and Strategy gain the oversight of Middle, the first they have (our inference).",),
    )


def test_a_table_loses_gains_and_changes_its_chair() -> None:
    trust, town = fact("trust", "MEMBER_OF", "top", "chair"), fact("town", "MEMBER_OF", "top", "chair")
    rows = [TOP, TRUST, TOWN, fact("town", "MEMBER_OF", "top"), fact("trust", "MEMBER_OF", "top")]
    chairs = [
        tuple(sentence for sentence in found if "chaired" in sentence)
        for before, after in (([trust], []), ([trust], [town]), ([trust, town], [town]))
        for found in there_and_back([*rows, *before], [*rows, *after])
    ]
    assert chairs == [
        ("Top is left without a known chair, until then chaired by Trust.",),
        ("Top is chaired by Trust, until then without a known chair.",),
        ("Top is now chaired by Town, no longer by Trust.",),
        ("Top is now chaired by Trust, no longer by Town.",),
        ("Top is no longer chaired by Trust, but still by Town.",),
        ("Top is now chaired by Trust, as well as by Town.",),
    ]


def test_many_tables_without_a_chair_are_told_in_one_sentence() -> None:
    boards = [entity(f"board-{letter}", name=f"{letter} Group") for letter in "ABCDE"]
    members = [entity(f"member-{letter}", "Organisation", name=f"Trust {letter}") for letter in "ABCDE"]
    chairs = [fact(one.id, "MEMBER_OF", board.id, "chair") for one, board in zip(members, boards, strict=True)]
    found = meaning([*boards, *members, *chairs], [*boards, *members, *map(ended, chairs)]).sentences
    assert found == (
        (
            "The A Group, the B Group, the C Group and 2 more are left without a known chair, "
            "until then chaired by Trust A, Trust B, Trust C and 2 more."
        ),
        "The A Group, the B Group, the C Group and 2 more lose all their known seats.",
    )


def test_a_person_named_years_ago_still_leaves_a_post_vacant() -> None:
    post = entity("director", "Post", name="Director of Health")
    person = entity("a-bell", "Person", name="Avery Bell")
    holds = fact("a-bell", "HOLDS", "director", evidence_date="2016")
    assert there_and_back([post, person, holds], [post, person, ended(holds)]) == (
        ("The post of Director of Health is left without a known holder, until then held by Avery Bell.",),
        ("The post of Director of Health is held by Avery Bell, until then without a known holder.",),
    )


def test_a_strategy_is_left_without_owner_and_a_priority_without_anybody() -> None:
    strategy, priority = entity("strategy", "Strategy", name="Health Plan"), entity("falls", "Priority")
    owns, has = fact("town", "OWNS", "strategy"), fact("town", "HAS_PRIORITY", "falls")
    rows = [TOWN, strategy, priority]
    assert meaning([*rows, owns, has], rows).sentences == (
        "The Health Plan is left without a known owner, until then owned by Town.",
        "Falls is left without anybody known to have it as a priority, until then a priority of Town.",
    )


def test_several_priorities_are_priorities() -> None:
    falls, debt = entity("falls", "Priority", name="fewer falls"), entity("debt", "Priority", name="less debt")
    has = [fact("town", "HAS_PRIORITY", one) for one in ("falls", "debt")]
    nobody = "without anybody known to have them as priorities"
    assert there_and_back([TOWN, falls, debt, *has], [TOWN, falls, debt]) == (
        (f"Fewer falls and less debt are left {nobody}, until then priorities of Town.",),
        (f"Fewer falls and less debt are priorities of Town, until then {nobody}.",),
    )


def test_seats_are_lost_and_gained_in_as_few_sentences_as_may_be() -> None:
    rows = [TOP, MIDDLE, TRUST, TOWN, entity("trust-2", "Organisation"), fact("trust-2", "MEMBER_OF", "top")]
    seats = [fact(one, "MEMBER_OF", table, "partner") for one in ("trust", "town") for table in ("top", "middle")]
    seats.append(fact("trust-2", "MEMBER_OF", "middle"))
    lost, gained = there_and_back([*rows, *seats], [*rows, seats[-1]])
    assert (lost[0], gained[0]) == (
        "Town and Trust are no longer recorded at Middle and Top.",
        "Town and Trust join Middle and Top as partner.",
    )


def test_a_seat_that_ended_is_left_and_one_that_was_never_right_is_no_longer_recorded() -> None:
    seats = [fact(one, "MEMBER_OF", "top", "observer") for one in ("town", "trust")]
    others = [fact("trust-2", "MEMBER_OF", "top"), entity("trust-2", "Organisation")]
    rows = [TOP, TRUST, TOWN, *others]
    assert meaning([*rows, *seats], [*rows, ended(seats[0])]).sentences[:2] == (
        "Town leaves Top.",
        "Trust is no longer recorded at Top.",
    )


def test_who_comes_into_an_office_or_a_seat_by_our_inference_is_said_to() -> None:
    strategy = entity("strategy", "Strategy", name="Health Plan")
    rows = [TOP, TRUST, TOWN, strategy, fact("town", "OWNS", "strategy"), fact("town", "MEMBER_OF", "top")]
    guessed = [
        fact("trust", "MEMBER_OF", "top", "chair", basis="inferred"),
        fact("trust", "MEMBER_OF", "top", "observer", basis="inferred"),
        fact("trust", "OWNS", "strategy", basis="inferred"),
    ]
    assert meaning(rows, [*rows, *guessed]).sentences == (
        "Top is chaired by Trust (our inference), until then without a known chair.",
        "The Health Plan is now owned by Trust (our inference), as well as by Town.",
        "Trust joins Top as chair and observer (our inference).",
        "The sector “NHS” gains its first known seat at Top.",
    )


def test_a_new_table_is_told_with_what_it_begins_with_and_what_it_lacks() -> None:
    seats = [fact("trust", "MEMBER_OF", "low", "chair"), fact("town", "MEMBER_OF", "low", "chair")]
    guessed = fact("low", "REPORTS_TO", "top", basis="inferred")
    rows = [TOP, TRUST, TOWN]
    assert [meaning(rows, [*rows, LOW, *more]).sentences for more in ((), seats[:1], [*seats, guessed])] == [
        ("Low is new, without a known seat, chair or line upward.",),
        ("Low is new, with 1 known seat, chaired by Trust, without a known line upward.",),
        ("Low is new, with 2 known seats, chaired by Town and Trust, reporting to Top (our inference).",),
    ]
    many = [entity(f"board-{number}", name=f"Group {number}") for number in range(4)]
    assert meaning(rows, [*rows, *many]).sentences == ("Group 0, Group 1, Group 2 and 1 more are new.",)


def test_a_change_of_role_is_no_loss_of_the_seat() -> None:
    plain, member = fact("trust", "MEMBER_OF", "top"), fact("trust", "MEMBER_OF", "top", "member")
    observer = fact("trust", "MEMBER_OF", "top", "observer")
    rows = [TOP, TRUST]
    assert there_and_back([*rows, plain], [*rows, member]) == (
        ("Trust sits on Top as member now.",),
        ("Trust sits on Top, no longer as member.",),
    )
    assert meaning([*rows, member], [*rows, observer]).sentences == (
        "Trust sits on Top as observer, no longer as member.",
    )


def test_a_sector_loses_its_last_seat_at_a_table() -> None:
    town, trust = fact("town", "MEMBER_OF", "top"), fact("trust", "MEMBER_OF", "top")
    rows = [TOP, TRUST, TOWN, trust]
    assert there_and_back([*rows, town], rows) == (
        ("Town is no longer recorded at Top.", "The sector “Council” loses its last known seat at Top."),
        ("Town joins Top.", "The sector “Council” gains its first known seat at Top."),
    )
    assert there_and_back([*rows, town], [TOP, TRUST, TOWN])[0][-1] == "Top loses all its known seats."


def test_what_still_refers_to_a_body_that_ended_is_counted_and_named() -> None:
    rows = [TOP, TRUST, TOWN, fact("trust", "MEMBER_OF", "top"), fact("trust", "PARTNERS_WITH", "town")]
    found = meaning(rows, [TOP, ended(TRUST), TOWN, *rows[3:]]).sentences
    assert found[:2] == (
        "Trust ends.",
        "Trust still has 1 activity and 1 seat without an end date, with Top and Town.",
    )
    assert meaning(rows, [TOP, ended(TRUST), TOWN, *map(ended, rows[3:])]).sentences[:2] == (
        "Trust ends.",
        "Trust leaves Top.",
    )


def test_bodies_are_new_removed_go_on_and_are_renamed_under_the_name_they_had() -> None:
    assert there_and_back([TOP], [TOP, TRUST]) == (("Trust is new.",), ("Trust is removed.",))
    assert meaning([ended(TRUST)], [TRUST]).sentences == ("Trust goes on.",)
    renamed = dataclasses.replace(TOP, name="Summit")
    rows = [MIDDLE, MIDDLE_TO_TOP]
    assert meaning([*rows, TOP], [renamed, MIDDLE]).sentences == (
        "Top is now called Summit.",
        "Middle loses its only line to Top.",
    )


def test_seats_of_a_merged_body_that_no_successor_holds_are_named() -> None:
    heir = entity("heir", "Organisation")
    seat, other = fact("trust", "MEMBER_OF", "top"), fact("town", "MEMBER_OF", "top")
    rows = [TOP, TRUST, TOWN, heir, seat, other]
    merged = [fact(one, "SUCCEEDED_BY", "heir", "merger", start_date="2026-04-30") for one in ("trust", "town")]
    assert meaning(rows, [*rows, *merged]).sentences == (
        "The seats of Town and Trust at Top are not taken over by the successor, Heir.",
    )
    assert meaning(rows, [*rows, merged[0]]).sentences == (
        "The seat of Trust at Top is not taken over by the successor, Heir.",
    )
    taken = fact("heir", "MEMBER_OF", "top")
    assert meaning([*rows, taken], [*rows, taken, *merged]).sentences == ()


def test_a_new_date_of_a_source_moves_what_rests_on_it() -> None:
    page = Source(id="list", title="List", date="2024")
    seat = fact("trust", "MEMBER_OF", "top", evidence_date="", sources=("list",))
    later = dataclasses.replace(page, date="2030")
    assert "Trust leaves Top." in meaning([TOP, TRUST, page, seat], [TOP, TRUST, later, seat]).sentences


def test_a_long_story_is_cut_and_says_so() -> None:
    boards = [entity(f"board-{number}", name=f"Group {number}") for number in range(30)]
    members = [entity(f"member-{number}", "Organisation", name=f"Trust {number}") for number in range(30)]
    seats = [fact(one.id, "MEMBER_OF", board.id) for one, board in zip(members, boards, strict=True)]
    found = meaning([*boards, *members, *seats], [*boards, *members]).sentences
    assert len([sentence for sentence in found if " no longer recorded at " in sentence]) == 12
    assert "18 more sentences of this kind are left out." in found


EDITS = st.sampled_from(["end", "remove", "chair"])


def edited(before: Snapshot, edits: dict[str, str]) -> Snapshot:
    rows: list[Row] = []
    for row in before:
        edit = edits.get(row.id)
        if edit == "end" and isinstance(row, Entity | Fact) and not row.end_date:
            rows.append(ended(row))
        elif edit == "chair" and isinstance(row, Fact) and row.relation == "MEMBER_OF":
            rows.append(dataclasses.replace(row, role="chair"))
        elif not isinstance(row, Dataset) and (edit != "remove" or not isinstance(row, Fact)):
            rows.append(row)
    return Snapshot.of(rows, before.dataset)


OPPOSITES = [
    (" loses? (its|their) only line to ", " gains? a line to "),
    (" leaves? | no longer recorded at ", " joins? "),
    (" left without a known ", " until then without a known "),
    (" loses? all (its|their) known seats", " gains? (its|their) first known seats"),
    (" loses? the (oversight|direction)", " gains? the (oversight|direction)"),
]


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_undoing_says_the_opposite_and_nothing_ever_names_an_id(data: st.DataObject) -> None:
    ids = [row.id for row in EXAMPLETON if isinstance(row, Fact) or (isinstance(row, Entity) and row.label in BODIES)]
    after = edited(EXAMPLETON, data.draw(st.dictionaries(st.sampled_from(ids), EDITS, max_size=20)))
    done = impact(EXAMPLETON, after, difference(EXAMPLETON, after))
    undone = impact(after, EXAMPLETON, difference(after, EXAMPLETON))
    assert done.day == undone.day
    for one, other in OPPOSITES:
        for first, second in ((done, undone), (undone, done)):
            found = [each for each in first.sentences if re.search(one, each)]
            assert not found or any(re.search(other, each) for each in second.sentences), found
    for sentence in (*done.sentences, *undone.sentences):
        assert "None" not in sentence
        assert not any(node_id in sentence for node_id in EXAMPLETON.entities if "-" in node_id)
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")


def test_a_reorganisation_of_exampleton_is_told_as_it_is(exampleton: Snapshot) -> None:
    edits = {
        "health-board--delivery-group--reports-to",
        "finance-group--exampleton-council--member-of",
        "delivery-group--hospitals-chief-executive--member-of",
        "digital-plan--exampleton-council--owns",
        "health-board--scrutiny-panel--oversees",
    }
    rows = [ended(row) if row.id in edits else row for row in exampleton if not isinstance(row, Dataset)]
    after = Snapshot.of(rows, exampleton.dataset)
    found = impact(exampleton, after, difference(exampleton, after))
    assert found.day == "2026-05-01"
    assert set(found.sentences) == {
        (
            "The Exampleton Delivery Group loses its only line to the Exampleton Health Board, and so do "
            "3 boards and 2 Local Care Partnerships below it."
        ),
        "The Hill & Moor Local Care Partnership loses its only line to the Exampleton Health Board (our inference).",
        "The Exampleton Health Board loses the oversight of the Scrutiny Panel (Health) and is under nobody else’s.",
        (
            "The Exampleton Delivery Group is left without a known chair, until then chaired by "
            "the Chief Executive, Exampleton Hospitals."
        ),
        "The Digital Plan is left without a known owner, until then owned by Exampleton Council.",
        "Exampleton Council leaves the Exampleton Finance Group.",
        "The Exampleton Finance Group loses all its known seats.",
    }


def test_one_body_that_is_several_by_its_name_does_what_several_do() -> None:
    groups = dataclasses.replace(MIDDLE, id="groups", name="Patient Groups", form="group")
    up = dataclasses.replace(MIDDLE_TO_TOP, id="groups-up", subject="groups")
    assert "Patient Groups lose their only line to Top." in meaning([TOP, groups, up], [TOP, groups]).sentences
