"""What nobody has written down as rows to fill in: which row, filled in and imported, would answer a question."""

from collections.abc import Iterator

from ecosystem.audit import questions
from ecosystem.evidence import Addressees, Gap
from ecosystem.model import Entity, Fact, Source
from ecosystem.network import CHAIR
from ecosystem.snapshot import View
from ecosystem.tables.workbook import Question

_SUBJECT_MISSING = {"members": "MEMBER_OF", "sector": "MEMBER_OF", "owner": "OWNS", "holder": "HOLDS"}
_OBJECT_MISSING = {"line upward": "REPORTS_TO", "connection": "PART_OF", "successor": "SUCCEEDED_BY"}
_ABOUT_A_ROW = ("day", "our inference")
_ABOUT_FACTS = ("loop", "several holders", "several above", "crossed", "several chairs", "ended")
_ABOUT_ITSELF = ("document", "still so")

COLLECTION = "collection"


def questions_to_fill_in(view: View, years: int) -> tuple[Question, ...]:
    """Return every gap as a question with the row that would answer it, if one would, by whom to ask.

    >>> from ecosystem.model import Dataset
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> found = questions_to_fill_in(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None), 3)
    >>> found[0].text, found[0].row.object, found[0].row.role
    ('Health Board: who chairs it?', 'board', 'chair')
    """
    addressees = Addressees(view)
    asked = [
        Question(gap.worded(), addressees.asked_of(gap.about), gap.known, row)
        for gap in questions(view, years)
        for row in tuple(_rows(gap)) or (None,)
    ]
    return tuple(sorted(asked, key=lambda question: (question.whom.casefold(), question.whom)))


def _rows(gap: Gap) -> Iterator[Entity | Fact | Source]:
    inferred = [row for row in gap.settles if isinstance(row, Fact)]
    if inferred:
        yield from inferred
    elif gap.kind == "chair":
        yield _new("MEMBER_OF", role=CHAIR, whole=gap.about.id)
    elif gap.kind == "members" and isinstance(gap.about, Entity) and gap.about.form == COLLECTION:
        yield _new("PART_OF", whole=gap.about.id)
    elif gap.kind in _SUBJECT_MISSING:
        yield _new(_SUBJECT_MISSING[gap.kind], whole=gap.about.id)
    elif gap.kind in _OBJECT_MISSING:
        yield _new(_OBJECT_MISSING[gap.kind], subject=gap.about.id)
    elif gap.kind in _ABOUT_A_ROW:
        yield from (row for row in gap.spoken_of if isinstance(row, Entity | Fact))
    elif gap.kind in _ABOUT_FACTS:
        yield from (row for row in gap.spoken_of if isinstance(row, Fact))
    elif gap.kind in _ABOUT_ITSELF:
        yield gap.about


def _new(relation: str, *, subject: str = "", whole: str = "", role: str = "") -> Fact:
    return Fact(id="", subject=subject, relation=relation, object=whole, role=role)
