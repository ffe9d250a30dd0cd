"""Names in a query that find nothing: of what the graph has not, and of a body by one of its several names.

Neo4j answers both without a row and without an error; of the first it remarks that the name does not exist.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ecosystem.model import CALLED, ROW_TYPES, columns
from ecosystem.problems import quoted
from ecosystem.queries.checks import FACT_PROPERTIES, GRAPH_LABELS, GRAPH_RELATIONS, NODE_PROPERTIES
from ecosystem.queries.text import code_of

NEAR_ENOUGH = 60.0
"""The least likeness, of 100, at which a name of the model is offered."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of name that Neo4j may not know: what it is called here, the names the model has, those also in use."""

    called: str
    known: frozenset[str]
    also: frozenset[str] = frozenset()


KINDS: Mapping[str, Kind] = {
    "01N50": Kind("label", frozenset(GRAPH_LABELS), frozenset({"Identifier", "Code", "Retired", "Import", "PlanPart"})),
    "01N51": Kind("relation", frozenset(GRAPH_RELATIONS), frozenset({"IDENTIFIES", "KEEPS"})),
    "01N52": Kind(
        "property",
        NODE_PROPERTIES | FACT_PROPERTIES,
        frozenset({"blank_basis", *(name for row in ROW_TYPES for name in columns(row))}),
    ),
}
"""The kinds of unknown names, by the GQL status of the remark on one."""

_UNKNOWN = re.compile(r"The (?:label|relationship type|property) `(.+?)` does not exist")
_NAME = r"\b(short_name|name|aliases)\s*"
_COMPARED = re.compile(
    rf"\.\s*{_NAME}(?:=|(?:CONTAINS|STARTS\s+WITH|ENDS\s+WITH|IN)\b)|\(\s*[\w:][\w\s:|&]*\{{[^{{}}]*?{_NAME}:"
    r"|\bIN\s+\w+\s*\.\s*(aliases)\b",
    re.IGNORECASE,
)


def unknown_names(remarks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what to say of the names that the graph has not, each once, from the codes and texts of Neo4j's remarks.

    Names of the model are left aside: that there is no such row in a graph is an answer.

    >>> list(unknown_names([("01N50", "warn: label does not exist. The label `Borad` does not exist. Verify …")]))
    ['the graph has no label `Borad`; did you mean `Board`?']
    """
    for code, text in dict.fromkeys(remarks):
        kind, found = KINDS.get(code), _UNKNOWN.search(text)
        if kind and found and found[1] not in kind.known | kind.also:
            yield f"the graph has no {kind.called} {quoted(found[1])}; {_offer(found[1], kind)}"


def _offer(name: str, kind: Kind) -> str:
    near = process.extractOne(
        name, sorted(kind.known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=NEAR_ENOUGH
    )
    return f"did you mean `{near[0]}`?" if near else "`ecosystem schema` lists what it has."


def one_name_only(query: str) -> str:
    """Return what to say of a query that found nothing by one of the names of a body; blank where it has no such thing.

    >>> one_name_only("MATCH (b:Body {short_name: $n}) RETURN b.name").partition(";")[0]
    'the query looks at `short_name` only, and a body has several names'
    """
    found = _COMPARED.search(code_of(query))
    if found is None:
        return ""
    name = quoted(found[1] or found[2] or found[3])
    return (
        f"the query looks at {name} only, and a body has several names; all of them stand, without capitals, accents"
        f" and punctuation, in `{CALLED}`: WHERE toLower($name) IN b.{CALLED}"
    )
