"""The faults that an import must survive, and how often each is injected: in full by `make soak`, else a tenth.

A test says which fault it injects by the marker `fault`; so this table names no test.
"""

from dataclasses import dataclass

ALL = 0
"""The count of a fault that is injected at every point there is, however many that are."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: its number, its kind, what happens, and how often it is injected in full and in the ordinary tests."""

    number: int
    kind: str
    title: str
    count: int
    in_tests: int


def _fault(number: int, kind: str, title: str, count: int, in_tests: int | None = None) -> Fault:
    return Fault(number, kind, title, count, max(1, count // 10) if in_tests is None else in_tests)


ABSENT = "no database, or not the one meant"
CLIENT = "an import killed or interrupted"
SERVER = "the database killed, out of time, memory or disk"
WIRE = "a connection cut, lost or slow"
OTHERS = "others who write at the same time"
HANDS = "what hands and clocks change"
MACHINE = "the disk and terminal of whoever imports"
KINDS = (ABSENT, CLIENT, SERVER, WIRE, OTHERS, HANDS, MACHINE)

FAULTS = (
    _fault(1, ABSENT, "no database runs at the address", 1),
    _fault(2, ABSENT, "the port accepts and never answers", 1),
    _fault(3, ABSENT, "a web server answers at the address", 1),
    _fault(4, ABSENT, "the password is wrong; after several the login is locked", 2),
    _fault(5, ABSENT, "another server on the remembered port; another dataset in the graph", 2),
    _fault(6, ABSENT, "the database is still starting", 10),
    _fault(7, CLIENT, "the import is killed at a random moment", 200),
    _fault(
        8,
        CLIENT,
        "the import is killed at a boundary: after each batch, each file written, the commit, each rename",
        ALL,
        ALL,
    ),
    _fault(9, CLIENT, "the import is interrupted (SIGINT) or told to end (SIGTERM)", 50),
    _fault(10, SERVER, "the database is killed in the middle of an import", 20),
    _fault(11, SERVER, "the database is killed right after it confirmed an import", 20, in_tests=1),
    _fault(12, WIRE, "the connection is reset at the k-th message, for each k up to 60", 60),
    _fault(13, WIRE, "the commit is lost on its way to the database", 20),
    _fault(14, WIRE, "the database commits and its reply is lost", 20),
    _fault(15, WIRE, "the importing computer vanishes and its connection stays open", 5),
    _fault(16, WIRE, "two seconds of latency; a thousand bytes a second", 2),
    _fault(17, OTHERS, "two imports made from one revision race", 100),
    _fault(18, OTHERS, "eight imports of different rows start at once", 25),
    _fault(19, OTHERS, "a plan is applied after the graph has moved on", 20),
    _fault(20, OTHERS, "an outside writer and the import wait for each other (deadlock)", 20),
    _fault(21, OTHERS, "another writer holds the graph for long", 3),
    _fault(22, SERVER, "the import reaches its time limit", 3),
    _fault(23, SERVER, "the import reaches the database's memory limit", 3),
    _fault(24, SERVER, "the database's memory is exhausted and it ends", 1),
    _fault(25, SERVER, "the database's disk is full", 1),
    _fault(26, MACHINE, "the disk is full where a plan or an export is written", 3),
    _fault(27, MACHINE, "the file system is read-only where a file is written", 2),
    _fault(28, HANDS, "the clock is ten years off, or set back in autumn", 4),
    _fault(29, HANDS, "a constraint was dropped by hand", 1),
    _fault(30, HANDS, "the graph was edited by hand", 5),
    _fault(31, HANDS, "a node vanishes between plan and import", 5),
    _fault(32, HANDS, "half of the source files are missing", 5),
    _fault(33, ABSENT, "the server is of an unsupported version", 1),
    _fault(34, MACHINE, "whoever reads the output has had enough (SIGPIPE)", 5),
    _fault(35, OTHERS, "two processes write the same export", 20),
)
