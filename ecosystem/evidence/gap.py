"""A gap: one thing that no source says, or that sources say so that it does not fit together, as a question."""

from dataclasses import dataclass

from ecosystem.model import Cited, Node


@dataclass(frozen=True, slots=True)
class Gap:
    """Something nobody has written down of one node, or that does not fit together.

    `kind` says what is asked. `question` follows the node's name and a colon. `known` says what is known instead, empty
    where nothing is. `spoken_of` are the rows whose citations tell where it was looked up, `settles` those of them that
    need no question of their own beside this one. `beside` are the ids of what else makes it this gap and no other of
    its kind about the same node.
    """

    kind: str
    about: Node
    question: str
    known: str
    spoken_of: tuple[Cited, ...] = ()
    settles: tuple[Cited, ...] = ()
    beside: tuple[str, ...] = ()

    def worded(self) -> str:
        """Return the whole question, with the name of what it is about.

        >>> from ecosystem.model import Entity
        >>> Gap("chair", Entity(id="a", label="Board", name="Health Board"), "who chairs it?", known="").worded()
        'Health Board: who chairs it?'
        """
        return f"{self.about.name}: {self.question}"
