"""The rules of an audit as data, the gravest first; what looks for their kinds of gap stands beside."""

from collections.abc import Iterable, Mapping

from ecosystem.audit.rule import Rule, Severity
from ecosystem.evidence import Gap
from ecosystem.problems import UsageError, quoted
from ecosystem.rules import did_you_mean

LOCAL = "LocalCarePartnership"

_ALIVE = 'n.may_from <= date("{day}") <= n.may_until'
_NO_CHAIR = (
    f'MATCH (n:Board|Partnership|LocalCarePartnership) WHERE {_ALIVE} AND coalesce(n.form, "") <> "collection" '
    'AND NOT EXISTS { MATCH (:Entity)-[r:MEMBER_OF {role: "chair"}]->(n) WHERE r.basis <> "inferred" '
    'AND r.holds_from <= date("{day}") <= r.holds_until } RETURN n.name AS table ORDER BY table'
)
_NO_OWNER = (
    f"MATCH (n:Strategy|Programme) WHERE {_ALIVE} "
    'AND (n:Programme OR n.form IN ["strategy", "plan", "framework"]) '
    "AND NOT EXISTS { MATCH (:Entity)-[r:OWNS|DELIVERS|COMMISSIONS]->(n) WHERE r.basis <> "
    '"inferred" AND r.holds_from <= date("{day}") <= r.holds_until } RETURN n.name AS plan ORDER BY plan'
)
_NO_LINK = (
    f"MATCH (n:Body) WHERE {_ALIVE} AND NOT EXISTS {{ MATCH (n)-[r]-(:Entity) WHERE type(r) <> "
    '"SHOWN_ON" } RETURN n.name AS body ORDER BY body'
)
_MIXED = (
    "MATCH p = (n:Body)-[r:REPORTS_TO|OVERSEES*3..6]-(n) WHERE all(i IN range(0, size(r) - 1) WHERE "
    'r[i].basis <> "inferred" AND r[i].holds_from <= date("{day}") <= r[i].holds_until AND nodes(p)[i] = '
    'CASE type(r[i]) WHEN "REPORTS_TO" THEN startNode(r[i]) ELSE endNode(r[i]) END) '
    "RETURN DISTINCT n.name AS body, [one IN nodes(p) | one.name] AS way_up ORDER BY body, way_up"
)
_OUTLIVING = (
    "MATCH (n:Body)-[r:MEMBER_OF|REPORTS_TO|OVERSEES|PART_OF|OWNS|DELIVERS|COMMISSIONS|SUPPORTS|PARTNERS_WITH|"
    'REPRESENTS]-(o:Entity) WHERE n.may_until < date("{day}") <= o.may_until AND r.end_date IS NULL '
    "RETURN n.name AS body, n.end_date AS ended, type(r) AS relation, o.name AS other ORDER BY body, relation, other"
)


def _cypher(query: str) -> str:
    return f"ecosystem cypher '{query}'"


def _ask(question: str) -> str:
    return f"ecosystem ask {question} --as-of {{day}}"


def _analyse(name: str) -> str:
    return f"ecosystem analyse {name} --as-of {{day}}"


def _of_a_partnership(gap: Gap) -> bool:
    return gap.about.label == LOCAL


def _of_another_body(gap: Gap) -> bool:
    return gap.about.label != LOCAL


def _with_rows_beside(gap: Gap) -> bool:
    return len(gap.spoken_of) > 1


def _without_rows_beside(gap: Gap) -> bool:
    return len(gap.spoken_of) == 1


def _inferred(gap: Gap) -> bool:
    return bool(gap.settles)


def _not_inferred(gap: Gap) -> bool:
    return not gap.settles


