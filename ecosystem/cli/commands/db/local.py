"""`ecosystem db install`, `start`, `stop`, `status`, `doctor`: the local Neo4j, and a page for the IT desk."""

from pathlib import Path

import click

from ecosystem import server
from ecosystem.cli.graph import WRITABLE, fetch, start_local
from ecosystem.problems import Exit
from ecosystem.terminal import say


@click.command("install")
@click.option(
    "--jars",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take the program files from this folder, carried by hand, instead of the network.",
)
def install(jars: Path | None) -> Exit:
    """Fetch Neo4j's program files and check every one; what is already there and whole is kept."""
    fetch(jars)
    click.echo(server.home().jars)
    return Exit.DONE


@click.command("start")
def start() -> Exit:
    """Start the local Neo4j, fetching it first if need be; it runs on until stopped."""
    fetch()
    local = start_local()
    click.echo(local.bolt_uri)
    if local.read_only:
        say(f"It is read-only. To change that, {WRITABLE}.")
    say(f"Neo4j Browser: {local.http_uri}. User: {local.user}. Password: in {local.password_file}.")
    say("Stop it with `ecosystem db stop`.")
    return Exit.DONE


@click.command("stop")
def stop() -> Exit:
    """Stop the local Neo4j; the graph stays."""
    say("Stopped." if server.stop() else "Nothing to do: it was not running.")
    return Exit.DONE


@click.command("status")
def status() -> Exit:
    """Say whether the local Neo4j is fetched and runs, and where."""
    known = server.status()
    click.echo(f"Neo4j {known.version} {'is fetched' if known.installed else 'is not fetched'}; Java {known.java}")
    click.echo(f"folder  {known.folder}")
    if known.server is None:
        click.echo("It is not running; start it with `ecosystem db start`.")
        if known.read_only:
            click.echo(
                "It ended while it was read-only, and will start so again unless `ecosystem db stop` is run first."
            )
        return Exit.DONE
    click.echo(f"running since {known.server.started_at:%Y-%m-%d %H:%M} UTC, process {known.server.pid}")
    click.echo(f"bolt    {known.server.bolt_uri}\nbrowser {known.server.http_uri}")
    if known.ready and not known.answers():
        click.echo("It answers nobody: `ecosystem db stop` ends what it is busy with.")
    if known.read_only:
        click.echo(f"It is read-only: imports are refused. To change that, {WRITABLE}.")
    return Exit.DONE


@click.command("doctor")
def doctor() -> Exit:
    """Write one page to paste into an IT ticket: what is fetched, what runs, ports, folders, certificate, failures."""
    report = server.doctor()
    click.echo(report.text)
    return Exit.DATABASE if report.wrong else Exit.DONE
