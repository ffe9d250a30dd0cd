"""What changed in Leeds from the end of 2016 to the end of 2022, as far as the five documents say."""

from datetime import date

import pytest
from evidence.made_up import part

from ecosystem.answers import changes
from ecosystem.chronicle import Kind, chronicle
from ecosystem.model import basis_of
from ecosystem.results import Report
from ecosystem.snapshot import Snapshot

HANDBOOK = "Health and care in Leeds: An information handbook"
LAUNCH = "Leeds Health and Social Care Hub launches to improve outcomes across the region"
PARTNERS = "Partners put health and care at the top of their agenda"
CCGS = (
    "NHS Leeds North Clinical Commissioning Group, NHS Leeds South and East Clinical Commissioning Group and NHS Leeds "
    "West Clinical Commissioning Group"
)


@pytest.fixture(scope="module")
def report(leeds: Snapshot) -> Report:
    return changes(leeds.on(date(2022, 12, 31)), date(2016, 12, 31))


def told(report: Report, title: str, kind: str) -> dict[object, object]:
    return {row[1]: row[3] for row in part(title, report).rows if row[0] == kind}


def every(report: Report) -> list[str]:
    return [str(row[1]) for one in report.parts for row in one.rows]


def test_the_clinical_commissioning_groups_merged_in_april_2018(report: Report) -> None:
    merger = f"{CCGS} merged into NHS Leeds Clinical Commissioning Group in April 2018."
    assert told(report, "Bodies", "dated")[merger] == f"{HANDBOOK}, lines 1267-1269"
    assert not [each for each in every(report) if each.startswith("NHS Leeds Clinical Commissioning Group began")]


def test_the_other_bodies_that_began_on_a_written_day(report: Report) -> None:
    assert told(report, "Bodies", "dated").keys() - {
        f"{CCGS} merged into NHS Leeds Clinical Commissioning Group in April 2018."
    } == {
        "The Leeds Student Medical & The Light Local Care Partnership began in June 2020.",
        "Leeds Health and Social Care Hub began on 19 July 2022.",
    }


def test_the_renaming_of_the_regional_partnership_has_no_day(report: Report) -> None:
    renamed = (
        "In 2018 it is first documented that West Yorkshire and Harrogate STP was renamed the West Yorkshire & "
        "Harrogate Health and Care Partnership; the day is not stated."
    )
    assert told(report, "Bodies", "first documented")[renamed] == f"{HANDBOOK}, lines 1456-1457"


def test_the_chair_of_the_wellbeing_board_is_another_post_and_nobody_says_when_or_whether_it_passed_on(
    report: Report,
) -> None:
    assert told(report, "Seats and chairs", "not dated") == {
        (
            "In 2016 Lisa Mulherin chaired the Leeds Health and Wellbeing Board, holding the post of Executive Member "
            "for Health, Wellbeing and Adults Services; in 2018 the Executive Member for Adults, Health and Wellbeing "
            "chaired the Leeds Health and Wellbeing Board (who holds that post is not stated); whether and when the "
            "chair passed on is not stated."
        ): f"{PARTNERS}, line 33; {HANDBOOK}, lines 259-260, 306-308"
    }


def test_the_academic_partnership_loses_three_partners_by_the_merger_and_is_last_heard_of_for_the_others(
    report: Report,
) -> None:
    ended = f"Until April 2018 {CCGS} were partners in the Leeds Academic Health Partnership."
    assert told(report, "Seats and chairs", "dated") == {ended: f"{PARTNERS}, line 51; {HANDBOOK}, lines 1267-1269"}
    assert part("Seats and chairs", report).lead == (
        "Of 12 seats known before, seven are not confirmed since; nothing says that they have ended."
    )


def test_the_hub_begins_with_its_partners_and_no_source_says_that_it_follows_the_academic_partnership(
    report: Report,
) -> None:
    [partners] = [each for each in every(report) if each.endswith("are partners in Leeds Health and Social Care Hub.")]
    assert partners.startswith("On 19 July 2022 it is first documented that Department of Health and Social Care, ")
    assert partners.count(",") + 2 == 11
    both = [each for each in every(report) if "Academic Health Partnership" in each and "Social Care Hub" in each]
    assert both == []


def test_strategies_run_out_on_the_dates_of_their_titles_and_what_followed_is_not_stated(report: Report) -> None:
    dated = told(report, "Strategies and programmes", "dated")
    assert {each for each in dated if "ran out" in str(each)} == {
        f"The {title} ran out on 31 December {year}, as its title implies; what followed is not stated."
        for title, year in (
            ("Leeds Best Start Plan 2015-2019", 2019),
            ("Leeds Maternity Strategy 2015-2020", 2020),
            ("Leeds Health and Wellbeing Strategy 2016-2021", 2021),
        )
    }


