"""Single lines added, removed and redirected."""

import pytest
from scenario.made_up import entity, fact, outcomes, record, seat, suppose, ties

from ecosystem.problems import UsageError
from ecosystem.scenario import AddLine, RedirectLine, RemoveLine

A, B, BOARD, PANEL = entity("a"), entity("b"), entity("board", "Board"), entity("panel", "Board")
OURS = {"basis": "inferred", "sources": (), "note": "judged", "evidence_date": "2023"}
ROWS = [A, B, BOARD, PANEL, seat("a", "board", "chair"), fact("panel", "REPORTS_TO", "board", "reports")]


def test_a_line_is_added_by_the_name_of_its_relation_or_in_words_that_may_give_its_role() -> None:
    for words, role in (("MEMBER_OF", ""), ("sits on", ""), ("member-of", ""), ("observes", "observer")):
        found = suppose([A, BOARD], AddLine(line=("A", words, "Board")))
        assert ties(found) == {("a", "board", role, "scenario")}
    assert found.supposed == "A observed Board"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("A", "sits on", "Board"), "A sat on Board"),
        (("Panel", "is accountable to", "Board"), "Panel were accountable to Board"),
        (("Panel", "reports to", "Board"), "Panel reported to Board"),
        (("A", "is part of", "B"), "A were part of B"),
    ],
)  # fmt: skip
def test_what_is_supposed_is_worded_as_a_supposition(line: tuple[str, str, str], said: str) -> None:
    assert suppose([A, B, BOARD, PANEL], AddLine(line=line)).supposed == said


def test_a_line_that_a_source_says_is_there_already_changes_nothing() -> None:
    for words in ("reports to", "REPORTS_TO"):
        found = suppose(ROWS, AddLine(line=("Panel", words, "Board")))
        assert found.after.snapshot == record(*ROWS)
        assert {one[0] for one in outcomes(found)} == {"is there already"}


def test_a_weaker_seat_and_our_inference_give_way_to_what_is_added() -> None:
    found = suppose([A, BOARD, seat("a", "board", "observer")], AddLine(line=("A", "chairs", "Board")))
    assert ties(found) == {("a", "board", "chair", "scenario")}
    found = suppose(
        [PANEL, BOARD, fact("panel", "REPORTS_TO", "board", "reports", **OURS)],
        AddLine(line=("Panel", "reports to", "Board")),
    )
    assert ties(found) == {("panel", "board", "", "scenario")}
    later = fact("panel", "REPORTS_TO", "board", start_date="2026")
    found = suppose([PANEL, BOARD, later], AddLine(line=("Panel", "reports to", "Board")))
    assert (ties(found), later.id in found.after.snapshot.facts) == ({("panel", "board", "", "scenario")}, False)


def test_a_line_is_removed_in_the_role_that_is_named_or_in_all() -> None:
    both = [A, BOARD, seat("a", "board", "chair"), seat("a", "board", "observer", id="other")]
    assert ties(suppose(both, RemoveLine(line=("A", "observes", "Board")))) == {("a", "board", "chair", "stated")}
    found = suppose(both, RemoveLine(line=("A", "sits on", "Board")))
    assert (ties(found), found.supposed) == (set(), "A no longer sat on Board")
    assert len(outcomes(found)) == 2


def test_a_line_is_redirected_in_its_role_and_on_its_basis() -> None:
    found = suppose(ROWS, RedirectLine(line=("A", "chairs", "Board"), to="Panel"))
    assert ("a", "panel", "chair", "scenario") in ties(found)
    assert found.supposed == "A chaired Panel instead of Board"
    assert {one[0] for one in outcomes(found)} == {"leads elsewhere"}
    ours = [A, B, BOARD, PANEL, fact("a", "REPORTS_TO", "board", **OURS)]
    assert ties(suppose(ours, RedirectLine(line=("A", "reports to", "Board"), to="Panel"))) == {
        ("a", "panel", "", "inferred")
    }
    both = [A, BOARD, PANEL, seat("a", "board", "chair"), seat("a", "board", "observer", id="other")]
    found = suppose(both, RedirectLine(line=("A", "sits on", "Board"), to="Panel"))
    assert ties(found) == {("a", "panel", role, "scenario") for role in ("chair", "observer")}
    twice = [*ROWS, seat("a", "panel", "chair")]
    found = suppose(twice, RedirectLine(line=("A", "chairs", "Board"), to="Panel"))
    assert {one[0] for one in outcomes(found)} == {"becomes one"}


@pytest.mark.parametrize(
    ("step", "said", "fix"),
    [
        (AddLine(line=("A", "reports to", "Plan")), "REPORTS_TO leads from Body to Body; here it would lead from A",
         "between these two there may be: oversees, is part of, owns, delivers, commissions, supports"),
        (AddLine(line=("A", "reports to", "A")), "A cannot be joined to itself", "name another object"),
        (AddLine(line=("A", "reprots to", "B")), "no line is called “reprots to”", "did you mean `reports to`?"),
        (AddLine(line=("A", "endorsed", "Plan")), "no line is called “endorsed”", ""),
        (AddLine(line=("B", "is part of", "A")), "`a--b--part-of` object: PART_OF goes in a circle", "turn round"),
        (RemoveLine(line=("A", "reports to", "Board")), "not recorded on 30 June 2024 that A reports to Board",
         "of the two it is recorded that A chairs Board"),
        (RemoveLine(line=("B", "reports to", "Board")), "not recorded on 30 June 2024 that B reports to Board",
         "`ecosystem show b` lists its lines"),
        (RedirectLine(line=("A", "chairs", "Board"), to="Plan"), "MEMBER_OF leads from", "between these two"),
        (RedirectLine(line=("Panel", "reports to", "Board"), to="Panel"), "Panel cannot be joined to itself", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_names_what_may(step: AddLine | RemoveLine | RedirectLine, said: str, fix: str) -> None:
    with pytest.raises(UsageError) as raised:
        suppose([*ROWS, entity("plan", "Strategy"), fact("a", "PART_OF", "b")], step)
    assert said in raised.value.message
    assert fix in raised.value.fix


def test_a_line_cannot_be_redirected_to_where_it_leads() -> None:
    with pytest.raises(UsageError, match="the line leads to Board already"):
        suppose(ROWS, RedirectLine(line=("A", "chairs", "Board"), to="Board"))
