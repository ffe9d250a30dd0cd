"""The analysis of lines upward: who has one, and to where."""

from collections.abc import Iterator

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import named, names
from ecosystem.measures import Upward, reporting_lines, upward
from ecosystem.model import Entity
from ecosystem.network import tables
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import counted, kind_of, number_in_words, on_day

NO_RECORD = "No recorded line does not mean unaccountable: no source that was read says to whom it reports."
END_OF_RECORD = "Where lines end the record ends: whether anybody is above is not said, and it need not be the top."
NOT_REPORTING = "To sit on a body, or to be part of it, is not to report to it."

NO_LINE, AN_END, ROUND_A_LOOP = "no recorded line", "lines end here", "round in a loop"
_TO_AN_END = ""


def _lines(view: View) -> Told:
    ties = reporting_lines(view)
    found = upward(ties.graph)
    bodies = sorted((body for body in tables(view) if body.id in ties.graph), key=lambda body: (body.name, body.id))
    return Told(
        sentence=_who_has_a_line(view, found, bodies),
        columns=("body", "kind", "leads_to", "fewest_steps"),
        rows=tuple(_line_row(view, found, body) for body in bodies),
        ground=ties.ground,
        cautions=(*((END_OF_RECORD,) if found.tops else ()), NO_RECORD, NOT_REPORTING),
    )


def _line_row(view: View, found: Upward, body: Entity) -> Cells:
    leads_to = names(view, sorted(found.reached.get(body.id, ())))
    kind = kind_of(body, view.snapshot.dataset)
    return body.name, kind, leads_to or (_where(found, body),), found.fewest.get(body.id)


def _where(found: Upward, body: Entity) -> str:
    """Return where the lines of a body lead, in words; nothing where they lead to an end."""
    if found.reached.get(body.id):
        return _TO_AN_END
    if body.id in found.tops:
        return AN_END
    return ROUND_A_LOOP if body.id in found.looping else NO_LINE


def _who_has_a_line(view: View, found: Upward, bodies: list[Entity]) -> str:
    if not bodies:
        return f"No board or partnership is known {on_day(view.day)}."
    number = counted(len(bodies), "board or partnership", "boards and partnerships")
    where = {place: [body.id for body in bodies if _where(found, body) == place] for place in _PLACES}
    if len(where[NO_LINE]) == len(bodies):
        return f"Of {number}, none has a recorded line upward to any other body."
    having = len(where[_TO_AN_END])
    to = f" to {named(view, found.tops)}" if len(found.tops) == 1 else ""
    first = f"{number_in_words(having)} {_has(having)} a recorded line upward{to}"
    outside = sorted(found.tops.difference(body.id for body in bodies)) if len(found.tops) > 1 else []
    return f"Of {number}, {'; '.join((first, *_others(view, where, outside)))}."


_PLACES = (_TO_AN_END, AN_END, ROUND_A_LOOP, NO_LINE)


def _others(view: View, where: dict[str, list[str]], outside: list[str]) -> Iterator[str]:
    if ends := where[AN_END]:
        yield f"{named(view, ends)} {'is' if len(ends) == 1 else 'are'} where lines end"
    if outside:
        also = " also" if where[AN_END] else ""
        yield f"lines{also} end at {named(view, outside)}, no board or partnership"
    if looping := where[ROUND_A_LOOP]:
        yield f"the lines of {named(view, looping)} lead round in a loop"
    if none := where[NO_LINE]:
        yield f"{number_in_words(len(none))} {_has(len(none))} none: {named(view, none)}"


def _has(number: int) -> str:
    return "has" if number == 1 else "have"


LINES_UPWARD = Analysis(
    "lines-upward",
    "Does every board and partnership have a line upward?",
    "Measured: whether lines of reporting lead, step by step, from a board or partnership, Local Care Partnerships "
    "among them, to where they end: a body that others report to and that is not recorded as reporting to anybody.",
    of_sources(_lines),
)
