"""The Maven repository that the files come from: its address, and one pooled connection to it.

Certificates are checked against the system's store, so that an office's own certificate authority counts;
proxies are those of the system or of `HTTPS_PROXY`. The address is jgo's, or `ECOSYSTEM_MAVEN`.
"""

import os
import re
import ssl
from typing import Any
from urllib.parse import urlsplit

import requests
import truststore
from jgo.constants import MAVEN_CENTRAL_URL
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

AT_ONCE = 8
TRIES = 5
TIMEOUT = (10.0, 60.0)
"""Seconds to wait for a connection, and for the next bytes."""

_CREDENTIALS = re.compile(r"//[^/@\s]*@")


def address() -> str:
    """Return the repository's address without a closing slash; it may hold credentials: print `masked(address())`."""
    return (os.environ.get("ECOSYSTEM_MAVEN") or str(MAVEN_CENTRAL_URL)).rstrip("/")


def host() -> str:
    """Return the name of the computer that the files come from."""
    try:
        return urlsplit(address()).hostname or "the repository"
    except ValueError:
        return "the repository"


def masked(text: str) -> str:
    """Return a text with the credentials of every address in it hidden.

    >>> masked("proxy http://ann:secret@proxy.example:8080 refused")
    'proxy http://***@proxy.example:8080 refused'
    """
    return _CREDENTIALS.sub("//***@", text)


def reason(error: OSError) -> str:
    """Return in plain words why the repository did not give a file; the address's credentials are not in it."""
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"{host()} answered {error.response.status_code}"
    for kind, words in _REASONS.items():
        if isinstance(error, kind):
            return words.format(host=host())
    return masked(f"{host()}: {error}")


_REASONS: dict[type[Exception], str] = {
    requests.exceptions.SSLError: "the certificate of {host} is not trusted by this computer",
    requests.exceptions.ProxyError: "the proxy did not let us through to {host}",
    requests.exceptions.Timeout: "{host} did not answer in time",
    requests.exceptions.ChunkedEncodingError: "the connection to {host} broke off",
    requests.exceptions.RetryError: "{host} keeps saying that it is busy",
    requests.exceptions.ConnectionError: "{host} cannot be reached",
    ValueError: "the repository's address cannot be used: see ECOSYSTEM_MAVEN",
}
"""From the narrower kind of error to the wider."""


class _Adapter(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext, tries: int) -> None:
        self._context = context
        retries = Retry(
            total=tries, connect=min(tries, 1), backoff_factor=0.3, status_forcelist=(429, 500, 502, 503, 504)
        )
        super().__init__(pool_connections=1, pool_maxsize=AT_ONCE, max_retries=retries)

    def init_poolmanager(self, *arguments: Any, **settings: Any) -> None:
        super().init_poolmanager(*arguments, **settings, ssl_context=self._context)

    def proxy_manager_for(self, proxy: Any, **settings: Any) -> Any:
        return super().proxy_manager_for(proxy, **settings, ssl_context=self._context)


def system_trust() -> ssl.SSLContext:
    """Return what decides whom to trust: the system's certificate store."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def session(tries: int = TRIES, trust: ssl.SSLContext | None = None) -> requests.Session:
    """Return a session that keeps its connections and tries again when the other side is busy.

    >>> with session() as pooled:
    ...     pooled.verify
    True
    """
    pooled = requests.Session()
    for scheme in ("https://", "http://"):
        pooled.mount(scheme, _Adapter(trust or system_trust(), tries))
    return pooled
