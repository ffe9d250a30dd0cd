"""The three CCGs into one, as a scenario on the eve of the merger, against what the record says came of it."""

import shlex
from datetime import date
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from leeds.test_merger import MERGED, TABLE, WHOLES
from leeds.test_merger_imported import HEIR, in_2017

from ecosystem.answers import ANALYSES, whatif
from ecosystem.model import BODIES, Entity, Fact
from ecosystem.network import is_past
from ecosystem.scenario import End, Merge, Scenario, read_scenario, scenario
from ecosystem.snapshot import Snapshot, View

EVE, AFTER = date(2018, 3, 31), date(2018, 5, 1)
MERGER = Merge(
    bodies=("NHS Leeds North CCG", "NHS Leeds South and East CCG", "NHS Leeds West CCG"), into="NHS Leeds CCG"
)
NOT_SAID_OF_THE_HEIR = {
    (HEIR, "MEMBER_OF", TABLE, "partner"),
    *((HEIR, "PART_OF", whole, "") for whole in WHOLES),
}
"""No document says that the new CCG took over the partner's seat, or is one of the six major NHS organisations or of
the local commissioners that a page of 2016 speaks of: rulings 17 and 26."""

SIX = "leeds-six-major-nhs-organisations"
A_NAME_THAT_ENDED = {
    (trust, "PART_OF", SIX, "")
    for trust in ("leeds-teaching-hospitals", "leeds-community-healthcare", "leeds-and-york-partnership")
}
"""The record ends with the merger what was called the six major NHS organisations, for they were four then (ruling 26).
That a name no longer fits follows from no merger of bodies: somebody has to say so."""


def supposed(leeds: Snapshot) -> Scenario:
    return scenario(leeds.on(EVE), [MERGER])


def bodies(view: View) -> set[str]:
    return {entity.id for entity in view.entities if entity.label in BODIES}


def ties(view: View) -> set[tuple[str, str, str, str]]:
    return {(fact.subject, fact.relation, fact.object, fact.role) for fact in view.facts}


def successions(snapshot: Snapshot) -> set[tuple[str, str, str]]:
    facts = snapshot.facts.values()
    return {(fact.subject, fact.object, fact.role) for fact in facts if fact.relation == "SUCCEEDED_BY"}


def test_the_bodies_in_being_and_the_successions_are_those_of_the_record_after_the_merger(leeds: Snapshot) -> None:
    found = supposed(leeds)
    assert bodies(found.before) >= MERGED
    assert bodies(found.after) == bodies(leeds.on(AFTER)) == bodies(leeds.on(EVE)) - MERGED | {HEIR}
    assert successions(found.after.snapshot) == successions(leeds)


def test_every_seat_and_line_is_as_recorded_after_it_but_for_what_no_document_gives_the_successor(
    leeds: Snapshot,
) -> None:
    after, real = ties(supposed(leeds).after), ties(leeds.on(AFTER))
    assert after - real == NOT_SAID_OF_THE_HEIR | A_NAME_THAT_ENDED
    assert real - after == set()


def test_the_three_have_ended_with_their_seats_a_day_before_and_what_had_ended_stays_with_them(leeds: Snapshot) -> None:
    after = supposed(leeds).after.snapshot
    rows = [row for row in after if isinstance(row, Entity | Fact)]
    of_the_three = [row for row in rows if row.id in MERGED or (isinstance(row, Fact) and row.subject in MERGED)]
    lasting = {(row.id, row.end_date) for row in of_the_three if getattr(row, "relation", "") != "SUCCEEDED_BY"}
    assert lasting == {
        *((body, "2018-03-30") for body in MERGED),
        *((f"{TABLE}--{body}--member-of", "2018-03-30") for body in MERGED),
        *((f"{whole}--{body}--part-of", "2018-03-30") for body in MERGED for whole in WHOLES),
    }


