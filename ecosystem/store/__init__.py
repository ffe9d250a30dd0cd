"""The graph in Neo4j; nothing else in the package speaks to it."""

from ecosystem.store.console import Answer, Limits
from ecosystem.store.database import LOAD, Store, connect
from ecosystem.store.glance import Glance
from ecosystem.store.journal import Entry, Import, Kind
from ecosystem.store.measure import LONGEST_QUERY
from ecosystem.store.reading import Held
from ecosystem.store.revisions.archive import Backup, read_backup
from ecosystem.store.revisions.forgetting import Forgotten
from ecosystem.store.revisions.imports import Applied
from ecosystem.store.safety import Explained
from ecosystem.store.settings import Settings, settings_from

__all__ = [
    "LOAD", "LONGEST_QUERY", "Answer", "Applied", "Backup", "Entry", "Explained", "Forgotten", "Glance", "Held",
    "Import", "Kind", "Limits", "Settings", "Store", "connect", "read_backup", "settings_from",
]  # fmt: skip
