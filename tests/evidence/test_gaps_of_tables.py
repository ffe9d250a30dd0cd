"""What is asked of boards and partnerships: chair, members, constituencies, line upward; with what is known instead."""

from datetime import date

import pytest
from evidence.made_up import TODAY, Asked, asked, board, entity, fact, inferred, said

from ecosystem.model import Entity, Row

PERSON = entity("Person", "Avery Bell")
POST = entity("Post", "Director")
SECTOR = entity("Constituency", "Third Sector")
LOCALITIES = entity("Partnership", "Localities", form="collection")

CHAIRED = fact("director", "MEMBER_OF", "board", role="chair", at="handbook:4")
NAMED = fact("avery-bell", "MEMBER_OF", "board", role="chair", at="handbook:5")
SITS = fact("trust", "MEMBER_OF", "board", at="handbook:6")

WHO_CHAIRS = "Board: who chairs it?"
WHO_SITS = "Board: who sits on it?"


@pytest.mark.parametrize("label", ["Board", "Partnership", "LocalCarePartnership"])
def test_of_every_kind_of_table_without_a_chair_it_is_asked_who_chairs_it(label: str) -> None:
    assert asked("chair", entity(label, "Table", "handbook:7")) == {("Table: who chairs it?", "", "handbook:7")}


def test_what_nobody_sits_round_has_no_chair_members_or_line_upward_to_ask_for() -> None:
    rows = (entity("Organisation", "Trust"), entity("Team", "Team"), entity("Strategy", "Plan"))
    assert [asked(kind, *rows) for kind in ("chair", "members", "line upward")] == [set(), set(), set()]


def test_a_chair_who_is_shown_is_not_asked_for_and_another_seat_is_no_chair() -> None:
    assert asked("chair", board(), POST, CHAIRED) == set()
    assert asked("chair", board(), SITS) == {(WHO_CHAIRS, "", "handbook:1")}


def test_a_chair_on_a_basis_that_was_not_chosen_is_asked_for_and_not_named() -> None:
    shown = fact("director", "MEMBER_OF", "board", role="chair", basis="shown")
    assert asked("chair", board(), POST, shown, bases=["stated"]) == {(WHO_CHAIRS, "", "handbook:1")}


def test_a_person_named_as_chair_years_ago_is_told_with_the_year_and_the_line_and_asked_for_again() -> None:
    named = {(WHO_CHAIRS, "named at other times: Avery Bell (2018)", "handbook:1 handbook:5")}
    sat = fact("avery-bell", "MEMBER_OF", "board", at="handbook:8")
    assert asked("chair", board(), PERSON, NAMED, SITS, sat) == named
    assert asked("chair", board(), PERSON, NAMED, on=date(2018, 12, 31)) == set()


def test_chairs_of_other_times_are_told_with_their_times() -> None:
    ended = fact("director", "MEMBER_OF", "board", role="chair", end_date="2019-03", id="1")
    later = fact("director", "MEMBER_OF", "board", role="chair", start_date="2023", id="2")
    [(_, known, _)] = asked("chair", board(), POST, ended, later)
    assert known == "named at other times: Director (ended March 2019) and Director (not yet begun (2023))"


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (2, "P0 (2018) and P1 (2018)"),
        (3, "P0 (2018), P1 (2018) and P2 (2018)"),
        (4, "P0 (2018), P1 (2018), P2 (2018) and 1 more"),
        (1003, "P0 (2018), P1 (2018), P2 (2018) and 1,000 more"),
    ],
)
def test_of_many_named_at_other_times_three_are_told_and_the_rest_counted(number: int, named: str) -> None:
    people = [entity("Person", f"P{one}") for one in range(number)]
    chairs = [fact(one.id, "MEMBER_OF", "board", role="chair", id=f"{place:04}") for place, one in enumerate(people)]
    [(_, known, _)] = asked("chair", board(), *people, *chairs)
    assert known == f"named at other times: {named}"


def test_what_a_source_says_of_the_chair_is_told_with_its_line_be_it_open_or_not() -> None:
    rotating = said("board", "chair", "rotates", at="handbook:8", note="monthly")
    nobody = said("board", "chair", at="handbook:9", note="no chair is named")
    assert asked("chair", board(), rotating) == {(WHO_CHAIRS, "rotates", "handbook:1 handbook:8")}
    assert asked("chair", board(), PERSON, NAMED, nobody) == {
        (WHO_CHAIRS, "named at other times: Avery Bell (2018); no chair is named", "handbook:1 handbook:5 handbook:9"),
    }


