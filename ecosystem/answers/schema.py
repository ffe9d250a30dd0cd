"""What queries are written against: labels, relations and properties, with how many rows of each there are."""

from collections import Counter
from collections.abc import Iterator

from ecosystem.model import LABELS, RELATIONS, ends_in_words
from ecosystem.queries.checks import FACT_PROPERTIES, NODE_PROPERTIES
from ecosystem.results import Cells, Result
from ecosystem.snapshot import Snapshot


def schema(snapshot: Snapshot, origin: str = "files") -> Result:
    """Return the labels, relations and properties of the graph, with how many rows of each the whole record has."""
    return Result(
        title="What the graph is made of",
        columns=("section", "name", "number", "meaning", "from", "to"),
        rows=(*_labels(snapshot), *_relations(snapshot), *_properties()),
        origin=origin,
        notes=(
            "Every node but a :Statement is an :Entity; organisations, boards, partnerships and teams are a :Body too.",
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
        ends = (ends_in_words(relation.subjects), ends_in_words(relation.objects))
        yield "relations", relation.name, numbers[relation.name], relation.description, *ends
    about = "Of whom or what a figure, schedule or power is."
    yield "relations", "ABOUT", len(snapshot.statements), about, "Statement", "anything"


def _properties() -> Iterator[Cells]:
    yield "properties", "of nodes", len(NODE_PROPERTIES), ", ".join(sorted(NODE_PROPERTIES)), "", ""
    yield "properties", "of relations", len(FACT_PROPERTIES), ", ".join(sorted(FACT_PROPERTIES)), "", ""
