"""What nobody has written down of strategies, programmes and posts: whose they are, what followed, who holds them."""

from collections.abc import Iterator

from ecosystem.dates import spoken
from ecosystem.evidence.age import confirms
from ecosystem.evidence.gap import Gap
from ecosystem.evidence.otherwise import at_other_times, known_instead, not_shown
from ecosystem.evidence.upward import told
from ecosystem.model import Entity
from ecosystem.network import DIRECTION, GUIDING, has_ended
from ecosystem.snapshot import View

_RESPONSIBLE = ("OWNS", "DELIVERS", "COMMISSIONS")


def owner_unknown(view: View) -> Iterator[Gap]:
    """Yield strategies and programmes in force that nobody is said to own, deliver or commission."""
    for entity in view.entities:
        if _is_plan(entity) and not view.facts_to(entity.id, *_RESPONSIBLE):
            question = "who owns it?" if entity.label == "Strategy" else "who is responsible for it?"
            directing = tuple(filter(confirms, view.facts_to(entity.id, DIRECTION)))
            before = not_shown(view, entity.id, *_RESPONSIBLE)
            known = known_instead(told(view, directing, entity), at_other_times(view, before))
            yield Gap("owner", entity, question, known, (entity, *directing, *before))


def successor_unknown(view: View) -> Iterator[Gap]:
    """Yield strategies that had run out by the day, with nothing said to have followed."""
    for entity in view.snapshot.entities.values():
        if entity.label == "Strategy" and has_ended(view, entity) and not view.facts_from(entity.id, "SUCCEEDED_BY"):
            yield Gap("successor", entity, "what has followed it?", f"ended {spoken(entity.end_date)}", (entity,))


def holder_unknown(view: View) -> Iterator[Gap]:
    """Yield posts with a seat or a strategy of their own, of which no holder is known on the day."""
    for post in view.entities:
        has_duty = view.facts_from(post.id, "MEMBER_OF", "OWNS")
        if post.label == "Post" and has_duty and not view.facts_to(post.id, "HOLDS"):
            before = not_shown(view, post.id, "HOLDS")
            yield Gap("holder", post, "who holds the post?", at_other_times(view, before), (post, *before))


def _is_plan(entity: Entity) -> bool:
    return entity.label == "Programme" or (entity.label == "Strategy" and entity.form in GUIDING)
