"""Changing a register and its graph at the command line: asked before, done whole, in step afterwards, taken back."""

import io
import json
import shutil
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem, assert_in_step, update
from conftest import ByHand

from ecosystem.store import Settings, connect
from ecosystem.tables import held, pending, prepare, read_dataset

SOURCE = ("--source", "Partnership office register, 2 May 2026")
CITED = "partnership-office-register-2026-05-02"
SEAT = "finance-group--exampleton-council--member-of"

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def ending(day: str = "2024-03-01") -> Path:
    return update(f"id,subject,relation,object,end_date\n{SEAT},exampleton-council,MEMBER_OF,finance-group,{day}\n")


def seat_end(folder: Path) -> str:
    return read_dataset(folder).snapshot.facts[SEAT].end_date


def test_an_import_changes_the_tables_and_the_graph_and_nothing_else(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    before = {path.name: path.read_bytes() for path in register.glob("*.csv")}
    done = ecosystem("import", ending(), *SOURCE, "--data", register, "--yes")
    assert (done.code, "revision 2: 1 row added, 1 changed" in done.err) == (0, True)
    changed = {path.name for path in register.glob("*.csv") if path.read_bytes() != before.get(path.name)}
    assert (changed, seat_end(register)) == ({"memberships.csv", "sources.csv"}, "2024-03-01")
    assert_in_step(register, graph)


def test_an_update_that_says_nothing_new_is_no_revision(ecosystem: Ecosystem, register: Path) -> None:
    same = update(f"id,subject,relation,object\n{SEAT},exampleton-council,MEMBER_OF,finance-group\n")
    done = ecosystem("import", same, *SOURCE, "--data", register)
    assert (done.code, "Nothing to do" in done.out, "revision 1" in done.err) == (0, True, True)


def test_a_broken_update_changes_nothing_and_needs_no_database(ecosystem: Ecosystem, nowhere: str) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, "register"))
    begun = read_dataset(folder).snapshot
    broken = update(f"id,subject,relation,object\n{SEAT},nobody,MEMBER_OF,finance-group\n")
    done = ecosystem("import", broken, *SOURCE, "--data", folder, "--yes")
    assert (done.code, "B41 update.csv:2:subject" in done.err) == (1, True)
    assert read_dataset(folder).snapshot == begun


def test_without_a_database_a_register_stays_as_it_was(ecosystem: Ecosystem, nowhere: str) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, "register"))
    begun = read_dataset(folder).snapshot
    assert ecosystem("import", ending(), *SOURCE, "--data", folder, "--yes").code == 4
    assert (read_dataset(folder).snapshot, pending(folder)) == (begun, None)


def test_the_shipped_data_and_a_git_revision_are_nobodys_register(ecosystem: Ecosystem, register: Path) -> None:
    shipped = ecosystem("import", ending(), *SOURCE, "--yes")
    assert (shipped.code, "ecosystem init" in shipped.err) == (6, True)
    assert ecosystem("import", ending(), *SOURCE, "--data", "git:HEAD", "--yes").code == 2


