"""The local database: fetch Neo4j, start it, stop it, say how it is. Nothing else needs to be installed.

`install` brings the program files, `start` gives a running server on this computer alone, `stop` ends it,
`status` says what is known at once, `doctor` writes the page for an IT ticket. Everything lies below `home()`.
"""

from ecosystem.server.artifacts import install, installed, missing
from ecosystem.server.doctor import DoctorReport, doctor
from ecosystem.server.home import home
from ecosystem.server.life import Server, ServerStatus, explained, start, status, stop
from ecosystem.server.memory import remember_identity

__all__ = [
    "DoctorReport",
    "Server",
    "ServerStatus",
    "doctor",
    "explained",
    "home",
    "install",
    "installed",
    "missing",
    "remember_identity",
    "start",
    "status",
    "stop",
]
