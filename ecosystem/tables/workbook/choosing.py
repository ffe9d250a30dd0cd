"""Which rows concern one board: itself, its seats, lines to and from it, and everything these refer to."""

from collections.abc import Iterable, Iterator

from ecosystem.model import BODIES, Entity, Fact, Row, source_of
from ecosystem.problems import UsageError, shortened
from ecosystem.snapshot import Snapshot
from ecosystem.tables.workbook.layout import SHEETS

_RELATIONS = frozenset(kind for sheet in SHEETS if sheet.row_type is Fact for kind in sheet.kinds)


def rows_about(snapshot: Snapshot, board: str) -> tuple[Row, ...]:
    """Return the rows about a board named by id or name; `NotFound` or `UsageError` where that names no one body."""
    found = snapshot.find(board)
    if snapshot.label_of(found) not in BODIES:
        fix = "name a board, partnership, team or organisation"
        raise UsageError(f"“{shortened(board)}” is no body", fix=fix)
    facts = list(_facts(snapshot, found))
    ends = dict.fromkeys((found, *(end for fact in facts for end in (fact.subject, fact.object))))
    entities = [snapshot.entities[end] for end in ends if end in snapshot.entities]
    return (*entities, *facts, *(_cited(snapshot, (*entities, *facts))))


def _facts(snapshot: Snapshot, board: str) -> Iterator[Fact]:
    """Yield the board's facts, then who holds the posts that they name."""
    about = [fact for fact in snapshot.facts_about(board) if fact.relation in _RELATIONS]
    yield from about
    ends = dict.fromkeys(end for fact in about for end in (fact.subject, fact.object))
    for end in ends:
        if snapshot.label_of(end) == "Post":
            yield from (fact for fact in snapshot.facts_about(end) if fact.relation == "HOLDS")


def _cited(snapshot: Snapshot, rows: Iterable[Entity | Fact]) -> Iterator[Row]:
    cited = {source_of(citation) for row in rows for citation in row.sources}
    return (source for source in snapshot.sources.values() if source.id in cited)
