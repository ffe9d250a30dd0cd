"""Groupings and their likeness to sectors, worked out by hand and compared with igraph."""

import os
import subprocess
import sys

import igraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measures.made_up import NODES, Pairs, body, digraphs, seen
from measures.structures import CLIQUE, TWO_TRIANGLES, in_igraph, joined, written

from ecosystem.measures import groupings as groupings_of
from ecosystem.measures.groupings import RUNS, by_chance, groupings, likeness
from ecosystem.snapshot import View


def groups(view: View) -> set[frozenset[str]]:
    return {frozenset(group.bodies) for group in groupings(view).groups}


def test_two_triangles_are_two_groups_in_every_run() -> None:
    found = groupings(joined(TWO_TRIANGLES, "abcdef"))
    assert {(frozenset(group.bodies), group.runs) for group in found.groups} == {
        (frozenset("abc"), RUNS), (frozenset("def"), RUNS),
    }  # fmt: skip
    assert found.runs == RUNS


def test_those_with_most_ties_stand_first_in_a_group() -> None:
    assert {group.bodies for group in groupings(joined(TWO_TRIANGLES, "abcdef")).groups} == {
        ("c", "a", "b"), ("d", "e", "f"),
    }  # fmt: skip


def test_ties_of_several_facts_hold_a_group_together() -> None:
    ring = written("ab bc cd da")
    assert groups(joined([*ring, *written("ab ab ab cd cd cd")], "abcd")) == {frozenset("ab"), frozenset("cd")}


def test_bodies_without_a_tie_are_in_no_group() -> None:
    found = groupings(joined(written("ab"), "abc"))
    assert ({group.bodies for group in found.groups}, found.ungrouped) == ({("a", "b")}, ("c",))


def test_sectors_are_counted_in_each_group_and_compared_over_those_that_have_one() -> None:
    sectors = {"a": "nhs", "b": "nhs", "d": "gps", "e": "gps", "f": "gps"}
    rows = [body(name, sector=sectors.get(name, "")) for name in "abcdef"]
    found = groupings(joined(TWO_TRIANGLES, "", *rows))
    assert {(frozenset(group.bodies), frozenset(group.sectors.items())) for group in found.groups} == {
        (frozenset("abc"), frozenset({("nhs", 2), ("", 1)})), (frozenset("def"), frozenset({("gps", 3)})),
    }  # fmt: skip
    assert (found.likeness, found.classified) == (1, 5)
    assert 0 < (found.by_chance or 0) < 1, "two of one sector and three of the other seldom fall out as the groups do"


def test_one_group_or_one_sector_is_compared_with_nothing() -> None:
    rows = [body(name, sector="nhs") for name in "abcdef"]
    assert groupings(joined(TWO_TRIANGLES, "", *rows)).likeness is None
    assert groupings(joined(CLIQUE, "abcd")).likeness is None


def test_how_many_runs_are_done_is_told_as_they_are() -> None:
    heard: list[tuple[int, int]] = []
    groupings(joined(TWO_TRIANGLES, "abcdef"), advance=lambda done, total: heard.append((done, total)))
    assert heard == [(run, RUNS) for run in range(1, RUNS + 1)]


def test_without_ties_there_are_no_groups() -> None:
    for view in (joined([], "ab"), seen()):
        found = groupings(view)
        assert (found.groups, found.runs, found.of_runs, found.likeness, found.by_chance) == ((), 0, 0, None, None)


def test_crossed_labels_have_nothing_in_common_and_the_same_by_other_names_everything() -> None:
    assert (likeness("aabb", "xyxy"), likeness("aabb", "yyxx"), likeness("", "")) == (0, 1, None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20))
def test_likeness_is_that_of_igraph_where_it_is_defined(labels: list[tuple[int, int]]) -> None:
    one, other = ([pair[place] for pair in labels] for place in (0, 1))
    known = igraph.compare_communities(one, other, method="nmi")
    assert likeness(one, other) == (pytest.approx(known, abs=1e-6) if min(len(set(one)), len(set(other))) > 1 else None)


@given(digraphs)
@settings(max_examples=8, deadline=None)
def test_every_tied_body_is_in_one_group_of_one_part(pairs: Pairs) -> None:
    found = groupings(joined(pairs))
    parts = [frozenset("abcdefgh"[place] for place in part) for part in in_igraph(pairs).connected_components()]
    bodies = [one for group in found.groups for one in group.bodies]
    assert sorted([*bodies, *found.ungrouped]) == sorted("abcdefgh")
    assert all(any(part.issuperset(group.bodies) for part in parts) for group in found.groups)


@given(digraphs)
@settings(max_examples=25, deadline=None)
def test_the_modularity_is_as_igraph_works_it_out_and_as_great_as_it_finds(pairs: Pairs) -> None:
    found, graph = groupings(joined(pairs)), in_igraph(pairs)
    together = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    weights = [together.count((NODES[one], NODES[other])) for one, other in graph.get_edgelist()]
    if not weights:
        return
    place = {body: number for number, group in enumerate(found.groups) for body in group.bodies}
    ours = graph.modularity([place.get(body, len(place) + number) for number, body in enumerate(NODES)], weights)
    theirs = graph.community_multilevel(weights)
    assert ours >= graph.modularity(theirs, weights) - 1e-9
    assert found.modularity == pytest.approx(ours)


def test_of_so_many_ties_that_it_takes_long_there_are_fewer_runs_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = joined(TWO_TRIANGLES, "abcdef")
    monkeypatch.setattr(groupings_of, "TIES", 21)
    found = groupings(view)
    assert (found.of_runs, found.runs, groupings(view, full=True).of_runs) == (3, 3, RUNS)
    monkeypatch.setattr(groupings_of, "TOO_MANY", 7)
    assert (groupings(view).of_runs, groupings(view).groups, groupings(view, full=True).of_runs) == (0, (), RUNS)


def test_small_groups_are_somewhat_like_anything_by_chance() -> None:
    # pairs against pairs: of three ways to deal out four, one has all in common and two have nothing
    assert by_chance("aabb", "xxyy") == pytest.approx(1 / 3, abs=0.2)
    assert by_chance("aabb", "xxyy") == by_chance("aabb", "xxyy")
    assert (by_chance("", ""), by_chance("aaaa", "xxyy")) == (None, None)


@pytest.mark.slow
def test_the_groups_are_the_same_in_every_process() -> None:
    program = (
        "from measures.structures import joined, written\n"
        "from ecosystem.measures.groupings import groupings\n"
        "found = groupings(joined(written('ab bc cd de ef fg gh ha ae bf'), 'abcdefgh'))\n"
        "print(found.runs, [(group.bodies, group.runs) for group in found.groups])"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1
