"""How things in Leeds are joined, as far as the five documents say."""

from datetime import date
from itertools import permutations

import pytest
from evidence.made_up import part

from ecosystem.answers import members, path, show
from ecosystem.model import WITH_SEATS, basis_of
from ecosystem.paths import asserted_between, connection, reach_upward
from ecosystem.results import Report
from ecosystem.snapshot import Snapshot, View
from ecosystem.wording import WITH_OUR_INFERENCE

LAUNCH = "Leeds Health and Social Care Hub launches to improve outcomes across the region"
HANDBOOK = "Health and care in Leeds: An information handbook"
HUB = "leeds-health-and-social-care-hub"


@pytest.fixture(scope="module")
def today(leeds: Snapshot) -> View:
    return leeds.on(leeds.default_day)


def joined(report: Report, title: str = "Connection") -> list[tuple[object, ...]]:
    return [(row[1], row[4], row[5]) for row in part(title, report).rows]


def test_no_step_that_sources_assert_is_reporting(leeds: Snapshot) -> None:
    for view in (leeds.on(leeds.default_day).asserted, leeds.on(None).asserted):
        steps = [step for one in leeds.entities for layer in reach_upward(view, one).layers for step in layer]
        relations = {fact.relation for step in steps for fact in step.facts}
        assert relations == {"OVERSEES", "PART_OF"}
        assert {basis_of(fact) for step in steps for fact in step.facts} <= {"stated", "implied", "shown"}


@pytest.mark.parametrize("as_of", [None, date(2016, 12, 31), date(2018, 12, 31), date(2022, 7, 19)])
def test_no_line_leads_among_the_three_boards_of_the_city_and_none_is_inferred(
    leeds: Snapshot, as_of: date | None
) -> None:
    for one, other in permutations(("PEG", "HWB", "ICE"), 2):
        report = path(leeds.on(as_of), one, other)
        assert not [section.title for section in report.parts if "ine upward" in section.title and section.rows]


def test_the_executive_group_and_the_wellbeing_board_are_joined_by_seats_alone(today: View) -> None:
    report = path(today, "PEG", "HWB")
    [lead] = report.lead
    assert lead.endswith(
        "is above the other; Leeds City Council sits on both the Leeds Health & Care Partnership Executive Group and "
        "the Leeds Health and Wellbeing Board (last confirmed 2018)."
    )
    assert joined(report) == [
        (
            "Leeds City Council is a member of the Leeds Health & Care Partnership Executive Group.",
            "stated",
            f"{HANDBOOK}, lines 1443-1446",
        ),
        (
            "Leeds City Council is represented on the Leeds Health and Wellbeing Board.",
            "stated",
            f"{HANDBOOK}, lines 1462-1466",
        ),
    ]
    assert part("Connection", report).lead == "One other route is as short, through Third Sector."
    assert (
        "is the Leeds Health and Care Partnership, one step up (implied, last confirmed 2018);"
        in part("Line upward", report).lead
    )
    assert "To sit at the same table, or to belong to the same body, is not to report." in report.notes


def test_the_plan_of_the_city_is_under_the_direction_of_the_board(today: View) -> None:
    report = path(today, "the Leeds Plan", "HWB")
    assert report.lead == (
        "The Leeds Health and Wellbeing Board gives direction to the Leeds Health and Care Plan (last confirmed 2018).",
    )
    [row] = report.parts[0].rows
    assert row[5] == f"{HANDBOOK}, lines 259-260, 298-301"


def test_the_strategy_of_the_board_has_run_out_and_its_line_is_found_on_the_whole_record(today: View) -> None:
    report = path(today, "HWS", "HWB")
    assert "The Leeds Health and Wellbeing Strategy 2016-2021 ended 31 December 2021." in report.notes
    assert "On the whole record there is a line upward: add --as-of any." in report.notes


def test_the_hub_is_directed_by_the_group_that_it_set_up_and_not_the_other_way_round(today: View) -> None:
    found = asserted_between(today, "hub-steering-group", HUB)
    assert found.up is None
    assert found.down is not None
    assert {fact.role for fact in found.down.facts} == {"directs", "oversees"}
    report = path(today, HUB, "Hub Steering Group")
    assert {row[5] for row in report.parts[0].rows} == {f"{LAUNCH}, line 69"}


def test_that_the_working_group_reports_to_the_steering_group_is_our_inference(today: View) -> None:
    report = path(today, "Hub Working Group", "Hub Steering Group")
    [lead] = report.lead
    groups = (
        "the Leeds Health and Social Care Hub Working Group",
        "the Leeds Health and Social Care Hub Steering Group",
    )
    assert lead == (
        f"No source states for 19 July 2022 that {groups[0]} or {groups[1]} is above the other; "
        f"we infer that {groups[0]} reports to {groups[1]} (judged for 2022)."
    )
    *asserted, ours = report.parts
    assert ours.title.startswith(WITH_OUR_INFERENCE)
    assert {row[4] for section in asserted for row in section.rows} == {"stated", "implied"}
    assert [row[4] for row in ours.rows] == ["inferred"]


def test_a_trust_is_overseen_by_implication_and_says_so(today: View) -> None:
    report = path(today, "LTHT", "NHS Improvement")
    assert report.lead == (
        "NHS Improvement oversees Leeds Teaching Hospitals NHS Trust (implied, last confirmed 2018).",
    )
    assert report.parts[0].rows[0][6] == "said of all such trusts; no trust is named"


