"""Whether the journeys folder that mkdocs.yml names is there, and what is said where it is not."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.findings import Finding, Place, listed, nearest_word, quoted
from journeybook.frontmatter import MAX_BYTES
from journeybook.plugin.options import JOURNEYS_DIR, Options
from journeybook.regular import is_folder, lies_in, project_top, text_if_regular

_OPTION = "journeys_dir"
_MOST_NAMED = 8


def missing_folder(
    folder: Path, config: MkDocsConfig, options: Options, *, is_empty: bool
) -> Iterator[Finding]:
    """Say that there are no journeys where `journeys_dir` says; without it, a handbook has not begun yet."""
    file, is_default = Path(config.config_file_path), options.journeys_dir == JOURNEYS_DIR
    name = quoted(options.journeys_dir)
    if os.path.lexists(folder) and not is_folder(folder):
        message = f"{name} is no folder that can be opened. Name the folder of the journeys by '{_OPTION}'."
        yield _finding(file, message)
        return
    if is_folder(folder) and (is_default or not is_empty):
        return
    beside = sorted(item.name for item in file.parent.iterdir() if item.is_dir() and item.name[0] not in "._")
    others = [name for name in beside if name != options.journeys_dir]
    meant = nearest_word(options.journeys_dir, others) or _with_handbook(file.parent, others)
    if is_default and not meant:
        return
    hint = f" Did you mean '{meant}'?" if meant else _named(others)
    message = f"'{_OPTION}' names {name}, which is no folder beside '{file.name}'.{hint}"
    if is_default:
        message = f"There is no folder {name} beside '{file.name}', and no '{_OPTION}' names another.{hint}"
    elif is_folder(folder):
        message = f"'{_OPTION}' names {name}, a folder without a single journey.{hint}"
    yield _finding(file, message)


def refuse_outside(folder: Path, config: MkDocsConfig, options: Options) -> None:
    """End a build whose journeys lie where what belongs to the project does not; nothing is read there."""
    file = Path(config.config_file_path)
    if not lies_in(folder, project_top(file.parent)):
        name = quoted(options.journeys_dir)
        message = f"'{_OPTION}' names {name}, which lies outside of the project. Put it beside '{file.name}'."
        raise PluginError(f"journeybook: {_finding(file, message)}")


def _finding(file: Path, message: str) -> Finding:
    return Finding(place=_place(file), rule="invalid-setting", message=message)


def _with_handbook(top: Path, folders: list[str]) -> str:
    return next((name for name in folders if (top / name / "handbook.yml").is_file()), "")


def _named(folders: list[str]) -> str:
    names = [f"'{name}'" for name in folders[:_MOST_NAMED]]
    return f" The folders there are {listed(names, 'and')}." if names else " There are no folders."


def _place(file: Path) -> Place:
    lines = text_if_regular(file, MAX_BYTES).split("\n")
    found = ((number, line.find(_OPTION)) for number, line in enumerate(lines, 1))
    line, column = next(((number, at) for number, at in found if at >= 0), (1, 0))
    return Place(path=file.name, line=line, column=column + 1)
