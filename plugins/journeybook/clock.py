"""Tell which day counts as today."""

import os
from datetime import date

from journeybook.findings import quoted


class NotADay(ValueError):  # noqa: N818 - it says what is wrong
    """JOURNEYBOOK_TODAY names no day; the message says so."""


def today() -> date:
    """The day that a build takes for today: JOURNEYBOOK_TODAY, so that builds repeat, or the clock's."""
    written = os.environ.get("JOURNEYBOOK_TODAY")
    try:
        return date.fromisoformat(written) if written else date.today()  # noqa: DTZ011 - the reader's own day
    except ValueError as error:
        message = f"JOURNEYBOOK_TODAY is {quoted(written)}; it must be a date such as 2026-11-21."
        raise NotADay(message) from error
