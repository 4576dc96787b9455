"""Addresses of a published handbook and of a preview, as far as they are known."""

from dataclasses import dataclass
from urllib.parse import quote

from journeybook.diff import Subject
from journeybook.kinds import LINKED
from journeybook.pages.frame.addresses import REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLinks:
    """The addresses of the handbook as it is, and as it would be."""

    published: str = ""
    """The address of the published site; empty where it is not known."""
    preview: str = ""
    """That of the preview."""

    @property
    def review(self) -> str:
        """The preview's list of changes."""
        return _below(self.preview, REVIEW)

    def before(self, subject: Subject) -> str:
        """The page of a thing as it is."""
        return _below(self.published, page_of(subject))

    def after(self, subject: Subject, stage: str = "", step: str = "") -> str:
        """The page of a thing as it would be, or of a place in a journey."""
        page = page_of(subject)
        place = f"{quote(stage, safe='')}/" + (f"#{quote(step, safe='')}" if step else "") if stage else ""
        return _below(self.preview, page and page + place)


def page_of(subject: Subject) -> str:
    """The address of a thing's page below a site; empty where it has none."""
    if subject.kind not in LINKED:
        return ""
    return subject.kind.row.address(quote(subject.id, safe=""))


def _below(root: str, page: str) -> str:
    return f"{root.rstrip('/')}/{page}" if root and page else ""
