"""A graph at a glance says of days, names and what is left out what its snapshot says."""

from collections.abc import Collection
from datetime import date

import pytest

from ecosystem.model import BASES
from ecosystem.problems import NotFound
from ecosystem.snapshot import Snapshot
from ecosystem.store import Store

pytestmark = pytest.mark.neo4j

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
@pytest.mark.parametrize("relations", [(), ("MEMBER_OF",), ("HOLDS", "SUCCEEDED_BY")])
def test_what_is_left_out_is_counted_as_the_snapshot_counts_it(
    leeds_graph: Store, leeds: Snapshot, bases: tuple[str, ...], relations: tuple[str, ...]
) -> None:
    glance = leeds_graph.glance()
    assert glance is not None
    abouts: tuple[Collection[str], ...] = ((), (leeds.find("HWB"),), (leeds.find("LAHP"), leeds.find("LTHT")))
    for day in DAYS:
        view, seen = leeds.on(day, bases), glance.on(day, bases)
        assert (seen.day, seen.bases) == (view.day, view.bases)
        counted = {about: seen.left_out(*relations, about=about) for about in abouts}
        assert counted == {about: view.left_out(*relations, about=about) for about in abouts}


def test_names_are_found_and_the_day_is_the_datasets(exampleton_graph: Store, exampleton: Snapshot) -> None:
    glance = exampleton_graph.glance()
    assert glance is not None
    assert (glance.dataset, glance.default_day) == (exampleton.dataset, exampleton.default_day)
    for entity in exampleton.entities.values():
        assert {glance.find(name) for name in (entity.id, entity.name.upper())} == {entity.id}
    source = next(iter(exampleton.sources.values()))
    assert glance.find(source.title) == source.id
    with pytest.raises(NotFound, match="nothing is called"):
        glance.find("Nowhere Board")


def test_an_empty_graph_has_nothing_to_glance_at(store: Store) -> None:
    assert store.glance() is None
