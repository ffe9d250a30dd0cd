"""How two things are joined, in sentences and step by step."""

from datetime import date

import pytest
from evidence.made_up import board, documented, entity, fact, inferred, part

from ecosystem.answers import path
from ecosystem.model import BASES
from ecosystem.problems import NotFound, UsageError
from ecosystem.results import Report
from ecosystem.snapshot import Snapshot
from ecosystem.wording import WITH_OUR_INFERENCE

DAY = date(2024, 3, 5)
NODES = (board(), board("Group"), entity("Organisation", "Council"), entity("Organisation", "Trust"))


def titles(report: Report) -> list[str]:
    return [one.title for one in report.parts]


def headline(report: Report) -> str:
    [lead] = report.lead
    return lead


def steps(title: str, report: Report) -> list[tuple[object, object]]:
    return [(row[0], row[1]) for row in part(title, report).rows]


def test_a_line_upward_opens_the_answer_in_one_sentence_with_its_kinds_and_date(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "Digital Panel", "EHB")
    assert headline(report) == (
        "From the Digital Panel a line leads upward to the Exampleton Health Board in two steps, through the "
        "Exampleton Delivery Group, by delegation and reporting (last confirmed 2023)."
    )
    assert titles(report) == ["Line upward from Digital Panel to Exampleton Health Board"]
    assert report.parts[0].rows[1] == (
        2, "The Exampleton Delivery Group reports to the Exampleton Health Board.", "reports", "last confirmed 2023",
        "stated", "Constitution of the Exampleton Partnership, section 4", "",
    )  # fmt: skip


def test_a_line_is_found_whichever_end_is_named_first(exampleton: Snapshot) -> None:
    down = path(exampleton.on(DAY), "EHB", "Digital Panel")
    assert titles(down) == ["Line upward from Digital Panel to Exampleton Health Board"]


def test_one_step_is_its_own_sentence_with_a_weaker_basis_named() -> None:
    view = documented(*NODES, fact("board", "OVERSEES", "group", basis="implied", role="directs"))
    assert path(view, "Board", "Group").lead == ("Board gives direction to Group (implied, last confirmed 2018).",)


def test_steps_of_several_bases_name_them_all() -> None:
    view = documented(
        *NODES, fact("group", "REPORTS_TO", "council"), fact("council", "PART_OF", "board", basis="implied")
    )
    assert headline(path(view, "Group", "Board")).endswith("(stated and implied, last confirmed 2018).")


def test_a_line_without_reporting_says_so() -> None:
    view = documented(*NODES, fact("group", "PART_OF", "council"), fact("board", "OVERSEES", "council"))
    lead = headline(path(view, "Group", "Board"))
    assert "by belonging and oversight; no step of it is reporting" in lead


def test_steps_of_several_ages_are_dated_by_the_oldest() -> None:
    view = documented(
        *NODES, fact("group", "REPORTS_TO", "council", "minutes:1"), fact("council", "REPORTS_TO", "board")
    )
    lead = headline(path(view, "Group", "Board"))
    assert lead.endswith("by reporting (the oldest step last confirmed 2018).")


def test_a_shared_seat_is_called_that_and_never_reporting(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "Exampleton Council", "EHFT")
    assert headline(report) == (
        "No source states for 5 March 2024 that Exampleton Council or Exampleton Hospitals NHS Foundation Trust is"
        " above the other; Exampleton Council and Exampleton Hospitals NHS Foundation Trust both sit on the "
        "Exampleton Delivery Group (documented 5 March 2024)."
    )
    assert part("Line upward", report).lead == "No line upward of either is stated."
    assert part("Connection", report).lead == "One other route is as short, through the Exampleton Health Board."
    assert "To sit at the same table, or to belong to the same body, is not to report." in report.notes


def test_of_several_other_routes_as_short_the_best_is_named_whichever_way_it_is_asked() -> None:
    seats = [fact(one, "MEMBER_OF", table) for one in ("council", "trust") for table in ("board", "group", "hub")]
    view = documented(*NODES, board("Hub"), *seats)
    for ends in (("Council", "Trust"), ("Trust", "Council")):
        lead = part("Connection", path(view, *ends)).lead
        assert lead == "Two other routes are as short, one of them through Group."


def test_who_sits_on_both_tables_is_said_to() -> None:
    view = documented(*NODES, fact("council", "MEMBER_OF", "board"), fact("council", "MEMBER_OF", "group"))
    lead = headline(path(view, "Board", "Group"))
    assert "Council sits on both Board and Group" in lead


def test_who_is_only_a_partner_is_not_said_to_sit() -> None:
    view = documented(
        *NODES, fact("council", "MEMBER_OF", "board"), fact("council", "MEMBER_OF", "group", role="partner")
    )
    report = path(view, "Board", "Group")
    assert "Council sits on Board, and Council is a partner in Group (last confirmed 2018)" in headline(report)
    assert "To sit at the same table, or to belong to the same body, is not to report." in report.notes


