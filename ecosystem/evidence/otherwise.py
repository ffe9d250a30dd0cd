"""What is known instead of what is asked: who is named at other times."""

from collections.abc import Sequence

from ecosystem.dates import Status
from ecosystem.model import Fact, basis_of
from ecosystem.snapshot import View
from ecosystem.wording import listed, newest_evidence, when

NAMED = 3
"""How many are named before the rest is counted."""


def not_shown(view: View, node_id: str, *relations: str) -> tuple[Fact, ...]:
    """Return the facts of these relations whose object is that node, and which are not shown on the day."""
    about = view.snapshot.facts_about(node_id)
    meant = (fact for fact in about if fact.object == node_id and fact.relation in relations)
    return tuple(fact for fact in meant if basis_of(fact) in view.bases and not view.shows(fact))


def at_other_times(view: View, facts: Sequence[Fact]) -> str:
    """Return in words who is the subject of facts that are not shown, with the year of each; empty where nobody is."""
    named = [f"{view.name_of(fact.subject)} ({_dated(view, fact)})" for fact in facts[:NAMED]]
    more = [f"{len(facts) - NAMED:,} more"] if len(facts) > NAMED else []
    return f"named at other times: {listed([*named, *more])}" if facts else ""


def known_instead(*parts: str) -> str:
    """Return what is known instead in one line, without what is empty.

    >>> known_instead("is part of Board", "", "no chair is named")
    'is part of Board; no chair is named'
    """
    return "; ".join(part for part in parts if part)


def _dated(view: View, fact: Fact) -> str:
    return when(view, fact) if view.status(fact) is Status.OUTSIDE else newest_evidence(view.snapshot, fact)
