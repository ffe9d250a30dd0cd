"""One offline page that anyone can open: the opening picture, who sits where, and everything with its source."""

from ecosystem.maps.composing import opening_of as opening
from ecosystem.maps.drawn import Map
from ecosystem.maps.layout.layout import layout
from ecosystem.maps.page import page
from ecosystem.maps.svg import document

__all__ = ["Map", "document", "layout", "opening", "page"]
