"""When rows hold, in words for people: dates, statuses, the newest evidence, and what an answer leaves out.

>>> from ecosystem.model import Dataset
>>> page = Source(id="page", title="Page about boards", date="2018")
>>> board = Entity(id="board", label="Board", name="Board", sources=("page:12",))
>>> snapshot = Snapshot.of([page, board], Dataset(id="x", title="X", as_of="2022-07-19"))
>>> when(snapshot.on(snapshot.default_day), board)
'last confirmed 2018'
"""

from datetime import date

from ecosystem.dates import Status, first_day, last_day, spoken
from ecosystem.model import LISTING, RELATIONS, Cited, Entity, Fact, Source, basis_of, source_of
from ecosystem.snapshot import SHOWN, LeftOut, Snapshot, View
from ecosystem.wording.numbers import counted, joined, listed
from ecosystem.wording.terms import ESTIMATED, NOT_STATED

_LEFT_OUT = {
    Status.OUTSIDE: "ended or not yet begun",
    Status.POSSIBLE: "with an unclear date",
    None: "on another basis",
}


def on_day(day: date | None) -> str:
    """Return the day looked at, as the end of a sentence.

    >>> on_day(date(2022, 7, 19)), on_day(None)
    ('on 19 July 2022', 'in the whole record')
    """
    return f"on {spoken(day.isoformat())}" if day else "in the whole record"


def on_date(written: str) -> str:
    """Return when something happened, as a sentence has it.

    >>> on_date("2018-04-01"), on_date("2018-04")
    ('on 1 April 2018', 'in April 2018')
    """
    return f"{'on' if first_day(written) == last_day(written) else 'in'} {spoken(written)}"


def lifetime(row: Cited) -> str:
    """Return the written dates of a row, no more precise than they are; empty where none is written.

    >>> lifetime(Entity(id="a", label="Board", name="A", start_date="2013-04", end_date="2018-04"))
    'April 2013 to April 2018'
    """
    if row.start_date and row.end_date:
        return f"{spoken(row.start_date)} to {spoken(row.end_date)}"
    if row.start_date:
        return f"since {spoken(row.start_date)}"
    return f"until {spoken(row.end_date)}" if row.end_date else ""


def when(view: View, row: Cited) -> str:
    """Return what may be said of a row on the day of a view; for the whole record, its dates and its evidence."""
    if isinstance(row, Fact) and (words := _when_in_its_own_way(view, row)):
        return words
    match view.status(row):
        case Status.OUTSIDE:
            return _outside(view, row)
        case Status.POSSIBLE:
            return _possible(view, row)
        case Status.UNCONFIRMED:
            return joined(lifetime(row), f"last confirmed {newest_evidence(view.snapshot, row)}")
        case _:
            return joined(lifetime(row), _documented(view.snapshot, row))


def _when_in_its_own_way(view: View, fact: Fact) -> str:
    """Return what may be said of a happening, of a listing, which does not end, and of what sources look back on."""
    if RELATIONS[fact.relation].happening:
        return _happened(view, fact)
    if fact.relation == LISTING:
        return f"listed {newest_evidence(view.snapshot, fact)}"
    known = view.day is None or view.status(fact) in SHOWN
    return _looked_back_on(view.snapshot, fact) if known and view.snapshot.looks_back(fact) else ""


def when_said(view: View, row: Cited) -> str:
    """Return what may be said of a row on the day of a view; of our own inference never that it is documented."""
    if basis_of(row) == "inferred" and view.shows(row):
        return f"judged for {year_seen(view, row)}"
    return when(view, row)


def year_seen(view: View, row: Cited) -> str:
    """Return the year of a row's newest evidence by the day looked at, empty where there is none yet."""
    dates = view.snapshot.evidence(row)
    known = (written for written in dates if view.day is None or first_day(written) <= view.day)
    return max((written[:4] for written in known), default="")


def _happened(view: View, fact: Fact) -> str:
    if view.status(fact) is Status.OUTSIDE:
        return _outside(view, fact)
    return spoken(fact.start_date) if fact.start_date else joined("day not stated", _documented(view.snapshot, fact))


