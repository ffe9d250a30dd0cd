"""Questions people ask of the five documents, answered the way a person would ask them."""

import pytest

from ecosystem.answers import Cell, ask, find, from_files, show
from ecosystem.maps.composing import opening_of
from ecosystem.snapshot import Snapshot

LTHT, LCH, LYPFT = (
    "Leeds Teaching Hospitals NHS Trust", "Leeds Community Healthcare NHS Trust",
    "Leeds and York Partnership NHS Foundation Trust",
)  # fmt: skip
COUNCIL, HWB = "Leeds City Council", "Leeds Health and Wellbeing Board"


@pytest.fixture
def column(leeds: Snapshot):
    """Return a function that asks a question and returns one column of the answer."""

    def asked(name: str, column: str, /, **given: str) -> list[Cell]:
        return [record[column] for record in ask(name, given, leeds, from_files(leeds)).records()]

    return asked


def said(leeds: Snapshot, name: str, section: str) -> set[tuple[Cell, Cell]]:
    rows = show(leeds.on(leeds.default_day), name).rows
    return {(row[1], row[2]) for row in rows if row[0] == section}


def test_the_academic_health_partnership_has_ten_partners_at_its_launch(column) -> None:
    assert column("who-sits-on", "role", body="LAHP", as_of="2016").count("partner") == 10


def test_nhs_england_is_not_among_them(column) -> None:
    assert "NHS England" not in column("who-sits-on", "member", body="LAHP", as_of="any")


def test_the_executive_board_endorsed_the_business_case(column, leeds: Snapshot) -> None:
    assert "ENDORSED" in column("strategies-of", "relation", body="Leeds City Council Executive Board")
    rows = show(leeds.on(leeds.default_day), "Leeds City Council Executive Board").rows
    assert "20 April 2016" in {row[3] for row in rows if row[1] == "endorsed"}


def test_partners_of_2016_that_the_hub_does_not_list(column, leeds: Snapshot) -> None:
    given = {"first": "LAHP", "second": "leeds-health-and-social-care-hub", "as_of": "any"}
    rows = ask("overlap-of-two-bodies", given, leeds, from_files(leeds)).rows
    only = {name for name, where in rows if where == "Leeds Academic Health Partnership"}
    people = {entity.name for entity in leeds.entities.values() if entity.label == "Person"}
    assert only - people == {
        "Leeds Trinity University",
        "NHS Leeds North Clinical Commissioning Group",
        "NHS Leeds South and East Clinical Commissioning Group",
        "NHS Leeds West Clinical Commissioning Group",
    }


def test_organisations_on_both_the_executive_group_and_the_hub(leeds: Snapshot) -> None:
    given = {"first": "PEG", "second": "leeds-health-and-social-care-hub"}
    rows = ask("overlap-of-two-bodies", given, leeds, from_files(leeds)).rows
    assert {name for name, where in rows if where == "both"} == {LTHT, LCH, LYPFT, COUNCIL}


def test_the_permanent_secretary_chairs_the_hub_steering_group(column) -> None:
    body = "Leeds Health and Social Care Hub Steering Group"
    assert column("chairs", "chair", body=body) == ["Permanent Secretary at Department of Health and Social Care"]


def test_the_post_that_chaired_the_health_and_wellbeing_board_in_2018(column) -> None:
    assert "Executive Member for Adults, Health and Wellbeing" in column("chairs", "chair", body="HWB", as_of="2018")


def test_the_health_and_wellbeing_board_directs_two_plans(column) -> None:
    assert {*column("who-gives-direction", "object", subject="HWB", as_of="2018")} == {
        "Leeds Health and Wellbeing Strategy 2016-2021",
        "Leeds Health and Care Plan",
    }


def test_nhs_england_commissions_five_services_and_community_healthcare_provides_six(column) -> None:
    assert column("who-provides-what", "relation", body="NHS England").count("COMMISSIONS") == 5
    provided = {str(name).lower() for name in column("who-provides-what", "object", body="LCH")}
    assert provided >= {
        "community nursing",
        "health visiting",
        "community dentistry",
        "primary care mental health",
        "sexual health services",
        "health promotion and education services",
    }


def test_whether_the_executive_group_reports_to_the_board_is_not_stated(column, leeds: Snapshot) -> None:
    assert column("lines-upward", "reports_to", body="PEG", bases="any") == ["not stated"]
    assert ("reports to", "no document states a line upward") in said(leeds, "PEG", "Reporting")


def test_no_document_states_a_reporting_line(column) -> None:
    assert {*column("lines-upward", "reports_to", as_of="any")} == {"not stated"}
    assert {*column("lines-upward", "basis", as_of="any", bases="any")} <= {"", "inferred"}


def test_who_chairs_the_student_partnership_is_not_stated(leeds: Snapshot) -> None:
    assert ("chair", "not stated") in said(leeds, "Leeds Student Medical & The Light LCP", "At its table")


def test_a_person_of_2016_is_last_named_then(leeds: Snapshot) -> None:
    rows = show(leeds.on(leeds.default_day), "HWB").rows
    words = {row[3] for row in rows if str(row[2]).endswith("Mulherin")}
    assert words == {"last named 2016; present holder not stated"}


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("LTHT", LTHT),
        ("Leeds Teaching Hospital Trust", LTHT),
        ("PEG", "Leeds Health & Care Partnership Executive Group"),
        ("HWB", HWB),
    ],
)
def test_bodies_are_found_by_the_names_the_documents_use(called: str, name: str, leeds: Snapshot) -> None:
    assert find(leeds, called).rows[0][0] == name


def test_the_findings_are_those_of_the_sentences_above_the_map(column, leeds: Snapshot) -> None:
    opening = opening_of(leeds.on(leeds.default_day))
    bodies, shared, _ = ([part.ids for part in sentence.parts if part.ids] for sentence in opening.sentences)
    known = dict(
        zip(column("what-is-known-of-bodies", "known"), column("what-is-known-of-bodies", "bodies"), strict=True)
    )
    heads = ("named", "who sits there", "which post chairs", "neither chair, members nor direction")
    assert [known[head] for head in heads] == [len(ids) for ids in bodies]
    names = {leeds.entities[one].name for ids in shared for one in ids}
    assert {*column("organisations-at-several-tables", "organisation")} == names
    assert sum(map(int, column("what-is-stated-between-bodies", "cases"))) == len(opening.lines)
