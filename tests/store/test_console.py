"""Cypher from people: it reads, within limits, or it is refused in a sentence before it runs."""

import contextlib
import time
from collections.abc import Mapping
from datetime import date

import pytest
from neo4j import Transaction
from payloads.catalogue import QUERIES

from ecosystem.plan import plan
from ecosystem.problems import DatabaseUnreachable, Refused, UsageError
from ecosystem.snapshot import Snapshot
from ecosystem.store import LONGEST_QUERY, Entry, Explained, Limits, Store, connection, console, safety
from ecosystem.store.connection import Connection

pytestmark = pytest.mark.neo4j

TOO_LONG, TOO_DEEP = 60, 61
"""The numbers of the payloads that keep a database reading."""


def deep(depth: int) -> object:
    """Return a number within so many lists."""
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.fixture
def graph(store: Store, exampleton: Snapshot, entry: Entry) -> Store:
    """Return a connection to a graph that holds Exampleton."""
    store.apply(plan(None, exampleton), None, entry)
    return store


def test_rows_are_plain_values(graph: Store) -> None:
    answer = graph.read("MATCH (n:Person) RETURN n.id AS id, n.sources AS sources, n.holds_from AS since")
    assert answer.columns == ("id", "sources", "since")
    assert answer.rows == (("a-example", ["minutes-2024:item1"], "2024-03-05"),)
    assert not answer.limit


def test_nodes_and_relationships_are_dicts(graph: Store) -> None:
    ((node, fact, path),) = graph.read("MATCH p = (n:Person)-[r:HOLDS]->(:Post) RETURN n, r, p").rows
    assert (node["id"], node["labels"], node["last_seen"]) == ("a-example", ["Entity", "Person"], "2024-03-05")
    assert (fact["type"], fact["basis"]) == ("HOLDS", "stated")
    assert [step["id"] for step in path] == [node["id"], fact["id"], "director-of-public-health"]


def test_parameters_travel_as_values(graph: Store) -> None:
    hostile = "' OR 1=1 //"
    assert graph.read("RETURN $text AS text, $day AS day", {"text": hostile, "day": date(2022, 7, 19)}).rows == (
        (hostile, "2022-07-19"),
    )


def test_an_answer_is_cut_to_its_limits_and_says_so(graph: Store) -> None:
    many = "UNWIND range(1, 2000000) AS x RETURN x"
    begun = time.monotonic()
    answer = graph.read(many, limits=Limits(rows=10))
    assert (len(answer.rows), answer.limit) == (10, "10 rows")
    long = graph.read("UNWIND range(1, 100) AS x RETURN 'long text' AS text", limits=Limits(bytes=100))
    assert long.limit == "0.0001 MB"
    assert len(long.rows) < 10
    assert time.monotonic() - begun < 10


def test_a_query_that_takes_too_long_is_ended(graph: Store) -> None:
    begun = time.monotonic()
    with pytest.raises(DatabaseUnreachable, match="within the time limit of 1 second;"):
        graph.read("UNWIND range(1, 10000000000) AS x WITH x WHERE x < 0 RETURN x", limits=Limits(seconds=1))
    assert time.monotonic() - begun < 5


def test_a_query_that_needs_too_much_memory_is_refused_at_once(graph: Store) -> None:
    begun = time.monotonic()
    with pytest.raises(Refused, match=r"memory allows \(.*memory\.transaction.*\)"):
        graph.read("UNWIND range(1, 100000000) AS x WITH collect(x) AS xs RETURN size(xs)")
    assert time.monotonic() - begun < 20


