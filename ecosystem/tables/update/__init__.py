"""An update: a few tables or a workbook, laid over a register.

`intake` takes its files in, `laid` lays its rows over those of the register, `complete_lists`, `citing` and `removal`
say what an update may ask for beyond the cells it changes.
"""

from ecosystem.tables.update.reading import Reading, Update, read_update, whole

__all__ = ["Reading", "Update", "read_update", "whole"]
