"""What the steps of a scenario do, row by row: what becomes of each fact, in words."""

from collections.abc import Iterable, Mapping
from functools import partial

from ecosystem.model import RELATIONS, Entity, Fact, basis_of
from ecosystem.results import Cells, Part
from ecosystem.scenario import Effect, Scenario
from ecosystem.snapshot import grouped
from ecosystem.wording import capitalised, citations, clause, definite, is_plural

TITLE = "What the steps do"
NOTHING = "No formal connection that is shown on the day would be another one."
COLUMNS = ("step", "what_happens", "as_recorded", "in_the_scenario", "why", "sources")
OURS = " (our inference)"
BY_A_STEP = " (by a step before)"


def steps_part(scenario: Scenario) -> Part:
    """Return the section that tells what becomes of each fact, step by step, with what each step leaves open."""
    steps = tuple(enumerate(scenario.taken, 1))
    told = _Told(scenario)
    rows = tuple(told.row(number, effect) for number, one in steps for effect in sorted(one.effects, key=_place))
    supposed = (f"Step {number}: suppose {one.supposed}." for number, one in steps)
    return Part(
        title=TITLE,
        lead=" ".join((*supposed, *(() if rows else (NOTHING,)))),
        columns=COLUMNS,
        rows=rows,
        notes=tuple(f"Step {number}: {note}" for number, one in steps for note in one.notes),
    )


def _place(effect: Effect) -> int:
    """Return where an effect stands: seats first, then lines of reporting and oversight, as the model lists them."""
    return list(RELATIONS).index(effect.facts[0].relation)


class _Told:
    """Effects in words, with the names that things have before, after, or only between two steps."""

    def __init__(self, scenario: Scenario) -> None:
        self._snapshot = scenario.before.snapshot
        rows = (change.row for one in scenario.taken for change in one.changes)
        between = {row.id: row for row in rows if isinstance(row, Entity)}
        self._entities: Mapping[str, Entity] = between | dict(self._snapshot.entities)

    def row(self, number: int, effect: Effect) -> Cells:
        """Return what becomes of some facts as a row."""
        after = self._said((effect.after,)) if effect.after else ""
        where = citations(self._snapshot, *(fact for fact in effect.before if fact.id in self._snapshot.facts))
        before = self._said(effect.before, mark=BY_A_STEP)
        return number, str(effect.outcome), before, after, effect.why, where

    def _said(self, facts: Iterable[Fact], mark: str = "") -> str:
        """Return facts as clauses, those that differ only in an end together; what is not recorded has the mark."""
        alike = grouped((f"{fact.role} {self._beside(fact, mark)}", fact) for fact in facts)
        return "; ".join(map(partial(self._clause, mark), alike.values()))

    def _clause(self, mark: str, facts: tuple[Fact, ...]) -> str:
        said = clause(facts, self._name, self._title, plural=is_plural(self._entities[facts[0].subject]))
        return f"{capitalised(said)}{self._beside(facts[0], mark)}"

    def _beside(self, fact: Fact, mark: str) -> str:
        """Return what is to be known of a fact beside what it says."""
        ours = OURS if basis_of(fact) == "inferred" else ""
        return f"{ours}{'' if fact.id in self._snapshot.facts else mark}"

    def _name(self, node_id: str) -> str:
        return definite(self._entities[node_id])

    def _title(self, node_id: str) -> str:
        return self._entities[node_id].name
