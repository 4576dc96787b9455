"""What commits changed in, lines for a terminal or a document for programs out."""

from collections.abc import Iterable, Iterator

from journeybook.diff import LogEntry, find_breaks
from journeybook.report.diff_json import as_document, changes_data
from journeybook.report.differences import short, title_of

VERSION = 1
"""The version of the document; it rises when a field changes its meaning or goes."""


def log_text(entries: Iterable[LogEntry]) -> Iterator[str]:
    """Yield the text about each commit: who and when, below it one line for each change."""
    for number, entry in enumerate(entries):
        commit = entry.commit
        head = f"{commit.time:%Y-%m-%d}  {commit.author}  {commit.subject}  ({commit.id[:10]})\n"
        yield ("\n" if number else "") + head + "".join(_lines(entry))


def _lines(entry: LogEntry) -> Iterator[str]:
    for change in entry.changes:
        names = (title_of(entry.difference, change.subject), *change.where)
        yield f"  {' › '.join(map(short, names))}: {change.sentence(escape=short)}\n"


def log_json(entries: Iterable[LogEntry]) -> Iterator[str]:
    """Yield one document: `{version, commits: [{id, time, author, subject, changes}]}`."""
    yield as_document({"version": VERSION, "commits": [_commit(entry) for entry in entries]})


def _commit(entry: LogEntry) -> dict[str, object]:
    commit = entry.commit
    changes = changes_data(entry.difference, find_breaks(entry.difference))
    wanted = {change.subject for change in entry.changes}
    return {
        "id": commit.id,
        "time": commit.time.isoformat(),
        "author": commit.author,
        "subject": commit.subject,
        "changes": [
            change
            for change in changes
            if any((change["subject"]["kind"], change["subject"]["id"]) == subject for subject in wanted)
        ],
    }
