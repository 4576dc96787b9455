"""The handbook as every page sees it: catalogue, language and day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from journeybook.catalogue import Catalogue, Due, due_dates
from journeybook.diff import Versions
from journeybook.findings import Finding
from journeybook.git.history import Commit
from journeybook.language import Language
from journeybook.load import Document
from journeybook.pages.frame.feedback import Feedback
from journeybook.pages.frame.first_uses import Terms
from journeybook.pages.frame.page import Crumb
from journeybook.pages.frame.preview import Preview
from journeybook.settings import Settings


@dataclass(frozen=True, kw_only=True, eq=False)
class Site:
    """The handbook in one language on one day."""

    catalogue: Catalogue
    language: Language
    today: date
    name: str = ""
    """The site's name."""
    url: str = ""
    """The site's own address, with a slash at its end, if it says where it lies."""
    has_folders: bool = True
    """Whether addresses end with a folder, and not with its `index.html`."""
    history: tuple[Commit, ...] = ()
    """The latest commits that changed the handbook, newest first."""
    history_url: Callable[[Document], str | None] = lambda _: None
    """Tells the address of a document's history, if it is known."""
    edit_url: Callable[[Document], str | None] = lambda _: None
    """Tells where a document is edited, if the site says so."""
    findings: tuple[Finding, ...] = ()
    """What `check` finds in the handbook, apart from what keeps pages from being made."""
    has_quality: bool = True
    """Whether the site says what `check` finds, on pages of its own and where it was found."""
    has_data: bool = True
    """Whether the site offers the handbook as data, on a page of its own."""
    settings: Settings = field(default_factory=Settings)
    """The decisions of its owner about rules."""
    commit_url: Callable[[str], str | None] = lambda _: None
    """Tells the address of a commit by its name, if it is known."""
    feedback: Feedback | None = None
    """Where readers say what they have to say, if the site asks them to."""
    versions: Versions | None = None
    """The past of the journeys, where there is a history of versions."""
    preview: Preview | None = None
    """The changes of the files, in a preview."""

    def text(self, message: str, **values: object) -> str:
        """Translate a message."""
        return self.language.text(message, **values)

    def whole_address(self, address: str) -> str | None:
        """The address of a page or a file with the site's own before it, if the site says where it lies."""
        path, mark, place = address.partition("#")
        page = "" if self.has_folders or (path and not path.endswith("/")) else "index.html"
        return f"{self.url}{path}{page}{mark}{place}" if self.url else None

    def feedback_link(self, what: str, address: str, file: str) -> str:
        """The link by which readers say something about a thing; empty if the site does not ask them to."""
        if self.feedback is None:
            return ""
        lines = (
            self.text("Page: %(address)s", address=self.whole_address(address) or address),
            self.text("File: %(file)s", file=file),
            "",
            self.text("What I have to say:"),
            "",
        )
        return self.feedback.link(what, lines)

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """Everything that has a day, the earliest first."""
        return due_dates(self.catalogue, self.today)

    def crumb(self, title: str, address: str) -> Crumb:
        """Make a crumb with a translated title."""
        return Crumb(title=self.text(title), address=address)

    @cached_property
    def terms(self) -> Terms:
        """The terms that pages mark."""
        return Terms(self.catalogue.terms.values(), self.language)

    def findings_of(self, document: Document) -> tuple[Finding, ...]:
        """The findings of a document."""
        return self._findings_by_path.get(document.path, ())

    @cached_property
    def _findings_by_path(self) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place.path, []).append(finding)
        return {path: tuple(listed) for path, listed in found.items()}
