"""One offline page that anyone can open: the opening picture, who sits where, and everything with its source."""

from ecosystem.maps.composing import opening_of as opening
from ecosystem.maps.drawn import FORMS, Map
from ecosystem.maps.page import VIEWS, page
from ecosystem.maps.sheet import sheet

__all__ = ["FORMS", "VIEWS", "Map", "opening", "page", "sheet"]
