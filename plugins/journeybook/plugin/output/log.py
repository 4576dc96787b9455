"""Keep the log of a build, which names what strangers wrote, from giving commands to a runner."""

import logging

from journeybook.characters import unheard

_PROGRAMS = ("mkdocs", "properdocs")


class _Unheard(logging.Filter):
    """Rewrites each message: MkDocs names links, titles and paths of authors, too."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = unheard(record.getMessage()), None
        return True


def guard_log() -> None:
    """Let everything that the program logs pass the filter."""
    for handler in (handler for name in _PROGRAMS for handler in logging.getLogger(name).handlers):
        if not any(isinstance(known, _Unheard) for known in handler.filters):
            handler.addFilter(_Unheard())
