"""Read what stands beside a journeys folder: handwritten pages and the settings of the site."""

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeybook.frontmatter import MAX_BYTES, Refused, decode
from journeybook.load.site_file import site_file, site_file_in
from journeybook.regular import lies_in, read_regular

_LEVELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
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

    settings: TextFile | None
    """mkdocs.yml, or how else the configuration of the site is called."""
    folder: Path
    """The folder of the configuration."""
    docs: Path
    """The folder of the handwritten pages."""
    pages: tuple[TextFile, ...]
    """The Markdown files below docs/."""
    unread: tuple[str, ...]
    """The paths of files that cannot be read as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """The folder of handwritten pages, as far as the paths of its files go."""

    way: str
    """The path from the journeys folder to it."""
    files: frozenset[str]
    """The paths below it."""

    def inside(self, path: str) -> str:
        """The path below it of a path below the journeys folder that leads there, or nothing."""
        return path.removeprefix(f"{self.way}/") if path.startswith(f"{self.way}/") else ""


def docs_beside(root: Path) -> Docs:
    """List what lies in docs/ beside a journeys folder."""
    _, folder = _around(root)
    docs = folder / _docs_dir(_settings(folder, "", []))
    way = Path(os.path.relpath(docs, os.path.realpath(root))).as_posix()
    files = {
        (Path(top) / name).relative_to(docs).as_posix()
        for top, _, names in (os.walk(docs) if lies_in(docs, folder) else ())
        for name in names
    }
    return Docs(way=way, files=frozenset(files))


def _settings(folder: Path, label: str, unread: list[str]) -> TextFile | None:
    file = site_file_in(folder)
    return next(_texts(folder, label, [file.name], unread), None) if file else None


def _docs_dir(settings: TextFile | None) -> str:
    return site_file(Path(settings.path), settings.text).docs_dir if settings else "docs"


def read_beside(root: Path, label: str) -> Beside:
    """Read the configuration and docs/ around a journeys folder that messages call `label`."""
    unread: list[str] = []
    levels, folder = _around(root)
    above = posixpath.normpath("/".join((label, *[".."] * levels)))
    settings = _settings(folder, above, unread)
    name = _docs_dir(settings)
    inside = sorted(_markdown(folder / name, root))
    pages = tuple(_texts(folder / name, posixpath.normpath(f"{above}/{name}"), inside, unread))
    return Beside(settings=settings, folder=folder, docs=folder / name, pages=pages, unread=tuple(unread))


def _around(root: Path) -> tuple[int, Path]:
    """Find the site: the number of levels above the journeys, and the next folder with a configuration."""
    real = Path(os.path.realpath(root))
    parents = list(enumerate(real.parents[:_LEVELS], 1))
    return next((item for item in parents if site_file_in(item[1])), (1, real.parent))


def _markdown(folder: Path, journeys: Path) -> Iterator[str]:
    """The Markdown files of a folder, without those of the journeys and without links that lead out."""
    real_journeys = os.path.realpath(journeys)
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(here / name) != real_journeys
        ]
        for name in names:
            is_page = name.lower().endswith((".md", ".markdown"))
            if is_page and lies_in(here / name, folder):
                yield (here / name).relative_to(folder).as_posix()


def _texts(folder: Path, label: str, inside: list[str], unread: list[str]) -> Iterator[TextFile]:
    for name in inside:
        path = posixpath.normpath(f"{label}/{name}")
        try:
            yield TextFile(path=path, inside=name, text=decode(read_regular(folder / name, MAX_BYTES)))
        except FileNotFoundError:
            continue
        except (OSError, Refused):
            unread.append(path)
