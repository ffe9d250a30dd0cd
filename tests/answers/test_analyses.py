"""What analyses tell of toy structures, each small enough to work out by hand."""

import dataclasses
import re
from datetime import date

import pytest
from hypothesis import given, settings
from measures.made_up import NODES, TODAY, Pairs, body, digraphs, inferred, lines, seen, tie

from ecosystem.answers import ANALYSES, Effort, analyse, analyse_since, analyses
from ecosystem.measures import groupings, samples
from ecosystem.model import BASES, Row
from ecosystem.problems import UsageError
from ecosystem.results import Cells, Part
from ecosystem.snapshot import View

UNLIKE_NUMBERS = re.compile(r"\b(nan|inf|None)\b")
DEGENERATE = {
    "no bodies": seen(),
    "one body": lines("", alone="a"),
    "isolates only": lines("", alone="abc"),
    "one line": lines("a-b"),
    "a loop of one": lines("a-a"),
    "a loop of two": lines("a-b b-a"),
    "parallel lines": lines("a-b a-b a-b"),
    "two parts": lines("a-b c-d"),
    "all loops": lines("a-b b-c c-a x-a"),
    "oversight only": lines("a-b b-c", "OVERSEES"),
    "nothing that is shown": lines("a-b").snapshot.on(date(1900, 1, 1)),
    "the whole record": lines("a-b b-c").snapshot.on(None),
    "on one basis only": lines("a-b").snapshot.on(None, ["shown"]),
    "on all bases, each named": lines("a-b").snapshot.on(TODAY, BASES, named=True),
    "only what we infer": seen(body("a"), body("b"), inferred("a-b", "REPORTS_TO")),
    "only what we infer, named": seen(body("a"), body("b"), inferred("a-b", "REPORTS_TO")).snapshot.on(
        TODAY, ["inferred"]
    ),
    "lines that end in several places": lines("a-s b-s b-t c-t"),
    "everybody at one body": lines("a-s b-s c-s d-s", "MEMBER_OF"),
    "at its own table": lines("a-a", "MEMBER_OF"),
    "a name for several tables only": seen(body("a", form="collection"), body("b"), tie("b-a", "MEMBER_OF")),
    "all have ended": seen(*(body(one, end_date="2016") for one in "ab"), tie("a-b", "MEMBER_OF")),
    "days unknown": seen(*(body(one, evidence_date="") for one in "ab"), tie("a-b", "REPORTS_TO", evidence_date="")),
}  # fmt: skip


def part(view: View, name: str) -> Part:
    (found,) = analyse(view, name).parts
    return found


def lead(view: View, name: str) -> str:
    return part(view, name).lead


def rows(view: View, name: str) -> set[Cells]:
    return set(part(view, name).rows)


def whole(*rows: Row) -> View:
    return seen(*rows)


@pytest.mark.parametrize("name", ANALYSES)
@pytest.mark.parametrize("view", DEGENERATE.values(), ids=DEGENERATE)
def test_whatever_the_structure_there_is_a_sentence_with_its_ground(name: str, view: View) -> None:
    found = part(view, name)
    assert found.lead.endswith(".")
    assert not UNLIKE_NUMBERS.search(f"{found.lead} {found.notes} {found.rows}".replace(", None)", ")"))
    assert found.notes[0] == ANALYSES[name].definition
    assert any(note.startswith("Counted: ") for note in found.notes)
    assert {len(row) for row in found.rows} <= {len(found.columns)}


@given(digraphs, digraphs)
@settings(max_examples=40, deadline=None)
def test_whatever_reports_to_or_works_with_whatever_every_analysis_has_an_answer(lines: Pairs, ties: Pairs) -> None:
    facts = [
        tie(f"{one}-{other}", relation, id=f"{relation}{place}")
        for relation, pairs in (("REPORTS_TO", lines), ("MEMBER_OF", ties))
        for place, (one, other) in enumerate(pairs)
    ]
    found = analyse(seen(*map(body, NODES), *facts))
    assert not UNLIKE_NUMBERS.search(" ".join(f"{part.lead} {part.notes}" for part in found.parts))
    assert all(cell == cell for part in found.parts for row in part.rows for cell in row)  # noqa: PLR0124 - NaN is not


