"""Bodies are found by the names that the documents and people use."""

import pytest

from ecosystem.answers import find
from ecosystem.snapshot import Snapshot

TRUST = "Leeds Teaching Hospitals NHS Trust"


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("LTHT", TRUST),
        ("Leeds Teaching Hospital Trust", TRUST),
        ("PEG", "Leeds Health & Care Partnership Executive Group"),
        ("HWB", "Leeds Health and Wellbeing Board"),
        ("LAHP", "Leeds Academic Health Partnership"),
        ("Leeds Plan", "Leeds Health and Care Plan"),
    ],
)
def test_a_body_is_found_first_by_any_of_its_names(called: str, name: str, leeds: Snapshot) -> None:
    assert find(leeds, called).rows[0][0] == name
