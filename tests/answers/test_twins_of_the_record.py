"""The named questions about people and posts, change and evidence, on the files of Exampleton."""

from answers.asking import (
    BOARD,
    CHIEF,
    COUNCIL,
    DELIVERY,
    FINANCE,
    HEALTH,
    HILL,
    HOSPITALS,
    NORTH,
    SOUTH,
    STRATEGY,
    Answered,
    fact,
)  # fmt: skip

from ecosystem.model import Entity, Source, Statement
from ecosystem.results import Cell

AVERY, AUTHORITY, ICB = "Avery Example", "Old Exampleton Health Authority", "Shire Integrated Care Board"
PARTNERSHIP, REASON = "Exampleton Health and Care Partnership", "the constitution names the other two partnerships only"


def test_a_person_is_told_with_post_and_its_body_for_a_year(answer: Answered) -> None:
    held = (AVERY, 2024, "HOLDS", "", HEALTH, (COUNCIL,), "stated", ("minutes-2024:item1",))
    assert answer("people-named", 8) == {held}
    assert answer("people-named", 8, as_of="2025-03-05") == {held}
    assert answer("people-named", 8, as_of="2025-03-06") == {
        (AVERY, 2024, "not stated for this day", "", "", (), "", ("minutes-2024:item1",))
    }
    assert answer("people-named", 8, as_of="2023") == set()


def test_a_person_is_told_once_for_each_connection(answer: Answered) -> None:
    more = (
        fact("a-example", "MEMBER_OF", "finance-group", role="chair"),
        fact("a-example", "MEMBER_OF", "finance-group", role="member"),
        fact("a-example", "PART_OF", "exampleton-hospitals", basis="implied"),
        fact("finance-group", "PART_OF", "exampleton-partnership"),
    )
    assert {row[2:6] for row in answer("people-named", 6, *more, person="Avery Example")} == {
        ("HOLDS", "", HEALTH, (COUNCIL,)),
        ("MEMBER_OF", "chair", FINANCE, ()),
        ("MEMBER_OF", "member", FINANCE, ()),
        ("PART_OF", "", HOSPITALS, ()),
    }
    assert {row[2:6] for row in answer("people-named", 6, *more, bases="implied")} == {("PART_OF", "", HOSPITALS, ())}
    assert {row[2] for row in answer("people-named", 3, *more, bases="shown")} == {"not stated"}


def test_posts_are_told_with_their_seats_and_holders(answer: Answered) -> None:
    director = (COUNCIL, HEALTH, BOARD, "chair", 2024)
    assert answer("posts-of", 7) == {
        (*director, (AVERY,), "stated"),
        (HOSPITALS, CHIEF, DELIVERY, "chair", 2024, ("not stated",), "stated"),
    }
    assert answer("posts-of", 7, body="EC", as_of="2026") == {(*director, ("not stated for this day",), "stated")}


def test_a_post_without_a_seat_is_told_to_have_none_stated(answer: Answered) -> None:
    post = Entity(id="head-of-estates", label="Post", name="Head of Estates", sources=("minutes-2024:s1",))
    part = fact("head-of-estates", "PART_OF", "exampleton-council", at="minutes-2024:item5")
    row = (COUNCIL, "Head of Estates", "not stated", "", None, ("not stated",), "", ("minutes-2024:item5",))
    assert row in answer("posts-of", 8, post, part)


def test_a_post_in_a_programme_is_no_post_of_a_body(answer: Answered) -> None:
    programme = Entity(id="falls", label="Programme", name="Falls", sources=("minutes-2024:s1",))
    lead = Entity(id="lead", label="Post", name="Falls Lead", sources=("minutes-2024:s1",))
    part = fact("lead", "PART_OF", "falls")
    assert answer("posts-of", 2, programme, lead, part) == answer("posts-of", 2) != set()
    assert ("Falls Lead", ()) in answer("post-holders", 2, programme, lead, part)


