"""What nobody has written down of strategies, programmes and posts: whose they are, what followed, who holds them."""

from collections.abc import Iterator

from ecosystem.dates import spoken
from ecosystem.evidence.age import confirms
from ecosystem.evidence.gap import Gap
from ecosystem.evidence.inference import do_we_infer_rightly, inferred_of
from ecosystem.evidence.otherwise import at_other_times, known_instead, not_shown
from ecosystem.evidence.outliving import USING, outliving
from ecosystem.evidence.upward import told
from ecosystem.model import Entity, Fact
from ecosystem.network import DIRECTION, GUIDING, has_ended
from ecosystem.snapshot import View

_RESPONSIBLE = ("OWNS", "DELIVERS", "COMMISSIONS")


def owner_unknown(view: View) -> Iterator[Gap]:
    """Yield strategies and programmes in force that nobody is said to own, deliver or commission."""
    for entity in view.entities:
        if _is_plan(entity) and not view.counting.facts_to(entity.id, *_RESPONSIBLE):
            open_question = "who owns it?" if entity.label == "Strategy" else "who is responsible for it?"
            ours = inferred_of(view, entity, *_RESPONSIBLE)
            question = do_we_infer_rightly(view, ours) or open_question
            directing = tuple(filter(confirms, view.facts_to(entity.id, DIRECTION)))
            before = not_shown(view, entity.id, *_RESPONSIBLE)
            notes = (fact.note for fact in ours)
            known = known_instead(told(view, directing, entity), at_other_times(view, before), *notes)
            yield Gap("owner", entity, question, known, (entity, *directing, *before, *ours), settles=ours)


def successor_unknown(view: View) -> Iterator[Gap]:
    """Yield strategies that had run out by the day, with nothing said to have followed, or still related to."""
    for entity in view.snapshot.entities.values():
        if entity.label == "Strategy" and has_ended(view, entity):
            followed = bool(view.facts_from(entity.id, "SUCCEEDED_BY"))
            using = tuple(fact for fact in outliving(view, entity, *USING) if _uses(fact, entity))
            if question := _after_its_end(followed=followed, used=bool(using)):
                still = f"no end is recorded of this: {told(view, using, entity)}" if using else ""
                known = known_instead(f"ended {spoken(entity.end_date)}", still)
                yield Gap("successor", entity, question, known, (entity, *using))


def _uses(fact: Fact, strategy: Entity) -> bool:
    """Tell whether a fact is of who has to do with a strategy; what only describes it, as a review does, has not."""
    return fact.object == strategy.id and fact.role != "describes"


def _after_its_end(*, followed: bool, used: bool) -> str:
    if used:
        return "is it still in use?" if followed else "is it still in use, and what has followed it?"
    return "" if followed else "what has followed it?"


def holder_unknown(view: View) -> Iterator[Gap]:
    """Yield posts with a seat or a strategy of their own, of which no holder is known on the day."""
    for post in view.entities:
        has_duty = view.facts_from(post.id, "MEMBER_OF", "OWNS")
        if post.label == "Post" and has_duty and not view.facts_to(post.id, "HOLDS"):
            before = not_shown(view, post.id, "HOLDS")
            yield Gap("holder", post, "who holds the post?", at_other_times(view, before), (post, *before))


def _is_plan(entity: Entity) -> bool:
    return entity.label == "Programme" or (entity.label == "Strategy" and entity.form in GUIDING)
