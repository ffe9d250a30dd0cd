"""Zip files from elsewhere: what damaged ones raise when they are read, and which would flood memory.

>>> import io
>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
...     archive.writestr("zeros", bytes(20_000_000))
>>> floods(zipfile.ZipFile(packed), largest=200_000_000).partition(" (")[0]
'expands to 20 MB'
"""

import zipfile
import zlib

DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
    LookupError, ArithmeticError,
)  # fmt: skip
"""What damaged archives and the parts in them raise when they are read."""

HIGHEST_RATIO = 200
UNSUSPICIOUS = 10_000_000
"""Bytes up to which a ratio does not matter."""


def floods(archive: zipfile.ZipFile, largest: int) -> str:
    """Return in what way an archive expands too far: to more than so many bytes, or suspiciously; else empty."""
    parts = archive.infolist()
    total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    ratio = total / max(packed, 1)
    too_far = total > largest or (total > UNSUSPICIOUS and ratio > HIGHEST_RATIO)
    return f"expands to {total / 1e6:,.0f} MB ({ratio:,.0f}×)" if too_far else ""