def test_a_post_with_several_seats_is_told_at_each_and_its_citations_once(answer: Answered) -> None:
    seat = fact("director-of-public-health", "MEMBER_OF", "finance-group", at="minutes-2024:item2 minutes-2024:item9")
    assert {row[2:4] + row[7:] for row in answer("posts-of", 8, seat, body="EC")} == {
        (BOARD, "chair", ("minutes-2024:item2",)),
        (FINANCE, "not stated", ("minutes-2024:item2", "minutes-2024:item9")),
    }


def test_what_began_happened_or_ended_is_told_by_its_written_days(answer: Answered) -> None:
    assert answer("what-began-or-ended", 6, earlier="2020") == {
        ("2021-04", "began", "surely", NORTH, "", ""),
        ("2021-04", "began", "surely", SOUTH, "", ""),
        ("2022-01-01", "began", "surely", STRATEGY, "", ""),
        ("2022-02-14", "happened", "surely", PARTNERSHIP, "ENDORSED", STRATEGY),
        ("2023-05", "began", "surely", HEALTH, "MEMBER_OF", BOARD),
        ("2023-12", "ended", "surely", HOSPITALS, "MEMBER_OF", FINANCE),
    }
    assert answer("what-began-or-ended", 6, earlier="2012", as_of="2013") == {
        ("2013-03", "ended", "surely", AUTHORITY, "", ""),
        ("2013-04", "happened", "surely", AUTHORITY, "SUCCEEDED_BY", ICB),
    }


def test_a_day_is_compared_as_far_as_it_is_known(answer: Answered) -> None:
    def told(earlier: str, as_of: str) -> set[tuple[object, object]]:
        return {(row[0], row[2]) for row in answer("what-began-or-ended", 3, earlier=earlier, as_of=as_of)}

    assert told("2023-05-20", "2023-05-25") == {("2023-05", "may lie before or after")}
    assert told("2022-02-13", "2022-02-14") == {("2022-02-14", "surely")}
    assert told("2022-02-14", "2022-02-15") == told("2023-05-31", "2023-06") == set()
    assert told("2023-05-30", "2023-06") == {("2023-05", "may lie before")}
    assert told("2023-04-30", "2023-05-30") == {("2023-05", "may lie after")}
    assert told("2023-04-30", "2023-05-31") == {("2023-05", "surely")}
    assert told("2022-02-15", "2023-04") == told("2023-06-01", "2023-11") == set()
    assert told("any", "2002-06") == {("2002", "may lie after")}
    assert told("2024", "any") == {("2025-12-31", "surely")}
    assert told("2025", "any") == set()


def test_what_sources_first_speak_of_is_listed_by_the_year_of_its_oldest_evidence(answer: Answered) -> None:
    later = fact("estates-group", "MEMBER_OF", "finance-group", at="constitution-2023:s5 minutes-2024:item2")
    begun = fact("estates-group", "MEMBER_OF", "digital-panel", start_date="2023-02")
    told = {row[:5] for row in answer("what-is-first-documented", 6, later, begun, earlier="2022", as_of="2023")}
    assert told >= {
        (2023, "Board", "Estates Group", "", ""),
        (2023, "MEMBER_OF", "Estates Group", FINANCE, ""),
    }
    assert not {row for row in told if row[2:4] == ("Estates Group", "Digital Panel")} | {
        row for row in told if row[0] != 2023
    }
    assert answer("what-is-first-documented", 6, earlier="2024-03-05", as_of="2025") == set()
    days = ("2024-01-01", "2024-03-04"), ("2024-03-04", "2024-03-05")
    none, some = (answer("what-is-first-documented", 2, earlier=one, as_of=other) for one, other in days)
    assert (none, (2024, "MEMBER_OF") in some) == (set(), True)


def test_what_began_is_told_on_the_bases_asked_for(answer: Answered) -> None:
    implied = fact("estates-group", "REPORTS_TO", "finance-group", basis="implied", start_date="2024")
    assert answer("what-began-or-ended", 4, implied, earlier="2020", bases="implied") == {
        ("2024", "began", "may lie after", "Estates Group")
    }


