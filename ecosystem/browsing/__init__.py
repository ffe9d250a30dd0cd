"""What Neo4j Browser takes in: the named questions and pictures as favourites, and a style for its graphs.

>>> "node.Board" in STYLE
True
"""

from ecosystem.browsing.favourites import favourites, packed
from ecosystem.browsing.style import STYLE

__all__ = ["STYLE", "favourites", "packed"]
