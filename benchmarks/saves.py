"""How long a user waits: from saving a journey while the site is served to the fresh page."""

import http.client
import re
import socket
import subprocess
import time
from pathlib import Path

from processes import GivenUp, start

PAGE = "/journeys/reise-0001/"
_TITLE_IN_HEADER = re.compile(r"^( +- title: )(.*)$", re.MULTILINE)
_TITLE_IN_MAP = re.compile(r"(\[1 )")
START_LIMIT = 400.0
SAVE_LIMIT = 180.0
PAUSE = 0.01
"""Seconds between two questions for the page."""
REST = 1.5
"""Seconds between a fresh page and the next save."""


def measure_saves(command: tuple[str, ...], folder: Path, edited: str, log: Path, count: int) -> list[float]:
    """Serve a folder, save one journey `count` times, and return the seconds to each fresh page."""
    port = _free_port()
    process = start([part.format(port=port) for part in command], folder, log)
    file = folder / edited
    original = file.read_text(encoding="utf-8")
    try:
        _wait_for(port, "<html", START_LIMIT, process)
        time.sleep(REST)
        return [_one_save(file, original, f"Marke{number}", port, process) for number in range(count)]
    finally:
        _end(process)
        file.write_text(original, encoding="utf-8")


def _one_save(file: Path, original: str, marker: str, port: int, process: subprocess.Popen[bytes]) -> float:
    changed = with_marker(original, marker)
    began = time.perf_counter()
    file.write_text(changed, encoding="utf-8")
    _wait_for(port, marker, SAVE_LIMIT, process)
    seconds = time.perf_counter() - began
    time.sleep(REST)
    return seconds


def with_marker(text: str, marker: str) -> str:
    """Put a word into the title of the first step, in a journey file or in the map of a page of Markdown."""
    is_journey = _TITLE_IN_MAP.search(text) is None
    pattern, new = (_TITLE_IN_HEADER, rf"\1{marker} \2") if is_journey else (_TITLE_IN_MAP, rf"\1{marker} ")
    return _first_step(text, pattern, new) if is_journey else pattern.sub(new, text, count=1)


def _first_step(text: str, pattern: re.Pattern[str], new: str) -> str:
    """Change the first title below `stages:`; evidence has titles too."""
    head, key, rest = text.partition("\nstages:\n")
    return head + key + pattern.sub(new, rest, count=1)


def _wait_for(port: int, marker: str, limit: float, process: subprocess.Popen[bytes]) -> None:
    """Ask for the page until it holds a marker."""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        if process.poll() is not None:
            raise GivenUp(f"the server ended with {process.returncode}")
        if marker.encode() in _page(port, limit):
            return
        time.sleep(PAUSE)
    raise GivenUp(f"no fresh page after {limit:.0f} s")


def _page(port: int, limit: float) -> bytes:
    """Get the page; nothing where there is none yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=limit)
    try:
        connection.request("GET", PAGE)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
    return body if answer.status == http.client.OK else b""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a server by its own process."""
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=20)
