"""`ecosystem forget`: a person taken out of the register, the graph and the record of every import."""

import click

from ecosystem.cli.changing import NOTHING_WRITTEN, held_register
from ecosystem.cli.confirming import confirmed, yes_option
from ecosystem.cli.graph import entry, open_graph
from ecosystem.cli.options import register_option
from ecosystem.importing import standing, taken_out, without
from ecosystem.problems import Exit
from ecosystem.terminal import say
from ecosystem.wording import counted

SEND_AGAIN = """\
What was made before still names them, and no program can take that back. Make anew and send again:
  maps, workbooks, exports, kept plans, backups; and where the folder is under git, think of its earlier revisions."""


@click.command("forget")
@click.argument("person", metavar="ID")
@register_option
@yes_option
def command(person: str, data: str, *, yes: bool) -> Exit:
    """Take a person out of the register, the graph and the record of every import; their posts stay, vacant.

    This cannot be undone, and nothing from before it can be brought back.
    """
    with held_register(data) as register, open_graph(writing=True) as graph:
        found = standing(graph.store, register.snapshot.dataset.id)
        files = without(found, register, person)
        if not (yes or confirmed("Forget this person for good?")):
            say(NOTHING_WRITTEN)
            return Exit.DONE
        gone = taken_out(graph.store, register, files, person, entry(()))
    removed, earlier = counted(gone.removed, "row"), counted(gone.rewritten, "earlier import")
    say(f"Forgotten: {removed} removed, {earlier} rewritten. The graph is at revision {gone.revision}.")
    say(SEND_AGAIN)
    return Exit.DONE
