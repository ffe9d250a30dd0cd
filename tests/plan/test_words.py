"""What a plan tells people."""

import dataclasses

from ecosystem.model import Dataset, Entity, Fact, Statement
from ecosystem.plan import NOTHING_TO_DO, Changed, GraphState, in_words, plan, sentence
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
        "  ~ Hospital Trust chairs Health Board, until 2018-04  [page:3 minutes:item2]",
        "      end_date: (blank) → 2018-04",
        "      sources: page:3 → page:3 minutes:item2",
    ]


def test_a_cleared_cell_is_shown_as_blank() -> None:
    cleared = dataclasses.replace(SEAT, role="")
    words = in_words(plan(GRAPH, Snapshot.of([cleared], DATASET), BASE), GRAPH)
    assert "role: chair → (blank)" in words


def test_nothing_to_do_is_a_sentence_and_so_is_what_is_left() -> None:
    assert in_words(plan(GRAPH, GRAPH, BASE)) == NOTHING_TO_DO
    assert in_words(plan(GRAPH, Snapshot.of([BOARD, TRUST], DATASET), BASE)).split("\n") == [
        NOTHING_TO_DO,
        "Left as they are, because the files do not name them: 1 seat.",
    ]


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
