"""What sheets are laid over: the rows whose values stay, and which of them a row without an id is."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Key, Row, Source, Statement, key_of
from ecosystem.snapshot import Snapshot
from ecosystem.tables.drafts import Draft

SAME: Mapping[type[Row], tuple[str, ...]] = {
    Entity: ("label", "name"),
    Source: ("title",),
    Fact: ("subject", "relation", "object", "role", "end_date"),
    Statement: ("subject", "property", "value", "unit", "end_date"),
    Identifier: ("entity", "scheme", "value"),
}
"""The columns in which a row without an id must equal one that has it, to be that row; a blank end is none too."""


class Beneath:
    """The rows that sheets are laid over, by type and id; none where a dataset is read by itself."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self.rows: Mapping[Key, Row] = {key_of(row): row for row in snapshot or () if type(row) is not Dataset}
        self._alike: dict[type[Row], Mapping[tuple[str, ...], list[Row]]] = {}
        codes = snapshot.of_type(Code).values() if snapshot else ()
        self._codes = Counter(code.list for code in codes)

    def row_of(self, draft: Draft) -> Row | None:
        """Return the row of a draft's id."""
        return self.rows.get((draft.row_type, draft.id))

    def laid(self, draft: Draft) -> Row:
        """Return the row that a draft makes: what no sheet has stays as it is, a code keeps its place in the list."""
        old, values = self.row_of(draft), draft.values
        if self.rows and draft.row_type is Code:
            values["position"] = old.position if isinstance(old, Code) else self._next(values["list"])
        return replace(old, **values) if old is not None else draft.row()

    def _next(self, code_list: str) -> int:
        self._codes[code_list] += 1
        return self._codes[code_list]

    def said_by(self, draft: Draft) -> str:
        """Return the id of the only row that says all that a draft without an id says; empty where there is none."""
        same = [row.id for row in self._same(draft) if _says(row, draft.values)]
        return same[0] if len(same) == 1 else ""

    def namesake_of(self, draft: Draft) -> str:
        """Return the id of the first row that is called as a draft without an id is; empty where there is none."""
        return next((row.id for row in self._same(draft)), "")

    def _same(self, draft: Draft) -> Sequence[Row]:
        wanted = tuple(draft.values.get(name, "") for name in SAME.get(draft.row_type, ()))
        return self._group(draft.row_type).get(wanted, ())

    def _group(self, row_type: type[Row]) -> Mapping[tuple[str, ...], list[Row]]:
        if row_type not in self._alike:
            groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
            for kind, row_id in self.rows:
                if kind is row_type:
                    row = self.rows[kind, row_id]
                    groups[tuple(getattr(row, name) for name in SAME.get(row_type, ()))].append(row)
            self._alike[row_type] = groups
        return self._alike[row_type]


def _says(row: Row, values: Mapping[str, Any]) -> bool:
    return all(getattr(row, column) == value for column, value in values.items() if value)
