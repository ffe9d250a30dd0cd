"""A report of analyses: each question with its sentence, its table and what it rests on."""

from ecosystem.answers.analyses.analysis import Effort
from ecosystem.answers.analyses.registry import ALL, analyses_named
from ecosystem.results import Report
from ecosystem.snapshot import View
from ecosystem.wording import left_out

OF_SOURCES = "Counted is what sources say of formal connections"
OF_OURS = "Counted are formal connections that we infer, which no document states"
OF_BOTH = "Counted is what sources say of formal connections, and what we infer, which no document states"
SAYS_NOTHING = "; that says nothing of trust, influence or collaboration."


def analyse(view: View, name: str = ALL, origin: str = "files", effort: Effort = Effort()) -> Report:  # noqa: B008 - frozen
    """Return one analysis of a view, or all; `UsageError` where none is called that, with the nearest.

    What sources assert is counted. Our own inference is only where bases are named and it is among them.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> view = Snapshot.of([], Dataset(id="x", title="X", as_of="2018")).on(None)
    >>> analyse(view, "only-way-up").parts[0].lead.partition(": ")[2]
    'Whether any body is the only way up is not defined: no line of reporting between bodies is recorded.'
    """
    chosen = analyses_named(name)
    notes = (what_counts(view), left_out(view.counting.left_out(properties=()), view.day))
    return Report(
        title=f"Analysis: {view.snapshot.dataset.title}",
        lead=(),
        parts=tuple(each.part(view, effort.share(place, len(chosen))) for place, each in enumerate(chosen)),
        origin=origin,
        as_of=view.day,
        bases=view.counting.bases_chosen,
        notes=tuple(note for note in notes if note),
    )


def what_counts(view: View) -> str:
    """Return on what analyses of a view rest, in words.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> snapshot = Snapshot.of([], Dataset(id="x", title="X", as_of="2018"))
    >>> what_counts(snapshot.on(None)).endswith("What we infer counts only where it is asked for.")
    True
    >>> "which no document states" in what_counts(snapshot.on(None, ["stated", "inferred"]))
    True
    """
    if not view.asks_for_inference:
        return f"{OF_SOURCES}{SAYS_NOTHING} What we infer counts only where it is asked for."
    return f"{OF_OURS if view.bases == {'inferred'} else OF_BOTH}{SAYS_NOTHING}"
