"""Finding by any name."""

import pytest

from ecosystem.answers import find
from ecosystem.problems import Exit, NotFound
from ecosystem.snapshot import Snapshot


def found(snapshot: Snapshot, text: str) -> list[object]:
    return [row[-1] for row in find(snapshot, text).rows]


def test_an_alias_an_id_and_a_name_without_case_find_the_same(exampleton: Snapshot) -> None:
    for name in ("EHB", "ehb", "health-board", "exampleton health board"):
        assert found(exampleton, name)[0] == "health-board"


def test_names_that_hold_the_words_follow_those_that_are_the_words(exampleton: Snapshot) -> None:
    assert found(exampleton, "Exampleton Hospitals") == ["exampleton-hospitals", "hospitals-chief-executive"]


def test_how_many_are_called_so_and_how_many_only_in_part_is_said(exampleton: Snapshot) -> None:
    notes = {text: find(exampleton, text).notes for text in ("EHB", "Exampleton Hospitals", "Local Care")}
    assert notes == {
        "EHB": ("1 exact match.",),
        "Exampleton Hospitals": ("1 exact match, 1 more with it in its name.",),
        "Local Care": ("0 exact matches, 3 more with it in their names.",),
    }


def test_names_that_begin_with_the_words_come_before_the_others(exampleton: Snapshot) -> None:
    names = [str(row[0]) for row in find(exampleton, "health").rows]
    assert names[0] == "Exampleton Health Board"
    assert "Shire Integrated Care Board" not in names


def test_each_find_says_kind_place_and_other_names(exampleton: Snapshot) -> None:
    row = ("Quality & Safety Committee", "committee", "Town", ("Quality and Safety Committee",), "quality-committee")
    assert find(exampleton, "quality and safety").rows == (row,)


def test_sources_are_found_too(exampleton: Snapshot) -> None:
    assert "minutes-2024" in found(exampleton, "minutes")


def test_nothing_found_offers_the_nearest(exampleton: Snapshot) -> None:
    with pytest.raises(NotFound) as caught:
        find(exampleton, "Exampelton Hospitls")
    assert caught.value.exit_code == Exit.PROBLEMS
    assert "exampleton-hospitals" in caught.value.fix


@pytest.mark.parametrize("text", ["", "§§§", "' OR 1=1 //"])
def test_text_without_a_name_in_it_finds_nothing(exampleton: Snapshot, text: str) -> None:
    with pytest.raises(NotFound):
        find(exampleton, text)
