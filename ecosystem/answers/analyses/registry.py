"""Every analysis by its name, and the list of them."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from ecosystem.answers.analyses.analysis import Analysis
from ecosystem.answers.analyses.connections import CONNECTIONS
from ecosystem.answers.analyses.holding import HOLDING
from ecosystem.answers.analyses.order import ORDER
from ecosystem.answers.analyses.plans import PLANS
from ecosystem.answers.analyses.reach import REACH
from ecosystem.answers.analyses.seats import SEATS
from ecosystem.answers.analyses.tables import TABLES
from ecosystem.answers.analyses.ways import UPWARD
from ecosystem.problems import UsageError, shortened
from ecosystem.results import Result

ALL = "all"
OFFERED = 3

TOPICS: Mapping[str, tuple[Analysis, ...]] = {
    "Lines upward": (*UPWARD, *ORDER),
    "What holds together": HOLDING,
    "Seats": SEATS,
    "Tables": TABLES,
    "Formal connections": CONNECTIONS,
    "Reach and groupings": REACH,
    "Strategies": PLANS,
}
"""The analyses by topic, in the order they are told in."""

ANALYSES: Mapping[str, Analysis] = {each.name: each for topic in TOPICS.values() for each in topic}
"""The analyses by name, topic by topic."""


def analyses_named(name: str) -> tuple[Analysis, ...]:
    """Return the analysis of that name, or every one; `UsageError` offering the nearest where there is none.

    >>> [each.name for each in analyses_named("layers")], len(analyses_named("all")) == len(ANALYSES)
    (['layers'], True)
    """
    if name == ALL:
        return tuple(ANALYSES.values())
    if name in ANALYSES:
        return (ANALYSES[name],)
    offers = (f"\n    ecosystem analyse {each.name}    {each.question}" for each in _nearest(name))
    raise UsageError(f"no analysis is called “{shortened(name)}”", fix=f"take one of these:{''.join(offers)}")


def _nearest(words: str) -> list[Analysis]:
    near = sorted(ANALYSES.values(), key=lambda each: -_likeness(words.lower(), each))
    return near[:OFFERED]


def _likeness(words: str, analysis: Analysis) -> float:
    """Return how like some words a name is, or a question that has them."""
    return max(fuzz.ratio(words, analysis.name), fuzz.token_set_ratio(words, analysis.question.lower()))


def analyses() -> Result:
    """Return the analyses by topic, each with the question it answers and the command that asks it.

    >>> "ecosystem analyse layers" in [row[2] for row in analyses().rows]
    True
    """
    return Result(
        title="The analyses",
        columns=("topic", "question", "command"),
        rows=tuple(
            (topic, each.question, f"ecosystem analyse {each.name}")
            for topic, found in TOPICS.items()
            for each in found
        ),
        origin="",
        sectioned=True,
    )
