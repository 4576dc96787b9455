"""A tutorial as its readers follow it: fenced blocks in, the journeys folder after each step out.

A fence whose title names a file below journeys/ is what the reader types. A block that opens with `---`, or that
names a new file, is the whole file. A list item takes the place of the item with the same first line, or ends the
header. Keys at the left edge take the place of the same keys, or stand above `stages`. Markdown is added at the end.
A title that ends with “(falsch)” or “(wrong)” is a slip, and the next `text` fence is what `check` says of it.
A title that ends with “(ganz)” or “(whole)” repeats the file as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>\w+)(?P<rest>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="(?P<path>journeys/\S+?)(?: \((?P<mark>\w+)\))?"')
_MARKS = {"falsch": "slip", "wrong": "slip", "ganz": "whole", "whole": "whole"}

Files = dict[str, str]
"""The text of each file, by its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A mistake that the tutorial shows, with the folder as it then is."""

    files: Files
    message: str
    """What the tutorial says that `check` prints."""


@dataclass(slots=True, kw_only=True)
class Step:
    """One step of a tutorial."""

    title: str
    text: str
    files: Files = field(default_factory=dict)
    """The folder after the step."""
    slips: list[Slip] = field(default_factory=list)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    """Blocks that show a file as it stands, each with that file."""


def steps(markdown: str) -> Iterator[Step]:
    """Follow a tutorial, or any page with files to type, from one level-2 heading to the next."""
    files: Files = {}
    for section in re.split(r"^## ", _without_comments(markdown), flags=re.MULTILINE)[1:]:
        step = Step(title=section.partition("\n")[0], text=section)
        _follow(step, files)
        step.files = dict(files)
        yield step


def write(files: Files, folder: Path) -> None:
    """Write a folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _without_comments(markdown: str) -> str:
    """Headings within fences would cut a step in two; none of ours begins a line outside of one."""
    return _FENCE.sub(lambda fence: fence[0].replace("\n## ", "\n\0## "), markdown)


def _follow(step: Step, files: Files) -> None:
    wrong: Files | None = None
    for fence in _FENCE.finditer(step.text):
        text, title = fence["text"].replace("\0", ""), _TITLE.search(fence["rest"])
        if title is None:
            if fence["language"] == "text" and wrong is not None:
                step.slips.append(Slip(files=wrong, message=text.rstrip("\n")))
                wrong = None
            continue
        path, mark = title["path"], _MARKS.get(title["mark"] or "", "")
        if mark == "whole":
            step.repeated.append((text, files[path]))
            continue
        changed = typed(files.get(path), text, language=fence["language"])
        if mark == "slip":
            assert wrong is None, f"no message after the slip before line {text!r}"
            wrong = {**files, path: changed}
        else:
            files[path] = changed
    assert wrong is None, f"no message after the last slip of {step.title!r}"


def typed(file: str | None, block: str, *, language: str) -> str:
    """Return a file after a reader has typed a block into it."""
    if file is None or block.startswith("---\n"):
        return block
    if language == "markdown":
        return file + block
    for part in _parts(block):
        file = _put(file, part)
    return file


def _parts(block: str) -> list[str]:
    """An indented block is one part; at the left edge every key is one."""
    return [block] if block.startswith(" ") else re.split(r"(?<=\n)(?=\w)", block)


def _put(file: str, part: str) -> str:
    lines, new = file.splitlines(keepends=True), part.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if _opens_the_same(line, new[0])), None)
    if start is None:
        end = start = _place_of_new(lines, is_item=part.startswith(" "))
    else:
        indent = _indent(lines[start])
        inner = takewhile(lambda line: not line.strip() or _indent(line) > indent, lines[start + 1 :])
        end = start + 1 + len(list(inner))
    return "".join((*lines[:start], *new, *lines[end:]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _opens_the_same(line: str, first: str) -> bool:
    if not first.startswith(" "):
        return line.partition(":")[0] == first.partition(":")[0].rstrip()
    return line.strip().replace("- title: ", "- ") == first.strip().replace("- title: ", "- ")


def _place_of_new(lines: list[str], *, is_item: bool) -> int:
    """An item ends the header, a key stands above `stages`; in handbook.yml both stand at the end."""
    if lines[0] != "---\n":
        return len(lines)
    return lines.index("---\n", 1) if is_item else lines.index("stages:\n")
