"""The Python interface: a dataset opened for questions, in a notebook or a program.

>>> from ecosystem import open_dataset
>>> leeds = open_dataset(as_of="2018")
>>> answer = leeds.ask("who-sits-on", body="PEG")
>>> answer.to_pandas()["member"].tolist()[:2]
['Adult Social Care', 'General Practice']
>>> leeds.network("OVERSEES").out_degree(leeds.snapshot.find("HWB"))
4
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from ecosystem import answers
from ecosystem.audit import read_baseline
from ecosystem.dates import day_asked, how_to_ask
from ecosystem.model import BASES, RELATIONS
from ecosystem.network import graph
from ecosystem.problems import UsageError, quoted
from ecosystem.queries import ANY, IN_PYTHON, named
from ecosystem.results import Report, Result
from ecosystem.rules import did_you_mean
from ecosystem.scenario import Step
from ecosystem.snapshot import Snapshot, View
from ecosystem.tables import bytes_at, find_dataset, is_graph, load
from ecosystem.terminal import render
from ecosystem.wording import on_day

if TYPE_CHECKING:
    from ecosystem.maps import Map

Given = str | int | bool | date | Iterable[str] | None
"""A value of a question's parameter: names may stand where ids are meant, None asks for any."""


@dataclass(frozen=True, repr=False)
class OpenDataset:
    """A dataset read from files or from the graph, looked at on one day through chosen bases.

    All of it is in memory: what is asked of it needs no server, and changes of files or graph show when it is opened
    again. `snapshot` is the whole record, `view` what is shown of it, `origin` its title and what it was read from.
    """

    view: View
    origin: str

    def __repr__(self) -> str:
        """Return what it is, in words."""
        bases = f"; only {', '.join(self.view.bases_chosen)}" if self.view.bases_chosen else ""
        return f"<{self.origin}, {on_day(self.view.day)}{bases}>"

    @property
    def snapshot(self) -> Snapshot:
        """The whole record, whatever the day."""
        return self.view.snapshot

    def on(self, as_of: str | date | None = "", basis: Iterable[str] = ()) -> "OpenDataset":
        """Return the same data on another day or bases: by default the dataset's own day, and all bases.

        `as_of` is a date, or text as for `--as-of`; None or `any` is the whole record. `UsageError` for what is no day
        or no basis.
        """
        return replace(self, view=_seen(self.snapshot, as_of, basis))

    def questions(self) -> Result:
        """Return the named questions by topic."""
        return answers.catalogue()

    def ask(self, question: str, **values: Given) -> Result:
        """Return the answer to a named question, on the day and bases looked at unless `as_of` or `bases` are given.

        `UsageError` where there is no such question or value, with the nearest; see `questions`.
        """
        looked_at: dict[str, Given] = {"as_of": self.view.day, "bases": self.view.bases_chosen or None}
        known = {parameter.name for parameter in named(question, typed=IN_PYTHON.asked).header.parameters}
        given = {name: value for name, value in looked_at.items() if name in known} | values
        written = {name: _written(value) for name, value in given.items()}
        runner = answers.from_files(self.snapshot)
        return answers.ask(question, written, self.snapshot, runner, origin=self.origin, speech=IN_PYTHON)

    def find(self, name: str) -> Result:
        """Return what is called that, or has it in its name; `NotFound` with the nearest names."""
        return answers.find(self.snapshot, name, self.origin)

    def show(self, name: str) -> Result:
        """Return everything that is said of one entity or source; `NotFound` or `UsageError` as for names."""
        return answers.show(self.view, name, self.origin)

    def members(self, name: str) -> Result:
        """Return who sits on a body, the chair first; `NotFound` or `UsageError` as for names."""
        return answers.members(self.view, name, self.origin)

    def path(self, one: str, other: str) -> Report:
        """Return how two things are formally joined, step by step; `NotFound` or `UsageError` as for names."""
        return answers.path(self.view, one, other, self.origin)

    def changes(self, earlier: str | date, later: str | date) -> Report:
        """Return what changed after a day, up to and including a later one, in sentences.

        `UsageError` for what is no day, and where the first is not earlier than the second.
        """
        begins, ends = (_day(self.snapshot, day) for day in (earlier, later))
        if begins is None or ends is None or begins >= ends:
            message = f"nothing lies between {quoted(str(earlier))} and {quoted(str(later))}"
            raise UsageError(message, fix="name two days, the earlier one first")
        return answers.changes(self.snapshot.on(ends, self.view.bases), begins, self.origin)

    def evidence(self) -> Report:
        """Return on what the record rests, and what no source says."""
        return answers.evidence(self.view, origin=self.origin)

    def analyses(self) -> Result:
        """Return the analyses by topic, each with the question it answers."""
        return answers.analyses()

    def analyse(self, name: str = answers.ALL, *, since: str | date = "", full: bool = False) -> Report:
        """Return one analysis, or all; with `since`, what is otherwise than on that day. See `answers.analyse`.

        `full` works out all that is sampled in a large graph. `UsageError` where no analysis is called that, with the
        nearest, and where `since` is no day before the one looked at.
        """
        effort = answers.Effort(full=full)
        if since:
            return answers.analyse_since(self.view, _day(self.snapshot, since), name, self.origin, effort)
        return answers.analyse(self.view, name, self.origin, effort)

    def audit(self, *rules: str, baseline: str | Path = "", years: int = answers.OLD_AFTER) -> Report:
        """Return what rules of governance find, those of these names or all; see `answers.audit`.

        `baseline` names a file of findings that are accepted, `years` is from when on evidence counts as old.
        `UsageError` where no rule is called that, `DataProblems` with everything that is wrong with the baseline.
        """
        known = read_baseline(Path(baseline).name, bytes_at(Path(baseline))) if baseline else None
        return answers.audit(self.view, rules, known, years, self.origin)

    def audit_rules(self) -> Result:
        """Return the rules of governance by severity, each with what it finds."""
        return answers.audit_rules(self.snapshot.dataset)

    def map(self, *, without_people: bool = False) -> "Map":
        """Return the governance map: a notebook shows its picture; `.explore()` is the page, `.save(path)` a file.

        `without_people` leaves every person out of both.
        """
        from ecosystem.maps import Map  # noqa: PLC0415 - what draws is imported only for a map

        return Map(self.view, without_people)

    def whatif(self, *steps: Step) -> Report:
        """Return what would be otherwise on the day, were these steps taken in order; see `ecosystem.scenario`.

        Nothing is changed. `UsageError` and `NotFound` say in which step something cannot be.

        >>> from ecosystem.scenario import Merge
        >>> trusts = open_dataset().whatif(Merge(bodies=("LTHT", "LCH"), into="Leeds NHS Trust"))
        >>> trusts.parts[0].title
        'What that would mean'
        """
        return answers.whatif(self.view, steps, self.origin)

    def network(self, *relations: str) -> "nx.MultiDiGraph[str]":
        """Return what is shown as a networkx graph: nodes are ids with `entity`, edges are facts; see `network.graph`.

        With `relations`, only those edges. `UsageError` where one of them is none, with the nearest.
        """
        for name in relations:
            if name not in RELATIONS:
                fix = did_you_mean(name, RELATIONS, f"the relations are {', '.join(RELATIONS)}")
                raise UsageError(f"there is no relation {quoted(name)}", fix=fix)
        return graph(self.view, *relations)


