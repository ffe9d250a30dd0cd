"""A gap: one thing that no source says, as a question."""

from dataclasses import dataclass

from ecosystem.model import Cited, Node


@dataclass(frozen=True, slots=True)
class Gap:
    """Something nobody has written down of one node.

    `kind` is one of `KINDS`. `question` follows the node's name and a colon. `known` says what is known instead, empty
    where nothing is. `spoken_of` are the rows whose citations tell where it was looked up, `settles` those of them that
    need no question of their own beside this one.
    """

    kind: str
    about: Node
    question: str
    known: str
    spoken_of: tuple[Cited, ...] = ()
    settles: tuple[Cited, ...] = ()

    def worded(self) -> str:
        """Return the whole question, with the name of what it is about.

        >>> from ecosystem.model import Entity
        >>> Gap("chair", Entity(id="a", label="Board", name="Health Board"), "who chairs it?", known="").worded()
        'Health Board: who chairs it?'
        """
        return f"{self.about.name}: {self.question}"
