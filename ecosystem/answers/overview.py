"""What the data holds, counted: for a first look, and for the schema that queries are written against."""

from collections import Counter
from collections.abc import Iterator

from ecosystem.answers.result import Cells, Result
from ecosystem.model import BASES, BODIES, LABELS, RELATIONS, basis_of
from ecosystem.queries.checks import FACT_PROPERTIES, NODE_PROPERTIES
from ecosystem.snapshot import Snapshot, View
from ecosystem.wording import counted, left_out

ANY_KIND = len(LABELS) - 1


def overview(view: View, origin: str = "files") -> Result:
    """Return how many entities of each kind, facts of each relation and facts on each basis a view shows."""
    kinds = Counter(entity.label for entity in view.entities)
    relations = Counter(fact.relation for fact in view.facts)
    bases = Counter(basis_of(fact) for fact in view.facts)
    rows: list[Cells] = [("entities", LABELS[label].plural, kinds[label]) for label in LABELS if kinds[label]]
    rows += [("facts", RELATIONS[name].name, relations[name]) for name in RELATIONS if relations[name]]
    rows += [("facts by basis", basis, bases[basis]) for basis in BASES if bases[basis]]
    rows += [("also", "statements", len(view.statements)), ("also", "sources", len(view.snapshot.sources))]
    sentence = left_out(view.left_out, view.day)
    return Result(
        title=f"{view.snapshot.dataset.title}: {counted(len(view.entities), 'entity', 'entities')}, "
        f"{counted(len(view.facts), 'fact')}",
        columns=("section", "what", "number"),
        rows=tuple(rows),
        origin=origin,
        as_of=view.day,
        notes=(sentence,) if sentence else (),
        sectioned=True,
    )


def schema(snapshot: Snapshot, origin: str = "files") -> Result:
    """Return the labels, relations and properties of the graph, with how many rows of each the whole record has."""
    return Result(
        title="What the graph is made of",
        columns=("section", "name", "number", "meaning", "from", "to"),
        rows=(*_labels(snapshot), *_relations(snapshot), *_properties()),
        origin=origin,
        notes=(
            "Every node of the data is an :Entity; organisations, boards, partnerships and teams are also a :Body.",
        ),
        sectioned=True,
    )


def _labels(snapshot: Snapshot) -> Iterator[Cells]:
    numbers = Counter(entity.label for entity in snapshot.entities.values()) + Counter(Source=len(snapshot.sources))
    for label in LABELS.values():
        yield "labels", label.name, numbers[label.name], label.description, "", ""
    about = "A figure, schedule or power, joined to its entity by ABOUT."
    yield "labels", "Statement", len(snapshot.statements), about, "", ""


def _relations(snapshot: Snapshot) -> Iterator[Cells]:
    numbers = Counter(fact.relation for fact in snapshot.facts.values())
    for relation in RELATIONS.values():
        ends = (_ends(relation.subjects), _ends(relation.objects))
        yield "relations", relation.name, numbers[relation.name], relation.description, *ends


def _ends(labels: frozenset[str]) -> str:
    if len(labels) >= ANY_KIND:
        return "anything"
    bodies = ["Body"] if labels >= BODIES else []
    return ", ".join([*bodies, *sorted(labels - BODIES if bodies else labels)])


def _properties() -> Iterator[Cells]:
    yield "properties", "of nodes", len(NODE_PROPERTIES), ", ".join(sorted(NODE_PROPERTIES)), "", ""
    yield "properties", "of relations", len(FACT_PROPERTIES), ", ".join(sorted(FACT_PROPERTIES)), "", ""