def test_two_partners_of_one_body_are_told_together() -> None:
    partners = (fact(one, "MEMBER_OF", "board", role="partner") for one in ("council", "group"))
    assert "Council and Group are partners in Board (" in headline(
        path(documented(*NODES, *partners), "Council", "Group")
    )


def test_what_sources_look_back_on_is_told_beside_the_tie_that_stands() -> None:
    once = fact("council", "PARTNERS_WITH", "group", evidence_date="2017", note="on a bid")
    seats = (fact("council", "MEMBER_OF", "board"), fact("group", "MEMBER_OF", "board"))
    report = path(documented(*NODES, *seats, once), "Council", "Group")
    assert "Council and Group both sit on Board (" in headline(report)
    told = "worked in partnership with Group (on a bid; last confirmed 2017, looked back on in 2018; Handbook, line 2)."
    assert f"Earlier, Council {told}" in report.notes
    alone = headline(path(documented(*NODES, once), "Council", "Group"))
    assert "Council worked in partnership with Group (last confirmed 2017, looked back on in 2018)." in alone


def test_a_seat_at_a_table_that_sits_elsewhere_is_no_shared_seat() -> None:
    view = documented(*NODES, fact("council", "MEMBER_OF", "board"), fact("board", "MEMBER_OF", "group"))
    report = path(view, "Council", "Group")
    assert "Council sits on Board, and Board sits on Group" in report.lead[0]
    assert "To sit at the same table, or to belong to the same body, is not to report." not in report.notes


def test_what_we_infer_stands_apart_and_is_called_that_at_every_step(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "hill-lcp", "EHB")
    ours = f"{WITH_OUR_INFERENCE}line upward from Hill & Moor Local Care Partnership to Exampleton Health Board"
    assert titles(report) == ["Line upward", "Connection", ours]
    assert steps(ours, report) == [
        (1, "We infer that the Hill & Moor Local Care Partnership is accountable to the Exampleton Delivery Group."),
        (2, "The Exampleton Delivery Group reports to the Exampleton Health Board."),
    ]
    lead = headline(report)
    assert lead.startswith("No source states for 5 March 2024 that the Hill & Moor Local Care Partnership or")
    assert "; if we infer rightly that the Hill & Moor Local Care Partnership is accountable to" in lead
    assert lead.endswith("by accountability and reporting (the oldest step last confirmed 2023).")
    [row, _] = part(ours, report).rows
    assert row[3:] == ("judged for 2024", "inferred", "", "the constitution names the other two partnerships only")


def test_without_our_inference_on_the_bases_chosen_there_is_none(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY, ["stated"]), "hill-lcp", "EHB")
    assert not any(one.rows for one in report.parts)
    assert report.bases == ("stated",)


def test_no_route_names_the_furthest_point_that_each_leads_to(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "Estates Group", "EHB")
    assert headline(report) == (
        "No source states for 5 March 2024 that the Estates Group or the Exampleton Health Board is above the "
        "other, or how they are connected."
    )
    assert part("Line upward", report).lead == (
        "No line upward of the Estates Group is stated; the furthest point that sources place above the "
        "Exampleton Health Board is the Scrutiny Panel (Health), one step up (documented 5 March 2024)."
    )
    assert not any(one.rows for one in report.parts)


def test_several_furthest_points_are_named_and_many_are_counted() -> None:
    tops = tuple(board(name) for name in ("One", "Two", "Three", "Four", "Five"))
    lines = tuple(fact("group", "REPORTS_TO", top.id) for top in tops)
    lead = part("Line upward", path(documented(*NODES, *tops, *lines), "Group", "Trust")).lead
    assert lead.startswith(
        "The furthest points that sources place above Group are Five, Four, One and 2 more, one step up "
        "(last confirmed 2018);"
    )


def test_the_furthest_point_says_on_what_it_rests_where_that_is_not_all_stated() -> None:
    lines = (fact("group", "REPORTS_TO", "council"), fact("council", "PART_OF", "board", basis="implied"))
    lead = part("Line upward", path(documented(*NODES, *lines), "Group", "Trust")).lead
    assert lead.startswith(
        "The furthest point that sources place above Group is Board, two steps up (stated and implied, "
        "last confirmed 2018);"
    )


def test_a_route_of_another_day_is_offered_only_where_there_is_one(exampleton: Snapshot) -> None:
    early = exampleton.on(date(2019, 12, 31))
    assert "On the whole record there is a line upward: add --as-of any." in path(early, "Digital Panel", "EHB").notes
    assert "On the whole record there is a connection: add --as-of any." in path(early, "EC", "EHFT").notes
    assert not [note for note in path(early, "Estates Group", "EHB").notes if "whole record" in note]


def test_a_route_on_another_basis_is_offered_only_where_there_is_one() -> None:
    view = documented(*NODES, fact("group", "REPORTS_TO", "board", basis="implied")).snapshot
    stated = view.on(date(2022, 7, 19), ["stated"])
    assert "On every basis there is a line upward: leave out --basis." in path(stated, "Group", "Board").notes
    assert not [note for note in path(stated, "Trust", "Board").notes if "basis" in note and "On every" in note]