def test_what_a_query_does_is_looked_at_each_time_before_it_runs(graph: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    explained: list[str] = []
    explain = console._explained

    def counted(connection: Connection, tx: Transaction, query: str, parameters: Mapping[str, object]) -> Explained:
        explained.append(query)
        return explain(connection, tx, query, parameters)

    monkeypatch.setattr(console, "_explained", counted)
    reading, writing = "MATCH (n {id: $id}) RETURN n.id AS id", "MATCH (n) SET n.name = $id"
    for text in ("health-board", "carers-forum"):
        assert graph.read(reading, {"id": text}).rows == ((text,),)
        with pytest.raises(Refused):
            graph.read(writing, {"id": text})
    assert explained == [reading, writing, reading, writing]


def test_queries_that_only_read_are_not_refused(graph: Store) -> None:
    for query in (
        "MATCH (a:Body)-[:MEMBER_OF*1..2]->(b:Body) RETURN count(*) AS n",
        "MATCH p = shortestPath((a {id: 'health-board'})-[*..4]-(b {id: 'delivery-group'})) RETURN length(p) AS n",
        "MATCH (a:Board) WHERE NOT EXISTS { (a)<-[:MEMBER_OF]-() } RETURN a.id ORDER BY a.id LIMIT 3",
        "MATCH (a:Board) OPTIONAL MATCH (a)-[r:REPORTS_TO]->(b) WITH a, collect(DISTINCT b.id) AS up RETURN a.id, up",
        "MATCH (a:Board) RETURN a.id AS id UNION MATCH (a:Team) RETURN a.id AS id",
        "MATCH (a:Board) CALL (a) { MATCH (a)<-[r]-() RETURN count(r) AS n } RETURN a.id, n ORDER BY n DESC SKIP 1",
        "MATCH (a:Board), (b:Board) WHERE a.sector = b.sector AND a.id < b.id RETURN a.id, b.id",
        "MATCH (a)((x)-[:REPORTS_TO]->(y)){1,3}(b) RETURN a.id, b.id",
        "MATCH (n) RETURN count(n) AS n",
        "MATCH ()-[r:MEMBER_OF {id: 'x'}]->() RETURN r.id",
        "CALL db.labels()",
        "CALL db.index.fulltext.queryNodes('names', 'forum') YIELD node, score RETURN node.id, score",
    ):
        assert graph.read(query).columns


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (n)\nRETRN n", r": it cannot read `RETRN` \(line 2, column 1\); did you mean RETURN\?\n"),
        ("MTACH (n) RETURN n", r": it cannot read `MTACH` \(line 1, column 1\); did you mean MATCH\?\n"),
        ("MATCH (n) RETURN n ODER BY n.id", r"; did you mean ORDER BY\?\n"),
        ("SELECT * FROM boards", r": it cannot read `SELECT` \(line 1, column 1\)\n"),
        ("RETURN 1 UNION", r": it ends too early \(line 1, column 15\)"),
        ("MATCH (n RETURN n", r"Invalid input 'RETURN': expected a graph pattern, a parameter, '\)', ':'"),
        ("RETURN $missing, $also", "needs a value for also, missing|needs a value for missing, also"),
        ("RETURN 1; RETURN 2", "exactly one statement"),
        ("RETURN nosuchfunction(1)", "Unknown function"),
        ("CALL nosuchprocedure()", "no procedure"),
        ("RETURN 1/0", "by zero"),
        ("", "there is no query"),
        ("// MATCH (n)\r/* RETURN n */", "there is no query"),
    ],
)
def test_a_query_that_cannot_be_answered_is_wrong_usage(graph: Store, query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        graph.read(query)
    assert raised.value.exit_code == 2


def test_explaining_tells_type_operators_and_remarks_without_running(graph: Store, exampleton: Snapshot) -> None:
    assert graph.explain("MATCH (n:Board) DETACH DELETE n").query_type == "w"
    assert graph.snapshot() == exampleton
    found = graph.explain("MATCH (n:Nonsense) RETURN n")
    assert "NodeByLabelScan" in {operator.name for operator in found.operators}
    assert {remark.code for remark in found.notifications} == {"01N50"}
    asked = "MATCH (n:Board {id: $id}) RETURN n.name"
    assert {remark.code for remark in graph.explain(asked).notifications} == {"01N60"}
    assert graph.explain(asked, {"id": "x"}).notifications == ()


def test_a_query_too_long_or_too_deep_to_be_read_is_refused_at_once(graph: Store) -> None:
    forms = [form for payload in QUERIES if payload.number in {TOO_LONG, TOO_DEEP} for form in payload.forms]
    assert len(forms) > 5
    for form in forms:
        begun = time.monotonic()
        with pytest.raises(Refused, match=r"the query (has|is nested)"):
            graph.read(form)
        assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (2**63, "is a larger number than Neo4j knows"),
        ([1, -(2**64)], "is a larger number than Neo4j knows"),
        ({"a": ["half \ud800 a pair"]}, "has half a character"),
        ({"half \ud800 a pair": 1}, "has half a character"),
        (deep(21), "is nested more than 20 deep"),
    ],
    ids=["number", "numbers", "text", "key", "depth"],
)
def test_a_value_that_the_database_has_no_form_for_is_named(graph: Store, value: object, message: str) -> None:
    with pytest.raises(UsageError, match=f"the value of `given` {message}"):
        graph.read("RETURN $given AS given", {"given": value})


