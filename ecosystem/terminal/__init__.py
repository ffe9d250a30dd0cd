"""The rim to people and programs: answers as text, talk on standard error, progress."""

from ecosystem.terminal.cells import markdown_cell
from ecosystem.terminal.rendering import FORMATS, render
from ecosystem.terminal.streams import emit, emit_text, fail, progress, say, tell, warn

__all__ = ["FORMATS", "emit", "emit_text", "fail", "markdown_cell", "progress", "render", "say", "tell", "warn"]
