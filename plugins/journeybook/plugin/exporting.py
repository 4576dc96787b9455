"""Write a finished handbook as Markdown pages that hold its HTML, for builders other than MkDocs.

Run as a program with a configuration and a folder: MkDocs builds the site in a folder that is gone
afterwards; what it lays into the frame of the theme is written, when other plugins have done their part.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from shutil import copyfile
from typing import Any

import click
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from journeybook.load.site_file import EXPORTED

_DOCS = "docs"
_KEPT = ("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name")
"""The settings that mean the same to another builder, beside `theme` and `extra`."""
_OF_SOURCES = {"content.action.edit", "content.action.view"}
"""The features that would lead from a page to a source that is not the one to edit."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """It is set up by its command."""


class MarkdownExport(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Keeps each page when all other plugins are through with its content, and writes the rest at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._nav = Navigation([], [])
        self._files = Files([])

    @event_priority(-200)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Remember what is to be written at the end."""
        self._nav, self._files = nav, files
        return nav

    @event_priority(-200)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Write a page."""
        path = self._folder / _DOCS / _source(page.file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(page, html), encoding="utf-8")
        return html

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files beside the pages, and the configuration."""
        site = Path(config.site_dir)
        for file in self._files:
            if not file.is_documentation_page() and not _is_of_theme(file, config):
                target = self._folder / _DOCS / file.dest_uri
                target.parent.mkdir(parents=True, exist_ok=True)
                copyfile(site / file.dest_uri, target)
        settings = {**_settings(config), "nav": list(map(_entry, self._nav.items))}
        (self._folder / "mkdocs.yml").write_text(EXPORTED + _as_yaml(settings), encoding="utf-8")


def _source(file: File) -> str:
    """The path of a page's source: as its address, so that what its links say is the same from both."""
    return str(PurePosixPath(file.dest_uri).with_suffix(".md"))


def _page(page: Page, html: str) -> str:
    """The header of a page, and its content in one block, which Markdown leaves as it is."""
    told = {key: page.meta[key] for key in ("description", "tags", "hide") if page.meta.get(key)}
    header = {"title": page.title, **told}
    return f"---\n{_as_yaml(header)}---\n\n<div>\n{html}\n</div>\n"


def _as_yaml(data: object) -> str:
    """Plain YAML; what a configuration holds beside texts, numbers, lists and mappings becomes text."""
    plain = json.loads(json.dumps(data, default=str))
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    own = config.theme.custom_dir
    return file.src_dir in config.theme.dirs and file.src_dir != own


def _settings(config: MkDocsConfig) -> dict[str, Any]:
    """The settings of the site that another builder understands, with our styles and scripts."""
    given = {key: value for part in config.user_configs for key, value in part.items()}
    kept = {key: given[key] for key in _KEPT if key in given}
    theme = given.get("theme")
    if isinstance(theme, dict):
        features = [name for name in theme.get("features", ()) if name not in _OF_SOURCES]
        theme = {key: value for key, value in theme.items() if key != "custom_dir"} | {"features": features}
    styles, scripts = map(str, config.extra_css), map(str, config.extra_javascript)
    return {
        **kept,
        **({"theme": theme} if theme else {}),
        **({"extra": given["extra"]} if "extra" in given else {}),
        "use_directory_urls": config.use_directory_urls,
        "docs_dir": _DOCS,
        "extra_css": list(styles),
        "extra_javascript": list(scripts),
    }


def _entry(item: StructureItem) -> Any:
    """An entry of the navigation, as a configuration writes it."""
    if isinstance(item, Section):
        return {item.title: list(map(_entry, item.children))}
    if isinstance(item, Link):
        return {item.title: item.url}
    page = item if isinstance(item, Page) else None
    return {page.title: _source(page.file)} if page else None


def export_pages(configuration: str, folder: Path) -> None:
    """Build a site and write its pages to a folder; the exceptions of MkDocs say what keeps it from it."""
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as site:
        config = load_config(config_file=configuration, site_dir=site)
        config.plugins["journeybook-export"] = MarkdownExport(folder)
        config.plugins.run_event("startup", command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.run_event("shutdown")


def _run(arguments: Sequence[str]) -> int:
    """Export as a program: a configuration, and the folder to write to."""
    configuration, folder = arguments
    try:
        export_pages(configuration, Path(folder))
    except click.ClickException as error:  # all that MkDocs and plugins say by themselves
        error.show()
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
