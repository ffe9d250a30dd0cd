"""Values as text that a terminal, a spreadsheet or a page can be trusted with."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from ecosystem.results import Cell

_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT = {"\n", "\t"}


def plain_text(value: Cell, between: str = ", ") -> str:
    """Return a value as text: lists joined, names before values, dates as written, yes and no, nothing for None.

    >>> plain_text(("a", "b")), plain_text(True), plain_text(None), plain_text(date(2018, 4, 1))
    ('a, b', 'yes', '', '2018-04-01')
    >>> plain_text({"id": "peg", "seats": 9})
    '{id: peg, seats: 9}'
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() | int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return f"{{{between.join(f'{name}: {plain_text(each)}' for name, each in value.items())}}}"
        case _:
            return between.join(plain_text(each) for each in value)


def shown(text: str, kept: Iterable[str] = ("\n",)) -> str:
    """Return text with everything a terminal would obey, or an eye would not see, written out.

    >>> shown("red \\x1b[31m\\u202e")
    'red \\\\x1b[31m\\\\u202e'
    """
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in _UNSEEN and character not in kept
        else character
        for character in text
    )


def spreadsheet_cell(value: Cell) -> str | int | float:
    """Return a value for a CSV that a spreadsheet opens: a number stays, text that would run is quoted with `'`.

    Where numbers have a comma, a spreadsheet begins a new cell at each `;`, whatever stands around it.

    >>> spreadsheet_cell("=1+1"), spreadsheet_cell(-5), spreadsheet_cell("-5"), spreadsheet_cell(("a", "=1"))
    ("'=1+1", -5, '-5', "a;' =1")
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return shown(";".join(map(_harmless, plain_text(value, between="; ").split(";"))), _KEPT)


def _harmless(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text.strip(" ")) else text


def markdown_cell(value: Cell) -> str:
    """Return a value as the text of a Markdown table's cell, in which nothing is markup.

    >>> markdown_cell("a|b <i>")
    'a\\\\|b \\\\<i\\\\>'
    """
    return _MARKDOWN.sub(r"\\\1", shown(plain_text(value))).replace("\n", " ")
