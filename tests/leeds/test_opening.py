"""The opening picture of Leeds says what the documents state, and no more."""

from datetime import date

import pytest

from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.opening import Opening
from ecosystem.snapshot import Snapshot

LINES = {
    ("leeds-health-and-wellbeing-board", "gives direction to", "leeds-health-and-care-plan"),
    ("leeds-health-and-wellbeing-board", "oversees and leads", "leeds-health-and-wellbeing-strategy"),
    ("leeds-health-and-care-plan", "contributes to", "leeds-health-and-wellbeing-strategy"),
    ("leeds-health-and-care-plan", "supports", "west-yorkshire-and-harrogate-health-and-care-partnership"),
    ("better-lives-strategy", "contributes to", "leeds-health-and-wellbeing-strategy"),
    ("hub-steering-group", "oversees and gives direction to", "leeds-health-and-social-care-hub"),
    ("hub-working-group", "oversees", "leeds-health-and-social-care-hub"),
    ("leeds-health-and-social-care-hub", "supports", "innovation-arc"),
    ("leeds-safeguarding-children-partnership", "supports", "child-friendly-leeds"),
    ("children-and-families-trust-board", "supports", "child-friendly-leeds"),
    ("nhs-improvement", "oversees", "foundation-trusts-and-nhs-trusts"),
    ("nhs-improvement", "oversees", "independent-providers-of-nhs-care"),
    ("lcp-development-team", "supports", "local-care-partnerships-leeds"),
}


@pytest.fixture(scope="module")
def opening(leeds: Snapshot) -> Opening:
    """Return the opening picture on the default day."""
    return opening_of(leeds.on(leeds.default_day))


def test_the_lines_are_the_stated_ones(opening: Opening) -> None:
    assert {(line.subject, line.verb, line.object) for line in opening.lines} == LINES


def test_every_line_is_drawn_straight_and_none_only_said(opening: Opening) -> None:
    assert len(layout(opening).lines) == len(LINES)


def test_the_central_strategy_stays_though_it_has_ended(opening: Opening) -> None:
    strategy = next(box for box in opening.boxes if box.id == "leeds-health-and-wellbeing-strategy")
    assert (strategy.words, strategy.ended) == ("strategy, ended 2021", True)
    ended = {line.subject for line in opening.lines if line.ended}
    assert ended == {"leeds-health-and-wellbeing-board", "leeds-health-and-care-plan", "better-lives-strategy"}


def test_four_organisations_are_named_at_three_or_more_tables(opening: Opening) -> None:
    named = {one for part in opening.sentences[1].parts for one in part.ids}
    assert named == {
        "leeds-city-council",
        "leeds-community-healthcare",
        "leeds-and-york-partnership",
        "leeds-teaching-hospitals",
    }


def test_no_reporting_line_is_claimed(opening: Opening) -> None:
    assert str(opening.sentences[2]) == (
        "No document states that one body reports to another. "
        "They state direction or oversight in six cases, support or contribution in seven: these are the lines."
    )


def test_chairs_are_posts_or_said_to_be_unknown(opening: Opening) -> None:
    chairs = {box.id: row.entries[0].name for box in opening.boxes for row in box.rows if row.label == "Chair"}
    assert chairs.pop("leeds-health-and-wellbeing-board").startswith("Executive Member")
    assert chairs.pop("hub-steering-group") == "Permanent Secretary, DHSC"
    assert chairs.pop("leeds-academic-health-partnership") == "last named 2016, not stated since"
    assert set(chairs.values()) == {"not stated"}


def test_before_the_first_document_that_names_a_chair_its_year_is_said(leeds: Snapshot) -> None:
    boxes = {box.id: box for box in opening_of(leeds.on(date(2020, 12, 31))).boxes}
    assert boxes["hub-steering-group"].rows[0].entries[0].name == "not stated, first named 2022"


def test_the_city_comes_first_with_the_health_and_wellbeing_board(opening: Opening) -> None:
    assert opening.bands[0].title == "City"
    assert opening.boxes[0].id == "leeds-health-and-wellbeing-board"


def test_the_executive_group_says_that_it_has_no_powers_of_its_own(opening: Opening) -> None:
    group = next(box for box in opening.boxes if box.id == "leeds-health-and-care-partnership-executive-group")
    powers = {entry.name for row in group.rows if row.label == "Powers" for entry in row.entries}
    assert powers == {"no formal decision-making powers"}


def test_every_body_is_in_one_place_and_only_the_whole_is_not_drawn(opening: Opening) -> None:
    assert opening.tally.total == len(opening.sentences[0].parts[1].ids)
    assert opening.tally.not_drawn == 1
    assert "leeds-health-and-care-partnership" not in {box.id for box in opening.boxes}


def test_the_tables_of_the_city_stand_above_the_fold_and_the_picture_fits_a_page(opening: Opening) -> None:
    picture = layout(opening)
    above = {placed.box.id for placed in picture.boxes if placed.extent.bottom < 560}
    assert above >= {
        "leeds-health-and-wellbeing-board",
        "leeds-health-and-care-partnership-executive-group",
        "leeds-academic-health-partnership",
        "leeds-health-and-social-care-hub",
        "hub-steering-group",
        "hub-working-group",
    }
    assert picture.bands[0].extent.bottom < 640
    assert picture.height < 1130


def test_every_organisation_named_in_a_sentence_can_be_followed(leeds: Snapshot) -> None:
    shared = opening_of(leeds.on(leeds.default_day)).sentences[1]
    assert len([part for part in shared.parts if len(part.ids) == 1]) == 4


def test_the_year_of_a_table_is_never_later_than_the_day_looked_at(leeds: Snapshot) -> None:
    boxes = opening_of(leeds.on(date(2016, 12, 31))).boxes
    assert {box.year for box in boxes} <= {"", "2016"}
    assert next(box.year for box in boxes if box.id == leeds.find("LAHP")) == "2016"
