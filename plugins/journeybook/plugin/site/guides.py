"""Tell in which language a page is that was written by hand."""

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from journeybook.language import has_language
from journeybook.plugin.site.translation import is_translated

_FOLDER = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2})?")


def is_in_another_language(page: Any, site: str, config: MkDocsConfig) -> bool:
    """Whether a page is for readers of another language than the site's, and so not for its search.

    Its header says so by `lang`, or the folder or the ending of its file does: `en/…`, `page.en.md`. A site
    that mkdocs-static-i18n translates has pages of all its languages on purpose, and `exclude: false` below
    `search` in a header keeps any page in.
    """
    search = page.meta.get("search")
    keeps = isinstance(search, dict) and search.get("exclude") is False
    if keeps or is_translated(config):
        return False
    language = _language_of(page)
    return language is not None and language != _short(site)


def _language_of(page: Any) -> str | None:
    written = page.meta.get("lang")
    if isinstance(written, str) and written:
        return _short(written)
    *folders, name = page.file.src_uri.split("/")
    ending = name.split(".")[-2:-1] if name.count(".") > 1 else []
    return next(filter(None, map(_spoken, (*folders[:1], *ending))), None)


def _short(code: str) -> str:
    """The language of a code with a region."""
    return re.split("[-_]", code.lower())[0]


def _spoken(part: str) -> str | None:
    """The language of a folder or an ending, if Journeybook speaks it: `it/` may be a department."""
    match = _FOLDER.fullmatch(part)
    return match[1] if match and has_language(match[1]) else None
