"""The pages of the manual that are written by the code they describe: schema, rules, analyses, command reference.

>>> schema_page().splitlines()[0]
'# What the graph is made of'
"""

from collections.abc import Iterator
from itertools import product

import click

from ecosystem.answers.analyses import TOPICS, Effort
from ecosystem.audit import MEANING
from ecosystem.audit import RULES as RULES_OF_AN_AUDIT
from ecosystem.model import BODIES, LABELS, PROPERTIES, RELATIONS, ends_in_words, holders
from ecosystem.problems import Exit
from ecosystem.rules import RULES
from ecosystem.snapshot import View

GENERATED = "<!-- Written by `make docs`; a test compares it with the code. -->"

DRAWN = {
    "person": ("Person",),
    "post": ("Post",),
    "constituency": ("Constituency",),
    "body": ("Body",),
    "plan": ("Strategy", "Programme"),
    "priority": ("Priority",),
}
"""The boxes of the diagram of the schema, each with the labels it stands for."""

STATEMENT = "A figure, schedule or power, joined by `ABOUT` to what it is of; it is no `:Entity`."

BESIDE = (
    "A graph also holds one `:Dataset` (`id`, `title`, `as_of`, `revision` …), one `:Import` for each import, and",
    "the rows of the other tables as `:Identifier`, `:Code` and `:Retired`.",
)

DATES_IN_QUERIES = (
    "What is blank in the tables is missing in the graph: null in Cypher, an empty list where the type is a list.",
    "Dates as written are text, and text compared with a date gives nothing; the dates derived on loading are",
    "native dates. On a day, what is documented or unconfirmed lies within `holds_from` and `holds_until`, both",
    "included; `may_from` and `may_until` take in what only may have held. `$as_of` is the data’s own day unless",
    "it is given, null for the whole record:",
    "",
    "```cypher",
    "WHERE $as_of IS NULL OR r.holds_from <= $as_of <= r.holds_until",
    "```",
    "",
    "`ecosystem cypher` takes this question: who sat on PEG on the last day of 2018, in which role, and when was",
    "that last confirmed?",
)

EXAMPLE = """\
MATCH (member:Entity)-[r:MEMBER_OF]->(body:Body)
WHERE 'peg' IN body.called
  AND r.holds_from <= date('2018-12-31') <= r.holds_until
RETURN member.name AS member, r.role AS role, r.last_seen AS last_confirmed
ORDER BY member, role"""
"""The worked example of the page on the schema, written against Leeds."""

GOVERNANCE = frozenset({"memberships", "reporting", "oversight", "posts_held", "strategy_links"})
"""The tables whose relations the diagram shows."""

COMPLETION = (
    "## Completion in a shell",
    "",
    "Add the line of your shell to its start file, then open a new terminal: the tab key completes commands,",
    "options and their values. Where a body or anything else is to be named, as after `ecosystem show PE`, it",
    "completes the ids, and the short names and aliases of one word, that the files hold.",
    "",
    "| shell | file | line |",
    "|---|---|---|",
    '| bash | `~/.bashrc` | `eval "$(_ECOSYSTEM_COMPLETE=bash_source ecosystem)"` |',
    '| zsh | `~/.zshrc` | `eval "$(_ECOSYSTEM_COMPLETE=zsh_source ecosystem)"` |',
    "| fish | `~/.config/fish/completions/ecosystem.fish` | `_ECOSYSTEM_COMPLETE=fish_source ecosystem \\| source` |",
)

EXIT_WORDS = {
    Exit.DONE: "done (an empty answer is an answer)",
    Exit.PROBLEMS: "problems or findings in the data; nothing found by `find`, `show` or `path`",
    Exit.USAGE: "wrong usage, ambiguous name",
    Exit.PENDING: "changes are pending (only with `--exit-code`)",
    Exit.DATABASE: "database unreachable, timed out, or login refused",
    Exit.CONFLICT: "conflict: the graph moved since the plan",
    Exit.REFUSED: "refused by a safety rule",
    Exit.INTERRUPTED: "interrupted",
}


def schema_page() -> str:
    """Return the page on labels, relations and properties, as Markdown."""
    return "\n".join([*_labels(), *_relations(), *_diagram(), *_properties()]) + "\n"


