"""The settings of a dataset: `dataset.toml`, checked key by key."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ecosystem.dates import is_date
from ecosystem.model import DATASET_FILE, FORMAT, LABELS, Dataset
from ecosystem.problems import Problem, quoted
from ecosystem.rules import did_you_mean
from ecosystem.tables.text import text_of


def _written_date(value: Any) -> Any:
    written = value.isoformat() if type(value) is date else value
    if isinstance(written, str) and not is_date(written):
        raise ValueError("is no date: write YYYY-MM-DD, YYYY-MM or YYYY")
    return written


def _of_kinds(words: Mapping[str, str]) -> Mapping[str, str]:
    for key in words:
        if key not in LABELS:
            raise ValueError(f"has no kind of thing called {quoted(key)}; the kinds are {', '.join(LABELS)}")
    return words


Text = Annotated[str, Field(min_length=1, max_length=10_000)]


class Settings(BaseModel):
    """What `dataset.toml` says: see each field.

    >>> Settings(format=1, id="example", title="Example", as_of="2024-03").dataset.title
    'Example'
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = Field(description="the version of the file format")
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)] = Field(
        description="the dataset's id, which a graph keeps"
    )
    title: Text = Field(description="its title, for people")
    licence: str = Field(default="", description="under what licence it may be used")
    contact: str = Field(default="", description="whom to ask about it")
    as_of: Annotated[str, BeforeValidator(_written_date)] = Field(description="the day looked at when none is named")
    apex: str = Field(default="", description="the id of the whole whose parts are drawn")
    words: Annotated[Mapping[str, Text], AfterValidator(_of_kinds)] = Field(
        default_factory=dict, description="the place's own words for kinds of things"
    )
    expect: Mapping[str, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, description="the least number of rows each table must have"
    )

    @property
    def dataset(self) -> Dataset:
        """The settings as a row of the snapshot; a word stands as `key=word`."""
        words = tuple(f"{key}={word}" for key, word in sorted(self.words.items()))
        return Dataset(
            id=self.id, title=self.title, licence=self.licence, contact=self.contact, as_of=self.as_of,
            apex=self.apex, words=words,
        )  # fmt: skip

    @classmethod
    def of(cls, dataset: Dataset) -> "Settings":
        """Return the settings that a dataset's row was made from."""
        return cls(
            format=FORMAT, id=dataset.id, title=dataset.title, licence=dataset.licence, contact=dataset.contact,
            as_of=dataset.as_of, apex=dataset.apex, words=dataset.own_words,
        )  # fmt: skip

    @property
    def text(self) -> str:
        """The settings as `dataset.toml`."""
        values = self.model_dump()
        lines = [f"{key} = {_toml(value)}" for key, value in values.items() if not isinstance(value, Mapping)]
        for section in ("words", "expect"):
            if values[section]:
                lines += [
                    "",
                    f"[{section}]",
                    *(f"{_toml(key)} = {_toml(item)}" for key, item in values[section].items()),
                ]
        return "\n".join(lines) + "\n"


def _toml(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


UNKNOWN = Dataset(id="unknown", title="unknown", as_of="2000")
"""Stands for a dataset whose settings cannot be read, while its tables are."""


MISSING = Problem(
    "B1", "file not found", f"name the folder of a dataset: the one that holds {DATASET_FILE}", DATASET_FILE
)


def read_settings(data: bytes | None, known: Iterable[Problem] = ()) -> tuple[Settings | None, list[Problem]]:
    """Return the settings, or None with the problems; `data` is None where there is no file that can be read.

    `known` are problems already found with the files: of a file that is there but unreadable nothing more is said.
    """
    if data is None and any(problem.file == DATASET_FILE for problem in known):
        return None, []
    if data is None:
        return None, [MISSING]
    text, problem = text_of(DATASET_FILE, data)
    if problem:
        return None, [problem]
    try:
        return Settings.model_validate(_values(text)), []
    except ValidationError as error:
        return None, list(_invalid(error, text))
    except tomllib.TOMLDecodeError as error:
        return None, [_not_toml(str(error))]


def _values(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in thousands of brackets
        raise tomllib.TOMLDecodeError("a value is too long or too deep") from None


def _not_toml(reason: str) -> Problem:
    place = re.search(r" \(at line (\d+), column (\d+)\)", reason)
    row, column = (int(place[1]), place[2]) if place else (0, "")
    message = f"not valid TOML: {reason[: place.start()] if place else reason}"
    return Problem("B105", message, 'write `key = "text"`, one on a line', DATASET_FILE, row, column)


def _invalid(error: ValidationError, text: str) -> Iterator[Problem]:
    for fault in error.errors(include_input=False, include_context=False, include_url=False):
        key = ".".join(map(str, fault["loc"]))
        code, message, fix = _words(key, fault["type"], fault["msg"])
        yield Problem(code, message, fix, DATASET_FILE, _line_of(str(fault["loc"][-1]), text), key)


def _words(key: str, fault: str, reason: str) -> tuple[str, str, str]:
    if fault == "extra_forbidden":
        fix = did_you_mean(key, Settings.model_fields, f"remove it; the keys are {', '.join(Settings.model_fields)}")
        return "B14", f"unknown key {quoted(key)}", fix
    if fault == "missing":
        return "B105", f"{quoted(key)} is missing", f"add it: {Settings.model_fields[key].description}"
    if key == "format":
        return "B105", "the format is not one this version reads", f"write `format = {FORMAT}`"
    known = _REASONS.get(fault, reason.removeprefix("Value error, ").removeprefix("Input "))
    return "B105", f"{quoted(key)} {known}", "correct the value"


_REASONS = {
    "string_pattern_mismatch": "must be words of a-z and 0-9 joined by hyphens",
    "string_too_short": "is empty",
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number",
}


def _line_of(key: str, text: str) -> int:
    found = re.search(rf"^[ \t]*\"?{re.escape(key)}\"?[ \t]*=", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