@pytest.mark.parametrize("name", ANALYSES)
def test_nothing_is_told_of_trust_influence_or_collaboration(name: str) -> None:
    told = repr((ANALYSES[name], part(lines("a-b b-c c-d"), name))).lower()
    assert not re.search("trust|influen|collaborat|power", told)


def test_who_has_a_line_upward_where_lines_end_and_who_has_none() -> None:
    # a reports to b, b to t: two have a line, t is where it ends, x and y have none
    view = lines("a-b b-t", alone="xy")
    assert lead(view, "lines-upward") == (
        "Of 5 boards and partnerships, two have a recorded line upward to T; T is where lines end; two have none: X "
        "and Y."
    )
    assert rows(view, "lines-upward") == {
        ("A", "board", ("T",), 2), ("B", "board", ("T",), 1), ("T", "board", ("lines end here",), None),
        ("X", "board", ("no recorded line",), None), ("Y", "board", ("no recorded line",), None),
    }  # fmt: skip


def test_several_ends_of_lines_are_told_with_where_each_line_leads() -> None:
    view = lines("a-t b-t b-u")
    assert lead(view, "lines-upward") == (
        "Of 4 boards and partnerships, two have a recorded line upward; T and U are where lines end."
    )
    assert ("B", "board", ("T", "U"), 1) in rows(view, "lines-upward")


def test_where_lines_end_at_no_table_it_is_said() -> None:
    # the Leeds CCG is such an end: an organisation, which is none of the boards and partnerships that are counted
    view = whole(
        body("a"), body("b"), body("t"), body("o", "Organisation"), tie("a-t", "REPORTS_TO"), tie("b-o", "REPORTS_TO")
    )
    assert lead(view, "lines-upward") == (
        "Of 3 boards and partnerships, two have a recorded line upward; T is where lines end; lines also end at O, no "
        "board or partnership."
    )


def test_on_a_day_with_no_table_it_is_said_of_that_day() -> None:
    words = "No board or partnership is known on 31 December 1900."
    assert lead(whole(body("a", start_date="2016")).snapshot.on(date(1900, 12, 31)), "lines-upward") == words


def test_a_line_that_leads_round_in_a_loop_leads_to_no_end() -> None:
    view = lines("x-a a-b b-a c-t")
    assert "the lines of A, B and X lead round in a loop" in lead(view, "lines-upward")
    assert ("X", "board", ("round in a loop",), None) in rows(view, "lines-upward")


def test_an_organisation_has_no_row_and_may_be_where_lines_end() -> None:
    view = whole(body("a"), body("t", "Organisation"), tie("a-t", "REPORTS_TO"))
    assert lead(view, "lines-upward") == "Of 1 board or partnership, one has a recorded line upward to T."
    assert rows(view, "lines-upward") == {("A", "board", ("T",), 1)}


def test_to_sit_on_a_board_is_no_line_to_it() -> None:
    assert lead(lines("a-b", "MEMBER_OF"), "lines-upward") == (
        "Of 2 boards and partnerships, none has a recorded line upward to any other body."
    )


def test_what_we_infer_is_told_apart_with_its_figures() -> None:
    view = whole(body("a"), body("b"), body("t"), tie("a-t", "REPORTS_TO"), inferred("b-t", "REPORTS_TO"))
    found = part(view, "lines-upward")
    assert "one has a recorded line upward to T" in found.lead
    assert found.notes[-1] == (
        "With our inference, which no document states: Of 3 boards and partnerships, two have a recorded line "
        "upward to "
        "T; T is where lines end."
    )
    assert analyse(view, "lines-upward").bases == ("stated", "implied", "shown")


def test_what_we_infer_counts_where_it_is_named_and_the_sentence_says_so() -> None:
    snapshot = whole(body("a"), body("t"), inferred("a-t", "REPORTS_TO")).snapshot
    chosen = snapshot.on(None, ["stated", "inferred"])
    ours = (
        "With our inference, which no document states: Of 2 boards and partnerships, one has a recorded line upward to "
        "T; T is where lines end."
    )
    for bases in (["stated", "inferred"], ["inferred"], BASES):
        view = snapshot.on(TODAY, bases, named=True)
        assert lead(view, "lines-upward") == ours
        assert not any("With our inference" in note for note in part(view, "lines-upward").notes)
    assert analyse(chosen, "lines-upward").bases == ("stated", "inferred")
    assert "none has a recorded line" in lead(snapshot.on(None, BASES[:3]), "lines-upward")


