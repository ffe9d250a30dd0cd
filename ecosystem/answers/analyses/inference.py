"""What sources assert is told; what our own inference would change of it is a caution."""

from dataclasses import replace

from ecosystem.answers.analyses.analysis import Teller, Told
from ecosystem.model import basis_of
from ecosystem.snapshot import View
from ecosystem.wording import WITH_OUR_INFERENCE


def of_sources(tell: Teller) -> Teller:
    """Return a teller of what sources assert, with a caution where our inference makes another sentence of it.

    Where bases are chosen, and our inference is among them, it is told with the rest.
    """

    def told(view: View) -> Told:
        if "inferred" in view.bases_chosen:
            return tell(view)
        asserted = tell(view.asserted)
        if not any(basis_of(fact) == "inferred" for fact in view.facts):
            return asserted
        ours = tell(view).sentence
        if ours == asserted.sentence:
            return asserted
        return replace(asserted, cautions=(*asserted.cautions, f"{WITH_OUR_INFERENCE}{ours}"))

    return told
