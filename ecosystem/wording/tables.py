"""What the rows of a table are called when they are counted."""

from ecosystem.model import TABLES, Dataset
from ecosystem.wording.kinds import word_for, words_for
from ecosystem.wording.numbers import counted

_ROWS = {
    "dataset": ("setting of the register", "settings of the register"),
    "sources": ("source", "sources"),
    "memberships": ("seat", "seats"),
    "reporting": ("reporting line", "reporting lines"),
    "oversight": ("line of oversight", "lines of oversight"),
    "posts_held": ("holder of a post", "holders of posts"),
    "structure": ("affiliation", "affiliations"),
    "strategy_links": ("tie to a strategy", "ties to strategies"),
    "activity": ("activity", "activities"),
    "coverage": ("place or population served", "places or populations served"),
    "succession": ("succession", "successions"),
    "listings": ("listing", "listings"),
    "statements": ("statement", "statements"),
    "identifiers": ("identifier", "identifiers"),
    "retired": ("retired id", "retired ids"),
}


def row_word(table: str, dataset: Dataset | None = None) -> str:
    """Return what one row of a table is called.

    >>> row_word("memberships"), row_word("boards")
    ('seat', 'board')
    """
    return _words(table, dataset)[0]


def rows_of(table: str, count: int, dataset: Dataset | None = None) -> str:
    """Return a number of rows of a table with what they are called, in the dataset's own word where it has one.

    >>> rows_of("memberships", 14), rows_of("lcps", 1), rows_of("codes/sector", 2)
    ('14 seats', '1 Local Care Partnership', '2 codes')
    """
    return counted(count, *_words(table, dataset))


def _words(table: str, dataset: Dataset | None) -> tuple[str, str]:
    label = TABLES[table].label if table in TABLES else ""
    if label:
        return word_for(label, dataset), words_for(label, dataset)
    return _ROWS.get(table, ("code", "codes") if "/" in table else ("row", "rows"))
