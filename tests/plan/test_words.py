"""What a plan tells people."""

import dataclasses

from ecosystem.model import Code, Dataset, Entity, Fact, Statement, key_of
from ecosystem.plan import NOTHING_TO_DO, Changed, GraphState, Plan, Removed, explained, in_words, plan, sentence
from ecosystem.snapshot import Snapshot

DATASET = Dataset(id="x", title="X", as_of="2022")
BOARD = Entity(id="board", label="Board", name="Health Board", sources=("page:1",))
TRUST = Entity(id="trust", label="Organisation", name="Hospital Trust", sources=("page:2",))
SEAT = Fact(id="seat", subject="trust", relation="MEMBER_OF", object="board", role="chair", sources=("page:3",))
GRAPH = Snapshot.of([BOARD, TRUST, SEAT], DATASET)
BASE = GraphState("x", 3, GRAPH.digest)


def test_a_change_shows_old_and_new_and_what_justifies_it() -> None:
    ended = dataclasses.replace(SEAT, end_date="2018-04", sources=("page:3", "minutes:item2"))
    files = Snapshot.of([BOARD, TRUST, ended], DATASET)
    assert in_words(plan(GRAPH, files, BASE), files).split("\n") == [
        "Plan for x from revision 3: 0 rows added, 1 changed, 0 removed.",
        "memberships: 1 changed",
        "  ~ Hospital Trust chairs Health Board, until 2018-04  [minutes:item2]",
        "      end_date: (blank) → 2018-04",
    ]


def test_citations_are_a_change_of_their_own_where_one_goes_or_nothing_else_changes() -> None:
    moved = dataclasses.replace(SEAT, end_date="2018-04", sources=("minutes:item2",))
    renewed = dataclasses.replace(BOARD, sources=("page:1", "minutes:item2"))
    words = in_words(plan(GRAPH, Snapshot.of([renewed, TRUST, moved], DATASET), BASE), GRAPH).split("\n")
    assert words.index("      sources: - page:3, + minutes:item2") > words.index("memberships: 1 changed")
    assert words[words.index("boards: 1 changed") :][1:3] == [
        "  ~ Health Board (board)  [minutes:item2]",
        "      sources: + minutes:item2",
    ]


def test_code_lists_stand_last() -> None:
    code = Code(list="tier", code="city", title="City", position=1)
    words = in_words(plan(None, Snapshot.of([BOARD, code], DATASET))).split("\n")
    assert [line for line in words if line.endswith("added")] == [
        "dataset: 1 added",
        "boards: 1 added",
        "codes/tier: 1 added",
    ]


def test_a_cleared_cell_is_shown_as_blank() -> None:
    cleared = dataclasses.replace(SEAT, role="")
    words = in_words(plan(GRAPH, Snapshot.of([cleared], DATASET), BASE), GRAPH)
    assert "role: chair → (blank)" in words


def test_nothing_to_do_is_a_sentence_and_so_is_what_is_left() -> None:
    assert in_words(plan(GRAPH, GRAPH, BASE)) == NOTHING_TO_DO
    made = plan(GRAPH, Snapshot.of([BOARD, TRUST], DATASET), BASE)
    assert [in_words(way).split("\n")[1:] for way in (made, dataclasses.replace(made, against="git:HEAD"))] == [
        ["In the graph but not in the register, and left there: 1 seat. `ecosystem db rebuild` takes them out."],
        ["In git:HEAD but not in the register: 1 seat."],
    ]


def test_what_an_update_leaves_is_counted_where_it_changes_anything() -> None:
    nothing = dataclasses.replace(plan(GRAPH, GRAPH, BASE, named=[key_of(BOARD)]), inputs={"boards.csv": "0"})
    assert in_words(dataclasses.replace(nothing, left={"memberships": 1})) == NOTHING_TO_DO
    after = Snapshot.of([dataclasses.replace(BOARD, name="Board"), TRUST, SEAT], DATASET)
    made = dataclasses.replace(plan(GRAPH, after, BASE), inputs={"boards.csv": "0"}, left={"memberships": 1})
    assert in_words(made).endswith("\nLeft as they are, because the files do not name them: 1 seat.")


def test_what_is_missing_or_was_changed_by_hand_is_told() -> None:
    state = dataclasses.replace(BASE, missing=("entity_id",))
    by_hand = Changed(TRUST, dataclasses.replace(TRUST, name="Renamed"))
    words = in_words(plan(GRAPH, GRAPH, state, (by_hand,)))
    assert "Missing in the graph, restored by the next apply: entity_id." in words
    assert "Changed in the graph outside an import: 1 row." in words
    assert "name: Hospital Trust → Renamed" in words


