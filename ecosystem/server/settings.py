"""What the local server is told: `neo4j.conf`, and the memory it may use."""

import os
import re

import psutil

from ecosystem.problems import Refused, quoted
from ecosystem.server.ports import LOOPBACK, Ports

MEGABYTE = 1 << 20
HEAP_AT_FIRST = 512 * MEGABYTE
PAGE_CACHE = 128 * MEGABYTE
HEAP_FOR_TRANSACTIONS = 0.7
"""The part of the heap that transactions may hold, all together: beyond it one fails, the server goes on."""

_SIZE = re.compile(r"([1-9]\d{0,5})\s*([mg])b?", re.IGNORECASE)


def heap_bytes(memory: int | None = None) -> int:
    """Return the server's heap in bytes: `ECOSYSTEM_HEAP` as written, else 512 MB, at most a quarter of memory.

    >>> heap_bytes(memory=1 << 30) // MEGABYTE
    256
    """
    written = os.environ.get("ECOSYSTEM_HEAP")
    if not written:
        return min(HEAP_AT_FIRST, (memory or psutil.virtual_memory().total) // 4)
    size = _SIZE.fullmatch(written.strip())
    if not size:
        raise Refused(f"ECOSYSTEM_HEAP is {quoted(written)}, which is no size", fix="write it like 512m or 2g")
    return int(size[1]) * (MEGABYTE if size[2].lower() == "m" else 1024 * MEGABYTE)


_ALWAYS = {
    "server.default_listen_address": LOOPBACK,
    "server.default_advertised_address": LOOPBACK,
    "server.https.enabled": "false",
    "server.memory.pagecache.size": f"{PAGE_CACHE // MEGABYTE}m",
    # The first would take half a gigabyte of disk for an empty graph, the second ten seconds of every stop.
    "db.tx_log.preallocate": "false",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
    "db.lock.acquisition.timeout": "30s",
    # A query whose time is up runs on until it is looked at; the default is two seconds.
    "db.transaction.monitor.check.interval": "500ms",
    "dbms.security.auth_enabled": "true",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "db.logs.query.enabled": "OFF",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
}


def configuration(ports: Ports, heap: int, *, read_only: bool = False) -> str:
    """Return the text of `neo4j.conf`: loopback only, nothing fetched, nothing reported, every wait finite.

    `read_only` is about the graph; logins can be changed all the same.

    >>> "server.bolt.listen_address=127.0.0.1:7687" in configuration(Ports(7687, 7474), HEAP_AT_FIRST).splitlines()
    True
    """
    transactions = f"{int(heap * HEAP_FOR_TRANSACTIONS) // MEGABYTE}m"
    settings = {
        **_ALWAYS,
        "db.memory.transaction.max": transactions,
        "dbms.memory.transaction.total.max": transactions,
        "server.databases.default_to_read_only": str(read_only).lower(),
    }
    for connector, port in (("bolt", ports.bolt), ("http", ports.http)):
        settings[f"server.{connector}.listen_address"] = f"{LOOPBACK}:{port}"
        settings[f"server.{connector}.advertised_address"] = f"{LOOPBACK}:{port}"
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def java_options(heap: int) -> list[str]:
    """Return what Java is told before the program's name.

    >>> java_options(HEAP_AT_FIRST)[0]
    '-Xmx512m'
    """
    opened = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
    return [
        f"-Xmx{heap // MEGABYTE}m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        *(f"--add-opens={package}=ALL-UNNAMED" for package in opened),
    ]
