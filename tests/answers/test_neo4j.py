"""Files and Neo4j answer alike, on any data: here Exampleton with lines, seats and dates in a tangle."""

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from answers.asking import agree, ways_of_asking
from answers.tangle import tangled

from ecosystem.answers import ask, from_files, from_graph
from ecosystem.queries import library
from ecosystem.rules import check
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

NEEDED = {
    "first": "EHB", "second": "delivery-group", "earlier": "2022-06", "entity": "delivery-group", "source": "report",
}  # fmt: skip
PAGES = {"what-two-pages-list": {"first": "constitution-2023", "second": "minutes-2024"}}
ASKED_ABOUT = (
    "exampleton-council", "health-board", "health-strategy", "hill-lcp", "head-of-both", "b-example", "report",
)  # fmt: skip


def all_given(name: str, snapshot: Snapshot) -> Iterator[dict[str, str]]:
    """Yield values for a question: on many days and bases, then about two things of which there is an answer."""
    needed = NEEDED | PAGES.get(name, {})
    given = {key: value for key, value in needed.items() if _is_needed(name, key)}
    yield from (given | way for way in ways_of_asking(name, snapshot, 2))
    for parameter in library()[name].header.parameters:
        if parameter.kind == "entity":
            about = (given | {parameter.name: value, "as_of": "any"} for value in ASKED_ABOUT)
            yield from islice((each for each in about if ask(name, each, snapshot, from_files(snapshot)).rows), 2)


def _is_needed(name: str, key: str) -> bool:
    parameter = library()[name].header.parameter(key)
    return parameter is not None and parameter.default is None


def test_the_tangle_is_a_valid_dataset(exampleton: Snapshot) -> None:
    assert check(tangled(exampleton)) == ()


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_files_and_neo4j_give_the_same_rows_in_the_same_order(
    name: str, exampleton: Snapshot, graph_of: Callable[[Snapshot], Store]
) -> None:
    snapshot = tangled(exampleton)
    runners = (from_files(snapshot), from_graph(graph_of(snapshot).read))
    differing = [given for given in all_given(name, snapshot) if not agree(name, given, snapshot, *runners)]
    assert differing == []