def test_values_of_every_other_form_are_handed_over(graph: Store) -> None:
    value = {"a": [1.5, True, None, 2**63 - 1, -(2**63), "é😀"], "b": deep(18)}
    assert graph.read("RETURN $given AS given", {"given": value}).rows == ((value,),)


def test_a_parameter_without_a_name_is_wrong_usage(graph: Store) -> None:
    with pytest.raises(UsageError, match="is no name for a parameter"):
        graph.read("RETURN 1", {"": 1})


def test_one_row_that_is_too_large_is_refused(graph: Store) -> None:
    with pytest.raises(Refused, match=r"one row of the answer is larger than 0\.0001 MB"):
        graph.read("RETURN range(1, 100) AS numbers", limits=Limits(bytes=100))


def test_functions_that_only_work_on_values_are_not_refused(graph: Store) -> None:
    for query in (
        "RETURN date.truncate('year', date()) AS a, duration.between(date(), date()) AS b, point({x: 1, y: 2}) AS c",
        "RETURN datetime.truncate('day', datetime()) AS a, time.transaction() AS b",
        "RETURN vector.similarity.cosine([1.0, 2.0], [1.0, 2.0]) AS a",
        "RETURN DATE.truncate('year', date()) AS a, VECTOR.SIMILARITY.COSINE([1.0, 2.0], [1.0, 2.0]) AS b",
        "RETURN `date`.truncate('year', date()) AS a, `date` . `truncate`('year', date()) AS b",
    ):
        assert len(graph.read(query).rows) == 1


def test_use_may_be_a_name(graph: Store) -> None:
    for query in (
        "MATCH (n) RETURN n.use AS use, n.`use` AS explain LIMIT 1",
        "MATCH (n:Board|USE) WHERE n.use IS NULL OR n.use = $use RETURN n.id LIMIT 1",
        "UNWIND [1] AS use WITH use WHERE use > 0 RETURN use AS x, [use IN [use] | use] AS xs ORDER BY use",
        "RETURN 'USE neo4j' AS text // USE neo4j",
    ):
        assert len(graph.read(query, {"use": 1}).rows) == 1


def test_a_query_that_was_explained_for_all_that_its_text_shows_is_refused(
    graph: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "check_text", lambda _: None)
    with pytest.raises(Refused, match="explained, not run"):
        graph.read("EXPLAIN MATCH (n) RETURN n")


@pytest.mark.parametrize("part", ["x", "a . ", "`", "'", "CALL ", "a.a", "a = ", "\\u0061", "' \\", "/* ", " "])
def test_a_query_is_looked_at_in_a_moment_however_it_is_made(part: str) -> None:
    begun = time.monotonic()
    with contextlib.suppress(Refused, UsageError):
        safety.check_text(part * (LONGEST_QUERY // len(part)))
    assert time.monotonic() - begun < 10


def test_brackets_in_strings_and_comments_do_not_count(graph: Store) -> None:
    assert graph.read("RETURN '" + "(" * 100 + "' AS text // " + "[" * 100).rows == (("(" * 100,),)


def test_a_database_that_never_answers_is_given_up_after_the_time_limit(
    graph: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "GRACE_SECONDS", 0.2)
    monkeypatch.setattr(console, "check_measure", lambda _: None)
    begun = time.monotonic()
    with pytest.raises(DatabaseUnreachable, match="did not answer within"):
        graph.read(
            "MATCH (n) WHERE " + "EXISTS { MATCH (n) WHERE " * 20 + "true" + "}" * 20 + " RETURN n",
            limits=Limits(seconds=0.5),
        )
    assert time.monotonic() - begun < 5


def test_a_comment_without_an_end_is_wrong_usage(graph: Store) -> None:
    with pytest.raises(UsageError, match="comment of the query is not closed"):
        graph.read("RETURN 1 /* and so on")
