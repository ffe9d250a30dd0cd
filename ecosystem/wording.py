"""What rows mean, in words for people: dates, statuses, citations and counts, worded once for answers and maps.

>>> from ecosystem.model import Dataset, Entity, Source
>>> from ecosystem.snapshot import Snapshot
>>> page = Source(id="page", title="Page about boards", date="2018")
>>> board = Entity(id="board", label="Board", name="Board", sources=("page:12",))
>>> snapshot = Snapshot.of([page, board], Dataset(id="x", title="X", as_of="2022-07-19"))
>>> when(snapshot.on(snapshot.default_day), board), cited(snapshot, "page:12-14")
('last confirmed 2018', 'Page about boards, lines 12-14')
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from ecosystem.dates import Status, first_day, last_day, spoken
from ecosystem.model import (
    LABELS,
    RELATIONS,
    Cited,
    Dataset,
    Entity,
    Fact,
    Node,
    Source,
    Statement,
    locator_of,
    source_of,
)
from ecosystem.snapshot import Snapshot, View

NOT_STATED = "not stated"
LEFT_OPEN = "left open by the source"
ESTIMATED = "estimated"

BASIS_WORDS = {
    "stated": "stated",
    "implied": "implied: follows from the words",
    "shown": "only shown on a chart or list",
    "inferred": "our inference, in no document",
}
"""What each basis means."""

_LOCATORS = (
    (re.compile(r"p(?=\d)"), "page"),
    (re.compile(r"s(?=\d)"), "section"),
    (re.compile(r"item(?=\d)"), "item"),
    (re.compile(r"(?=\d)"), "line"),
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LEFT_OUT = {
    Status.OUTSIDE: "ended or not yet begun",
    Status.POSSIBLE: "with an unclear date",
    None: "on another basis",
}


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "fact"), counted(1200, "fact"), counted(2, "body", "bodies")
    ('1 fact', '1,200 facts', '2 bodies')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def rows_changed(added: int, changed: int, removed: int) -> str:
    """Return how many rows an import adds, changes and removes.

    >>> rows_changed(1, 0, 0)
    '1 row added, 0 changed, 0 removed'
    """
    return f"{counted(added, 'row')} added, {changed:,} changed, {removed:,} removed"


def size_of(snapshot: Snapshot) -> str:
    """Return how much a dataset holds, in one line."""
    parts = (
        counted(len(snapshot.entities), "entity", "entities"),
        counted(len(snapshot.facts), "fact"),
        counted(len(snapshot.statements), "statement"),
        counted(len(snapshot.sources), "source"),
    )
    return listed(parts)


def number_in_words(number: int, none: str = "none") -> str:
    """Return a number as a sentence has it: in words up to ten.

    >>> number_in_words(0), number_in_words(0, none="no"), number_in_words(4), number_in_words(1200)
    ('none', 'no', 'four', '1,200')
    """
    return f"{number:,}" if number > len(_NUMBERS) else (none, *_NUMBERS)[number]


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *before, last = list(words) or [""]
    return f"{', '.join(before)} and {last}" if before else last


def on_day(day: date | None) -> str:
    """Return the day looked at, as the end of a sentence.

    >>> on_day(date(2022, 7, 19)), on_day(None)
    ('on 19 July 2022', 'in the whole record')
    """
    return f"on {spoken(day.isoformat())}" if day else "in the whole record"


def kind_of(node: Node, dataset: Dataset | None = None) -> str:
    """Return what a node is, as finely as its form says, in the dataset's own word for its label where it has one.

    >>> kind_of(Entity(id="a", label="Board", name="A", form="committee"))
    'committee'
    """
    return (node.form if isinstance(node, Entity) else node.kind) or word_for(node.label, dataset)


def word_for(label: str, dataset: Dataset | None = None) -> str:
    """Return what one thing of a label is called, in the dataset's own word where it has one.

    >>> place = Dataset(id="x", title="X", as_of="2024", words=("LocalCarePartnership=Primary Care Network",))
    >>> word_for("LocalCarePartnership", place), word_for("Team", place)
    ('Primary Care Network', 'team')
    """
    return _own_words(dataset).get(label, LABELS[label].singular)


def words_for(label: str, dataset: Dataset | None = None) -> str:
    """Return what several things of a label are called, in the dataset's own word where it has one.

    >>> place = Dataset(id="x", title="X", as_of="2024", words=("Board=Statutory Body",))
    >>> words_for("Board", place), words_for("Team", place)
    ('Statutory Bodies', 'teams')
    """
    word = word_for(label, dataset)
    if word == LABELS[label].singular:
        return LABELS[label].plural
    return re.sub(r"(?<=[^aeiou])y$", "ie", word) + "s"


def _own_words(dataset: Dataset | None) -> dict[str, str]:
    return dict(word.split("=", 1) for word in dataset.words) if dataset else {}


def property_in_words(snapshot: Snapshot, statement: Statement) -> str:
    """Return what a statement is about as it stands in a sentence: the title of its property, a name as it is.

    >>> from ecosystem.model import Code
    >>> code = Code(list="property", code="full_name", title="Full name", position=1)
    >>> snapshot = Snapshot.of([code], Dataset(id="x", title="X", as_of="2018"))
    >>> property_in_words(snapshot, Statement(id="a", subject="b", property="full_name"))
    'full name'
    """
    title = snapshot.title_of("property", statement.property).replace("_", " ")
    return title if title[1:] != title[1:].lower() else title.lower()


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
    if isinstance(row, Fact) and RELATIONS[row.relation].happening:
        return _happened(view, row)
    match view.status(row):
        case Status.OUTSIDE:
            return _outside(view, row)
        case Status.POSSIBLE:
            return _possible(view, row)
        case Status.UNCONFIRMED:
            return _joined(lifetime(row), f"last confirmed {newest_evidence(view.snapshot, row)}")
        case _:
            return _joined(lifetime(row), _documented(view.snapshot, row))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _happened(view: View, fact: Fact) -> str:
    if view.status(fact) is Status.OUTSIDE:
        return _outside(view, fact)
    return spoken(fact.start_date) if fact.start_date else _joined("day not stated", _documented(view.snapshot, fact))


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


def cited(snapshot: Snapshot, citation: str) -> str:
    """Return a citation by the title of its source and the place in it."""
    return _one_source(snapshot, [citation])


def place_in_words(locator: str) -> str:
    """Return a place within a source in words.

    >>> place_in_words("12"), place_in_words("12-14"), place_in_words("p3"), place_in_words("s4.2")
    ('line 12', 'lines 12-14', 'page 3', 'section 4.2')
    """
    return places_in_words([locator])


def places_in_words(locators: Iterable[str]) -> str:
    """Return places within one source in words, those of one kind together.

    >>> places_in_words(["502-503", "259", "p3"])
    'lines 502-503, 259, page 3'
    """
    places: dict[str, list[str]] = {}
    for word, place in map(_word_and_place, locators):
        places.setdefault(word, []).append(place)
    return _joined(*(_places(word, found) for word, found in places.items()))


def _word_and_place(locator: str) -> tuple[str, str]:
    for mark, word in _LOCATORS:
        if found := mark.match(locator):
            return word, locator[found.end() :]
    return "", locator


def _places(word: str, found: list[str]) -> str:
    several = word and (len(found) > 1 or "-" in found[0])
    return f"{word}{'s' if several else ''} {', '.join(found)}".strip()


def citations(snapshot: Snapshot, *rows: Cited) -> str:
    """Return all citations of one or more rows in words, places in one source together and none twice."""
    places: dict[str, list[str]] = {}
    for citation in dict.fromkeys(citation for row in rows for citation in row.sources):
        places.setdefault(source_of(citation), []).append(citation)
    return "; ".join(_one_source(snapshot, found) for found in places.values())


def _one_source(snapshot: Snapshot, found: list[str]) -> str:
    source = snapshot.sources.get(source_of(found[0]))
    title = source.title if source else source_of(found[0])
    return _joined(title, places_in_words(map(locator_of, found)))


def dated(source: Source) -> str:
    """Return the date of a source in words, with "about" where it is estimated; "date not stated" where it has none.

    >>> dated(Source(id="a", title="A", date="2018", date_basis="estimated"))
    'about 2018'
    """
    if not source.date:
        return f"date {NOT_STATED}"
    return f"{'about ' if source.date_basis == ESTIMATED else ''}{spoken(source.date)}"


def left_out(counts: Mapping[Status | None, int], day: date | None) -> str:
    """Return the sentence that says how many facts an answer leaves out and why; empty where it leaves out none.

    >>> left_out({Status.OUTSIDE: 2, Status.POSSIBLE: 1}, date(2022, 7, 19))
    'Left out on 19 July 2022: 2 facts ended or not yet begun, 1 fact with an unclear date.'
    """
    parts = [f"{counted(counts[key], 'fact')} {words}" for key, words in _LEFT_OUT.items() if counts.get(key)]
    return f"Left out {on_day(day)}: {', '.join(parts)}." if parts else ""
