"""Favourites for Neo4j Browser: one for each question and relation, whole by itself, and answering as it should."""

import io
import re
import zipfile
from datetime import date

import pytest
from answers.asking import what_must_be_named

from ecosystem.answers import ask, from_files
from ecosystem.browsing import favourites, packed
from ecosystem.browsing.favourites import ASKED, favourite
from ecosystem.browsing.pictures import FOLDER, picture
from ecosystem.model import BASES, RELATIONS, Dataset
from ecosystem.queries import converted, library
from ecosystem.queries.text import code_of
from ecosystem.snapshot import Snapshot, View
from ecosystem.store import Store

FIRST = "only-what-is-asked"


@pytest.fixture
def view(exampleton: Snapshot) -> View:
    """Return Exampleton on its own day."""
    return exampleton.on(exampleton.default_day)


def values_asked(text: str) -> str:
    """Return the line that holds what is asked."""
    return next(line for line in text.splitlines() if line.startswith("WITH"))


def test_there_is_one_for_each_question_in_its_topic_and_one_for_each_relation(view: View) -> None:
    questions = {f"{query.topic}/{query.name}.cypher" for query in library().values()}
    pictures = {f"{FOLDER}/{name}.cypher" for name in [*(each.slug for each in RELATIONS.values()), FIRST]}
    assert set(favourites(view)) == questions | pictures


def test_its_first_line_is_its_name_and_no_two_have_the_same(view: View) -> None:
    names = {name: text.partition("\n")[0] for name, text in favourites(view).items()}
    assert len(set(names.values())) == len(names)
    assert {names[f"{query.topic}/{query.name}.cypher"] for query in library().values()} == {
        f"// {query.title}" for query in library().values()
    }


def test_it_is_one_statement_that_needs_no_parameter(view: View) -> None:
    code = {name: code_of(text) for name, text in favourites(view).items()}
    assert not [name for name, text in code.items() if re.search(r"[;$]", text)]


def test_no_question_uses_the_name_of_what_is_asked() -> None:
    assert not [name for name, query in library().items() if re.search(rf"\b{ASKED}\b", code_of(query.text))]


def test_it_asks_of_the_day_and_the_bases_looked_at(exampleton: Snapshot) -> None:
    stated = exampleton.on(date(2023, 5, 1), ["stated"])
    text = favourites(stated)["membership/who-sits-on.cypher"]
    assert values_asked(text) == "WITH {body: null, as_of: date('2023-05-01'), bases: ['stated']} AS asked"
    whole = favourites(exampleton.on(None))["membership/who-sits-on.cypher"]
    assert values_asked(whole) == "WITH {body: null, as_of: null, bases: null} AS asked"


def test_what_must_be_named_is_an_example_from_the_data(view: View) -> None:
    drawn = favourites(view)
    seats = [fact.object for fact in view.facts if fact.relation == "MEMBER_OF"]
    first, second = re.findall(r"(?:first|second): '([\w-]+)'", drawn["membership/overlap-of-two-bodies.cypher"])
    assert first != second
    assert seats.count(first) >= seats.count(second) == sorted(map(seats.count, set(seats)))[-2]
    earliest = min(source.date for source in view.snapshot.sources.values() if source.date)
    assert f"earlier: date('{earliest[:4]}" in drawn["change/seats-then-and-now.cypher"]


@pytest.mark.parametrize("name", [name for name, query in library().items() if what_must_be_named(query)])
def test_an_example_has_an_answer(name: str, view: View) -> None:
    query = library()[name]
    drawn = values_asked(favourites(view)[f"{query.topic}/{name}.cypher"])
    examples = dict(re.findall(r"(\w+): '([^']+)'", drawn))
    given = {key: examples.get(key, value) for key, value in what_must_be_named(query).items()}
    assert ask(name, given, view.snapshot, from_files(view.snapshot)).rows


def test_the_source_and_the_thing_shown_are_those_of_which_most_is_said(view: View) -> None:
    drawn = favourites(view)
    assert "{source: 'minutes-2024'," in values_asked(drawn["evidence/what-a-source-says.cypher"])
    [thing] = re.findall(r"entity: '([^']+)'", values_asked(drawn["change/timeline.cypher"]))
    assert thing in view.snapshot.entities


def test_data_without_an_example_leaves_the_place_empty() -> None:
    bare = Snapshot.of([], Dataset(id="x", title="X", as_of="2020"))
    text = favourites(bare.on(bare.default_day))["membership/overlap-of-two-bodies.cypher"]
    assert values_asked(text).startswith("WITH {first: null, second: null, as_of: date('2020-12-31')")


def test_a_picture_leaves_out_what_we_infer_unless_it_was_asked_for(exampleton: Snapshot) -> None:
    reporting = RELATIONS["REPORTS_TO"]
    assert "['stated', 'implied', 'shown'] AS bases" in picture(reporting, exampleton.on(None))
    assert "['inferred'] AS bases" in picture(reporting, exampleton.on(None, ["inferred"]))


def test_the_zip_holds_every_favourite_in_its_folder_and_is_the_same_each_time(view: View) -> None:
    texts = favourites(view)
    with zipfile.ZipFile(io.BytesIO(packed(texts))) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == texts
    assert packed(texts) == packed(favourites(view))


def test_every_question_has_a_favourite_on_any_day_also_before_the_oldest_source(exampleton: Snapshot) -> None:
    names = {f"{query.topic}/{query.name}.cypher" for query in library().values()}
    for day in (None, date(1950, 1, 1)):
        assert favourites(exampleton.on(day)).keys() >= names


@pytest.mark.neo4j
@pytest.mark.parametrize("name", library())
def test_a_favourite_answers_as_its_question_does(name: str, exampleton_graph: Store, exampleton: Snapshot) -> None:
    query = library()[name]
    for day in (exampleton.default_day, None):
        asked_of = converted(query, what_must_be_named(query), exampleton.default_day, exampleton.find)
        values = asked_of | {"as_of": day}
        asked = exampleton_graph.read(query.text, values)
        assert exampleton_graph.read(favourite(query, values)) == asked


@pytest.mark.neo4j
@pytest.mark.parametrize("relation", RELATIONS)
def test_a_picture_draws_the_facts_that_are_shown_and_no_inferred_one(
    relation: str, exampleton_graph: Store, exampleton: Snapshot
) -> None:
    view = exampleton.on(exampleton.default_day, BASES[:-1])
    drawn = picture(RELATIONS[relation], view).replace("RETURN drawn\n", "RETURN fact.id AS id\n")
    ids = [row[0] for row in exampleton_graph.read(drawn).rows]
    assert ids == sorted(fact.id for fact in view.facts if fact.relation == relation)
