"""What an import changed, in sentences for the minutes of a meeting: body by body, dates and sources in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from ecosystem.model import LABELS, Cited, Entity, Fact, Identifier, table_of
from ecosystem.plan.changes import Change
from ecosystem.plan.telling import Telling
from ecosystem.problems import printable
from ecosystem.snapshot import Snapshot
from ecosystem.wording import listed, on_date, rows_of

_OF_THE_OBJECT = frozenset({"MEMBER_OF", "HOLDS", "OWNS", "OVERSEES"})
"""Relations that stand in the minutes under their object; the others under their subject."""


class Imported(Protocol):
    """What the journal says of an import."""

    @property
    def revision(self) -> int:
        """Its number, from 1."""

    @property
    def at(self) -> str:
        """When it was made, as ISO text."""

    @property
    def actor(self) -> str:
        """Who made it."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files it was made from; of an undo, how far back."""

    @property
    def kind(self) -> str:
        """What was done: `import`, `undo`, `rebuild` or `forget`."""


def minutes(entry: Imported, changes: Iterable[Change], after: Snapshot) -> str:
    """Return what an import changed as text, with the names that things have in `after`: the record since then.

    >>> from types import SimpleNamespace
    >>> from ecosystem.model import Dataset, Fact, Source
    >>> from ecosystem.plan.changes import Added
    >>> rows = [Entity(id="a", label="Board", name="Finance Group"), Entity(id="b", label="Organisation", name="Trust"),
    ...         Source(id="register", title="Partnership office register, 2 May 2026")]
    >>> seat = Fact(id="s", subject="b", relation="MEMBER_OF", object="a", start_date="2026-05", sources=("register",))
    >>> entry = SimpleNamespace(revision=3, at="2026-05-04T10:00:00+00:00", actor="Lee", kind="import",
    ...                         files=("seats.xlsx",))
    >>> print(minutes(entry, [Added(seat)], Snapshot.of([*rows, seat], Dataset(id="x", title="X", as_of="2026"))))
    Revision 3 was made on 4 May 2026 by Lee from seats.xlsx.
    <BLANKLINE>
    Finance Group: Trust joined the Finance Group in May 2026 (Partnership office register, 2 May 2026).
    """
    found = list(changes)
    gone = {change.row.id: change.row for change in found if isinstance(change.row, Entity)}
    paragraphs = [_heading(entry), *_bodies(found, Telling(after, gone)), *_lists(found)]
    return "\n\n".join(map(printable, paragraphs))


def _heading(entry: Imported) -> str:
    made, files = f"Revision {entry.revision} was made {on_date(entry.at[:10])} by {entry.actor}", listed(entry.files)
    match entry.kind:
        case "forget":
            return f"{made}: a person was forgotten."
        case "undo":
            return f"{made}: {files}."
        case "rebuild":
            return f"{made}: the graph was made anew from {files}."
    return f"{made} from {files}." if files else f"{made}."


def _bodies(changes: Iterable[Change], telling: Telling) -> Iterator[str]:
    """Yield a paragraph for each thing that changes are about, in the order of kinds and names."""
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if isinstance(change.row, Cited | Identifier):
            groups[_about(change.row)].append(change)
    for node_id in sorted(groups, key=lambda one: (_place_of(telling.label(one)), telling.title(one))):
        yield f"{telling.title(node_id)}: {' '.join(telling.sentences(groups[node_id]))}"


def _place_of(label: str) -> int:
    return list(LABELS).index(label) if label in LABELS else len(LABELS)


def _about(row: Cited | Identifier) -> str:
    """Return the thing under which a row stands in the minutes."""
    match row:
        case Entity():
            return row.id
        case Identifier():
            return row.entity
        case Fact() if row.relation in _OF_THE_OBJECT:
            return row.object
        case _:
            return row.subject


def _lists(changes: Iterable[Change]) -> Iterator[str]:
    rows = (change.row for change in changes)
    tables = Counter(table_of(row) for row in rows if not isinstance(row, Cited | Identifier))
    if tables:
        words = listed(rows_of(table, count) for table, count in sorted(tables.items()))
        yield f"Also added, changed or removed: {words}."
