"""Whether an import fits the database's memory, estimated before it begins."""

from ecosystem.problems import EcosystemError, Refused
from ecosystem.store.connection import Connection

BYTES_PER_ROW = 4_000
USABLE_SHARE = 0.7
HEAP_SETTING = "server.memory.heap.max_size"
SMALLEST_HEAP = 100 * 2**20
"""No server has less; for imports that fit it, it is not asked."""


def check_size(rows: int, heap: int | None) -> None:
    """Refuse an import of so many rows where it needs more than its share of a heap; an unknown heap fits all."""
    needed, has = rows * BYTES_PER_ROW / 2**20, (heap or 0) / 2**20
    if heap and needed > has * USABLE_SHARE:
        raise Refused(
            f"{rows:,} rows need about {needed:,.0f} MB of the database's memory; it has {has:,.0f} MB",
            fix=f"give the server more ({HEAP_SETTING}; ECOSYSTEM_HEAP for the local one), or import less at once",
        )


def check_memory(connection: Connection, rows: int) -> None:
    """Refuse an import that is too large for the server's heap, where the server says how large that is."""
    if rows * BYTES_PER_ROW > SMALLEST_HEAP * USABLE_SHARE:
        check_size(rows, _heap(connection))


def _heap(connection: Connection) -> int | None:
    """What Java itself says; a managed server does not let us ask."""
    asked = """
    CALL dbms.queryJmx('java.lang:type=Memory') YIELD attributes
    RETURN attributes.HeapMemoryUsage.value.properties.max AS heap
    """
    try:
        with connection.reading() as tx:
            record = tx.run(asked).single()
    except EcosystemError:
        return None
    return int(record["heap"]) if record and record["heap"] else None
