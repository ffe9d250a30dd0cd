"""An atlas holds what the view shows, page by page; every line leads to its source, and no link leads nowhere."""

from dataclasses import replace
from datetime import date

import pytest
from atlas.reading import Atlas, atlas_of, faults

from ecosystem.answers import OLD_AFTER
from ecosystem.atlas import atlas, zipped
from ecosystem.atlas.addresses import PLANS, Addresses, anchor
from ecosystem.atlas.changes import stops
from ecosystem.atlas.neighbourhood import BOXES_MOST, neighbourhood
from ecosystem.atlas.site import Site
from ecosystem.audit import findings, questions
from ecosystem.evidence import Documents
from ecosystem.maps.composing import opening_of
from ecosystem.maps.heading import SILENCED
from ecosystem.model import BASES, BODIES, Dataset, Entity, Fact, Source, basis_of
from ecosystem.names import names_of, plain
from ecosystem.snapshot import Snapshot, View
from ecosystem.wording import on_day

OTHERS = {
    "index.html", "changes.html", "questions.html", "about.html", "atlas.css", "search.js", "search-index.js",
    "atlas.txt",
}  # fmt: skip


@pytest.fixture(scope="module", params=["exampleton", "leeds"])
def view(request: pytest.FixtureRequest) -> View:
    """Return each dataset on its own day."""
    snapshot: Snapshot = request.getfixturevalue(request.param)
    return snapshot.on(snapshot.default_day)


@pytest.fixture
def made(view: View) -> Atlas:
    """Return the atlas of a view, read back."""
    return atlas_of(view)


def test_every_body_plan_and_document_has_a_page_and_nothing_else_has(view: View, made: Atlas) -> None:
    wanted = {f"bodies/{one.id}.html" for one in view.snapshot.entities.values() if one.label in BODIES}
    wanted |= {f"plans/{one.id}.html" for one in view.snapshot.entities.values() if one.label in PLANS}
    wanted |= {f"documents/{one.id}.html" for one in Documents.of(view.snapshot).all}
    assert made.files.keys() == wanted | OTHERS


def test_every_page_is_well_formed_and_every_link_leads_somewhere(made: Atlas) -> None:
    assert faults(made) == []


def test_every_page_is_listed_on_the_front_page(made: Atlas) -> None:
    listed = {to for source, to, _ in made.links if source == "index.html"}
    assert {path for path in made.pages if "/" in path} <= listed


def test_every_fact_of_a_body_or_plan_stands_on_its_page_with_its_documents(view: View, made: Atlas) -> None:
    addresses, documents = Addresses.of(view.snapshot), Documents.of(view.snapshot)
    wanted = {
        (page, addresses.documents[document.id], anchor(fact))
        for node_id, page in addresses.things.items()
        for fact in view.snapshot.facts_about(node_id)
        for document in documents.cited_by(fact)
    }
    assert wanted
    assert wanted <= made.links


def test_every_statement_on_a_body_or_plan_stands_on_its_page_with_its_document(view: View, made: Atlas) -> None:
    addresses, documents = Addresses.of(view.snapshot), Documents.of(view.snapshot)
    wanted = {
        (addresses.things[said.subject], addresses.documents[document.id], anchor(said))
        for said in view.snapshot.statements.values()
        for document in documents.cited_by(said)
        if said.subject in addresses.things
    }
    assert wanted
    assert wanted <= made.links


def test_the_page_of_a_document_has_every_row_that_cites_it_once_and_no_other(view: View, made: Atlas) -> None:
    snapshot, documents = view.snapshot, Documents.of(view.snapshot)
    rows = (*snapshot.entities.values(), *snapshot.facts.values(), *snapshot.statements.values())
    for document in documents.all:
        page = made.pages[f"documents/{document.id}.html"]
        taken = [one for one in page.anchors if one[:2] in {"e-", "f-", "s-"}]
        assert sorted(taken) == sorted(anchor(row) for row in rows if document in documents.cited_by(row))


