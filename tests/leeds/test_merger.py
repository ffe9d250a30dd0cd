"""The merger of three CCGs, brought in as an update to the record of before: exactly what follows is proposed."""

import dataclasses

from ecosystem.model import Dataset, Fact, Row
from ecosystem.plan import ALL, accepted, difference, impact, proposals
from ecosystem.rules import check
from ecosystem.snapshot import Snapshot

MERGED = {"nhs-leeds-north-ccg", "nhs-leeds-south-and-east-ccg", "nhs-leeds-west-ccg"}
TABLE = "leeds-academic-health-partnership"
WHOLES = {"leeds-six-major-nhs-organisations", "local-commissioners"}


def unmerged(leeds: Snapshot) -> list[Row]:
    """Return the rows as somebody would have had them before the merger: nothing of the three has ended."""
    rows: list[Row] = []
    for row in leeds:
        if row.id in MERGED:
            rows.append(dataclasses.replace(row, end_date=""))  # type: ignore[call-arg]
        elif isinstance(row, Fact) and row.subject in MERGED and row.relation == "MEMBER_OF":
            rows.append(dataclasses.replace(row, end_date="", sources=row.sources[:1], note=""))
        elif not isinstance(row, Dataset) and not _is_merger(row):
            rows.append(row)
    return rows


def _is_merger(row: Row) -> bool:
    return isinstance(row, Fact) and row.relation == "SUCCEEDED_BY" and row.subject in MERGED


def test_the_merger_proposes_the_ends_of_three_bodies_and_one_seat_of_their_successor(leeds: Snapshot) -> None:
    before = Snapshot.of(unmerged(leeds), leeds.dataset)
    after = Snapshot.of([*unmerged(leeds), *filter(_is_merger, leeds)], leeds.dataset)
    found = proposals(after, difference(before, after))
    ended = {(one.change.row.id, one.change.row.end_date) for one in found if one.change.before}  # type: ignore[union-attr]
    assert ended == {
        *((body, "2018-04") for body in MERGED),
        *((f"{TABLE}--{body}--member-of", "2018-04") for body in MERGED),
        *((f"{whole}--{body}--part-of", "2018-04") for body in MERGED for whole in WHOLES),
    }
    added = [one.change.after for one in found if not one.change.before]
    rows = {(row.object, row.role, row.start_date, row.basis) for row in added if isinstance(row, Fact)}
    assert rows == {
        (TABLE, "partner", "2018-04", "inferred"),
        *((whole, "", "2018-04", "inferred") for whole in WHOLES),
    }
    assert {row.subject for row in added if isinstance(row, Fact)} == {"nhs-leeds-ccg"}
    done = accepted(after, found, {ALL})
    assert (check(done), proposals(done, difference(before, done))) == (check(leeds), ())


def test_the_merger_leaves_three_seats_that_nobody_is_said_to_have_taken_over(leeds: Snapshot) -> None:
    before = Snapshot.of(unmerged(leeds), leeds.dataset)
    found = impact(before, leeds, difference(before, leeds)).sentences
    three = (
        "NHS Leeds North Clinical Commissioning Group, NHS Leeds South and East Clinical Commissioning Group and "
        "NHS Leeds West Clinical Commissioning Group"
    )
    place = "the Leeds Academic Health Partnership"
    heir = "NHS Leeds Clinical Commissioning Group"
    assert found == (
        f"{three} end.",
        f"{three} still have 1 affiliation each without an end date, with local commissioners.",
        f"{three} leave {place}.",
        f"The seats of {three} at {place} are not taken over by the successor, {heir}.",
    )
