"""Name the file that a page comes from, and tell when that was changed last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from journeybook.git import last_changes
from journeybook.kinds import ThingKind
from journeybook.load import Folder
from journeybook.pages import Page

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """The file that a page comes from."""

    path: Path
    changed: datetime | None
    """When it was changed last, as far as git tells."""


class PageSources:
    """Finds the file that each page comes from: its own, or of those that it shows the one changed last.

    So whoever asks git for the date of that file gets the date of the page.
    """

    def __init__(self, folder: Folder, config_file: Path) -> None:
        self._folder = folder
        self._config_file = config_file
        self._changes: Mapping[str, datetime] = last_changes(folder.root)
        self._newest = cache(self._find_newest)

    def of(self, page: Page) -> PageSource:
        """The source of a page; mkdocs.yml where a handbook has no file at all."""
        if page.document:
            return self._source(page.document.file)
        return self._newest(page.shows)

    def _find_newest(self, kinds: tuple[ThingKind, ...]) -> PageSource:
        every = self._folder.documents
        shown = [document for document in every if document.kind in kinds] or every
        if not shown:
            return PageSource(path=self._config_file, changed=None)
        newest = max(shown, key=lambda document: self._changes.get(document.file, _NEVER))
        return self._source(newest.file)

    def _source(self, file: str) -> PageSource:
        return PageSource(path=self._folder.root / file, changed=self._changes.get(file))
