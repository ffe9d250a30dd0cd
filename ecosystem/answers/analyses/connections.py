"""Analyses of formal connections: how far they reach, how concentrated they are, who is at the core, whose overlap."""

from collections.abc import Iterator
from math import isclose

from ecosystem.answers.analyses.analysis import Analysis, Effort, Teller, Told
from ecosystem.answers.analyses.holding import FORMAL, sampled_in_words
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import NOT_DEFINED, figure, named
from ecosystem.measures import Ranked
from ecosystem.measures.cohesion import Cohesion, cohesion
from ecosystem.measures.concentration import TOP, Concentration, concentration
from ecosystem.measures.core import Core, core
from ecosystem.measures.redundancy import Redundancies, Redundancy, redundancy
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, number_in_words, share_in_words

NO_CORE = "No core stands out"
NONE = "No two bodies are known to be formally connected."
COMPARE = "Compare the figure only with that of as many bodies and the same kinds of tie."


def _cohesion(view: View, effort: Effort) -> Told:
    found = cohesion(view, full=effort.full, advance=effort.advance)
    return Told(
        sentence=_how_connected(found),
        columns=("figure", "value", *(("margin",) if found.is_sampled else ())),
        rows=tuple(row if found.is_sampled else row[:2] for row in _figures(found)),
        ground=found.ground,
        cautions=(*_sampled(found), FORMAL, COMPARE),
        is_partial=found.is_sampled,
        about=("figure",),
    )


def _sampled(found: Cohesion) -> Iterator[str]:
    if found.is_sampled:
        yield f"{sampled_in_words(found.followed, sum(map(len, found.joined)))} --full works out all."


def _how_connected(found: Cohesion) -> str:
    if not found.joined:
        return NONE
    largest, *others = found.joined
    of_all = f"{len(largest):,} of {counted(found.ground.nodes, 'body', 'bodies')}"
    parts = f"{sum(map(len, others)):,} are in {counted(len(others), 'smaller part')}"
    alone = f"{len(found.isolated):,} {'has' if len(found.isolated) == 1 else 'have'} no formal connection at all"
    rest = " and ".join([*([parts] if others else []), *([alone] if found.isolated else [])])
    return f"{of_all} are formally connected with each other, directly or through others{'; ' if rest else ''}{rest}."


def _figures(found: Cohesion) -> Iterator[Cells]:
    yield "bodies", found.ground.nodes, None
    yield "formal connections", found.ground.ties, None
    yield "parts of more than one body", len(found.joined), None
    yield "bodies in the largest part", len(found.parts[0]) if found.joined else 0, None
    yield "bodies without a formal connection", len(found.isolated), None
    yield "density (connections of all that there could be)", figure(found.density), None
    distance, efficiency = found.distance, found.efficiency
    yield "steps between two connected bodies, mean", figure(distance.value), figure(distance.margin)
    yield "efficiency (mean over all pairs of 1 / steps)", figure(efficiency.value), figure(efficiency.margin)


def _cohesion_with(effort: Effort) -> Teller:
    return of_sources(lambda view: _cohesion(view, effort))


def _concentration(view: View) -> Told:
    found = concentration(view)
    ties = found.ground.ties
    return Told(
        sentence=_how_concentrated(view, found),
        columns=("rank", "body", "connections", "of_all_connections"),
        rows=tuple(_share_row(view, one, ties) for one in found.ranks if one.value),
        ground=found.ground,
        cautions=(FORMAL, COMPARE),
        about=("body",),
    )


def _share_row(view: View, one: Ranked, ties: int) -> Cells:
    return one.rank, view.name_of(one.id), int(one.value), share_in_words(int(one.value), ties)


def _how_concentrated(view: View, found: Concentration) -> str:
    top, ties = [one.id for one in found.top], found.ground.ties
    if not top:
        return NONE
    most = f", who have most, {int(found.top[0].value):,} each," if len(top) > TOP else ""
    have = f"{most} {'has' if len(top) == 1 else 'have'}"
    part = f"a part in {found.touching_top:,} of {counted(ties, 'formal connection')}"
    share = share_in_words(found.touching_top, ties)
    return f"{capitalised(named(view, top))}{have} {part} ({share}); {_centralisation(found.centralisation)}."


