"""The steps of a scenario as values: what is merged, removed, ended or split, and which lines are changed.

Names stand as people write them; what they mean is found when the step is taken.

>>> step_of({"merge": ["North", "South"], "into": "One Trust"})
Merge(bodies=('North', 'South'), into='One Trust')
>>> Split(body="Council", into=("City", "County"), give={"Health Board": ("City",)}).verb
'split'
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from ecosystem.dates import how_to_ask, is_date
from ecosystem.problems import UsageError, quoted
from ecosystem.rules import did_you_mean
from ecosystem.wording import listed

GIVE = "give"
REST = "rest"
"""Stands for everything that is not given otherwise, where a body is split."""


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def _as_text(value: Any) -> Any:
    return value.isoformat() if type(value) is date else value


def _written(day: str) -> str:
    if day and not is_date(day):
        raise ValueError(day)
    return day


LONGEST = 10_000
"""Characters of a name."""

Name = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_several), Field(min_length=1)]
Line = Annotated[tuple[Name, Name, Name], BeforeValidator(_several)]
"""Subject, relation and object; the relation by its name or in words, as “reports to”."""


class _Step(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)

    verb: ClassVar[str]
    form: ClassVar[str]

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return ()

    @property
    def brings(self) -> tuple[str, ...]:
        """The names that are new where nothing is called so."""
        return ()


class Merge(_Step):
    """Bodies become one, a new one or one that is there."""

    verb = "merge"
    form = "--merge BODY BODY… --into BODY"

    bodies: Names = Field(alias="merge", description="the bodies that become one")
    into: Name = Field(description="the body they merge into: one that is there, or a new name")

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return self.bodies

    @property
    def brings(self) -> tuple[str, ...]:
        """The names that are new where nothing is called so."""
        return (self.into,)


class Remove(_Step):
    """Bodies are struck from the record with all that is said of them, as if they had never been."""

    verb = "remove"
    form = "--remove BODY…"

    bodies: Names = Field(alias="remove", description="the bodies struck from the record")

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return self.bodies


class End(_Step):
    """Bodies end; a blank day is the one before that looked at."""

    verb = "end"
    form = "--end BODY… [--on DAY]"

    bodies: Names = Field(alias="end", description="the bodies that end")
    on: Annotated[str, BeforeValidator(_as_text), AfterValidator(_written)] = Field(
        default="", description="their last day"
    )

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return self.bodies


class Split(_Step):
    """A body becomes several; `give` says which of them goes on with what it shares with another."""

    verb = "split"
    form = "--split BODY --into BODY BODY… [--give OTHER… BODY]"

    body: Name = Field(alias="split", description="the body that is split")
    into: Annotated[tuple[Name, ...], BeforeValidator(_several), Field(min_length=2)] = Field(
        description="the bodies it is split into, two or more"
    )
    give: Mapping[Name, Names] = Field(
        default_factory=dict, description="by the other end of a tie, or rest, which of them goes on with it"
    )

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return (self.body, *(other for other in self.give if other != REST))

    @property
    def brings(self) -> tuple[str, ...]:
        """The names that are new where nothing is called so."""
        return self.into


class AddLine(_Step):
    """One formal connection more."""

    verb = "add-line"
    form = "--add-line SUBJECT RELATION OBJECT"

    line: Line = Field(alias="add-line", description="subject, relation and object")

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return (self.line[0], self.line[2])


class RemoveLine(_Step):
    """One formal connection less."""

    verb = "remove-line"
    form = "--remove-line SUBJECT RELATION OBJECT"

    line: Line = Field(alias="remove-line", description="subject, relation and object")

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return (self.line[0], self.line[2])


class RedirectLine(_Step):
    """A formal connection leads to another object."""

    verb = "redirect-line"
    form = "--redirect-line SUBJECT RELATION OBJECT --to OBJECT"

    line: Line = Field(alias="redirect-line", description="subject, relation and object as they are")
    to: Name = Field(description="the object in the place of the old one")

    @property
    def named(self) -> tuple[str, ...]:
        """The names that must be there already."""
        return (self.line[0], self.line[2], self.to)


Step = Merge | Remove | End | Split | AddLine | RemoveLine | RedirectLine

STEPS: Mapping[str, type[Step]] = {
    kind.verb: kind for kind in (Merge, Remove, End, Split, AddLine, RemoveLine, RedirectLine)
}
"""The kinds of step by the word that a file, or with two hyphens a command, has for them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one value of a step, under which key, the remedy, and whether no step has such a key.

    `within` is the key inside that value, where it is a table of its own.
    """

    key: str
    message: str
    fix: str
    is_unknown: bool = False
    within: str = ""


def step_of(values: Mapping[str, object]) -> Step:
    """Return the step that values give; `ValueError` where they give none, see `faults_of`."""
    kind = next((STEPS[verb] for verb in STEPS if verb in values), None)
    if kind is None:
        raise ValueError(values)
    return kind.model_validate(dict(values))


def steps_of(tables: Sequence[Mapping[str, object]]) -> tuple[Step, ...]:
    """Return the steps that values give, in order; `UsageError` with everything that is wrong with them."""
    faults = [(number, fault) for number, values in enumerate(tables, 1) for fault in faults_of(values)]
    if faults:
        number, last = faults[-1]
        lines = [f"step {one}: {fault.message}\n  fix: {fault.fix}" for one, fault in faults[:-1]]
        raise UsageError("\n".join([*lines, f"step {number}: {last.message}"]), fix=last.fix)
    return tuple(map(step_of, tables))


def faults_of(values: Mapping[str, object]) -> list[Fault]:
    """Return everything that is wrong with the values of a step; empty where they give one.

    >>> [fault.message for fault in faults_of({"merge": ["A"], "on": "2018"})]
    ['`into` is missing', '`on` does not belong to `merge`']
    """
    verbs = [verb for verb in STEPS if verb in values]
    if len(verbs) != 1:
        message = f"{' and '.join(map(quoted, verbs))} are two steps" if verbs else "the step does not say what is done"
        key, one_of = next(iter(verbs or values), ""), f"give one of {', '.join(map(quoted, STEPS))}"
        return [Fault(key, message, one_of if verbs else did_you_mean(key, STEPS, one_of))]
    kind = STEPS[verbs[0]]
    try:
        return _given_to_others(kind.model_validate(dict(values)))
    except ValidationError as error:
        found = error.errors(include_context=False, include_url=False)
        return list(dict.fromkeys(_fault(kind, each) for each in found))


def _given_to_others(step: Step) -> list[Fault]:
    """Return the faults of a split that says who goes on with one of its own parts."""
    parts = [other for other in step.give if other in step.into] if isinstance(step, Split) else []
    fix = f"name with whom something was shared, or {quoted(REST)}, and the part that goes on with it last"
    return [Fault(GIVE, f"{quoted(part)} is one of the parts itself", fix, within=part) for part in parts]


def _fault(kind: type[Step], error: ErrorDetails) -> Fault:
    key, *within = map(str, error["loc"])
    fault, value = error["type"], error["input"]
    fields = {field.alias or name: field for name, field in kind.model_fields.items()}
    if fault == "extra_forbidden":
        takes = f"leave it out; {quoted(kind.verb)} takes {', '.join(fields)}"
        return Fault(
            key,
            f"{quoted(key)} does not belong to {quoted(kind.verb)}",
            did_you_mean(key, fields, takes),
            is_unknown=True,
        )
    described = fields[key].description if key in fields else kind.form
    if fault == "missing" and not within:
        return Fault(key, f"{quoted(key)} is missing", f"add it: {described}")
    if fault == "value_error":
        return Fault(key, f"{quoted(key)} is {quoted(value)}, and that is no date", how_to_ask(str(value)))
    said = _not_one_text(value) if fault == "string_type" else _REASONS.get(fault, error["msg"].removeprefix("Input "))
    inner = within[0] if key == GIVE and within else ""
    of = f" of {quoted(inner)}" if inner else ""
    return Fault(key, f"{quoted(key)}{of} {said}", f"give {described}", within=inner)


def _not_one_text(value: object) -> str:
    match value:
        case []:
            return "has nothing after it"
        case [*several]:
            return f"takes one only, and is given {listed(map(quoted, several))}"
        case _:
            return f"must be text in quotes, and is {quoted(value)}"


_NOT_THREE = "is not three: subject, relation and object"
_REASONS = {
    "string_too_short": "is empty",
    "string_too_long": f"is longer than {LONGEST:,} characters",
    "too_short": "names too few",
    "tuple_type": "must be a list of texts in quotes",
    "too_long": _NOT_THREE,
    "missing": _NOT_THREE,
    "dict_type": "must say who goes on with what",
}
