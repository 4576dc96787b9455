"""Tell addresses as browsers read them: which of them are published, and which ask another host."""

import re
from html import unescape

SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"(?P<name>[a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")
_OF_HOSTS = {"http", "https", "ftp", "ws", "wss"}


def drops_address(address: str) -> bool:
    """Whether an address is taken away from the link or picture that leads there."""
    scheme = _scheme(_read(address))
    return bool(scheme) and scheme not in SCHEMES


def asks_another_host(address: str) -> bool:
    """Whether a picture at an address is asked of a host, instead of being a file of the site."""
    read = _read(address).replace("\\", "/")
    return read.startswith("//") or _scheme(read) in _OF_HOSTS


def _read(address: str) -> str:
    return _IGNORED_BY_BROWSERS.sub("", unescape(address))


def _scheme(address: str) -> str:
    found = _SCHEME.match(address)
    return found["name"].lower() if found else ""
