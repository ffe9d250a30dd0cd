"""Paths: what stands above what, step by step, and how two things are formally connected; pure, on networkx."""

from ecosystem.paths.connection import connection
from ecosystem.paths.finding import Found, added_by_inference, asserted_between
from ecosystem.paths.routes import Route, Step
from ecosystem.paths.upward import Reach, as_asserted, line_upward, reach_upward

__all__ = [
    "Found", "Reach", "Route", "Step", "added_by_inference", "as_asserted", "asserted_between", "connection",
    "line_upward", "reach_upward",
]  # fmt: skip
