"""What analyses of seats, formal connections and strategies tell, in sentences that can be checked."""

import re
from collections.abc import Iterator

import pytest
from measures.made_up import body, inferred, seen, tie
from measures.structures import CLIQUE, STAR, TWO_TRIANGLES, joined, seated, written

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.connections import CONNECTIONS
from ecosystem.answers.analyses.plans import PLANS
from ecosystem.answers.analyses.reach import REACH
from ecosystem.answers.analyses.seats import SEATS
from ecosystem.answers.analyses.tables import TABLES
from ecosystem.results import Cell
from ecosystem.snapshot import View

ANALYSES = {each.name: each for each in (*SEATS, *TABLES, *CONNECTIONS, *REACH, *PLANS)}

DEGENERATE = {
    "no bodies at all": seen(),
    "one body": joined([], "a"),
    "isolates only": joined([], "abc"),
    "loops only": joined(written("aa bb"), "ab"),
    "parallel facts": joined(written("ab ab ba"), "ab"),
    "parts that nothing joins": joined(written("ab cd"), "abcd"),
    "one seat": seated("a-T"),
    "a table that sits at itself": seated("T-T"),
    "observers only": seated("a-T:observer b-T:observer"),
    "a strategy alone": seen(body("p", "Strategy")),
    "a constituency alone": seen(body("t"), body("c", "Constituency"), tie("c-t", "MEMBER_OF")),
    "days unknown": seen(
        body("a", evidence_date=""), body("b", evidence_date=""), tie("a-b", "MEMBER_OF", start_date="2022")
    ),
    "the whole record": seated("a-T b-T").snapshot.on(None),
    "one basis only": seated("a-T b-T").snapshot.on(None, ["inferred"]),
}


def sentence(name: str, view: View) -> str:
    return ANALYSES[name].tell(view).sentence


def told(name: str, view: View) -> Told:
    return ANALYSES[name].tell(view)


def flat(cell: Cell) -> Iterator[Cell]:
    if isinstance(cell, tuple):
        for each in cell:
            yield from flat(each)
    else:
        yield cell


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=list(ANALYSES))
@pytest.mark.parametrize("view", DEGENERATE.values(), ids=list(DEGENERATE))
def test_degenerate_input_has_a_defined_answer(analysis: Analysis, view: View) -> None:
    part, found = analysis.part(view), analysis.tell(view)
    assert found.sentence.endswith(".")
    assert found.sentence[:1] in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    assert any(note.startswith("Counted: ") for note in part.notes)
    assert all(len(row) == len(part.columns) for row in part.rows)
    cells = [each for row in part.rows for cell in row for each in flat(cell)]
    assert all(each == each for each in cells)  # noqa: PLR0124 - only what is no number differs from itself
    assert "nan" not in " ".join((part.lead, *part.notes)).lower().split()


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=list(ANALYSES))
def test_no_analysis_speaks_of_trust_influence_or_collaboration(analysis: Analysis) -> None:
    view = seated("a-T:chair b-T c-U b-U T-U")
    part = analysis.part(view)
    words = " ".join((analysis.question, part.lead, *part.notes)).casefold()
    assert not any(word in words for word in ("trust", "influence", "collaborat"))


def test_the_closest_pair_is_named_with_its_tables() -> None:
    words = "A and B share more tables than any other two bodies: T and U."
    assert sentence("sitting-together", named("a-T b-T a-U b-U c-U")) == words


def test_several_closest_pairs_are_counted() -> None:
    words = "2 pairs of bodies share more tables than any other, 2 each; they are among A, B, C and D."
    assert sentence("sitting-together", named("a-T b-T a-U b-U c-V d-V c-W d-W")) == words


def test_where_no_pair_shares_two_tables_it_is_said() -> None:
    words = "No two bodies are known to share more than one table; 3 pairs share one."
    assert sentence("sitting-together", named("a-T b-T c-T")) == words


def test_pairs_that_share_one_table_are_counted_and_not_listed() -> None:
    found = told("sitting-together", named("a-T b-T a-U b-U c-U"))
    assert {row[:3] for row in found.rows} == {("A", "B", 2)}
    assert "2 pairs of bodies share one table only, and are not listed." in found.cautions


def test_the_heaviest_load_is_told_with_how_few_have_half() -> None:
    words = "A is at more tables than any other body, 3 of the 3 tables at which any is known to be; "
    assert sentence("seat-load", named("a-T a-U a-V b-T b-U c-T")) == f"{words}1 body has half or more of all 6 places."


