"""Files and Neo4j answer alike, on any data: here Exampleton."""

from itertools import product

import pytest

from ecosystem.answers import ask, from_files, from_graph
from ecosystem.queries import library
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

NEEDED = {"first": "EHB", "second": "delivery-group", "earlier": "2023-06"}
PAGES = {"what-two-pages-list": {"first": "constitution-2023", "second": "minutes-2024"}}


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_files_and_neo4j_give_the_same_rows_in_the_same_order(
    name: str, exampleton: Snapshot, exampleton_graph: Store
) -> None:
    header = library()[name].header
    for as_of, bases in product(("dataset", "any", "2021-06", "2026"), ("any", "stated implied shown")):
        values = NEEDED | PAGES.get(name, {}) | {"as_of": as_of, "bases": bases}
        given = {key: value for key, value in values.items() if header.parameter(key)}
        runners = (from_files(exampleton), from_graph(exampleton_graph.read))
        from_the_files, from_neo4j = (ask(name, given, exampleton, runner).rows for runner in runners)
        assert from_the_files == from_neo4j