def test_a_long_table_is_cut_to_the_rows_asked_for() -> None:
    boards = [dataclasses.replace(BOARD, id=f"board-{number}") for number in range(5)]
    words = in_words(plan(None, Snapshot.of(boards, DATASET)), rows_per_table=2)
    assert "boards: 5 added" in words
    assert "… and 3 more" in words
    assert words.count("Health Board") == 2


def test_an_inferred_row_shows_its_reason() -> None:
    inferred = Fact(id="line", subject="trust", relation="REPORTS_TO", object="board", note="no other is named")
    words = in_words(plan(GRAPH, Snapshot.of([inferred], DATASET), BASE), GRAPH)
    assert "+ Hospital Trust reports to Health Board  [inferred: no other is named]" in words


def test_nothing_in_a_row_reaches_the_terminal_as_a_command() -> None:
    hostile = dataclasses.replace(BOARD, id="evil", name="\x1b[31mred\x07\nnext")
    words = in_words(plan(None, Snapshot.of([hostile], DATASET)))
    assert "\x1b" not in words
    assert "\x07" not in words
    assert len(words.split("\n")) == 5


def test_a_statement_left_open_and_a_role_of_no_list_are_said_plainly() -> None:
    assert sentence(Statement(id="s", subject="board", property="list_complete")) == (
        "board: list complete left open by the source"
    )
    listed = Fact(id="f", subject="board", relation="SHOWN_ON", object="page", role="Our groups")
    assert sentence(listed) == "board is listed on page (Our groups)"


def test_removed_rows_and_cleared_cells_are_said_first() -> None:
    after = Snapshot.of([BOARD, dataclasses.replace(TRUST, name="")], DATASET)
    made = plan(GRAPH, after, BASE, removed={(Fact, "seat")})
    assert in_words(made, GRAPH).split("\n")[:3] == [
        "Plan for x from revision 3: 0 rows added, 1 changed, 1 removed.",
        "ATTENTION: this removes 1 seat.",
        "ATTENTION: this clears 1 cell.",
    ]


def test_a_plan_says_against_what_it_was_made() -> None:
    made = dataclasses.replace(plan(None, GRAPH), against="git:HEAD~1")
    assert in_words(made).startswith("Plan for x against git:HEAD~1: 4 rows added, 0 changed, 0 removed.")
    same = dataclasses.replace(plan(GRAPH, GRAPH, BASE), against="git:HEAD~1")
    assert in_words(same) == "No difference: git:HEAD~1 shows what the files say."


def test_a_saved_plan_says_what_it_means_and_what_follows_without_the_files() -> None:
    new = Entity(id="new", label="Organisation", name="New Trust", sources=("page:4",))
    merger = Fact(
        id="m", subject="trust", relation="SUCCEEDED_BY", object="new", role="merger", start_date="2022-03-31",
        sources=("page:5",),
    )  # fmt: skip
    made = explained(plan(GRAPH, Snapshot.of([*GRAPH.entities.values(), SEAT, new, merger], DATASET), BASE), GRAPH)
    kept = Plan.from_json(made.to_json())
    assert kept == made
    assert in_words(kept, rows_per_table=2).split("\n") == [
        "Plan for x from revision 3: 2 rows added, 0 changed, 0 removed.",
        "organisations: 1 added",
        "  + New Trust (new)  [page:4]",
        "succession: 1 added",
        "  + Hospital Trust merged into New Trust, on 2022-03-31  [page:5]",
        "What this means on 31 December 2022:",
        "  New Trust is new.",
        "  The seat of Hospital Trust at the Health Board is not taken over by the successor, New Trust.",
        "What follows, but is not done. Accept it with --accept all, or row by row with --accept ID:",
        "  Because Hospital Trust merged into New Trust on 31 March 2022:",
        "  ? Hospital Trust (trust), until 2022-03-31",
        "      --accept trust",
        "  ? Hospital Trust chairs Health Board, until 2022-03-31",
        "      --accept seat",
        "  … and 1 more",
    ]


def test_a_plan_has_names_for_all_it_refers_to(exampleton: Snapshot) -> None:
    made = explained(plan(None, exampleton), None)
    assert made.names.keys() == exampleton.entities.keys() | exampleton.sources.keys() | {"vale-primary-care"}
    assert not made.impact
    by_hand = Removed(Entity(id="gone", label="Board", name="Gone Board"))
    assert explained(plan(GRAPH, GRAPH, BASE, (by_hand,)), GRAPH).names == {"gone": "Gone Board"}
