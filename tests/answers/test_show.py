"""Everything said of one entity, with its dates in words and its sources."""

from datetime import date

import pytest

from ecosystem.answers import members, show
from ecosystem.model import Entity, Fact
from ecosystem.problems import NotFound
from ecosystem.results import Result
from ecosystem.snapshot import Snapshot
from ecosystem.wording import WITH_OUR_INFERENCE

DAY = date(2024, 3, 5)


def told(result: Result, section: str) -> list[tuple[object, object, object]]:
    return [(row[1], row[2], row[3]) for row in result.rows if row[0] == section]


def section_row(result: Result, section: str) -> dict[str, object]:
    return dict(zip(result.columns, next(row for row in result.rows if row[0] == section), strict=True))


def with_facts(snapshot: Snapshot, *facts: Fact) -> Snapshot:
    return Snapshot.of([*(row for row in snapshot if row is not snapshot.dataset), *facts], snapshot.dataset)


def test_a_table_shows_its_chair_first_and_the_person_named_in_the_post(exampleton: Snapshot) -> None:
    at_table = told(show(exampleton.on(DAY), "EHB"), "Its chair and members")
    assert at_table[:2] == [
        ("chair", "Director of Public Health", "since May 2023, documented 5 March 2024"),
        ("named in that post", "Avery Example", "documented 5 March 2024"),
    ]
    assert ("representative", "the third sector", "documented 5 March 2024") in at_table


def test_what_is_said_alike_stands_together_by_the_name_of_the_other(exampleton: Snapshot) -> None:
    rows = [
        Entity(id="z-id", label="Organisation", name="Abbey", evidence_date="2024"),
        Entity(id="a-id", label="Organisation", name="zoo", evidence_date="2024"),
        Entity(id="hill", label="Place", name="Hill", evidence_date="2024"),
        Fact(id="1", subject="a-id", relation="COVERS", object="hill", evidence_date="2024", basis="stated"),
        Fact(id="2", subject="z-id", relation="LOCATED_IN", object="hill", evidence_date="2024", basis="stated"),
        Fact(id="3", subject="z-id", relation="COVERS", object="hill", evidence_date="2024", basis="stated"),
    ]
    hill = Snapshot.of(rows, exampleton.dataset).on(date(2024, 12, 31))
    assert [row[:2] for row in told(show(hill, "Hill"), "Served, covered or stood in by")] == [
        ("covers it", "Abbey"),
        ("covers it", "zoo"),
        ("is located in it", "Abbey"),
    ]


def test_a_person_is_carried_for_a_year_and_then_last_named(exampleton: Snapshot) -> None:
    at_table = told(show(exampleton.on(date(2025, 3, 6)), "EHB"), "Its chair and members")
    assert at_table[1] == ("named in that post", "Avery Example", "last named 5 March 2024; present holder not stated")


def test_a_person_who_chaired_years_ago_is_the_last_named_chair(exampleton: Snapshot) -> None:
    chaired = Fact(
        id="z", subject="a-example", relation="MEMBER_OF", object="finance-group", role="chair",
        sources=("constitution-2023:s5",),
    )  # fmt: skip
    result = show(with_facts(exampleton, chaired).on(date(2026, 1, 1)), "finance-group")
    named = ("Avery Example", "last named 2023; present holder not stated")
    assert told(result, "Its chair and members")[0] == (
        "chair", "not stated (last named 2023: Avery Example)", named[1]
    )  # fmt: skip
    assert ("chairs it", *named) in told(result, "Ended, not yet begun or unclear")


def test_a_chair_whose_holder_nobody_names_is_not_stated(exampleton: Snapshot) -> None:
    assert told(show(exampleton.on(DAY), "delivery-group"), "Its chair and members")[1] == (
        "named in that post",
        "not stated",
        "",
    )


def test_silence_about_members_and_chair_is_said(exampleton: Snapshot) -> None:
    assert told(show(exampleton.on(DAY), "hill-lcp"), "Its chair and members") == [
        ("chair", "not stated", ""),
        ("members", "not stated", ""),
    ]


def test_no_line_upward_is_said_and_an_inferred_one_stands_apart_with_its_reason(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "hill-lcp")
    assert told(result, "Line upward") == [("reports to", "not stated: no document states to whom it reports", "")]
    inferred = section_row(result, f"{WITH_OUR_INFERENCE}line upward")
    assert (inferred["basis"], inferred["when"]) == ("inferred", "judged for 2024")
    assert inferred["note"] == "the constitution names the other two partnerships only"


def test_a_line_stated_for_another_day_is_not_denied(exampleton: Snapshot) -> None:
    result = show(exampleton.on(date(2019, 1, 1)), "finance-group")
    assert told(result, "Line upward") == [("reports to", "not stated for this day", "")]


def test_a_line_upward_is_told_step_by_step_to_its_furthest_point(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "digital-panel")
    assert told(result, "Line upward") == [
        ("acts by delegation from", "Exampleton Delivery Group", "last confirmed 2023"),
        ("step 2", "The Exampleton Delivery Group reports to the Exampleton Health Board.", "last confirmed 2023"),
        ("step 3", "The Scrutiny Panel (Health) oversees the Exampleton Health Board.", "documented 5 March 2024"),
        ("furthest point", "Scrutiny Panel (Health), three steps up", ""),
    ]
    first = section_row(result, "Line upward")
    assert first["sources"] == "Constitution of the Exampleton Partnership, section 6"


