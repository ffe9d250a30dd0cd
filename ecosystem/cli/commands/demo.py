"""`ecosystem demo`: the main job, files first, so that a machine without a database still gets everything else."""

import shlex
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from ecosystem import answers
from ecosystem.cli.changing import done
from ecosystem.cli.data import register_chosen
from ecosystem.cli.graph import Graph, entry, fetch, open_graph
from ecosystem.cli.options import data_option
from ecosystem.cli.output import map_file, opened, written
from ecosystem.evidence import size_of
from ecosystem.importing import carried_out, planned, standing
from ecosystem.maps import opening, page
from ecosystem.names import names_of
from ecosystem.network import seats
from ecosystem.problems import Conflict, DatabaseUnreachable, Exit, Refused
from ecosystem.snapshot import Snapshot
from ecosystem.tables import Register, whole
from ecosystem.terminal import emit, fail, say

QUESTIONS = ("what-is-known-of-bodies", "organisations-at-several-tables", "what-is-stated-between-bodies")
"""The questions whose answers are the findings above the map, in their order."""

NEXT = """
Next:
  {program} show {body}
      everything the sources say of a body, with line numbers
  {program} ask who-sits-on {body} --as-of any
      one of the named questions, for the whole record; `{program} ask` lists them all
  {program} db status
      the database that is now running, and its Browser"""


@click.command("demo")
@data_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The map's file; else DATASET-map.html.")
@click.option("--open", "open_it", is_flag=True, help="Open the map in the browser.")
def command(*, data: str, out: Path | None, open_it: bool) -> Exit:
    """Check the data, draw the map, start Neo4j, load the graph, and answer three questions."""
    with _step("1. The data, checked"):
        register = register_chosen(data)
        click.echo(f"No problems in {size_of(register.snapshot)}.")
    with _step("2. The map"):
        target = out or map_file(register.snapshot.dataset.id)
        _draw(register.snapshot, target)
    if open_it:
        opened(target)
    try:
        _with_graph(register)
    except (Conflict, DatabaseUnreachable, Refused) as error:
        _ask(register.snapshot, answers.from_files(register.snapshot), register.called)
        say("\nThe map is drawn and the questions are answered from the files, but there is no graph:")
        fail(error)
        say("For the IT desk: `ecosystem db doctor` writes one page that says what is in the way.")
        return error.exit_code
    click.echo(NEXT.format(program=_this_program(), body=_fullest_table(register.snapshot)))
    return Exit.DONE


def _draw(snapshot: Snapshot, target: Path) -> None:
    view = snapshot.on(snapshot.default_day)
    written(page(view), target)
    click.echo(f"{target.resolve()} (open it in any browser)")
    click.echo("Over its boxes and lines it says:")
    for sentence in opening(view).sentences:
        click.echo(f"- {sentence}")


def _with_graph(register: Register) -> None:
    with ExitStack() as stack:
        with _step("3. Neo4j, fetched and started"):
            fetch()
            graph = stack.enter_context(open_graph(writing=True))
        with _step("4. The graph, planned and applied"):
            _load(graph, register)
        _ask(register.snapshot, answers.from_graph(graph.store.read), graph.called(register.snapshot.dataset))


def _load(graph: Graph, register: Register) -> None:
    found = standing(graph.store, register.snapshot.dataset.id)
    made = planned(found, whole(register))
    click.echo(done(carried_out(graph.store, made, found.graph, register, entry((register.origin,)))))


def _ask(snapshot: Snapshot, runner: answers.Runner, origin: str) -> None:
    with _step("5. Three questions, answered"):
        for question in QUESTIONS:
            emit(answers.ask(question, {}, snapshot, runner, origin=origin))
            click.echo()


def _fullest_table(snapshot: Snapshot) -> str:
    """Return the shortest name of the body with most seats, quoted where a shell needs it."""
    seated = Counter(seat.table for seat in seats(snapshot.on(None)))
    fullest = snapshot.entities[max(seated, key=lambda table: (seated[table], table))]
    return shlex.quote(min(names_of(fullest), key=len))


def _this_program() -> str:
    """Return what to type for this program: its name where the shell finds it, else the Python that runs it."""
    if shutil.which("ecosystem"):
        return "ecosystem"
    beside = Path(sys.executable)
    return f"{beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside} -m ecosystem"


@contextmanager
def _step(title: str) -> Iterator[None]:
    say(f"\n{title}")
    begun = time.monotonic()
    yield
    say(f"({time.monotonic() - begun:.1f} s)")
