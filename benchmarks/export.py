"""The same handbook as a team would write it by hand: one Markdown file for each page that journeybook makes.

    python benchmarks/export.py .cache/bench/100/handbook .cache/bench/100/markdown --for mkdocs

Same addresses, same words, same navigation; `--for hugo` writes them for Hugo, `--for zensical` for Zensical.
"""

import argparse
import posixpath
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from generate import LESEN, NAME
from hugo import write_layouts
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from siteconfig import mkdocs_yml
from tomarkdown import NARRATIVE, to_markdown

from journeybook import clock, project
from journeybook.language import language
from journeybook.links import PATTERN, Link
from journeybook.pages import Page, Renderer, Site, link_target, site_pages
from journeybook.pages.frame.groups import groups_of
from journeybook.plugin.site.navigation import add_navigation

TARGETS = ("mkdocs", "zensical", "hugo")
_LINK = re.compile(PATTERN)
_PLACE = Markup(f"<{NARRATIVE}></{NARRATIVE}>")


def export(handbook: Path, folder: Path, target: str) -> int:
    """Write the pages of a handbook to a folder, which is emptied first, and return how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    catalogue = project.read(handbook / "journeys", "journeys").catalogue
    site = Site(catalogue=catalogue, language=language("de"), today=clock.today(), name=NAME)
    pages = list(site_pages(site))
    is_hugo = target == "hugo"
    below = folder / ("content" if is_hugo else "docs")
    index = "_index.md" if is_hugo else "index.md"
    renderer = Renderer(site.language)
    for page in pages:
        path = below / page.address / index
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(page, site, renderer, index), encoding="utf-8")
    (below / "lesen.md").write_text(LESEN, encoding="utf-8")
    nav = _navigation(handbook, site, pages)
    if is_hugo:
        write_layouts(folder, NAME, nav)
    else:
        keys = yaml.safe_dump({"nav": nav, "not_in_nav": "*"}, allow_unicode=True, sort_keys=False)
        (folder / "mkdocs.yml").write_text(mkdocs_yml(NAME, ("search", "tags"), keys), encoding="utf-8")
    return len(pages) + 1


def _text(page: Page, site: Site, renderer: Renderer, index: str) -> str:
    """One page: its header, then its body."""
    rendered = renderer.render(
        page, page.context(), day=site.today, narrative=_PLACE if page.narrative.strip() else Markup("")
    )
    narrative = _LINK.sub(_written_out(page, site, index), page.narrative)
    body = to_markdown(str(rendered.html), narrative, lambda address: source_of(address, index))
    return f"---\n{_header(page)}---\n\n{body}"


def _header(page: Page) -> str:
    header: dict[str, object] = {"title": page.title}
    if page.description:
        header["description"] = page.description
    if page.tags:
        header["tags"] = list(page.tags)
    if page.wide:
        header["hide"] = ["navigation", "toc"]
    return yaml.safe_dump(header, allow_unicode=True, sort_keys=False)


def source_of(address: str, index: str) -> str:
    """Make a link between pages into one between their Markdown files."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not (parts.path or not parts.fragment):
        return address
    path = parts.path.removeprefix("./")
    file = path + index if not path or path.endswith("/") else path
    return f"{file}#{parts.fragment}" if parts.fragment else file


def _written_out(page: Page, site: Site, index: str) -> Callable[[re.Match[str]], str]:
    """Make the function that writes a [[kind:id]] link as Markdown."""

    def write(match: re.Match[str]) -> str:
        link = Link(kind=match["kind"], id=match["id"].strip(), text=match["text"], line=0, column=0)
        target = link_target(site.catalogue, link)
        if target is None:
            return match[0]
        file = posixpath.relpath(f"{target[0]}{index}", page.address or ".")
        return f"[{link.text or target[1]}]({file})"

    return write


def _navigation(handbook: Path, site: Site, pages: list[Page]) -> list[object]:
    """The entries that journeybook itself puts into the navigation."""
    config = load_config(str(handbook / "mkdocs.yml"))
    groups = groups_of(site, {page.address: page.title for page in pages})
    sources = {page.address: f"{page.address}index.md" for page in pages}
    add_navigation(config, Files([]), site.catalogue, groups, sources)
    return list(config.nav or [])


def main() -> None:
    """Write a handbook as Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("handbook", type=Path, help="a folder with mkdocs.yml and journeys/")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    parser.add_argument("--for", dest="target", choices=TARGETS, default="mkdocs")
    given = parser.parse_args()
    print(export(given.handbook, given.folder, given.target), "pages")


if __name__ == "__main__":
    main()
