"""Whether the repository can be reached from here: through which proxy, signed by whom, and what it answers."""

import contextlib
import ssl
import threading
import warnings
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

import requests
import truststore
from requests.utils import get_environ_proxies, select_proxy
from urllib3.exceptions import InsecureRequestWarning

from ecosystem.server.certificate import issuer_of
from ecosystem.server.jars import locked_jars
from ecosystem.server.repository import address, host, masked, reason, session

PATIENCE = 4.0
LONGEST_LOOK = 12.0
"""Seconds for one connection, and for all of it: the search for a host's name knows no limit of its own."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What was found: `trouble` is empty where files can be fetched; nothing in it is secret."""

    host: str
    proxy: str
    signed_by: str
    trouble: str


def look() -> Reach:
    """Ask the repository for one file and say how it went; reads none of it."""
    found: SimpleQueue[Reach] = SimpleQueue()
    threading.Thread(target=lambda: found.put(_look()), daemon=True).start()
    try:
        return found.get(timeout=LONGEST_LOOK)
    except Empty:
        return Reach(host(), proxy(), "", f"{host()} gave no answer in {LONGEST_LOOK:.0f} s")


def proxy() -> str:
    """Return the proxy that stands between, its credentials hidden, or `none`."""
    try:
        return masked(select_proxy(address(), get_environ_proxies(address())) or "none")
    except ValueError:
        return "none"


class _Witness(truststore.SSLContext):
    """The system's trust, which also keeps the certificate it was shown."""

    certificate = b""

    def wrap_socket(self, *arguments: Any, **settings: Any) -> ssl.SSLSocket:
        wrapped = super().wrap_socket(*arguments, **settings)
        self.certificate = wrapped.getpeercert(binary_form=True) or b""
        return wrapped


def _look() -> Reach:
    witness = _Witness(ssl.PROTOCOL_TLS_CLIENT)
    trouble = ""
    try:
        _ask(witness)
    except requests.exceptions.SSLError as error:
        trouble = f"{reason(error)} ({_said(error)})"
        witness = _believing()
    except OSError as error:
        trouble = reason(error)
    return Reach(host(), proxy(), issuer_of(witness.certificate), trouble)


def _ask(witness: _Witness, *, check: bool = True) -> None:
    with session(0, witness) as pooled:
        url = f"{address()}/{locked_jars()[0].path}"
        pooled.get(url, stream=True, timeout=PATIENCE, verify=check).raise_for_status()


def _believing() -> _Witness:
    """Take any certificate, to name who signed the one that is not trusted; nothing else is used of it."""
    witness = _Witness(ssl.PROTOCOL_TLS_CLIENT)
    witness.check_hostname = False
    with warnings.catch_warnings(), contextlib.suppress(OSError):
        warnings.simplefilter("ignore", InsecureRequestWarning)
        _ask(witness, check=False)
    return witness


def _said(error: BaseException) -> str:
    """Return what the innermost error of a chain says."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return masked(str(error))
