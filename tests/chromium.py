"""Find Chromium and a font as wide as Arial; install the system's packages where we may: `python tests/chromium.py`."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fontconfig", "fonts-liberation")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Return the path of a Chromium: `CHROMIUM` if set, else the first known name on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def has_arial() -> bool:
    """Tell whether text set in Arial will be as wide as Arial; systems without fontconfig come with Arial itself."""
    if not shutil.which("fc-match"):
        return sys.platform != "linux"
    found = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=False).stdout
    return any(name in found for name in ("Arial", "Arimo", "Liberation"))


def what_is_missing() -> str:
    """Return what the browser tests lack and what to do about it; empty where they lack nothing."""
    if not find():
        return "no Chromium found: install the package `chromium`, or set CHROMIUM to its path"
    return "" if has_arial() else "no font as wide as Arial found: install the package `fonts-liberation`"


def install() -> None:
    """Install Chromium and fonts from the system's packages; only root on a Debian system can."""
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def main() -> int:
    """Make sure of what the browser tests need where we may; elsewhere say that they will be skipped."""
    if what_is_missing() and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        install()
    if missing := what_is_missing():
        sys.stderr.write(f"The browser tests cannot run: {missing}.\n")
        return int(os.environ.get("CI") == "true")
    return 0


if __name__ == "__main__":
    sys.exit(main())