def test_six_organisations_sit_on_both_the_academic_partnership_and_the_hub(today: View) -> None:
    route = connection(today.asserted, "leeds-academic-health-partnership", HUB)
    assert route is not None
    both = {
        fact.subject for fact in today.facts_to(HUB, "MEMBER_OF")
    } & {fact.subject for fact in today.facts_to("leeds-academic-health-partnership", "MEMBER_OF")}  # fmt: skip
    assert (len(route.steps), route.others + 1) == (2, len(both)) == (2, 6)


def test_two_local_care_partnerships_are_not_joined_by_being_two_of_them(today: View) -> None:
    report = path(today, "Morley LCP", "Seacroft LCP")
    assert not any(section.rows for section in report.parts)
    assert any(note.startswith("They share only") for note in report.notes)


def test_the_commissioning_executive_is_only_printed_beside_the_wellbeing_board(today: View) -> None:
    report = path(today, "ICE", "HWB")
    assert not any(section.rows for section in report.parts)
    [note] = [note for note in report.notes if note.startswith("They share only")]
    assert note.startswith("They share only Governance page of the handbook: the same page, place, class")


def test_a_group_of_a_local_care_partnership_leads_no_further_than_to_it(today: View) -> None:
    assert reach_upward(today.asserted, "seacroft-lcp-design-group").furthest == ("seacroft-lcp",)


def test_who_speaks_for_the_third_sector_is_joined_to_the_board_through_it(today: View) -> None:
    assert [row[0] for row in joined(path(today, "Forum Central", "HWB"))] == [
        "Forum Central represents Third Sector.",
        "Third Sector is represented on the Leeds Health and Wellbeing Board.",
    ]


def test_a_predecessor_leads_to_the_seat_of_its_successor(today: View) -> None:
    report = path(today, "NHS Leeds North CCG", "PEG")
    assert [row[0] for row in joined(report)] == [
        "NHS Leeds North Clinical Commissioning Group merged into NHS Leeds Clinical Commissioning Group.",
        "NHS Leeds Clinical Commissioning Group is a member of the Leeds Health & Care Partnership Executive Group.",
    ]
    assert "NHS Leeds North Clinical Commissioning Group ended April 2018." in report.notes


def test_a_chair_named_in_2016_is_found_in_2016_and_not_now(leeds: Snapshot, today: View) -> None:
    assert not any(section.rows for section in path(today, "Lisa Mulherin", "HWB").parts)
    then = path(leeds.on(date(2016, 12, 31)), "Lisa Mulherin", "HWB")
    assert then.lead == ("Lisa Mulherin chairs the Leeds Health and Wellbeing Board (documented 2016).",)


def test_every_step_that_sources_assert_has_a_citation(today: View) -> None:
    tables = [entity.id for entity in today.entities if entity.label in WITH_SEATS]
    for table in tables:
        found = asserted_between(today, table, "leeds-health-and-wellbeing-board")
        for route in (*found.lines, *([found.joined] if found.joined else [])):
            assert all(fact.sources for fact in route.facts)


def test_the_members_of_the_wellbeing_board_for_the_minutes(today: View) -> None:
    result = members(today, "HWB")
    assert result.rows[0][:4] == (
        "Executive Member for Adults, Health and Wellbeing", "chair", "not stated", "Leeds City Council",
    )  # fmt: skip
    assert "The list is not stated to be complete: others may sit there" in result.lead
    assert f"{HANDBOOK}, lines 1462-1467" in result.lead


def test_the_ten_partners_of_2016_are_a_complete_list(leeds: Snapshot) -> None:
    result = members(leeds.on(date(2016, 12, 31)), "LAHP")
    assert result.lead.startswith("The list is stated to be complete (the ten partners are named, documented 2016, ")
    assert [row[1] for row in result.rows] == ["chair", *["partner"] * 10]


def test_a_group_whose_chair_nobody_names_says_so_first(today: View) -> None:
    assert members(today, "PEG").rows[0][:2] == ("not stated", "chair")


def test_what_is_shown_of_the_executive_group_says_that_no_document_states_to_whom_it_reports(today: View) -> None:
    rows = [row[1:3] for row in show(today, "PEG").rows if row[0] == "Line upward"]
    assert rows == [
        ("reports to", "not stated: no document states to whom it reports"),
        ("is part of", "Leeds Health and Care Partnership"),
    ]


def test_the_trust_and_the_council_are_told_by_the_tie_that_stands_and_apart_by_what_they_once_did(
    leeds: Snapshot, today: View
) -> None:
    report = path(today, "LTHT", "LCC")
    together = (
        "Leeds Teaching Hospitals NHS Trust and Leeds City Council are partners in Leeds Health and Social Care Hub"
    )
    assert report.lead[0].endswith(f"{together} (documented 19 July 2022).")
    once = "Earlier, Leeds Teaching Hospitals NHS Trust worked in partnership with Leeds City Council"
    ground = f"on the Lincoln Green project; last confirmed 2019, looked back on in 2022; {LAUNCH}, lines 15, 58"
    assert f"{once} ({ground})." in report.notes
    then = path(leeds.on(date(2019, 12, 31)), "LTHT", "LCC").lead[0]
    assert "worked in partnership with Leeds City Council (last confirmed 2019, looked back on in 2022)." in then


def test_no_sentence_of_a_path_says_that_what_the_record_looks_back_on_still_stands(leeds: Snapshot) -> None:
    past = [fact for fact in leeds.facts.values() if leeds.looks_back(fact)]
    assert {fact.relation for fact in past} == {"PARTNERS_WITH", "DELIVERS"}
    for fact in past:
        rows = [
            row for row in show(leeds.on(leeds.default_day), fact.subject).rows if row[2] == leeds.name_of(fact.object)
        ]
        assert not [row for row in rows if row[1] in {"delivers", "works in partnership with"}]
