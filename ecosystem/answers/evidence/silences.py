"""What the record does not say: lines upward, points left open, how things are joined to others."""

from ecosystem.answers.result import Part
from ecosystem.evidence import is_unconnected, stands_under, without_line_upward
from ecosystem.model import WITH_SEATS, Entity, Statement
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, counted, kind_of, listed, number_in_words, word_for


def no_line_upward(view: View) -> Part:
    """Return the boards and partnerships of which no source states to whom they report, with what is said instead."""
    tables = sum(entity.label in WITH_SEATS for entity in view.entities)
    found = sorted(without_line_upward(view), key=lambda body: body.name)
    return Part(
        title="No stated line upward",
        lead=_silence_upward(len(found), tables),
        columns=("body", "kind", "stated_above_it", "our_inference"),
        rows=tuple(
            (
                body.name,
                kind_of(body, view.snapshot.dataset),
                stands_under(view, body),
                stands_under(view, body, inferred=True),
            )
            for body in found
        ),
    )


def _silence_upward(silent: int, tables: int) -> str:
    number = counted(tables, "board or partnership", "boards and partnerships")
    if silent == tables > 1:
        return f"Of {number}, sources state of none to whom it reports."
    return f"Of {number}, sources do not state of {number_in_words(silent)} to whom it reports."


def left_open(view: View) -> Part:
    """Return the points that a source speaks of and leaves open."""
    found = [(view.name_of(said.subject), said) for said in view.statements if not said.value]
    points = f"{number_in_words(len(found)).capitalize()} {'point is' if len(found) == 1 else 'points are'}"
    return Part(
        title="Left open",
        lead=f"{points} {LEFT_OPEN} that speaks of {'it' if len(found) == 1 else 'them'}.",
        columns=("about", "what", "why", "sources"),
        rows=tuple((name, _property(view, said), said.note, said.sources) for name, said in found),
    )


def _property(view: View, said: Statement) -> str:
    return view.snapshot.title_of("property", said.property).replace("_", " ").lower()


def unconnected(view: View) -> Part:
    """Return the entities that no relation joins to another; that a source lists them joins them to nothing."""
    found = [entity for entity in view.entities if is_unconnected(view, entity)]
    listings = sum(bool(view.snapshot.facts_about(entity.id)) for entity in found)
    return Part(
        title="Named, and joined to nothing",
        lead=(
            f"{counted(len(found), 'entity has', 'entities have')} no recorded relation to another; "
            f"a source merely lists {number_in_words(listings)} of them."
        ),
        columns=("kind", "name", "listed_on", "sources"),
        rows=tuple(sorted(_standing_alone(view, entity) for entity in found)),
    )


def _standing_alone(view: View, entity: Entity) -> tuple[str, str, str, tuple[str, ...]]:
    lists = dict.fromkeys(view.name_of(fact.object) for fact in view.snapshot.facts_about(entity.id))
    return word_for(entity.label, view.snapshot.dataset), entity.name, listed(lists), entity.sources
