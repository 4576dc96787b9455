"""Whether the journeys folder that mkdocs.yml names is there, and what is said where it is not."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.findings import Finding, Place, listed, nearest, quoted
from journeybook.plugin.options import JOURNEYS_DIR, Options

_OPTION = "journeys_dir"
_MOST_NAMED = 8


def missing_folder(folder: Path, config: MkDocsConfig, options: Options) -> Iterator[Finding]:
    """Say that `journeys_dir` leads to no folder; without the option, a handbook has not begun yet."""
    if options.journeys_dir == JOURNEYS_DIR or folder.is_dir():
        return
    file = Path(config.config_file_path)
    beside = sorted(item.name for item in file.parent.iterdir() if item.is_dir() and item.name[0] not in "._")
    hint = nearest(options.journeys_dir, beside) or _named(beside)
    message = (
        f"'{_OPTION}' names {quoted(options.journeys_dir)}, which is no folder beside '{file.name}'.{hint}"
    )
    yield Finding(place=_place(file), rule="invalid-setting", message=message)


def _named(folders: list[str]) -> str:
    names = [f"'{name}'" for name in folders[:_MOST_NAMED]]
    return f" The folders there are {listed(names, 'and')}." if names else " There are no folders."


def _place(file: Path) -> Place:
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    found = ((number, line.find(_OPTION)) for number, line in enumerate(lines, 1))
    line, column = next(((number, at) for number, at in found if at >= 0), (1, 0))
    return Place(path=file.name, line=line, column=column + 1)
