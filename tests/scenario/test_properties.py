"""Whatever is supposed, the record stays as it is, the outcome follows from the steps alone, and it breaks no rule."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.dates import Status
from ecosystem.model import BASES, BODIES, RELATIONS, Dataset, ends_of
from ecosystem.problems import EcosystemError
from ecosystem.rules import check
from ecosystem.scenario import (
    SCENARIO,
    AddLine,
    Merge,
    RedirectLine,
    RemoveLine,
    Scenario,
    Step,
    scenario,
    step_of,
)
from ecosystem.scenario.ground import broken
from ecosystem.scenario.stage import LASTING
from ecosystem.snapshot import Snapshot, View
from ecosystem.tables import read_dataset

EXAMPLETON = read_dataset(Path(__file__).parents[1] / "exampleton").snapshot
NAMES = sorted(EXAMPLETON.entities)
BODY_NAMES = sorted(one for one, row in EXAMPLETON.entities.items() if row.label in BODIES)
VERBS = sorted({relation.verb for name, relation in RELATIONS.items() if name in LASTING})

bodies = st.sampled_from(BODY_NAMES)
names = st.sampled_from(NAMES)
several = st.lists(bodies, min_size=1, max_size=2).map(tuple)
alike = st.sampled_from(
    [
        group
        for label in sorted(BODIES)
        if len(group := [one for one in BODY_NAMES if EXAMPLETON.entities[one].label == label]) > 1
    ]
).flatmap(lambda group: st.lists(st.sampled_from(group), min_size=2, max_size=4, unique=True))
lines = st.tuples(names, st.sampled_from(VERBS), names)
recorded_lines = st.sampled_from(
    [(fact.subject, fact.relation, fact.object) for fact in EXAMPLETON.facts.values() if fact.relation in LASTING]
)
days = st.one_of(st.dates(date(2024, 3, 1), date(2026, 12, 31)), st.dates(date(2013, 1, 1), date(2027, 12, 31)))

last_days = st.sampled_from(["", "2012", "2020-05", "2023-12-31", "2024", "2030"])
parts = st.lists(st.one_of(bodies, st.sampled_from(["Part A", "Part B"])), max_size=1).map(
    lambda more: ["Part A", "Part C", *more]
)
steps = st.one_of(
    st.fixed_dictionaries({"merge": alike, "into": st.one_of(bodies, st.sampled_from(["New One", "Newer One"]))}),
    st.fixed_dictionaries({"remove": several}),
    st.fixed_dictionaries({"end": several, "on": last_days}),
    st.fixed_dictionaries(
        {
            "split": bodies,
            "into": parts,
            "give": st.dictionaries(st.just("rest"), st.sampled_from(["Part A", ["Part A", "Part C"]])),
        }
    ),
    st.fixed_dictionaries({"add-line": lines}),
    st.fixed_dictionaries({"remove-line": recorded_lines}),
    st.fixed_dictionaries({"redirect-line": recorded_lines, "to": names}),
).map(step_of)


def tried(view: View, taken: list[Step]) -> Scenario | None:
    """Return the scenario of as many of the first steps as can be taken; None where not even one can."""
    for number in range(len(taken), 0, -1):
        try:
            return scenario(view, taken[:number])
        except EcosystemError as error:
            changes_lines = any(isinstance(step, AddLine | RedirectLine) for step in taken[:number])
            if "break a rule" in error.message and not changes_lines:
                raise
    return None


@given(taken=st.lists(steps, min_size=1, max_size=4), day=days)
@settings(max_examples=300, deadline=None)
def test_a_scenario_leaves_the_record_alone_follows_from_its_steps_and_breaks_no_rule(
    taken: list[Step], day: date
) -> None:
    digest = EXAMPLETON.digest
    view = EXAMPLETON.on(day)
    found, again = tried(view, taken), tried(view, taken)
    assert Snapshot.of([row for row in EXAMPLETON if not isinstance(row, Dataset)], EXAMPLETON.dataset).digest == digest
    if found is not None and again is not None:
        assert (found.after.snapshot.digest, found.supposed) == (again.after.snapshot.digest, again.supposed)
        assert broken(EXAMPLETON, found.after.snapshot) == ()
        assert no_fact_is_live_at_what_is_not_there(found.after)


def no_fact_is_live_at_what_is_not_there(view: View) -> bool:
    entities = view.snapshot.entities
    gone = {one for one, row in entities.items() if view.status(row) is Status.OUTSIDE}
    return not any(gone & set(ends_of(fact)) for fact in view.facts if fact.relation in LASTING)


@given(line=lines, day=days)
@settings(max_examples=150, deadline=None)
def test_a_line_added_and_removed_again_leaves_the_digest_it_found(line: tuple[str, str, str], day: date) -> None:
    view = EXAMPLETON.on(day)
    try:
        added = scenario(view, [AddLine(line=line)])
    except EcosystemError:
        return
    if [effect.outcome for effect in added.taken[0].effects] == ["begins"] and len(added.taken[0].changes) == 1:
        removed = scenario(view, [AddLine(line=line), RemoveLine(line=line)])
        assert removed.after.snapshot.digest == EXAMPLETON.digest


@given(merged=alike, into=st.sampled_from([*BODY_NAMES, "New One"]), day=days)
@settings(max_examples=200, deadline=None)
def test_a_merger_ends_whatever_lasted_at_what_merges_and_passes_on_each_shown_fact_or_says_why_not(
    merged: list[str], into: str, day: date
) -> None:
    view = EXAMPLETON.on(day)
    try:
        found = scenario(view, [Merge(bodies=tuple(merged), into=into)])
    except EcosystemError:
        return
    old = set(merged) - {into}
    after = found.after.snapshot
    lasting = (fact for one in old for fact in after.facts_about(one) if fact.relation in LASTING)
    assert [fact.id for fact in lasting if after.span(fact).may_until >= day] == []
    shown = {fact.id for fact in view.facts if fact.relation in LASTING and old & set(ends_of(fact))}
    told = {fact.id for effect in found.taken[0].effects for fact in effect.before}
    assert shown <= told
    assert all(effect.after or effect.why for effect in found.taken[0].effects)


@given(merged=alike, day=days, chosen=st.sets(st.sampled_from(BASES), min_size=1))
@settings(max_examples=100, deadline=None)
def test_on_chosen_bases_a_merger_shows_nobody_joined_who_was_not_on_those_bases(
    merged: list[str], day: date, chosen: set[str]
) -> None:
    view = EXAMPLETON.on(day, chosen)
    try:
        found = scenario(view, [Merge(bodies=tuple(merged), into="New One")])
    except EcosystemError:
        return
    before, after = (
        {(one.subject, one.relation, one.object) for one in each.facts if one.relation in LASTING}
        for each in (view, found.after)
    )
    heir = dict.fromkeys(merged, "new-one")
    moved = {(heir.get(subject, subject), relation, heir.get(other, other)) for subject, relation, other in before}
    assert after <= moved


def test_what_only_a_scenario_says_can_never_pass_for_a_record() -> None:
    found = scenario(EXAMPLETON.on(EXAMPLETON.default_day), [AddLine(line=("estates-group", "reports to", "EHB"))])
    (line,) = (row for row in found.after.snapshot.facts.values() if row.basis == SCENARIO)
    assert (line.subject, line.sources) == ("estates-group", ("scenario:item1",))
    assert [problem.code for problem in check(found.after.snapshot)] == ["B56"]
