"""Twins of the queries about direction, reporting, strategies, services and for whom they are."""

from collections.abc import Iterator
from datetime import date

from ecosystem.answers.twins.reading import Values, asked, evidence_of
from ecosystem.model import Entity, basis_of
from ecosystem.network import tables
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

DUTIES = ("OWNS", "OVERSEES", "ENDORSED", "DELIVERS", "COMMISSIONS", "SUPPORTS")


def who_gives_direction(view: View, values: Values) -> Iterator[Cells]:
    """Yield oversight, direction and regulation."""
    for line in view.facts_of("OVERSEES"):
        if asked(values, "subject", line.subject):
            names = (view.name_of(line.subject), line.role or "oversees", view.name_of(line.object))
            yield (*names, view.label_of(line.object), *evidence_of(view, line))


def lines_upward(view: View, values: Values) -> Iterator[Cells]:
    """Yield the reporting lines of every table, or that none is stated."""
    for body in tables(view):
        if asked(values, "body", body.id):
            above = view.facts_from(body.id, "REPORTS_TO")
            for line in above:
                yield body.name, view.name_of(line.object), line.role, basis_of(line), line.note, line.sources
            if not above:
                yield body.name, NOT_STATED, "", "", "", ()


def strategies_of(view: View, values: Values) -> Iterator[Cells]:
    """Yield what bodies have to do with strategies."""
    for duty in view.facts_of(*DUTIES):
        strategy = view.snapshot.entities.get(duty.object)
        if strategy and strategy.label == "Strategy" and asked(values, "body", duty.subject):
            names = (
                strategy.name,
                strategy.form or "strategy",
                view.name_of(duty.subject),
                duty.relation,
                duty.role,
            )
            yield (*names, basis_of(duty), duty.sources)


def ended_strategies(view: View, _: Values) -> Iterator[Cells]:
    """Yield strategies past their own end, with what followed them and the pages that list them."""
    yield from (
        (strategy.name, strategy.start_date, strategy.end_date, successor, _listed_on(view, strategy), strategy.sources)
        for strategy in view.snapshot.entities.values()
        if strategy.label == "Strategy" and view.snapshot.span(strategy).may_until < (view.day or date.max)
        for successor in [view.name_of(fact.object) for fact in view.facts_from(strategy.id, "SUCCEEDED_BY")] or [""]
    )


def _listed_on(view: View, strategy: Entity) -> Cells:
    facts = (fact for fact in view.snapshot.facts_about(strategy.id) if basis_of(fact) in view.bases)
    return tuple(sorted({view.name_of(fact.object) for fact in facts if fact.relation == "SHOWN_ON"}))


def priorities_of(view: View, values: Values) -> Iterator[Cells]:
    """Yield the priorities of bodies and strategies."""
    for having in view.facts_of("HAS_PRIORITY"):
        if asked(values, "body", having.subject) and asked(values, "priority", having.object):
            form = view.snapshot.entities[having.object].form or "priority"
            names = (view.name_of(having.subject), view.label_of(having.subject), view.name_of(having.object))
            yield (*names, form, *evidence_of(view, having))


def for_whom_and_where(view: View, values: Values) -> Iterator[Cells]:
    """Yield whom bodies, strategies and programmes serve, and which places they cover or stand in."""
    for fact in view.facts_of("SERVES", "COVERS", "LOCATED_IN"):
        if asked(values, "subject", fact.subject) and asked(values, "object", fact.object):
            names = (view.name_of(fact.subject), fact.relation, view.name_of(fact.object))
            yield (*names, fact.end_date or NOT_STATED, *evidence_of(view, fact))


def who_provides_what(view: View, values: Values) -> Iterator[Cells]:
    """Yield who delivers and commissions what."""
    for work in view.facts_of("DELIVERS", "COMMISSIONS"):
        if asked(values, "body", work.subject):
            names = (view.name_of(work.subject), work.relation, view.name_of(work.object))
            yield (*names, view.label_of(work.object), *evidence_of(view, work))
