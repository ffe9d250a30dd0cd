"""Whether a query looks at the dates of the relationships it follows: without them, what has ended counts too.

Every relationship between entities is dated. What is judged is the text: the variable of a pattern, and whether a date
of it is mentioned, other than to be handed back. A date read through a name that no pattern gives, such as an alias, or
`each` in `all(each IN parts WHERE …)`, may be of any of them; then nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ecosystem.model import DERIVED, LABELS, RELATIONS
from ecosystem.queries.places import Pattern, Place, patterns
from ecosystem.queries.text import code_of, outermost, split_outermost
from ecosystem.snapshot import grouped

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
_ANSWER = re.compile(r"\bRETURN\b(.*?)(?=\bUNION\b|\Z)", re.DOTALL | re.IGNORECASE)
_CONDITION = re.compile(r"<(?!-)|(?<!-)>|=|\b(?:IS|IN|WHERE)\b", re.IGNORECASE)
_TIMES = r"\s*(?:[+*]|\{[\d,\s]+\})"
_REPETITION = re.compile(rf"\){_TIMES}")
_FUNCTION = re.compile(r"\Aexists\s*\(\s*(\(.*\))\s*\)\Z", re.IGNORECASE | re.DOTALL)
_REPEATED_LINE = re.compile(rf"\s*>?{_TIMES}")


@dataclass(frozen=True, slots=True)
class Followed:
    """A dated relationship of a pattern: variable, types and length as written, each blank where there is none.

    With `repeated`, it or the pattern around it is followed several times. `place` is where its pattern stands; of a
    pattern that is a condition, `pattern` is the text, in which it goes from `start` to `end`.
    """

    variable: str
    types: str = ""
    length: str = ""
    repeated: bool = False
    place: Place = field(default=Place.CLAUSE, repr=False)
    pattern: str = field(default="", repr=False)
    start: int = field(default=0, repr=False)
    end: int = field(default=0, repr=False)

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
    read = {found[1] for found in _READ.finditer(_looked_at(code))}
    named = {each.variable for each in followed} | {found[1] or found[3] for found in _NODE.finditer(code)}
    return [] if read - named else [each for each in followed if each.variable not in read]


def _looked_at(code: str) -> str:
    """Return the code with what is only handed back blanked, every other character where it was.

    >>> _looked_at("MATCH (a)-[r:OWNS]->(b) RETURN a, r.last_seen, r.end_date IS NULL AS now")
    'MATCH (a)-[r:OWNS]->(b) RETURN  ,            , r.end_date IS NULL AS now'
    """
    for found in _ANSWER.finditer(outermost(code)):
        start, end = found.span(1)
        items = (item if _CONDITION.search(item) else " " * len(item) for item in split_outermost(code[start:end], ","))
        code = code[:start] + ",".join(items) + code[end:]
    return code


def _followed(text: str, code: str) -> Iterator[Followed]:
    labels = {found[1]: found[2] for found in _NODE.finditer(code) if found[1]}
    standing = iter(patterns(code))
    pattern = next(standing, None)
    for line in _LINE.finditer(code):
        while pattern is not None and pattern.end <= line.start():
            pattern = next(standing, None)
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
            yield _standing(found, text, line, pattern)


def _standing(found: Followed, text: str, line: re.Match[str], pattern: Pattern | None) -> Followed:
    """Return what a line follows with where it stands; a name in a condition is that of another pattern."""
    if pattern is None or not pattern.holds(line.start()):
        return found
    if pattern.place is not Place.CONDITION:
        return replace(found, place=pattern.place)
    if found.variable:
        return found
    start, end = line.start() - pattern.start, line.end() - pattern.start
    return replace(found, place=pattern.place, pattern=text[pattern.start : pattern.end], start=start, end=end)


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
    named = list(zip(_names(found, text), found, strict=True))
    groups = grouped((each.pattern or each.place, (name, each)) for name, each in named)
    return (
        f"no condition is on a date of {relations}, so what has ended, or not yet begun, counts too: for one day,"
        f" {'; '.join(map(_advised, groups.values()))}"
    )


Named = tuple[str, Followed]


def _advised(named: Sequence[Named]) -> str:
    """Return what to write for relationships that stand in one kind of place, or in one condition."""
    conditions = " AND ".join(dict.fromkeys(each.condition(name) for name, each in named))
    place = named[0][1].place
    if place is Place.CONDITION:
        pattern = named[0][1].pattern
        return (
            f"instead of {_one_line(pattern)} write EXISTS {{ MATCH {_rewritten(pattern, named)} WHERE {conditions} }}"
        )
    anonymous = [each.written(name) for name, each in named if not each.variable]
    writing = f"write {', '.join(anonymous)} and " if anonymous else ""
    within = "" if place is Place.CLAUSE else f", within the same {place},"
    return f"{writing}add{within} the condition {conditions}"


def _rewritten(pattern: str, named: Sequence[Named]) -> str:
    """Return a condition's pattern with names for what it follows, and without the old function around it."""
    for name, each in reversed(named):
        line = pattern[each.start : each.end]
        pattern = pattern[: each.start] + _with_name(line, name) + pattern[each.end :]
    return _one_line(_FUNCTION.sub(r"\1", pattern))


def _with_name(line: str, name: str) -> str:
    """Return a line of a pattern with a name.

    >>> _with_name("-[:HOLDS]-", "held"), _with_name("-->", "r"), _with_name("<--", "r")
    ('-[held:HOLDS]-', '-[r]->', '<-[r]-')
    """
    before, bracket, rest = line.partition("[")
    return f"{before}[{name}{rest.lstrip()}" if bracket else line.replace("--", f"-[{name}]-")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _names(found: list[Followed], text: str) -> Iterator[str]:
    """Yield the variable of each, for those without one a name that the text does not use."""
    free = (name for number in range(1, len(text)) if (name := f"fact{number if number > 1 else ''}") not in text)
    return (each.variable or next(free) for each in found)
