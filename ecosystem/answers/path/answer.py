"""The answer on a path: one sentence to quote, then the steps that sources assert, and apart those that we infer."""

from collections.abc import Iterator

from ecosystem.answers.path.notes import notes
from ecosystem.answers.path.sentences import (
    as_short,
    connection_in_words,
    dated,
    furthest_in_words,
    line_in_words,
    named,
    sentence,
    step_in_words,
)
from ecosystem.dates import spoken
from ecosystem.model import Fact, Node, Source, basis_of
from ecosystem.network import may_be_above
from ecosystem.paths import Found, Route, found_between, reach_upward
from ecosystem.problems import UsageError
from ecosystem.results import Cells, Part, Report
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, WITH_OUR_INFERENCE, capitalised, citations, facts_in_words, listed, when_said

COLUMNS = ("step", "says", "role", "when", "basis", "sources", "note")
CONNECTION = "Connection"
WE_INFER = "we infer that"


def path(view: View, one: str, other: str, origin: str = "files") -> Report:
    """Return how two things are joined; parts without rows say that there is nothing.

    `NotFound` and `UsageError` as for names; `UsageError` also where both names mean the same, or one means a source.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> rows = [
    ...     Entity(id="board", label="Board", name="Board", evidence_date="2018"),
    ...     Entity(id="panel", label="Board", name="Panel", evidence_date="2018"),
    ...     Fact(id="1", subject="panel", relation="REPORTS_TO", object="board", evidence_date="2018", basis="stated"),
    ... ]
    >>> path(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None), "Panel", "Board").lead
    ('Panel reports to Board (documented 2018).',)
    """
    first, second = _ends(view, one, other)
    asserted, ours = found_between(view, first.id, second.id)
    return Report(
        title=f"{first.name} – {second.name}",
        lead=(_headline(view, first, second, asserted, ours),),
        parts=(*_asserted(view, first, second, asserted), *_inferred(view, ours)),
        origin=origin,
        as_of=view.day,
        bases=view.bases_chosen,
        notes=tuple(notes(view, first, second, asserted, ours)),
    )


def _ends(view: View, one: str, other: str) -> tuple[Node, Node]:
    nodes = []
    for name in (one, other):
        node = view.snapshot.node(view.snapshot.find(name))
        assert node is not None  # noqa: S101 - what is found is there
        if isinstance(node, Source):
            fix = f"`ecosystem show {node.id}` tells what it lists and supports"
            raise UsageError(f"“{node.title}” is a source: it speaks of things and is not joined to them", fix=fix)
        nodes.append(node)
    first, second = nodes
    if first is second:
        fix = f"name two things; `ecosystem show {first.id}` tells all that is said of this one"
        raise UsageError(f"both names mean {first.name}", fix=fix)
    return first, second


def _headline(view: View, one: Node, other: Node, asserted: Found, ours: Found) -> str:
    if asserted.lines:
        return sentence("; ".join(f"{line_in_words(view, line)}{dated(view, line.facts)}" for line in asserted.lines))
    first, second, found = named(view, one.id), named(view, other.id), list(_instead(view, asserted, ours))
    if not _may_be_in_line(view, one, other):
        return sentence("; ".join(found or [f"how {first} and {second} are connected is {NOT_STATED}"]))
    day = f" for {spoken(view.day.isoformat())}" if view.day else ""
    neither = f"no source states{day} that {first} or {second} is above the other"
    return sentence("; ".join([neither, *found]) if found else f"{neither}, or how they are connected")


def _instead(view: View, asserted: Found, ours: Found) -> Iterator[str]:
    """Yield what there is where sources assert no line upward."""
    if ours.lines:
        yield from (_with_ours(view, line, line_in_words(view, line)) for line in ours.lines)
    elif asserted.joined:
        yield f"{connection_in_words(view, asserted.joined)}{dated(view, asserted.joined.facts)}"
    elif ours.joined:
        yield _with_ours(view, ours.joined, connection_in_words(view, ours.joined))


def _with_ours(view: View, route: Route, words: str) -> str:
    if len(route.steps) == 1:
        return f"{WE_INFER} {words}{dated(view, route.facts)}"
    inferred = listed(step_in_words(view, step) for step in route.steps if step.is_ours)
    return f"if we infer rightly that {inferred}, {words}{dated(view, route.facts)}"


def _may_be_in_line(view: View, *nodes: Node) -> bool:
    return all(may_be_above(view.snapshot.entities.get(node.id)) for node in nodes)


def _asserted(view: View, one: Node, other: Node, found: Found) -> Iterator[Part]:
    yield from (_part(view, _line_title(view, line), line) for line in found.lines)
    if not found.lines and _may_be_in_line(view, one, other):
        yield Part(title="Line upward", lead=_how_far(view.asserted, one, other), columns=COLUMNS, rows=())
    if found.joined:
        yield _part(view, CONNECTION, found.joined)
    elif not found.lines:
        yield Part(title=CONNECTION, lead="No chain of formal connections is stated.", columns=COLUMNS, rows=())


def _how_far(view: View, *nodes: Node) -> str:
    reaches = {node.id: reach_upward(view, node.id) for node in nodes}
    if not any(reach.layers for reach in reaches.values()):
        return "No line upward of either is stated."
    return sentence("; ".join(furthest_in_words(view, node_id, reach) for node_id, reach in reaches.items()))


def _inferred(view: View, found: Found) -> Iterator[Part]:
    yield from (_part(view, f"{WITH_OUR_INFERENCE}{_line_title(view, line)}", line) for line in found.lines)
    if found.joined:
        yield _part(view, f"{WITH_OUR_INFERENCE}{CONNECTION.lower()}", found.joined)


def _line_title(view: View, line: Route) -> str:
    return f"line upward from {view.name_of(line.nodes[0])} to {view.name_of(line.nodes[-1])}"


def _part(view: View, title: str, route: Route) -> Part:
    rows = (_row(view, number, fact) for number, step in enumerate(route.steps, 1) for fact in step.facts)
    return Part(title=capitalised(title), lead=as_short(view, route), columns=COLUMNS, rows=tuple(rows))


def _row(view: View, number: int, fact: Fact) -> Cells:
    words = facts_in_words(view.snapshot, fact)
    says = sentence(f"{WE_INFER} {words}" if basis_of(fact) == "inferred" else words)
    return number, says, fact.role, when_said(view, fact), basis_of(fact), citations(view.snapshot, fact), fact.note
