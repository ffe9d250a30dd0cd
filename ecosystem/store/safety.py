"""What a query may do: an allow-list of the operators in Neo4j's own plan for it.

READ access refuses writes, but not reading files, users or settings, nor ending other people's transactions; the plan
names each of these. An operator that is on no list is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import ResultSummary

from ecosystem.problems import Refused, quoted
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

_DOTTED = r"\w+(?:\s*\.\s*\w+)+"
_CALLED = re.compile(rf"\bCALL\s+({_DOTTED})|({_DOTTED}|{_QUOTED}+)(?=\s*\()", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(?:CYPHER\s+(?:[\d.]+\s+)?(?:\w+\s*=\s*\w+\s+)*)?(EXPLAIN|PROFILE|USE)\b", re.IGNORECASE)
"""What may stand before a query and changes what becomes of it."""

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

    A plan tells which procedures a query calls, and not what its functions do.

    >>> check_text("CALL db.labels() YIELD label RETURN date.truncate('year', date()), label")
    """
    if before := _BEFORE.match(code_of(query)):
        word = before[1].upper()
        raise Refused(
            f"{quoted(word)} is not allowed here", fix="ask the query itself; NEO4J_DATABASE names a database"
        )
    for text in (query, unescaped(query)):
        for found in _CALLED.finditer(code_of(text, filling=_QUOTED)):
            place = 1 if found[1] else 2
            name = re.sub(r"\s", "", found[place])
            if _QUOTED in name or (name not in PROCEDURES and name.rpartition(".")[0] not in FUNCTIONS):
                raise _not_allowed(text[found.start(place) : found.end(place)])


def _not_allowed(name: str) -> Refused:
    own = f"use Cypher's own functions; the procedures allowed are {', '.join(sorted(PROCEDURES))}"
    return Refused(f"{quoted(name)} is not allowed here", fix=own)


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
