"""Everything that can be asked of a record: what nobody has written down, and what does not fit together."""

from ecosystem import evidence
from ecosystem.audit.ends import ended_and_related
from ecosystem.audit.lines import crossed, inferred_otherwise, mixed_round, round_in_a_loop, several_above
from ecosystem.audit.seats import sector_missing, several_chairs, several_holders
from ecosystem.evidence import Gap, Looker
from ecosystem.snapshot import View

KINDS = {
    "loop": "which line of a loop does not hold",
    "several holders": "whether a post is shared",
    "inferred otherwise": "whether we infer a line rightly beside what sources say",
    "several above": "whether it is meant to answer to several",
    "crossed": "which of two is above the other",
    "mixed loop": "which of several is above the others",
    "several chairs": "whether several chair it together",
    "ended": "what became of what an ended body had",
    "sector": "whether a usual sector is meant to have no seat",
} | evidence.KINDS
"""The kinds of question, in the order they are asked in, each with what is asked."""

_LOOKERS: tuple[Looker, ...] = (
    *(round_in_a_loop, several_holders, inferred_otherwise, several_above, crossed, mixed_round, several_chairs),
    *(ended_and_related, sector_missing),
)


def questions(view: View, years: int) -> tuple[Gap, ...]:
    """Return every question that a view leaves, by kind; `years` is from when on evidence counts as old.

    Questions are asked as of a day: of the whole record, that of the dataset. What sources assert counts; our own
    inference only where some bases are chosen and it is among them, and else it is asked about.

    >>> from ecosystem.model import Dataset, Entity, Fact
    >>> from ecosystem.snapshot import Snapshot
    >>> rows = [Entity(id=name, label="Team", name=name.title(), evidence_date="2018") for name in ("one", "other")]
    >>> rows += [
    ...     Fact(id=f"{a}-{b}", subject=a, relation="REPORTS_TO", object=b, evidence_date="2018", basis="stated")
    ...     for a, b in (("one", "other"), ("other", "one"))
    ... ]
    >>> found = questions(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None), years=3)
    >>> found[0].kind, found[0].known
    ('loop', 'One reports to Other; Other reports to One')
    """
    return evidence.gaps(view, years, _LOOKERS)