def test_the_timeline_of_a_thing_holds_its_days_and_years_of_evidence(answer: Answered) -> None:
    itself = (AUTHORITY, "", "", "", "stated")
    renamed = (AUTHORITY, "SUCCEEDED_BY", "renaming", ICB, "stated")
    before = {("2002", "began", *itself), ("2013-03", "ended", *itself), ("2013-04", "happened", *renamed)}
    assert answer("timeline", 7, entity="old-exampleton-authority") == {
        *before,
        ("2023", "last confirmed", *itself),
        ("2023", "last confirmed", *renamed),
    }
    assert answer("timeline", 7, entity="old-exampleton-authority", as_of="2013-04-01") == before
    assert answer("timeline", 7, entity="old-exampleton-authority", bases="inferred") == set()


def test_a_timeline_is_as_precise_as_its_evidence_and_tells_a_written_day_once(answer: Answered) -> None:
    def days(**more: str) -> set[tuple[Cell, ...]]:
        seat = fact("old-exampleton-authority", "MEMBER_OF", "finance-group", id="z", **more)
        found = answer("timeline", 4, seat, entity="old-exampleton-authority", as_of="any")
        return {row[:2] for row in found if row[3] == "MEMBER_OF"}

    assert days() == {("2024-03-05", "last confirmed")}
    assert days(at="constitution-2023:s1 minutes-2024:item2") == days()
    assert days(evidence_date="2012") == {("2012", "last confirmed")}
    assert days(start_date="2012", evidence_date="2012") == {("2012", "began")}
    assert days(start_date="2012", evidence_date="2012-06") == {("2012", "began"), ("2012-06", "last confirmed")}


def test_an_inference_confirms_nothing(answer: Answered) -> None:
    lines = {row[:2] + row[3:4] for row in answer("timeline", 4, entity="hill-lcp")}
    assert lines == {("2024-03-05", "last confirmed", ""), ("2024", "inferred", "REPORTS_TO")}


def test_a_source_has_the_timeline_of_what_it_lists(answer: Answered) -> None:
    assert {row[1:4] for row in answer("timeline", 4, entity="constitution-2023")} == {
        ("last confirmed", "Estates Group", "SHOWN_ON")
    }


def test_inferences_are_told_with_their_reason_alone(answer: Answered) -> None:
    line = ("REPORTS_TO", HILL, "accountable", DELIVERY, REASON, 2024, ())
    assert answer("inferences", 7) == answer("inferences", 7, entity="delivery-group") == {line}
    assert answer("inferences", 7, entity="EHB") == answer("inferences", 7, as_of="2022") == set()


def test_what_a_source_says_stands_at_each_of_its_places(answer: Answered) -> None:
    source = Source(id="report", title="Report", date="2024")
    cited = ("report", "report:12-14", "report:p3", "report:9")
    more = (
        source,
        Entity(id="new-group", label="Board", name="New Group", sources=("report:12-14",)),
        fact("new-group", "MEMBER_OF", "health-board", at="report:9", role="observer", basis="implied"),
        Statement(id="x", subject="new-group", property="staff", value="7", unit="people", sources=cited),
        Statement(id="y", subject="new-group", property="nature", sources=("report:s2.1",)),
    )
    figure = ("New Group", "staff", "7", "people", "stated")
    assert answer("what-a-source-says", 7, *more, source="report", as_of="any") == {
        (9, "9", "New Group", "MEMBER_OF", BOARD, "observer", "implied"),
        (9, "9", *figure),
        (12, "12-14", "New Group", "is named", "Board", "", "stated"),
        (12, "12-14", *figure),
        (None, "", *figure),
        (None, "p3", *figure),
        (None, "s2.1", "New Group", "nature", "not stated: left open by the source", "", "stated"),
    }
    assert answer("what-a-source-says", 4, *more, source="report", as_of="any", bases="implied") == {
        (9, "9", "New Group", "MEMBER_OF")
    }


def test_what_a_source_says_of_another_time_is_left_out(answer: Answered) -> None:
    seat = (HOSPITALS, "MEMBER_OF", FINANCE)
    says = {"source": "constitution-2023"}
    assert seat in {row[2:5] for row in answer("what-a-source-says", 5, **says, as_of="2023-06")}
    assert seat not in {row[2:5] for row in answer("what-a-source-says", 5, **says)}
