"""`journeybook csp`: print the strictest Content-Security-Policy that a built site works under."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import click

from journeybook.cleaning import host_of
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import write
from journeybook.regular import is_folder

_DATA = {"application/json", "application/ld+json"}
_FORMATS = {
    "value": "{policy}\n",
    "nginx": 'add_header Content-Security-Policy "{policy}" always;\n',
    "apache": 'Header always set Content-Security-Policy "{policy}"\n',
}


@click.command
@click.argument("site_dir", default="site")
@format_option(
    _FORMATS, "value: what follows the header's name. nginx, apache: the line of a server's configuration."
)
def csp(site_dir: str, *, form: str) -> int:
    """Print a strict Content-Security-Policy for a built site.

    SITE_DIR is the folder that `mkdocs build` has written; without it, ./site is read. The few inline scripts
    of the theme are allowed by their hashes, every other is not. Print the policy anew when the theme or its
    settings have changed.

    The exit code is 0, or 2 if there is no built site.
    """
    pages = sorted(_folder(site_dir).rglob("*.html"))
    if not pages:
        raise Failure(f"There is no page in '{site_dir}'. Build the site first: mkdocs build")
    found = [_read(page.read_text(encoding="utf-8")) for page in pages]
    scripts = {script for page in found for script in page.found}
    frames = {host for page in found for host in page.frames}
    write(_FORMATS[form].format(policy=policy(scripts, frames)))
    return CLEAN


def _folder(typed: str) -> Path:
    folder = Path(typed)
    if not is_folder(folder):
        raise Failure(f"There is no folder '{typed}'. Build the site first: mkdocs build")
    return folder


def policy(scripts: Iterable[str], frames: Iterable[str] = ()) -> str:
    """The policy under which these inline scripts run and these hosts are embedded, and no other."""
    embedded = sorted(frames)
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *sorted(map(_hash, scripts)))),
            # Mermaid writes its colours into each drawing, and Material and the map have computed positions.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            *([" ".join(("frame-src", *embedded))] if embedded else ()),
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def inline_scripts(page: str) -> Iterator[str]:
    """The scripts that stand in a page's HTML, without blocks of data."""
    yield from _read(page).found


def _read(page: str) -> "_Page":
    reader = _Page()
    reader.feed(page)
    reader.close()
    return reader


class _Page(HTMLParser):
    """Collects the text of scripts that have no source of their own, and the hosts of frames."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self.frames: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given and given.get("type") not in _DATA
        if self._inside:
            self.found.append("")
        host = host_of(given.get("src") or "") if tag == "iframe" else ""
        self.frames |= {f"https://{host}"} if host else set()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class's signature
        self._inside = False
