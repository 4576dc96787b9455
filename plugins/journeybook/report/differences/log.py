"""What commits changed in, lines for a terminal or a document for programs out."""

from collections.abc import Iterable, Iterator

from journeybook.diff import Break, LogEntry, find_breaks
from journeybook.report.differences.document import as_document, changes_data
from journeybook.report.differences.outline import on_terminal, title_of
from journeybook.settings import Weights

VERSION = 1
"""The version of the document; it rises when a field changes its meaning or goes."""
MOST_CHANGES = 30
"""How many changes of a commit a terminal shows."""


def log_text(entries: Iterable[LogEntry], weights: Weights) -> Iterator[str]:
    """Yield the text about each commit: who and when, below it one line for each change."""
    for number, entry in enumerate(entries):
        commit = entry.commit
        head = f"{commit.time:%Y-%m-%d}  {commit.author}  {commit.subject}  ({commit.id[:10]})\n"
        yield ("\n" if number else "") + head + "".join(_lines(entry, weights))


def _lines(entry: LogEntry, weights: Weights) -> Iterator[str]:
    breaks = {item.change: item for item in reversed(find_breaks(entry.difference, weights))}
    for change in entry.changes[:MOST_CHANGES]:
        names = " › ".join(map(on_terminal, (title_of(entry.difference, change.subject), *change.where)))
        yield f"  {names}: {change.sentence(escape=on_terminal)}{_mark(breaks.get(change))}\n"
    left = len(entry.changes) - MOST_CHANGES
    if left > 0:
        yield f"  … and {left} more: {_command(entry)}\n"


def _command(entry: LogEntry) -> str:
    """What shows all changes of a commit; before the first there is nothing that could be named."""
    name = entry.commit.id[:10]
    is_first = not entry.difference.before.commit
    return "journeybook log --format json" if is_first else f"journeybook diff {name}^ {name}"


def _mark(found: Break | None) -> str:
    """What a breaking change is marked with."""
    return f" [{found.severity}: {found.rule.id}]" if found else ""


def log_json(entries: Iterable[LogEntry], weights: Weights) -> Iterator[str]:
    """Yield one document: `{version, commits: [{id, time, author, subject, changes}]}`."""
    yield as_document({"version": VERSION, "commits": [_commit(entry, weights) for entry in entries]})


def _commit(entry: LogEntry, weights: Weights) -> dict[str, object]:
    commit = entry.commit
    changes = changes_data(entry.difference, find_breaks(entry.difference, weights))
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
