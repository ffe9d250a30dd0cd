"""Paths: what stands above what, step by step, and how two things are formally connected; pure, on networkx."""

from ecosystem.paths.connection import connection
from ecosystem.paths.finding import Found, asserted_between, found_between
from ecosystem.paths.routes import Route, Step
from ecosystem.paths.upward import Reach, lines_upward, reach_upward

__all__ = [
    "Found", "Reach", "Route", "Step", "asserted_between", "connection", "found_between", "lines_upward",
    "reach_upward",
]  # fmt: skip
