"""An import in sentences for the minutes: full sentences, dates and sources in words, no ids."""

import dataclasses
from dataclasses import dataclass
from typing import Any

import pytest

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement
from ecosystem.plan import difference, minutes
from ecosystem.snapshot import Snapshot
from ecosystem.wording import LEFT_OPEN

DATASET = Dataset(id="x", title="X", as_of="2024")
REGISTER = Source(id="register", title="Partnership office register, 2 May 2026")
GROUP = Entity(id="group", label="Board", name="Finance Group", sources=("register:p3",))
COUNCIL = Entity(id="council", label="Organisation", name="Vale")
POST = Entity(id="post", label="Post", name="Director of Health")
PERSON = Entity(id="a-bell", label="Person", name="Avery Bell", sources=("register",))
SEAT = Fact(id="seat", subject="council", relation="MEMBER_OF", object="group", sources=("register",))
LINE = Fact(id="line", subject="group", relation="REPORTS_TO", object="council", note="so it seems")
HOLDS = Fact(id="holds", subject="a-bell", relation="HOLDS", object="post", sources=("register",))
STAFF = Statement(id="staff", subject="council", property="staff", value="70", unit="people", sources=("register",))
OPEN = Statement(id="open", subject="group", property="meeting_schedule", sources=("register",))
CODE = Identifier(id="code", entity="council", scheme="ods", value="X1")
ALL_ROWS = (REGISTER, GROUP, COUNCIL, POST, PERSON, SEAT, LINE, HOLDS, STAFF, OPEN, CODE)


@dataclass(frozen=True)
class Journal:
    revision: int = 3
    at: str = "2026-05-04T09:00:00+00:00"
    actor: str = "Lee"
    files: tuple[str, ...] = ("board.xlsx", "lines.csv")
    kind: str = "import"


def record(*rows: Row) -> Snapshot:
    return Snapshot.of(rows, DATASET)


def told(before: Snapshot | None, after: Snapshot) -> list[str]:
    return minutes(Journal(), difference(before, after), after).split("\n\n")[1:]


def change(row: Row, **values: Any) -> list[str]:
    rows = [dataclasses.replace(row, **values) if one is row else one for one in ALL_ROWS]
    return told(record(*ALL_ROWS), record(*rows))


def test_the_minutes_begin_with_who_when_and_from_which_files() -> None:
    assert minutes(Journal(), (), record()) == "Revision 3 was made on 4 May 2026 by Lee from board.xlsx and lines.csv."
    assert minutes(Journal(files=()), (), record()) == "Revision 3 was made on 4 May 2026 by Lee."


@pytest.mark.parametrize(
    ("kind", "files", "words"),
    [
        ("undo", ("back to revision 1",), "back to revision 1"),
        ("rebuild", ("the folder vale",), "the graph was made anew from the folder vale"),
        ("forget", (), "a person was forgotten"),
    ],
)
def test_the_minutes_say_what_was_done_where_it_was_no_import(kind: str, files: tuple[str, ...], words: str) -> None:
    made = minutes(Journal(kind=kind, files=files), (), record())
    assert made == f"Revision 3 was made on 4 May 2026 by Lee: {words}."


NOW, BEFORE, RENEWED = "It is now recorded that", "where before it was that", "The evidence was renewed that"
CITED = "(Partnership office register, 2 May 2026)"


@pytest.mark.parametrize(
    ("row", "values", "words"),
    [
        (SEAT, {"end_date": "2026-04-30"}, f"Vale left the Finance Group on 30 April 2026 {CITED}."),
        (HOLDS, {"end_date": "2026-04"}, f"Avery Bell left the post of Director of Health in April 2026 {CITED}."),
        (LINE, {"end_date": "2026"}, "The Finance Group reports to Vale only until 2026 (our inference: so it seems)."),
        (
            SEAT,
            {"role": "chair", "start_date": "2026"},
            f"{NOW} Vale chairs the Finance Group, since 2026, {BEFORE} Vale sits on the Finance Group {CITED}.",
        ),
        (
            STAFF,
            {"value": "71"},
            f"{NOW} the staff of Vale is 71 people, {BEFORE} the staff of Vale is 70 people {CITED}.",
        ),
        (
            OPEN,
            {"evidence_date": "2025"},
            f"{RENEWED} the meeting schedule of the Finance Group is {LEFT_OPEN} {CITED}.",
        ),
        (
            GROUP,
            {"sources": ("register:p2",)},
            f"{RENEWED} there is the Finance Group (Partnership office register, 2 May 2026, page 2).",
        ),
        (
            LINE,
            {"sources": ("register",), "note": ""},
            f"It is confirmed that the Finance Group reports to Vale, until now our inference {CITED}.",
        ),
        (
            SEAT,
            {"sources": (), "basis": "inferred", "note": "so it seems"},
            "It is no longer stated that Vale sits on the Finance Group (our inference: so it seems).",
        ),
        (COUNCIL, {"end_date": "2026-04"}, "Vale ended in April 2026."),
        (
            COUNCIL,
            {"name": "Dale", "short_name": "D", "aliases": ("DD", "V")},
            "Vale is now called Dale; for Dale, the short name is now D and the aliases are now DD, V.",
        ),
    ],
)
def test_a_change_is_a_sentence(row: Row, values: dict[str, Any], words: str) -> None:
    (paragraph,) = change(row, **values)
    assert paragraph.partition(": ")[2] == words


