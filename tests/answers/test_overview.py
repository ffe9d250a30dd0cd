"""The data counted, and the schema."""

from collections import defaultdict

from ecosystem.answers import Result, overview, schema
from ecosystem.model import BODIES, LABELS, RELATIONS
from ecosystem.snapshot import Snapshot


def totals(result: Result, column: int) -> dict[object, int]:
    sums: dict[object, int] = defaultdict(int)
    for row in result.rows:
        assert isinstance(row[column], int)
        sums[row[0]] += row[column]
    return sums


def test_the_parts_of_the_overview_add_up(exampleton: Snapshot) -> None:
    view = exampleton.on(exampleton.default_day)
    sums = totals(overview(view), 2)
    assert sums["entities"] == len(view.entities)
    assert sums["facts"] == sums["facts by basis"] == len(view.facts)
    assert overview(view).notes == ("Left out on 5 March 2024: 1 fact ended or not yet begun.",)


def test_the_whole_record_counts_every_fact(exampleton: Snapshot) -> None:
    assert totals(overview(exampleton.on(None)), 2)["facts"] == len(exampleton.facts)


def test_the_schema_names_every_label_and_relation_with_its_ends(exampleton: Snapshot) -> None:
    rows = {(row[0], row[1]): row for row in schema(exampleton).rows}
    assert {name for section, name in rows if section == "labels"} == {*LABELS, "Statement"}
    assert {name for section, name in rows if section == "relations"} == set(RELATIONS)
    assert rows["labels", "Board"][2] == 8
    assert rows["relations", "REPORTS_TO"][4:] == ("Body", "Body")
    assert rows["relations", "HOLDS"][4:] == ("Person", "Post")
    assert rows["relations", "COVERS"][4:] == ("anything", "Place")
    assert not BODIES & set(str(rows["relations", "OVERSEES"][5]).split(", "))
