"""Names in the sentences and tables of analyses."""

from collections.abc import Collection, Iterable

from ecosystem.snapshot import View
from ecosystem.wording import counted, listed, name_in_sentence

NAMED = 5
"""How many a sentence names before it counts the rest; one more is named rather than counted."""

NOT_DEFINED = "not defined"


def named(view: View, ids: Collection[str], several: str = "others") -> str:
    """Return the names of nodes as a sentence has them, the first five of more than six, with the number of the rest.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> named(Snapshot.of([], Dataset(id="x", title="X", as_of="2018")).on(None), "abcdefgh")
    'a, b, c, d, e and 3 others'
    """
    names = [name_in_sentence(view.snapshot, node_id) for node_id in ids]
    rest = len(names) - NAMED
    return listed([*names[:NAMED], counted(rest, several, several)] if rest > 1 else names)


def names(view: View, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of nodes as a cell lists them."""
    return tuple(map(view.name_of, ids))


def figure(value: float | None) -> float | str:
    """Return a figure with three digits after the point, or that it is not defined.

    >>> figure(2 / 3), figure(None)
    (0.667, 'not defined')
    """
    return NOT_DEFINED if value is None else round(value, 3) + 0.0
