"""The vocabulary: kinds of entity, relations, rows, tables and code lists, declared once.

Constraints, headers, docs and words for people derive from what stands here.
"""

from ecosystem.model.labels import BODIES, LABELS, WITH_SEATS, Label, label_of_table
from ecosystem.model.properties import PROPERTIES, holders
from ecosystem.model.relations import (
    ANYTHING,
    FREE_ROLES,
    LISTING,
    MEMBER,
    RELATIONS,
    SEAT,
    SUCCESSION,
    Relation,
    ends_in_words,
)
from ecosystem.model.rows import (
    CALLED,
    DERIVED,
    ROW_TYPES,
    Cited,
    Code,
    Dataset,
    Entity,
    Fact,
    Identifier,
    Key,
    Node,
    Retired,
    Row,
    Source,
    Statement,
    basis_of,
    cell,
    cells,
    columns,
    ends_of,
    key_of,
    locator_of,
    other_end,
    source_of,
)
from ecosystem.model.tables import (
    CODE_FOLDER,
    DATASET_FILE,
    FORMAT,
    HEADER_OF,
    TABLES,
    Table,
    table_of,
    table_recognised,
)

BASES = ("stated", "implied", "shown", "inferred")
"""On what a row rests, from the strongest to the weakest."""

__all__ = [
    "ANYTHING", "BASES", "BODIES", "CALLED", "CODE_FOLDER", "DATASET_FILE", "DERIVED", "FORMAT", "FREE_ROLES",
    "HEADER_OF", "LABELS", "LISTING", "MEMBER", "PROPERTIES", "RELATIONS", "ROW_TYPES", "SEAT", "SUCCESSION", "TABLES",
    "WITH_SEATS", "Cited", "Code", "Dataset", "Entity", "Fact", "Identifier", "Key", "Label", "Node", "Relation",
    "Retired", "Row", "Source", "Statement", "Table", "basis_of", "cell", "cells", "columns", "ends_in_words",
    "ends_of", "holders", "key_of", "label_of_table", "locator_of", "other_end", "source_of", "table_of",
    "table_recognised",
]  # fmt: skip
