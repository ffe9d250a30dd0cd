"""What the rules of governance find in Leeds, checked against the tables."""

from datetime import date

from ecosystem.answers import audit
from ecosystem.audit import findings
from ecosystem.evidence import without_line_upward
from ecosystem.model import BODIES
from ecosystem.network import tables
from ecosystem.snapshot import Snapshot, View

HUB = "leeds-health-and-social-care-hub"


def found(view: View, *rules: str) -> set[str]:
    return {one.key for one in findings(view, 3) if one.rule.id in rules}


def test_one_body_answers_to_two_and_one_strategy_is_in_use_past_its_end(leeds: Snapshot) -> None:
    graver = {one.key for one in findings(leeds.on(leeds.default_day), 3) if one.rule.severity != "note"}
    assert graver == {
        f"several-above:{HUB}:hub-steering-group:hub-working-group",
        "expired-strategy-in-use:leeds-health-and-wellbeing-strategy",
    }


def test_the_sectors_that_are_missing_where_most_tables_of_several_have_them(leeds: Snapshot) -> None:
    assert found(leeds.on(leeds.default_day), "sector-missing") == {
        "sector-missing:hub-working-group:nhs",
        "sector-missing:hub-working-group:third-sector",
        "sector-missing:hub-working-group:universities",
        "sector-missing:leeds-academic-health-partnership:third-sector",
        "sector-missing:leeds-health-and-care-partnership-executive-group:universities",
        f"sector-missing:{HUB}:third-sector",
        "sector-missing:leeds-health-and-wellbeing-board:universities",
        "sector-missing:leeds-student-medical-and-the-light-lcp:nhs",
    }


def test_posts_with_a_seat_or_strategy_whose_holder_no_document_names(leeds: Snapshot) -> None:
    assert found(leeds.on(leeds.default_day), "post-without-holder") == {
        "post-without-holder:director-of-adults-and-health",
        "post-without-holder:director-of-childrens-services",
        "post-without-holder:director-of-public-health",
        "post-without-holder:executive-member-for-adults-health-and-wellbeing",
    }


def test_strategies_past_their_end_that_nothing_is_said_to_have_followed(leeds: Snapshot) -> None:
    assert found(leeds.on(leeds.default_day), "strategy-without-successor") == {
        "strategy-without-successor:leeds-best-start-plan",
        "strategy-without-successor:leeds-maternity-strategy",
    }
    assert found(leeds.on(date(2019, 12, 31)), "strategy-without-successor") == set()


def test_of_every_table_no_source_states_to_whom_it_reports_and_of_eight_we_infer_it(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    ours = {fact.subject for fact in leeds.facts.values() if fact.relation == "REPORTS_TO"}
    inferred = found(view, "only-inferred-line-upward")
    assert inferred == {f"only-inferred-line-upward:{body}" for body in ours}
    both = {key.partition(":")[2] for key in inferred | found(view, "no-stated-line-upward")}
    assert both == {body.id for body in without_line_upward(view) if body.form != "collection"}


def test_every_table_but_those_with_a_stated_chair_has_none_that_is_known(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    chaired = {"hub-steering-group", "leeds-health-and-wellbeing-board"}
    silent = {body.id for body in tables(view) if body.form != "collection"} - chaired
    assert found(view, "no-known-chair") == {f"no-known-chair:{body}" for body in silent}


def test_no_local_care_partnership_is_without_a_link(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    assert found(view, "partnership-without-link") == set()
    joined = {
        end for fact in leeds.facts.values() if fact.relation != "SHOWN_ON" for end in (fact.subject, fact.object)
    }
    alone = {body.id for body in view.entities if body.label in BODIES} - joined
    assert found(view, "body-without-link") == {f"body-without-link:{body}" for body in alone}


def test_the_ccgs_seats_ended_with_them_so_that_nothing_outlives_a_body(leeds: Snapshot) -> None:
    assert found(leeds.on(leeds.default_day), "ended-body-with-live-relations") == set()


def test_the_audit_opens_with_a_sentence_to_quote(leeds: Snapshot) -> None:
    report = audit(leeds.on(leeds.default_day))
    assert report.lead[0] == (
        "On 19 July 2022, 19 rules of governance find no error, two warnings and 291 notes in the record of "
        "Leeds health and care."
    )
    assert report.lead[1] == (
        "Most often: no source names a chair of a board or partnership for the day (75); no source states to whom a "
        "board or partnership reports, and we infer no line either (69); a body other than a Local Care Partnership is "
        "named, and nothing joins it to anything (53)."
    )