def test_members_are_asked_for_where_there_is_none_beside_the_chair() -> None:
    assert asked("members", board(), POST, CHAIRED) == {(WHO_SITS, "", "handbook:1")}
    assert asked("members", board(), SITS) == set()
    assert asked("members", board(), fact("trust", "MEMBER_OF", "board", basis="shown"), bases=["stated"]) == {
        (WHO_SITS, "", "handbook:1"),
    }


def test_members_of_other_times_are_told_and_the_chair_of_other_times_is_none_of_them() -> None:
    before = fact("avery-bell", "MEMBER_OF", "board", at="minutes:1", evidence_date="2016")
    assert asked("members", board(), PERSON, NAMED, before) == {
        (WHO_SITS, "named at other times: Avery Bell (2016)", "handbook:1 minutes:1"),
    }


def test_a_seat_that_a_table_has_elsewhere_is_nobody_at_it() -> None:
    elsewhere = fact("board", "MEMBER_OF", "panel", end_date="2019")
    part = fact("trust", "PART_OF", "board", end_date="2019")
    panel = board("Panel")
    assert asked("members", board(), panel, elsewhere, part) == {
        (WHO_SITS, "", "handbook:1"),
        ("Panel: who sits on it?", "named at other times: Board (ended 2019)", "handbook:1 handbook:2"),
    }


@pytest.mark.parametrize(
    ("value", "open_list"),
    [
        ("no", {("Board: who else sits on it?", "“including”", "handbook:8")}),
        ("", {("Board: who else sits on it?", "“including”", "handbook:8")}),
        ("yes", set()),
    ],
)
def test_a_list_of_members_that_its_source_leaves_open_is_asked_to_be_completed(value: str, open_list: Asked) -> None:
    listed = said("board", "list_complete", value, at="handbook:8", note="“including”")
    assert asked("members", board(), SITS, listed) == open_list


def test_an_open_list_of_nobody_is_told_where_members_are_asked_for() -> None:
    listed = said("board", "list_complete", "no", at="handbook:8", note="fields are named")
    before = fact("trust", "MEMBER_OF", "board", end_date="2019", at="handbook:9")
    trust = entity("Organisation", "Trust")
    assert asked("members", board(), trust, before, listed) == {
        (WHO_SITS, "named at other times: Trust (ended 2019); fields are named", "handbook:1 handbook:9 handbook:8"),
    }


def test_another_statement_says_nothing_of_members_or_chair() -> None:
    powers = said("board", "powers", "no", note="none")
    assert asked("members", board(), powers, SITS) == set()
    assert asked("members", board(), powers) == {(WHO_SITS, "", "handbook:1")}
    assert asked("chair", board(), powers) == {(WHO_CHAIRS, "", "handbook:1")}


def test_a_collection_is_asked_which_belong_to_it_and_neither_for_a_chair_nor_for_a_line_upward() -> None:
    assert asked("members", LOCALITIES) == {("Localities: which belong to it?", "", "handbook:1")}
    assert asked("chair", LOCALITIES) == asked("line upward", LOCALITIES) == set()


def test_a_collection_has_its_parts_as_members_and_an_open_list_of_them_is_asked_to_be_completed() -> None:
    part = fact("board", "PART_OF", "localities")
    listed = said("localities", "list_complete", "no", at="handbook:8", note="seven have met")
    of_localities = {one for one in asked("members", board(), LOCALITIES, part) if one[0].startswith("Localities")}
    assert of_localities == set()
    assert asked("members", board(), SITS, LOCALITIES, part, listed) == {
        ("Localities: which others belong to it?", "seven have met", "handbook:8"),
    }
    assert asked("members", LOCALITIES, fact("trust", "MEMBER_OF", "localities")) == set()


def test_who_oversees_or_chairs_a_collection_does_not_belong_to_it() -> None:
    chairs = fact("director", "MEMBER_OF", "localities", role="chair")
    assert asked("members", LOCALITIES, fact("board", "OVERSEES", "localities"), chairs) == {
        ("Localities: which belong to it?", "", "handbook:1"),
    }


