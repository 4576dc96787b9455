"""Tell the speaker beside a slide the evidence, its sources, and where the handbook says more."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue import EvidenceMark, evidence_mark, is_expired
from journeybook.model import Evidence
from journeybook.pages.changes import cut_text
from journeybook.pages.frame.context import Site
from journeybook.pages.wording.labels import LABELS

_LONGEST = 60
"""The most letters of a title in a message."""


def named_shortly(title: str) -> str:
    """A title as messages name it: a long one is cut, or it would leave no room for what is said of it."""
    return cut_text(title, _LONGEST)


def labelled(label: str, value: str) -> str:
    """Put a label before a value."""
    return f"{label}: {value}"


def address_note(site: Site, address: str) -> Iterator[str]:
    """Yield where the handbook says more, if it says where it lies."""
    whole = site.whole_address(address)
    if whole:
        yield site.text("In the handbook: %(address)s", address=whole)


def evidence_notes(site: Site, evidence: Iterable[Evidence], indent: str = "") -> Iterator[str]:
    """Yield a line for each piece of evidence, with how it was learned, when and from how many."""
    told = [_told(site, piece) for piece in evidence] or [site.text("none")]
    label = site.text("Evidence")
    yield from (indent + labelled(label, each) for each in told)


def _told(site: Site, piece: Evidence) -> str:
    language = site.language
    facts = (
        site.text(LABELS["method"][piece.method]) if piece.method else "",
        language.date(piece.date) if piece.date else "",
        site.text("n = %(n)s", n=language.number(piece.n)) if piece.n is not None else "",
        site.text("expired") if is_expired(piece, site.today) else "",
    )
    told = ", ".join(filter(None, facts))
    named = f"{piece.title} ({told})" if told else piece.title
    return f"{named} {piece.url}" if piece.url else named


def proof(site: Site, evidence: Iterable[Evidence]) -> str:
    """Say how far evidence proves something, as the marks of maps do."""
    mark: EvidenceMark = evidence_mark(tuple(evidence), site.today)
    return site.text(LABELS["mark"][mark.value])
