"""The named questions about strategies: in force, owned, shared, contributed to; on the files of Exampleton."""

from answers.asking import BOARD, COUNCIL, ESTATES, PARTNERSHIP, PLAN, STRATEGY, Answered, fact

from ecosystem.model import Entity

CONSTITUTION = "Constitution of the Exampleton Partnership"


def strategy(name: str, **more: str) -> Entity:
    """Return a strategy that the minutes name."""
    return Entity(id=name.lower(), label="Strategy", name=name, sources=("minutes-2024:s1",), **more)


def test_strategies_in_force_are_told_with_their_days_and_owners(answer: Answered) -> None:
    assert answer("strategies-in-force", 7) == {
        (PLAN, "plan", "not stated", "not stated", 2024, COUNCIL, "stated"),
        (STRATEGY, "strategy", "2022-01-01", "2025-12-31", 2023, "not stated", ""),
    }


def test_a_strategy_is_in_force_on_its_last_day_and_not_on_the_day_after(answer: Answered) -> None:
    assert (ESTATES,) in answer("strategies-in-force", 1, as_of="2019-12-31")
    assert (ESTATES,) not in answer("strategies-in-force", 1, as_of="2020-01-01")
    assert answer("strategies-in-force", 1, as_of="2014") == set()
    assert {row[0] for row in answer("strategies-in-force", 1, as_of="any")} == {PLAN, STRATEGY, ESTATES}


def test_a_strategy_of_two_owners_is_told_once_for_each_and_a_report_is_never_in_force(answer: Answered) -> None:
    more = (
        strategy("Compact", form="agreement"),
        strategy("Review", form="report"),
        strategy("Vision"),
        fact("third-sector", "OWNS", "compact"),
        fact("exampleton-council", "OWNS", "compact", basis="implied"),
    )
    told = answer("strategies-in-force", 7, *more)
    assert {row for row in told if row[0] in {"Compact", "Review", "Vision"}} == {
        ("Compact", "agreement", "not stated", "not stated", 2024, COUNCIL, "implied"),
        ("Compact", "agreement", "not stated", "not stated", 2024, "the third sector", "stated"),
        ("Vision", "strategy", "not stated", "not stated", 2024, "not stated", ""),
    }
    assert ("Compact", "agreement", "not stated", "not stated", 2024, "not stated", "") in answer(
        "strategies-in-force", 7, *more, bases="shown"
    )


def test_a_strategy_without_an_owner_is_told_with_the_bodies_that_have_to_do_with_it(answer: Answered) -> None:
    more = (
        fact("third-sector", "SUPPORTS", "health-strategy"),
        fact("health-strategy", "SHOWN_ON", "constitution-2023", at="constitution-2023:s9", basis="shown"),
    )
    row = (STRATEGY, "strategy", "2025-12-31", 2023, (BOARD, PARTNERSHIP), (CONSTITUTION,), ("constitution-2023:s3",))
    assert answer("strategies-without-an-owner", 7, *more) == {row}
    assert answer("strategies-without-an-owner", 1, as_of="2026") == set()


def test_an_agreement_has_parties_and_needs_no_owner(answer: Answered) -> None:
    agreement, framework = strategy("Compact", form="agreement"), strategy("Ways", form="framework")
    assert answer("strategies-without-an-owner", 1, agreement, framework) == {(STRATEGY,), ("Ways",)}


def test_an_inferred_owner_closes_no_gap_unless_asked_for(answer: Answered) -> None:
    inferred = fact("health-board", "OWNS", "health-strategy", basis="inferred", note="it directs it")
    assert answer("strategies-without-an-owner", 1, inferred) == {(STRATEGY,)}
    assert answer("strategies-without-an-owner", 1, inferred, bases="any") == set()


def test_an_owner_of_another_time_owns_nothing_today(answer: Answered) -> None:
    past = fact("health-board", "OWNS", "health-strategy", at="constitution-2023:s3", end_date="2023-12-31")
    assert answer("strategies-without-an-owner", 1, past, as_of="2023-12-31") == set()
    assert answer("strategies-without-an-owner", 1, past) == {(STRATEGY,)}


def test_only_priorities_of_several_are_shared_and_a_holder_counts_once(answer: Answered) -> None:
    assert answer("shared-priorities", 4) == set()
    assert answer("shared-priorities", 4, min_holders="1") == {("Fewer falls", "aim", 1, (STRATEGY,))}
    again = fact("health-strategy", "HAS_PRIORITY", "fewer-falls", role="first")
    assert answer("shared-priorities", 4, again) == set()
    board = fact("health-board", "HAS_PRIORITY", "fewer-falls", basis="implied")
    assert answer("shared-priorities", 4, board) == {("Fewer falls", "aim", 2, (BOARD, STRATEGY))}
    assert answer("shared-priorities", 4, board, bases="stated") == answer("shared-priorities", 4, board, as_of="2026")


def test_contributions_are_told_from_either_end_until_what_receives_them_ends(answer: Answered) -> None:
    link = (PLAN, "contributes", STRATEGY, "Strategy", 2023, "stated", ("constitution-2023:s3",))
    assert answer("contributions", 7) == {link}
    assert (
        answer("contributions", 7, entity="digital-plan")
        == answer("contributions", 7, entity="health-strategy")
        == {link}
    )
    assert answer("contributions", 7, entity="estates-plan") == answer("contributions", 7, as_of="2026") == set()
    unworded = fact("digital-plan", "CONTRIBUTES_TO", "fewer-falls")
    assert (PLAN, "not stated", "Fewer falls", "Priority") in answer("contributions", 4, unworded)
