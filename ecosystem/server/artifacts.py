"""The program files in the state folder: which are missing, and bringing them there.

What is already there and whole is not brought again, so that a broken fetch goes on where it ended.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ecosystem.server.fetching import Progress, Tally, carried, fetched
from ecosystem.server.home import home, private_folder
from ecosystem.server.jars import Jar, locked_jars
from ecosystem.server.repository import AT_ONCE
from ecosystem.server.turns import turn


def missing(folder: Path | None = None) -> tuple[Jar, ...]:
    """Return the locked files that are not whole in `folder` (else the state folder's); reads every file there."""
    place = folder or home().jars
    jars = locked_jars()
    with ThreadPoolExecutor(AT_ONCE) as workers:
        whole = workers.map(lambda jar: jar.is_whole(place / jar.file_name), jars)
        return tuple(jar for jar, is_whole in zip(jars, whole, strict=True) if not is_whole)


def installed() -> bool:
    """Say whether every locked file is there with its size; the sums are checked at each start."""
    place = home().jars
    return all(jar.seems_whole(place / jar.file_name) for jar in locked_jars())


def install(jars: Path | None = None, progress: Progress | None = None) -> int:
    """Bring every locked file into the state folder and return how many had to be brought.

    They come from the repository, or from the folder `jars`: a copy of another state folder's `jars`, or a Maven
    repository. `progress` is told the bytes in place and the bytes in all, from several threads in turn. Raises
    DatabaseUnreachable when a file cannot be had whole, Refused when the state folder cannot be written.
    """
    place = home()
    with turn(place.lock):
        private_folder(place.jars)
        for left in place.jars.glob(".*.part"):
            left.unlink(missing_ok=True)
        wanted = missing(place.jars)
        tally = Tally(progress, sum(jar.size for jar in locked_jars()), sum(jar.size for jar in wanted))
        if jars is None:
            fetched(wanted, place.jars, tally)
        else:
            carried(wanted, jars, place.jars, tally)
    return len(wanted)
