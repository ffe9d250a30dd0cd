"""Queries that would do more than read: refused before they touch anything."""

import time

import pytest
from cli.conftest import Ecosystem
from payloads.catalogue import QUERIES, REFUSED, Payload
from payloads.conftest import SECRET, Canaries, World

from ecosystem.problems import DatabaseUnreachable
from ecosystem.store import Limits

pytestmark = pytest.mark.neo4j

GIVEN = ("--param", "u=file:///etc/passwd")
ENDLESS = 57

FORMS = [
    pytest.param(payload, form, id=f"{payload.number}-{form[:40]!r}")
    for payload in QUERIES
    if payload.number != ENDLESS
    for form in payload.forms
]


@pytest.mark.parametrize(("payload", "form"), FORMS)
def test_a_query_ends_as_it_must_and_leaves_everything_as_it_was(
    payload: Payload, form: str, ecosystem: Ecosystem, world: World, canaries: Canaries
) -> None:
    before = world.now()
    ended = ecosystem("cypher", canaries.fill(form), *(GIVEN if "$u" in form else ()))
    assert ended.code == payload.code, ended.err
    assert ("fix:" in ended.err) == bool(payload.code)
    assert (SECRET in ended.out + ended.err, "root:" in ended.out + ended.err) == (False, False)
    if payload.code == REFUSED:
        assert ended.out == ""
    assert len(ended.err) < 2_000
    assert world.now() == before
    canaries.assert_alive()


def test_a_query_without_an_end_is_ended_within_a_second_of_its_limit(world: World) -> None:
    (endless,) = (payload for payload in QUERIES if payload.number == ENDLESS)
    (form,) = endless.forms
    begun = time.monotonic()
    with pytest.raises(DatabaseUnreachable, match="did not finish within the time limit of 2 seconds") as raised:
        world.store.read(form, limits=Limits(seconds=2))
    assert raised.value.exit_code == endless.code
    assert time.monotonic() - begun < 2 + 1
