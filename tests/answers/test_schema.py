"""The schema: what queries are written against."""

from ecosystem.answers import schema
from ecosystem.model import BODIES, LABELS, RELATIONS
from ecosystem.snapshot import Snapshot


def test_the_schema_names_every_label_and_relation_with_its_ends(exampleton: Snapshot) -> None:
    rows = {(row[0], row[1]): row for row in schema(exampleton).rows}
    assert {name for section, name in rows if section == "labels"} == {*LABELS, "Statement"}
    assert {name for section, name in rows if section == "relations"} == {*RELATIONS, "ABOUT"}
    assert rows["relations", "ABOUT"][2] == rows["labels", "Statement"][2] == len(exampleton.statements)
    assert rows["labels", "Board"][2] == 8
    assert rows["relations", "REPORTS_TO"][4:] == ("Body", "Body")
    assert rows["relations", "HOLDS"][4:] == ("Person", "Post")
    assert rows["relations", "COVERS"][4:] == ("anything", "Place")
    assert not BODIES & set(str(rows["relations", "OVERSEES"][5]).split(", "))
