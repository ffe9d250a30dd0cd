"""The digest of rows: a sum, so that it does not depend on their order and follows from the rows that change alone."""

import hashlib

from ecosystem.model import Row, cells

MODULUS = 2**256


def row_digest(row: Row) -> int:
    """Return the SHA-256 of a row in canonical form, as a number; a digest is the sum of these."""
    canonical = "\x1f".join((row.record, *cells(row)))
    return int.from_bytes(hashlib.sha256(canonical.encode()).digest(), "big")


def digest_text(total: int) -> str:
    """Return a sum of row digests, modulo 2²⁵⁶, as 64 hexadecimal digits.

    >>> digest_text(255)[-4:]
    '00ff'
    """
    return f"{total % MODULUS:064x}"
