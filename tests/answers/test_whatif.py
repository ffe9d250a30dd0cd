"""What would be otherwise: the sentence to quote, what it means, what the steps do, and every analysis of both."""

from datetime import date

import pytest
from scenario.made_up import DAY, entity, fact, record, seat

from ecosystem.answers import ANALYSES, Effort, whatif
from ecosystem.answers.whatif.comparers import COMPARED, NOT_COMPARED
from ecosystem.audit import RULES
from ecosystem.model import BASES, Source
from ecosystem.problems import UsageError
from ecosystem.results import Part, Report
from ecosystem.scenario import AddLine, End, Merge, Remove, RemoveLine, Step, as_if_asserted, scenario
from ecosystem.snapshot import Snapshot
from ecosystem.wording import number_in_words

ROWS = [
    entity("a", sector="nhs"), entity("b", sector="nhs"), entity("board", "Board"), entity("panel", "Board"),
    seat("a", "board", "chair"), seat("b", "board"), fact("panel", "REPORTS_TO", "board", "reports"),
]  # fmt: skip
AB = Merge(bodies=("A", "B"), into="New Trust")


def told(*steps: Step, rows: list[object] = ROWS, day: date = DAY) -> Report:  # type: ignore[assignment]
    return whatif(record(*rows).on(day), steps)  # type: ignore[arg-type]


def part(report: Report, title: str) -> Part:
    return next(each for each in report.parts if each.title == title)


def test_it_opens_with_what_is_supposed_and_how_much_comes_out_otherwise() -> None:
    report = told(AB)
    otherwise = {each.title for each in report.parts} & {each.question for each in ANALYSES.values()}
    number = number_in_words(len(otherwise))
    rules = sum(": " in each.title for each in report.parts)
    of_rules = f"{number_in_words(rules)} of {len(COMPARED)} rules of governance"
    come_out = f"{number} of {len(ANALYSES)} analyses and {of_rules} would come out otherwise on 30 June 2024."
    assert report.lead == (
        f"If A and B merged into New Trust, {come_out}",
        "This is a scenario: no source says it, and it changes no file and no graph.",
    )
    assert [each.title for each in report.parts[:2]] == ["What that would mean", "What the steps do"]


def test_every_analysis_is_told_of_either_as_otherwise_or_as_the_same() -> None:
    report = told(AB)
    same = part(report, "What would stay the same").lead
    named = {name for name in ANALYSES if name in same.partition(": ")[2].partition(".")[0].split(", ")}
    sections = {each.title for each in report.parts}
    assert {ANALYSES[name].question for name in named} | sections >= {each.question for each in ANALYSES.values()}
    assert {ANALYSES[name].question for name in named} & sections == set()
    assert same.startswith(f"{len(named)} analyses would come out the same: ")


def test_an_analysis_is_told_in_the_scenario_and_as_recorded_with_the_rows_that_differ() -> None:
    step = RemoveLine(line=("Panel", "reports to", "Board"))
    upward, supposed = ANALYSES["lines-upward"], scenario(record(*ROWS).on(DAY), [step])
    lines = part(told(step), upward.question)
    after, before = (upward.told(view, Effort()).sentence for view in (supposed.after, supposed.before))
    assert lines.lead == f"{after} As recorded: {before}"
    assert {row[:2] for row in lines.rows} == {("otherwise", "Panel"), ("otherwise", "Board")}


def test_what_the_steps_mean_is_told_on_the_day_looked_at_not_on_a_later_one() -> None:
    report = told(AB, rows=[*ROWS, entity("c", start_date="2024-09")])
    assert part(report, "What that would mean").rows == (
        ("A and B end.",),
        ("New Trust is new.",),
        ("Board is now chaired by New Trust, no longer by A.",),
        ("B leaves Board.",),
    )
    assert report.as_of == DAY


def test_seats_come_before_other_lines_and_each_row_has_its_source() -> None:
    report = told(AB, rows=[entity("a1-plan", "Strategy"), fact("a", "OWNS", "a1-plan"), *ROWS])
    steps = part(report, "What the steps do")
    assert [row[:3] for row in steps.rows] == [
        (1, "becomes one", "A chairs Board; B sits on Board"),
        (1, "passes on", "A owns A1-Plan"),
    ]
    assert [row[3] for row in steps.rows] == ["New Trust chairs Board", "New Trust owns A1-Plan"]
    assert {row[5] for row in steps.rows} == {"Page, line 2"}


def test_several_steps_are_told_in_order_and_many_are_counted() -> None:
    report = told(RemoveLine(line=("A", "chairs", "Board")), AddLine(line=("B", "chairs", "Panel")))
    assert report.lead[0].startswith("If A no longer chaired Board, and if B chaired Panel, ")
    assert part(report, "What the steps do").lead == (
        "Step 1: suppose A no longer chaired Board. Step 2: suppose B chaired Panel."
    )
    many = told(*(AddLine(line=(one, "sits on", table)) for one in ("A", "B") for table in ("Board", "Panel")))
    assert many.lead[0].startswith("If the 4 steps of this scenario were taken, ")


