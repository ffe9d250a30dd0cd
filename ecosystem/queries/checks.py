"""What is known of a query without a database: it fits its header and the model, it is ordered, and it only reads."""

import re
from collections.abc import Iterator

from rapidfuzz import process

from ecosystem.model import CALLED, DERIVED, LABELS, RELATIONS, Dataset, Entity, Fact, Source, Statement, columns
from ecosystem.problems import Problem, quoted
from ecosystem.queries.header import Header
from ecosystem.queries.text import code_of, line_of, outermost, split_outermost

GRAPH_LABELS = (*LABELS, "Entity", "Body", "Statement", "Dataset")
GRAPH_RELATIONS = (*RELATIONS, "ABOUT")
NODE_PROPERTIES = frozenset(
    {*columns(Entity), *columns(Source), *columns(Statement), *columns(Dataset), *DERIVED, CALLED}
    | {"revision", "digest", "format"}
) - {"label", "subject"}
FACT_PROPERTIES = (frozenset(columns(Fact)) | frozenset(DERIVED)) - {"subject", "relation", "object"}

_WRITES = re.compile(
    r"(?<![.:$\w])(CREATE|MERGE|SET|REMOVE|DELETE|DETACH|FOREACH|DROP|ALTER|RENAME|GRANT|DENY|REVOKE|TERMINATE|INSERT"
    r"|LOAD\s+CSV|USE|SHOW|START|STOP|PROFILE|EXPLAIN|CALL(?!\s*[({]))\b(?!\s*:)",
    re.IGNORECASE,
)
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_NAMED = re.compile(r"(?<=[\w()\[\s]):\s*(!?[A-Z]\w*(?:\s*[|&:]\s*!?[A-Z]\w*)*)")
_RELATION_VARIABLE = re.compile(r"-\[\s*([a-z]\w*)")
_NODE_VARIABLE = re.compile(r"\(\s*([a-z]\w*)\s*[:){]")
_PROPERTY = re.compile(r"(?<![.\w$])([a-z]\w*)\.([a-z]\w*)(?!\w|\s*\()")
_PATTERN_MAP = re.compile(r"[(\[][\w\s:|&]*\{([^{}]*)\}\s*[)\]]")
_KEY = re.compile(r"([a-z]\w*)\s*:")
_ORDER = re.compile(r"\s*ORDER\s+BY\b(.*?)(?=\bSKIP\b|\bLIMIT\b|;|\Z)", re.DOTALL | re.IGNORECASE)
_RETURN = re.compile(
    r"\bRETURN\b(?:\s+DISTINCT\b)?(.*?)(?=\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b|\bUNION\b|;|\Z)", re.DOTALL | re.IGNORECASE
)


def problems_of(text: str, header: Header, file: str) -> list[Problem]:
    """Return every problem of a query's text, by line: header against text, names against the model, and safety."""
    code = code_of(text)
    found = (*_writes(code), *_parameters(code, header), *_returned(code, header), *_names(code), *_properties(code))
    return [
        Problem(rule, message, fix=fix, file=file, row=line_of(text, position))
        for rule, position, message, fix in found
    ]


Finding = tuple[str, int, str, str]


def _writes(code: str) -> Iterator[Finding]:
    for found in _WRITES.finditer(code):
        yield "Q3", found.start(), f"{quoted(found[1].upper())} does more than read", "write a query that only reads"
    if ";" in code.rstrip().removesuffix(";"):
        yield "Q3", code.index(";"), "more than one statement", "write one statement in each file"


def _parameters(code: str, header: Header) -> Iterator[Finding]:
    declared = {parameter.name for parameter in header.parameters}
    used = {found[1]: found.start() for found in _PARAMETER.finditer(code)}
    for name in sorted(used.keys() - declared):
        yield "Q4", used[name], f"{quoted('$' + name)} is not declared", f"add `@param {name}:kind  description`"
    for name in sorted(declared - used.keys()):
        yield "Q4", 0, f"`@param {name}` is not used", "use it or take it out"


def _returned(code: str, header: Header) -> Iterator[Finding]:
    outer = outermost(code)
    returns = list(_RETURN.finditer(outer))
    if not returns:
        yield "Q5", 0, "nothing is returned", "end with RETURN … ORDER BY …"
        return
    start, end = returns[-1].span(1)
    names = tuple(part.split()[-1] for part in split_outermost(code[start:end], ",") if part.strip())
    declared = tuple(column.name for column in header.returns)
    if names != declared:
        yield "Q5", start, f"returns {', '.join(names)}; the header says {', '.join(declared)}", "make the two agree"
    order = _ORDER.match(outer, end)
    if order is None:
        yield "Q6", start, "the answer has no order", "end with ORDER BY"
    elif unknown := [key.strip() for key in order[1].split(",") if not key.split() or key.split()[0] not in declared]:
        yield "Q6", end, f"is ordered by {', '.join(unknown)}", "order by columns that are returned"


def _names(code: str) -> Iterator[Finding]:
    for found in _NAMED.finditer(code):
        opened = _bracket_around(code, found.start())
        in_relation = opened >= 0 and code[opened] == "[" and code[:opened].rstrip().endswith("-")
        known, what = (GRAPH_RELATIONS, "relation") if in_relation else (GRAPH_LABELS, "label")
        for name in re.findall(r"\w+", found[1]):
            if name not in known:
                yield "Q7", found.start(), f"unknown {what} {quoted(name)}", _nearest(name, known)


def _bracket_around(code: str, position: int) -> int:
    depth = 0
    for place in range(position - 1, -1, -1):
        depth += (code[place] in ")]}") - (code[place] in "([{")
        if depth < 0:
            return place
    return -1


def _properties(code: str) -> Iterator[Finding]:
    relations = set(_RELATION_VARIABLE.findall(code))
    nodes = set(_NODE_VARIABLE.findall(code)) - relations
    for found in _PROPERTY.finditer(code):
        known = FACT_PROPERTIES if found[1] in relations else NODE_PROPERTIES
        if found[1] not in relations | nodes:
            known = FACT_PROPERTIES | NODE_PROPERTIES
        if found[2] not in known:
            yield "Q8", found.start(), f"unknown property {quoted(found[0])}", _nearest(found[2], tuple(known))
    for pattern in _PATTERN_MAP.finditer(code):
        for key in _KEY.findall(pattern[1]):
            if key not in NODE_PROPERTIES | FACT_PROPERTIES:
                yield "Q8", pattern.start(1), f"unknown property {quoted(key)}", _nearest(key, tuple(NODE_PROPERTIES))


def _nearest(name: str, known: tuple[str, ...]) -> str:
    match = process.extractOne(name, sorted(known))
    return f"did you mean `{match[0]}`?" if match else "use a name of the model"