def test_every_question_stands_among_all_and_on_the_page_of_what_it_is_about(view: View, made: Atlas) -> None:
    asked, pages = questions(view, OLD_AFTER), Addresses.of(view.snapshot).things
    assert made.pages["questions.html"].text.count("?") >= len(asked)
    about = [gap for gap in asked if gap.about.id in pages]
    assert about
    for gap in about:
        question = f"{gap.question[:1].upper()}{gap.question[1:]}"
        assert " ".join(question.split()) in made.pages[pages[gap.about.id]].text


def test_the_findings_are_those_of_the_picture_the_evidence_and_the_audit(view: View, made: Atlas) -> None:
    front = made.pages["index.html"].text
    grave = [one for one in findings(view, OLD_AFTER) if one.rule.severity != "note"]
    for sentence in opening_of(view).sentences:
        assert str(sentence) in front
    assert "of the facts are stated outright" in front
    assert "rules of governance find" in front
    for finding in grave[:4]:
        assert finding.gap.worded() in front


def test_what_is_not_stated_is_said_so(view: View, made: Atlas) -> None:
    seated = {fact.object for fact in view.facts if fact.relation == "MEMBER_OF"}
    boards = [one for one in view.entities if one.label == "Board" and one.id not in seated]
    assert boards
    for board in boards:
        assert "members not stated" in made.pages[f"bodies/{board.id}.html"].text


def test_what_we_infer_stands_apart_and_is_called_so(view: View, made: Atlas) -> None:
    inferred = [fact for fact in view.facts_of("REPORTS_TO") if basis_of(fact) == "inferred"]
    assert inferred
    for fact in inferred:
        page = made.pages[f"bodies/{fact.subject}.html"]
        assert "With our inference, which no document states: line upward" in page.text
        assert ("div", "class", "section ours") in page.attributes
        assert ("b", "class", "basis inferred") in page.attributes


def test_pictures_draw_nothing_that_we_infer(view: View) -> None:
    site = Site.of(view)
    for fact in view.facts_of("REPORTS_TO"):
        drawn = neighbourhood(site, view.snapshot.entities[fact.subject])
        bands = {band.code for band in drawn.opening.bands} if drawn else set()
        stated = [one for one in view.facts_from(fact.subject, "REPORTS_TO") if basis_of(one) != "inferred"]
        assert ("answers" in bands) == bool(stated)


def test_every_header_says_what_it_is_not_and_how_old_it_is(view: View, made: Atlas) -> None:
    for page in made.pages.values():
        assert "Not an official chart and not today’s structure. Newest " in page.text
        assert f"As at {on_day(view.day).removeprefix('on ')}" in page.text
        assert f"Tell {view.snapshot.dataset.contact}." in page.text


def test_the_same_data_gives_the_same_bytes(view: View, made: Atlas) -> None:
    again = Snapshot.of(reversed([*view.snapshot][1:]), view.snapshot.dataset).on(view.day)
    twice = atlas(again)
    assert twice == made.files
    assert zipped(twice, "x") == zipped(made.files, "x")


def test_the_mark_names_every_other_file(made: Atlas) -> None:
    assert set(made.files["atlas.txt"].splitlines()[1:]) == made.files.keys() - {"atlas.txt"}


def test_search_finds_every_page_by_each_of_its_names(view: View, made: Atlas) -> None:
    addresses, snapshot = Addresses.of(view.snapshot), view.snapshot
    wanted = {
        (plain(name), page)
        for one, page in (*addresses.things.items(), *addresses.documents.items())
        for name in names_of(snapshot.entities.get(one) or snapshot.sources[one])
    }
    assert {(name, to) for _, names, _, where, to in made.index for name in names.split("|") if not where} == wanted


def test_search_finds_a_post_or_person_on_the_pages_that_name_them(view: View, made: Atlas) -> None:
    pages = Addresses.of(view.snapshot).things
    wanted = {
        (view.name_of(seat.subject), view.name_of(seat.object), pages[seat.object])
        for seat in view.snapshot.facts.values()
        if seat.relation == "MEMBER_OF" and view.label_of(seat.subject) in {"Post", "Person"}
    }
    assert wanted
    assert wanted <= {(name, where, to) for name, _, _, where, to in made.index}


def test_changes_run_between_the_years_of_the_evidence(view: View, made: Atlas) -> None:
    days = stops(view)
    assert days[-1] == view.snapshot.default_day
    page = made.pages["changes.html"]
    assert [one for one in page.anchors if one.startswith("to-")] == [f"to-{day}" for day in reversed(days[1:])]


