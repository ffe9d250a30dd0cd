"""Analyses of what holds together: who would be cut off if one body stopped, and who lies between others."""

from collections.abc import Iterator

from ecosystem.answers.analyses.analysis import Analysis, Effort, Teller, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import NOT_DEFINED, figure, named, names
from ecosystem.measures import IN_FRONT, Between, Ranked, Removal, Removals, between, formal_ties, removals
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, counted, share_in_words

FORMAL = (
    "A formal connection is a seat, a line of reporting or oversight, being part of, delivering, supporting or "
    "partnering, each as it is recorded; who works together otherwise is not known."
)
A_SHARE = "Fragmentation is the share of all pairs of other bodies that could not reach each other, from 0 to 1."
ONLY_SHORTEST = "Only shortest connections count, whichever way they are said; there may be others."
NO_TIES = "no body has a formal connection to two others"


def _stopping(view: View) -> Told:
    ties = formal_ties(view)
    found = removals(ties.graph)
    return Told(
        sentence=_what_would_part(view, found),
        columns=("body", "cut_off", "bodies_cut_off", "pairs_parted", "fragmentation"),
        rows=tuple(_stopped(view, each) for each in found.removals),
        ground=ties.ground,
        cautions=tuple(_cautions_on_stopping(found, ties.ground.ties)),
    )


def _stopped(view: View, each: Removal) -> Cells:
    cut_off = names(view, each.cut_off)
    return view.name_of(each.id), cut_off, len(cut_off), each.pairs_parted, figure(each.fragmentation)


def _what_would_part(view: View, found: Removals) -> str:
    if not found.removals:
        return "No body is the only formal connection between others: if one stopped, nobody else would be cut off."
    most = [each for each in found.removals if each.pairs_parted == found.removals[0].pairs_parted]
    if len(most) > 1:
        pairs = counted(most[0].pairs_parted, "pair of others", "pairs of others")
        any_of = f"any one of {named(view, [each.id for each in most])}"
        return f"If {any_of} stopped, {pairs} would be cut off from each other; nobody else holds more together."
    first = most[0]
    if not first.leaves_a_rest:
        return f"If {named(view, [first.id])} stopped, {_falling_apart(view, first)}."
    cut_off = f"{counted(len(first.cut_off), 'body', 'bodies')} would be cut off"
    apart = f"from the other {first.pieces[0]:,} joined to it"
    return f"If {named(view, [first.id])} stopped, {cut_off} {apart}: {named(view, first.cut_off)}."


def _falling_apart(view: View, each: Removal) -> str:
    others = f"the {counted(sum(each.pieces), 'body', 'bodies')} joined to it, {named(view, each.cut_off)},"
    largest = f", the largest of {each.pieces[0]:,}" if each.pieces[0] > 1 else ""
    return f"{others} would fall into {len(each.pieces):,} parts that nothing joins{largest}"


def _cautions_on_stopping(found: Removals, ties: int) -> Iterator[str]:
    if found.bridges:
        bridges = counted(len(found.bridges), "tie is", "ties are")
        yield f"{bridges} the only connection between what they join, of {ties:,}."
    if found.fragmentation is None:
        yield f"Fragmentation is {NOT_DEFINED} for fewer than two bodies."
    else:
        yield f"{A_SHARE} As it is: {figure(found.fragmentation)}, bodies without any connection included."
    yield FORMAL


def _go_betweens(view: View, effort: Effort) -> Told:
    ties = formal_ties(view)
    found = between(ties.graph, full=effort.full, advance=effort.advance)
    shown = [each for each in found.ranks if each.value][: IN_FRONT if found.is_sampled else None]
    return Told(
        sentence=_who_lies_between(view, found),
        columns=("rank", "body", "pairs", "share_of_pairs", "in_a_part_of", *(("margin",) if found.is_sampled else ())),
        rows=tuple(_between_row(view, found, each) for each in shown),
        ground=ties.ground,
        cautions=tuple(_cautions_on_between(found, len(shown))),
        is_partial=found.is_sampled,
    )


def _between_row(view: View, found: Between, each: Ranked) -> Cells:
    margin = (figure(found.error[each.id]),) if found.is_sampled else ()
    share = figure(each.value / found.pairs(each.id))
    return each.rank, view.name_of(each.id), figure(each.value), share, found.part[each.id], *margin


def _who_lies_between(view: View, found: Between) -> str:
    if not found.ranks:
        return f"Who lies between others is {NOT_DEFINED}: {NO_TIES}."
    first = found.ranks[0]
    most = [each.id for each in found.ranks if each.rank == 1]
    if not first.value:
        return "Nobody lies between others: all that are formally connected are so directly."
    about = "about " if found.is_sampled else ""
    if len(most) == 1:
        return f"Nobody lies between more others than {named(view, most)}: {_passing(found, first, about)}."
    pairs = f"{about}{figure(first.value):,}".removesuffix(".0")
    each = f"each lie between {pairs} pairs of others, shares of a pair added up"
    return f"{capitalised(named(view, most))} {each}, and nobody between more."


def _passing(found: Between, first: Ranked, about: str) -> str:
    number = found.pairs(first.id)
    pairs, once = ("the only pair", "") if number == 1 else (f"the {number:,} pairs", ", each pair counting once")
    share = f"{about}{share_in_words(first.value, number)} pass through it"
    return f"of the shortest formal connections between {pairs} of others it is connected with{once}, {share}"


def _cautions_on_between(found: Between, shown: int) -> Iterator[str]:
    if found.is_sampled:
        yield sampled_in_words(found.followed, found.joined)
        yield f"The {shown} in front are listed, and their ranks are as unsure; --full works out all."
    elif found.ranks:
        none = len(found.ranks) - shown
        yield f"Not listed: {counted(none, 'body', 'bodies')} between no two others."
    if found.undefined:
        bodies = counted(found.undefined, "body", "bodies")
        yield f"{capitalised(NOT_DEFINED)} for {bodies} joined, however far, to fewer than two others."
    yield ONLY_SHORTEST
    yield FORMAL


def sampled_in_words(followed: int, joined: int) -> str:
    """Return of how many bodies a sample is, and what its margins mean.

    >>> sampled_in_words(500, 2_400).partition(";")[0]
    'A sample: connections were followed from 500 of 2,400 bodies'
    """
    of_all = f"connections were followed from {followed:,} of {joined:,} bodies"
    return f"A sample: {of_all}; in nine of ten samples or more a figure is off by no more than its margin."


def _go_betweens_with(effort: Effort) -> Teller:
    return of_sources(lambda view: _go_betweens(view, effort))


HOLDING = (
    Analysis(
        "if-it-stopped",
        "If a body stopped, who would be cut off?",
        "Measured: bodies and ties that alone join others, whichever way a connection is said (articulation points and "
        "bridges), and what falls apart without each.",
        of_sources(_stopping),
    ),
    Analysis(
        "go-betweens",
        "Who lies between bodies that are otherwise apart?",
        "Measured: pairs of other bodies whose shortest connections pass through a body, each by the share of them "
        "that do (betweenness), and how many of all pairs in its part these are.",
        _go_betweens_with(Effort()),
        _go_betweens_with,
    ),
)
