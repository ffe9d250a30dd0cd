"""A page read back as a browser reads it: elements, attributes, the data island, scripts, styles and the policy."""

import base64
import hashlib
import json
from html.parser import HTMLParser
from typing import Any

from ecosystem.maps import page
from ecosystem.snapshot import View

_MADE: dict[tuple[object, ...], str] = {}


def html_of(view: View) -> str:
    """Return the page of a view, made once a run for the same content and day."""
    key = (*view.snapshot, view.day)
    if key not in _MADE:
        _MADE[key] = page(view)
    return _MADE[key]


class Reading(HTMLParser):
    """What stands in a page. `attributes` are (tag, name, value), `scripts` and `styles` texts, `words` all else."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[tuple[str, str]] = []
        self.styles: list[str] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; a script or style starts to collect its text."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append((dict(attrs).get("type") or "", ""))
        elif tag == "style":
            self.styles.append("")
        self._inside = tag if tag in {"script", "style"} else self._inside

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or style."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep text where it belongs."""
        if self._inside == "script":
            kind, text = self.scripts[-1]
            self.scripts[-1] = kind, text + data
        elif self._inside == "style":
            self.styles[-1] += data
        else:
            self.words.append(data)

    @property
    def island(self) -> dict[str, Any]:
        """The data of the page, its rows with all their fields."""
        (text,) = (text for kind, text in self.scripts if kind == "application/json")
        data = dict(json.loads(text))
        for part in ("things", "links", "figures"):
            data[part] = [data[part]["usual"] | row for row in data[part]["rows"]]
        return data

    @property
    def policy(self) -> str:
        """The content security policy."""
        (policy,) = (value for tag, name, value in self.attributes if tag == "meta" and "default-src" in value)
        return policy

    @property
    def addresses(self) -> set[str]:
        """Everything an attribute could make a browser go to or fetch."""
        fetching = {"href", "src", "action", "srcset", "data", "poster", "background", "xlink:href", "formaction"}
        return {value for _, name, value in self.attributes if name in fetching}


def sum_of(text: str) -> str:
    """Return the sum of a script or style as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
