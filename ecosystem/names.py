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
from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ecosystem.model import Entity, Node
from ecosystem.problems import NotFound, UsageError, shortened

NEAR_ENOUGH = 60.0
"""The least likeness, of 100, at which a name is offered."""

OFFERED = 3
"""How many names are offered in the place of an unknown one."""

SHORTEST_SLIP = 3
"""Letters of the shortest name that a slip of the hand is looked for in."""

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
        """Return the nodes whose names are most like a name, best first, each node once.

        Best is what differs by one slip of the hand; then what holds the words, the shortest first; then what is alike.
        """
        text = plain(name)
        best: dict[str, Candidate] = {}
        for hit in chain(self._slips(text), self._begun(text), self._alike(text, limit * 4)):
            likeness = round(fuzz.WRatio(text, hit), 1)
            for node_id in sorted(self._by_name[hit]):
                best.setdefault(node_id, Candidate(likeness, node_id, self._written[hit]))
            if len(best) >= limit:
                break
        return list(best.values())[:limit]

    def _slips(self, text: str) -> list[str]:
        """Return the names from which a text differs by one letter more, less or other, or by two changing places."""
        if len(text) < SHORTEST_SLIP:
            return []
        return [hit for hit, *_ in process.extract(text, self._by_name.keys(), scorer=OSA.distance, score_cutoff=1)]

    def _begun(self, text: str) -> list[str]:
        """Return the names in which a text stands from the beginning of a word on, the shortest first."""
        holding = (hit for hit in self._by_name if text and f" {text}" in f" {hit}")
        return sorted(holding, key=lambda hit: (len(hit), hit))

    def _alike(self, text: str, limit: int) -> list[str]:
        names = self._by_name.keys()
        hits = process.extract(text, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=NEAR_ENOUGH)
        ranks = {hit: (-round(likeness, 1), sorted(self._by_name[hit])) for hit, likeness, _ in hits}
        return sorted(ranks, key=ranks.__getitem__)

    def one(self, name: str) -> str:
        """Return the only id called that; `Ambiguous` if several are, `NotFound` with the nearest names if none is."""
        found = self.exact(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(name, found)
        raise NotFound(f"nothing is called “{shortened(name, LONGEST_SHOWN)}”", fix=self._remedy(name))

    def _remedy(self, name: str) -> str:
        near = self.nearest(name, limit=OFFERED)
        if not near:
            return "try a part of the name, such as one word of it"
        offers = ", ".join(f"{candidate.name} ({candidate.id})" for candidate in near)
        word = name if name.isalnum() else f'"{plain(name)}"'
        if len(self._of(self._begun(plain(name)))) <= OFFERED:
            return f"did you mean {offers}?"
        number = len(self._of(hit for hit in self._by_name if plain(name) in hit))
        return f"did you mean {offers}? `ecosystem find {word}` lists all {number:,} that have it in a name."

    def _of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._by_name[name] for name in names))
