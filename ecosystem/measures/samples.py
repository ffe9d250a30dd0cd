"""How much of a large structure is followed, so that a report ends soon, and how far off what is found may be."""

import math
import random
from collections.abc import Callable, Sequence

import networkx as nx

SAMPLED_BEYOND = 2_000
"""Bodies up to which every connection is followed unasked."""

MOST, FEWEST = 500, 100
"""How many bodies connections are followed from in a sample, and in one of so many ties that this takes long."""

STEPS = 5_000_000
"""How many bodies and ties are passed in a sample of a large structure."""

SEED = 1948
"""Where the sample begins, so that the same data have the same answer."""

MARGIN = 3.0
"""Standard errors that a figure is off by at most in about nine of ten samples of the fewest, tried on many graphs.

A few bodies of a sample may have most of what is summed up, so that two would promise too much.
"""

Advance = Callable[[int, int], None]
"""What is told how much of a long work is done, of how much."""


def followed(graph: "nx.Graph[str]", joined: Sequence[str], *, full: bool) -> list[str]:
    """Return the bodies from which connections are followed, of those joined: all, or a sample of many.

    >>> followed(nx.Graph([("a", "b")]), ["a", "b"], full=False)
    ['a', 'b']
    """
    if full or len(joined) <= SAMPLED_BEYOND:
        return list(joined)
    number = max(FEWEST, min(MOST, STEPS // (len(graph) + graph.number_of_edges())))
    return random.Random(SEED).sample(joined, number)  # noqa: S311 - a sample, no secret


def half_width(total: float, squares: float, of: int, of_all: int) -> float:
    """Return the margin of a mean of so many drawn without replacement, from their sum and the sum of their squares.

    It is 0 where all are drawn.

    >>> half_width(6.0, 14.0, 3, 3), round(half_width(6.0, 14.0, 3, 100), 3)
    (0.0, 1.706)
    """
    if of in {0, 1, of_all}:
        return 0.0
    variance = max(squares - total * total / of, 0.0) / (of - 1)
    return MARGIN * math.sqrt(variance / of * (1 - of / of_all))
