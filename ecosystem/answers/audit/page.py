"""The page of an audit: a sentence to quote, then what is new by severity and rule, what is accepted, what is gone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from ecosystem.answers.evidence import OLD_AFTER
from ecosystem.audit import (
    MEANING,
    RULES,
    Accepted,
    Finding,
    Rule,
    Severity,
    Standing,
    compared,
    findings,
    rules_named,
)
from ecosystem.dates import spoken
from ecosystem.evidence import day_looked_at
from ecosystem.results import Cells, Part, Report
from ecosystem.snapshot import View
from ecosystem.wording import capitalised, citations, counted, left_out, listed, number_in_words, on_day

MOST = 3
"""How many rules the opening names by how often they find something."""

COLUMNS = ("about", "ids", "what_is_known", "said_in")
WHAT_COUNTS = (
    "What sources assert counts. What we infer counts only where it is asked for, and is else asked about; a relation "
    "whose date is unclear on the day does not count."
)
IN_THE_RECORD = "A finding is of the record: what is not in it may be so all the same."


@dataclass(frozen=True, slots=True)
class Audited:
    """A view that was audited: by which rules, from which age on evidence is old, and how the findings stand.

    `against` tells whether there is a baseline that they stand to, be it an empty one.
    """

    view: View
    rules: tuple[Rule, ...]
    years: int
    standing: Standing
    against: bool = False

    @property
    def found(self) -> tuple[Finding, ...]:
        """Everything that was found, new or accepted."""
        return (*self.standing.new, *(finding for finding, _ in self.standing.accepted))


def audited(
    view: View, rules: Iterable[str] = (), baseline: Collection[Accepted] | None = None, years: int = OLD_AFTER
) -> Audited:
    """Return how what rules find in a view, those of these ids or all, stands to a baseline."""
    chosen = rules_named(rules)
    standing = compared(findings(view, years, chosen), baseline or (), chosen)
    return Audited(view, chosen, years, standing, baseline is not None)


def audit(
    view: View,
    rules: Iterable[str] = (),
    baseline: Collection[Accepted] | None = None,
    years: int = OLD_AFTER,
    origin: str = "files",
) -> Report:
    """Return what rules find in a view, those of these ids or all; `UsageError` where one is none.

    `baseline` are findings that are accepted; `years` is from when on evidence counts as old. The whole record is
    audited as of the day of the dataset.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018", basis="stated")
    >>> report = audit(Snapshot.of([board], Dataset(id="x", title="X", as_of="2018")).on(None), ["no-known-chair"])
    >>> report.lead[0]
    'On 31 December 2018, one rule of governance finds no error, no warning and one note in the record of X.'
    >>> report.parts[0].title, [row[1] for row in report.parts[0].rows]
    ('Note: no-known-chair', [('board',)])
    """
    return audit_report(audited(view, rules, baseline, years), origin)


def audit_report(done: Audited, origin: str = "files") -> Report:
    """Return the page on what was audited."""
    return Report(
        title=f"Audit: {done.view.snapshot.dataset.title}",
        lead=tuple(_opening(done)),
        parts=tuple(_parts(done)),
        origin=origin,
        as_of=day_looked_at(done.view),
        bases=done.view.counting.bases_chosen,
        notes=tuple(_notes(done)),
    )


def _opening(done: Audited) -> Iterator[str]:
    number, dataset = len(done.rules), done.view.snapshot.dataset
    by = f"{number_in_words(number)} {'rule of governance finds' if number == 1 else 'rules of governance find'}"
    day = capitalised(on_day(day_looked_at(done.view)))
    yield f"{day}, {by} {_by_severity(done.found)} in the record of {dataset.title}."
    if done.against:
        yield _against_the_baseline(done.standing)
    often = Counter(finding.rule.said(dataset) for finding in done.standing.new).most_common(MOST)
    if number > 1 and often:
        told = "; ".join(f"{said[:1].lower()}{said[1:-1]} ({times:,})" for said, times in often)
        yield f"Most often{' new' if done.against else ''}: {told}."


def _by_severity(found: Iterable[Finding]) -> str:
    numbers = Counter(finding.rule.severity for finding in found)
    return listed(
        f"{number_in_words(numbers[each], none='no')} {each}{'' if numbers[each] < 2 else 's'}" for each in Severity
    )


def _against_the_baseline(standing: Standing) -> str:
    new, accepted, resolved = len(standing.new), len(standing.accepted), len(standing.resolved)
    are = f"{number_in_words(new).capitalize()} {'is' if new < 2 else 'are'} new"
    known = f"{number_in_words(accepted)} {'is' if accepted < 2 else 'are'} accepted with a reason"
    entries = "entry of the baseline is" if resolved == 1 else "entries of the baseline are"
    gone = f"; {number_in_words(resolved)} {entries} found no more" if resolved else ""
    return f"{are}, {known}{gone}."


def _parts(done: Audited) -> Iterator[Part]:
    standing = done.standing
    for rule in done.rules:
        if found := [finding for finding in standing.new if finding.rule is rule]:
            yield _of_rule(done, rule, found)
    if standing.accepted:
        yield _accepted(standing.accepted)
    if standing.resolved:
        yield _resolved(standing.resolved)


def _of_rule(done: Audited, rule: Rule, found: Collection[Finding]) -> Part:
    query = rule.on(day_looked_at(done.view).isoformat(), str(done.years))
    return Part(
        title=title_of(rule),
        lead=f"{rule.said(done.view.snapshot.dataset)} {counted(len(found), 'finding')}.",
        columns=COLUMNS,
        rows=tuple(row_of(done.view, finding) for finding in found),
        notes=(f"Why it matters: {rule.why}", f"What to do: {rule.do}", f"To see it another way: {query}"),
    )


def title_of(rule: Rule) -> str:
    """Return the heading under which the findings of a rule stand."""
    return f"{rule.severity.capitalize()}: {rule.id}"


def row_of(view: View, finding: Finding) -> Cells:
    """Return a finding as a row of `COLUMNS`, with the names and citations of a view."""
    gap = finding.gap
    return gap.about.name, finding.ids, gap.known, citations(view.snapshot, *gap.spoken_of)


def _accepted(accepted: Collection[tuple[Finding, Accepted]]) -> Part:
    return Part(
        title="Accepted",
        lead=f"{counted(len(accepted), 'finding is', 'findings are')} known, and accepted for the reason given.",
        columns=("about", "ids", "rule", "reason"),
        rows=tuple(
            (finding.gap.about.name, finding.ids, f"{finding.rule.severity}: {finding.rule.id}", entry.reason)
            for finding, entry in accepted
        ),
    )


def _resolved(resolved: Collection[Accepted]) -> Part:
    number = counted(len(resolved), "entry of the baseline is", "entries of the baseline are")
    return Part(
        title="Resolved",
        lead=f"{number} found no more, and can be taken out of it.",
        columns=("finding", "about", "reason"),
        rows=tuple((entry.finding, entry.about, entry.reason) for entry in resolved),
    )


def _notes(done: Audited) -> Iterator[str]:
    view, standing, day = done.view, done.standing, day_looked_at(done.view)
    found = {finding.rule for finding in done.found}
    if silent := [rule.id for rule in done.rules if rule not in found]:
        yield f"Nothing is found by {listed(silent)}."
    if others := len(RULES) - len(done.rules):
        yield f"Not looked at: {counted(others, 'other rule')}; `ecosystem audit --list` names all."
    if standing.aside:
        yield f"Of rules not looked at, the baseline has {counted(len(standing.aside), 'entry', 'entries')}."
    yield from (*MEANING.values(), IN_THE_RECORD, WHAT_COUNTS)
    if view.day is None:
        yield f"The whole record is audited as of its own day, {spoken(day.isoformat())}."
    if sentence := left_out(_on_its_day(view).left_out(properties=()), day):
        yield sentence
    if standing.new:
        yield "`ecosystem evidence --questions` has each finding as a question, with whom to ask."


def _on_its_day(view: View) -> View:
    return replace(view.counting, day=day_looked_at(view))
