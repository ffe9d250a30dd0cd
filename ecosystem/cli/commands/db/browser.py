"""`ecosystem db browser`: Neo4j Browser on the local Neo4j, with everything filled in but the password."""

import os
import sys

import click

from ecosystem import server
from ecosystem.cli.graph import WRITABLE, fetch, start_local
from ecosystem.cli.output import opened_in_browser
from ecosystem.problems import Exit, UsageError
from ecosystem.store import settings_from
from ecosystem.terminal import say

SEAT = (
    "Browser is the administrator's seat: what is done there can change and delete everything, outside the journal of "
    "imports; `ecosystem plan` lists it. To look only, add --read-only, or use `ecosystem cypher`."
)
READ_ONLY = (
    "The graph is read-only, for every program: Browser cannot change it, only logins, and imports are refused. "
    f"To change that, {WRITABLE}."
)


@click.command("browser")
@click.option("--read-only", is_flag=True, help="Start the database again so that nobody can change the graph.")
def browser(*, read_only: bool) -> Exit:
    """Open Neo4j Browser, the administrator's seat, on the local Neo4j; without --read-only it can change everything.

    The password is shown on a terminal only; elsewhere its file is named.
    """
    other = settings_from(os.environ)
    if other is not None:
        raise UsageError(
            f"NEO4J_URI names the server at {other.uri}; this command opens the local one's Browser",
            fix="ask whoever runs that server for its Browser's address, or unset NEO4J_URI",
        )
    fetch()
    local = start_local(read_only=read_only)
    click.echo(local.browser_address)
    _tell_login(local)
    say(READ_ONLY if read_only else SEAT)
    if not opened_in_browser(local.browser_address):
        say("No browser could be opened from here: open the address in one on this computer.")
    return Exit.DONE


def _tell_login(local: server.Server) -> None:
    """Show the password to whoever sits at a terminal; standard error that goes anywhere else might be kept."""
    if sys.stderr.isatty():
        password = local.password_file.read_text(encoding="utf-8").strip()
        say(f"Log in as {local.user} with the password {password} (it stands in {local.password_file}).")
    else:
        say(f"Log in as {local.user} with the password in {local.password_file}.")
