"""The real Neo4j Browser in a real Chromium, on a read-only server of these tests' own, as `db browser` opens it.

What it takes in is what `ask --export-browser` writes; what it may change is nothing.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import pytest
from browsing.reading import NODES
from cli.conftest import EXAMPLETON, Ecosystem
from cli.seat import Seat, seated
from playwright.sync_api import Browser, Locator, expect

from ecosystem import server
from ecosystem.browsing.pictures import FOLDER, ONLY_ASKED
from ecosystem.model import BASES, Fact, basis_of
from ecosystem.server.home import Home, home
from ecosystem.snapshot import Snapshot

OTHERS = {"fonts.googleapis.com", "cdn.segment.com", "canny.io", "o110884.ingest.sentry.io"}
"""What Browser asks other computers for, as `docs/database.md` says; it works without."""

pytestmark = [pytest.mark.own_neo4j, pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def place(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Yield a state folder with the program files of the other tests' server; at the end, stop what runs there."""
    folder = tmp_path_factory.mktemp("seat") / "home"
    folder.mkdir(mode=0o700)
    (folder / "jars").symlink_to(jars, target_is_directory=True)
    yield Home(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_HOME", str(folder))
        server.stop()


@pytest.fixture(autouse=True)
def opened(place: Home, monkeypatch: pytest.MonkeyPatch, _own_surroundings: None) -> list[str]:
    """Return the addresses that the system's browser is asked to open; it opens none."""
    addresses: list[str] = []
    monkeypatch.setenv("ECOSYSTEM_HOME", str(place.folder))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda address: addresses.append(address) or True)
    return addresses


@pytest.fixture
def loaded(ecosystem: Ecosystem, place: Home) -> None:
    """Make sure of a server that holds Exampleton."""
    if not place.password.exists():
        assert ecosystem("apply", "--data", EXAMPLETON, "--yes").code == 0


@pytest.fixture
def read_only(loaded: None, ecosystem: Ecosystem) -> None:
    """Make sure of a server that holds Exampleton and is read-only."""
    assert ecosystem("db", "browser", "--read-only").code == 0


def password() -> str:
    """Return the server's password."""
    return home().password.read_text(encoding="utf-8")


def shown(snapshot: Snapshot, relation: str) -> list[Fact]:
    """Return the facts that the picture of a relation must draw."""
    view = snapshot.on(snapshot.default_day, BASES[:-1])
    return [fact for fact in view.facts if fact.relation == relation]


def fills(frame: Locator) -> Counter[str]:
    """Return the colours of the nodes drawn in a frame."""
    circles = frame.locator("svg g.node circle.b-outline")
    return Counter(circles.evaluate_all("circles => circles.map((circle) => circle.getAttribute('fill'))"))


def test_everything_is_filled_in_but_the_password_and_the_seat_is_called_what_it_is(
    loaded: None, ecosystem: Ecosystem, opened: list[str]
) -> None:
    ended = ecosystem("db", "browser")
    assert (ended.code, opened) == (0, [ended.out.strip()])
    assert "administrator's seat" in ended.err
    login = server.start().bolt_uri.replace("bolt://", "bolt://neo4j@")
    filled_in = {"dbms": [login], "db": ["neo4j"], "preselectAuthMethod": ["NATIVE"]}
    assert parse_qs(urlsplit(ended.out.strip()).query) == filled_in


def test_a_person_logs_in_takes_favourites_and_style_in_and_sees_the_graph_that_nobody_can_change(
    read_only: None, ecosystem: Ecosystem, browser: Browser, exampleton: Snapshot, opened: list[str], tmp_path: Path
) -> None:
    assert ecosystem("ask", "--export-browser", tmp_path, "--data", EXAMPLETON).code == 0
    assert ecosystem("db", "browser", "--read-only").out == f"{opened[-1]}\n"
    with seated(browser, opened[-1]) as seat:
        seat.log_in(password())
        seat.drop(tmp_path / "favourites.zip")
        seat.drop(tmp_path / "ecosystem.grass")
        _sees_the_graph(seat, exampleton, tmp_path / "graph.png")
        answer = seat.run_favourite("membership", "Who sits on a body, and in which role?")
        expect(answer).to_contain_text("Director of Public Health")
        expect(seat.type("CREATE (:Kept)")).to_contain_text("The database is in read-only mode")
        assert {urlsplit(address).hostname for address in seat.elsewhere} <= OTHERS
        assert password() not in seat.page.url + "".join(seat.elsewhere)


def _sees_the_graph(seat: Seat, exampleton: Snapshot, picture: Path) -> None:
    expect(seat.run_favourite(FOLDER, ONLY_ASKED, ":config")).to_contain_text('"autoComplete": false')
    frame = seat.run_favourite(FOLDER, "A picture: sits on")
    facts = shown(exampleton, "MEMBER_OF")
    ends = {end for fact in facts for end in (fact.subject, fact.object)}
    expect(frame.locator("svg g.node")).to_have_count(len(ends))
    expect(frame.locator("svg g.relationship")).to_have_count(len(facts))
    seat.page.screenshot(path=picture)
    assert fills(frame) == Counter(NODES[f"node.{exampleton.label_of(end)}"]["color"] for end in ends)
    whole = {f"{basis_of(fact)} MEMBER_OF {fact.role}".strip() for fact in facts}
    captions = {text.strip() for text in frame.locator("svg g.relationship text").all_text_contents()}
    assert captions & whole
    assert not [text for text in captions if not any(one.startswith(text.removesuffix("…").strip()) for one in whole)]
    expect(frame.locator("svg g.node").filter(has_text="Health Board").first).to_be_visible()


def test_the_password_is_shown_on_a_terminal_once_and_nowhere_else(read_only: None, ecosystem: Ecosystem) -> None:
    piped = ecosystem("db", "browser", "--read-only")
    assert (password() in piped.out + piped.err, str(home().password) in piped.err) == (False, True)
    ours, theirs = pytest.importorskip("pty", reason="terminals are made on POSIX systems").openpty()
    line = [sys.executable, "-m", "ecosystem", "db", "browser", "--read-only"]
    surroundings = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=theirs, env=surroundings) as program:
        data = program.communicate()[0].decode()
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert (program.returncode, data.strip()) == (0, piped.out.strip())
    assert (shown.count(password()), "No browser could be opened" in shown) == (1, True)


def test_a_read_only_graph_is_said_to_be_so_and_imports_are_refused_before_anything_is_written(
    read_only: None, ecosystem: Ecosystem
) -> None:
    assert "It is read-only: imports are refused." in ecosystem("db", "status").out
    assert "read-only" in server.doctor().text
    for command in (("apply", "--data", EXAMPLETON, "--yes"), ("db", "rebuild", "--data", EXAMPLETON, "--yes")):
        ended = ecosystem(*command)
        assert (ended.code, "the local database is read-only" in ended.err, "db stop" in ended.err) == (6, True, True)
    assert ecosystem("cypher", "MATCH (n:Board) RETURN count(n) AS n").code == 0


def test_it_stays_read_only_after_a_crash_until_it_is_stopped(read_only: None, ecosystem: Ecosystem) -> None:
    running = server.start()
    psutil.Process(running.pid).kill()
    while server.status().running:
        time.sleep(0.05)
    assert "will start so again" in ecosystem("db", "status").out
    refused = ecosystem("apply", "--data", EXAMPLETON, "--yes")
    assert (refused.code, "it was read-only when it ended, and is so again" in refused.err) == (6, True)
    assert ecosystem("db", "stop").code == 0
    assert "read-only" not in ecosystem("db", "status").out
