"""What every page of an atlas is made from: a view, the addresses of its pages, its questions; and text with links.

>>> from ecosystem.model import Dataset
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
>>> site = Site.of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None))
>>> [(piece.text, piece.to) for piece in site.linked("The Health Board met.", ["board"])]
[('The ', ''), ('Health Board', 'bodies/board.html'), (' met.', '')]
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ecosystem.answers import OLD_AFTER, Said
from ecosystem.answers.changes import MOST_CITED
from ecosystem.atlas.addresses import Addresses, anchor
from ecosystem.atlas.parts import BASIS, Asked, Piece, Pieces, Row, between
from ecosystem.audit import RULES, Rule, questions
from ecosystem.evidence import Addressees, Documents, Gap, confirms
from ecosystem.maps.composing.tables import Table, tables_of
from ecosystem.maps.scene import chairs_of
from ecosystem.model import Cited, Entity, Fact, Node, Source, basis_of, ends_of, source_of
from ecosystem.network import stated_lines
from ecosystem.snapshot import View, grouped
from ecosystem.wording import cited_by_source, when_said


@dataclass(frozen=True)
class Site:
    """A view as an atlas shows it."""

    view: View
    addresses: Addresses
    documents: Documents
    asked: tuple[Asked, ...]

    @classmethod
    def of(cls, view: View) -> "Site":
        """Return the site of a view."""
        found, addressees = questions(view, OLD_AFTER), Addressees(view)
        asked = (Asked(gap, addressees.asked_of(gap.about), _rule_of(gap)) for gap in found)
        in_order = sorted(asked, key=lambda one: (one.whom.casefold(), one.whom))
        return cls(view, Addresses.of(view.snapshot), Documents.of(view.snapshot), tuple(in_order))

    @cached_property
    def asked_about(self) -> Mapping[str, tuple[Asked, ...]]:
        """The questions by the id of what they are about."""
        return grouped((one.gap.about.id, one) for one in self.asked)

    @cached_property
    def asked_of(self) -> Mapping[str, tuple[Asked, ...]]:
        """The questions by the name of whom they are put to, in the order of names."""
        return grouped((one.whom, one) for one in self.asked)

    @cached_property
    def asked_at(self) -> Mapping[str, tuple[Asked, ...]]:
        """The questions by the id of each document that was looked at for an answer."""
        cited = self.documents.cited_by
        return grouped((document.id, one) for one in self.asked for document in _of_any(map(cited, one.gap.spoken_of)))

    @cached_property
    def taken_from(self) -> Mapping[str, tuple[Cited, ...]]:
        """The rows by the id of each document that they cite."""
        snapshot = self.view.snapshot
        rows: tuple[Cited, ...] = (
            *snapshot.entities.values(), *snapshot.facts.values(), *snapshot.statements.values()
        )  # fmt: skip
        return grouped(
            (document.id, row) for row in filter(self.lists, rows) for document in self.documents.cited_by(row)
        )

    @cached_property
    def chairs(self) -> Mapping[str, str]:
        """Who chairs each table of which a chair is known, in words."""
        return chairs_of(self.view)

    @cached_property
    def ended_lines(self) -> Mapping[str, tuple[Fact, ...]]:
        """The stated lines to plans that have run out, by the id of each end: they stay in pictures, as ended."""
        view = self.view.counting
        return grouped((end, fact) for fact in stated_lines(view) if not view.shows(fact) for end in ends_of(fact))

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The tables of which a chair or seat is known, as the opening picture has them."""
        return tables_of(self.view.counting)

    @cached_property
    def tables_ever(self) -> Mapping[str, Table]:
        """The same in the whole record, for what has ended."""
        return tables_of(self.whole)

    @cached_property
    def whole(self) -> View:
        """The whole record on the bases that count."""
        return self.view.snapshot.on(None, self.view.counting.bases)

    def linked(self, text: str, ids: Iterable[str], here: str = "") -> Pieces:
        """Return a text in which the names of some things lead to their pages, except to the page it stands on."""
        places = {name: one for one in ids if (name := self.view.name_of(one))}
        if not places:
            return (Piece(text),)
        if text in places:
            return (Piece(text, self._page(places[text], here)),) if text else ()
        names = "|".join(re.escape(name) for name in sorted(places, key=lambda name: (-len(name), name)))
        parts = re.split(rf"(?<!\w)({names})(?!\w)", text)
        pieces = (
            Piece(part, self._page(places[part], here) if number % 2 else "") for number, part in enumerate(parts)
        )
        return tuple(piece for piece in pieces if piece.text)

    def _page(self, node_id: str, here: str) -> str:
        return "" if node_id == here else self.addresses.of_any([node_id])

    def cited(self, *rows: Cited) -> Pieces:
        """Return where rows are said, each source leading to its document's page and there to the first of the rows.

        Of many rows only the sources are named.
        """
        told = cited_by_source(self.view.snapshot, *rows).items()
        many = len(rows) > MOST_CITED
        pieces = (
            Piece(self.view.name_of(source) if many else words, self._place(source, () if many else rows))
            for source, words in told
        )
        return tuple(between(pieces))

    def _place(self, source: str, rows: Iterable[Cited]) -> str:
        page = self.addresses.documents.get(source, "")
        first = next((row for row in rows if self.lists(row) and source in map(source_of, row.sources)), None)
        return f"{page}#{anchor(first)}" if page and first else page

    def lists(self, row: Cited) -> bool:
        """Tell whether a row stands on the pages of the documents it cites: if it is on a basis that was chosen."""
        return basis_of(row) in self.view.bases

    def row(self, said: Said, here: str) -> Row:
        """Return what is said on the page of a thing as a line of a table."""
        what = self.linked(said.what, said.named, here)
        if said.row is None:
            return Row(said.says, what)
        return Row(
            said.says, what, when_said(self.view, said.row), BASIS[basis_of(said.row)], self.cited(said.row),
            said.row.note,
        )  # fmt: skip

    def confirmed(self, node: Node) -> Cited | None:
        """Return the row with the newest evidence of all that sources say of a thing; None where they say nothing."""
        about: tuple[Cited, ...] = (
            *self.view.snapshot.facts_about(node.id), *self.view.statements_about(node.id)
        )  # fmt: skip
        rows: list[Cited] = [row for row in about if confirms(row) and self.lists(row) and row.sources]
        rows += [node] if isinstance(node, Entity) and node.sources else []
        return max(rows, key=lambda row: self.view.snapshot.span(row).last_seen, default=None)


def _of_any(cited: Iterable[frozenset[Source]]) -> frozenset[Source]:
    return frozenset().union(*cited)


def _rule_of(gap: Gap) -> Rule | None:
    return next((rule for rule in RULES.values() if rule.finds(gap)), None)
