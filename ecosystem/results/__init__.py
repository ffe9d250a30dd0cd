"""Results: what every answer is, a table or a report of several, with what has to be known to read it."""

from ecosystem.results.frames import frame
from ecosystem.results.result import Answer, Cell, Cells, Part, Report, Result, printed

__all__ = ["Answer", "Cell", "Cells", "Part", "Report", "Result", "frame", "printed"]
