"""Program files come whole or not at all, over a few connections, and a broken fetch can be repeated."""

from collections.abc import Callable
from pathlib import Path

import pytest
from server.maven import Repository

from ecosystem.problems import DatabaseUnreachable, Exit
from ecosystem.server.fetching import Tally, carried, fetched
from ecosystem.server.jars import Jar

Told = list[tuple[int, int]]


def tally(jars: list[Jar], told: Told) -> Tally:
    """Return a count of the bytes of these files, none of them there yet."""
    total = sum(jar.size for jar in jars)
    return Tally(lambda done, of: told.append((done, of)), total, total)


def names(folder: Path) -> set[str]:
    """Return what lies in a folder."""
    return {file.name for file in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "jars"
    made.mkdir()
    return made


def test_files_arrive_whole_and_the_progress_ends_at_the_total(repository: Repository, folder: Path) -> None:
    jars = [repository.publish(f"thing{number}", bytes([number]) * 1000 * number) for number in range(1, 31)]
    told: Told = []
    fetched(jars, folder, tally(jars, told))
    assert names(folder) == {jar.file_name for jar in jars}
    assert all(jar.is_whole(folder / jar.file_name) for jar in jars)
    assert told[0] == (0, 465_000)
    assert told[-1] == (465_000, 465_000)


def test_few_connections_serve_many_files(repository: Repository, folder: Path) -> None:
    jars = [repository.publish(f"thing{number}", b"content") for number in range(40)]
    fetched(jars, folder, tally(jars, []))
    assert repository.connections <= 8


def cut_short(content: bytes, _time: int) -> tuple[int, bytes]:
    """Send half of the file and hang up."""
    return 200, content[: len(content) // 2]


def altered(content: bytes, _time: int) -> tuple[int, bytes]:
    """Send other bytes of the same number."""
    return 200, b"!" * len(content)


@pytest.mark.parametrize("reply", [cut_short, altered])
def test_a_file_that_is_not_the_locked_one_is_refused_and_nothing_of_it_stays(
    repository: Repository, folder: Path, reply: Callable[[bytes, int], tuple[int, bytes]]
) -> None:
    jar = repository.publish("thing", b"content" * 1000)
    repository.reply = reply
    told: Told = []
    with pytest.raises(DatabaseUnreachable) as raised:
        fetched([jar], folder, tally([jar], told))
    assert raised.value.exit_code == Exit.DATABASE
    assert "thing-1.0.jar" in raised.value.message
    assert "db install" in raised.value.fix
    assert names(folder) == set()
    assert told[-1] == (0, 7000)


@pytest.mark.parametrize("reply", [cut_short, altered])
def test_a_file_that_arrives_broken_once_is_asked_for_again(
    repository: Repository, folder: Path, reply: Callable[[bytes, int], tuple[int, bytes]]
) -> None:
    jar = repository.publish("thing", b"content" * 1000)
    repository.reply = lambda content, time: reply(content, time) if time == 1 else (200, content)
    told: Told = []
    fetched([jar], folder, tally([jar], told))
    assert jar.is_whole(folder / jar.file_name)
    assert len(repository.asked) == 2
    assert told[-1] == (7000, 7000)


def test_a_busy_repository_is_asked_again(repository: Repository, folder: Path) -> None:
    jar = repository.publish("thing", b"content")
    repository.reply = lambda content, time: (503, b"") if time == 1 else (200, content)
    fetched([jar], folder, tally([jar], []))
    assert jar.is_whole(folder / jar.file_name)


def test_a_file_that_is_not_there_is_named(repository: Repository, folder: Path) -> None:
    with pytest.raises(DatabaseUnreachable, match=r"absent-1.jar could not be fetched: 127.0.0.1 answered 404"):
        fetched([Jar("org.example", "absent", "1", "", "00", 1)], folder, Tally(None, 1, 1))


def test_what_came_whole_before_a_failure_is_kept(repository: Repository, folder: Path) -> None:
    good = repository.publish("good", b"content")
    absent = Jar("org.example", "absent", "1", "", "00", 1)
    fetched([good], folder, tally([good], []))
    with pytest.raises(DatabaseUnreachable):
        fetched([absent], folder, tally([absent], []))
    assert good.is_whole(folder / good.file_name)


def test_credentials_of_the_address_stay_out_of_messages(
    repository: Repository, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOSYSTEM_MAVEN", repository.address.replace("//", "//ann:canary@"))
    with pytest.raises(DatabaseUnreachable) as raised:
        fetched([Jar("org.example", "absent", "1", "", "00", 1)], folder, Tally(None, 1, 1))
    assert "canary" not in str(raised.value)


@pytest.mark.parametrize("address", ["rubbish", "ftp://example.invalid", "http://127.0.0.1:1", "https://[half"])
def test_an_address_that_cannot_serve_is_an_error_with_a_next_step(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOSYSTEM_MAVEN", address)
    with pytest.raises(DatabaseUnreachable, match=r"could not be fetched") as raised:
        fetched([Jar("org.example", "absent", "1", "", "00", 1)], folder, Tally(None, 1, 1))
    assert "--jars" in raised.value.fix


def test_a_list_of_authorities_that_is_not_there_is_an_error_with_a_next_step(
    repository: Repository, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECOSYSTEM_MAVEN", repository.address.replace("http:", "https:"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "absent.pem"))
    with pytest.raises(DatabaseUnreachable, match=r"absent\.pem"):
        fetched([Jar("org.example", "absent", "1", "", "00", 1)], folder, Tally(None, 1, 1))


def test_a_folder_carried_by_hand_may_be_flat_or_a_maven_repository(
    repository: Repository, folder: Path, tmp_path: Path
) -> None:
    flat, nested = repository.publish("flat", b"one"), repository.publish("nested", b"two")
    source = tmp_path / "carried"
    (source / nested.path).parent.mkdir(parents=True)
    (source / nested.path).write_bytes(b"two")
    (source / flat.file_name).write_bytes(b"one")
    carried([flat, nested], source, folder, tally([flat, nested], []))
    assert names(folder) == {"flat-1.0.jar", "nested-1.0.jar"}
    assert repository.asked == []


def test_a_folder_carried_by_hand_that_lacks_files_is_refused_with_their_names(
    repository: Repository, folder: Path, tmp_path: Path
) -> None:
    jars = [repository.publish(name, name.encode()) for name in ("whole", "altered", "absent")]
    source = tmp_path / "carried"
    source.mkdir()
    (source / "whole-1.0.jar").write_bytes(b"whole")
    (source / "altered-1.0.jar").write_bytes(b"ALTERED")
    with pytest.raises(DatabaseUnreachable, match=r"2 files are missing or altered in .*: altered-1.0.jar, absent-1"):
        carried(jars, source, folder, tally(jars, []))
    assert names(folder) == {"whole-1.0.jar"}
