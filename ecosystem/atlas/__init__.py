"""An atlas: a small static web site of any dataset, a page for each body, plan and document, to publish or carry."""

from ecosystem.atlas.placing import put
from ecosystem.atlas.writing import atlas, zipped

__all__ = ["atlas", "put", "zipped"]
