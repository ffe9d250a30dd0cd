"""An import, whole: a register of files and its graph brought to a plan together, or neither.

The new tables are prepared beside the old ones, the graph takes the plan in one transaction, then the tables are put in
their place. Whatever is cut off between two of these steps, `settled` ends it the way the graph's journal says.
"""

from ecosystem.importing.carrying_out import Steps, carried_out, settled
from ecosystem.importing.forgetting import taken_out, without
from ecosystem.importing.planning import NOTHING, Standing, going_back, planned, standing

__all__ = [
    "NOTHING", "Standing", "Steps", "carried_out", "going_back", "planned", "settled", "standing", "taken_out",
    "without",
]  # fmt: skip
