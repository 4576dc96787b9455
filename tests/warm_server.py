"""A process that has read the modules of Journeybook and MkDocs, and runs programs in children of its own.

    warm_server.py SOCKET

Prints a line once it listens at the socket, and ends when its standard input does. A request is the three
standard streams of the program, then JSON with its `arguments` as Python takes them, its `folder`, its
`environment`, and maybe as bounds its `memory` in bytes and its `seconds`. The answer is its exit code.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import resource
import runpy
import select
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MODULES = (
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
    "mkdocs.config.defaults",
    "mkdocs.contrib.search",
    "material.plugins.search.plugin",
)


def serve(address: str) -> None:
    """Answer requests until nobody is there any more who could send one."""
    for name in (*MODULES, *_modules_of("journeybook")):
        importlib.import_module(name)
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        sys.stdout.write("listening\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:
            connection, _ = listening.accept()
            with connection:
                if os.fork() == 0:
                    listening.close()
                    _answer(connection)
                    os._exit(0)
            _reap()


def _modules_of(name: str) -> Iterator[str]:
    """All modules of a package but the one that is run."""
    paths = importlib.import_module(name).__path__
    for module in pkgutil.walk_packages(paths, f"{name}."):
        if not module.name.endswith(".__main__"):
            yield module.name


def _reap() -> None:
    """Take note of those children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _answer(connection: socket.socket) -> None:
    """Run one program to its end."""
    _, streams, *_ = socket.recv_fds(connection, 1, 3)
    with connection.makefile("r", encoding="utf-8") as text:
        request = json.loads(text.readline())
    child = os.fork()
    if child == 0:
        connection.close()
        _become(request, streams)
        _end(_run(request["arguments"]))
    _, status = os.waitpid(child, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _become(request: dict[str, Any], streams: list[int]) -> None:
    """Take the streams, the folder, the variables and the bounds of a program."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # those that are there remember whether one may seek in what they were opened for
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - a number is no path, and a stream stays open
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    os.chdir(os.fsencode(request["folder"]))
    os.environ.clear()
    os.environ.update(request["environment"])
    if memory := request.get("memory"):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.alarm(request.get("seconds", 0))


def _run(arguments: list[str]) -> int:
    """Run a module after `-m`, or a script; return its exit code."""
    try:
        if arguments[0] == "-m":
            sys.argv, sys.path[0] = arguments[1:], str(Path.cwd())
            runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv, sys.path[0] = arguments, str(Path(arguments[0]).parent)
            runpy.run_path(arguments[0], run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
            return 1
        return end.code or 0
    except BaseException:  # noqa: BLE001 - whatever a program leaves uncaught is shown as Python shows it
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


def _end(code: int) -> None:
    """Leave as Python does, but for tearing down what was read."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
