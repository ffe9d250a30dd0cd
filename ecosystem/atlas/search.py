"""The index that the search looks into: every page by all names of what it is about, and by what else it names.

>>> from ecosystem.model import Dataset, Entity, Fact
>>> from ecosystem.snapshot import Snapshot
>>> rows = [
...     Entity(id="board", label="Board", name="Health Board", aliases=("HB",), evidence_date="2018"),
...     Entity(id="leader", label="Post", name="Leader", evidence_date="2018"),
...     Fact(id="a", subject="leader", relation="MEMBER_OF", object="board", evidence_date="2018", basis="stated"),
... ]
>>> found = entries(Site.of(Snapshot.of(rows, Dataset(id="x", title="X", as_of="2018")).on(None)))
>>> [(entry.names, entry.where, entry.to) for entry in found]
[('health board|hb', '', 'bodies/board.html'), ('leader', 'Health Board', 'bodies/board.html')]
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from ecosystem.atlas.site import Site
from ecosystem.maps.markup import inert_json
from ecosystem.model import Node, basis_of, ends_of
from ecosystem.names import names_of, plain
from ecosystem.wording import kind_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that the search finds: by which names, as `plain` has them, and as what it is shown.

    `where` is the name of the page where that is about something else that names it.
    """

    name: str
    names: str
    kind: str
    where: str
    to: str


def entries(site: Site) -> tuple[Entry, ...]:
    """Return what can be found: first what has a page, then what pages of others name."""
    return (*_own(site), *_named_by_others(site))


def index(site: Site) -> str:
    """Return the entries as a script that hands them to the search: a page from a disk can fetch no data."""
    return f"globalThis.atlasIndex = {inert_json([astuple(entry) for entry in entries(site)])};\n"


def _own(site: Site) -> Iterator[Entry]:
    things = (site.view.snapshot.entities[one] for one in site.addresses.things)
    nodes: tuple[Node, ...] = (*things, *site.view.snapshot.sources.values())
    for node in nodes:
        yield _entry(site, node, "", site.addresses.of_any([node.id]))


def _named_by_others(site: Site) -> Iterator[Entry]:
    pages = site.addresses.things
    shown = (fact for fact in site.view.snapshot.facts.values() if basis_of(fact) in site.view.bases)
    pairs = {pair for fact in shown for pair in (ends_of(fact), ends_of(fact)[::-1])}
    for thing, other in sorted(pairs):
        if thing not in pages and other in pages and thing in site.view.snapshot.entities:
            yield _entry(site, site.view.snapshot.entities[thing], site.view.name_of(other), pages[other])


def _entry(site: Site, node: Node, where: str, to: str) -> Entry:
    names = "|".join(dict.fromkeys(filter(None, map(plain, names_of(node)))))
    return Entry(node.name, names, kind_of(node, site.view.snapshot.dataset), where, to)
