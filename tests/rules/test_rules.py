"""The rules on snapshots that were never in a file, and what they deliberately let pass."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from ecosystem.model import Code, Dataset, Entity, Fact, Identifier, Retired, Row, Source, Statement
from ecosystem.problems import Problem
from ecosystem.rules import RULES, check
from ecosystem.rules.people import personal_data
from ecosystem.snapshot import Snapshot
from ecosystem.tables import read_dataset

EXAMPLETON = Path(__file__).parents[1] / "exampleton"
DATASET = Dataset(id="smallton", title="Smallton", as_of="2024")
CITED = ("minutes:1",)

BASE: tuple[Row, ...] = (
    Source(id="minutes", title="Minutes", date="2024"),
    Entity(id="board", label="Board", name="Board", form="board", sources=CITED),
    Entity(id="group", label="Board", name="Group", form="group", sources=CITED),
    Entity(id="trust", label="Organisation", name="Trust", sources=CITED),
    Entity(id="director", label="Post", name="Director", sources=CITED),
    Entity(id="person", label="Person", name="Avery Secretname", sources=CITED),
)


def fact(subject: str, relation: str, other: str, fact_id: str = "a-fact", **values: object) -> Fact:
    row = Fact(id=fact_id, subject=subject, relation=relation, object=other, sources=CITED)
    return replace(row, **values)  # type: ignore[arg-type]


def problems(*rows: Row, base: Iterable[Row] = BASE) -> tuple[Problem, ...]:
    return check(Snapshot.of([*base, *rows], DATASET))


def codes(*rows: Row) -> list[str]:
    return [problem.code for problem in problems(*rows)]


def test_a_sound_snapshot_has_no_problems() -> None:
    assert problems(fact("trust", "MEMBER_OF", "board")) == ()


def test_a_whole_dataset_has_no_problems_wherever_it_comes_from() -> None:
    assert check(read_dataset(EXAMPLETON).snapshot) == ()


def test_a_row_that_stands_in_no_file_is_named_by_its_id() -> None:
    (problem,) = problems(fact("trust", "MEMBER_OF", "bord", "seat"))
    assert str(problem) == "B41 `seat` object: refers to unknown `bord`\n  fix: did you mean `board`?"


def test_a_person_is_not_named_even_where_there_is_no_file() -> None:
    found = problems(
        fact("person", "HOLDS", "director", "director--person--holds", start_date="soon", role="=1"),
        Statement(id="person--age", subject="person", property="x", value="secretname@example.org", sources=CITED),
        Identifier(id="person--gmc", entity="person", scheme="gmc", value="#N/A"),
    )
    assert {problem.code for problem in found} == {"B49", "B60", "B64", "B59"}
    assert "secretname" not in "".join(map(str, found)).lower()
    assert "person--" not in "".join(map(str, found))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (fact("trust", "MEMBER_OF", "trust"), "B45"),
        (fact("trust", "MEMBR_OF", "board"), "B56"),
        (fact("trust", "HOLDS", "board"), "B42"),
        (fact("trust", "MEMBER_OF", ""), "B101"),
        (fact("trust", "MEMBER_OF", "board", sources=()), "B102"),
        (fact("trust", "MEMBER_OF", "board", sources=("minutes:page",)), "B103"),
        (fact("trust", "MEMBER_OF", "board", sources=("minute:1",)), "B41"),
        (fact("trust", "MEMBER_OF", "board", "Seat"), "B32"),
        (fact("trust", "MEMBER_OF", "board", "s" * 251), "B33"),
        (fact("trust", "MEMBER_OF", "board", note="\x1b[31m"), "B12"),
        (fact("trust", "MEMBER_OF", "board", note=" one"), "B39"),
        (fact("trust", "MEMBER_OF", "board", start_date="2018", end_date="2017"), "B52"),
        (Entity(id="x", label="Bord", name="X", sources=CITED), "B56"),
        (Entity(id="x", label="Place", name="", sources=CITED), "B101"),
        (Statement(id="x", subject="nobody", property="p", sources=CITED), "B41"),
        (Identifier(id="x", entity="nobody", scheme="ods", value="R1"), "B41"),
        (Retired(id="old", on="2020", replaced_by="nobody"), "B41"),
        (Retired(id="old", on="2020", replaced_by="old"), "B45"),
        (Source(id="x", title="X", url="http://example.org"), "B61"),
        (Code(list="tier", code="", title="None", position=1), "B101"),
        (Code(list="teir", code="a", title="A", position=1), "B108"),
    ],
)
def test_one_wrong_cell_is_one_problem(row: Row, code: str) -> None:
    assert set(codes(row)) == {code}


def test_a_name_where_an_id_belongs_is_pointed_to_the_id() -> None:
    (problem,) = problems(fact("Trust", "MEMBER_OF", "board"))
    assert (problem.code, problem.fix) == ("B41", "use `trust`")


def test_a_date_nobody_knows_clashes_with_nothing() -> None:
    old = Entity(id="old", label="Board", name="Old", start_date="2010", end_date="2015", sources=CITED)
    assert codes(old, fact("trust", "MEMBER_OF", "old")) == []
    assert codes(old, fact("trust", "MEMBER_OF", "old", start_date="2010", end_date="2015-06")) == []
    assert codes(old, fact("trust", "MEMBER_OF", "old", end_date="2009")) == ["B54"]


def test_periods_that_may_follow_each_other_do_not_overlap() -> None:
    first = fact("trust", "MEMBER_OF", "board", "one", start_date="2015", end_date="2018-04")
    assert codes(first, fact("trust", "MEMBER_OF", "board", "two", start_date="2018-04")) == []
    assert codes(first, fact("trust", "MEMBER_OF", "board", "two", start_date="2018-03")) == ["B53"]
    assert codes(first, fact("trust", "MEMBER_OF", "board", "two", start_date="2017", role="chair")) == []


def test_the_same_seat_of_two_days_of_evidence_is_two_rows() -> None:
    first = fact("trust", "MEMBER_OF", "board", "one", evidence_date="2016")
    assert codes(first, fact("trust", "MEMBER_OF", "board", "two", evidence_date="2018")) == []
    assert codes(first, fact("trust", "MEMBER_OF", "board", "two", evidence_date="2016")) == ["B48"]


def test_one_body_may_attend_many_meetings() -> None:
    meetings = [fact("trust", "ATTENDED", "board", f"m{year}", start_date=str(year)) for year in (2018, 2019)]
    assert codes(*meetings) == []


def test_a_post_may_move_from_one_whole_to_another() -> None:
    before = fact("director", "PART_OF", "trust", "before", end_date="2017")
    assert codes(before, fact("director", "PART_OF", "board", "after", start_date="2018")) == []
    assert codes(before, fact("director", "PART_OF", "board", "after")) == ["B47"]


def test_circles_of_reporting_are_for_the_audit_not_for_the_rules() -> None:
    lines = (fact("board", "REPORTS_TO", "group", "one"), fact("group", "REPORTS_TO", "board", "two"))
    assert codes(*lines) == []
    parts = (fact("board", "PART_OF", "group", "one"), fact("group", "PART_OF", "board", "two"))
    assert codes(*parts) == ["B46"]


def test_code_lists_bind_only_where_the_dataset_has_them() -> None:
    place = Entity(id="place", label="Place", name="Place", tier="galaxy", sources=CITED)
    assert codes(place) == []
    assert codes(place, Code(list="tier", code="city", title="City", position=1)) == ["B56"]


def test_a_datasets_own_roles_add_to_the_relations() -> None:
    seat = fact("trust", "MEMBER_OF", "board", role="scribe")
    assert codes(seat) == ["B56"]
    assert codes(seat, Code(list="role", code="scribe", title="Scribe", position=1)) == []
    assert codes(fact("trust", "SHOWN_ON", "minutes", role="Printed Heading, as it is")) == []


def test_a_judgement_needs_its_reason_and_its_day() -> None:
    judged = fact("board", "REPORTS_TO", "group", sources=(), basis="inferred")
    assert codes(judged) == ["B102"]
    assert codes(replace(judged, note="follows from the chart")) == ["B107"]
    assert codes(replace(judged, note="follows from the chart", evidence_date="2024")) == []
    assert codes(replace(judged, note="follows from the chart", evidence_date="2024", basis="")) == []


def test_retired_ids_lead_to_their_successor() -> None:
    retired = Retired(id="old-trust", on="2020", replaced_by="trust")
    (problem,) = problems(retired, fact("old-trust", "MEMBER_OF", "board"))
    assert (problem.code, problem.fix) == ("B43", "use `trust`")
    assert codes(retired, Entity(id="old-trust", label="Place", name="Old", sources=CITED)) == ["B44"]
    assert codes(retired, Retired(id="older", on="2019", replaced_by="old-trust")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ring 0113 496 0000 for the minutes", "a telephone number"),
        ("+44 (0)113 496 0000", "a telephone number"),
        ("tel. 07700900123", "a telephone number"),
        ("Tel:01134960000", "a telephone number"),
        ("07700.900123", "a telephone number"),
        ("020.7946.0958", "a telephone number"),
        ("01.02.2018 and 03.04.2019", ""),
        ("at 10:30 on 01.02.2018, item 0113.4", ""),
        ("see handbook:1307-1308 and handbook:1440-1441", ""),
        ("name@example.org", "an e-mail address"),
        ("943 476 5919", "an NHS number"),
        ("943-476-5919", "an NHS number"),
        ("943 476 5918", ""),
        ("from 2016-04-20 to 2018-04-01 and 2019-05-06", ""),
        ("£1,262,000,000 in 2018, 1.2 million people", ""),
        ("lines 1307-1308, 1440-1441 and 1502-1510", ""),
        ("E08000035, ISBN 9780306406157", ""),
    ],
)
def test_contact_and_patient_data_is_told_from_other_numbers(text: str, found: str) -> None:
    assert personal_data(text) == found


@pytest.mark.parametrize("value", ["1,234", "1 234", "1\u202f234", "0x10", "12abc", "1e400", "NaN", "2.6m"])
def test_a_figure_with_a_unit_is_written_in_plain_digits(value: str) -> None:
    figure = Statement(id="x", subject="board", property="p", value=value, unit="people", sources=CITED)
    assert codes(figure) == ["B58"]
    assert codes(replace(figure, unit="")) == []


@pytest.mark.parametrize("value", ["1234", "-5", "2.6", "over 2,000", "£1.2 billion", "15 to 20", "25 million", ""])
def test_a_figure_may_stand_in_the_words_of_its_source(value: str) -> None:
    assert codes(Statement(id="x", subject="board", property="p", value=value, unit="people", sources=CITED)) == []


@pytest.mark.parametrize(("apex", "expected"), [("board", []), ("director", ["B42"]), ("", [])])
def test_the_apex_is_a_body(apex: str, expected: list[str]) -> None:
    assert [one.code for one in check(Snapshot.of(BASE, replace(DATASET, apex=apex)))] == expected


def test_the_same_problems_are_found_in_the_same_order_whatever_the_order_of_rows() -> None:
    rows = [*BASE, *(fact("nobody", "MEMBER_OF", "bord", f"f{number}", role="chiar") for number in range(5))]
    expected = check(Snapshot.of(rows, DATASET))
    assert check(Snapshot.of(reversed(rows), DATASET)) == expected
    assert {problem.code for problem in expected} <= RULES.keys()


def test_a_period_may_be_wrong_at_both_of_its_ends() -> None:
    old = Entity(id="old", label="Board", name="Old", start_date="2010", end_date="2015", sources=CITED)
    found = problems(old, fact("trust", "MEMBER_OF", "old", start_date="2001", end_date="2019"))
    assert [problem.code for problem in found] == ["B54", "B54"]
    assert {" ends after " in problem.message for problem in found} == {True, False}


def test_a_locator_of_thousands_of_digits_is_no_locator() -> None:
    assert codes(fact("trust", "MEMBER_OF", "board", sources=(f"minutes:{'9' * 5000}-{'9' * 5001}",))) == ["B103"]


def test_citations_are_separated_by_blanks_and_nothing_else() -> None:
    (found,) = problems(fact("trust", "MEMBER_OF", "board", sources=("minutes:p1,", "minutes:p2")))
    assert (found.code, found.fix) == ("B103", "separate citations with blanks")


def test_the_successor_of_a_retired_person_is_not_named() -> None:
    retired = Retired(id="avery-gone", on="2020", replaced_by="person")
    found = [one for one in problems(retired, fact("avery-gone", "HOLDS", "director")) if one.code == "B43"]
    assert ["`person`" in str(one) for one in found] == [False]


def test_an_id_of_two_alphabets_is_told_though_hyphens_part_them() -> None:
    found = problems(Entity(id="nhs-\u0430", label="Board", name="A", sources=CITED))
    assert [(one.code, "`nhs-a`" in one.message) for one in found] == [("B38", True)]


def test_a_long_circle_is_told_by_its_two_ends() -> None:
    boards = [Entity(id=f"b-{n}", label="Board", name=f"Board {n}", sources=CITED) for n in range(60)]
    parts = [fact(f"b-{n}", "PART_OF", f"b-{(n + 1) % 60}", fact_id=f"f-{n}") for n in range(60)]
    (problem,) = problems(*boards, *parts)
    assert (problem.code, len(problem.message) < 600) == ("B46", True)


@pytest.mark.timeout(5)
def test_contact_data_is_looked_for_in_time_that_grows_with_the_text_only() -> None:
    assert [personal_data("a" * 300_000 + "@"), personal_data("a" * 300_000 + "@b.org")] == ["", "an e-mail address"]


def test_an_id_is_of_one_kind_of_row_and_never_empty() -> None:
    code = Identifier(id="board", entity="trust", scheme="ods", value="X1", sources=CITED)
    (shared,) = problems(code)
    assert (shared.code, shared.message.partition(": ")[2]) == (
        "B36",
        "`board` is a board at a row about `board`, here an identifier",
    )
    assert codes(replace(code, id="")) == ["B31"]


def test_a_period_within_a_longer_one_does_not_hide_what_follows() -> None:
    first = fact("trust", "MEMBER_OF", "board", "a", start_date="2010", end_date="2020")
    within = replace(first, id="b", start_date="2012", end_date="2013")
    after = replace(first, id="c", start_date="2015", end_date="2022")
    assert codes(first, within, after) == ["B53", "B53"]
