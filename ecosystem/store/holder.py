"""Who holds the graph while an import waits for it in vain."""

from ecosystem.problems import Conflict, EcosystemError, quoted
from ecosystem.store.connection import Connection

_IMPORTS = """
SHOW TRANSACTIONS YIELD metaData, elapsedTime
WHERE metaData.ecosystem = 'import'
RETURN metaData.actor AS actor, elapsedTime.seconds AS seconds ORDER BY seconds DESC LIMIT 1
"""


class HeldElsewhere(Exception):
    """The write lock was not to be had within the time limit."""


def held(connection: Connection) -> Conflict:
    """Return the conflict that names the import in the way, where the server tells us."""
    try:
        with connection.reading() as tx:
            record = tx.run(_IMPORTS).single()
    except EcosystemError:
        record = None
    begun = f", begun by {quoted(record['actor'])} {record['seconds']:,} seconds ago" if record else ""
    return Conflict(
        f"another import holds the graph{begun}; nothing was written",
        fix="wait until it is done, then plan again",
    )
