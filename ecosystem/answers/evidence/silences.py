"""What the record does not say: lines upward, points left open, how things are joined to others."""

from ecosystem.evidence import inferred_above, is_unconnected, said_above, without_line_upward
from ecosystem.model import Entity, Statement
from ecosystem.network import tables
from ecosystem.results import Part
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, counted, kind_of, listed, number_in_words, property_in_words


def no_line_upward(view: View) -> Part:
    """Return the boards and partnerships of which no source states to whom they report, with what is said instead."""
    found = sorted(without_line_upward(view), key=lambda body: body.name)
    return Part(
        title="No stated line upward",
        lead=_silence_upward(len(found), len(list(tables(view)))),
        columns=("body", "kind", "said_above_it", "our_inference"),
        rows=tuple(
            (body.name, kind_of(body, view.snapshot.dataset), said_above(view, body), inferred_above(view, body))
            for body in found
        ),
    )


def _silence_upward(silent: int, of_all: int) -> str:
    number = counted(of_all, "board or partnership", "boards and partnerships")
    if not of_all:
        return "No board or partnership is named."
    if not silent:
        return f"Of {number}, sources state of each to whom it reports."
    if silent == of_all > 1:
        return f"Of {number}, sources state of none to whom it reports."
    return f"Of {number}, sources do not state of {number_in_words(silent)} to whom it reports."


def left_open(view: View) -> Part:
    """Return the points that a source speaks of and leaves open."""
    found = [said for said in view.statements if not said.value]
    points = f"{number_in_words(len(found)).capitalize()} {'point is' if len(found) == 1 else 'points are'}"
    spoken_of = f"{points} {LEFT_OPEN} that speaks of {'it' if len(found) == 1 else 'them'}."
    return Part(
        title="Left open",
        lead=spoken_of if found else "No source leaves open what it speaks of.",
        columns=("about", "what", "why", "sources"),
        rows=tuple(sorted(_open_point(view, said) for said in found)),
    )


def _open_point(view: View, said: Statement) -> tuple[str, str, str, tuple[str, ...]]:
    return view.name_of(said.subject), property_in_words(view.snapshot, said), said.note, said.sources


def unconnected(view: View) -> Part:
    """Return the entities that no relation joins to another; that a source lists them joins them to nothing."""
    found = [entity for entity in view.entities if is_unconnected(view, entity)]
    listings = sum(bool(view.snapshot.facts_about(entity.id)) for entity in found)
    merely = f"; a source merely lists {number_in_words(listings)} of them" if len(found) > 1 else ""
    lead = f"{counted(len(found), 'entity has', 'entities have')} no recorded relation to another{merely}."
    return Part(
        title="Named, and joined to nothing",
        lead=lead if found else "Everything that is named is joined to something.",
        columns=("kind", "name", "listed_on", "sources"),
        rows=tuple(sorted(_standing_alone(view, entity) for entity in found)),
    )


def _standing_alone(view: View, entity: Entity) -> tuple[str, str, str, tuple[str, ...]]:
    lists = dict.fromkeys(view.name_of(fact.object) for fact in view.snapshot.facts_about(entity.id))
    return kind_of(entity, view.snapshot.dataset), entity.name, listed(lists), entity.sources
