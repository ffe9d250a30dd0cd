"""A person taken out of a register and its graph."""

from collections.abc import Mapping

from ecosystem.importing.planning import Standing
from ecosystem.plan import carried, forgetting, must_not_be_named, still_named
from ecosystem.problems import Conflict, NotFound, Refused, UsageError
from ecosystem.store import Entry, Forgotten, Store
from ecosystem.tables import Register, changed_texts, must_be_as_read, must_be_sound, write_files
from ecosystem.whole import write_whole


def without(standing: Standing, register: Register, person: str) -> Mapping[str, str]:
    """Return the tables of a register that hold a person, without them, by file name, for `taken_out`.

    `NotFound` where neither register nor graph knows the id; `Refused` where other cells name the person: nothing is
    reworded in silence.
    """
    contents = [found for found in (register.snapshot, standing.recorded, standing.graph) if found is not None]
    known = [found for found in contents if person in found.entities] or contents[:1]
    changes = [forgetting(found, person) for found in known]
    must_not_be_named(cell for found in contents for cell in still_named(found, person))
    if known[0] is not register.snapshot:
        return {}
    after = carried(register.snapshot, changes[0])
    assert after is not None  # noqa: S101 - forgetting never takes the dataset's own row
    must_be_sound(register, after)
    return changed_texts(register, after)


def taken_out(store: Store, register: Register, texts: Mapping[str, str], person: str, entry: Entry) -> Forgotten:
    """Write the tables of a register `without` a person, then forget them in the graph; the caller holds the register.

    Where the graph refuses, the tables are as before. Should it be cut off between the two, doing it again ends it.
    """
    must_be_as_read(register)
    files = {name: (register.folder / name).resolve() for name in texts}
    before = {path: path.read_bytes() for path in files.values()}
    write_files(texts, register.folder)
    try:
        return store.forget(person, entry)
    except (Conflict, NotFound, Refused, UsageError):
        write_whole(before)
        raise
