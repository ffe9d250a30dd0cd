"""The questions offered for words that name none."""

import pytest

from ecosystem.problems import UsageError
from ecosystem.queries import library, named
from ecosystem.queries.nearest import names_in, nearest


def commands(words: str) -> list[str]:
    return [query.command_with(given) for query, given in nearest(words, library())]


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("who chairs PEG?", "ecosystem ask chairs --body PEG"),
        ("chair PEG", "ecosystem ask chairs --body PEG"),
        ("chair peg", "ecosystem ask chairs --body peg"),
        ("who sits on the health board", 'ecosystem ask who-sits-on --body "health board"'),
        ("Who chairs the Health and Wellbeing Board?", 'ecosystem ask chairs --body "Health and Wellbeing Board"'),
        ("who sits on both PEG and ICE", "ecosystem ask overlap-of-two-bodies --first PEG --second ICE"),
        ("boards without chair", "ecosystem ask boards-without-a-chair"),
    ],
)
def test_the_first_offer_is_what_was_meant_with_whom_it_was_meant_of(words: str, command: str) -> None:
    assert commands(words)[0] == command


def test_members_of_a_body_are_offered_as_those_who_sit_there() -> None:
    assert "ecosystem ask who-sits-on --body PEG" in commands("members PEG")


def test_words_like_those_of_no_question_are_offered_none() -> None:
    assert commands("xyzzy") == []
    with pytest.raises(UsageError) as raised:
        named("xyzzy")
    assert raised.value.fix == "`ecosystem ask` lists the questions by topic, as `questions()` does in Python"


def test_what_must_be_given_is_left_open() -> None:
    assert "ecosystem ask timeline --entity …" in commands("what is dated in order of days")


@pytest.mark.parametrize("name", library())
def test_the_words_of_a_question_find_it(name: str) -> None:
    found = nearest(library()[name].title.lower(), library())
    assert name in {query.name for query, _ in found}


def test_names_are_told_from_words() -> None:
    assert names_in("Who chairs LTHT LCC", []) == ["LTHT", "LCC"]
    assert names_in("PEG", []) == ["PEG"]
    assert names_in("Who chairs what", [[frozenset({"chairs"})]]) == []
