"""Write the changes of commits as lines for a terminal or as a document for programs."""

from collections.abc import Iterable, Iterator, Sequence

from journeybook.advice import command
from journeybook.characters import unheard
from journeybook.diff import Break, ChangedThing, LogEntry, change_tree
from journeybook.report.differences.document import changes_data
from journeybook.report.differences.outline import on_terminal
from journeybook.report.encoded import as_json
from journeybook.settings import Weights

VERSION = 1
"""The version of the document; it rises when a field changes its meaning or goes."""
MOST_CHANGES = 30
"""The most changes of a commit that a terminal shows."""


def log_text(entries: Iterable[LogEntry], weights: Weights) -> Iterator[str]:
    """Yield the text about each commit: who and when, below it one line for each change."""
    for number, entry in enumerate(entries):
        commit = entry.commit
        head = f"{commit.time:%Y-%m-%d}  {commit.author}  {commit.subject}  ({commit.id[:10]})\n"
        yield unheard(("\n" if number else "") + head + "".join(_lines(entry, weights)))


def _lines(entry: LogEntry, weights: Weights) -> Iterator[str]:
    told = [(thing, change) for thing in _things(entry, weights) for change in thing.changes]
    for thing, item in told[:MOST_CHANGES]:
        names = " › ".join(map(on_terminal, (thing.title, *item.change.where)))
        yield f"  {names}: {item.change.sentence(escape=on_terminal)}{_mark(item.breaks)}\n"
    left = len(told) - MOST_CHANGES
    if left > 0:
        yield f"  … and {left} more: {_command(entry)}\n"


def _things(entry: LogEntry, weights: Weights) -> tuple[ChangedThing, ...]:
    """The things that a commit changed, as far as it was asked for."""
    things = change_tree(entry.difference, weights).things
    return tuple(thing for thing in things if entry.subject in {None, thing.subject})


def _command(entry: LogEntry) -> str:
    """The command that shows all changes of a commit; before the first there is nothing to name."""
    name, folder = entry.commit.id[:10], entry.difference.after.label
    if not entry.difference.before.commit:
        return command("log", ("--format", "json"), folder)
    return command("diff", (f"{name}^", name), folder)


def _mark(breaks: Sequence[Break]) -> str:
    """The mark of a breaking change: the worst that rules say."""
    return f" [{breaks[0].severity}: {breaks[0].rule.id}]" if breaks else ""


def log_json(entries: Iterable[LogEntry], weights: Weights) -> Iterator[str]:
    """Yield one document: `{version, commits: [{id, time, author, subject, changes}]}`."""
    yield as_json({"version": VERSION, "commits": [_commit(entry, weights) for entry in entries]})


def _commit(entry: LogEntry, weights: Weights) -> dict[str, object]:
    commit = entry.commit
    return {
        "id": commit.id,
        "time": commit.time.isoformat(),
        "author": commit.author,
        "subject": commit.subject,
        "changes": changes_data(_things(entry, weights)),
    }
