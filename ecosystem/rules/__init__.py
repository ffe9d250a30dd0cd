"""The rules of a dataset, for any snapshot: read from files, from a git revision or from a graph.

>>> from ecosystem.model import Dataset, Fact
>>> from ecosystem.snapshot import Snapshot
>>> fact = Fact(id="b--a--part-of", subject="a", relation="PART_OF", object="b", sources=("minutes",))
>>> [problem.code for problem in check(Snapshot.of([fact], Dataset(id="x", title="X", as_of="2018")))]
['B41', 'B41', 'B41']
"""

from types import MappingProxyType

from ecosystem.problems import Problem, in_reading_order
from ecosystem.rules.catalogue import RULES
from ecosystem.rules.characters import characters, unfit
from ecosystem.rules.citations import citations
from ecosystem.rules.codes import REQUIRED, codes
from ecosystem.rules.days import days
from ecosystem.rules.examination import Examination, Place, Places, Rule
from ecosystem.rules.identity import identity
from ecosystem.rules.people import is_forbidden, people
from ecosystem.rules.references import REFERENCES, references
from ecosystem.rules.resemblance import resemblance
from ecosystem.rules.structure import structure
from ecosystem.rules.suggestion import did_you_mean, slug
from ecosystem.snapshot import Snapshot

_RULES: tuple[Rule, ...] = (
    characters, identity, codes, references, citations, days, structure, people, resemblance,
)  # fmt: skip


def check(snapshot: Snapshot, places: Places | None = None) -> tuple[Problem, ...]:
    """Return everything wrong with a snapshot, in reading order, warnings included; empty where nothing is.

    `places` says where rows stand; without it a message names the row by its id.
    """
    examined = Examination(snapshot, places or MappingProxyType({}))
    found = {problem for rule in _RULES for problem in rule(examined)}
    return tuple(in_reading_order(found))


__all__ = [
    "REFERENCES", "REQUIRED", "RULES", "Place", "Places", "check", "did_you_mean", "is_forbidden", "slug", "unfit",
]  # fmt: skip
