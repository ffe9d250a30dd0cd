"""The page holds exactly what the view shows, says what it leaves out, and is the same for the same data."""

import re
import sys
from dataclasses import replace
from datetime import date

import pytest
from maps.reading import Reading, html_of

from ecosystem.maps import page
from ecosystem.maps.bands import BANDS, band_of
from ecosystem.maps.composing import opening_of
from ecosystem.maps.heading import SILENCED
from ecosystem.maps.reporting import reporting_of
from ecosystem.maps.scene import chairs_of
from ecosystem.model import BASES, RELATIONS, Dataset, Entity, Fact, Source
from ecosystem.problems import Exit, Refused
from ecosystem.snapshot import Snapshot, View


@pytest.fixture(scope="module", params=["exampleton", "leeds"])
def view(request: pytest.FixtureRequest) -> View:
    """Return each dataset on its own day."""
    snapshot: Snapshot = request.getfixturevalue(request.param)
    return snapshot.on(snapshot.default_day)


@pytest.fixture(scope="module")
def read(view: View) -> Reading:
    """Return the page of a view, read back."""
    return Reading(html_of(view))


def test_every_shown_fact_is_in_the_page_and_the_reverse(view: View, read: Reading) -> None:
    shown = {(link["id"], link["subject"], link["object"]) for link in read.island["links"] if link["shown"]}
    assert shown == {(fact.id, fact.subject, fact.object) for fact in view.facts}


def test_facts_not_shown_stay_with_their_own_words(view: View, read: Reading) -> None:
    hidden = {link["id"] for link in read.island["links"] if not link["shown"]}
    assert hidden == {fact.id for fact in view.snapshot.facts.values()} - {fact.id for fact in view.facts}
    assert hidden
    assert all(link["when"] for link in read.island["links"])


def test_every_shown_statement_is_in_the_page_and_the_reverse(view: View, read: Reading) -> None:
    shown = {figure["id"] for figure in read.island["figures"] if figure["shown"]}
    assert shown == {statement.id for statement in view.statements}


def test_every_entity_and_source_is_in_the_page(view: View, read: Reading) -> None:
    things = {thing["id"]: thing["alive"] for thing in read.island["things"]}
    assert things.keys() == view.snapshot.entities.keys() | view.snapshot.sources.keys()
    alive = {entity.id for entity in view.entities} | view.snapshot.sources.keys()
    assert {thing for thing, is_alive in things.items() if is_alive} == alive


def test_no_fact_is_lost_between_a_pair(view: View, read: Reading) -> None:
    drawn = [fact for edge in read.island["network"]["edges"] for fact in edge["facts"]]
    assert sorted(drawn) == list(range(len(read.island["links"])))


def test_inference_never_shares_an_edge_with_what_is_stated(read: Reading) -> None:
    inferred = [link["inferred"] for link in read.island["links"]]
    edges = read.island["network"]["edges"]
    assert all({inferred[fact] for fact in edge["facts"]} == {edge["dashes"]} for edge in edges)


def test_every_sourced_fact_names_a_document_by_title(view: View, read: Reading) -> None:
    titles = [source.title for source in view.snapshot.sources.values()]
    sourced = [link for link in read.island["links"] if not link["inferred"]]
    assert [link["id"] for link in sourced if not any(title in link["cited"] for title in titles)] == []


def test_every_relation_has_a_band_at_both_ends() -> None:
    placed = {band_of(relation, end) for relation in RELATIONS for end in ("subject", "object")}
    assert placed == {band.key for band in BANDS}


def test_the_same_data_gives_the_same_bytes(view: View) -> None:
    again = Snapshot.of(reversed([*view.snapshot][1:]), view.snapshot.dataset).on(view.day)
    assert page(view) == page(again)


def test_rows_on_a_basis_not_chosen_are_not_in_the_file(leeds: Snapshot) -> None:
    island = Reading(page(leeds.on(leeds.default_day, [basis for basis in BASES if basis != "inferred"]))).island
    assert not [link for link in island["links"] if link["inferred"]]


def test_the_whole_record_leaves_nothing_out(leeds: Snapshot) -> None:
    island = Reading(html_of(leeds.on(None))).island
    assert all(link["shown"] for link in island["links"])
    assert island["left_out"] == ""


def test_header_says_what_it_is_and_what_it_is_not(exampleton: Snapshot) -> None:
    words = " ".join(Reading(html_of(exampleton.on(exampleton.default_day))).words)
    for said in (
        "Exampleton health and care: what two sources say, 2023 to March 2024",
        "Not an official chart and not today’s structure.",
        "Newest source: 5 March 2024.",
        "Tell the partnership office of Exampleton.",
        "of the facts rest on one source of 2024",
    ):
        assert said in words