def test_who_is_the_only_way_up_is_told_with_whom_for() -> None:
    # a and b have no way to t but through g; c goes by g and by h
    view = lines("a-g b-g c-g c-h g-t h-t")
    assert lead(view, "only-way-up") == (
        "Of 4 other bodies with a recorded line upward, 2 have no way up but through G: A and B."
    )
    assert rows(view, "only-way-up") == {("G", 2, ("A", "B"))}


def test_where_there_are_ways_round_everybody_nobody_is_the_only_way() -> None:
    assert lead(lines("a-g a-h g-t h-t"), "only-way-up") == (
        "No body is the only way up for another; 3 bodies have a recorded line upward."
    )


def test_layers_are_counted_from_neighbourhoods_to_where_lines_end() -> None:
    lcp = body("n", "LocalCarePartnership")
    view = whole(lcp, *map(body, "abt"), *(tie(pair, "REPORTS_TO") for pair in ("n-a", "a-b", "b-t", "n-t")))
    assert lead(view, "layers") == (
        "From 1 Local Care Partnership up to where their lines end it is 1 to 3 steps of reporting; a longest line of "
        "reporting, of 3 steps, leads from N through A and B to T."
    )
    assert ("N", "Local Care Partnership", ("T",), 1, 3) in rows(view, "layers")


def test_steps_into_a_loop_are_not_defined_and_the_number_is_told() -> None:
    found = part(lines("x-a a-b b-a b-t y-t"), "layers")
    assert ("X", "board", ("T",), 3, "not defined") in found.rows
    assert "Most steps are not defined for 3 bodies whose lines lead into a loop: A, B and X." in found.notes


def test_loops_and_several_above_are_told_of_reporting_and_of_oversight() -> None:
    view = whole(
        *map(body, "abctu"), *(tie(pair, "REPORTS_TO") for pair in ("a-b", "b-c", "c-a")),
        *(tie(pair, "OVERSEES") for pair in ("t-a", "u-a")),
    )  # fmt: skip
    assert lead(view, "loops") == (
        "1 loop is recorded: among A, B and C by reporting; one body has more than one directly above: A, by "
        "oversight T "
        "and U."
    )
    assert rows(view, "loops") == {
        ("reporting", "a loop", "A", ("A", "B", "C", "A")), ("oversight", "several above it", "A", ("T", "U")),
    }  # fmt: skip


def test_one_line_said_from_both_ends_is_not_two_above_nor_a_loop() -> None:
    view = whole(body("a"), body("t"), tie("a-t", "REPORTS_TO"), tie("t-a", "OVERSEES"))
    assert lead(view, "loops") == (
        "No line of reporting or oversight leads round in a loop; no body has more than one directly above it."
    )
    assert lead(view, "oversight-and-reporting") == (
        "Nobody is recorded as overseeing a body that they also report to; of 1 recorded line of oversight "
        "between bodies, "
        "one is matched by reporting."
    )


def test_who_oversees_what_it_reports_to_is_named() -> None:
    view = whole(
        body("a"), body("t"), body("u"), tie("a-t", "REPORTS_TO"), tie("a-t", "OVERSEES"), tie("t-u", "OVERSEES")
    )
    assert lead(view, "oversight-and-reporting") == (
        "In 1 pair one oversees a body that it also reports to: A and T; of 2 recorded lines of oversight "
        "between bodies, "
        "none is matched by reporting."
    )


def test_who_would_be_cut_off_is_named() -> None:
    # without h, a and b are each alone, and c, d and e stay joined
    view = lines("a-h b-h c-h c-d d-e", "PARTNERS_WITH")
    assert lead(view, "if-it-stopped") == (
        "If H stopped, 2 bodies would be cut off from the other 3 joined to it: A and B."
    )
    # pairs parted without h: a with 4, b with the 3 left: 7 of the 10 pairs of others
    assert ("H", ("A", "B"), 2, 7, 0.7) in rows(view, "if-it-stopped")
    assert "5 ties are the only connection between what they join, of 5." in part(view, "if-it-stopped").notes


def test_where_no_part_is_the_rest_all_of_them_are_told() -> None:
    assert lead(lines("a-h b-h", "PARTNERS_WITH"), "if-it-stopped") == (
        "If H stopped, the 2 bodies joined to it, A and B, would fall into 2 parts that nothing joins."
    )


