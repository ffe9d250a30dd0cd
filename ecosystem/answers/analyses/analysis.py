"""An analysis: a leader's question, how it is measured, and what is told of a view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ecosystem.measures import Ground
from ecosystem.results import Cells, Part
from ecosystem.snapshot import View
from ecosystem.wording import counted, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an analysis finds: one sentence that can be quoted, the table behind it, its ground, and cautions."""

    sentence: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    ground: Ground
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A named analysis: the question it answers, what is measured and by which method, and who tells it."""

    name: str
    question: str
    definition: str
    tell: Callable[[View], Told]

    def part(self, view: View) -> Part:
        """Return the section of a report: the sentence first, then definition, ground and cautions, then the table."""
        told = self.tell(view)
        lead = " ".join((told.sentence, self.definition, *ground_in_words(told.ground), *told.cautions))
        return Part(title=self.question, lead=lead, columns=told.columns, rows=told.rows)


def ground_in_words(ground: Ground) -> Iterator[str]:
    """Yield on what a measure rests, in sentences.

    >>> list(ground_in_words(Ground(relations=("REPORTS_TO",), direction="upward", nodes=3, ties=2)))
    ['Counted: 3 bodies and 2 ties (REPORTS_TO; upward).']
    """
    size = f"{counted(ground.nodes, 'body', 'bodies')} and {counted(ground.ties, 'tie')}"
    yield f"Counted: {size} ({', '.join(ground.relations)}; {ground.direction})."
    if ground.excluded:
        left = listed(f"{counted(each.number, *each.counted_as)} that {each.why}" for each in ground.excluded)
        yield f"Left out: {left}."