def test_what_a_line_upward_tells_stands_in_no_other_section(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "director-of-public-health")
    sections = {row[0] for row in result.rows if row[2] == "Exampleton Council"}
    assert sections == {"Line upward"}


def test_who_reports_to_a_body_is_told_and_whom_we_infer_to_stands_apart(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "delivery-group")
    assert ("reports to it", "Exampleton Finance Group", "last confirmed 2023") in told(result, "Reporting to it")
    ours = told(result, f"{WITH_OUR_INFERENCE}reporting to it")
    assert ours == [("is accountable to it", "Hill & Moor Local Care Partnership", "judged for 2024")]


def test_an_organisation_shows_seats_of_its_own_and_through_its_posts(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "Exampleton Council")
    assert {what for _, what, _ in told(result, "Member of")} >= {"Exampleton Health Board", "Exampleton Finance Group"}
    through = told(result, "Member of, through its posts, teams and people")
    assert [(says, what) for says, what, _ in through] == [
        ("chairs", "Exampleton Health Board, through Director of Public Health")
    ]


def test_what_has_ended_stands_in_a_section_of_its_own(exampleton: Snapshot) -> None:
    ended = Fact(
        id="z", subject="vale-primary-care", relation="MEMBER_OF", object="finance-group", start_date="2016",
        end_date="2018-04", sources=("constitution-2023:s5",),
    )  # fmt: skip
    result = show(with_facts(exampleton, ended).on(DAY), "vale-primary-care")
    assert told(result, "Ended, not yet begun or unclear") == [
        ("sits on", "Exampleton Finance Group", "ended April 2018")
    ]
    assert result.notes == ("1 fact not known to hold on 5 March 2024: see “Ended, not yet begun or unclear”.",)


def test_a_listing_stays_where_it_is_when_what_it_lists_has_ended(exampleton: Snapshot) -> None:
    listing = Fact(
        id="z", subject="old-exampleton-authority", relation="SHOWN_ON", object="constitution-2023",
        sources=("constitution-2023:s5",),
    )  # fmt: skip
    result = show(with_facts(exampleton, listing).on(DAY), "old-exampleton-authority")
    assert told(result, "Listed on") == [("is listed on", "Constitution of the Exampleton Partnership", "listed 2023")]
    assert not [row for row in told(result, "Ended, not yet begun or unclear") if row[0] == "is listed on"]


def test_the_whole_record_shows_everything_without_a_section_for_what_ended(exampleton: Snapshot) -> None:
    result = show(exampleton.on(None), "old-exampleton-authority")
    assert result.as_of is None
    assert told(result, "What it is")[0] == ("kind", "organisation", "2002 to March 2013, documented 2023")
    assert told(result, "Successors") == [("was renamed", "Shire Integrated Care Board", "April 2013")]


def test_other_bases_are_counted_as_left_out(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY, ["stated"]), "hill-lcp")
    assert result.bases == ("stated",)
    assert result.notes == ("Left out: 1 fact on another basis.",)
    assert not told(result, f"{WITH_OUR_INFERENCE}line upward")


def test_statements_of_another_day_stand_with_what_does_not_hold(exampleton: Snapshot) -> None:
    result = show(exampleton.on(date(2016, 12, 31)), "digital-panel")
    assert ("meeting schedule", "not stated: left open by the source", "date unclear") in told(
        result, "Ended, not yet begun or unclear"
    )
    assert not told(result, "Figures, schedules and powers")
    assert "1 statement not known to hold on 31 December 2016" in result.notes[0]


def test_a_day_after_the_record_is_said_to_be_so(exampleton: Snapshot) -> None:
    said = "The record speaks of days up to 5 March 2024; what came after is not in it."
    for tell in (show, members):
        assert tell(exampleton.on(date(2030, 1, 1)), "EHB").notes[-1] == said
        assert said not in tell(exampleton.on(DAY), "EHB").notes


def test_a_thing_the_source_leaves_open_is_said_to_be_open(exampleton: Snapshot) -> None:
    row = section_row(show(exampleton.on(DAY), "digital-panel"), "Figures, schedules and powers")
    assert (row["says"], row["what"]) == ("meeting schedule", "not stated: left open by the source")


def test_a_source_says_what_rests_on_it(exampleton: Snapshot) -> None:
    result = show(exampleton.on(DAY), "constitution-2023")
    facts = sum(
        any(each.startswith("constitution-2023:") for each in fact.sources) for fact in exampleton.facts.values()
    )
    assert ("supports", f"{facts} facts", "") in told(result, "What it is")
    assert told(result, "Lists") == [("is listed on it", "Estates Group", "listed 2023")]


def test_every_entity_and_source_can_be_shown_on_any_day(exampleton: Snapshot) -> None:
    for day in (None, date(2013, 4, 1), DAY, date(2030, 1, 1)):
        for node_id in (*exampleton.entities, *exampleton.sources):
            result = show(exampleton.on(day), node_id)
            assert all(len(row) == len(result.columns) for row in result.rows)


def test_an_unknown_name_is_not_found(exampleton: Snapshot) -> None:
    with pytest.raises(NotFound):
        show(exampleton.on(DAY), "Nowhere Board")
