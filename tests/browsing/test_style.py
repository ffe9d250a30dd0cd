"""The style for Neo4j Browser: a rule for everything in the graph, legible, and in the form that Browser reads."""

import re

import pytest
from browsing.reading import NODES, RULES

from ecosystem.browsing import STYLE
from ecosystem.maps.svg_style import contrast
from ecosystem.model import LABELS, RELATIONS, ROW_TYPES, Entity, Fact, Source

JOURNAL = {"Import", "PlanPart"}


def test_every_label_and_every_relation_has_a_rule_and_nothing_else_has() -> None:
    rows = {kind.__name__ for kind in ROW_TYPES} - {Entity.__name__, Fact.__name__, Source.__name__}
    labels = {f"node.{label}" for label in {*LABELS, *rows, *JOURNAL}}
    assert set(RULES) == labels | {"relationship"} | {f"relationship.{relation}" for relation in RELATIONS}
    assert STYLE.count("{\n") == len(RULES)


@pytest.mark.parametrize("selector", NODES)
def test_letters_can_be_read_on_every_node_and_its_edge_seen_on_paper(selector: str) -> None:
    says = NODES[selector]
    assert contrast(says["text-color-internal"], says["color"]) >= 4.5
    assert contrast(says["border-color"], "#ffffff") >= 3


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_line_can_be_seen_and_its_caption_says_basis_first_then_type_and_role(relation: str) -> None:
    says = RULES[f"relationship.{relation}"]
    assert contrast(says["color"], "#ffffff") >= 4.5
    assert says["caption"] == f'"{{basis}} {relation} {{role}}"'


def test_no_two_kinds_of_entity_look_alike() -> None:
    assert len({(NODES[f"node.{label}"]["color"]) for label in LABELS}) == len(LABELS)


def test_a_table_that_people_sit_round_is_larger_than_a_body_and_that_larger_than_the_rest() -> None:
    sizes = {label: NODES[f"node.{label}"]["diameter"] for label in ("Board", "Organisation", "Strategy")}
    assert sizes == {"Board": "80px", "Organisation": "65px", "Strategy": "50px"}


def test_no_value_holds_what_browser_cuts_values_at() -> None:
    assert not [value for says in RULES.values() for value in says.values() if re.search(r"[:;'\n]|\w\"\w", value)]
