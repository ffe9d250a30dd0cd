"""Whatever is done in whatever order, register, graph and journal agree with a plain model of what should be there."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import hypothesis.strategies as st
import pytest
from conftest import ByHand
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from ecosystem.importing import Steps, carried_out, going_back, planned, settled, standing
from ecosystem.model import Dataset, Entity, Fact, Row, Source, key_of
from ecosystem.plan import Plan
from ecosystem.problems import Conflict
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store, connect
from ecosystem.tables import Register, Update, export_csv, held, pending, read_dataset, read_update, write_dataset

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

DATASET = Dataset(id="machine", title="A machine's town", as_of="2024-03-05")
MINUTES = Source(id="minutes", title="Minutes", date="2024")
ENTRY = Entry("the machine", datetime(2024, 3, 6, tzinfo=UTC))
UNDISTURBED = Steps()
EXAMPLES, STEPS = (40, 40) if os.environ.get("ECOSYSTEM_SOAK") else (4, 30)

NUMBERS = st.integers(min_value=1, max_value=4)
DAYS = st.sampled_from(["2018", "2019-04", "2020-02-29"])

Rows = dict[tuple[type[Row], str], Row]
Edit = Callable[[Rows], None]


def body(number: int, name: str = "Board") -> Entity:
    return Entity(id=f"body-{number}", label="Board", name=f"{name} {number}", sources=("minutes:p1",))


def seat(member: int, table: int, end: str = "") -> Fact:
    return Fact(
        id=f"body-{table}--body-{member}--member-of", subject=f"body-{member}", relation="MEMBER_OF",
        object=f"body-{table}", end_date=end, sources=("minutes:p2",),
    )  # fmt: skip


def add(number: int) -> Edit:
    return lambda rows: void(rows.setdefault(key_of(body(number)), body(number)))


def rename(number: int, name: str) -> Edit:
    return lambda rows: rows.update({key_of(body(number, name)): body(number, name)})


def relate(one: int, other: int, end: str) -> Edit:
    def edit(rows: Rows) -> None:
        row = seat(one, other, end)
        if one != other and {key_of(body(one)), key_of(body(other))} <= rows.keys():
            rows[key_of(row)] = row

    return edit


def part(one: int, other: int) -> Edit:
    return lambda rows: void(rows.pop(key_of(seat(one, other)), None))


def void(_: object) -> None:
    return None


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(add, NUMBERS),
    st.builds(rename, NUMBERS, st.sampled_from(["Panel", "Forum", "Council"])),
    st.builds(relate, NUMBERS, NUMBERS, st.one_of(st.just(""), DAYS)),
    st.builds(part, NUMBERS, NUMBERS),
)


class Crash(Exception):
    """What a fault raises between two steps."""


def content(snapshot: Snapshot | None) -> Rows:
    return {key_of(row): row for row in snapshot or () if not isinstance(row, Dataset)}


class Machine(RuleBasedStateMachine):
    """A register of files and its graph; `model` is what both should hold, `past` what they held at each revision.

    `by_hand` are names that a hand wrote into the graph, by id.
    """

    store: Store
    cypher: ByHand
    plans = Bundle("plans")
    done = Bundle("done")

    @initialize()
    def begin(self) -> None:
        self.cypher("MATCH (n) DETACH DELETE n")
        self.folder = Path(tempfile.mkdtemp())
        rows = (MINUTES, body(1), body(2), seat(1, 2))
        write_dataset(Snapshot.of(rows, DATASET), self.folder)
        self.model: Rows = {key_of(row): row for row in rows}
        self.past: list[Rows] = []
        self.by_hand: dict[str, str] = {}
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

    def touches_drift(self, plan: Plan) -> bool:
        return any(change.row.id in self.by_hand for change in plan.changes)

    def plan_of(self, edits: list[Edit]) -> Plan:
        wanted = dict(self.model)
        for edit in edits:
            edit(wanted)
        return self.made(Snapshot.of(wanted.values(), DATASET))

    @rule(target=plans, edits=st.lists(EDITS, min_size=1, max_size=4))
    def plan(self, edits: list[Edit]) -> Plan:
        return self.plan_of(edits)

    @rule(edits=st.lists(EDITS, min_size=1, max_size=4))
    def plan_and_apply(self, edits: list[Edit]) -> None:
        made = self.plan_of(edits)
        assert (self.carry_out(made) is None) == (not self.touches_drift(made))

    @rule(edits=st.lists(EDITS, min_size=1, max_size=4), point=st.integers(min_value=1, max_value=12))
    def plan_and_crash(self, edits: list[Edit], point: int) -> None:
        self.crash(self.plan_of(edits), point)

    @rule(target=done, plan=consumes(plans))
    def apply(self, plan: Plan) -> object:
        stale = plan.base.revision != len(self.past)
        refused = self.carry_out(plan)
        assert (refused is not None) == (stale or self.touches_drift(plan))
        return multiple() if refused or plan.is_empty else plan

    @rule(plan=done)
    def apply_again(self, plan: Plan) -> None:
        assert self.carry_out(plan) is Conflict

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
