"""A place for everything in a picture, computed: bands of boxes, one straight track per line, trays and a legend."""

from ecosystem.maps.layout.layout import Picture, layout

__all__ = ["Picture", "layout"]
