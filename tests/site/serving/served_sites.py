"""A site that `mkdocs serve` serves while its files change."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Self

from built_pages import BuiltPage
from small_sites import Tree, write_tree

DEADLINE = 40
"""Seconds in which anything must have happened; a rebuild takes about one."""


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, root: Path, program: str, options: tuple[str, ...]) -> None:
        self.root = root
        self._port = _free_port()
        address = f"127.0.0.1:{self._port}"
        command = [sys.executable, "-m", program, "serve", "--dev-addr", address, *options]
        self._process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True)
        self.log: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stderr
        for line in self._process.stderr:
            self.log.append(line.rstrip())

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def fetch(self, address: str) -> tuple[int, str]:
        """Ask for a page; a status of 0 says that nobody answers."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=DEADLINE)
        try:
            connection.request("GET", f"/{address}")
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except ConnectionError:
            return 0, ""
        finally:
            connection.close()

    def page(self, address: str) -> BuiltPage:
        status, html = self.fetch(address)
        assert status == 200, address
        return BuiltPage(html)

    def until(self, what: Callable[[Self], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + DEADLINE
        while not what(self):
            log = "\n".join(self.log)
            assert self.is_alive, log
            assert time.monotonic() < end, log
            time.sleep(0.05)

    def change(self, files: Tree) -> None:
        """Write files below the site's folder."""
        write_tree(self.root, files)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(DEADLINE)
        self._reader.join(DEADLINE)
        if self._process.stderr:
            self._process.stderr.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def serving(
    root: Path, files: Tree, mkdocs_yml: str, *options: str, program: str = "mkdocs"
) -> Iterator[Server]:
    """Write a site, serve it, and end the server."""
    write_tree(root, {"docs": None, **files, "mkdocs.yml": mkdocs_yml})
    server = Server(root, program, options)
    try:
        server.until(lambda server: server.fetch("")[0] == 200)
        yield server
    finally:
        server.stop()
