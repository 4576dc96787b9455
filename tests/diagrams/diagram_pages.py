"""What the tests of diagrams share: strings that people write, and visits of pages in a browser."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page, Request

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

    def listen(self) -> None:
        """Take note of what the page says and asks for."""
        self.page.on("console", self.heard)
        self.page.on("pageerror", self.broke)
        self.page.on("request", self.asked)

    def leave(self) -> None:
        """Leave the page as it was before, apart from what it has fetched."""
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", color_scheme="light")
        self.page.remove_listener("console", self.heard)
        self.page.remove_listener("pageerror", self.broke)
        self.page.remove_listener("request", self.asked)

    def open(self, path: str) -> Page:
        """Open a page of the served folder."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in {"warning", "error"}:
            self.messages.append(f"{message.type}: {message.text.splitlines()[0]}")

    def broke(self, error: Error) -> None:
        self.messages.append(f"uncaught: {error}")

    def asked(self, request: Request) -> None:
        self.requests.append(request.url.removeprefix(self.base))


Visitor = Callable[..., Visit]
