"""How single lines are added, removed and redirected; what is there already, and what a new line takes the place of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from ecosystem.dates import may_last
from ecosystem.model import RELATIONS, SEAT, Dataset, Entity, Fact, basis_of, ends_in_words
from ecosystem.names import plain
from ecosystem.plan import Added, Change
from ecosystem.plan.succession import free_fact_id, rank_of_role
from ecosystem.problems import UsageError, shortened
from ecosystem.rules import did_you_mean
from ecosystem.scenario.ending import end_of_fact
from ecosystem.scenario.ground import SCENARIO
from ecosystem.scenario.stage import LASTING, Effect, Outcome, Stage, Taken
from ecosystem.scenario.steps import AddLine, Line, RedirectLine, RemoveLine
from ecosystem.wording import in_the_past, kind_of, listed

ALREADY = "the record has it already"


def added(step: AddLine, stage: Stage) -> Taken:
    """Return what happens where one line more is there; nothing where sources say of that day that it is there."""
    line = _line(stage, step.line)
    said = f"{stage.name(line.subject)} {_supposed(line)} {stage.name(line.object)}"
    return _with(stage, line, said, Outcome.BEGINS)


def _with(stage: Stage, line: Fact, said: str, outcome: Outcome, *origins: Fact) -> Taken:
    """Return a line taken into the record in the place of others, unless it is there already."""
    ends = tuple(change for origin in origins for change in end_of_fact(stage, origin, stage.ends))
    if there := as_good(stage, line):
        return Taken(
            said, ends, (Effect(Outcome.ONE if origins else Outcome.THERE, (*origins, there), there, ALREADY),)
        )
    changes = (*ends, *superseded(stage, line), Added(line))
    return Taken(said, changes, (Effect(outcome, origins, line),))


def removed(step: RemoveLine, stage: Stage) -> Taken:
    """Return what happens where a line is no longer there; `UsageError` where there is none."""
    line = _line(stage, step.line)
    found = _recorded(stage, line)
    said = f"{stage.name(line.subject)} no longer {_supposed(line)} {stage.name(line.object)}"
    ends = tuple(change for fact in found for change in end_of_fact(stage, fact, stage.ends))
    return Taken(said, ends, tuple(Effect(Outcome.ENDS, (fact,)) for fact in found))


def redirected(step: RedirectLine, stage: Stage) -> Taken:
    """Return what happens where a line leads to another object, in its role; `UsageError` where there is none."""
    line = _line(stage, step.line)
    found = _recorded(stage, line)
    to, ids = stage.node(step.to), set(stage.recorded.facts)
    if to == line.object:
        raise UsageError(f"the line leads to {stage.name(to)} already", fix="name another object after --to")
    lines = [_fact(stage, fact.subject, fact.relation, to, fact.role, ids, basis_of(fact)) for fact in found]
    taken = [_with(stage, new, "", Outcome.LEADS, old) for new, old in zip(lines, found, strict=True)]
    changes = {(change.kind, change.row.id): change for one in taken for change in one.changes}
    return Taken(
        supposed=f"{stage.name(line.subject)} {_supposed(line)} {stage.name(to)} instead of {stage.name(line.object)}",
        changes=tuple(changes.values()),
        effects=tuple(effect for one in taken for effect in one.effects),
    )


def _line(stage: Stage, words: Line) -> Fact:
    """Return the line that three words mean, as the step would have it; `UsageError` where the model has none such."""
    subject, relation, other = words
    name, role = relation_meant(relation)
    return _fact(stage, stage.node(subject), name, stage.node(other), role, set(stage.recorded.facts))


def _fact(
    stage: Stage, subject: str, relation: str, other: str, role: str, taken: set[str], basis: str = SCENARIO
) -> Fact:
    """Return a fact of the scenario, with an id that is put among those taken; `UsageError` where it may not be."""
    ends = stage.snapshot.entities[subject], stage.snapshot.entities[other]
    if subject == other:
        raise UsageError(f"{stage.name(subject)} cannot be joined to itself", fix="name another object")
    if ends[0].label not in RELATIONS[relation].subjects or ends[1].label not in RELATIONS[relation].objects:
        raise _not_allowed(stage, relation, *ends)
    fact = Fact(
        id="", subject=subject, relation=relation, object=other, role=role, start_date=stage.begins,
        basis="inferred" if basis == "inferred" else SCENARIO, sources=(stage.citation,),
        note=f"step {stage.number} of the scenario",
    )  # fmt: skip
    return replace(fact, id=free_fact_id(stage.snapshot, fact, taken))


def _not_allowed(stage: Stage, relation: str, subject: Entity, other: Entity) -> UsageError:
    dataset, kinds = stage.snapshot.dataset, RELATIONS[relation]
    ends = f"{ends_in_words(kinds.subjects)} to {ends_in_words(kinds.objects)}"
    here = f"{_with_kind(subject, dataset)} to {_with_kind(other, dataset)}"
    message = f"{relation} leads from {ends}; here it would lead from {here}"
    fitting = [
        each.verb
        for each in RELATIONS.values()
        if each.name in LASTING and subject.label in each.subjects and other.label in each.objects
    ]
    return UsageError(message, fix=f"between these two there may be: {', '.join(fitting) or 'nothing'}")


def _with_kind(entity: Entity, dataset: Dataset) -> str:
    return f"{entity.name} ({kind_of(entity, dataset)})"


def _recorded(stage: Stage, line: Fact) -> tuple[Fact, ...]:
    """Return the facts that a line stands for, which are shown before the step; in any role where it names none."""
    every = [fact for fact in shown_between(stage, line.subject, line.object) if fact.relation == line.relation]
    found = tuple(fact for fact in every if line.role in {"", fact.role} or _is_plain(line))
    if found:
        return found
    said = f"{stage.name(line.subject)} {RELATIONS[line.relation].said(line.role)} {stage.name(line.object)}"
    raise UsageError(f"it is not recorded {stage.on_the_day} that {said}", fix=_between(stage, line))


def _is_plain(line: Fact) -> bool:
    """Tell whether the words of a role are those of its relation too."""
    return RELATIONS[line.relation].said(line.role) == RELATIONS[line.relation].verb


def shown_between(stage: Stage, one: str, other: str) -> list[Fact]:
    """Return the lasting facts shown from one end to another."""
    between = (fact for fact in stage.snapshot.facts_about(one) if (fact.subject, fact.object) == (one, other))
    return [fact for fact in between if fact.relation in LASTING and stage.view.shows(fact)]


def _between(stage: Stage, line: Fact) -> str:
    pairs = ((line.subject, line.object), (line.object, line.subject))
    found = [fact for one, other in pairs for fact in shown_between(stage, one, other)]
    said = listed(
        f"{stage.name(fact.subject)} {RELATIONS[fact.relation].said(fact.role)} {stage.name(fact.object)}"
        for fact in found
    )
    show = f"`ecosystem show {line.subject}` lists its lines"
    return f"of the two it is recorded that {said}" if found else show


def as_good(stage: Stage, line: Fact, *, asserted: bool | None = None) -> Fact | None:
    """Return a fact shown that says as much as a line: no weaker seat, and no mere inference of what is asserted."""
    needs = line.basis != "inferred" if asserted is None else asserted
    for fact in _same(stage, line):
        strong = fact.relation != SEAT or rank_of_role(fact) <= rank_of_role(line)
        if strong and (stage.asserted(fact) if needs else stage.view.shows(fact)):
            return fact
    return None


def superseded(stage: Stage, line: Fact) -> Iterator[Change]:
    """Yield the ends of what a line takes the place of: a weaker seat, an inference, what is unclear or comes later."""
    for fact in _same(stage, line):
        yield from end_of_fact(stage, fact, stage.ends)


def _same(stage: Stage, line: Fact) -> list[Fact]:
    """Return the facts of one tie that may last on the day: of a seat in any role, of a line in the same."""
    return [
        fact
        for fact in stage.snapshot.facts_about(line.subject)
        if (fact.subject, fact.relation, fact.object) == (line.subject, line.relation, line.object)
        and (fact.relation == SEAT or line.role in {"", fact.role})
        and may_last(fact.end_date, stage.begins)
    ]


def _supposed(line: Fact) -> str:
    """Return the verb of a line as what is supposed has it.

    >>> _supposed(Fact(id="", subject="a", relation="PART_OF", object="b"))
    'were part of'
    """
    past = in_the_past(RELATIONS[line.relation].said(line.role))
    return f"were{past.removeprefix('was')}" if past.startswith("was ") else past


def relation_meant(words: str) -> tuple[str, str]:
    """Return the relation, and the role where there is one, that words mean; `UsageError` with the nearest for none.

    >>> relation_meant("REPORTS_TO"), relation_meant("reports to"), relation_meant("chairs")
    (('REPORTS_TO', ''), ('REPORTS_TO', ''), ('MEMBER_OF', 'chair'))
    """
    meant = _words().get(_plain(words))
    if meant is None:
        verbs = [RELATIONS[name].verb for name in RELATIONS if name in LASTING]
        fix = did_you_mean(words, _words(), f"say one of: {', '.join(verbs)}")
        raise UsageError(f"no line is called “{shortened(words)}”", fix=fix)
    return meant


@cache
def _words() -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    relations = [relation for name, relation in RELATIONS.items() if name in LASTING]
    for relation in relations:
        for words in (relation.name, relation.verb):
            found.setdefault(_plain(words), (relation.name, ""))
    for relation in relations:
        for role, verb in relation.roles.items():
            found.setdefault(_plain(verb), (relation.name, role))
    return found


def _plain(words: str) -> str:
    return plain(words.replace("_", " "))
