"""The record of 2017 takes the CCG merger as an update: planned, proposed, accepted in part, in the graph."""

import dataclasses
from pathlib import Path

import pytest
from cli.conftest import Ecosystem
from leeds.test_merger import MERGED, TABLE, unmerged

from ecosystem.model import Entity, Fact
from ecosystem.snapshot import Snapshot
from ecosystem.store import Settings, connect
from ecosystem.tables import read_dataset, write_dataset

HEIR = "nhs-leeds-ccg"
UPDATE = """\
id,subject,relation,object,role,start_date,basis,sources
,NHS Leeds North CCG,SUCCEEDED_BY,NHS Leeds Clinical Commissioning Group,merger,2018-04,stated,handbook:1267
,NHS Leeds South and East CCG,SUCCEEDED_BY,NHS Leeds Clinical Commissioning Group,merger,2018-04,stated,handbook:1267
,NHS Leeds West CCG,SUCCEEDED_BY,NHS Leeds Clinical Commissioning Group,merger,2018-04,stated,handbook:1267
"""
BODY = """\
id,name,short_name,aliases,sector,tier,start_date,basis,sources
nhs-leeds-ccg,NHS Leeds Clinical Commissioning Group,NHS Leeds CCG,,nhs,city,2018-04,stated,handbook:1267
"""


def in_2017(leeds: Snapshot) -> Snapshot:
    """Return the record without the merger, its heir, and whatever is said of that."""
    rows = [row for row in unmerged(leeds) if row.id != HEIR]
    about = {row.id for row in rows if isinstance(row, Fact) and HEIR in {row.subject, row.object}}
    kept = (row for row in rows if row.id not in about and getattr(row, "subject", "") != HEIR)
    return Snapshot.of(kept, dataclasses.replace(leeds.dataset, as_of="2017-12-31"))


@pytest.mark.neo4j
@pytest.mark.slow
def test_the_merger_is_imported_into_the_record_of_2017(
    ecosystem: Ecosystem,
    graph: Settings,
    leeds: Snapshot,
) -> None:
    write_dataset(in_2017(leeds), Path("leeds-2017"))
    data = ("--data", "leeds-2017")
    assert ecosystem("check", *data).code == 0
    assert ecosystem("apply", *data, "--yes").code == 0
    Path("update").mkdir()
    Path("update/organisations.csv").write_text(BODY, encoding="utf-8")
    Path("update/succession.csv").write_text(UPDATE, encoding="utf-8")

    planned = ecosystem("plan", "update", *data, "--exit-code")
    assert planned.code == 3
    assert "are not taken over by the successor, NHS Leeds Clinical Commissioning Group" in planned.out
    assert f"--accept {TABLE}--{HEIR}--member-of" in planned.out

    ends = {*MERGED, *(f"{TABLE}--{body}--member-of" for body in MERGED)}
    accepting = [f"--accept={row}" for row in sorted(ends)]
    assert ecosystem("import", "update", *data, *accepting, "--yes").code == 0
    after = read_dataset(Path("leeds-2017")).snapshot
    assert ended(after, ends) == ended(leeds, ends) == {(row, "2018-04") for row in ends}
    assert f"{TABLE}--{HEIR}--member-of" not in after.facts
    with connect(graph) as store:
        assert store.snapshot() == after


def ended(snapshot: Snapshot, ids: set[str]) -> set[tuple[str, str]]:
    return {(row.id, row.end_date) for row in snapshot if isinstance(row, Entity | Fact) and row.id in ids}
