"""Analyses of tables: which gather the same bodies, and which sectors are named at which."""

from collections.abc import Collection, Iterator

from ecosystem.answers.analyses.analysis import Analysis, Told
from ecosystem.answers.analyses.inference import of_sources
from ecosystem.answers.analyses.naming import named, names
from ecosystem.answers.analyses.seats import BELONGS, NOT_NAMED, OWN_SECTORS, TOGETHER, sector_in_words
from ecosystem.measures.representation import Representation, representation
from ecosystem.measures.table_overlap import Likeness, Redundancy, TableOverlap, table_overlap
from ecosystem.results import Cells
from ecosystem.snapshot import View
from ecosystem.wording import NOT_STATED, capitalised, counted, listed, name_in_sentence, share_in_words

COMPLETE = "list_complete"


def _overlap(view: View) -> Told:
    found = table_overlap(view)
    return Told(
        sentence=_most_alike(view, found),
        columns=("table", "bodies", "pairs", "meet_elsewhere", "most_like", "at_both", "of_all_at_either"),
        rows=tuple(_overlapping(view, found, one) for one in found.redundancy),
        ground=found.ground,
        cautions=tuple(_cautions_on_overlap(found)),
    )


def _most_alike(view: View, found: TableOverlap) -> str:
    if not found.alike:
        return "No two tables are known to have a body in common."
    first, *others = [one for one in found.alike if one.share == found.alike[0].share]
    share = share_in_words(len(first.both), first.either)
    both = counted(len(first.both), "is", "are")
    of_all = f"Of {counted(first.either, 'body', 'bodies')} at {_either(view, first)}, {both} at both"
    if not others:
        return f"{of_all} ({share}); no other two tables have as great a share in common."
    alike = counted(len(others), "other pair of tables has", "other pairs of tables have")
    return f"{of_all} ({share}); no other two tables have a greater share in common, and {alike} as great a one."


def _either(view: View, one: Likeness) -> str:
    first, second = (name_in_sentence(view.snapshot, table) for table in (one.first, one.second))
    return f"{first} or {second}"


def _overlapping(view: View, found: TableOverlap, one: Redundancy) -> Cells:
    alike = found.most_like.get(one.table, ())
    others = names(view, (like.second if like.first == one.table else like.first for like in alike))
    at_both, of_all = (len(alike[0].both), alike[0].either) if alike else (0, None)
    return view.name_of(one.table), one.bodies, one.pairs, one.meeting_elsewhere, others, at_both, of_all


def _cautions_on_overlap(found: TableOverlap) -> Iterator[str]:
    if found.too_small:
        tables = counted(len(found.too_small), "table", "tables")
        yield f"Not defined for {tables} at which fewer than two bodies are known to be."
    yield "Tables may have the same members for good reasons: what they are for is not compared."
    yield "A list of members that is not stated to be complete may hide what tables have in common."
    yield TOGETHER
    yield BELONGS
    yield NOT_NAMED


def _representation(view: View) -> Told:
    found = representation(view)
    return Told(
        sentence=_least_named(view, found),
        columns=("table", "named", "nobody_named_of", "list_complete"),
        rows=tuple(_named_at(view, found, table) for table in found.named),
        ground=found.ground,
        cautions=tuple(_cautions_on_representation(view, found)),
    )


def _named_at(view: View, found: Representation, table: str) -> Cells:
    at = found.named[table]
    known = (sector for sector in (*found.sectors, "") if sector in at)
    number = tuple(f"{sector_in_words(view, sector)} {len(at[sector]):,}" for sector in known)
    missing = tuple(sector_in_words(view, sector) for sector in found.missing_at(table))
    said = {statement.value for statement in view.statements_about(table, COMPLETE)} - {""}
    return view.name_of(table), number, missing, min(said, default=NOT_STATED)


def _least_named(view: View, found: Representation) -> str:
    tables = counted(len(found.named), "table at which anybody is named", "tables at which anybody is named")
    if not found.named or not found.sectors:
        return f"Of the {tables}, none can be told by sector." if found.named else "Nobody is named at any table."
    held = {sector: len(found.tables_with(sector)) for sector in found.sectors}
    fewest, most = min(held.values()), max(held.values())
    if fewest == most:
        return f"Of the {tables}, each sector is named at {fewest:,}."
    least, often = (_sectors(view, [one for one, number in held.items() if number == each]) for each in (fewest, most))
    where = f"at the fewest, {fewest:,}" if fewest else "at none"
    return f"Of the {tables}, {least} {where}, and {often} at the most, {most:,}."


def _sectors(view: View, sectors: Collection[str]) -> str:
    titles = listed(view.snapshot.title_of("sector", sector) for sector in sectors)
    return f"the sector {titles} is named" if len(sectors) == 1 else f"the sectors {titles} are each named"


def _cautions_on_representation(view: View, found: Representation) -> Iterator[str]:
    missing = {table: found.missing_at(table) for table in found.named}
    if full := [table for table, sectors in missing.items() if not sectors]:
        yield f"{capitalised(named(view, full))}: all sectors are named."
    if found.unnamed:
        yield f"Nobody is named at {counted(len(found.unnamed), 'other table')}, which say nothing of any sector."
    yield "That a sector is not named may be proper: which sectors ought to sit at a table is not recorded."
    yield "Only a list that is stated to be complete tells who does not sit there."
    yield "One seat may be stated at two grains, so that numbers are of who is named and not of seats."
    if found.unclassified:
        yield f"{counted(len(found.unclassified), 'member has', 'members have')} no sector."
    yield OWN_SECTORS


TABLES = (
    Analysis(
        "overlapping-tables",
        "Which tables duplicate each other?",
        "Measured: bodies at both of two tables, of those at either (Jaccard); and of the pairs of bodies "
        "at a table, how many meet at another too (redundancy, after Latapy and others).",
        of_sources(_overlap),
    ),
    Analysis(
        "missing-sectors",
        "Which sectors are missing from which table?",
        "Measured: how many members of each sector are named at each table, constituencies too, and of which sectors "
        "nobody is.",
        of_sources(_representation),
    ),
)
