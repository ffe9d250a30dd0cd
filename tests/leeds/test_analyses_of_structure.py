"""What analyses of seats, connections and strategies say of Leeds, each worked out by hand from the register."""

import pytest

from ecosystem.answers.analyses.connections import CONNECTIONS
from ecosystem.answers.analyses.plans import PLANS
from ecosystem.answers.analyses.reach import REACH
from ecosystem.answers.analyses.seats import SEATS
from ecosystem.answers.analyses.tables import TABLES
from ecosystem.results import Part
from ecosystem.snapshot import Snapshot

ANALYSES = {each.name: each for each in (*SEATS, *TABLES, *CONNECTIONS, *REACH, *PLANS)}
HUB, LAHP = "Leeds Health and Social Care Hub", "Leeds Academic Health Partnership"
PEG, HWB = "Leeds Health & Care Partnership Executive Group", "Leeds Health and Wellbeing Board"
LCC, LCH = "Leeds City Council", "Leeds Community Healthcare NHS Trust"
LTHT, LYPFT = "Leeds Teaching Hospitals NHS Trust", "Leeds and York Partnership NHS Foundation Trust"


def part(leeds: Snapshot, name: str) -> Part:
    return ANALYSES[name].part(leeds.on(leeds.default_day))


def lead(leeds: Snapshot, name: str) -> str:
    return part(leeds, name).lead


def notes(leeds: Snapshot, name: str) -> str:
    return " ".join(part(leeds, name).notes)


def test_four_organisations_share_three_tables(leeds: Snapshot) -> None:
    # The Partnership, the Executive Group and the Hub each name all four; so do no other three tables any pair.
    assert lead(leeds, "sitting-together") == (
        f"6 pairs of bodies share more tables than any other, 3 each; they are among {LYPFT}, {LCC}, {LCH} and {LTHT}."
    )
    three = {frozenset(row[:2]) for row in part(leeds, "sitting-together").rows if row[2] == 3}
    assert three == {frozenset((one, other)) for one in (LCC, LCH, LTHT, LYPFT) for other in (LCC, LCH, LTHT, LYPFT)
                     if one != other}  # fmt: skip


def test_the_council_has_most_tables(leeds: Snapshot) -> None:
    # Seven bodies at LAHP, five at PEG, eleven in the Hub, four at HWB, four in Forum Central, one at the Steering
    # Group: 32 places. The Council has four, the three trusts three each; two of those with two make it 17.
    assert lead(leeds, "seat-load") == (
        f"{LCC} is at more tables than any other body, 4 of the 6 tables at which any is known to be; "
        "6 bodies together have half or more of all 32 places."
    )
    rows = {row[1]: row for row in part(leeds, "seat-load").rows}
    assert (rows[LCC][4], rows[LCC][5]) == ((LAHP, PEG, HUB, HWB), (HWB,))
    assert {row[0] for row in rows.values() if row[1] in {LCH, LTHT, LYPFT}} == {2}


def test_the_council_stands_between_most_pairs_of_sectors(leeds: Snapshot) -> None:
    # It meets 14 bodies: 91 pairs, of which 45 meet in the Hub, 5 more at LAHP, 3 more at PEG and 3 more at HWB. Of the
    # other 35 one, Safer Leeds and the Academy, is of one sector.
    assert lead(leeds, "brokers").startswith("34 pairs of bodies of different sectors share no table with each other, ")
    assert part(leeds, "brokers").rows[0][:4] == (LCC, "Council", 35, 34)


def test_two_pairs_of_tables_have_half_of_their_bodies_in_common(leeds: Snapshot) -> None:
    # LAHP has 7 bodies and the Hub 11, six of them the same; the Executive Group has 5, four of them at LAHP.
    assert lead(leeds, "overlapping-tables") == (
        f"Of 12 bodies at the {LAHP} or {HUB}, 6 are at both (50%); "
        "no other two tables have a greater share in common, and 1 other pair of tables has as great a one."
    )
    rows = {row[0]: row[4:] for row in part(leeds, "overlapping-tables").rows}
    assert rows[PEG] == ((LAHP,), 4, 8)


