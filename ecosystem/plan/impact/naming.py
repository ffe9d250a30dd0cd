"""How bodies are spoken of in sentences: by the name they had, a few by name and the rest by number.

>>> from ecosystem.model import Dataset
>>> rows = [Entity(id=name, label="Board", name=f"{name.title()} Group") for name in ("a", "b", "c", "d", "e")]
>>> snapshot = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2024"))
>>> Naming(snapshot, snapshot).clause({"a", "b", "c", "d", "e"}, "ends", "end")
'the A Group, the B Group, the C Group and 2 more end'
"""

from collections.abc import Collection, Iterable, Iterator, Sized
from dataclasses import dataclass

from ecosystem.model import LABELS, Entity
from ecosystem.snapshot import Snapshot, grouped
from ecosystem.wording import capitalised, counted, definite, is_plural, listed, word_for, words_for

MOST_NAMED = 3
"""Names in one list; what is beyond is counted."""

OURS = " (our inference)"

MOST_SENTENCES = 12
"""Sentences of one kind; what is beyond is counted."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What things are called: by the name they had before a change, by their new one where they are new."""

    before: Snapshot
    after: Snapshot

    def entity(self, node_id: str) -> Entity | None:
        """Return an entity as it was, or as it is where it is new."""
        return self.before.entities.get(node_id) or self.after.entities.get(node_id)

    def name(self, node_id: str) -> str:
        """Return what one thing is called in a sentence."""
        entity = self.entity(node_id)
        return definite(entity) if entity else "something unknown"

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """Return ids in the order of the names."""
        return sorted(ids, key=lambda node_id: (self.name(node_id), node_id))

    def title(self, node_id: str) -> str:
        """Return what one thing is called by itself, as in “the post of Director of Health”."""
        entity = self.entity(node_id)
        return entity.name if entity else self.name(node_id)

    def names(self, ids: Collection[str], *, as_titles: bool = False) -> str:
        """Return several names as a list, at most three and the number of the rest."""
        ordered = [(self.title if as_titles else self.name)(node_id) for node_id in self.ordered(ids)]
        if len(ordered) <= MOST_NAMED:
            return listed(ordered)
        return listed([*ordered[:MOST_NAMED], f"{len(ordered) - MOST_NAMED:,} more"])

    def clause(self, ids: Collection[str], singular: str, plural: str) -> str:
        """Return who does something, with the verb that fits their number; one may be several, as patient groups."""
        several = any(map(is_plural, map(self.entity, ids)))
        return f"{self.names(ids)} {plural if several else agreeing(ids, singular, plural)}"

    def names_or_kinds(self, ids: Collection[str], beside: Sized) -> str:
        """Return some by name where they are few, those named beside them counted in; else by kind and number."""
        return self.names(ids) if len(ids) + len(beside) <= MOST_NAMED else listed(self._kinds(ids))

    def _kinds(self, ids: Collection[str]) -> Iterator[str]:
        groups = grouped((entity.label, node_id) for node_id in ids if (entity := self.entity(node_id)))
        for label in (label for label in LABELS if label in groups):
            found, dataset = groups[label], self.after.dataset
            number = counted(len(found), word_for(label, dataset), words_for(label, dataset))
            yield number if len(found) > 1 else self.name(found[0])


def agreeing(things: Sized, singular: str, plural: str) -> str:
    """Return the word that fits a number of things."""
    return singular if len(things) == 1 else plural


def sentence(text: str) -> str:
    """Return a text as a sentence.

    >>> sentence("the third sector leaves")
    'The third sector leaves.'
    """
    return f"{capitalised(text)}."


def readable(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences of one kind as far as somebody can take them in, then how many more there are."""
    found = list(dict.fromkeys(sentences))
    shown = found if len(found) <= MOST_SENTENCES + 1 else found[:MOST_SENTENCES]
    yield from shown
    if len(found) > len(shown):
        yield f"{len(found) - len(shown):,} more sentences of this kind are left out."
