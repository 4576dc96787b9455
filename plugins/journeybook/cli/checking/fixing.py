"""Plan, show or write the changes of `journeybook check --fix`."""

from collections.abc import Iterable, Iterator

from journeybook import edits
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.streams import tell, write
from journeybook.edits import TextChange
from journeybook.fixes import Left, Replacement, fix, fixable
from journeybook.load import Document, raw_of
from journeybook.project import Project
from journeybook.report.counting import counted

_COLORS = {"+": "32", "-": "31", "@": "36"}


def show_fixes(found: Project, has_color: bool) -> int:  # noqa: FBT001 - the only thing it can be
    """Show what would be changed as a diff."""
    changes = _changes(found)
    text = edits.as_diff(changes)
    write("".join(map(_painted, text.splitlines(keepends=True))) if has_color else text, has_color=has_color)
    tell(f"{counted(len(changes), 'file')} would change.")
    return PROBLEMS if changes else CLEAN


def fix_all(found: Project) -> bool:
    """Change what can be fixed, and say whether there was anything."""
    changes = _changes(found)
    try:
        edits.write_changes(changes)
    except OSError as error:
        raise Failure("The files cannot be written. Check that you may change them.") from error
    if changes:
        tell(f"{counted(len(changes), 'file')} fixed.")
    return bool(changes)


def _changes(found: Project) -> list[TextChange]:
    """The changes of all files; a file that is left as it is, is told."""
    changes = []
    for outcome in _outcomes(found):
        if isinstance(outcome, Left):
            tell(f"{outcome.path} is left as it is. {outcome.reason}")
        else:
            changes.append(outcome)
    return changes


def _outcomes(found: Project) -> Iterator[TextChange | Left]:
    wanted: dict[str, list[Replacement]] = {}
    for replacement in fixable(found.catalogue, found.findings).values():
        wanted.setdefault(replacement.document.path, []).append(replacement)
    for document in found.folder.documents:
        if document.header.text:
            outcome = _fixed(found, document, wanted.get(document.path, ()))
            if outcome:
                yield outcome


def _fixed(found: Project, document: Document, wanted: Iterable[Replacement]) -> TextChange | Left | None:
    try:
        raw = raw_of(found.folder, document)
    except OSError:
        return Left(path=document.path, reason="It cannot be opened any more.")
    return fix(document, raw, wanted)


def _painted(line: str) -> str:
    color = _COLORS.get(line[0])
    text = line.rstrip("\r\n")
    return f"\x1b[{color}m{text}\x1b[0m\n" if color else line
