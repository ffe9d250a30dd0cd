"""Measuring and wrapping text without a browser.

Widths are those of Arial, which most computers have, or a font of the same widths; the picture pins every text to the
width measured here, so that another font squeezes or stretches a little instead of overflowing.

>>> round(width_of("Health Board", 12), 1)
70.1
>>> wrapped("Leeds Health and Care Plan", 125, 12)
('Leeds Health and Care', 'Plan')
>>> balanced("Leeds Health and Care Plan", 125, 12)
('Leeds Health', 'and Care Plan')
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

LINE_HEIGHT = 1.28
"""Distance between two baselines, in sizes of the type."""

ASCENT, DESCENT = 0.76, 0.24
"""How far letters reach above and below the baseline, in sizes of the type."""

DOT = " ·"
NAME_SHARE = 0.97
"""The share of a column up to which a name is kept in one piece."""

BALANCE_STEP = 4.0

LONGEST_TEXT, LONGEST_NAME = 240, 120
"""Characters of a text, and of the name of a box, that a picture shows; what is read out has all of them."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_UNKNOWN = 1000


@cache
def _advances(weight: str) -> dict[str, int]:
    table = json.loads(files(__package__).joinpath("letter_widths.json").read_text(encoding="utf-8"))
    return {letter: int(width) for width, letters in table[weight].items() for letter in letters}


@lru_cache(maxsize=65_536)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in pixels at a type size in pixels; a letter not in the table counts one em."""
    advances = _advances("bold" if bold else "regular")
    return sum(advances.get(letter, _UNKNOWN) for letter in text) * size / 1000


@lru_cache(maxsize=65_536)
def printable(text: str) -> str:
    """Return a text as it may be drawn or read out: spaces single, nothing invisible or turning direction.

    >>> printable("a\\u202e b\\x00\\n c")
    'a� b� c'
    """
    return "".join("�" if unicodedata.category(letter) in _HIDDEN else letter for letter in " ".join(text.split()))


@lru_cache(maxsize=65_536)
def clipped(text: str, letters: int = LONGEST_TEXT) -> str:
    """Return a text as it may be drawn, cut with an ellipsis where it has more letters than that.

    >>> clipped("Neighbourhood Board", 8)
    'Neighbo…'
    """
    shown = printable(text)
    return shown if len(shown) <= letters else f"{shown[: letters - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that is not broken if it can be helped."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one weight within a line, `x` pixels from the start of the line and `width` pixels wide."""

    text: str
    bold: bool
    x: float
    width: float


def name_words(names: Iterable[tuple[str, bool]], column: float, size: float) -> tuple[Word, ...]:
    """Return names, each with its weight, as words joined by dots; names that fit the column stay in one piece."""
    pieces: list[Word] = []
    listed = [(clipped(name), bold) for name, bold in names]
    for number, (name, bold) in enumerate(listed):
        text = name if number == len(listed) - 1 else f"{name}{DOT}"
        whole = width_of(text, size, bold=bold) <= NAME_SHARE * column
        pieces += [Word(text, bold)] if whole else [Word(word, bold) for word in _with_dot_kept(text)]
    return tuple(pieces)


def _with_dot_kept(text: str) -> list[str]:
    words = text.removesuffix(DOT).split(" ")
    return [*words[:-1], words[-1] + text[len(text.removesuffix(DOT)) :]]


def filled(words: Iterable[Word], column: float, size: float, *, less: float = 0) -> tuple[tuple[Run, ...], ...]:
    """Return words set in lines at most `column` wide, the first line `less` narrower; runs of one weight together."""
    lines: list[list[Word]] = [[]]
    used = less
    for word in chain.from_iterable(_parts_that_fit(whole, column - less, size) for whole in words):
        width = width_of(word.text, size, bold=word.bold)
        space = width_of(" ", size, bold=word.bold) if lines[-1] else 0.0
        if lines[-1] and used + space + width > column:
            lines.append([])
            used = space = 0.0
        lines[-1].append(word)
        used += space + width
    return tuple(tuple(_runs(line, size)) for line in lines if line)


def _parts_that_fit(word: Word, column: float, size: float) -> Iterator[Word]:
    rest = word.text
    while width_of(rest, size, bold=word.bold) > column and len(rest) > 1:
        cut = max(1, next(n for n in range(1, len(rest) + 1) if width_of(rest[:n], size, bold=word.bold) > column) - 1)
        yield Word(rest[:cut], word.bold)
        rest = rest[cut:]
    yield Word(rest, word.bold)


def _runs(line: list[Word], size: float) -> Iterator[Run]:
    x, start, text = 0.0, 0.0, ""
    for number, word in enumerate(line):
        if number and word.bold != line[number - 1].bold:
            yield Run(text, line[number - 1].bold, start, x - start)
            x += width_of(" ", size, bold=word.bold)
            start, text = x, ""
        text = f"{text} {word.text}" if text else word.text
        x = start + width_of(text, size, bold=word.bold)
    yield Run(text, line[-1].bold, start, x - start)


@lru_cache(maxsize=16_384)
def wrapped(text: str, column: float, size: float, *, bold: bool = False, less: float = 0) -> tuple[str, ...]:
    """Return a text in lines at most `column` pixels wide, the first line `less` pixels narrower."""
    words = [Word(word, bold) for word in clipped(text).split(" ") if word]
    return tuple(line[0].text for line in filled(words, column, size, less=less))


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the widest word of a text."""
    return max((width_of(word, size, bold=bold) for word in clipped(text).split(" ")), default=0.0)


@lru_cache(maxsize=16_384)
def balanced(text: str, column: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in as few lines as the column allows, broken as evenly as can be."""
    lines = wrapped(text, column, size, bold=bold)
    narrower, least = column - BALANCE_STEP, widest_word(text, size, bold=bold)
    while len(lines) > 1 and narrower >= least and len(wrapped(text, narrower, size, bold=bold)) == len(lines):
        lines = wrapped(text, narrower, size, bold=bold)
        narrower -= BALANCE_STEP
    return lines


def shortened(text: str, column: float, size: float, *, bold: bool = False) -> str:
    """Return a text that must stay in one line, cut with an ellipsis where the column is too narrow for it.

    >>> shortened("Neighbourhood", 60, 12), shortened("Town", 60, 12)
    ('Neighbo…', 'Town')
    """
    shown = clipped(text)
    while len(shown) > 1 and width_of(shown, size, bold=bold) > column:
        shown = f"{shown[:-2]}…"
    return shown


def lines_height(count: int, size: float) -> float:
    """Return the height of that many lines of text."""
    return count * size * LINE_HEIGHT


def baseline(top: float, size: float) -> float:
    """Return where the baseline of a line of text lies whose line starts at `top`."""
    return top + size * (LINE_HEIGHT / 2 + (ASCENT - DESCENT) / 2)
