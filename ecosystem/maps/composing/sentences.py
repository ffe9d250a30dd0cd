"""The three sentences over an opening picture, every number computed.

>>> str(shared_sentence([("a", "Leeds City Council")]))
'One organisation is named at three or more of these tables: Leeds City Council (bold below).'
"""

from collections.abc import Sequence

from ecosystem.maps.composing.tables import MANY_TABLES
from ecosystem.maps.opening import Part, Sentence
from ecosystem.wording import number_in_words

NAMED_MOST = 6


def bodies_sentence(
    named: Sequence[str], seated: Sequence[str], chaired: Sequence[str], silent: Sequence[str], dated: str = ""
) -> Sentence:
    """Return how many bodies there are, and of how many seats, a chairing post, or nothing of the kind is stated.

    `dated` is the day looked at where it is not the dataset's own: then the sentence is of that day only.
    """
    parts = [
        Part(f"Looking at {dated} only, the documents name " if dated else "The documents name "),
        Part(f"{number_in_words(len(named), none='no')} {_bodies(len(named))}", strong=True, ids=tuple(named)),
        Part(". For "),
        Part(number_in_words(len(seated)), ids=tuple(seated)),
        Part(" they say who sits there, for "),
        Part(number_in_words(len(chaired)), ids=tuple(chaired)),
        Part(" which post chairs"),
    ]
    if silent:
        ending = Part(" below the boxes they state neither chair, members nor direction")
        parts += [Part("; for the "), Part(number_in_words(len(silent)), ids=tuple(silent)), ending]
    return Sentence((*parts, Part(".")))


def _bodies(number: int) -> str:
    return "board, group or partnership" if number == 1 else "boards, groups and partnerships"


def shared_sentence(shared: Sequence[tuple[str, str]]) -> Sentence:
    """Return which organisations, given by id and name, are named at three or more tables."""
    tables = f"named at {number_in_words(MANY_TABLES)} or more of these tables"
    if not shared:
        return Sentence((Part(f"No organisation is {tables}.", strong=True),))
    verb = "organisation is" if len(shared) == 1 else "organisations are"
    more = len(shared) - NAMED_MOST
    names = [Part(name, ids=(one,)) for one, name in shared[:NAMED_MOST]]
    names += [Part(f"{number_in_words(more)} more")] if more > 0 else []
    count = Part(
        f"{number_in_words(len(shared)).capitalize()} {verb} {tables}:",
        strong=True,
        ids=tuple(one for one, _ in shared),
    )
    return Sentence((count, Part(" "), *_in_a_row(names), Part(" (bold below).")))


def _in_a_row(names: Sequence[Part]) -> list[Part]:
    """Return names with what stands between them in a sentence."""
    between = [*[", "] * (len(names) - 2), *([" and "] if len(names) > 1 else []), ""]
    return [part for name, text in zip(names, between, strict=True) for part in (name, Part(text)) if part.text]


def direction_sentence(reporting: int, direction: int, support: int, drawn: int, dated: str = "") -> Sentence:
    """Return in how many cases documents state reporting, direction or support, and how many of them are drawn."""
    first = f"{f'Nothing dated to {dated}' if dated else 'No document'} states that one body reports to another."
    if reporting:
        first = f"The documents state in {_cases(reporting)} that one body reports to another."
    helping = f"support or contribution in {number_in_words(support)}"
    stated = f" They state direction or oversight in {_cases(direction)}, {helping}"
    left = reporting + direction + support - drawn
    end = ": these are the lines." if not left else f": the lines show all but {number_in_words(left)}."
    return Sentence((Part(first, strong=True), Part(stated + (end if drawn else "."))))


def _cases(number: int) -> str:
    return f"{number_in_words(number, none='no')} case{'s' if number > 1 else ''}"