@pytest.mark.parametrize(
    "command", [("import", "update.csv"), ("apply", "plan.json"), ("undo",), ("forget", "a-example")]
)
def test_nothing_is_done_where_nobody_can_be_asked(
    ecosystem: Ecosystem, graph: Settings, register: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    ecosystem("import", ending("2024-02"), *SOURCE, "--data", register, "--yes")
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    begun = read_dataset(register).snapshot
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ended = ecosystem(*command, "--data", register)
    assert (ended.code, "nobody is there to confirm" in ended.err) == (6, True)
    assert read_dataset(register).snapshot == begun
    assert_in_step(register, graph)


class Typed(io.StringIO):
    """A terminal at which something is typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "done"),
    [("y\n", False), ("3\nn\n", False), ("2\ny\n", False), ("1\ny\n", True)],
    ids=["not the number", "a wrong number", "another number", "the number, then yes"],
)
def test_whoever_removes_a_row_types_how_many(
    ecosystem: Ecosystem,
    register: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    done: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(typed))
    ended = ecosystem("import", update(f"id,remove\n{SEAT},yes\n", "memberships.csv"), "--data", register)
    assert (ended.code, SEAT in read_dataset(register).snapshot.facts) == (0, not done)
    assert ("Nothing was written." in ended.err) is not done


@pytest.mark.parametrize(
    ("text", "option"),
    [
        (f"id,remove\n{SEAT},yes\n", "--allow-delete"),
        ("id,end_date\nfinance-group--exampleton-hospitals--member-of,\n", "--allow-clear"),
    ],
)
def test_without_a_terminal_losses_need_a_number_that_covers_them(
    ecosystem: Ecosystem, register: Path, text: str, option: str
) -> None:
    begun = read_dataset(register).snapshot
    arguments = ("import", update(text, "memberships.csv"), *SOURCE, "--data", register, "--yes")
    refused = ecosystem(*arguments)
    assert (refused.code, f"add {option} 1" in refused.err) == (6, True)
    assert read_dataset(register).snapshot == begun
    assert ecosystem(*arguments, option, "1").code == 0
    assert read_dataset(register).snapshot != begun


def test_all_numbers_that_are_needed_are_named_at_once(
    ecosystem: Ecosystem, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = f"id,end_date,remove\n{SEAT},,yes\nfinance-group--exampleton-hospitals--member-of,,\n"
    arguments = ("import", update(cells, "memberships.csv"), *SOURCE, "--data", register)
    refused = ecosystem(*arguments, "--yes")
    assert "1 row will be removed and 1 cell will be cleared; nothing was written" in refused.err
    assert "then add --allow-delete 1 --allow-clear 1" in refused.err
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert "then add --yes --allow-delete 1 --allow-clear 1" in ecosystem(*arguments).err


def test_a_kept_plan_is_printed_again_and_done_to_register_and_graph(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    planned = ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    again = ecosystem("plan", "plan.json")
    assert (again.code, again.out) == (0, planned.out)
    assert seat_end(register) == ""
    assert ecosystem("apply", "plan.json", "--yes").code == 0
    assert seat_end(register) == "2024-03-01"
    assert_in_step(register, graph)


def test_a_kept_plan_takes_no_options_of_another(ecosystem: Ecosystem, register: Path) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    assert ecosystem("plan", "plan.json", *SOURCE).code == 2
    assert ecosystem("apply", "plan.json", "--accept", "all").code == 2
    assert ecosystem("plan", "--data", register, *SOURCE).code == 2


def test_86_a_kept_plan_whose_files_have_changed_is_refused(ecosystem: Ecosystem, register: Path) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    ending("2024-03-02")
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "update.csv:0:0: the file was changed after the plan was made" in refused.err) == (
        1,
        True,
    )
    assert seat_end(register) == ""


@pytest.mark.parametrize("length", [0, 200, -3])
def test_a_damaged_plan_file_ends_with_1(ecosystem: Ecosystem, register: Path, length: int) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    Path("plan.json").write_text(Path("plan.json").read_text()[:length])
    ended = ecosystem("apply", "plan.json", "--yes")
    assert (ended.code, "B87 plan.json" in ended.err) == (1, True)


def test_an_edited_plan_file_ends_with_1(ecosystem: Ecosystem, register: Path) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    Path("plan.json").write_text(Path("plan.json").read_text().replace("2024-03-01", "2024-03-11"))
    assert ecosystem("apply", "plan.json", "--yes").code == 1


def test_a_plan_that_somebody_overtook_is_a_conflict(ecosystem: Ecosystem, graph: Settings, register: Path) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    other = update("id,name\nestates-group,Estates and Digital Group\n", "boards.csv")
    assert ecosystem("import", other, *SOURCE, "--data", register, "--yes").code == 0
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "made from revision 1; the graph is at revision 2" in refused.err) == (5, True)
    assert seat_end(register) == ""
    assert_in_step(register, graph)


def test_a_plan_whose_register_somebody_edited_is_a_conflict(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--out", "plan.json")
    table = register / "memberships.csv"
    row = f"{SEAT},exampleton-council,MEMBER_OF,finance-group,"
    table.write_text(table.read_text().replace(row, f"{row}observer"))
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "in the register is not as the plan found it" in refused.err) == (5, True)


def test_a_plan_against_something_else_is_for_reading_only(ecosystem: Ecosystem, nowhere: str) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, "register"))
    empty = ecosystem("plan", "--data", folder, "--against", "empty", "--out", "plan.json", "--exit-code")
    assert (empty.code, "against an empty graph" in empty.out) == (3, True)
    same = ecosystem("plan", "--data", folder, "--against", EXAMPLETON, "--exit-code")
    assert (same.code, same.out.startswith("No difference")) == (0, True)
    assert json.loads(Path("plan.json").read_text())["against"] == "an empty graph"


def test_a_plan_against_something_else_is_not_applied(ecosystem: Ecosystem, register: Path) -> None:
    ecosystem("plan", ending(), *SOURCE, "--data", register, "--against", EXAMPLETON, "--out", "plan.json")
    refused = ecosystem("apply", "plan.json", "--yes")
    assert (refused.code, "not against the graph" in refused.err) == (6, True)


def test_what_a_hand_changed_is_listed_left_alone_and_in_the_way_only_where_it_is(
    ecosystem: Ecosystem, by_hand: ByHand, register: Path
) -> None:
    by_hand("MATCH (n:Entity {id: 'carers'}) SET n.name = 'By hand'")
    planned = ecosystem("plan", "--data", register, "--exit-code")
    assert (planned.code, "Changed in the graph outside an import: 1 row" in planned.out) == (0, True)
    assert ecosystem("import", ending(), *SOURCE, "--data", register, "--yes").code == 0
    renamed = update("id,name\ncarers,All carers\n", "populations.csv")
    refused = ecosystem("import", renamed, *SOURCE, "--data", register, "--yes")
    assert (refused.code, read_dataset(register).snapshot.entities["carers"].name) == (5, "Carers")
    assert by_hand("MATCH (n:Entity {id: 'carers'}) RETURN n.name AS name") == [{"name": "By hand"}]


def test_undo_goes_back_one_import_or_to_any_revision(ecosystem: Ecosystem, graph: Settings, register: Path) -> None:
    begun = read_dataset(register).snapshot
    for day in ("2024-02-01", "2024-03-01"):
        ecosystem("import", ending(day), *SOURCE, "--data", register, "--yes")
    assert ecosystem("undo", "--data", register, "--yes").code == 0
    assert seat_end(register) == "2024-02-01"
    losses = ("--allow-delete", "1", "--allow-clear", "1")
    assert ecosystem("undo", "--to", "1", "--data", register, "--yes", *losses).code == 0
    assert read_dataset(register).snapshot == begun
    assert_in_step(register, graph)
    assert ecosystem("undo", "--to", "3", "--data", register, "--yes").code == 0
    assert seat_end(register) == "2024-03-01"
    kinds = [line.split()[3] for line in ecosystem("history", "--format", "csv").out.replace(",", " ").splitlines()[1:]]
    assert kinds == ["import", "import", "import", "undo", "undo", "undo"]


@pytest.mark.parametrize(("revision", "code"), [("0", 6), ("9", 1)])
def test_there_is_no_way_back_to_where_nothing_was(
    ecosystem: Ecosystem, register: Path, revision: str, code: int
) -> None:
    assert ecosystem("undo", "--to", revision, "--data", register, "--yes").code == code


def test_undoing_nothing_is_said(ecosystem: Ecosystem, graph: Settings) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, "register"))
    ended = ecosystem("undo", "--data", folder, "--yes")
    assert (ended.code, "the graph is empty" in ended.err) == (1, True)


def test_history_tells_an_import_with_its_cells_or_in_sentences(ecosystem: Ecosystem, register: Path) -> None:
    ecosystem("import", ending(), *SOURCE, "--data", register, "--yes")
    assert "end_date: (blank) → 2024-03-01" in ecosystem("history", "2").out
    told = ecosystem("history", "2", "--text").out
    assert "Exampleton Council left the Exampleton Finance Group on 1 March 2024" in told
    assert "Partnership office register, 2 May 2026" in told
    assert ecosystem("history", "--text").code == 2
    assert ecosystem("history", "9").code == 1
    assert ecosystem("history", "2", "--format", "csv").code == 2


def test_a_forgotten_person_is_in_no_table_and_in_no_corner_of_the_graph(
    ecosystem: Ecosystem, by_hand: ByHand, graph: Settings, register: Path
) -> None:
    ended = ecosystem("forget", "a-example", "--data", register, "--yes")
    assert (ended.code, "maps, workbooks" in ended.err) == (0, True)
    assert not [
        path for path in register.rglob("*.csv") if "Avery" in path.read_text() or "a-example" in path.read_text()
    ]
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, properties(r) AS r"
    assert not [row for row in by_hand(everything) if "Avery" in str(row) or "a-example" in str(row)]
    assert "director-of-public-health" in read_dataset(register).snapshot.entities
    assert_in_step(register, graph)
    for told in (ecosystem("history", "2").out, ecosystem("history", "2", "--text").out):
        assert told.endswith(": a person was forgotten.\n")
    assert ecosystem("undo", "--to", "1", "--data", register, "--yes").code == 6
    assert ecosystem("forget", "a-example", "--data", register, "--yes").code == 1


def test_a_person_whom_a_note_still_names_is_not_forgotten_by_halves(ecosystem: Ecosystem, register: Path) -> None:
    naming = update("id,note\nhealth-board,chaired by Avery Example\n", "boards.csv")
    ecosystem("import", naming, *SOURCE, "--data", register, "--yes")
    refused = ecosystem("forget", "a-example", "--data", register, "--yes")
    assert (refused.code, "note of `health-board`" in refused.err, "Avery" in refused.err) == (6, True, False)
    assert "a-example" in read_dataset(register).snapshot.entities


def test_a_second_import_waits_for_nobody(ecosystem: Ecosystem, register: Path) -> None:
    with held(register):
        ended = ecosystem("import", ending(), *SOURCE, "--data", register, "--yes")
    assert (ended.code, "another import into register is under way" in ended.err) == (5, True)


@pytest.mark.parametrize("command", [("plan",), ("apply", "--yes"), ("import", "update.csv", "--yes")])
def test_what_was_cut_off_before_the_graph_had_it_is_taken_away_and_said(
    ecosystem: Ecosystem, graph: Settings, register: Path, command: tuple[str, ...]
) -> None:
    ending()
    prepare(register, {"boards.csv": "id,name\n"}, "0" * 64)
    ended = ecosystem(*command, "--data", register)
    assert (ended.code, "nothing of it is left" in ended.err) == (0, True)
    assert pending(register) is None
    assert_in_step(register, graph)


def test_what_was_cut_off_after_the_graph_had_it_is_finished_and_said(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    old = (register / "memberships.csv").read_text()
    ecosystem("import", ending(), "--data", register, "--yes")
    new = (register / "memberships.csv").read_text()
    with connect(graph) as store:
        plan = store.history()[-1].sha256
    (register / "memberships.csv").write_text(old)
    prepare(register, {"memberships.csv": new}, plan)
    ended = ecosystem("plan", "--data", register, "--exit-code")
    assert (ended.code, "its tables are in place now" in ended.err) == (0, True)
    assert_in_step(register, graph)


def test_a_merger_proposes_what_follows_and_does_it_when_it_is_accepted(
    ecosystem: Ecosystem, graph: Settings, register: Path
) -> None:
    merger = update(
        "subject,relation,object,role,start_date,id\n"
        "Exampleton Community NHS Trust,SUCCEEDED_BY,EHFT,merger,2024-03-31,\n",
        "succession.csv",
    )
    arguments = (merger, *SOURCE, "--data", register)
    planned = ecosystem("plan", *arguments)
    assert "? Exampleton Community NHS Trust sits on Exampleton Delivery Group, until 2024-03-31" in planned.out
    assert "ends" not in read_dataset(register).snapshot.entities["exampleton-community-trust"].end_date
    assert ecosystem("plan", *arguments, "--accept", "nonsense").code == 2
    assert ecosystem("import", *arguments, "--accept", "all", "--yes").code == 0
    after = read_dataset(register).snapshot
    assert after.entities["exampleton-community-trust"].end_date == "2024-03-31"
    assert after.facts["health-board--exampleton-community-trust--member-of"].end_date == "2024-03-31"
    assert_in_step(register, graph)


def test_a_register_is_begun_checked_and_loaded(ecosystem: Ecosystem, graph: Settings) -> None:
    assert ecosystem("init", "my-city").code == 0
    assert ecosystem("check", "--data", "my-city").code == 0
    assert ecosystem("apply", "--data", "my-city", "--yes").code == 0
    assert_in_step(Path("my-city"), graph)
    assert ecosystem("init", "my-city").code == 6
    assert ecosystem("init", "other", "--data", "my-city").code == 2
    assert ecosystem("init", "other", "--copy", "--data", "my-city").code == 0
    assert read_dataset(Path("other")).snapshot == read_dataset(Path("my-city")).snapshot
