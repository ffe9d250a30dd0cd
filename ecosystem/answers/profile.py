"""What an entity or source is: its kind, names, place, and how it is known."""

from collections.abc import Iterator

from ecosystem.answers.rows import Said
from ecosystem.dates import spoken
from ecosystem.model import Entity, Node, Source, source_of
from ecosystem.snapshot import View
from ecosystem.wording import counted, kind_of, word_for

SECTION = "What it is"


def profile(view: View, node: Node) -> Iterator[Said]:
    """Yield what a node is, one row for each thing known of it."""
    if isinstance(node, Entity):
        kind = word_for(node.label, view.snapshot.dataset)
        finer = f"{kind} ({node.form})" if node.form not in {"", kind} else kind
        yield Said(SECTION, "kind", finer, node)
    rows = _of_source(view, node) if isinstance(node, Source) else _of_entity(view, node)
    yield from (Said(SECTION, says, what) for says, what in rows if what)


def _of_entity(view: View, entity: Entity) -> Iterator[tuple[str, str]]:
    yield "short name", entity.short_name
    yield "also called", ", ".join(entity.aliases)
    yield "tier", view.snapshot.title_of("tier", entity.tier)
    yield "sector, by our classification", view.snapshot.title_of("sector", entity.sector)
    yield "id", entity.id
    for identifier in view.snapshot.identifiers.values():
        if identifier.entity == entity.id:
            yield identifier.scheme, identifier.value


def _of_source(view: View, source: Source) -> Iterator[tuple[str, str]]:
    yield "kind", kind_of(source, view.snapshot.dataset)
    yield "published by", source.publisher
    dated = spoken(source.date) if source.date else ""
    yield "date", f"{dated} ({source.date_basis})" if source.date_basis else dated
    yield "address", source.url
    yield "id", source.id
    cites = sum(source.id in map(source_of, fact.sources) for fact in view.snapshot.facts.values())
    yield "supports", counted(cites, "fact")
    yield "note", source.note