def test_those_at_as_many_tables_are_told_together() -> None:
    words = "A and B are at more tables than any other body, each at 2 of the 2 tables at which any is known to be; "
    assert (
        sentence("seat-load", named("a-T a-U b-T b-U c-T"))
        == f"{words}2 bodies together have half or more of all 5 places."
    )


def test_where_nobody_is_at_two_tables_it_is_said() -> None:
    words = "No body is known to be at more than one table; 2 bodies are at one each, 2 tables in all."
    assert sentence("seat-load", named("a-T b-U")) == words


def test_a_broker_is_told_with_the_pairs_it_stands_between() -> None:
    sectors = {"a": "nhs", "b": "gps", "x": "council"}
    rows = [body(name, "Organisation", sector=sector) for name, sector in sectors.items()]
    words = "1 pair of bodies of different sectors shares no table with each other, but both one with X; "
    assert sentence("brokers", seated("x-T a-T x-U b-U", *rows)) == f"{words}nobody stands between more."


def test_brokers_who_stand_between_as_many_are_told_each_of_its_own_pairs() -> None:
    rows = [
        body(name, "Organisation", sector=sector) for name, sector in zip("xacd", ("s", "t", "u", "v"), strict=True)
    ]
    words = "1 pair of bodies of different sectors shares no table with each other, but both one with it; "
    found = sentence("brokers", seated("x-T a-T x-U c-U d-V c-V d-W a-W", *rows))
    assert found == f"For each of A, C, D and X, {words}nobody stands between more."


def test_the_tables_most_alike_are_told_with_their_share() -> None:
    words = "Of 4 bodies at T or U, 2 are at both (50%); no other two tables have as great a share in common."
    assert sentence("overlapping-tables", seated("a-T b-T c-T b-U c-U d-U e-V")) == words


def test_one_body_at_both_of_two_tables_is_told_as_one() -> None:
    assert sentence("overlapping-tables", seated("a-T b-T a-U")).startswith(
        "Of 2 bodies at T or U, 1 is at both (50%); "
    )


def test_sectors_that_no_table_names_are_told() -> None:
    rows = [body("a", "Organisation", sector="nhs"), body("b", "Organisation", sector="gps")]
    words = (
        "Of the 1 table at which anybody is named, the sector gps is named at none, and the sector nhs is named at the "
    )
    assert sentence("missing-sectors", seated("a-T", *rows, alone="b")).startswith(words)


def test_sectors_named_at_fewest_and_most_tables_are_told() -> None:
    rows = [body("a", "Organisation", sector="nhs"), body("b", "Organisation", sector="gps")]
    words = (
        "of the 2 tables at which anybody is named, the sector gps is named at the fewest, 1, and the sector nhs is "
    )
    words += "named at the most, 2."
    assert sentence("missing-sectors", seated("a-T b-T a-U", *rows)).casefold() == words.casefold()


def test_bodies_in_parts_and_alone_are_told_and_add_up() -> None:
    words = "3 of 6 bodies are formally connected with each other, directly or through others; "
    rest = "2 are in 1 smaller part and 1 has no formal connection at all."
    assert sentence("cohesion", joined(written("ab bc de"), "abcdef")) == f"{words}{rest}"


def test_a_star_is_told_as_wholly_concentrated() -> None:
    view = joined([*STAR, *written("bc de")], "abcde")
    assert "concentration is 0.67, where 1 is all through one body and 0 is even." in sentence("concentration", view)
    assert sentence("concentration", joined(written("ab"), "ab")).endswith("not defined for fewer than three bodies.")


def test_the_core_is_named() -> None:
    words = "At the core are 4 bodies, each formally connected with at least three of the others: A, B, C and D."
    assert sentence("core", joined([*CLIQUE, *written("de")], "abcde")) == words


def test_where_no_circle_is_closed_there_is_no_core() -> None:
    words = "No core stands out: nowhere does every body of a group have two formal connections to others of the group."
    assert sentence("core", joined(STAR, "abcde")) == words


def test_who_tie_for_most_connections_are_told_with_how_many() -> None:
    words = "A, B, C and D, who have most, 2 each, have a part in 4 of 4 formal connections (100%); "
    assert sentence("concentration", joined(written("ab bc cd da"), "abcd")).startswith(words)


