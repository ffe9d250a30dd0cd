"""Findings and questions are the same things, found once; keys last; each rule's command shows the same."""

import json
import random
import re
import shlex

import pytest
from audit.made_up import EVERY_RULE, EVERYWHERE
from evidence.made_up import HANDBOOK, MINUTES, TODAY, board, place

from ecosystem import answers
from ecosystem.audit import KINDS, MEANING, RULES, Finding, Severity, findings, questions
from ecosystem.model import LABELS, RELATIONS
from ecosystem.results import Answer
from ecosystem.snapshot import Snapshot, View
from ecosystem.terminal import render

COMMANDS = {rule.id: shlex.split(rule.on("2022-07-19", "3")) for rule in RULES.values()}
CYPHER = sorted(name for name, words in COMMANDS.items() if words[1] == "cypher")
OTHERS = sorted(COMMANDS.keys() - set(CYPHER))


@pytest.fixture(params=["leeds", "exampleton", "made up"])
def audited(request: pytest.FixtureRequest) -> View:
    """Return a view in which rules find something."""
    snapshot: Snapshot = EVERYWHERE if request.param == "made up" else request.getfixturevalue(request.param)
    return snapshot.on(snapshot.default_day)


def test_each_rule_finds_something_in_a_place_made_for_it() -> None:
    assert {finding.rule.id for finding in findings(EVERYWHERE.on(TODAY), 3)} == set(RULES)


def test_every_finding_is_a_question_and_every_question_of_a_kind_with_a_rule_is_one_finding(audited: View) -> None:
    kinds = {rule.kind for rule in RULES.values()}
    asked = [(gap.kind, gap.worded()) for gap in questions(audited, 3) if gap.kind in kinds]
    found = [(finding.gap.kind, finding.gap.worded()) for finding in findings(audited, 3)]
    assert sorted(found) == sorted(asked)
    page = {(row[1], row[2]) for row in answers.questions(audited).rows}
    assert set(found) <= page


def test_every_question_is_asked_once_under_a_kind_that_is_explained(audited: View) -> None:
    asked = [(gap.kind, gap.worded()) for gap in questions(audited, 3)]
    assert len(set(asked)) == len(asked)
    assert [kind for kind, _ in asked] == sorted((kind for kind, _ in asked), key=list(KINDS).index)


def test_no_two_findings_have_one_key(audited: View) -> None:
    keys = [finding.key for finding in findings(audited, 3)]
    assert len(set(keys)) == len(keys)


def test_findings_come_by_severity_then_rule(audited: View) -> None:
    order = [finding.rule for finding in findings(audited, 3)]
    assert order == sorted(order, key=list(RULES.values()).index)
    severities = [rule.severity for rule in RULES.values()]
    assert severities == sorted(severities, key=list(Severity).index)
    assert list(MEANING) == list(Severity)


def test_keys_are_the_same_in_whatever_order_rows_come_and_whatever_else_is_added() -> None:
    rows = list(EVERY_RULE)
    random.Random(7).shuffle(rows)
    again = place(MINUTES, HANDBOOK, *rows, board("Stranger", "minutes:9"))
    keys = {finding.key for finding in findings(EVERYWHERE.on(TODAY), 3)}
    others = {finding.key for finding in findings(again.on(TODAY), 3)}
    assert keys == {key for key in others if "stranger" not in key}


def test_the_whole_record_is_audited_as_of_its_own_day() -> None:
    assert findings(EVERYWHERE.on(None), 3) == findings(EVERYWHERE.on(TODAY), 3)


@pytest.mark.parametrize("day", [None, TODAY])
@pytest.mark.parametrize(
    "rows", [(), (HANDBOOK,), (board(at=""),)], ids=["nothing", "a source", "one without evidence"]
)
def test_little_data_has_few_findings_and_nothing_fails(rows: tuple[board, ...], day: object) -> None:
    assert len(findings(place(*rows).on(day), 3)) <= 3  # type: ignore[arg-type]


def test_rules_can_be_read_as_sentences_and_name_no_other_words_than_those_that_are_filled_in() -> None:
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
        assert {text[-1] for text in (rule.said(), rule.why, rule.do)} == {"."}
        assert "{" not in rule.said() + rule.on("2022-07-19", "3").replace("{ MATCH", "").replace("{role:", "")


def test_a_rule_says_what_a_dataset_calls_its_partnerships(exampleton: Snapshot) -> None:
    own = exampleton.dataset.own_words.get("LocalCarePartnership", LABELS["LocalCarePartnership"].singular)
    assert own in RULES["partnership-without-link"].said(exampleton.dataset)


def names(found: tuple[Finding, ...], rule: str) -> set[str]:
    return {finding.gap.about.name for finding in found if finding.rule.id == rule}


def answered(words: list[str], view: View) -> Answer:
    """Return what a command answers from the files."""
    _, command, *rest = words
    day = str(view.day)
    if command == "ask":
        values = {"as_of": day} if "--as-of" in rest else {}
        return answers.ask(rest[0], values, view.snapshot, answers.from_files(view.snapshot))
    return answers.analyse(view, rest[0]) if command == "analyse" else answers.evidence(view, int(rest[-1]))


@pytest.mark.parametrize("rule", OTHERS)
def test_the_command_of_a_rule_names_whatever_the_rule_finds(audited: View, rule: str) -> None:
    shown = json.loads(render(answered(COMMANDS[rule], audited), "json"))
    parts = shown.get("parts", [shown])
    cells = json.dumps([part["rows"] for part in parts], ensure_ascii=False)
    assert {
        name for name in names(findings(audited, 3), rule) if json.dumps(name, ensure_ascii=False) not in cells
    } == set()


@pytest.mark.parametrize("rule", CYPHER)
def test_the_query_of_a_rule_has_labels_and_relations_that_there_are(rule: str) -> None:
    known = {*LABELS, *RELATIONS, "Entity", "Body"}
    used = {name for group in re.findall(r":([A-Z][A-Za-z_|]+)", COMMANDS[rule][2]) for name in group.split("|")}
    assert used
    assert used <= known


WIDER = {
    "ended-body-with-live-relations": "the query also shows people's seats and what is part of a class",
    "mixed-loop": "the query shows every body of a loop, and loops of one kind too",
}


@pytest.mark.neo4j
@pytest.mark.parametrize("rule", CYPHER)
def test_the_query_of_a_rule_finds_in_the_graph_what_the_rule_finds(audited: View, rule: str, graph_of: object) -> None:
    store = graph_of(audited.snapshot)  # type: ignore[operator]
    query = shlex.split(RULES[rule].on(str(audited.day), "3"))[2]
    shown = {row[0] for row in store.read(query, {}).rows}
    found = names(findings(audited, 3), rule)
    if rule == "body-without-link":
        found |= names(findings(audited, 3), "partnership-without-link")
    if rule in WIDER:
        assert found <= shown
    else:
        assert found == shown
