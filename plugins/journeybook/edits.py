"""Change text files: the edits as values, their diff for people, and their writing.

Lines and columns are those of findings: counted from 1, in characters, whatever the file's line ends are, and
without its byte-order mark. What no edit touches stays as it is, byte by byte.
"""

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from journeybook.findings import Place, quoted

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"
_NO_LAST_LINE_END = "\\ No newline at end of file\n"


class NotEditable(Exception):  # noqa: N818 - it says what is the matter with the text
    """An edit that does not fit the text, or another edit; the message says which and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One text in a file that another takes the place of."""

    place: Place
    """The file, and where the old text begins."""
    old: str
    """The text to be replaced, so that a file that has changed since is noticed; empty to insert."""
    new: str
    """The text that takes its place; its line ends become those of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A file before and after, with the line ends and the byte-order mark that it has."""

    path: str
    """Where the file lies, as one would type it."""
    before: str | None
    """The text as it is; nothing for a new file."""
    after: str
    """The text as it shall be."""
    to: str | None = None
    """Where the file shall lie, if it moves."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The stretch of a text that an edit replaces."""

    start: int
    end: int
    edit: Edit


def changed(path: str, raw: bytes, edits: Iterable[Edit], *, to: str | None = None) -> TextChange:
    """The change that edits make in a file of UTF-8 text, which may move as well."""
    before = raw.decode("utf-8")
    return TextChange(path=path, before=before, after=apply(before, edits), to=to)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made; their places are those of the given text."""
    line_end = _LINE_END.search(text)
    parts, at = [], 0
    for span in _in_order(text, edits):
        parts += [text[at : span.start], span.edit.new.replace("\n", line_end[0] if line_end else "\n")]
        at = span.end
    return "".join((*parts, text[at:]))


def _in_order(text: str, edits: Iterable[Edit]) -> list[_Span]:
    starts = _starts_of_lines(text)
    spans = [_span(text, starts, edit) for edit in dict.fromkeys(edits)]
    spans.sort(key=lambda span: (span.start, span.end))
    for one, other in pairwise(spans):
        if other.start < one.end:
            message = (
                f"{other.edit.place}: {quoted(other.edit.old)} overlaps {quoted(one.edit.old)}, "
                f"which is changed at {one.edit.place}."
            )
            raise NotEditable(message)
    return spans


@lru_cache(maxsize=1)
def _starts_of_lines(text: str) -> tuple[int, ...]:
    """Kept for the next edit, which most often is one of the same text."""
    return (len(_MARK) if text.startswith(_MARK) else 0, *(end.end() for end in _LINE_END.finditer(text)))


def _span(text: str, starts: tuple[int, ...], edit: Edit) -> _Span:
    """Find the old text of an edit; a line end in it is any line end of the file."""
    place = edit.place
    if place.line <= len(starts):
        lines = map(re.escape, edit.old.split("\n"))
        found = re.compile(r"(?:\r\n|\r|\n)".join(lines)).match(
            text, starts[place.line - 1] + place.column - 1
        )
        if found:
            return _Span(*found.span(), edit)
    raise NotEditable(f"{place}: {quoted(edit.old)} does not stand here.")


def value_edit(text: str, place: Place, old: str, new: str) -> Edit:
    """The edit of a value or key of a YAML header, in quotes or without; quotes stay as they are."""
    starts = _starts_of_lines(text)
    start = starts[place.line - 1] + place.column - 1 if place.line <= len(starts) else len(text)
    opening = re.compile(r"""["']?[ ]*""").match(text, start)
    inside = replace(place, column=place.column + (len(opening[0]) if opening else 0))
    edit = Edit(place=inside, old=old, new=new)
    try:
        _span(text, starts, edit)
    except NotEditable as error:
        message = f"{place}: {quoted(old)} is written in an unusual way here. Write it plainly, in one line."
        raise NotEditable(message) from error
    return edit


def as_diff(changes: Iterable[TextChange]) -> str:
    """Show changes as `git diff` does; nothing for a file that stays as it is."""
    return "".join(line for change in changes for line in _diff(change))


def _diff(change: TextChange) -> Iterator[str]:
    target = change.to or change.path
    if change.before == change.after and target == change.path:
        return
    yield f"diff --git a/{change.path} b/{target}\n"
    if change.before is None:
        yield "new file mode 100644\n"
    if target != change.path:
        yield from (f"rename from {change.path}\n", f"rename to {target}\n")
    lines = difflib.unified_diff(
        _lines(change.before or ""),
        _lines(change.after),
        "/dev/null" if change.before is None else f"a/{change.path}",
        f"b/{target}",
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_LAST_LINE_END}"


def _lines(text: str) -> list[str]:
    """The lines as a diff counts them: ended by a line feed, whatever else stands before it."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def write_changes(changes: Iterable[TextChange]) -> None:
    """Write changed files, each whole or not at all; a new or moved file never takes the place of another.

    All texts are on the disk before the first file changes, so that a full disk changes none.
    """
    wanted = [change for change in changes if change.before != change.after or change.to]
    for change in wanted:
        target = change.to or (change.path if change.before is None else None)
        if target is not None and os.path.lexists(target):
            raise FileExistsError(f"There is a file '{target}' already.")
    ready: list[tuple[Path, Path]] = []
    try:
        for change in wanted:
            if change.before != change.after:
                ready.append(_beside(change))
                _fill(ready[-1][0], change.after.encode("utf-8"), change.before is not None and change.path)
        for temporary, path in ready:
            temporary.replace(path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
    for change in wanted:
        if change.to:
            Path(change.to).parent.mkdir(parents=True, exist_ok=True)
            Path(change.path).rename(change.to)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; what is no file, such as a device, is written to."""
    # a pipe has no real path, so it is asked as it is named
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    temporary = _empty_beside(target)
    try:
        _fill(temporary, content, target.exists() and str(target))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _beside(change: TextChange) -> tuple[Path, Path]:
    """An empty file beside the one that changes, and this one: of a link, the file that it leads to."""
    path = Path(os.path.realpath(change.path))
    path.parent.mkdir(parents=True, exist_ok=True)
    return _empty_beside(path), path


def _empty_beside(path: Path) -> Path:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".journeybook-")
    os.close(handle)
    return Path(temporary)


def _fill(file: Path, content: bytes, old: str | Literal[False]) -> None:
    """Write what shall be, with the rights of the old file, or those of a new one."""
    file.write_bytes(content)
    if old:
        shutil.copymode(old, file)
    else:
        file.chmod(0o666 & ~_umask())


def _umask() -> int:
    """The rights that the user takes away from new files; they can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
