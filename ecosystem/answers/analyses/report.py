"""A report of analyses: each question with its sentence, its table and what it rests on."""

from ecosystem.answers.analyses.analysis import Effort
from ecosystem.answers.analyses.registry import ALL, analyses_named
from ecosystem.results import Report
from ecosystem.snapshot import View
from ecosystem.wording import left_out

WHAT_COUNTS = (
    "Counted is what sources say of formal connections; that says nothing of trust, influence or collaboration. "
    "What we infer counts only where it is asked for."
)


def analyse(view: View, name: str = ALL, origin: str = "files", effort: Effort = Effort()) -> Report:  # noqa: B008 - frozen
    """Return one analysis of a view, or all; `UsageError` where none is called that, with the nearest.

    What sources assert is counted. Our own inference is only where some bases are chosen and it is among them.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> view = Snapshot.of([], Dataset(id="x", title="X", as_of="2018")).on(None)
    >>> analyse(view, "only-way-up").parts[0].lead
    'Whether any body is the only way up is not defined: no line of reporting between bodies is recorded.'
    """
    notes = (WHAT_COUNTS, left_out(view.counting.left_out(properties=()), view.day))
    return Report(
        title=f"Analysis: {view.snapshot.dataset.title}",
        lead=(),
        parts=tuple(each.part(view, effort) for each in analyses_named(name)),
        origin=origin,
        as_of=view.day,
        bases=view.counting.bases_chosen,
        notes=tuple(note for note in notes if note),
    )
