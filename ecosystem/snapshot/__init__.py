"""A dataset at one moment, whatever it was read from: immutable, hashed, and asked about days.

Files, a git revision and the database each become a `Snapshot`. `.on(day)` is what may be shown of it for a day.

>>> from datetime import date
>>> from ecosystem.dates import Status
>>> from ecosystem.model import Dataset, Entity, Fact
>>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
>>> trust = Entity(id="trust", label="Organisation", name="Trust", aliases=("NHS Trust",), evidence_date="2018")
>>> seat = Fact(id="board--trust--member-of", subject="trust", relation="MEMBER_OF", object="board",
...             end_date="2020", evidence_date="2018")
>>> snapshot = Snapshot.of([board, trust, seat], Dataset(id="example", title="Example", as_of="2019"))
>>> [fact.id for fact in snapshot.on(date(2018, 12, 31)).facts]
['board--trust--member-of']
>>> snapshot.on(date(2021, 1, 1)).left_out().facts[Status.OUTSIDE]
1
"""

from ecosystem.snapshot.digest import digest_text, row_digest
from ecosystem.snapshot.snapshot import Snapshot
from ecosystem.snapshot.view import SHOWN, LeftOut, View, grouped

__all__ = ["SHOWN", "LeftOut", "Snapshot", "View", "digest_text", "grouped", "row_digest"]
