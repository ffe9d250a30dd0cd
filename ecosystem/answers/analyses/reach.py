"""Analyses of what formal connections make together: whom to brief to reach all, and which groupings they show."""

from collections.abc import Iterator, Mapping

from ecosystem.answers.analyses.analysis import Analysis, Effort, Teller, Told
from ecosystem.answers.analyses.connections import NONE
from ecosystem.answers.analyses.holding import FORMAL
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import NOT_DEFINED, figure, named, names
from ecosystem.answers.analyses.seats import OWN_SECTORS, sector_in_words
from ecosystem.measures.briefing import Briefing, briefing
from ecosystem.measures.groupings import RUNS, Group, Groupings, groupings
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import counted


def _briefing(view: View, effort: Effort) -> Told:
    found = briefing(view, effort.advance)
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
    all_joined = f"{found.reached:,} of {counted(found.ground.nodes, 'body', 'bodies')}"
    rest = ", all that have a formal connection" if found.unreached else ""
    return f"Briefing {bodies} reaches within two steps {all_joined}{rest}; within one step it takes {len(near):,}."


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
    found = groupings(view, full=effort.full, advance=effort.advance)
    return Told(
        sentence=_which_groups(view, found),
        columns=("grouping", "number", "bodies", "sectors", "same_in_runs"),
        rows=tuple(_group_row(view, place, group) for place, group in enumerate(found.groups, 1)),
        ground=found.ground,
        cautions=tuple(_cautions_on_groups(found)),
        is_partial=0 < found.of_runs < RUNS or _is_too_large(found),
    )


def _group_row(view: View, place: int, group: Group) -> Cells:
    return place, len(group.bodies), names(view, group.bodies), _sectors(view, group.sectors), group.runs


def _sectors(view: View, sectors: Mapping[str, int]) -> tuple[str, ...]:
    ordered = sorted(sectors.items(), key=lambda one: (-one[1], one[0]))
    return tuple(f"{sector_in_words(view, sector)} {number:,}" for sector, number in ordered)


def _which_groups(view: View, found: Groupings) -> str:
    if _is_too_large(found):
        return f"Which groupings appear among {found.ground.ties:,} formal connections is not worked out unless asked."
    if not found.groups:
        return NONE
    bodies = sum(len(group.bodies) for group in found.groups)
    fall = f"{bodies:,} bodies fall into {counted(len(found.groups), 'grouping')} by their formal connections"
    largest = f"the largest, of {len(found.groups[0].bodies):,}, has {named(view, found.groups[0].bodies)}"
    return f"{fall}, the very same in {found.runs:,} of {found.of_runs:,} runs; {largest}."


def _is_too_large(found: Groupings) -> bool:
    return not found.of_runs and bool(found.ground.ties)


def _cautions_on_groups(found: Groupings) -> Iterator[str]:
    if _is_too_large(found):
        yield f"It takes long: --full makes {RUNS} runs, and says how much of them is done."
        return
    if 0 < found.of_runs < RUNS:
        yield f"Of so many connections there are {found.of_runs:,} runs only; --full makes {RUNS}."
    if found.groups:
        yield f"Modularity, where 0 is no more within groups than by chance: {figure(found.modularity)}."
        yield _likeness(found)
    if found.ungrouped:
        yield f"In no grouping: {counted(len(found.ungrouped), 'body', 'bodies')} without a formal connection."
    yield "A grouping is a pattern in the record and not a silo; the runs begin from different orders, and may differ."
    yield OWN_SECTORS
    yield FORMAL


def _likeness(found: Groupings) -> str:
    over = f"over {counted(found.classified, 'body', 'bodies')} that have one"
    if found.likeness is None or found.by_chance is None:
        return f"Likeness to the sectors is {NOT_DEFINED}, {over}: all are of one grouping, or of one sector."
    chance = f"dealt out at random the sectors would have {found.by_chance:.2f}"
    return f"Likeness to the sectors, where 1 is the same: {found.likeness:.2f}, {over}; {chance}."


def _briefing_with(effort: Effort) -> Teller:
    return of_sources(lambda view: _briefing(view, effort))


def _groupings_with(effort: Effort) -> Teller:
    return of_sources(lambda view: _groupings(view, effort))


REACH = (
    Analysis(
        "briefing",
        "If we must brief few bodies to reach all, which?",
        "Measured: bodies from which all others with a formal connection are a step away, or two, taken one by one "
        "(greedy cover).",
        _briefing_with(Effort()),
        _briefing_with,
    ),
    Analysis(
        "groupings",
        "Which groupings appear, and are they the sectors?",
        "Measured: groups with many formal connections within and few between (Louvain, the best by modularity of all "
        "runs), and how alike they are to the sectors (normalised mutual information).",
        _groupings_with(Effort()),
        _groupings_with,
    ),
)
