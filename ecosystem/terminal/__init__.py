"""The rim to people and programs: results as text, talk on standard error, progress."""

from ecosystem.terminal.rendering import FORMATS, render
from ecosystem.terminal.streams import emit, fail, progress, say, warn

__all__ = ["FORMATS", "emit", "fail", "progress", "render", "say", "warn"]