def test_three_sectors_are_named_at_one_table_only(leeds: Snapshot) -> None:
    # Education in the Hub's Working Group, the public's voice on the Board (Healthwatch), regional bodies in the Hub.
    assert lead(leeds, "missing-sectors") == (
        "Of the 11 tables at which anybody is named, the sectors Education, Public voice and Regional are each named "
        "at the fewest, 1, and the sector Council is named at the most, 6."
    )
    found = part(leeds, "missing-sectors")
    by_table = {row[0]: dict(zip(found.columns, row, strict=True)) for row in found.rows}
    assert "Public voice 1" in by_table[HWB]["named"]
    assert by_table[LAHP]["named"] == ("Council 1", "NHS 3", "Universities 3")
    assert ("Third sector" in by_table[LAHP]["nobody_named_of"], by_table[LAHP]["list_complete"]) == (True, "yes")


def test_parts_of_the_record_that_nothing_joins(leeds: Snapshot) -> None:
    # Beside the large part: Forum Central with four networks and the LCP development team, Seacroft with two groups,
    # and the regional partnership with its executive.
    words = lead(leeds, "cohesion")
    assert "; 11 are in 3 smaller parts and " in words
    figures = dict(part(leeds, "cohesion").rows)
    alone, largest = figures["bodies without a formal connection"], figures["bodies in the largest part"]
    assert (figures["bodies"], figures["parts of more than one body"]) == (int(str(alone)) + int(str(largest)) + 11, 4)


def test_the_hub_the_council_and_the_academic_partnership_have_most_connections(leeds: Snapshot) -> None:
    # The Hub: eleven partners, two groups that direct it, one that is planned.
    top = part(leeds, "concentration").rows[:3]
    assert [row[1] for row in top] == [HUB, LCC, LAHP]
    assert (top[0][2], top[2][2]) == (14, 7)


def test_the_core_is_three_tables_four_organisations_and_their_overseer(leeds: Snapshot) -> None:
    # Each of the four has a seat at all three; NHS Improvement oversees the three trusts.
    core = {row[1] for row in part(leeds, "core").rows if row[2] == 3}
    assert core == {LAHP, PEG, HUB, LCC, LCH, LTHT, LYPFT, "NHS Improvement"}


def test_the_steering_group_is_joined_to_the_hub_and_to_its_partner(leeds: Snapshot) -> None:
    # Its chair is a post of the Department, which is itself a partner in the Hub: two connections, one circle.
    assert part(leeds, "redundant-connections").rows[0][1:4] == (2, 1, 1.0)
    assert "most of all the Leeds Health and Social Care Hub Steering Group: 50%" in lead(
        leeds, "redundant-connections"
    )


def test_briefing_begins_with_who_reaches_most(leeds: Snapshot) -> None:
    first = {row[0]: row for row in reversed(part(leeds, "briefing").rows)}
    # Within one step the Hub reaches its fourteen and itself.
    assert first[1][:4] == (1, 1, HUB, 15)
    assert first[2][:3] == (2, 1, LCC)


def test_bodies_that_only_hang_together_among_themselves_are_a_grouping(leeds: Snapshot) -> None:
    found = {frozenset(row[2]): row[4] for row in part(leeds, "groupings").rows}  # type: ignore[arg-type]
    regional = frozenset(
        {"West Yorkshire & Harrogate Health and Care Partnership", "WY&H HCP System Leadership Executive"}
    )
    assert found[regional] == 50


def test_most_strategies_have_no_stated_owner(leeds: Snapshot) -> None:
    # Owned: Better Lives, Inclusive Growth, the CCG's plan, and two of the regional partnership; delivered: the WY&H
    # plan; overseen: that plan and the Leeds Health and Care Plan.
    words = notes(leeds, "strategies")
    assert lead(leeds, "strategies") == (
        "Of 23 strategies, plans and frameworks not known to have ended, 18 are without a stated owner, 22 without "
        "anybody stated to deliver them, 21 without anybody stated to oversee or direct them and 16 without any of the "
        "three."
    )
    assert "Leeds Health and Wellbeing Strategy 2016-2021 (31 December 2021)" in words
    # We infer that the Best Council Plan is the Council's.
    assert "With our inference, which no document states: Of 23 strategies, plans and frameworks" in words
    assert " 17 are without a stated owner, " in words


@pytest.mark.parametrize("name", [each.name for each in (*SEATS, *TABLES)])
def test_no_inference_is_needed_for_who_sits_where(leeds: Snapshot, name: str) -> None:
    assert "inference" not in notes(leeds, name)
