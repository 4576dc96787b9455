"""Tell how long a review keeps something fresh."""

from datetime import date, timedelta


def fresh_until(reviewed: date | None, rhythm: int) -> date | None:
    """Return the last day on which what was reviewed is not stale; nothing where it never was."""
    left = (date.max - reviewed).days if reviewed else 0
    return reviewed + timedelta(days=min(rhythm, left)) if reviewed else None