def test_a_record_of_2017_that_knows_no_successor_is_given_the_same_ones(leeds: Snapshot) -> None:
    record = in_2017(leeds)
    found = scenario(record.on(record.default_day), [MERGER])
    assert bodies(found.after) == bodies(found.before) - MERGED | {HEIR}
    assert {row for row in ties(found.after) if HEIR in row} - {
        (one, "SUCCEEDED_BY", HEIR, "merger") for one in MERGED
    } == NOT_SAID_OF_THE_HEIR
    heir = found.after.snapshot.entities[HEIR]
    assert (heir.name, heir.label, heir.sector, heir.tier, heir.basis) == (
        "NHS Leeds CCG", "Organisation", "nhs", "city", "scenario",
    )  # fmt: skip


def test_the_merger_is_told_in_a_sentence_and_row_by_row(leeds: Snapshot) -> None:
    report = whatif(leeds.on(EVE), [MERGER])
    three = (
        "NHS Leeds North Clinical Commissioning Group, NHS Leeds South and East Clinical Commissioning Group and NHS "
        "Leeds West Clinical Commissioning Group"
    )
    otherwise = {each.title for each in report.parts} & {each.question for each in ANALYSES.values()}
    otherwise = {each.title for each in report.parts} & {each.question for each in ANALYSES.values()}
    assert report.lead[0].startswith(
        f"If {three} merged into NHS Leeds Clinical Commissioning Group, {len(otherwise)} of {len(ANALYSES)} analyses "
    )
    assert report.lead[0].endswith("would come out otherwise on 31 March 2018.")
    steps = next(part for part in report.parts if part.title == "What the steps do")
    assert {row[1:4] for row in steps.rows} == {
        (
            "becomes one",
            f"{three} are partners in the Leeds Academic Health Partnership",
            "NHS Leeds Clinical Commissioning Group is a partner in the Leeds Academic Health Partnership",
        ),
        *(
            (
                "becomes one",
                f"{three} are part of {whole}",
                f"NHS Leeds Clinical Commissioning Group is part of {whole}",
            )
            for whole in ("Leeds’ six major NHS organisations", "local commissioners")
        ),
    }
    same = report.parts[-1].lead.partition(": ")[2].partition(".")[0].split(", ")
    assert {"lines-upward", "only-way-up", "layers", "loops"} <= set(same)
    assert {"sitting-together", "if-it-stopped", "strategies"}.isdisjoint(same)


PAGE = (Path(__file__).parents[2] / "docs" / "whatif.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    return PAGE.split(f"```{language}\n")[1].split("```")[0]


def test_the_file_that_the_page_shows_is_a_scenario_of_leeds(leeds: Snapshot) -> None:
    steps = read_scenario("one-trust.toml", block("toml").encode())
    found = scenario(leeds.on(leeds.default_day), steps)
    assert [one.verb for one in steps] == ["merge", "split", "add-line", "end"]
    assert found.supposed == "the 4 steps of this scenario were taken"


@pytest.mark.slow
def test_the_commands_that_the_page_shows_run(ecosystem: Ecosystem) -> None:
    ended = [ecosystem(*shlex.split(line)[1:]) for line in block("sh").splitlines()]
    assert [each.code for each in ended] == [0, 0, 0]
    assert all("come out otherwise" in " ".join(each.out.split()) for each in ended)


def test_an_end_after_the_day_looked_at_changes_nothing_on_it(leeds: Snapshot) -> None:
    view = leeds.on(leeds.default_day)
    looked_back_on = {end for fact in view.facts if is_past(view, fact) for end in (fact.subject, fact.object)}
    ending = sorted(looked_back_on & bodies(view))
    assert ending
    after = scenario(view, [End(bodies=tuple(ending), on="2030")]).after
    assert {fact.id for fact in after.facts if is_past(after, fact)} == {
        fact.id for fact in view.facts if is_past(view, fact)
    }
    assert (bodies(after), ties(after)) == (bodies(view), ties(view))
