"""A plan: what an import would change in the graph, made without touching it, and all that is needed to do so.

A plan knows the revision it was made from and the digest it leads to. Two plans with the same content have the same
`sha256`. Rows of the graph that the files do not name are left as they are, and counted.

>>> from ecosystem.model import Dataset, Retired
>>> files = Snapshot.of([Retired(id="old", on="2020")], Dataset(id="x", title="X", as_of="2022"))
>>> first = plan(None, files)
>>> first.counts["added"], first.target == files.digest, Plan.from_json(first.to_json()) == first
(2, True, True)
>>> plan(files, files, GraphState("x", 1, files.digest)).is_empty
True
"""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import ValidationError

from ecosystem.model import LABELS, Entity, Key, Row, key_of, table_of
from ecosystem.plan.changes import (
    EMPTY_DIGEST,
    PLAN_AGAIN,
    Change,
    Changed,
    Removed,
    applied,
    difference,
    digest_after,
)
from ecosystem.plan.impact import NO_IMPACT, Impact
from ecosystem.plan.record import PLAN_FORMAT, PlanRecord, change_of, plain_change
from ecosystem.problems import DataProblems, Problem, Refused, quoted
from ecosystem.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class GraphState:
    """What a graph says of itself: whose it is, how often it was imported into, the digest recorded, what it lacks.

    `dataset` is empty and `revision` 0 while the graph is empty. `missing` names constraints and indexes that were
    dropped by hand.
    """

    dataset: str = ""
    revision: int = 0
    digest: str = EMPTY_DIGEST
    missing: tuple[str, ...] = ()

    def must_hold(self, dataset: str) -> None:
        """Refuse a graph that holds another dataset; an empty one may become any."""
        if self.dataset and self.dataset != dataset:
            raise Refused(
                f"this graph holds {quoted(self.dataset)}; the files are {quoted(dataset)}",
                fix="give these files a graph of their own: another folder in ECOSYSTEM_HOME, or another NEO4J_URI",
            )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that follows from a plan and is not part of it until somebody accepts it, and why, in words."""

    change: Change
    because: str


@dataclass(frozen=True)
class Plan:
    """What to do to a graph: the state it was made from, the changes, and the digest they lead to.

    `left` counts by table the rows left as they are; `outside` are changes found that no import made. The rest is for
    the reader: `names` of what the changes refer to, what they mean on one day (`impact`), what follows from them but
    is not done (`proposals`), the sha256 of the files read by their paths (`inputs`), the `folder` of the register, and
    in words what the plan was made `against`, where that is not the graph. `after` is the register after the plan; a
    plan that was kept has none.
    """

    dataset: str
    base: GraphState
    changes: tuple[Change, ...]
    left: Mapping[str, int] = field(default_factory=dict)
    outside: tuple[Change, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    impact: Impact = NO_IMPACT
    proposals: tuple[Proposal, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    against: str = ""
    after: Snapshot | None = field(default=None, compare=False, repr=False)

    @cached_property
    def target(self) -> str:
        """The digest recorded once the plan is applied."""
        return digest_after(self.base.digest, self.changes)

    @property
    def is_empty(self) -> bool:
        """Tell whether no row changes."""
        return not self.changes

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows are added, changed and removed."""
        counts = Counter(change.kind for change in self.changes)
        return {kind: counts[kind] for kind in ("added", "changed", "removed")}

    @property
    def cleared(self) -> int:
        """How many cells of changed rows lose their value."""
        changed = (change for change in self.changes if isinstance(change, Changed))
        return sum(not getattr(change.after, column) for change in changed for column in change.columns)

    @cached_property
    def sha256(self) -> str:
        """The content in 64 hexadecimal digits."""
        canonical = json.dumps(self._content(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def applied_to(self, graph: Snapshot | None) -> Snapshot:
        """Return the snapshot after the plan.

        `Conflict` where a row is not as the plan found it, `Refused` where no dataset would be left.
        """
        after = applied(graph, self.changes)
        if after is None:
            raise Refused("the plan would leave the graph without a dataset", fix=PLAN_AGAIN)
        return after

    def _content(self) -> dict[str, object]:
        return {
            "format": PLAN_FORMAT,
            "dataset": self.dataset,
            "base": {"dataset": self.base.dataset, "revision": self.base.revision, "digest": self.base.digest},
            "missing": list(self.base.missing),
            "target": self.target,
            "left": dict(sorted(self.left.items())),
            "outside": [plain_change(change) for change in self.outside],
            "changes": [plain_change(change) for change in self.changes],
            "names": dict(sorted(self.names.items())),
            "impact": {"day": self.impact.day, "sentences": list(self.impact.sentences)},
            "proposals": [{"because": each.because, **plain_change(each.change)} for each in self.proposals],
            "inputs": dict(sorted(self.inputs.items())),
            "folder": self.folder,
            "against": self.against,
        }

    def to_json(self) -> str:
        """Return the plan as the text of a plan file."""
        return json.dumps({"sha256": self.sha256, **self._content()}, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str, file: str = "plan.json") -> "Plan":
        """Return the plan of a plan file; `DataProblems` where the file is damaged or was edited."""
        try:
            read = PlanRecord.model_validate_json(text)
            made = _plan_of(read)
        except ValidationError as error:
            raise DataProblems([_damaged(error, file)]) from None
        except ValueError as error:
            raise DataProblems([Problem("B87", f"not a whole plan file: {error}", fix=KEEP_AGAIN, file=file)]) from None
        if made.sha256 != read.sha256 or made.target != read.target:
            problem = Problem("B87", "the file was changed after the plan was made", fix=KEEP_AGAIN, file=file)
            raise DataProblems([problem])
        return made


KEEP_AGAIN = "make the plan again: `ecosystem plan --out FILE`"
"""The next step where a kept plan is of no use."""


def _plan_of(read: PlanRecord) -> Plan:
    base = read.base
    return Plan(
        read.dataset,
        GraphState(base.dataset, base.revision, base.digest, read.missing),
        tuple(map(change_of, read.changes)),
        read.left,
        tuple(map(change_of, read.outside)),
        read.names,
        Impact(read.impact.day, read.impact.sentences),
        tuple(Proposal(change_of(each), each.because) for each in read.proposals),
        read.inputs,
        read.folder,
        read.against,
    )


def _damaged(error: ValidationError, file: str) -> Problem:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return Problem("B87", f"not a whole plan file: {first['msg']}", fix=KEEP_AGAIN, file=file, column=place)


def plan(
    graph: Snapshot | None,
    files: Snapshot,
    base: GraphState | None = None,
    outside: tuple[Change, ...] = (),
    removed: Collection[Key] = (),
    named: Collection[Key] | None = None,
) -> Plan:
    """Return the plan that brings a graph to the files; `Refused` where it holds another dataset.

    `outside` are the changes that no import made. A row is removed only where `removed` names it: one that is merely
    absent from the files stays, and is counted. Where the files are the graph with an update laid over it, `named` are
    the rows that the update names: then the other rows of the tables it has rows of are counted.
    """
    state = base or GraphState()
    state.must_hold(files.dataset.id)
    changes = difference(graph, files)
    kept = tuple(change for change in changes if not isinstance(change, Removed) or key_of(change.row) in removed)
    left = _left(changes, removed) if named is None else _not_named(graph, {*named, *removed})
    return Plan(files.dataset.id, state, kept, left, outside)


def _left(changes: Iterable[Change], removed: Collection[Key]) -> Mapping[str, int]:
    gone = (change.row for change in changes if isinstance(change, Removed))
    return Counter(_table_of(row) for row in gone if key_of(row) not in removed)


def _not_named(graph: Snapshot | None, named: Collection[Key]) -> Mapping[str, int]:
    rows = {key_of(row): _table_of(row) for row in graph or ()}
    tables = {rows[key] for key in named if key in rows}
    return Counter(table for key, table in rows.items() if table in tables and key not in named)


def table_of_change(change: Change) -> str:
    """Return the name of the table a change belongs to; `entities` where its row has no known label."""
    return _table_of(change.row)


def _table_of(row: Row) -> str:
    return "entities" if isinstance(row, Entity) and row.label not in LABELS else table_of(row)
