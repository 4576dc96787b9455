"""Run `journeybook` with no means but reading files and starting git: whatever else it does ends it.

without_means.py ARGUMENTS…
"""

import os
import sys
from pathlib import Path

from journeybook.cli import main

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TAKEN = (
    *("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"),
    *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"),
    *("os.truncate", "os.utime", "shutil.", "socket.", "ssl.", "tempfile.", "urllib.", "ctypes.", "pty."),
)
_HERE = str(Path.cwd())


class Refused(BaseException):
    """Something was done that is promised not to be done; nothing in the program catches it."""


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what is more than reading, starting git, and running what was there before."""
    match event, arguments:
        case "open", (str() | bytes() as path, _, int(flags)):  # numbers are pipes to git
            is_refused = bool(flags & _WRITING) and path != os.devnull
        case "subprocess.Popen", (program, *_):
            is_refused = Path(str(program)).name != "git"
        case (("compile" | "exec" | "import"), _):
            is_refused = any(_HERE in str(getattr(value, "co_filename", value)) for value in arguments)
        case _:
            is_refused = event.startswith(_TAKEN)
    if is_refused:
        raise Refused(f"{event} {arguments}")


sys.addaudithook(watch)
main()
