"""Each citation of the Leeds data against the documents: do its lines exist, and do they speak of what they are for?"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from leeds.printed import DOCUMENTS, cited_lines, lines_of, names, words_at, words_of

from ecosystem.model import Cited, Entity, Fact, Statement, locator_of, source_of
from ecosystem.snapshot import Snapshot

UNNAMED = Path(__file__).parent / "citations_without_the_name.csv"
"""Citations that are right although no name is printed there, each with the reason."""

ACRONYM = re.compile("[A-Z]{2,}")

NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen"),
)


@pytest.fixture(scope="module")
def unnamed() -> set[tuple[str, str]]:
    with UNNAMED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["reason"] for row in rows)
    return {(row["row"], row["citation"]) for row in rows}


def cited(leeds: Snapshot) -> Iterator[tuple[Cited, str]]:
    rows = (*leeds.entities.values(), *leeds.facts.values(), *leeds.statements.values())
    return ((row, citation) for row in rows for citation in row.sources)


def printed(citations: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(words_at(source_of(citation), locator_of(citation)) for citation in citations))


def called(leeds: Snapshot, node: str) -> frozenset[str]:
    entity = leeds.entities.get(node)
    return words_of((entity.name, entity.short_name, *entity.aliases)) if entity else frozenset()


def meant(leeds: Snapshot, row: Cited) -> frozenset[str]:
    """Return the words of the names that a row cites its sources for."""
    if isinstance(row, Entity):
        return called(leeds, row.id)
    if isinstance(row, Fact):
        return called(leeds, row.subject) | called(leeds, row.object)
    assert isinstance(row, Statement)
    return called(leeds, row.subject) | words_of((row.property, row.value))


def test_the_five_documents_are_those_the_data_cites(leeds: Snapshot) -> None:
    assert {path.stem for path in DOCUMENTS.glob("*.txt")} == {source_of(citation) for _, citation in cited(leeds)}


def test_an_acronym_that_no_document_prints_is_said_not_to_be(leeds: Snapshot) -> None:
    everywhere = frozenset().union(*(line for path in DOCUMENTS.glob("*.txt") for line in lines_of(path.stem)))
    ours = {
        (entity.id, called)
        for entity in leeds.entities.values()
        for called in (entity.name, entity.short_name, *entity.aliases)
        if ACRONYM.fullmatch(called) and called.lower() not in everywhere
    }
    assert ours
    assert {(one, called) for one, called in ours if "not printed" not in leeds.entities[one].note} == set()


def test_every_line_cited_exists(leeds: Snapshot) -> None:
    beyond = {
        citation
        for _, citation in cited(leeds)
        if not (lines := cited_lines(locator_of(citation))) or lines[-1] > len(lines_of(source_of(citation)))
    }
    assert beyond == set()


def test_every_line_cited_prints_a_word_of_the_names_it_is_cited_for(
    leeds: Snapshot, unnamed: set[tuple[str, str]]
) -> None:
    silent = {(row.id, citation) for row, citation in cited(leeds) if not names(meant(leeds, row), printed([citation]))}
    assert silent == {(row, citation) for row, citation in unnamed if citation}


def test_what_a_fact_cites_names_both_its_ends(leeds: Snapshot, unnamed: set[tuple[str, str]]) -> None:
    silent = set()
    for fact in leeds.facts.values():
        for end in (fact.subject, fact.object):
            if fact.sources and end in leeds.entities and not names(called(leeds, end), printed(fact.sources)):
                silent.add((fact.id, ""))
    assert silent == {(row, citation) for row, citation in unnamed if not citation}


def test_every_whole_number_stated_is_printed_in_the_lines_cited(leeds: Snapshot) -> None:
    unprinted = set()
    for statement in leeds.statements.values():
        if statement.value.isdigit():
            words = {word.replace(",", "") for word in printed(statement.sources)}
            number = int(statement.value)
            spelled = NUMBERS[number] if number < len(NUMBERS) else statement.value
            if words.isdisjoint({statement.value, spelled}):
                unprinted.add(statement.id)
    assert unprinted == set()
