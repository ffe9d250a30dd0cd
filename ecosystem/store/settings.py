"""Where a Neo4j is and how to log in: from the environment, or given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ecosystem.problems import UsageError, quoted

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Settings:
    """An address and a login. The password is in no message and no representation.

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
        parts = urlsplit(self.uri)
        if "@" in parts.netloc:
            raise UsageError(
                "the address of the database holds a login",
                fix="write NEO4J_URI without it, and set NEO4J_USERNAME and NEO4J_PASSWORD_FILE",
            )
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise UsageError(
                f"{quoted(self.uri)} is not the address of a Neo4j",
                fix=f"begin it with one of {', '.join(f'{scheme}://' for scheme in SCHEMES)}",
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
        raise UsageError(f"the password file {quoted(path)} cannot be read", fix="check NEO4J_PASSWORD_FILE") from None
