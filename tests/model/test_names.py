"""A name that nothing has is answered with what was probably meant."""

import pytest

from ecosystem.model import Entity, Node
from ecosystem.names import Names
from ecosystem.problems import NotFound


def named(name: str, *aliases: str) -> Node:
    return Entity(id=name.lower().replace(" ", "-"), label="Board", name=name, aliases=aliases)


BOARDS = [named(f"{word} Board") for word in ("Health and Wellbeing", "Executive", "Children and Families", "Places")]
NAMES = Names([
    *BOARDS, named("Partnership Group", "PEG"), named("Cambridge"), named("Leeds"),
    named("Leeds Teaching Hospitals", "LTHT"),
])  # fmt: skip


def remedy(name: str) -> str:
    with pytest.raises(NotFound) as raised:
        NAMES.one(name)
    return raised.value.fix


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("PGE", "partnership-group"),
        ("PEGG", "partnership-group"),
        ("lht", "leeds-teaching-hospitals"),
        ("Camridge", "cambridge"),
    ],
)
def test_a_slip_of_the_hand_is_seen_through_before_all_else(slip: str, meant: str) -> None:
    assert NAMES.nearest(slip)[0].id == meant


def test_a_name_begun_offers_what_goes_on_so_before_what_is_only_like_it() -> None:
    assert [found.id for found in NAMES.nearest("Leeds Teaching")][:2] == ["leeds-teaching-hospitals", "leeds"]


def test_a_word_that_many_names_hold_offers_the_shortest_and_how_to_see_all() -> None:
    assert remedy("board") == (
        "did you mean Places Board (places-board), Executive Board (executive-board), Health and Wellbeing Board "
        "(health-and-wellbeing-board)? `ecosystem find board` lists all 4 that have it in a name."
    )


def test_a_word_that_few_names_hold_offers_them_and_sends_nobody_elsewhere() -> None:
    assert remedy("Teaching").startswith("did you mean Leeds Teaching Hospitals (leeds-teaching-hospitals)")
    assert "ecosystem find" not in remedy("Teaching")


def test_what_is_like_no_name_is_told_how_else_to_look() -> None:
    assert remedy("Xyzzy") == "try a part of the name, such as one word of it"
