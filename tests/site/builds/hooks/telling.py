"""A hook of MkDocs that writes down what each page tells other plugins, at the end of its way."""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_told: dict[str, dict[str, Any]] = {}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note what a page tells before it is rendered."""
    file = page.file
    _told[page.url] = {
        "markdown is text": isinstance(markdown, str) and markdown == page.markdown,
        "is the page of its file": file.page is page and files.get_file_from_path(file.src_uri) is file,
        "has a title": isinstance(page.title, str) and bool(page.title),
        "has a source": file.abs_src_path is not None and Path(file.abs_src_path).is_file(),
        "is generated": file.generated_by is not None,
        "can be read": isinstance(file.content_string, str),
        "has a day": bool(_DAY.fullmatch(page.update_date)),
        "has a canonical address": page.canonical_url == f"{config.site_url}{page.url}",
        "metadata are plain": all(isinstance(name, str) for name in page.meta),
        "source": file.abs_src_path,
        "edited": page.edit_url,
    }
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note the headings of a page, once it is rendered."""
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    headings = [item for top in page.toc for item in (top, *top.children)]
    _told[page.url] |= {
        "has a first heading": html.count("<h1") == 1,
        "headings lead to ids": {item.id for item in headings} <= ids,
        "headings are texts": all(isinstance(item.title, str) and item.title for item in headings),
        "begins at level 1": {top.level for top in page.toc} == {1},
        "headings": [item.title for item in headings],
    }
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Note what stands around a page."""
    description, tags = page.meta.get("description"), page.meta.get("tags", [])
    _told[page.url] |= {
        "has a description": isinstance(description, str) and bool(description),
        "tags are texts": all(isinstance(tag, str) for tag in tags),
        "stands in the navigation": page in nav.pages,
        "tags": tags,
        "description": description,
    }
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Note whether the page that is written is the one that was told of."""
    _told[page.url] |= {"is written": page.content is not None and page.content in output}
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write down what was told."""
    Path(config.site_dir, "told.json").write_text(json.dumps(_told), encoding="utf-8")
    _told.clear()


on_page_markdown.mkdocs_priority = -200  # type: ignore[attr-defined]
on_page_content.mkdocs_priority = -200  # type: ignore[attr-defined]
on_page_context.mkdocs_priority = -200  # type: ignore[attr-defined]
on_post_page.mkdocs_priority = -200  # type: ignore[attr-defined]
