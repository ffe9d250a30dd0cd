"""The governance graph of a city's health and care partnership: sourced, dated, asked in Cypher, drawn as a map.

>>> from ecosystem import open_dataset
>>> open_dataset().ask("chairs", body="HWB").records()[0]["chair"]
'Executive Member for Adults, Health and Wellbeing'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecosystem.api import OpenDataset, open_dataset

__version__ = "0.1.0"
__all__ = ["OpenDataset", "__version__", "open_dataset"]


def __getattr__(name: str) -> Any:
    """Import the Python interface when it is first used: a command that needs none of it should not wait for it."""
    if name in {"OpenDataset", "open_dataset"}:
        from ecosystem import api  # noqa: PLC0415 - as said above

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
