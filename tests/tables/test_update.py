"""An update laid over a register: what it changes, what it leaves, what it is justified by."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from workbooks import edited, write

from ecosystem.model import Dataset, Fact, Retired, Row, Source, table_of
from ecosystem.plan import difference
from ecosystem.problems import DataProblems, NotFound, Refused, UsageError
from ecosystem.snapshot import Snapshot
from ecosystem.tables import Reading, Register, Update, export_csv, read_dataset, read_update, texts_of, write_files
from ecosystem.tables.workbook import write_workbook

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
BOARD = "health-board"
OFFICE = "Partnership office register, 5 March 2024"
CITED = "partnership-office-register-2024-03-05"
SEAT = f"{BOARD}--exampleton-council--member-of"
CHAIR = f"{BOARD}--director-of-public-health--member-of"

Read = Callable[..., Update]


@pytest.fixture(autouse=True)
def _somewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def register() -> Register:
    return read_dataset(EXAMPLETON)


@pytest.fixture
def reading(register: Register) -> Read:
    """Return a way to read tables, given as text by the names of their files, as an update."""

    def read(tables: dict[str, str], **options: object) -> Update:
        for name, text in tables.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text)
        return read_update([Path(name) for name in tables], register, Reading(**options))

    return read


def changes(register: Register, update: Update) -> set[tuple[str, str, tuple[str, ...]]]:
    return {
        (change.kind, f"{table_of(change.row)}:{change.row.id}", change.columns if change.kind == "changed" else ())
        for change in difference(register.snapshot, update.snapshot)
    }


def problems(caught: pytest.ExceptionInfo[DataProblems]) -> list[tuple[str, str, int, str]]:
    return [(one.code, one.file, one.row, one.column) for one in caught.value.problems]


# What changes, and what does not


def test_absent_rows_and_columns_change_nothing_and_a_blank_cell_clears(register: Register, reading: Read) -> None:
    update = reading({"boards.csv": f"id,short_name,aliases\n{BOARD},New,\n"})
    board = register.snapshot.entities[BOARD]
    assert update.snapshot.entities[BOARD] == replace(board, short_name="New", aliases=())
    assert changes(register, update) == {("changed", f"boards:{BOARD}", ("short_name", "aliases"))}


def test_an_export_read_back_changes_nothing_in_any_form(register: Register) -> None:
    export_csv(register.snapshot, Path("export"))
    Path("all.xlsx").write_bytes(write_workbook(register.snapshot))
    shutil.copytree(EXAMPLETON, "copy")
    for path in ("export", "export/edges.csv", "all.xlsx", "copy", EXAMPLETON):
        update = read_update([Path(path)], register, Reading(source=OFFICE))
        assert (changes(register, update), update.removed, update.warnings) == (set(), frozenset(), ())


def test_it_names_the_rows_of_its_files_and_their_sums(reading: Read) -> None:
    text = f"id,note\n{BOARD},a\n"
    update = reading({"update/boards.csv": text, "more.csv": "id,subject,relation,object\n"})
    assert {row_id for _, row_id in update.named} == {BOARD}
    named = {Path(name).resolve().as_posix() for name in ("update/boards.csv", "more.csv")}
    assert update.inputs.keys() == named
    assert hashlib.sha256(text.encode()).hexdigest() in update.inputs.values()


def test_rows_stay_in_the_registers_own_files_and_new_ones_go_to_the_table_of_their_kind(
    register: Register, reading: Read
) -> None:
    update = reading(
        {
            "all.csv": f"id,label,name,sources,note\n{BOARD},Board,Exampleton Health Board,minutes-2024,b\n"
            ",Team,A Team,minutes-2024:p1,\n"
        }
    )
    assert update.places == register.places
    texts = texts_of(replace(register, snapshot=update.snapshot, places=update.places))
    old = texts_of(register)
    assert {name for name in texts if texts[name] != old.get(name)} == {"boards.csv", "teams.csv"}


def test_names_and_aliases_lead_to_what_the_update_itself_adds(register: Register, reading: Read) -> None:
    update = reading(
        {
            "people.csv": "id,name,aliases,sources\n,Sam Sample,Dr Sample,minutes-2024:p2\n",
            "bodies.csv": "id;label;name;sources\n;Board;Joint Committee;minutes-2024:p2\n",
            "seats.csv": "id,subject,relation,object,role,sources\n"
            ",Dr Sample,MEMBER_OF,Joint Committee,chair,minutes-2024:p2\n"
            ",EHB,PART_OF,joint committee,,minutes-2024:p3\n",
        }
    )
    assert changes(register, update) == {
        ("added", "people:sam-sample", ()),
        ("added", "boards:joint-committee", ()),
        ("added", "memberships:joint-committee--sam-sample--member-of", ()),
        ("added", f"structure:joint-committee--{BOARD}--part-of", ()),
    }


def test_a_blank_id_is_filled_with_one_that_nobody_has_or_had(register: Register, reading: Read) -> None:
    snapshot = register.snapshot
    had = Retired(id=f"{BOARD}--exampleton-council--member-of--2", on="2020")
    register = replace(register, snapshot=Snapshot.of([*_rows(snapshot), had], snapshot.dataset))
    Path("seats.csv").write_text(
        "id,subject,relation,object,role,sources\n"
        ",exampleton-council,MEMBER_OF,health-board,observer,minutes-2024:p1\n"
        ",exampleton-council,MEMBER_OF,health-board,host,minutes-2024:p1\n"
    )
    update = read_update([Path("seats.csv")], register)
    new = {row_id for _, row_id in update.named}
    assert new == {f"{SEAT}--3", f"{SEAT}--4"}


def test_identifiers_and_statements_are_called_by_what_they_say(register: Register, reading: Read) -> None:
    update = reading(
        {
            "identifiers.csv": "id,entity,scheme,value,sources\n,Exampleton Council,ods-code,X1,minutes-2024:p1\n",
            "statements.csv": "id,subject,property,value,sources\n,EHB,meetings,4,minutes-2024:p1\n",
        }
    )
    assert changes(register, update) == {
        ("added", "identifiers:exampleton-council--ods-code", ()),
        ("added", f"statements:{BOARD}--meetings", ()),
    }


SAID_AGAIN = {
    "seats.csv": "id,subject,relation,object,role,sources\n"
    ",Exampleton Council,MEMBER_OF,EHB,,\n,Director of Public Health,MEMBER_OF,EHB,chair,\n",
    "boards.csv": "id,name,sources\n,Exampleton Health Board,\n",
}


def test_a_row_without_id_that_says_what_is_known_is_that_row(register: Register, reading: Read) -> None:
    update = reading(SAID_AGAIN)
    assert changes(register, update) == set()
    assert {row_id for _, row_id in update.named} == {SEAT, CHAIR, BOARD}


def test_a_fact_that_is_said_again_cites_where_once(register: Register, reading: Read) -> None:
    update = reading(SAID_AGAIN, source=OFFICE)
    assert changes(register, update) == {
        ("changed", f"memberships:{SEAT}", ("sources",)),
        ("changed", f"memberships:{CHAIR}", ("sources",)),
        ("added", f"sources:{CITED}", ()),
    }
    assert update.snapshot.facts[SEAT].sources == (*register.snapshot.facts[SEAT].sources, CITED)
    again = read_update([*map(Path, SAID_AGAIN)], replace(register, snapshot=update.snapshot), Reading(source=OFFICE))
    assert again.snapshot == update.snapshot


def test_a_code_added_stands_last_and_one_taken_out_leaves_no_gap(register: Register, reading: Read) -> None:
    before = list(register.snapshot.code_lists["sector"])
    new = reading({"codes/sector.csv": f"code,title\nnew,New\n{before[1]},A new title\nnewer,Newer\n"})
    codes = new.snapshot.code_lists["sector"]
    assert (list(codes), codes[before[1]].title) == ([*before, "new", "newer"], "A new title")
    Path("codes/sector.csv").write_text("code,remove\nnew,yes\n")
    less = read_update([Path("codes/sector.csv")], replace(register, snapshot=new.snapshot))
    codes = less.snapshot.code_lists["sector"]
    assert {code.code: code.position for code in codes.values()} == {
        code: position for position, code in enumerate([*before, "newer"], start=1)
    }


def test_columns_of_ones_own_and_settings_are_not_read_and_that_is_said(register: Register, reading: Read) -> None:
    Path("update").mkdir()
    settings = (EXAMPLETON / "dataset.toml").read_text()
    Path("update/dataset.toml").write_text(settings.replace(register.snapshot.dataset.title, "Another title"))
    Path("update/boards.csv").write_text(f"id,_phone them,_x,note\n{BOARD},yes,,\n")
    update = read_update([Path("update")], register)
    assert update.snapshot.dataset == register.snapshot.dataset
    assert update.remarks == (
        "update/boards.csv: not read, because the name begins with `_`: column `_phone them`, column `_x`",
        "update/dataset.toml: not read, because an update holds rows only; settings are edited in place",
    )


def _rows(snapshot: Snapshot) -> list[Row]:
    return [row for row in snapshot if not isinstance(row, Dataset)]


# Removing


def test_yes_under_remove_takes_a_row_out_and_nothing_else_does(register: Register, reading: Read) -> None:
    update = reading({"memberships.csv": f"id,role,remove\n{SEAT},observer,yes\n{CHAIR},chair,\n"})
    assert changes(register, update) == {("removed", f"memberships:{SEAT}", ())}
    assert (update.removed, {row_id for _, row_id in update.named}) == ({(Fact, SEAT)}, {CHAIR})


def _about(register: Register, node: str) -> str:
    return "".join(f"{fact.id},yes\n" for fact in register.snapshot.facts_about(node))


def test_the_id_of_what_is_removed_is_retired_on_the_day_that_is_known(register: Register, reading: Read) -> None:
    tables = {
        "boards.csv": f"id,remove\n{BOARD},yes\n",
        "memberships.csv": f"id,remove\n{_about(register, BOARD)}",
        "statements.csv": "id,remove\n"
        + "".join(f"{one.id},yes\n" for one in register.snapshot.statements.values() if one.subject == BOARD),
        "identifiers.csv": "id,remove\n"
        + "".join(f"{one.id},yes\n" for one in register.snapshot.identifiers.values() if one.entity == BOARD),
    }
    settings = replace(register.snapshot.dataset, apex="")
    register = replace(register, snapshot=Snapshot.of(_rows(register.snapshot), settings))
    for options, day in (({}, settings.as_of), ({"source": OFFICE}, "2024-03-05")):
        for name, text in tables.items():
            Path(name).write_text(text)
        update = read_update([Path(name) for name in tables], register, Reading(**options))
        assert BOARD not in update.snapshot.entities
        assert update.snapshot.retired[BOARD].on == day


def test_of_a_person_who_is_removed_nothing_is_kept(register: Register, reading: Read) -> None:
    person = next(one.id for one in register.snapshot.entities.values() if one.label == "Person")
    update = reading(
        {"people.csv": f"id,remove\n{person},yes\n", "posts_held.csv": f"id,remove\n{_about(register, person)}"}
    )
    assert not any(person in str(row) for row in update.snapshot)


def test_an_update_may_retire_an_id_itself(register: Register, reading: Read) -> None:
    source = Source(id="old-notes", title="Old notes", kind="minutes", date="2020")
    register = replace(register, snapshot=Snapshot.of([*_rows(register.snapshot), source], register.snapshot.dataset))
    Path("sources.csv").write_text("id,remove\nold-notes,yes\n")
    Path("retired.csv").write_text("id,on,replaced_by\nold-notes,2021,minutes-2024\n")
    update = read_update([Path("sources.csv"), Path("retired.csv")], register)
    assert update.snapshot.retired["old-notes"] == Retired(id="old-notes", on="2021", replaced_by="minutes-2024")


# What justifies it


def test_new_rows_without_citation_cite_the_register_named(register: Register, reading: Read) -> None:
    update = reading(
        {
            "boards.csv": "id,name,sources\n,New Board,\n,Other Board,minutes-2024:p1\n",
            "seats.csv": "id,subject,relation,object\n,EHB,MEMBER_OF,New Board\n",
        },
        source=OFFICE,
    )
    snapshot = update.snapshot
    assert snapshot.entities["new-board"].sources == (CITED,)
    assert snapshot.entities["other-board"].sources == ("minutes-2024:p1",)
    assert snapshot.facts[f"new-board--{BOARD}--member-of"].sources == (CITED,)
    assert snapshot.sources[CITED] == Source(
        id=CITED, title=OFFICE, kind="register", date="2024-03-05", date_basis="printed"
    )
    assert (Source, CITED) in update.named


def test_what_cites_nothing_by_its_nature_stays_so(register: Register, reading: Read) -> None:
    tables = {"sources.csv": "id,title,date\n,Minutes of May,2024-05\n", "retired.csv": "id,on\nold-one,2020\n"}
    update = reading(tables, source=OFFICE)
    assert changes(register, update) == {("added", "sources:minutes-of-may", ()), ("added", "retired:old-one", ())}


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("minutes-2024:item2", ("minutes-2024:item2", CITED)),
        ("", ("minutes-2024:item2", CITED)),
        ("minutes-2024:item3", ("minutes-2024:item3",)),
    ],
)
def test_a_changed_row_keeps_its_citations_and_gains_that_of_the_register(
    reading: Read, cell: str, sources: tuple[str, ...]
) -> None:
    update = reading({"seats.csv": f"id,subject,relation,object,end_date,sources\n{CHAIR},Director of Public Health,"
                      f"MEMBER_OF,EHB,2024-03-01,{cell}\n"}, source=OFFICE)  # fmt: skip
    assert update.snapshot.facts[CHAIR].sources == sources


def test_a_row_that_does_not_change_gains_nothing(register: Register, reading: Read) -> None:
    update = reading({"memberships.csv": f"id,role\n{CHAIR},chair\n{SEAT},observer\n"}, source=OFFICE)
    assert changes(register, update) == {
        ("changed", f"memberships:{SEAT}", ("role", "sources")),
        ("added", f"sources:{CITED}", ()),
    }


def test_a_source_nothing_needs_is_not_made(register: Register, reading: Read) -> None:
    assert changes(register, reading({"boards.csv": f"id\n{BOARD}\n"}, source=OFFICE)) == set()


@pytest.mark.parametrize("named", [OFFICE, "Partnership Office Register (2024-03-05)", OFFICE.replace(",", "")])
def test_the_same_register_named_again_is_the_same_source(register: Register, reading: Read, named: str) -> None:
    once = reading({"memberships.csv": f"id,role\n{SEAT},observer\n"}, source=OFFICE)
    register = replace(register, snapshot=once.snapshot)
    Path("memberships.csv").write_text(f"id,role\n{SEAT},host\n")
    again = read_update([Path("memberships.csv")], register, Reading(source=named))
    assert changes(register, again) == {("changed", f"memberships:{SEAT}", ("role",))}


@pytest.mark.parametrize(
    ("named", "row_id", "date"),
    [
        ("Office list, May 2026", "office-list-2026-05", "2026-05"),
        ("Office list 2026", "office-list-2026", "2026"),
        ("Office list (2026-05)", "office-list-2026-05", "2026-05"),
        ("Minutes of 12 May 2026", "minutes-of-2026-05-12", "2026-05-12"),
    ],
)
def test_its_date_is_as_precise_as_it_was_given(reading: Read, named: str, row_id: str, date: str) -> None:
    update = reading({"boards.csv": "id,name\n,New Board\n"}, source=named)
    (new,) = (row for row in update.snapshot.sources.values() if row.kind == "register")
    assert (new.id, new.title, new.date) == (row_id, named, date)


@pytest.mark.parametrize("named", ["Office list", "2 May 2026", "Office list, 31/02/2024", "Office list, 03/04/2024"])
def test_a_register_without_title_or_date_is_asked_for_both(reading: Read, named: str) -> None:
    with pytest.raises(UsageError, match="is not a title followed by a date"):
        reading({"boards.csv": "id\n"}, source=named)


# Complete lists


FULL = {"source": OFFICE, "full": (f"memberships:{BOARD}",), "ended": "2024-02-29"}


def seats(snapshot: Snapshot) -> dict[str, str]:
    return {
        fact.subject: fact.end_date
        for fact in snapshot.facts.values()
        if fact.relation == "MEMBER_OF" and fact.object == BOARD
    }


def test_whoever_a_complete_list_does_not_name_has_left(register: Register, reading: Read) -> None:
    update = reading({"seats.csv": "id,subject,relation,object\n,Exampleton Council,MEMBER_OF,EHB\n"}, **FULL)
    assert seats(update.snapshot) == {
        subject: "" if subject == "exampleton-council" else "2024-02-29" for subject in seats(register.snapshot)
    }
    assert update.snapshot.facts[CHAIR].sources == ("minutes-2024:item2", CITED)
    assert (Fact, CHAIR) in update.named
    kinds = {change.kind for change in difference(register.snapshot, update.snapshot)}
    assert kinds == {"added", "changed"}


def test_an_end_that_is_written_and_a_seat_still_to_come_are_left(register: Register, reading: Read) -> None:
    once = reading({"memberships.csv": f"id,start_date,end_date\n{CHAIR},,2023-12\n{SEAT},2024-04,\n"}, source=OFFICE)
    register = replace(register, snapshot=once.snapshot)
    Path("memberships.csv").write_text(f"id,role\n{BOARD}--third-sector--member-of,representative\n")
    update = read_update([Path("memberships.csv")], register, Reading(**FULL))
    ended = {subject: end for subject, end in seats(update.snapshot).items() if end}
    assert ended == {
        "director-of-public-health": "2023-12",
        "exampleton-community-trust": "2024-02-29",
        "exampleton-hospitals": "2024-02-29",
    }


def test_a_list_that_names_nobody_would_end_all_and_is_refused(reading: Read) -> None:
    with pytest.raises(Refused, match="names no seat of `health-board`, so that all its 5 would end"):
        reading({"boards.csv": f"id\n{BOARD}\n"}, **FULL)


def test_what_is_wrong_with_the_list_itself_comes_first(reading: Read) -> None:
    with pytest.raises(DataProblems, match=r"B14 seats\.csv:1:sobject: unknown column"):
        reading({"seats.csv": "id,sobject,subject,relation,object\n"}, **FULL)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"ended": ""}, UsageError, "--full says who still sits there"),
        ({"source": ""}, UsageError, "nothing says where that is known from"),
        ({"full": ()}, UsageError, "--ended is the day"),
        ({"ended": "29/02/2024"}, UsageError, "`29/02/2024` is no date"),
        ({"full": ("reporting:health-board",)}, UsageError, "no list that can be complete"),
        ({"full": ("health-board",)}, UsageError, "no list that can be complete"),
        ({"full": ("memberships:health-strategy",)}, UsageError, "nobody sits on `health-strategy`"),
        ({"full": ("memberships:no such board",)}, NotFound, "nothing is called"),
    ],
)
def test_a_complete_list_needs_a_body_a_day_and_a_source(
    reading: Read, options: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        reading({"boards.csv": "id\n"}, **(FULL | options))


# Workbooks


def with_seat_added(book: openpyxl.Workbook) -> None:
    seats = book["Seats"]
    write(seats, 2, end_date="2024-03-01")
    new = {"subject": "Exampleton Council", "relation": "MEMBER_OF", "object": "EHB", "role": "observer"}
    write(seats, seats.max_row + 1, **new, start_date="2024-03-02")
    bodies = book["Bodies"]
    write(bodies, bodies.max_row + 1, label="Board", name="New Board")


def test_a_workbook_imported_again_says_nothing_new(register: Register) -> None:
    Path("board.xlsx").write_bytes(edited(write_workbook(register.snapshot, BOARD), with_seat_added))
    once = read_update([Path("board.xlsx")], register, Reading(source=OFFICE))
    assert changes(register, once) == {
        ("added", f"sources:{CITED}", ()),
        ("added", "boards:new-board", ()),
        ("added", f"memberships:{SEAT}--2", ()),
        ("changed", f"memberships:{CHAIR}", ("end_date", "sources")),
    }
    again = read_update([Path("board.xlsx")], replace(register, snapshot=once.snapshot), Reading(source=OFFICE))
    assert again.snapshot == once.snapshot


def test_a_row_of_a_workbook_is_known_by_its_place_in_it(register: Register) -> None:
    def misspell(book: openpyxl.Workbook) -> None:
        write(book["Seats"], 3, role="membr", end_date="31/12/2024")

    Path("board.xlsx").write_bytes(edited(write_workbook(register.snapshot, BOARD), misspell))
    with pytest.raises(DataProblems) as caught:
        read_update([Path("board.xlsx")], register)
    assert problems(caught) == [
        ("B50", "board.xlsx!Seats", 3, "end_date"),
        ("B56", "board.xlsx!Seats", 3, "role"),
    ]
    assert caught.value.problems[0].fix.endswith("`--dates day-month-year`")


def test_remove_and_own_notes_in_a_workbook_are_as_in_tables(register: Register) -> None:
    def take_out(book: openpyxl.Workbook) -> None:
        write(book["Seats"], 4, remove="yes")
        book.create_sheet("_Notes").append(["ours"])

    Path("board.xlsx").write_bytes(edited(write_workbook(register.snapshot, BOARD), take_out))
    update = read_update([Path("board.xlsx")], register)
    assert changes(register, update) == {("removed", f"memberships:{SEAT}", ())}
    assert update.remarks == ("board.xlsx: not read, because the name begins with `_`: sheet `_Notes`",)


# Problems


def test_a_warning_of_before_is_not_told_again(register: Register, reading: Read) -> None:
    twin = replace(register.snapshot.entities[BOARD], id="twin-board", aliases=(), short_name="")
    snapshot = Snapshot.of([*_rows(register.snapshot), twin], register.snapshot.dataset)
    register = replace(register, snapshot=snapshot)
    Path("boards.csv").write_text(f"id,note,name\n{BOARD},a,Exampleton Health Board\n")
    assert read_update([Path("boards.csv")], register).warnings == ()
    Path("boards.csv").write_text("id,name,sources\nthird-board,Exampleton Health Board.,minutes-2024:p1\n")
    assert [one.code for one in read_update([Path("boards.csv")], register).warnings] == ["B40"]


def test_everything_wrong_is_told_at_once_with_places_in_the_update_and_in_the_register(
    register: Register, reading: Read
) -> None:
    with pytest.raises(DataProblems) as caught:
        reading(
            {
                "boards.csv": f"id,start_date\n{BOARD},2030\n",
                "seats.csv": "id,subject,relation,object,role,sources\n,nobody,MEMBER_OF,EHB,,minutes-2024:p1\n",
                "people.csv": "id,name\nsomebody\n",
            }
        )
    assert set(problems(caught)) >= {
        ("B41", "seats.csv", 2, "subject"),
        ("B20", "people.csv", 2, "2"),
        ("B54", "memberships.csv", 10, "start_date"),
    }


def test_an_update_may_be_written_where_it_was_planned_for(register: Register, reading: Read, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    register = read_dataset(folder)
    update = reading({"seats.csv": "id,subject,relation,object\n,EHB,REPORTS_TO,Shire ICB\n"}, source=OFFICE)
    assert update.snapshot.facts
    write_files(texts_of(replace(register, snapshot=update.snapshot, places=update.places)), folder)
    assert read_dataset(folder).snapshot.digest == update.snapshot.digest