def test_people_last_named_are_no_longer_known_and_nobody_is_said_to_have_left(report: Report) -> None:
    names = {"Sir Alan Langlands", "Lisa Mulherin"}
    unknown = told(report, "Posts and who holds them", "no longer known")
    assert {str(each).partition("whether ")[2].partition(" holds")[0] for each in unknown} == names
    assert all(str(each).endswith("last named 2016; present holder not stated.") for each in unknown)
    assert not told(report, "Posts and who holds them", "dated")
    assert not [each for each in every(report) if " left " in each]


def test_no_reporting_line_is_told_but_as_our_inference(report: Report) -> None:
    asserted = [one for one in report.parts if not one.title.startswith("Our own")]
    said = [str(row[1]) for one in asserted for row in one.rows]
    assert not [each for each in said if " reports to " in each or " report to " in each]
    ours = part("Our own inferences, which no document states", report)
    assert {row[2] for row in ours.rows} == {"inferred"}
    assert all(row[4] for row in ours.rows)


def test_the_steering_group_directs_the_hub_from_its_launch(report: Report) -> None:
    directs = (
        "On 19 July 2022 it is first documented that the Leeds Health and Social Care Hub Steering Group gives "
        "direction to Leeds Health and Social Care Hub."
    )
    lines = told(report, "Reporting, oversight, direction and belonging", "first documented")
    assert lines[directs] == f"{LAUNCH}, line 69"


def test_the_approval_of_the_academic_partnership_belongs_to_2016(leeds: Snapshot) -> None:
    year = changes(leeds.on(date(2016, 12, 31)), date(2015, 12, 31))
    endorsed = [each for each in every(year) if "endorsed" in each]
    sentence = (
        "Elected members and the Leeds City Council Executive Board endorsed business case setting out the purpose and "
        "ambition of the Partnership on 20 April 2016."
    )
    assert endorsed == [sentence]


def test_what_a_source_first_names_is_counted_and_not_told_as_news(report: Report) -> None:
    counted = [each for each in every(report) if "sources first" in each]
    shown = [each for each in counted if "41 boards" in each]
    assert shown == [
        (
            "In 2018 sources first show on a chart or list 41 boards, ten organisations, six partnerships and one team "
            "(Extended Primary Care Teams), which is not when they began: that is not stated."
        )
    ]
    assert (
        "In 2018 sources first name 31 seats at eight tables, which is not when they began: that is not stated."
        in counted
    )
    command = "ecosystem ask what-is-first-documented --earlier 2016-12-31 --as-of 2022-12-31 --format csv"
    assert f"`{command}` lists it all." in report.lead[1]
    assert report.lead[0].endswith("11 changes have a written date, of which 7 are not stated in so many words.")


def test_no_date_of_a_title_or_of_a_merger_is_told_as_stated(report: Report) -> None:
    found = {str(row[1]): row[2] for one in report.parts for row in one.rows if row[0] == "dated"}
    assert {basis for told, basis in found.items() if "as its title implies" in told} == {"implied", "shown"}
    assert {basis for told, basis in found.items() if told.startswith("Until April 2018")} == {"implied"}
    assert {told for told, basis in found.items() if basis == "stated"} == {
        f"{CCGS} merged into NHS Leeds Clinical Commissioning Group in April 2018.",
        "The Leeds Student Medical & The Light Local Care Partnership began in June 2020.",
        "Leeds Health and Social Care Hub began on 19 July 2022.",
        "Lincoln Green employment and skills project is dated from 2019.",
    }


@pytest.mark.parametrize(("earlier", "later"), [(2012, 2016), (2015, 2018), (2016, 2022), (2018, 2020)])
def test_every_row_of_a_sentence_rests_on_its_basis_or_a_date_is_implied(
    leeds: Snapshot, earlier: int, later: int
) -> None:
    for theme in chronicle(leeds, date(earlier, 12, 31), date(later, 12, 31)):
        for one in theme.told:
            [basis] = set(map(basis_of, one.rows))
            assert one.basis == basis or (one.kind is Kind.DATED and (basis, one.basis) == ("stated", "implied"))


def test_every_sentence_cites_a_source_or_gives_its_reason(leeds: Snapshot) -> None:
    for earlier, later in ((date(2012, 12, 31), date(2016, 12, 31)), (date(2016, 12, 31), date(2022, 12, 31))):
        for one in changes(leeds.on(later), earlier).parts:
            assert all(row[3] or (row[2] == "inferred" and row[4]) for row in one.rows)
