"""Groups that have a place but are not drawn yet: cheap to try out, beside and under one another.

>>> from ecosystem.maps.opening import Box, Kind
>>> one, other = (one_block(Group((Box(name, name, Kind.BODY),)), 134, 80) for name in ("Finance", "Estates"))
>>> stacked([one, other], 10).height == one.height + 10 + other.height
True
>>> side_by_side([one, other], 10).width
278.0
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.maps.layout.figures import Figure, together
from ecosystem.maps.layout.groups import Group


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a group stands, and how wide it is there."""

    group: Group
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Block:
    """Groups that belong together, from (0, 0) on, and the room they take."""

    width: float
    height: float
    stands: tuple[Stand, ...]

    def drawn(self, labels: float) -> Figure:
        """Return the block drawn; `labels` is the width of the column of row labels."""
        return together(one.group.drawn(one.width, labels).moved(one.x, one.y) for one in self.stands)


def one_block(group: Group, width: float, labels: float) -> Block:
    """Return one group at a width."""
    return Block(float(width), group.height(width, labels), (Stand(group, 0.0, 0.0, width),))


def stacked(blocks: Iterable[Block], gap: float) -> Block:
    """Return blocks one under the other."""
    width, y, stands = 0.0, 0.0, []
    for block in blocks:
        stands += [Stand(one.group, one.x, one.y + y, one.width) for one in block.stands]
        width, y = max(width, block.width), y + block.height + gap
    return Block(width, y - gap if stands else 0.0, tuple(stands))


def side_by_side(blocks: Iterable[Block], gap: float) -> Block:
    """Return blocks one beside the other."""
    height, x, stands = 0.0, 0.0, []
    for block in blocks:
        stands += [Stand(one.group, one.x + x, one.y, one.width) for one in block.stands]
        height, x = max(height, block.height), x + block.width + gap
    return Block(x - gap if stands else 0.0, height, tuple(stands))
