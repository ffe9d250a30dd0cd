"""Twins of the queries about strategies: which are in force, whose they are, what they share and lead to."""

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from ecosystem.answers.twins.reading import Values, asked, evidence_of, holds, names_of, year_of
from ecosystem.model import BODIES, Entity, basis_of
from ecosystem.network import GUIDING
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

IN_FORCE = GUIDING | {"agreement"}
CONCERNED = ("OVERSEES", "DELIVERS", "COMMISSIONS", "ENDORSED", "SUPPORTS")


def strategies_in_force(view: View, _: Values) -> Iterator[Cells]:
    """Yield the strategies that had begun and are not known to have ended, with their owners or that none is stated."""
    for strategy in _in_force(view):
        life = (strategy.start_date or NOT_STATED, strategy.end_date or NOT_STATED, year_of(view, strategy))
        owned = [(view.name_of(fact.subject), basis_of(fact)) for fact in view.facts_to(strategy.id, "OWNS")]
        for owner, basis in owned or [(NOT_STATED, "")]:
            yield strategy.name, _form(strategy), *life, owner, basis, strategy.sources


def strategies_without_an_owner(view: View, _: Values) -> Iterator[Cells]:
    """Yield the strategies, plans and frameworks in force that nobody is stated to own."""
    for strategy in _in_force(view):
        if _form(strategy) in GUIDING and not view.facts_to(strategy.id, "OWNS"):
            duties = view.facts_to(strategy.id, *CONCERNED)
            concerned = names_of(view, (duty.subject for duty in duties if view.label_of(duty.subject) in BODIES))
            pages = names_of(view, (listing.object for listing in view.facts_from(strategy.id, "SHOWN_ON")))
            known = (strategy.end_date or NOT_STATED, year_of(view, strategy))
            yield strategy.name, _form(strategy), *known, concerned, pages, strategy.sources


def _in_force(view: View) -> Iterator[Entity]:
    strategies = (each for each in view.snapshot.entities.values() if each.label == "Strategy")
    return (each for each in strategies if _form(each) in IN_FORCE and holds(view, each))


def _form(strategy: Entity) -> str:
    return strategy.form or "strategy"


def shared_priorities(view: View, values: Values) -> Iterator[Cells]:
    """Yield the priorities that several have."""
    holders: dict[str, set[str]] = defaultdict(set)
    for having in view.facts_of("HAS_PRIORITY"):
        holders[having.object].add(having.subject)
    for priority, found in holders.items():
        if len(found) >= cast("int", values["min_holders"]):
            form = view.snapshot.entities[priority].form or "priority"
            yield view.name_of(priority), form, len(found), tuple(sorted(map(view.name_of, found)))


def contributions(view: View, values: Values) -> Iterator[Cells]:
    """Yield what contributes to what."""
    for fact in view.facts_of("CONTRIBUTES_TO"):
        if asked(values, "entity", fact.subject) or asked(values, "entity", fact.object):
            names = (view.name_of(fact.subject), fact.role or NOT_STATED, view.name_of(fact.object))
            yield (*names, view.label_of(fact.object), *evidence_of(view, fact))
