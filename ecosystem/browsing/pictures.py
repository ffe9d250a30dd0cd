"""Favourites that draw: the facts of each relation as a graph, on a day and on bases that can be changed."""

from ecosystem.model import BASES, RELATIONS, Relation
from ecosystem.queries.pasting import literal
from ecosystem.snapshot import View

FOLDER = "pictures"

ONLY_ASKED = "First: draw only what is asked for"

_ONLY_ASKED = f"""\
// {ONLY_ASKED}
//
// By itself Browser adds every other line between the things it draws, whatever the day and the basis. This ends that,
// until "Connect result nodes" is switched on again in Browser's settings.
:config autoComplete: false
"""


def pictures(view: View) -> dict[str, str]:
    """Return a favourite for each relation, and the one to run before them, by the name of its file."""
    drawn = {f"{FOLDER}/{relation.slug}.cypher": picture(relation, view) for relation in RELATIONS.values()}
    return {f"{FOLDER}/only-what-is-asked.cypher": _ONLY_ASKED} | drawn


def picture(relation: Relation, view: View) -> str:
    """Return a statement that draws the facts of a relation; inferred ones only where the view was asked for them."""
    bases = view.bases_chosen or [basis for basis in BASES if basis != "inferred"]
    return f"""\
// A picture: {relation.verb}
//
// {relation.description}
// `bases` says what the facts drawn rest on: add 'inferred' to see our own judgement too.
// Browser adds other lines until it is told not to: run “{ONLY_ASKED}”.
//
// Change what is asked in the next line; null is the whole record.
WITH {literal(view.day)} AS as_of, {literal(list(bases))} AS bases
MATCH drawn = ()-[fact:{relation.name}]->()
WHERE (as_of IS NULL OR fact.holds_from <= as_of <= fact.holds_until) AND fact.basis IN bases
RETURN drawn
ORDER BY fact.id
"""
