"""The relations, declared once: which kinds they join, in which words, with which roles, in which file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ecosystem.model.labels import BODIES, LABELS

ANYTHING = frozenset(LABELS) - {"Source"}
SEAT, SUCCESSION, LISTING = "MEMBER_OF", "SUCCEEDED_BY", "SHOWN_ON"
"""The relations that whole parts of the program are about."""

MEMBER = "member"
"""The role of a seat that goes without saying."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from a subject to an object.

    `verb` is said of the subject ("sits on"), `inverse` of the object ("has at its table"). `roles` are the roles it
    allows, each with its own verb where it has one. A `happening` has a day and no end.
    """

    name: str
    table: str
    subjects: frozenset[str]
    objects: frozenset[str]
    verb: str
    inverse: str
    description: str
    roles: Mapping[str, str] = field(default_factory=dict)
    happening: bool = False

    @property
    def slug(self) -> str:
        """The relation as it stands in a fact's id: `MEMBER_OF` is `member-of`."""
        return self.name.lower().replace("_", "-")

    def said(self, role: str = "") -> str:
        """Return the verb for a role, the general one where the role has none.

        >>> RELATIONS["OVERSEES"].said("directs")
        'gives direction to'
        """
        return self.roles.get(role) or self.verb


def ends_in_words(labels: frozenset[str]) -> str:
    """Return which labels may stand at an end of a relation, bodies together.

    >>> ends_in_words(BODIES | {"Post"}), ends_in_words(ANYTHING)
    ('Body, Post', 'anything')
    """
    if labels >= ANYTHING:
        return "anything"
    bodies = ["Body"] if labels >= BODIES else []
    return ", ".join([*bodies, *sorted(labels - BODIES if bodies else labels)])


def _labels(*names: str) -> frozenset[str]:
    expanded = (BODIES if name == "Body" else {name} for name in names)
    return frozenset().union(*expanded)


_DECLARED = (
    Relation(
        "MEMBER_OF", "memberships", _labels("Body", "Post", "Person", "Constituency"), _labels("Body"),
        "sits on", "has at its table", "A seat at a table; chairing is a role of it.",
        roles={
            "chair": "chairs", "deputy chair": "is deputy chair of", "member": "is a member of",
            "partner": "is a partner in", "representative": "is represented on", "co-opted": "is co-opted to",
            "observer": "observes", "host": "hosts",
        },
    ),
    Relation(
        "REPORTS_TO", "reporting", _labels("Body"), _labels("Body"), "reports to", "is reported to by",
        "A line upward: the subject answers to the object.",
        roles={
            "reports": "reports to", "accountable": "is accountable to", "delegated": "acts by delegation from",
            "scrutinised": "is scrutinised by",
        },
    ),
    Relation(
        "OVERSEES", "oversight", _labels("Body"), _labels("Body", "Strategy", "Programme", "Constituency", "Priority"),
        "oversees", "is overseen by", "Oversight, direction or regulation, as the source words it.",
        roles={"oversees": "oversees", "directs": "gives direction to", "regulates": "regulates", "leads": "leads"},
    ),
    Relation(
        "HOLDS", "posts_held", _labels("Person"), _labels("Post"), "holds the post of", "is held by",
        "A person in a post.",
    ),
    Relation(
        "PART_OF", "structure",
        _labels(
            "Body", "Post", "Person", "Place", "Strategy", "Programme", "Constituency", "Concept", "Priority",
            "Population", "Service",
        ),
        _labels(
            "Body", "Place", "Strategy", "Programme", "Constituency", "Concept", "Priority", "Population", "Service",
        ),
        "is part of", "has as a part", "A part of a whole; for a person, the affiliation given.",
    ),
    Relation(
        "OWNS", "strategy_links", _labels("Body", "Post", "Constituency"), _labels("Strategy", "Programme"),
        "owns", "is owned by", "Whose strategy or programme it is.",
    ),
    Relation(
        "CONTRIBUTES_TO", "strategy_links", _labels("Strategy", "Programme", "Concept"),
        _labels("Body", "Strategy", "Programme", "Priority", "Concept"), "contributes to",
        "receives a contribution from",
        "What a strategy or programme helps to bring about.",
        roles={"contributes": "contributes to", "describes": "describes"},
    ),
    Relation(
        "HAS_PRIORITY", "strategy_links", _labels("Body", "Strategy", "Programme", "Constituency", "Concept"),
        _labels("Priority"), "has as a priority", "is a priority of", "An aim, outcome or priority somebody states.",
    ),
    Relation(
        "DELIVERS", "activity", _labels("Body", "Programme", "Constituency"),
        _labels("Body", "Programme", "Service", "Strategy", "Concept"), "delivers", "is delivered by",
        "Provides or carries out.",
    ),
    Relation(
        "COMMISSIONS", "activity", _labels("Body"), _labels("Service", "Programme", "Strategy"), "commissions",
        "is commissioned by", "Plans, agrees and pays for.",
    ),
    Relation(
        "SUPPORTS", "activity",
        _labels("Body", "Strategy", "Programme", "Post", "Concept", "Constituency", "Priority"),
        _labels("Body", "Strategy", "Programme", "Concept", "Priority", "Constituency"), "supports", "is supported by",
        "Helps, without owning or delivering.",
    ),
    Relation(
        "PARTNERS_WITH", "activity", _labels("Body", "Constituency"), _labels("Body", "Programme", "Constituency"),
        "works in partnership with", "works in partnership with", "Works with, on a common matter.",
    ),
    Relation(
        "REPRESENTS", "activity", _labels("Body", "Post", "Constituency"), _labels("Constituency", "Population"),
        "represents", "is represented by", "Speaks for.",
    ),
    Relation(
        "ENDORSED", "activity", _labels("Body", "Constituency"), _labels("Strategy", "Programme"), "endorsed",
        "was endorsed by", "Gave its approval, on a day.", happening=True,
    ),
    Relation(
        "ATTENDED", "activity", _labels("Body", "Constituency"), _labels("Body"), "attended", "was attended by",
        "Was at a meeting, on a day.", happening=True,
    ),
    Relation(
        "SERVES", "coverage", ANYTHING, _labels("Population"), "serves", "is served by", "The people it is for.",
    ),
    Relation(
        "COVERS", "coverage", ANYTHING, _labels("Place"), "covers", "is covered by", "The area it is for.",
    ),
    Relation(
        "LOCATED_IN", "coverage", ANYTHING, _labels("Place"), "is located in", "is the location of",
        "Where it stands.",
    ),
    Relation(
        "SUCCEEDED_BY", "succession", ANYTHING, ANYTHING, "was succeeded by", "succeeded",
        "Predecessor to successor, on a day.",
        roles={"merger": "merged into", "renaming": "was renamed", "split": "was split into"}, happening=True,
    ),
    Relation(
        "SHOWN_ON", "listings", ANYTHING, _labels("Source"), "is listed on", "lists",
        "A source merely lists it; the role is the printed heading.",
    ),
)  # fmt: skip

RELATIONS: dict[str, Relation] = {relation.name: relation for relation in _DECLARED}
FREE_ROLES = frozenset({"SHOWN_ON"})
"""Relations whose role is text as printed, not a code."""
