"""The colours and strokes of the picture: one palette for light, one for dark, the system's own where it asks.

>>> contrast("#000000", "#ffffff")
21.0
"""

import re
from collections.abc import Mapping

LIGHT = {
    "paper": "#ffffff", "ink": "#0b0c0c", "quiet": "#44494d", "line": "#1d4f91",
    "ground": "#f3f2f1", "ground-other": "#e8eff5", "box": "#ffffff", "plan": "#fff7d6", "plan-edge": "#7a5f00",
}  # fmt: skip
DARK = {
    "paper": "#0f1214", "ink": "#f5f5f5", "quiet": "#c3c7ca", "line": "#8fc1ff",
    "ground": "#1b1e21", "ground-other": "#16222c", "box": "#0f1214", "plan": "#362c11", "plan-edge": "#e0bd4f",
}  # fmt: skip
FORCED = {
    "paper": "Canvas", "ink": "CanvasText", "quiet": "CanvasText", "line": "LinkText",
    "ground": "Canvas", "ground-other": "Canvas", "box": "Canvas", "plan": "Canvas", "plan-edge": "CanvasText",
}  # fmt: skip

_STROKES = """\
.opening{display:block;width:100%;height:auto;background:var(--paper);font-family:Arial,"Liberation Sans",\
Helvetica,"DejaVu Sans Condensed",sans-serif;forced-color-adjust:auto}
.opening text{fill:var(--ink);white-space:pre}
.opening .quiet{fill:var(--quiet)}
.opening .verb{fill:var(--line)}
.opening .bold{font-weight:700}
.opening .t12,.opening .t120{font-size:12px}
.opening .t125{font-size:12.5px}
.opening .t135{font-size:13.5px}
.opening .ground{fill:var(--ground)}
.opening .other .ground{fill:var(--ground-other)}
.opening .frame{fill:var(--box);stroke:var(--ink);stroke-width:1}
.opening .table .frame{stroke-width:2.2}
.opening .many .frame{stroke-dasharray:4 3}
.opening .plan .frame,.opening .programme .frame{fill:var(--plan);stroke:var(--plan-edge)}
.opening .box.ended .frame{stroke-dasharray:2 3;stroke-width:1.6}
.opening .shaft{stroke:var(--line);stroke-width:2;fill:none}
.opening .line.ended .shaft{stroke-dasharray:2 3}
.opening .tip{fill:var(--line)}
.opening a{cursor:pointer;text-decoration:none}
.opening a:hover .frame{stroke:var(--line)}
.opening a.name:hover text{text-decoration:underline}
.opening a:focus{outline:none}
.opening a.box:focus-visible .frame{stroke:var(--line);stroke-width:5;stroke-dasharray:none}
.opening a.name:focus-visible text{text-decoration:underline 2px;fill:var(--line)}
"""


def _palette(colours: Mapping[str, str]) -> str:
    return ".opening{" + ";".join(f"--{name}:{colour}" for name, colour in colours.items()) + "}"


STYLE = (
    f"{_palette(LIGHT)}\n{_STROKES}"
    f"@media (prefers-color-scheme:dark){{{_palette(DARK)}}}\n"
    f"@media (forced-colors:active){{{_palette(FORCED)}}}\n"
    f"@media print{{{_palette(LIGHT)}.opening{{print-color-adjust:exact}}}}\n"
)
"""The style of the picture, for a page's `style` element or a file of its own."""

PLAIN_STYLE = re.sub(r"var\(--([a-z-]+)\)", lambda found: LIGHT[found[1]], _STROKES)
"""The same in light, for what draws a file and knows no properties of its own making."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written `#rrggbb`, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 2)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
