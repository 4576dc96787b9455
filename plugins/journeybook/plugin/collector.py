"""Keep the garbage collector from going through the same handbook again and again during a build."""

import gc

_LESS_OFTEN = 20_000
"""Objects more than before, after which it looks again; Python itself looks after 700."""


class Collector:
    """The garbage collector of one build: off while the handbook grows, then blind to what has grown."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None

    def rest(self) -> None:
        """Stop, until `resume` or `restore`; a second call changes nothing."""
        if self._before is None and gc.isenabled():
            self._before = gc.get_threshold()
            gc.disable()

    def resume(self) -> None:
        """Look again, but not at what is there by now."""
        if self._before is not None:
            gc.freeze()
            gc.set_threshold(_LESS_OFTEN, *self._before[1:])
            gc.enable()

    def restore(self) -> None:
        """Leave it as it was found; a second call changes nothing."""
        if self._before is not None:
            gc.unfreeze()
            gc.set_threshold(*self._before)
            gc.enable()
            self._before = None
