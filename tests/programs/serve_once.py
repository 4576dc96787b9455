"""Stands for the command `mkdocs`: what is served is fetched once, then serving ends."""

import signal
import socket
import subprocess
import sys
import urllib.request

MKDOCS = [sys.executable, "-m", "mkdocs"]


def main(arguments: list[str]) -> int:
    """Run MkDocs; give `serve` a port that nobody uses."""
    if arguments[:1] != ["serve"]:
        return subprocess.run([*MKDOCS, *arguments], check=False).returncode
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*MKDOCS, *arguments, "--dev-addr", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        status = _first_answer(server, address)
        server.send_signal(signal.SIGINT)
        server.communicate()
    return 0 if status == 200 else 1


def _first_answer(server: subprocess.Popen[str], address: str) -> int:
    """The status of the home page, once the server says that it serves; 0 if it ends before."""
    assert server.stderr
    for line in server.stderr:
        sys.stderr.write(line)
        if "Serving on" in line:
            with urllib.request.urlopen(f"http://{address}/") as answer:
                return int(answer.status)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
