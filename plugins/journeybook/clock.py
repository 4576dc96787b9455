"""Tell which day counts as today."""

import os
from datetime import UTC, date, datetime

from journeybook.findings import quoted


class NotADay(ValueError):  # noqa: N818 - it says what is wrong
    """JOURNEYBOOK_TODAY or SOURCE_DATE_EPOCH names no day; the message says so."""


def today() -> date:
    """The day that a build takes for today: JOURNEYBOOK_TODAY, that of SOURCE_DATE_EPOCH, or the clock's.

    By either variable builds repeat; MkDocs reads the second one as well, in UTC.
    """
    if written := os.environ.get("JOURNEYBOOK_TODAY"):
        return _written(written)
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        return _counted(seconds)
    return date.today()  # noqa: DTZ011 - the reader's own day


def _written(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        message = f"JOURNEYBOOK_TODAY is {quoted(day)}; it must be a date such as 2026-11-21."
        raise NotADay(message) from error


def _counted(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {quoted(seconds)}; it must be a number of seconds since 1970."
        raise NotADay(message) from error
