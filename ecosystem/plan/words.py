"""A plan in words: table by table, what is added, changed and removed, cell by cell, and what justifies it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ecosystem.dates import spoken
from ecosystem.model import (
    RELATIONS,
    TABLES,
    Cited,
    Code,
    Dataset,
    Entity,
    Fact,
    Identifier,
    Retired,
    Row,
    Source,
    Statement,
    basis_of,
    cell,
)
from ecosystem.plan.changes import Change, Changed, justification, sources_of
from ecosystem.plan.plans import Plan, table_of_change
from ecosystem.problems import printable
from ecosystem.snapshot import Snapshot, grouped
from ecosystem.wording import LEFT_OPEN, counted, rows_changed, rows_of

NOTHING_TO_DO = "Nothing to do: the graph already shows what the files say."

_MARKS = {"added": "+", "changed": "~", "removed": "-"}
_BLANK = "(blank)"
_NameOf = Callable[[str], str]


def in_words(plan: Plan, files: Snapshot | None = None, rows_per_table: int | None = None) -> str:
    """Return a plan as text for people; names come from the plan and from `files`, at most so many rows per table.

    >>> from ecosystem.plan.plans import plan
    >>> dataset = Dataset(id="x", title="X", as_of="2022")
    >>> print(in_words(plan(None, Snapshot.of([Retired(id="old", on="2020", replaced_by="new")], dataset))))
    First import of x: 2 rows added, 0 changed, 0 removed.
    dataset: 1 added
      + X, as of 2022
    retired: 1 added
      + old retired 2020, replaced by new
    """
    name_of = _names(plan, files)
    lines = [
        _headline(plan),
        *_warnings(plan),
        *_tables(plan.changes, name_of, rows_per_table),
        *_meaning(plan),
        *_proposals(plan, name_of, rows_per_table),
        *_asides(plan, name_of, rows_per_table),
    ]
    return "\n".join(map(printable, lines))


def _headline(plan: Plan) -> str:
    if plan.is_empty:
        return f"No difference: {plan.against} shows what the files say." if plan.against else NOTHING_TO_DO
    rows = rows_changed(**plan.counts)
    if plan.against:
        return f"Plan for {plan.dataset} against {plan.against}: {rows}."
    if plan.base.revision:
        return f"Plan for {plan.dataset} from revision {plan.base.revision}: {rows}."
    return f"First import of {plan.dataset}: {rows}."


def _warnings(plan: Plan) -> Iterator[str]:
    removed = Counter(table_of_change(change) for change in plan.changes if change.kind == "removed")
    if removed:
        yield f"ATTENTION: this removes {_counted(removed)}."
    if plan.cleared:
        yield f"ATTENTION: this clears {counted(plan.cleared, 'cell')}."


def _meaning(plan: Plan) -> Iterator[str]:
    if plan.impact:
        yield f"What this means on {spoken(plan.impact.day)}:"
        yield from (f"  {each}" for each in plan.impact.sentences)


def _proposals(plan: Plan, name_of: _NameOf, limit: int | None) -> Iterator[str]:
    if plan.proposals:
        yield "What follows, but is not done. Accept it with --accept all, or row by row with --accept ID:"
    for because, found in grouped((one.because, one.change) for one in plan.proposals[:limit]).items():
        yield f"  Because {because}:"
        for change in found:
            yield f"  ? {sentence(change.row, name_of)}{_unsaid(change)}"
            yield f"      --accept {change.row.id}"
    yield from _more(len(plan.proposals), limit)


def _unsaid(change: Change) -> str:
    return " (no source says so)" if change.kind == "added" else ""


def _asides(plan: Plan, name_of: _NameOf, limit: int | None) -> Iterator[str]:
    if plan.left and not (plan.is_empty and plan.inputs):
        yield _left(plan)
    if plan.base.missing:
        yield f"Missing in the graph, restored by the next apply: {', '.join(plan.base.missing)}."
    if plan.outside:
        yield f"Changed in the graph outside an import: {counted(len(plan.outside), 'row')}."
        yield from _tables(plan.outside, name_of, limit)


def _left(plan: Plan) -> str:
    """Return what a plan leaves: what an update does not name, or what the register itself has no more."""
    number = _counted(plan.left)
    if plan.inputs:
        return f"Left as they are, because the files do not name them: {number}."
    if plan.against:
        return f"In {plan.against} but not in the register: {number}."
    return f"In the graph but not in the register, and left there: {number}. `ecosystem db rebuild` takes them out."


def _counted(rows: Mapping[str, int]) -> str:
    ordered = sorted(rows.items(), key=lambda group: _place_of(group[0]))
    return ", ".join(rows_of(table, count) for table, count in ordered)


def _more(number: int, limit: int | None) -> Iterator[str]:
    if limit is not None and number > limit:
        yield f"  … and {number - limit:,} more"


def _tables(changes: Iterable[Change], name_of: _NameOf, limit: int | None) -> Iterator[str]:
    tables: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        tables[table_of_change(change)].append(change)
    for table, group in sorted(tables.items(), key=lambda group: _place_of(group[0])):
        kinds = [change.kind for change in group]
        counts = [f"{kinds.count(kind):,} {kind}" for kind in _MARKS if kind in kinds]
        yield f"{table}: {', '.join(counts)}"
        for change in group[:limit]:
            yield from _change(change, name_of)
        yield from _more(len(group), limit)


def _place_of(table: str) -> tuple[int, str]:
    """Return where a table stands: what the dataset says of itself first, the code lists last."""
    names = tuple(TABLES)
    return (names.index(table) if table in names else len(names) if "/" in table else -1, table)


def _change(change: Change, name_of: _NameOf) -> Iterator[str]:
    yield f"  {_MARKS[change.kind]} {sentence(change.row, name_of)}{_because(change)}"
    if isinstance(change, Changed):
        is_said = len(change.columns) > 1 and set(sources_of(change.before)) <= set(sources_of(change.after))
        for column in change.columns:
            if not (column == "sources" and is_said):
                yield f"      {column}: {_old_and_new(change, column)}"


def _old_and_new(change: Changed, column: str) -> str:
    """Return what became of a cell; of a list, what it gains and loses."""
    before, after = getattr(change.before, column), getattr(change.after, column)
    if isinstance(before, tuple) and before and after:
        gone = [f"- {item}" for item in before if item not in after]
        new = [f"+ {item}" for item in after if item not in before]
        return ", ".join([*gone, *new]) or "in another order"
    return f"{cell(change.before, column) or _BLANK} → {cell(change.after, column) or _BLANK}"


def _because(change: Change) -> str:
    if citations := justification(change):
        return f"  [{' '.join(citations)}]"
    row = change.row
    return f"  [{basis_of(row)}: {row.note}]" if isinstance(row, Cited) and row.note else ""


def sentence(row: Row, name_of: _NameOf = str) -> str:
    """Return what a row says, in one sentence; `name_of` turns ids into names.

    >>> sentence(Fact(id="f", subject="trust", relation="MEMBER_OF", object="board", role="chair", end_date="2018"))
    'trust chairs board, until 2018'
    """
    match row:
        case Fact():
            verb = RELATIONS[row.relation].said(row.role)
            return f"{name_of(row.subject)} {verb} {name_of(row.object)}{_as(row)}{_when(row)}"
        case Statement():
            value = f"{row.value} {row.unit}".strip() or LEFT_OPEN
            return f"{name_of(row.subject)}: {row.property.replace('_', ' ')} {value}{_when(row)}"
        case Identifier():
            return f"{name_of(row.entity)} is {row.value} in {row.scheme}"
        case _:
            return _about_itself(row)


def _about_itself(row: Dataset | Code | Source | Entity | Retired) -> str:
    match row:
        case Entity():
            return f"{row.name} ({row.id}){_when(row)}"
        case Source():
            return f"{row.title} ({row.id}){f', {row.date}' if row.date else ''}"
        case Retired():
            return f"{row.id} retired {row.on}{f', replaced by {row.replaced_by}' if row.replaced_by else ''}"
        case Code():
            return f"{row.code}: {row.title}"
        case Dataset():
            return f"{row.title}, as of {row.as_of}"


def _as(fact: Fact) -> str:
    known = not fact.role or fact.role in RELATIONS[fact.relation].roles
    return "" if known else f" ({fact.role})"


def _when(row: Cited) -> str:
    if isinstance(row, Fact) and RELATIONS[row.relation].happening:
        return f", on {row.start_date}" if row.start_date else ""
    if row.start_date and row.end_date:
        return f", {row.start_date} to {row.end_date}"
    if row.start_date:
        return f", from {row.start_date}"
    return f", until {row.end_date}" if row.end_date else ""


def _names(plan: Plan, files: Snapshot | None) -> _NameOf:
    changes = (*plan.outside, *plan.changes)
    own = {change.row.id: change.row.name for change in changes if isinstance(change.row, Entity | Source)}
    named = {**plan.names, **own}

    def name_of(node_id: str) -> str:
        return named.get(node_id) or (files.name_of(node_id) if files else node_id)

    return name_of