def _labels() -> Iterator[str]:
    yield from ("# What the graph is made of", "", GENERATED, "")
    yield "Every node of the data is an `:Entity`; those marked so are also a `:Body`."
    yield from ("", "## Labels", "", "| label | is a body | what it is | forms |", "|---|---|---|---|")
    for label in LABELS.values():
        body = "yes" if label.is_body else ""
        yield f"| `{label.name}` | {body} | {label.description} | {', '.join(label.forms)} |"
    yield f"| `Statement` |  | {STATEMENT} |  |"
    yield from ("", *BESIDE)


def _relations() -> Iterator[str]:
    yield from ("", "## Relations", "", "| relation | from | to | what it says | roles |", "|---|---|---|---|---|")
    for relation in RELATIONS.values():
        ends = (ends_in_words(relation.subjects), ends_in_words(relation.objects))
        yield f"| `{relation.name}` | {ends[0]} | {ends[1]} | {relation.description} | {', '.join(relation.roles)} |"
    yield "| `ABOUT` | Statement | anything | Of whom or what the statement is. |  |"


def _diagram() -> Iterator[str]:
    joined: dict[tuple[str, str], list[str]] = {}
    for relation in RELATIONS.values():
        if relation.table in GOVERNANCE:
            for ends in product(_drawn(relation.subjects), _drawn(relation.objects)):
                joined.setdefault(ends, []).append(relation.name)
    yield from ("", "The relations of governance, as a diagram:", "", "```mermaid", "flowchart LR")
    yield from (f"  {kind}[{' or '.join(DRAWN[kind])}]" for kind in DRAWN)
    yield from (f"  {start} -->|{'<br>'.join(names)}| {end}" for (start, end), names in joined.items())
    yield "```"


def _drawn(labels: frozenset[str]) -> list[str]:
    """Return the boxes of the diagram that stand for some labels."""
    return [kind for kind, names in DRAWN.items() if labels.issuperset(BODIES if kind == "body" else names)]


def _properties() -> Iterator[str]:
    yield from ("", "## Properties", "", "| property | type | on | what it holds |", "|---|---|---|---|")
    for name, each in PROPERTIES.items():
        yield f"| `{name}` | {each.type} | {', '.join(holders(name))} | {each.words} |"
    yield from ("", *DATES_IN_QUERIES, "", "```cypher", *EXAMPLE.splitlines(), "```")


def rules_page() -> str:
    """Return the page on every rule by the code that problems name, as Markdown.

    >>> "| B41 | references lead to a row |" in rules_page().splitlines()
    True
    """
    rows = (f"| {code} | {rule} |" for code, rule in RULES.items())
    return "\n".join(["# The rules of a dataset", "", GENERATED, "", "| code | rule |", "|---|---|", *rows]) + "\n"


ANALYSES_HEAD = """\
`ecosystem analyse NAME` answers one of these questions, `ecosystem analyse all` every one. Each answer opens with a
sentence that can be quoted. Then come the table behind it, how it is measured, on how many bodies and ties it rests,
and what is left out and why.

- Ties are formal connections that sources state, imply or show; they say nothing of trust, influence or collaboration.
- What we infer is not counted. Where it would make another sentence, that sentence is told apart; it counts where
  `--basis inferred` asks for it, by itself or beside others, and what is told then says so.
- Posts, people and teams count as the body they belong to. Parallel facts are one tie. A mere name for several tables,
  such as “Local Care Partnerships”, joins nobody to anybody.
- Equal values share a rank. What is not defined is said to be so, and of how many.
- `--as-of DAY` looks at another day; `--since DAY` says what is otherwise than on an earlier one, and for how much of
  it a written date says so. A record that catches up is no change.
- Where lines end the record ends: a body to which others report, and of which no line upward is recorded, need not be
  the top.
- `--as-of any` counts all years as if at once, and says so.
- Beyond 2,000 connected bodies, `go-betweens` and `cohesion` follow connections from 100 to 500 of them, and give every
  figure a margin; beyond 2,000 connections `groupings` makes fewer than 50 runs and says how many, and none from 50,000
  on. `--full` leaves nothing out.

What each says of Leeds, on the day of the data, stands below its question.
"""


def analyses_page(view: View) -> str:
    """Return the page on every analysis, with the sentence it tells of a view, as Markdown."""
    return "\n".join(["# The analyses", "", GENERATED, "", ANALYSES_HEAD.rstrip(), *_analyses(view)]) + "\n"


