"""Where each thing has its page: file names made of ids, safe on every system, and the anchors within pages.

>>> slug("health-board"), slug("CON"), slug("../x")
('health-board', 'con-a3dbc4b644', 'x-d6b96a97d1')
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecosystem.evidence import Documents
from ecosystem.model import BODIES, Cited, Entity, Fact
from ecosystem.snapshot import Snapshot

PLANS = frozenset({"Strategy", "Programme"})
BODIES_FOLDER, PLANS_FOLDER, DOCUMENTS_FOLDER = "bodies", "plans", "documents"

LONGEST = 64
"""Characters of an id that is a file's name as it is; of a longer one, that many less the sum that makes it unique."""

_PLAIN = re.compile(rf"[a-z0-9](?:[a-z0-9-]{{0,{LONGEST - 2}}}[a-z0-9])?")
_SUM = re.compile(r"-[0-9a-f]{10}$")
_DEVICES = re.compile(r"(con|prn|aux|nul|conin|conout|com\d|lpt\d)$")
"""Names that mean a device to Windows, whatever follows them after a dot."""


def slug(identifier: str) -> str:
    """Return a name for a file or anchor, the id itself where that is safe: no other id has it, in capitals or not."""
    if _PLAIN.fullmatch(identifier) and not _SUM.search(identifier) and not _DEVICES.match(identifier):
        return identifier
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    letters = re.sub(r"[^a-z0-9]+", "-", identifier.lower())[: LONGEST - len(digest) - 1].strip("-")
    return f"{letters}-{digest}" if letters else f"id-{digest}"


def anchor(row: Cited) -> str:
    """Return the anchor of a row on the pages of the documents that it cites.

    >>> anchor(Fact(id="a--b--owns", subject="b", relation="OWNS", object="a"))
    'f-a--b--owns'
    """
    kind = "e" if isinstance(row, Entity) else "f" if isinstance(row, Fact) else "s"
    return f"{kind}-{slug(row.id)}"


def asked_anchor(whom: str) -> str:
    """Return the anchor of what is asked of somebody.

    >>> asked_anchor("NHS Leeds")
    'ask-nhs-leeds-8d5cfcdaaa'
    """
    return f"ask-{slug(whom)}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The pages of bodies, plans and documents, by id, as paths from the root of the atlas; no person has one."""

    things: Mapping[str, str]
    documents: Mapping[str, str]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Addresses":
        """Return the addresses of a snapshot; a source that is part of a document has the page of the whole."""
        folders = dict.fromkeys(BODIES, BODIES_FOLDER) | dict.fromkeys(PLANS, PLANS_FOLDER)
        paged = (entity for entity in snapshot.entities.values() if entity.label in folders)
        wholes = Documents.of(snapshot).by_source.items()
        return cls(
            {entity.id: _path(folders[entity.label], entity.id) for entity in paged},
            {source: _path(DOCUMENTS_FOLDER, whole.id) for source, whole in wholes},
        )

    def of_any(self, ids: Iterable[str]) -> str:
        """Return the page of the first of some things that has one; empty where none has."""
        return next((page for one in ids if (page := self.things.get(one) or self.documents.get(one, ""))), "")


def _path(folder: str, identifier: str) -> str:
    return f"{folder}/{slug(identifier)}.html"