def test_the_whole_record_may_join_what_was_never_so_on_one_day() -> None:
    seats = (fact("council", "MEMBER_OF", "board", end_date="2018"), fact("trust", "MEMBER_OF", "board", "minutes:1"))
    whole = documented(*NODES, *seats).snapshot.on(None)
    note = "In the whole record the steps of a chain need not have held on one and the same day."
    assert note in path(whole, "Council", "Trust").notes
    assert path(whole, "Council", "Trust").lead[0].startswith("No source states that Council or Trust")
    assert note not in path(whole, "Council", "Board").notes


def test_an_end_that_is_over_says_so_and_leads_to_what_followed(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "old-exampleton-authority", "exampleton-partnership")
    assert steps("Connection", report) == [
        (1, "Old Exampleton Health Authority was renamed Shire Integrated Care Board."),
        (2, "Shire Integrated Care Board oversees the Exampleton Health and Care Partnership."),
    ]
    assert "Old Exampleton Health Authority ended March 2013." in report.notes


def test_a_constituency_in_between_need_not_be_the_same_people() -> None:
    members = entity("Constituency", "elected members")
    seats = (fact("elected-members", "MEMBER_OF", "board"), fact("elected-members", "MEMBER_OF", "group"))
    report = path(documented(*NODES, members, *seats), "Board", "Group")
    assert "elected members sit on both Board and Group" in report.lead[0]
    assert "Who speaks for elected members need not be the same each time." in report.notes


def test_a_person_or_place_is_not_said_to_be_above_anything(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "Avery Example", "Exampleton Council")
    assert headline(report) == (
        "Avery Example holds the post of Director of Public Health, and the Director of Public Health is part of "
        "Exampleton Council (documented 5 March 2024)."
    )
    assert titles(report) == ["Connection"]


def test_what_two_share_without_being_joined_is_named(exampleton: Snapshot) -> None:
    town = entity("Place", "Town")
    covers = (fact("board", "COVERS", "town"), fact("trust", "COVERS", "town"))
    note = "They share only Town: the same page, place, class or people served is no connection."
    assert note in path(documented(*NODES, town, *covers), "Board", "Trust").notes
    assert not [each for each in path(exampleton.on(DAY), "Estates Group", "EHB").notes if "They share" in each]


def test_facts_left_out_are_those_of_the_two_ends(exampleton: Snapshot) -> None:
    report = path(exampleton.on(DAY), "EC", "EHFT")
    assert "Left out on 5 March 2024: 1 fact ended or not yet begun." in report.notes


def test_a_loop_between_two_bodies_is_told_both_ways() -> None:
    view = documented(
        *NODES, fact("group", "REPORTS_TO", "board"), fact("board", "REPORTS_TO", "group", role="accountable")
    )
    report = path(view, "Group", "Board")
    assert titles(report) == ["Line upward from Group to Board", "Line upward from Board to Group"]
    assert report.lead[0].startswith("Group reports to Board (last confirmed 2018); Board is accountable to Group")


def test_the_same_thing_twice_is_a_usage_error(exampleton: Snapshot) -> None:
    with pytest.raises(UsageError, match="both names mean Exampleton Health Board"):
        path(exampleton.on(DAY), "EHB", "health-board")


def test_a_source_is_joined_to_nothing(exampleton: Snapshot) -> None:
    with pytest.raises(UsageError, match="ecosystem show constitution-2023"):
        path(exampleton.on(DAY), "EHB", "constitution-2023")


def test_an_unknown_name_is_not_found(exampleton: Snapshot) -> None:
    with pytest.raises(NotFound):
        path(exampleton.on(DAY), "EHB", "Nowhere Board")


def test_an_ambiguous_name_is_asked_back() -> None:
    view = documented(*NODES, board("Twin", id="one"), board("Twin", id="two"))
    with pytest.raises(UsageError, match="may be any of 2: one, two"):
        path(view, "Board", "Twin")


def test_no_answer_ever_calls_what_only_we_infer_stated(exampleton: Snapshot) -> None:
    ids = sorted(exampleton.entities)
    view = exampleton.on(DAY, BASES)
    for one, other in zip(ids, ids[1:] + ids[:1], strict=True):
        for section in path(view, one, other).parts:
            inferred_rows = [row for row in section.rows if row[4] == "inferred"]
            assert not inferred_rows or section.title.startswith(WITH_OUR_INFERENCE)
            assert all(str(row[1]).startswith("We infer that ") for row in inferred_rows)


def test_an_inferred_seat_is_told_as_our_inference_of_a_connection() -> None:
    view = documented(*NODES, fact("council", "MEMBER_OF", "board"), inferred("trust", "MEMBER_OF", "board"))
    report = path(view, "Council", "Trust")
    assert titles(report) == ["Line upward", "Connection", f"{WITH_OUR_INFERENCE}connection"]
    assert "if we infer rightly that Trust sits on Board, Council and Trust both sit on Board" in report.lead[0]