def test_who_lies_between_most_is_named_with_how_many() -> None:
    # in a row of five c lies between 4 pairs of 6, b and d between 3 each
    view = lines("a-b b-c c-d d-e", "PARTNERS_WITH", alone="z")
    assert lead(view, "go-betweens") == (
        "Nobody lies between more others than C: of the shortest formal connections between the 6 pairs of others it "
        "is connected with, each pair counting once, 67% pass through it."
    )
    assert rows(view, "go-betweens") == {(1, "C", 4.0, 0.667, 5), (2, "B", 3.0, 0.5, 5), (2, "D", 3.0, 0.5, 5)}
    assert "Not defined for 1 body joined, however far, to fewer than two others." in part(view, "go-betweens").notes


def test_between_two_there_is_one_pair() -> None:
    assert lead(lines("a-b b-c", "PARTNERS_WITH"), "go-betweens") == (
        "Nobody lies between more others than B: of the shortest formal connections between the only pair of others it "
        "is connected with, 100% pass through it."
    )


def test_equals_are_named_together_and_where_all_are_joined_nobody_is() -> None:
    assert lead(lines("a-b b-c c-d d-a", "PARTNERS_WITH"), "go-betweens") == (
        "A, B, C and D each lie between 0.5 pairs of others, shares of a pair added up, and nobody between more."
    )
    assert lead(lines("a-b b-c c-a", "PARTNERS_WITH"), "go-betweens") == (
        "Nobody lies between others: all that are formally connected are so directly."
    )


def test_a_large_structure_is_sampled_and_says_so_unless_asked_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    sampling(monkeypatch)
    view = lines("a-b b-c c-d d-e", "PARTNERS_WITH")
    told: list[tuple[int, int]] = []
    sampled = analyse(view, "go-betweens", effort=Effort(advance=lambda *done: told.append(done))).parts[0]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert sampled.columns[-1] == "margin"
    assert any("followed from 3 of 5 bodies" in note for note in sampled.notes)
    full = analyse(view, "go-betweens", effort=Effort(full=True)).parts[0]
    assert (full.columns[-1], full.rows[0][:3]) == ("in_a_part_of", (1, "C", 4.0))


def test_a_name_that_is_none_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no analysis is called “layrs”") as error:
        analyse(lines("a-b"), "layrs")
    assert "ecosystem analyse layers" in str(error.value)


def test_the_list_has_every_analysis_once() -> None:
    assert [row[2] for row in analyses().rows] == [f"ecosystem analyse {name}" for name in ANALYSES]


def test_all_analyses_are_told_in_the_order_of_the_list() -> None:
    assert [each.title for each in analyse(lines("a-b")).parts] == [each.question for each in ANALYSES.values()]


