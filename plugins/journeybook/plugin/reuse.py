"""Keep pages of the build before that `serve` need not make again."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import TableOfContents
from mkdocs.theme import Theme

from journeybook.catalogue import Journey
from journeybook.findings import Finding
from journeybook.frontmatter import MAX_BYTES
from journeybook.pages import Download, Fingerprints, SearchEntry
from journeybook.plugin.digests import digest_parts, file_fingerprints
from journeybook.plugin.narrative.page import GeneratedPage
from journeybook.plugin.theme.renderer import TEMPLATES
from journeybook.regular import text_if_regular
from journeybook.settings import Settings

_ANY_TEXT = "surrogatepass"


@dataclass(slots=True)
class Finished:
    """A page as a build made it."""

    fingerprint: int
    content: str
    toc: TableOfContents
    entries: tuple[SearchEntry, ...]
    given: int | None = None
    """The number for what the theme was given, once it has written the page."""
    output: bytes = b""
    """The whole page as the theme wrote it, in few bytes: those of all pages would fill the memory."""


class Reuse:
    """Remembers finished pages between the rebuilds of `serve`.

    A page's content is taken over if all that it shows and the templates are what they were; the whole page
    is, if other plugins have made the same of it as well, and the configuration, the theme and the navigation
    are what they were.
    """

    def __init__(self) -> None:
        self._before: dict[str, Finished] = {}
        self._now: dict[str, Finished] = {}
        self._setting_before = self._setting = ""
        self._fingerprints = Fingerprints()
        self._beside: dict[str, tuple[int, tuple[Download, ...]]] = {}
        """The files beside each journey's page, by the journey's id."""

    def begin(
        self,
        config: MkDocsConfig,
        errors: Iterable[Finding],
        settings: Settings,
        customers: str,
        root: Path,
    ) -> bool:
        """Begin a build, and say whether its setting is that of the one before; nothing is kept otherwise."""
        self._before, self._now = self._now, {}
        self._fingerprints = Fingerprints()
        self._setting_before, self._setting = (
            self._setting,
            digest_parts((customers, *_setting(config, errors, settings, root))),
        )
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
        self, journey: Journey, make: Callable[[Journey], tuple[Download, ...]], linked: object = ()
    ) -> tuple[Download, ...]:
        """The files beside a journey's page, made anew only where the journey or a link has changed."""
        fingerprint = self._fingerprints.of_all((journey, linked))
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

    def take_over(self, env: jinja2.Environment, nav: Navigation) -> None:
        """Let the theme write only those pages anew that differ from what it wrote in the build before.

        In place of main.html, which `mkdocs.commands.build._build_page` renders for each page when all
        plugins are through with it, and which would take most of the time of a rebuild.
        """
        self._fingerprints = Fingerprints()
        main = env.get_template("main.html")
        main.root_render_func = self._unless_known(main.root_render_func, digest_parts(_frame(nav)))

    def _unless_known(self, render: Callable[..., Iterator[str]], frame: str) -> Callable[..., Iterator[str]]:
        def written(context: jinja2.runtime.Context, *args: Any) -> Iterator[str]:
            page = context.get("page")
            finished = self._now.get(page.spec.address) if isinstance(page, GeneratedPage) else None
            if finished is None:
                yield from render(context, *args)
                return
            given = hash((frame, *_given(page)))
            if given != finished.given:
                output = "".join(render(context, *args))
                finished.given, finished.output = given, zlib.compress(output.encode("utf-8", _ANY_TEXT), 1)
                yield output
            else:
                yield zlib.decompress(finished.output).decode("utf-8", _ANY_TEXT)

        return written


def _given(page: GeneratedPage) -> tuple[object, ...]:
    """Gather what a theme is given of a page, as other plugins have left it."""
    return page.content, str(page.title), repr(page.meta), str(page.toc), page.edit_url, page.update_date


def _setting(
    config: MkDocsConfig, errors: Iterable[Finding], settings: Settings, root: Path
) -> Iterator[str]:
    """Yield what every page depends on beside what it shows; `root` is the journeys folder."""
    yield json.dumps(dict(config), default=_plain, sort_keys=True)
    yield text_if_regular(config.config_file_path, MAX_BYTES)
    yield from map(str, errors)
    yield repr(settings)
    for folder in (config.theme.custom_dir, TEMPLATES, TEMPLATES.with_name("locale"), *config.watch):
        yield from file_fingerprints(Path(folder), without=root) if folder else ()


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
    if item.is_page and not isinstance(item, GeneratedPage):
        yield repr(item.meta)
    for child in item.children or ():
        yield from _item(child)
    yield "."
