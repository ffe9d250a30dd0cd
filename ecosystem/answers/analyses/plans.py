"""Analyses of strategies, plans and frameworks: whose they are."""

from collections.abc import Iterator

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import names
from ecosystem.dates import spoken
from ecosystem.measures.strategies import DUTIES, OWNER, Responsible, Strategies, strategies
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, counted, kind_of, listed, when


def _strategies(view: View) -> Told:
    found = strategies(view)
    return Told(
        sentence=_what_is_lacking(view, found),
        columns=("strategy", "form", "owned_by", "delivered_by", "overseen_by", "when"),
        rows=tuple(_row(view, one) for one in found.in_force),
        ground=found.ground,
        cautions=tuple(_cautions(found)),
        about=("strategy",),
    )


def _row(view: View, one: Responsible) -> Cells:
    duties = (names(view, one.by(duty)) or NOT_STATED for duty in DUTIES)
    return one.strategy.name, kind_of(one.strategy, view.snapshot.dataset), *duties, when(view, one.strategy)


def _what_is_lacking(view: View, found: Strategies) -> str:
    number = len(found.in_force)
    if not number:
        return "No strategy, plan or framework is known to be in force."
    none = sum(len(one.lacking) == len(DUTIES) for one in found.in_force)
    owner, deliverer, overseer = (found.lacking[duty] for duty in DUTIES)
    which = " not known to have ended" if view.day else ""
    return (
        f"Of {counted(number, 'strategy, plan or framework', 'strategies, plans and frameworks')}{which}, "
        f"{counted(owner, 'is', 'are')} without a stated owner, {deliverer:,} without anybody stated to deliver them, "
        f"{overseer:,} without anybody stated to oversee or direct them and {none:,} without any of the three."
    )


def _cautions(found: Strategies) -> Iterator[str]:
    if found.ended:
        ended = listed(f"{one.name} ({spoken(one.end_date)})" for one in found.ended)
        yield f"Left out, as they have ended: {ended}."
    if found.others:
        yield f"Left out, as they are not known to be in force: {listed(one.name for one in found.others)}."
    joint = sum(len(one.by(OWNER)) > 1 for one in found.in_force)
    if joint:
        yield f"{counted(joint, 'strategy has', 'strategies have')} more than one owner, who may own it jointly."
    yield "That nobody is stated says that the record is silent, and not that nobody is responsible."
    yield "To commission, endorse or support a strategy is none of the three."
    yield "A strategy reports to nobody: to whom it answers is read from who oversees or directs it."


PLANS = (
    Analysis(
        "strategies",
        "Which strategies lack an owner, a deliverer or a body that oversees them?",
        "Measured: strategies, plans and frameworks on the day, and who owns, delivers and oversees or directs each; "
        "reports, assessments and agreements are not counted.",
        of_sources(_strategies),
    ),
)
