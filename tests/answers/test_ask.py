"""Asking named questions."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from answers.asking import complete

from ecosystem.answers import TWINS, ask, catalogue, from_files, from_graph
from ecosystem.answers.ask import AllRows, titled
from ecosystem.model import Statement
from ecosystem.problems import UsageError
from ecosystem.queries import library, read_query
from ecosystem.queries.values import Value
from ecosystem.results import Result
from ecosystem.snapshot import Snapshot
from ecosystem.wording import number_in_words

UNCLEAR = "with an unclear date"


def asked(snapshot: Snapshot, name: str, **given: str) -> Result:
    return ask(name, given, snapshot, from_files(snapshot))


def test_every_named_query_has_a_twin_and_every_twin_a_query() -> None:
    assert set(TWINS) == set(library())


def test_the_catalogue_holds_every_question_with_its_command() -> None:
    assert {row[2] for row in catalogue().rows} == {query.command for query in library().values()}


def test_an_answer_says_its_day_origin_bases_and_what_it_leaves_out(exampleton: Snapshot) -> None:
    result = asked(exampleton, "lines-upward", body="hill-lcp", as_of="2024-02")
    assert (result.as_of, result.origin) == (date(2024, 2, 29), "files")
    assert result.bases == ("stated", "implied", "shown")
    assert result.notes == ("Left out on 29 February 2024: 1 fact on another basis.",)


def test_an_answer_that_counts_every_basis_names_them(exampleton: Snapshot) -> None:
    assert asked(exampleton, "chairs").bases == ("stated", "implied", "shown", "inferred")
    assert asked(exampleton, "chairs", bases="shown stated").bases == ("stated", "shown")


def test_the_whole_record_leaves_nothing_out(exampleton: Snapshot) -> None:
    result = asked(exampleton, "who-sits-on", as_of="any")
    assert result.as_of is None
    assert result.notes == ()
    assert len(result.rows) == sum(fact.relation == "MEMBER_OF" for fact in exampleton.facts.values())


def test_what_an_answer_tells_of_other_days_it_does_not_call_left_out(exampleton: Snapshot) -> None:
    result = asked(exampleton, "seats-then-and-now", earlier="2023-06")
    assert any(row[3] == "not known after" for row in result.rows)
    assert not [note for note in result.notes if note.startswith("Left out")]
    assert asked(exampleton, "timeline", entity="finance-group").notes == ()
    on_a_basis = asked(exampleton, "timeline", entity="hill-lcp", bases="stated")
    assert on_a_basis.notes == ("Left out on 5 March 2024: 1 fact on another basis.",)


def test_what_has_to_be_known_to_read_an_answer_stands_below_it_also_where_it_is_empty(exampleton: Snapshot) -> None:
    then_and_now = [
        asked(exampleton, "seats-then-and-now", earlier=day, as_of="2024-03-06") for day in ("2023-06", "2024-03-05")
    ]
    assert [bool(result.rows) for result in then_and_now] == [True, False]
    assert {result.notes[0].partition(":")[0] for result in then_and_now} == {"`not known before` is not new"}


def test_an_answer_counts_the_statements_that_it_leaves_out(exampleton: Snapshot) -> None:
    rows = (row for row in exampleton if row is not exampleton.dataset)
    snapshot = Snapshot.of([*rows, complete("health-board", "yes")], exampleton.dataset)

    def notes(name: str, **given: str) -> tuple[str, ...]:
        return asked(snapshot, name, as_of="2016", **given).notes

    said_of_it = [one.property for one in snapshot.statements.values() if one.subject == "health-board"]
    assert set(said_of_it) == {"list_complete", "decision_powers"}
    assert notes("figures") == (f"Left out on 31 December 2016: {len(snapshot.statements)} statements {UNCLEAR}.",)
    assert notes("figures", entity="EHB") == (f"Left out on 31 December 2016: 2 statements {UNCLEAR}.",)
    assert re.search(f" and 1 statement {UNCLEAR}", notes("who-sits-on", body="EHB")[0])
    assert "statement" not in notes("chairs", body="EHB")[0]


def test_an_answer_about_a_source_counts_what_cites_it(exampleton: Snapshot) -> None:
    def notes(name: str, source: str) -> str:
        return asked(exampleton, name, as_of="2016", source=source).notes[-1]

    assert notes("facts-by-source", "minutes-2024") != notes("facts-by-source", "any")
    assert " and 2 statements " in notes("what-a-source-says", "minutes-2024")
    assert " and 1 statement " in notes("what-a-source-says", "constitution-2023")


def test_what_is_dated_later_than_the_day_is_said_to_be_left_out(exampleton: Snapshot) -> None:
    before = asked(exampleton, "timeline", entity="EHB", as_of="1950")
    assert (before.rows, before.notes) == ((), ("Left out: what is only dated after 31 December 1950.",))
    assert asked(exampleton, "timeline", entity="EHB").notes == ()


def test_a_day_after_the_record_is_said_to_be_so(exampleton: Snapshot) -> None:
    said = "The record speaks of days up to 5 March 2024; what came after is not in it."
    assert asked(exampleton, "chairs", as_of="2030").notes[-1] == said
    assert [said in asked(exampleton, "chairs", as_of=day).notes for day in ("2024-03-05", "any")] == [False, False]


def test_the_number_in_a_question_is_the_one_asked_for(exampleton: Snapshot) -> None:
    assert asked(exampleton, "shared-boards", min_shared="3").title == (
        "Which organisations are members or partners of three or more of the same bodies?"
    )
    assert asked(exampleton, "shared-boards").title == library()["shared-boards"].title


@pytest.mark.parametrize("name", [query.name for query in library().values() if query.numbers])
def test_every_question_with_a_number_has_it_in_its_title_once(name: str) -> None:
    query = library()[name]
    for number in query.numbers:
        assert query.title.count(f" {number_in_words(int(number.default or 0))} ") == 1
    assert titled(query, {number.name: 77 for number in query.numbers}).count("77") == len(query.numbers)


def test_nothing_found_is_none_where_the_question_counts_and_not_a_silence(exampleton: Snapshot) -> None:
    assert asked(exampleton, "shared-boards", min_shared="99").empty == (
        "None: nothing known for that day reaches `--min-shared` 99."
    )
    assert asked(exampleton, "boards-without-members", as_of="1950").empty == "None is known for that day."


def test_what_is_null_stands_after_all_else_as_in_cypher(exampleton: Snapshot) -> None:
    figure = Statement(id="z", subject="health-board", property="staff", sources=("minutes-2024:7",))
    rows = (row for row in exampleton if row is not exampleton.dataset)
    snapshot = Snapshot.of([*rows, figure], exampleton.dataset)
    lines = [row[0] for row in asked(snapshot, "what-a-source-says", source="minutes-2024").rows]
    assert lines[0] == 7
    assert set(lines[1:]) == {None}


def test_entities_may_be_named_by_alias(exampleton: Snapshot) -> None:
    assert asked(exampleton, "chairs", body="EHB").rows == asked(exampleton, "chairs", body="health-board").rows != ()


def test_an_ambiguous_name_is_a_usage_error(exampleton: Snapshot) -> None:
    twice = [*exampleton.entities.values()]
    names = Snapshot.of([*twice, type(twice[0])(id="other", label="Board", name="EHB")], exampleton.dataset)
    with pytest.raises(UsageError, match="may be any of 2"):
        asked(names, "chairs", body="EHB")


def test_an_answer_without_rows_is_an_answer(exampleton: Snapshot) -> None:
    result = asked(exampleton, "who-sits-on", body="hill-lcp")
    assert result.rows == ()
    assert result.empty == "Not stated: nothing in the sources answers this for that day."


def test_the_graph_is_asked_the_text_with_converted_values(exampleton: Snapshot) -> None:
    def read(text: str, values: Mapping[str, Value]) -> AllRows:
        assert text == library()["reach-of-direction"].text
        assert values == {"subject": "health-board", "as_of": date(2024, 3, 5), "bases": None}
        return AllRows([("A", "B", 1, ["A", "B"])], limit="20 MB")

    result = ask("reach-of-direction", {"subject": "EHB"}, exampleton, from_graph(read), origin="graph")
    assert result.rows == (("A", "B", 1, ("A", "B")),)
    assert result.origin == "graph"
    assert result.notes == ("Only the first 1 rows are given, the limit is 20 MB: ask a narrower question.",)


def test_a_query_without_a_twin_names_the_graph_as_its_place(exampleton: Snapshot) -> None:
    query, _ = read_query(
        "a", "alone", "// Why?\n//\n// So.\n//\n// @returns one:integer  x\nRETURN 1 AS one ORDER BY one"
    )
    assert query is not None
    with pytest.raises(UsageError, match="only be asked of the graph"):
        ask("alone", {}, exampleton, from_files(exampleton), queries={"alone": query})
