"""The data as a network: graphs, seats at tables, lines between bodies; the ground for maps, answers and measures."""

from ecosystem.network.chairs import Chairs, chairs, chairs_at
from ecosystem.network.graphs import graph
from ecosystem.network.lines import DIRECTION, GUIDING, HELP, REPORTING, has_ended, is_past, stated_lines
from ecosystem.network.rungs import (
    BELONGING,
    COLLECTION,
    RUNGS,
    Rung,
    is_collection,
    may_be_above,
    rung_of,
    rungs_above,
)
from ecosystem.network.seats import (
    CHAIR,
    COUNTING_AS,
    Seat,
    owner_of,
    seats,
    seats_of_organisations,
    seats_through_others,
    tables,
)

__all__ = [
    "BELONGING", "CHAIR", "COLLECTION", "COUNTING_AS", "DIRECTION", "GUIDING", "HELP", "REPORTING", "RUNGS", "Chairs",
    "Rung", "Seat", "chairs", "chairs_at", "graph", "has_ended", "is_collection", "is_past", "may_be_above", "owner_of",
    "rung_of", "rungs_above", "seats", "seats_of_organisations", "seats_through_others", "stated_lines", "tables",
]  # fmt: skip
