"""Makes the lock: `python -m ecosystem.server.lock` resolves the programs and writes `lock.json` anew.

Takes about a minute and belongs to development alone. It follows the dependencies with jgo, fetches every file
once, checks it against the checksum its publisher gives, and records coordinates, size and sha256, no address.
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import requests
import truststore
from jgo.maven import Dependency, MavenContext, ProfileConstraints, PythonResolver

from ecosystem.problems import Conflict
from ecosystem.server.jars import LOCK, PROGRAMS, Jar
from ecosystem.server.repository import AT_ONCE, TIMEOUT, address, session

_EVERYWHERE_ALIKE = ProfileConstraints(os_name="Linux", os_family="unix", os_arch="amd64", jdk="21")


def resolved(programs: Iterable[str], cache: Path) -> list[Dependency]:
    """Return the programs and all they need at run time, each once; POM files are kept in `cache`."""
    context = MavenContext(
        resolver=PythonResolver(profile_constraints=_EVERYWHERE_ALIKE),
        repo_cache=cache,
        remote_repos={"central": address()},
    )
    wanted = [context.create_dependency(program) for program in programs]
    named, needed = context.resolver.resolve(wanted)
    return [*named, *(dependency for dependency in needed if dependency.scope in {"compile", "runtime"})]


def measured(dependency: Dependency, pooled: requests.Session) -> Jar:
    """Return the dependency as a row of the lock, once its file agrees with the publisher's checksum."""
    artifact = dependency.artifact
    unmeasured = Jar(artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier or "", "", 0)
    content = _content(f"{address()}/{unmeasured.path}", pooled)
    published = _content(f"{address()}/{unmeasured.path}.sha1", pooled).decode("ascii").split()[0]
    if hashlib.sha1(content, usedforsecurity=False).hexdigest() != published:
        raise Conflict(f"{unmeasured.file_name} does not have its published checksum", fix="make the lock again")
    digest = hashlib.sha256(content).hexdigest()
    return Jar(unmeasured.group, unmeasured.name, unmeasured.version, unmeasured.classifier, digest, len(content))


def _content(url: str, pooled: requests.Session) -> bytes:
    answer = pooled.get(url, timeout=TIMEOUT)
    answer.raise_for_status()
    return answer.content


def text_of(jars: Iterable[Jar]) -> str:
    """Return the lock as text: one line for each file, sorted, the same for the same files.

    >>> print(text_of([Jar("org.example", "thing", "1", "", "ab", 9)]).splitlines()[-3])
    {"group": "org.example", "name": "thing", "version": "1", "classifier": "", "sha256": "ab", "size": 9}
    """
    rows = ",\n".join(json.dumps(asdict(jar)) for jar in sorted(jars))
    return f'{{"format": 1, "programs": {json.dumps(PROGRAMS)}, "jars": [\n{rows}\n]\n}}\n'


def main() -> None:
    """Resolve, fetch, measure, and write the lock beside this module."""
    truststore.inject_into_ssl()
    with tempfile.TemporaryDirectory() as cache:
        dependencies = resolved(PROGRAMS, Path(cache))
    with session() as pooled, ThreadPoolExecutor(AT_ONCE) as workers:
        jars = list(workers.map(lambda dependency: measured(dependency, pooled), dependencies))
    LOCK.write_text(text_of(jars), encoding="utf-8", newline="\n")
    total = sum(jar.size for jar in jars)
    sys.stderr.write(f"{len(jars)} files, {total / 1e6:.1f} MB, written to {LOCK.name}\n")


if __name__ == "__main__":
    main()
