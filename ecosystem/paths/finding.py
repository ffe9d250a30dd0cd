"""All that is found between two nodes, first as sources assert it, then what our own inferences add.

>>> from ecosystem.model import Dataset, Entity, Fact
>>> from ecosystem.snapshot import Snapshot
>>> boards = [Entity(id=one, label="Board", name=one, evidence_date="2018") for one in ("panel", "board")]
>>> line = Fact(id="1", subject="panel", relation="REPORTS_TO", object="board", evidence_date="2018", basis="inferred")
>>> view = Snapshot.of([*boards, line], Dataset(id="x", title="X", as_of="2018")).on(None)
>>> asserted, ours = found_between(view, "panel", "board")
>>> bool(asserted), ours.up.nodes
(False, ('panel', 'board'))
"""

from dataclasses import dataclass

from ecosystem.paths.connection import connection
from ecosystem.paths.routes import Route
from ecosystem.paths.upward import lines_upward
from ecosystem.snapshot import View


@dataclass(frozen=True, slots=True)
class Found:
    """What is found between one node and another, None where there is nothing.

    `up` is the line from the one upward to the other, `down` that from the other upward to the one, `joined` the
    shortest connection; where a line is as short, it says the same and `joined` is None.
    """

    up: Route | None = None
    down: Route | None = None
    joined: Route | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return any((self.up, self.down, self.joined))

    @property
    def lines(self) -> tuple[Route, ...]:
        """The lines upward found."""
        return tuple(route for route in (self.up, self.down) if route)


def asserted_between(view: View, one: str, other: str) -> Found:
    """Return what sources assert between two nodes."""
    return _found(view.asserted, one, other)


def found_between(view: View, one: str, other: str) -> tuple[Found, Found]:
    """Return what sources assert between two nodes, and what there is only, or in fewer steps, with our inferences."""
    asserted, every = asserted_between(view, one, other), _found(view, one, other)
    ours = Found(
        up=_shorter(every.up, asserted.up),
        down=_shorter(every.down, asserted.down),
        joined=_shorter(every.joined, asserted.joined, *asserted.lines),
    )
    return asserted, ours


def _found(view: View, one: str, other: str) -> Found:
    up, down = lines_upward(view, one, other)
    return Found(up, down, joined=_shorter(connection(view, one, other), up, down))


def _shorter(route: Route | None, *others: Route | None) -> Route | None:
    lengths = [len(other.steps) for other in others if other]
    return route if route and len(route.steps) < min(lengths, default=len(route.steps) + 1) else None
