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
            raise Refused(
                f"the procedure {quoted(name)} is not allowed here", fix=f"allowed are {', '.join(sorted(PROCEDURES))}"
            )
    elif operator.name not in OPERATORS and not _SCANS.fullmatch(operator.name):
        raise Refused(
            f"this query does more than read the graph ({quoted(operator.name)})",
            fix="ask only for nodes and relationships of the graph",
        )
