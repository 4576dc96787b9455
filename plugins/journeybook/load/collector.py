"""Keep the garbage collector off while many files are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause the garbage collector, which takes a third of the time of a reading and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _pass_over()
            gc.enable()


def _pass_over() -> None:
    """Make old what was read: as new, all of it would be gone through at once, for a tenth of the time."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
