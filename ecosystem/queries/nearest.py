"""The questions nearest to some words, with whom the words name: for people who ask in words of their own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile
from math import log
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from ecosystem.queries.library import Query

OFFERED = 3
"""How many questions are offered for words that name none."""

ALIKE = 75.0
"""The least likeness, of 100, of two words that are taken for one: `chair` and `chairs`, not `chairs` and `shared`."""

SMALL = frozenset(
    (
        *("a", "an", "and", "any", "are", "at", "be", "by", "do", "does", "for", "from", "has", "have", "how", "in"),
        *("is", "it", "its", "me", "not", "of", "on", "one", "or", "that", "the", "there", "to", "two", "what"),
        *("when", "where", "which", "who", "whom", "whose", "with"),
    )
)
"""Words that say nothing of what is asked."""

_WEIGHTS = (1.0, 0.6, 0.3)
"""What a word counts in the name of a question, in its title, and in all else that it says of itself."""

_BARE = 0.05
"""What a word of a question's name takes from it where nobody asked for that word."""

_JOINING = r"(?: (?:and|&|of|for|the|in|to|[A-Z]\S*))*"
_NAME = re.compile(rf"(?<=\s)(?!(?:I|A)\s)[A-Z]\S*(?:{_JOINING} [A-Z]\S*)?|^[A-Z]{{2,}}\S*(?:{_JOINING} [A-Z]\S*)?")
_AROUND = "?!.,;:“”\"'"


def nearest(
    words: str, queries: Mapping[str, "Query"], names: Sequence[str] = ()
) -> list[tuple["Query", Mapping[str, str]]]:
    """Return the questions most like some words, best first, each with the values that the words give it.

    Where no `names` are given, what is written with a capital, or is no word of any question, is taken for them; a
    question that can be asked of as many comes first. None are returned where no word is like any of theirs.
    """
    texts = {name: _texts(query) for name, query in queries.items()}
    names = names or names_in(words, texts.values())
    wanted = list(_words_of(_without(words, names)))
    asked = {*wanted, *map("".join, pairwise(wanted))}  # `time line` is `timeline`
    found = _scores(asked, texts)
    enough = {name: len(queries[name].header.entities) >= len(names) for name in found}
    best = sorted(found, key=lambda name: (not enough[name], -found[name], name))[:OFFERED]
    return [(queries[name], _values(queries[name], names)) for name in best]


def names_in(words: str, texts: Iterable[Sequence[frozenset[str]]]) -> list[str]:
    """Return whom or what some words name.

    >>> names_in("Who chairs the Health and Wellbeing Board?", []), names_in("chair peg", [[frozenset({"chairs"})]])
    (['Health and Wellbeing Board'], ['peg'])
    """
    capitals = [found[0].strip(_AROUND) for found in _NAME.finditer(words)]
    if capitals:
        return [name for each in capitals for name in _apart(each)]
    known = frozenset(word for text in texts for field in text for word in field)
    rest = dropwhile(lambda word: word in SMALL or _likeness(word, known), re.findall(r"[^\W_]+", words.lower()))
    name = " ".join(takewhile(lambda word: word not in SMALL, rest))
    return [name] if name else []


def _apart(name: str) -> list[str]:
    """Return the short names of a name that is nothing else, such as `PEG and ICE`; else the name."""
    words = [word for word in name.split() if word not in SMALL]
    return words if all(map(str.isupper, words)) else [name]


def _without(words: str, names: Iterable[str]) -> str:
    for name in names:
        words = words.replace(name, " ")
    return words


def _texts(query: "Query") -> tuple[frozenset[str], ...]:
    """Return the words of a question's name, of its title, and of all else that it says of itself."""
    header = query.header
    described = (f"{each.name} {each.description}" for each in (*header.parameters, *header.returns))
    texts = (query.name, query.title, f"{query.topic} {header.why} {' '.join(described)}")
    return tuple(frozenset(_words_of(text)) for text in texts)


def _words_of(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"[^\W_]+", text.lower()) if word not in SMALL)


def _scores(asked: Iterable[str], texts: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, float]:
    """Return how much each question is like the words asked; a word that few questions have says more."""
    scores = dict.fromkeys(texts, 0.0)
    for word in asked:
        likeness = {name: value for name, fields in texts.items() if (value := _best(word, fields))}
        for name, value in likeness.items():
            scores[name] += value * log(1 + len(texts) / len(likeness))
    found = {name: score for name, score in scores.items() if score}
    wanted = frozenset(asked)
    return {
        name: score - _BARE * sum(not _likeness(word, wanted) for word in texts[name][0])
        for name, score in found.items()
    }


def _best(word: str, fields: Sequence[frozenset[str]]) -> float:
    return max(weight * _likeness(word, field) for weight, field in zip(_WEIGHTS, fields, strict=True))


def _likeness(word: str, others: Iterable[str]) -> float:
    """Return how like a word is to the likest of others, from 0 to 1; 0 below what is taken for the same word."""
    return max((fuzz.ratio(word, other, score_cutoff=ALIKE) for other in others), default=0.0) / 100


def _values(query: "Query", names: Sequence[str]) -> Mapping[str, str]:
    """Return the values that a question is asked with: of whom is named, what else must be given left open."""
    needed = {each.name: "…" for each in query.header.parameters if each.default is None}
    return needed | dict(zip((each.name for each in query.header.entities), names, strict=False))