def test_stated_reporting_lines_are_counted(exampleton: Snapshot) -> None:
    words = " ".join(Reading(html_of(exampleton.on(exampleton.default_day))).words)
    stated = [fact for fact in exampleton.facts.values() if fact.relation == "REPORTS_TO" and fact.basis == "stated"]
    assert f"The documents state {len(stated)} reporting lines." in words


def test_what_the_sentences_count_is_what_stands_under_who_reports(view: View, read: Reading) -> None:
    reporting = reporting_of(view)
    lines = opening_of(view).lines
    listed = {(one.subject, one.object, one.says) for sort in reporting.stated for one in sort.lines}
    stated = {(fact.subject, fact.object) for fact in view.facts_of("REPORTS_TO") if fact.basis == "stated"}
    assert {
        (line.subject, line.object, line.verb) for line in lines if (line.subject, line.object) not in stated
    } <= listed
    assert stated <= {(one.subject, one.object) for one in reporting.asserted}
    assert all(sort.title in " ".join(read.words) for sort in reporting.stated)


def test_the_date_of_a_source_is_not_said_twice(exampleton: Snapshot) -> None:
    register = Source(id="register", title="Office register, 2 May 2024", kind="register", date="2024-05-02")
    snapshot = Snapshot.of([*(row for row in exampleton if not isinstance(row, Dataset)), register], exampleton.dataset)
    words = " ".join(Reading(html_of(snapshot.on(snapshot.default_day))).words)
    assert "Office register, 2 May 2024" in words
    assert "2 May 2024, 2 May 2024" not in words


def test_parts_of_a_document_are_not_counted_as_documents(leeds: Snapshot) -> None:
    things = Reading(html_of(leeds.on(leeds.default_day))).island["things"]
    kinds = [thing["kind"] for thing in things if thing["label"] == "Source"]
    assert (kinds.count("document"), set(kinds)) == (5, {"document", "part of a document"})


def test_day_with_little_evidence_says_that_silence_is_no_finding(leeds: Snapshot) -> None:
    early = " ".join(Reading(html_of(leeds.on(date(2016, 12, 31)))).words)
    assert "can be dated to 31 December 2016" in early
    assert "can be dated to" not in " ".join(Reading(html_of(leeds.on(leeds.default_day))).words)


def test_person_in_the_chair_is_never_named_without_the_year(leeds: Snapshot) -> None:
    people = {entity.name for entity in leeds.entities.values() if entity.label == "Person"}
    chairs = [words for words in chairs_of(leeds.on(None)).values() if any(name in words for name in people)]
    assert chairs
    assert [words for words in chairs if not re.search(r", named \d{4}$", words)] == []


def test_chair_named_later_is_not_said_to_have_been_named_before(leeds: Snapshot) -> None:
    chairs = chairs_of(leeds.on(date(2016, 12, 31)))
    assert [words for words in chairs.values() if re.search(r"last named (201[7-9]|202)", words)] == []


def test_another_drawing_library_is_refused(exampleton: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[page.__module__], "VIS_NETWORK", "lib/vis-9.0.4/vis-network.min.js")
    with pytest.raises(Refused) as refused:
        page(exampleton.on(None))
    assert refused.value.exit_code == Exit.REFUSED


class TestWithoutPeople:
    """`without_people` leaves no trace of a person in the bytes."""

    def test_no_name_or_id_of_a_person_is_left(self, view: View) -> None:
        people = [entity for entity in view.snapshot.entities.values() if entity.label == "Person"]
        html = page(view, without_people=True)
        names = [name for person in people for name in (person.name, *person.aliases, person.id)]
        assert people
        assert [name for name in names if name in html] == []

    def test_names_in_notes_are_left_out_too(self, exampleton: Snapshot) -> None:
        chair = exampleton.entities["director-of-public-health"]
        noted = replace(chair, note="held by Avery Example in 2024")
        rows = [noted if isinstance(row, Entity) and row.id == chair.id else row for row in [*exampleton][1:]]
        view = Snapshot.of(rows, exampleton.dataset).on(exampleton.default_day)
        assert "Avery Example" in page(view)
        assert "Avery Example" not in page(view, without_people=True)

    def test_page_says_that_people_are_left_out(self, exampleton: Snapshot) -> None:
        view = exampleton.on(exampleton.default_day)
        assert SILENCED in page(view, without_people=True)
        assert SILENCED not in page(view)

    def test_posts_stay(self, exampleton: Snapshot) -> None:
        island = Reading(page(exampleton.on(exampleton.default_day), without_people=True)).island
        kept = {link["id"] for link in island["links"]}
        people = {entity.id for entity in exampleton.entities.values() if entity.label == "Person"}
        assert kept == {fact.id for fact in exampleton.facts.values() if not _of(fact, people)}


def _of(fact: Fact, people: set[str]) -> bool:
    return fact.subject in people or fact.object in people
