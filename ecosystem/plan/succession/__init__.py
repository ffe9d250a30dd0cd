"""What follows from a merger, renaming or split: what ends with a body, and what passes to its successors."""

from ecosystem.plan.succession.departures import departures
from ecosystem.plan.succession.inheriting import (
    Inheritance,
    Passing,
    free_fact_id,
    inheritances,
    passed_on,
    rank_of_role,
)
from ecosystem.plan.succession.proposing import ALL, accepted, proposals

__all__ = [
    "ALL", "Inheritance", "Passing", "accepted", "departures", "free_fact_id", "inheritances", "passed_on",
    "proposals", "rank_of_role",
]  # fmt: skip