def _looked_back_on(snapshot: Snapshot, fact: Fact) -> str:
    told = max(source.date[:4] for one in fact.sources if (source := snapshot.sources.get(source_of(one))))
    return f"{joined(_until(fact), f'last confirmed {newest_evidence(snapshot, fact)}')}, looked back on in {told}"


def _until(fact: Fact) -> str:
    return f"until {spoken(fact.end_date)}" if fact.end_date else ""


def _outside(view: View, row: Cited) -> str:
    if view.day is not None and view.day < view.snapshot.span(row).may_from:
        starts = _written(view.snapshot, row, "start_date")
        return f"not yet begun ({spoken(max(starts, key=first_day))})"
    return f"ended {spoken(min(_written(view.snapshot, row, 'end_date'), key=last_day))}"


def _written(snapshot: Snapshot, row: Cited, column: str) -> list[str]:
    ends = () if isinstance(row, Entity) else (row.subject, row.object if isinstance(row, Fact) else "")
    rows = (row, *(snapshot.entities[end] for end in ends if end in snapshot.entities))
    return [written for one in rows if (written := getattr(one, column))]


def _possible(view: View, row: Cited) -> str:
    carried_out = view.day is not None and not row.end_date and view.day > view.snapshot.span(row).holds_until
    if isinstance(row, Fact) and carried_out and _is_person(view.snapshot, row.subject):
        named = f"last named {newest_evidence(view.snapshot, row)}"
        return f"{named}; present holder not stated" if row.relation in {"HOLDS", "MEMBER_OF"} else named
    return f"date unclear ({lifetime(row)})" if lifetime(row) else "date unclear"


def _is_person(snapshot: Snapshot, node_id: str) -> bool:
    entity = snapshot.entities.get(node_id)
    return entity is not None and entity.label == "Person"


def newest_evidence(snapshot: Snapshot, row: Cited) -> str:
    """Return the date of a row's newest evidence in words; "not stated" where it has none."""
    dates = snapshot.evidence(row)
    return spoken(max(dates, key=last_day)) if dates else NOT_STATED


def _documented(snapshot: Snapshot, row: Cited) -> str:
    dates = sorted(set(snapshot.evidence(row)), key=lambda written: (last_day(written), first_day(written)))
    if not dates:
        return ""
    oldest, newest = spoken(dates[0]), spoken(dates[-1])
    return f"documented {newest}" if oldest == newest else f"documented {oldest} to {newest}"


def dated(source: Source) -> str:
    """Return the date of a source in words, with "about" where it is estimated; "date not stated" where it has none.

    >>> dated(Source(id="a", title="A", date="2018", date_basis="estimated"))
    'about 2018'
    """
    if not source.date:
        return f"date {NOT_STATED}"
    return f"{'about ' if source.date_basis == ESTIMATED else ''}{spoken(source.date)}"


def beyond(day: date | None, end: date) -> str:
    """Return what has to be said where the day looked at lies after the last that a record speaks of; else nothing.

    >>> beyond(date(2030, 12, 31), date(2022, 7, 19)), beyond(None, date(2022, 7, 19))
    ('The record speaks of days up to 19 July 2022; what came after is not in it.', '')
    """
    if day is None or day <= end:
        return ""
    return f"The record speaks of days up to {spoken(end.isoformat())}; what came after is not in it."


def left_out(found: LeftOut, day: date | None) -> str:
    """Return the sentence that says how many rows an answer leaves out and why; empty where it leaves out none.

    >>> left_out(LeftOut({Status.OUTSIDE: 2, Status.POSSIBLE: 1}, {Status.POSSIBLE: 1}), date(2022, 7, 19))
    'Left out on 19 July 2022: 2 facts ended or not yet begun, 1 fact and 1 statement with an unclear date.'
    """
    kinds = ((found.facts, "fact"), (found.statements, "statement"))
    numbers = ((key, [counted(of[key], kind) for of, kind in kinds if of.get(key)]) for key in _LEFT_OUT)
    parts = [f"{listed(counts)} {_LEFT_OUT[key]}" for key, counts in numbers if counts]
    return f"Left out {on_day(day)}: {', '.join(parts)}." if parts else ""
