"""Whatever is lost between an import and its database, the import is in the graph once or not at all."""

import signal
import sys

import pytest
from bolt_proxy import CommitLost, HalfOpen, ReplyLost, Reset, Slow, Wire, through
from faults.keeping import Keeping
from faults.tally import Tally
from store.bringing import assert_whole, bring

from ecosystem.problems import Conflict, DatabaseUnreachable
from ecosystem.store import Settings, connect

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

MESSAGES = range(1, 61)

VANISHES = """
import os, signal, sys
from functools import partial
from ecosystem.cli import changing, run
from ecosystem.importing import Steps, carried_out
from ecosystem.store import Store

apply = Store.apply
Store.apply = lambda *given: apply(*given, seconds=6)
steps = Steps(after_batch=lambda _: os.kill(os.getpid(), signal.SIGKILL))
changing.carried_out = partial(carried_out, steps=steps)
sys.exit(run(["apply", "--yes"]))
"""
"""A program that holds the graph for six seconds at most, and is gone after its first batch."""


def import_through(keeping: Keeping, graph: Settings, wire: Wire) -> bool:
    """Import over a wire to which something happens; tell whether it was done, or else was told to be in vain."""
    try:
        with through(graph, wire) as distant, connect(distant) as store:
            bring(store, keeping.after, keeping.entry)
            return True
    except DatabaseUnreachable as error:
        told = error
    assert told.fix
    assert graph.password not in str(told)
    return False


@pytest.mark.fault(12)
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")  # the driver leaves one that it half opened
def test_a_connection_reset_at_any_message_leaves_the_content_before_or_after(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    for message in fault.each(MESSAGES):
        kept.edit()
        wire = Reset(message)
        done = import_through(kept, surroundings, wire)
        assert wire.losses == 1
        assert_whole(kept.store, *([kept.after] if done else [kept.before, kept.after]))
        with fault.recovering():
            kept.settle()


def assert_applied_once(fault: Tally, keeping: Keeping, graph: Settings, kind: type[Wire]) -> None:
    for _ in fault.each():
        keeping.edit()
        revision, wire = keeping.store.state().revision, kind()
        with fault.recovering():
            assert import_through(keeping, graph, wire)
        assert (wire.losses, keeping.store.state().revision) == (1, revision + 1)
        assert_whole(keeping.store, keeping.after)


@pytest.mark.fault(13)
def test_an_import_whose_commit_is_lost_is_tried_again_and_applied_once(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    assert_applied_once(fault, kept, surroundings, CommitLost)


@pytest.mark.fault(14)
def test_an_import_whose_confirmation_is_lost_is_found_to_be_applied_once(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    assert_applied_once(fault, kept, surroundings, ReplyLost)


@pytest.mark.fault(15)
def test_after_a_computer_vanished_the_next_import_names_it_and_waits_no_longer_than_its_time_limit(
    fault: Tally, kept: Keeping, surroundings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in fault.each():
        kept.edit()
        with through(surroundings, HalfOpen()) as distant:
            with monkeypatch.context() as patch:
                patch.setenv("NEO4J_URI", distant.uri)
                vanishing = kept.start(program=("-c", VANISHES))
            assert vanishing.ended().code == -signal.SIGKILL
            with pytest.raises(Conflict, match=r"another import holds the graph, begun by `.+` .* ago"):
                bring(kept.store, kept.after, kept.entry, seconds=1)
            with fault.recovering():
                kept.settle()


@pytest.mark.fault(16)
def test_a_slow_connection_completes_or_names_the_time_it_took(
    fault: Tally, kept: Keeping, surroundings: Settings
) -> None:
    for latency, bytes_per_second in fault.each([(0.0, 1_000), (2.0, sys.maxsize)]):
        kept.edit()
        wire = Slow(latency, bytes_per_second)
        with fault.recovering():
            done = import_through(kept, surroundings, wire)
        assert wire.losses > 0
        assert_whole(kept.store, kept.after if done else kept.before)
        kept.settle()
