"""What would fall apart if one body stopped: who could no longer reach whom, and which ties are the only ones.

>>> found = removals(nx.Graph([("a", "hub"), ("b", "hub"), ("b", "c"), ("c", "hub")]))
>>> [(each.id, each.cut_off, each.pieces, each.pairs_parted) for each in found.removals], found.bridges
([('hub', ('a',), (2, 1), 2)], (('a', 'hub'),))
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import networkx as nx

Node = str | int
"""A body that holds others together, by id, or a block by its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A body without which those joined to it fall apart.

    `pieces` are the sizes of what they would fall into, the largest first. `cut_off` are the bodies outside the
    largest piece, by id; where that is no more than half of them, those of all pieces. `pairs_parted` is how many pairs
    could no longer reach each other, `fragmentation` the share of all pairs of other bodies that then could not, from 0
    to 1.
    """

    id: str
    pieces: tuple[int, ...]
    cut_off: tuple[str, ...]
    pairs_parted: int
    fragmentation: float

    @property
    def leaves_a_rest(self) -> bool:
        """Whether one piece is more than half of all: the rest that those cut off are cut off from."""
        return _is_rest(self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removals:
    """The bodies without which others fall apart, those that part most pairs first, and the ties that alone join two.

    `fragmentation` is the share of all pairs of bodies that cannot reach each other as it is; None for fewer than two.
    """

    removals: tuple[Removal, ...]
    bridges: tuple[tuple[str, str], ...]
    fragmentation: float | None


def removals(graph: "nx.Graph[str]") -> Removals:
    """Return what each body that stops would part, whichever way ties are said."""
    blocks = cast("list[set[str]]", list(nx.biconnected_components(graph)))
    parts = [len(part) for part in nx.connected_components(graph)]
    within = sum(size * (size - 1) // 2 for size in parts)
    found = [_removal(cut, pieces, within, len(graph)) for cut, pieces in _cuts(graph, blocks)]
    return Removals(
        removals=tuple(sorted(found, key=lambda each: (-each.pairs_parted, each.id))),
        bridges=tuple(sorted((min(block), max(block)) for block in blocks if len(block) == 2)),
        fragmentation=_share_apart(within, len(graph)) if len(graph) > 1 else None,
    )


def _removal(cut: str, pieces: list[list[str]], within: int, nodes: int) -> Removal:
    """Return what a body parts, from the pieces, and the pairs among so many bodies that reach each other with it."""
    pieces.sort(key=len, reverse=True)
    sizes = [len(piece) for piece in pieces]
    parted = sum(one * other for one, other in combinations(sizes, 2))
    outside = pieces[1:] if _is_rest(sizes) else pieces
    return Removal(
        id=cut,
        pieces=tuple(sizes),
        cut_off=tuple(sorted(node for piece in outside for node in piece)),
        pairs_parted=parted,
        fragmentation=_share_apart(within - sum(sizes) - parted, nodes - 1),
    )


def _is_rest(sizes: Sequence[int]) -> bool:
    return 2 * sizes[0] > sum(sizes)


def _share_apart(within: int, nodes: int) -> float:
    return 1 - within / (nodes * (nodes - 1) / 2)


def _cuts(graph: "nx.Graph[str]", blocks: list[set[str]]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the bodies that hold others together, each with the pieces that would be left, from one walk of the graph.

    Blocks, none of which one body could part, are joined by such bodies into trees: what is below one in its tree is
    one stretch of the walk for each block there, and what is above it is all the rest.
    """
    cuts = set(nx.articulation_points(graph))
    tree: nx.Graph[Node] = nx.Graph((number, cut) for number, block in enumerate(blocks) for cut in block & cuts)
    own: dict[Node, list[str]] = {number: sorted(block - cuts) for number, block in enumerate(blocks)}
    for part in nx.connected_components(tree):
        line, stretches = _walked(tree, min(node for node in part if isinstance(node, int)), own)
        for cut in part & cuts:
            begin, end = stretches[cut]
            below = [stretch for block in tree.adj[cut] if (stretch := stretches[block])[0] > begin]
            yield str(cut), [line[:begin] + line[end:], *(line[first:last] for first, last in below)]


def _walked(
    tree: "nx.Graph[Node]", root: Node, own: Mapping[Node, list[str]]
) -> tuple[list[str], dict[Node, tuple[int, int]]]:
    """Return the bodies in the order of a walk down a tree, and the stretch of it at and below each of its nodes."""
    line: list[str] = []
    begins: dict[Node, int] = {}
    stretches: dict[Node, tuple[int, int]] = {}
    for _, node, turn in nx.dfs_labeled_edges(tree, root):
        if turn == "forward":
            begins[node] = len(line)
            line.extend(own.get(node, [str(node)]))
        elif turn == "reverse":
            stretches[node] = (begins[node], len(line))
    return line, stretches
