"""`ecosystem undo`: register and graph back to how they were."""

import click

from ecosystem.cli.changing import asked_and_done, held_register
from ecosystem.cli.confirming import Consent, consenting
from ecosystem.cli.graph import open_graph
from ecosystem.cli.options import WholeNumber, register_option
from ecosystem.importing import going_back, planned, standing
from ecosystem.model import DATASET_FILE
from ecosystem.problems import EcosystemError, Exit
from ecosystem.store import LOAD
from ecosystem.terminal import say


@click.command("undo")
@click.option("--to", "revision", type=WholeNumber(min=0), metavar="REVISION", help="Back to this revision.")
@register_option
@consenting
def command(revision: int | None, data: str, consent: Consent) -> Exit:
    """Bring register and graph back to before the last import, or to how they were at a revision.

    This is an import of its own: it stands in the history and can be undone.
    """
    with held_register(data) as register, open_graph(writing=True) as graph:
        found = standing(graph.store, register.snapshot.dataset.id)
        if found.recorded is None:
            raise EcosystemError("the graph is empty: there is nothing to undo", fix=LOAD)
        target = found.state.revision - 1 if revision is None else revision
        earlier = graph.store.recorded_at(found.recorded, target)
        made = planned(found, going_back(found.recorded, earlier))
        if earlier.dataset != found.recorded.dataset:
            say(f"What {DATASET_FILE} said then is not brought back; it is edited in place.")
        return asked_and_done(graph, made, found, register, (f"back to revision {target}",), consent, "undo")