def test_who_has_most_redundant_connections_is_told() -> None:
    # of a's three ties one pair is tied: 2/9 of them lead nowhere new; b and c have two each that count for one
    words = "Of 4 formally connected bodies, 3 have connections that lead to the same circle; most of all B and C: "
    view = joined(written("ab ac ad bc"), "abcd")
    assert sentence("redundant-connections", view) == f"{words}50% of their connections lead nowhere new."


def test_redundant_connections_are_told_with_their_share() -> None:
    # In each triangle a and b have two ties that count for one, as have e and f; c and d have three that count for 7/3.
    words = (
        "Of 6 formally connected bodies, 6 have connections that lead to the same circle; most of all A, B, E and F: "
    )
    view = joined(TWO_TRIANGLES, "abcdef")
    assert sentence("redundant-connections", view) == f"{words}50% of their connections lead nowhere new."


def test_whom_to_brief_is_told_for_two_steps_and_for_one() -> None:
    words = "Briefing 1 body, C, reaches within two steps 6 of 6 bodies; within one step it takes 2."
    assert sentence("briefing", joined(TWO_TRIANGLES, "abcdef")) == words


def test_who_cannot_be_reached_is_told_of_all() -> None:
    words = "Briefing 1 body, A, reaches within two steps 2 of 4 bodies, all that have a formal connection; within one "
    assert sentence("briefing", joined(written("ab"), "abcd")) == f"{words}step it takes 1."


def test_likeness_to_sectors_is_told_beside_that_by_chance() -> None:
    rows = [body(name, sector="nhs" if name in "abc" else "gps") for name in "abcdef"]
    told_of = " ".join(told("groupings", joined(TWO_TRIANGLES, "", *rows)).cautions)
    assert re.search(
        r"where 1 is the same: 1\.00, over 6 bodies .*; dealt out at random the sectors would have 0\.", told_of
    )
    assert "Modularity, where 0 is no more within groups than by chance: 0.357." in told_of
    alike = " ".join(told("groupings", joined(TWO_TRIANGLES, "abcdef")).cautions)
    assert "Likeness to the sectors is not defined, over 0 bodies that have one: " in alike


def test_tables_that_are_at_another_are_named() -> None:
    words = "Tables that are at another table count among the bodies there: S."
    assert words in told("sitting-together", seated("a-T S-T")).cautions


def test_groupings_are_told_with_how_often_they_came_out() -> None:
    words = "6 bodies fall into 2 groupings by their formal connections, the very same in 50 of 50 runs; "
    view = joined(TWO_TRIANGLES, "abcdef")
    assert sentence("groupings", view) == f"{words}the largest, of 3, has C, A and B."


def test_what_strategies_lack_is_counted() -> None:
    view = seen(body("a", "Organisation"), body("p", "Strategy"), body("q", "Strategy"), tie("a-p", "OWNS"))
    words = (
        "Of 2 strategies, plans and frameworks not known to have ended, 1 is without a stated owner, 2 without anybody "
    )
    rest = "stated to deliver them, 2 without anybody stated to oversee or direct them and 1 without any of the three."
    assert sentence("strategies", view) == f"{words}{rest}"
    assert {row[:3] for row in told("strategies", view).rows} == {
        ("P", "strategy", ("A",)),
        ("Q", "strategy", "not stated"),
    }


def test_ended_strategies_are_named_as_left_out() -> None:
    view = seen(body("p", "Strategy", end_date="2021-12"))
    assert "Left out, as they have ended: P (December 2021)." in told("strategies", view).cautions


def test_what_we_infer_is_a_caution_until_it_is_asked_for() -> None:
    view = seen(body("a"), body("b"), body("c"), tie("a-b", "REPORTS_TO"), inferred("b-c", "REPORTS_TO"))
    ours = "3 of 3 bodies are formally connected with each other, directly or through others."
    found = told("cohesion", view)
    assert found.sentence.startswith("2 of 3 bodies")
    assert found.cautions[-1] == f"With our inference, which no document states: {ours}"
    named = sentence("cohesion", view.snapshot.on(view.day, ["stated", "inferred"]))
    assert named == f"With our inference, which no document states: {ours}"


def test_inference_that_changes_nothing_is_not_spoken_of() -> None:
    view = seen(body("a"), body("b"), tie("a-b", "REPORTS_TO"), inferred("a-b", "REPORTS_TO"))
    assert not any("inference" in caution for caution in told("cohesion", view).cautions)


def named(seats: str) -> View:
    """Return who sits where, organisations called by capitals."""
    return seated(seats, *(body(name, "Organisation") for name in sorted({seat[0] for seat in seats.split()})))
