"""What is easily read wrongly in the five documents, and how the Leeds data reads it."""

from datetime import date

from ecosystem.model import basis_of
from ecosystem.snapshot import Snapshot

LAHP, HUB = "leeds-academic-health-partnership", "leeds-health-and-social-care-hub"
HWB, PEG = "leeds-health-and-wellbeing-board", "leeds-health-and-care-partnership-executive-group"
ICE, LTHT, COUNCIL = "integrated-commissioning-executive", "leeds-teaching-hospitals", "leeds-city-council"
WYH = "west-yorkshire-and-harrogate-health-and-care-partnership"
OLD_CCGS = {"nhs-leeds-north-ccg", "nhs-leeds-south-and-east-ccg", "nhs-leeds-west-ccg"}


def joined(leeds: Snapshot, relation: str) -> set[tuple[str, str]]:
    return {(fact.subject, fact.object) for fact in leeds.facts.values() if fact.relation == relation}


def partners(leeds: Snapshot, table: str) -> set[str]:
    return {fact.subject for fact in leeds.on(None).facts_to(table, "MEMBER_OF") if fact.role == "partner"}


def test_the_academic_health_partnership_has_ten_partners_and_no_others(leeds: Snapshot) -> None:
    assert partners(leeds, LAHP) == OLD_CCGS | {
        *(COUNCIL, LTHT, "leeds-community-healthcare", "leeds-and-york-partnership"),
        *("university-of-leeds", "leeds-beckett-university", "leeds-trinity-university"),
    }
    assert [said.value for said in leeds.on(None).statements_about(LAHP, "list_complete")] == ["yes"]


def test_the_hub_names_eleven_partners_and_leaves_the_list_open(leeds: Snapshot) -> None:
    assert len(partners(leeds, HUB)) == 11
    assert partners(leeds, LAHP) - partners(leeds, HUB) == OLD_CCGS | {"leeds-trinity-university"}
    assert partners(leeds, HUB) - partners(leeds, LAHP) == {
        *("department-of-health-and-social-care", "nhs-england", "west-yorkshire-integrated-care-system"),
        *("yorkshire-and-humber-ahsn", "leeds-health-and-care-academy"),
    }
    assert [said.value for said in leeds.on(None).statements_about(HUB, "list_complete")] == ["no"]


def test_thirty_four_boxes_of_the_governance_page_stand_under_no_heading(leeds: Snapshot) -> None:
    shown = leeds.on(None).facts_to("handbook-governance-page", "SHOWN_ON")
    bare = {fact.subject for fact in shown if not fact.role}
    assert len(bare) == 34
    assert {"clusters-25", "local-care-partnerships-leeds", HWB, PEG, ICE, LAHP} < bare


def test_labels_printed_into_each_other_are_bodies_of_their_own(leeds: Snapshot) -> None:
    for one, other in (("PVG", "Directors of Finance Group"), ("ICE", "LPICC"), ("PEG", "Leeds Plan")):
        assert leeds.find(one) != leeds.find(other)
    assert not any("ExecutiveBoard" in entity.name for entity in leeds.entities.values())


def test_no_document_states_a_reporting_line(leeds: Snapshot) -> None:
    assert {basis_of(fact) for fact in leeds.facts.values() if fact.relation == "REPORTS_TO"} == {"inferred"}


def test_neither_the_executive_group_nor_the_two_boards_beside_it_have_a_reporting_line(leeds: Snapshot) -> None:
    ends = {end for pair in joined(leeds, "REPORTS_TO") for end in pair}
    assert ends.isdisjoint({PEG, HWB, ICE})


def test_the_executive_group_has_no_formal_powers_to_decide(leeds: Snapshot) -> None:
    (powers,) = leeds.on(leeds.default_day).statements_about(PEG, "decision_powers")
    assert (powers.value, basis_of(powers)) == ("no formal decision-making powers", "stated")


def test_six_places_make_up_west_yorkshire_and_harrogate(leeds: Snapshot) -> None:
    covered = {place for body, place in joined(leeds, "COVERS") if body == WYH} - {"west-yorkshire-and-harrogate"}
    assert covered == {"bradford-district-and-craven", "calderdale", "harrogate", "kirklees", "leeds", "wakefield"}


def test_the_three_clinical_commissioning_groups_and_their_seats_end_in_april_2018(leeds: Snapshot) -> None:
    seats = [fact for fact in leeds.facts.values() if fact.relation == "MEMBER_OF" and fact.subject in OLD_CCGS]
    assert {(fact.subject, fact.object, fact.end_date) for fact in seats} == {
        (one, LAHP, "2018-04") for one in OLD_CCGS
    }
    assert {leeds.entities[one].end_date for one in OLD_CCGS} == {"2018-04"}
    assert ("nhs-leeds-ccg", LAHP) not in joined(leeds, "MEMBER_OF")


def test_nobody_is_shown_for_2022_on_evidence_of_2016(leeds: Snapshot) -> None:
    people = {entity.id for entity in leeds.entities.values() if entity.label == "Person"}
    for_2022 = {fact.subject for fact in leeds.on(date(2022, 7, 19)).facts if fact.subject in people}
    assert people - for_2022 == {"lisa-mulherin", "alan-langlands"}


def test_the_chair_of_the_health_and_wellbeing_board_is_a_post_in_2018_and_a_person_in_2016(leeds: Snapshot) -> None:
    chairs = {
        (fact.subject, year)
        for year in (2016, 2018)
        for fact in leeds.on(date(year, 12, 31)).facts_to(HWB, "MEMBER_OF")
        if fact.role == "chair" and {*leeds.evidence(fact)} == {str(year)}
    }
    assert chairs == {("lisa-mulherin", 2016), ("executive-member-for-adults-health-and-wellbeing", 2018)}


def test_tom_riordan_is_named_with_the_council_and_without_a_post(leeds: Snapshot) -> None:
    named = {(fact.relation, fact.object) for fact in leeds.on(None).facts_from("tom-riordan")}
    assert named == {("PART_OF", COUNCIL)}


def test_the_seven_partnerships_of_the_article_meet_fortnightly_and_the_students_monthly(leeds: Snapshot) -> None:
    schedules = {
        said.subject: said.value.split(",")[0]
        for said in leeds.statements.values()
        if said.property == "meeting_schedule" and leeds.entities[said.subject].label == "LocalCarePartnership"
    }
    assert schedules.pop("leeds-student-medical-and-the-light-lcp") == "second Tuesday of every month"
    assert len(schedules) == 7
    assert set(schedules.values()) == {"at least once a fortnight"}


def test_a_hospital_belongs_to_the_trust_only_where_the_words_imply_it(leeds: Snapshot) -> None:
    owned = {fact.subject: basis_of(fact) for fact in leeds.on(None).facts_to(LTHT, "PART_OF")}
    assert owned == {"st-jamess-hospital": "implied"}


def test_names_that_look_alike_are_different_bodies(leeds: Snapshot) -> None:
    alike = ("Leeds Health and Care Partnership", "Leeds Plan", "WY&H HCP", "LAHP", "PEG", "West Yorkshire ICS")
    assert len({leeds.find(name) for name in alike}) == len(alike)
    assert leeds.find("13 Neighbourhood Teams") != leeds.find("Neighbourhood Networks")
    assert ("cross-gates-good-neighbours", "cross-gates-lcp") not in joined(leeds, "PART_OF") | joined(
        leeds, "MEMBER_OF"
    )
