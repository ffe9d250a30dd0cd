"""Answers: what is found, shown and asked, as tables that say where they come from and what they leave out."""

from ecosystem.answers.ask import Runner, ask, catalogue, from_files, from_graph
from ecosystem.answers.find import find
from ecosystem.answers.result import Cell, Cells, Result
from ecosystem.answers.schema import schema
from ecosystem.answers.show import show
from ecosystem.answers.twins import TWINS

__all__ = [
    "TWINS", "Cell", "Cells", "Result", "Runner", "ask", "catalogue", "find", "from_files", "from_graph", "schema",
    "show",
]  # fmt: skip
