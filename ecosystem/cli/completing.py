"""Names as a shell completes them: the ids, short names and aliases of one word that the files hold."""

import re
from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from ecosystem.model import Node
from ecosystem.problems import EcosystemError

_WORD = re.compile(r"\w[\w.-]*")
"""A name that stands on a command line without quotes; a shell would obey others."""

MOST = 50
"""Names that are offered at once; whoever types one letter more is offered others."""


def names_begun(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the names of one word that begin so, each with the name in full; none where the data cannot be read.

    A graph is not asked, for that might start a server.
    """
    from ecosystem.cli.data import files_choice  # noqa: PLC0415 - the data is read only where a name is completed
    from ecosystem.names import names_of  # noqa: PLC0415
    from ecosystem.tables import load  # noqa: PLC0415

    data = str(ctx.params.get("data") or "")
    try:
        snapshot = load(data or str(files_choice(data).folder)).snapshot
    except (EcosystemError, OSError):
        return []
    nodes: tuple[Node, ...] = (*snapshot.entities.values(), *snapshot.sources.values())
    found = {word: names[0] for node in nodes for names in [names_of(node)] for word in _words((*names[1:], node.id))}
    likely = sorted((word for word in found if word.casefold().startswith(begun.casefold())), key=_shortest)
    return [CompletionItem(word, help=found[word]) for word in likely[:MOST]]


def _words(names: Iterable[str]) -> Iterable[str]:
    return filter(_WORD.fullmatch, names)


def _shortest(word: str) -> tuple[int, str]:
    return len(word), word
