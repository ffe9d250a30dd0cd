"""Sentences of the chronicle with links, each with its basis and sources.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> hub = Entity(id="hub", label="Partnership", name="Hub", start_date="2022", basis="stated")
>>> site = Site.of(Snapshot.of([hub], Dataset(id="x", title="X", as_of="2022")).on(None))
>>> [said] = told_in(site, [Told(Kind.DATED, "Hub began in 2022.", (hub,), "stated")])
>>> said.kind, [piece.to for piece in said.words]
('dated', ['bodies/hub.html', ''])
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.atlas.parts import BASIS, Pieces
from ecosystem.atlas.site import Site
from ecosystem.chronicle import Kind, Told
from ecosystem.model import Cited, Entity, ends_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, on what sort of evidence and which basis it rests, where that is said, and notes."""

    words: Pieces
    kind: str
    basis: str
    cited: Pieces
    note: str = ""


def told_in(site: Site, told: Iterable[Told], here: str = "") -> tuple[Sentence, ...]:
    """Return sentences of a chronicle for the page of a thing, or for one of no thing."""
    return tuple(_sentence(site, one, here) for one in told)


def _sentence(site: Site, told: Told, here: str) -> Sentence:
    ids = [node_id for row in told.rows for node_id in _ids(row)]
    notes = dict.fromkeys(row.note for row in told.rows)
    note = "; ".join(notes) if told.kind is Kind.INFERRED or len(notes) == 1 else ""
    words, cited = site.linked(told.sentence, ids, here), site.cited(*told.rows)
    return Sentence(words, told.kind.value, BASIS[told.basis], cited, note)


def _ids(row: Cited) -> tuple[str, ...]:
    return (row.id,) if isinstance(row, Entity) else ends_of(row)
