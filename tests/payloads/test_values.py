"""Hostile strings as values: text like any other, wherever they are put."""

import re

import pytest
from cli.conftest import Ecosystem
from conftest import ByHand
from payloads.catalogue import VALUES
from payloads.conftest import World

from ecosystem.model import Entity, Fact
from ecosystem.plan import plan
from ecosystem.queries.pasting import literal
from ecosystem.snapshot import Snapshot
from ecosystem.store import Entry, Settings, Store

pytestmark = pytest.mark.neo4j

TEXTS = [text for payload in VALUES for text in payload.forms]

NOT_FOUND, USAGE, DONE = 1, 2, 0


@pytest.mark.parametrize("text", TEXTS)
def test_a_parameter_is_handed_over_and_given_back_as_it_is(text: str, ecosystem: Ecosystem, world: World) -> None:
    before = world.now()
    ended = ecosystem(
        "cypher", "RETURN $text AS text, size($text) AS size", "--param", f"text={text}", "--format", "json"
    )
    assert ended.code == DONE, ended.err
    assert f'"size": {len(text)}' in ended.out
    assert world.now() == before


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ask", "who-sits-on", "<text>"), NOT_FOUND),
        (("ask", "who-sits-on", "--body", "<text>"), NOT_FOUND),
        (("ask", "--show", "chairs", "<text>"), NOT_FOUND),
        (("ask", "<text>"), USAGE),
        (("ask", "chairs", "--as-of", "<text>"), USAGE),
        (("ask", "chairs", "--basis", "<text>"), USAGE),
        (("ask", "shared-boards", "--min-shared", "<text>"), USAGE),
        (("ask", "what-a-page-lists", "--heading", "<text>"), DONE),
        (("cypher", "RETURN $as_of AS day", "--param", "as_of=<text>"), USAGE),
        (("find", "--data", "graph", "<text>"), NOT_FOUND),
        (("show", "--data", "graph", "<text>"), NOT_FOUND),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_name_date_or_filter_is_looked_for_and_nothing_else_happens(
    words: tuple[str, ...], code: int, text: str, ecosystem: Ecosystem, world: World
) -> None:
    before = world.now()
    ended = ecosystem(*(word.replace("<text>", text) for word in words))
    assert ended.code == code, ended.err
    assert "Traceback" not in ended.err
    assert world.now() == before


def test_who_is_called_so_is_found_asked_and_told_by_that_name(
    ecosystem: Ecosystem, store: Store, exampleton: Snapshot, neo4j_server: Settings, entry: Entry,
    by_hand: ByHand, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    boards = [
        Entity(id=text, label="Board", name=f"{text} board", aliases=(text,), evidence_date="2024") for text in TEXTS
    ]
    seats = [
        Fact(
            id=f"{text}-seat",
            subject="health-board",
            relation="MEMBER_OF",
            object=text,
            evidence_date="2024",
            note=text,
        )
        for text in TEXTS
    ]
    held = Snapshot.of(
        [*exampleton.entities.values(), *exampleton.sources.values(), *boards, *seats], exampleton.dataset
    )
    store.apply(plan(None, held), None, entry)
    nodes = by_hand("MATCH (n) RETURN count(n) AS nodes")
    for text in TEXTS:
        ended = ecosystem("ask", "who-sits-on", "--body", text, "--as-of", "any", "--format", "json")
        assert (ended.code, ended.out.count('"member":')) == (DONE, 1), ended.err
        pasted = ecosystem("ask", "--show", "who-sits-on", "--body", text).out
        (written,) = re.findall(r"^:param body => (.*);$", pasted, re.MULTILINE)
        assert by_hand(f"RETURN {written} AS body") == [{"body": text}]
    assert (store.snapshot(), by_hand("MATCH (n) RETURN count(n) AS nodes")) == (held, nodes)


@pytest.mark.parametrize("text", [*TEXTS, "a\u2028\u202e\x1b[31m", "\0", "é😀"])
def test_a_text_written_as_cypher_is_that_text_to_the_database(text: str, by_hand: ByHand) -> None:
    assert by_hand(f"RETURN {literal(text)} AS text") == [{"text": text}]
