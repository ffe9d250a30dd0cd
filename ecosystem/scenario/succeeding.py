"""How bodies merge and split: the old end, the new begin, and seats and lines pass on as in any succession."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ecosystem.model import SUCCESSION, Entity, Fact, basis_of
from ecosystem.plan import Added, Change, Changed, applied
from ecosystem.plan.succession import Inheritance, Passing, departures, free_fact_id, inheritances, passed_on
from ecosystem.scenario.ending import ends_of_bodies, ends_of_facts, past_of, shown_of
from ecosystem.scenario.ground import SCENARIO
from ecosystem.scenario.lines import as_good, superseded
from ecosystem.scenario.stage import LASTING, Effect, Outcome, Stage
from ecosystem.snapshot import Snapshot
from ecosystem.wording import counted

MayPass = Callable[[Fact, Fact], bool]

ITSELF = "it would join the successor to itself"
PERSONAL = "what is said of a person by name does not pass on"
CHAIR_OPEN = "who chairs is left open"
PAST = "sources look back on it as past"
UNSAID = "nobody has said who goes on with it"


@dataclass(frozen=True, slots=True)
class Succession:
    """What is succeeded, by which bodies as they are from the day on, in which way, and what passes on to whom."""

    old: tuple[str, ...]
    heirs: tuple[Entity, ...]
    role: str
    may_pass: MayPass


def succeeded(stage: Stage, succession: Succession) -> tuple[tuple[Change, ...], tuple[Effect, ...]]:
    """Return the changes and effects of bodies being succeeded on the day looked at."""
    shown = shown_of(stage, succession.old)
    ids = {fact.id for fact in shown}
    opened, begun = _begun(stage, succession, ids)
    passing = Passing(
        relations=LASTING,
        lasts=lambda fact, _gone: fact.id in ids,
        may_pass=succession.may_pass,
        says_so=lambda _recorded, _passed: False,
    )
    taken = set(stage.recorded.facts)
    found = [_passed(stage, opened, one, taken) for one in inheritances(opened, departures(opened, begun), passing)]
    ends = {change.row.id: change for change in ends_of_facts(stage, succession.old, stage.ends)}
    for changes, _ in found:
        ends |= {change.row.id: change for change in changes}
    effects = tuple(effect for _, effect in found)
    origins, done = {fact.id for effect in effects for fact in effect.before}, {change.row.id for change in begun}
    return (
        (*begun, *(change for one, change in ends.items() if one not in done)),
        (
            *effects,
            *(_left(stage, succession, fact) for fact in shown if fact.id not in origins),
            *(Effect(Outcome.STAYS, (fact,), None, PAST) for fact in past_of(stage, succession.old)),
        ),
    )


def _begun(stage: Stage, succession: Succession, shown: Collection[str]) -> tuple[Snapshot, tuple[Change, ...]]:
    """Return the record in which the old have ended and the new begun, and the changes up to there.

    What is recorded of the old for later days is taken out first; what is shown on the day itself may pass on.
    """
    ends = ends_of_facts(stage, succession.old, stage.ends)
    later = (one for one in ends if one.kind == "removed" and one.row.id not in shown)
    changes = (
        *ends_of_bodies(stage, succession.old, stage.ends),
        *later,
        *_heirs(stage, succession.heirs),
        *_successions(stage, succession),
    )
    opened = applied(stage.snapshot, changes)
    assert opened is not None  # noqa: S101 - the dataset's own row stays
    return opened, changes


def _heirs(stage: Stage, heirs: Sequence[Entity]) -> Iterator[Change]:
    for heir in heirs:
        before = stage.snapshot.entities.get(heir.id)
        if before is None:
            yield Added(heir)
        elif before != heir:
            yield Changed(before, heir)


def _successions(stage: Stage, succession: Succession) -> Iterator[Change]:
    taken = set(stage.recorded.facts)
    for old in succession.old:
        for heir in succession.heirs:
            fact = Fact(
                id="", subject=old, relation=SUCCESSION, object=heir.id, role=succession.role,
                start_date=stage.begins, basis=SCENARIO, sources=(stage.citation,),
            )  # fmt: skip
            yield Added(replace(fact, id=free_fact_id(stage.snapshot, fact, taken)))


def _passed(stage: Stage, opened: Snapshot, one: Inheritance, taken: set[str]) -> tuple[tuple[Change, ...], Effect]:
    """Return what becomes of one thing that might pass on."""
    if one.hindrance:
        return (), Effect(Outcome.OPEN, one.origins, None, one.hindrance)
    asserted = any(basis_of(origin) != "inferred" for origin in one.origins)
    why = CHAIR_OPEN if one.chair_open else ""
    if there := as_good(stage, one.fact, asserted=asserted):
        return (), Effect(Outcome.ONE, (*one.origins, there), there, why)
    row = replace(
        passed_on(opened, one, taken),
        basis=SCENARIO if asserted else "inferred",
        evidence_date="",
        sources=(stage.citation,),
    )
    instead = tuple(superseded(stage, row))
    weaker = tuple(change.before for change in instead if isinstance(change.before, Fact))
    before = (*one.origins, *filter(stage.view.shows, weaker))
    outcome = Outcome.ONE if len(before) > 1 else Outcome.PASSES
    return (*instead, Added(row)), Effect(outcome, before, row, why)


def _left(stage: Stage, succession: Succession, fact: Fact) -> Effect:
    """Return what becomes of a fact that passes on to nobody."""
    one = {*succession.old, *(heir.id for heir in succession.heirs)}
    if {fact.subject, fact.object} <= one:
        return Effect(Outcome.AWAY, (fact,), None, ITSELF)
    labels = {stage.snapshot.label_of(end) for end in (fact.subject, fact.object)}
    return Effect(Outcome.OPEN, (fact,), None, PERSONAL if "Person" in labels else UNSAID)


def left_open(stage: Stage, old: Sequence[str]) -> Iterator[str]:
    """Yield what is said of bodies in figures, schedules and powers, which never passes on."""
    if number := sum(len(stage.view.statements_about(body)) for body in old):
        yield f"Not passed on: {counted(number, 'statement')} about {stage.names(old)} (figures, schedules, powers)."
