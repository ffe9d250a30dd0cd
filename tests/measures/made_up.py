"""Toy places for measures: bodies of one letter, and ties written as `a-b`, small enough to work out by hand."""

from collections.abc import Callable, Iterable
from datetime import date

import networkx as nx
from hypothesis import strategies

from ecosystem.model import Dataset, Entity, Fact, Row
from ecosystem.snapshot import Snapshot, View

TODAY = date(2022, 7, 19)
EVIDENCE = {"evidence_date": "2022-07-19", "basis": "stated"}

Pairs = Iterable[tuple[str, str]]


def body(name: str, label: str = "Board", **more: str) -> Entity:
    """Return a body whose id is its name in small letters; its name that id in capitals."""
    return Entity(id=name.lower(), label=label, name=name.upper(), **(EVIDENCE | more))


def tie(pair: str, relation: str, **more: str) -> Fact:
    """Return the fact that `a-b` writes: a reports to b, oversees b, sits on b."""
    subject, _, target = pair.partition("-")
    known = {"id": f"{pair}-{relation}-{len(more)}-{more.get('role', '')}"} | EVIDENCE | more
    return Fact(subject=subject, relation=relation, object=target, **known)


def inferred(pair: str, relation: str) -> Fact:
    """Return a tie that is our own inference."""
    return tie(pair, relation, id=f"ours-{pair}", basis="inferred", note="its name")


def place(*rows: Row) -> Snapshot:
    """Return a snapshot of these rows and nothing else."""
    return Snapshot.of(rows, Dataset(id="toy", title="Toy", as_of="2022-07-19"))


def seen(*rows: Row, day: date | None = TODAY) -> View:
    """Return these rows as they are shown today."""
    return place(*rows).on(day)


def lines(pairs: str, relation: str = "REPORTS_TO", alone: str = "") -> View:
    """Return a view of boards joined as written: `a-b b-c`; those `alone` are joined to nothing."""
    written = pairs.split()
    names = sorted({end for pair in written for end in pair.split("-")} | set(alone))
    return seen(*map(body, names), *(tie(pair, relation, id=f"{pair}-{n}") for n, pair in enumerate(written)))


NODES = "abcdefgh"

digraphs = strategies.lists(
    strategies.tuples(strategies.sampled_from(NODES), strategies.sampled_from(NODES)), max_size=16
)
"""Ties at random: loops, parallel ones and none at all among them."""


def directed(pairs: Pairs) -> "nx.DiGraph[str]":
    """Return these ties between eight nodes as a simple graph without loops."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(NODES)
    graph.add_edges_from((one, other) for one, other in pairs if one != other)
    return graph


def undirected(pairs: Pairs) -> "nx.Graph[str]":
    """Return these ties either way."""
    return nx.Graph(directed(pairs))


def renamed(graph: "nx.Graph[str]", rename: Callable[[str], str]) -> "nx.Graph[str]":
    """Return a graph whose nodes are called otherwise, inserted in another order."""
    other = graph.__class__()
    other.add_nodes_from(rename(node) for node in reversed(list(graph)))
    other.add_edges_from((rename(one), rename(two)) for one, two in reversed(list(graph.edges)))
    return other
