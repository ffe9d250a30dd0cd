"""What somebody may have meant."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from ecosystem.names import plain
from ecosystem.problems import quoted

ALIKE = 60.0
"""The least likeness, of 100, at which a word is offered."""


def did_you_mean(text: str, choices: Iterable[str], otherwise: str) -> str:
    """Return the remedy for a misspelt word: the likest choice, else the words given for when none is like it.

    >>> did_you_mean("stauted", ("stated", "implied"), "use a basis")
    'did you mean `stated`?'
    """
    hit = _likest(text, tuple(choices))
    return f"did you mean {quoted(hit)}?" if hit else otherwise


@lru_cache(maxsize=4096)
def _likest(text: str, choices: tuple[str, ...]) -> str | None:
    found = process.extractOne(text, choices, scorer=fuzz.ratio, processor=plain, score_cutoff=ALIKE)
    return found[0] if found else None


def slug(name: str) -> str:
    """Return the readable id a name would have.

    >>> slug("Café & Carers’ Board")
    'cafe-and-carers-board'
    """
    ascii_only = unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode("ascii")
    return "-".join(ascii_only.replace("_", " ").split())
