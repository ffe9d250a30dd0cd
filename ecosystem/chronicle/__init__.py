"""What changed between two days, by theme, in sentences with the rows they rest on; pure."""

from ecosystem.chronicle.telling import Kind, Told
from ecosystem.chronicle.themes import Theme, chronicle, chronicle_of, not_confirmed

__all__ = ["Kind", "Theme", "Told", "chronicle", "chronicle_of", "not_confirmed"]
