"""Whatever is done in whatever order, register, graph and journal agree with a plain model of what should be there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import hypothesis.strategies as st
import pytest
from conftest import ByHand
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from ecosystem.importing import Steps, carried_out, going_back, planned, settled, standing
from ecosystem.model import Dataset, Entity, Fact, Row, Source
from ecosystem.plan import Plan, key_of
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect
from ecosystem.tables import Register, Update, export_csv, held, pending, read_dataset, read_update, write_dataset

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

DATASET = Dataset(id="machine", title="A machine's town", as_of="2024-03-05")
MINUTES = Source(id="minutes", title="Minutes", date="2024")
ENTRY = Entry("the machine", datetime(2024, 3, 6, tzinfo=UTC))
UNDISTURBED = Steps()
EXAMPLES, STEPS = (40, 40) if os.environ.get("ECOSYSTEM_SOAK") else (4, 15)

NAMES = st.sampled_from(["Board", "Panel", "Forum", "Group", "Trust", "Council"])
NUMBERS = st.integers(min_value=1, max_value=4)
DAYS = st.sampled_from(["2018", "2019-04", "2020-02-29"])

Rows = dict[tuple[type[Row], str], Row]


class Crash(Exception):
    """What a fault raises between two steps."""


def content(snapshot: Snapshot | None) -> Rows:
    return {key_of(row): row for row in snapshot or () if not isinstance(row, Dataset)}


class Machine(RuleBasedStateMachine):
    """A register of files and its graph; `model` is what both should hold, `past` what they held at each revision.

    `wanted` is the register that somebody is working on, not imported yet. `by_hand` are names that a hand wrote into
    the graph, by id.
    """

    store: Store
    cypher: ByHand
    plans = Bundle("plans")
    done = Bundle("done")

    @initialize()
    def begin(self) -> None:
        self.cypher("MATCH (n) DETACH DELETE n")
        self.folder = Path(tempfile.mkdtemp())
        write_dataset(Snapshot.of([MINUTES], DATASET), self.folder)
        self.model: Rows = {key_of(MINUTES): MINUTES}
        self.past: list[Rows] = []
        self.by_hand: dict[str, str] = {}
        self.wanted: Rows = dict(self.model)
        assert self.carry_out(self.made(self.register.snapshot)) is None

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @property
    def register(self) -> Register:
        return read_dataset(self.folder)

    def made(self, after: Snapshot) -> Plan:
        removed = frozenset(content(standing(self.store, DATASET.id).recorded)) - frozenset(content(after))
        return planned(standing(self.store, DATASET.id), Update(after, {}, removed=removed))

    def carry_out(self, plan: Plan, steps: Steps = UNDISTURBED) -> type[Exception] | None:
        """Carry a plan out and note in the model what that should do; return what it was refused with."""
        with held(self.folder):
            try:
                carried_out(self.store, plan, self.store.snapshot(), self.register, ENTRY, steps)
            except Conflict:
                return Conflict
            except Crash:
                revision = settled(self.store, self.folder)
                if not revision:
                    return Crash
        if not plan.is_empty:
            self.take_over(plan)
        return None

    def take_over(self, plan: Plan) -> None:
        for change in plan.changes:
            if not isinstance(change.row, Dataset):
                self.model.pop(key_of(change.row), None)
                if change.after is not None:
                    self.model[key_of(change.row)] = change.after
        self.past.append(dict(self.model))
        self.wanted = dict(self.model)

    def touches_drift(self, plan: Plan) -> bool:
        return any(change.row.id in self.by_hand for change in plan.changes)

    # Somebody works on the register.

    @rule(name=NAMES, number=NUMBERS)
    def add(self, name: str, number: int) -> None:
        row = Entity(id=f"{name.lower()}-{number}", label="Board", name=f"{name} {number}", sources=("minutes:p1",))
        self.wanted.setdefault(key_of(row), row)

    @rule(data=st.data(), name=NAMES)
    def rename(self, data: st.DataObject, name: str) -> None:
        for row in self.pick(data, Entity):
            self.wanted[key_of(row)] = replace(row, name=f"{name} of {row.id}")

    @rule(data=st.data(), day=DAYS)
    def end(self, data: st.DataObject, day: str) -> None:
        for row in self.pick(data, Fact):
            self.wanted[key_of(row)] = replace(row, end_date=day)

    @rule(data=st.data())
    def relate(self, data: st.DataObject) -> None:
        for one in self.pick(data, Entity):
            for other in self.pick(data, Entity):
                if one is not other:
                    fact = Fact(
                        id=f"{other.id}--{one.id}--member-of", subject=one.id, relation="MEMBER_OF", object=other.id,
                        sources=("minutes:p2",),
                    )  # fmt: skip
                    self.wanted.setdefault(key_of(fact), fact)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        for row in self.pick(data, Fact):
            del self.wanted[key_of(row)]

    def pick(self, data: st.DataObject, kind: type[Row]) -> Iterator[Row]:
        rows = sorted((row for row in self.wanted.values() if isinstance(row, kind)), key=lambda row: row.id)
        if rows:
            yield data.draw(st.sampled_from(rows))

    # Plans are made and carried out.

    @rule(target=plans)
    def plan(self) -> object:
        made = self.made(Snapshot.of(self.wanted.values(), DATASET))
        return multiple() if made.is_empty else made

    @rule(target=done, plan=consumes(plans))
    def apply(self, plan: Plan) -> object:
        stale = plan.base.revision != len(self.past)
        refused = self.carry_out(plan)
        assert (refused is not None) == (stale or self.touches_drift(plan))
        return multiple() if refused else plan

    @rule(plan=done)
    def apply_again(self, plan: Plan) -> None:
        assert self.carry_out(plan) is Conflict

    @rule(plan=consumes(plans), point=st.integers(min_value=1, max_value=12))
    def crash(self, plan: Plan, point: int) -> None:
        count = 0

        def maybe(_: object) -> None:
            nonlocal count
            count += 1
            if count == point:
                raise Crash

        self.carry_out(plan, Steps(maybe, maybe))

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        revision = data.draw(st.integers(min_value=1, max_value=len(self.past)))
        found = standing(self.store, DATASET.id)
        assert found.recorded is not None
        made = planned(found, going_back(found.recorded, self.store.recorded_at(found.recorded, revision)))
        before = self.past[revision - 1]
        if not self.touches_drift(made):
            assert self.carry_out(made) is None
            assert self.model == before

    # Hands reach into the graph, and tables go out and come back.

    @rule(data=st.data())
    def edit_by_hand(self, data: st.DataObject) -> None:
        bodies = sorted(row.id for row in self.model.values() if isinstance(row, Entity))
        if bodies:
            body = data.draw(st.sampled_from(bodies))
            self.cypher("MATCH (n:Entity {id: $id}) SET n.name = 'By hand'", id=body)
            self.by_hand[body] = "By hand"

    @rule()
    def mend_by_hand(self) -> None:
        for body in self.by_hand:
            row = self.model[Entity, body]
            assert isinstance(row, Entity)
            self.cypher("MATCH (n:Entity {id: $id}) SET n.name = $name", id=body, name=row.name)
        self.by_hand.clear()

    @rule()
    def export_and_import(self) -> None:
        out = self.folder / "exported"
        export_csv(self.register.snapshot, out)
        update = read_update([out], self.register)
        shutil.rmtree(out)
        assert planned(standing(self.store, DATASET.id), update).is_empty

    # What must always be so.

    @invariant()
    def the_register_holds_the_model(self) -> None:
        if hasattr(self, "model"):
            assert content(self.register.snapshot) == self.model
            assert pending(self.folder) is None

    @invariant()
    def the_graph_holds_the_model_but_for_what_hands_did(self) -> None:
        if hasattr(self, "past") and self.past:
            found = standing(self.store, DATASET.id)
            assert content(found.recorded) == self.model
            changed = {(Entity, body) for body in self.by_hand}
            assert {key for key, row in content(found.graph).items() if row != self.model.get(key)} <= changed
            assert found.state.revision == len(self.past) == len(self.store.history())


def test_register_graph_and_journal_agree_with_the_model(empty_graph: Settings, by_hand: ByHand) -> None:
    with connect(empty_graph) as store:
        machine = type("MachineOnThisGraph", (Machine,), {"store": store, "cypher": staticmethod(by_hand)})
        run_machine(
            machine,
            settings=settings(
                max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
