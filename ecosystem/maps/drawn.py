"""The map of a view as a value, for notebooks and programs: a still picture, and the page to explore."""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.page import page
from ecosystem.maps.people import without_people
from ecosystem.maps.svg import document
from ecosystem.problems import UsageError, quoted
from ecosystem.snapshot import View
from ecosystem.whole import write_whole, writing_in

HEIGHT = 720
"""Pixels that the page to explore takes in a notebook, if nothing else is asked for."""

_CHARSET = '<meta charset="utf-8">'


@dataclass(frozen=True, repr=False)
class Map:
    """The governance map of a view; a notebook shows its still picture, and `explore` the page with all in it.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> drawn = Map(Snapshot.of([board], Dataset(id="x", title="Exampleton", as_of="2019")).on(None))
    >>> drawn, drawn.svg[-7:], drawn.html[:15]
    (<the map of Exampleton>, '</svg>\\n', '<!doctype html>')
    """

    view: View
    leave_people_out: bool = False

    def __repr__(self) -> str:
        """Return what it is, in words."""
        return f"<the map of {self.view.snapshot.dataset.title}>"

    @cached_property
    def svg(self) -> str:
        """The opening picture as an SVG file of its own."""
        shown = without_people(self.view) if self.leave_people_out else self.view
        return document(layout(opening_of(shown)))

    @cached_property
    def html(self) -> str:
        """The page, complete without a network; see `page`."""
        return page(self.view, without_people=self.leave_people_out)

    def save(self, path: str | Path) -> None:
        """Write the page to a file that ends in `.html`, or the picture to one in `.svg`.

        `UsageError` for another ending, `Refused` where the folder may not be written.
        """
        file = Path(path)
        if file.suffix.lower() not in {".html", ".svg"}:
            raise UsageError(f"a map is not written as {quoted(file.name)}", fix="let its name end in .html or .svg")
        with writing_in(file.parent):
            write_whole({file: self.html if file.suffix.lower() == ".html" else self.svg})

    def explore(self, height: int = HEIGHT) -> "Framed":
        """Return the page to explore in a notebook, so many pixels high."""
        return Framed(self, height)

    def _repr_svg_(self) -> str:
        return self.svg


@dataclass(frozen=True, slots=True, repr=False)
class Framed:
    """A map's page in a frame of its own, in which nothing of the notebook is seen and nothing leaves it."""

    map: Map
    height: int

    def __repr__(self) -> str:
        """Return what it is, in words, for where no page can be shown."""
        return f"<the map of {self.map.view.snapshot.dataset.title}, to explore>"

    def _repr_html_(self) -> str:
        # The page's own links go to places within it, which in a frame would else be taken as places of the notebook.
        within = self.map.html.replace(_CHARSET, f'{_CHARSET}\n<base href="about:srcdoc">', 1)
        title = escape(f"Map: {self.map.view.snapshot.dataset.title}")
        style = f"width:100%;height:{self.height}px;border:1px solid #888"
        return f'<iframe title="{title}" style="{style}" srcdoc="{escape(within)}"></iframe>'
