"""The map of a view as a value, for notebooks and programs: a still picture, and the page to explore."""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from ecosystem.maps.page import page
from ecosystem.maps.sheet import raster, sheet
from ecosystem.problems import UsageError, quoted
from ecosystem.snapshot import View
from ecosystem.whole import write_whole, writing_in

HEIGHT = 720
"""Pixels that the page to explore takes in a notebook, if nothing else is asked for."""

FORMS = ("html", "svg", "png")
"""How a map is written: as the page with all in it, or as its opening picture, drawn or painted."""

_CHARSET = '<meta charset="utf-8">'


@dataclass(frozen=True, repr=False)
class Map:
    """The governance map of a view; a notebook shows its still picture, and `explore` the page with all in it.

    The page opens at the view `start`, such as `grid` or `focus=ID`, if not at the overview.

    >>> from ecosystem.model import Dataset, Entity
    >>> from ecosystem.snapshot import Snapshot
    >>> board = Entity(id="board", label="Board", name="Health Board", evidence_date="2018")
    >>> drawn = Map(Snapshot.of([board], Dataset(id="x", title="Exampleton", as_of="2019")).on(None))
    >>> drawn, drawn.svg[-7:], drawn.html[:15]
    (<the map of Exampleton>, '</svg>\\n', '<!doctype html>')
    """

    view: View
    leave_people_out: bool = False
    start: str = ""

    def __repr__(self) -> str:
        """Return what it is, in words."""
        return f"<the map of {self.view.snapshot.dataset.title}>"

    @cached_property
    def svg(self) -> str:
        """The opening picture as an SVG file of its own; see `sheet`."""
        return sheet(self.view, without_people=self.leave_people_out)

    @cached_property
    def html(self) -> str:
        """The page, complete without a network; see `page`."""
        return page(self.view, without_people=self.leave_people_out, start=self.start)

    def written(self, form: str) -> str | bytes:
        """Return the page (`html`) or the picture (`svg`, `png`) as a file holds it."""
        match form:
            case "svg":
                return self.svg
            case "png":
                return raster(self.svg)
            case _:
                return self.html

    def save(self, path: str | Path) -> None:
        """Write a file: the page if its name ends in `.html`, the picture if in `.svg` or `.png`.

        `UsageError` for another ending, `Refused` where the folder may not be written.
        """
        file = Path(path)
        form = file.suffix.lower().removeprefix(".")
        if form not in FORMS:
            raise UsageError(
                f"a map is not written as {quoted(file.name)}", fix=f"let its name end in .{', .'.join(FORMS)}"
            )
        with writing_in(file.parent):
            write_whole({file: self.written(form)})

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
