"""The kinds of entity, declared once: label, file, words, and which count as bodies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of entity. `table` is the file that holds it, `forms` the finer words it allows.

    A body with seats is one that people sit round.
    """

    name: str
    table: str
    singular: str
    plural: str
    description: str
    is_body: bool = False
    has_seats: bool = False
    forms: tuple[str, ...] = ()


_DECLARED = (
    Label(
        "Organisation", "organisations", "organisation", "organisations",
        "A legal or public organisation, such as a trust, a council or a commissioner.", is_body=True,
    ),
    Label(
        "Board", "boards", "board", "boards",
        "A table people sit round: a board, group, committee, forum, panel or council.", is_body=True, has_seats=True,
        forms=("board", "group", "committee", "forum", "panel", "council"),
    ),
    Label(
        "Partnership", "partnerships", "partnership", "partnerships",
        "Organisations acting together under one name.", is_body=True, has_seats=True,
        forms=("partnership", "network", "system", "collection"),
    ),
    Label(
        "LocalCarePartnership", "lcps", "Local Care Partnership", "Local Care Partnerships",
        "A partnership of health and care around one neighbourhood or population.", is_body=True,
        has_seats=True,
    ),
    Label("Team", "teams", "team", "teams", "A team or service unit of a body.", is_body=True),
    Label(
        "Strategy", "strategies", "strategy", "strategies",
        "A strategy, plan, framework, report, assessment or agreement.",
        forms=("strategy", "plan", "framework", "report", "assessment", "agreement"),
    ),
    Label("Programme", "programmes", "programme", "programmes", "A programme, project or initiative."),
    Label("Post", "posts", "post", "posts", "An office that a person may hold, whoever holds it."),
    Label("Person", "people", "person", "people", "Somebody a document names."),
    Label(
        "Constituency", "constituencies", "constituency", "constituencies",
        "A group represented on a body without being a body, such as the third sector.",
    ),
    Label("Population", "populations", "population", "populations", "People who are served or represented."),
    Label("Place", "places", "place", "places", "A place covered or stood in."),
    Label(
        "Priority", "priorities", "priority", "priorities",
        "An outcome, priority, obsession, aim, ambition or reason that a body or strategy states.",
        forms=("outcome", "priority", "obsession", "aim", "ambition", "reason", "principle"),
    ),
    Label("Service", "services", "service", "services", "A service that is provided or commissioned."),
    Label("Concept", "concepts", "concept", "concepts", "A term of art, such as a model of care."),
    Label("Source", "sources", "source", "sources", "A document, minutes, register or correspondence."),
)  # fmt: skip

LABELS: dict[str, Label] = {label.name: label for label in _DECLARED}
BODIES: frozenset[str] = frozenset(label.name for label in _DECLARED if label.is_body)
WITH_SEATS: frozenset[str] = frozenset(label.name for label in _DECLARED if label.has_seats)
"""The bodies that people sit round; of each one may ask who sits there and who chairs."""


def label_of_table(table: str) -> str | None:
    """Return the label whose entities stand in a table of that name.

    >>> label_of_table("lcps"), label_of_table("memberships")
    ('LocalCarePartnership', None)
    """
    return next((label.name for label in _DECLARED if label.table == table and label.name != "Source"), None)
