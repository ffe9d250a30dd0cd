"""The map of Leeds says what the five documents say, and no more."""

import pytest
from maps.reading import Reading, html_of
from pages import Open
from playwright.sync_api import expect

from ecosystem.maps.composing import opening_of
from ecosystem.maps.grid import grid_of
from ecosystem.snapshot import Snapshot
from ecosystem.wording import citations


@pytest.fixture
def read(leeds: Snapshot) -> Reading:
    """Return the page of Leeds on its own day, read back."""
    return Reading(html_of(leeds.on(leeds.default_day)))


def test_header_names_the_documents_and_the_newest(leeds: Snapshot, read: Reading) -> None:
    words = " ".join(read.words)
    assert "Leeds health and care: what five published documents say, 2016 to July 2022" in words
    assert "Newest document: 19 July 2022." in words
    assert "of the facts rest on one document of about 2018." in words
    assert f"Tell {leeds.dataset.contact}." in words


def test_no_reporting_line_is_presented_as_stated(read: Reading) -> None:
    assert "No document states that one body reports to another." in " ".join(read.words)
    assert {link["inferred"] for link in read.island["links"] if link["relation"] == "REPORTS_TO"} == {True}


def test_board_is_chaired_by_a_post_and_says_where_that_stands(read: Reading) -> None:
    things = {thing["id"]: thing for thing in read.island["things"]}
    assert things["leeds-health-and-wellbeing-board"]["remarks"] == [
        "Chair: Executive Member for Adults, Health and Wellbeing"
    ]
    (chair,) = [
        link for link in read.island["links"]
        if link["object"] == "leeds-health-and-wellbeing-board" and link["role"] == "Chair" and link["shown"]
    ]  # fmt: skip
    assert "lines 259-260, 306-308" in chair["cited"]


def test_estimated_dates_of_documents_are_called_about(read: Reading) -> None:
    words = " ".join(read.words)
    assert "Health and care in Leeds: An information handbook, about 2018" in words


def test_grid_has_one_column_for_each_table_the_first_sentence_counts(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    (seated,) = (part.ids for part in opening_of(view).sentences[0].parts if part.text == "12")
    assert set(seated) == {column.id for column in grid_of(view).columns}


@pytest.mark.browser
def test_ltht_is_found_by_its_letters(open_page: Open, leeds: Snapshot) -> None:
    opened = open_page(leeds.on(leeds.default_day))
    opened.page.fill("#find", "LTHT")
    opened.page.press("#find", "Enter")
    expect(opened.page.locator("#focus-title")).to_have_text("Leeds Teaching Hospitals NHS Trust")
    panel = opened.page.inner_text("#panel")
    seats = [fact for fact in leeds.facts.values() if fact.subject == opened.page.evaluate("state.focus")]
    assert [fact.id for fact in seats if citations(leeds, fact) not in panel] == []
    assert (opened.requests, opened.complaints, opened.violations) == ([], [], [])


@pytest.mark.browser
def test_overview_prints_on_two_sheets_of_a3(open_page: Open, leeds: Snapshot) -> None:
    sheets = open_page(leeds.on(leeds.default_day)).page.pdf(prefer_css_page_size=True)
    assert sheets.count(b"/Type /Page\n") == 2


def test_the_page_is_small_enough_to_be_sent_by_any_mail(leeds: Snapshot) -> None:
    assert len(html_of(leeds.on(leeds.default_day)).encode()) < 1_500_000