def _analyses(view: View) -> Iterator[str]:
    for topic, analyses in TOPICS.items():
        yield from ("", f"## {topic}")
        for each in analyses:
            yield from ("", f"### {each.question}", "", f"`ecosystem analyse {each.name}`. {each.definition}")
            yield from ("", f"> {each.told(view, Effort()).sentence}")


AUDIT_HEAD = """\
`ecosystem audit` looks for what named rules of governance find in the record on a day, the gravest first. It ends with
1 where something is found that no baseline accepts, so that it can stand guard over a register, and else with 0.

```sh
ecosystem audit                                    # every rule, on the day of the dataset
ecosystem audit --rule loop --rule several-above   # these rules only
ecosystem audit --list                             # the rules
ecosystem audit --write-baseline known.csv         # what is found now, to be completed with reasons
ecosystem audit --baseline known.csv               # what is new, what is accepted and why, what is found no more
ecosystem audit --baseline known.csv --write-baseline known.csv
                                                   # the baseline without what is found no more, and with what is new
```

Each finding names whom it is of, by name and id, what is known, and the documents and lines where that was looked up.
Each is a question too: `ecosystem evidence --questions` puts them to whom to ask, and with `--workbook` as rows to fill
in. What nobody has written down and what is audited are looked for once, by the same code.

- What sources assert counts. What we infer counts where `--basis inferred` asks for it, alone or beside other bases;
  else a finding says what we infer and asks whether that is right.
- The whole record, `--as-of any`, is audited as of the day of the dataset.
- What `ecosystem check` refuses is not looked for again: a post that is part of two wholes, a circle of parts or of
  successors, dates outside the life of a body.
- Loops are looked for in reporting and in oversight, each by itself, then in both together: of three bodies or more,
  and without the lines of a loop of one kind or of a crossed pair, which are found as such. Who scrutinises or
  regulates a body counts as no second master.

## The baseline

A baseline is a table that Excel opens and saves: `finding` is the key of a finding, the rule and the ids joined by
colons; `reason` says why it is accepted, and must be given; `about` is for people and not read. Keep it in any folder
but that of the tables, where `ecosystem check` would take it for one of them.

```csv
finding,reason,about
no-known-chair:health-board,the chair is being chosen until May,Health Board: who chairs it?
```

A key names the rule and what is found and nothing else, so that it lasts while names, order or other rows change. One
more body above, member of a loop or sector that is missing is a finding of its own. A file whose reasons would be lost
is not written over.

## Severities
"""


def audit_page() -> str:
    """Return the page on the audit and every rule of it, as Markdown."""
    return "\n".join(["# The audit", "", GENERATED, "", AUDIT_HEAD.rstrip(), "", *_rules_of_an_audit()]) + "\n"


def _rules_of_an_audit() -> Iterator[str]:
    yield from (f"- {meaning}" for meaning in MEANING.values())
    for severity in MEANING:
        yield from ("", f"## Rules that find {'an' if severity == 'error' else 'a'} {severity}")
        for rule in RULES_OF_AN_AUDIT.values():
            if rule.severity == severity:
                yield from ("", f"### {rule.id}", "", rule.said(), "", f"- Why it matters: {rule.why}")
                yield from (f"- What to do: {rule.do}", f"- Asked as: `{rule.kind}`", "- To see it another way:", "")
                yield from ("  ```sh", f"  {rule.on('DAY', 'YEARS')}", "  ```")


def command_reference(commands: click.Group) -> str:
    """Return the page on every command and option, as Markdown, from the commands themselves."""
    pages = [
        "# Commands",
        "",
        GENERATED,
        "",
        "Standard output is data; all talk goes to standard error.",
    ]
    pages += _commands(commands, click.Context(commands, info_name="ecosystem", **commands.context_settings))
    pages += ["", *COMPLETION, "", "## Exit codes", "", "| code | means |", "|---|---|"]
    pages += [f"| {code.value} | {words} |" for code, words in EXIT_WORDS.items()]
    return "\n".join(pages) + "\n"


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        yield from ("", f"## {inner.command_path}", "", "```text", command.get_help(inner), "```")
        if isinstance(command, click.Group):
            yield from _commands(command, inner)
