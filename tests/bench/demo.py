"""How long the demo takes, cold and warm, against the server's own start: `make bench`.

Cold fetches Neo4j into an empty folder; warm finds it there but not running. Machines are noisy: read the ratio.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, told

COLD_SECONDS = 240.0
FILES_SECONDS = 10.0
WARM_RATIO = 3.0


def ecosystem(*arguments: str, home: Path, work: Path) -> tuple[float, str]:
    """Run a command and return its seconds and everything it said; a failure ends the measurement."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "ecosystem", *arguments],
        cwd=work,
        env={**os.environ, "ECOSYSTEM_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"`ecosystem {' '.join(arguments)}` ended with {done.returncode}:\n{done.stdout}")
    return time.monotonic() - begun, done.stdout


def files_seconds(said: str) -> float:
    """Return the seconds of the demo's first two steps, the data and the map."""
    return sum(map(float, re.findall(r"^\(([0-9.]+) s\)$", said, re.MULTILINE)[:2]))


def main() -> int:
    """Measure, print, and say whether the figures are met."""
    with tempfile.TemporaryDirectory() as folder:
        home, work = Path(folder, "home"), Path(folder, "work")
        work.mkdir()
        cold, said = ecosystem("demo", home=home, work=work)
        ecosystem("db", "stop", home=home, work=work)
        start, _ = ecosystem("db", "start", home=home, work=work)
        ecosystem("db", "stop", home=home, work=work)
        warm, _ = ecosystem("demo", home=home, work=work)
        ecosystem("db", "stop", home=home, work=work)
    return told([
        Figure("data checked and map drawn", files_seconds(said), FILES_SECONDS, "s"),
        Figure("demo, cold", cold, COLD_SECONDS, "s"),
        Figure("demo, warm, against `db start` alone", warm / start, WARM_RATIO, "times"),
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