def sampling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow connections from 3 bodies where there are more than 4."""
    for name, number in {"SAMPLED_BEYOND": 4, "MOST": 3, "FEWEST": 3}.items():
        monkeypatch.setattr(samples, name, number)


def test_all_bases_named_are_what_sources_say_and_what_we_infer() -> None:
    snapshot = whole(body("a"), body("t"), inferred("a-t", "REPORTS_TO")).snapshot
    views = snapshot.on(TODAY), snapshot.on(TODAY, BASES, named=True), snapshot.on(TODAY, ["inferred"])
    of_sources, of_both, of_ours = (analyse(view, "layers").notes[0] for view in views)
    assert of_sources.startswith("Counted is what sources say of formal connections; ")
    assert of_both.startswith("Counted is what sources say of formal connections, and what we infer, which ")
    assert of_ours.startswith("Counted are formal connections that we infer, which no document states; ")


def test_inference_that_is_asked_for_and_changes_nothing_is_not_named() -> None:
    view = whole(body("a"), body("t"), tie("a-t", "REPORTS_TO"), inferred("a-t", "REPORTS_TO")).snapshot.on(
        TODAY, BASES
    )
    assert lead(view, "lines-upward").startswith("Of 2 boards and partnerships, one has ")


def test_where_only_rows_rest_on_inference_that_is_asked_for_it_is_said_of_these() -> None:
    rows = (*map(body, "abtu"), tie("t-u", "OVERSEES"), inferred("a-b", "REPORTS_TO"))
    found = part(whole(*rows).snapshot.on(TODAY, BASES, named=True), "oversight-and-reporting")
    assert found.lead.startswith("Nobody is recorded as overseeing a body that they also report to; ")
    assert found.notes[-1] == "Some rows rest on our inference, which no document states."


def test_what_we_infer_of_who_somebody_belongs_to_bears_on_seats_too() -> None:
    rows = [
        body("p", "Post"),
        body("o", "Organisation"),
        body("t"),
        inferred("p-o", "PART_OF"),
        tie("p-t", "MEMBER_OF"),
    ]
    found = part(whole(*rows), "seat-load")
    assert found.lead == "No body is known to be at any table."
    ours = "No body is known to be at more than one table; 1 body is at one each, 1 table in all."
    assert found.notes[-1] == f"With our inference, which no document states: {ours}"


def test_the_whole_record_is_told_as_all_years_at_once() -> None:
    ended = {"evidence_date": "2016", "end_date": "2018"}
    rows = [body("a", evidence_date="2016"), body("t", evidence_date="2016"), tie("a-t", "REPORTS_TO", **ended)]
    found = part(whole(*rows).snapshot.on(None), "lines-upward")
    assert found.lead == (
        "In the whole record, all years as if at once: Of 2 boards and partnerships, one has a recorded line upward to "
        "T; T is where lines end."
    )
    assert "What has ended counts as if it still held; --as-of names a day." in found.notes
    assert lead(whole(*rows), "lines-upward").endswith("none has a recorded line upward to any other body.")


def test_who_has_no_way_up_is_counted_where_lines_end_somewhere() -> None:
    found = part(lines("a-t", alone="xyz"), "only-way-up")
    words = "No way up: 3 bodies without a recorded line; lines-upward lists the boards and partnerships among them."
    assert words in found.notes


def test_of_a_sample_our_inference_is_not_compared_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    sampling(monkeypatch)
    monkeypatch.setattr(groupings, "TIES", 25)
    rows = [*map(body, "abcdef"), *(tie(pair, "PARTNERS_WITH") for pair in ("a-b", "b-c", "c-d", "d-e"))]
    view = whole(*rows, inferred("e-f", "REPORTS_TO"))
    for name in ("go-betweens", "cohesion", "groupings"):
        assert part(view, name).notes[-1] == (
            "What our inference would change is not worked out of so large a structure unless --basis names it."
        )
        assert not any("With our" in note for note in part(view.snapshot.on(TODAY, BASES, named=True), name).notes)


def test_in_a_sample_the_figures_have_margins(monkeypatch: pytest.MonkeyPatch) -> None:
    sampling(monkeypatch)
    view = lines("a-b b-c c-d d-e", "PARTNERS_WITH")
    found = part(view, "cohesion")
    assert found.columns == ("figure", "value", "margin")
    assert any("followed from 3 of 5 bodies" in note and "--full works out all" in note for note in found.notes)
    (full,) = analyse(view, "cohesion", effort=Effort(full=True)).parts
    assert (full.columns, ("steps between two connected bodies, mean", 2.0) in full.rows) == (("figure", "value"), True)


def test_fewer_runs_are_told_and_none_are_made_of_too_many_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    view = lines("a-b b-c c-a", "PARTNERS_WITH")
    monkeypatch.setattr(groupings, "TIES", 9)
    found = part(view, "groupings")
    assert "the very same in 3 of 3 runs" in found.lead
    assert "Of so many connections there are 3 runs only; --full makes 50." in found.notes
    monkeypatch.setattr(groupings, "TOO_MANY", 3)
    found = part(view, "groupings")
    assert (found.lead, found.rows) == (
        "Which groupings appear among 3 formal connections is not worked out unless asked.", (),
    )  # fmt: skip
    assert "It takes long: --full makes 50 runs, and says how much of them is done." in found.notes
    (full,) = analyse(view, "groupings", effort=Effort(full=True)).parts
    assert "the very same in 50 of 50 runs" in full.lead


# since an earlier day

LINE = {"start_date": "2020-01-01"}


def grown() -> View:
    """Return a structure in which b began to report to t in 2020, a did before, and c is first spoken of in 2022."""
    bodies = (body(name, evidence_date="2016") for name in "abct")
    a, b, c = tie("a-t", "REPORTS_TO", evidence_date="2016"), tie("b-t", "REPORTS_TO", **LINE), tie("c-b", "REPORTS_TO")
    return seen(*bodies, a, b, c)


def test_what_is_otherwise_is_told_with_what_it_was() -> None:
    (found,) = analyse_since(grown(), date(2016, 12, 31), "lines-upward").parts
    assert found.lead == (
        "Of 4 boards and partnerships, three have a recorded line upward to T; T is where lines end. "
        "Before, on 31 December 2016: Of 4 boards and partnerships, one has a recorded line upward to T; T is where "
        "lines end; "
        "two have none: B and C."
    )
    assert set(found.rows) == {
        ("otherwise", "B", "board", ("+ T", "− no recorded line"), "none → 1"),
        ("otherwise", "C", "board", ("+ T", "− no recorded line"), "none → 2"),
    }
    assert "2 facts count now and not then, 1 of them by a written beginning." in found.notes


def test_ranks_that_change_are_told_as_they_were_and_are() -> None:
    # in 2016 the row a b c: b between one pair; now a b c d: b and c between two each, and both first
    bodies = [body(name, evidence_date="2016") for name in "abcd"]
    old = [tie(pair, "PARTNERS_WITH", evidence_date="2016") for pair in ("a-b", "b-c")]
    view = seen(*bodies, *old, tie("c-d", "PARTNERS_WITH", **LINE))
    (found,) = analyse_since(view, date(2016, 12, 31), "go-betweens").parts
    assert set(found.rows) == {
        ("otherwise", 1, "B", "1.0 → 2.0", "1.0 → 0.667", "3 → 4"), ("only now", 1, "C", 2.0, 0.667, 4),
    }  # fmt: skip


def test_what_is_no_more_is_told_as_such() -> None:
    bodies = [body(name, evidence_date="2016") for name in "abc"]
    old = [tie(pair, "PARTNERS_WITH", evidence_date="2016") for pair in ("a-b",)]
    ended = tie("b-c", "PARTNERS_WITH", evidence_date="2016", end_date="2018-03-31")
    (found,) = analyse_since(seen(*bodies, *old, ended), date(2016, 12, 31), "if-it-stopped").parts
    assert set(found.rows) == {("only then", "B", ("A", "C"), 2, 1, 1.0)}
    assert "1 fact counts no more, 1 of them by a written end." in found.notes


def test_what_is_the_same_is_said_to_be() -> None:
    report = analyse_since(grown(), date(2021, 12, 31), "oversight-and-reporting")
    assert report.lead[0] == "Of 1 analysis, none says otherwise on 19 July 2022 than on 31 December 2021."
    assert report.parts[0].lead.startswith("The same as before: ")


@pytest.mark.parametrize("earlier", [None, date(2022, 7, 19), date(2023, 1, 1)])
def test_a_day_that_is_not_earlier_has_nothing_since(earlier: date | None) -> None:
    with pytest.raises(UsageError, match=r"whole record|not before"):
        analyse_since(grown(), earlier)


def test_nothing_is_since_a_day_in_the_whole_record() -> None:
    with pytest.raises(UsageError, match="the whole record is none"):
        analyse_since(grown().snapshot.on(None), date(2016, 1, 1))


def test_a_row_is_compared_with_the_one_about_the_same_though_other_words_of_it_change() -> None:
    plan = body("p", "Strategy", evidence_date="2016")
    view = seen(plan, body("o", "Organisation", evidence_date="2016"), tie("o-p", "OWNS", **LINE))
    (found,) = analyse_since(view, date(2016, 12, 31), "strategies").parts
    assert {row[:2] for row in found.rows} == {("otherwise", "P")}
    assert {"not stated → O", "documented 2016 → last confirmed 2016"} <= set(found.rows[0])


def test_a_share_that_changes_is_no_other_row() -> None:
    bodies = [body(name, evidence_date="2016") for name in "abc"]
    view = seen(*bodies, tie("a-b", "PARTNERS_WITH", evidence_date="2016"), tie("b-c", "PARTNERS_WITH", **LINE))
    (found,) = analyse_since(view, date(2016, 12, 31), "concentration").parts
    assert {(row[0], row[2]) for row in found.rows} == {("otherwise", "A"), ("otherwise", "B"), ("only now", "C")}


def test_a_change_of_what_we_infer_is_none() -> None:
    bodies = [body(name, evidence_date="2016") for name in "ab"]
    ours = dataclasses.replace(inferred("a-b", "REPORTS_TO"), evidence_date="2022")
    report = analyse_since(seen(*bodies, ours), date(2016, 12, 31), "lines-upward")
    assert report.parts[0].lead.startswith("The same as before: ")