def open_dataset(data: str | Path = "", *, as_of: str | date | None = "", basis: Iterable[str] = ()) -> OpenDataset:
    """Open a dataset: a folder, `git:REV`, `graph`, or, where none is named, the one that the commands would read.

    `graph` is the graph at `NEO4J_URI`, else the local one if it runs: all of it is read once, and then let go of.
    `as_of` and `basis` are as for `OpenDataset.on`. `DataProblems` with everything that is wrong with the files,
    `DatabaseUnreachable` where there is no graph to read.
    """
    in_graph = isinstance(data, str) and is_graph(data)
    snapshot, origin = _from_graph() if in_graph else _from_files(str(data or find_dataset(Path.cwd()).folder))
    _show_in_notebooks()
    return OpenDataset(_seen(snapshot, as_of, basis), origin)


def _from_files(where: str) -> tuple[Snapshot, str]:
    register = load(where)
    return register.snapshot, register.called


def _from_graph() -> tuple[Snapshot, str]:
    from ecosystem.connecting import connected, whole  # noqa: PLC0415 - the driver is imported only for a graph

    with connected() as (store, origin):
        snapshot = whole(store)
        return snapshot, f"{snapshot.dataset.title} ({origin})"


def _day(snapshot: Snapshot, as_of: str | date | None) -> date | None:
    if as_of is None or isinstance(as_of, date):
        return as_of
    try:
        return day_asked(as_of) if as_of else snapshot.default_day
    except ValueError:
        raise UsageError(f"{quoted(as_of)} is no date", fix=how_to_ask(as_of)) from None


def _seen(snapshot: Snapshot, as_of: str | date | None, basis: Iterable[str]) -> View:
    bases = _bases(basis)
    return snapshot.on(_day(snapshot, as_of), bases or BASES, named=bool(bases))


def _bases(basis: Iterable[str]) -> tuple[str, ...]:
    chosen = (basis,) if isinstance(basis, str) else tuple(basis)
    for one in chosen:
        if one not in BASES:
            raise UsageError(f"there is no basis {quoted(one)}", fix=f"the bases are {', '.join(BASES)}")
    return chosen


def _written(value: Given) -> str:
    """Return a value as it is written on the command line."""
    match value:
        case None:
            return ANY
        case bool():
            return "yes" if value else "no"
        case str() | int() | date():
            return str(value)
        case _:
            return " ".join(value)


def _show_in_notebooks() -> None:
    """Have IPython, where it runs, show answers as tables with all that has to be known to read them."""
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython  # noqa: PLC0415 - only where it is there

    if shell := get_ipython():
        for kind in (Result, Report):
            shell.display_formatter.formatters["text/markdown"].for_type(kind, lambda answer: render(answer, "md"))
