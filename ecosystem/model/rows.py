"""The rows of a dataset: what a table holds and a graph shows.

Every row is text as written; only lists (aliases, sources, words) are tuples. Dates stay as precise as they were given.
"""

from dataclasses import dataclass, fields
from typing import ClassVar

LIST_SEPARATORS = {"aliases": "|", "words": "|", "sources": " "}
"""How a list stands in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node: an organisation, board, strategy, post, place and so on; `label` says which."""

    record: ClassVar[str] = "entity"
    id: str
    label: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    form: str = ""
    sector: str = ""
    tier: str = ""
    start_date: str = ""
    end_date: str = ""
    evidence_date: str = ""
    basis: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A relationship between two entities, with role, dates, basis and citations."""

    record: ClassVar[str] = "fact"
    id: str
    subject: str
    relation: str
    object: str
    role: str = ""
    start_date: str = ""
    end_date: str = ""
    evidence_date: str = ""
    basis: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure, schedule or power stated of one entity. An empty value records that a source leaves it open."""

    record: ClassVar[str] = "statement"
    id: str
    subject: str
    property: str
    value: str = ""
    unit: str = ""
    start_date: str = ""
    end_date: str = ""
    evidence_date: str = ""
    basis: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, minutes, register or correspondence that rows cite."""

    record: ClassVar[str] = "source"
    label: ClassVar[str] = "Source"
    id: str
    code: str = ""
    title: str
    kind: str = ""
    publisher: str = ""
    date: str = ""
    date_basis: str = ""
    url: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The title, so that a source can stand where an entity stands."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An entity's code in somebody else's register, such as an ODS code."""

    record: ClassVar[str] = "identifier"
    id: str
    entity: str
    scheme: str
    value: str
    start_date: str = ""
    end_date: str = ""
    verified: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An id that is no longer used, and what replaced it. Ids are never used again."""

    record: ClassVar[str] = "retired"
    id: str
    on: str
    replaced_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One entry of a code list (`sector`, `tier`, `role` …); `position` is its place in the list, from 1."""

    record: ClassVar[str] = "code"
    list: str
    code: str
    title: str
    description: str = ""
    position: int

    @property
    def id(self) -> str:
        """The list and the code, which together are unique."""
        return f"{self.list}/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What a dataset says of itself. `as_of` is its default day, `apex` the whole whose parts are drawn."""

    record: ClassVar[str] = "dataset"
    id: str
    title: str
    licence: str = ""
    contact: str = ""
    as_of: str
    apex: str = ""
    words: tuple[str, ...] = ()

    @property
    def own_words(self) -> dict[str, str]:
        """The place's own words by the label they stand for; in `words` each is written `label=word`."""
        return dict(word.split("=", 1) for word in self.words)


Node = Entity | Source
Cited = Entity | Fact | Statement
Row = Dataset | Code | Source | Entity | Fact | Statement | Identifier | Retired
ROW_TYPES: tuple[type[Row], ...] = (Dataset, Code, Source, Entity, Fact, Statement, Identifier, Retired)
_COLUMNS = {row_type: tuple(field.name for field in fields(row_type)) for row_type in ROW_TYPES}


DERIVED = ("holds_from", "holds_until", "may_from", "may_until", "last_seen")
"""Native dates that entities, facts and statements carry in the graph beside their rows, derived when it is loaded:
`r.holds_from <= $as_of <= r.holds_until` shows what `.on(day)` shows."""

CALLED = "called"
"""What entities and sources carry there too: every name, without capitals, accents and punctuation."""


def columns(row_type: type[Row]) -> tuple[str, ...]:
    """Return the names of a row type's values, in the order of the file's header.

    >>> columns(Retired)
    ('id', 'on', 'replaced_by', 'note')
    """
    return _COLUMNS[row_type]


def cell(row: Row, column: str) -> str:
    """Return one value of a row as it stands in a file.

    >>> cell(Entity(id="a", label="Board", name="A", aliases=("B", "C")), "aliases")
    'B|C'
    """
    value = getattr(row, column)
    return LIST_SEPARATORS[column].join(value) if isinstance(value, tuple) else str(value)


def cells(row: Row) -> tuple[str, ...]:
    """Return all values of a row as they stand in a file, in the order of `columns`."""
    return tuple(cell(row, column) for column in columns(type(row)))


Key = tuple[type[Row], str]
"""What makes a row that row: its type and its id."""


def key_of(row: Row) -> Key:
    """Return the key of a row.

    >>> key_of(Retired(id="old", on="2020")) == (Retired, "old")
    True
    """
    return type(row), row.id


def ends_of(row: Cited) -> tuple[str, ...]:
    """Return the ids of what a row is about: both ends of a fact, the subject of a statement, none for an entity.

    >>> ends_of(Fact(id="f", subject="a", relation="PART_OF", object="b"))
    ('a', 'b')
    """
    match row:
        case Fact():
            return row.subject, row.object
        case Statement():
            return (row.subject,)
        case Entity():
            return ()


def other_end(fact: Fact, node_id: str) -> str:
    """Return the end of a fact that is not a node; the node itself where both ends are.

    >>> other_end(Fact(id="f", subject="a", relation="PART_OF", object="b"), "b")
    'a'
    """
    return fact.object if fact.subject == node_id else fact.subject


def basis_of(row: Cited) -> str:
    """Return the basis a row rests on: a blank one reads as `stated` with sources and as `inferred` with only a note.

    >>> basis_of(Fact(id="f", subject="a", relation="PART_OF", object="b", note="reasoned"))
    'inferred'
    """
    return row.basis or ("stated" if row.sources else "inferred")


def source_of(citation: str) -> str:
    """Return the source id of a citation.

    >>> source_of("handbook:1307-1308")
    'handbook'
    """
    return citation.partition(":")[0]


def locator_of(citation: str) -> str:
    """Return the place within the source, empty where the citation names none.

    >>> locator_of("handbook:1307-1308")
    '1307-1308'
    """
    return citation.partition(":")[2]
