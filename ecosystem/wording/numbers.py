"""Numbers and lists as sentences have them, and how sentences begin."""

from collections.abc import Iterable

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "fact"), counted(1200, "fact"), counted(2, "body", "bodies")
    ('1 fact', '1,200 facts', '2 bodies')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def rows_changed(added: int, changed: int, removed: int) -> str:
    """Return how many rows an import adds, changes and removes.

    >>> rows_changed(1, 0, 0)
    '1 row added, 0 changed, 0 removed'
    """
    return f"{counted(added, 'row')} added, {changed:,} changed, {removed:,} removed"


def number_in_words(number: int, none: str = "none") -> str:
    """Return a number as a sentence has it: in words up to ten.

    >>> number_in_words(0), number_in_words(0, none="no"), number_in_words(4), number_in_words(1200)
    ('none', 'no', 'four', '1,200')
    """
    return f"{number:,}" if number > len(_NUMBERS) else (none, *_NUMBERS)[number]


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *before, last = list(words) or [""]
    return f"{', '.join(before)} and {last}" if before else last


def capitalised(text: str) -> str:
    """Return a text as a sentence begins with it.

    >>> capitalised("the NHS")
    'The NHS'
    """
    return f"{text[:1].upper()}{text[1:]}"


def joined(*parts: str) -> str:
    """Return parts of a phrase with commas between them, the empty ones left out.

    >>> joined("since 2016", "", "last confirmed 2018")
    'since 2016, last confirmed 2018'
    """
    return ", ".join(part for part in parts if part)


def share_in_words(number: float, whole: int) -> str:
    """Return a share in per cent; what is more than none and less than all is never rounded to it.

    >>> share_in_words(0, 0), share_in_words(1, 3), share_in_words(1, 300), share_in_words(299, 300)
    ('0%', '33%', 'under 1%', 'over 99%')
    """
    if not number or number == whole:
        return "100%" if number else "0%"
    return "under 1%" if number / whole < 0.01 else "over 99%" if number / whole > 0.99 else f"{number / whole:.0%}"
