"""What things are called: kinds of things in a place's own words, and properties."""

import re

from ecosystem.model import BODIES, LABELS, Dataset, Entity, Node, Statement
from ecosystem.snapshot import Snapshot


def kind_of(node: Node, dataset: Dataset | None = None) -> str:
    """Return what a node is, as finely as its form says, in the dataset's own word for its label where it has one.

    >>> kind_of(Entity(id="a", label="Board", name="A", form="committee"))
    'committee'
    """
    return (node.form if isinstance(node, Entity) else node.kind) or word_for(node.label, dataset)


def word_for(label: str, dataset: Dataset | None = None) -> str:
    """Return what one thing of a label is called, in the dataset's own word where it has one.

    >>> place = Dataset(id="x", title="X", as_of="2024", words=("LocalCarePartnership=Primary Care Network",))
    >>> word_for("LocalCarePartnership", place), word_for("Team", place)
    ('Primary Care Network', 'team')
    """
    return _own_words(dataset).get(label, LABELS[label].singular)


def words_for(label: str, dataset: Dataset | None = None) -> str:
    """Return what several things of a label are called, in the dataset's own word where it has one.

    >>> place = Dataset(id="x", title="X", as_of="2024", words=("Board=Statutory Body",))
    >>> words_for("Board", place), words_for("Team", place)
    ('Statutory Bodies', 'teams')
    """
    word = word_for(label, dataset)
    if word == LABELS[label].singular:
        return LABELS[label].plural
    return re.sub(r"(?<=[^aeiou])y$", "ie", word) + "s"


def definite(entity: Entity) -> str:
    """Return the name of an entity as it stands in a sentence, with an article where it ends in a common noun.

    >>> definite(Entity(id="a", label="Board", name="Finance Group"))
    'the Finance Group'
    >>> definite(Entity(id="b", label="Board", name="ICE"))
    'ICE'
    >>> definite(Entity(id="c", label="Board", name="working group to address challenges"))
    'the working group to address challenges'
    >>> definite(Entity(id="d", label="Population", name="LTHT’s immediate population"))
    'LTHT’s immediate population'
    """
    words = _QUALIFIED.sub("", entity.name).casefold().split()
    noun = _QUALIFIED.sub("", _AFTER_ITS_NOUN.sub("", entity.name)).casefold().split()
    label = LABELS.get(entity.label)
    common = {*label.forms, label.singular.split()[-1].casefold()} if label else set()
    ends_in_common = words[-1:] + noun[1:][-1:]
    is_called_that = entity.label == "Post" or not common.isdisjoint(ends_in_common)
    has_determiner = bool(_DETERMINED.intersection(words[:1])) or bool(_OWNED.match(entity.name))
    needs_article = len(words) > 1 and not has_determiner and is_called_that
    return f"the {entity.name}" if needs_article else entity.name


def is_plural(node: Node | None) -> bool:
    """Tell whether the name of a node is that of several, as of elected members: then several do what it does.

    A body is several where its noun is the plural of what such a body is called, or is several and no proper name; a
    collection is where its noun is.

    >>> is_plural(Entity(id="a", label="Constituency", name="elected members"))
    True
    >>> is_plural(Entity(id="b", label="Constituency", name="Third Sector"))
    False
    >>> is_plural(Entity(id="c", label="Board", name="Patient Groups"))
    True
    """
    if not isinstance(node, Entity) or node.label not in BODIES | {"Constituency"}:
        return False
    noun = _AFTER_ITS_NOUN.sub("", node.name)
    last = noun.rpartition(" ")[2]
    is_common = node.label not in BODIES or node.form == COLLECTION or last.islower()
    return (is_common and bool(_SEVERAL.search(noun))) or last.casefold() in _several_of(node)


def _several_of(entity: Entity) -> set[str]:
    """Return the last words of what several bodies of a kind are called."""
    label = LABELS[entity.label]
    return {f"{form}s" for form in label.forms} or {label.plural.split()[-1].casefold()}


COLLECTION = "collection"
_AFTER_ITS_NOUN = re.compile(r" (of|in|from|for|to|across|that|who)\b.*| \(.*")
_SEVERAL = re.compile(r"([a-z][^s\W]s|\bpeople|\bpolice)$")
_QUALIFIED = re.compile(r"[(,:].*|[-–0-9 ]+$")
_OWNED = re.compile(r"[A-Z]{2,}[a-z]*[’']s ")
_DETERMINED = frozenset({"the", "our", "my"})


def _own_words(dataset: Dataset | None) -> dict[str, str]:
    return dict(word.split("=", 1) for word in dataset.words) if dataset else {}


def property_in_words(snapshot: Snapshot, statement: Statement) -> str:
    """Return what a statement is about as it stands in a sentence: the title of its property, a name as it is.

    >>> from ecosystem.model import Code
    >>> code = Code(list="property", code="full_name", title="Full name", position=1)
    >>> snapshot = Snapshot.of([code], Dataset(id="x", title="X", as_of="2018"))
    >>> property_in_words(snapshot, Statement(id="a", subject="b", property="full_name"))
    'full name'
    """
    title = snapshot.title_of("property", statement.property).replace("_", " ")
    return title if title[1:] != title[1:].lower() else title.lower()
