"""Which facts are a tie between two bodies, and what is said of the others."""

from dataclasses import replace

from measures.made_up import body, inferred, lines, seen, tie

from ecosystem.measures import Excluded, formal_ties, oversight_lines, reporting_lines
from ecosystem.model import Source
from ecosystem.snapshot import View


def left_out(view: View) -> set[tuple[int, str]]:
    return {(each.number, each.why) for each in formal_ties(view).ground.excluded}


def test_parallel_facts_are_one_tie_that_keeps_them_all() -> None:
    view = seen(body("a"), body("b"), tie("a-b", "REPORTS_TO"), tie("a-b", "MEMBER_OF"), tie("b-a", "OVERSEES"))
    ties = formal_ties(view)
    assert set(ties.graph.edges) == {("a", "b")}
    assert {fact.relation for fact in ties.graph.edges["a", "b"]["facts"]} == {"REPORTS_TO", "MEMBER_OF", "OVERSEES"}


def test_lines_keep_the_direction_in_which_they_are_said() -> None:
    view = seen(body("a"), body("b"), tie("a-b", "REPORTS_TO"), tie("b-a", "OVERSEES"))
    assert (set(reporting_lines(view).graph.edges), set(oversight_lines(view).graph.edges)) == (
        {("a", "b")}, {("b", "a")},
    )  # fmt: skip


def test_a_post_counts_as_its_body_and_what_joins_it_to_that_is_within() -> None:
    post = body("p", "Post")
    view = seen(body("a", "Organisation"), body("b"), post, tie("p-a", "PART_OF"), tie("p-b", "MEMBER_OF"))
    assert set(formal_ties(view).graph.edges) == {("a", "b")}
    assert left_out(view) == {(1, "lie within one body")}


def test_what_is_no_body_is_left_out_and_counted() -> None:
    view = seen(body("a"), body("c", "Constituency"), tie("c-a", "MEMBER_OF"))
    assert set(formal_ties(view).graph) == {"a"}
    assert left_out(view) == {(1, "join something that is no body")}


def test_a_name_for_several_tables_joins_nobody_to_anybody() -> None:
    panels = body("p", "Partnership", form="collection")
    view = seen(body("a"), body("b"), panels, tie("a-p", "PART_OF"), tie("b-p", "PART_OF"))
    assert (set(formal_ties(view).graph), set(formal_ties(view).graph.edges)) == ({"a", "b"}, set())
    assert left_out(view) == {
        (2, "join what is only a name for several tables"), (1, "are only a name for several tables"),
    }  # fmt: skip


def test_a_team_of_several_tables_under_one_name_stands_for_itself() -> None:
    panels, team = body("p", "Partnership", form="collection"), body("t", "Team")
    view = seen(body("a"), panels, team, tie("t-p", "PART_OF"), tie("t-a", "SUPPORTS"))
    assert set(formal_ties(view).graph.edges) == {("a", "t")}


def test_what_sources_look_back_on_is_no_tie_that_lasts() -> None:
    page = Source(id="page", title="Page", kind="document", date="2020")
    deed = replace(tie("a-b", "SUPPORTS", evidence_date="2018"), sources=("page:1",))
    past = seen(body("a"), body("b"), page, deed)
    assert set(formal_ties(past).graph.edges) == set()
    assert left_out(past) == {(1, "are past: sources look back on them")}


def test_who_oversees_itself_is_tied_to_nobody() -> None:
    assert oversight_lines(lines("a-a", "OVERSEES")).ground.excluded == (Excluded(1, "lie within one body"),)


def test_what_we_infer_is_a_tie_only_where_it_is_looked_at() -> None:
    view = seen(body("a"), body("b"), inferred("a-b", "REPORTS_TO"))
    assert (reporting_lines(view).ground.ties, reporting_lines(view.asserted).ground.ties) == (1, 0)


def test_no_body_at_all_is_a_graph_of_none() -> None:
    ground = formal_ties(seen()).ground
    assert (ground.nodes, ground.ties, ground.excluded) == (0, 0, ())
