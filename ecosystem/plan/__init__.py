"""What an import would change, as a value that can be read, kept, applied and undone."""

from ecosystem.plan.changes import (
    EMPTY_DIGEST,
    PLAN_AGAIN,
    Added,
    Change,
    Changed,
    Removed,
    applied,
    carried,
    difference,
    digest_after,
    reverse,
    rows_by_key,
)
from ecosystem.plan.forgetting import (
    Named,
    Traces,
    check_person,
    forgetting,
    must_not_be_named,
    named_in,
    still_named,
)
from ecosystem.plan.impact import Impact, impact, impact_on_view
from ecosystem.plan.meaning import explained
from ecosystem.plan.minutes import minutes
from ecosystem.plan.plans import KEEP_AGAIN, GraphState, Plan, Proposal, plan
from ecosystem.plan.record import ChangeRecord, change_of, plain_change
from ecosystem.plan.succession import ALL, accepted, proposals
from ecosystem.plan.words import NOTHING_TO_DO, in_words, sentence

__all__ = [
    "ALL", "EMPTY_DIGEST", "KEEP_AGAIN", "NOTHING_TO_DO", "PLAN_AGAIN", "Added", "Change", "ChangeRecord", "Changed",
    "GraphState", "Impact", "Named", "Plan", "Proposal", "Removed", "Traces", "accepted", "applied", "carried",
    "change_of", "check_person", "difference", "digest_after", "explained", "forgetting", "impact", "impact_on_view",
    "in_words", "minutes", "must_not_be_named", "named_in", "plain_change", "plan", "proposals", "reverse",
    "rows_by_key", "sentence", "still_named",
]  # fmt: skip
