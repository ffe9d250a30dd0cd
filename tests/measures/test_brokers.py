"""Who stands between whom, in which role, by sectors set by hand."""

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from measures.made_up import body, seen
from measures.structures import seated
from measures.test_interlocks import SEATS

from ecosystem.measures.brokers import brokers
from ecosystem.measures.interlocks import fellows
from ecosystem.model import Entity
from ecosystem.snapshot import View

SECTORS = {"x": "nhs", "a": "nhs", "b": "nhs", "c": "gps", "d": "council", "e": "council", "u": ""}


def organisations(names: str) -> tuple[Entity, ...]:
    return tuple(body(name, "Organisation", sector=SECTORS.get(name, "")) for name in names)


def between(others: str) -> View:
    """Return x with a table of its own with each of the others, who share none."""
    seats = (f"x-{one.upper()} {one}-{one.upper()}" for one in others)
    return seated(" ".join(seats), *organisations(f"x{others}"))


def roles(view: View) -> set[tuple[str, str, int]]:
    return {(one.body, role, number) for one in brokers(view).brokers for role, number in one.roles.items()}


def test_all_of_one_sector_make_a_coordinator() -> None:
    assert roles(between("ab")) == {("x", "coordinator", 1)}


def test_two_of_one_sector_and_a_broker_of_another_make_a_consultant() -> None:
    assert roles(between("de")) == {("x", "consultant", 1)}


def test_a_broker_of_the_sector_of_one_of_the_two_is_its_representative() -> None:
    assert roles(between("ac")) == {("x", "representative", 1)}


def test_three_of_different_sectors_make_a_liaison() -> None:
    assert roles(between("cd")) == {("x", "liaison", 1)}


def test_all_pairs_are_counted_each_once() -> None:
    # Of ab, ac, ad, ae, bc, bd, be, cd, ce, de: one within nhs, six of x's sector with another, two of gps and council.
    found = brokers(between("abcde")).brokers
    assert roles(between("abcde")) == {
        ("x", "coordinator", 1), ("x", "representative", 6), ("x", "liaison", 2), ("x", "consultant", 1),
    }  # fmt: skip
    assert [(one.pairs, one.between_sectors) for one in found] == [(10, 8)]


def test_a_pair_with_somebody_of_no_known_sector_is_unclear_and_counted() -> None:
    found = brokers(between("au"))
    assert [(one.body, one.pairs, one.unclear, one.between_sectors) for one in found.brokers] == [("x", 1, 1, 0)]
    assert ({name for name, sector in found.sectors.items() if not sector}, found.foremost) == ({"u"}, ())


def test_who_meet_are_not_brokered() -> None:
    assert brokers(seated("x-T a-T x-U c-U a-V c-V", *organisations("xac"))).brokers == ()


def test_the_foremost_share_their_place() -> None:
    view = seated("x-T a-T x-U c-U d-V c-V d-W a-W", *organisations("xacd"))
    # a and c do not meet: x and d stand between them. Nor do x and d, between whom a and c stand.
    assert {one.body for one in brokers(view).foremost} == {"x", "a", "c", "d"}


def test_nobody_stands_between_where_there_are_no_tables() -> None:
    assert (brokers(seen()).brokers, brokers(seen()).foremost) == ((), ())


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_every_open_pair_is_brokered_by_all_who_meet_both(seats: list[tuple[str, str]]) -> None:
    view = seated(" ".join(f"{who}-{table}" for who, table in seats))
    graph, _ = fellows(view)
    open_pairs = [pair for pair in combinations(graph, 2) if not graph.has_edge(*pair)]
    expected = {
        one: sum({first, second} <= set(graph[one]) for first, second in open_pairs) for one in graph
    }  # fmt: skip
    assert {(one.body, one.pairs) for one in brokers(view).brokers} == {
        (one, number) for one, number in expected.items() if number
    }


@given(SEATS)
@settings(max_examples=40, deadline=None)
def test_every_open_pair_has_the_role_of_its_three_sectors(seats: list[tuple[str, str]]) -> None:
    view = seated(" ".join(f"{who}-{table}" for who, table in seats), *organisations("abcdef"))
    graph, _ = fellows(view)
    known: Counter[tuple[str, str]] = Counter()
    for one in graph:
        for first, second in combinations(graph[one], 2):
            if not graph.has_edge(first, second):
                known[one, role(*(SECTORS.get(each, "") for each in (first, one, second)))] += 1
    found = {(one.body, name): number for one in brokers(view).brokers for name, number in one.roles.items()}
    unclear = {(one.body, "unclear"): one.unclear for one in brokers(view).brokers if one.unclear}
    assert found | unclear == known


def role(first: str, broker: str, second: str) -> str:
    if not (first and broker and second):
        return "unclear"
    if first == broker == second:
        return "coordinator"
    if first == second:
        return "consultant"
    return "representative" if broker in {first, second} else "liaison"
