"""What justifies the rows of an update that cite nothing: a register of one's own, named once for all.

>>> source_named("Partnership office register, 2 May 2026").id
'partnership-office-register-2026-05-02'
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ecosystem.dates import is_date, iso
from ecosystem.model import Entity, Fact, Identifier, Row, Source, Statement, basis_of, source_of
from ecosystem.names import plain
from ecosystem.problems import UsageError, shortened
from ecosystem.rules import slug

LONGEST_DATE = 3
"""Words, as in “2 May 2026”."""

LONGEST_TITLE = 80
"""Characters of a title that go into the id."""


def source_named(text: str) -> Source:
    """Return the register that a title with a date means, such as “Office register, May 2026”.

    Its date is the evidence of whatever cites it, as precise as it was given. `UsageError` where there is none.
    """
    words = text.split()
    lengths = (length for length in range(LONGEST_DATE, 0, -1) if _date(words[-length:]))
    length = next(lengths, 0)
    title, date = " ".join(words[:-length]), _date(words[-length:]) if length else ""
    if date and slug(title):
        row_id = _id(title, date)
        return Source(id=row_id, title=" ".join(words), kind="register", date=date, date_basis="printed")
    raise UsageError(
        f"“{shortened(text)}” is not a title followed by a date",
        fix="write both, as in “Partnership office register, 2 May 2026”; a month or a year alone will do",
    )


def _date(words: Sequence[str]) -> str:
    """Return a date as the tables write it; empty where it is none, or may be read in two ways."""
    written = " ".join(words).strip("().,")
    if is_date(written):
        return written
    meant = iso(written) if any(map(str.isalpha, written)) else ""
    return meant if is_date(meant) else ""


def _id(title: str, date: str) -> str:
    return f"{slug(title)[:LONGEST_TITLE].rstrip('-')}-{date}"


def known(source: Source, sources: Iterable[Source]) -> Source:
    """Return the source of that id, or of that date and title (the date in it or not), if there is one; or itself."""

    def is_meant(other: Source) -> bool:
        same_title = plain(other.title) == plain(source.title) or _id(other.title, other.date) == source.id
        return other.id == source.id or (other.date == source.date and same_title)

    return next(filter(is_meant, sources), source)


def confirmed(row: Row, citation: str) -> Row:
    """Return a fact or statement that is said again with a citation of where; what is inferred stays so."""
    if not isinstance(row, Fact | Statement) or basis_of(row) == "inferred":
        return row
    is_cited = citation in map(source_of, row.sources)
    return row if is_cited else replace(row, sources=(*row.sources, citation))


def justified(row: Row, before: Row | None, citation: str) -> Row:
    """Return a row with a citation where nothing else justifies that it is new, or other than before.

    A new row gets it where it cites nothing. A changed one keeps what it cited before and gets it too, unless the
    change brings a citation of its own. A row that is as before stays so.
    """
    if not isinstance(row, Entity | Fact | Statement | Identifier) or row == before:
        return row
    old = before.sources if isinstance(before, type(row)) else ()
    kept = row.sources or old
    brings_its_own = not set(kept) <= set(old)
    return row if brings_its_own else replace(row, sources=tuple(dict.fromkeys((*kept, citation))))
