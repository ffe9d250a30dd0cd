"""What changed between two days, as an answer."""

from datetime import date

from evidence.made_up import board, documented, fact, part

from ecosystem.answers import changes
from ecosystem.snapshot import Snapshot

EARLIER = date(2022, 12, 31)


def test_an_answer_opens_with_the_days_and_how_many_changes_have_a_date(exampleton: Snapshot) -> None:
    report = changes(exampleton.on(date(2024, 3, 5)), EARLIER)
    assert report.lead == (
        "After 31 December 2022, up to and including 5 March 2024, 2 changes have a written date.",
        (
            "What is first documented between these days may be older: a source that speaks of it begins nothing. "
            "`ecosystem ask what-is-first-documented --earlier 2022-12-31 --as-of 2024-03-05 --format csv` lists it "
            "all."
        ),
    )
    assert (report.as_of, report.title) == (date(2024, 3, 5), "What changed: Exampleton health and care")


def test_every_sentence_has_its_kind_basis_and_citation(exampleton: Snapshot) -> None:
    report = changes(exampleton.on(date(2024, 3, 5)), EARLIER)
    rows = part("Seats and chairs", report).rows
    assert rows[0] == (
        "dated",
        "From May 2023 the Director of Public Health chairs the Exampleton Health Board.",
        "stated",
        "Minutes of the Exampleton Health Board, item 2",
        "",
    )
    ours = part("Our own inferences, which no document states", report).rows
    assert [(row[0], row[2], row[4]) for row in ours] == [
        ("our inference", "inferred", "the constitution names the other two partnerships only")
    ]


def test_where_nothing_changed_the_answer_says_so(exampleton: Snapshot) -> None:
    report = changes(exampleton.on(date(2000, 12, 31)), date(1999, 12, 31))
    assert report.lead == ("No change is recorded after 31 December 1999, up to and including 31 December 2000.",)
    assert report.parts == ()


def test_days_beyond_the_record_are_said_to_be_so(exampleton: Snapshot) -> None:
    note = "The record speaks of days up to 5 March 2024; what came after is not in it."
    assert note in changes(exampleton.on(date(2025, 1, 1)), EARLIER).notes
    assert note not in changes(exampleton.on(date(2024, 3, 5)), EARLIER).notes


def test_a_sentence_on_many_things_names_its_sources_without_lines() -> None:
    boards = tuple(board(f"Board {letter}", f"minutes:{place}") for place, letter in enumerate("ABCDEFGHIJKLM", 1))
    few, many = (changes(documented(*rows), date(2019, 12, 31)) for rows in (boards[:12], boards))
    assert few.parts[0].rows[0][3] == "Minutes, lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
    assert many.parts[0].rows[0][3] == "Minutes"
    assert [bool([note for note in report.notes if "without lines" in note]) for report in (few, many)] == [False, True]


def test_a_note_is_given_where_it_is_that_of_the_whole_sentence() -> None:
    boards = (board(), board("Group"), board("Panel"))
    alike = tuple(fact(one, "MEMBER_OF", "board", "minutes:1", note="by letter") for one in ("group", "panel"))
    other = (alike[0], fact("panel", "MEMBER_OF", "board", "minutes:1", note="by vote"))
    for seats, note in ((alike, "by letter"), (other, "")):
        report = changes(documented(*boards, *seats), date(2019, 12, 31))
        assert part("Seats and chairs", report).rows[0][4] == note
