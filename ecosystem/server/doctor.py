"""The page for an IT ticket: what is fetched, what runs, where, over which network, and what is wrong.

It works with nothing fetched and no network, changes nothing, and never shows the password.
"""

from dataclasses import dataclass

from ecosystem.server import examination
from ecosystem.server.examination import Section
from ecosystem.server.home import home
from ecosystem.server.life import status


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """The whole page.

    >>> print(DoctorReport((Section("Java", ("it runs",)),)).text)
    Nothing is wrong with the local database.
    <BLANKLINE>
    Java
      it runs
    """

    sections: tuple[Section, ...]

    @property
    def wrong(self) -> tuple[str, ...]:
        """Everything that is wrong, in reading order."""
        return tuple(sentence for section in self.sections for sentence in section.wrong)

    @property
    def text(self) -> str:
        """The page as plain text: what is wrong first, then what was found."""
        head = ["Wrong with the local database:", *(f"  - {sentence}" for sentence in self.wrong)]
        page = head if self.wrong else ["Nothing is wrong with the local database."]
        for section in self.sections:
            page += ["", section.title, *(f"  {line}" for line in section.lines)]
        return "\n".join(page)


def doctor() -> DoctorReport:
    """Examine the local database, the network it is fetched over and this computer; takes at most half a minute."""
    place, found = home(), status()
    return DoctorReport(
        (
            examination.versions(),
            examination.files(place),
            examination.program(place, found),
            examination.login(place, found),
            examination.ports(place, found),
            examination.folders(place),
            examination.network(place),
            examination.computer(place),
            examination.log(place),
        )
    )
