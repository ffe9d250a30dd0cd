"""Where each link stands in the picture of one thing: over it, beside whom it sits, who sits on it, what it directs.

Sitting, reporting and overseeing are three things and stand in bands of their own:

>>> band_of("MEMBER_OF", "object"), band_of("REPORTS_TO", "object"), band_of("OVERSEES", "subject")
('seated', 'answering', 'directs')
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ecosystem.model import BODIES, RELATIONS, WITH_SEATS

_SEATED = frozenset({"Organisation", "Post", "Constituency"})
_LED = BODIES | {"Strategy", "Programme"}


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the picture, over or under the thing looked at.

    `silence` is said where the band is empty for a kind that one would expect to find in it, `counting` after a number
    that is no count of seats.
    """

    key: str
    title: str
    above: bool
    silence: str = ""
    expected_of: frozenset[str] = frozenset()
    counting: str = ""


BANDS = (
    Band("overseen", "Overseen or directed by", above=True, silence="not stated in any document", expected_of=_LED),
    Band("owned", "Owned by", above=True),
    Band("answers", "Reports to", above=True, silence="no document states a reporting line for it", expected_of=BODIES),
    Band("sits", "Sits on", above=True, silence="not named at any table", expected_of=_SEATED),
    Band("whole", "Part of", above=True),
    Band(
        "seated",
        "Who sits on it",
        above=False,
        silence="not stated in any document",
        expected_of=WITH_SEATS,
        counting=" named; one seat may be named twice",
    ),
    Band("answering", "Reporting to it", above=False),
    Band("directs", "Oversees, directs or owns", above=False),
    Band("parts", "Its parts, posts and holders", above=False),
    Band("linked", "Other links", above=False),
    Band("listed", "On lists and charts", above=False),
    Band("lists", "What it lists or shows", above=False),
)

_PLACED = {
    ("OVERSEES", "object"): "overseen",
    ("OVERSEES", "subject"): "directs",
    ("OWNS", "object"): "owned",
    ("OWNS", "subject"): "directs",
    ("REPORTS_TO", "subject"): "answers",
    ("REPORTS_TO", "object"): "answering",
    ("MEMBER_OF", "subject"): "sits",
    ("MEMBER_OF", "object"): "seated",
    ("PART_OF", "subject"): "whole",
    ("PART_OF", "object"): "parts",
    ("HOLDS", "subject"): "whole",
    ("HOLDS", "object"): "parts",
    ("SHOWN_ON", "subject"): "listed",
    ("SHOWN_ON", "object"): "lists",
}


def band_of(relation: str, end: str) -> str:
    """Return the key of the band for a link of this relation whose `subject` or `object` is the thing looked at."""
    return _PLACED.get((relation, end), "linked")


def placing() -> Mapping[str, Mapping[str, str]]:
    """Return the bands of every relation by end, for the page's script.

    >>> placing()["MEMBER_OF"]
    {'subject': 'sits', 'object': 'seated'}
    """
    return {relation: {end: band_of(relation, end) for end in ("subject", "object")} for relation in RELATIONS}
