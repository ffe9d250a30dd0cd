"""What a query may do: an allow-list of the operators in Neo4j's own plan for it.

READ access refuses writes, but not reading files, users or settings, nor ending other people's transactions; the plan
names each of these. An operator that is on no list is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import ResultSummary

from ecosystem.problems import Refused, UsageError, quoted
from ecosystem.queries.text import code_of, unescaped
from ecosystem.store.failures import WRITE_THE_FILES

PROCEDURES = frozenset(
    {
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.labels",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
"""Procedures that only tell what is in the graph."""

FUNCTIONS = frozenset(
    {"date", "datetime", "db", "duration", "localdatetime", "localtime", "point", "time", "vector.similarity"}
)
"""Where the functions with a dot in their name lie that only work on values; others come with plugins of a server."""

_QUOTED = "\uffdc"
"""A letter that nobody writes: names in quotes are made of it."""

_WORD = rf"(?:{_QUOTED}+|[^\W{_QUOTED}]+)"
_CHAIN = re.compile(rf"{_WORD}(?:\s*\.\s*{_WORD})*")
"""Names with dots between them. It matches at every word, so that no text is looked at twice."""

_PLAIN_NAME = re.compile(r"(`?)\w+\1(?:\s*\.\s*(`?)\w+\2)*")
_BRACKET = re.compile(r"\s*\(")
_BEFORE = re.compile(r"\s*(?:(?:CYPHER|[\d.]+|\w+\s*=\s*\w+)\s+)*(EXPLAIN|PROFILE)\b", re.IGNORECASE)
"""What may stand before a query and changes what becomes of it."""

_SIGN = re.compile(rf"{_WORD}|[^\w\s]")
_BEFORE_A_NAME = """
    . : , $ | & ! = < > + - * / % ^ ~ ( [ AND AS BY CASE CONTAINS ELSE IN NOT OR RETURN THEN UNWIND WHEN WHERE WITH XOR
"""
_USE_IS_A_NAME = frozenset(_BEFORE_A_NAME.split())
"""What stands before `use` where it is the name of a property, a label or a variable and begins no clause."""

_READING = """
    Anti AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker BFSPruningVarExpand CacheProperties
    CartesianProduct ConditionalApply Distinct DynamicLabelNodeLookup Eager EagerAggregation EmptyResult EmptyRow
    ExhaustiveLimit Expand Filter LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit
    NodeCountFromCountStore NonFuseable NonPipelined NonPipelinedStreaming NullifyMetadata Optional OptionalExpand
    OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop Prober ProduceResults ProjectEndpoints
    Projection PruningVarExpand RelationshipCountFromCountStore Repeat RepeatOptions RollUpApply SelectOrAntiSemiApply
    SelectOrSemiApply SemiApply ShortestPath SimulatedFilter Skip Sort StatefulShortestPath Top Top1WithTies Trail
    TriadicBuild TriadicFilter TriadicSelection Union Unwind VarLengthExpand
"""
OPERATORS = frozenset(_READING.split())
"""Operators that read the graph and work on rows."""

_SCANS = re.compile(r"\w*(?:Scan|Seek|SeekByRange)|\w*HashJoin")


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator of a plan, and the details Neo4j gives of it."""

    name: str
    details: str


@dataclass(frozen=True, slots=True)
class Notification:
    """What Neo4j remarks on a query: a GQL status such as `01N51`, and the remark."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What a query would do: its type (`r`, `w`, `rw` or `s`), the operators of its plan, and remarks."""

    query_type: str
    operators: tuple[Operator, ...]
    notifications: tuple[Notification, ...]


def explained(summary: ResultSummary) -> Explained:
    """Return what the summary of an `EXPLAIN` says."""
    remarks = (Notification(each.gql_status, each.status_description) for each in summary.gql_status_objects)
    return Explained(
        query_type=summary.query_type or "",
        operators=tuple(_operators(summary.plan or {})),
        notifications=tuple(remark for remark in remarks if not remark.code.startswith("00")),
    )


def _operators(plan: Mapping[str, Any]) -> Iterator[Operator]:
    if "operatorType" in plan:
        name = re.match(r"\w+", str(plan["operatorType"]))
        yield Operator(name[0] if name else "", str(plan.get("args", {}).get("Details", "")))
    for child in plan.get("children", ()):
        yield from _operators(child)


def check_text(query: str) -> None:
    """Refuse a query that is not to be run but explained or profiled, or run elsewhere, or that calls a plugin.

    A plan tells which procedures a query calls, and not what its functions do. `UsageError` where there is none.

    >>> check_text("CALL db.labels() YIELD label RETURN date.truncate('year', date()), label")
    """
    for text in (query, unescaped(query)):
        if not code_of(text, filling=_QUOTED).strip():
            raise UsageError("there is no query in the text", fix="write one, such as `MATCH (n) RETURN count(n)`")
        _check_way(code_of(text, filling=_QUOTED))
        _check_calls(text)


def _check_way(code: str) -> None:
    """Refuse code that says how it is to be run."""
    before = _BEFORE.match(code)
    if before or _has_use(code):
        word = before[1].upper() if before else "USE"
        raise Refused(
            f"{quoted(word)} is not allowed here", fix="ask the query itself; NEO4J_DATABASE names a database"
        )


def _has_use(code: str) -> bool:
    """Tell whether a clause `USE`, which names a graph, stands anywhere."""
    signs = ["", *_SIGN.findall(code), ""]
    return any(
        word.upper() == "USE" and before.upper() not in _USE_IS_A_NAME and re.match(r"[\w(]", after)
        for before, word, after in zip(signs, signs[1:], signs[2:], strict=False)
    )


def _check_calls(text: str) -> None:
    """Refuse text that calls what is on neither list."""
    for written in _called(text):
        name = re.sub(r"[\s`]", "", written)
        own = name in PROCEDURES or name.lower().rpartition(".")[0] in FUNCTIONS  # as Neo4j compares either
        if not (own and _PLAIN_NAME.fullmatch(written)):
            raise _not_allowed(written)


def _called(text: str) -> Iterator[str]:
    """Yield every name that is called and has a dot or stands in quotes, as it is written."""
    code, before = code_of(text, filling=_QUOTED), ""
    for found in _CHAIN.finditer(code):
        dotted = "." in found[0]
        if (dotted and before == "CALL") or ((dotted or _QUOTED in found[0]) and _BRACKET.match(code, found.end())):
            yield text[found.start() : found.end()]
        before = found[0].upper()


def _not_allowed(name: str) -> Refused:
    own = f"use Cypher's own functions; the procedures allowed are {', '.join(sorted(PROCEDURES))}"
    return Refused(f"{quoted(name)} is not allowed here", fix=own)


def check_run(summary: ResultSummary) -> None:
    """Refuse the answer to a query that was, for all that its text shows, not run but explained or profiled."""
    if summary.plan or summary.profile:
        raise Refused("this query was explained, not run", fix="ask the query itself")


def check(found: Explained) -> None:
    """Refuse a query that does more than read the graph."""
    if found.query_type != "r":
        raise Refused("this query does more than read; only reading is allowed here", fix=WRITE_THE_FILES)
    for operator in found.operators:
        _check_operator(operator)


def _check_operator(operator: Operator) -> None:
    if operator.name == "ProcedureCall":
        name = operator.details.partition("(")[0].strip()
        if name not in PROCEDURES:
            raise _not_allowed(name)
    elif operator.name not in OPERATORS and not _SCANS.fullmatch(operator.name):
        raise Refused(
            f"this query does more than read the graph ({quoted(operator.name)})",
            fix="ask only for nodes and relationships of the graph",
        )
