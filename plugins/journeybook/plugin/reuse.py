"""Pages of the build before that `serve` need not make again."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.theme import Theme

from journeybook.findings import Finding
from journeybook.pages import Page, SearchEntry
from journeybook.settings import Settings

TEMPLATES = Path(__file__).parent.parent / "templates"
"""The package's own templates."""

_TEMPLATE = "journeybook-finished.html"


@dataclass(slots=True)
class Finished:
    """What a build made of a page."""

    inputs: tuple[str, ...]
    content: str
    toc: TableOfContents
    entries: tuple[SearchEntry, ...]
    output: str = ""
    """The whole page as the theme wrote it."""


class Reuse:
    """Remembers finished pages between the rebuilds of `serve`.

    A page's content is taken over if its inputs and the templates are what they were; the whole page is, if
    the site around it is as well: its configuration, its theme and its navigation.
    """

    def __init__(self) -> None:
        self._before: dict[str, Finished] = {}
        self._now: dict[str, Finished] = {}
        self._setting_before = self._setting = ""
        self._frame_before = self._frame = ""

    def begin(self, config: MkDocsConfig, errors: Iterable[Finding], settings: Settings) -> None:
        """Begin a build: nothing is taken over from one with another configuration or other problems."""
        self._before, self._now = self._now, {}
        self._setting_before, self._setting = self._setting, _digest(_setting(config, errors, settings))
        if self._setting != self._setting_before:
            self._before = {}

    def find(self, page: Page) -> Finished | None:
        """The content of a page that shows the same as in the build before."""
        finished = self._before.get(page.address)
        if finished is None or finished.inputs != page.inputs:
            return None
        self._now[page.address] = finished
        return finished

    def keep(self, page: Page, content: str, toc: TableOfContents, entries: tuple[SearchEntry, ...]) -> None:
        """Keep the content of a page that was made anew."""
        self._now[page.address] = Finished(page.inputs, content, toc, entries)

    def take_over(
        self, env: jinja2.Environment, nav: Navigation, pages: Iterable[tuple[MkDocsPage, Page]]
    ) -> None:
        """Let the theme write the finished pages as they are, where the site around them has not changed."""
        self._frame_before, self._frame = self._frame, _digest(_frame(nav))
        if self._frame != self._frame_before:
            return
        template = jinja2.DictLoader({_TEMPLATE: "{{ page.finished }}"})
        env.loader = jinja2.ChoiceLoader([template, *([env.loader] if env.loader else [])])
        for page, spec in pages:
            finished = self._now.get(spec.address)
            if finished and finished.output and finished is self._before.get(spec.address):
                page.finished = finished.output  # type: ignore[attr-defined]
                page.meta["template"] = _TEMPLATE

    def remember(self, address: str, output: str) -> None:
        """Keep a page as the theme wrote it."""
        if address in self._now:
            self._now[address].output = output


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _setting(config: MkDocsConfig, errors: Iterable[Finding], settings: Settings) -> Iterator[str]:
    """What every page depends on beside its inputs."""
    yield json.dumps(dict(config), default=_plain, sort_keys=True)
    yield Path(config.config_file_path).read_text(encoding="utf-8")
    yield from map(str, errors)
    yield repr(settings)
    for folder in (config.theme.custom_dir, TEMPLATES, TEMPLATES.with_name("locale")):
        yield from file_stamps(Path(folder)) if folder else ()


def file_stamps(folder: Path) -> Iterator[str]:
    """Each file below a folder with its time and size, to know whether one has changed."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"


def _plain(value: object) -> object:
    """What can be compared of a part of the configuration that is no plain value."""
    if isinstance(value, Theme):
        return dict(value)
    return dict(value) if isinstance(value, Config) else type(value).__name__


def _frame(nav: Navigation) -> Iterator[str]:
    """The navigation, which the theme writes into each page."""
    for item in nav:
        yield from _item(item)


def _item(item: Any) -> Iterator[str]:
    yield f"{item.title} {getattr(item, 'url', '')}"
    for child in item.children or ():
        yield from _item(child)
    yield "."
