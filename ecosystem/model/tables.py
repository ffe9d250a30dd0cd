"""The files of a dataset and their headers, derived from the rows, labels and relations."""

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.model.labels import LABELS, label_of_table
from ecosystem.model.relations import RELATIONS
from ecosystem.model.rows import Code, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement, columns

FORMAT = 1
"""The version of the file format; `dataset.toml` names it."""

DATASET_FILE = "dataset.toml"
CODE_FOLDER = "codes"


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows of one type; `label` is set for tables of entities."""

    name: str
    row_type: type[Row]
    label: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of the file, in order; an entity's label is the file's and stands in no column."""
        absent = {Entity: {"label"}, Code: {"list", "position"}}.get(self.row_type, set())
        return tuple(column for column in columns(self.row_type) if column not in absent)


def _declared() -> Iterator[Table]:
    yield Table("sources", Source)
    yield from (Table(label.table, Entity, label.name) for label in LABELS.values() if label.name != "Source")
    yield from (Table(name, Fact) for name in dict.fromkeys(relation.table for relation in RELATIONS.values()))
    yield Table("statements", Statement)
    yield Table("identifiers", Identifier)
    yield Table("retired", Retired)


TABLES: dict[str, Table] = {table.name: table for table in _declared()}

HEADER_OF: dict[type[Row], tuple[str, ...]] = {table.row_type: table.header for table in TABLES.values()} | {
    Code: Table("", Code).header
}


def table_of(row: Row) -> str:
    """Return the name of the table a row belongs to by default, without `.csv`.

    >>> table_of(Fact(id="f", subject="a", relation="HOLDS", object="b"))
    'posts_held'
    """
    match row:
        case Entity():
            return LABELS[row.label].table
        case Fact():
            return RELATIONS[row.relation].table
        case Code():
            return f"{CODE_FOLDER}/{row.list}"
        case Dataset():
            return "dataset"
        case _:
            return next(table.name for table in TABLES.values() if table.row_type is type(row))


def table_recognised(header: tuple[str, ...], file_name: str) -> Table | None:
    """Return the table a file is, by its name or else by its header alone; None where it is none.

    >>> table_recognised(("id", "subject", "relation", "object"), "anything").row_type.__name__
    'Fact'
    """
    if file_name in TABLES:
        return TABLES[file_name]
    present = set(header)
    for row_type, marks in (
        (Fact, {"subject", "relation", "object"}),
        (Statement, {"subject", "property"}),
        (Source, {"title", "publisher"}),
        (Entity, {"name", "label"}),
    ):
        if marks <= present:
            return Table(file_name, row_type, label_of_table(file_name) or "")
    return None