def test_a_scenario_that_changes_nothing_says_so() -> None:
    report = told(AddLine(line=("Panel", "reports to", "Board")))
    assert report.lead[0] == "If Panel reported to Board, nothing would be otherwise on 30 June 2024."
    assert [row[1] for row in part(report, "What the steps do").rows] == ["is there already"]
    report = told(End(bodies=("A",), on="2030"))
    assert report.lead[0] == "If A ended in 2030, nothing would be otherwise on 30 June 2024."
    assert part(report, "What the steps do").lead.endswith(
        "No formal connection that is shown on the day would be another one."
    )
    assert part(report, "What the steps do").notes == (
        "Step 1: The day looked at is not after 2030: --as-of a later one shows the end.",
    )


def test_names_that_only_a_step_between_knows_are_told_too() -> None:
    report = told(AB, AddLine(line=("New Trust", "sits on", "Panel")), Remove(bodies=("New Trust",)))
    said = [row[2:4] for row in part(report, "What the steps do").rows if row[0] == 2]
    assert said == [("", "New Trust sits on Panel")]


def test_a_line_that_only_a_step_before_has_brought_is_not_told_as_recorded() -> None:
    line = ("Panel", "sits on", "Board")
    report = told(AddLine(line=line), RemoveLine(line=line))
    said = [row[1:4] for row in part(report, "What the steps do").rows]
    assert said == [
        ("begins", "", "Panel sits on Board"),
        ("ends", "Panel sits on Board (by a step before)", ""),
    ]


def test_what_is_not_shown_on_the_day_is_not_told_to_be_lost() -> None:
    undated = Source(id="undated", title="Undated")
    seats = [seat("a", "board", sources=("undated:1",)), seat("b", "board", start_date="2020")]
    report = told(End(bodies=("A", "B")), rows=[*ROWS[:4], undated, *seats])
    assert part(report, "What that would mean").rows == (
        ("A and B end.",),
        ("B leaves Board.",),
        ("Board loses all its known seats.",),
    )
    assert [row[2] for row in part(report, "What the steps do").rows] == ["B sits on Board"]


def test_what_bases_that_are_not_looked_at_say_is_not_told_to_be_lost() -> None:
    report = whatif(record(*ROWS).on(DAY, ["inferred"]), [End(bodies=("A",))])
    assert part(report, "What that would mean").rows == (("A ends.",),)


def test_a_scenario_is_evidence_of_nothing() -> None:
    old = [entity("old", evidence_date="2010"), entity("new", evidence_date="2024-01")]
    report = told(AddLine(line=("Old", "partners with", "New")), rows=old)
    assert not any(each.title.endswith("stale-evidence") for each in report.parts)
    assert NOT_COMPARED in report.notes
    assert "not compared is stale-evidence, which asks how old evidence is" in NOT_COMPARED


def test_everything_may_be_removed() -> None:
    report = told(Remove(bodies=("A", "B", "Board", "Panel")))
    assert "nan" not in str(report).lower().split()
    assert report.lead[0].startswith("If A, B, Board and Panel were not in the record, ")


def test_a_line_that_a_scenario_adds_answers_the_rule_that_asks_for_one_and_every_rule_is_told_once() -> None:
    step = AddLine(line=("Board", "is accountable to", "A"))
    report = told(step)
    upward = part(report, "Note: no-stated-line-upward")
    assert upward.lead.endswith("0 findings in the scenario, 1 as recorded.")
    assert [row[:2] for row in upward.rows] == [("only as recorded", "Board")]
    named = [each for each in RULES if any(one.title.endswith(f": {each}") for one in report.parts)]
    same = part(report, "What would stay the same").lead.partition("governance would come out the same: ")[2]
    assert sorted([*named, *same.rstrip(".").split(", ")]) == sorted(each.id for each in COMPARED)


def test_what_a_rule_finds_otherwise_is_told_with_what_is_known_then() -> None:
    report = told(RemoveLine(line=("A", "chairs", "Board")))
    chair = part(report, "Note: no-known-chair")
    assert {row[:2] for row in chair.rows} == {("only in the scenario", "Board")}


def test_the_whole_record_is_no_day(exampleton: Snapshot) -> None:
    with pytest.raises(UsageError, match="the whole record is none"):
        whatif(exampleton.on(None), [AB])


def test_our_inference_counts_in_a_scenario_where_it_was_asked_for_and_only_there() -> None:
    views = record(*ROWS).on(DAY), record(*ROWS).on(DAY, BASES, named=True)
    sides = [scenario(view, [AB]) for view in views]
    assert [(side.after.asks_for_inference, as_if_asserted(side.after).asks_for_inference) for side in sides] == [
        (False, False), (True, True),
    ]  # fmt: skip


def test_how_much_is_done_never_goes_back_from_the_first_step_to_the_last_analysis() -> None:
    shares: list[float] = []
    effort = Effort(advance=lambda done, total: shares.append(done / total))
    whatif(record(*ROWS).on(DAY), [AB, RemoveLine(line=("Panel", "reports to", "Board"))], effort=effort)
    assert shares[:2] == [1 / 6, 1 / 3]
    assert shares == sorted(shares)
    assert shares[-1] <= 2 / 3
