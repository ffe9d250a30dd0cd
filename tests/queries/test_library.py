"""The queries that ship, and folders of queries."""

from pathlib import Path

import pytest

from ecosystem.model import RELATIONS
from ecosystem.problems import DataProblems, UsageError
from ecosystem.queries import library, library_of, named
from ecosystem.shipped import shipped


def test_every_query_file_that_ships_is_in_the_library() -> None:
    files = {(path.parent.name, path.stem) for path in shipped("cypher").rglob("*.cypher")}
    assert {(query.topic, query.name) for query in library().values()} == files
    assert len(files) >= 40


def test_every_query_that_ships_asks_about_a_day() -> None:
    for query in library().values():
        as_of = query.header.parameter("as_of")
        assert as_of is not None, query.name
        assert as_of.default == "dataset", query.name


def test_nothing_that_ships_speaks_of_one_place() -> None:
    assert not [query.name for query in library().values() if "leeds" in query.text.lower()]


def test_a_query_is_found_by_name_with_or_without_its_topic() -> None:
    assert named("chairs") is named("membership/chairs")
    with pytest.raises(UsageError):
        named("reporting/chairs")


def test_an_unknown_name_is_answered_with_three_commands() -> None:
    with pytest.raises(UsageError) as caught:
        named("who sits on the health board")
    offers = caught.value.fix.splitlines()[1:]
    assert len(offers) == 3
    assert any("ecosystem ask who-sits-on " in offer for offer in offers)


def test_broken_queries_of_a_folder_are_reported_together(tmp_path: Path) -> None:
    text = named("chairs").text
    for place in ("a/one", "b/one", "a/Not-A-Name"):
        path = tmp_path / f"{place}.cypher"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "a" / "no-header.cypher").write_text("RETURN 1", encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        library_of(tmp_path)
    assert {(problem.code, problem.file) for problem in caught.value.problems} == {
        ("Q9", "b/one.cypher"),
        ("Q9", "a/Not-A-Name.cypher"),
        ("Q1", "a/no-header.cypher"),
    }


def test_the_order_of_an_answer_is_read_from_its_text() -> None:
    assert named("shared-boards").order == ((2, True), (0, False), (1, False))


def test_the_relations_of_a_query_decide_what_it_leaves_out() -> None:
    assert named("seats-of").relations == {"MEMBER_OF", "PART_OF"}
    assert named("figures").relations == frozenset()
    assert named("facts-by-basis").relations == named("what-a-source-says").relations == set(RELATIONS)


def test_a_query_that_compares_days_itself_is_not_of_one_day() -> None:
    of_no_day = {query.name for query in library().values() if not query.is_of_a_day}
    assert of_no_day == {
        "seats-then-and-now", "timeline", "what-a-page-lists", "what-began-or-ended", "what-is-first-documented",
        "what-two-pages-list",
    }  # fmt: skip
