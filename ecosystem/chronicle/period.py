"""The days between two days, and what the evidence says happened to a row in them.

Only a written date says that something began or ended. Without one, a row is first documented on the day of its oldest
evidence, and since when it holds is not stated. Who was named, and no longer counts as known, has not therefore left.

>>> from ecosystem.model import Entity
>>> period = Period(date(2016, 12, 31), date(2022, 12, 31))
>>> period.has_written("2018-04"), period.has_written("2016"), period.has_written("2022")
(True, False, True)
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ecosystem.dates import Status, first_day, last_day
from ecosystem.model import BASES, RELATIONS, Cited, Entity, Fact, basis_of, ends_of
from ecosystem.snapshot import SHOWN, Snapshot, View
from ecosystem.wording import is_in_title


@dataclass(frozen=True, slots=True)
class Period:
    """The days after one day, up to and including another."""

    earlier: date
    later: date

    def has(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.earlier < day <= self.later

    def has_written(self, written: str) -> bool:
        """Tell whether a written date, which may be blank, lies or may lie in the period."""
        return bool(written) and first_day(written) <= self.later and last_day(written) > self.earlier

    def has_surely(self, written: str) -> bool:
        """Tell whether a written date lies in the period whatever day it means."""
        return bool(written) and self.has(first_day(written)) and self.has(last_day(written))


@dataclass(frozen=True)
class Record:
    """What sources assert, seen before and after a period, on chosen bases; our own inferences are left out.

    With `about`, only what is said of that node counts.
    """

    snapshot: Snapshot
    period: Period
    bases: frozenset[str]
    about: str = ""

    @cached_property
    def before(self) -> View:
        """The record as it is shown on the earlier day."""
        return self.snapshot.on(self.period.earlier, self.bases - {"inferred"})

    @cached_property
    def after(self) -> View:
        """The record as it is shown on the later day."""
        return self.snapshot.on(self.period.later, self.bases - {"inferred"})

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that count, whatever their day."""
        return tuple(fact for fact in self.snapshot.facts.values() if self.counts(fact))

    def counts(self, row: Cited) -> bool:
        """Tell whether a row rests on a basis that counts, and is about what is told of."""
        return basis_of(row) in self.before.bases and self.is_meant(row)

    def is_meant(self, row: Cited) -> bool:
        """Tell whether a row is about what is told of."""
        return not self.about or self.about in (row.id, *ends_of(row))

    def basis(self, row: Cited, written: str = "") -> str:
        """Return on what it rests that a row is so, or that it began or ended on a written date.

        A date that the title of a thing has is implied, and so is the end of a fact that is that of one of its ends.
        """
        basis = basis_of(row)
        return max(basis, "implied", key=BASES.index) if written and self.implies(row, written) else basis

    def implies(self, row: Cited, written: str) -> bool:
        """Tell whether a written date of a row follows from a title, or from the end of what the row is about."""
        if isinstance(row, Entity):
            return is_in_title(row.name, written)
        entities = self.snapshot.entities
        ends = {entities[end].end_date for end in ends_of(row) if end in entities} if isinstance(row, Fact) else set()
        return written == row.end_date and written in ends

    def began(self, row: Cited) -> bool:
        """Tell whether a row is written to have begun, or to have happened, in the period."""
        return self.period.has_written(row.start_date)

    def ended(self, row: Cited) -> bool:
        """Tell whether a row is written to have ended in the period."""
        return self.period.has_written(row.end_date)

    def first_documented(self, row: Cited) -> bool:
        """Tell whether the oldest evidence of a row lies in the period, and no date in it says more."""
        return not row.start_date and not self.ended(row) and self.period.has(self.snapshot.span(row).holds_from)

    def no_longer_known(self, fact: Fact) -> bool:
        """Tell whether a fact was known on the earlier day and is not on the later one, though no date ends it."""
        ends = [self.snapshot.entities[end].end_date for end in ends_of(fact) if end in self.snapshot.entities]
        written = any((fact.end_date, *ends))
        return self.before.shows(fact) and not written and self.after.status(fact) is Status.POSSIBLE

    def known_before(self, row: Cited) -> bool:
        """Tell whether a row is shown on the earlier day."""
        return self.counts(row) and self.before.status(row) in SHOWN

    def unconfirmed(self, row: Cited) -> bool:
        """Tell whether a row was shown on the earlier day and still is on the later, without evidence in between."""
        lasting = not (isinstance(row, Fact) and RELATIONS[row.relation].happening)
        stays = self.known_before(row) and self.after.status(row) in SHOWN
        return lasting and stays and self.snapshot.span(row).last_seen <= self.period.earlier
