"""What the twins read off a view."""

from collections.abc import Callable, Iterable, Mapping

from ecosystem.dates import EARLIEST, Status
from ecosystem.model import Cited, Fact, Statement, basis_of
from ecosystem.queries.values import Value
from ecosystem.results import Cells
from ecosystem.snapshot import SHOWN, View
from ecosystem.wording import NOT_STATED, NOT_STATED_THEN

Values = Mapping[str, Value]
Twin = Callable[[View, Values], Iterable[Cells]]


def year_of(view: View, row: Cited) -> int | None:
    """Return the year of the newest evidence of a row, None where it was never seen."""
    last_seen = view.snapshot.span(row).last_seen
    return None if last_seen == EARLIEST else last_seen.year


def oldest_year(view: View, rows: Iterable[Cited]) -> int | None:
    """Return the year in which the oldest of some rows was last seen, None where none ever was."""
    return min((year for row in rows if (year := year_of(view, row)) is not None), default=None)


def evidence_of(view: View, row: Fact | Statement) -> Cells:
    """Return what closes most rows: year of the newest evidence, basis, citations."""
    return (year_of(view, row), basis_of(row), row.sources)


def holds(view: View, row: Cited) -> bool:
    """Tell whether a row is documented or unconfirmed on the day, on whatever basis."""
    return view.day is None or view.status(row) in SHOWN


def names_of(view: View, node_ids: Iterable[str]) -> tuple[str, ...]:
    """Return what nodes are called, each name once, in order."""
    return tuple(sorted({view.name_of(node_id) for node_id in node_ids}))


def list_complete(view: View, body: str) -> str:
    """Return whether the list of who sits on a body is said to be complete: yes, no, or not stated.

    That it was complete says nothing of later days: then it is not stated, with the year in which it was.
    """
    texts = [_of_list(view, said) for said in view.statements_about(body, "list_complete") if said.value]
    return "no" if "no" in texts else max(texts, default=NOT_STATED)


def _of_list(view: View, said: Statement) -> str:
    year = year_of(view, said)
    if said.value == "no" or view.status(said) is Status.DOCUMENTED:
        return said.value
    if view.day is None:
        return f"yes in {year}" if year else "yes"
    return f"{NOT_STATED} (yes in {year})" if year else NOT_STATED


def silence(view: View, node_id: str, *relations: str, inward: bool = False) -> str:
    """Return what is said where a view shows no such fact of a node: "not stated for this day" if it does on another.

    The facts are those of which it is the subject; with `inward`, the object.
    """
    about = (fact for fact in view.snapshot.facts_about(node_id) if fact.relation in relations)
    found = (fact for fact in about if (fact.object if inward else fact.subject) == node_id)
    return NOT_STATED_THEN if any(basis_of(fact) in view.bases for fact in found) else NOT_STATED


def asked(values: Values, name: str, node_id: str) -> bool:
    """Tell whether a parameter asks for that node, by its id or by asking for any."""
    return values[name] in (None, node_id)
