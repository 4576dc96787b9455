"""What the tests of diagrams share: strings that people write, and visits of pages in a browser."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request

import journeybook

ASSETS = Path(journeybook.__path__[0]) / "assets"
LOADER = "Mermaid-loader.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text that people write, and what a reader must see of it."""

    id: int
    category: str
    input: str
    intended: str


@dataclass(kw_only=True)
class Visit:
    """A page in the browser, and what it did there."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page of the served folder."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in {"warning", "error"}:
            self.messages.append(f"{message.type}: {message.text.splitlines()[0]}")

    def asked(self, request: Request) -> None:
        self.requests.append(request.url.removeprefix(self.base))


Visitor = Callable[..., Visit]
