"""The first sheet: how to edit a workbook and send it back."""

from collections.abc import Callable, Iterator

from journeybook.messages import N_

_LINES = (
    ("title", N_("How to edit this workbook")),
    (
        "free",
        N_(
            "Every journey has a sheet of its own: stages across, below them a column for each "
            "step, and a row for each thing to tell of it. Change what you like, then send the "
            "file back; whoever keeps the handbook reads it in with “journeybook import”, and "
            "sees what you changed."
        ),
    ),
    ("label", N_("Steps and stages")),
    (
        "free",
        N_(
            "A new step is a new column: insert one and give it a title. It belongs to the stage "
            "on its left until you name another one above it. Delete a column, and the step is "
            "gone."
        ),
    ),
    ("free", N_("A new row with a title of your own and texts below the steps becomes a lane of its own.")),
    ("label", N_("What stands in a cell")),
    (
        "free",
        N_(
            "A line is an entry (in a cell, Alt+Enter or Ctrl+Enter begins a new line). Lists "
            "offer what the handbook knows; you may type anything else, and several lines, as "
            "well."
        ),
    ),
    (
        "free",
        N_(
            "What belongs to an entry stands behind it, parted by “ · ”: “The queue is too long "
            "[long-queue] · Severity: 4”. In brackets stands the id by which it is known; new "
            "entries need none. A line behind ↳ belongs to the entry above it."
        ),
    ),
    (
        "free",
        N_(
            "⏎ is a line break within an entry. A backslash before a sign says that the sign is "
            "meant as such."
        ),
    ),
    ("free", N_("Satisfaction is a number from 1 (very unhappy) to 5 (delighted).")),
    ("label", N_("What to leave")),
    (
        "free",
        N_(
            "The grey names in the first column or row say what the others hold: they are locked."
            " Grey ids and files tell which thing a row is; leave them empty for something new."
        ),
    ),
    (
        "free",
        N_(
            "Pain points, opportunities and actions stand on the sheets of the journeys, and in "
            "lists of their own for an overview. Change an entry in either place; new ones belong"
            " on the journey's sheet. If both were changed, the journey's sheet holds, and the "
            "difference is told."
        ),
    ),
    (
        "free",
        N_(
            "You may sort and filter tables, widen columns, colour cells, and add sheets of your "
            "own: those are left alone, and told."
        ),
    ),
    ("label", N_("Journeys")),
)


def guide_lines(speak: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of the sheet with their looks."""
    for look, message in _LINES:
        yield look, speak(message)
