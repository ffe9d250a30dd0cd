r"""Cypher text is read as Neo4j reads it: where a comment ends, and what `\u` stands for."""

import pytest
from neo4j import GraphDatabase

from ecosystem.queries.text import code_of, unescaped
from ecosystem.store import Settings

NAMES = (
    r"\u0061", r"\\u0061", r"\\\u0061", r"\\\\u0061", r"\x\u0061", r"\u005cu0061", r"\u005c\u0061", r"\u005c\\u0061",
    r"\\u0060",
)  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_comment_ends_with_its_line_however_lines_end(end: str) -> None:
    assert code_of(f"RETURN 1 // one{end}, 2") == f"RETURN 1       {end}, 2"


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\f", "\v"])
def test_no_other_mark_ends_a_comment(mark: str) -> None:
    assert code_of(f"RETURN 1 // one{mark}, 2").strip() == "RETURN 1"


@pytest.mark.neo4j
def test_comments_end_where_neo4j_ends_them(neo4j_server: Settings) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as driver:
        for end in ("\n", "\r", "\u2028", "\x85", "\f", "\v", r"\u000a", r"\u000d"):
            text = f"RETURN 1 AS a // one{end}, 2 AS b"
            read = driver.execute_query(text).keys
            assert ("b" in code_of(unescaped(text))) == (read == ["a", "b"]), repr(end)


@pytest.mark.neo4j
def test_escapes_are_read_as_neo4j_reads_them(neo4j_server: Settings) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as driver:
        read = {name: driver.execute_query(f"RETURN 1 AS `{name}`").keys for name in NAMES}
    assert {(name, *keys) for name, keys in read.items()} == {(name, unescaped(name)) for name in NAMES}
