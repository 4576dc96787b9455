"""The days that are typed, written out or counted back from today."""

import re
from datetime import date, timedelta

from journeybook.cli.terminal.failure import Failure
from journeybook.findings import quoted

_DAYS = re.compile(r"(\d{1,6}) days?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def typed_day(typed: str, today: date) -> date:
    """Return the day that was typed, or counted back from today."""
    counted = _DAYS.fullmatch(typed)
    try:
        day = today - timedelta(days=int(counted[1])) if counted else _written(typed)
    except (ValueError, OverflowError) as error:
        advice = "Write it as 2026-11-01, or count back: '30 days'."
        raise Failure(f"{quoted(typed)} names no day. {advice}") from error
    if day > today:
        raise Failure(f"The day {day} is still to come. Name one that is past.")
    return day


def _written(typed: str) -> date:
    # fromisoformat alone takes weeks as well
    return date.fromisoformat(typed if _ISO.fullmatch(typed) else "")
