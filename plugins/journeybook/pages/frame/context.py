"""What every page is made from: the catalogue, the language and the day."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from journeybook.catalogue import Catalogue, Journey, Persona, Touchpoint, Visit
from journeybook.diff import Versions
from journeybook.findings import Finding
from journeybook.git.history import Commit
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.load import Document
from journeybook.pages.frame.fingerprints import step_stamp
from journeybook.pages.frame.page import Crumb
from journeybook.pages.frame.preview import Proposal
from journeybook.settings import Settings


@dataclass(frozen=True, kw_only=True, eq=False)
class Site:
    """The handbook in one language on one day."""

    catalogue: Catalogue
    language: Language
    today: date
    name: str = ""
    """The site's name."""
    history: tuple[Commit, ...] = ()
    """The latest commits that changed the handbook, newest first."""
    history_url: Callable[[Document], str | None] = lambda _: None
    """Tells the address of a document's history, if it is known."""
    edit_url: Callable[[Document], str | None] = lambda _: None
    """Tells where a document is edited, if the site says so."""
    findings: tuple[Finding, ...] = ()
    """What `check` finds in the handbook, apart from what keeps pages from being made."""
    settings: Settings = field(default_factory=Settings)
    """What its owner has decided about rules."""
    commit_url: Callable[[str], str | None] = lambda _: None
    """Tells the address of a commit by its name, if it is known."""
    versions: Versions | None = None
    """The past of the journeys, where there is a history of versions."""
    proposal: Proposal | None = None
    """What the files change, in a preview."""

    def text(self, message: str, **values: object) -> str:
        """Translate a message."""
        return self.language.text(message, **values)

    def crumb(self, title: str, address: str) -> Crumb:
        """Make a crumb with a translated title."""
        return Crumb(title=self.text(title), address=address)

    @cached_property
    def basis(self) -> tuple[str, ...]:
        """Digests of what every page shows something of."""
        values = (document.digest for document in self.catalogue.folder.of_kind(ThingKind.VALUES))
        own = (self.catalogue.handbook_digest, self.language.code, self.today.isoformat(), self.name)
        return (_joined((*own, *values)),)

    @cached_property
    def step_stamps(self) -> dict[int, str]:
        """What pages show of each step elsewhere, by the identity of its visit."""
        return {id(visit): step_stamp(visit) for visit in self.catalogue.visits}

    def stamps(self, visits: Iterable[Visit]) -> tuple[str, ...]:
        """What pages show of some steps elsewhere."""
        stamps = self.step_stamps
        return (_joined([stamps[id(visit)] for visit in visits]),)

    @cached_property
    def everything(self) -> tuple[str, ...]:
        """Digests of the whole handbook, for pages that show all of it."""
        documents = (document.digest for document in self.catalogue.folder.documents)
        return (_joined((*self.basis, *documents, *map(_stamp, self.findings))),)

    def inputs(self, *things: Journey | Persona | Touchpoint) -> tuple[str, ...]:
        """Digests of things together with all that they name and all that is found in them."""
        own = (self._digests[thing.document.inside] for thing in things)
        found = (_stamp(item) for thing in things for item in self.findings_of(thing.document))
        return (*self.basis, *own, *found)

    def findings_of(self, document: Document) -> tuple[Finding, ...]:
        """What is found in a document."""
        return self._findings_by_path.get(document.path, ())

    @cached_property
    def _findings_by_path(self) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place.path, []).append(finding)
        return {path: tuple(listed) for path, listed in found.items()}

    @cached_property
    def _digests(self) -> dict[str, str]:
        """For each document a digest of it and of the documents that it names."""
        documents = {
            (str(document.kind), document.id): document for document in self.catalogue.folder.documents
        }
        journeys = {
            journey.document.inside: [
                *(persona.document.digest for persona in journey.personas),
                *dict.fromkeys(point.document.digest for step in journey.steps for point in step.touchpoints),
            ]
            for journey in self.catalogue.journeys.values()
        }
        return {
            document.inside: _joined(
                (document.digest, *journeys.get(document.inside, ()), *_linked(document, documents))
            )
            for document in self.catalogue.folder.documents
        }


def _joined(parts: Iterable[str]) -> str:
    """One digest of many."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _stamp(finding: Finding) -> str:
    """What pages show of a finding."""
    return f"{finding} {finding.severity}"


def _linked(document: Document, documents: Mapping[tuple[str, str], Document]) -> Iterable[str]:
    """The digests of the documents that a body links to, whose titles it shows."""
    for link in document.links:
        target = documents.get((link.kind, link.id.partition("/")[0]))
        if target:
            yield target.digest
