"""What the rules of governance find in Exampleton, which states its reporting lines."""

from ecosystem.audit import findings
from ecosystem.snapshot import Snapshot

UNCHAIRED = ("carers-forum", "digital-panel", "estates-group", "exampleton-partnership", "finance-group", "hill-lcp",
             "north-vale-lcp", "quality-committee", "scrutiny-panel", "shire-alliance", "south-vale-lcp")  # fmt: skip
SILENT = ("carers-forum", "estates-group", "exampleton-partnership", "health-board", "scrutiny-panel", "shire-alliance")


def test_what_is_found_in_exampleton(exampleton: Snapshot) -> None:
    found = {finding.key for finding in findings(exampleton.on(exampleton.default_day), 3)}
    assert found == {
        *(f"no-known-chair:{table}" for table in UNCHAIRED),
        *(f"no-stated-line-upward:{table}" for table in SILENT),
        "only-inferred-line-upward:hill-lcp",
        "post-without-holder:hospitals-chief-executive",
        "plan-without-owner:health-strategy",
        "strategy-without-successor:estates-plan",
        "body-without-link:estates-group",
        "sector-missing:delivery-group:third-sector",
        "sector-missing:health-board:gps",
        "sector-missing:north-vale-lcp:nhs",
    }
