"""What the sheets of a workbook are, which rows each holds, its columns, and what a person is told of each column."""

from dataclasses import dataclass

from ecosystem.model import BODIES, HEADER_OF, LABELS, RELATIONS, Entity, Fact, Row, Source
from ecosystem.tables.sheet import REMOVE

READ_ME = "Read me"
LISTS = "_Lists"
QUESTIONS = "_Questions"
QUESTION, ASK, KNOWN = "_question", "_ask", "_known"
NAME_BESIDE = {"subject": "_subject name", "object": "_object name"}
"""The column beside a reference that shows what is referred to by its name."""

NOT_OWN = frozenset({QUESTION, ASK, KNOWN, LISTS, QUESTIONS, *NAME_BESIDE.values()})
"""Names beginning with `_` that this program gives itself."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet: its name, the type of its rows, the labels or relations it holds, and its purpose in plain words.

    >>> SHEETS[1].name, SHEETS[1].header[:4]
    ('Seats', ('id', 'subject', '_subject name', 'relation'))
    """

    name: str
    row_type: type[Row]
    kinds: tuple[str, ...]
    purpose: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, in order; `remove` is the last."""
        header = HEADER_OF[self.row_type]
        return (*(("id", "label", *header[1:]) if self.row_type is Entity else header), REMOVE)

    @property
    def header(self) -> tuple[str, ...]:
        """The columns as written, with those that show names."""
        pairs = ((column, NAME_BESIDE.get(column)) for column in self.columns)
        return tuple(name for pair in pairs for name in pair if name)

    def width(self, column: str) -> int:
        """Return how wide a column is; nobody needs to read the ids of facts, which nothing else refers to."""
        return USUAL_WIDTH if column == "id" and self.row_type is Fact else width_of(column)

    def holds(self, row: Row) -> bool:
        """Tell whether a row stands on this sheet."""
        match row:
            case Entity():
                return self.row_type is Entity and row.label in self.kinds
            case Fact():
                return self.row_type is Fact and row.relation in self.kinds
            case _:
                return type(row) is self.row_type


SHEETS = (
    SheetLayout(
        "Bodies", Entity, (*(label for label in LABELS if label in BODIES), "Constituency"),
        "organisations, boards, partnerships, teams, and groups that are represented; one row each",
    ),
    SheetLayout("Seats", Fact, ("MEMBER_OF",), "who sits round which table, chairs included; one row for each seat"),
    SheetLayout(
        "Reporting and oversight", Fact, ("REPORTS_TO", "OVERSEES", "OWNS", "PART_OF"),
        "who reports to whom, who oversees or owns what, what is part of what",
    ),
    SheetLayout("Strategies", Entity, ("Strategy", "Programme"), "strategies, plans, agreements and programmes"),
    SheetLayout("Posts and people", Entity, ("Post", "Person"), "offices, and people whom a source names"),
    SheetLayout("Posts held", Fact, ("HOLDS",), "which person holds which post, and when"),
    SheetLayout(
        "Changes", Fact, ("SUCCEEDED_BY", "ENDORSED"), "what followed what, and what was endorsed, on which day",
    ),
    SheetLayout("Sources", Source, (), "the documents, minutes and registers that rows cite"),
)  # fmt: skip
"""The sheets in their order, beside `Read me` and `_Lists`."""

SHEET_NAMED = {layout.name: layout for layout in SHEETS}

_DATE = "2018, 2018-04 or 2018-04-01: only as much as is known."
_REFERENCE = "Choose its name from the list; its id or an alias does as well."

COMMENTS = {
    "id": "The name other rows use for this row. Leave it blank in a new row: it is filled. Never change or reuse one.",
    "label": "The kind of thing. Choose from the list.",
    "name": "The full name, as it is written officially.",
    "short_name": "A short form or abbreviation, if people use one.",
    "aliases": "Other names people use, separated by |",
    "form": "The finer kind, such as committee or plan. Choose from the list, or leave blank.",
    "sector": "To which part of the system it belongs. Choose from the list, or leave blank.",
    "tier": "At which level it works. Choose from the list, or leave blank.",
    "start_date": f"When it began, if known. {_DATE} Blank: not known.",
    "end_date": f"When it ended, the last day included. {_DATE} Blank: not known to have ended. "
    "To end a seat, write the date here; do not remove the row.",
    "evidence_date": f"The day for which this is known, where it differs from the date of its source. {_DATE}",
    "basis": "stated: the source says so. implied: it follows from its words. shown: it is on a chart or list. "
    "inferred: your own judgement, with the reason in note.",
    "sources": "Where it is from: id of the source, colon, place, as in minutes:p12. Several are separated by spaces. "
    "Blank in new rows if you name one source for all when you import.",
    "note": "Anything a reader should know; the reason, where the basis is inferred.",
    "subject": f"Who sits, reports, oversees, owns or holds, or what came before. {_REFERENCE}",
    "relation": "How subject and object belong together. Choose from the list: "
    + "; ".join(
        f"{kind}: {RELATIONS[kind].verb}" for sheet in SHEETS if sheet.row_type is Fact for kind in sheet.kinds
    ),
    "object": f"The table, the body above, the strategy, the whole or the post, or what followed. {_REFERENCE}",
    "role": "In which role, such as chair or member. Choose from the list, or leave blank.",
    "code": "A short mark for the source, if you use one.",
    "title": "The title of the document or register.",
    "kind": "The kind of source, such as document, minutes, register or correspondence.",
    "publisher": "Who published or keeps it.",
    "date": f"When it was published or written. {_DATE}",
    "date_basis": "How its date is known, such as printed.",
    "url": "Its address on the web, beginning with https://",
    REMOVE: "yes: take out a row that was never right. To say that something ended, write its end_date instead.",
    "_subject name": "What the subject is called. For reading only: changes here are not imported.",
    "_object name": "What the object is called. For reading only: changes here are not imported.",
    QUESTION: "What is not known. Fill in the row to answer it; a row left as it is will be passed over.",
    ASK: "Whom to ask.",
    KNOWN: "What is known instead.",
}
"""What the head of each column says when it is pointed at."""

WIDTHS = {
    "id": 34, "label": 16, "name": 44, "short_name": 14, "aliases": 28, "subject": 34, "object": 34, "relation": 15,
    "role": 16, "sources": 30, "note": 60, "title": 50, "publisher": 30, "url": 34, QUESTION: 50, ASK: 30, KNOWN: 40,
    "_subject name": 34, "_object name": 34,
}  # fmt: skip
USUAL_WIDTH = 16


def width_of(column: str) -> int:
    """Return how many characters wide a column is."""
    return WIDTHS.get(column, USUAL_WIDTH)
