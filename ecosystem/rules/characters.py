"""Rules of single cells: characters nobody can see, cells a spreadsheet made or would take for formulas."""

import re
import unicodedata
from collections.abc import Iterator

from ecosystem.model import Row, cells, columns
from ecosystem.problems import Problem, quoted
from ecosystem.rules.examination import Examination

PROSE = frozenset({"note", "description", "value"})
"""Columns that may hold several lines."""

_CONTROL = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0"
    "\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_ERRORS = r"#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!)|NULL|null|-|N/A|n/a"
_FORMULA = "[=+\\-@＝＋－＠]"

CONTROL = re.compile(f"[{_CONTROL}]")
INVISIBLE = re.compile(f"[{_UNSEEN}]|^\\s|\\s\\Z")
ERROR = re.compile(_ERRORS)
FORMULA = re.compile(_FORMULA)
NEGATIVE = re.compile(r"-[0-9]+(?:\.[0-9]+)?")
_SUSPICIOUS = re.compile(f"[{_CONTROL}{_UNSEEN}]|^[^\\S\n]|[^\\S\n]$|^{_FORMULA}|^(?:{_ERRORS})$", re.MULTILINE)

_HOMOGLYPHS = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοɡ", "aeopcyxijshdqwABEKMHOPCTYXIJSABEZHIKMNOPTYXog"
)
"""Letters of other alphabets that cannot be told from Latin ones (after UTS 39)."""


def skeleton(text: str) -> str:
    """Return a text with look-alike letters as the Latin ones they are taken for.

    >>> skeleton("nhs-\\u0430") == "nhs-a"
    True
    """
    return unicodedata.normalize("NFKC", text).translate(_HOMOGLYPHS)


def mixes_alphabets(text: str) -> bool:
    """Tell whether a word holds both Latin letters and others that look Latin.

    >>> mixes_alphabets("L\\u0435eds"), mixes_alphabets("Leeds")
    (True, False)
    """
    if text.isascii():
        return False
    return any(
        skeleton(word) != unicodedata.normalize("NFKC", word) and re.search("[A-Za-z]", word)
        for word in re.split(r"\W+", text)
    )


def id_mixes_alphabets(text: str) -> bool:
    """Tell whether an id mixes alphabets; its hyphens do not part it into words.

    >>> id_mixes_alphabets("nhs-\\u0430"), id_mixes_alphabets("nhs-a")
    (True, False)
    """
    return mixes_alphabets(text.replace("-", ""))


def characters(examined: Examination) -> Iterator[Problem]:
    """Find cells with control or invisible characters, spreadsheet errors, formulas and mixed alphabets."""
    for row in examined.snapshot:
        written = cells(row)
        joined = "\n".join(written)
        if _SUSPICIOUS.search(joined) or not joined.isascii() or joined.count("\n") >= len(written):
            for column, text in zip(columns(type(row)), written, strict=True):
                yield from _cell(examined, row, column, text)


def unfit(text: str, *, prose: bool) -> tuple[str, str, str] | None:
    """Return the code, message and remedy of a cell that hides something or that a spreadsheet made or would run.

    Prose may have several lines.

    >>> unfit("=1+1", prose=True)
    ('B60', 'begins with `=`: a spreadsheet would take it for a formula', 'begin the cell with a letter or a digit')
    """
    if unwanted := CONTROL.search(text) or (None if prose else re.search("\n", text)):
        message = f"forbidden control character U+{ord(unwanted[0]):04X} at character {unwanted.start() + 1}"
        return "B12", message, "delete it"
    if invisible := INVISIBLE.search(text):
        message = f"invisible U+{ord(invisible[0]):04X} at character {invisible.start() + 1}"
        return "B39", message, "delete it; type the words again"
    if ERROR.fullmatch(text):
        message = f"{quoted(text)} is a spreadsheet's error or stand-in, not a value"
        return "B59", message, "write the value, or leave the cell blank"
    if FORMULA.match(text) and not NEGATIVE.fullmatch(text):
        message = f"begins with `{text[0]}`: a spreadsheet would take it for a formula"
        return "B60", message, "begin the cell with a letter or a digit"
    return None


def _cell(examined: Examination, row: Row, column: str, text: str) -> Iterator[Problem]:
    if found := unfit(text, prose=column in PROSE):
        code, message, fix = found
        yield examined.problem(row, code, message, fix=fix, column=column)
    elif mixes_alphabets(text) or (column == "id" and id_mixes_alphabets(text)):
        other = "another name" if examined.is_personal(row, column) else quoted(skeleton(text))
        message = f"{examined.shown(row, column, text)} mixes alphabets and may be taken for {other}"
        yield examined.problem(row, "B38", message, fix="type the words again on one keyboard", column=column)
