"""Bound the time that Markdown takes for one narrative, by the processor's clock and not the wall's."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 20.0
"""A thousand times what a long narrative takes; a busy machine does not use it up."""


class OverBudget(Exception):  # noqa: N818 - it says what the work is
    """The work takes more time of the processor than any text needs."""


@contextmanager
def within_budget(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `OverBudget` in work that takes longer; patterns are interrupted as well.

    Systems without such a clock, and work beside the main thread, go unbounded.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a handler is given
    raise OverBudget
