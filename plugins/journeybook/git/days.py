"""Find the commit at which a branch stood on the morning of a day."""

from datetime import date
from pathlib import Path

from journeybook.git.history import EPOCH, time_of
from journeybook.git.plumbing import run_for_text


def commit_before(folder: Path, day: date) -> str | None:
    """Return the latest commit, along the first parents, of a day before; nothing if there is none.

    The days of commits are those of the committers, as pages tell them. Git's failures are the caller's.
    """
    if day < EPOCH:
        return None
    # a day begins half a day before and after that of Greenwich at most
    upper = f"--before={day.isoformat()}T14:00:00Z"
    form = ("--first-parent", "--format=%H%x00%cI", "--no-show-signature", "--no-color")
    log = run_for_text(folder, "log", *form, upper, "--end-of-options", "HEAD")
    commits = (line.split("\0") for line in log.splitlines())
    return next((name for name, time in commits if time_of(time).date() < day), None)
