"""The rows of a register with those of an update laid over them, and the problems this makes."""

from collections.abc import Iterable, Iterator, Mapping

from ecosystem.model import Code, Key, Retired, Row, Source, key_of
from ecosystem.problems import Problem
from ecosystem.rules import check
from ecosystem.rules.examination import Examination
from ecosystem.snapshot import Snapshot
from ecosystem.tables.assembly import Assembly
from ecosystem.tables.dataset import Register
from ecosystem.tables.update.citing import confirmed, justified, known
from ecosystem.tables.update.removal import closed_up, referring, retired, still_referred_to


class Laid:
    """Rows by type and id, as a register has them after an update; `source` justifies what cites nothing else."""

    def __init__(self, register: Register, assembly: Assembly, source: Source | None = None) -> None:
        self.rows = {key: row for key, row in assembly.rows.items() if key not in assembly.removed}
        self._register = register.snapshot
        self._before = {key_of(row): row for row in register.snapshot}
        self._own_places = assembly.places
        self._places = {**register.places, **assembly.places}
        self._removed, self._restated = assembly.removed, assembly.restated
        self._kept: Mapping[Key, list[Row]] = {}
        sources = (row for row in self.rows.values() if isinstance(row, Source))
        self._source = known(source, sources) if source else None

    @property
    def snapshot(self) -> Snapshot:
        """The whole."""
        return Snapshot.of(self.rows.values(), self._register.dataset)

    @property
    def named(self) -> frozenset[Key]:
        """The keys of the rows that the update names or changes."""
        return frozenset(self.rows.keys() & self._own_places) | frozenset(self._changed())

    def _changed(self) -> list[Key]:
        same = self._before
        return [key for key, row in self.rows.items() if row is not same.get(key) and row != same.get(key)]

    def lay(self, rows: Iterable[Row]) -> None:
        """Put rows in the place of what they were."""
        self.rows.update({key_of(row): row for row in rows})

    def cite(self) -> None:
        """Give rows that are new, changed or said again the citation that justifies it, and add the source it needs."""
        source = self._source
        if source is None:
            return
        changed = self._changed()
        again = self._restated.difference(changed, self._removed)
        self.lay([confirmed(self.rows[key], source.id) for key in again])
        self.lay([justified(self.rows[key], self._before.get(key), source.id) for key in changed])
        if any(source.id in getattr(self.rows[key], "sources", ()) for key in (*changed, *again)):
            self.lay([source])

    def remove(self) -> None:
        """Retire the ids of what is removed and close the gaps in code lists; what is still referred to stays."""
        removed = {key: self._before[key] for key in self._removed}
        self._kept = referring((*self.rows.values(), self._register.dataset), removed.values())
        day = self._source.date if self._source else self._register.dataset.as_of
        gone = retired((row for key, row in removed.items() if key not in self._kept), day)
        self.lay([row for row in gone if (Retired, row.id) not in self.rows])
        if any(isinstance(row, Code) for row in removed.values()):
            self.lay(closed_up([row for row in self.rows.values() if isinstance(row, Code)]))

    def problems(self) -> Iterator[Problem]:
        """Yield the problems that the register had not before; what is still referred to counts as not removed."""
        kept = {key: self._before[key] for key in self._kept}
        whole = Snapshot.of((*self.rows.values(), *kept.values()), self._register.dataset)
        examined = Examination(whole, self._places)
        for key, row in kept.items():
            yield still_referred_to(examined, row, self._removed[key], self._kept[key])
        found = check(whole, self._places)
        before = frozenset(check(self._register, self._places)) if found else frozenset()
        yield from (problem for problem in found if problem not in before)
