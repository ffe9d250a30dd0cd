"""The questions that the demo asks find what the sentences above the map say."""

from ecosystem.answers import ask, from_files
from ecosystem.cli.commands.demo import QUESTIONS
from ecosystem.maps import opening
from ecosystem.snapshot import Snapshot


def test_the_questions_of_the_demo_find_what_the_sentences_of_the_map_say(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    counted, shared, direction = opening(view).sentences
    known, tables, stated = (ask(name, {}, leeds, from_files(leeds)) for name in QUESTIONS)
    numbers = {str(what): number for what, number in known.rows}
    beside = numbers.pop("only what it is joined to")
    assert {len(part.ids) for part in counted.parts if part.ids} == set(numbers.values())
    assert numbers["named"] == numbers["who sits there"] + beside + numbers["neither chair, members nor direction"]
    assert next(set(part.ids) for part in shared.parts if part.ids) == {leeds.find(str(row[0])) for row in tables.rows}
    assert [row[1] for row in stated.rows] == [0, 6, 7]
    assert "six cases" in str(direction)
