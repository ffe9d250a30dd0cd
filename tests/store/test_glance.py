"""A graph at a glance says of days, names and what is left out what its snapshot says."""

from collections.abc import Callable, Collection
from datetime import date
from itertools import product

import pytest
from conftest import ByHand

from ecosystem.model import BASES
from ecosystem.names import Ambiguous, names_of
from ecosystem.problems import EcosystemError, NotFound
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

pytestmark = pytest.mark.neo4j

Named = tuple[str, ...] | None

DAYS = (
    None,
    date(1900, 1, 1),
    date(2012, 6, 1),
    date(2016, 12, 31),
    date(2018, 4, 1),
    date(2022, 7, 19),
    date(2030, 1, 1),
)


@pytest.mark.parametrize("bases", [BASES, ("stated",), ("shown", "inferred")])
@pytest.mark.parametrize(
    ("relations", "properties"),
    [(None, None), (("MEMBER_OF",), ("list_complete",)), (("HOLDS", "SUCCEEDED_BY"), ()), ((), None), ((), ())],
)
def test_what_is_left_out_is_counted_as_the_snapshot_counts_it(
    leeds_graph: Store, leeds: Snapshot, bases: tuple[str, ...], relations: Named, properties: Named
) -> None:
    abouts: tuple[Collection[str], ...] = ((), (leeds.find("HWB"),), (leeds.find("LAHP"), leeds.find("LTHT")))
    with leeds_graph.asking() as glance:
        for day in DAYS:
            view, seen = leeds.on(day, bases), glance.on(day, bases)
            assert (seen.day, seen.bases) == (view.day, view.bases)
            for about, citing in product(abouts, ((), ("handbook",))):
                counted, expected = (
                    one.left_out(relations, properties, about=about, citing=citing) for one in (seen, view)
                )
                assert counted == expected


def test_names_are_found_and_the_day_is_the_datasets(exampleton_graph: Store, exampleton: Snapshot) -> None:
    with exampleton_graph.asking() as glance:
        assert (glance.dataset, glance.default_day) == (exampleton.dataset, exampleton.default_day)
        for entity in exampleton.entities.values():
            assert {glance.find(name) for name in (entity.id, entity.name.upper())} == {entity.id}
        source = next(iter(exampleton.sources.values()))
        assert glance.find(source.title) == source.id
        with pytest.raises(NotFound, match="nothing is called"):
            glance.find("Nowhere Board")


def test_every_name_finds_in_the_graph_what_it_finds_in_the_files(leeds_graph: Store, leeds: Snapshot) -> None:
    def found(find: Callable[[str], str], name: str) -> str:
        try:
            return find(name)
        except Ambiguous as error:
            return str(error)

    nodes = (*leeds.entities.values(), *leeds.sources.values())
    written = {name for node in nodes for name in (*names_of(node), names_of(node)[0].upper(), node.id)}
    with leeds_graph.asking() as glance:
        assert {name: found(glance.find, name) for name in written} == {
            name: found(leeds.find, name) for name in written
        }


def test_a_name_that_a_hand_gave_in_the_graph_is_found(exampleton_graph: Store, by_hand: ByHand) -> None:
    by_hand("MATCH (b:Board) WITH b ORDER BY b.id LIMIT 1 SET b.name = 'Board of Hands'")
    ((named,),) = (row.values() for row in by_hand("MATCH (b {name: 'Board of Hands'}) RETURN b.id"))
    with exampleton_graph.asking() as glance:
        assert glance.find("board of hands") == named


def test_an_empty_graph_has_nothing_to_ask(store: Store) -> None:
    with pytest.raises(EcosystemError, match="the graph is empty"), store.asking():
        pass
