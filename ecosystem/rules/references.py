"""Rules of references: every end of a relationship is there, of a kind the relation joins, and not the row itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecosystem.model import ANYTHING, BODIES, LABELS, RELATIONS, Dataset, Fact, Identifier, Retired, Row, Statement
from ecosystem.names import plain
from ecosystem.problems import SHOWN_PROBLEMS, Problem, quoted
from ecosystem.rules.examination import Examination
from ecosystem.rules.identity import kind
from ecosystem.rules.suggestion import did_you_mean

NAMES_COMPARED = 400_000
"""How many names are compared in all when looking for what was meant: beyond it, looking takes longer than it helps."""

REFERENCES: Mapping[type[Row], tuple[str, ...]] = {
    Dataset: ("apex",),
    Fact: ("subject", "object"),
    Statement: ("subject",),
    Identifier: ("entity",),
    Retired: ("replaced_by",),
}
"""The columns that name another row, by its id; in a file also by a name or an alias."""

_ADD = "add a row for it"
_NO_IDEA = "name a row that exists, or add it"

_WHOLE = 250
"""As much of an id as is ever read: what is offered can be copied."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One cell that names another row."""

    row: Row
    column: str
    text: str


def references(examined: Examination) -> Iterator[Problem]:
    """Find references to nothing, to several things, to retired ids, to the wrong kind, and to the row itself."""
    dangling = []
    for reference in _all(examined):
        if examined.snapshot.node(reference.text) is None:
            dangling.append(reference)
        elif isinstance(reference.row, Fact):
            yield from _kind(examined, reference.row, reference.column)
    yield from _dangling(examined, sorted(dangling, key=lambda reference: examined.reading_key(reference.row)))
    for fact in examined.snapshot.facts.values():
        if fact.subject and fact.subject == fact.object:
            message = f"{examined.called(fact.subject)} refers to itself"
            yield examined.problem(fact, "B45", message, fix="name the other end", column="object")
    for retired in examined.snapshot.retired.values():
        if retired.id == retired.replaced_by:
            message, fix = "the retired id is replaced by itself", "name the id that took its place, or leave it blank"
            yield examined.problem(retired, "B45", message, fix=fix, column="replaced_by")
    apex = examined.snapshot.node(examined.snapshot.dataset.apex)
    if apex is not None and apex.label not in BODIES:
        message = f"{examined.called(apex.id)} is {kind(apex)}; the apex must be a body"
        yield examined.problem(examined.snapshot.dataset, "B42", message, fix="name a body", column="apex")


def _all(examined: Examination) -> Iterator[Reference]:
    for row in examined.snapshot:
        for column in REFERENCES.get(type(row), ()):
            text = getattr(row, column)
            if text and not (isinstance(row, Retired) and _is_any_row(examined, text)):
                yield Reference(row, column, text)


def _is_any_row(examined: Examination, row_id: str) -> bool:
    return any(row_id in group for group in examined.snapshot.rows.values())


def _dangling(examined: Examination, found: list[Reference]) -> Iterator[Problem]:
    remedies = _Remedies(examined)
    for reference in found:
        row, column, text = reference.row, reference.column, reference.text
        candidates = examined.snapshot.names.exact(text) if plain(text) else ()
        if text in examined.snapshot.retired:
            yield _to_retired(examined, reference)
        elif candidates:
            yield _ambiguous(examined, reference, candidates)
        else:
            unknown = "a row that is not there" if examined.is_personal(row, column) else f"unknown {quoted(text)}"
            yield examined.problem(row, "B41", f"refers to {unknown}", fix=remedies.of(reference), column=column)


def _to_retired(examined: Examination, reference: Reference) -> Problem:
    retired = examined.snapshot.retired[reference.text]
    successor = examined.called(retired.replaced_by) if retired.replaced_by else ""
    fix = f"use the id of {successor}" if examined.is_person(retired.replaced_by) else f"use {successor}"
    fix = fix if successor else "remove the row, or name what exists"
    ending = f", replaced by {successor}" if successor else ""
    message = f"{examined.shown(reference.row, reference.column, reference.text)} was retired on {retired.on}{ending}"
    where = f"{message} ({examined.pointer(retired)})"
    return examined.problem(reference.row, "B43", where, fix=fix, column=reference.column)


def _ambiguous(examined: Examination, reference: Reference, candidates: tuple[str, ...]) -> Problem:
    shown = examined.shown(reference.row, reference.column, reference.text)
    public = [quoted(candidate) for candidate in candidates if not examined.is_person(candidate)]
    fix = f"use one of {', '.join(public)}" if public else "use the id"
    if len(candidates) == 1:
        message, fix = f"{shown} is a name, not an id", f"use {public[0]}" if public else "use the id"
    else:
        message = f"{shown} may be any of {len(candidates)}"
    return examined.problem(reference.row, "B41", message, fix=fix, column=reference.column)


class _Remedies:
    """What may have been meant by references to nothing, looked up for as many as people are shown."""

    def __init__(self, examined: Examination) -> None:
        self._examined = examined
        self._left = min(SHOWN_PROBLEMS, max(3, NAMES_COMPARED // (len(examined.snapshot.entities) + 1)))
        self._known: dict[tuple[str, frozenset[str]], str] = {}

    def of(self, reference: Reference) -> str:
        """Return the remedy for a reference: the likest ids and names of the kinds that may stand there."""
        key = reference.text, _kinds(reference)
        if key not in self._known and len(self._known) < self._left:
            self._known[key] = self._looked_up(*key)
        return self._known.get(key, _NO_IDEA)

    def _looked_up(self, text: str, kinds: frozenset[str]) -> str:
        snapshot = self._examined.snapshot
        ids = [entity.id for entity in snapshot.entities.values() if entity.label in kinds]
        near = [offer.id for offer in snapshot.names.nearest(text, 10)]
        offers = [quoted(one, _WHOLE) for one in near if (node := snapshot.node(one)) and node.label in kinds]
        return did_you_mean(text, ids, f"did you mean {', '.join(offers[:3])}? Else {_ADD}" if offers else _NO_IDEA)


def _kinds(reference: Reference) -> frozenset[str]:
    """Return the labels that may stand where a reference stands; people are never offered."""
    relation = RELATIONS.get(reference.row.relation) if isinstance(reference.row, Fact) else None
    if relation is None:
        return ANYTHING - {"Person"}
    return (relation.subjects if reference.column == "subject" else relation.objects) - {"Person"}


def _kind(examined: Examination, fact: Fact, column: str) -> Iterator[Problem]:
    relation = RELATIONS.get(fact.relation)
    node = examined.snapshot.node(getattr(fact, column))
    if relation is None or node is None:
        return
    allowed = relation.subjects if column == "subject" else relation.objects
    if node.label not in allowed:
        wanted = f"the {column} of {fact.relation} must be {_any_of(allowed)}"
        message = f"{examined.called(node.id)} is {kind(node)}; {wanted}"
        yield examined.problem(fact, "B42", message, fix="name the right row, or use another relation", column=column)


def _any_of(labels: frozenset[str]) -> str:
    words = ["a body"] if labels >= BODIES else []
    words += [LABELS[label].singular for label in LABELS if label in labels and not (words and label in BODIES)]
    return " or ".join(words) if len(words) < 6 else f"{', '.join(words[:4])} or another kind, not a source"
