"""Whose the strategies are: who owns, who delivers, and who oversees each strategy, plan and framework in force.

A strategy that has ended is set apart. Facts of ours on who oversees it include direction; that a body commissions or
supports it is none of the three.
"""

from collections import Counter
from dataclasses import dataclass

from ecosystem.measures.ground import Ground
from ecosystem.model import Entity, Fact
from ecosystem.network import DIRECTION, GUIDING, has_ended
from ecosystem.snapshot import SHOWN, View

OWNER, DELIVERER = "OWNS", "DELIVERS"
DUTIES = (OWNER, DELIVERER, DIRECTION)


@dataclass(frozen=True, slots=True)
class Responsible:
    """A strategy and the facts that say who owns, delivers or oversees it."""

    strategy: Entity
    facts: tuple[Fact, ...]

    def by(self, duty: str) -> tuple[str, ...]:
        """Return who has a duty, each once."""
        return tuple(dict.fromkeys(fact.subject for fact in self.facts if fact.relation == duty))

    @property
    def lacking(self) -> tuple[str, ...]:
        """The duties that nobody is said to have."""
        return tuple(duty for duty in DUTIES if not self.by(duty))


@dataclass(frozen=True, slots=True)
class Strategies:
    """The strategies in force, those that lack most first; those that have ended; others not known to be in force."""

    in_force: tuple[Responsible, ...]
    ended: tuple[Entity, ...]
    others: tuple[Entity, ...]
    ground: Ground

    @property
    def lacking(self) -> Counter[str]:
        """How many strategies in force lack each duty."""
        return Counter(duty for one in self.in_force for duty in one.lacking)


def strategies(view: View) -> Strategies:
    """Return who is responsible for each strategy in force."""
    guiding = tuple(one for one in view.snapshot.entities.values() if is_guiding(one))
    found = tuple(Responsible(one, view.facts_to(one.id, *DUTIES)) for one in guiding if _holds(view, one))
    ground = Ground(
        relations=DUTIES,
        direction="from who is responsible to the strategy",
        nodes=len(found),
        ties=sum(len(one.facts) for one in found),
        counted_as=("strategy", "strategies"),
    )
    return Strategies(
        in_force=tuple(sorted(found, key=lambda one: (-len(one.lacking), one.strategy.name.casefold()))),
        ended=tuple(one for one in guiding if has_ended(view, one)),
        others=tuple(one for one in guiding if not _holds(view, one) and not has_ended(view, one)),
        ground=ground,
    )


def is_guiding(entity: Entity) -> bool:
    """Tell whether an entity is a strategy, plan or framework, and no report, assessment or agreement.

    >>> is_guiding(Entity(id="a", label="Strategy", name="A", form="report"))
    False
    """
    return entity.label == "Strategy" and (entity.form or "strategy") in GUIDING


def _holds(view: View, entity: Entity) -> bool:
    return view.day is None or view.status(entity) in SHOWN
