"""Text that tries to be more than text, and a dataset that has it in every field."""

from dataclasses import fields, replace
from typing import Any

from ecosystem.model import Code, Dataset, Entity, Fact, Source, Statement
from ecosystem.snapshot import Snapshot

PAYLOADS = (
    "</script><script>window.__pwned=1</script>",
    "<img src=x onerror=window.__pwned=1>",
    "<svg/onload=window.__pwned=1>",
    '"><b>',
    "' onmouseover='window.__pwned=1'",
    "<!--<script>",
    "]]>",
    "line\u2028separator",
    "{{7*7}}",
    "{% raw %}",
    "javascript:window.__pwned=1",
    "data:text/html,<script>window.__pwned=1</script>",
    "&lt;script&gt;",
    "\\u003cscript",
    "\u202eright to left",
    "a" * 10_000,
    "__proto__",
    "constructor",
    "half \ud800 a pair",
    "<style>@import url(https://example.invalid/x.css)</style>",
    "<base href=https://example.invalid/>",
    "<meta http-equiv=refresh content=0;url=https://example.invalid/>",
)

_TEXT = {"name", "short_name", "note", "value", "unit", "title", "publisher", "contact", "licence", "form"}


def _filled(row: Any, payload: str) -> Any:
    texts = {field.name: payload for field in fields(row) if field.name in _TEXT}
    return replace(row, **texts, **({"aliases": (payload, payload + "2")} if isinstance(row, Entity) else {}))


def hostile(payload: str) -> Snapshot:
    """Return a dataset with the payload in each id and text."""
    cited = {"sources": ("s:1",), "evidence_date": "2020"}
    board, trust, plan = f"{payload}-board", payload, f"{payload}-plan"
    rows = [
        Source(id="s", code="1", title="", kind="document", date="2020", url=payload),
        Source(id="t", code="2", title="", kind="document", date="2020", url="https://example.org/document"),
        Entity(id=board, label="Board", name="", tier="city", sector="odd", **cited),
        Entity(id=trust, label="Organisation", name="", sector=payload, tier=payload, **cited),
        Entity(id=plan, label="Strategy", name="", **cited),
        Fact(id=f"{payload}-seat", subject=trust, relation="MEMBER_OF", object=board, role=payload, **cited),
        Fact(id=f"{payload}-over", subject=board, relation="OVERSEES", object=plan, **cited),
        Fact(id=f"{payload}-shown", subject=board, relation="SHOWN_ON", object="t", role=payload, **cited),
        Fact(id=f"{payload}-line", subject=trust, relation="REPORTS_TO", object=board, evidence_date="2020"),
        Statement(id=f"{payload}-figure", subject=board, property=payload, **cited),
        Code(list="sector", code="odd", title="", position=1),
        Code(list="tier", code="city", title="", position=1),
    ]
    dataset = Dataset(id="hostile", title=payload, contact=payload, as_of="2020")
    return Snapshot.of([_filled(row, payload) for row in rows], dataset)
