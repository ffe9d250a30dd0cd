"""Twins of the queries about the record itself: partnerships, successions, figures, evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ecosystem.answers.twins.reading import Values, asked, evidence_of, year_of
from ecosystem.model import basis_of, source_of
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import LEFT_OPEN, NOT_STATED


def partnerships(view: View, _: Values) -> Iterator[Cells]:
    """Yield Local Care Partnerships with whom they serve, what they cover and who is a member."""
    for lcp in view.entities:
        if lcp.label == "LocalCarePartnership":
            serves = {view.name_of(fact.object) for fact in view.facts_from(lcp.id, "SERVES")}
            covers = {view.name_of(fact.object) for fact in view.facts_from(lcp.id, "COVERS")}
            members = {view.name_of(fact.subject) for fact in view.facts_to(lcp.id, "MEMBER_OF")}
            yield lcp.name, lcp.start_date, tuple(sorted(serves)), tuple(sorted(covers)), tuple(sorted(members))


def successions(view: View, _: Values) -> Iterator[Cells]:
    """Yield predecessors with their successors."""
    for change in view.facts_of("SUCCEEDED_BY"):
        names = (view.name_of(change.subject), change.role or NOT_STATED, view.name_of(change.object))
        yield (*names, change.start_date, basis_of(change), change.sources)


def facts_by_basis(view: View, _: Values) -> Iterator[Cells]:
    """Yield the number of facts of each relation on each basis."""
    years: dict[tuple[str, str], list[int | None]] = defaultdict(list)
    for fact in view.facts:
        years[fact.relation, basis_of(fact)].append(year_of(view, fact))
    for key, found in years.items():
        seen = [year for year in found if year is not None]
        yield (*key, len(found), min(seen, default=None), max(seen, default=None))


def facts_by_source(view: View, values: Values) -> Iterator[Cells]:
    """Yield the number of facts of each relation that cite a source."""
    numbers = Counter(
        (source, fact.relation) for fact in view.facts for source in {source_of(each) for each in fact.sources}
    )
    for (source, relation), number in numbers.items():
        if asked(values, "source", source):
            yield view.name_of(source), relation, number


def figures(view: View, values: Values) -> Iterator[Cells]:
    """Yield figures, schedules and powers."""
    for figure in view.statements:
        if asked(values, "entity", figure.subject):
            stated = (figure.property, figure.value or f"{NOT_STATED}: {LEFT_OPEN}", figure.unit)
            yield (view.name_of(figure.subject), *stated, *evidence_of(view, figure))
