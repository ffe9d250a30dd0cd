"""An import that is killed or interrupted at any moment leaves the content before or after, and no lock."""

import random
import signal
import time

import pytest
from conftest import ByHand
from faults.keeping import BOUNDARY, WAYS, Keeping, Striker, Way
from faults.tally import PATIENCE, Tally

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

LOCK_FREE_SECONDS = 2.0
ENDED_SECONDS = 5.0


@pytest.mark.fault(7)
def test_an_import_killed_at_any_moment_is_whole_or_never_was(fault: Tally, kept: Keeping, by_hand: ByHand) -> None:
    striker = Striker(kept, random.Random(7))
    for number in fault.each():
        ended, _ = striker.strike(WAYS[number % 2], signal.SIGKILL)
        assert ended.code == -signal.SIGKILL
        begun = time.monotonic()
        by_hand("MATCH (d:Dataset) SET d.locked = true REMOVE d.locked")
        assert time.monotonic() - begun < LOCK_FREE_SECONDS * PATIENCE
        with fault.recovering():
            kept.settle()


@pytest.mark.fault(8)
@pytest.mark.parametrize("way", WAYS)
def test_an_import_killed_at_any_boundary_leaves_register_and_graph_in_step(
    fault: Tally, kept: Keeping, way: Way
) -> None:
    kept.edit(way)
    boundaries = kept.boundaries()
    assert boundaries > (10 if way == "apply" else 50)
    for boundary in fault.each(range(1, boundaries + 1)):
        kept.edit(way)
        assert kept.start(str(boundary), *kept.command, program=("-c", BOUNDARY)).ended().code == -signal.SIGKILL
        with fault.recovering():
            kept.settle()


@pytest.mark.fault(8)
def test_a_first_import_killed_at_any_boundary_never_was(fault: Tally, keeping: Keeping, by_hand: ByHand) -> None:
    keeping.edit()
    boundaries = keeping.boundaries()
    assert boundaries > 20
    for boundary in fault.each(range(1, boundaries + 1)):
        by_hand("MATCH (n) DETACH DELETE n")
        keeping.edit()
        assert keeping.start(str(boundary), "apply", "--yes", program=("-c", BOUNDARY)).ended().code == -signal.SIGKILL
        assert keeping.store.snapshot() is None
        with fault.recovering():
            assert keeping.boundaries() == boundaries
        assert keeping.in_step() == keeping.after


@pytest.mark.fault(9)
def test_an_import_that_is_interrupted_or_told_to_end_does_so_with_130_and_is_whole_or_never_was(
    fault: Tally, kept: Keeping
) -> None:
    striker = Striker(kept, random.Random(9))
    for number in fault.each():
        ended, seconds = striker.strike(WAYS[number // 2 % 2], (signal.SIGINT, signal.SIGTERM)[number % 2])
        assert (ended.code, ended.err.endswith("Interrupted.\n"), "Traceback" in ended.err) == (130, True, False)
        assert seconds < ENDED_SECONDS * PATIENCE
        with fault.recovering():
            kept.settle()
