"""Registers in tests that stand in no folder, and updates laid over them."""

from pathlib import Path

from ecosystem.snapshot import Snapshot
from ecosystem.tables import Reading, Register, Settings, read_update


def register_of(snapshot: Snapshot) -> Register:
    """Return a snapshot as a register whose rows stand in no file."""
    return Register(snapshot, Path("register"), {}, Settings.of(snapshot.dataset))


def laid_over(snapshot: Snapshot, *paths: Path, **reading: object) -> Snapshot:
    """Return a snapshot with an update laid over it."""
    return read_update(paths, register_of(snapshot), Reading(**reading)).snapshot
