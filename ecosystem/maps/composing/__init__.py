"""What a picture shows of a view: which boxes, lines, trays and sentences, before anything has a place."""

from ecosystem.maps.composing.composing import opening_of

__all__ = ["opening_of"]
