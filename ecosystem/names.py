"""Finding rows by what people call them: names, short names, aliases, ids.

>>> trust = Entity(id="lth", label="Organisation", name="Leeds Teaching Hospitals NHS Trust", aliases=("LTHT",))
>>> names = Names([trust])
>>> names.exact("ltht"), names.nearest("Leeds Teaching Hospital Trust")[0].id
(('lth',), 'lth')
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ecosystem.model import Entity, Node
from ecosystem.problems import NotFound, UsageError, shortened

NEAR_ENOUGH = 60.0
"""The least likeness, of 100, at which a name is offered."""

LONGEST_SHOWN = 100
"""Characters of an unknown name that are repeated."""

_NOT_LETTERS = re.compile(r"[^\w]+")


def plain(name: str) -> str:
    """Return a name for comparison: no case, accents or punctuation, `&` as `and`.

    >>> plain("Children & Young People’s Plan")
    'children and young peoples plan'
    """
    text = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    text = "".join(character for character in text if not unicodedata.combining(character))
    return _NOT_LETTERS.sub(" ", text.replace("’", "").replace("'", "")).strip()


def names_of(node: Node) -> tuple[str, ...]:
    """Return everything a node is called: name, short name, aliases."""
    if isinstance(node, Entity):
        return tuple(name for name in (node.name, node.short_name, *node.aliases) if name)
    return (node.title,)


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A node offered for a name: likeness from 0 to 100, its id, and the name that was matched."""

    likeness: float
    id: str
    name: str


class Ambiguous(UsageError):
    """A name that several nodes have; `candidates` are their ids."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        message = f"“{shortened(name, LONGEST_SHOWN)}” may be any of {len(candidates)}: {', '.join(candidates)}"
        super().__init__(message, fix="use one of these ids")
        self.candidates = candidates


class Names:
    """An index from names to the ids of nodes."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._written: dict[str, str] = {}
        self._ids: set[str] = set()
        for node in nodes:
            self._ids.add(node.id)
            for name in names_of(node):
                self._by_name[plain(name)].add(node.id)
                self._written.setdefault(plain(name), name)

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the ids that are called exactly that, an id itself first of all; empty where nothing is."""
        if name in self._ids:
            return (name,)
        return tuple(sorted(self._by_name.get(plain(name), ())))

    def nearest(self, name: str, limit: int = 5) -> list[Candidate]:
        """Return the nodes whose names are most like a name, best first, each node once."""
        hits = process.extract(plain(name), self._by_name.keys(), scorer=fuzz.WRatio, limit=limit * 4)
        best: dict[str, Candidate] = {}
        for hit, likeness, _ in hits:
            for node_id in sorted(self._by_name[hit]):
                if likeness >= NEAR_ENOUGH:
                    best.setdefault(node_id, Candidate(round(likeness, 1), node_id, self._written[hit]))
        return sorted(best.values(), key=lambda candidate: (-candidate.likeness, candidate.id))[:limit]

    def one(self, name: str) -> str:
        """Return the only id called that; `Ambiguous` if several are, `NotFound` with the nearest names if none is."""
        found = self.exact(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(name, found)
        offers = ", ".join(f"{candidate.name} ({candidate.id})" for candidate in self.nearest(name, limit=3))
        raise NotFound(
            f"nothing is called “{shortened(name, LONGEST_SHOWN)}”",
            fix=f"did you mean {offers}?" if offers else "try a part of the name, such as one word of it",
        )
