"""Find where a site lies, where its files are edited and where their history is, as far as it says so."""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from journeybook.load import Document
from journeybook.plugin.options import Options
from journeybook.plugin.site.translation import translated_into


def history_links(config: MkDocsConfig, options: Options, root: Path) -> Callable[[Document], str | None]:
    """Make the function that tells the address of a document's history."""
    base = Path(config.config_file_path).parent

    def history_url(document: Document) -> str | None:
        path = Path(os.path.relpath(root / document.file, base)).as_posix()
        return options.history_url.replace("{path}", path) if options.history_url else None

    return history_url


_COMMITS = {
    "github.com": "commit",
    "gitlab.com": "-/commit",
    "bitbucket.org": "commits",
    "codeberg.org": "commit",
}
"""Where well-known hosts show a commit, below a repository."""


def commit_links(config: MkDocsConfig, options: Options) -> Callable[[str], str | None]:
    """Make the function that tells the address of a commit: as the site says, or where its host has it."""
    pattern = options.commit_url
    folder = _COMMITS.get(urlsplit(config.repo_url or "").netloc)
    if pattern is None and folder:
        pattern = f"{(config.repo_url or '').rstrip('/').removesuffix('.git')}/{folder}/{{commit}}"
    return lambda name: pattern.replace("{commit}", name) if pattern else None


def whole_url(config: MkDocsConfig) -> str:
    """The address of the site, in the language that is built, with a slash at its end, if it says so."""
    folder = translated_into(config)
    below = f"{folder}/" if folder else ""
    return f"{config.site_url.rstrip('/')}/{below}" if config.site_url else ""


def edit_links(config: MkDocsConfig, root: Path) -> Callable[[Document], str | None]:
    """Make the function that tells where a document is edited, as MkDocs does for a page."""

    @cache
    def url_of(path: str) -> str | None:
        # mkdocs.structure.pages.Page._set_edit_url alone knows what edit_uri and edit_uri_template may say,
        # and it asks for a page; this one is on no site.
        path = os.path.normpath(root / path)
        file = File.generated(config, "document.md", abs_src_path=path)
        file.edit_uri = Path(os.path.relpath(path, config.docs_dir)).as_posix()
        return direct(Page(None, file, config).edit_url)

    return lambda document: url_of(document.file)


def direct(url: str | None) -> str | None:
    """Leave the way back out of a file's address: not every server takes `docs/../journeys`."""
    way_back = re.compile(r"(?<=[^/:]/|.=)[^/?#=&]+/\.\./")
    while url and (shorter := way_back.sub("", url, count=1)) != url:
        url = shorter
    return url
