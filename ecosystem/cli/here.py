"""The dataset's folder that one is in, beside the graph that answers: of another place, or of the same and changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ecosystem.model import DATASET_FILE, Dataset
from ecosystem.problems import EcosystemError
from ecosystem.tables import find_dataset, read_dataset
from ecosystem.tables.settings import read_settings

if TYPE_CHECKING:
    from ecosystem.store import Held  # the driver is imported only where a graph is read

SLACK = 5.0
"""Seconds by which an import's files may be younger than its time in the journal, which is taken at its beginning."""

LARGEST_COMPARED = 2_000_000
"""Bytes of tables that are read, in about a tenth of a second, to compare them with the graph."""


@dataclass(frozen=True, slots=True)
class Here:
    """A dataset's folder here or above, or that the environment names, and what its settings say of the dataset."""

    folder: Path
    dataset: Dataset

    @property
    def name(self) -> str:
        """What it is called: "Leeds (the folder leeds)"."""
        return f"{self.dataset.title} (the folder {self.folder.resolve().name})"

    def moved_on(self, graph: "Held") -> str:
        """Return what has to be said where the files say other than the graph of the same dataset; else nothing.

        Only files written since the graph's last import are read, and not where they are large.
        """
        written = [path.stat() for path in self._files() if path.is_file()]
        if max(each.st_mtime for each in written) <= _imported(graph) + SLACK:
            return ""
        since = f"since revision {graph.revision} of the graph, which answers"
        if sum(each.st_size for each in written) > LARGEST_COMPARED:
            return f"{self.name} was written to {since}: `ecosystem plan` says what differs, if anything."
        return f"{self.name} was changed {since}: `ecosystem plan` says what differs." if self._differs(graph) else ""

    def _files(self) -> Iterator[Path]:
        yield self.folder / DATASET_FILE
        for pattern in ("*.csv", "*/*.csv"):
            yield from self.folder.glob(pattern)

    def _differs(self, graph: "Held") -> bool:
        try:
            return read_dataset(self.folder).snapshot.digest != graph.digest
        except EcosystemError:  # files that cannot be read are not what was imported
            return True


def here() -> Here | None:
    """Return the dataset's folder that one is in; None where there is none, or its settings cannot be read."""
    choice = find_dataset(Path.cwd())
    if choice.is_shipped:
        return None
    try:
        settings, _ = read_settings((choice.folder / DATASET_FILE).read_bytes())
    except OSError:
        return None
    return Here(choice.folder, settings.dataset) if settings else None


def _imported(graph: "Held") -> float:
    try:
        return datetime.fromisoformat(graph.imported).timestamp()
    except ValueError:  # by a hand
        return 0.0
