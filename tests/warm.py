"""Programs that run as processes of their own, but start in those milliseconds that a fork takes.

Reading the modules of Journeybook and MkDocs costs a program most of its time. One process, which has done so and
nothing else, runs the programs of a worker in children. A test starts a real one by `subprocess` where it depends
on how Python starts: on its options, its variables, its locale, the seed of its hashes, a terminal, or signals.
"""

import atexit
import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import warm_client

HERE = Path(__file__).parent


@functools.cache
def address() -> str:
    """The socket of the process, which ends with this one."""
    folder = tempfile.TemporaryDirectory(prefix="warm-")
    path = f"{folder.name}/socket"
    command = [sys.executable, str(HERE / "warm_server.py"), path]
    process = subprocess.Popen(
        command,
        cwd=HERE,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(folder.cleanup)
    atexit.register(process.communicate)
    assert process.stdout
    assert process.stdout.readline() == "listening\n"
    return path


def run(
    *arguments: str, folder: str | Path, environment: Mapping[str, str] = os.environ, **bounds: int
) -> subprocess.CompletedProcess[str]:
    """Run a program, by its path or after `-m`, as Python runs it; it gets no input.

    Its `memory` in bytes and its `seconds` may be bounded.
    """
    request = {
        "arguments": arguments,
        "folder": str(folder),
        "environment": dict(environment),
        **bounds,
    }
    with (
        Path(os.devnull).open() as nothing,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as error,
    ):
        code = warm_client.ask(address(), request, [file.fileno() for file in (nothing, out, error)])
        texts = [_text(file) for file in (out, error)]
    return subprocess.CompletedProcess(arguments, code, *texts)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
