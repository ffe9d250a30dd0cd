"""The vocabulary: kinds of entity, relations, rows, tables and code lists, declared once.

Constraints, headers, docs and words for people derive from what stands here.
"""

from ecosystem.model.labels import BODIES, LABELS, Label, label_of_table
from ecosystem.model.relations import FREE_ROLES, RELATIONS, Relation
from ecosystem.model.rows import (
    DERIVED,
    ROW_TYPES,
    Cited,
    Code,
    Dataset,
    Entity,
    Fact,
    Identifier,
    Node,
    Retired,
    Row,
    Source,
    Statement,
    basis_of,
    cell,
    cells,
    columns,
    locator_of,
    source_of,
)
from ecosystem.model.tables import CODE_FOLDER, DATASET_FILE, FORMAT, HEADER_OF, TABLES, Table, row_type_of, table_of

BASES = ("stated", "implied", "shown", "inferred")
"""On what a row rests, from the strongest to the weakest."""

__all__ = [
    "BASES", "BODIES", "CODE_FOLDER", "DATASET_FILE", "DERIVED", "FORMAT", "FREE_ROLES", "HEADER_OF", "LABELS",
    "RELATIONS", "ROW_TYPES", "TABLES", "Cited", "Code", "Dataset", "Entity", "Fact", "Identifier", "Label", "Node",
    "Relation", "Retired", "Row", "Source", "Statement", "Table", "basis_of", "cell", "cells", "columns",
    "label_of_table", "locator_of", "row_type_of", "source_of", "table_of",
]  # fmt: skip
