"""The themes of a chronicle: bodies, seats and chairs, lines between bodies, strategies and posts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ecosystem.chronicle.bodies import lives
from ecosystem.chronicle.chairs import chairs_changed
from ecosystem.chronicle.first import first_facts
from ecosystem.chronicle.period import Period, Record
from ecosystem.chronicle.telling import Kind, Told, alike, first_evidence, sentence, told_of
from ecosystem.model import BASES, BODIES, SEAT, Cited, Entity, Fact, basis_of, ends_of
from ecosystem.network import RUNGS, rung_of
from ecosystem.snapshot import Snapshot, grouped
from ecosystem.wording import facts_in_words, number_in_words, on_date

PLANS = frozenset({"Strategy", "Programme"})
PLANNING = frozenset({"OWNS", "ENDORSED"})
POSTS, HOLDING = frozenset({"Post"}), frozenset({"HOLDS"})


@dataclass(frozen=True, slots=True)
class Theme:
    """What is told of one theme, and how many of its rows that were known before were not confirmed in the period.

    `noun` is what those rows are called, in the plural.
    """

    title: str
    told: tuple[Told, ...]
    noun: str = ""
    known: int = 0
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class _Subject:
    """A theme before it is told: its title, the noun of its rows, what tells it, and which rows it is about."""

    title: str
    noun: str
    tell: Callable[[Record], Iterator[Told]]
    rows: Callable[[Record], Iterable[Cited]]


def chronicle(snapshot: Snapshot, earlier: date, later: date, bases: Iterable[str] = BASES) -> tuple[Theme, ...]:
    """Return what changed after one day, up to and including another, by theme, our own inferences last and apart.

    A theme with nothing to say is left out.

    >>> from ecosystem.model import Dataset, Entity
    >>> hub = Entity(id="hub", label="Partnership", name="Hub", start_date="2022-07-19", basis="stated")
    >>> snapshot = Snapshot.of([hub], Dataset(id="x", title="X", as_of="2022-07-19"))
    >>> [told.sentence for theme in chronicle(snapshot, date(2016, 12, 31), date(2022, 7, 19)) for told in theme.told]
    ['Hub began on 19 July 2022.']
    """
    return _chronicle(Record(snapshot, Period(earlier, later), frozenset(bases)))


def chronicle_of(
    snapshot: Snapshot, node_id: str, earlier: date, later: date, bases: Iterable[str] = BASES
) -> tuple[Theme, ...]:
    """Return what changed about one entity after one day, up to and including another, by theme; as `chronicle`.

    >>> from dataclasses import replace
    >>> from ecosystem.model import Dataset, Entity
    >>> hub = Entity(id="hub", label="Partnership", name="Hub", start_date="2022", basis="stated")
    >>> snapshot = Snapshot.of([hub, replace(hub, id="club")], Dataset(id="x", title="X", as_of="2022-07-19"))
    >>> themes = chronicle_of(snapshot, "hub", date(2016, 12, 31), date(2022, 12, 31))
    >>> [told.sentence for theme in themes for told in theme.told]
    ['Hub began in 2022.']
    """
    return _chronicle(Record(_around(snapshot, node_id), Period(earlier, later), frozenset(bases), node_id))


def _around(snapshot: Snapshot, node_id: str) -> Snapshot:
    """Return as much of a snapshot as is needed to tell of one node: what is joined to it, and what to that."""
    facts = {fact.id: fact for fact in snapshot.facts_about(node_id)}
    for end in {end for fact in facts.values() for end in ends_of(fact)}:
        facts |= {fact.id: fact for fact in snapshot.facts_about(end)}
    ends = {node_id, *(end for fact in facts.values() for end in ends_of(fact))}
    posts = (end for end in ends if snapshot.label_of(end) in POSTS)
    facts |= {fact.id: fact for post in posts for fact in snapshot.facts_about(post)}
    ends |= {end for fact in facts.values() for end in ends_of(fact)}
    entities = (snapshot.entities[end] for end in ends if end in snapshot.entities)
    return Snapshot.of((*entities, *facts.values(), *snapshot.sources.values()), snapshot.dataset)


def _chronicle(record: Record) -> tuple[Theme, ...]:
    themes = [*(_theme(record, subject) for subject in _SUBJECTS), Theme(OURS, tuple(_inferred(record)))]
    return tuple(theme for theme in themes if theme.told or theme.unconfirmed)


def _theme(record: Record, subject: _Subject) -> Theme:
    known = [row for row in subject.rows(record) if record.known_before(row)]
    unconfirmed = sum(map(record.unconfirmed, known))
    told = sorted(subject.tell(record), key=lambda one: list(Kind).index(one.kind))
    return Theme(subject.title, tuple(told), subject.noun, len(known), unconfirmed)


def _things(record: Record, labels: frozenset[str]) -> Iterator[Entity]:
    return (entity for entity in record.snapshot.entities.values() if entity.label in labels)


def _facts(record: Record, relations: frozenset[str]) -> Iterator[Fact]:
    return (fact for fact in record.facts if fact.relation in relations)


def _events(record: Record, facts: Iterable[Fact]) -> Iterator[Told]:
    found = list(facts)
    yield from told_of(record, found)
    yield from first_facts(record, found)


def _bodies(record: Record) -> Iterator[Cited]:
    return _things(record, BODIES)


def _of_bodies(record: Record) -> Iterator[Told]:
    return lives(record, BODIES)


def _seats(record: Record) -> Iterator[Fact]:
    return _facts(record, frozenset({SEAT}))


def _of_seats(record: Record) -> Iterator[Told]:
    chairs = list(chairs_changed(record))
    said = {row.id for told in chairs for row in told.rows if isinstance(row, Fact) and row.relation == SEAT}
    yield from chairs
    yield from _events(record, (seat for seat in _seats(record) if seat.id not in said))


def _lines(record: Record) -> Iterator[Fact]:
    view = record.snapshot.on(None, record.before.bases)
    rungs = ((fact, rung_of(view, fact)) for fact in record.facts if fact.relation in RUNGS)
    return (fact for fact, rung in rungs if rung and view.label_of(rung.upper) in BODIES)


def _of_lines(record: Record) -> Iterator[Told]:
    return _events(record, _lines(record))


def _plans(record: Record) -> Iterator[Cited]:
    yield from _things(record, PLANS)
    yield from _facts(record, PLANNING)


def _of_plans(record: Record) -> Iterator[Told]:
    yield from lives(record, PLANS, verbs=("is dated from {day}", "ran out {on}"))
    yield from _events(record, _facts(record, PLANNING))


def _posts(record: Record) -> Iterator[Cited]:
    yield from _things(record, POSTS)
    yield from _facts(record, HOLDING)


def _of_posts(record: Record) -> Iterator[Told]:
    yield from lives(record, POSTS)
    yield from _events(record, _facts(record, HOLDING))


OURS = "Our own inferences, which no document states"
_SUBJECTS = (
    _Subject("Bodies", "bodies", _of_bodies, _bodies),
    _Subject("Seats and chairs", "seats", _of_seats, _seats),
    _Subject("Reporting, oversight, direction and belonging", "lines", _of_lines, _lines),
    _Subject("Strategies and programmes", "strategies, programmes, owners and endorsements", _of_plans, _plans),
    _Subject("Posts and who holds them", "posts and holders", _of_posts, _posts),
)
_GOVERNANCE = HOLDING | PLANNING | {SEAT, *RUNGS}


def _inferred(record: Record) -> Iterator[Told]:
    """Yield what we infer of days in the period: an inference is made for a day and says nothing of a beginning."""
    if "inferred" not in record.bases:
        return
    governing = (fact for fact in record.snapshot.facts.values() if fact.relation in _GOVERNANCE)
    ours = [fact for fact in governing if basis_of(fact) == "inferred" and record.is_meant(fact)]
    judged = [fact for fact in ours if record.period.has(record.snapshot.span(fact).holds_from)]
    found = grouped((first_evidence(record, fact) or fact.start_date, fact) for fact in judged)
    for written, facts in sorted(found.items()):
        for group in alike(facts):
            words = f"for {on_date(written).partition(' ')[2]} we infer that {facts_in_words(record.snapshot, *group)}"
            yield Told(Kind.INFERRED, sentence(words), tuple(group), "inferred")


def not_confirmed(theme: Theme) -> str:
    """Return the sentence on what was known before a period and not confirmed in it; empty where all was."""
    if not theme.unconfirmed:
        return ""
    one, every = theme.unconfirmed == 1, theme.unconfirmed == theme.known
    ended = "it has ended" if one else "they have ended"
    if one and every:
        return f"The only one of the {theme.noun} known before is not confirmed since; nothing says that {ended}."
    are = "none is" if every else f"{number_in_words(theme.unconfirmed)} {'is' if one else 'are'} not"
    known = number_in_words(theme.known)
    return f"Of {known} {theme.noun} known before, {are} confirmed since; nothing says that {ended}."