def test_a_part_is_no_member_of_a_table_that_is_no_collection() -> None:
    assert asked("members", board(), fact("trust", "PART_OF", "board")) == {(WHO_SITS, "", "handbook:1")}


def seated(*more: Entity) -> tuple[Entity, ...]:
    return (board(), SECTOR, *more)


SEAT = fact("third-sector", "MEMBER_OF", "board", at="handbook:7")
BY_WHOM = {("Board: by whom is this represented there: Third Sector?", "", "handbook:7")}


def test_a_constituency_is_spoken_for_by_whoever_represents_it_at_the_same_table() -> None:
    speaks = fact("trust", "REPRESENTS", "third-sector")
    assert asked("representative", *seated(), SEAT, SITS, speaks) == set()


@pytest.mark.parametrize(
    "others",
    [
        (),
        (SITS,),
        (fact("trust", "REPRESENTS", "third-sector"),),
        (fact("trust", "REPRESENTS", "third-sector"), fact("trust", "MEMBER_OF", "panel")),
        (fact("trust", "REPRESENTS", "patients"), SITS),
        (fact("trust", "SUPPORTS", "third-sector"), SITS),
        (fact("trust", "REPRESENTS", "third-sector"), fact("trust", "PARTNERS_WITH", "board")),
        (fact("trust", "REPRESENTS", "third-sector", end_date="2019"), SITS),
    ],
    ids=["nobody", "member", "speaker", "elsewhere", "of others", "supporter", "partner", "before"],
)
def test_a_constituency_with_a_seat_is_asked_for_where_nobody_at_the_table_represents_it(
    others: tuple[Row, ...],
) -> None:
    assert asked("representative", *seated(), SEAT, *others) == BY_WHOM


def test_only_constituencies_with_a_seat_are_asked_for_one_by_one() -> None:
    patients = entity("Constituency", "Patients")
    assert asked("representative", *seated(), SITS, fact("third-sector", "SUPPORTS", "board")) == set()
    assert asked("representative", *seated(patients), SEAT, fact("patients", "MEMBER_OF", "board")) == BY_WHOM | {
        ("Board: by whom is this represented there: Patients?", "", "handbook:2"),
    }


TO_WHOM = "Panel: to whom, if to anybody, does it report?"
NAMES = (board("Panel"), entity("Organisation", "Trust"), entity("Organisation", "Council"))


def test_a_table_with_no_stated_line_is_asked_to_whom_it_reports_and_told_what_is_said_above_it() -> None:
    part = fact("panel", "PART_OF", "trust", at="handbook:8", basis="implied")
    directs = fact("council", "OVERSEES", "panel", at="minutes:9")
    assert asked("line upward", *NAMES) == {(TO_WHOM, "", "handbook:1")}
    assert asked("line upward", *NAMES, part, directs) == {
        (TO_WHOM, "Council oversees it; is part of Trust (implied)", "handbook:1 minutes:9 handbook:8"),
    }
    assert asked("line upward", *NAMES, fact("panel", "REPORTS_TO", "trust")) == set()


def test_an_implied_line_is_told_and_asked_for() -> None:
    implied = fact("panel", "REPORTS_TO", "trust", basis="implied", at="handbook:8")
    assert asked("line upward", *NAMES, implied) == {
        (TO_WHOM, "reports to Trust (implied)", "handbook:1 handbook:8"),
    }


def test_lines_that_we_infer_are_put_as_one_question_with_the_reasons_and_the_lines_they_rest_on() -> None:
    accountable = inferred("panel", "REPORTS_TO", "trust", id="2", role="accountable", note="its funding")
    part = fact("panel", "PART_OF", "trust", at="handbook:8")
    cited = fact("panel", "REPORTS_TO", "council", id="1", at="handbook:9", basis="inferred", note="its name")
    assert asked("line upward", *NAMES, cited, accountable, part) == {
        (
            "Panel: do we infer rightly that it reports to Council and is accountable to Trust?",
            "is part of Trust; its name; its funding",
            "handbook:1 handbook:8 handbook:9",
        ),
    }


def test_a_line_of_another_day_is_neither_a_line_nor_told() -> None:
    assert asked("line upward", *NAMES, fact("panel", "REPORTS_TO", "trust", end_date="2019"), on=TODAY) == {
        (TO_WHOM, "", "handbook:1"),
    }
