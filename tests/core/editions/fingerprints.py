"""What is said about a handbook and about its change, in words that can be kept and compared."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core.changed_handbooks import TODAY, difference, write
from core.editions.first_edition import Files, states
from journeybook import project
from journeybook.rules import RULES


def told(number: int) -> list[str]:
    """Each finding of the state before, and each change to the state after, a line each, sorted."""
    before, after = states(number)
    with TemporaryDirectory() as folder:
        return sorted(_findings(Path(folder, "read"), before)) + sorted(_changes(Path(folder), before, after))


def _findings(root: Path, files: Files) -> Iterator[str]:
    found = project.read(write(root, files), "journeys", today=TODAY)
    for finding in found.findings:
        fixed = "error" if RULES[finding.rule].is_fixed else finding.severity
        yield f"{finding.place} {finding.rule} {fixed}"


def _changes(root: Path, before: Files, after: Files) -> Iterator[str]:
    found = difference(root, before, after)
    for change in found.changes:
        where = " › ".join((change.subject.kind, change.subject.id, *change.where))
        yield f"{where} {change.kind} {change.field} {change.weight} {change.old!r} {change.new!r}"
    for file in found.unread:
        yield f"unread {file.state} {file.finding.place} {file.finding.rule}"
