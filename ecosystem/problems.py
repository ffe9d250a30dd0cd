"""What can go wrong, said once: located problems, one root error, the exit codes.

A problem names place, value, rule and remedy, so that a person who never saw the code can mend the data:

>>> print(Problem("R41", "refers to unknown `trst-1`", fix="did you mean `trust-1`?",
...               file="memberships.csv", row=7, column="subject"))
R41 memberships.csv:7:subject: refers to unknown `trst-1`
  fix: did you mean `trust-1`?
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter

SHOWN_PROBLEMS = 100
QUOTED_CHARACTERS = 40


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    PENDING = 3
    DATABASE = 4
    CONFLICT = 5
    REFUSED = 6
    INTERRUPTED = 130


def quoted(value: object, limit: int = QUOTED_CHARACTERS) -> str:
    """Return a value fit for a message: at most `limit` characters, nothing a terminal would obey.

    >>> quoted("caf\\u00e9\\x1b[31m")
    '`café\\\\x1b[31m`'
    """
    return f"`{shortened(str(value), limit)}`"


def shortened(text: str, limit: int = QUOTED_CHARACTERS) -> str:
    """Return a text fit for a message, as `quoted` does, for those who put it in quotes of their own.

    >>> shortened("a long name", limit=6)
    'a long…'
    """
    text = printable(text[: limit + 1])
    return f"{text[:limit]}…" if len(text) > limit else text


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in the data: rule code, message, remedy, and the place a person sees in a spreadsheet.

    `row` is 1 for the header line and 0 for the file as a whole; `column` is a column's name or number.
    A `warning` is printed but does not fail a command.
    """

    code: str
    message: str
    fix: str = ""
    file: str = ""
    row: int = 0
    column: str = ""
    warning: bool = False

    def __str__(self) -> str:
        place = f" {printable(self.file)}:{self.row}:{printable(self.column) or 0}:" if self.file else ""
        head = f"{self.code}{place} {'warning: ' if self.warning else ''}{self.message}"
        return f"{head}\n  fix: {self.fix}" if self.fix else head


def printable(text: str) -> str:
    """Return a text with everything that a terminal would obey written out.

    >>> printable("a\\x1b[31m.csv")
    'a\\\\x1b[31m.csv'
    """
    return "".join(map(_visible, text))


class EcosystemError(Exception):
    """The root of every error this package raises on purpose.

    The command line catches this class once, prints the message and the next step, and ends with `exit_code`.
    """

    exit_code: Exit = Exit.PROBLEMS

    def __init__(self, message: str, *, fix: str = "", exit_code: Exit | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        if exit_code is not None:
            self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.message}\n  fix: {self.fix}" if self.fix else self.message


class DataProblems(EcosystemError):
    """Data that cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__(report(self.problems))


class UsageError(EcosystemError):
    """A call that cannot be understood: wrong option, ambiguous name."""

    exit_code = Exit.USAGE


class NotFound(EcosystemError):
    """Nothing of that name; the message offers the nearest names."""


class DatabaseUnreachable(EcosystemError):
    """Neo4j cannot be reached, timed out, or refused the login."""

    exit_code = Exit.DATABASE


class Unanswered(DatabaseUnreachable):
    """Neo4j left us without an answer for longer than it was given: it may be busy still."""


class LoginRefused(DatabaseUnreachable):
    """Neo4j does not know the user, or not with this password."""


class Conflict(EcosystemError):
    """The graph moved since the plan was made, or another writer holds it."""

    exit_code = Exit.CONFLICT


class Refused(EcosystemError):
    """A safety rule says no; nothing was touched."""

    exit_code = Exit.REFUSED


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order in which a reader of the files meets them."""
    return sorted(problems, key=attrgetter("file", "row", "column", "code", "message"))


def report(problems: Iterable[Problem], limit: int = SHOWN_PROBLEMS) -> str:
    """Return problems as text, in reading order, at most `limit` of them and the number left; warnings give way.

    >>> print(report([Problem("R1", "b", file="z.csv", row=2), Problem("R1", "a", file="a.csv", row=9)]))
    R1 a.csv:9:0: a
    R1 z.csv:2:0: b
    """
    ordered = sorted(in_reading_order(problems), key=attrgetter("warning"))
    lines = [str(problem) for problem in in_reading_order(ordered[:limit])]
    if len(ordered) > limit:
        lines.append(f"… and {counted_apart(ordered[limit:], 'more ')}")
    return "\n".join(lines)


def counted_apart(problems: Sequence[Problem], more: str = "") -> str:
    """Return how many problems there are, and how many warnings.

    >>> counted_apart([Problem("R1", "a"), Problem("R2", "b", warning=True), Problem("R2", "c", warning=True)])
    '1 problem, 2 warnings'
    """
    warnings = sum(problem.warning for problem in problems)
    counts = ((len(problems) - warnings, "problem"), (warnings, "warning"))
    return ", ".join(f"{count:,} {more}{word}{'' if count == 1 else 's'}" for count, word in counts if count)
