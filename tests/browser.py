"""A real browser and a web server on this machine, for tests that look at pages."""

import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium")
"""What a browser is started by, the cheaper one first: the shell lays out and prints the same, and has no windows."""
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


_NOTHING = (
    b'{"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {"title": {}}}, "docs": []}'
)
"""An index of the search in which nothing is to be found."""
_HOST = re.compile(rb"(?<=<loc>)https?://[^/<]+")


class _Quiet(SimpleHTTPRequestHandler):
    headers_of_answers: Mapping[str, str] = {}
    searchable = True

    def do_GET(self) -> None:
        """Let the sitemap name this server, or Material would not navigate without reloads."""
        file = Path(self.translate_path(self.path))
        with suppress(ConnectionError):  # the reader went on before everything was there
            if file.name == "sitemap.xml" and file.is_file():
                own = f"http://{self.headers['Host']}".encode()
                self._answer(HTTPStatus.OK, "application/xml", _HOST.sub(own, file.read_bytes()))
            elif file.name == "search_index.json" and not self.searchable:
                self._answer(HTTPStatus.OK, "application/json", _NOTHING)
            else:
                super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Say nothing, for requests are not what a test prints."""

    def end_headers(self) -> None:
        if self.path.endswith((".css", ".js")):  # else each page would parse and compile them anew
            self.send_header("Cache-Control", "max-age=3600")
        for name, value in self.headers_of_answers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is none, as web servers are set up to do."""
        folders = Path(self.translate_path(self.path)).parents
        own = next((folder / "404.html" for folder in folders if (folder / "404.html").is_file()), None)
        if code != HTTPStatus.NOT_FOUND or own is None:
            super().send_error(code, message, explain)
            return
        self._answer(code, "text/html", own.read_bytes())

    def _answer(self, code: int, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Shared:
    """The browser of this process: Playwright runs once at a time, and several fixtures ask for it."""

    def __init__(self) -> None:
        self.users = 0
        self._stack = ExitStack()
        self._browser: Browser | None = None

    def take(self) -> Browser:
        if self._browser is None:
            path = installed_program()
            playwright = self._stack.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
            self._stack.callback(self._browser.close)
        self.users += 1
        return self._browser

    def give_back(self) -> None:
        self.users -= 1
        if self.users == 0:
            self._stack.close()
            self._browser = None


_shared = _Shared()


def installed_program() -> str:
    """The path of the program that browsers are started by."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        raise FileNotFoundError(f"none of {', '.join(PROGRAMS)} is on the PATH: the browser tests need one")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Yield a headless Chromium with a fresh profile; one of `PROGRAMS` must be installed."""
    browser = _shared.take()
    try:
        yield browser
    finally:
        _shared.give_back()


@contextmanager
def serve(
    folder: Path, headers: Mapping[str, str] | None = None, *, searchable: bool = True
) -> Iterator[str]:
    """Yield the address, without a slash at its end, at which the folder's files are served."""
    settings = {"headers_of_answers": headers or {}, "searchable": searchable}
    handler = type("_Handler", (_Quiet,), settings)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
