"""A rule that only warns: names that differ in nothing but spaces and dots."""

from collections import defaultdict
from collections.abc import Iterator

from ecosystem.model import Entity
from ecosystem.names import plain
from ecosystem.problems import Problem
from ecosystem.rules.examination import Examination


def resemblance(examined: Examination) -> Iterator[Problem]:
    """Warn of entities of one kind whose names are equal except for spaces, dots and capitals."""
    alike: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in examined.snapshot.entities.values():
        alike[entity.label, plain(entity.name).replace(" ", "")].append(entity)
    for (_, name), group in alike.items():
        first, *others = sorted(group, key=examined.reading_key)
        for entity in others if name else ():
            other = f"{examined.called(first.id)} ({examined.pointer(first)})"
            message = f"the name equals that of {other} except spaces or dots"
            fix = "if both are one, keep one and add the other name to `aliases`; else tell them apart by name"
            yield examined.problem(entity, "B40", message, fix=fix, column="name", warning=True)
