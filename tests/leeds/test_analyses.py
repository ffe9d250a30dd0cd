"""What analyses of lines and of what holds together say of Leeds, each worked out by hand from the register."""

from datetime import date

import pytest

from ecosystem.answers import analyse, analyse_since
from ecosystem.results import Part
from ecosystem.snapshot import Snapshot

HUB, HWB = "Leeds Health and Social Care Hub", "Leeds Health and Wellbeing Board"
STEERING, WORKING = f"{HUB} Steering Group", f"{HUB} Working Group"


def part(leeds: Snapshot, name: str) -> Part:
    (found,) = analyse(leeds.on(leeds.default_day), name).parts
    return found


def notes(leeds: Snapshot, name: str) -> str:
    return " ".join(part(leeds, name).notes)


def test_no_board_has_a_line_that_a_document_states(leeds: Snapshot) -> None:
    # reporting.csv has eight rows, all inferred; 51 boards, 22 partnerships and 8 LCPs, four of them only a name
    assert part(leeds, "lines-upward").lead == (
        "Of 77 boards and partnerships, none has a recorded line upward to any other body."
    )
    assert {row[2] for row in part(leeds, "lines-upward").rows} == {("no recorded line",)}
    assert (
        "With our inference, which no document states: Of 77 boards and partnerships, eight have a recorded line"
        in (notes(leeds, "lines-upward"))
    )


@pytest.mark.parametrize("name", ["only-way-up", "layers"])
def test_what_needs_lines_is_not_defined_without_any(leeds: Snapshot, name: str) -> None:
    assert part(leeds, name).lead.endswith("is not defined: no line of reporting between bodies is recorded.")
    assert part(leeds, name).rows == ()


def test_the_hub_alone_is_overseen_by_two(leeds: Snapshot) -> None:
    # oversight.csv: of ten rows between entities, five pairs are of bodies; two of them end at the Hub
    assert part(leeds, "loops").lead == (
        f"No line of reporting or oversight leads round in a loop; one body has more than one directly above: "
        f"{HUB}, by "
        f"oversight the {STEERING} and the {WORKING}."
    )


def test_no_line_of_oversight_has_a_line_back(leeds: Snapshot) -> None:
    assert part(leeds, "oversight-and-reporting").lead == (
        "Nobody is recorded as overseeing a body that they also report to; of 5 recorded lines of oversight between "
        "bodies, none is matched by reporting."
    )
    assert {(row[0], row[2]) for row in part(leeds, "oversight-and-reporting").rows} == {
        (STEERING, HUB), (WORKING, HUB), ("NHS Improvement", "Leeds and York Partnership NHS Foundation Trust"),
        ("NHS Improvement", "Leeds Community Healthcare NHS Trust"),
        ("NHS Improvement", "Leeds Teaching Hospitals NHS Trust"),
    }  # fmt: skip


def test_the_hub_holds_eight_bodies(leeds: Snapshot) -> None:
    # Only the Hub names the Academy, the ICS and the Y&H network, and what is part of it: both groups and the one that
    # is not named; the Department, which chairs the Steering Group and is its partner, brings OHID.
    rows = {row[0]: row[1] for row in part(leeds, "if-it-stopped").rows}
    assert part(leeds, "if-it-stopped").lead.startswith(
        f"If {HUB} stopped, 8 bodies would be cut off from the other 23 joined to it: "
    )
    assert set(rows[HUB]) == {
        "Department of Health and Social Care", "Leeds Health and Care Academy", STEERING, WORKING,
        "Office for Health Improvement and Disparities", "West Yorkshire Integrated Care System",
        "Yorkshire and Humber Academic Health Science Network", "specific working group to address health challenges",
    }  # fmt: skip
    assert set(rows[HWB]) == {"Healthwatch Leeds", "Safer Leeds"}
    assert set(rows["Leeds City Council"]) == {
        "Integrated Neighbourhood Teams", "adult community health services", "Leeds City Council Executive Board",
        "Leeds City Council Full Council",
    }  # fmt: skip


def test_the_hub_lies_between_most_and_a_mere_name_for_partnerships_between_none(leeds: Snapshot) -> None:
    found = part(leeds, "go-betweens")
    assert found.lead.startswith(f"Nobody lies between more others than {HUB}: ")
    assert "Local Care Partnerships (Leeds)" not in {row[1] for row in found.rows}
    assert [row[:2] for row in found.rows if row[1] == "Forum Central"] == [(13, "Forum Central")]


def test_since_2016_what_is_told_is_mostly_a_record_that_catches_up(leeds: Snapshot) -> None:
    report = analyse_since(leeds.on(leeds.default_day), date(2016, 12, 31))
    assert report.lead[1].startswith("A record that catches up is no change")
    lines = next(each for each in report.parts if each.title.startswith("Does every board"))
    # two began after 2016 by a written date: the Hub in July 2022, and the students' partnership
    assert {(row[0], row[1]) for row in lines.rows} == {
        ("only now", HUB), ("only now", "Leeds Student Medical & The Light Local Care Partnership"),
    }  # fmt: skip
