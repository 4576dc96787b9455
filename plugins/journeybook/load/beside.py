"""What stands beside a journeys folder: the pages written by hand, and the settings of the site."""

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeybook.frontmatter import Refused, decode

_DOCS_DIR = re.compile(r"^docs_dir:[ ]*['\"]?(?P<name>[^'\"#\n]+?)['\"]?[ ]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text file, read."""

    path: str
    """As one would type it."""
    inside: str
    """The path below the folder that it was looked for in."""
    text: str
    """Its text, with the line ends made one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A site around a journeys folder, as far as it is there."""

    settings: Text | None
    """mkdocs.yml."""
    docs: Path
    """The folder of the pages written by hand."""
    pages: tuple[Text, ...]
    """The Markdown files below docs/."""
    unread: tuple[str, ...]
    """The paths of files that cannot be read as text."""


def read_beside(root: Path, label: str) -> Beside:
    """Read mkdocs.yml and docs/ beside a journeys folder that messages call `label`."""
    unread: list[str] = []
    above, beside = posixpath.normpath(f"{label}/.."), root.resolve().parent
    settings = next(_texts(beside, above, ["mkdocs.yml"], unread), None)
    named = _DOCS_DIR.search(settings.text) if settings else None
    name = named["name"] if named else "docs"
    inside = sorted(_markdown(beside / name))
    pages = tuple(_texts(beside / name, posixpath.normpath(f"{above}/{name}"), inside, unread))
    return Beside(settings=settings, docs=beside / name, pages=pages, unread=tuple(unread))


def _markdown(folder: Path) -> Iterator[str]:
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith((".md", ".markdown")):
                yield (Path(top) / name).relative_to(folder).as_posix()


def _texts(folder: Path, label: str, inside: list[str], unread: list[str]) -> Iterator[Text]:
    for name in inside:
        path = posixpath.normpath(f"{label}/{name}")
        try:
            yield Text(path=path, inside=name, text=decode((folder / name).read_bytes()))
        except FileNotFoundError:
            continue
        except (OSError, Refused):
            unread.append(path)
