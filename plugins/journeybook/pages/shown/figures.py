"""The key figures of a page."""

from dataclasses import dataclass

from journeybook.catalogue import ProvenShare
from journeybook.pages.frame.context import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that tells how the handbook stands."""

    value: str
    title: str
    detail: str = ""
    address: str = ""
    """The address of what was counted; empty where there is nothing to see."""
    satisfaction: float | None = None
    """The value, where it is a satisfaction."""
    is_bad: bool = False


def proven_claims(site: Site, share: ProvenShare) -> Figure:
    """Say how much of what is claimed of customers rests on evidence."""
    return Figure(
        value=site.language.number(share.proven),
        title=site.text("Claims that rest on evidence"),
        detail=site.text("of %(all)s", all=site.language.number(share.all)),
    )
