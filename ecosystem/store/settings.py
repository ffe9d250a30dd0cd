"""Where a Neo4j is and how to log in: from the environment, or given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ecosystem.problems import UsageError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Settings:
    """An address and a login. The password is in no message and no representation.

    Nor is the address in a message while it is not known to be one: a password may have been pasted in its place.

    An empty `database` is the server's default. Where `expected_identity` is given, a server of another identity is
    refused: so another server on a remembered port is not taken for ours.

    >>> Settings("bolt://localhost:7687", password="secret")
    Settings(uri='bolt://localhost:7687', username='neo4j', database='', expected_identity='')
    """

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = ""
    expected_identity: str = ""

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.uri)
            sound = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
            (parts.hostname or "").encode("idna")  # as a host is looked up: a part of it may be too long, or empty
        except ValueError:
            raise _no_address() from None
        if "@" in self.uri:
            raise UsageError(
                "the address of the database holds a login",
                fix="write NEO4J_URI without it, and set NEO4J_USERNAME and NEO4J_PASSWORD_FILE",
            )
        if not sound or any(mark in self.uri for mark in "?#") or not self.uri.isprintable():
            raise _no_address()


def _no_address() -> UsageError:
    return UsageError(
        "what is given is not the address of a Neo4j",
        fix=f"write NEO4J_URI as SCHEME://HOST:PORT and nothing more; SCHEME is one of {', '.join(SCHEMES)}",
    )


def settings_from(environment: Mapping[str, str]) -> Settings | None:
    """Return the settings that environment variables give; None where `NEO4J_URI` is not set.

    >>> settings_from({"NEO4J_URI": "neo4j://graph.example.org", "NEO4J_PASSWORD": "x"}).username
    'neo4j'
    """
    uri = environment.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    return Settings(
        uri=uri,
        username=environment.get("NEO4J_USERNAME") or "neo4j",
        password=_password(environment),
        database=environment.get("NEO4J_DATABASE", ""),
    )


def _password(environment: Mapping[str, str]) -> str:
    if password := environment.get("NEO4J_PASSWORD"):
        return password
    path = environment.get("NEO4J_PASSWORD_FILE")
    if not path:
        raise UsageError("no password for the database", fix="set NEO4J_PASSWORD_FILE or NEO4J_PASSWORD")
    try:
        return Path(path).read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        fix = "check NEO4J_PASSWORD_FILE: it is the path of a text file"
        raise UsageError("the password file cannot be read", fix=fix) from None