def test_nothing_leaves_the_atlas_but_addresses_of_documents(view: View, made: Atlas) -> None:
    addresses = {one.url for one in view.snapshot.sources.values() if one.url.startswith("https://")}
    assert {link for _, link in made.abroad} - {"data:,"} <= addresses


class TestWithoutPeople:
    """`without_people` leaves no trace of a person in any file."""

    def test_no_name_or_id_of_a_person_is_left(self, view: View) -> None:
        people = [entity for entity in view.snapshot.entities.values() if entity.label == "Person"]
        names = {name for person in people for name in (person.name, *person.aliases, person.id)}
        files = atlas_of(view, without_people=True).files
        assert people
        assert {(path, name) for path, text in files.items() for name in names if name in text} == set()

    def test_people_stand_only_on_the_pages_of_others(self, view: View, made: Atlas) -> None:
        people = {entity.id for entity in view.snapshot.entities.values() if entity.label == "Person"}
        assert not people & {path.rpartition("/")[2].removesuffix(".html") for path in made.files}

    def test_every_page_says_that_people_are_left_out(self, view: View, made: Atlas) -> None:
        pages = atlas_of(view, without_people=True).pages
        assert {path for path, page in pages.items() if SILENCED in page.text} == pages.keys()
        assert not [path for path, page in made.pages.items() if SILENCED in page.text]


def test_rows_on_a_basis_not_chosen_are_on_no_page(leeds: Snapshot) -> None:
    made = atlas_of(leeds.on(leeds.default_day, [basis for basis in BASES if basis != "inferred"]))
    assert faults(made) == []
    assert not [path for path, page in made.pages.items() if ("b", "class", "basis inferred") in page.attributes]


@pytest.mark.parametrize("day", [date(2016, 12, 31), date(1990, 1, 1), None])
def test_any_day_has_an_atlas(leeds: Snapshot, day: date | None) -> None:
    assert faults(atlas_of(leeds.on(day))) == []


def test_a_picture_with_too_many_neighbours_rolls_them_up_and_says_so() -> None:
    members = [Entity(id=f"o{number}", label="Team", name=f"Team {number}", sources=("s:1",)) for number in range(60)]
    rows = [
        Source(id="s", code="1", title="Minutes", kind="document", date="2018"),
        Entity(id="council", label="Organisation", name="Council", sources=("s:1",)),
        *members,
        *(Fact(id=one.id, subject=one.id, relation="PART_OF", object="council", sources=("s:2",)) for one in members),
    ]
    view = Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(date(2018, 12, 31))
    drawn = neighbourhood(Site.of(view), view.snapshot.entities["council"])
    assert drawn is not None
    assert (len(drawn.opening.boxes), drawn.rolled_up) == (BOXES_MOST, 60 - BOXES_MOST + 2)
    assert (
        "27 neighbours are rolled up in it; the tables below name all."
        in atlas_of(view).pages["bodies/council.html"].text
    )


def test_what_has_ended_keeps_its_page_its_picture_and_says_so(leeds: Snapshot) -> None:
    page = atlas_of(leeds.on(leeds.default_day)).pages["bodies/nhs-leeds-north-ccg.html"]
    assert "ended April 2018" in page.text
    assert "svg" in page.tags


def test_an_empty_dataset_has_an_atlas() -> None:
    made = atlas_of(Snapshot.of([], Dataset(id="x", title="X", as_of="2018")).on(None))
    assert faults(made) == []
    assert made.files.keys() == OTHERS
    assert "A contact is not stated. The licence of the data is not stated." in made.pages["about.html"].text


def test_two_of_one_name_are_told_apart(exampleton: Snapshot) -> None:
    board = exampleton.entities["health-board"]
    twin = replace(board, id="another-board", aliases=(), short_name="")
    rows = [*[*exampleton][1:], twin]
    front = atlas_of(Snapshot.of(rows, exampleton.dataset).on(exampleton.default_day)).pages["index.html"].text
    assert f"{board.name} another-board" in front
    assert f"{board.name} health-board" in front
