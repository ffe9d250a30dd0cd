"""Which sectors are named at which table, and which are not."""

from measures.made_up import TODAY, body, seen, tie

from ecosystem.measures.representation import representation
from ecosystem.model import Code, Dataset
from ecosystem.snapshot import Snapshot, View

PEOPLE = (
    *(body("a", "Organisation", sector="nhs"), body("b", "Organisation", sector="council")),
    *(body("c", "Constituency", sector="third-sector"), body("u", "Organisation"), body("p", "Post")),
    *(body("t"), body("s"), tie("p-b", "PART_OF")),
)


def named(view: View) -> set[tuple[str, str, frozenset[str]]]:
    return {(table, sector, who) for table, at in representation(view).named.items() for sector, who in at.items()}


def test_constituencies_count_and_a_post_is_of_the_sector_of_its_body() -> None:
    view = seen(*PEOPLE, tie("a-t", "MEMBER_OF"), tie("c-t", "MEMBER_OF"), tie("p-t", "MEMBER_OF"))
    assert named(view) == {
        ("t", "nhs", frozenset("a")), ("t", "third-sector", frozenset("c")), ("t", "council", frozenset("p")),
    }  # fmt: skip


def test_a_sector_that_nobody_at_the_table_is_of_is_missing_there() -> None:
    found = representation(seen(*PEOPLE, tie("a-t", "MEMBER_OF"), tie("c-s", "MEMBER_OF")))
    assert (found.missing_at("t"), found.tables_with("nhs")) == (("council", "third-sector"), ("t",))


def test_members_without_a_sector_are_told_apart_and_tables_without_members_named() -> None:
    found = representation(seen(*PEOPLE, tie("u-t", "MEMBER_OF")))
    assert (found.named, found.unclassified, found.unnamed) == ({"t": {"": frozenset("u")}}, {"u"}, ("s",))


def test_a_member_named_twice_is_one_tie() -> None:
    seats = (tie("a-t", "MEMBER_OF", role="chair"), tie("a-t", "MEMBER_OF"))
    ground = representation(seen(*PEOPLE, *seats)).ground
    assert (ground.nodes, ground.ties) == (3, 1)


def test_a_name_for_several_tables_is_none_and_its_seats_are_counted_as_left_out() -> None:
    panels = body("n", "Partnership", form="collection")
    found = representation(seen(*PEOPLE, panels, tie("a-n", "MEMBER_OF"), tie("c-n", "MEMBER_OF")))
    assert found.named == {}
    assert {(each.number, each.why) for each in found.ground.excluded} == {(2, "give a seat at what is no table")}


def test_sectors_stand_in_the_order_of_their_list_and_unused_ones_are_left_out() -> None:
    codes = [Code(list="sector", code=code, title=code, position=n) for n, code in enumerate(["nhs", "gps", "council"])]
    dataset = Dataset(id="x", title="X", as_of="2022-07-19")
    assert representation(Snapshot.of([*PEOPLE, *codes], dataset).on(TODAY)).sectors == (
        "nhs",
        "council",
        "third-sector",
    )


def test_without_tables_nothing_is_named_or_missing() -> None:
    found = representation(seen())
    assert (found.named, found.unnamed, found.sectors, found.unclassified, found.ground.ties) == ({}, (), (), set(), 0)
