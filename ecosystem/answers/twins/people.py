"""Twins of the queries about people and posts."""

from collections.abc import Iterator

from ecosystem.answers.twins.reading import Values, asked, evidence_of, holds, names_of, silence, year_of
from ecosystem.model import BODIES, Fact, basis_of
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED

CONNECTIONS = ("HOLDS", "MEMBER_OF", "PART_OF")
"""What joins a person to posts, tables and bodies."""


def post_holders(view: View, values: Values) -> Iterator[Cells]:
    """Yield posts with the bodies they belong to and who is named in them, or that nobody is."""
    for post in view.entities:
        if post.label == "Post" and asked(values, "post", post.id):
            bodies = _bodies_of(view, post.id)
            held = view.facts_to(post.id, "HOLDS")
            for naming in (naming for naming in held if asked(values, "person", naming.subject)):
                yield post.name, bodies, view.name_of(naming.subject), *evidence_of(view, naming)
            if not held and values["person"] is None:
                yield post.name, bodies, silence(view, post.id, "HOLDS", inward=True), None, "", ()


def people_named(view: View, values: Values) -> Iterator[Cells]:
    """Yield everybody named by the day with the posts, seats and bodies stated for it, or that none is."""
    for person in view.snapshot.entities.values():
        if person.label == "Person" and asked(values, "person", person.id) and holds(view, person):
            named = (person.name, year_of(view, person))
            found = view.facts_from(person.id, *CONNECTIONS)
            for fact in found:
                bodies = _bodies_of(view, fact.object) if view.label_of(fact.object) == "Post" else ()
                connection = (fact.relation, fact.role, view.name_of(fact.object), bodies)
                yield (*named, *connection, basis_of(fact), fact.sources)
            if not found:
                yield (*named, silence(view, person.id, *CONNECTIONS), "", "", (), "", person.sources)


def posts_of(view: View, values: Values) -> Iterator[Cells]:
    """Yield the posts of bodies with their seats, or that none is stated, and who is named in them."""
    for part in view.facts_of("PART_OF"):
        if _is_post_of_body(view, part) and asked(values, "body", part.object):
            names = (view.name_of(part.object), view.name_of(part.subject))
            holders = names_of(view, (held.subject for held in view.facts_to(part.subject, "HOLDS")))
            holders = holders or (silence(view, part.subject, "HOLDS", inward=True),)
            seats = view.facts_from(part.subject, "MEMBER_OF")
            for seat in seats:
                table = (view.name_of(seat.object), seat.role or NOT_STATED, year_of(view, seat))
                cited = tuple(dict.fromkeys((*part.sources, *seat.sources)))
                yield (*names, *table, holders, basis_of(seat), cited)
            if not seats:
                yield (*names, NOT_STATED, "", None, holders, "", part.sources)


def _is_post_of_body(view: View, part: Fact) -> bool:
    return view.label_of(part.subject) == "Post" and view.label_of(part.object) in BODIES


def _bodies_of(view: View, post: str) -> tuple[str, ...]:
    wholes = (part.object for part in view.facts_from(post, "PART_OF"))
    return names_of(view, (whole for whole in wholes if view.label_of(whole) in BODIES))
