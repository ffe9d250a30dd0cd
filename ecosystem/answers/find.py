"""Finding entities and sources by any of their names."""

from collections.abc import Iterator

from ecosystem.model import Entity, Node
from ecosystem.names import names_of, plain
from ecosystem.results import Cells, Result
from ecosystem.snapshot import Snapshot
from ecosystem.wording import counted, kind_of


def find(snapshot: Snapshot, text: str, origin: str = "files") -> Result:
    """Return what is called a text, exactly first and then as part of a name; `NotFound` with the nearest names.

    >>> from ecosystem.model import Dataset, Entity
    >>> trust = Entity(id="lth", label="Organisation", name="Teaching Hospitals Trust", aliases=("LTHT",))
    >>> find(Snapshot.of([trust], Dataset(id="x", title="X", as_of="2018")), "hospitals").rows[0][:2]
    ('Teaching Hospitals Trust', 'organisation')
    """
    exact = snapshot.names.exact(text)
    ids = list(dict.fromkeys((*exact, *_holding(snapshot, plain(text)))))
    if not ids:
        snapshot.find(text)
    rows = tuple(_row(snapshot, node) for node in map(snapshot.node, ids) if node is not None)
    others = len(rows) - len(exact)
    more = f", {others:,} more with it in {'its name' if others == 1 else 'their names'}" if others else ""
    notes = (f"{counted(len(exact), 'exact match', 'exact matches')}{more}.",)
    return Result(
        title=f"What is called “{text}”",
        columns=("name", "kind", "where", "also_called", "id"),
        rows=rows,
        origin=origin,
        notes=notes,
    )


def _holding(snapshot: Snapshot, text: str) -> Iterator[str]:
    nodes: tuple[Node, ...] = (*snapshot.entities.values(), *snapshot.sources.values())
    found = []
    for node in nodes:
        names = [plain(name) for name in names_of(node)]
        if text and any(text in name for name in names):
            begins = any(name.startswith(text) for name in names)
            found.append((not begins, names[0], node.id))
    return (node_id for _, _, node_id in sorted(found))


def _row(snapshot: Snapshot, node: Node) -> Cells:
    name, *others = names_of(node)
    where = snapshot.title_of("tier", node.tier) if isinstance(node, Entity) else ""
    return name, kind_of(node, snapshot.dataset), where, tuple(others), node.id
