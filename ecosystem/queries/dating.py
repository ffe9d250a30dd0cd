"""Whether a query looks at the dates of the relationships it follows: without them, what has ended counts too.

Every relationship between entities is dated. What is judged is the text: the variable of a pattern, and whether a date
of it is mentioned anywhere. A date read through a name that no pattern gives, such as an alias, or `each` in
`all(each IN parts WHERE …)`, may be of any of them; then nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.model import DERIVED, LABELS, RELATIONS
from ecosystem.queries.text import code_of

DATES = frozenset(DERIVED) | {"start_date", "end_date", "evidence_date"}
OF_ENTITIES = frozenset(LABELS) | {"Entity", "Body"}
"""The labels of nodes between which relationships are dated."""

LONGEST_NODE = 500
"""Characters before a line in which the node at its end is looked for."""

_NAME = r"[^\W\d]\w*"
_DATE = "|".join(sorted(DATES))
_LINE = re.compile(r"-\s*\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\s*-|-->|<--|(?<=\))\s*--\s*(?=\()")
_INSIDE = re.compile(
    rf"\s*(?P<variable>{_NAME})?\s*(?::(?P<types>[^*{{]*?))?\s*(?P<length>\*[\d.\s]*)?"
    r"\s*(?P<more>\{.*\}|\$\w+|WHERE\b.*)?\s*",
    re.DOTALL | re.IGNORECASE,
)
_READ = re.compile(rf"(?<![\w.$])({_NAME})\s*\.\s*(?:{_DATE})\b")
_KEY = re.compile(rf"\b(?:{_DATE})\s*:")
_ANY_TYPE = re.compile(r"[!%$]")
_NODE = re.compile(rf"(?<!\w)\(\s*({_NAME})?\s*:\s*([^(){{]*)|(?<!\w)\(\s*({_NAME})\s*[){{]")
_BEFORE = re.compile(rf"\(\s*({_NAME})?\s*(?::\s*([^(){{]*))?(?:\{{[^{{}}]*\}}\s*)?\)\s*<?\s*\Z")
_AFTER = re.compile(rf"\s*>?\s*\(\s*({_NAME})?\s*(?::\s*([^(){{]*))?")
_TIMES = r"\s*(?:[+*]|\{[\d,\s]+\})"
_REPETITION = re.compile(rf"\){_TIMES}")
_REPEATED_LINE = re.compile(rf"\s*>?{_TIMES}")


@dataclass(frozen=True, slots=True)
class Followed:
    """A dated relationship of a pattern: variable, types and length as written, each blank where there is none.

    With `repeated`, it or the pattern around it is followed several times.
    """

    variable: str
    types: str = ""
    length: str = ""
    repeated: bool = False

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations it may be of; none where it may be of any."""
        return tuple(name for name in re.findall(r"\w+", self.types) if name in RELATIONS)

    def written(self, variable: str) -> str:
        """Return it as a pattern writes it, under a variable's name."""
        return f"-[{variable}{f':{self.types}' if self.types else ''}{self.length}]-"

    def condition(self, variable: str) -> str:
        """Return the condition that it held on the day `$as_of`; a variable that is followed several times is a list.

        >>> Followed("r", "PART_OF", "*").condition("r")
        'all(each IN r WHERE each.holds_from <= $as_of <= each.holds_until)'
        """
        if self.length or self.repeated:
            return f"all(each IN {variable} WHERE {Followed('each').condition('each')})"
        return f"{variable}.holds_from <= $as_of <= {variable}.holds_until"


def undated(text: str) -> list[Followed]:
    """Return the relationships that a query follows without looking at their dates, in the order of its text.

    >>> undated("MATCH (a)-[r:MEMBER_OF]->(b)-[s:OWNS]->(c) WHERE r.holds_from <= $as_of <= r.holds_until RETURN a, c")
    [Followed(variable='s', types='OWNS', length='', repeated=False)]
    """
    code = code_of(text)
    followed = list(dict.fromkeys(_followed(text, code)))
    read = {found[1] for found in _READ.finditer(code)}
    patterns = {each.variable for each in followed} | {found[1] or found[3] for found in _NODE.finditer(code)}
    return [] if read - patterns else [each for each in followed if each.variable not in read]


def _followed(text: str, code: str) -> Iterator[Followed]:
    labels = {found[1]: found[2] for found in _NODE.finditer(code) if found[1]}
    for line in _LINE.finditer(code):
        inside = _INSIDE.fullmatch(" ".join((line[1] or "").split()))
        if inside is None or "`" in text[line.start() : line.end()] or _KEY.search(inside["more"] or ""):
            continue
        found = Followed(
            inside["variable"] or "",
            (inside["types"] or "").strip(),
            (inside["length"] or "").strip(),
            repeated=_is_repeated(code, line.end()),
        )
        if found.relations or _ANY_TYPE.search(found.types) or (not found.types and _joins(code, line, labels)):
            yield found


def _joins(code: str, line: re.Match[str], labels: dict[str, str]) -> bool:
    """Tell whether a line without a type may join two entities: neither end is said to be something else."""
    ends = (_BEFORE.search(code, max(line.start() - LONGEST_NODE, 0), line.start()), _AFTER.match(code, line.end()))
    said = (labels.get(end[1] or "", "") if end[2] is None else end[2] for end in ends if end)
    return all(OF_ENTITIES & names for each in said if (names := set(re.findall(r"\w+", each))))


def _is_repeated(code: str, position: int) -> bool:
    """Tell whether the line that ends at a place of the code, or the brackets around it, are repeated.

    >>> _is_repeated("(a)-[r]->+(b)", 8), _is_repeated("((a)-[r]->(b)){1,3}", 9), _is_repeated("(a)-[r]->(b)", 8)
    (True, True, False)
    """
    if _REPEATED_LINE.match(code, position):
        return True
    depth = 0
    for place in range(position, len(code)):
        depth += (code[place] in "([{") - (code[place] in ")]}")
        if depth < 0:
            return bool(_REPETITION.match(code, place))
    return False


def advice(text: str) -> str:
    """Return what a query follows without looking at its dates, and the condition to add; blank where there is none.

    >>> print(advice("MATCH (a)-[:HOLDS]->(b) RETURN a").partition(": ")[2])
    for one day, write -[fact:HOLDS]- and add the condition fact.holds_from <= $as_of <= fact.holds_until
    """
    found = undated(text)
    if not found:
        return ""
    relations = " and ".join(dict.fromkeys(name for each in found for name in each.relations)) or "relationships"
    names = list(_names(found, text))
    anonymous = [each.written(name) for name, each in zip(names, found, strict=True) if not each.variable]
    writing = f"write {', '.join(anonymous)} and " if anonymous else ""
    conditions = " AND ".join(dict.fromkeys(each.condition(name) for name, each in zip(names, found, strict=True)))
    return (
        f"no date of {relations} is looked at, so what has ended, or not yet begun, counts too: for one day,"
        f" {writing}add the condition {conditions}"
    )


def _names(found: list[Followed], text: str) -> Iterator[str]:
    """Yield the variable of each, for those without one a name that the text does not use."""
    free = (name for number in range(1, len(text)) if (name := f"fact{number if number > 1 else ''}") not in text)
    return (each.variable or next(free) for each in found)
