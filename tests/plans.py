"""A plan for the folders of malformed input."""

from building import VALID

from ecosystem.plan import plan
from ecosystem.tables import read_dataset


def kept() -> str:
    """Return the text of a plan that makes `valid` from nothing."""
    return plan(None, read_dataset(VALID).snapshot).to_json()
