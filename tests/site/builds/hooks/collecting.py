"""A hook of MkDocs that collects pages as mkdocs-print-site-plugin, mkdocs-llmstxt and mkdocs-rss-plugin do."""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_told: dict[str, tuple[str, str | None]] = {}
_pages: dict[str, Page] = {}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Collect what is told of a page and what the page itself has, then add to it."""
    _told[page.url] = (html, page.content)
    _pages[page.url] = page
    return f"{html}<p>Gesammelt</p>"


def on_post_build(config: MkDocsConfig) -> None:
    """Write what was collected, beside what each page has at the end."""
    collected = {url: [*_told[url], page.content] for url, page in _pages.items()}
    Path(config.site_dir, "collected.json").write_text(json.dumps(collected), encoding="utf-8")
