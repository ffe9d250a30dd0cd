"""Where the database is: from the environment, never with a secret in a message."""

import pytest

from ecosystem.problems import UsageError
from ecosystem.store import Settings, settings_from


def test_without_an_address_there_are_no_settings():
    assert settings_from({}) is None
    assert settings_from({"NEO4J_URI": " ", "NEO4J_PASSWORD": "x"}) is None


def test_the_password_comes_from_a_file_or_a_variable(tmp_path):
    file = tmp_path / "password"
    file.write_text("from a file\n", encoding="utf-8")
    uri = {"NEO4J_URI": "neo4j+s://graph.example.org"}
    assert settings_from(uri | {"NEO4J_PASSWORD_FILE": str(file)}).password == "from a file"
    assert settings_from(uri | {"NEO4J_PASSWORD": "given", "NEO4J_PASSWORD_FILE": str(file)}).password == "given"


def test_user_and_database_may_be_named():
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
def test_settings_that_cannot_be_used_are_refused(environment, message):
    with pytest.raises(UsageError, match=message) as raised:
        settings_from(environment)
    assert raised.value.fix


def test_a_login_in_the_address_is_refused_without_repeating_it():
    with pytest.raises(UsageError) as raised:
        Settings("bolt://neo4j:canary-secret@localhost")
    assert "canary-secret" not in str(raised.value)


def test_the_password_is_in_no_representation():
    assert "canary-secret" not in repr(Settings("bolt://h", password="canary-secret"))
