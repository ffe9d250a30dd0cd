"""Dates that titles have: a range of years stands for whole years, and what a title says is implied, not stated.

>>> is_in_title("Growth Plan 2018-23", "2018-01-01"), is_in_title("Growth Plan 2018-23", "2023-12-31")
(True, True)
>>> is_in_title("Next steps (January 2018)", "2018-01"), is_in_title("Growth Plan 2018-23", "2019")
(True, False)
"""

import re

from ecosystem.dates import spoken

_RANGE = re.compile(r"\b(\d{4})\s?[-–/]\s?(?:\d{2})?(\d{2})\b")


def is_in_title(title: str, written: str) -> bool:
    """Tell whether a written date is one that a title has, be it as the first or last day of its range of years."""
    for first, last in _RANGE.findall(title):
        if written in {first, f"{first}-01-01", f"{first[:2]}{last}", f"{first[:2]}{last}-12-31"}:
            return True
    return re.search(rf"\b{re.escape(spoken(written))}\b", title) is not None
