"""Rules for people: no contact data, no health data, nothing of a person but what governance needs."""

import re
from collections.abc import Iterator

from ecosystem.model import columns
from ecosystem.problems import Problem
from ecosystem.rules.examination import Examination

_FORBIDDEN = frozenset(
    {
        "email", "e_mail", "mail", "phone", "telephone", "mobile", "fax", "address", "home", "home_address", "postcode",
        "birth_date", "date_of_birth", "dob", "age", "sex", "gender", "ethnicity", "religion", "nationality",
        "disability", "nhs_number", "ni_number", "national_insurance", "salary", "pay", "photo", "picture",
    }
)  # fmt: skip


def is_forbidden(column: str) -> bool:
    """Tell whether a column is one that nobody may add to a table of people, however it is written.

    >>> is_forbidden("E-mail "), is_forbidden("note")
    (True, False)
    """
    return column.strip().lower().replace(" ", "_").replace("-", "_") in _FORBIDDEN


_FREE_TEXT = frozenset({"name", "short_name", "aliases", "title", "note", "value", "description", "publisher"})
_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)[0-9](?:[ ()-]{0,2}[0-9]){8,9}(?![\w/])")
_DOTTED_PHONE = re.compile(r"(?<![\w.,/-])0[0-9]{2,4}\.[0-9]{3,6}(?:\.[0-9]{3,4})?(?![\w/.])")
_TEN_DIGITS = re.compile(r"(?<![\w.-])([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{4})(?![\w-])")


def people(examined: Examination) -> Iterator[Problem]:
    """Find e-mail addresses, telephone numbers and NHS numbers in the free text of any table."""
    for row in examined.snapshot:
        for column in columns(type(row)):
            if column in _FREE_TEXT:
                value = getattr(row, column)
                found = personal_data("|".join(value) if isinstance(value, tuple) else value)
                if found:
                    fix = "remove it; a source or a register is the place for it"
                    yield examined.problem(row, "B64", f"looks like {found}", fix=fix, column=column)


def personal_data(text: str) -> str:
    """Return what contact or patient data a text seems to hold, in words; empty where it holds none.

    >>> personal_data("ring 0113 496 0000"), personal_data("1,180 charities in 2022")
    ('a telephone number', '')
    """
    if "@" in text and _EMAIL.search(text):
        return "an e-mail address"
    if sum(map(str.isdigit, text)) < 10:
        return ""
    if any(_is_nhs_number("".join(match.groups())) for match in _TEN_DIGITS.finditer(text)):
        return "an NHS number"
    return "a telephone number" if _PHONE.search(text) or _DOTTED_PHONE.search(text) else ""


def _is_nhs_number(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])
