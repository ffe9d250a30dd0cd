"""Who sits where: one row per organisation, posts and teams counted for it, nothing said twice and nothing lost."""

from dataclasses import replace
from datetime import date

from ecosystem.maps.grid import Cell, Grid, Line, grid_of
from ecosystem.model import Dataset, Entity, Fact
from ecosystem.snapshot import Snapshot


def _entity(entity_id: str, label: str, **values: str) -> Entity:
    return Entity(id=entity_id, label=label, name=entity_id.title(), evidence_date="2018", **values)


def _seat(member: str, table: str, role: str = "", seen: str = "2018", end: str = "") -> Fact:
    return Fact(
        id=f"{table}--{member}", subject=member, relation="MEMBER_OF", object=table, role=role, evidence_date=seen,
        end_date=end, basis="stated",
    )  # fmt: skip


def _part(member: str, whole: str) -> Fact:
    return Fact(id=f"{whole}-{member}-part", subject=member, relation="PART_OF", object=whole, evidence_date="2018")


ROWS = (
    *(_entity(name, "Board") for name in ("board", "group", "panel")),
    *(_entity(name, "Organisation") for name in ("council", "trust", "charity", "former")),
    *(_entity(name, "Post") for name in ("leader", "director", "officer")),
    _entity("networks", "Constituency"),
    _part("leader", "council"), _part("director", "council"), _part("officer", "board"),
    _seat("leader", "board", "chair"), _seat("director", "board"), _seat("council", "group"),
    _seat("trust", "board"), _seat("trust", "group", seen="2016"), _seat("charity", "group"),
    _seat("networks", "board"), _seat("former", "group", end="2017-03"), _seat("officer", "board"),
)  # fmt: skip


def _grid() -> Grid:
    return grid_of(Snapshot.of(ROWS, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31)))


def _line(grid: Grid, organisation: str) -> tuple[Line, dict[str, Cell | None]]:
    (line,) = (line for group in grid.groups for line in group.lines if line.id == organisation)
    return line, dict(zip((column.id for column in grid.columns), line.cells, strict=True))


def test_tables_with_seats_are_columns_and_others_are_not() -> None:
    assert {column.id for column in _grid().columns} == {"board", "group"}


def test_posts_are_counted_for_their_owner_and_the_chair_is_said() -> None:
    _, cells = _line(_grid(), "council")
    assert cells == {
        "board": Cell("through", chairs=True, words="2 posts"),
        "group": Cell("seat", chairs=False, words=""),
    }


def test_year_stands_in_the_cell_only_where_it_differs() -> None:
    grid = _grid()
    _, cells = _line(grid, "trust")
    assert {column.id: column.year for column in grid.columns} == {"board": "2018", "group": "2018"}
    assert cells == {"board": Cell("seat", chairs=False, words=""), "group": Cell("seat", chairs=False, words="2016")}


def test_ended_seat_is_shown_as_ended_and_not_counted() -> None:
    line, cells = _line(_grid(), "former")
    assert (line.tables, cells["group"]) == (0, Cell("ended", chairs=False, words="ended March 2017"))


def test_member_of_its_own_table_stands_for_itself() -> None:
    line, _ = _line(_grid(), "officer")
    assert (line.kind, line.tables) == ("post", 1)


def test_groups_say_at_how_many_tables() -> None:
    found = {group.title: {line.id for line in group.lines} for group in _grid().groups}
    assert found == {
        "At two or more tables: 2": {"council", "trust"},
        "At one table: 3": {"charity", "networks", "officer"},
        "At none now: seat ended or date unclear: 1": {"former"},
    }


def test_chair_of_a_table_is_a_post_or_not_stated() -> None:
    assert {column.id: column.chair for column in _grid().columns} == {"board": "Leader", "group": "not stated"}


def test_two_who_chair_by_the_same_evidence_are_both_named_and_one_of_before_is_not() -> None:
    rows = [_entity(name, "Organisation") for name in ("council", "trust", "charity")]
    chairs = [_seat("council", "board", "chair"), _seat("trust", "board", "chair")]
    before = _seat("charity", "board", "chair", seen="2016")
    snapshot = Snapshot.of(
        [_entity("board", "Board"), *rows, *chairs, before], Dataset(id="x", title="X", as_of="2018")
    )
    (column,) = grid_of(snapshot.on(date(2018, 12, 31))).columns
    assert column.chair == "Council and Trust"


def test_chair_named_once_is_not_said_to_be_in_the_chair_still() -> None:
    rows = [_entity("board", "Board"), _entity("bell", "Person"), _seat("bell", "board", "chair", seen="2016")]
    grid = grid_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31)))
    assert [column.chair for column in grid.columns] == ["last named 2016, not stated since"]


def test_every_seat_of_leeds_is_in_a_cell_and_every_cell_has_a_seat(leeds: Snapshot) -> None:
    grid = grid_of(leeds.on(leeds.default_day))
    cells = {(line.id, column.id) for group in grid.groups for line in group.lines
             for column, cell in zip(grid.columns, line.cells, strict=True) if cell}  # fmt: skip
    tables = {fact.object for fact in leeds.facts.values() if fact.relation == "MEMBER_OF"}
    assert {table for _, table in cells} == {column.id for column in grid.columns} <= tables
    assert len({organisation for organisation, _ in cells}) == sum(len(group.lines) for group in grid.groups)


def test_only_boards_and_partnerships_are_tables_and_teams_are_named_apart() -> None:
    rows = [_entity("team", "Team"), _entity("nurses", "Constituency"), _seat("nurses", "team")]
    grid = grid_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31)))
    assert (grid.columns, grid.groups, grid.others) == ((), (), (("team", "Team"),))


def test_ended_seat_is_not_held_in_the_whole_record_either() -> None:
    line, cells = _line(grid_of(Snapshot.of(ROWS, Dataset(id="x", title="X", as_of="2018")).on(None)), "former")
    assert (line.tables, cells["group"]) == (0, Cell("ended", chairs=False, words="until 2017"))


def test_person_has_a_line_but_no_page_to_lead_to() -> None:
    rows = [_entity("board", "Board"), _entity("bell", "Person"), _seat("bell", "board")]
    line, _ = _line(grid_of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)), "bell")
    assert not line.linked


def test_a_seat_that_we_infer_says_so() -> None:
    guessed = replace(_seat("council", "board"), basis="inferred", note="it succeeded the old one")
    rows = [_entity("board", "Board"), _entity("council", "Organisation"), _entity("trust", "Organisation")]
    snapshot = Snapshot.of([*rows, guessed, _seat("trust", "board")], Dataset(id="x", title="X", as_of="2018"))
    lines = [line for group in grid_of(snapshot.on(date(2018, 12, 31))).groups for line in group.lines]
    assert {(line.id, cell.words) for line in lines for cell in line.cells if cell} == {
        ("council", "our inference"), ("trust", ""),
    }  # fmt: skip
