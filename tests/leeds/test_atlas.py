"""The atlas of Leeds says what the five documents say, and is small enough for a stick or a mail."""

import pytest
from atlas.reading import Atlas, atlas_of

from ecosystem.atlas import zipped
from ecosystem.snapshot import Snapshot


@pytest.fixture
def made(leeds: Snapshot) -> Atlas:
    """Return the atlas of Leeds on its own day."""
    return atlas_of(leeds.on(leeds.default_day))


def test_it_is_small(made: Atlas) -> None:
    assert sum(len(text.encode()) for text in made.files.values()) < 8_000_000
    assert len(zipped(made.files, "leeds")) < 1_000_000


def test_the_board_names_its_chair_its_plan_and_the_strategy_that_has_ended(made: Atlas) -> None:
    page = made.pages["bodies/leeds-health-and-wellbeing-board.html"]
    for said in (
        "chair Executive Member for Adults, Health and Wellbeing",
        "decision powers not stated",
        "also called Health and Wellbeing Board, HWB",
        "reports to not stated: no document states to whom it reports",
        "gives direction to, 2018",
        "whether and when the chair passed on is not stated",
        "to whom, if to anybody, does it report?".capitalize(),
    ):
        assert said in page.text, said
    drawn = {value for tag, name, value in page.attributes if (tag, name) == ("a", "aria-label")}
    assert "Leeds Health and Wellbeing Strategy 2016-2021. oversees and leads, 2018, ended 2021" in drawn


def test_the_executive_group_has_no_powers_of_decision(made: Atlas) -> None:
    page = made.pages["bodies/leeds-health-and-care-partnership-executive-group.html"]
    assert "decision powers no formal decision-making powers" in page.text


def test_no_reporting_line_is_presented_as_stated(made: Atlas) -> None:
    assert "No document states that one body reports to another." in made.pages["index.html"].text
    handbook = made.pages["documents/handbook.html"].text
    assert "Reports to" not in handbook


def test_parts_of_the_handbook_are_on_its_page(made: Atlas) -> None:
    page = made.pages["documents/handbook.html"]
    assert "has as a part Governance page of the handbook" in page.text
    assert "under “" in page.text


def test_the_merger_is_told_of_every_group_it_was_of(made: Atlas) -> None:
    for one in ("nhs-leeds-north-ccg", "nhs-leeds-west-ccg", "nhs-leeds-south-and-east-ccg", "nhs-leeds-ccg"):
        assert (
            "merged into NHS Leeds Clinical Commissioning Group in April 2018." in made.pages[f"bodies/{one}.html"].text
        )
