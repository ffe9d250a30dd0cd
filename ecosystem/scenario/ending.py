"""How bodies end, or are struck from the record: their lines and seats with them, and what was recorded for later."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ecosystem.dates import first_day, last_day, may_have_begun, may_last, spoken
from ecosystem.model import LISTING, RELATIONS, Entity, Fact, Identifier, Row, Statement, ends_of
from ecosystem.network import is_past
from ecosystem.plan import Change, Changed, Removed
from ecosystem.problems import UsageError
from ecosystem.scenario.stage import LASTING, Effect, Outcome, Stage, Taken
from ecosystem.scenario.steps import End, Remove
from ecosystem.wording import capitalised, counted, on_date

UNCLEAR = "whether it has ended by the day is unclear, for the end is not precise"


def ended(step: End, stage: Stage) -> Taken:
    """Return what happens where bodies end: after their last day they are not there, and nothing of them is."""
    bodies, last = stage.bodies(step.bodies), step.on or stage.ends
    over = first_day(last) < stage.day
    why = UNCLEAR if over and last_day(last) >= stage.day else ""
    later = f"The day looked at is not after {spoken(last)}: --as-of a later one shows the end."
    return Taken(
        supposed=f"{stage.names(bodies)} ended{f' {on_date(step.on)}' if step.on else ''}",
        changes=(*ends_of_bodies(stage, bodies, last), *ends_of_facts(stage, bodies, last)),
        effects=tuple(Effect(Outcome.ENDS, (fact,), why=why) for fact in shown_of(stage, bodies)) if over else (),
        notes=() if over else (later,),
    )


def shown_of(stage: Stage, bodies: Collection[str]) -> tuple[Fact, ...]:
    """Return the lasting facts of bodies that are shown before the step, each once, in the order of their ids."""
    return tuple(fact for fact in _lasting(stage, bodies) if not is_past(stage.view, fact))


def past_of(stage: Stage, bodies: Collection[str]) -> tuple[Fact, ...]:
    """Return the facts of bodies that are shown only as something that sources look back on."""
    return tuple(fact for fact in _lasting(stage, bodies) if is_past(stage.view, fact))


def _lasting(stage: Stage, bodies: Collection[str]) -> Iterator[Fact]:
    found = {fact.id: fact for body in bodies for fact in stage.snapshot.facts_about(body)}
    facts = (found[one] for one in sorted(found))
    return (fact for fact in facts if fact.relation in LASTING and stage.view.shows(fact))


def ends_of_bodies(stage: Stage, bodies: Collection[str], last: str) -> Iterator[Change]:
    """Yield the ends of bodies; `UsageError` where one begins later or ended before."""
    for body in bodies:
        entity = stage.snapshot.entities[body]
        if not may_have_begun(entity.start_date, last):
            raise _too_new(stage, body, entity.start_date)
        if not may_last(entity.end_date, last):
            message = f"{stage.name(body)} ended {on_date(entity.end_date)}, before {spoken(last)}"
            raise UsageError(message, fix="name an earlier day")
        yield Changed(entity, stage.cited(entity, end_date=last))


def _too_new(stage: Stage, body: str, begun: str) -> UsageError:
    if body not in stage.recorded.entities:
        fix = "say in that step what it is to be, or take it out with remove"
        return UsageError(f"{stage.name(body)} is there by a step before only", fix=fix)
    fix = "look at a later day with --as-of, or take it out with remove"
    return UsageError(f"{stage.name(body)} begins {on_date(begun)}, and cannot have ended before", fix=fix)


def ends_of_facts(stage: Stage, bodies: Collection[str], last: str) -> Iterator[Change]:
    """Yield the ends of whatever may last at bodies that end, and the rows taken out that would begin after that."""
    facts = {fact.id: fact for body in bodies for fact in stage.snapshot.facts_about(body)}
    for fact in facts.values():
        yield from end_of_fact(stage, fact, last)


def end_of_fact(stage: Stage, fact: Fact, last: str) -> Iterator[Change]:
    """Yield how a fact ends: not where it was over by then, and taken out where it is to begin, or happen, after it.

    What sources look back on is over on the day looked at: an end after that would say that it went on until then.
    """
    span = stage.snapshot.span(fact)
    was_over = is_past(stage.view, fact) and last_day(last) >= stage.day
    if fact.relation == LISTING or span.may_until <= last_day(last) or was_over:
        return
    if span.may_from > last_day(last):
        yield Removed(fact)
    elif not RELATIONS[fact.relation].happening:
        yield Changed(fact, stage.cited(fact, end_date=last))


def removed(step: Remove, stage: Stage) -> Taken:
    """Return what happens where bodies are struck from the record: every row about them goes with them."""
    bodies = stage.bodies(step.bodies)
    rows = [row for row in stage.snapshot if _is_of(row, bodies)]
    statements = sum(isinstance(row, Statement) for row in rows)
    return Taken(
        supposed=f"{stage.names(bodies)} were not in the record",
        changes=(*(Removed(row) for row in rows), *_no_longer_named(stage, bodies)),
        effects=tuple(Effect(Outcome.OUT, (fact,)) for fact in _lasting(stage, bodies)),
        notes=tuple(_losses(stage, bodies, statements)),
    )


def _losses(stage: Stage, bodies: Collection[str], statements: int) -> Iterator[str]:
    if statements:
        yield f"Taken out too: {counted(statements, 'statement')} about {stage.names(bodies)}."
    apex = stage.snapshot.dataset.apex
    if apex in bodies:
        yield f"{capitalised(stage.name(apex))} is the whole whose parts are drawn: there is none then."


def _is_of(row: Row, bodies: Collection[str]) -> bool:
    match row:
        case Entity():
            return row.id in bodies
        case Identifier():
            return row.entity in bodies
        case Fact() | Statement():
            return not set(bodies).isdisjoint(ends_of(row))
        case _:
            return False


def _no_longer_named(stage: Stage, bodies: Collection[str]) -> Iterator[Change]:
    """Yield what the dataset's own row and retired ids say no longer of bodies taken out."""
    dataset = stage.snapshot.dataset
    if dataset.apex in bodies:
        yield Changed(dataset, replace(dataset, apex=""))
    for row in stage.snapshot.retired.values():
        if row.replaced_by in bodies:
            yield Changed(row, replace(row, replaced_by=""))
