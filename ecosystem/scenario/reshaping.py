"""Mergers and splits: which bodies take part, what a new one is, and who goes on with what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from ecosystem.dates import last_day, spoken
from ecosystem.model import BODIES, LABELS, Entity, Fact
from ecosystem.names import Ambiguous, plain
from ecosystem.problems import UsageError, quoted, shortened
from ecosystem.rules import slug
from ecosystem.scenario.ending import shown_of
from ecosystem.scenario.ground import SCENARIO, free_id
from ecosystem.scenario.stage import Stage, Taken
from ecosystem.scenario.steps import REST, Merge, Split
from ecosystem.scenario.succeeding import Succession, left_open, succeeded
from ecosystem.wording import definite, listed, on_date, words_for

NEAR = 85.0
"""The likeness, of 100, from which a new name is told to be like one there is."""

_SHARED = ("form", "sector", "tier")


def merged(step: Merge, stage: Stage) -> Taken:
    """Return what happens where bodies become one: what all of them had, it has, once."""
    named = stage.bodies(step.bodies)
    there = _known(stage, step.into)
    old = tuple(body for body in named if body != there)
    if not old:
        raise UsageError(f"{stage.name(there)} cannot merge into itself", fix="name the bodies that merge into it")
    if len(old) == 1 and not there:
        message = f"{stage.name(old[0])} alone does not merge into anything"
        raise UsageError(message, fix="name two bodies or more, or one that is there for it to merge into")
    heir = _there(stage, there) if there else _new(stage, step.into, old)
    changes, effects = succeeded(stage, Succession(old, (heir,), "merger", lambda _origin, _passed: True))
    notes = (*_of_heirs(stage, (heir,)), *_left_blank(stage, heir, old), *left_open(stage, old))
    return Taken(f"{stage.names(old)} merged into {definite(heir)}", changes, effects, notes)


def split(step: Split, stage: Stage) -> Taken:
    """Return what happens where a body becomes several, each with what is given to it; the rest is left open."""
    body = stage.body(step.body)
    known = [_known(stage, name) for name in step.into]
    heirs = _parts(stage, body, step.into, known)
    given = _given(stage, body, step, dict(zip(step.into, heirs, strict=True)))

    def may_pass(origin: Fact, passed: Fact) -> bool:
        other = origin.object if origin.subject == body else origin.subject
        goes_on = passed.object if passed.subject == other else passed.subject
        return goes_on in given.get(other, given.get(REST, ()))

    changes, effects = succeeded(stage, Succession((body,), heirs, "split", may_pass))
    notes = (*_of_heirs(stage, heirs), *_taken_to_be(stage, body, heirs), *left_open(stage, (body,)))
    return Taken(f"{stage.name(body)} were split into {listed(map(definite, heirs))}", changes, effects, notes)


def _parts(stage: Stage, body: str, names: Sequence[str], known: Sequence[str]) -> tuple[Entity, ...]:
    if body in known:
        message = f"{stage.name(body)} cannot be a part of itself"
        raise UsageError(message, fix="give each part a name of its own; where it goes on, change its lines instead")
    heirs = tuple(
        _there(stage, there) if there else _new(stage, name, (body,)) for name, there in zip(names, known, strict=True)
    )
    if len({heir.id for heir in heirs}) < len(heirs):
        raise UsageError("two of the parts are the same", fix="name two bodies or more, each once")
    return heirs


def _known(stage: Stage, name: str) -> str:
    """Return the id of the body called that; empty where nothing is, so that it is new."""
    found = tuple(one for one in stage.snapshot.names.exact(name) if one != stage.source)
    if len(found) > 1:
        raise Ambiguous(name, found)
    if found and stage.snapshot.label_of(found[0]) not in BODIES:
        raise UsageError(f"{stage.name(found[0])} is no body", fix="name one, or give a new body another name")
    return found[0] if found else ""


def _there(stage: Stage, body: str) -> Entity:
    """Return a body as it is from the day on, even where it is recorded to begin later; `UsageError` where it ended."""
    entity = stage.snapshot.entities[body]
    if entity.end_date and last_day(entity.end_date) < stage.day:
        stage.node(body)
    begins = entity.start_date and last_day(entity.start_date) > stage.day
    return stage.cited(entity, start_date=stage.begins) if begins else entity


def _new(stage: Stage, name: str, old: Sequence[str]) -> Entity:
    """Return a new body of the kind of the old; its form, sector and tier are theirs where all have the same."""
    entities = [stage.snapshot.entities[body] for body in old]
    labels = {entity.label for entity in entities}
    if len(labels) > 1:
        kinds = listed(words_for(label, stage.snapshot.dataset) for label in LABELS if label in labels)
        message = f"of what kind {quoted(name)} would be is not said, for it would be made of {kinds}"
        raise UsageError(message, fix="name a body that is there to merge into, or merge bodies of one kind")
    if not slug(name):
        raise UsageError(f"no id can be made of {quoted(name)}", fix="give the body a name with letters in it")
    shared = {column: {getattr(entity, column) for entity in entities} for column in _SHARED}
    return Entity(
        id=free_id(slug(name), stage.snapshot, stage.recorded), label=labels.pop(), name=name,
        start_date=stage.begins, basis=SCENARIO, sources=(stage.citation,),
        **{column: values.pop() for column, values in shared.items() if len(values) == 1},
    )  # fmt: skip


def _given(stage: Stage, body: str, step: Split, heirs: Mapping[str, Entity]) -> Mapping[str, frozenset[str]]:
    """Return who goes on with what, by the id of the other end of a tie, or REST."""
    ties = {end for fact in shown_of(stage, (body,)) for end in (fact.subject, fact.object)} - {body}
    found: dict[str, frozenset[str]] = {}
    for other, names in step.give.items():
        node = other if other == REST else stage.node(other)
        if node != REST and node not in ties:
            message = f"{stage.name(body)} has no tie with {stage.name(node)} {stage.on_the_day}"
            raise UsageError(message, fix=f"`ecosystem show {body}` lists its ties")
        found[node] = found.get(node, frozenset()) | {_part(stage, name, heirs) for name in names}
    return found


def _part(stage: Stage, name: str, heirs: Mapping[str, Entity]) -> str:
    if name in heirs:
        return heirs[name].id
    known = _known(stage, name)
    if known in {heir.id for heir in heirs.values()}:
        return known
    raise UsageError(f"“{shortened(name)}” is none of the parts", fix=f"give it to {' or '.join(map(quoted, heirs))}")


def _of_heirs(stage: Stage, heirs: Iterable[Entity]) -> Iterator[str]:
    """Yield what has to be known of bodies that are new, or recorded to begin later."""
    for heir in heirs:
        before = stage.snapshot.entities.get(heir.id)
        if before is None:
            near = stage.snapshot.names.nearest(heir.name, limit=1)
            is_like = near and fuzz.ratio(plain(heir.name), plain(near[0].name)) >= NEAR
            like = f"; most like it is {near[0].name} ({near[0].id})" if is_like else ""
            yield f"{heir.name} is new: nothing in the record is called that{like}."
        elif before.start_date != heir.start_date:
            recorded = f"The record has {definite(heir)} begin {on_date(before.start_date)}"
            yield f"{recorded}; here it is there from {spoken(stage.begins)} on, with what is recorded of it."


def _left_blank(stage: Stage, heir: Entity, old: Sequence[str]) -> Iterator[str]:
    if heir.id in stage.snapshot.entities:
        return
    entities = [stage.snapshot.entities[body] for body in old]
    for column in _SHARED:
        titles = sorted({stage.snapshot.title_of(column, getattr(entity, column)) for entity in entities} - {""})
        if not getattr(heir, column) and titles:
            yield f"Left open is the {column} of {definite(heir)}: those that merge have {listed(titles)} or none."


def _taken_to_be(stage: Stage, body: str, heirs: Iterable[Entity]) -> Iterator[str]:
    new = [definite(heir) for heir in heirs if heir.id not in stage.snapshot.entities]
    if new:
        be = "is" if len(new) == 1 else "are"
        yield f"{listed(new)} {be} taken to be of the kind, form, sector and tier of {stage.name(body)}."
