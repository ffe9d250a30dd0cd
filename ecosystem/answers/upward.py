"""What is above something, step by step, and who reports to it; where silence is an answer, it is said."""

from collections.abc import Iterator

from ecosystem.answers.rows import Said, told
from ecosystem.model import RELATIONS, WITH_SEATS, Fact, Node, basis_of, ends_of
from ecosystem.network import REPORTING
from ecosystem.paths import Reach, reach_upward
from ecosystem.snapshot import View
from ecosystem.wording import (
    NOT_STATED,
    NOT_STATED_THEN,
    WITH_OUR_INFERENCE,
    capitalised,
    facts_in_words,
    listed,
    number_in_words,
)

UPWARD = "Line upward"
REPORTING_TO_IT = "Reporting to it"
NO_LINE = f"{NOT_STATED}: no document states to whom it reports"


def line_upward(view: View, node: Node) -> Iterator[Said]:
    """Yield what is above a node step by step, or that it is not stated; what we infer stands apart."""
    asserted = view.asserted
    reach = reach_upward(asserted, node.id)
    if node.label in WITH_SEATS and not asserted.facts_from(node.id, REPORTING):
        yield Said(UPWARD, RELATIONS[REPORTING].verb, _silence(view, node))
    known = frozenset(fact.id for _, fact in _numbered(reach))
    yield from _steps(view, UPWARD, node, reach)
    if len(reach.layers) > 1:
        furthest = listed(map(view.name_of, reach.furthest))
        up = f"{furthest}, {number_in_words(len(reach.layers))} steps up"
        yield Said(UPWARD, "furthest point", up, named=reach.furthest)
    ours = f"{WITH_OUR_INFERENCE}{UPWARD.lower()}"
    yield from _steps(view, ours, node, reach_upward(view, node.id), known)


def reporting_to_it(view: View, node: Node) -> Iterator[Said]:
    """Yield who reports to a body; what we infer stands apart, with its reason as the note."""
    ours = f"{WITH_OUR_INFERENCE}{REPORTING_TO_IT.lower()}"
    lines = sorted(view.facts_to(node.id, REPORTING), key=_is_ours)
    yield from (told(view, ours if _is_ours(line) else REPORTING_TO_IT, line, node.id) for line in lines)


def _steps(view: View, section: str, node: Node, reach: Reach, known: frozenset[str] = frozenset()) -> Iterator[Said]:
    """Yield the facts of a reach: those of the node itself told of it, those of what is above it as sentences."""
    for number, fact in _numbered(reach):
        if fact.id not in known:
            if number == 1:
                yield told(view, section, fact, node.id)
            else:
                words = f"{capitalised(facts_in_words(view.snapshot, fact))}."
                yield Said(section, f"step {number}", words, fact, ends_of(fact))


def _numbered(reach: Reach) -> Iterator[tuple[int, Fact]]:
    for number, steps in enumerate(reach.layers, 1):
        yield from ((number, fact) for step in steps for fact in step.facts)


def _is_ours(fact: Fact) -> bool:
    return basis_of(fact) == "inferred"


def _silence(view: View, node: Node) -> str:
    about = view.snapshot.facts_about(node.id)
    lines = (fact for fact in about if fact.relation == REPORTING and fact.subject == node.id)
    return NO_LINE if all(map(_is_ours, lines)) else NOT_STATED_THEN
