"""Run MkDocs as `mkdocs build` does, and let something happen to it at a certain point.

    struck.py POINT ACTION [ARGUMENT…]

Points are counted from 1: each time that something is opened to be written, made, moved, linked or removed.
ACTION is a signal by its name (KILL, TERM, INT); `full`, from where on nothing new can be written; `old`,
where two folders cannot be exchanged in one step; `pinned`, where the site's folder cannot be moved at all.
With `count`, the number of points is printed at the end. Point 0 is never reached.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chown", "shutil.rmtree"}
Event = tuple[object, ...]


class Striker:
    """Counts what a build does to the disk, and strikes at one point."""

    def __init__(self, point: int, action: str, site: str) -> None:
        self.point, self.action, self.site = point, action, site
        self.reached = 0

    def hear(self, event: str, given: Event) -> None:
        """Take an event of Python's auditing."""
        if self.action in {"old", "pinned"}:
            self._refuse(event, given)
        elif _is_change(event, given):
            self.reached += 1
            if self.action == "full" and self.reached >= self.point > 0 and event in {"open", "os.mkdir"}:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if self.reached == self.point and self.action != "full":
                os.kill(os.getpid(), getattr(signal, f"SIG{self.action}"))

    def _refuse(self, event: str, given: Event) -> None:
        if event == "ctypes.dlsym" and given[-1] == "renameat2":
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        if self.action == "pinned" and event == "os.rename" and str(given[0]) == self.site:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _is_change(event: str, given: Event) -> bool:
    if event == "open":
        path, _, flags = given
        is_cache = "cache" in str(path)  # bytecode of Python and of templates
        return isinstance(flags, int) and bool(flags & WRITES) and not is_cache
    return event in CHANGES or (event == "ctypes.dlsym" and given[-1] == "renameat2")


def main(point: str, action: str, *arguments: str) -> None:
    """Build the site of the working folder."""
    import mkdocs.__main__

    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background, shells ignore it
    counts = action == "count"
    striker = Striker(int(point), "KILL" if counts else action, os.path.realpath("site"))
    hook: Callable[[str, Event], None] = striker.hear
    sys.addaudithook(hook)
    try:
        mkdocs.__main__.cli(["build", *arguments])
    finally:
        if counts:
            print(striker.reached, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
