"""What facts say, as parts of sentences: who does what, in the singular and the plural, and what a line upward is.

>>> from ecosystem.model import Dataset, Entity
>>> rows = [
...     Entity(id="board", label="Board", name="Health Board"),
...     Entity(id="council", label="Organisation", name="Council"),
... ]
>>> seat = Fact(id="a", subject="council", relation="MEMBER_OF", object="board", role="chair")
>>> facts_in_words(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")), seat)
'Council chairs the Health Board'
"""

import re
from collections.abc import Callable, Collection

from ecosystem.model import MEMBER, RELATIONS, Fact
from ecosystem.snapshot import Snapshot
from ecosystem.wording.kinds import definite, is_plural
from ecosystem.wording.numbers import listed

NameOf = Callable[[str], str]

_NOUNS = re.compile(r"^(are|were) (?:an? )?(member|partner|deputy chair)\b")
_PAST = {
    "is": "was", "was": "was", "has": "had", "gives": "gave", "sits": "sat", "oversees": "oversaw", "leads": "led",
    "holds": "held",
}  # fmt: skip
_UPWARD = {
    "reports": "reporting", "accountable": "accountability", "delegated": "delegation", "scrutinised": "scrutiny",
    "oversees": "oversight", "directs": "direction", "regulates": "regulation", "leads": "leadership",
}  # fmt: skip
_UPWARD_OF_ANY_ROLE = {"REPORTS_TO": "reporting", "OVERSEES": "oversight", "PART_OF": "belonging"}


def name_in_sentence(snapshot: Snapshot, node_id: str) -> str:
    """Return the name of a node as it stands in a sentence, with an article where it takes one."""
    entity = snapshot.entities.get(node_id)
    return definite(entity) if entity else snapshot.name_of(node_id)


def verb_of(fact: Fact, *, plural: bool = False, past: bool = False) -> str:
    """Return the verb of a fact for one subject or several, for now or the past.

    >>> seat = Fact(id="a", subject="b", relation="MEMBER_OF", object="c", role="partner")
    >>> verb_of(seat), verb_of(seat, plural=True), verb_of(seat, plural=True, past=True)
    ('is a partner in', 'are partners in', 'were partners in')
    """
    verb = RELATIONS[fact.relation].said(fact.role)
    verb = in_the_past(verb) if past else verb
    return in_the_plural(verb) if plural else verb


def in_the_plural(verb: str) -> str:
    """Return a verb as several do it; the past tense stays.

    >>> in_the_plural("gives direction to"), in_the_plural("was renamed"), in_the_plural("merged into")
    ('give direction to', 'were renamed', 'merged into')
    """
    first, space, rest = verb.partition(" ")
    first = {"is": "are", "was": "were", "has": "have"}.get(first) or first.removesuffix("s")
    return _NOUNS.sub(r"\1 \2s", f"{first}{space}{rest}")


def in_the_past(verb: str) -> str:
    """Return a verb in the past; what is past already stays.

    >>> in_the_past("gives direction to"), in_the_past("is a partner in"), in_the_past("was renamed")
    ('gave direction to', 'was a partner in', 'was renamed')
    """
    first, space, rest = verb.partition(" ")
    regular = f"{first.removesuffix('s').removesuffix('e')}ed" if first.endswith("s") else first
    return f"{_PAST.get(first, regular)}{space}{rest}"


def clause(
    facts: Collection[Fact], name: NameOf, title: NameOf, *, plural: bool = False, past: Collection[str] = ()
) -> str:
    """Return what facts with one subject or one object in common say in one clause that names all ends and verbs.

    `name` gives the name of a node in a sentence, `title` its name by itself, as in “the post of Director”; `plural`
    says that even one subject is several; `past` has the ids of the facts to be told in the past.
    """
    subjects = dict.fromkeys(fact.subject for fact in facts)
    objects = dict.fromkeys(fact.object for fact in facts)
    verbs = dict.fromkeys(verb_of(fact, plural=plural or len(subjects) > 1, past=fact.id in past) for fact in facts)
    of_post = all(fact.relation == "HOLDS" for fact in facts)
    return f"{listed(map(name, subjects))} {listed(verbs)} {listed(map(title if of_post else name, objects))}"


def facts_in_words(snapshot: Snapshot, *facts: Fact, past: bool = False) -> str:
    """Return facts as a clause, as `clause` does, with the names a snapshot gives.

    What sources look back on is told in the past.
    """
    plural = is_plural(snapshot.node(facts[0].subject))
    over = {fact.id for fact in facts if past or snapshot.looks_back(fact)}
    return clause(facts, lambda one: name_in_sentence(snapshot, one), snapshot.name_of, plural=plural, past=over)


def as_role(fact: Fact) -> str:
    """Return in which role a seat is taken, as it follows the table's name; nothing where it goes without saying.

    >>> as_role(Fact(id="a", subject="b", relation="MEMBER_OF", object="c", role="observer"))
    ' as observer'
    """
    return "" if fact.role in {"", MEMBER} else f" as {fact.role}"


def kind_of_line(fact: Fact) -> str:
    """Return what a fact that leads upward is, in a word.

    >>> kind_of_line(Fact(id="a", subject="b", relation="OVERSEES", object="c", role="directs"))
    'direction'
    """
    return _UPWARD.get(fact.role) or _UPWARD_OF_ANY_ROLE[fact.relation]
