"""Analyses of what formal connections make together: whom to brief to reach all, and which groupings they show."""

from collections.abc import Iterator, Mapping

from ecosystem.answers.analyses.analysis import Analysis, Effort, Teller, Told
from ecosystem.answers.analyses.connections import NONE
from ecosystem.answers.analyses.holding import FORMAL
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import figure, named, names
from ecosystem.answers.analyses.seats import OWN_SECTORS, sector_in_words
from ecosystem.measures.briefing import Briefing, briefing
from ecosystem.measures.groupings import RUNS, Group, Groupings, groupings
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import counted


def _briefing(view: View) -> Told:
    found = briefing(view)
    return Told(
        sentence=_whom_to_brief(view, found),
        columns=("within_steps", "order", "body", "reaches", "reached_by_then"),
        rows=tuple(
            (steps, order, view.name_of(one.body), one.reaches, one.so_far)
            for steps, chosen in sorted(found.lists.items(), reverse=True)
            for order, one in enumerate(chosen, 1)
        ),
        ground=found.ground,
        cautions=tuple(_cautions_on_briefing(view, found)),
    )


def _whom_to_brief(view: View, found: Briefing) -> str:
    if not found.reached:
        return NONE
    near, far = found.lists[1], [one.body for one in found.lists[2]]
    bodies = f"{counted(len(far), 'body', 'bodies')}, {named(view, far)},"
    all_joined = f"reaches all {found.reached:,} that have a formal connection within two steps"
    return f"Briefing {bodies} {all_joined}; within one step it takes {len(near):,}."


def _cautions_on_briefing(view: View, found: Briefing) -> Iterator[str]:
    if found.unreached:
        alone = counted(len(found.unreached), "body has", "bodies have")
        yield f"Not reached: {alone} no formal connection, and can only be told directly."
    yield "Each list takes whoever reaches most of those left, by id where several do; a shorter one may exist."
    if found.voted:
        same = len({one.body for one in found.lists[1]}.intersection(found.voted))
        first = f"as a check, VoteRank would name {named(view, found.voted)}"
        yield f"For one step, {first}; {same:,} of these are on the list too."
    yield FORMAL


def _groupings(view: View, effort: Effort) -> Told:
    found = groupings(view, effort.advance)
    return Told(
        sentence=_which_groups(view, found),
        columns=("grouping", "number", "bodies", "sectors", f"same_in_{RUNS}_runs"),
        rows=tuple(_group_row(view, place, group) for place, group in enumerate(found.groups, 1)),
        ground=found.ground,
        cautions=tuple(_cautions_on_groups(found)),
    )


def _group_row(view: View, place: int, group: Group) -> Cells:
    return place, len(group.bodies), names(view, group.bodies), _sectors(view, group.sectors), group.runs


def _sectors(view: View, sectors: Mapping[str, int]) -> tuple[str, ...]:
    ordered = sorted(sectors.items(), key=lambda one: (-one[1], one[0]))
    return tuple(f"{sector_in_words(view, sector)} {number:,}" for sector, number in ordered)


def _which_groups(view: View, found: Groupings) -> str:
    if not found.groups:
        return NONE
    bodies = sum(len(group.bodies) for group in found.groups)
    fall = f"{bodies:,} bodies fall into {counted(len(found.groups), 'grouping')} by their formal connections"
    largest = f"the largest, of {len(found.groups[0].bodies):,}, has {named(view, found.groups[0].bodies)}"
    return f"{fall}, the very same in {found.runs:,} of {RUNS} runs; {largest}."


def _cautions_on_groups(found: Groupings) -> Iterator[str]:
    likeness = f"{found.likeness:.2f}" if found.likeness is not None else figure(found.likeness)
    alike = f"{likeness}, over {counted(found.classified, 'body', 'bodies')} that have one"
    yield f"Likeness to the sectors, where 0 is nothing in common and 1 the same: {alike}."
    if found.ungrouped:
        yield f"In no grouping: {counted(len(found.ungrouped), 'body', 'bodies')} without a formal connection."
    yield "A grouping is a pattern in the record and not a silo; the runs begin from different orders, and may differ."
    yield OWN_SECTORS
    yield FORMAL


def _groupings_with(effort: Effort) -> Teller:
    return of_sources(lambda view: _groupings(view, effort))


REACH = (
    Analysis(
        "briefing",
        "If we must brief few bodies to reach all, which?",
        "Measured: bodies from which all others with a formal connection are a step away, or two, taken one by one "
        "(greedy cover).",
        of_sources(_briefing),
    ),
    Analysis(
        "groupings",
        "Which groupings appear, and are they the sectors?",
        "Measured: groups with many formal connections within and few between (Louvain, the best by modularity of 50 "
        "runs), and how alike they are to the sectors (normalised mutual information).",
        _groupings_with(Effort()),
        _groupings_with,
    ),
)
