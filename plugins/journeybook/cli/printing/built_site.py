"""Find or build a site on this machine, list its journeys, and serve it at an address."""

import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from journeybook.cli.terminal.failure import Failure
from journeybook.cli.terminal.site import run_quietly, site_around
from journeybook.pages.frame.addresses import JOURNEYS

_JOURNEY = re.compile(r"\bdata-jb-chart\b")


@contextmanager
def built_site(folder: str | None) -> Iterator[Path]:
    """Yield the folder of a built site: the one that was typed, or a new one that is gone afterwards."""
    if folder is not None:
        yield _given(folder)
        return
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as temporary:
        yield _build(Path(temporary) / "site")


def _given(folder: str) -> Path:
    if not Path(folder, "index.html").is_file():
        raise Failure(
            f"'{folder}' is no built site. Give the folder that `mkdocs build` writes, "
            "which is 'site' by default, or leave out --site to have one built."
        )
    return Path(folder)


def _build(site: Path) -> Path:
    """Build the site of the working folder."""
    handbook = site_around()
    run_quietly([handbook.builder, "build", "--config-file", str(handbook.path), "--site-dir", str(site)])
    return site


def journeys_in(site: Path) -> dict[str, str]:
    """The addresses of the journeys of a site, by their ids in order."""
    pages = sorted(site.glob(f"{JOURNEYS}*/index.html"))
    found = [page.parent.name for page in pages if _JOURNEY.search(page.read_text(encoding="utf-8"))]
    return {name: f"{JOURNEYS}{name}/" for name in found}


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing: requests are not what the command prints."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hangs up early."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Yield the address, with a slash at its end, at which only this machine sees the site."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
