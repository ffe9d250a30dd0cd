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
        ("JSNA", "Joint Strategic Needs Assessment"),
    ],
)
def test_a_body_is_found_first_by_any_of_its_names(called: str, name: str, leeds: Snapshot) -> None:
    assert find(leeds, called).rows[0][0] == name


def test_the_letters_stp_stand_for_a_kind_of_plan_and_for_one_plan(leeds: Snapshot) -> None:
    assert {row[:2] for row in find(leeds, "STP").rows} >= {
        ("Sustainability and Transformation Plan", "concept"),
        ("West Yorkshire and Harrogate STP", "plan"),
    }