_DECLARED = (
    Rule(
        id="loop",
        severity=Severity.ERROR,
        kind="loop",
        sentence="Lines of reporting, or of oversight, lead round in a loop.",
        why="In a loop everybody is in the end above themselves, and nobody outside answers for it.",
        do="Ask which line is wrong or has ended; correct it, or give it its end.",
        query=_analyse("loops"),
    ),
    Rule(
        id="several-holders",
        severity=Severity.ERROR,
        kind="several holders",
        sentence="A post is held by more than one person at a time.",
        why="Who writes to the post does not know to whom; as a rule the end of an earlier holder is missing.",
        do="Give the holding that is over its end; where the post is shared, accept the finding with that reason.",
        query=_ask("post-holders"),
    ),
    Rule(
        id="inferred-otherwise",
        severity=Severity.ERROR,
        kind="inferred otherwise",
        sentence="We infer a line that differs from what sources say of the same body.",
        why="Who asks for inferred lines beside others is given two answers.",
        do="Take our inference back, or ask whether both hold.",
        query="ecosystem ask inferences",
    ),
    Rule(
        id="several-above",
        severity=Severity.WARNING,
        kind="several above",
        sentence="A body reports to, or is overseen by, more than one other; scrutiny and regulation aside.",
        why="Answering to several is often meant, but each must know of the others, and for what it is answered to.",
        do="Have it confirmed who is answered to for what; where that is meant, accept the finding with that reason.",
        query=_ask("several-lines-upward"),
    ),
    Rule(
        id="oversees-what-it-reports-to",
        severity=Severity.WARNING,
        kind="crossed",
        sentence="A body oversees another that it also reports to.",
        why="Who oversees whom then depends on whom one asks, and neither can call the other to account.",
        do="Ask in which matter each is above the other, and record it in the role or note of the lines.",
        query=_analyse("oversight-and-reporting"),
    ),
    Rule(
        id="mixed-loop",
        severity=Severity.WARNING,
        kind="mixed loop",
        sentence="Lines of reporting and of oversight together lead round in a loop of three bodies or more.",
        why="Who is above whom then depends on the lines one follows, and who is in the end answered to is open.",
        do="Ask in which matter each is above the next; record it in the role or note of the lines, or their end.",
        query=_cypher(_MIXED),
    ),
    Rule(
        id="several-chairs",
        severity=Severity.WARNING,
        kind="several chairs",
        sentence="A table has more than one chair at a time.",
        why="Chairing together may be meant; else the end of an earlier chair is missing.",
        do="Give the seat of who has ceased to chair its end; where they chair together, accept the finding so.",
        query=_ask("chairs"),
    ),
    Rule(
        id="ended-body-with-live-relations",
        severity=Severity.WARNING,
        kind="ended",
        sentence="A body has ended, and no end is recorded of a seat, line, duty or part that it had.",
        why="Nobody has recorded what became of it: a seat may be empty, a duty with nobody.",
        do="Give the relation its end, and record who took it over.",
        query=_cypher(_OUTLIVING),
    ),
    Rule(
        id="expired-strategy-in-use",
        severity=Severity.WARNING,
        kind="successor",
        sentence="A strategy is past its own end, and no end is recorded of what others have to do with it.",
        why="What is done in its name rests on a text that has run out.",
        do="Ask whether it is in use still and until when; record its end or successor, and those of the relations.",
        query=_ask("ended-strategies"),
        meant=_with_rows_beside,
    ),
    Rule(
        id="partnership-without-link",
        severity=Severity.NOTE,
        kind="connection",
        sentence="A {lcp} is named, and nothing joins it to anything.",
        why="Nobody can tell from the record who is round its table, or to whom it can turn.",
        do="Ask what it belongs to and who takes part in it, and record that.",
        query=_ask("links-beyond-the-locality"),
        meant=_of_a_partnership,
    ),
    Rule(
        id="no-stated-line-upward",
        severity=Severity.NOTE,
        kind="line upward",
        sentence="No source states to whom a board or partnership reports, and we infer no line either.",
        why="Where a line upward exists, nobody can rely on it; where none exists, nobody is told.",
        do="Ask the body to whom, if to anybody, it reports, and record the answer with its source.",
        query=_ask("lines-upward"),
        meant=_not_inferred,
    ),
    Rule(
        id="only-inferred-line-upward",
        severity=Severity.NOTE,
        kind="line upward",
        sentence="The only line of reporting that a board or partnership has is our own inference.",
        why="An inference must not be taken for a line that anybody has agreed to.",
        do="Ask the body whether we infer rightly, and record the answer with its source.",
        query="ecosystem ask inferences",
        meant=_inferred,
    ),
    Rule(
        id="no-known-chair",
        severity=Severity.NOTE,
        kind="chair",
        sentence="No source names a chair of a board or partnership for the day.",
        why="It is not clear who answers for it, or whom to write to.",
        do="Ask who chairs it and since when; record the post before the person.",
        query=_cypher(_NO_CHAIR),
    ),
    Rule(
        id="post-without-holder",
        severity=Severity.NOTE,
        kind="holder",
        sentence="Nobody is named for the day in a post that has a seat or owns a strategy.",
        why="The seat may be empty; a name that is years old is not carried on.",
        do="Ask who holds the post, and since when.",
        query=_ask("post-holders"),
    ),
    Rule(
        id="plan-without-owner",
        severity=Severity.NOTE,
        kind="owner",
        sentence="Nobody is said to own, deliver or commission a strategy, plan, framework or programme.",
        why="A plan that nobody owns may stop without anybody noticing.",
        do="Ask those who are said to direct or support it whose it is.",
        query=_cypher(_NO_OWNER),
    ),
    Rule(
        id="strategy-without-successor",
        severity=Severity.NOTE,
        kind="successor",
        sentence="A strategy is past its own end, and nothing is said to have followed it.",
        why="Whether its aims still count is then anybody’s guess.",
        do="Ask what has followed it, and record the successor, or that there is none.",
        query=_ask("ended-strategies"),
        meant=_without_rows_beside,
    ),
    Rule(
        id="sector-missing",
        severity=Severity.NOTE,
        kind="sector",
        sentence="Nobody is named at a table of a sector that half or more of the tables with several sectors have.",
        why="Who is not at a table is not heard there. That may be proper: whose seat is due is not recorded.",
        do="Ask whether that is meant; record the seat that is missing here, or accept the finding with the reason.",
        query=_analyse("missing-sectors"),
    ),
    Rule(
        id="body-without-link",
        severity=Severity.NOTE,
        kind="connection",
        sentence="A body other than a {lcp} is named, and nothing joins it to anything.",
        why="It may have ended, or be known only by name: nobody can tell what it is for.",
        do="Ask whether it still exists, what it is for and what it belongs to.",
        query=_cypher(_NO_LINK),
        meant=_of_another_body,
    ),
    Rule(
        id="stale-evidence",
        severity=Severity.NOTE,
        kind="still so",
        sentence="Everything that is shown of a body was last confirmed long ago.",
        why="It is carried on because nobody has said that it ended, and not because anybody has said that it lasts.",
        do="Ask the body whether it is still as recorded, and record the answer with its source.",
        query="ecosystem evidence --as-of {day} --older-than {years}",
    ),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _DECLARED}
"""The rules by their ids, the gravest first. An id is what baselines name, so that it never changes its meaning."""


def rules_named(names: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules of these ids in the order of all, or every one; `UsageError` where one is none.

    >>> [rule.id for rule in rules_named(["several-above", "loop"])], len(rules_named([])) == len(RULES)
    (['loop', 'several-above'], True)
    """
    chosen = set(names)
    for name in sorted(chosen - RULES.keys()):
        fix = did_you_mean(name, RULES, "`ecosystem audit --list` names them")
        raise UsageError(f"no rule is called {quoted(name)}", fix=fix)
    return tuple(rule for rule in RULES.values() if rule.id in chosen or not chosen)
