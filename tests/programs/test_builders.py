"""`journeybook serve` and `build` start the program that a handbook is made for, from any folder in it."""

import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from core.repositories import write

JOURNEY = "---\ntitle: Buy\npersona: anna\nstages:\n  - stage: buy\n    steps:\n      - I pay\n---\n"
FILES = {
    "our content/handbook.yml": "stages:\n  - id: buy\n    title: Buy\n",
    "our content/personas/anna.md": "---\ntitle: Anna\n---\n",
    "our content/buy.md": JOURNEY,
    "docs/deep/page.md": "# Page\n",
}
SETTINGS = "site_name: Ours\ntheme: {}\nplugins:\n  - journeybook:\n      journeys_dir: our content\n"
DEADLINE = 60


@pytest.mark.parametrize(
    ("configuration", "theme"), [("mkdocs.yml", "mkdocs"), ("properdocs.yml", "material")]
)
def test_build_writes_the_site_and_ends_as_its_program_does(
    tmp_path: Path, configuration: str, theme: str
) -> None:
    write(tmp_path, {**FILES, configuration: SETTINGS.format(theme)})

    built = _run(tmp_path / "docs/deep", "build", "--strict")
    write(tmp_path, {"our content/buy.md": JOURNEY.replace("anna", "bodo")})
    broken = _run(tmp_path / "docs/deep", "build")

    assert (built.returncode, broken.returncode) == (0, 1), built.stderr
    assert "I pay" in (tmp_path / "site/journeys/buy/index.html").read_text(encoding="utf-8")
    assert "MkDocs 2" not in built.stderr
    assert "unknown-persona" in broken.stderr
    assert "Traceback" not in broken.stderr


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journeybook", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_serve_shows_the_handbook_until_it_is_interrupted(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "mkdocs.yml": SETTINGS.format("mkdocs")})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "journeybook", "serve", "--dev-addr", address]
    # a job in the background of a shell is born deaf to interruptions
    hears = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    with subprocess.Popen(
        command, cwd=tmp_path / "docs/deep", stderr=subprocess.PIPE, text=True, **hears
    ) as serving:  # type: ignore[call-overload]
        try:
            page = _fetch(address, "/journeys/buy/", serving)
        finally:
            serving.send_signal(signal.SIGINT)
        _, told = serving.communicate(timeout=DEADLINE)

    assert "I pay" in page
    assert serving.returncode == 0
    assert "Traceback" not in told


def _fetch(address: str, path: str, serving: "subprocess.Popen[str]") -> str:
    """A page, as soon as somebody answers."""
    end = time.monotonic() + DEADLINE
    while True:
        connection = HTTPConnection(address, timeout=DEADLINE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode()
        except ConnectionError:
            assert serving.poll() is None
            assert time.monotonic() < end
            time.sleep(0.1)
        finally:
            connection.close()
