"""An atlas: a small static web site of any dataset, a page for each body, plan and document, to publish or carry."""

from ecosystem.atlas.writing import MARK, MARKED, atlas, zipped

__all__ = ["MARK", "MARKED", "atlas", "zipped"]
