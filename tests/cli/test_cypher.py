"""`ecosystem cypher`: where a query comes from, what its values are, and what is said beside its answer."""

import io
import json
import sys
from pathlib import Path

import pytest
from answers.asking import one_of_each_shape, what_must_be_named
from cli.conftest import Ecosystem

from ecosystem.queries import library
from ecosystem.shipped import shipped
from ecosystem.store import Settings, Store

CHAIRS = shipped("cypher") / "membership" / "chairs.cypher"
SEATS = "MATCH (m)-[seat:MEMBER_OF]->(b:Board) RETURN m.id AS id ORDER BY id"


@pytest.fixture
def exampleton_in_neo4j(exampleton_graph: Store, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the commands to a graph that holds Exampleton."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)


class Given(io.TextIOWrapper):
    """Standard input that holds some bytes, and may say that it is a terminal."""

    def __init__(self, data: bytes, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self.terminal = terminal

    def isatty(self) -> bool:
        """Tell what it was told."""
        return self.terminal


@pytest.mark.neo4j
def test_a_query_comes_from_the_command_a_file_or_standard_input(
    ecosystem: Ecosystem, exampleton_in_neo4j: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "MATCH (b:Board {id: $id}) RETURN b.name AS name"
    given = ("--param", "id=health-board", "--format", "csv")
    Path("my query.cypher").write_text(f"\ufeff{query}\n", encoding="utf-8")
    answers = [ecosystem("cypher", query, *given), ecosystem("cypher", "my query.cypher", *given)]
    for arguments in ((), ("-",)):
        monkeypatch.setattr(sys, "stdin", Given(query.encode()))
        answers.append(ecosystem("cypher", *arguments, *given))
    assert {(each.code, each.out) for each in answers} == {(0, "name\nExampleton Health Board\n")}


@pytest.mark.neo4j
def test_a_query_that_ends_like_a_file_is_a_query(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    assert ecosystem("cypher", "MATCH (n:Board) RETURN DISTINCT n.cypher").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.cypher",), "cannot read “nowhere.cypher”: No such file or directory"),
        (("folder.cypher",), "cannot read “folder.cypher”"),
        (("/nowhere/q.txt",), "“/nowhere/q.txt” is no query, and a query's file has a name in .cypher"),
        (("my query",), "hand it over: ecosystem cypher - < my query"),
        (("MATCH (n) RETURN n", "--data", "seed_data"), "cypher asks the graph, not files"),
        (("--data", "seed_data"), "without a server, ask the files with `ecosystem ask --data`, or in Python"),
        (("latin.cypher",), "is not UTF-8 text"),
        (("blank.cypher",), "there is no query"),
        (("",), "there is no query"),
        ((), "there is no query"),
        (("RETURN 1", "--param", "nothing"), "“nothing” is no NAME=VALUE"),
        (("RETURN 1", "--param", "=1"), "“=” is no NAME=VALUE"),
        (("RETURN 1", "--param", "a=1", "--param", "a=2"), "“a” is given twice"),
        (("secret.cypher",), "“secret.cypher” leads to a file that is no .cypher"),
    ],
)
def test_what_is_no_query_is_wrong_usage_before_a_database_is_looked_for(
    arguments: tuple[str, ...], said: str, ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Given(b"RETURN 1", terminal=True))
    Path("folder.cypher").mkdir()
    Path("secret").write_text("canary", encoding="utf-8")
    Path("secret.cypher").symlink_to("secret")
    Path("latin.cypher").write_bytes("RETURN 'é'".encode("latin-1"))
    Path("blank.cypher").write_bytes(b" \n")
    Path("my query").write_text("RETURN 1", encoding="utf-8")
    ended = ecosystem("cypher", *arguments)
    assert (ended.code, ended.out, said in ended.err) == (2, "", True), ended.err


def test_a_giant_file_is_not_read_whole(ecosystem: Ecosystem) -> None:
    Path("giant.cypher").write_text(f"RETURN '{'x' * 100_000}'", encoding="utf-8")
    ended = ecosystem("cypher", "giant.cypher")
    assert (ended.code, "has more than 20,000 characters" in ended.err) == (6, True)


@pytest.mark.neo4j
def test_a_value_is_json_or_else_text(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    given = {"a": "3", "b": "[1, null]", "c": '{"x": true}', "d": '"3"', "e": "EHB = x", "f": "NaN", "g": ""}
    query = f"RETURN {', '.join(f'${name} AS {name}' for name in given)}"
    params = [word for name, value in given.items() for word in ("--param", f"{name}={value}")]
    ended = ecosystem("cypher", query, *params, "--format", "csv")
    assert ended.out.splitlines()[1] == "3,1; ,{x: yes},3,EHB = x,NaN,"


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("condition", "given", "as_cypher"),
    [
        ("r.holds_from > $d", "2019-01-01", "r.holds_from > date('2019-01-01')"),
        ("$d >= r.holds_from", '"2020"', "date('2020-12-31') >= r.holds_from"),
        ("r.start_date > $d", "2019", "r.start_date > '2019'"),
    ],
)
def test_a_value_that_is_compared_with_a_date_is_read_to_be_like_it(
    condition: str, given: str, as_cypher: str, ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    def number(condition: str, *params: str) -> int:
        ended = ecosystem(
            "cypher", f"MATCH ()-[r]->() WHERE {condition} RETURN count(r) AS n", *params, "--format", "csv"
        )
        assert ended.code == 0, ended.err
        return int(ended.out.split()[1])

    assert number(condition, "--param", f"d={given}") == number(as_cypher) > 0


@pytest.mark.neo4j
def test_a_day_that_cannot_be_read_and_a_comparison_that_never_holds_are_told(
    ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    query = "MATCH (b:Board) WHERE b.holds_from > $d RETURN b.id AS id"
    ended = ecosystem("cypher", query, "--param", "d=soon")
    assert (ended.code, "`d` cannot be `soon`\n  fix: write 2018" in ended.err) == (2, True)
    ended = ecosystem("cypher", query.replace("$d", "'2018-04-01'"))
    assert (ended.code, "Note: holds_from is a date, and no text compares with it" in ended.err) == (0, True)


@pytest.mark.neo4j
def test_the_day_is_the_graphs_own_unless_it_is_given(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    days = ((), "2024-03-05"), (("--param", "as_of=2018"), "2018-12-31"), (("--param", "as_of=any"), "")
    for given, day in days:
        ended = ecosystem("cypher", "RETURN $as_of AS day, 1 AS one", *given, "--format", "csv")
        assert ended.out.splitlines()[1] == f"{day},1"
        assert "Data: Exampleton health and care, as of 5 March 2024" in ended.err


@pytest.mark.neo4j
@pytest.mark.parametrize("name", one_of_each_shape())
def test_the_file_of_a_question_answers_as_the_question_does(
    name: str, ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    query = library()[name]
    given = what_must_be_named(query)
    params = [word for parameter, value in given.items() for word in ("--param", f"{parameter}={value}")]
    options = [f"--{parameter}={value}" for parameter, value in given.items()]
    of_file = ecosystem("cypher", CHAIRS.parents[1] / query.topic / f"{name}.cypher", *params, "--format", "csv")
    assert of_file.code == 0, of_file.err
    assert of_file.out == ecosystem("ask", name, *options, "--format", "csv").out


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("params", "options"),
    [
        (("body=EHB",), ("--body", "EHB")),
        (("body=null", "as_of=any"), ("--as-of", "any")),
        (("as_of=2024", 'bases=["stated", "shown"]'), ("--as-of", "2024", "--basis", "stated", "--basis", "shown")),
        (("bases=stated,shown",), ("--basis", "stated", "--basis", "shown")),
    ],
)
def test_the_file_of_a_question_takes_names_days_and_lists_as_the_question_does(
    params: tuple[str, ...], options: tuple[str, ...], ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    given = [word for each in params for word in ("--param", each)]
    answer = ecosystem("cypher", CHAIRS, *given, "--format", "csv")
    assert answer.out == ecosystem("ask", "chairs", *options, "--format", "csv").out != ""


@pytest.mark.neo4j
def test_the_file_of_a_question_says_which_value_it_lacks_or_cannot_use(
    ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    file = CHAIRS.parents[1] / "change" / "seats-then-and-now.cypher"
    lacking = ecosystem("cypher", file)
    assert (lacking.code, "add it: --param earlier=…" in lacking.err) == (2, True)
    unreadable = ecosystem("cypher", file, "--param", "earlier=soon")
    assert (unreadable.code, "`earlier` cannot be `soon`" in unreadable.err) == (2, True)
    assert ecosystem("cypher", CHAIRS, "--param", "body=nobody").code == 1


@pytest.mark.neo4j
def test_a_relationship_followed_whatever_the_day_is_told_with_the_condition_to_add(
    ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    condition = "seat.holds_from <= $as_of <= seat.holds_until"
    ended = ecosystem("cypher", SEATS, "--format", "csv")
    (said,) = [line for line in ended.err.splitlines() if line.startswith("Note: ")]
    assert said.endswith(f"for one day, add the condition {condition}.")
    dated = SEATS.replace(" RETURN", f" WHERE {condition} RETURN")
    assert "Note: " not in ecosystem("cypher", dated).err
    assert "Note: " not in ecosystem("cypher", "MATCH (n) RETURN count(n) AS n").err


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a)-[r:MEMBER_OF]->(b) RETURN count(*) AS n",
        "MATCH (a)-[:MEMBER_OF]->(b) RETURN count(*) AS n",
        "MATCH (a)-[r:REPORTS_TO*1..2]->(b) RETURN count(*) AS n",
        "MATCH (a)-[:PART_OF*0..1]->(b) RETURN count(*) AS n",
        "MATCH (a)((x)-[r:REPORTS_TO]->(y)){1,2}(b) RETURN count(*) AS n",
        "MATCH (a)-[r]->(b:Board) RETURN count(*) AS n",
        "MATCH (a)-[r:MEMBER_OF]->(b)<-[:HOLDS|MEMBER_OF]-(c) RETURN count(*) AS n",
    ],
)
def test_the_condition_does_when_it_is_added(query: str, ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    said = ecosystem("cypher", query).err.rpartition("Note: ")[2].strip().rstrip(".")
    condition = said.rpartition("add the condition ")[2]
    for pattern in said.partition("write ")[2].partition(" and add ")[0].split(", "):
        bare = pattern.replace("fact2", "").replace("fact", "")
        query = query.replace(bare, pattern, 1)
    ended = ecosystem("cypher", query.replace(" RETURN", f" WHERE {condition} RETURN"))
    assert (ended.code, "Note: " in ended.err) == (0, False), ended.err


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("MATCH (b:Borad) RETURN b.name AS name", "the graph has no label `Borad`; did you mean `Board`?"),
        ("MATCH (b:board), (c:board) RETURN b.name AS name", "the graph has no label `board`; did you mean `Board`?"),
        (
            "MATCH (a)-[:MEMBEROF]->(b) RETURN a.name AS name",
            "the graph has no relation `MEMBEROF`; did you mean `MEMBER_OF`?",
        ),
        ("MATCH (b:Board) RETURN b.nmae AS name", "the graph has no property `nmae`; did you mean `name`?"),
        (
            "MATCH (b:Board {shortname: 'x'}) RETURN b",
            "the graph has no property `shortname`; did you mean `short_name`?",
        ),
        ("MATCH (b:Xyzzyx) RETURN b", "the graph has no label `Xyzzyx`; `ecosystem schema` lists what it has."),
    ],
)
def test_a_name_that_the_graph_has_not_is_told_with_the_nearest_of_the_model(
    query: str, said: str, ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    ended = ecosystem("cypher", query)
    assert (ended.code, ended.err.count("Note: "), f"Note: {said}\n" in ended.err) == (0, 1, True), ended.err


@pytest.mark.neo4j
def test_who_is_not_found_by_one_name_is_told_where_all_names_stand(
    ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    lacking = (
        "MATCH (b:Body {short_name: $n}) RETURN b.id AS id",
        "MATCH (b:Body) WHERE b.name = $n RETURN count(b) AS n",
    )
    for query in lacking:
        ended = ecosystem("cypher", query, "--param", "n=EHB")
        assert "WHERE toLower($name) IN b.called." in ended.err, query
    advised = "MATCH (b:Body) WHERE toLower($n) IN b.called RETURN b.id AS id"
    ended = ecosystem("cypher", advised, "--param", "n=EHB", "--format", "csv")
    assert (ended.out, "Note: " in ended.err) == ("id\nhealth-board\n", False)
    found = "MATCH (b:Body {name: 'Exampleton Health Board'}) RETURN b.id AS id"
    assert "Note: " not in ecosystem("cypher", found).err


@pytest.mark.neo4j
def test_a_parameter_that_a_shell_swallowed_is_explained(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    query = "MATCH (n) WHERE n.id =  RETURN n.name AS name"
    ended = ecosystem("cypher", query, "--param", "id=health-board")
    assert (ended.code, ended.out) == (2, "")
    assert "the query arrived without `$id`: between double quotes, a shell puts its own" in ended.err
    assert "put the query between single quotes, or in a file" in ended.err
    assert "arrived without a value" in ecosystem("cypher", query).err
    Path("question.cypher").write_text(query, encoding="utf-8")
    assert "shell" not in ecosystem("cypher", "question.cypher", "--param", "id=health-board").err
    assert "shell" not in ecosystem("cypher", "RETRN 1").err


@pytest.mark.neo4j
def test_a_parameter_that_is_not_used_is_told(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    ended = ecosystem("cypher", "RETURN 1 AS one", "--param", "id=x")
    assert (ended.code, "Note: --param id is not used: the query has no $id." in ended.err) == (0, True)


@pytest.mark.neo4j
def test_of_many_parameters_that_are_not_used_a_few_are_named(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    given = [word for number in range(3_000) for word in ("--param", f"unused{number}=1")]
    ended = ecosystem("cypher", "RETURN 1 AS one", *given)
    assert (ended.code, "Note: 2,995 more are not used." in ended.err, len(ended.err) < 2_000) == (0, True, True)


@pytest.mark.neo4j
def test_every_number_that_the_database_has_is_handed_over_and_no_other(
    ecosystem: Ecosystem, exampleton_in_neo4j: None
) -> None:
    smallest = ecosystem("cypher", "RETURN $n AS n", "--param", f"n={-(2**63)}", "--format", "json")
    assert json.loads(smallest.out)["rows"] == [{"n": -(2**63)}]
    for number in (str(2**63), "1" * 5_000, f"[{'1' * 5_000}]"):
        ended = ecosystem("cypher", "RETURN $n AS n", "--param", f"n={number}")
        assert (ended.code, "is a larger number than Neo4j knows" in ended.err, len(ended.err) < 500) == (2, True, True)


@pytest.mark.neo4j
def test_an_answer_cut_short_names_the_limit_and_the_remedy(ecosystem: Ecosystem, exampleton_in_neo4j: None) -> None:
    ended = ecosystem("cypher", "UNWIND range(1, 20000) AS x RETURN x", "--format", "csv")
    assert (ended.code, ended.out.count("\n")) == (0, 10_001)
    assert "Only the first 10,000 rows are given, the limit is 10,000 rows: ask for less with WHERE" in ended.err
    ended = ecosystem("cypher", "UNWIND range(1, 200) AS x RETURN x, range(1, 60000) AS xs", "--format", "json")
    assert (ended.code, "the limit is 20 MB: ask for less" in ended.out) == (0, True)