def test_a_value_of_a_body_that_was_there_is_told_too() -> None:
    short = dataclasses.replace(COUNCIL, short_name="V", end_date="2026")
    short_name, end = "the short name is now D (before: V)", "the end date is no longer given (before: 2026)"
    assert told(record(short), record(dataclasses.replace(short, short_name="D", end_date=""))) == [
        f"Vale: For Vale, {short_name} and {end}."
    ]


def test_what_is_new_and_what_is_gone_is_told_body_by_body() -> None:
    joined = dataclasses.replace(SEAT, role="observer", start_date="2026-05-01")
    merged = Fact(
        id="m", subject="council", relation="SUCCEEDED_BY", object="group", role="merger", start_date="2026-05",
        sources=("register",),
    )  # fmt: skip
    rows = (GROUP, COUNCIL, REGISTER)
    line = f"{NOW} the Finance Group reports to Vale (our inference: so it seems)."
    seat = f"Vale joined the Finance Group as observer on 1 May 2026 {CITED}."
    merger = f"{NOW} Vale merged into the Finance Group in May 2026 {CITED}."
    assert told(record(*rows), record(*rows, joined, LINE, CODE, merged, POST)) == [
        f"Vale: {merger} {NOW} Vale is X1 in ods.",
        f"Finance Group: {line} {seat}",
        "Director of Health: The Director of Health (post) was added.",
    ]
    gone, no_seat = "The Finance Group was taken out of the record.", "is no longer recorded as sitting on"
    assert told(record(*rows, SEAT), record(COUNCIL, REGISTER)) == [
        f"Finance Group: {gone} Vale {no_seat} the Finance Group."
    ]


def test_who_did_the_same_for_the_same_reason_is_told_in_one_sentence() -> None:
    dale = Entity(id="dale", label="Organisation", name="Dale")
    seats = [dataclasses.replace(SEAT, id=who, subject=who) for who in ("council", "dale")]
    other = dataclasses.replace(SEAT, id="post", subject="post", sources=("register:p2",))
    rows = (GROUP, COUNCIL, dale, POST, REGISTER)
    joined = [dataclasses.replace(seat, role="observer", start_date="2026-05") for seat in seats]
    again = [dataclasses.replace(seat, sources=("register", "register:p7")) for seat in seats]
    left = [dataclasses.replace(seat, end_date="2026-04-30", sources=("register", "register:p9")) for seat in seats]
    assert [
        told(record(*rows, *before), record(*rows, *after))[0].partition(": ")[2]
        for before, after in (((), (*seats, other)), ((), joined), (seats, again), (seats, left), (seats, ()))
    ] == [
        (
            f"Vale and Dale are now recorded as sitting on the Finance Group {CITED}. The Director of Health is now "
            "recorded as sitting on the Finance Group (Partnership office register, 2 May 2026, page 2)."
        ),
        f"Vale and Dale joined the Finance Group as observer in May 2026 {CITED}.",
        (
            "Vale and Dale were confirmed as sitting on the Finance Group "
            "(Partnership office register, 2 May 2026, page 7)."
        ),
        "Vale and Dale left the Finance Group on 30 April 2026 (Partnership office register, 2 May 2026, page 9).",
        "Vale and Dale are no longer recorded as sitting on the Finance Group.",
    ]


def test_a_seat_that_cites_less_is_not_confirmed() -> None:
    twice = dataclasses.replace(SEAT, sources=("register", "register:p7"))
    (told_of_it,) = told(record(GROUP, COUNCIL, REGISTER, twice), record(GROUP, COUNCIL, REGISTER, SEAT))
    assert told_of_it == f"Finance Group: The evidence has changed for this: Vale sits on the Finance Group {CITED}."


def test_what_refers_to_nothing_known_stands_last() -> None:
    assert told(record(), record(SEAT)) == [
        "group: Council is now recorded as sitting on group (register).",
    ]


def test_the_lists_behind_the_record_are_counted() -> None:
    code = Code(list="tier", code="city", title="City", position=1)
    assert told(record(), record(code, Retired(id="old", on="2020"), REGISTER)) == [
        "Also added, changed or removed: 1 code, 1 retired id and 1 source."
    ]


def test_no_id_and_no_arrow_is_in_the_minutes(exampleton: Snapshot) -> None:
    text = minutes(Journal(), difference(None, exampleton), exampleton)
    assert "→" not in text
    assert not any(node_id in text for node_id in exampleton.entities if "-" in node_id)
    assert not any(fact_id in text for fact_id in exampleton.facts)
