"""The map as one HTML file: opening picture, who sits where, find, focus and list, with nothing to fetch.

pyvis holds the network that is explored; the page around it is ours, so that no data is ever read as markup, only the
scripts run whose sums the page itself names, and the same data gives the same bytes.
"""

import hashlib
from collections import defaultdict
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from ecosystem.evidence import Documents
from ecosystem.maps.bands import BANDS, placing
from ecosystem.maps.composing import opening_of
from ecosystem.maps.grid import grid_of
from ecosystem.maps.heading import heading_of
from ecosystem.maps.layout import layout
from ecosystem.maps.markup import folded, inert_json, policy, writable
from ecosystem.maps.opening import Opening
from ecosystem.maps.people import without_people as leaving_people_out
from ecosystem.maps.reporting import reporting_of
from ecosystem.maps.scene import Scene, scene_of
from ecosystem.maps.svg import drawing
from ecosystem.maps.svg_style import STYLE
from ecosystem.model import LABELS
from ecosystem.problems import Refused
from ecosystem.snapshot import View
from ecosystem.wording import dated, word_for, words_for

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
VIS_NETWORK_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"

SCRIPTS = ("state.js", "find.js", "panel.js", "card.js", "layout.js", "picture.js", "list.js", "start.js")

VIEWS = ("overview", "grid", "reports", "list")
"""What the page shows by turns; an address names one of them, or a thing to look at as `focus=ID`."""


def page(view: View, *, without_people: bool = False, start: str = "") -> str:
    """Return the map of a view as one HTML page: the same bytes for the same data, complete without a network.

    `without_people` leaves every person out of the file; `start` is the address it opens at where it is opened without
    one, if not at the overview. `Refused` if the drawing library is not the one we know.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health & Care Board", evidence_date="2018")
    >>> html = page(Snapshot.of([board], Dataset(id="x", title="Exampleton", as_of="2019")).on(None))
    >>> html[:15], html.count("<script>")
    ('<!doctype html>', 3)
    """
    shown = leaving_people_out(view) if without_people else view
    scene = scene_of(shown)
    scripts = {"library": vis_network(), "script": _own_script()}
    style = f"{_text('page.css')}\n{STYLE}"
    opening = opening_of(shown)
    html = _templates().get_template("page.html.j2").render(
        policy=Markup(policy(scripts.values(), [style])),  # noqa: S704  made of sums alone
        style=Markup(style),  # noqa: S704  ours
        **{name: Markup(text) for name, text in scripts.items()},  # noqa: S704  ours, and the library with a known sum
        island=inert_json(_island(shown, scene, opening)),
        opening=opening,
        start=start,
        picture=Markup(drawing(layout(opening))),  # noqa: S704  written by ElementTree, which escapes
        heading=heading_of(shown, without_people=without_people),
        documents=Documents.of(shown.snapshot).all,
        scene=scene,
        grid=grid_of(shown),
        reporting=reporting_of(shown),
    )  # fmt: skip
    return writable(html)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("ecosystem.maps", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"dated": dated, "address": lambda thing: f"#focus={quote(writable(thing), safe='')}"}
    return environment


def _text(name: str) -> str:
    return files("ecosystem.maps").joinpath("templates", name).read_text(encoding="utf-8")


def _own_script() -> str:
    return "\n".join(_text(name) for name in SCRIPTS)


def vis_network() -> str:
    """Return the drawing library out of the pyvis wheel; `Refused` unless it is, byte for byte, the one we know."""
    data = files("pyvis").joinpath(*VIS_NETWORK.split("/")).read_bytes()
    if hashlib.sha256(data).hexdigest() != VIS_NETWORK_SHA256:
        raise Refused(
            "the drawing library inside pyvis is not the one this map was tested with, so it is not put into a page",
            fix="install pyvis 0.3.2 again: python -m pip install --force-reinstall pyvis==0.3.2",
        )
    lines = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _island(view: View, scene: Scene, opening: Opening) -> dict[str, Any]:
    dataset = view.snapshot.dataset
    whole = asdict(scene)
    return {
        **whole,
        **{name: folded(whole[name]) for name in ("things", "links", "figures")},
        "network": _network(scene),
        "bands": [{**asdict(band), "expected_of": sorted(band.expected_of)} for band in BANDS],
        "placing": placing(),
        "kinds": {name: {"singular": word_for(name, dataset), "plural": words_for(name, dataset)} for name in LABELS},
        "counted": _counted(opening),
    }


def _counted(opening: Opening) -> dict[str, dict[str, Any]]:
    """Return what each number in the sentences counts, by the place of sentence and part, as the links name it."""
    return {
        f"{number}-{place}": {"sentence": str(sentence).removesuffix("."), "ids": list(part.ids)}
        for number, sentence in enumerate(opening.sentences, start=1)
        for place, part in enumerate(sentence.parts, start=1)
        if len(part.ids) > 1
    }


def _network(scene: Scene) -> dict[str, Any]:
    network = Network(directed=True)
    network.toggle_physics(status=False)
    for thing in scene.things:
        network.add_node(_key(thing.id), label=thing.name, shape="custom", color=None, thing=thing.id)
    for (subject, object_, inferred), facts in _pairs(scene).items():
        network.add_edge(_key(subject), _key(object_), facts=facts, dashes=inferred)
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _key(thing: str) -> str:
    """Return the node's id for the drawing library, which keeps ids as names of properties: never `__proto__`."""
    return f"n:{thing}"


def _pairs(scene: Scene) -> dict[tuple[str, str, bool], list[int]]:
    """Return the links between two things, by their numbers, asserted and inferred apart."""
    pairs: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for number, link in enumerate(scene.links):
        pairs[link.subject, link.object, link.inferred].append(number)
    return pairs
