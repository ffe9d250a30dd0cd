"""The server's login: a random password that only a private file holds, set before the server first listens."""

import secrets

from ecosystem.problems import Refused
from ecosystem.server.home import Home, private_folder, write_privately
from ecosystem.server.java import run_to_end

USER = "neo4j"
PASSWORD_BYTES = 24
SETTING_TAKES = 60.0
"""Seconds that setting the password may take; it takes one."""


def set_password(place: Home) -> None:
    """Make sure that the server has a password of our making, and that the file holds it.

    The server keeps logins in its data folder from its first start on; from then the file is all that knows it.
    """
    if _server_has_logins(place):
        if not place.password.is_file():
            raise Refused(
                f"the password of the local database is lost: {place.password} is not there",
                fix=f"put the file back, or move {place.server} away and `ecosystem apply`: the files are the register",
            )
        return
    private_folder(place.folder)
    if not place.password.is_file():
        write_privately(place.password, secrets.token_hex(PASSWORD_BYTES))
    # The file is handed over by name: what stands on a command line, every user of the computer can read.
    run_to_end(place, "org.neo4j.cli.AdminTool", ["dbms", "set-initial-password", f"@{place.password}"], SETTING_TAKES)


def _server_has_logins(place: Home) -> bool:
    return (place.data / "dbms" / "auth.ini").is_file() or (place.data / "databases" / "system").is_dir()
