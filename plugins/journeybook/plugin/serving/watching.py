"""Notice while serving that something which is watched goes, comes, or is put in another's place.

MkDocs looks after what is there when it starts, and for ever leaves what vanishes. Between two looks is the
time to clear up after a build, which the garbage collector has not interrupted.
"""

import gc
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_PAUSE = 0.5
"""Seconds between two looks, as MkDocs itself has them."""
_QUIET = 4
"""Looks after a build until nobody waits for its pages any more."""


class Watching(threading.Thread):
    """Lets a server watch anew what came back, and build again."""

    def __init__(
        self, server: Any, find: Callable[[], Iterable[Path]], wake: Callable[[], None] = gc.enable
    ) -> None:
        super().__init__(daemon=True)
        self._server = server
        self._find = find
        self._wake = wake
        """Lets the garbage collector work again."""
        self._known = self._look()
        self._over = threading.Event()
        self._untidy = 0
        """The looks until what builds have left is cleared up; 0 if it is."""
        self._until_quiet = 0
        """The looks until the rest of the site is built; 0 if nothing waits for it."""
        self._is_quiet = False

    def _look(self) -> dict[str, tuple[int, int]]:
        """Find what is there, and which of the disk's entries it is."""
        found = {}
        for path in self._find():
            with suppress(OSError):
                status = path.stat()
                found[str(path)] = (status.st_dev, status.st_ino)
        return found

    def run(self) -> None:
        """Look until the server ends."""
        while not self._over.wait(_PAUSE):
            found = self._look()
            changed = {path for path, _ in found.items() ^ self._known.items()}
            self._known = found
            for path in changed:
                self._watch_anew(path, is_there=path in found)
            if changed or self._is_quiet_now():
                self._build_again()
            self._clear_up()

    def begin_build(self) -> None:
        """Leave a build alone."""
        self._untidy = 0

    def end_build(self) -> None:
        """Clear up soon what a build has left."""
        self._untidy = _QUIET

    def ask_when_quiet(self, seconds: float) -> None:
        """Ask for another build when nothing has been saved for some seconds."""
        self._until_quiet = max(1, round(seconds / _PAUSE))

    def was_quiet(self) -> bool:
        """Whether a build is the one that was asked for; nothing waits for one any more."""
        was, self._is_quiet, self._until_quiet = self._is_quiet, False, 0
        return was

    def _is_quiet_now(self) -> bool:
        self._is_quiet = self._until_quiet == 1
        self._until_quiet = max(0, self._until_quiet - 1)
        return self._is_quiet

    def _clear_up(self) -> None:
        self._untidy = max(0, self._untidy - 1)
        if self._untidy == 1:
            self._wake()
            gc.collect()

    def _watch_anew(self, path: str, *, is_there: bool) -> None:
        with suppress(KeyError):  # it counts how often it was asked to
            while True:
                self._server.unwatch(path)
        if is_there:
            with suppress(OSError):  # gone again; the next look sees it
                self._server.watch(path)

    def _build_again(self) -> None:
        """Do as mkdocs.livereload.LiveReloadServer.watch does when a file changes; that has no name."""
        with self._server._rebuild_cond:  # noqa: SLF001
            self._server._want_rebuild = True  # noqa: SLF001
            self._server._rebuild_cond.notify_all()  # noqa: SLF001

    def stop(self) -> None:
        """End looking."""
        self._over.set()
