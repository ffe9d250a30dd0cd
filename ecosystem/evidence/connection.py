"""What nothing joins to anything else."""

from ecosystem.model import Entity
from ecosystem.snapshot import View


def is_unconnected(view: View, entity: Entity) -> bool:
    """Tell whether nothing joins an entity to another, on any day; that a source lists it joins it to none."""
    return all(fact.relation == "SHOWN_ON" for fact in view.snapshot.facts_about(entity.id))
