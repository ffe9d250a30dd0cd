"""What sources assert is told; what our own inference would change of it is told apart."""

from dataclasses import replace

from ecosystem.answers.analyses.analysis import Teller, Told
from ecosystem.model import basis_of
from ecosystem.network import COUNTING_AS
from ecosystem.snapshot import View
from ecosystem.wording import WITH_OUR_INFERENCE

SOME_ROWS = "Some rows rest on our inference, which no document states."
TOO_LARGE = "What our inference would change is not worked out of so large a structure unless --basis names it."


def of_sources(tell: Teller) -> Teller:
    """Return a teller of what sources assert, with a caution where our inference makes another sentence of it.

    Where our inference is asked for it counts with the rest, and the sentence says so if it makes any difference.
    """

    def told(view: View) -> Told:
        asserted = tell(view.asserted)
        if not _infers(view, asserted.ground.relations):
            return asserted
        if asserted.is_partial and not view.asks_for_inference:
            return replace(asserted, cautions=(*asserted.cautions, TOO_LARGE))
        ours = tell(view)
        if view.asks_for_inference:
            return _told_apart(asserted, ours)
        if ours.sentence == asserted.sentence:
            return asserted
        return replace(asserted, cautions=(*asserted.cautions, f"{WITH_OUR_INFERENCE}{ours.sentence}"))

    return told


def _told_apart(asserted: Told, ours: Told) -> Told:
    """Return what is told with our inference, which says so of its sentence, or of rows where these alone differ."""
    if ours.sentence != asserted.sentence:
        return replace(ours, sentence=f"{WITH_OUR_INFERENCE}{ours.sentence}")
    return replace(ours, cautions=(*ours.cautions, SOME_ROWS)) if ours.rows != asserted.rows else ours


def _infers(view: View, relations: tuple[str, ...]) -> bool:
    """Tell whether we infer any fact of these relations, or to whom somebody belongs who counts as another."""
    return any(basis_of(fact) == "inferred" for fact in view.facts_of(*relations, *COUNTING_AS))
