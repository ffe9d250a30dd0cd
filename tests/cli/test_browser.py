"""Neo4j Browser from the command line, without a database: what is refused, what is said, what is written for it."""

import webbrowser
import zipfile
from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem

from ecosystem.browsing import STYLE
from ecosystem.cli.output import opened_in_browser
from ecosystem.server.home import home
from ecosystem.server.memory import Memory, Program, remember
from ecosystem.server.ports import Ports

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


@pytest.fixture
def asked_to_open(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that the system's browser is asked to open; on a system that needs a display for it."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: addresses.append(address) or True)
    monkeypatch.setattr("sys.platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    return addresses


def test_with_another_server_named_no_browser_is_opened_on_the_local_one(ecosystem: Ecosystem, nowhere: str) -> None:
    ended = ecosystem("db", "browser")
    assert (ended.code, ended.out, "canary" in ended.err) == (2, "", False)
    assert "NEO4J_URI names the server at bolt://127.0.0.1" in ended.err


def test_without_a_display_nothing_is_opened(asked_to_open: list[str]) -> None:
    assert opened_in_browser("http://127.0.0.1:1/") is False
    assert asked_to_open == []


@pytest.mark.parametrize("name", DISPLAYS)
def test_with_a_display_or_a_browser_of_ones_choice_the_address_is_opened(
    name: str, asked_to_open: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, ":0")
    assert opened_in_browser("http://127.0.0.1:1/") is True
    assert asked_to_open == ["http://127.0.0.1:1/"]


def test_the_status_says_that_a_database_which_ended_read_only_will_start_so(ecosystem: Ecosystem) -> None:
    remember(home(), Memory(Ports(17687, 17474), Program(1, 1.0, 1, read_only=True)))
    assert "will start so again unless `ecosystem db stop` is run first" in ecosystem("db", "status").out
    assert ecosystem("db", "stop").code == 0
    assert "read-only" not in ecosystem("db", "status").out


def exported(ecosystem: Ecosystem, *more: object) -> str:
    """Export for Browser into the folder `browser`, and return what is said."""
    ended = ecosystem("ask", "--export-browser", "browser", "--data", EXAMPLETON, *more)
    assert (ended.code, ended.out.split()) == (0, ["browser/favourites.zip", "browser/ecosystem.grass"])
    return ended.err


def question(name: str) -> str:
    """Return the text of a favourite that was exported."""
    with zipfile.ZipFile("browser/favourites.zip") as archive:
        return archive.read(name).decode()


def test_favourites_and_style_are_written_for_the_day_asked_for(ecosystem: Ecosystem) -> None:
    assert "as of 5 March 2024" in exported(ecosystem, "--as-of", "2023-05", "--basis", "stated")
    assert Path("browser/ecosystem.grass").read_text(encoding="utf-8") == STYLE
    assert "as_of: date('2023-05-31'), bases: ['stated']" in question("membership/chairs.cypher")


def test_exporting_again_replaces_our_files_and_touches_no_other(ecosystem: Ecosystem) -> None:
    Path("browser").mkdir()
    Path("browser/mine.cypher").write_text("RETURN 1", encoding="utf-8")
    exported(ecosystem, "--as-of", "2023")
    exported(ecosystem, "--as-of", "any")
    assert {path.name for path in Path("browser").iterdir()} == {"mine.cypher", "favourites.zip", "ecosystem.grass"}
    assert Path("browser/mine.cypher").read_text(encoding="utf-8") == "RETURN 1"
    assert "as_of: null" in question("membership/chairs.cypher")


def test_where_one_file_cannot_be_written_neither_is(ecosystem: Ecosystem) -> None:
    exported(ecosystem)
    before = Path("browser/favourites.zip").read_bytes()
    Path("browser/ecosystem.grass").unlink()
    Path("browser/ecosystem.grass").mkdir()
    ended = ecosystem("ask", "--export-browser", "browser", "--data", EXAMPLETON, "--as-of", "any")
    assert (ended.code, "cannot write in browser" in ended.err) == (6, True)
    assert Path("browser/favourites.zip").read_bytes() == before


@pytest.mark.parametrize("more", [("chairs",), ("--format", "csv"), ("--out", "x.csv"), ("--open",)])
def test_what_has_no_meaning_for_an_export_is_a_usage_error(ecosystem: Ecosystem, more: tuple[str, ...]) -> None:
    assert ecosystem("ask", "--export-browser", "browser", *more).code == 2
    assert not Path("browser").exists()


def test_a_file_is_no_folder_to_export_into(ecosystem: Ecosystem) -> None:
    Path("browser").write_text("mine", encoding="utf-8")
    assert ecosystem("ask", "--export-browser", "browser", "--data", EXAMPLETON).code == 2
    assert Path("browser").read_text(encoding="utf-8") == "mine"
