"""Stands for the command `mkdocs`: what is served is fetched once, then serving ends."""

import os
import runpy
import signal
import socket
import sys
import threading
import time
from http.client import HTTPConnection


def main(arguments: list[str]) -> None:
    """Run MkDocs; give `serve` a port that nobody uses."""
    if arguments[:1] == ["serve"]:
        # A job in the background of a shell is born deaf to interruptions.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        threading.Thread(target=_fetch_once, args=(port,), daemon=True).start()
        arguments = [*arguments, "--dev-addr", f"127.0.0.1:{port}"]
    sys.argv = ["mkdocs", *arguments]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


def _fetch_once(port: int) -> None:
    """Interrupt serving once the home page was fetched; end it as a failure where there is none."""
    while (status := _status(port)) == 0:
        time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT if status == 200 else signal.SIGKILL)


def _status(port: int) -> int:
    """The status of the home page; 0 while nobody answers."""
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except ConnectionError:
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    main(sys.argv[1:])
