"""Has a program run by a process that has read its modules already, as if it had been started here.

The arguments are the socket of that process, the program and the program's arguments.
"""

import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence


def ask(address: str, request: Mapping[str, object], streams: Sequence[int]) -> int:
    """Run a program to its end; return its exit code, or as a negative number the signal that ended it."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        socket.send_fds(connection, [b"!"], streams)
        connection.sendall(f"{json.dumps(request)}\n".encode())
        return int(connection.recv(8))


def main(address: str, arguments: Sequence[str]) -> int:
    """Run what is typed; end by the same signal if one ends it."""
    request = {
        "arguments": arguments,
        "folder": os.path.realpath(os.curdir),
        "environment": dict(os.environ),
    }
    code = ask(address, request, (0, 1, 2))
    if code < 0:
        os.kill(os.getpid(), -code)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
