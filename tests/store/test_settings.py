"""Where the database is: from the environment, never with a secret in a message."""

from pathlib import Path

import pytest
from neo4j.exceptions import ConfigurationError

from ecosystem.problems import UsageError
from ecosystem.store import Settings, settings_from
from ecosystem.store.failures import translated


def test_without_an_address_there_are_no_settings() -> None:
    assert settings_from({}) is None
    assert settings_from({"NEO4J_URI": " ", "NEO4J_PASSWORD": "x"}) is None


def test_the_password_comes_from_a_file_or_a_variable(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from a file\n", encoding="utf-8")
    uri = {"NEO4J_URI": "neo4j+s://graph.example.org"}
    assert settings_from(uri | {"NEO4J_PASSWORD_FILE": str(file)}).password == "from a file"
    assert settings_from(uri | {"NEO4J_PASSWORD": "given", "NEO4J_PASSWORD_FILE": str(file)}).password == "given"


def test_user_and_database_may_be_named() -> None:
    found = settings_from(
        {"NEO4J_URI": "bolt://h", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}
    )
    assert found == Settings("bolt://h", "u", "p", "d")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"NEO4J_URI": "bolt://h"}, "no password"),
        ({"NEO4J_URI": "bolt://h", "NEO4J_PASSWORD_FILE": "/does/not/exist"}, "cannot be read"),
        ({"NEO4J_URI": "http://h:7474", "NEO4J_PASSWORD": "p"}, "is not the address of a Neo4j"),
        ({"NEO4J_URI": "bolt://", "NEO4J_PASSWORD": "p"}, "is not the address of a Neo4j"),
        ({"NEO4J_URI": "graph.example.org", "NEO4J_PASSWORD": "p"}, "is not the address of a Neo4j"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(environment: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        settings_from(environment)
    assert raised.value.fix


def test_a_login_in_the_address_is_refused_without_repeating_it() -> None:
    with pytest.raises(UsageError) as raised:
        Settings("bolt://neo4j:canary-secret@localhost")
    assert "canary-secret" not in str(raised.value)


@pytest.mark.parametrize(
    "uri",
    [
        "bolt://[::1",
        "bolt://h:99999",
        "bolt://h:port",
        "bolt://h:0",
        "bolt://h:-1",
        "bolt://a..b",
        f"bolt://{'a' * 300}",
    ],
)
def test_an_address_that_is_none_is_wrong_usage_and_no_traceback(uri: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a Neo4j"):
        Settings(uri)


@pytest.mark.parametrize(
    "uri",
    ["bolt://h?x=canary-secret", "neo4j://h/#canary-secret", "canary-secret", "bolt://h:canary-secret", "canary@h"],
)
def test_what_was_pasted_as_an_address_is_not_repeated(uri: str) -> None:
    with pytest.raises(UsageError) as raised:
        Settings(uri)
    assert "canary" not in str(raised.value)


def test_a_password_pasted_as_its_file_is_not_repeated() -> None:
    with pytest.raises(UsageError) as raised:
        settings_from({"NEO4J_URI": "bolt://h", "NEO4J_PASSWORD_FILE": "canary-secret"})
    assert "canary" not in str(raised.value)


def test_what_the_driver_says_of_an_address_is_not_repeated() -> None:
    told = translated(ConfigurationError("bolt://h?x=canary-secret"), "h:7687")
    assert (told.exit_code, "canary" in str(told)) == (2, False)


def test_the_password_is_in_no_representation() -> None:
    assert "canary-secret" not in repr(Settings("bolt://h", password="canary-secret"))
