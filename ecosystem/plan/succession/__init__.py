"""What follows from a merger, renaming or split: what ends with a body, and what passes to its successors."""

from ecosystem.plan.succession.proposing import ALL, accepted, proposals

__all__ = ["ALL", "accepted", "proposals"]
