"""Who owns, delivers and oversees each strategy in force, and of whom nobody is said to."""

from measures.made_up import body, inferred, seen, tie

from ecosystem.measures.strategies import strategies
from ecosystem.model import Row
from ecosystem.snapshot import View

OFFICES = (body("a", "Organisation"), body("b"), body("c", "Constituency"))


def responsible(view: View) -> set[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    return {
        (one.strategy.id, one.by("OWNS"), one.by("DELIVERS"), one.by("OVERSEES")) for one in strategies(view).in_force
    }


def plan(*rows: Row, **more: str) -> View:
    return seen(*OFFICES, body("p", "Strategy", **({"form": "plan"} | more)), *rows)


def test_each_duty_names_who_has_it_and_nobody_has_the_others() -> None:
    view = plan(tie("a-p", "OWNS"), tie("b-p", "OVERSEES", role="directs"), tie("a-p", "SUPPORTS"))
    assert responsible(view) == {("p", ("a",), (), ("b",))}
    assert strategies(view).in_force[0].lacking == ("DELIVERS",)


def test_joint_owners_are_all_named_and_one_named_twice_once() -> None:
    facts = (tie("a-p", "OWNS"), tie("c-p", "OWNS"), tie("a-p", "OWNS", id="again"))
    assert responsible(plan(*facts)) == {("p", ("a", "c"), (), ())}


def test_what_is_lacking_is_counted() -> None:
    view = seen(*OFFICES, *(body(name, "Strategy") for name in "pqr"), tie("a-p", "OWNS"), tie("a-q", "DELIVERS"))
    assert dict(strategies(view).lacking) == {"OWNS": 2, "DELIVERS": 2, "OVERSEES": 3}
    assert {(one.strategy.id, len(one.lacking)) for one in strategies(view).in_force} == {("p", 2), ("q", 2), ("r", 3)}


def test_what_has_ended_is_set_apart() -> None:
    found = strategies(plan(tie("a-p", "OWNS"), end_date="2021"))
    assert ([one.id for one in found.ended], found.in_force, found.others) == (["p"], (), ())


def test_what_has_not_begun_or_is_of_an_unclear_day_is_set_apart_too() -> None:
    later, unclear = (
        body("q", "Strategy", start_date="2023"),
        body("r", "Strategy", start_date="2022", evidence_date=""),
    )
    found = strategies(seen(later, unclear))
    assert ({one.id for one in found.others}, found.in_force, found.ended) == ({"q", "r"}, (), ())


def test_reports_assessments_and_agreements_are_not_counted() -> None:
    assert {len(strategies(plan(form=form)).in_force) for form in ("report", "assessment", "agreement")} == {0}
    assert {len(strategies(plan(form=form)).in_force) for form in ("strategy", "plan", "framework", "")} == {1}


def test_in_the_whole_record_all_are_counted() -> None:
    view = plan(end_date="2021").snapshot.on(None)
    assert {one.strategy.id for one in strategies(view).in_force} == {"p"}


def test_an_owner_we_infer_owns_only_where_our_inference_is_looked_at() -> None:
    view = plan(inferred("a-p", "OWNS"))
    assert (responsible(view), responsible(view.asserted)) == ({("p", ("a",), (), ())}, {("p", (), (), ())})


def test_without_strategies_nothing_is_lacking() -> None:
    found = strategies(seen())
    assert (found.in_force, dict(found.lacking), found.ground.nodes) == ((), {}, 0)
