"""A build is of one day, that on which it began, however late it ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

import pytest
from small_sites import SHOES, Make

from journeybook import clock


class _Clock(date):
    """A clock on which a day passes between any two looks."""

    days: Iterator[int] = count()

    @classmethod
    def today(cls) -> "_Clock":
        return cls(2026, 12, 31) + timedelta(next(cls.days))


def test_a_build_that_runs_over_midnight_is_of_one_day(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYBOOK_TODAY")
    monkeypatch.setattr(clock, "date", _Clock)
    reviewed = SHOES.replace("persona: anna\n", "persona: anna\nreviewed: 2026-12-30\n")
    made = make({"journeys/schuhe.md": reviewed})
    pages = [path.read_text(encoding="utf-8") for path in made.site.rglob("*.html")]
    days = {day for page in pages for day in re.findall(r'data-jb-day="([^"]+)"', page)}
    assert days == {"Stand: 31. Dezember 2026"}
    assert "vor 1 Tag geprüft" in made.page("journeys/schuhe/").ours.text
    assert next(_Clock.days) == 1, "the clock was looked at once"
