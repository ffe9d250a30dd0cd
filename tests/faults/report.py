"""What full runs counted: the page `docs/soak.md`, and the table that the README takes from it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.catalogue import FAULTS, KINDS

REPOSITORY = Path(__file__).parents[2]
PAGE, README = REPOSITORY / "docs" / "soak.md", REPOSITORY / "README.md"
BLOCK = re.compile(r"(?<=<!-- soak -->\n).*?(?=<!-- /soak -->)", re.DOTALL)

_ROW = re.compile(r"^\| (\d+) \| .* \| ([\d,]+) \| ([\d,]+) \| ([\d.]+) s \|$", re.MULTILINE)

_OPENING = """# Faults survived

`make soak` injects every fault below into real processes and a real Neo4j, and writes this page from what it counted;
a run of some faults only renews their lines.
A fault is survived if register, graph and journal hold the content before or the content after, if the next import
then works without anybody's help, and if whoever imported was told the cause and the next step, with neither traceback
nor secret. The recovery is the longest time from a fault to the answer, or to the next import done. `make test`
injects about a tenth.
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How often a fault was injected and survived, and the seconds of the slowest recovery."""

    number: int
    injected: int
    survived: int
    slowest: float


def table(counts: Iterable[Count]) -> str:
    """Return the counts fault by fault."""
    titles = {fault.number: fault.title for fault in FAULTS}
    rows = ((str(each.number), titles[each.number], *_cells(each)) for each in counts)
    return _table(("", "fault", "injected", "survived", "slowest recovery"), rows)


def summary(counts: Sequence[Count]) -> str:
    """Return the counts kind by kind."""
    kinds = {fault.number: fault.kind for fault in FAULTS}
    grouped = ((kind, [each for each in counts if kinds[each.number] == kind]) for kind in KINDS)
    rows = ((kind, *_cells(_sum(group))) for kind, group in grouped if group)
    return _table(("fault", "injected", "survived", "slowest recovery"), rows)


def page(counts: Sequence[Count]) -> str:
    """Return the whole page."""
    return f"{_OPENING}\n{summary(counts)}\n## Fault by fault\n{table(counts)}"


def counts_of(text: str) -> list[Count]:
    """Return the counts that a page tells."""
    return [Count(int(number), _number(injected), _number(survived), float(slowest))
            for number, injected, survived, slowest in _ROW.findall(text)]  # fmt: skip


def keep(counts: Iterable[Count]) -> None:
    """Write the page with these counts in the place of older ones, and its first table into the README."""
    known = counts_of(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else []
    renewed = {count.number: count for count in (*known, *counts)}
    every = [renewed[number] for number in sorted(renewed)]
    PAGE.write_text(page(every), encoding="utf-8")
    readme = BLOCK.sub(lambda _: summary(every), README.read_text(encoding="utf-8"))
    README.write_text(readme, encoding="utf-8")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---", *(["---"] if not header[0] else []), "--:", "--:", "--:"], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(count: Count) -> tuple[str, str, str]:
    return f"{count.injected:,}", f"{count.survived:,}", f"{count.slowest:.1f} s"


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _sum(group: Sequence[Count]) -> Count:
    return Count(
        0,
        sum(each.injected for each in group),
        sum(each.survived for each in group),
        max(each.slowest for each in group),
    )
