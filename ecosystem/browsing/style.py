"""How Neo4j Browser draws our graphs: a `.grass` file of colours, sizes and captions, made from the model alone.

Bodies are dark with white letters, everything else light with dark letters; within each, the hues stand evenly apart.
A relation's colour is that of its table, and its caption says basis, type and role. The basis comes first, for Browser
cuts captions short, and no inferred line may look stated; the role is there because a type alone says too much: who
directs does not oversee.
"""

from collections.abc import Iterator, Sequence
from colorsys import hls_to_rgb

from ecosystem.model import LABELS, RELATIONS

WHITE, INK = "#ffffff", "#0b0c0c"
_DARK, _LIGHT, _LINE = 0.24, 0.80, 0.32
"""Lightness of bodies, of everything else, and of lines: letters on and beside them have a contrast of 4.5 or more."""

_SATURATION = 0.55

_BESIDE = {
    "Statement": "{property} {value}", "Identifier": "{value}", "Retired": "{id}", "Code": "{title}",
    "Dataset": "{title}", "Import": "{revision}", "PlanPart": "{position}",
}  # fmt: skip
"""Captions of the nodes that are no entities; Browser's own colours are used up by ours."""

Rule = tuple[str, dict[str, str]]
"""What a rule is for, and what it says."""


def _hues(names: Sequence[str], lightness: float) -> dict[str, str]:
    """Return a colour for each name, the hues evenly apart."""
    return {name: _colour(place / len(names), lightness) for place, name in enumerate(names)}


def _colour(hue: float, lightness: float) -> str:
    """Return a colour as `#rrggbb`.

    >>> _colour(0, 0.24)
    '#5f1c1c'
    """
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, lightness, _SATURATION))


def _nodes() -> Iterator[Rule]:
    bodies = [name for name, label in LABELS.items() if label.is_body]
    others = [name for name in LABELS if name not in bodies]
    fills = _hues(bodies, _DARK) | _hues(others, _LIGHT)
    edges = _hues(bodies, _DARK) | _hues(others, _LINE)
    for name, label in LABELS.items():
        diameter = 80 if label.has_seats else 65 if label.is_body else 50
        letters = WHITE if label.is_body else INK
        yield f"node.{name}", _node(diameter, fills[name], edges[name], letters, "{name}")
    for name, caption in _BESIDE.items():
        yield f"node.{name}", _node(50, WHITE, INK, INK, caption)


def _node(diameter: int, fill: str, edge: str, letters: str, caption: str) -> dict[str, str]:
    return {
        "diameter": f"{diameter}px",
        "color": fill,
        "border-color": edge,
        "border-width": "2px",
        "text-color-internal": letters,
        "font-size": "10px",
        "caption": f'"{caption}"',
    }


def _relations() -> Iterator[Rule]:
    tables = list(dict.fromkeys(relation.table for relation in RELATIONS.values()))
    colours = _hues(tables, _LINE)
    for name, relation in RELATIONS.items():
        yield f"relationship.{name}", {"color": colours[relation.table], "caption": f'"{{basis}} {name} {{role}}"'}


def _rule(rule: Rule) -> str:
    selector, says = rule
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in says.items()) + "}\n"


_BASE: Rule = (
    "relationship",
    {
        "color": INK, "shaft-width": "2px", "font-size": "8px", "padding": "3px",
        "text-color-external": INK, "text-color-internal": WHITE, "caption": '"<type>"',
    },
)  # fmt: skip
"""What all relations share, `ABOUT` and `IDENTIFIES` among them."""

STYLE = "".join(map(_rule, (*_nodes(), _BASE, *_relations())))
"""The text of the style, as Browser reads it when the file is dropped on its window."""
