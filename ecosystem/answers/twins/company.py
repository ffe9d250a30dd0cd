"""Twins of the queries about who sits with whom, and what ties the partnerships of a neighbourhood to others."""

from collections import defaultdict
from collections.abc import Iterator

from ecosystem.answers.twins.reading import Values, asked, evidence_of, list_complete, oldest_year
from ecosystem.model import BODIES, Entity, Fact, basis_of
from ecosystem.network import seats_of_organisations, tables
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

LCP = "LocalCarePartnership"
NOT_CLASSIFIED = "not classified"
TAKING_PART = ("MEMBER_OF", "ATTENDED", "PARTNERS_WITH", "SUPPORTS")


def fellow_members(view: View, values: Values) -> Iterator[Cells]:
    """Yield who sits with an organisation, its own parts aside, and at which tables."""
    shared: dict[tuple[str, str], set[Fact]] = defaultdict(set)
    for seat in seats_of_organisations(view):
        if asked(values, "organisation", seat.organisation):
            own = {part.subject for part in view.facts_to(seat.organisation, "PART_OF")} | {seat.organisation}
            for other in view.facts_to(seat.table, "MEMBER_OF"):
                if other.subject not in own:
                    shared[seat.organisation, other.subject] |= {seat.fact, other}
    for (organisation, fellow), facts in shared.items():
        names = (view.name_of(organisation), view.name_of(fellow), view.label_of(fellow))
        at = {fact.object for fact in facts}
        yield (*names, len(at), tuple(sorted(map(view.name_of, at))), oldest_year(view, facts))


def sectors_by_table(view: View, values: Values) -> Iterator[Cells]:
    """Yield the sectors at each table, with the members of each."""
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    for seat in view.facts_of("MEMBER_OF"):
        if asked(values, "body", seat.object):
            sector = view.snapshot.entities[seat.subject].sector or NOT_CLASSIFIED
            members[seat.object, sector].add(seat.subject)
    for (table, sector), found in members.items():
        yield view.name_of(table), sector, len(found), tuple(sorted(map(view.name_of, found)))


def open_member_lists(view: View, _: Values) -> Iterator[Cells]:
    """Yield the tables whose list of members is not said to be complete."""
    members: dict[str, set[str]] = defaultdict(set)
    for seat in view.facts_of("MEMBER_OF"):
        members[seat.object].add(seat.subject)
    for table, found in members.items():
        complete = list_complete(view, table)
        if complete != "yes":
            yield view.name_of(table), view.snapshot.entities[table].form, len(found), complete


def who_takes_part(view: View, values: Values) -> Iterator[Cells]:
    """Yield who takes part in each Local Care Partnership and in which way, or that nobody is named."""
    for partnership in _partnerships(view, values):
        found = (*view.facts_to(partnership.id, *TAKING_PART), *view.facts_from(partnership.id, "PARTNERS_WITH"))
        for fact in found:
            who = _other(fact, partnership)
            names = (partnership.name, view.name_of(who), view.label_of(who), fact.relation, fact.role)
            yield (*names, *evidence_of(view, fact))
        if not found:
            yield partnership.name, NOT_STATED, "", "", "", None, "", ()


def links_beyond_the_locality(view: View, values: Values) -> Iterator[Cells]:
    """Yield what joins each Local Care Partnership to bodies beyond its locality, or that nothing is stated to."""
    for partnership in _partnerships(view, values):
        facts = (*view.facts_from(partnership.id), *view.facts_to(partnership.id))
        found = [(fact, body) for fact in facts if (body := _body_beyond(view, _other(fact, partnership)))]
        for fact, body in found:
            said_of = "the body" if fact.subject == body.id else "the partnership"
            names = (partnership.name, body.name, body.tier or NOT_CLASSIFIED, fact.relation, said_of)
            yield (*names, basis_of(fact), fact.sources)
        if not found:
            yield partnership.name, NOT_STATED, "", "", "", "", ()


def _partnerships(view: View, values: Values) -> Iterator[Entity]:
    return (table for table in tables(view) if table.label == LCP and asked(values, "partnership", table.id))


def _other(fact: Fact, entity: Entity) -> str:
    return fact.object if fact.subject == entity.id else fact.subject


def _body_beyond(view: View, node_id: str) -> Entity | None:
    entity = view.snapshot.entities.get(node_id)
    is_beyond = entity is not None and entity.label in BODIES - {LCP} and entity.tier != "locality"
    return entity if is_beyond else None
