"""Scenarios: what the record would be if bodies merged, ended or were split, or a line were another one.

A scenario is a value. It changes no file and no graph, and what only it says rests on the basis `scenario`.
"""

from ecosystem.scenario.file import read_scenario
from ecosystem.scenario.ground import SCENARIO, as_if_asserted
from ecosystem.scenario.scenario import Scenario, scenario
from ecosystem.scenario.stage import Effect, Outcome, Taken
from ecosystem.scenario.steps import (
    REST,
    STEPS,
    AddLine,
    End,
    Fault,
    Merge,
    RedirectLine,
    Remove,
    RemoveLine,
    Split,
    Step,
    faults_of,
    step_of,
    steps_of,
)

__all__ = [
    "REST", "SCENARIO", "STEPS", "AddLine", "Effect", "End", "Fault", "Merge", "Outcome", "RedirectLine", "Remove",
    "RemoveLine", "Scenario", "Split", "Step", "Taken", "as_if_asserted", "faults_of", "read_scenario", "scenario",
    "step_of", "steps_of",
]  # fmt: skip
