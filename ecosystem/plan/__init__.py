"""What an import would change, as a value that can be read, kept, applied and undone."""

from ecosystem.plan.changes import (
    EMPTY_DIGEST,
    PLAN_AGAIN,
    Added,
    Change,
    Changed,
    Key,
    Removed,
    applied,
    carried,
    difference,
    digest_after,
    key_of,
    reverse,
    rows_by_key,
)
from ecosystem.plan.plans import GraphState, Plan, Proposal, plan
from ecosystem.plan.record import ChangeRecord, change_of, plain_change
from ecosystem.plan.words import NOTHING_TO_DO, in_words, sentence

__all__ = [
    "EMPTY_DIGEST", "NOTHING_TO_DO", "PLAN_AGAIN", "Added", "Change", "ChangeRecord", "Changed", "GraphState", "Key",
    "Plan", "Proposal", "Removed", "applied", "carried", "change_of", "difference", "digest_after", "in_words",
    "key_of", "plain_change", "plan", "reverse", "rows_by_key", "sentence",
]  # fmt: skip
