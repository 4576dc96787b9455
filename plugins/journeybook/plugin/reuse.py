"""Keep pages of the build before that `serve` need not make again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import TableOfContents
from mkdocs.theme import Theme

from journeybook.catalogue import Journey
from journeybook.findings import Finding
from journeybook.pages import Download, Fingerprints, SearchEntry
from journeybook.settings import Settings

TEMPLATES = Path(__file__).parent.parent / "templates"
"""The package's own templates."""

_TEMPLATE = "journeybook-finished.html"


@dataclass(slots=True)
class Finished:
    """A page as a build made it."""

    fingerprint: int
    content: str
    toc: TableOfContents
    entries: tuple[SearchEntry, ...]
    output: str = ""
    """The whole page as the theme wrote it."""


class Reusable(Protocol):
    """A page that may stand as the build before wrote it."""

    reused: Finished | None
    finished: str
    meta: MutableMapping[str, Any]


class Reuse:
    """Remembers finished pages between the rebuilds of `serve`.

    A page's content is taken over if all that it shows and the templates are what they were; the whole page
    is, if the site around it is as well: its configuration, its theme and its navigation.
    """

    def __init__(self) -> None:
        self._before: dict[str, Finished] = {}
        self._now: dict[str, Finished] = {}
        self._setting_before = self._setting = ""
        self._frame_before = self._frame = ""
        self._fingerprints = Fingerprints()
        self._beside: dict[str, tuple[int, tuple[Download, ...]]] = {}
        """The files beside each journey's page, by the journey's id."""

    def begin(self, config: MkDocsConfig, errors: Iterable[Finding], settings: Settings, root: Path) -> bool:
        """Begin a build, and say whether its setting is that of the one before; nothing is kept otherwise."""
        self._before, self._now = self._now, {}
        self._fingerprints = Fingerprints()
        self._setting_before, self._setting = self._setting, digest(_setting(config, errors, settings, root))
        is_same = self._setting == self._setting_before
        if not is_same:
            self._before = {}
            self._beside = {}
        return is_same

    def fingerprint(self, *shown: object) -> int:
        """Make the number for all that a page shows."""
        return self._fingerprints.of_all(shown)

    def find(self, address: str, fingerprint: int) -> Finished | None:
        """The content of a page that shows the same as in the build before."""
        finished = self._before.get(address)
        if finished is None or finished.fingerprint != fingerprint:
            return None
        self._now[address] = finished
        return finished

    def beside(
        self, journey: Journey, make: Callable[[Journey], tuple[Download, ...]]
    ) -> tuple[Download, ...]:
        """The files beside a journey's page, made anew only for a journey that has changed."""
        fingerprint = self._fingerprints.of(journey)
        known = self._beside.get(journey.id)
        if known is None or known[0] != fingerprint:
            known = self._beside[journey.id] = (fingerprint, make(journey))
        return known[1]

    def keep(
        self,
        address: str,
        fingerprint: int,
        content: str,
        toc: TableOfContents,
        entries: tuple[SearchEntry, ...],
    ) -> None:
        """Keep the content of a page that was made anew."""
        self._now[address] = Finished(fingerprint, content, toc, entries)

    def take_over(self, env: jinja2.Environment, nav: Navigation, pages: Iterable[Reusable]) -> None:
        """Let the theme write the finished pages as they are, where the site around them has not changed.

        `mkdocs.commands.build._build_page` asks a page's metadata for its template; ours, one line long,
        stands in for the theme's main.html, which would take most of the time of a rebuild.
        """
        self._fingerprints = Fingerprints()
        self._frame_before, self._frame = self._frame, digest(_frame(nav))
        if self._frame != self._frame_before:
            return
        template = jinja2.DictLoader({_TEMPLATE: "{{ page.finished }}"})
        env.loader = jinja2.ChoiceLoader([template, *([env.loader] if env.loader else [])])
        for page in pages:
            if page.reused and page.reused.output:
                page.finished = page.reused.output
                page.meta["template"] = _TEMPLATE

    def remember(self, address: str, output: str) -> None:
        """Keep a page as the theme wrote it."""
        if address in self._now:
            self._now[address].output = output


def digest(parts: Iterable[str]) -> str:
    """Make one digest of texts."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass"))
        made.update(b"\0")
    return made.hexdigest()


def _setting(
    config: MkDocsConfig, errors: Iterable[Finding], settings: Settings, root: Path
) -> Iterator[str]:
    """Yield what every page depends on beside what it shows; `root` is the journeys folder."""
    yield json.dumps(dict(config), default=_plain, sort_keys=True)
    yield Path(config.config_file_path).read_text(encoding="utf-8")
    yield from map(str, errors)
    yield repr(settings)
    for folder in (config.theme.custom_dir, TEMPLATES, TEMPLATES.with_name("locale"), *config.watch):
        yield from file_fingerprints(Path(folder), without=root) if folder else ()


def file_fingerprints(folder: Path, without: Path | None = None) -> Iterator[str]:
    """Each file below a folder, or the file itself, with time and size, to know whether one has changed."""
    for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
        if file.is_file() and not (without and file.is_relative_to(without)):
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"


def _plain(value: object) -> object:
    """Make a part of the configuration comparable that is no plain value."""
    match value:
        case Theme() | Config():
            return dict(value)
        case BasePlugin():
            return dict(value.config)
    return type(value).__name__


def _frame(nav: Navigation) -> Iterator[str]:
    """The navigation, which the theme writes into each page."""
    for item in nav:
        yield from _item(item)


def _item(item: Any) -> Iterator[str]:
    yield f"{item.title} {getattr(item, 'url', '')}"
    # of a handwritten page Material shows the icon, the subtitle and the status; ours have none of them
    if item.is_page and not hasattr(item, "reused"):
        yield repr(item.meta)
    for child in item.children or ():
        yield from _item(child)
    yield "."
