"""Exampleton with everything in it that a query and its twin could read differently."""

from dataclasses import replace

from answers.asking import complete, fact

from ecosystem.model import Entity, Source, Statement
from ecosystem.snapshot import Snapshot


def tangled(exampleton: Snapshot) -> Snapshot:
    """Return Exampleton with lines both ways, seats in several roles and periods, and rows that hardly say a thing."""
    rows = (row for row in exampleton if row is not exampleton.dataset)
    return Snapshot.of([*rows, *_SOURCES, *_ENTITIES, *_SEATS, *_LINES, *_PLANS, *_STATEMENTS], exampleton.dataset)


_SOURCES = (Source(id="leaflet", title="Leaflet"), Source(id="report", title="Annual report", date="2021-06"))

_ENTITIES = (
    Entity(id="new-group", label="Board", name="New Group", sources=("leaflet",)),
    Entity(id="b-example", label="Person", name="Blair Example", sources=("report:p3",), evidence_date="2021"),
    Entity(id="c-example", label="Person", name="Casey Example", sources=("leaflet:1",)),
    Entity(id="head-of-both", label="Post", name="Head of Both", sources=("report:12-14", "report:s2.1", "report:9")),
    Entity(id="loose-post", label="Post", name="Loose Post", start_date="2022", sources=("report:12",)),
    Entity(id="vision", label="Strategy", name="Vision", end_date="2023", sources=("report:item4",)),
    Entity(
        id="compact", label="Strategy", name="Compact", form="agreement", start_date="2021-06", sources=("leaflet:2",),
    ),
    Entity(id="falls-project", label="Programme", name="Falls project", sources=("report:2",), basis="implied"),
    Entity(
        id="young-lcp", label="LocalCarePartnership", name="Young Local Care Partnership", start_date="2023-07",
        sources=("minutes-2024:s1",),
    ),
)  # fmt: skip

_SEATS = (
    fact("exampleton-council", "MEMBER_OF", "health-board", role="chair", at="report:1"),
    fact("exampleton-council", "MEMBER_OF", "finance-group", at="report:1", start_date="2015", end_date="2017-06"),
    fact("exampleton-council", "MEMBER_OF", "finance-group", at="report:1", start_date="2018-02", end_date="2019"),
    fact("university-of-exampleton", "MEMBER_OF", "digital-panel", at="constitution-2023:s6", start_date="2023-08"),
    fact("general-practice", "MEMBER_OF", "digital-panel", role="observer", basis="implied"),
    fact("finance-group", "MEMBER_OF", "health-board", basis="shown"),
    fact("head-of-both", "MEMBER_OF", "delivery-group", role="deputy chair", at="report:5 leaflet"),
    fact("head-of-both", "MEMBER_OF", "young-lcp"),
    fact("integration-team", "MEMBER_OF", "north-vale-lcp", end_date="2024-03"),
    fact("a-example", "MEMBER_OF", "quality-committee", role="chair"),
    fact("b-example", "MEMBER_OF", "new-group", role="chair", at="report:p3"),
    fact("head-of-both", "PART_OF", "exampleton-council", at="report:9", end_date="2023-09-30"),
    fact("head-of-both", "PART_OF", "exampleton-hospitals", start_date="2023-10-01", basis="implied"),
    fact("b-example", "PART_OF", "university-of-exampleton", at="report:p3"),
    fact("b-example", "HOLDS", "head-of-both", at="report:p3"),
    fact("c-example", "HOLDS", "head-of-both", at="leaflet:1"),
    fact("a-example", "HOLDS", "loose-post"),
    fact("hill-lcp", "PARTNERS_WITH", "carers-forum", basis="implied"),
    fact("exampleton-council", "PARTNERS_WITH", "hill-lcp", start_date="2024-03"),
    fact("general-practice", "ATTENDED", "hill-lcp", start_date="2024-02"),
    fact("shire-integrated-board", "SUPPORTS", "young-lcp"),
    fact("young-lcp", "ATTENDED", "health-board"),
)

_LINES = (
    fact("health-board", "REPORTS_TO", "delivery-group", role="reports"),
    fact("delivery-group", "OVERSEES", "finance-group", role="directs"),
    fact("delivery-group", "OVERSEES", "finance-group", at="leaflet:4"),
    fact("finance-group", "OVERSEES", "delivery-group", basis="implied"),
    fact("exampleton-partnership", "OVERSEES", "digital-plan", role="leads", at="report:8"),
    fact("exampleton-council", "OVERSEES", "digital-plan", end_date="2025"),
    fact("exampleton-partnership", "OVERSEES", "third-sector"),
    fact("estates-group", "REPORTS_TO", "new-group", basis="inferred", note="its name", at="leaflet"),
    fact("estates-group", "PART_OF", "new-group", at="leaflet:3", basis="implied"),
    fact("new-group", "PART_OF", "delivery-group"),
    fact("delivery-group", "PART_OF", "exampleton-partnership", basis="shown"),
    fact("exampleton-partnership", "PART_OF", "exampleton", start_date="2020", end_date="2024-06"),
    fact("old-exampleton-authority", "SUCCEEDED_BY", "exampleton-council", role="split"),
)

_PLANS = (
    fact("exampleton-council", "OWNS", "vision"),
    fact("third-sector", "OWNS", "compact"),
    fact("exampleton-council", "OWNS", "compact", basis="implied", at="report:3"),
    fact("exampleton-council", "OWNS", "compact", at="report:3", end_date="2022"),
    fact("health-board", "OWNS", "health-strategy", basis="inferred", note="it directs it"),
    fact("general-practice", "SUPPORTS", "health-strategy"),
    fact("health-board", "DELIVERS", "health-strategy", at="report:3"),
    fact("health-board", "HAS_PRIORITY", "fewer-falls", basis="implied"),
    fact("falls-project", "HAS_PRIORITY", "fewer-falls", at="report:2"),
    fact("falls-project", "HAS_PRIORITY", "fewer-falls", at="report:2", start_date="2022"),
    fact("falls-project", "CONTRIBUTES_TO", "fewer-falls"),
    fact("vision", "CONTRIBUTES_TO", "health-strategy", at="report:item4"),
    fact("compact", "SHOWN_ON", "report", role="Plans", basis="shown"),
    fact("vision", "SHOWN_ON", "constitution-2023", basis="shown"),
)

_STATEMENTS = (
    complete("health-board", "yes"),
    complete("health-board", "no", "y"),
    complete("delivery-group", "yes", "x"),
    replace(complete("delivery-group", "yes", "t"), evidence_date="2021"),
    replace(complete("digital-panel", "yes", "s"), evidence_date="2022"),
    replace(complete("north-vale-lcp", "yes", "r"), evidence_date="2022", end_date="2024"),
    complete("finance-group", "", "w"),
    Statement(id="v", subject="new-group", property="staff", value="7", unit="people", sources=("report:9", "report")),
    Statement(id="u", subject="new-group", property="nature", sources=("report:9",), end_date="2022-12"),
)
