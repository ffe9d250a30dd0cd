"""An analysis: a leader's question, how it is measured, and what is told of a view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ecosystem.measures import Advance, Ground
from ecosystem.results import Cells, Part
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed

ALL_YEARS = "In the whole record, all years as if at once: "
STILL_COUNTS = "What has ended counts as if it still held; --as-of names a day."


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an analysis finds: one sentence that can be quoted, the table behind it, its ground, and cautions.

    Where it `is_partial`, something was left to a sample that may fall out otherwise of another structure. `about` are
    the columns that say what a row is about, where other cells of text may change.
    """

    sentence: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    ground: Ground
    cautions: tuple[str, ...] = ()
    is_partial: bool = False
    about: tuple[str, ...] = ()


Teller = Callable[[View], Told]


@dataclass(frozen=True, slots=True)
class Effort:
    """What may be spent on a long measure: `full` leaves nothing to a sample; `advance` is told how much is done."""

    full: bool = False
    advance: Advance = lambda _done, _total: None

    def share(self, place: int, of: int) -> "Effort":
        """Return the effort for one of several measures, by its place from 0, which advances its share of the whole.

        >>> told = []
        >>> Effort(advance=lambda done, total: told.append((done, total))).share(1, 4).advance(5, 10)
        >>> told
        [(15, 40)]
        """
        return Effort(self.full, lambda done, total: self.advance(place * total + done, of * total))


@dataclass(frozen=True, slots=True)
class Analysis:
    """A named analysis: the question it answers, what is measured and by which method, and who tells it.

    Where a large graph takes long, `tell_with` returns who tells it with some effort.
    """

    name: str
    question: str
    definition: str
    tell: Teller
    tell_with: Callable[[Effort], Teller] | None = None

    def told(self, view: View, effort: Effort) -> Told:
        """Return what is found in a view, with no more than this effort."""
        return (self.tell_with(effort) if self.tell_with else self.tell)(view)

    def part(self, view: View, effort: Effort = Effort()) -> Part:
        """Return the section of a report: the sentence first, then the table, then definition, ground and cautions."""
        told = self.told(view, effort)
        lead, ended = (told.sentence, ()) if view.day else (f"{ALL_YEARS}{told.sentence}", (STILL_COUNTS,))
        notes = (self.definition, *ground_in_words(told.ground), *ended, *told.cautions)
        return Part(title=self.question, lead=lead, columns=told.columns, rows=told.rows, notes=notes)


def ground_in_words(ground: Ground) -> Iterator[str]:
    """Yield on what a measure rests, in sentences.

    >>> list(ground_in_words(Ground(relations=("REPORTS_TO",), direction="upward", nodes=3, ties=2)))
    ['Counted: 3 bodies and 2 ties (REPORTS_TO; upward).']
    """
    size = f"{counted(ground.nodes, *ground.counted_as)} and {counted(ground.ties, 'tie')}"
    yield f"Counted: {size} ({', '.join(ground.relations)}; {ground.direction})."
    if ground.excluded:
        left = listed(f"{each.counted_as[1]} that {each.why} ({each.number:,})" for each in ground.excluded)
        yield f"Left out: {left}."