def _centralisation(value: float | None) -> str:
    if value is None:
        return f"concentration is {NOT_DEFINED} for fewer than three bodies"
    return f"concentration is {value:.2f}, where 1 is all through one body and 0 is even"


def _core(view: View) -> Told:
    found = core(view)
    return Told(
        sentence=_who_is_in_the_core(view, found),
        columns=("rank", "body", "core"),
        rows=tuple((one.rank, view.name_of(one.id), int(one.value)) for one in found.numbers if one.value),
        ground=found.ground,
        cautions=tuple(_cautions_on_core(found)),
    )


def _who_is_in_the_core(view: View, found: Core) -> str:
    if not found.innermost:
        return NONE
    if found.depth == 1:
        return f"{NO_CORE}: nowhere does every body of a group have two formal connections to others of the group."
    depth = number_in_words(found.depth)
    each = f"each formally connected with at least {depth} of the others"
    return f"At the core are {len(found.innermost):,} bodies, {each}: {named(view, found.innermost)}."


def _cautions_on_core(found: Core) -> Iterator[str]:
    if alone := sum(not one.value for one in found.numbers):
        yield f"In no core: {counted(alone, 'body', 'bodies')} without a formal connection."
    yield "Such a core is of many connections among few; it is not a centre from which others are led."
    yield FORMAL


def _redundancy(view: View) -> Told:
    found = redundancy(view)
    return Told(
        sentence=_whose_are_redundant(view, found),
        columns=("body", "connections", "between_those", "to_different_circles", "redundant", "constraint"),
        rows=tuple(_redundancy_row(view, one) for one in found.bodies),
        ground=found.ground,
        cautions=tuple(_cautions_on_redundancy(found)),
    )


def _redundancy_row(view: View, one: Redundancy) -> Cells:
    figures = map(figure, (one.effective, one.share, one.constraint))
    return view.name_of(one.body), one.ties, one.among_them, *figures


def _whose_are_redundant(view: View, found: Redundancies) -> str:
    redundant = [one for one in found.bodies if one.among_them]
    if not found.bodies:
        return NONE
    if not redundant:
        return "No formal connection is redundant: no two bodies connected with the same body are connected themselves."
    most = [one.body for one in redundant if isclose(one.share, redundant[0].share)]
    some = f"{counted(len(redundant), 'has', 'have')} connections that lead to the same circle"
    whose = f"its {redundant[0].ties:,}" if len(most) == 1 else "their"
    share = f"{share_in_words(redundant[0].share, 1)} of {whose} connections lead nowhere new"
    bodies = counted(len(found.bodies), "formally connected body", "formally connected bodies")
    return f"Of {bodies}, {some}; most of all {named(view, most)}: {share}."


def _cautions_on_redundancy(found: Redundancies) -> Iterator[str]:
    if found.undefined:
        alone = counted(len(found.undefined), "body", "bodies")
        yield f"{capitalised(NOT_DEFINED)} for {alone} without a formal connection."
    yield "A redundant connection is no fault, since it holds where another fails; nor is high constraint."
    yield FORMAL


CONNECTIONS = (
    Analysis(
        "cohesion",
        "How connected are the bodies overall?",
        "Measured: parts that hang together by formal connections, density, mean distance in steps, and efficiency "
        "(Latora and Marchiori), two bodies being joined once, however many facts join them.",
        _cohesion_with(Effort()),
        _cohesion_with,
    ),
    Analysis(
        "concentration",
        "How concentrated is the system?",
        "Measured: formal connections that the three bodies with most have a part in (fewer where several tie for the "
        "last place, more where more than three tie for the first), and degree centralisation (Freeman).",
        of_sources(_concentration),
    ),
    Analysis(
        "core",
        "Who is in the core?",
        "Measured: the greatest number of formal connections that everybody in a group has to others of it (k-core).",
        of_sources(_core),
    ),
    Analysis(
        "redundant-connections",
        "Whose connections are redundant?",
        "Measured: how many of a body’s formal connections lead to different circles (effective size), the share that "
        "does not, and constraint (Burt).",
        of_sources(_redundancy),
    ),
)
