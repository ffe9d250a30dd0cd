"""The page of questions: what nobody has written down or does not fit together, under the name of whom to ask.

>>> from ecosystem.model import Dataset, Entity
>>> from ecosystem.snapshot import Snapshot
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018", basis="stated")
>>> [group] = questions_of(Site.of(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None)))
>>> group.whom, group.to, group.questions[0].severity
('Health Board', 'bodies/board.html', 'note')
"""

from dataclasses import dataclass

from ecosystem.atlas.addresses import asked_anchor
from ecosystem.atlas.parts import Asked, Piece, Pieces
from ecosystem.atlas.site import Site
from ecosystem.wording import capitalised


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is known instead, where that was looked up, how grave it is and whom to ask.

    `severity` is empty where no rule of governance finds it.
    """

    words: Pieces
    known: str
    cited: Pieces
    severity: str
    rule: str
    whom: str
    to: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions to one addressee, whose page is `to`, empty where there is none."""

    whom: str
    anchor: str
    to: str
    questions: tuple[Question, ...]


def question(site: Site, asked: Asked, *, here: bool = False) -> Question:
    """Return a question, without the name of what it is about on the page of that."""
    gap, rule = asked.gap, asked.rule
    return Question(
        words=(Piece(capitalised(gap.question)),) if here else site.linked(gap.worded(), [gap.about.id]),
        known=gap.known,
        cited=site.cited(*gap.spoken_of),
        severity=rule.severity.value if rule else "",
        rule=rule.said(site.view.snapshot.dataset) if rule else "",
        whom=asked.whom,
        to=asked.to,
    )


def questions_of(site: Site) -> tuple[Questions, ...]:
    """Return all questions by addressee, in the order of names."""
    return tuple(_of(site, whom, asked) for whom, asked in site.asked_of.items())


def _of(site: Site, whom: str, asked: tuple[Asked, ...]) -> Questions:
    known = site.view.snapshot.names.exact(whom)
    page = site.addresses.of_any(known) if len(known) == 1 else ""
    found = tuple(question(site, one, here=one.gap.about.name == whom) for one in asked)
    return Questions(whom, asked_anchor(whom), page, found)
